// Other tables of the bundle and traces beside a case, on the recorded runs: what they tell is shown, and
// never changes a verdict.
#include "model/items/node_checks.h"
#include "model/items/order_models.h"
#include "model_test_support.h"
#include "session_watch.h"
#include <QAbstractItemModelTester>

using namespace anchorscope;
using namespace anchorscope::model;
using transition::TreeBasis;

namespace {

codec::Json jsonOf(const QString& name) {
    const QByteArray text = contents(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/data/eez/") + name);
    return codec::parse_json(text.toStdString()).value();
}

QByteArray tableOf(const QString& scenario, const char* side) {
    return QByteArray::fromStdString(
        jsonOf(scenario + u"/oracle.json"_s).at(side).at(0).at("calldataHex").get<std::string>());
}

} // namespace

class TestCompanions : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<Folder>(); }
    void a_peer_tells_the_order();
    void a_trace_needs_a_manager();
    void a_broken_peer_is_told_and_changes_nothing();
    void attached_while_open();
    void replay_of_a_table();

private:
    QString put(const QString& scenario, const char* side) {
        return m_folder->put(scenario + QLatin1String(side) + u".hex"_s, tableOf(scenario, side));
    }
    std::unique_ptr<Folder> m_folder;
};

void TestCompanions::a_peer_tells_the_order() {
    CaseFiles files = CaseFiles::discover(put(u"reentrant"_s, "l1"));
    Watched alone;
    alone.session.open(files);
    QVERIFY(alone.wait());
    QCOMPARE(alone.session.parts().tree->basis, TreeBasis::ambiguous);
    QVERIFY(alone.session.parts().order && !alone.session.parts().order->bundle);

    files.peers = {put(u"reentrant"_s, "l2")};
    Watched watched;
    watched.session.open(files);
    QVERIFY(watched.wait());
    const Parts& parts = watched.session.parts();
    QCOMPARE(parts.tree->basis, TreeBasis::peer);
    QCOMPARE(parts.order->tree, parts.tree);
    QCOMPARE(parts.report->verdict, alone.session.parts().report->verdict);
    QCOMPARE(verify::verify(*parts.request, *parts.evidence, parts.examined.get(), nullptr).verdict,
             parts.report->verdict);

    CrossingModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOrder(parts.order);
    QCOMPARE(model.rowCount(), static_cast<int>(parts.order->joined.crossings.size()));
    QVERIFY(model.rowCount() > 3);
    bool inside = false;
    for (int row = 0; row < model.rowCount(); ++row) {
        const QString way = model.index(row, CrossingModel::Way).data().toString();
        QVERIFY2(way.contains(u" → "_s) && way.contains(u"Rollup 1"_s), qPrintable(way));
        inside = inside || model.rows()[row].depth > 0;
    }
    QVERIFY(inside); // a re-entry
    model.setOrder(alone.session.parts().order);
    QCOMPARE(model.rowCount(), 0);
}

void TestCompanions::a_trace_needs_a_manager() {
    const codec::Json chain = jsonOf(u"revertCounter/l1/chain.json"_s);
    CaseFiles files = CaseFiles::discover(put(u"revertCounter"_s, "l1"));
    int number = 0;
    for (const codec::Json& block : chain.at("blocks")) {
        for (const codec::Json& trace : block.at("traces")) {
            if (!trace.is_null()) {
                files.traces +=
                    m_folder->put(u"trace%1.json"_s.arg(number++), QByteArray::fromStdString(trace.dump()));
            }
        }
    }
    QVERIFY(number > 0);
    Watched without;
    without.session.open(files);
    QVERIFY(without.wait());
    QVERIFY(without.session.parts().tree->basis != TreeBasis::trace);
    const auto findings = without.session.parts().order->findings();
    QVERIFY(std::ranges::any_of(
        findings, [](const Finding& each) { return each.rule == model::rules::trace_without_manager; }));

    Watched with;
    VerifyOptions options;
    options.expect.manager = Address::from(Bytes(from_hex(chain.at("manager").get<std::string>()).value()));
    with.session.setOptions(options);
    with.session.open(files);
    QVERIFY(with.wait());
    QCOMPARE(with.session.parts().tree->basis, TreeBasis::trace);
    QCOMPARE(with.session.parts().report->verdict, without.session.parts().report->verdict);

    // Even where the posting is proven, what only a trace says is never green.
    const Parts& parts = with.session.parts();
    const NodeChecks checks(*parts.table, *parts.tree, parts.examined.get(), true);
    bool agrees = false;
    for (quint32 node = 0; node < parts.tree->nodes.size(); ++node) {
        QVERIFY(checks.check(node).meaning != Meaning::Passed);
        agrees = agrees || checks.check(node).text == u"Trace agrees"_s;
    }
    QVERIFY(agrees);
}

void TestCompanions::a_broken_peer_is_told_and_changes_nothing() {
    CaseFiles files = CaseFiles::discover(sound);
    files.peers = {m_folder->put(u"no.hex"_s, "0x12345678"), m_folder->filePath(u"absent.hex"_s)};
    Watched watched;
    watched.session.open(files);
    QVERIFY(watched.wait());
    QCOMPARE(watched.verdict(), u"verified"_s);
    const auto findings = watched.session.parts().order->findings();
    QVERIFY(findings.size() >= 2);
    QCOMPARE(findings[0].rule, std::string(table::rules::table_unknown));
    QCOMPARE(findings[0].place, "peer no.hex");
    QCOMPARE(findings[1].rule, std::string(model::rules::companion_unreadable));
    QCOMPARE(findings[1].severity, Severity::error);
}

void TestCompanions::attached_while_open() {
    Watched watched;
    QVERIFY(watched.open(put(u"reentrant"_s, "l1")));
    const auto table = watched.session.parts().table;
    watched.order.clear();
    watched.session.attachPeer(put(u"reentrant"_s, "l2"));
    QVERIFY(watched.wait());
    QCOMPARE(watched.session.parts().table, table); // not decoded again
    QCOMPARE(watched.session.parts().tree->basis, TreeBasis::peer);
    QCOMPARE(watched.session.parts().order->bundle->size(), std::size_t{2});
    watched.session.attachPeer(m_folder->filePath(u"reentrantl2.hex"_s)); // once is enough
    QCOMPARE(watched.session.files().peers.size(), 1);
}

void TestCompanions::replay_of_a_table() {
    Watched watched;
    QVERIFY(watched.open(sound));
    const auto order = watched.session.parts().order;
    QVERIFY(order->replay);
    ReplayModel model;
    const QAbstractItemModelTester tester(&model, QAbstractItemModelTester::FailureReportingMode::QtTest);
    model.setOrder(order);
    QCOMPARE(model.rowCount(),
             static_cast<int>(order->replay->rollups.size() + order->replay->entries.size()));
    QVERIFY(model.index(0, ReplayModel::Step).data().toString().startsWith(u"Rollup "_s));
    const int entry = static_cast<int>(order->replay->rollups.size());
    QCOMPARE(model.index(entry, ReplayModel::Step).data().toString(), u"entry 0"_s);
    QVERIFY(model.index(entry, 0).data(NodeRole).isValid());
    QCOMPARE(model.rows()[entry].range, std::optional(order->table->entries[0].range));
    model.setOrder(nullptr);
    QCOMPARE(model.rowCount(), 0);
}

QTEST_GUILESS_MAIN(TestCompanions)
#include "test_companions.moc"
