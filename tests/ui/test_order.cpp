// The pages beside the tree: calls across the tables of a bundle, and the table replayed.
#include "core/codec/json.h"
#include "core/digest/slice.h"
#include "core/synth/synth.h"
#include "model/items/order_models.h"
#include "model/items/tree_model.h"
#include "ui/paint/theme.h"
#include "window_fixture.h"
#include <QFile>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

QString tableOf(const QTemporaryDir& folder, const QString& scenario, const char* side) {
    QFile oracle(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/data/eez/%1/oracle.json").arg(scenario));
    if (!oracle.open(QIODevice::ReadOnly)) {
        return {};
    }
    const auto json = codec::parse_json(oracle.readAll().toStdString());
    const QString path = folder.filePath(scenario + QLatin1String(side) + u".hex"_s);
    QFile file(path);
    const auto hex = json->at(side).at(0).at("calldataHex").get<std::string>();
    return file.open(QIODevice::WriteOnly) && file.write(hex.data(), static_cast<qint64>(hex.size())) > 0
               ? path
               : QString();
}

QString write(const QTemporaryDir& folder, const QString& name, const std::string& text) {
    const QString path = folder.filePath(name);
    QFile file(path);
    return file.open(QIODevice::WriteOnly) && file.write(text.data(), static_cast<qint64>(text.size())) > 0
               ? path
               : QString();
}

} // namespace

class TestOrder : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void aPeerFillsTheCrossings() {
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        QVERIFY(fixture.open(tableOf(folder, u"reentrant"_s, "l1")));
        auto* crossings = fixture.list(u"Calls across the tables of the bundle"_s);
        QVERIFY(crossings);
        QCOMPARE(crossings->model()->rowCount(), 0);
        QCOMPARE(fixture.session.parts().tree->basis, transition::TreeBasis::ambiguous);

