#include "model/items/texts.h"
#include "model/words.h"
#include <array>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr qsizetype ether_digits = 18; // 10^18 wei make one ether
constexpr qsizetype wei_digits = 12;   // amounts of at most that many digits are below a millionth

QString withoutTrailingZeros(QString digits) {
    while (digits.endsWith(u'0')) {
        digits.chop(1);
    }
    return digits;
}

} // namespace

QString textOf(std::string_view utf8) {
    return QString::fromUtf8(utf8.data(), static_cast<qsizetype>(utf8.size()));
}

QString hexText(ByteView bytes) { return textOf(to_hex(bytes)); }

QString shortHexText(ByteView bytes) { return textOf(to_hex_short(bytes)); }

QString etherText(const U256& wei) {
    const QString digits = textOf(wei.decimal());
    if (digits.size() <= wei_digits) {
        return wei.is_zero() ? Words::tr("0 ETH") : digits + Words::tr(" wei");
    }
    const QString padded = digits.rightJustified(ether_digits + 1, u'0');
    const QString fraction = withoutTrailingZeros(padded.last(ether_digits));
    const QString whole = padded.chopped(ether_digits);
    return (fraction.isEmpty() ? whole : whole + u'.' + fraction) + Words::tr(" ETH");
}

QString numberText(quint64 number) {
    QString digits = QString::number(number);
    for (qsizetype at = digits.size() - 3; at > 0; at -= 3) {
        digits.insert(at, QChar(0x202F));
    }
    return digits;
}

QString countText(quint64 number, const QString& one, const QString& many) {
    return numberText(number) + u' ' + (number == 1 ? one : many);
}

QString numberWord(quint64 number) {
    const std::array words{Words::tr("no"),    Words::tr("one"),  Words::tr("two"), Words::tr("three"),
                           Words::tr("four"),  Words::tr("five"), Words::tr("six"), Words::tr("seven"),
                           Words::tr("eight"), Words::tr("nine"), Words::tr("ten"), Words::tr("eleven"),
                           Words::tr("twelve")};
    return number < words.size() ? words.at(static_cast<std::size_t>(number)) : numberText(number);
}

QString returnText(ByteView data) {
    if (data.empty()) {
        return Words::tr("void");
    }
    if (data.size() == 32) {
        const bool number = std::ranges::all_of(data.first(16), [](std::uint8_t byte) { return byte == 0; });
        return number ? u"uint256 "_s + textOf(U256::from_be(data).decimal()) : shortHexText(data);
    }
    return u"%1 (%2)"_s.arg(shortHexText(data),
                            countText(data.size(), Words::tr("byte"), Words::tr("bytes")));
}

} // namespace anchorscope::model
