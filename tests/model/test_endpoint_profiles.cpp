// Endpoints under names: what is written where, and that a broken settings file or a keychain that does not
// answer gives nothing but words.
#include "model/net/redaction.h"
#include "model/settings/endpoint_profiles.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

namespace {

const QUrl full(u"https://me:secretPass@node.example:8545/v3/0123456789abcdef?token=qwertz"_s);

struct Opened {
    bool answered = false;
    QList<EndpointChoice> endpoints;
    QStringList notes;
};

Opened opened(const EndpointProfiles& profiles) {
    Opened out;
    profiles.open(profiles.list(), [&out](const auto& endpoints, const QStringList& notes) {
        out = {true, endpoints, notes};
    });
    (void)QTest::qWaitFor([&out] { return out.answered; }, 5000);
    return out;
}

} // namespace

class TestEndpointProfiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"settings.ini"_s);
    }

    void secrets_are_kept_apart() {
        Settings settings(m_file);
        SessionSecrets secrets;
        EndpointProfiles profiles(&settings, &secrets);
        EndpointProfile node;
        node.name = u"My node"_s;
        node.trusted = true;
        node.chain = 1;
        QVERIFY(profiles.put(node, full));
        EndpointProfile plain;
        plain.name = u"Rollup 1"_s;
        plain.domain = 1;
        QVERIFY(profiles.put(plain, QUrl(u"http://127.0.0.1:8546"_s)));

        const QList<EndpointProfile> list = profiles.list();
        QCOMPARE(list.size(), 2);
        QCOMPARE(list[0].url, QUrl(u"https://node.example:8545"_s));
        QVERIFY(list[0].hasSecret && list[0].trusted && list[0].chain == 1);
        QVERIFY(!list[1].hasSecret && list[1].domain == 1 && !list[1].chain);
        const Opened now = opened(profiles);
        QCOMPARE(now.endpoints, (QList<EndpointChoice>{{full, true}, {list[1].url, false}}));
        QVERIFY(now.notes.isEmpty());
    }

    void no_secret_is_in_the_file() {
        {
            Settings settings(m_file);
            SessionSecrets secrets;
            EndpointProfiles profiles(&settings, &secrets);
            EndpointProfile node;
            node.name = u"node"_s;
            QVERIFY(profiles.put(node, full));
        }
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stored = file.readAll();
        QVERIFY(stored.contains("node.example"));
        for (const QString& secret : secretsOf(full)) {
            QVERIFY2(!stored.contains(secret.toUtf8()), qPrintable(secret));
        }
        // The next session has another memory: the profile is there, its key is not, and it says so.
        Settings settings(m_file);
        SessionSecrets secrets;
        const Opened later = opened(EndpointProfiles(&settings, &secrets));
        QCOMPARE(later.endpoints.size(), 1);
        QCOMPARE(later.endpoints[0].url, QUrl(u"https://node.example:8545"_s));
        QCOMPARE(later.notes.size(), 1);
        QVERIFY(later.notes[0].startsWith(u"node: "_s));
        QVERIFY(secrets.place().contains(u"session only"_s));
    }

    void a_secret_of_another_host_is_not_used() {
        Settings settings(m_file);
        SessionSecrets secrets;
        EndpointProfiles profiles(&settings, &secrets);
        EndpointProfile node;
        node.name = u"node"_s;
        QVERIFY(profiles.put(node, full));
        for (const QString& other :
             {u"https://evil.example:8545/v3/0123456789abcdef"_s, u"file:///etc/passwd"_s, u"nonsense"_s}) {
            secrets.write(u"endpoint/node"_s, other, [](const QString&) {});
            const Opened now = opened(profiles);
            QCOMPARE(now.endpoints[0].url, QUrl(u"https://node.example:8545"_s));
            QCOMPARE(now.notes.size(), 1);
        }
    }

    void lines_have_one_form_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* name, const QString& line, bool good) {
            QTest::newRow(name) << line << good;
        };
        row("good", u"n\thttps://a.example\t1\t0\t1\t0"_s, true);
        row("no chain", u"n\thttps://a.example\t0\t7\t\t1"_s, true);
        row("empty", QString(), false);
        row("too few", u"n\thttps://a.example\t1\t0\t1"_s, false);
        row("too many", u"n\thttps://a.example\t1\t0\t1\t0\t0"_s, false);
        row("no name", u"\thttps://a.example\t1\t0\t1\t0"_s, false);
        row("file", u"n\tfile:///etc/passwd\t1\t0\t1\t0"_s, false);
        row("no host", u"n\thttps://\t1\t0\t1\t0"_s, false);
        row("secret in it", u"n\thttps://me:pass@a.example\t1\t0\t1\t0"_s, false);
        row("path", u"n\thttps://a.example/0123456789\t1\t0\t1\t0"_s, false);
        row("flag", u"n\thttps://a.example\tyes\t0\t1\t0"_s, false);
        row("domain", u"n\thttps://a.example\t1\t-1\t1\t0"_s, false);
        row("leading zero", u"n\thttps://a.example\t1\t00\t1\t0"_s, false);
        row("chain", u"n\thttps://a.example\t1\t0\tone\t0"_s, false);
        row("control", u"n\x1b\thttps://a.example\t1\t0\t1\t0"_s, false);
        row("long name", QString(65, u'n') + u"\thttps://a.example\t1\t0\t1\t0"_s, false);
    }
    void lines_have_one_form() {
        QFETCH(QString, line);
        QFETCH(bool, good);
        const auto profile = profileFromLine(line);
        QCOMPARE(profile.has_value(), good);
        if (good) {
            QCOMPARE(profileLine(*profile), line);
        }
        Settings settings(m_file);
        SessionSecrets secrets;
        settings.set(Setting::EndpointProfiles, QStringList{line, line, u"z\thttp://b.example\t0\t0\t\t0"_s});
        QCOMPARE(EndpointProfiles(&settings, &secrets).list().size(), good ? 2 : 1);
    }

    void profiles_are_replaced_removed_and_bounded() {
        Settings settings(m_file);
        SessionSecrets secrets;
        EndpointProfiles profiles(&settings, &secrets);
        EndpointProfile node;
        node.name = u"node"_s;
        QVERIFY(profiles.put(node, full));
        QVERIFY(profiles.put(node, QUrl(u"http://other.example"_s)));
        QCOMPARE(profiles.list().size(), 1);
        QVERIFY(!profiles.list()[0].hasSecret);
        profiles.remove(u"node"_s);
        QVERIFY(profiles.list().isEmpty());
        for (qsizetype i = 0; i < EndpointProfiles::max_profiles; ++i) {
            node.name = u"node %1"_s.arg(i);
            QVERIFY(profiles.put(node, full));
        }
        node.name = u"one more"_s;
        QVERIFY(!profiles.put(node, full));
        node.name = u"node 3"_s;
        QVERIFY(profiles.put(node, full));
        node.name = QString();
        QVERIFY(!profiles.put(node, full));
        node.name = u"x"_s;
        QVERIFY(!profiles.put(node, QUrl(u"ftp://a.example"_s)));
    }

    void a_list_of_endpoints_becomes_profiles() {
        Settings settings(m_file);
        SessionSecrets secrets;
        EndpointProfiles profiles(&settings, &secrets);
        const QList<EndpointChoice> endpoints{{full, true},
                                              {QUrl(u"https://node.example:8545/v2/another-key"_s), false},
                                              {QUrl(u"http://127.0.0.1:8545"_s), true}};
        profiles.replaceAll(endpoints);
        QCOMPARE(profiles.list().size(), 3);
        QCOMPARE(opened(profiles).endpoints, endpoints);
        profiles.replaceAll({endpoints[2]});
        QCOMPARE(profiles.list().size(), 1);
        QCOMPARE(opened(profiles).endpoints, QList{endpoints[2]});
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
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestEndpointProfiles)
#include "test_endpoint_profiles.moc"