        fixture.session.attachPeer(tableOf(folder, u"reentrant"_s, "l2"));
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session.parts().tree->basis, transition::TreeBasis::peer);
        QVERIFY(crossings->model()->rowCount() > 3);
        fixture.find<ui::CaseView>()
            ->panel(ui::CaseView::Part::Tree)
            ->setCurrentPage(ui::CaseView::CrossingsTab);
        QVERIFY(crossings->isVisible());
        // A row of this table chooses its bytes everywhere.
        int own = -1;
        for (int row = 0; row < crossings->model()->rowCount() && own < 0; ++row) {
            own = crossings->model()->index(row, 0).data(model::RangeRole).isValid() ? row : -1;
        }
        QVERIFY(own >= 0);
        crossings->setCurrentIndex(crossings->model()->index(own, 0));
        QCOMPARE(fixture.selection()->choice().range,
                 std::optional(crossings->model()->index(own, 0).data(model::RangeRole).value<ByteRange>()));
        fixture.shot(u"crossings-light"_s);
        QVERIFY(fixture.banner().meaning == model::Meaning::Warning); // still no anchor
    }

    void aReplayFollowsTheEntries() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* replay = fixture.list(u"The table replayed"_s);
        QVERIFY(replay);
        fixture.find<ui::CaseView>()
            ->panel(ui::CaseView::Part::Tree)
            ->setCurrentPage(ui::CaseView::ReplayTab);
        QVERIFY(replay->isVisible());
        QCOMPARE(replay->model()->rowCount(), 2); // one rollup, one entry
        QCOMPARE(replay->model()->index(1, model::ReplayModel::Fate).data().toString(), u"runs"_s);
        QCOMPARE(replay->model()
                     ->index(1, model::ReplayModel::Fate)
                     .data(model::MeaningRole)
                     .value<model::Meaning>(),
                 model::Meaning::Passed);
        fixture.shot(u"replay-light"_s);
        QCOMPARE(fixture.banner().meaning, model::Meaning::Passed);
    }

    // Twenty rollups, calls nested thirty deep: everything keeps its place and can be read.
    void manyRollupsPushNothingAside() {
        const QTemporaryDir folder;
        synth::Options options;
        options.entries = 40;
        options.rollups = 20;
        options.depth = 30;
        options.lookups = 60;
        const auto made = synth::make(options).value();
        write(folder, u"envelope.json"_s, made.envelope_file);
        write(folder, u"evidence.json"_s, made.evidence_file);
        QVERIFY(!write(folder, u"table.hex"_s, made.table_file).isEmpty());
        test::WindowFixture fixture;
        model::VerifyOptions stated;
        stated.pins = {made.pin};
        stated.expect.manager = made.manager;
        stated.expect.contract = made.contract;
        fixture.session.setOptions(stated);
        QVERIFY(fixture.open(folder.path()));
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::verified);
        QCOMPARE(fixture.session.parts().tree->basis, transition::TreeBasis::events);

        auto* tree = fixture.find<ui::TreeView>();
        auto* model = qobject_cast<model::TreeModel*>(tree->model());
        QVERIFY(model->laneNames().size() >= 20);
        QVERIFY(tree->columnWidth(model::TreeModel::Lane) <= 338);
        fixture.shot(u"many-rollups-light"_s);
        QVERIFY2(tree->columnWidth(model::TreeModel::Transition) >= 200,
                 qPrintable(QString::number(tree->columnWidth(model::TreeModel::Transition))));
        auto* view = fixture.find<ui::CaseView>();
        QVERIFY2(view->panel(ui::CaseView::Part::Details)->width() >= 300,
                 qPrintable(QString::number(view->panel(ui::CaseView::Part::Details)->width())));
        QCOMPARE(fixture.window.size(), QSize(1440, 900));
        fixture.shot(u"many-rollups-light"_s);

        // The deepest row is still in view, text and all.
        view->unfoldAll(true);
        quint32 deepest = 0;
        const auto& nodes = fixture.session.parts().tree->nodes;
        for (quint32 node = 0; node < nodes.size(); ++node) {
            deepest = nodes[node].depth > nodes[deepest].depth ? node : deepest;
        }
        QVERIFY(nodes[deepest].depth > 30);
        fixture.selection()->chooseNode(deepest);
        QTest::qWait(30);
        const QRect row = tree->visualRect(model->indexOf(deepest));
        QVERIFY(tree->viewport()->rect().intersects(row));
        QVERIFY2(row.width() >= 80, qPrintable(QString::number(row.width())));
        fixture.shot(u"many-rollups-deep-light"_s);
        fixture.find<ui::CaseView>()
            ->panel(ui::CaseView::Part::Tree)
            ->setCurrentPage(ui::CaseView::ReplayTab);
        const auto rollups = static_cast<int>(fixture.session.parts().order->replay->rollups.size());
        QVERIFY(rollups >= 19); // that entries of this seed change
        QCOMPARE(fixture.list(u"The table replayed"_s)->model()->rowCount(), rollups + 40);
        fixture.shot(u"many-rollups-replay-light"_s);
    }

    void aSliceShowsItsEntries() {
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const auto slice = digest::make_slice(*fixture.session.parts().table, U256(1)).value();
        QVERIFY(fixture.open(write(folder, u"r1.slice"_s, digest::slice_text(slice).value())));
        auto* instead = fixture.list(u"What is there instead of a table"_s);
        QVERIFY(instead && instead->isVisible());
        QStringList first;
        for (int row = 0; row < instead->model()->rowCount(); ++row) {
            first += instead->model()->index(row, 0).data().toString();
        }
        QVERIFY2(first.contains(u"entries[0]"_s) && first.contains(u"rollingHash"_s),
                 qPrintable(first.join(u' ')));
        QCOMPARE(instead->model()->index(1, 0).data().toString(), u"root"_s);
        QCOMPARE(instead->model()->index(1, 1).data(model::CopyRole).toString().toStdString(),
                 slice.root.hex());
        QVERIFY2(fixture.banner().headline.contains(u"of rollup 1"_s), qPrintable(fixture.banner().headline));
        fixture.shot(u"slice-light"_s);
        QVERIFY(fixture.openSample(u"late"_s));
        QVERIFY(!instead->isVisible());
    }

    void anUnknownFunctionIsShownWordByWord() {
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        std::string hex = to_hex(fixture.session.parts().source->bytes());
        hex.replace(2, 8, "12345678");
        QVERIFY(fixture.open(write(folder, u"next.hex"_s, hex)));
        auto* instead = fixture.list(u"What is there instead of a table"_s);
        QVERIFY(instead && instead->isVisible());
        QCOMPARE(instead->model()->index(0, 1).data().toString(), u"0x12345678"_s);
        QCOMPARE(instead->model()->index(1, 1).data().toString(), u"eez-main.l1"_s);
        QVERIFY(instead->model()->index(1, 2).data().toString().startsWith(u"all arguments fit"_s));
        QCOMPARE(instead->model()->rowCount() > 50, true);
        instead->setCurrentIndex(instead->model()->index(6, 0));
        QCOMPARE(fixture.selection()->choice().range,
                 std::optional(instead->model()->index(6, 0).data(model::RangeRole).value<ByteRange>()));
        fixture.shot(u"unknown-light"_s);
    }

    void whatCannotBeUsedIsAFinding() {
        const QTemporaryDir folder;
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        fixture.session.attachPeer(folder.filePath(u"absent.hex"_s));
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.banner().meaning, model::Meaning::Passed);
        auto* findings = fixture.list(u"Findings"_s);
        QVERIFY(findings->model()->rowCount() > 0);
        QCOMPARE(findings->model()->index(0, model::FindingModel::Rule).data().toString(),
                 u"companion.unreadable"_s);
    }
};

ANCHORSCOPE_UI_TEST(TestOrder)
#include "test_order.moc"
