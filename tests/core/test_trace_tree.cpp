// Trees from call traces: the recorded runs, of which events hide a part; traces that were tampered with; and
// made ones with lookups in both modes.
#include "core/crypto/hash_function.h"
#include "core/digest/rolling_hash.h"
#include "core/digest/table_digests.h"
#include "core/synth/synth.h"
#include "core/transition/manager_calls.h"
#include "core/transition/tree_sources.h"
#include "eez_runs.h"
#include "tree_text.h"
#include <functional>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::transition;
using codec::Json;

namespace {

using Traces = std::vector<std::shared_ptr<const chain::CallTrace>>;

/// A recorded run with its traces, as JSON that tests may change.
struct Run {
    RecordedTable recorded;
    Address manager;
    std::vector<Json> traces;

    Run(const std::string& scenario, const std::string& side) : recorded(recorded_table(scenario, side)) {
        const Json chain = json_file("eez/" + scenario + "/" + side + "/chain.json");
        manager = Address::parse(chain.at("manager").get<std::string>()).value();
        for (const Json& block : chain.at("blocks")) {
            for (const Json& trace : block.at("traces")) {
                if (!trace.is_null()) {
                    traces.push_back(trace);
                }
            }
        }
    }

    [[nodiscard]] Tree tree(std::vector<ManagerEvent> events = {}) const {
        TreeSources sources;
        sources.events = std::move(events);
        sources.manager = manager;
        for (const Json& trace : traces) {
            sources.traces.push_back(
                std::make_shared<const chain::CallTrace>(chain::call_trace_from_rpc(trace).value()));
        }
        return build_tree_from(*recorded.table, std::move(sources));
    }

    /// Calls `change` on every frame of every trace.
    void change(const std::function<void(Json&)>& change) {
        const std::function<void(Json&)> visit = [&](Json& frame) {
            change(frame);
            if (frame.contains("calls")) {
                for (Json& inner : frame["calls"]) {
                    visit(inner);
                }
            }
        };
        for (Json& trace : traces) {
            visit(trace);
        }
    }
};

bool calls(const Json& frame, const char* selector) {
    return frame.value("input", std::string()).starts_with(selector);
}
constexpr const char* execute_call = "0x9af53259";      // executeCrossChainCall(address,bytes)
constexpr const char* execute_on_behalf = "0x532f0839"; // executeOnBehalf(address,bytes)
constexpr const char* execute_span = "0x37b99a56";      // executeInContextAndRevert(uint256)

QByteArray rules_of(const Tree& tree) {
    QByteArray out;
    for (const Finding& finding : tree.findings) {
        out += shown(finding.rule) + ' ' + shown(finding.place) + '\n';
    }
    return out;
}

/// Made traces of a manager 0x…1001 whose proxies are 0x…2000 + n.
struct Maker {
    chain::CallTrace trace;
    Address manager = address_of(0x1001);

    std::size_t frame(std::size_t parent, chain::CallType type, const Address& from, const Address& to,
                      Bytes input) {
        chain::CallFrame out;
        out.parent = parent;
        out.depth = parent == chain::CallFrame::no_parent ? 0 : trace.frames[parent].depth + 1;
        out.type = type;
        out.from = from;
        out.to = to;
        out.input = std::move(input);
        trace.frames.push_back(std::move(out));
        return trace.frames.size() - 1;
    }

    /// selector(address, bytes)
    static Bytes input(const char* selector, const Address& account, const Bytes& data) {
        Bytes out = bytes(selector);
        append(out, codec::abi_encode(codec::AbiType::parse("(address,bytes)").value(),
                                      AbiTree::list({AbiTree::of(account), text(data)})));
        return out;
    }

    /// A call of a proxy to the manager.
    std::size_t leaves(std::size_t parent, const Bytes& data, bool looks = false) {
        return frame(parent, looks ? chain::CallType::static_call : chain::CallType::call, address_of(0x2000),
                     manager, input(looks ? "0x7aa4da2e" : execute_call, address_of(0x99), data));
    }

    /// A flat call as CallSpec makes it.
    std::size_t arrives(std::size_t parent, const Bytes& data, bool looks = false) {
        return frame(parent, looks ? chain::CallType::static_call : chain::CallType::call, manager,
                     address_of(0x2001), input(execute_on_behalf, address_of(0xaa), data));
    }

    void reverts(std::size_t at, Bytes output) {
        trace.frames[at].failed = true;
        trace.frames[at].error = "execution reverted";
        trace.frames[at].output = std::move(output);
    }

