// Profiles that commit a part of the table: never found unasked, and never verified without saying what is
// not committed.
#include "core/digest/profile.h"
#include "core/verify/rules.h"
#include "tests/core/ladder_support.h"
#include "tests/core/table_maker.h"

using namespace anchorscope;
using namespace anchorscope::test;
using crypto::HashFunction;
using digest::Slice;

namespace {

constexpr std::string_view inputs_text =
    R"({"schema":"anchorscope.public-inputs/1","rollups":[{"rollupId":"1","vkeys":[)"
    R"("0x0000000000000000000000000000000000000000000000000000000000000011"],)"
    R"("blockHash":"0x0000000000000000000000000000000000000000000000000000000000000022","timestamp":"51"}]})";

digest::ProofInputs inputs() { return digest::read_proof_inputs(inputs_text, "keys.json").value(); }

/// A table whose observation under `profile` is anchored in a pinned block.
Case anchored(std::string_view profile, HashFunction function = HashFunction::sha2_256) {
    Case out = made_case();
    out.request.table = decoded(calldata_of(BatchSpec{.entries = {{.deltas = {{1, 5, 6}}}}}));
    out.request.source = out.request.table->source;
    const digest::ProofInputs keys = inputs();
    const auto observation = digest::observe(*digest::profile_named(profile),
                                             {*out.request.source, out.request.table.get(), &keys});
    const Hash32 digest = crypto::hash(function, observation.value().bytes);
    out.request.envelope->digest = digest;
    out.request.envelope->hash_function = function;
    out.evidence.blocks[0].receipts[1].logs[1] = recorded_log(made_contract, digest, made_committer);
    follow(out);
    return out;
}

} // namespace

class TestPartialProfiles : public QObject {
    Q_OBJECT

private slots:
    void a_part_is_verified_only_where_it_is_asked_for_data() {
        QTest::addColumn<QString>("profile");
        QTest::addColumn<QString>("headline");
        const auto row = [](const char* profile, const char* subject) {
            const std::string uncovered(digest::profile_named(profile)->uncovered);
            QTest::newRow(profile) << profile
                                   << QStringLiteral("%1 verified; block pinned: user (not committed: %2)")
                                          .arg(QLatin1String(subject), QString::fromStdString(uncovered));
        };
        row("abi-entries", "Entries");
        row("entry-root", "Entries");
        row("entry-root-keccak", "Entries");
        row("state-roots", "State roots");
        row("public-inputs/0", "Public inputs");
    }

    void a_part_is_verified_only_where_it_is_asked_for() {
        QFETCH(QString, profile);
        QFETCH(QString, headline);
        const std::string id = profile.toStdString();
        for (const HashFunction function : crypto::all_hash_functions) {
            Case each = anchored(id, function);
            QCOMPARE(verdict(each.report()), "mismatch"); // not among the profiles that are searched
            each.request.profile = digest::profile_named(id);
            each.request.proof_inputs = inputs();
            const Report report = each.report();
            QCOMPARE(verdict(report), "verified");
            QCOMPARE(QString::fromStdString(report.headline), headline);
            QVERIFY(has_finding(report, verify::rules::digest_uncovered));
            QVERIFY(rung(report, RungId::digest).detail.find("made from the table") != std::string::npos);
        }
    }

    void jcs_commits_the_whole_table_and_is_found() {
        const Case each = anchored("jcs");
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(shown(report.headline), "Verified; block pinned: user");
        QCOMPARE(shown(report.matched->profile->id), "jcs");
        QVERIFY(!has_finding(report, verify::rules::digest_uncovered));
    }

    // The older generations declare raw bytes: nothing derived from them is searched.
    void jcs_is_no_raw_observation() {
        Case each = anchored("jcs");
        each.request.envelope->generation = anchor::Generation::ocp_1_0;
        QVERIFY(state(each.report(), RungId::digest) == "failed digest.mismatch");
    }

    void a_slice_is_verified_as_a_slice() {
        Case each = anchored("entry-root");
        const auto slice = digest::make_slice(*each.request.table, 1).value();
        const std::string text = digest::slice_text(slice).value();
        each.request.source = anchorscope::test::source_of(text, "a.slice");
        each.request.table.reset();
        QCOMPARE(verdict(each.report()), "malformed"); // never an opaque observation
        each.request.slice = std::make_shared<const digest::Slice>(slice);
        const Report report = each.report();
        QCOMPARE(verdict(report), "verified");
        QCOMPARE(shown(report.headline),
                 "Slice verified; block pinned: user (1 of 1 entry, of rollup 1; that "
                 "there are no others is not shown)");
        QVERIFY(finding(report, "slice.shows").text.find("does not show that no other") != std::string::npos);
        for (const RungId id : {RungId::table, RungId::trajectory, RungId::execution, RungId::proof}) {
            QCOMPARE(state(report, id), "cannot_check table.slice");
        }
        // A root that is not the anchored one, however sound the slice is.
        const auto other = decoded(calldata_of(BatchSpec{.entries = {{.deltas = {{1, 5, 7}}}}}));
        Case wrong = each;
        wrong.request.slice = std::make_shared<const digest::Slice>(digest::make_slice(*other, 1).value());
        QCOMPARE(verdict(wrong.report()), "mismatch");
        QCOMPARE(shown(wrong.report().headline), "Mismatch: the slice is not of the table anchored");
        // Another count with the same root: the observation binds it.
        Slice counted = slice;
        counted.count = 2;
        wrong.request.slice = std::make_shared<const digest::Slice>(counted);
        QCOMPARE(verdict(wrong.report()), "mismatch");
        // Another profile than the slice's tells nothing.
        wrong = each;
        for (const char* id : {"file", "entry-root-keccak", "calldata"}) {
            wrong.request.profile = digest::profile_named(id);
            QCOMPARE(state(wrong.report(), RungId::digest), "cannot_check digest.profile");
        }
        wrong.request.profile = digest::profile_named("entry-root");
        QCOMPARE(verdict(wrong.report()), "verified");
    }

    void public_inputs_rest_on_who_states_the_keys() {
        Case each = anchored("public-inputs/0");
        each.request.profile = digest::profile_named("public-inputs/0");
        QCOMPARE(state(each.report(), RungId::digest), "cannot_check digest.profile"); // no keys
        each.request.proof_inputs = inputs();
        const Report report = each.report();
        QVERIFY(rung(report, RungId::digest).basis.kind == verify::BasisKind::pinned);
        QCOMPARE(rung(report, RungId::digest).basis.sources, std::vector<std::string>{"keys.json"});
        each.request.proof_inputs->rollups[0].inputs.timestamp = 52;
        QCOMPARE(verdict(each.report()), "mismatch");
        each.request.proof_inputs->rollups[0].inputs.vkeys.clear();
        QCOMPARE(state(each.report(), RungId::digest), "cannot_check digest.profile");
    }
};

QTEST_GUILESS_MAIN(TestPartialProfiles)
#include "test_partial_profiles.moc"
