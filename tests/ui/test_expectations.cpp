// What the user states, typed into the window: judged while it is typed, applied, and effective.
#include "tests/ui/dialog_support.h"
#include "ui/dialogs/expectations_dialog.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/dialogs/table_fields.h"
#include "window_fixture.h"
#include <QComboBox>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QTabBar>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using test::named;

namespace {

/// The dialog of a window, opened by its menu.
struct Stated {
    explicit Stated(test::WindowFixture& fixture) {
        test::actionNamed(fixture.window, u"Endpoints and expectations…"_s)->trigger();
        dialog = fixture.find<ui::ExpectationsDialog>();
        apply = dialog != nullptr ? test::buttonNamed(*dialog, u"Apply and verify"_s) : nullptr;
    }
    /// Brings the page to the front by a click on its tab.
    void page(const QString& title) const {
        auto* tabs = dialog->findChild<QTabBar*>();
        for (int i = 0; i < tabs->count(); ++i) {
            if (tabs->tabText(i).startsWith(title)) {
                QTest::mouseClick(tabs, Qt::LeftButton, {}, tabs->tabRect(i).center());
            }
        }
    }
    [[nodiscard]] QPlainTextEdit* lines(const QString& name) const {
        return named<QPlainTextEdit>(*dialog, name);
    }
    [[nodiscard]] QString titleOf(int page) const { return dialog->findChild<QTabBar*>()->tabText(page); }

    ui::ExpectationsDialog* dialog = nullptr;
    QPushButton* apply = nullptr;
};

const verify::Rung& rungOf(const model::Session& session, verify::RungId id) {
    return *std::ranges::find(session.parts().report->rungs, id, &verify::Rung::id);
}

} // namespace