    /// abi.encode(bytes)
    void returns(std::size_t at, const Bytes& output) {
        trace.frames[at].output =
            codec::abi_encode(codec::AbiType::parse("(bytes)").value(), AbiTree::list({text(output)}));
    }
};

Hash32 static_fold(const Hash32& before, bool success, const Bytes& data) {
    Bytes all(before.bytes.begin(), before.bytes.end());
    all.push_back(success ? 1 : 0);
    append(all, data);
    return crypto::keccak256(all);
}

} // namespace

class TestTraceTree : public QObject {
    Q_OBJECT

private slots:
    // Where logs show everything, the traces of the run show the same, without any log of a block.
    void sameAsEvents() {
        std::size_t compared = 0;
        for (const char* scenario : {"counter", "counterL2", "multi-call-nested", "reentrant"}) {
            for (const char* side : {"l1", "l2"}) {
                const Run run(scenario, side);
                const Tree events = build_tree(*run.recorded.table, run.recorded.all_events);
                const Tree traced = run.tree();
                QVERIFY2(rules_of(traced).isEmpty(), rules_of(traced).constData());
                QCOMPARE(traced.basis, TreeBasis::trace);
                QVERIFY(well_formed(traced));
                QCOMPARE(tree_text(traced).replace("basis trace", "basis events"), tree_text(events));
                ++compared;
                // With the events, these are believed.
                QCOMPARE(run.tree(run.recorded.all_events).basis, TreeBasis::events);
            }
        }
        QCOMPARE(compared, std::size_t{8});
    }

    // revertCounter: events keep of the span only its start and length. The trace shows the call inside, its
    // result 1, and the rolling hash with which executeInContextAndRevert reverted.
    void revertCounter() {
        for (const char* side : {"l1", "l2"}) {
            const Run run("revertCounter", side);
            for (const Tree& tree : {run.tree(), run.tree(run.recorded.all_events)}) {
                QVERIFY2(rules_of(tree).isEmpty(), rules_of(tree).constData());
                QCOMPARE(tree.basis, TreeBasis::trace);
                QCOMPARE(tree.entries[0].state, ExecutionState::equal);
                QCOMPARE(*tree.entries[0].recomputed, run.recorded.table->entries[0].rolling_hash);
                QCOMPARE(shown(tree.entries[0].detail),
                         QByteArray("the rolling hash recomputed from the trace equals the table's; inside 1 "
                                    "revert span that logs do not show"));
                const Node& call = tree.nodes.at(3);
                QCOMPARE(call.kind, NodeKind::call);
                QCOMPARE(call.outcome, Outcome::rolled_back);
                const KnownResult& result = tree.results.at(call.result);
                QVERIFY(result.success);
                QCOMPARE(U256::from_be(result.return_data), U256(1));
            }
            // The events alone do not know.
            const Tree events = build_tree(*run.recorded.table, run.recorded.all_events);
            QCOMPARE(events.entries[0].state, ExecutionState::not_observable);
        }
        QCOMPARE(tree_text(Run("revertCounter", "l1").tree()), QByteArray("bundle L1>L1\n"
                                                                          "  entry 0 L1>R1 ok\n"
                                                                          "    span 1+1 L1>L1 rolled back\n"
                                                                          "      call 1 L1>L1 rolled back\n"
                                                                          "        return L1>L1 rolled back\n"
                                                                          "    return R1>L1 ok\n"
                                                                          "basis trace\n"
                                                                          "equal\n"));
    }

    // nestedCallRevert: the failed lookup leaves no event; the trace shows it inside call 1, which went on.
    void nestedCallRevert() {
        const QByteArray l1 = "bundle L1>L1\n"
                              "  entry 0 L1>R1 ok\n"
                              "    call 1 L1>L1 ok\n"
                              "      lookup 1 L1>R1 failed\n"
                              "        return R1>L1 failed\n"
                              "      return L1>L1 ok\n"
                              "    return R1>L1 ok\n"
                              "basis trace\n"
                              "equal\n";
        for (const char* side : {"l1", "l2"}) {
            const Run run("nestedCallRevert", side);
            for (const Tree& tree : {run.tree(), run.tree(run.recorded.all_events)}) {
                QVERIFY2(rules_of(tree).isEmpty(), rules_of(tree).constData());
                QVERIFY(well_formed(tree));
                QVERIFY(tree_text(tree).contains("      lookup 1"));
                QCOMPARE(shown(tree.entries[0].detail),
                         QByteArray("the rolling hash recomputed from the trace equals the table's; inside 1 "
                                    "lookup that logs do not show"));
            }
        }
        QCOMPARE(tree_text(Run("nestedCallRevert", "l1").tree()), l1);
    }

