// Files that change under an open window: the strip says what changed, in words, and leads there.
#include "dialog_support.h"
#include "ui/views/change_notice.h"
#include "ui/widgets/notice_bar.h"
#include "window_fixture.h"
#include <QListWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;

namespace {

struct OpenSample : test::WindowFixture {
    explicit OpenSample(const QString& id) {
        for (const QString& name : {u"table.hex"_s, u"envelope.json"_s, u"evidence.json"_s}) {
            QFile::copy(u":/samples/%1/%2"_s.arg(id, name), folder.filePath(name));
            QFile::setPermissions(folder.filePath(name), QFile::ReadOwner | QFile::WriteOwner);
        }
        opened = open(folder.path());
    }
    [[nodiscard]] QByteArray read(const QString& name) const {
        QFile file(folder.filePath(name));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }
    void write(const QString& name, const QByteArray& bytes) const {
        QFile file(folder.filePath(name));
        QVERIFY(file.open(QIODevice::WriteOnly | QIODevice::Truncate));
        file.write(bytes);
    }
    /// The last digit of the first entry's call count is another.
    void tamper() const {
        QByteArray text = read(u"table.hex"_s);
        const table::ExecutionTable& table = *session.parts().table;
        for (const table::FieldRow& row : table::field_rows(table.arguments(), {}, 4096)) {
            if (row.path == "entries[0].callCount") {
                const qsizetype at = text.indexOf("0x") + 2 + 2 * static_cast<qsizetype>(row.range.end()) - 1;
                text[at] = text[at] == '7' ? '6' : '7';
            }
        }
        write(u"table.hex"_s, text);
    }
    [[nodiscard]] ui::NoticeBar* notice() const { return find<ui::NoticeBar>(); }

    QTemporaryDir folder;
    bool opened = false;
};

} // namespace

