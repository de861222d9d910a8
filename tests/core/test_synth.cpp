// The generator: what it makes holds together, and what it breaks is found, each with the rule and the place
// that it deserves and nothing beside it.
// Over 500 lines: one generator, whose breaks, ladder, trees and traces are judged by the same expectations.
#include "core/anchor/envelope.h"
#include "core/chain/evidence_file.h"
#include "core/crypto/hash_function.h"
#include "core/synth/breaks.h"
#include "core/synth/event_log.h"
#include "core/synth/random.h"
#include "core/table/contract_errors.h"
#include "core/transition/replay.h"
#include "core/transition/rule_guide.h"
#include "core/transition/tree_sources.h"
#include "core_test_support.h"
#include "tree_text.h"
#include <QRegularExpression>
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

std::shared_ptr<const table::TableSource> loaded(std::string_view text) {
    const ByteView view = bytes_of(text);
    return std::make_shared<const table::TableSource>(
        table::load_source("table.hex", Bytes(view.begin(), view.end())).value());
}

/// The whole ladder over the files that were made, pinned, with manager and contract stated.
struct Judged {
    verify::Report report;
    std::shared_ptr<const transition::Tree> tree;
    std::vector<Finding> findings; ///< of the ladder, then of the replay of an L1 table
};

Judged judge(const synth::Synthetic& made) {
    verify::Request request;
    request.source = loaded(made.table_file);
    const auto table = table::decode_table(request.source);
    if (table) {
        request.table = *table;
    } else {
        request.malformed = table.error();
    }
    request.envelope = anchor::read_envelope(made.envelope_file).value();
    request.envelope_name = "envelope.json";
    request.expect.contract = made.contract;
    request.expect.manager = made.manager;
    request.pins = {made.pin};
    verify::Evidence evidence;
    auto file = chain::read_evidence(made.evidence_file, "evidence.json").value();
    evidence.blocks = std::move(file.blocks);
    evidence.file_chain_id = file.chain_id;

    Judged out;
    out.tree = verify::tree_for(request, evidence);
    std::optional<verify::TablePart> part;
    if (request.table) {
        part = verify::examine_table(*request.table);
    }
    out.report = verify::verify(request, evidence, part ? &*part : nullptr, out.tree.get());
    out.findings = out.report.findings;
    if (request.table && made.format->side == table::Side::l1) {
        const std::array posted{transition::PostedTable{request.table.get(), out.tree.get(), {}}};
        const auto replay = transition::replay_block(posted).front();
        out.findings.insert(out.findings.end(), replay.findings.begin(), replay.findings.end());
    }
    return out;
}

QByteArray line(Severity severity, std::string_view rule, std::string_view place) {
    return shown(name(severity)) + ' ' + shown(rule) + ' ' + shown(place) + '\n';
}

/// Sorted lines, "error table.call_count entries[0].callCount".
QByteArray told(const std::vector<Finding>& findings) {
    QByteArrayList out;
    for (const Finding& finding : findings) {
        out.append(line(finding.severity, finding.rule, finding.place));
    }
    std::ranges::sort(out);
    return out.join();
}

QByteArray told(const std::vector<synth::Expected>& expected) {
    QByteArrayList out;
    for (const synth::Expected& one : expected) {
        out.append(line(one.severity, one.rule, one.place));
    }
    std::ranges::sort(out);
    return out.join();
}

/// "table passed", one a rung.
QByteArray rungs(const verify::Report& report) {
    QByteArray out;
    for (const verify::Rung& rung : report.rungs) {
        out += shown(name(rung.id)) + ' ' + shown(name(rung.state)) +
               (rung.rule.empty() ? "" : " " + shown(rung.rule)) + '\n';
    }
    return out;
}

synth::Options options_of(std::string_view format, std::uint64_t seed) {
    synth::Options out;
    out.format = table::format_named(format);
    out.seed = seed;
    return out;
}

synth::Synthetic made(const synth::Options& options) {
    auto out = synth::make(options);
    if (!out) {
        throw std::runtime_error(out.error().message());
    }
    return *std::move(out);
}

