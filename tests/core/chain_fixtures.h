// Recorded chain data for the tests of core/chain, and the assertions that they share.
#pragma once
#include "core/codec/json.h"
#include "core/codec/rlp.h"
#include <QtTest>
#include <fstream>
#include <map>
#include <sstream>

namespace chain_fixtures {

using namespace anchorscope;

inline std::optional<std::string> read_text(const std::string& name) {
    std::ifstream file(std::string(ANCHORSCOPE_FIXTURES "/") + name, std::ios::binary);
    if (!file) {
        return std::nullopt;
    }
    std::ostringstream text;
    text << file.rdbuf();
    return text.str();
}

/// The fixture as JSON; null where it is absent. The recorded files are valid JSON.
inline std::optional<codec::Json> read_json(const std::string& name) {
    const std::optional<std::string> text = read_text(name);
    return text ? std::optional(codec::Json::parse(*text)) : std::nullopt;
}

inline Bytes unhex(std::string_view text) { return from_hex(text).value(); }
inline Hash32 hash(std::string_view text) { return Hash32::parse(text).value(); }

/// The encoded items of the list that is all of `encoded`.
inline std::vector<Bytes> items_of(ByteView encoded) {
    codec::RlpReader outer(encoded);
    codec::RlpReader list = outer.next_list().value();
    std::vector<Bytes> items;
    while (!list.at_end()) {
        const codec::RlpItem item = list.next().value();
        items.emplace_back(item.whole.begin(), item.whole.end());
    }
    return items;
}

inline Bytes list_of(const std::vector<Bytes>& items) {
    codec::RlpWriter writer;
    writer.open_list();
    for (const Bytes& item : items) {
        writer.raw(item);
    }
    writer.close_list();
    return writer.take();
}

/// A "key: 0x…" line file (portal-spec-tests).
inline std::map<std::string, Bytes> read_hex_lines(const std::string& text) {
    std::map<std::string, Bytes> values;
    std::istringstream lines(text);
    for (std::string line; std::getline(lines, line);) {
        const std::size_t colon = line.find(": ");
        if (colon != std::string::npos) {
            values[line.substr(0, colon)] = unhex(std::string_view(line).substr(colon + 2));
        }
    }
    return values;
}

/// The six recorded runs, two chains each.
inline std::vector<std::string> eez_files() {
    std::vector<std::string> files;
    for (const char* run :
         {"counter", "counterL2", "multi-call-nested", "nestedCallRevert", "reentrant", "revertCounter"}) {
        for (const char* chain : {"l1", "l2"}) {
            files.push_back(std::string("eez/") + run + "/" + chain + "/chain.json");
        }
    }
    return files;
}

} // namespace chain_fixtures

#define REQUIRE_FIXTURE(variable, read, name)                                                                \
    const auto variable = read(name);                                                                        \
    if (!(variable)) {                                                                                       \
        QSKIP(qPrintable(QString("fixture absent: ") + QString::fromStdString(name)));                       \
    }

#define VERIFY_OK(result) QVERIFY2((result).has_value(), (result) ? "" : (result).error().message().c_str())

#define REJECTS(expression, expected_rule)                                                                   \
    do {                                                                                                     \
        const auto rejected = (expression);                                                                  \
        QVERIFY2(!rejected.has_value(), "accepted: " #expression);                                           \
        QVERIFY2(rejected.error().rule == (expected_rule), rejected.error().message().c_str());              \
    } while (false)
