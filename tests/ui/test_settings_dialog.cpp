// The settings: what is chosen counts at once, is kept, and can be taken back. And the small questions of the
// banner: an expected digest, a pinned block.
#include "dialog_support.h"
#include "ui/dialogs/about_dialog.h"
#include "ui/dialogs/settings_dialog.h"
#include "ui/dialogs/statement_prompt.h"
#include "ui/paint/scale.h"
#include "ui/views/language.h"
#include "window_fixture.h"
#include <QCheckBox>
#include <QClipboard>
#include <QComboBox>
#include <QMenu>
#include <QSpinBox>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using model::Setting;

namespace {

template<class Dialog>
Dialog* openDialog(const test::WindowFixture& fixture) {
    for (auto* each : fixture.window.findChildren<Dialog*>()) {
        if (each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

QCheckBox* box(const QWidget& in, const QString& text) {
    for (QCheckBox* each : in.findChildren<QCheckBox*>()) {
        if (each->text() == text) {
            return each;
        }
    }
    return nullptr;
}

ui::SettingsDialog* openSettings(test::WindowFixture& fixture) {
    test::actionNamed(fixture.window, u"Settings…"_s)->trigger();
    return openDialog<ui::SettingsDialog>(fixture);
}

} // namespace

class TestSettingsDialog : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        paint::setZoom(1);
        ui::applyTheme(paint::Scheme::Light);
        QCOMPARE(test::qtWarnings(), QStringList());
    }

    void whatIsChosenCountsAtOnce() {
        test::WindowFixture fixture;
        ui::SettingsDialog* dialog = openSettings(fixture);
        QVERIFY(dialog);
        test::shot(*dialog, u"settings-light"_s);
        auto* theme = test::named<QComboBox>(*dialog, u"Theme"_s);
        theme->setCurrentIndex(theme->findData(u"dark"_s));
        QCOMPARE(paint::theme().scheme(), paint::Scheme::Dark);
        QCOMPARE(fixture.settings.get(Setting::Theme).toString(), u"dark"_s);
        QVERIFY(test::actionNamed(fixture.window, u"Dark"_s)->isChecked());
        test::shot(*dialog, u"settings-dark"_s);
        test::named<QSpinBox>(*dialog, u"Size"_s)->setValue(150);
        QCOMPARE(paint::zoom(), 1.5);
        QCOMPARE(fixture.settings.get(Setting::ZoomPercent).toInt(), 150);
        auto* policy = test::named<QComboBox>(*dialog, u"Policy"_s);
        policy->setCurrentIndex(policy->findData(u"final"_s));
        QCOMPARE(fixture.session.options().policy, verify::Policy::final_);
        for (const auto& [text, setting] :
             {std::pair{u"Verify again when a file changes on disk"_s, Setting::ReloadOnChange},
              {u"Open at start what was open at the end"_s, Setting::RestoreCases},
              {u"One program for all windows"_s, Setting::SingleInstance},
              {u"Move as little as possible"_s, Setting::ReducedMotion}}) {
            QCheckBox* each = box(*dialog, text);
            QVERIFY2(each, qPrintable(text));
            const bool before = fixture.settings.get(setting).toBool();
            QCOMPARE(each->isChecked(), before);
            each->click();
            QCOMPARE(fixture.settings.get(setting).toBool(), !before);
        }
        QTest::mouseClick(test::buttonNamed(*dialog, u"Reset to defaults"_s), Qt::LeftButton);
        QCOMPARE(fixture.settings.get(Setting::Theme).toString(), u"system"_s);
        QCOMPARE(fixture.settings.get(Setting::ReloadOnChange).toBool(), true);
        QCOMPARE(policy->currentData().toString(), u"block"_s);
        QCOMPARE(paint::zoom(), 1.0);
    }

    void anOpenCaseKeepsItsPolicy() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        ui::SettingsDialog* dialog = openSettings(fixture);
        auto* policy = test::named<QComboBox>(*dialog, u"Policy"_s);
        policy->setCurrentIndex(policy->findData(u"digest"_s));
        QCOMPARE(fixture.session.options().policy, verify::Policy::block);
    }

    void englishIsThereAndTheListIsSound() {
        QVERIFY(ui::languages().contains(u"en"_s));
        QCOMPARE(ui::languageName(u"en"_s), u"English"_s);
        ui::applyLanguage(u"xx"_s); // not there: English stays
        QCOMPARE(ui::currentLanguage(), u"en"_s);
        test::WindowFixture fixture;
        auto* language = test::named<QComboBox>(*openSettings(fixture), u"Language"_s);
        QCOMPARE(language->count(), ui::languages().size() + 1);
        QCOMPARE(language->itemData(0).toString(), QString());
    }

    void noKeyIsShown() {
        test::WindowFixture fixture;
        QCOMPARE(fixture.book.put({}, {u"mine"_s, {}, false, 0, {}, model::KeyPlace::Keychain},
                                  QUrl(u"https://node.example/v3/0123456789abcdef0123456789"_s)),
                 QString());
        const ui::SettingsDialog* dialog = openSettings(fixture);
        for (const QWidget* each : dialog->findChildren<QWidget*>()) {
            for (const char* name : {"text", "accessibleName", "toolTip", "plainText"}) {
                QVERIFY(!each->property(name).toString().contains(u"0123456789"_s));
            }
        }
    }

