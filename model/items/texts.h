// Values as the short texts that cells show. Pure functions; nothing here depends on a locale.
#pragma once
#include "core/base/u256.h"
#include <QString>

namespace anchorscope::model {

[[nodiscard]] QString textOf(std::string_view utf8);
/// 0x and every digit.
[[nodiscard]] QString hexText(ByteView bytes);
/// "0x9145…ef0c"; short values whole.
[[nodiscard]] QString shortHexText(ByteView bytes);
/// "0.5 ETH"; amounts below a millionth of it in wei: "12 wei".
[[nodiscard]] QString etherText(const U256& wei);
/// "2 564": digits in groups of three, parted by a narrow no-break space, from 1 000 on.
[[nodiscard]] QString numberText(quint64 number);
/// "1 entry", "2 564 entries".
[[nodiscard]] QString countText(quint64 number, const QString& one, const QString& many);
/// "one" to "twelve", then digits.
[[nodiscard]] QString numberWord(quint64 number);

/// What came back: "void" for nothing, "uint256 1" for one word that is a number below 2^128, else short hex
/// with the length: "0x08c3…0000 (100 bytes)".
[[nodiscard]] QString returnText(ByteView data);

} // namespace anchorscope::model
