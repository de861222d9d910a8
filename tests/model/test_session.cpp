// The session: order of parts, failures of files, options.
#include "session_watch.h"
#include <QDir>
#include <QSignalSpy>

using namespace anchorscope;
using namespace anchorscope::model;

class TestSession : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<Folder>(); }
    void parts_come_in_order();
    void opaque_bytes();
    void malformed_inputs_data();
    void malformed_inputs();
    void named_format_must_fit();
    void missing_files_data();
    void missing_files();
    void failed_attachment_is_taken_back();
    void pasted_bytes();
    void options_keep_the_table();
    void files_are_read_again();
    void relative_paths_are_kept();
    void formats_of_an_abi();

private:
    std::unique_ptr<Folder> m_folder;
};

void TestSession::parts_come_in_order() {
    Watched watched;
    QCOMPARE(watched.session.phase(), Phase::empty);
    QVERIFY(watched.open(sound));
    QCOMPARE(watched.order, (QStringList{u"table"_s, u"examined"_s, u"tree"_s, u"evidence"_s, u"tree"_s,
                                         u"report"_s, u"finished"_s}));
    QCOMPARE(watched.phases, (QList{Phase::loading, Phase::done}));
    QCOMPARE(watched.verdict(), u"verified"_s);
    const Parts& parts = watched.session.parts();
    QVERIFY(parts.source && parts.table && parts.request && parts.examined && parts.evidence && parts.tree);
    QCOMPARE(parts.source->name, "table.hex");
    QVERIFY(watched.session.checkedAt().isValid());
    QVERIFY(watched.session.elapsedMs() >= 0);
    QVERIFY(watched.session.ioError().isEmpty());
}

void TestSession::opaque_bytes() {
    Watched watched;
    QVERIFY(watched.open(m_folder->put(u"note.txt"_s, "any observation")));
    QCOMPARE(watched.verdict(), u"unproven"_s);
    QVERIFY(watched.session.parts().source && !watched.session.parts().table &&
            !watched.session.parts().tree);
    QVERIFY(!watched.session.parts().request->malformed);
}

void TestSession::malformed_inputs_data() {
    QTest::addColumn<QString>("file");
    QTest::addColumn<QByteArray>("bytes");
    QTest::addColumn<QString>("place");
    const QByteArray table = contents(sound + u"/table.hex"_s).trimmed();
    QTest::newRow("table cut") << u"table.hex"_s << table.chopped(64) << QString();
    QTest::newRow("table empty") << u"table.hex"_s << QByteArray() << QString();
    QTest::newRow("table with a bad digit") << u"table.hex"_s << table.chopped(1) + "g" << QString();
    QTest::newRow("envelope") << u"envelope.json"_s << QByteArray("{}") << u"envelope.json"_s;
    QTest::newRow("envelope text") << u"envelope.json"_s << QByteArray("no json") << u"envelope.json"_s;
    QTest::newRow("evidence") << u"evidence.json"_s << contents(sound + u"/evidence.json"_s).chopped(20)
                              << u"evidence.json"_s;
    QTest::newRow("evidence member")
        << u"evidence.json"_s << contents(sound + u"/evidence.json"_s).replace("\"blocks\"", "\"block\"")
        << u"evidence.json"_s;
}

void TestSession::malformed_inputs() {
    QFETCH(const QString, file);
    QFETCH(const QByteArray, bytes);
    QFETCH(const QString, place);
    for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
        m_folder->put(name, name == file ? bytes : contents(sound + u'/' + name));
    }
    Watched watched;
    QVERIFY(watched.open(m_folder->path()));
    QCOMPARE(watched.verdict(), u"malformed"_s);
    QCOMPARE(verify::exit_status(*watched.session.parts().report), 3);
    QVERIFY(watched.session.parts().request->malformed);
    QVERIFY(watched.session.parts().source); // even what does not decode has bytes to look at
    QVERIFY(QString::fromStdString(watched.session.parts().request->malformed->place).startsWith(place));
    QVERIFY(watched.session.ioError().isEmpty());
}

void TestSession::named_format_must_fit() {
    Watched watched;
    VerifyOptions options;
    options.format = u"eez-main.l2"_s;
    watched.session.setOptions(options);
    QVERIFY(watched.open(sound)); // an L1 table
    QCOMPARE(watched.verdict(), u"malformed"_s);
    for (auto* id : {&options.format, &options.profile}) {
        options.format.clear();
        options.profile.clear();
        *id = u"no-such-thing"_s;
        watched.order.clear();
        watched.session.setOptions(options);
        QVERIFY(watched.wait());
        QCOMPARE(watched.verdict(), u"malformed"_s);
    }
    options.profile = u"calldata"_s;
    watched.order.clear();
    watched.session.setOptions(options);
    QVERIFY(watched.wait());
    QCOMPARE(watched.verdict(), u"verified"_s);
}

void TestSession::missing_files_data() {
    QTest::addColumn<QString>("path");
    QTest::addColumn<QString>("words");
    QTest::newRow("no such file") << u"nothing.hex"_s << u"nothing.hex: No such file"_s;
    QTest::newRow("folder") << u"."_s << u"is a folder without table.hex or table.bin"_s;
}

void TestSession::missing_files() {
    QFETCH(const QString, path);
    QFETCH(const QString, words);
    Watched watched;
    QVERIFY(watched.open(m_folder->filePath(path)));
    QVERIFY2(watched.session.ioError().contains(words), qPrintable(watched.session.ioError()));
    QCOMPARE(watched.session.phase(), Phase::empty);
    QVERIFY(!watched.session.parts().report);
    QVERIFY(watched.open(sound)); // and on with another
    QVERIFY(watched.session.ioError().isEmpty());
    QCOMPARE(watched.verdict(), u"verified"_s);
}

