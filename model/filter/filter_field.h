// What a row of the tree can be asked: one list of fields, each with its type and, where there are only so
// many, its words. Parser, completion, help and tests walk this list: a new field is one line here and its
// value in node_facts.cpp. Without Qt, so that the fuzz target compiles it alone.
#pragma once
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>

namespace anchorscope::model {

enum class FilterField : std::uint8_t {
    text, ///< all that the row shows
    domain,
    from,
    to,
    rollup,
    kind,
    entry,
    call,
    nested,
    lookup,
    depth,
    step, ///< number of the row in the whole tree
    state,
    check,
    outcome,
    reverted,
    crossing,
    placed,
    problem,
    function,
    selector,
    data,
    dataLength,
    returned,
    returnedLength,
    value,
    delta,
    callHash,
    rollingHash,
    before,
    after,
    source,
    target,
    address,
    label,
    severity,
    finding,
    path,
    offset,
    size
};

enum class FilterType : std::uint8_t {
    Number,  ///< counts and places
    Amount,  ///< wei, signed; written with its unit
    Domain,  ///< L1, R2, or the number of a rollup
    Word,    ///< one of `words`
    Text,    ///< compared without regard to case
    Octets,  ///< bytes, written as hex
    Address, ///< 20 bytes, or the user's label
    Flag     ///< stands by itself
};

struct FilterFieldInfo {
    FilterField field;
    std::u16string_view name;
    FilterType type;
    std::span<const std::u16string_view> words{}; ///< of FilterType::Word
    bool ordered = false;                         ///< the words ascend
    std::uint8_t octets = 0;                      ///< of FilterType::Octets that are always as many; else 0
};

[[nodiscard]] std::span<const FilterFieldInfo> filterFields();
[[nodiscard]] const FilterFieldInfo& filterField(FilterField field);
/// Null: no field is called so.
[[nodiscard]] const FilterFieldInfo* filterFieldNamed(std::u16string_view name);
/// The name most like this one, at most two keys away; empty: none is like it.
[[nodiscard]] std::u16string_view nearestName(std::u16string_view name,
                                              std::span<const std::u16string_view> names);

// The order of the words is that of the enumerations that node_facts.cpp turns into them.
inline constexpr std::u16string_view filter_kinds[] = {u"bundle", u"entry",  u"call",   u"nested",   u"span",
                                                       u"lookup", u"return", u"unwind", u"operation"};
inline constexpr std::u16string_view filter_states[] = {u"passed", u"failed", u"not_checked", u"cannot_check",
                                                        u"warning"};
inline constexpr std::u16string_view filter_outcomes[] = {u"unknown", u"success", u"failure", u"rolled_back"};
inline constexpr std::u16string_view filter_severities[] = {u"info", u"warning", u"error"};

} // namespace anchorscope::model