    // Failed transactions keep no logs at all, and nodes drop those of failed calls: the cursors and what
    // came back still tell.
    void withoutAnyLog() {
        for (const char* scenario : scenarios) {
            for (const char* side : {"l1", "l2"}) {
                Run run(scenario, side);
                const Tree before = run.tree();
                run.change([](Json& frame) { frame.erase("logs"); });
                const Tree tree = run.tree();
                QVERIFY2(rules_of(tree).isEmpty(), rules_of(tree).constData());
                for (std::size_t i = 0; i < tree.entries.size(); ++i) {
                    QCOMPARE(tree.entries[i].state, before.entries[i].state);
                }
            }
        }
    }

    // The entry's own call reverted (RollingHashMismatch): nothing of it was kept, and the tree says so.
    void aTransactionThatFailed() {
        Run run("reentrant", "l1");
        bool outermost = true;
        run.change([&](Json& frame) {
            frame.erase("logs");
            if (calls(frame, execute_call) && std::exchange(outermost, false)) {
                frame["error"] = "execution reverted";
                frame["output"] = "0xf3a3b67c";
            }
        });
        const Tree tree = run.tree();
        QCOMPARE(tree.entries[0].state, ExecutionState::not_executed);
        QVERIFY2(tree.entries[0].detail.ends_with("and reverted with 0xf3a3b67c"),
                 tree.entries[0].detail.c_str());
        QCOMPARE(rules_of(tree), QByteArray("trace.failed entries[0]\n"));
        QVERIFY(
            tree_text(tree).startsWith("bundle L1>L1\n  entry 0 L1>R1 failed\n    call 1 R1>L1 rolled back\n"
                                       "      nested 1 L1>R1 rolled back\n"));
        QVERIFY(well_formed(tree));
        // A call around it that fails undoes it as well.
        Run outer("reentrant", "l1");
        outer.traces.back()["error"] = "out of gas";
        QCOMPARE(outer.tree().entries[0].state, ExecutionState::not_executed);
    }

    // Whatever is changed in what the manager did, it no longer fits the table.
    void tamperedTraces() {
        const auto tampered = [](const char* scenario, const std::function<void(Json&)>& change) {
            Run run(scenario, "l1");
            run.change(change);
            const Tree tree = run.tree();
            return tree.entries[0].state == ExecutionState::differs &&
                   rules_of(tree).contains("trace.differs entries[0]\n") && well_formed(tree);
        };
        QVERIFY(!tampered("reentrant", [](Json&) {}));
        QVERIFY(tampered("reentrant", [](Json& frame) { // another result
            if (calls(frame, execute_on_behalf)) {
                frame["output"] = "0x" + std::string(63, '0') + "7";
            }
        }));
        QVERIFY(tampered("reentrant", [](Json& frame) { // another target
            if (calls(frame, execute_on_behalf)) {
                frame["input"].get_ref<std::string&>()[73] ^= 1;
            }
        }));
        QVERIFY(tampered("reentrant", [](Json& frame) { // a failed call
            if (calls(frame, execute_on_behalf)) {
                frame["error"] = "execution reverted";
            }
        }));
        QVERIFY(tampered("reentrant", [](Json& frame) { // a call dropped
            if (calls(frame, execute_call) && frame.contains("calls")) {
                frame["calls"].erase(frame["calls"].end() - 1);
            }
        }));
        QVERIFY(tampered("revertCounter", [](Json& frame) { // another ContextResult
            if (calls(frame, execute_span)) {
                frame["output"].get_ref<std::string&>()[12] ^= 1;
            }
        }));
        QVERIFY(tampered("revertCounter", [](Json& frame) { // a span of another length
            if (calls(frame, execute_span)) {
                frame["input"].get_ref<std::string&>().back() = '2';
            }
        }));
    }

    // Somebody else's calls that look like the manager's are none.
    void onlyTheManagerCounts() {
        const Run run("reentrant", "l1");
        Run other = run;
        other.manager = address_of(7);
        QCOMPARE(other.tree().basis, TreeBasis::ambiguous);
        QCOMPARE(run.tree().basis, TreeBasis::trace);
    }

