#include "model/settings/settings.h"
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

class TestSettings : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_file = m_folder->filePath(u"settings.ini"_s);
    }

    void every_setting_has_one_row() {
        QSet<int> settings;
        QSet<QByteArray> keys;
        for (const Settings::Row& row : Settings::table()) {
            settings.insert(static_cast<int>(row.setting));
            keys.insert(row.key);
            QVERIFY(row.fallback.isValid());
            QVERIFY(qstrlen(row.purpose) > 0);
        }
        QCOMPARE(settings.size(), static_cast<int>(Setting::ZoomPercent) + 1); // the last of the list
        QCOMPARE(keys.size(), Settings::table().size());
        QCOMPARE(settings.size(), Settings::table().size());
    }

    void values_survive() {
        Settings(m_file).set(Setting::Theme, u"dark"_s);
        Settings(m_file).set(Setting::WindowState, QByteArray("\0\1\2", 3));
        QCOMPARE(Settings(m_file).get(Setting::Theme), u"dark"_s);
        QCOMPARE(Settings(m_file).get(Setting::WindowState), QByteArray("\0\1\2", 3));
        QCOMPARE(Settings(m_file).get(Setting::Policy), u"block"_s);
    }

    void nonsense_falls_back_data() {
        QTest::addColumn<QByteArray>("ini");
        QTest::addColumn<Setting>("setting");
        QTest::addColumn<QVariant>("value");
        QTest::newRow("theme") << QByteArray("[look]\ntheme=pink\n") << Setting::Theme
                               << QVariant(u"system"_s);
        QTest::newRow("policy") << QByteArray("[verify]\npolicy=none\n") << Setting::Policy
                                << QVariant(u"block"_s);
        QTest::newRow("zoom text") << QByteArray("[look]\nzoom=big\n") << Setting::ZoomPercent
                                   << QVariant(100);
        QTest::newRow("language") << QByteArray("[look]\nlanguage=../../etc\n") << Setting::Language
                                  << QVariant(QString());
        QTest::newRow("restore") << QByteArray("[cases]\nrestore=@Invalid()\n") << Setting::RestoreCases
                                 << QVariant(true);
        QTest::newRow("zoom size") << QByteArray("[look]\nzoom=9999\n") << Setting::ZoomPercent
                                   << QVariant(250);
    }

    void nonsense_falls_back() {
        QFETCH(const QByteArray, ini);
        QFETCH(const Setting, setting);
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(ini);
        file.close();
        QTEST(Settings(m_file).get(setting), "value");
    }

    void no_secret_is_stored() {
        Settings(m_file).set(Setting::Endpoints,
                             QStringList{u"https://me:pass@node.example:8545/v3/0123456789?key=abc"_s,
                                         u"http://10.0.0.1/ext/bc/C/rpc"_s});
        QCOMPARE(Settings(m_file).get(Setting::Endpoints),
                 (QStringList{u"https://node.example:8545"_s, u"http://10.0.0.1/ext/bc/C/rpc"_s}));
        QFile file(m_file);
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray stored = file.readAll();
        QVERIFY(stored.contains("node.example"));
        for (const char* secret : {"me:", "pass@", "abc", "0123456789"}) {
            QVERIFY2(!stored.contains(secret), stored);
        }
    }

    void recent_cases_newest_first() {
        Settings settings(m_file);
        for (int i = 0; i < 15; ++i) {
            settings.addRecent(u"/cases/%1"_s.arg(i), u"unproven"_s);
        }
        settings.addRecent(u"/cases/9"_s, u"verified"_s); // moves to the front
        const QList<Settings::Recent> recent = Settings(m_file).recent();
        QCOMPARE(recent.size(), 12);
        QCOMPARE(recent[0].path, u"/cases/9"_s);
        QCOMPARE(recent[0].verdict, u"verified"_s);
        QCOMPARE(recent[1].path, u"/cases/14"_s);
        QCOMPARE(recent[11].path, u"/cases/3"_s);
        QCOMPARE(std::ranges::count(recent, u"/cases/9"_s, &Settings::Recent::path), 1);
    }

    void pinned_cases_stay() {
        Settings settings(m_file);
        for (int i = 0; i < 3; ++i) {
            settings.addRecent(u"/cases/%1"_s.arg(i), u"verified"_s);
        }
        settings.pinRecent(u"/cases/0"_s, true);
        for (int i = 3; i < 20; ++i) {
            settings.addRecent(u"/cases/%1"_s.arg(i), u"verified"_s);
        }
        QList<Settings::Recent> recent = Settings(m_file).recent();
        QCOMPARE(recent.size(), 13); // twelve beside the pinned one, which comes first
        QCOMPARE(recent[0].path, u"/cases/0"_s);
        QVERIFY(recent[0].pinned && !recent[1].pinned);
        settings.addRecent(u"/cases/0"_s, u"mismatch"_s); // opened again: still pinned
        QCOMPARE(settings.recent()[0].verdict, u"mismatch"_s);
        QVERIFY(settings.recent()[0].pinned);
        settings.clearRecent();
        QCOMPARE(settings.recent().size(), 1);
        settings.pinRecent(u"/cases/0"_s, false);
        settings.clearRecent();
        QVERIFY(settings.recent().isEmpty());
    }

    void missing_cases_are_forgotten() {
        Settings settings(m_file);
        settings.addRecent(m_folder->path(), u"verified"_s);
        settings.addRecent(m_folder->filePath(u"gone.hex"_s), u"verified"_s);
        QCOMPARE(settings.forgetMissing(), qsizetype{1});
        QCOMPARE(settings.recent().size(), 1);
        QCOMPARE(settings.recent()[0].path, m_folder->path());
    }

    void reset_takes_back_what_was_chosen_and_no_more() {
        Settings settings(m_file);
        settings.set(Setting::Theme, u"dark"_s);
        settings.set(Setting::RestoreCases, false);
        settings.set(Setting::Language, u"de"_s);
        settings.addRecent(u"/cases/1"_s, u"verified"_s);
        settings.set(Setting::WindowState, QByteArray("x"));
        settings.reset();
        for (const Settings::Row& row : Settings::table()) {
            if (row.chosen) {
                QCOMPARE(settings.get(row.setting), row.fallback);
            }
        }
        QCOMPARE(settings.recent().size(), 1);
        QCOMPARE(settings.get(Setting::WindowState), QByteArray("x"));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    QString m_file;
};

QTEST_GUILESS_MAIN(TestSettings)
#include "test_settings.moc"