class TestReload : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        ui::applyTheme(paint::Scheme::Light);
        QCOMPARE(test::qtWarnings(), QStringList());
    }

    void theStripSaysWhatChangedAndLeadsThere_data() {
        QTest::addColumn<bool>("dark");
        QTest::newRow("light") << false;
        QTest::newRow("dark") << true;
    }
    void theStripSaysWhatChangedAndLeadsThere() {
        QFETCH(bool, dark);
        ui::applyTheme(dark ? paint::Scheme::Dark : paint::Scheme::Light);
        const QString suffix = dark ? u"dark"_s : u"light"_s;
        OpenSample fixture(u"deep-reentry"_s);
        QVERIFY(fixture.opened);
        QVERIFY(fixture.banner().headline.startsWith(u"Verified"_s));
        QVERIFY(!fixture.notice()->isVisible());
        fixture.tamper();
        QTRY_VERIFY(fixture.notice()->isVisible());
        QVERIFY(fixture.banner().headline.startsWith(u"Mismatch"_s)); // never green over another file
        const QString text = fixture.notice()->notice().text;
        QVERIFY2(text.startsWith(u"table.hex changed on disk at "_s), qPrintable(text));
        QVERIFY2(text.contains(u"passed → failed"_s), qPrintable(text));
        QVERIFY2(text.contains(u"1 field differs (entries[0].callCount)"_s), qPrintable(text));
        QCOMPARE(fixture.notice()->notice().meaning, model::Meaning::Failed);
        QCOMPARE(fixture.notice()->accessibleName(), text);
        fixture.shot(u"reload-"_s + suffix);

        fixture.selection()->clear();
        QTest::mouseClick(test::buttonNamed(*fixture.notice(), u"Show"_s), Qt::LeftButton);
        QCOMPARE(fixture.selection()->choice().path, u"entries[0].callCount"_s);

        auto* more = test::named<QToolButton>(*fixture.notice(), u"Details of what changed"_s);
        auto* lines = fixture.notice()->findChild<QListWidget*>();
        QVERIFY(!lines->isVisible());
        QTest::mouseClick(more, Qt::LeftButton);
        QVERIFY(lines->isVisible());
        QCOMPARE(lines->count(), fixture.notice()->notice().lines.size());
        fixture.shot(u"reload-details-"_s + suffix);
        fixture.window.resize(1024, 640);
        fixture.shot(u"reload-details-narrow-"_s + suffix);
        const auto field = std::ranges::find_if(fixture.notice()->notice().lines, [](const QString& line) {
            return line.startsWith(u"entries[0].callCount: "_s);
        });
        QVERIFY(field != fixture.notice()->notice().lines.end());
        fixture.selection()->clear();
        lines->setCurrentRow(static_cast<int>(field - fixture.notice()->notice().lines.begin()));
        QTest::keyClick(lines, Qt::Key_Return);
        QCOMPARE(fixture.selection()->choice().path, u"entries[0].callCount"_s);

        QTest::mouseClick(test::named<QToolButton>(*fixture.notice(), u"Put this message away"_s),
                          Qt::LeftButton);
        QVERIFY(!fixture.notice()->isVisible());
    }

    void aDeletedFileIsSaid() {
        OpenSample fixture(u"deep-reentry"_s);
        QVERIFY(QFile::remove(fixture.folder.filePath(u"table.hex"_s)));
        QTRY_VERIFY(fixture.notice()->isVisible());
        QVERIFY(fixture.notice()->notice().text.startsWith(u"table.hex is no longer on disk"_s));
        QVERIFY(fixture.session.parts().report);
        QVERIFY(fixture.find<ui::TreeView>()->isVisible());
        fixture.shot(u"reload-deleted-light"_s);
    }

    void switchedOffItOffers() {
        OpenSample fixture(u"deep-reentry"_s);
        fixture.settings.set(model::Setting::ReloadOnChange, false);
        fixture.window.applySetting(model::Setting::ReloadOnChange);
        fixture.tamper();
        QTRY_VERIFY(fixture.notice()->isVisible());
        QVERIFY(fixture.notice()->notice().text.contains(u"What is shown is what was read before"_s));
        QVERIFY(fixture.banner().headline.startsWith(u"Verified"_s));
        QTest::mouseClick(test::buttonNamed(*fixture.notice(), u"Verify again"_s), Qt::LeftButton);
        QTRY_VERIFY(fixture.banner().headline.startsWith(u"Mismatch"_s));
        QTRY_VERIFY(fixture.notice()->notice().text.contains(u"1 field differs"_s));
    }

    void aChangeOfTheEvidenceIsSaid() {
        OpenSample fixture(u"deep-reentry"_s);
        QFile other(u":/samples/unanchored/evidence.json"_s);
        QVERIFY(other.open(QIODevice::ReadOnly));
        fixture.write(u"evidence.json"_s, other.readAll());
        QTRY_VERIFY(fixture.notice()->isVisible());
        const QString text = fixture.notice()->notice().text;
        QVERIFY2(text.startsWith(u"evidence.json changed on disk"_s), qPrintable(text));
        QVERIFY2(text.contains(u"rung event passed → not checked"_s), qPrintable(text));
        QVERIFY2(text.endsWith(u"the evidence is another one"_s), qPrintable(text));
        QVERIFY(fixture.session.parts().report->verdict == verify::Verdict::unproven);
    }

    void anotherCasePutsTheStripAway() {
        OpenSample fixture(u"deep-reentry"_s);
        fixture.tamper();
        QTRY_VERIFY(fixture.notice()->isVisible());
        QVERIFY(fixture.openSample(u"late"_s));
        QVERIFY(!fixture.notice()->isVisible());
    }

    void wordsOfEveryKindOfChange() {
        model::CaseReload::Reloaded what;
        what.paths = {u"/x/table.hex"_s, u"/x/envelope.json"_s, u"/x/evidence.json"_s, u"/x/l2.hex"_s};
        what.noticed = QDateTime(QDate(2026, 6, 10), QTime(8, 20));
        QVERIFY(ui::changeNotice(what).notice.text.startsWith(
            u"table.hex, envelope.json and 2 more was written again at 08:20"_s));
        model::RunChanges& changes = what.changes;
        changes.tableDiffers = true;
        changes.firstByte = 12;
        changes.bytesBefore = changes.bytesAfter = 100;
        QVERIFY(ui::changeNotice(what).notice.text.endsWith(u"bytes differ from byte 12 on"_s));
        QCOMPARE(ui::changeNotice(what).first.range, std::optional(ByteRange{12, 1}));
        changes.bytesAfter = 8; // what differed is no longer there
        QVERIFY(!ui::changeNotice(what).first.range);
        changes.fields = {{u"entries[0]"_s, u"64 bytes"_s, {}, {}}};
        changes.fieldCount = model::RunChanges::max_counted;
        QVERIFY(
            ui::changeNotice(what).notice.text.contains(u"more than 999 fields differ (entries[0], …)"_s));
        QVERIFY(ui::changeNotice(what).notice.lines.contains(u"entries[0] is no longer there (64 bytes)"_s));
    }
};

ANCHORSCOPE_UI_TEST(TestReload)
#include "test_reload.moc"
