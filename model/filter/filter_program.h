// A filter as it is evaluated: tests, and the steps between them. Steps lead forwards only, so that a row
// takes at most as many as there are. One truth is carried along: a test replaces it, `invert` turns it
// round, a jump leaves it as it is. Without Qt.
#pragma once
#include "core/base/domain.h"
#include "core/base/u256.h"
#include "model/filter/filter_field.h"
#include <string>
#include <vector>

namespace anchorscope::model {

enum class FilterOperator : std::uint8_t {
    Present, ///< the row has such a value; of a flag: it is set
    Equal,
    NotEqual, ///< has a value, and all that it has differ
    Less,
    LessEqual,
    Greater,
    GreaterEqual,
    In,
    Contains,
    Matches ///< with * for any text and ? for any one character
};

/// A whole number with its sign; there is no negative zero.
struct FilterNumber {
    U256 magnitude;
    bool negative = false;
    friend bool operator==(const FilterNumber&, const FilterNumber&) = default;
    friend std::strong_ordering operator<=>(const FilterNumber& a, const FilterNumber& b) {
        if (a.negative != b.negative) {
            return a.negative ? std::strong_ordering::less : std::strong_ordering::greater;
        }
        return a.negative ? b.magnitude <=> a.magnitude : a.magnitude <=> b.magnitude;
    }
};

/// What a value is compared with; which members count follows from the field's type.
struct FilterValue {
    std::u16string text;            ///< Text; Address: a label, where there are no digits
    FilterNumber from, to;          ///< Number, Amount: a range of one, or of more in a set
    Domain domain;                  ///< Domain
    std::uint8_t word = 0;          ///< Word: its place in the list; Flag: 1 is true
    std::vector<std::uint8_t> head; ///< Octets, Address: hex digits, 0 to 15 each
    std::vector<std::uint8_t> tail; ///< the same behind what is left out
    bool shortened = false;         ///< something is left out between head and tail
};

struct FilterTest {
    FilterField field{};
    FilterOperator op = FilterOperator::Present;
    std::vector<FilterValue> values; ///< Present: none; In: any number; else one
};

struct FilterStep {
    enum class Kind : std::uint8_t { Test, Invert, JumpIfFalse, JumpIfTrue };
    Kind kind = Kind::Test;
    std::uint32_t to = 0; ///< the test, or the step to go on with
};

struct FilterProgram {
    std::vector<FilterTest> tests;
    std::vector<FilterStep> steps; ///< none: every row passes
};

} // namespace anchorscope::model
