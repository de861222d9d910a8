// "Go to" and "Copy as", typed and chosen with keys.
#include "model/copy/copy_forms.h"
#include "ui/dialogs/go_to_dialog.h"
#include "ui/views/copy_menu.h"
#include "window_fixture.h"
#include <QClipboard>
#include <QLineEdit>
#include <QMenu>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

struct Asked {
    explicit Asked(test::WindowFixture& fixture) {
        QTest::keyClick(&fixture.window, Qt::Key_G, Qt::ControlModifier);
        dialog = fixture.window.findChild<ui::GoToDialog*>();
        field = dialog->findChild<QLineEdit*>();
        list = dialog->findChild<ui::CellTableView*>();
    }
    /// Types, and waits for hits or the reason why there are none.
    bool type(const QString& text) {
        field->selectAll();
        QTest::keyClicks(field, text);
        return QTest::qWaitFor([this] { return list->model()->rowCount() > 0; });
    }
    ui::GoToDialog* dialog;
    QLineEdit* field;
    ui::CellTableView* list;
};

QMenu* openMenu() { return qobject_cast<QMenu*>(QApplication::activePopupWidget()); }

} // namespace

class TestGoTo : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void aStepIsGoneTo() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        Asked asked(fixture);
        QVERIFY(asked.dialog->isVisible());
        QVERIFY(asked.type(u"step 3"_s));
        fixture.shot(u"go-to-window"_s);
        QTest::keyClick(asked.field, Qt::Key_Return);
        QVERIFY(!asked.dialog->isVisible());
        QCOMPARE(fixture.selection()->choice().node, std::optional<quint32>(3));
    }

    void aDigestLeadsToItsBytes() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const Hash32 rolling = fixture.session.parts().table->entries[0].rolling_hash;
        Asked asked(fixture);
        QVERIFY(asked.type(QString::fromStdString(rolling.hex()).first(12)));
        if (const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS"); !folder.isEmpty()) {
            asked.dialog->grab().save(folder + u"/go-to-digest.png"_s);
        }
        QTest::keyClick(asked.field, Qt::Key_Return);
        const auto range = fixture.selection()->choice().range;
        QVERIFY(range && equal(slice(fixture.session.parts().table->calldata(), *range), rolling.view()));
        QCOMPARE(fixture.window.focusWidget(), fixture.find<ui::HexView>());
    }

    void arrowKeysLookThroughTheHits() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        Asked asked(fixture);
        QVERIFY(asked.type(u"1"_s)); // a step and a byte, and maybe an entry
        QVERIFY(asked.list->model()->rowCount() >= 2);
        const ui::Choice before = fixture.selection()->choice();
        QTest::keyClick(asked.field, Qt::Key_Down);
        QCOMPARE(asked.list->currentIndex().row(), 1);
        QVERIFY(asked.field->hasFocus());
        QCOMPARE(fixture.selection()->choice(), before); // looking goes nowhere
        QTest::keyClick(asked.field, Qt::Key_Up);
        QCOMPARE(asked.list->currentIndex().row(), 0);
        QTest::keyClick(asked.dialog, Qt::Key_Escape);
        QVERIFY(!asked.dialog->isVisible());
        QCOMPARE(fixture.selection()->choice(), before);
    }

    void enterWaitsForTheAnswer() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        Asked asked(fixture);
        QTest::keyClicks(asked.field, u"offset 500"_s);
        QTest::keyClick(asked.field, Qt::Key_Return); // before any worker can have answered
        QTRY_VERIFY(!asked.dialog->isVisible());
        const auto range = fixture.selection()->choice().range;
        QVERIFY(range && range->contains(500));
    }

    void whyNothingIsFound() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        Asked asked(fixture);
        QVERIFY(asked.type(u"step 1"_s));
        asked.field->selectAll();
        QTest::keyClicks(asked.field, u"nothing of that name"_s);
        QTRY_COMPARE(asked.list->model()->rowCount(), 0);
        QTest::keyClick(asked.field, Qt::Key_Return);
        QVERIFY(asked.dialog->isVisible());
        if (const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS"); !folder.isEmpty()) {
            asked.dialog->grab().save(folder + u"/go-to-nothing.png"_s);
        }
        for (const QWidget* each : asked.dialog->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<const QPushButton*>(each);
            if (each->isVisible() && each->focusPolicy() != Qt::NoFocus) {
                QVERIFY2(!each->accessibleName().isEmpty() || (button && !button->text().isEmpty()),
                         each->metaObject()->className());
            }
        }
    }

    void everyFormIsCopied() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        auto* details = fixture.list(u"Fields of the chosen transition"_s);
        fixture.selection()->chooseNode(1);
        details->setFocus();
        details->setCurrentIndex(details->model()->index(1, 1));
        QTest::keyClick(&fixture.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QMenu* menu = openMenu();
        QVERIFY(menu != nullptr);
        if (const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS"); !folder.isEmpty()) {
            menu->grab().save(folder + u"/copy-as.png"_s);
        }
        const auto forms = model::copyForms(ui::copyThing(details, fixture.selection()->choice()),
                                            model::copyContext(fixture.session));
        QVERIFY(forms.size() > 4);
        QStringList texts;
        for (QAction* each : menu->actions()) {
            if (!each->isSeparator()) {
                texts += each->text().section(u'\t', 0, 0);
                QVERIFY2(!each->text().section(u'\t', 1).isEmpty(), qPrintable(each->text()));
            }
        }
        QCOMPARE(texts.size(), forms.size());
        QTest::keyClick(menu, Qt::Key_Return); // the first is chosen already
        QCOMPARE(QGuiApplication::clipboard()->text(), forms.first().text);
        QTest::keyClick(&fixture.window, Qt::Key_C, Qt::ControlModifier | Qt::ShiftModifier);
        QTest::keyClick(openMenu(), Qt::Key_Up); // round to the last
        QTest::keyClick(openMenu(), Qt::Key_Return);
        QCOMPARE(QGuiApplication::clipboard()->text(), forms.last().text);
        QVERIFY(forms.last().text.startsWith(u"anchorscope-cli verify "_s));
    }

    void previewsAreOneShortLine() {
        QCOMPARE(ui::copyPreview(u"a\n  b"_s), u"a b"_s);
        QVERIFY(ui::copyPreview(QString(10'000'000, u'x')).size() < 80);
    }
};

ANCHORSCOPE_UI_TEST(TestGoTo)
#include "test_go_to.moc"