    // A made run with lookups in both modes inside call 1 and behind nested call 1: a static one that reads
    // two accounts, a static one that fails, and one that runs a call of its own and reverts.
    void lookupsInBothModes() {
        const Bytes nested_data{1}, read_data{2}, failed_data{3}, run_data{4};
        const auto hash = [](const Bytes& data) {
            return digest::call_hash(1, address_of(0x77), U256(0), data, address_of(0x99), U256(0));
        };
        EntrySpec spec{.deltas = {{}}, .hash = hash({9}), .calls = {{.data = {5}}}, .count = 1};
        spec.nested = {{hash(nested_data), U256(0), {0x0a}}};
        LookupSpec read{.hash = hash(read_data), .call_number = 1, .last_nested = 1};
        read.calls = {{.data = {6}}, {.data = {7}}};
        read.rolling_hash = static_fold(static_fold({}, true, {0x61}), false, {0x62});
        LookupSpec failed{.hash = hash(failed_data), .failed = true, .call_number = 1, .last_nested = 0};
        LookupSpec run{.hash = hash(run_data), .failed = true, .call_number = 1, .last_nested = 1};
        run.calls = {{.data = {8}}};
        run.count = 1;
        const std::array inner{digest::FoldStep{digest::FoldTag::call_begin, 1, false, {}},
                               digest::FoldStep{digest::FoldTag::call_end, 1, true, {}}};
        run.rolling_hash = digest::rolling_hash(inner);
        spec.lookups = {read, failed, run};
        const std::array steps{digest::FoldStep{digest::FoldTag::call_begin, 1, false, {}},
                               digest::FoldStep{digest::FoldTag::nested_begin, 1, false, {}},
                               digest::FoldStep{digest::FoldTag::nested_end, 1, false, {}},
                               digest::FoldStep{digest::FoldTag::call_end, 1, true, {}}};
        spec.rolling_hash = digest::rolling_hash(steps);
        const auto table = decoded(calldata_of(BatchSpec{.entries = {spec}}));

        Maker maker;
        const std::size_t entry = maker.leaves(chain::CallFrame::no_parent, {9});
        const std::size_t call = maker.arrives(entry, {5});
        const std::size_t failing = maker.leaves(call, failed_data, true);
        maker.reverts(failing, {});
        const std::size_t nested = maker.leaves(call, nested_data);
        maker.returns(nested, {0x0a});
        const std::size_t reading = maker.leaves(call, read_data, true);
        maker.returns(reading, {});
        maker.trace.frames[maker.arrives(reading, {6}, true)].output = {0x61};
        maker.reverts(maker.arrives(reading, {7}, true), {0x62});
        const std::size_t running = maker.leaves(call, run_data);
        maker.arrives(running, {8});
        maker.reverts(running, {});
        const auto tree_of = [&](const chain::CallTrace& trace) {
            TreeSources sources;
            sources.manager = maker.manager;
            sources.traces = {std::make_shared<const chain::CallTrace>(trace)};
            // The proxy through which everything leaves, as an earlier block logged it.
            sources.events = {{ProxyCreated{address_of(0x2000), address_of(0x77), U256(1)}, {}}};
            return build_tree_from(*table, std::move(sources));
        };
        const Tree tree = tree_of(maker.trace);
        QVERIFY(well_formed(tree));
        QCOMPARE(rules_of(tree), QByteArray());
        QCOMPARE(tree_text(tree), QByteArray("bundle L1>L1\n"
                                             "  entry 0 L1>R1 ok\n"
                                             "    call 1 R1>L1 ok\n"
                                             "      lookup 2 L1>R1 failed\n"
                                             "        return R1>L1 failed\n"
                                             "      nested 1 L1>R1 ok\n"
                                             "        return R1>L1 ok\n"
                                             "      lookup 1 L1>R1 ok\n"
                                             "        call 1 R1>L1 ok\n"
                                             "          return L1>R1 ok\n"
                                             "        call 2 R1>L1 failed\n"
                                             "          return L1>R1 failed\n"
                                             "        return R1>L1 ok\n"
                                             "      lookup 3 L1>R1 failed\n"
                                             "        call 1 R1>L1 rolled back\n"
                                             "          return L1>R1 rolled back\n"
                                             "        return R1>L1 failed\n"
                                             "      return L1>R1 ok\n"
                                             "    return R1>L1 ok\n"
                                             "basis trace\n"
                                             "equal\n"));
        // Calls of a lookup are found in the lookup.
        const auto in_lookup = std::ranges::find_if(
            tree.nodes, [](const Node& node) { return node.kind == NodeKind::call && node.lookup == 2; });
        const auto at = static_cast<std::uint32_t>(in_lookup - tree.nodes.begin());
        QCOMPARE(shown(tree.field_path(*table, at)),
                 QByteArray("entries[0].expectedLookups[2].l2ToL1Calls[0]"));
        QCOMPARE(tree.range(*table, at), table->entries[0].lookups[2].calls[0].range);
        // Each thing that a lookup is bound by, changed.
        for (const auto& [frame, place] :
             {std::pair(reading, "frames[4]"), std::pair(running, "frames[7]")}) {
            chain::CallTrace changed = maker.trace;
            changed.frames[frame + 1].output = {0x99};
            const QByteArray rules = rules_of(tree_of(changed));
            QVERIFY2(rules.contains("trace.lookup traces[0]." + QByteArray(place)), rules.constData());
        }
        chain::CallTrace unknown = maker.trace;
        unknown.frames[reading].input.back() ^= 1U;  // not canonical: no call of the manager at all
        unknown.frames[failing].input[4 + 31] ^= 1U; // another source: another hash, no lookup has it
        QVERIFY2(rules_of(tree_of(unknown)).contains("trace.lookup traces[0].frames[2]"),
                 rules_of(tree_of(unknown)).constData());
        chain::CallTrace unexpected = maker.trace;
        unexpected.frames[nested].input[4 + 31] ^= 1U;
        QVERIFY(rules_of(tree_of(unexpected)).contains("trace.not_found traces[0].frames[3]"));
    }

