// Why a text is no filter: what, where, and what was expected. Said in words by filter_words.h. Without Qt.
#pragma once
#include "model/filter/filter_field.h"
#include <string>

namespace anchorscope::model {

struct FilterProblem {
    enum class Kind : std::uint8_t {
        TooLong,
        TooManyTests,
        TooManyValues, ///< of a set
        TooDeep,       ///< parentheses and negations
        BadCharacter,
        OpenString,      ///< no quote at its end
        HalfSign,        ///< "=", "&", "|": `suggestion` is meant
        NoTest,          ///< a field, a text or a parenthesis should follow
        NoConnective,    ///< && or || should follow
        NoValue,         ///< of `field`
        NoSet,           ///< { should follow `in`
        OpenSet,         ///< , or } should follow
        OpenParenthesis, ///< is never closed
        StrayClose,
        UnknownField,
        NoField,     ///< a value stands where a field should, before an operator
        BadOperator, ///< not for a field of this type
        NotNumber,
        NotWhole, ///< a fraction where there are none
        NoUnit,   ///< of an amount
        BadUnit,  ///< none of wei, gwei, eth
        TooFine,  ///< a part of a wei
        TooLarge, ///< 2^256 or more
        NotDomain,
        NotWord,
        NotFlag, ///< not true or false
        NotHex,
        HalfByte,
        OtherLength, ///< of octets that are always as many
        NotAddress,
        Shortened,   ///< 0x12…ab can only be equal, not contained
        BackToFront, ///< a range whose end comes before its beginning
        NoRange      ///< of this type there are none
    };

    Kind kind{};
    std::size_t at = 0, length = 0; ///< UTF-16 units; of what is missing the end of the text, and 0
    std::u16string subject{};       ///< what stands there; empty at the end of the text
    std::optional<FilterField> field{};
    std::u16string suggestion{}; ///< what may be meant
};

} // namespace anchorscope::model
