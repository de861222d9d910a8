#include "model/items/texts.h"
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
        return wei.is_zero() ? u"0 ETH"_s : digits + u" wei"_s;
    }
    const QString padded = digits.rightJustified(ether_digits + 1, u'0');
    const QString fraction = withoutTrailingZeros(padded.last(ether_digits));
    const QString whole = padded.chopped(ether_digits);
    return (fraction.isEmpty() ? whole : whole + u'.' + fraction) + u" ETH"_s;
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
    static const std::array words{u"no"_s,   u"one"_s,    u"two"_s,   u"three"_s, u"four"_s,
                                  u"five"_s, u"six"_s,    u"seven"_s, u"eight"_s, u"nine"_s,
                                  u"ten"_s,  u"eleven"_s, u"twelve"_s};
    return number < words.size() ? words.at(static_cast<std::size_t>(number)) : numberText(number);
}

QString returnText(ByteView data) {
    if (data.empty()) {
        return u"void"_s;
    }
    if (data.size() == 32) {
        const bool number = std::ranges::all_of(data.first(16), [](std::uint8_t byte) { return byte == 0; });
        return number ? u"uint256 "_s + textOf(U256::from_be(data).decimal()) : shortHexText(data);
    }
    return u"%1 (%2)"_s.arg(shortHexText(data), countText(data.size(), u"byte"_s, u"bytes"_s));
}

} // namespace anchorscope::model
