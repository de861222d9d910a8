// The recorded runs of the EEZ contracts (tests/data/eez): tables, what an independent coder says about them,
// and the manager's events. Logs are read here from the recorded JSON, without the code under test.
#pragma once
#include "core/transition/manager_events.h"
#include "core_test_support.h"
#include "table_maker.h"

namespace anchorscope::test {

inline constexpr std::array scenarios{"counter",          "counterL2", "multi-call-nested",
                                      "nestedCallRevert", "reentrant", "revertCounter"};

inline codec::Json json_file(const std::string& name) {
    const std::optional<std::string> text = recorded(name);
    return text ? codec::Json::parse(*text) : codec::Json();
}

inline chain::Log log_from(const codec::Json& json) {
    chain::Log log;
    log.address = Address::parse(json.at("address").get<std::string>()).value();
    for (const codec::Json& topic : json.at("topics")) {
        log.topics.push_back(word(topic.get<std::string>()));
    }
    log.data = bytes(json.at("data").get<std::string>());
    return log;
}

/// Only the receipts' logs are filled.
inline chain::BlockEvidence block_from(const codec::Json& json) {
    chain::BlockEvidence block;
    for (const codec::Json& receipt : json.at("receipts")) {
        for (chain::Receipt& out = block.receipts.emplace_back();
             const codec::Json& log : receipt.at("logs")) {
            out.logs.push_back(log_from(log));
        }
    }
    return block;
}

/// One recorded table: of one scenario, on one side ("l1", "l2").
struct RecordedTable {
    std::string name; ///< "counter/l1"
    codec::Json oracle;
    std::shared_ptr<const table::ExecutionTable> table;
    std::vector<transition::ManagerEvent> events;     ///< of the block in which the table was posted
    std::vector<transition::ManagerEvent> all_events; ///< of all recorded blocks
};

inline RecordedTable recorded_table(const std::string& scenario, const std::string& side) {
    RecordedTable out;
    out.name = scenario + "/" + side;
    out.oracle = json_file("eez/" + scenario + "/oracle.json").at(side).at(0);
    out.table = decoded(bytes(out.oracle.at("calldataHex").get<std::string>()));
    const codec::Json chain = json_file("eez/" + scenario + "/" + side + "/chain.json");
    const Address manager = Address::parse(chain.at("manager").get<std::string>()).value();
    std::vector<Finding> findings;
    for (std::size_t i = 0; i < chain.at("blocks").size(); ++i) {
        const codec::Json& json = chain.at("blocks").at(i);
        const auto events = transition::manager_events(block_from(json), i, manager, findings);
        if (json.at("block").at("number") == out.oracle.at("block")) {
            out.events = events;
        }
        out.all_events.insert(out.all_events.end(), events.begin(), events.end());
    }
    if (!findings.empty()) {
        throw std::runtime_error(findings.front().text);
    }
    return out;
}

/// All twelve.
inline std::vector<RecordedTable> recorded_tables() {
    std::vector<RecordedTable> out;
    for (const char* scenario : scenarios) {
        out.push_back(recorded_table(scenario, "l1"));
        out.push_back(recorded_table(scenario, "l2"));
    }
    return out;
}

} // namespace anchorscope::test