    void anExpectedDigestIsCompared() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"unanchored"_s));
        const std::string digest = fixture.session.parts().report->observations.at(0).value.hex();
        QGuiApplication::clipboard()->setText(QString::fromStdString(digest));
        Q_EMIT fixture.find<ui::Banner>()->digestRequested();
        auto* prompt = openDialog<ui::StatementPrompt>(fixture);
        QVERIFY(prompt);
        auto* field = test::named<QLineEdit>(*prompt, u"Digest"_s);
        QCOMPARE(field->text(), QString::fromStdString(digest)); // taken from the clipboard
        QPushButton* compare = test::buttonNamed(*prompt, u"Compare"_s);
        field->setText(u"0x12"_s);
        QVERIFY(!compare->isEnabled());
        test::shot(*prompt, u"expected-digest-wrong-light"_s);
        field->setText(QString::fromStdString(digest));
        QVERIFY(compare->isEnabled());
        test::shot(*prompt, u"expected-digest-light"_s);
        QTest::mouseClick(compare, Qt::LeftButton);
        QVERIFY(fixture.settle());
        const auto& rung = fixture.session.parts().report->rungs.at(std::size_t(verify::RungId::digest));
        QCOMPARE(rung.state, verify::RungState::passed);
        fixture.shot(u"expected-digest-passed-light"_s);
        test::actionNamed(fixture.window, u"Expected digest…"_s)->trigger(); // another one does not fit
        prompt = openDialog<ui::StatementPrompt>(fixture);
        test::named<QLineEdit>(*prompt, u"Digest"_s)->setText(u"0x"_s + QString(64, u'1'));
        QTest::keyClick(prompt, Qt::Key_Return);
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session.parts().report->rungs.at(std::size_t(verify::RungId::digest)).state,
                 verify::RungState::failed);
        test::actionNamed(fixture.window, u"Expected digest…"_s)->trigger();
        QTest::mouseClick(test::buttonNamed(*openDialog<ui::StatementPrompt>(fixture), u"State none"_s),
                          Qt::LeftButton);
        QVERIFY(fixture.settle());
        QVERIFY(!fixture.session.options().expectedDigest);
    }

    void aBlockIsPinnedWithoutCopyingItsHash() {
        const QTemporaryDir folder;
        for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
            QFile::copy(u":/samples/deep-reentry/"_s + name, folder.filePath(name));
            QFile::setPermissions(folder.filePath(name), QFile::ReadOwner | QFile::WriteOwner);
        }
        test::WindowFixture fixture;
        QVERIFY(fixture.open(folder.path()));
        fixture.session.attachEvidence(u":/samples/late/evidence.json"_s); // no longer the sample's: no pin
        QVERIFY(fixture.settle());
        const auto block = [&fixture] {
            return fixture.session.parts().report->rungs.at(std::size_t(verify::RungId::block)).state;
        };
        QCOMPARE(block(), verify::RungState::cannot_check);
        QVERIFY(fixture.find<ui::NextStepBar>()->step().steps.contains(ui::Step::PinBlock));
        Q_EMIT fixture.find<ui::NextStepBar>()->chosen(ui::Step::PinBlock);
        auto* prompt = openDialog<ui::StatementPrompt>(fixture);
        QVERIFY(prompt);
        auto* field = test::named<QLineEdit>(*prompt, u"Block"_s);
        QCOMPARE(field->text(), u"77001:41:"_s); // the hash is for the user to bring
        QVERIFY(!test::buttonNamed(*prompt, u"Pin"_s)->isEnabled());
        test::shot(*prompt, u"pin-light"_s);
        const std::string hash = model::samples().first().pins.at(0).hash.hex();
        field->setText(u"77001:41:"_s + QString::fromStdString(hash));
        QTest::mouseClick(test::buttonNamed(*prompt, u"Pin"_s), Qt::LeftButton);
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session.options().pins.size(), 1U);
        QCOMPARE(block(), verify::RungState::passed);
        QVERIFY(fixture.banner().headline.contains(u"pinned"_s));
    }

    void versionsAreComplete() {
        QCoreApplication::setApplicationVersion(u"0.1"_s);
        QStringList names;
        for (const auto& [name, value] : ui::AboutDialog::versions()) {
            QVERIFY2(!value.isEmpty(), qPrintable(name));
            names += name;
        }
        for (const QString& wanted : {u"Anchorscope"_s, u"Qt"_s, u"OpenSSL"_s, u"Compiler"_s}) {
            QVERIFY(names.contains(wanted));
        }
        test::WindowFixture fixture;
        test::actionNamed(fixture.window, u"About Anchorscope"_s)->trigger();
        auto* about = openDialog<ui::AboutDialog>(fixture);
        test::shot(*about, u"about-light"_s);
        QTest::mouseClick(test::buttonNamed(*about, u"Copy versions"_s), Qt::LeftButton);
        QVERIFY(QGuiApplication::clipboard()->text().contains(u"Qt: "_s + QString::fromLatin1(qVersion())));
    }
};

ANCHORSCOPE_UI_TEST(TestSettingsDialog)
#include "test_settings_dialog.moc"
