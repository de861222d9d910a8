// The evidence explorer: all ten rungs of every sample, greener nowhere than the report; ways in and out,
// keys, names for screen readers; hostile evidence shown in its place. Pictures are written when
// ANCHORSCOPE_SHOTS names a folder.
#include "model/explore/evidence_page.h"
#include "ui/explorers/callout.h"
#include "ui/explorers/comparison_view.h"
#include "ui/explorers/evidence_explorer.h"
#include "ui/explorers/trie_path_view.h"
#include "ui/paint/theme.h"
#include "window_fixture.h"
#include <QAbstractButton>
#include <QClipboard>
#include <QPushButton>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::ui;
using model::EvidencePage;
using model::Meaning;
using test::WindowFixture;
using verify::RungId;
using verify::RungState;

namespace {

constexpr std::array rungs{RungId::table,  RungId::trajectory, RungId::execution, RungId::proof,
                           RungId::digest, RungId::event,      RungId::inclusion, RungId::block,
                           RungId::slot,   RungId::finality};

const QStringList sampleIds{u"deep-reentry"_s, u"tampered"_s, u"unanchored"_s, u"late"_s, u"rollup-table"_s};

bool show(WindowFixture& fixture, RungId rung) {
    fixture.find<CaseView>()->exploreEvidence(rung);
    auto* explorer = fixture.find<EvidenceExplorer>();
    const bool done =
        QTest::qWaitFor([&] { return explorer->page().rung == rung && explorer->page().reported; });
    QTest::qWait(20);
    return done;
}

/// Every meaning that a page shows.
QList<Meaning> meaningsOf(const EvidencePage& page) {
    QList<Meaning> out;
    for (const model::EvidenceCard& card : page.cards) {
        for (const auto& row : card.rows) {
            for (const auto& cell : row.cells) {
                out.append(cell.meaning);
            }
        }
        for (const model::PathNode& node : card.path) {
            out.append(node.meaning);
        }
    }
    for (const model::EvidenceComparison& each : page.comparisons) {
        out.append(each.meaning);
    }
    return out;
}

QPushButton* buttonNamed(QWidget* in, const QString& text) {
    for (auto* each : in->findChildren<QPushButton*>()) {
        if (each->text() == text && each->isVisible()) {
            return each;
        }
    }
    return nullptr;
}

const model::EvidenceComparison* comparisonNamed(const EvidencePage& page, const QString& name) {
    const auto found = std::ranges::find(page.comparisons, name, &model::EvidenceComparison::name);
    return found == page.comparisons.end() ? nullptr : &*found;
}

} // namespace

class TestEvidenceExplorer : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() {
        ui::applyTheme(paint::Scheme::Light);
        QCOMPARE(test::qtWarnings(), QStringList());
    }
    void no_page_is_greener_than_the_report();
    void inclusion_shows_roots_path_and_log();
    void a_failed_digest_shows_both_values();
    void missing_evidence_says_what_gets_it();
    void opens_from_ladder_panel_and_menu();
    void follows_the_ladder();
    void copies_the_evidence_as_text();
    void digests_of_the_evidence_can_be_explored();
    void hostile_evidence_is_shown_in_its_place();
    void no_report_no_page();
    void differing_bytes_are_marked();
    void every_widget_has_a_name();
    void pictures();
};

void TestEvidenceExplorer::no_page_is_greener_than_the_report() {
    for (const QString& id : sampleIds) {
        WindowFixture fixture;
        QVERIFY(fixture.openSample(id));
        const auto report = fixture.session.parts().report;
        for (const RungId rung : rungs) {
            const QByteArray what =
                (id + u' ' + QString::fromStdString(std::string(verify::name(rung)))).toUtf8();
            QVERIFY2(show(fixture, rung), what.constData());
            const EvidencePage& page = fixture.find<EvidenceExplorer>()->page();
            const RungState state = report->rungs.at(static_cast<std::size_t>(rung)).state;
            QCOMPARE(page.state, state);
            QVERIFY2(!page.checked.isEmpty() && !page.says.isEmpty() && !page.wrong.isEmpty(),
                     what.constData());
            QVERIFY2(!page.cards.isEmpty() && page.cards.size() <= 3, what.constData());
            const bool open = state == RungState::not_checked || state == RungState::cannot_check;
            QCOMPARE(!page.missing.isEmpty(), open);
            // An entry's rolling hash may be equal though another entry's is not; nothing else may be green.
            const bool green = state == RungState::passed || rung == RungId::execution;
            for (const Meaning meaning : meaningsOf(page)) {
                QVERIFY2(meaning != Meaning::Passed || green, what.constData());
                QVERIFY2(meaning != Meaning::Failed || state == RungState::failed || rung == RungId::table,
                         what.constData());
            }
            QCOMPARE(fixture.find<CaseView>()->stage(), CaseView::EvidenceStage);
        }
    }
}

