// The lines in which endpoints under names are stored: one form each, and nothing secret in any.
#include "model/settings/endpoint_profile.h"
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

class TestEndpointProfile : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void lines_have_one_form_data() {
        QTest::addColumn<QString>("line");
        QTest::addColumn<bool>("good");
        const auto row = [](const char* name, const QString& line, bool good) {
            QTest::newRow(name) << line << good;
        };
        row("good", u"n\thttps://a.example\t1\t0\t1\t0"_s, true);
        row("no chain", u"n\thttps://a.example\t0\t7\t\t1"_s, true);
        row("key of one run", u"n\thttps://a.example\t0\t7\t\t2"_s, true);
        row("no such place", u"n\thttps://a.example\t0\t7\t\t3"_s, false);
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
    }
};

QTEST_GUILESS_MAIN(TestEndpointProfile)
#include "test_endpoint_profile.moc"
