#include "model/items/meaning.h"
#include "model/net/request_log.h"
#include <QAbstractItemModelTester>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope::model;

namespace {

RequestRecord recordNumber(int number) {
    return {QDateTime(QDate(2026, 6, 12), QTime(8, 16, 0, 5)),
            u"node:8545"_s,
            u"eth_chainId"_s,
            u"ok"_s,
            true,
            number,
            40};
}

} // namespace

class TestRequestLog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void shows_records() {
        RequestLog log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.append(recordNumber(12));
        QStringList texts, headers;
        for (int column = 0; column < RequestLog::ColumnCount; ++column) {
            texts += log.index(0, column).data().toString();
            headers += log.headerData(column, Qt::Horizontal, Qt::DisplayRole).toString();
        }
        QCOMPARE(texts, (QStringList{u"08:16:00.005"_s, u"node:8545"_s, u"eth_chainId"_s, u"ok"_s, u"12 ms"_s,
                                     u"40 B"_s}));
        QCOMPARE(headers, (QStringList{u"Time"_s, u"Endpoint"_s, u"Method"_s, u"Outcome"_s, u"Duration"_s,
                                       u"Size"_s}));
        QCOMPARE(log.index(0, RequestLog::Outcome).data(MeaningRole).value<Meaning>(), Meaning::Passed);
        RequestRecord bad = recordNumber(1);
        bad.ok = false;
        log.append(bad);
        QCOMPARE(log.index(1, RequestLog::Outcome).data(MeaningRole).value<Meaning>(), Meaning::Warning);
    }

    void drops_the_oldest() {
        RequestLog log;
        for (int i = 0; i < RequestLog::max_records + 3; ++i) {
            log.append(recordNumber(i));
        }
        QCOMPARE(log.rowCount(), RequestLog::max_records);
        QCOMPARE(log.record(0).milliseconds, 3);
        QCOMPARE(log.record(RequestLog::max_records - 1).milliseconds, RequestLog::max_records + 2);
    }

    void clears() {
        RequestLog log;
        const QAbstractItemModelTester tester(&log, QAbstractItemModelTester::FailureReportingMode::QtTest);
        log.append(recordNumber(1));
        log.clear();
        QCOMPARE(log.rowCount(), 0);
        QCOMPARE(log.data(log.index(0, 0), Qt::DisplayRole), QVariant());
    }
};

QTEST_GUILESS_MAIN(TestRequestLog)
#include "test_request_log.moc"