void TestEvidenceExplorer::inclusion_shows_roots_path_and_log() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    QVERIFY(show(fixture, RungId::inclusion));
    const EvidencePage& page = fixture.find<EvidenceExplorer>()->page();
    const auto& parts = fixture.session.parts();
    const chain::BlockEvidence& block = parts.evidence->blocks[*parts.report->anchor_block];
    QCOMPARE(page.cards.size(), 3);
    QCOMPARE(page.cards[0].rows.size(), static_cast<qsizetype>(block.header.fields.size()));
    // Every field's bytes stand where its row says, and together they are the header.
    QString all;
    for (const auto& row : page.cards[0].rows) {
        const QString hex = row.cells[2].copy;
        const quint64 offset = row.cells[3].text.toULongLong();
        QCOMPARE(hex, model::hexText(slice(block.header.rlp, {offset, quint64(hex.size() - 2) / 2})));
        all += hex.mid(2);
    }
    QCOMPARE(quint64(all.size()) / 2 + 3, block.header.rlp.size()); // and the list's own prefix
    QVERIFY(page.cards[1].path.size() >= 2);
    for (const model::PathNode& node : page.cards[1].path) {
        QCOMPARE(node.result, u"Matches"_s);
        QCOMPARE(node.meaning, Meaning::Passed);
    }
    QVERIFY(page.cards[2].current >= 0); // the topic that is the digest
    QVERIFY(page.cards[2].rows.at(page.cards[2].current).cells[0].text.startsWith(u"topics[1]"));
    for (const QString& name : {u"receiptsRoot"_s, u"transactionsRoot"_s, u"transaction hash"_s}) {
        const auto* compared = comparisonNamed(page, name);
        QVERIFY2(compared, qPrintable(name));
        QCOMPARE(compared->expected, compared->actual);
        QCOMPARE(compared->meaning, Meaning::Passed);
    }
    QVERIFY(fixture.find<TriePathView>() != nullptr);
}

void TestEvidenceExplorer::a_failed_digest_shows_both_values() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"tampered"_s));
    QVERIFY(show(fixture, RungId::digest));
    const EvidencePage& page = fixture.find<EvidenceExplorer>()->page();
    const auto* compared = comparisonNamed(page, u"digest"_s);
    QVERIFY(compared != nullptr);
    QVERIFY(compared->expected != compared->actual);
    QCOMPARE(compared->meaning, Meaning::Failed);
    const verify::Rung& rung =
        fixture.session.parts().report->rungs.at(static_cast<std::size_t>(RungId::digest));
    QCOMPARE(compared->expected, QString::fromStdString(rung.expected));
    QCOMPARE(compared->actual, QString::fromStdString(rung.actual));
    QVERIFY(fixture.find<Callout>() != nullptr);
}

void TestEvidenceExplorer::missing_evidence_says_what_gets_it() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"unanchored"_s));
    auto* explorer = fixture.find<EvidenceExplorer>();
    QVERIFY(show(fixture, RungId::event));
    QVERIFY(!explorer->page().missing.isEmpty());
    QSignalSpy steps(explorer, &EvidenceExplorer::stepChosen);
    QPushButton* attach = buttonNamed(explorer, u"Endpoints and expectations…"_s);
    QVERIFY(attach != nullptr);
    QVERIFY(attach->isEnabled());
}

void TestEvidenceExplorer::opens_from_ladder_panel_and_menu() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    auto* view = fixture.find<CaseView>();
    auto* explorer = fixture.find<EvidenceExplorer>();
    // A rung of the ladder: first chosen, then opened.
    Q_EMIT fixture.find<Ladder>()->rungActivated(RungId::digest);
    QCOMPARE(view->stage(), CaseView::Workbench);
    Q_EMIT fixture.find<Ladder>()->rungActivated(RungId::digest);
    QCOMPARE(view->stage(), CaseView::EvidenceStage);
    QVERIFY(QTest::qWaitFor(
        [&] { return explorer->page().rung == RungId::digest && explorer->page().reported; }));
    QTest::keyClick(fixture.window.focusWidget(), Qt::Key_Escape);
    QCOMPARE(view->stage(), CaseView::Workbench);
    // The list of what was proven, by key.
    auto* proof = fixture.find<ProofView>();
    proof->setFocus();
    proof->setCurrentIndex(proof->model()->index(static_cast<int>(RungId::inclusion), 0));
    QTest::keyClick(proof, Qt::Key_Return);
    QCOMPARE(view->stage(), CaseView::EvidenceStage);
    QVERIFY(QTest::qWaitFor([&] { return explorer->page().rung == RungId::inclusion; }));
    QTest::mouseClick(buttonNamed(explorer, u"Back to the tree"_s), Qt::LeftButton);
    QCOMPARE(view->stage(), CaseView::Workbench);
}