    /// No contract starts an entry, or takes a table, while an entry runs; a trace may say so all the same.
    /// What it says happened inside is nobody's, and the entry around it did not run as the table has it.
    void nothingBeginsInsideAnEntry() {
        synth::Options options;
        options.entries = 2;
        options.rollups = 1;
        options.lookups = 0;
        const synth::Synthetic made = synth::make(options).value();
        const auto table = decoded(made.calldata);
        QVERIFY(table->entries[1].proxy_entry_hash.is_zero()); // executeL2TX takes it
        const auto tree_with = [&](const Bytes& input) {
            chain::CallTrace trace = made.traces[2]; // of entry 0
            chain::CallFrame inner;
            inner.parent = trace.frames.size() - 1; // the last call that its last flat call makes
            inner.depth = trace.frames.back().depth + 1;
            inner.from = address_of(1);
            inner.to = made.manager;
            inner.input = input;
            if (!input.empty()) {
                trace.frames.push_back(inner);
            }
            TreeSources sources;
            sources.manager = made.manager;
            for (std::size_t i = 0; i < 2; ++i) {
                sources.traces.push_back(std::make_shared<const chain::CallTrace>(made.traces[i]));
            }
            sources.traces.push_back(std::make_shared<const chain::CallTrace>(std::move(trace)));
            return build_tree_from(*table, std::move(sources));
        };
        QCOMPARE(tree_with({}).entries[0].state, ExecutionState::equal);
        const Hash32 selector = crypto::keccak256(bytes_of("executeL2TX(uint256)"));
        Bytes l2_tx(selector.bytes.begin(), selector.bytes.begin() + 4);
        append(l2_tx, word_of(1).view());
        for (const Bytes& input : {l2_tx, made.calldata}) {
            const Tree tree = tree_with(input);
            QVERIFY(well_formed(tree));
            QCOMPARE(tree.entries[0].state, ExecutionState::differs);
            QVERIFY2(tree.entries[0].detail.find("begins while this one runs") != std::string::npos,
                     tree.entries[0].detail.c_str());
            QVERIFY(tree.entries[1].state != ExecutionState::equal);
        }
    }

    void functionsAreTheContracts() {
        chain::CallFrame frame;
        frame.type = chain::CallType::call;
        frame.from = address_of(1);
        frame.to = address_of(2);
        frame.input = Maker::input(execute_call, address_of(3), {1, 2});
        QCOMPARE(manager_call(frame, address_of(2)).kind, ManagerCallKind::cross_chain);
        QCOMPARE(manager_call(frame, address_of(2)).account, address_of(3));
        QCOMPARE(manager_call(frame, address_of(1)).kind, ManagerCallKind::none);
        frame.type = chain::CallType::delegate_call;
        QCOMPARE(manager_call(frame, address_of(2)).kind, ManagerCallKind::none);
        QVERIFY(!context_result(bytes("0x0816f53c")));
    }
};

QTEST_GUILESS_MAIN(TestTraceTree)
#include "test_trace_tree.moc"