const QByteArray all_passed = "table passed\ntrajectory passed\nexecution passed\nproof passed\n"
                              "digest passed\nevent passed\ninclusion passed\nblock passed\nslot passed\n"
                              "finality not_checked finality.not_read\n";

} // namespace

class TestSynth : public QObject {
    Q_OBJECT

private slots:
    // Fixed for ever: xoshiro256** whose state is splitmix64's first four numbers; those of seed 0 are
    // published with splitmix64 (0xe220a8397b1dcdaf first).
    void randomNumbers() {
        synth::Random random(0);
        const std::array state{0xe220a8397b1dcdafU, 0x6e789e6aa1b965f4U, 0x06c45d188009454fU,
                               0xf88bb8a8724c81ecU};
        const std::uint64_t times_five = state[1] * 5U;
        QCOMPARE(random.next(), ((times_five << 7U) | (times_five >> 57U)) * 9U);
        synth::Random again(0), other(1);
        static_cast<void>(again.next());
        QCOMPARE(random.next(), again.next());
        QVERIFY(random.word() != other.word());
    }

    void theSameEveryTime() {
        for (const std::uint64_t seed : {std::uint64_t{1}, std::uint64_t{77}}) {
            const auto first = made(options_of("eez-main.l1", seed));
            const auto second = made(options_of("eez-main.l1", seed));
            QCOMPARE(first.table_file, second.table_file);
            QCOMPARE(first.evidence_file, second.evidence_file);
            QCOMPARE(first.envelope_file, second.envelope_file);
        }
        QVERIFY(made(options_of("eez-main.l1", 1)).calldata != made(options_of("eez-main.l1", 2)).calldata);
    }

    void everyRungPasses_data() {
        QTest::addColumn<QString>("format");
        for (const char* const id : {"eez-main.l1", "eez-static.l1", "eez-static-a.l1"}) {
            QTest::newRow(id) << id;
        }
    }
    void everyRungPasses() {
        QFETCH(QString, format);
        for (std::uint32_t seed = 1; seed <= 60; ++seed) {
            synth::Options options = options_of(format.toStdString(), seed);
            options.entries = 1 + seed % 9;
            options.rollups = 1 + seed % 4;
            options.depth = seed % 6;
            options.lookups = seed % 8;
            options.proof_systems = 1 + seed % 3;
            options.immediate = seed % 3 == 0 ? 1 : 0;
            const auto one = made(options);
            const Judged judged = judge(one);
            const QByteArray where = "seed " + QByteArray::number(static_cast<qulonglong>(seed)) + '\n';
            QCOMPARE(where + rungs(judged.report), where + all_passed);
            QCOMPARE(where + told(judged.findings), where);
            QCOMPARE(judged.tree->basis, transition::TreeBasis::events);
            QVERIFY(well_formed(*judged.tree));
        }
    }

    /// A revert span hides results from the logs; nothing else suffers.
    void spans() {
        for (std::uint32_t seed = 1; seed <= 60; ++seed) {
            synth::Options options = options_of("eez-main.l1", seed);
            options.spans = 1 + seed % 6;
            options.depth = seed % 4;
            const Judged judged = judge(made(options));
            QCOMPARE(told(judged.findings), QByteArray());
            QCOMPARE(judged.report.verdict, verify::Verdict::verified);
            QCOMPARE(shown(judged.report.rungs[2].rule), QByteArray("execution.hidden"));
        }
    }

