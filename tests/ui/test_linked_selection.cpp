// Choosing a row, field, byte, digest, log or rung chooses the same thing everywhere, with real clicks and
// keys.
#include "model/items/table_models.h"
#include "model/items/tree_model.h"
#include "window_fixture.h"
#include <QLabel>
#include <QStatusBar>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

void clickRow(QAbstractItemView* view, const QModelIndex& index) {
    view->scrollTo(index);
    QTest::mouseClick(view->viewport(), Qt::LeftButton, {}, view->visualRect(index).center());
}

QString place(const test::WindowFixture& fixture) {
    QStringList texts;
    for (const QLabel* label : fixture.window.statusBar()->findChildren<QLabel*>()) {
        texts += label->text();
    }
    return texts.join(u" | "_s);
}

/// The row of a list whose path ends so.
int rowNamed(const QAbstractItemModel* model, const QString& end) {
    for (int row = 0; row < model->rowCount(); ++row) {
        if (model->index(row, 0).data(model::PathRole).toString().endsWith(end)) {
            return row;
        }
    }
    return -1;
}

} // namespace

class TestLinkedSelection : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void aTreeRowChoosesFieldsBytesAndPlace() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* rows = qobject_cast<model::TreeModel*>(tree->model());
        clickRow(tree, rows->indexOf(2));
        const model::Parts& parts = fixture.session.parts();
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(2));
        QCOMPARE(fixture.selection()->choice().range, std::optional(parts.tree->range(*parts.table, 2)));
        auto* details = fixture.list(u"Fields of the chosen transition"_s);
        QVERIFY(details->model()->rowCount() > 2);
        auto* hex = fixture.find<ui::HexView>();
        QVERIFY(!hex->byteRect(parts.tree->range(*parts.table, 2).offset).isEmpty());
        const ByteRange range = parts.tree->range(*parts.table, 2);
        const QString path = QString::fromStdString(parts.tree->field_path(*parts.table, 2));
        QVERIFY2(place(fixture).contains(path), qPrintable(place(fixture)));
        QVERIFY(place(fixture).contains(u"bytes %1–%2"_s.arg(range.offset).arg(range.end() - 1)));
    }

    void aByteChoosesItsFieldAndRow() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* rows = qobject_cast<model::TreeModel*>(tree->model());
        const model::Parts& parts = fixture.session.parts();
        quint32 nested = 0; // of the first nested frame
        while (parts.tree->nodes[nested].kind != transition::NodeKind::nested) {
            ++nested;
        }
        const ByteRange range = parts.tree->range(*parts.table, nested);
        fixture.selection()->chooseNode(0);
        auto* hex = fixture.find<ui::HexView>();
        fixture.selection()->chooseField({}, range); // scrolls there
        fixture.selection()->chooseNode(0);
        fixture.selection()->chooseField({}, ByteRange{range.offset, 1});
        QTest::mouseClick(hex->viewport(), Qt::LeftButton, {}, hex->byteRect(range.offset + 2).center());
        const auto field = table::field_at(*parts.table, range.offset + 2);
        QVERIFY(field);
        QCOMPARE(fixture.selection()->choice().path, QString::fromStdString(field->path));
        QCOMPARE(rows->node(tree->currentIndex()), nested);
        auto* details = fixture.list(u"Fields of the chosen transition"_s);
        QCOMPARE(details->currentIndex().data(model::PathRole).toString(),
                 QString::fromStdString(field->path));
        QTest::keyClick(hex, Qt::Key_Down);
        QTest::keyClick(hex, Qt::Key_Down); // the next word, another field
        QVERIFY(fixture.selection()->choice().path != QString::fromStdString(field->path));
    }

    void aFieldChoosesItsBytesAndKeepsItsRow() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* rows = qobject_cast<model::TreeModel*>(tree->model());
        fixture.selection()->chooseNode(1);
        auto* details = fixture.list(u"Fields of the chosen transition"_s);
        const int row = rowNamed(details->model(), u".rollingHash"_s);
        QVERIFY(row >= 0);
        clickRow(details, details->model()->index(row, 1));
        QCOMPARE(rows->node(tree->currentIndex()), 1U);
        QCOMPARE(details->currentIndex().row(), row);
        const ByteRange range = details->model()->index(row, 0).data(model::RangeRole).value<ByteRange>();
        QCOMPARE(fixture.selection()->choice().range, std::optional(range));
        QVERIFY(!fixture.find<ui::HexView>()->byteRect(range.offset).isEmpty());
        QTest::keyClick(details, Qt::Key_Up);
        QCOMPARE(details->currentIndex().row(), row - 1);
    }

    void aDigestChoosesItsEntry() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* digests = fixture.list(u"Digests"_s);
        const int row = rowNamed(digests->model(), u"entries[0]"_s);
        QVERIFY(row >= 0);
        fixture.selection()->chooseNode(0);
        clickRow(digests, digests->model()->index(row, 2)); // hidden pages take clicks too
        QCOMPARE(digests->currentIndex().row(), row);
        QVERIFY(fixture.selection()->choice().path.startsWith(u"entries[0]"_s) ||
                fixture.selection()->choice().path.contains(u"entries[0]"_s));
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(1));
    }

    void aLogChoosesItsEntryAndRung() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* anchors = fixture.list(u"Anchor events"_s);
        int executed = -1;
        for (int row = 0; row < anchors->model()->rowCount(); ++row) {
            const QString event = anchors->model()->index(row, 0).data().toString();
            executed = event.startsWith(u"EntryExecuted"_s) ? row : executed;
        }
        QVERIFY(executed >= 0);
        fixture.selection()->chooseNode(0);
        clickRow(anchors, anchors->model()->index(executed, 0));
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(1));
        QCOMPARE(fixture.selection()->choice().rung, std::optional(verify::RungId::execution));
        QCOMPARE(anchors->currentIndex().row(), executed);
    }

    void aRungChoosesItsEvidence() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* proof = fixture.find<ui::ProofView>();
        const QModelIndex event = proof->model()->index(static_cast<int>(verify::RungId::event), 0);
        clickRow(proof, event);
        QCOMPARE(fixture.selection()->choice().rung, std::optional(verify::RungId::event));
        auto* anchors = fixture.list(u"Anchor events"_s);
        QVERIFY(anchors->isVisible());
        QVERIFY(anchors->currentIndex().data().toString().startsWith(u"Recorded"_s));
        QTest::keyClick(proof, Qt::Key_Up);
        QCOMPARE(fixture.selection()->choice().rung, std::optional(verify::RungId::digest));
        QVERIFY(fixture.list(u"Digests"_s)->isVisible());
        QCOMPARE(fixture.find<ui::Ladder>()->openStage(), verify::Stage::commitment);
        Q_EMIT fixture.find<ui::Ladder>()->rungActivated(verify::RungId::table);
        QCOMPARE(proof->currentIndex().row(), static_cast<int>(verify::RungId::table));
        QVERIFY(fixture.list(u"Findings"_s)->isVisible());
    }

    void changesComeOnceAndOnlyWhenThereIsOne() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        QSignalSpy changes(fixture.selection(), &ui::Selection::changed);
        fixture.selection()->chooseNode(3);
        QCOMPARE(changes.count(), 1);
        fixture.selection()->chooseNode(3);
        QCOMPARE(changes.count(), 1);
        fixture.selection()->chooseRung(verify::RungId::slot);
        QCOMPARE(changes.count(), 2);
    }

    void theChoiceSurvivesVerifyingAgain() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        fixture.selection()->chooseNode(4);
        const ui::Choice before = fixture.selection()->choice();
        QTest::keyClick(&fixture.window, Qt::Key_F5);
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.selection()->choice().path, before.path);
        QCOMPARE(fixture.selection()->choice().range, before.range);
        QVERIFY(fixture.selection()->choice().node.has_value());
    }

    void hoveringPreviewsWithoutChoosing() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* tree = fixture.find<ui::TreeView>();
        auto* rows = qobject_cast<model::TreeModel*>(tree->model());
        fixture.selection()->chooseNode(1);
        QSignalSpy previews(fixture.selection(), &ui::Selection::previewed);
        fixture.selection()->previewRow(rows->indexOf(2));
        QCOMPARE(previews.count(), 1);
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(1));
        fixture.selection()->preview(std::nullopt);
        QCOMPARE(previews.count(), 2);
    }
};

ANCHORSCOPE_UI_TEST(TestLinkedSelection)
#include "test_linked_selection.moc"
