#include "model/filter/filter_values.h"
#include <algorithm>
#include <array>

namespace anchorscope::model {

namespace {

using Kind = FilterProblem::Kind;
using Read = tl::expected<FilterValue, FilterProblem>;

constexpr std::size_t longest_subject = 32, address_digits = 40;

struct Unit {
    std::u16string_view name;
    std::size_t digits; ///< after the point of one such unit in wei
};
constexpr std::array units{Unit{u"wei", 0}, Unit{u"gwei", 9}, Unit{u"eth", 18}, Unit{u"ether", 18}};

char16_t lower(char16_t unit) { return unit >= u'A' && unit <= u'Z' ? char16_t(unit + 32) : unit; }

std::u16string lowered(std::u16string_view text) {
    std::u16string out(text);
    std::ranges::transform(out, out.begin(), lower);
    return out;
}

/// Digits are ASCII: the lexer let nothing else into a number.
std::string narrow(std::u16string_view ascii) {
    std::string out;
    for (const char16_t unit : ascii) {
        out += static_cast<char>(unit);
    }
    return out;
}

int digitValue(char16_t unit) {
    const char16_t digit = lower(unit);
    if (digit >= u'0' && digit <= u'9') {
        return digit - u'0';
    }
    return digit >= u'a' && digit <= u'f' ? digit - u'a' + 10 : -1;
}

class ValueReader {
public:
    ValueReader(const FilterFieldInfo& field, FilterOperator op, std::span<const FilterToken> tokens,
                std::size_t& at)
        : m_field(field), m_op(op), m_tokens(tokens), m_at(at) {}

    Read read() {
        const FilterTokenKind kind = token().kind;
        if (kind == FilterTokenKind::Sign || kind == FilterTokenKind::End) {
            return fail(Kind::NoValue);
        }
        switch (m_field.type) {
        case FilterType::Number:
        case FilterType::Amount:
            return readNumbers();
        case FilterType::Domain:
            return readDomain();
        case FilterType::Word:
            return readWord(m_field.words, Kind::NotWord);
        case FilterType::Flag: {
            static constexpr std::u16string_view truths[] = {u"false", u"true"};
            return readWord(truths, Kind::NotFlag);
        }
        case FilterType::Text:
            return readText();
        case FilterType::Octets:
            return readOctets();
        case FilterType::Address:
            return readAddress();
        }
        return fail(Kind::NoValue);
    }

private:
    [[nodiscard]] const FilterToken& token() const { return m_tokens[m_at]; }

    [[nodiscard]] tl::unexpected<FilterProblem> fail(Kind kind, std::u16string_view suggestion = {}) const {
        const FilterToken& here = token();
        return tl::unexpected(FilterProblem{kind, here.at, here.length, here.text.substr(0, longest_subject),
                                            m_field.field, std::u16string(suggestion)});
    }

    FilterValue taken(FilterValue value) {
        ++m_at;
        return value;
    }

    Read readNumbers() {
        const std::size_t begin = m_at;
        auto from = readNumber();
        if (!from) {
            return tl::unexpected(from.error());
        }
        FilterValue value;
        value.from = value.to = *from;
        if (token().sign != FilterSign::Range) {
            return value;
        }
        if (m_op != FilterOperator::In) {
            return fail(Kind::NoRange);
        }
        ++m_at;
        auto to = readNumber();
        if (!to) {
            return tl::unexpected(to.error());
        }
        value.to = *to;
        if (value.to < value.from) {
            m_at = begin;
            return fail(Kind::BackToFront);
        }
        return value;
    }

