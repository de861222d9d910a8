// The session stopped, closed, replaced or destroyed while it runs.
#include "session_watch.h"

using namespace anchorscope;
using namespace anchorscope::model;

class TestSessionCancel : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void cancel_while_loading();
    void cancel_keeps_the_last_report();
    void close_forgets_the_case();
    void new_case_drops_the_old_run();
    void destroyed_while_running();
    void cancel_while_fetching();
    void late_answers_are_dropped();
};

void TestSessionCancel::cancel_while_loading() {
    Watched watched;
    watched.session.open(CaseFiles::discover(sound));
    watched.order.clear();
    watched.session.cancel();
    QCOMPARE(watched.session.phase(), Phase::empty);
    QCOMPARE(watched.order.count(u"finished"_s), 1);
    QTest::qWait(200);
    QCOMPARE(watched.order.count(u"finished"_s), 1); // nothing of the cancelled run arrives
    QVERIFY(!watched.session.parts().source);
    watched.session.cancel(); // nothing to cancel
    QCOMPARE(watched.order.count(u"finished"_s), 1);
}

void TestSessionCancel::cancel_keeps_the_last_report() {
    Watched watched;
    QVERIFY(watched.open(sound));
    const Parts before = watched.session.parts();
    watched.session.verifyAgain();
    watched.session.cancel();
    QTest::qWait(200);
    QCOMPARE(watched.session.parts().report, before.report);
    QCOMPARE(watched.session.parts().evidence, before.evidence);
    QCOMPARE(watched.session.parts().table, before.table);
    QCOMPARE(watched.session.phase(), Phase::done);
}

void TestSessionCancel::close_forgets_the_case() {
    Watched watched;
    QVERIFY(watched.open(sound));
    watched.session.close();
    QCOMPARE(watched.session.phase(), Phase::empty);
    QVERIFY(!watched.session.parts().source && !watched.session.parts().report);
    QVERIFY(watched.session.files().isEmpty());
    watched.order.clear();
    watched.session.verifyAgain();
    QTest::qWait(100);
    QVERIFY(watched.order.isEmpty());
}

void TestSessionCancel::new_case_drops_the_old_run() {
    Watched watched;
    for (const Phase phase : {Phase::loading, Phase::loading, Phase::loading}) {
        watched.session.open(CaseFiles::discover(u":/samples/tampered"_s));
        QCOMPARE(watched.session.phase(), phase);
    }
    watched.session.open(CaseFiles::discover(sound));
    watched.order.clear();
    QVERIFY(watched.wait());
    QTest::qWait(200);
    QCOMPARE(watched.order.count(u"report"_s), 1);
    QCOMPARE(watched.verdict(), u"verified"_s);
}

void TestSessionCancel::destroyed_while_running() {
    for (int wait = 0; wait < 20; ++wait) {
        Session session;
        session.open(CaseFiles::discover(sound));
        QTest::qWait(wait);
    }
}

void TestSessionCancel::cancel_while_fetching() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    Watched watched;
    QVERIFY(watched.open(sound));
    const auto report = watched.session.parts().report;
    watched.session.setOptions(asking(server.url()));
    QTRY_VERIFY(!server.requests().isEmpty());
    QCOMPARE(watched.session.phase(), Phase::fetching);
    watched.session.cancel();
    QCOMPARE(watched.session.phase(), Phase::done);
    QCOMPARE(watched.session.parts().report, report);
    QCOMPARE(watched.session.requestLog()->record(0).outcome, u"cancelled"_s);
}

void TestSessionCancel::late_answers_are_dropped() {
    HttpServer server([](const HttpRequest&) { return HttpResponse{200, "", "", Mode::Silent}; });
    Watched watched;
    watched.session.setOptions(asking(server.url()));
    watched.session.open(CaseFiles::discover(sound));
    QTRY_VERIFY(!server.requests().isEmpty());
    VerifyOptions offline;
    watched.order.clear();
    watched.session.setOptions(offline); // the run that still waits for answers is over
    QVERIFY(watched.wait());
    QTest::qWait(300);
    QCOMPARE(watched.order.count(u"report"_s), 1);
    QCOMPARE(watched.verdict(), u"verified"_s);
    QVERIFY(watched.session.parts().evidence->endpoints.empty());
}

QTEST_GUILESS_MAIN(TestSessionCancel)
#include "test_session_cancel.moc"
