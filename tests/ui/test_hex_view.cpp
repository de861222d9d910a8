// Geometry, selection and painting of the bytes' view.
#include "qt_warnings.h"
#include "ui/paint/theme.h"
#include "ui/views/hex_view.h"
#include <QScrollBar>
#include <QSignalSpy>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

std::shared_ptr<const table::TableSource> sourceOf(std::size_t size) {
    auto source = std::make_shared<table::TableSource>();
    source->name = "bytes.bin";
    source->file.resize(size);
    for (std::size_t i = 0; i < size; ++i) {
        source->file[i] = static_cast<std::uint8_t>(i);
    }
    source->file_sha256.bytes[0] = static_cast<std::uint8_t>(size);
    return source;
}

QPoint middleOf(const ui::HexView& view, std::uint64_t offset) { return view.byteRect(offset).center(); }

} // namespace

class TestHexView : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void offsetsGetAsManyDigitsAsTheyNeed() {
        QCOMPARE(ui::HexLayout::digitsFor(0), 4);
        QCOMPARE(ui::HexLayout::digitsFor(0x10000), 4);
        QCOMPARE(ui::HexLayout::digitsFor(0x10001), 6);
        QCOMPARE(ui::HexLayout::digitsFor(std::uint64_t{1} << 30U), 8);
        QCOMPARE(ui::HexLayout::lineCount(0), 0);
        QCOMPARE(ui::HexLayout::lineCount(16), 1);
        QCOMPARE(ui::HexLayout::lineCount(17), 2);
    }

    void everyByteIsFoundWhereItIsPainted() {
        const ui::HexLayout layout;
        for (std::uint64_t byte = 0; byte < 48; ++byte) {
            const int column = static_cast<int>(byte % 16);
            const double line = static_cast<double>(byte / 16) * ui::HexLayout::line_height;
            const QPointF middle = layout.cells(column, column + 1).center() + QPointF(0, line);
            QCOMPARE(layout.byteAt(middle, 48), std::optional(byte));
            const QPointF text(layout.textLeft() + (column + 0.5) * layout.digit, line + 3);
            QCOMPARE(layout.byteAt(text, 48), std::optional(byte));
        }
        QVERIFY(!layout.byteAt({layout.byteX(3), 100}, 48)); // below the last line
        QVERIFY(!layout.byteAt({2, 2}, 48));                 // in the offsets
        QVERIFY(!layout.byteAt({layout.byteX(0), -1}, 48));
    }

    void outlineOfARangeFollowsItsLines() {
        const ui::HexLayout layout;
        const QPainterPath path = layout.outline({12, 8}, 0, 10); // four bytes here, four there
        QVERIFY(path.contains(layout.cells(13, 14).center()));
        QVERIFY(path.contains(layout.cells(2, 3).center() + QPointF(0, 22)));
        QVERIFY(!path.contains(layout.cells(2, 3).center()));
        QVERIFY(!path.contains(layout.cells(13, 14).center() + QPointF(0, 22)));
        QVERIFY(layout.outline({12, 0}, 0, 10).isEmpty());
        QVERIFY(layout.outline({12, 8}, 5, 10).isEmpty());
    }

    void clicksAndKeysChooseBytes() {
        ui::Selection selection;
        ui::HexView view(&selection);
        view.resize(600, 200);
        view.setSource(sourceOf(1024), nullptr);
        view.show();
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, middleOf(view, 19));
        QCOMPARE(selection.choice().range, std::optional(ByteRange{19, 1}));
        QCOMPARE(view.copyText(), u"0x13"_s);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.caret(), 35U);
        QTest::keyClick(&view, Qt::Key_Right);
        QCOMPARE(selection.choice().range, std::optional(ByteRange{36, 1}));
        QTest::keyClick(&view, Qt::Key_Home);
        QCOMPARE(view.caret(), 32U);
        QTest::keyClick(&view, Qt::Key_End, Qt::ControlModifier);
        QCOMPARE(view.caret(), 1023U);
        QVERIFY(!view.byteRect(1023).isEmpty()); // scrolled into view
        QTest::keyClick(&view, Qt::Key_Right);
        QTest::keyClick(&view, Qt::Key_Down);
        QCOMPARE(view.caret(), 1023U);
        QTest::keyClick(&view, Qt::Key_Home, Qt::ControlModifier);
        QTest::keyClick(&view, Qt::Key_Up);
        QTest::keyClick(&view, Qt::Key_Left);
        QCOMPARE(view.caret(), 0U);
    }

    void draggingChoosesARange() {
        ui::Selection selection;
        ui::HexView view(&selection);
        view.resize(600, 200);
        view.setSource(sourceOf(256), nullptr);
        view.show();
        QTest::mousePress(view.viewport(), Qt::LeftButton, {}, middleOf(view, 40));
        QTest::mouseMove(view.viewport(), middleOf(view, 21));
        QTest::mouseRelease(view.viewport(), Qt::LeftButton, {}, middleOf(view, 21));
        QCOMPARE(selection.choice().range, std::optional(ByteRange{21, 20}));
    }

    void aChoiceMadeElsewhereIsScrolledTo() {
        ui::Selection selection;
        ui::HexView view(&selection);
        view.resize(600, 200);
        view.setSource(sourceOf(100000), nullptr);
        view.show();
        selection.chooseField({}, ByteRange{50000, 32});
        QVERIFY(!view.byteRect(50000).isEmpty());
        QCOMPARE(view.accessibleDescription(), view.lineText(50000 / 16));
        QVERIFY(view.accessibleDescription().startsWith(u"0x00c350: 50 51 52"_s));
    }

    void onlyDifferingBytesTakeTheMismatchColour() {
        ui::Selection selection;
        ui::HexView view(&selection);
        view.resize(620, 120);
        view.setSource(sourceOf(64), nullptr);
        view.setDiffering({{33, 2}});
        view.show();
        const QImage image = view.viewport()->grab().toImage();
        const QColor wrong = paint::theme().color(paint::Ink::Mismatch);
        const auto has = [&](std::uint64_t byte) {
            const QRect rect = view.byteRect(byte);
            for (int x = rect.left(); x < rect.right(); ++x) {
                for (int y = rect.top(); y < rect.bottom(); ++y) {
                    if (image.pixelColor(x, y) == wrong) {
                        return true;
                    }
                }
            }
            return false;
        };
        QVERIFY(!has(32));
        QVERIFY(has(33));
        QVERIFY(has(34));
        QVERIFY(!has(35));
    }

    void nothingToShowIsHarmless() {
        ui::Selection selection;
        ui::HexView view(&selection);
        view.resize(600, 200);
        view.show();
        QTest::keyClick(&view, Qt::Key_Down);
        QTest::mouseClick(view.viewport(), Qt::LeftButton, {}, {100, 10});
        view.setSource(sourceOf(3), nullptr);
        QCOMPARE(view.lineText(0), u"0x0000: 00 01 02"_s);
        view.setSource(nullptr, nullptr);
        QCOMPARE(view.lineText(0), QString());
        QVERIFY(!view.viewport()->grab().isNull());
    }

    void aVeryLongSourcePaintsAtOnce() {
        ui::Selection selection;
        ui::HexView view(&selection);
        view.resize(600, 400);
        view.setSource(sourceOf(std::size_t{64} << 20U), nullptr);
        view.show();
        view.verticalScrollBar()->setValue(view.verticalScrollBar()->maximum() / 2);
        QElapsedTimer timer;
        timer.start();
        QVERIFY(!view.viewport()->grab().isNull());
        QVERIFY2(timer.elapsed() < 500, "painting depends on the size of the source");
    }
};

ANCHORSCOPE_UI_TEST(TestHexView)
#include "test_hex_view.moc"
