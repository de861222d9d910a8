#include "model/filter/filter_lexer.h"
#include <algorithm>
#include <array>
#include <utility>

namespace anchorscope::model {

namespace {

using Kind = FilterProblem::Kind;

constexpr char16_t ellipsis = u'…';

bool isSpace(char16_t unit) {
    return unit == u' ' || (unit >= u'\t' && unit <= u'\r') || unit == u'\u00a0' || unit == u'\u202f' ||
           (unit >= u'\u2000' && unit <= u'\u200a') || unit == u'\u3000';
}
bool isDigit(char16_t unit) { return unit >= u'0' && unit <= u'9'; }
bool isHexDigit(char16_t unit) {
    return isDigit(unit) || (unit >= u'a' && unit <= u'f') || (unit >= u'A' && unit <= u'F');
}
bool isLetter(char16_t unit) { return (unit >= u'a' && unit <= u'z') || (unit >= u'A' && unit <= u'Z'); }
/// Whatever is not ASCII is a letter of some script, or at least no sign of ours.
bool beginsWord(char16_t unit) {
    constexpr std::u16string_view others = u"_$#@*?";
    return isLetter(unit) || others.find(unit) != others.npos || (unit > u'\x7f' && !isSpace(unit));
}
bool continuesWord(char16_t unit) {
    constexpr std::u16string_view others = u".:/-[]";
    return beginsWord(unit) || isDigit(unit) || others.find(unit) != others.npos;
}

struct Spelled {
    std::u16string_view text;
    FilterSign sign;
};
constexpr std::array words{
    Spelled{u"and", FilterSign::And},           Spelled{u"or", FilterSign::Or},
    Spelled{u"not", FilterSign::Not},           Spelled{u"in", FilterSign::In},
    Spelled{u"contains", FilterSign::Contains}, Spelled{u"matches", FilterSign::Matches},
    Spelled{u"eq", FilterSign::Equal},          Spelled{u"ne", FilterSign::NotEqual},
    Spelled{u"lt", FilterSign::Less},           Spelled{u"le", FilterSign::LessEqual},
    Spelled{u"gt", FilterSign::Greater},        Spelled{u"ge", FilterSign::GreaterEqual}};
// Longer ones stand before what they begin with.
constexpr std::array signs{Spelled{u"==", FilterSign::Equal},     Spelled{u"!=", FilterSign::NotEqual},
                           Spelled{u"<=", FilterSign::LessEqual}, Spelled{u">=", FilterSign::GreaterEqual},
                           Spelled{u"&&", FilterSign::And},       Spelled{u"||", FilterSign::Or},
                           Spelled{u"..", FilterSign::Range},     Spelled{u"<", FilterSign::Less},
                           Spelled{u">", FilterSign::Greater},    Spelled{u"!", FilterSign::Not},
                           Spelled{u"(", FilterSign::Open},       Spelled{u")", FilterSign::Close},
                           Spelled{u"{", FilterSign::OpenSet},    Spelled{u"}", FilterSign::CloseSet},
                           Spelled{u",", FilterSign::Comma}};
constexpr std::array halves{Spelled{u"==", FilterSign::Equal}, Spelled{u"&&", FilterSign::And},
                            Spelled{u"||", FilterSign::Or}};

/// Of "-12.5" at the beginning; 0 where it is not one.
std::size_t decimalLength(std::u16string_view run) {
    std::size_t end = run.starts_with(u'-') ? 1 : 0;
    const auto pass = [&] {
        const std::size_t begin = end;
        while (end < run.size() && isDigit(run[end])) {
            ++end;
        }
        return end > begin;
    };
    if (!pass()) {
        return 0;
    }
    if (end < run.size() && run[end] == u'.') {
        ++end;
        return pass() ? end : 0;
    }
    return end;
}

class Lexer {
public:
    explicit Lexer(std::u16string_view text) : m_text(text) {}

    tl::expected<std::vector<FilterToken>, FilterProblem> run() {
        if (m_text.size() > max_filter_length) {
            return tl::unexpected(FilterProblem{Kind::TooLong, max_filter_length, 0});
        }
        while (true) {
            while (m_at < m_text.size() && isSpace(m_text[m_at])) {
                ++m_at;
            }
            if (m_at == m_text.size()) {
                m_tokens.push_back({FilterTokenKind::End, FilterSign::None, m_at, 0});
                return std::move(m_tokens);
            }
            if (const std::optional<FilterProblem> problem = readToken()) {
                return tl::unexpected(*problem);
            }
        }
    }

private:
    std::optional<FilterProblem> readToken() {
        const char16_t first = m_text[m_at];
        const bool negative = first == u'-' && m_at + 1 < m_text.size() && isDigit(m_text[m_at + 1]);
        if (isDigit(first) || negative) {
            readNumber();
            return {};
        }
        if (first == u'"' || first == u'\'') {
            return readString();
        }
        if (beginsWord(first)) {
            readWord();
            return {};
        }
        return readSign();
    }