    /// Every version that lists calls flat: it decodes, keeps every rule, and verifies.
    void everyVersion() {
        QVERIFY(synth::formats().size() > 20);
        for (const table::TableFormat* const format : synth::formats()) {
            for (std::uint32_t seed = 1; seed <= 12; ++seed) {
                synth::Options options = options_of(format->id, seed);
                options.lookups = 8;
                options.rollups = 3;
                options.entries = 1 + seed;
                options.proof_systems = 2;
                options.spans = seed % 2 == 0 ? 2 : 0;
                const auto one = made(options);
                const Judged judged = judge(one);
                const QByteArray where =
                    shown(format->id) + ' ' + QByteArray::number(qulonglong(seed)) + '\n';
                QCOMPARE(where + told(judged.findings), where);
                QCOMPARE(where + shown(name(judged.report.verdict)), where + "verified");
                const auto table = table::decode_table(loaded(one.table_file)).value();
                QCOMPARE(shown(table->format->id), shown(format->id));
                QCOMPARE(table->entries.size(), options.entries);
            }
        }
    }

    /// The logs of a rollup's manager give the tree of its table, in the versions whose logs are read.
    void rollupsTables_data() {
        QTest::addColumn<QString>("format");
        for (const char* const id :
             {"eez-main.l2", "eez-main.l2-incoming", "eez-static.l2", "eez-static.l2-incoming"}) {
            QTest::newRow(id) << id;
        }
    }
    void rollupsTables() {
        QFETCH(QString, format);
        for (std::uint32_t seed = 1; seed <= 30; ++seed) {
            synth::Options options = options_of(format.toStdString(), seed);
            options.rollups = 1 + seed % 3;
            const auto one = made(options);
            chain::BlockEvidence block;
            block.receipts = one.rollup_receipts;
            std::vector<Finding> findings;
            auto events = transition::manager_events(block, 0, one.manager, findings);
            const auto table = table::decode_table(loaded(one.table_file)).value();
            const transition::Tree tree = transition::build_tree(*table, std::move(events));
            QCOMPARE(told(findings) + told(tree.findings), QByteArray());
            QCOMPARE(tree.basis, transition::TreeBasis::events);
            for (const transition::EntryExecution& entry : tree.entries) {
                QVERIFY2(entry.state == transition::ExecutionState::equal ||
                             entry.state == transition::ExecutionState::nothing_to_observe,
                         entry.detail.c_str());
            }
        }
    }

    /// Traces show what spans hide: with them every entry is explained, with logs and without.
    void tracesExplainAll_data() {
        QTest::addColumn<QString>("format");
        for (const char* const id : {"eez-main.l1", "eez-static.l1", "eez-main.l2", "eez-main.l2-incoming",
                                     "eez-static.l2-incoming"}) {
            QTest::newRow(id) << id;
        }
    }
    void tracesExplainAll() {
        QFETCH(QString, format);
        std::size_t spans = 0, lookups = 0;
        for (std::uint32_t seed = 1; seed <= 30; ++seed) {
            synth::Options options = options_of(format.toStdString(), seed);
            options.spans = seed % 5;
            options.depth = seed % 5;
            options.lookups = seed % 7;
            options.immediate = seed % 3 == 0 ? 1 : 0;
            options.transient = seed % 4 == 0 ? 1 : 0;
            options.rollups = 1 + seed % 3;
            const auto one = made(options);
            const auto table = table::decode_table(loaded(one.table_file)).value();
            chain::BlockEvidence rollup;
            rollup.receipts = one.rollup_receipts;
            for (const bool with_logs : {true, false}) {
                std::vector<Finding> findings;
                transition::TreeSources sources;
                sources.manager = one.manager;
                if (with_logs) {
                    sources.events = transition::manager_events(
                        one.format->side == table::Side::l1 ? one.block : rollup, 0, one.manager, findings);
                }
                for (const chain::CallTrace& trace : one.traces) {
                    const auto json = codec::parse_json(
                        synth::trace_text(trace), {.max_bytes = std::size_t{1} << 24U, .max_depth = 500});
                    QVERIFY2(json.has_value(), json ? "" : json.error().text.c_str());
                    auto read = chain::call_trace_from_rpc(*json);
                    QVERIFY2(read.has_value(), read ? "" : read.error().message().c_str());
                    sources.traces.push_back(std::make_shared<const chain::CallTrace>(*std::move(read)));
                }
                const transition::Tree tree = transition::build_tree_from(*table, std::move(sources));
                const QByteArray where =
                    "seed " + QByteArray::number(seed) + (with_logs ? " with logs\n" : "\n");
                QCOMPARE(where + told(tree.findings), where);
                QVERIFY(well_formed(tree));
                // Every lookup of an entry is shown where it happened, with what was called for it.
                for (const transition::Node& node : tree.nodes) {
                    if (node.kind == transition::NodeKind::lookup) {
                        QVERIFY(node.placed);
                        QCOMPARE(tree.nodes[node.parent].kind, transition::NodeKind::call);
                        ++lookups;
                    }
                }
                for (std::size_t i = 0; i < tree.entries.size(); ++i) {
                    const bool calls = !table->entries[i].calls.empty();
                    QVERIFY2(tree.entries[i].state == (calls
                                                           ? transition::ExecutionState::equal
                                                           : transition::ExecutionState::nothing_to_observe),
                             (where + tree.entries[i].detail.c_str()).constData());
                    const bool spanned =
                        std::ranges::any_of(table->entries[i].calls, [](const table::Call& call) {
                            return !call.revert_span.is_zero();
                        });
                    spans += spanned ? 1 : 0;
                    const bool hides = spanned || !table->entries[i].lookups.empty();
                    QCOMPARE(tree.orders[i].basis, hides || !with_logs ? transition::TreeBasis::trace
                                                                       : transition::TreeBasis::events);
                }
            }
        }
        QVERIFY(spans > 20 && lookups > 20);
    }

