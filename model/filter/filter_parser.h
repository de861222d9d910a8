// The language of filters, as Wireshark's users know it:
//   filter  = "" | all ;  all = some { ("||" | or) some } ;  some = each { ("&&" | and) each }
//   each    = [ "!" | not ] each | "(" all ")" | test
//   test    = field [ operator value | in "{" value { [","] value } "}" ] | text
// A field by itself asks whether the row has it; a word, number or text in quotes that is no field is
// searched for in what the row shows, and several in a row must all be found. "!" is of the whole test behind
// it. Limits: 1. the text as filter_lexer.h; 2. max_filter_tests, max_filter_values, max_filter_depth; 3.
// nothing recurses. Without Qt.
#pragma once
#include "model/filter/filter_problem.h"
#include "model/filter/filter_program.h"
#include <tl/expected.hpp>

namespace anchorscope::model {

inline constexpr std::size_t max_filter_tests = 256;  ///< a row is asked each of them
inline constexpr std::size_t max_filter_values = 256; ///< of a set
inline constexpr std::size_t max_filter_depth = 64;   ///< parentheses and negations around a test

[[nodiscard]] tl::expected<FilterProgram, FilterProblem> parseFilter(std::u16string_view text);

/// Whether fields of that type can be compared so.
[[nodiscard]] bool filterOperatorFits(const FilterFieldInfo& field, FilterOperator op);

/// What could follow a text that is a filter, or the beginning of one.
struct FilterContext {
    bool test = false;       ///< a field, a text, "!" or "("
    bool connective = false; ///< "&&" or "||"
    bool close = false;      ///< ")" or "}"
    bool set = false;        ///< "{"
    std::optional<FilterField> comparisonOf, valueOf;
};
[[nodiscard]] FilterContext filterContext(std::u16string_view text);

} // namespace anchorscope::model
