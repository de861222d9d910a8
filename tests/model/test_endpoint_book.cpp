// Endpoints under names: what is written where, which of them are asked, and that a broken settings file or a
// keychain that does not answer gives nothing but words.
#include "model/net/redaction.h"
#include "model/settings/endpoint_book.h"
#include <QFile>
#include <QSignalSpy>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

namespace {

const QUrl full(u"https://me:secretPass@node.example:8545/v3/0123456789abcdef?token=qwertz"_s);
const QUrl bare(u"https://node.example:8545"_s);
const QUrl plain(u"http://127.0.0.1:8546"_s);

EndpointProfile called(const QString& name, KeyPlace key = KeyPlace::Keychain) {
    EndpointProfile out;
    out.name = name;
    out.key = key;
    return out;
}

} // namespace

class TestEndpointBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_secrets = std::make_unique<SessionSecrets>();
        reopen();
    }
    void cleanup() { m_book.reset(); }

    void secrets_are_kept_apart() {
        EndpointProfile node = called(u"My node"_s);
        node.trusted = true;
        node.chain = 1;
        EndpointProfile rollup = called(u"Rollup 1"_s);
        rollup.domain = 1;
        add(node, full);
        add(rollup, plain);
        for (const bool later : {false, true}) {
            if (later) {
                reopen();
            }
            QCOMPARE(m_book->entries().size(), 2);
            const EndpointBook::Entry& first = m_book->entries().at(0);
            QCOMPARE(first.profile.url, bare);
            QCOMPARE(first.url, full);
            QVERIFY(first.trouble.isEmpty() && first.profile.trusted && first.profile.chain == 1);
            QCOMPARE(first.profile.key, KeyPlace::Keychain);
            QCOMPARE(m_book->entries().at(1).profile.key, KeyPlace::None); // there is nothing secret in it
            QCOMPARE(m_book->entries().at(1).url, plain);
            QCOMPARE(m_book->entryOf(full), &first);
            QCOMPARE(m_book->entryOf(plain), nullptr); // not of L1
        }
        nothingSecretInTheFile();
    }

    void a_key_for_one_run_is_nowhere_else() {
        add(called(u"node"_s, KeyPlace::ThisRun), full);
        QCOMPARE(m_book->entry(u"node"_s)->url, full);
        QVERIFY(!kept(u"node"_s));
        nothingSecretInTheFile(); // and it is another run from here on
        QCOMPARE(m_book->entry(u"node"_s)->url, bare);
        QVERIFY(m_book->entry(u"node"_s)->trouble.contains(u"enter it again"_s));
        QCOMPARE(m_book->placeOf(KeyPlace::ThisRun), u"for this run only"_s);
    }

    void a_key_leaves_the_keychain_when_it_has_to() {
        add(called(u"node"_s), full);
        QVERIFY(kept(u"node"_s));
        QVERIFY(m_book->put(u"node"_s, called(u"other"_s), full).isEmpty()); // another name
        QVERIFY(!kept(u"node"_s) && kept(u"other"_s));
        QVERIFY(m_book->put(u"other"_s, called(u"other"_s, KeyPlace::ThisRun), full).isEmpty());
        QVERIFY(!kept(u"other"_s));
        QVERIFY(m_book->put(u"other"_s, called(u"other"_s), full).isEmpty());
        QVERIFY(kept(u"other"_s));
        QVERIFY(m_book->put(u"other"_s, called(u"other"_s), plain).isEmpty()); // without one
        QVERIFY(!kept(u"other"_s));
        QVERIFY(m_book->put(u"other"_s, called(u"other"_s), full).isEmpty());
        m_book->remove(u"other"_s);
        QVERIFY(!kept(u"other"_s) && m_book->entries().isEmpty());
    }

    void a_secret_of_another_host_is_not_used() {
        add(called(u"node"_s), full);
        for (const QString& other :
             {u"https://evil.example:8545/v3/0123456789abcdef"_s, u"file:///etc/passwd"_s, u"nonsense"_s}) {
            m_secrets->write(u"endpoint/node"_s, other, [](const QString&) {});
            reopen();
            QCOMPARE(m_book->entry(u"node"_s)->url, bare);
            QVERIFY(m_book->entry(u"node"_s)->trouble.contains(u"not known any more"_s));
        }
    }

    void broken_lines_are_left_out() {
        Settings(file()).set(Setting::EndpointProfiles, QStringList{u"n\thttps://a.example\t1\t0\t1\t0"_s,
                                                                    u"n\thttps://b.example\t1\t0\t1\t0"_s,
                                                                    u"m\tfile:///etc/passwd\t1\t0\t1\t0"_s,
                                                                    u"z\thttp://c.example\t0\t0\t\t0"_s});
        reopen();
        QCOMPARE(m_book->entries().size(), 2);
        QCOMPARE(m_book->entry(u"n"_s)->url.host(), u"a.example"_s);
    }

    void what_will_not_do_is_refused_in_words() {
        for (qsizetype i = 0; i < EndpointBook::max_profiles; ++i) {
            add(called(u"node %1"_s.arg(i)), full);
        }
        QVERIFY(!m_book->put({}, called(u"one more"_s), full).isEmpty());
        QVERIFY(!m_book->put(u"node 3"_s, called(u"node 4"_s), full).isEmpty()); // there is one
        QVERIFY(!m_book->put({}, called(u"node 3"_s), full).isEmpty());
        QVERIFY(!m_book->put(u"node 3"_s, called({}), full).isEmpty());
        QVERIFY(!m_book->put(u"node 3"_s, called(u"x"_s), QUrl(u"ftp://a.example"_s)).isEmpty());
        QVERIFY(m_book->put(u"node 3"_s, called(u"x"_s), full).isEmpty());
        QCOMPARE(m_book->entries().size(), EndpointBook::max_profiles);
        QCOMPARE(m_book->entries().at(3).profile.name, u"x"_s);
    }

    /// Choosing gives names to what has none, and takes no profile away.
    void what_is_asked_is_remembered() {
        EndpointProfile known = called(u"known"_s);
        known.chain = 5;
        add(known, full);
        add(called(u"unused"_s), QUrl(u"http://unused.example"_s));
        const QUrl other(u"https://node.example:8545/v2/another-key"_s);
        const QList<EndpointChoice> asked{{plain, true}, {full, true}, {other, false}};
        m_book->choose(asked);
        for (const bool later : {false, true}) {
            if (later) {
                reopen();
            }
            QCOMPARE(m_book->entries().size(), 4);
            QCOMPARE(m_book->chosen(), asked);
            QVERIFY(m_book->entry(u"known"_s)->profile.trusted); // as it was chosen
            QCOMPARE(m_book->entry(u"known"_s)->profile.chain, std::optional<quint64>(5));
            QCOMPARE(m_book->entry(u"node.example:8545"_s)->url, other);
        }
        QVERIFY(m_book->put(u"known"_s, called(u"renamed"_s), full).isEmpty());
        QCOMPARE(m_book->chosen().at(1).url, full);
        m_book->remove(u"renamed"_s);
        QCOMPARE(m_book->chosen().size(), 2);
        m_book->choose({});
        reopen();
        QVERIFY(m_book->chosen().isEmpty());
        QCOMPARE(m_book->entries().size(), 3);
        nothingSecretInTheFile();
    }

    /// What is put there while the keychain has not answered is not overwritten by its answer.
    void a_late_answer_does_not_overwrite() {
        add(called(u"node"_s), full);
        m_book.reset();
        m_settings = std::make_unique<Settings>(file());
        m_book = std::make_unique<EndpointBook>(m_settings.get(), m_secrets.get());
        QVERIFY(m_book->entry(u"node"_s)->waiting && !m_book->isOpen());
        QVERIFY(m_book->put(u"node"_s, called(u"node"_s), plain).isEmpty());
        QVERIFY(QTest::qWaitFor([this] { return m_book->isOpen(); }, 5000));
        QCOMPARE(m_book->entry(u"node"_s)->url, plain);
    }

    /// In a test there is no keychain; what the program uses must still answer, and say where keys are.
    void the_systems_store_answers() {
        qputenv("DBUS_SESSION_BUS_ADDRESS", "unix:path=/nowhere");
        const auto store = systemSecrets();
        QString why = u"no answer"_s;
        store->write(u"endpoint/test-of-anchorscope"_s, u"value"_s,
                     [&why](const QString& words) { why = words; });
        QVERIFY(QTest::qWaitFor([&why] { return why != u"no answer"_s; }, 20'000));
        std::optional<QString> value;
        bool read = false;
        store->read(u"endpoint/test-of-anchorscope"_s, [&](const auto& found, const QString&) {
            value = found;
            read = true;
        });
        QVERIFY(QTest::qWaitFor([&read] { return read; }, 20'000));
        QCOMPARE(value, std::optional(u"value"_s));
        QVERIFY(!store->place().isEmpty());
        bool removed = false;
        store->remove(u"endpoint/test-of-anchorscope"_s, [&removed](const QString&) { removed = true; });
        QVERIFY(QTest::qWaitFor([&removed] { return removed; }, 20'000));
    }

private:
    [[nodiscard]] QString file() const { return m_folder->filePath(u"settings.ini"_s); }
    /// The next run of the program, with the same files and the same keychain.
    void reopen() {
        m_book.reset();
        m_settings = std::make_unique<Settings>(file());
        m_book = std::make_unique<EndpointBook>(m_settings.get(), m_secrets.get());
        QSignalSpy opened(m_book.get(), &EndpointBook::opened);
        QVERIFY(opened.wait(5000));
        QVERIFY(m_book->isOpen());
    }
    void add(const EndpointProfile& profile, const QUrl& url) {
        QCOMPARE(m_book->put({}, profile, url), QString());
    }
    [[nodiscard]] bool kept(const QString& name) const {
        std::optional<QString> value;
        bool answered = false;
        m_secrets->read(u"endpoint/"_s + name, [&](const auto& found, const QString&) {
            value = found;
            answered = true;
        });
        return QTest::qWaitFor([&answered] { return answered; }, 5000) && value.has_value();
    }
    /// Ends the run to look.
    void nothingSecretInTheFile() {
        m_book.reset();
        m_settings.reset(); // written
        QFile stored(file());
        QVERIFY(stored.open(QIODevice::ReadOnly));
        const QByteArray text = stored.readAll();
        QVERIFY(text.contains("node.example"));
        for (const QString& secret : secretsOf(full)) {
            QVERIFY2(!text.contains(secret.toUtf8()), qPrintable(secret));
        }
        reopen();
    }

    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
    std::unique_ptr<SessionSecrets> m_secrets;
    std::unique_ptr<EndpointBook> m_book;
};

QTEST_GUILESS_MAIN(TestEndpointBook)
#include "test_endpoint_book.moc"