    void logsReadBack() {
        const Address manager = one_address(1);
        const Hash32 hash = crypto::keccak256({});
        const std::vector<transition::EventBody> bodies{
            transition::BatchPosted{3},
            transition::ExecutionConsumed{hash, U256(1), 2},
            transition::ExecutionConsumed{hash, std::nullopt, 2},
            transition::CallResult{1, 2, true, {9, 8}},
            transition::NestedConsumed{1, 2, hash, 4},
            transition::EntryExecuted{1, hash, 3, 4},
            transition::RevertSpanExecuted{1, 2, 3},
            transition::ImmediateEntrySkipped{1, {7}},
            transition::L2TxExecuted{1, 2},
            transition::CallExecuted{hash, one_address(2), one_address(3), {1}, 5},
            transition::ProxyCreated{one_address(2), one_address(3), 4},
            transition::ExecutionPerformed{1, hash},
            transition::StateUpdated{1, hash},
            transition::IncomingExecuted{hash, one_address(4), 5, {6}, one_address(7), 8},
            transition::RollupCreated{1, one_address(2), hash}};
        for (const table::Side side : {table::Side::l1, table::Side::l2}) {
            for (const transition::EventBody& body : bodies) {
                const chain::Log log = synth::log_of(manager, side, body);
                QCOMPARE(log.address, manager);
                const auto read = transition::decode_manager_event(log, {});
                QVERIFY2(read.has_value(), std::string(transition::event_name(body)).c_str());
                QCOMPARE(shown(transition::event_name(read->body)), shown(transition::event_name(body)));
                // What is written again is the same, so nothing was lost.
                QCOMPARE(synth::log_of(manager, side, read->body), log);
            }
        }
    }