    tl::expected<FilterNumber, FilterProblem> readNumber() {
        const FilterToken& here = token();
        if (here.kind == FilterTokenKind::Hex) {
            return readHexNumber(here);
        }
        if (here.kind != FilterTokenKind::Number) {
            return fail(here.kind == FilterTokenKind::End || here.kind == FilterTokenKind::Sign
                            ? Kind::NoValue
                            : Kind::NotNumber);
        }
        std::size_t scale = 0;
        const std::size_t number = m_at;
        if (m_field.type == FilterType::Amount) {
            auto found = readScale(here);
            if (!found) {
                return tl::unexpected(found.error());
            }
            scale = *found;
        } else if (!here.unit.empty()) {
            return fail(Kind::NotNumber);
        }
        const std::size_t behind = std::exchange(m_at, number); // problems are of the number
        auto read = scaled(here.text, scale);
        m_at = read ? behind + 1 : m_at;
        return read;
    }

    tl::expected<FilterNumber, FilterProblem> readHexNumber(const FilterToken& here) {
        const std::u16string_view digits = std::u16string_view(here.text).substr(2);
        const bool whole = !digits.empty() &&
                           std::ranges::all_of(digits, [](char16_t unit) { return digitValue(unit) >= 0; });
        if (!whole || m_field.type == FilterType::Amount) {
            return fail(Kind::NotNumber);
        }
        const std::size_t first = std::min(digits.find_first_not_of(u'0'), digits.size() - 1);
        const auto read = U256::parse_quantity("0x" + narrow(digits.substr(first)));
        if (!read) {
            return fail(Kind::TooLarge);
        }
        ++m_at;
        return FilterNumber{*read, false};
    }

    /// Of the unit behind the number, at once or as the next word; without one only 0 is clear.
    tl::expected<std::size_t, FilterProblem> readScale(const FilterToken& number) {
        std::u16string unit = number.unit;
        if (unit.empty() && m_tokens[m_at + 1].kind == FilterTokenKind::Word) {
            unit = m_tokens[m_at + 1].text;
            ++m_at;
        }
        if (unit.empty()) {
            const bool zero = number.text.find_first_not_of(u"-0.") == number.text.npos;
            return zero ? tl::expected<std::size_t, FilterProblem>(0) : fail(Kind::NoUnit);
        }
        const auto* const known = std::ranges::find(units, lowered(unit), &Unit::name);
        if (known == units.end()) {
            return fail(Kind::BadUnit);
        }
        return known->digits;
    }

    /// The digits with the point moved `scale` places to the right.
    tl::expected<FilterNumber, FilterProblem> scaled(std::u16string_view text, std::size_t scale) {
        const bool negative = text.starts_with(u'-');
        text.remove_prefix(negative ? 1 : 0);
        const std::size_t point = std::min(text.find(u'.'), text.size());
        std::string fraction = narrow(text.substr(std::min(point + 1, text.size())));
        while (fraction.ends_with('0')) {
            fraction.pop_back();
        }
        if (fraction.size() > scale) {
            return fail(m_field.type == FilterType::Amount ? Kind::TooFine : Kind::NotWhole);
        }
        std::string digits = narrow(text.substr(0, point));
        digits += fraction;
        digits.append(scale - fraction.size(), '0');
        digits.erase(0, std::min(digits.find_first_not_of('0'), digits.size() - 1));
        const auto read = U256::parse_decimal(digits);
        if (!read) {
            return fail(Kind::TooLarge);
        }
        return FilterNumber{*read, negative && !read->is_zero()};
    }

    Read readDomain() {
        const auto domain = readFilterDomain(token().text);
        if (!domain || !token().unit.empty()) {
            return fail(Kind::NotDomain);
        }
        FilterValue value;
        value.domain = *domain;
        return taken(std::move(value));
    }

    Read readWord(std::span<const std::u16string_view> words, Kind otherwise) {
        const std::u16string word = lowered(token().text);
        const auto found = std::ranges::find(words, word);
        if (found == words.end()) {
            return fail(otherwise, nearestName(word, words));
        }
        FilterValue value;
        value.word = static_cast<std::uint8_t>(found - words.begin());
        return taken(std::move(value));
    }