void TestEvidenceExplorer::follows_the_ladder() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    auto* explorer = fixture.find<EvidenceExplorer>();
    QVERIFY(show(fixture, RungId::table));
    Q_EMIT fixture.find<Ladder>()->rungActivated(RungId::slot); // another one, while evidence is shown
    QVERIFY(QTest::qWaitFor([&] { return explorer->page().rung == RungId::slot; }));
    QCOMPARE(fixture.find<CaseView>()->stage(), CaseView::EvidenceStage);
}

void TestEvidenceExplorer::copies_the_evidence_as_text() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    QVERIFY(show(fixture, RungId::inclusion));
    auto* explorer = fixture.find<EvidenceExplorer>();
    QTest::mouseClick(buttonNamed(explorer, u"Copy evidence"_s), Qt::LeftButton);
    const QString text = QGuiApplication::clipboard()->text();
    const auto& parts = fixture.session.parts();
    const chain::BlockEvidence& block = parts.evidence->blocks[*parts.report->anchor_block];
    QVERIFY(text.startsWith(u"Inclusion: passed"));
    QVERIFY(text.contains(model::hexText(block.header.receipts_root.view())));
    QVERIFY(text.contains(model::hexText(block.header.hash.view())));
    QVERIFY(text.contains(u"Expected and actual"));
    const QString evidence = text.mid(text.indexOf(u"Header of block")); // behind the report's own sentence
    QVERIFY(!evidence.contains(u'…'));                                   // whole values
}

void TestEvidenceExplorer::digests_of_the_evidence_can_be_explored() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    QVERIFY(show(fixture, RungId::inclusion));
    auto* compared = fixture.find<ComparisonView>();
    compared->setFocus();
    compared->selectRow(0);
    QTest::keyClick(compared, Qt::Key_Return);
    QCOMPARE(fixture.find<CaseView>()->stage(), CaseView::DigestStage);
}

void TestEvidenceExplorer::hostile_evidence_is_shown_in_its_place() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"deep-reentry"_s));
    model::Parts parts = fixture.session.parts();
    const std::size_t at = *parts.report->anchor_block;
    const auto pagesOf = [&](const std::function<void(chain::BlockEvidence&)>& harm) {
        auto evidence = std::make_shared<verify::Evidence>(*parts.evidence);
        harm(evidence->blocks[at]);
        model::Parts changed = parts;
        changed.evidence = evidence;
        changed.report = std::make_shared<const verify::Report>(
            verify::verify(*parts.request, *evidence, parts.examined.get(), parts.tree.get()));
        for (const RungId rung : rungs) {
            const EvidencePage page = model::evidencePage(changed, rung);
            const RungState state = changed.report->rungs.at(static_cast<std::size_t>(rung)).state;
            for (const Meaning meaning : meaningsOf(page)) {
                QVERIFY(meaning != Meaning::Passed || state == RungState::passed ||
                        rung == RungId::execution);
            }
            QVERIFY(model::evidenceText(page).size() < 4'000'000);
        }
    };
    pagesOf([](chain::BlockEvidence& block) { // receipts that are not the header's
        block.receipts[0].cumulative_gas_used += 1;
        block.seal();
    });
    pagesOf([](chain::BlockEvidence& block) { // no transactions
        block.transactions.clear();
        block.bodies_known = false;
        block.seal();
    });
    pagesOf([](chain::BlockEvidence& block) { // a part whose nodes are cut, garbage or missing
        block.positions = {1};
        block.receipts = {block.receipts[1]};
        block.transactions = {block.transactions[1]};
        block.receipt_nodes = {Bytes(3, 0xff), Bytes{}, Bytes(100000, 0xc0)};
        block.transaction_nodes = {};
        block.seal();
    });
    pagesOf([](chain::BlockEvidence& block) { // a huge log
        block.receipts[1].logs[0].data = Bytes(std::size_t{1} << 22U, 7);
        block.seal();
    });
    pagesOf([](chain::BlockEvidence& block) { // a header that is cut
        block.header.rlp.resize(10);
    });
    // The path of a tampered receipt says where it leaves the header.
    auto evidence = std::make_shared<verify::Evidence>(*parts.evidence);
    evidence->blocks[at].receipts[0].cumulative_gas_used += 1;
    evidence->blocks[at].seal();
    parts.evidence = evidence;
    parts.report = std::make_shared<const verify::Report>(
        verify::verify(*parts.request, *evidence, parts.examined.get(), parts.tree.get()));
    const EvidencePage page = model::evidencePage(parts, RungId::inclusion);
    QCOMPARE(page.state, RungState::failed);
    QCOMPARE(page.cards[1].path.first().result, u"Differs"_s);
    QCOMPARE(page.cards[1].path.first().meaning, Meaning::Failed);
    QCOMPARE(comparisonNamed(page, u"receiptsRoot"_s)->meaning, Meaning::Failed);
    QVERIFY(comparisonNamed(page, u"transactionsRoot"_s)->meaning != Meaning::Passed);
}

