// Call traces: the recorded runs of the EEZ contracts (callTracer of an anvil node), and hostile ones.
#include "chain_fixtures.h"
#include "core/chain/call_trace.h"
#include "core/chain/rpc_answers.h"
#include "core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::chain;
using codec::Json;

class TestCallTrace : public QObject {
    Q_OBJECT

    static Json call() {
        return {{"type", "CALL"},
                {"from", "0x" + std::string(40, '1')},
                {"to", "0x" + std::string(40, '2')},
                {"input", "0xabcd"},
                {"value", "0x0"}};
    }
    static Json with(Json object, const char* key, Json value) {
        object[key] = std::move(value);
        return object;
    }
    static Json around(const Json& inner) { return with(call(), "calls", Json::array({inner})); }
    static Json log() {
        return {{"address", "0x" + std::string(40, '3')},
                {"topics", Json::array({"0x" + std::string(64, '4')})},
                {"data", "0x01"},
                {"position", "0x1"}};
    }

    static std::size_t frames_in(const Json& trace) { // counted without the code under test
        std::size_t count = 1;
        for (const Json& inner : trace.value("calls", Json::array())) {
            count += frames_in(inner);
        }
        return count;
    }

private slots:
    /// In each of the six runs the batch is the input of an inner call, as the oracle's calldata says.
    void recorded_runs() {
        std::size_t postings = 0;
        for (const std::string& file : chain_fixtures::eez_files()) {
            const Json run = Json::parse(*test::recorded(file));
            const std::string scenario = file.substr(4, file.find('/', 4) - 4);
            const Json oracle = Json::parse(*test::recorded("eez/" + scenario + "/oracle.json"));
            const bool l1 = file.find("/l1/") != std::string::npos;
            const Bytes table =
                chain_fixtures::unhex(oracle.at("l1").at(0).at("calldataHex").get<std::string>());
            const Address manager = Address::parse(run.at("manager").get<std::string>()).value();
            for (const Json& block : run.at("blocks")) {
                for (const Json& recorded : block.at("traces")) {
                    if (recorded.is_null()) {
                        continue;
                    }
                    const auto trace = call_trace_from_rpc(recorded);
                    QVERIFY2(trace, trace ? "" : trace.error().message().c_str());
                    QCOMPARE(trace->frames.size(), frames_in(recorded));
                    const auto found = trace->find_call(manager, table);
                    postings += found ? 1U : 0U;
                    if (found) {
                        QVERIFY(l1);
                        QCOMPARE(block.at("block").at("number"), oracle.at("l1").at(0).at("block"));
                        QCOMPARE(trace->frames[*found].depth, std::size_t{1});
                        Bytes other = table;
                        other.back() ^= 1U;
                        QVERIFY(!trace->find_call(manager, other));
                        QVERIFY(!trace->find_call(Address{}, table));
                    }
                }
            }
        }
        QCOMPARE(postings, std::size_t{6});
    }

    void order_and_logs() {
        Json root = call();
        Json first = around(with(call(), "input", "0x02"));
        first["input"] = "0x01";
        root["calls"] = Json::array({first, with(call(), "input", "0x03")});
        root["logs"] = Json::array({log(), with(log(), "position", "0x2")});
        const auto trace = call_trace_from_rpc(root).value();
        QCOMPARE(trace.frames.size(), std::size_t{4});
        QCOMPARE(trace.frames[1].input, Bytes{1});
        QCOMPARE(trace.frames[2].input, Bytes{2});
        QCOMPARE(trace.frames[3].input, Bytes{3});
        QCOMPARE(trace.frames[2].parent, std::size_t{1});
        QCOMPARE(trace.frames[3].parent, std::size_t{0});
        QCOMPARE(trace.frames[0].logs.size(), std::size_t{2});
        QCOMPARE(trace.frames[0].log_positions, (std::vector<std::uint64_t>{1, 2}));
        root["logs"][1].erase("position");
        QVERIFY(call_trace_from_rpc(root).value().frames[0].log_positions.empty());
    }

