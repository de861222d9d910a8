#include "model/session/case_inputs.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

class TestCaseInputs : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void folder_with_all_three() {
        put({u"table.hex"_s, u"table.bin"_s, u"envelope.json"_s, u"evidence.json"_s, u"other.json"_s});
        const CaseFiles files = CaseFiles::discover(m_folder->path());
        QCOMPARE(files.table, at(u"table.hex"_s)); // hex before bin
        QCOMPARE(files.envelope, at(u"envelope.json"_s));
        QCOMPARE(files.evidence, QStringList{at(u"evidence.json"_s)});
        QCOMPARE(CaseFiles::discover(m_folder->path() + u'/').table, files.table);
        QVERIFY(!files.isEmpty());
    }

    void neighbours_come_along() {
        put({u"table.bin"_s, u"envelope.json"_s});
        const CaseFiles files = CaseFiles::discover(at(u"table.bin"_s));
        QCOMPARE(files.table, at(u"table.bin"_s));
        QCOMPARE(files.envelope, at(u"envelope.json"_s));
        QVERIFY(files.evidence.isEmpty());
    }

    void another_name_stays_alone() {
        put({u"batch.hex"_s, u"envelope.json"_s, u"evidence.json"_s});
        const CaseFiles files = CaseFiles::discover(at(u"batch.hex"_s));
        QCOMPARE(files.table, at(u"batch.hex"_s));
        QVERIFY(files.envelope.isEmpty());
        QVERIFY(files.evidence.isEmpty());
    }

    void folder_without_a_table_is_named() {
        put({u"envelope.json"_s});
        QCOMPARE(CaseFiles::discover(m_folder->path()).table, m_folder->path());
    }

    void relative_names() {
        put({u"table.hex"_s, u"evidence.json"_s});
        const QString before = QDir::currentPath();
        QVERIFY(QDir::setCurrent(m_folder->path()));
        const CaseFiles files = CaseFiles::discover(u"table.hex"_s);
        QCOMPARE(files.evidence, QStringList{u"./evidence.json"_s});
        QVERIFY(QDir::setCurrent(before));
    }

    void samples_are_folders_too() {
        const CaseFiles files = CaseFiles::discover(u":/samples/deep-reentry"_s);
        QCOMPARE(files.table, u":/samples/deep-reentry/table.hex"_s);
        QCOMPARE(files.envelope, u":/samples/deep-reentry/envelope.json"_s);
        QCOMPARE(files.evidence, QStringList{u":/samples/deep-reentry/evidence.json"_s});
        QCOMPARE(CaseFiles::discover(files.table).evidence, files.evidence);
        QVERIFY(CaseFiles::discover(u":/samples/unanchored"_s).envelope.isEmpty());
    }

    void nothing_is_empty() {
        QVERIFY(CaseFiles().isEmpty());
        CaseFiles pasted;
        pasted.fromBytes = true;
        QVERIFY(!pasted.isEmpty());
    }

    void endpoints_show_host_and_port_only() {
        const auto name = [](const QString& url) { return EndpointChoice{QUrl(url), false}.displayName(); };
        QCOMPARE(name(u"https://me:pass@Node.Example/v3/key?x=y#z"_s), u"node.example"_s);
        QCOMPARE(name(u"http://127.0.0.1:8545"_s), u"127.0.0.1:8545"_s);
        QCOMPARE(name(u"http://[::1]:8545/key"_s), u"[::1]:8545"_s);
    }

    void offline_overrides_endpoints() {
        VerifyOptions options;
        QVERIFY(!options.online());
        options.endpoints = {{QUrl(u"http://localhost"_s), true}};
        QVERIFY(options.online());
        options.offline = true;
        QVERIFY(!options.online());
    }

private:
    [[nodiscard]] QString at(const QString& name) const { return m_folder->filePath(name); }
    void put(const QStringList& names) const {
        for (const QString& name : names) {
            QFile file(at(name));
            QVERIFY(file.open(QIODevice::WriteOnly));
        }
    }

    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(TestCaseInputs)
#include "test_case_inputs.moc"
