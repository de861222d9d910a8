// The pages beside the tree: calls across the tables of a bundle, and the table replayed.
#include "core/codec/json.h"
#include "model/items/order_models.h"
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

} // namespace

class TestOrder : public QObject {
    Q_OBJECT
private slots:
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

QTEST_MAIN(TestOrder)
#include "test_order.moc"