    Read readText() {
        FilterValue value;
        value.text = token().text + token().unit;
        return taken(std::move(value));
    }

    /// Digits in both halves; the number of those that must be there is `digits`, or 0.
    Read readDigits(std::size_t digits) {
        auto read = readFilterDigits(token().text);
        if (!read) {
            return fail(Kind::NotHex);
        }
        FilterValue value;
        value.head = std::move(read->head);
        value.tail = std::move(read->tail);
        value.shortened = read->shortened;
        if (value.shortened && m_op != FilterOperator::Equal && m_op != FilterOperator::NotEqual &&
            m_op != FilterOperator::In) {
            return fail(Kind::Shortened);
        }
        const std::size_t given = value.head.size() + value.tail.size();
        if (!value.shortened && given % 2 != 0) {
            return fail(Kind::HalfByte);
        }
        const bool part = value.shortened || m_op == FilterOperator::Contains;
        if (digits != 0 && (part ? given > digits : given != digits)) {
            return fail(Kind::OtherLength);
        }
        return taken(std::move(value));
    }

    Read readOctets() {
        return token().kind == FilterTokenKind::Hex ? readDigits(std::size_t{m_field.octets} * 2)
                                                    : Read(fail(Kind::NotHex));
    }

    Read readAddress() {
        if (token().kind == FilterTokenKind::Hex) {
            return readDigits(address_digits);
        }
        const bool named = token().kind == FilterTokenKind::Word || token().kind == FilterTokenKind::String;
        return named ? readText() : Read(fail(Kind::NotAddress));
    }

    const FilterFieldInfo& m_field;
    FilterOperator m_op;
    std::span<const FilterToken> m_tokens;
    std::size_t& m_at;
};

} // namespace

tl::expected<FilterValue, FilterProblem> readFilterValue(const FilterFieldInfo& field, FilterOperator op,
                                                         std::span<const FilterToken> tokens,
                                                         std::size_t& at) {
    return ValueReader(field, op, tokens, at).read();
}

std::optional<FilterDigits> readFilterDigits(std::u16string_view hex) {
    if (!hex.starts_with(u"0x")) {
        return {};
    }
    FilterDigits out;
    for (std::size_t at = 2; at < hex.size();) {
        const bool dots = hex.substr(at, 3) == u"...";
        if (dots || hex[at] == u'…') {
            if (std::exchange(out.shortened, true)) {
                return {};
            }
            at += dots ? 3 : 1;
            continue;
        }
        const int digit = digitValue(hex[at++]);
        if (digit < 0) {
            return {};
        }
        (out.shortened ? out.tail : out.head).push_back(static_cast<std::uint8_t>(digit));
    }
    return out;
}

std::optional<Domain> readFilterDomain(std::u16string_view text) {
    const std::u16string name = lowered(text);
    if (name == u"l1") {
        return l1_domain;
    }
    if (name == u"system") {
        return system_domain;
    }
    if (name == u"unknown") {
        return Domain{};
    }
    std::u16string_view digits = name;
    for (const std::u16string_view prefix : {std::u16string_view(u"rollup "), std::u16string_view(u"r")}) {
        if (digits.starts_with(prefix)) {
            digits.remove_prefix(prefix.size());
            break;
        }
    }
    const bool plain = !digits.empty() && std::ranges::all_of(digits, [](char16_t unit) {
        return unit >= u'0' && unit <= u'9';
    });
    const auto number = plain ? U256::parse_decimal(narrow(digits)) : U256::parse_decimal("");
    const std::optional<std::uint64_t> id = number ? number->to_u64() : std::nullopt;
    return id && *id != Domain::unknown_id ? std::optional(Domain{*id}) : std::nullopt;
}

std::u16string filterDomainText(Domain domain) {
    const std::string text = domain.known() ? domain.short_name() : domain.system ? "system" : "unknown";
    return {text.begin(), text.end()};
}

} // namespace anchorscope::model