    /// What is undone with a failed frame around it, or cannot write, posts nothing.
    void what_takes_effect() {
        const Address to = Address::parse("0x" + std::string(40, '2')).value();
        const Bytes input{0xab, 0xcd};
        const auto finds = [&](const Json& trace) {
            return call_trace_from_rpc(trace).value().find_call(to, input).has_value();
        };
        QVERIFY(finds(call()));
        Json outer = around(call());
        outer["input"] = "0x";
        QVERIFY(finds(outer));
        QVERIFY(!finds(with(outer, "error", "execution reverted")));
        QVERIFY(!finds(with(outer, "type", "STATICCALL")));
        QVERIFY(finds(with(outer, "type", "DELEGATECALL")));
        QVERIFY(!finds(with(around(outer), "error", "out of gas")));
        for (const char* type :
             {"STATICCALL", "DELEGATECALL", "CALLCODE", "CREATE", "CREATE2", "SELFDESTRUCT"}) {
            QVERIFY2(!finds(with(call(), "type", type)), type);
        }
        QVERIFY(!finds(with(call(), "error", "")));
        QVERIFY(finds(with(call(), "error", nullptr)));
    }

    void hostile() {
        REJECTS(call_trace_from_rpc(Json()), chain::rules::rpc_null);
        REJECTS(call_trace_from_rpc(Json::array()), codec::rules::json_type);
        REJECTS(call_trace_from_rpc(Json("0x")), codec::rules::json_type);
        REJECTS(call_trace_from_rpc(with(call(), "type", "call")), chain::rules::trace_type);
        REJECTS(call_trace_from_rpc(with(call(), "type", 1)), codec::rules::json_type);
        for (const char* key : {"type", "from", "to", "input"}) {
            Json less = call();
            less.erase(key);
            REJECTS(call_trace_from_rpc(less), codec::rules::json_missing);
        }
        REJECTS(call_trace_from_rpc(with(call(), "input", "abcd")), codec::rules::json_value);
        REJECTS(call_trace_from_rpc(with(call(), "input", "0xabc")), codec::rules::json_value);
        REJECTS(call_trace_from_rpc(with(call(), "value", "0x01")), codec::rules::json_value);
        REJECTS(call_trace_from_rpc(with(call(), "error", true)), codec::rules::json_type);
        REJECTS(call_trace_from_rpc(with(call(), "calls", Json::object())), codec::rules::json_type);
        REJECTS(call_trace_from_rpc(around(Json(7))), codec::rules::json_type);
        REJECTS(call_trace_from_rpc(with(call(), "logs", Json::array({7}))), codec::rules::json_type);
        const auto topics = Json::array({log()["topics"][0], log()["topics"][0], log()["topics"][0],
                                         log()["topics"][0], log()["topics"][0]});
        REJECTS(call_trace_from_rpc(with(call(), "logs", Json::array({with(log(), "topics", topics)}))),
                chain::rules::receipt_topics);
        REJECTS(
            call_trace_from_rpc(with(call(), "logs", Json::array({with(log(), "topics", Json::array({1}))}))),
            codec::rules::json_type);
        REJECTS(call_trace_from_rpc(with(call(), "logs", Json::array({with(log(), "position", "1")}))),
                codec::rules::json_value);
        // A creation may have lost its code, and its address where it failed.
        Json creation = with(call(), "type", "CREATE");
        creation.erase("to");
        creation.erase("input");
        VERIFY_OK(call_trace_from_rpc(creation));
    }

    void depth_and_count() {
        Json deep = call();
        for (std::size_t level = 0; level < max_trace_depth; ++level) {
            Json outer = call();
            outer["calls"] = Json::array();
            outer["calls"].push_back(std::move(deep));
            deep = std::move(outer);
        }
        const auto deepest = call_trace_from_rpc(deep);
        VERIFY_OK(deepest);
        QCOMPARE(deepest->frames.back().depth, max_trace_depth);
        const std::string text = deep.dump();
        VERIFY_OK(codec::parse_json(text, {std::size_t{1} << 20U, max_trace_json_depth}));
        REJECTS(call_trace_from_rpc(around(deep)), chain::rules::trace_limit);

        Json wide = call();
        Json inner = call();
        inner["input"] = "0x" + std::string(2048, '0');
        wide["calls"] = Json(Json::array_t((max_trace_bytes / 1024) - 1, inner));
        VERIFY_OK(call_trace_from_rpc(wide));
        wide["calls"].push_back(inner);
        wide["calls"].push_back(inner);
        REJECTS(call_trace_from_rpc(wide), chain::rules::trace_limit);
        inner["input"] = "0x";
        wide["calls"] = Json(Json::array_t(max_trace_frames, inner));
        REJECTS(call_trace_from_rpc(wide), chain::rules::trace_limit);
    }
};

QTEST_GUILESS_MAIN(TestCallTrace)
#include "test_call_trace.moc"
