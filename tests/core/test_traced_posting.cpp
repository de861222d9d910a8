// The rung `proof` by a trace: in the recorded runs of the EEZ contracts the batch is the input of an inner
// call. Only an endpoint's trace of the very transaction counts, and only where the receipt shows that the
// manager took a batch.
#include "core/verify/report.h"
#include "core/verify/rules.h"
#include "tests/core/eez_runs.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using verify::NeedKind;

class TestTracedPosting : public QObject {
    Q_OBJECT

    struct Run {
        Case each; ///< table, manager, pinned block of the posting; no trace yet
        Hash32 transaction;
        codec::Json trace; ///< as recorded
    };

    static Run run_of(const std::string& scenario) {
        Run out;
        const RecordedTable recorded = recorded_table(scenario, "l1");
        const codec::Json chain = json_file("eez/" + scenario + "/l1/chain.json");
        out.each.request.table = recorded.table;
        out.each.request.source = recorded.table->source;
        out.each.request.expect.manager = address(chain.at("manager").get<std::string>());
        out.each.request.also = {RungId::proof};
        auto file = chain::read_evidence(chain.dump(), "chain.json").value();
        out.each.evidence.blocks = std::move(file.blocks);
        out.each.evidence.file_chain_id = file.chain_id;
        out.transaction = word(recorded.oracle.at("tx").get<std::string>());
        for (std::size_t index = 0; index < out.each.evidence.blocks.size(); ++index) {
            const chain::BlockEvidence& block = out.each.evidence.blocks[index];
            const auto position = block.find_transaction(out.transaction);
            if (position) {
                out.trace = chain.at("blocks").at(index).at("traces").at(*position);
                out.each.request.pins = {{{}, block.header.number, block.header.hash, "user"}};
            }
        }
        return out;
    }

    static verify::TraceEvidence trace_of(const Run& run, const codec::Json& json,
                                          chain::SourceKind kind = chain::SourceKind::endpoint) {
        return {{kind, kind == chain::SourceKind::file ? "chain.json" : "node.example"},
                run.transaction,
                std::make_shared<const chain::CallTrace>(chain::call_trace_from_rpc(json).value())};
    }

private slots:
    void all_six_runs() {
        for (const char* scenario : scenarios) {
            Run run = run_of(scenario);
            QCOMPARE(state(run.each.report(), RungId::proof), "not_checked proof.contents");
            run.each.evidence.traces.push_back(trace_of(run, run.trace));
            const Report report = run.each.report();
            const verify::Rung& proof = rung(report, RungId::proof);
            QVERIFY2(proof.state == RungState::passed, (scenario + (": " + proof.detail)).c_str());
            QVERIFY(std::ranges::find(proof.basis.sources, "node.example") != proof.basis.sources.end());
            QVERIFY(proof.detail.find("in a call inside it, says node.example's trace") != std::string::npos);
            // The table's block is known now: execution is compared with its events, on the same word.
            const verify::Rung& execution = rung(report, RungId::execution);
            QVERIFY(execution.rule != verify::rules::execution_table_block);
            QVERIFY(execution.state != RungState::failed);
            if (execution.state == RungState::passed) {
                QVERIFY(std::ranges::find(execution.basis.sources, "node.example") !=
                        execution.basis.sources.end());
            }
        }
    }

    void what_a_file_says_proves_nothing() {
        Run run = run_of("counter");
        run.each.evidence.traces.push_back(trace_of(run, run.trace, chain::SourceKind::file));
        const Report report = run.each.report();
        QCOMPARE(state(report, RungId::proof), "not_checked proof.trace_of_file");
        QCOMPARE(state(report, RungId::execution), "not_checked execution.table_block");
        QVERIFY(rung(report, RungId::proof).detail.find("A trace supplied by the case") != std::string::npos);
        QVERIFY(rung(report, RungId::proof).basis.kind == verify::BasisKind::file);
        run.each.request.also = {RungId::proof};
        QCOMPARE(verdict(run.each.report()), "unproven");
    }

    /// The same trace as it lies in the evidence file: read, shown as the case's, and never a proof. Whoever
    /// asks an endpoint beside it gets the proof on that endpoint's word.
    void what_an_evidence_file_holds() {
        Run run = run_of("counter");
        const codec::Json chain = json_file("eez/counter/l1/chain.json");
        const auto file = chain::read_evidence(chain.dump(), "chain.json").value();
        QCOMPARE(file.traces.size(), std::size_t{3}); // of three blocks with one transaction each
        const auto posting =
            std::ranges::find(file.traces, run.transaction, &chain::SuppliedTrace::transaction);
        QVERIFY(posting != file.traces.end());
        for (const chain::SuppliedTrace& each : file.traces) {
            run.each.evidence.traces.push_back({{chain::SourceKind::file, "chain.json"},
                                                each.transaction,
                                                std::make_shared<const chain::CallTrace>(each.trace)});
        }
        QCOMPARE(state(run.each.report(), RungId::proof), "not_checked proof.trace_of_file");
        QVERIFY(rung(run.each.report(), RungId::proof).detail.find("supplied by the case (chain.json)") !=
                std::string::npos);
        run.each.evidence.traces.push_back(trace_of(run, run.trace));
        QCOMPARE(state(run.each.report(), RungId::proof), "passed");
        const auto refuses = [](codec::Json changed) {
            return !chain::read_evidence(changed.dump(), "chain.json");
        };
        codec::Json fewer = chain;
        fewer["blocks"][0]["traces"] = codec::Json::array();
        codec::Json broken = chain;
        broken["blocks"][0]["traces"][0]["type"] = "CALLED";
        codec::Json none = chain;
        none["blocks"][0]["traces"][0] = nullptr;
        QVERIFY(refuses(fewer) && refuses(broken) && !refuses(none));
        none["blocks"][1].erase("traces");
        QCOMPARE(chain::read_evidence(none.dump(), "chain.json").value().traces.size(), std::size_t{1});
    }

