// The flat lists, against the recorded runs.
#include "model/items/table_models.h"
#include "model_test_support.h"
#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using Tester = QAbstractItemModelTester;

namespace {

/// The cells of one row, joined; empty where no row begins with `first`.
QString rowOf(const CellTableModel& model, const QString& first) {
    for (const CellTableModel::Row& row : model.rows()) {
        if (row.cells.first().text == first) {
            QStringList texts;
            for (const CellTableModel::Cell& cell : row.cells) {
                texts += cell.text;
            }
            return texts.join(u" | "_s);
        }
    }
    return {};
}

Meaning meaningIn(const CellTableModel& model, int row, int column) {
    return model.index(row, column).data(MeaningRole).value<Meaning>();
}

void show(FieldModel& fields, const LoadedCase& made, quint32 node) {
    fields.setNode(made.loaded.table, made.conclusion.tree, made.examined, node);
}

} // namespace

class TestTableModels : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        m_case = loadSample(u"deep-reentry"_s);
        m_tampered = loadSample(u"tampered"_s);
    }
    void fields_of_a_nested_frame();
    void fields_of_an_entry();
    void fields_of_a_call();
    void fields_of_a_return_are_those_of_its_call();
    void fields_of_the_bundle();
    void fields_of_every_node_lie_in_the_table();
    void byte_finds_the_deepest_row();
    void digests();
    void digest_mismatch();
    void anchors();
    void anchors_of_a_tampered_table();
    void anchor_without_parts();
    void findings_worst_first();
    void findings_know_their_nodes();
    void a_failed_rung_has_a_row();
    void rungs();
    void rungs_without_a_report();
    void meanings();

private:
    LoadedCase m_case, m_tampered;
};

void TestTableModels::fields_of_a_nested_frame() {
    FieldModel fields;
    const Tester tester(&fields, Tester::FailureReportingMode::QtTest);
    show(fields, m_case, 5); // nested 2, the picture's row
    QCOMPARE(rowOf(fields, u"from"_s), u"from | 0x5fc8…5707 on L1 | "_s);
    QCOMPARE(rowOf(fields, u"to"_s), u"to | proxy 0x0f58…041b on Rollup 1 | "_s);
    QCOMPARE(
        rowOf(fields, u"crossChainCallHash"_s),
        u"crossChainCallHash | 0x000ae99b41cbf3a2666a84d8e218e96c739c0e01bc51bcd7da98cc5bac2e6b75 | 1828"_s);
    QCOMPARE(rowOf(fields, u"callCount"_s), u"callCount | 0 | 1860"_s);
    QCOMPARE(rowOf(fields, u"returnData"_s), u"returnData | uint256 1 | 1956"_s);
    QVERIFY(!rowOf(fields, u"consumed in"_s).isEmpty());
    for (int row = 0; row < fields.rowCount(); ++row) {
        const QModelIndex value = fields.index(row, FieldModel::Value);
        QCOMPARE(value.data(NodeRole).toUInt(), 5U);
        if (fields.index(row, FieldModel::Field).data().toString() == u"returnData") {
            QCOMPARE(value.data(CopyRole).toString(), u"0x"_s + QString(63, u'0') + u'1');
            QCOMPARE(value.data(PathRole).toString(), u"entries[0].expectedL1ToL2Calls[1].returnData"_s);
        }
    }
}

void TestTableModels::fields_of_an_entry() {
    FieldModel fields;
    const Tester tester(&fields, Tester::FailureReportingMode::QtTest);
    fields.setReport(m_case.conclusion.report);
    show(fields, m_case, 1);
    QCOMPARE(rowOf(fields, u"destinationRollupId"_s), u"destinationRollupId | 1 | 516"_s);
    QCOMPARE(rowOf(fields, u"stateDeltas"_s), u"stateDeltas | 1 item | 772"_s);
    QCOMPARE(rowOf(fields, u"etherDelta"_s), u"etherDelta | 0 | 868"_s);
    const int last = fields.rowCount() - 1;
    QCOMPARE(fields.index(last, FieldModel::Field).data().toString(), u"rolling hash, recomputed"_s);
    QCOMPARE(meaningIn(fields, last, FieldModel::Value), Meaning::Passed);
    QVERIFY(fields.rows().at(5).depth > 0);
    QVERIFY(rowOf(fields, u"order"_s).isEmpty()); // by events: nothing was to decide
    fields.clear();
    QCOMPARE(fields.rowCount(), 0);
    show(fields, loadSample(u"deep-reentry"_s, false), 1);
    QCOMPARE(rowOf(fields, u"order"_s), u"order | ambiguous: 2 placements possible | "_s);
}