    void asMuchAsAskedFor() {
        synth::Options options = options_of("eez-main.l1", 5);
        options.entries = 40;
        options.rollups = 20;
        options.depth = 30;
        options.lookups = 50;
        options.proof_systems = 4;
        const auto one = made(options);
        const auto table = table::decode_table(loaded(one.table_file)).value();
        QCOMPARE(table->entries.size(), 40U);
        QCOMPARE(table->batch->rollups.size(), 20U);
        QCOMPARE(table->batch->proof_systems.size(), 4U);
        const Judged judged = judge(one);
        QCOMPARE(rungs(judged.report), all_passed);
        std::uint32_t deepest = 0; // nested calls inside each other
        const auto& nodes = judged.tree->nodes;
        for (const transition::Node& node : nodes) {
            std::uint32_t depth = 0;
            for (const transition::Node* at = &node; at->parent != transition::no_node;
                 at = &nodes[at->parent]) {
                depth += at->kind == transition::NodeKind::nested ? 1U : 0U;
            }
            deepest = std::max(deepest, depth);
        }
        QCOMPARE(deepest, 30U);
        std::size_t lookups = table->lookups.size();
        for (const table::Entry& entry : table->entries) {
            lookups += entry.lookups.size();
        }
        QCOMPARE(lookups, std::size_t{50});
        options.spans = 70;
        const auto spanned = table::decode_table(loaded(made(options).table_file)).value();
        std::size_t spans = 0;
        for (const table::Entry& entry : spanned->entries) {
            spans += static_cast<std::size_t>(std::ranges::count_if(
                entry.calls, [](const table::Call& call) { return !call.revert_span.is_zero(); }));
        }
        QCOMPARE(spans, std::size_t{70});
    }

    void limits() {
        const auto refuses = [](const std::function<void(synth::Options&)>& change) {
            synth::Options options;
            change(options);
            return rule_of(synth::make(options));
        };
        const QByteArray refused = "synth.options";
        QCOMPARE(refuses([](auto& options) { options.rollups = 0; }), refused);
        QCOMPARE(refuses([](auto& options) { options.depth = synth::max_depth + 1; }), refused);
        QCOMPARE(refuses([](auto& options) { options.entries = synth::max_evidence_entries + 1; }), refused);
        QCOMPARE(refuses([](auto& options) { options.immediate = options.entries + 1; }), refused);
        QCOMPARE(refuses([](auto& options) { options.format = table::format_named("eez-v1.l1"); }),
                 table::format_named("eez-v1.l1") == nullptr ? QByteArray() : refused);
        QCOMPARE(refuses([](auto& options) {
                     options.broken = synth::break_named("table.zero_entry_hash");
                     options.format = table::format_named("eez-main.l1");
                 }),
                 refused);
    }

    // ---- Broken in one way
    // ------------------------------------------------------------------------------------

    void eachBreakIsFound_data() {
        QTest::addColumn<QString>("id");
        for (const synth::Break& one : synth::breaks()) {
            QTest::newRow(std::string(one.id).c_str())
                << QString::fromUtf8(one.id.data(), qsizetype(one.id.size()));
        }
    }
    void eachBreakIsFound() {
        QFETCH(QString, id);
        const synth::Break* const broken = synth::break_named(id.toStdString());
        for (std::uint64_t seed = 1; seed <= 20; ++seed) {
            synth::Options options;
            options.seed = seed;
            options.broken = broken;
            const auto one = made(options);
            const Judged judged = judge(one);
            const QByteArray where = "seed " + QByteArray::number(static_cast<qulonglong>(seed)) + '\n';
            QCOMPARE(where + told(judged.findings), where + told(one.expected));
            QVERIFY(!one.expected.empty());
            QCOMPARE(where + shown(name(judged.report.verdict)), where + shown(name(broken->verdict)));
            // The first is what the break is called after.
            const std::string_view rule = broken->id.substr(0, broken->id.find(':'));
            QVERIFY(std::ranges::any_of(one.expected, [&](const auto& each) { return each.rule == rule; }));
        }
    }

    /// A rule without a break is a rule that no generated table shows.
    void everyRuleHasABreak() {
        std::set<std::string, std::less<>> broken;
        for (const synth::Break& one : synth::breaks()) {
            broken.insert(std::string(one.id.substr(0, one.id.find(':'))));
        }
        QCOMPARE(broken.size() < synth::breaks().size(), true);
        int rules = 0;
        for (const char* const header :
             {"core/transition/invariant_rules.h", "core/transition/replay.h", "core/codec/abi_reader.h"}) {
            QFile file(QString::fromUtf8(ANCHORSCOPE_SOURCE_DIR "/") + QString::fromUtf8(header));
            QVERIFY(file.open(QIODevice::ReadOnly));
            static const QRegularExpression constant(
                QStringLiteral("string_view (\\w+) =\\s*\"([a-z]+\\.[a-z_]+)\""));
            auto matches = constant.globalMatch(QString::fromUtf8(file.readAll()));
            while (matches.hasNext()) {
                const std::string rule = matches.next().captured(2).toStdString();
                const bool of_two_batches = rule == "replay.dropped"; // see aLaterBatchDropsTheQueue
                const bool entailed = rule == "replay.blocked" || rule == "replay.skipped";
                QVERIFY2(of_two_batches || entailed || broken.contains(rule), rule.c_str());
                ++rules;
            }
        }
        QVERIFY(rules > 30);
    }

