// The user's filters survive the program; what is none, or cannot be told from another, is kept out.
#include "model/settings/filter_book.h"
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

class TestFilterBook : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() {
        m_folder = std::make_unique<QTemporaryDir>();
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
    }

    void savedFiltersSurvive() {
        QVERIFY(FilterBook(m_settings.get()).save(u"  My \t calls "_s, u" kind == call "_s));
        m_settings = std::make_unique<Settings>(m_folder->filePath(u"settings.ini"_s));
        const QList<FilterBook::Saved> saved = FilterBook(m_settings.get()).saved();
        QCOMPARE(saved.size(), 1);
        QCOMPARE(saved.first().name, u"My calls"_s);
        QCOMPARE(saved.first().filter, u"kind == call"_s);
    }

    void whatIsNoFilterIsNotSaved() {
        FilterBook book(m_settings.get());
        QVERIFY(!book.save(u"a"_s, u"kind =="_s));
        QVERIFY(!book.save(u"a"_s, u"  "_s));
        QVERIFY(!book.save(u" \n "_s, u"kind == call"_s));
        QVERIFY(!book.save(u"a"_s, u"a\tb"_s)); // would read back as another
        QVERIFY(book.saved().isEmpty());
        m_settings->set(Setting::SavedFilters, QStringList{u"a\tkind =="_s, u"kind == call"_s, u"\tproblem"_s,
                                                           u"b\tproblem"_s, u"b\treverted"_s});
        QCOMPARE(book.saved().size(), 1);
        QCOMPARE(book.saved().first().filter, u"problem"_s);
    }

    void aNameStandsForOneFilter() {
        FilterBook book(m_settings.get());
        QVERIFY(book.save(u"a"_s, u"problem"_s));
        QVERIFY(book.save(u"b"_s, u"reverted"_s));
        QVERIFY(book.save(u"a"_s, u"crossing"_s));
        QCOMPARE(book.saved().size(), 2);
        QCOMPARE(book.saved().first().filter, u"crossing"_s);
        QVERIFY(!book.rename(u"a"_s, u"b"_s));
        QVERIFY(!book.rename(u"c"_s, u"d"_s));
        QVERIFY(book.rename(u"a"_s, u"a"_s));
        QVERIFY(book.rename(u"a"_s, u"d"_s));
        book.remove(u"b"_s);
        QCOMPARE(book.saved().size(), 1);
        QCOMPARE(book.saved().first().name, u"d"_s);
    }

    void thereIsAnEndOfThem() {
        FilterBook book(m_settings.get());
        for (qsizetype i = 0; i < max_saved_filters; ++i) {
            QVERIFY(book.save(QString::number(i), u"step == %1"_s.arg(i)));
        }
        QVERIFY(!book.save(u"one more"_s, u"problem"_s));
        QVERIFY(book.save(u"3"_s, u"problem"_s)); // in place of another
        QVERIFY(book.save(QString(200, u'n'), u"problem"_s) == false);
        for (qsizetype i = 0; i < max_used_filters + 5; ++i) {
            book.use(u"step == %1"_s.arg(i));
        }
        QCOMPARE(book.used().size(), max_used_filters);
        QCOMPARE(book.used().first(), u"step == %1"_s.arg(max_used_filters + 4));
    }

    void theNewestIsUsedFirst() {
        FilterBook book(m_settings.get());
        book.use(u"problem"_s);
        book.use(u"reverted"_s);
        book.use(u" problem "_s);
        book.use(u"kind =="_s);
        QCOMPARE(book.used(), (QStringList{u"problem"_s, u"reverted"_s}));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
    std::unique_ptr<Settings> m_settings;
};

QTEST_GUILESS_MAIN(TestFilterBook)
#include "test_filter_book.moc"
