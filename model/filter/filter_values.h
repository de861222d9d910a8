// What stands behind an operator, read as a value of the field's type. Without Qt.
#pragma once
#include "model/filter/filter_lexer.h"
#include "model/filter/filter_program.h"

namespace anchorscope::model {

/// Reads the value that begins at `tokens[at]` and moves `at` behind it. `op` decides what may be written:
/// only an equal value may leave digits out.
[[nodiscard]] tl::expected<FilterValue, FilterProblem> readFilterValue(const FilterFieldInfo& field,
                                                                       FilterOperator op,
                                                                       std::span<const FilterToken> tokens,
                                                                       std::size_t& at);
/// The digits of "0x12…ab"; empty: they are none, or several parts are left out.
struct FilterDigits {
    std::vector<std::uint8_t> head, tail;
    bool shortened = false;
};
[[nodiscard]] std::optional<FilterDigits> readFilterDigits(std::u16string_view hex);
/// "L1", "R2", "Rollup 2", "2", "unknown", "system", whatever the case.
[[nodiscard]] std::optional<Domain> readFilterDomain(std::u16string_view text);
/// What is written for a domain.
[[nodiscard]] std::u16string filterDomainText(Domain domain);

} // namespace anchorscope::model