    /// Whoever reads a finding learns which error the contracts have for it, and where to look.
    void everyFindingSaysWhoMinds() {
        std::set<std::string, std::less<>> met;
        for (const synth::Break& one : synth::breaks()) {
            synth::Options options;
            options.broken = &one;
            for (const Finding& finding : judge(made(options)).findings) {
                const transition::RuleGuide* const guide = transition::guide_of(finding.rule);
                if (guide == nullptr) {
                    QVERIFY2(!finding.rule.starts_with("table.") && !finding.rule.starts_with("replay."),
                             finding.rule.c_str());
                    continue;
                }
                met.insert(finding.rule);
                QVERIFY2(finding.text.ends_with(guide->look_at), finding.text.c_str());
                const QStringList errors =
                    QString::fromUtf8(guide->errors.data(), qsizetype(guide->errors.size()))
                        .split(QStringLiteral(", "), Qt::SkipEmptyParts);
                const bool named = std::ranges::any_of(errors, [&](const QString& error) {
                    return QString::fromStdString(finding.text).contains(error);
                });
                QVERIFY2(named || guide->force != transition::RuleForce::enforced, finding.text.c_str());
            }
        }
        for (const transition::RuleGuide& guide : transition::rule_guides()) {
            QVERIFY2(met.contains(guide.rule) || guide.rule == "replay.dropped",
                     std::string(guide.rule).c_str());
            for (const QString& error : QString::fromUtf8(guide.errors.data(), qsizetype(guide.errors.size()))
                                            .split(QStringLiteral(", "), Qt::SkipEmptyParts)) {
                const std::string head = error.toStdString() + "(";
                QVERIFY2(std::ranges::any_of(table::contract_errors(),
                                             [&](std::string_view known) { return known.starts_with(head); }),
                         head.c_str());
            }
        }
    }

    /// Two batches of the same rollups in one block.
    void aLaterBatchDropsTheQueue() {
        const auto first = made(options_of("eez-main.l1", 1));
        const auto second = made(options_of("eez-main.l1", 2));
        const auto a = table::decode_table(loaded(first.table_file)).value();
        const auto b = table::decode_table(loaded(second.table_file)).value();
        std::map<U256, std::size_t> taken{{U256(1), 0}, {U256(2), 0}};
        const std::array posted{transition::PostedTable{a.get(), nullptr, taken},
                                transition::PostedTable{b.get(), nullptr, {}}};
        QByteArray expected;
        for (std::size_t i = 0; i < a->entries.size(); ++i) {
            expected += line(Severity::warning, "replay.dropped", "entries[" + std::to_string(i) + "]");
        }
        QCOMPARE(told(transition::replay_block(posted).front().findings), expected);
    }

    void arbitraryValuesAreCanonical() {
        for (const table::TableFormat& format : table::formats()) {
            for (std::uint64_t seed = 0; seed < 50; ++seed) {
                const Bytes calldata = synth::arbitrary_calldata(format, seed, 3);
                const auto good = codec::abi_check(table::type_of(format), ByteView(calldata).subspan(4));
                QVERIFY2(good.has_value(), std::string(format.id).c_str());
            }
        }
    }

private:
    static Address one_address(std::uint8_t low) {
        Address out;
        out.bytes.back() = low;
        return out;
    }
};

QTEST_GUILESS_MAIN(TestSynth)
#include "test_synth.moc"