void TestTableModels::fields_of_a_call() {
    FieldModel fields;
    show(fields, m_case, 2);
    QCOMPARE(rowOf(fields, u"from"_s), u"from | 0xa513…c853 on Rollup 1 | "_s);
    QCOMPARE(rowOf(fields, u"call"_s), u"call | 0x5fc8…5707.deepCall(uint256) | "_s);
    QCOMPARE(rowOf(fields, u"returned"_s), u"returned | uint256 2 | "_s);
    QVERIFY(rowOf(fields, u"stateDeltas"_s).isEmpty());
}

void TestTableModels::fields_of_a_return_are_those_of_its_call() {
    FieldModel call, back;
    show(call, m_case, 5);
    show(back, m_case, 6);
    QCOMPARE(rowOf(back, u"crossChainCallHash"_s), rowOf(call, u"crossChainCallHash"_s));
    QCOMPARE(back.index(0, 0).data(NodeRole).toUInt(), 6U);
}

void TestTableModels::fields_of_the_bundle() {
    FieldModel fields;
    show(fields, m_case, 0);
    QCOMPARE(rowOf(fields, u"entries"_s).section(u" | "_s, 1, 1), u"1 item"_s);
    show(fields, m_case, 10'000);
    QCOMPARE(fields.rowCount(), 0);
    fields.setNode(nullptr, nullptr, nullptr, 0);
    QCOMPARE(fields.rowCount(), 0);
}

void TestTableModels::fields_of_every_node_lie_in_the_table() {
    FieldModel fields;
    for (const QString& run : {u"counter"_s, u"counterL2"_s, u"multi-call-nested"_s, u"reentrant"_s,
                               u"nestedCallRevert"_s, u"revertCounter"_s}) {
        for (const QString& side : {u"l1"_s, u"l2"_s}) {
            const LoadedCase made = loadRun(run, side);
            for (quint32 node = 0; node < made.conclusion.tree->nodes.size(); ++node) {
                show(fields, made, node);
                QVERIFY2(fields.rowCount() > 3, qPrintable(u"%1 %2 node %3"_s.arg(run, side).arg(node)));
                for (const CellTableModel::Row& row : fields.rows()) {
                    QVERIFY(!row.range || row.range->end() <= made.loaded.table->calldata().size());
                }
            }
        }
    }
}

void TestTableModels::byte_finds_the_deepest_row() {
    FieldModel fields;
    show(fields, m_case, 1);
    const int row = fields.rowAt(1828);
    QCOMPARE(fields.rows().at(row).path, u"entries[0].expectedL1ToL2Calls[1].crossChainCallHash"_s);
    QCOMPARE(fields.rowAt(0), -1); // the selector is in no field of an entry
}

void TestTableModels::digests() {
    DigestModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setParts(m_case.loaded.table, m_case.examined, m_case.conclusion.tree, m_case.conclusion.report);
    QStringList lines;
    for (const CellTableModel::Row& row : model.rows()) {
        lines += row.cells[0].text + u" | "_s + row.cells[1].text + u" | "_s + row.cells[2].text + u" | "_s +
                 row.cells[3].text;
    }
    QVERIFY(lines.contains(u"observation digest, sha2-256 | calldata | 0x8e79…196f | Equal"_s));
    QVERIFY(lines.contains(u"rolling hash, from events | entries[0] | 0xf621…5a73 | Equal"_s));
    QVERIFY(
        lines.contains(u"entry hash | entries[0] | 0x07ce…2e14 | Computed"_s)); // oracle.json, entryHashes[0]
    QVERIFY(lines.contains(u"shared public input | batch | 0x428b…9ecb | Computed"_s)); // oracle.json
    const int calldata =
        static_cast<int>(lines.indexOf(u"observation digest, sha2-256 | calldata | 0x8e79…196f | Equal"_s));
    QCOMPARE(meaningIn(model, calldata, DigestModel::Result), Meaning::Passed);
    QCOMPARE(model.index(calldata, 0).data(RungRole).toInt(), static_cast<int>(verify::RungId::digest));
    QCOMPARE(model.index(calldata, 0).data(RangeRole).value<ByteRange>(), (ByteRange{0, 2564}));
    QVERIFY(!model.index(0, 0).data(RungRole).isNull());
    QCOMPARE(model.index(calldata, DigestModel::Value).data(CopyRole).toString().size(), 66);
}

void TestTableModels::digest_mismatch() {
    DigestModel model;
    model.setParts(m_tampered.loaded.table, m_tampered.examined, m_tampered.conclusion.tree,
                   m_tampered.conclusion.report);
    QCOMPARE(model.index(0, DigestModel::Result).data().toString(), u"Mismatch"_s);
    QCOMPARE(meaningIn(model, 0, DigestModel::Result), Meaning::Failed);
    QVERIFY(model.index(0, DigestModel::Result).data(EmphasisRole).toBool());
    model.setParts(nullptr, nullptr, nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
}

void TestTableModels::anchors() {
    AnchorModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setParts(m_case.loaded.table, m_case.conclusion.tree, m_case.prepared.evidence,
                   m_case.conclusion.report);
    QCOMPARE(model.rowCount(), 3);
    QCOMPARE(rowOf(model, u"Recorded, ERC-8281"_s), u"Recorded, ERC-8281 | 12 | 0x8e79…196f | Equal"_s);
    QCOMPARE(model.headerData(AnchorModel::Log, Qt::Horizontal, Qt::DisplayRole).toString(), u"Log index"_s);
    QVERIFY(
        model.headerData(AnchorModel::Log, Qt::Horizontal, Qt::ToolTipRole).toString().contains(u"block"_s));
    QVERIFY(model.index(0, 0).data(Qt::ToolTipRole).toString().startsWith(u"Log 0 of receipt 2."_s));
    QCOMPARE(rowOf(model, u"EntryExecuted · entry 0"_s),
             u"EntryExecuted · entry 0 | 11 | 0xf621…5a73 | Equal"_s);
    QCOMPARE(rowOf(model, u"L2ExecutionPerformed · Rollup 1"_s),
             u"L2ExecutionPerformed · Rollup 1 | 10 | 0xc0e3…1c1d | Equal"_s);
    QCOMPARE(model.index(0, 0).data(RungRole).toInt(), static_cast<int>(verify::RungId::event));
    QCOMPARE(model.index(1, 0).data(NodeRole).toUInt(), 1U);
}

void TestTableModels::anchors_of_a_tampered_table() {
    AnchorModel model;
    model.setParts(m_tampered.loaded.table, m_tampered.conclusion.tree, m_tampered.prepared.evidence,
                   m_tampered.conclusion.report);
    QVERIFY(rowOf(model, u"Recorded, ERC-8281"_s).endsWith(u"| Mismatch"_s));
    QCOMPARE(meaningIn(model, 0, AnchorModel::Result), Meaning::Failed);
    QVERIFY(rowOf(model, u"EntryExecuted · entry 2"_s).endsWith(u"| No calls"_s));
}

void TestTableModels::anchor_without_parts() {
    AnchorModel model;
    model.setParts(m_case.loaded.table, m_case.conclusion.tree, nullptr, nullptr);
    QCOMPARE(model.rowCount(), 0);
    model.setParts(m_case.loaded.table, m_case.conclusion.tree, std::make_shared<verify::Evidence>(),
                   nullptr);
    QCOMPARE(model.rowCount(), 2); // log indices are not known without the block
    QCOMPARE(model.index(0, AnchorModel::Log).data().toString(), QString());
}

void TestTableModels::findings_worst_first() {
    FindingModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setFindings(nullptr, nullptr,
                      {{"a.info", Severity::info, {}, {}, "one"},
                       {"a.error", Severity::error, "digest", {}, "two"},
                       {"a.warning", Severity::warning, {}, {}, "three"},
                       {"b.error", Severity::error, {}, {}, "four"}});
    QStringList texts;
    for (int row = 0; row < model.rowCount(); ++row) {
        texts += model.index(row, FindingModel::Text).data().toString();
    }
    QCOMPARE(texts, (QStringList{u"two"_s, u"four"_s, u"three"_s, u"one"_s}));
    QCOMPARE(model.problems(), 3);
    QCOMPARE(meaningIn(model, 0, FindingModel::SeverityColumn), Meaning::Failed);
    QCOMPARE(meaningIn(model, 3, FindingModel::SeverityColumn), Meaning::Info);
    QCOMPARE(model.index(0, 0).data(RungRole).toInt(), static_cast<int>(verify::RungId::digest));
    QCOMPARE(model.index(1, 0).data(RungRole), QVariant());
}

void TestTableModels::findings_know_their_nodes() {
    FindingModel model;
    const ByteRange call = m_tampered.loaded.table->entries[1].calls[0].range;
    model.setFindings(m_tampered.loaded.table, m_tampered.conclusion.tree,
                      {{"x", Severity::error, "entries[2].callCount", {}, "by place"},
                       {"x", Severity::error, "entries[1].l2ToL1Calls[0]", call, "by range"},
                       {"x", Severity::error, "batch.proofs", {}, "nowhere"},
                       {"x", Severity::error, "entries[99]", {}, "not there"}});
    const auto& nodes = m_tampered.conclusion.tree->nodes;
    const quint32 second = model.index(0, 0).data(NodeRole).toUInt();
    QCOMPARE(nodes[second].entry, 2U);
    const quint32 third = model.index(1, 0).data(NodeRole).toUInt();
    QCOMPARE(nodes[third].kind, transition::NodeKind::call);
    QCOMPARE(nodes[third].entry, 1U);
    QCOMPARE(model.index(1, 0).data(RangeRole).value<ByteRange>(), call);
    QVERIFY(model.index(2, 0).data(NodeRole).isNull());
    QVERIFY(model.index(3, 0).data(NodeRole).isNull());
}

void TestTableModels::a_failed_rung_has_a_row() {
    FindingModel model;
    model.setFindings(m_tampered.loaded.table, m_tampered.conclusion.tree,
                      m_tampered.conclusion.report->findings);
    const auto rowOfRung = [&model](verify::RungId rung) {
        for (int row = 0; row < model.rowCount(); ++row) {
            if (model.index(row, 0).data(RungRole) == QVariant(static_cast<int>(rung))) {
                return row;
            }
        }
        return -1;
    };
    const int stale = rowOfRung(verify::RungId::trajectory);
    QVERIFY(stale >= 0);
    QCOMPARE(model.index(stale, FindingModel::Rule).data().toString(), u"trajectory.broken"_s);
    QCOMPARE(meaningIn(model, stale, FindingModel::SeverityColumn), Meaning::Failed);
    const quint32 node = model.index(stale, 0).data(NodeRole).toUInt();
    QCOMPARE(m_tampered.conclusion.tree->nodes[node].entry, 2U);
    const ByteRange delta = m_tampered.loaded.table->entries[2].deltas[0].range;
    QCOMPARE(model.index(stale, 0).data(RangeRole).value<ByteRange>(), (ByteRange{delta.offset + 32, 32}));
    QVERIFY(rowOfRung(verify::RungId::digest) >= 0);
    QCOMPARE(rowOfRung(verify::RungId::slot), -1);
}

void TestTableModels::rungs() {
    RungModel model;
    const Tester tester(&model, Tester::FailureReportingMode::QtTest);
    model.setReport(m_tampered.conclusion.report);
    QCOMPARE(model.rowCount(), 10);
    const int digest = static_cast<int>(verify::RungId::digest);
    QCOMPARE(model.index(digest, RungModel::Name).data().toString(), u"digest"_s);
    QCOMPARE(model.index(digest, RungModel::State).data().toString(), u"failed"_s);
    QCOMPARE(meaningIn(model, digest, RungModel::State), Meaning::Failed);
    QCOMPARE(model.index(digest, 0).data(RungRole).toInt(), digest);
    QVERIFY(model.index(digest, 0).data(Qt::ToolTipRole).toString().startsWith(u"expected 0xd39d"));
    const int block = static_cast<int>(verify::RungId::block);
    QCOMPARE(model.index(block, RungModel::BasisColumn).data().toString(), u"pinned: sample"_s);
    const int finality = static_cast<int>(verify::RungId::finality);
    QCOMPARE(model.index(finality, RungModel::BasisColumn).data().toString(), QString());
    QCOMPARE(meaningIn(model, finality, RungModel::State), Meaning::NotChecked);
}

void TestTableModels::rungs_without_a_report() {
    RungModel model;
    model.setReport(nullptr);
    QCOMPARE(model.rowCount(), 10);
    for (int row = 0; row < 10; ++row) {
        QCOMPARE(model.index(row, RungModel::State).data().toString(), u"not checked"_s);
        QCOMPARE(model.index(row, RungModel::Name).data().toString(),
                 textOf(verify::name(static_cast<verify::RungId>(row))));
    }
}

void TestTableModels::meanings() {
    using verify::RungState;
    QCOMPARE(meaningOf(RungState::passed), Meaning::Passed);
    QCOMPARE(meaningOf(RungState::passed_not_final), Meaning::NotFinal);
    QCOMPARE(meaningOf(RungState::failed), Meaning::Failed);
    QCOMPARE(meaningOf(RungState::not_checked), Meaning::NotChecked);
    QCOMPARE(meaningOf(RungState::cannot_check), Meaning::CannotCheck);
    QCOMPARE(meaningOf(Severity::error), Meaning::Failed);
    QCOMPARE(meaningOf(Severity::warning), Meaning::Warning);
    QCOMPARE(meaningOf(Severity::info), Meaning::Info);
}

QTEST_GUILESS_MAIN(TestTableModels)
#include "test_table_models.moc"