void TestSession::failed_attachment_is_taken_back() {
    Watched watched;
    QVERIFY(watched.open(sound));
    const auto report = watched.session.parts().report;
    watched.order.clear();
    watched.session.attachEnvelope(m_folder->filePath(u"none.json"_s));
    QVERIFY(watched.wait());
    QVERIFY(watched.session.ioError().contains(u"none.json"_s));
    QCOMPARE(watched.session.parts().report, report);
    QCOMPARE(watched.session.files().envelope, sound + u"/envelope.json"_s);
    QCOMPARE(watched.session.phase(), Phase::done);
}

void TestSession::pasted_bytes() {
    Watched watched;
    CaseFiles files;
    files.table = u"clipboard"_s;
    files.tableBytes = contents(sound + u"/table.hex"_s);
    files.fromBytes = true;
    watched.session.open(files);
    watched.order.clear();
    QVERIFY(watched.wait());
    QCOMPARE(watched.session.parts().source->name, "clipboard");
    QVERIFY(watched.session.parts().table);
    watched.order.clear();
    watched.session.verifyAgain();
    QVERIFY(watched.wait());
    QVERIFY(watched.session.parts().table);
}

void TestSession::options_keep_the_table() {
    Watched watched;
    QVERIFY(watched.open(sound));
    const auto table = watched.session.parts().table;
    const quint64 generation = watched.session.generation();
    VerifyOptions options;
    options.policy = verify::Policy::final_;
    watched.order.clear();
    watched.session.setOptions(options);
    QVERIFY(watched.wait());
    QCOMPARE(watched.order, (QStringList{u"evidence"_s, u"tree"_s, u"report"_s, u"finished"_s}));
    QCOMPARE(watched.session.parts().table, table);
    QCOMPARE(watched.verdict(), u"unproven"_s); // finality is read now or not at all
    QVERIFY(watched.session.generation() > generation);
    QVERIFY(watched.session.parts().examined);
}

void TestSession::files_are_read_again() {
    const QString table = m_folder->put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    Watched watched;
    QVERIFY(watched.open(table));
    QVERIFY(watched.session.parts().table);
    m_folder->put(u"table.hex"_s, "something else");
    watched.order.clear();
    watched.session.verifyAgain();
    QVERIFY(watched.wait());
    QVERIFY(!watched.session.parts().table);
    QVERIFY(QFile::remove(table));
    watched.order.clear();
    watched.session.verifyAgain();
    QVERIFY(watched.wait());
    QVERIFY(!watched.session.ioError().isEmpty());
    QVERIFY(watched.session.parts().report); // that of the last run that ended
}

void TestSession::relative_paths_are_kept() {
    m_folder->put(u"table.hex"_s, contents(sound + u"/table.hex"_s));
    const QString before = QDir::currentPath();
    QVERIFY(QDir::setCurrent(m_folder->path()));
    Watched watched;
    watched.session.open(CaseFiles::discover(u"table.hex"_s));
    QVERIFY(QDir::setCurrent(before));
    watched.order.clear();
    QVERIFY(watched.wait());
    QVERIFY(watched.session.ioError().isEmpty());
    QVERIFY(QDir::isAbsolutePath(watched.session.files().table));
}

/// The sample's table under the selector of a version that only an ABI knows.
void TestSession::formats_of_an_abi() {
    const QByteArray abi = "[{\"type\":\"function\",\"name\":\"postNext\",\"inputs\":[{\"name\":\"entries\","
                           "\"type\":\"tuple[]\","
                           "\"components\":[{\"name\":\"actionHash\",\"type\":\"bytes32\"},{\"name\":"
                           "\"nextAction\",\"type\":\"tuple\","
                           "\"components\":[{\"name\":\"data\",\"type\":\"bytes\"}]}]}]}]";
    Watched watched;
    QSignalSpy stated(&watched.session, &Session::abiRead);
    watched.session.readAbi(m_folder->put(u"abi.json"_s, "{}"));
    QVERIFY(stated.wait());
    QCOMPARE(stated[0][0].toInt(), 0);
    QVERIFY2(stated[0][2].toString().startsWith(u"abi.json: "_s), qPrintable(stated[0][2].toString()));
    QVERIFY(!watched.session.options().statedFormats);

    watched.session.readAbi(m_folder->put(u"abi.json"_s, abi));
    QVERIFY(stated.wait());
    QCOMPARE(stated[1][0].toInt(), 1);
    QCOMPARE(stated[1][1].toInt(), 1);
    QVERIFY(watched.session.names()->book.functions_named(
                ByteView(watched.session.options().statedFormats->formats()[0].selector)) ==
            std::vector<std::string>{"postNext((bytes32,(bytes))[])"});
    const table::TableFormat& format = watched.session.options().statedFormats->formats()[0];
    const QByteArray none = QByteArray::fromStdString(to_hex(format.selector)) +
                            QByteArray("20").rightJustified(64, '0') + QByteArray(64, '0');
    QSignalSpy labelled(&watched.session, &Session::labelsRead);
    watched.session.readLabels(
        m_folder->put(u"labels.json"_s, "{\"0x00000000000000000000000000000000000000aa\":\"Vault\"}"));
    QVERIFY(labelled.wait());
    QCOMPARE(labelled[0][0].toInt(), 1);
    QCOMPARE(watched.session.names()->labels.size(), std::size_t{1});
    QVERIFY(watched.open(m_folder->put(u"next.hex"_s, none)));
    QVERIFY(watched.session.parts().table);
    QCOMPARE(watched.session.parts().table->format, &format);
    QCOMPARE(watched.verdict(), u"unproven"_s);
}

QTEST_GUILESS_MAIN(TestSession)
#include "test_session.moc"
