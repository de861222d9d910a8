// Calldata that is not the canonical encoding of any table. The file as it is is anchored.
#include "core/synth/draft.h"
#include "core/table/field_names.h"

namespace anchorscope::synth {
namespace {

using verify::Verdict;

constexpr std::string_view main_l1 = "eez-main.l1";
constexpr std::size_t word = 32;

/// The last byte of what `field` names in the table that is still good.
template<class Field>
std::size_t last_byte(const Draft& draft, Field field) {
    const auto source =
        std::make_shared<const table::TableSource>(table::load_source("table", draft.calldata).value());
    const auto table = table::decode_table(source).value();
    return static_cast<std::size_t>(field(*table, table::table_body(table->arguments())).end()) - 1;
}

void refuse(Draft& draft, std::string_view rule, std::string place) {
    draft.posted = false;
    draft.expect(rule, std::move(place));
}

void cut(Draft& draft) {
    draft.calldata.resize(draft.calldata.size() - word);
    refuse(draft, codec::rules::abi_truncated, "proofs[0]");
}

void longer(Draft& draft) {
    draft.calldata.resize(draft.calldata.size() + word);
    refuse(draft, codec::rules::abi_trailing, "");
}

void padding(Draft& draft) {
    const std::size_t at = last_byte(
        draft, [](const auto&, const codec::AbiValue& body) { return body["callData"].encoding(); });
    draft.calldata[at] = 1;
    refuse(draft, codec::rules::abi_padding, "callData");
}

void offset(Draft& draft) {
    draft.calldata[4 + word - 1] += word;
    refuse(draft, codec::rules::abi_offset, "batch");
}

void no_boolean(Draft& draft) {
    const std::size_t at = last_byte(draft, [](const table::ExecutionTable& table, const auto&) {
        return table.lookup_value(0)["failed"].range();
    });
    draft.calldata[at] = 2;
    refuse(draft, codec::rules::abi_bool, "l1ToL2lookupCalls[0].failed");
}

void too_wide(Draft& draft) {
    const std::size_t at = last_byte(
        draft, [](const auto&, const codec::AbiValue& body) { return body["blockNumber"].range(); });
    draft.calldata[at - sizeof(std::uint64_t)] = 1;
    refuse(draft, codec::rules::abi_width, "blockNumber");
}

void too_many(Draft& draft) {
    const std::size_t length = last_byte(draft, [](const auto&, const codec::AbiValue& body) {
        const ByteRange whole = body["entries"].encoding();
        return ByteRange{whole.offset, word};
    });
    draft.calldata[length - 4] = 1; // 2^32 more
    refuse(draft, codec::rules::abi_count, "entries");
}

void short_call_data(Draft& draft) { draft.batch().call_data.resize(5); }

constexpr std::array list{
    Break{"abi.truncated", "the last word is missing", main_l1, Verdict::malformed, nullptr, nullptr, nullptr,
          cut},
    Break{"abi.trailing", "a word behind the end", main_l1, Verdict::malformed, nullptr, nullptr, nullptr,
          longer},
    Break{"abi.padding", "padding that is not zero", main_l1, Verdict::malformed, nullptr, short_call_data,
          nullptr, padding},
    Break{"abi.offset", "an offset with a gap behind it", main_l1, Verdict::malformed, nullptr, nullptr,
          nullptr, offset},
    Break{"abi.bool", "a boolean that is 2", main_l1, Verdict::malformed, nullptr, nullptr, nullptr,
          no_boolean},
    Break{"abi.width", "a value wider than its type", main_l1, Verdict::malformed, nullptr, nullptr, nullptr,
          too_wide},
    Break{"abi.count", "more entries than the bytes can hold", main_l1, Verdict::malformed, nullptr, nullptr,
          nullptr, too_many},
};

} // namespace

std::span<const Break> encoding_breaks() { return list; }

} // namespace anchorscope::synth