    void add(FilterTokenKind kind, std::size_t length, FilterSign sign = FilterSign::None) {
        m_tokens.push_back({kind, sign, m_at, length, std::u16string(m_text.substr(m_at, length))});
        m_at += length;
    }

    void readWord() {
        std::size_t end = m_at + 1;
        while (end < m_text.size() && continuesWord(m_text[end]) && !dotsAt(end, 2)) { // "1 eth..2 eth"
            ++end;
        }
        const std::u16string_view word = m_text.substr(m_at, end - m_at);
        const auto* const keyword = std::ranges::find(words, word, &Spelled::text);
        if (keyword != words.end()) {
            add(FilterTokenKind::Sign, word.size(), keyword->sign);
        } else {
            add(FilterTokenKind::Word, word.size());
        }
    }

    [[nodiscard]] bool dotsAt(std::size_t at, std::size_t count) const {
        return m_text.substr(at, count) == std::u16string_view(u"...").substr(0, count);
    }

    /// One past what begins like a number; ".." ends it, for it makes a range, but "..." leaves digits out.
    [[nodiscard]] std::size_t numberEnd() const {
        const bool hex = m_text.substr(m_at, 2) == u"0x";
        std::size_t end = m_at + 1;
        while (end < m_text.size() && continuesWord(m_text[end])) {
            if (hex && dotsAt(end, 3)) {
                end += 3;
            } else if (dotsAt(end, 2)) {
                break;
            } else {
                ++end;
            }
        }
        return end;
    }

    void readNumber() {
        const std::u16string_view run = m_text.substr(m_at, numberEnd() - m_at);
        const auto isHexPart = [](char16_t unit) {
            return isHexDigit(unit) || unit == ellipsis || unit == u'.';
        };
        if (run.starts_with(u"0x") && std::ranges::all_of(run.substr(2), isHexPart)) {
            add(FilterTokenKind::Hex, run.size());
            return;
        }
        const std::size_t digits = decimalLength(run);
        const std::u16string_view unit = run.substr(digits);
        if (digits == 0 || !std::ranges::all_of(unit, isLetter)) {
            add(FilterTokenKind::Word, run.size()); // "1inch-v5"
            return;
        }
        add(FilterTokenKind::Number, run.size());
        m_tokens.back().text = run.substr(0, digits);
        m_tokens.back().unit = unit;
    }

    std::optional<FilterProblem> readString() {
        const char16_t quote = m_text[m_at];
        std::u16string content;
        std::size_t at = m_at + 1;
        while (at < m_text.size() && m_text[at] != quote) {
            const bool escape = m_text[at] == u'\\' && at + 1 < m_text.size() &&
                                (m_text[at + 1] == quote || m_text[at + 1] == u'\\');
            at += escape ? 1 : 0;
            content += m_text[at++];
        }
        if (at >= m_text.size()) {
            return FilterProblem{Kind::OpenString, m_at, m_text.size() - m_at, std::u16string(1, quote)};
        }
        add(FilterTokenKind::String, at + 1 - m_at);
        m_tokens.back().text = std::move(content);
        return {};
    }

    std::optional<FilterProblem> readSign() {
        const std::u16string_view rest = m_text.substr(m_at);
        for (const Spelled& each : signs) {
            if (rest.starts_with(each.text)) {
                add(FilterTokenKind::Sign, each.text.size(), each.sign);
                return {};
            }
        }
        FilterProblem problem{Kind::BadCharacter, m_at, 1, std::u16string(1, rest.front())};
        for (const Spelled& each : halves) {
            if (each.text.front() == rest.front()) {
                problem.kind = Kind::HalfSign;
                problem.suggestion = each.text;
            }
        }
        return problem;
    }

    std::u16string_view m_text;
    std::size_t m_at = 0;
    std::vector<FilterToken> m_tokens;
};

bool isBareWord(std::u16string_view text) {
    const auto tokens = filterTokens(text);
    return tokens && tokens->size() == 2 && tokens->front().length == text.size() &&
           tokens->front().kind == FilterTokenKind::Word;
}

} // namespace

tl::expected<std::vector<FilterToken>, FilterProblem> filterTokens(std::u16string_view text) {
    return Lexer(text).run();
}

std::u16string spelledText(std::u16string_view text) {
    if (isBareWord(text)) {
        return std::u16string(text);
    }
    std::u16string out = u"\"";
    for (const char16_t unit : text) {
        if (unit == u'"' || unit == u'\\') {
            out += u'\\';
        }
        out += unit;
    }
    out += u'"';
    return out;
}

} // namespace anchorscope::model