class TestExpectations : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void fieldsAreJudgedAsTheyAreTyped() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const Stated stated(fixture);
        QVERIFY(stated.dialog && stated.dialog->isVisible() && stated.apply->isEnabled());
        auto* committer = named<QLineEdit>(*stated.dialog, u"Committer"_s);
        QTest::keyClicks(committer, u"0x12"_s);
        QVERIFY(!stated.apply->isEnabled());
        QVERIFY(!committer->accessibleDescription().isEmpty());
        QVERIFY(stated.dialog->complaint().startsWith(u"Committer: "_s));
        QCOMPARE(stated.titleOf(0), u"Expectations (!)"_s);
        test::shot(*stated.dialog, u"expectations-light"_s);
        committer->clear();
        QVERIFY(stated.apply->isEnabled());
        auto* quorum = named<QLineEdit>(*stated.dialog, u"Quorum"_s);
        QTest::keyClicks(quorum, u"1"_s); // one host agrees with nobody
        QVERIFY(!stated.apply->isEnabled());
        quorum->clear();
        QTest::keyClicks(quorum, u"65"_s);
        QVERIFY(!stated.apply->isEnabled());
        quorum->clear();
        auto* address = named<QLineEdit>(*stated.dialog, u"Address of an endpoint"_s);
        QTest::keyClicks(address, u"ftp://x"_s);
        QVERIFY(!stated.apply->isEnabled());
        address->clear();
        QTest::keyClicks(named<QLineEdit>(*stated.dialog, u"Chain id"_s), u"5"_s);
        QVERIFY(stated.apply->isEnabled());
        QTest::mouseClick(stated.apply, Qt::LeftButton);
        QVERIFY(fixture.settle());
        QCOMPARE(fixture.session.options().expect.chain_id, std::optional<std::uint64_t>(5));
        QCOMPARE(fixture.session.parts().report->verdict,
                 verify::Verdict::mismatch); // the sample is of chain 77001
    }

    void linesAreJudgedAsTheyAreTyped_data() {
        QTest::addColumn<QString>("page");
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("wrong");
        QTest::addColumn<QString>("right");
        QTest::addColumn<QString>("words");
        QTest::newRow("pins") << u"Pinned blocks"_s << u"Pinned blocks, one a line"_s << u"41:zz"_s
                              << u"41:0x%1"_s.arg(u"ab"_s.repeated(32)) << QString();
        QTest::newRow("clocks")
            << u"Slot clocks"_s << u"Slot clocks, one a line"_s << u"5:0:0"_s
            << u"5:1606824023:12"_s // the clock of Ethereum's mainnet
            << u"Chain 5: slot 0 on 2020-12-01 12:00:23 UTC, a slot every 12 s, 32 an epoch"_s;
        QTest::newRow("events")
            << u"Declared events"_s << u"Declared events, one a line"_s
            << u"Anchored(bytes32 indexed digest) digest=word0"_s
            << u"RoleGranted(bytes32 indexed role, address indexed account, address indexed sender) digest=topic1"_s
            // topic 0 as OpenZeppelin's access control documents and every explorer shows it
            << u"RoleGranted(bytes32,address,address): the digest is “role”, topic 0 is 0x2f87…6f0d"_s;
    }
    void linesAreJudgedAsTheyAreTyped() {
        QFETCH(QString, page);
        QFETCH(QString, name);
        QFETCH(QString, wrong);
        QFETCH(QString, right);
        QFETCH(QString, words);
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const Stated stated(fixture);
        stated.page(page);
        QPlainTextEdit* lines = stated.lines(name);
        QVERIFY(lines && lines->isVisible());
        QTest::keyClicks(lines, wrong);
        QVERIFY(!stated.apply->isEnabled());
        QVERIFY2(lines->accessibleDescription().startsWith(u"Line 1: "_s),
                 qPrintable(lines->accessibleDescription()));
        QVERIFY(stated.dialog->complaint().startsWith(page + u": Line 1: "_s));
        test::shot(*stated.dialog, u"stated-wrong-%1"_s.arg(QLatin1String(QTest::currentDataTag())));
        lines->selectAll();
        QTest::keyClicks(lines, right);
        QVERIFY2(stated.apply->isEnabled(), qPrintable(stated.dialog->complaint()));
        QCOMPARE(lines->accessibleDescription(), words);
        test::shot(*stated.dialog, u"stated-right-%1"_s.arg(QLatin1String(QTest::currentDataTag())));
        QTest::mouseClick(stated.apply, Qt::LeftButton);
        QVERIFY(fixture.settle());
        const auto& request = *fixture.session.parts().request;
        QCOMPARE(request.slot_clocks.size() + request.declared_events.size() +
                     static_cast<std::size_t>(fixture.session.options().pins.size()),
                 std::size_t{1});
        const Stated again(fixture); // what was applied is there again
        QVERIFY(again.lines(name)->toPlainText().startsWith(right));
    }

    /// Of a chain that is not known, the slots are counted by the user's clock: the anchor of this sample
    /// lies five blocks behind its table.
    void aStatedClockCountsSlots() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"late"_s));
        const auto& parts = fixture.session.parts();
        const auto& table = parts.evidence->blocks.at(*parts.report->table_block).header;
        const auto& anchor = parts.evidence->blocks.at(*parts.report->anchor_block).header;
        const std::string before = rungOf(fixture.session, verify::RungId::slot).actual;
        QVERIFY2(before.find("block") != std::string::npos, before.c_str());
        const Stated stated(fixture);
        stated.page(u"Slot clocks"_s);
        const auto seconds = anchor.timestamp - table.timestamp;
        QTest::keyClicks(stated.lines(u"Slot clocks, one a line"_s),
                         u"77001:%1:%2"_s.arg(table.timestamp - 7 * seconds).arg(seconds));
        QTest::mouseClick(stated.apply, Qt::LeftButton);
        QVERIFY(fixture.settle());
        const verify::Rung& rung = rungOf(fixture.session, verify::RungId::slot);
        QVERIFY2(rung.actual.find("slot 8") != std::string::npos, rung.actual.c_str());
        QCOMPARE(rung.state, verify::RungState::failed); // one slot late, none is tolerated
    }

    void declaredEventsNeedADigest() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const Stated stated(fixture);
        stated.page(u"Declared events"_s);
        QTest::keyClicks(stated.lines(u"Declared events, one a line"_s), u"A(bytes32 d) digest=word0"_s);
        QVERIFY(stated.apply->isEnabled() &&
                test::showsText(*stated.dialog, u"Declared events count once"_s));
        stated.page(u"Expectations"_s);
        QTest::keyClicks(named<QLineEdit>(*stated.dialog, u"Digest"_s), u"0x"_s + u"1"_s.repeated(64));
        QVERIFY(!test::showsText(*stated.dialog, u"Declared events count once"_s));
    }

    void theTableIsStated() {
        test::WindowFixture fixture;
        QVERIFY(fixture.openSample(u"deep-reentry"_s));
        const Stated stated(fixture);
        stated.page(u"Table"_s);
        auto* format = named<QComboBox>(*stated.dialog, u"Format"_s);
        auto* profile = named<QComboBox>(*stated.dialog, u"Profile"_s);
        QVERIFY(format && profile && format->isVisible());
        QCOMPARE(format->count(), static_cast<int>(table::formats().size()) + 1);
        QVERIFY(profile->findData(u"state-roots"_s) > 0);
        test::shot(*stated.dialog, u"stated-table-light"_s);
        QPlainTextEdit* contracts = stated.lines(u"Contracts of rollups, one a line"_s);
        QTest::keyClicks(contracts, u"1=0x12"_s);
        QVERIFY(!stated.apply->isEnabled());
        QVERIFY(stated.dialog->complaint().startsWith(u"Rollups’ contracts: Line 1: "_s));
        contracts->selectAll();
        QTest::keyClicks(contracts, u"7=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"_s);
        profile->setCurrentIndex(profile->findData(u"abi-batch"_s));
        format->setCurrentIndex(format->findData(u"eez-main.l1"_s));
        QVERIFY2(stated.apply->isEnabled(), qPrintable(stated.dialog->complaint()));
        QTest::mouseClick(stated.apply, Qt::LeftButton);
        QVERIFY(fixture.settle());
        const auto& options = fixture.session.options();
        QCOMPARE(options.format, u"eez-main.l1"_s);
        QCOMPARE(options.profile, u"abi-batch"_s);
        QCOMPARE(options.rollupContracts.size(), std::size_t{1});
        QCOMPARE(options.rollupContracts.begin()->first, std::uint64_t{7});
        QCOMPARE(fixture.session.parts().report->verdict, verify::Verdict::mismatch); // it is of the calldata
        const Stated again(fixture);
        QVERIFY(again.lines(u"Contracts of rollups, one a line"_s)
                    ->toPlainText()
                    .startsWith(u"7=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"_s));
        QCOMPARE(named<QComboBox>(*again.dialog, u"Profile"_s)->currentData().toString(), u"abi-batch"_s);
        using Fields = ui::TableFields;
        QVERIFY(Fields::rollupContracts({}).value->empty());
        QVERIFY(!Fields::rollupContracts(u"1"_s).ok());
        QVERIFY(!Fields::rollupContracts(u"=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"_s).ok());
        QVERIFY(Fields::rollupContracts(u"1=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed\n"
                                        "1=0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"_s)
                    .error.startsWith(u"Line 2"_s));
    }

    void statementsSayWhatIsWrongWithThem() {
        using Fields = ui::StatementFields;
        QVERIFY(Fields::number({}).ok() && !Fields::number({}).value);
        QCOMPARE(Fields::number(u" 77001 "_s).value, std::optional<std::uint64_t>(77001));
        QVERIFY(!Fields::number(u"-1"_s).ok());
        QVERIFY(!Fields::number(u"007"_s).ok());
        QVERIFY(!Fields::number(u"18446744073709551616"_s).ok()); // 2^64
        // Example of the ERC-55 text.
        QVERIFY(Fields::address(u"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed"_s).value);
        QVERIFY(!Fields::address(u"0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAeD"_s).ok());
        QVERIFY(!Fields::hash(u"0x12"_s).ok());
        QVERIFY(!Fields::endpoint(u"rpc.example"_s).ok());
        QVERIFY(Fields::endpoint(u"https://user:key@rpc.example:8545/path"_s).value);
        const auto pins = Fields::pins(u"\n77001:41:0x%1\n"_s.arg(u"ab"_s.repeated(32)));
        QVERIFY(pins.value && pins.value->size() == 1);
        QCOMPARE(Fields::pinText(pins.value->front()), u"77001:41:0x%1"_s.arg(u"ab"_s.repeated(32)));
        QVERIFY(Fields::pins(u"1:0x%1\n41"_s.arg(u"ab"_s.repeated(32))).error.startsWith(u"Line 2"_s));
        QVERIFY(!Fields::quorum({}).value && Fields::quorum({}).ok());
        QCOMPARE(Fields::quorum(u"2"_s).value, std::optional<std::size_t>(2));
        QCOMPARE(Fields::clockText(Fields::slotClocks(u"5:10:2"_s).value->front()), u"5:10:2:32"_s);
        QVERIFY(Fields::slotClocks(u"5:10:2\n5:10:3"_s).error.startsWith(u"Chain 5"_s));
        QVERIFY(!Fields::clockWords({1, "", UINT64_MAX, 1, 1}).isEmpty());
        const QString event = u"Stored(address who, bytes32 digest) digest=word1"_s;
        QCOMPARE(Fields::eventText(Fields::declaredEvents(event).value->front()), event);
        QVERIFY(Fields::declaredEvents(event + u"\nx"_s).error.startsWith(u"Line 2"_s));
        QVERIFY(!Fields::declaredEvents((event + u'\n').repeated(17)).ok());
    }
};

ANCHORSCOPE_UI_TEST(TestExpectations)
#include "test_expectations.moc"