void TestEvidenceExplorer::no_report_no_page() {
    for (const RungId rung : rungs) {
        const EvidencePage page = model::evidencePage(model::Parts(), rung);
        QVERIFY(!page.reported && !page.missing.isEmpty() && page.cards.isEmpty());
        QVERIFY(!model::evidenceText(page).isEmpty());
    }
}

void TestEvidenceExplorer::differing_bytes_are_marked() {
    using Runs = QList<DifferingRun>;
    QCOMPARE(differingRuns(u"0xabcd"_s, u"0xabcd"_s, 80), (Runs{{u"0xabcd"_s, false}}));
    QCOMPARE(differingRuns(u"0xabcd"_s, u"0xaxcd"_s, 80),
             (Runs{{u"0xa"_s, false}, {u"b"_s, true}, {u"cd"_s, false}}));
    QCOMPARE(differingRuns(u"12"_s, u"123"_s, 80), (Runs{{u"12"_s, true}}));
    // What differs in the part that is cut out is told by the ellipsis.
    const QString a = u"0123456789"_s, b = u"01234x6789"_s;
    const Runs cut = differingRuns(a, b, 5);
    QCOMPARE(cut, (Runs{{u"01"_s, false}, {u"…"_s, true}, {u"89"_s, false}}));
    QCOMPARE(differingRuns(a, a, 5), (Runs{{u"01…89"_s, false}}));
    QVERIFY(differingRuns(QString(), QString(), 5).isEmpty());
}

void TestEvidenceExplorer::every_widget_has_a_name() {
    WindowFixture fixture;
    QVERIFY(fixture.openSample(u"unanchored"_s));
    for (const RungId rung : rungs) {
        QVERIFY(show(fixture, rung));
        for (QWidget* each : fixture.find<EvidenceExplorer>()->findChildren<QWidget*>()) {
            const auto* button = qobject_cast<QAbstractButton*>(each);
            if (each->isVisible() && each->focusPolicy() != Qt::NoFocus && each->focusProxy() == nullptr) {
                const bool named = !each->accessibleName().isEmpty() || (button && !button->text().isEmpty());
                QVERIFY2(named, each->metaObject()->className());
            }
        }
    }
}

void TestEvidenceExplorer::pictures() {
    if (qEnvironmentVariableIsEmpty("ANCHORSCOPE_SHOTS")) {
        QSKIP("ANCHORSCOPE_SHOTS is not set");
    }
    for (const auto scheme : {paint::Scheme::Light, paint::Scheme::Dark}) {
        ui::applyTheme(scheme);
        const QString suffix = scheme == paint::Scheme::Light ? u"-light"_s : u"-dark"_s;
        for (const QString& id : sampleIds) {
            WindowFixture fixture;
            QVERIFY(fixture.openSample(id));
            for (const RungId rung : rungs) {
                const bool all =
                    id == u"deep-reentry" || (id == u"tampered" && scheme == paint::Scheme::Light);
                if (all || (rung == RungId::event && scheme == paint::Scheme::Dark) || rung == RungId::slot) {
                    QVERIFY(show(fixture, rung));
                    fixture.shot(
                        u"evidence-%1-%2"_s.arg(id, QString::fromStdString(std::string(verify::name(rung)))) +
                        suffix);
                }
            }
            fixture.window.resize(1024, 640);
            QVERIFY(show(fixture, RungId::inclusion));
            fixture.shot(u"evidence-%1-narrow"_s.arg(id) + suffix);
        }
    }
}

ANCHORSCOPE_UI_TEST(TestEvidenceExplorer)
#include "test_evidence_explorer.moc"