    /// Each change takes the proof away; none makes it fail, for absence proves nothing.
    void every_link_is_needed() {
        const auto expects_open = [](const Run& run, const char* why) {
            const Report report = run.each.report();
            QVERIFY2(rung(report, RungId::proof).state == RungState::not_checked, why);
            QVERIFY2(report.verdict == Verdict::unproven, why);
        };
        const Run whole = run_of("counter");
        const auto with = [&whole](const std::function<void(codec::Json&)>& change) {
            Run run = whole;
            change(run.trace);
            run.each.evidence.traces.push_back(trace_of(run, run.trace));
            return run;
        };
        expects_open(with([](codec::Json& trace) { trace["calls"][0]["type"] = "DELEGATECALL"; }),
                     "delegated");
        expects_open(with([](codec::Json& trace) { trace["calls"][0]["type"] = "STATICCALL"; }), "static");
        expects_open(with([](codec::Json& trace) { trace["calls"][0]["error"] = "execution reverted"; }),
                     "failed");
        expects_open(with([](codec::Json& trace) { trace["error"] = "execution reverted"; }),
                     "failed around it");
        expects_open(with([](codec::Json& trace) { trace["calls"][0]["to"] = Address{}.hex(); }),
                     "elsewhere");
        expects_open(with([](codec::Json& trace) {
                         auto& input = trace["calls"][0]["input"].get_ref<std::string&>();
                         input.back() = input.back() == '0' ? '1' : '0';
                     }),
                     "another table");
        const Run unfit = with([](codec::Json& trace) { trace["input"] = "0x"; });
        expects_open(unfit, "of another transaction");
        QVERIFY(has_finding(unfit.each.report(), "trace.unusable"));
        expects_open(with([](codec::Json& trace) { trace["value"] = "0x1"; }), "another value");

        Run other = with([](codec::Json&) {});
        other.each.evidence.traces[0].transaction = Hash32{};
        expects_open(other, "given for another transaction");
        Run unpinned = with([](codec::Json&) {});
        unpinned.each.request.pins.clear();
        expects_open(unpinned, "the block is not authentic");
        Run no_manager = with([](codec::Json&) {});
        no_manager.each.request.expect.manager.reset();
        expects_open(no_manager, "the manager is not stated");
        Run elsewhere = with([](codec::Json&) {});
        elsewhere.each.request.table_tx = Hash32{};
        expects_open(elsewhere, "another transaction is named");
    }

    /// A manager's log is what shows that the call had an effect: without one the trace is not enough.
    void a_batch_must_have_been_logged() {
        Run run = run_of("counter");
        run.each.evidence.traces.push_back(trace_of(run, run.trace));
        for (chain::BlockEvidence& block : run.each.evidence.blocks) {
            if (const auto position = block.find_transaction(run.transaction)) {
                std::erase_if(block.receipts[*position].logs, [](const chain::Log& log) {
                    return log.topics[0] == crypto::keccak256(bytes_of("BatchPosted(uint256)"));
                });
                refit(block);
                run.each.request.pins = {{{}, block.header.number, block.header.hash, "user"}};
            }
        }
        QCOMPARE(state(run.each.report(), RungId::proof), "not_checked proof.not_found");
    }

    void what_is_asked_for() {
        Run run = run_of("counter");
        run.each.request.offline = false;
        for (const char* name : {"a.example", "b.example"}) {
            verify::EndpointState endpoint;
            endpoint.name = name;
            endpoint.chain_id = run.each.evidence.file_chain_id;
            run.each.evidence.endpoints.push_back(endpoint);
        }
        const auto traces = [&run] {
            auto needs = verify::next_needs(run.each.request, run.each.evidence);
            std::erase_if(needs, [](const verify::Need& need) { return need.kind != NeedKind::trace; });
            return needs;
        };
        QCOMPARE(traces().size(), std::size_t{1}); // the one transaction with a batch, of one endpoint
        QCOMPARE(traces()[0].hash, run.transaction);
        QCOMPARE(traces()[0].endpoint, std::size_t{0});
        run.each.evidence.endpoints[0].missing_traces.insert(run.transaction);
        QCOMPARE(traces()[0].endpoint, std::size_t{1});
        codec::Json unfit = run.trace;
        unfit["input"] = "0x";
        run.each.evidence.traces.push_back(trace_of(run, unfit));
        run.each.evidence.traces.back().source.name = "b.example"; // no use, and no third to ask
        QVERIFY(traces().empty());
        run.each.evidence.traces.clear();
        run.each.evidence.traces.push_back(trace_of(run, run.trace, chain::SourceKind::file));
        QCOMPARE(traces().size(), std::size_t{1}); // a file's trace answers nothing
        run.each.evidence.traces.push_back(trace_of(run, run.trace));
        QVERIFY(traces().empty());
        run.each.evidence.traces.clear();
        run.each.request.table_tx = Hash32{};
        QVERIFY(traces().empty());
        run.each.request.table_tx.reset();
        run.each.request.expect.manager.reset();
        QVERIFY(traces().empty());
    }
};

QTEST_GUILESS_MAIN(TestTracedPosting)
#include "test_traced_posting.moc"
