#include "model/filter/filter_run.h"
#include <array>
#include <cstring>

namespace anchorscope::model {

namespace {

constexpr quint32 rows_at_once = 1024; // between two looks at the cancellation
constexpr quint32 bits_of_word = 64;

quint8 digitAt(ByteView bytes, std::size_t digit) {
    const quint8 byte = bytes[digit / 2];
    return digit % 2 == 0 ? byte >> 4U : byte & 0xfU;
}

bool beginsWith(ByteView bytes, const std::vector<quint8>& digits) {
    if (digits.size() > bytes.size() * 2) {
        return false;
    }
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digitAt(bytes, i) != digits[i]) {
            return false;
        }
    }
    return true;
}

bool endsWith(ByteView bytes, const std::vector<quint8>& digits) {
    const std::size_t count = bytes.size() * 2;
    if (digits.size() > count) {
        return false;
    }
    for (std::size_t i = 0; i < digits.size(); ++i) {
        if (digitAt(bytes, count - digits.size() + i) != digits[i]) {
            return false;
        }
    }
    return true;
}

bool containsBytes(ByteView bytes, const Bytes& part) {
    return part.empty() || (part.size() <= bytes.size() &&
                            memmem(bytes.data(), bytes.size(), part.data(), part.size()) != nullptr);
}

template<class T>
bool compares(FilterOperator op, const T& left, const T& right) {
    switch (op) {
    case FilterOperator::Less:
        return left < right;
    case FilterOperator::LessEqual:
        return left <= right;
    case FilterOperator::Greater:
        return left > right;
    case FilterOperator::GreaterEqual:
        return left >= right;
    default:
        return left == right;
    }
}

/// A value as it is compared: folded, and whole bytes where there are whole ones.
struct Wanted {
    const FilterValue* value = nullptr;
    std::string text;
    Bytes bytes; ///< of an even number of digits, nothing left out
    bool searched_in_bytes = false;
};

Wanted wantedOf(const FilterValue& value) {
    Wanted out{&value, foldedText(QString::fromStdU16String(value.text)), {}, false};
    out.searched_in_bytes = !value.head.empty();
    if (!value.shortened && value.head.size() % 2 == 0) {
        for (std::size_t i = 0; i < value.head.size(); i += 2) {
            out.bytes.push_back(static_cast<quint8>((value.head[i] << 4U) | value.head[i + 1]));
        }
    }
    return out;
}

bool isDigits(const FilterValue& value, ByteView bytes) {
    const std::size_t given = value.head.size() + value.tail.size();
    const bool fits = value.shortened ? bytes.size() * 2 >= given : bytes.size() * 2 == given;
    return fits && beginsWith(bytes, value.head) && endsWith(bytes, value.tail);
}

class Runner {
public:
    Runner(const FilterProgram& program, const NodeFacts& facts) : m_program(program), m_facts(facts) {
        for (const FilterTest& test : program.tests) {
            std::vector<Wanted>& wanted = m_wanted.emplace_back();
            for (const FilterValue& value : test.values) {
                wanted.push_back(wantedOf(value));
            }
        }
    }

    [[nodiscard]] bool passes(quint32 node) {
        bool truth = true;
        for (std::size_t at = 0; at < m_program.steps.size();) {
            const FilterStep& step = m_program.steps[at++];
            switch (step.kind) {
            case FilterStep::Kind::Test:
                truth = holds(step.to, node);
                break;
            case FilterStep::Kind::Invert:
                truth = !truth;
                break;
            case FilterStep::Kind::JumpIfFalse:
                at = truth ? at : step.to;
                break;
            case FilterStep::Kind::JumpIfTrue:
                at = truth ? step.to : at;
                break;
            }
        }
        return truth;
    }

    /// Whether the rows' texts are asked for.
    [[nodiscard]] bool readsTexts() const {
        return std::ranges::any_of(m_program.tests,
                                   [](const FilterTest& test) { return test.field == FilterField::text; });
    }

private:
    bool holds(std::size_t index, quint32 node) {
        const FilterTest& test = m_program.tests[index];
        if (test.field == FilterField::text) {
            return holdsText(test, m_wanted[index], node);
        }
        m_facts.read(test.field, node, m_reading);
        const FilterType type = filterField(test.field).type;
        if (type == FilterType::Flag) {
            const bool wanted = test.values.empty() || test.values[0].word == 1;
            return (m_reading.flag == wanted) != (test.op == FilterOperator::NotEqual);
        }
        const bool present = !m_reading.numbers.empty() || !m_reading.domains.empty() ||
                             !m_reading.words.empty() || !m_reading.texts.empty() ||
                             !m_reading.octets.empty();
        if (!present || test.op == FilterOperator::Present) {
            return present;
        }
        const bool any = std::ranges::any_of(m_wanted[index], [&](const Wanted& wanted) {
            return type == FilterType::Address ? isAddress(test.op, wanted) : fits(type, test.op, wanted);
        });
        return any != (test.op == FilterOperator::NotEqual);
    }

    /// Without a copy of the text, which is the longest of all.
    bool holdsText(const FilterTest& test, const std::vector<Wanted>& wanted, quint32 node) {
        const std::string_view text = m_facts.rowText(node);
        if (test.op == FilterOperator::Present) {
            return !text.empty();
        }
        const bool any = std::ranges::any_of(wanted, [&](const Wanted& each) {
            return textFits(test.op, text, each.text) || (each.searched_in_bytes && isInBytes(each, node));
        });
        return any != (test.op == FilterOperator::NotEqual);
    }

    /// Digits by themselves: in whatever bytes the row has.
    bool isInBytes(const Wanted& wanted, quint32 node) {
        static constexpr std::array fields{
            FilterField::callHash, FilterField::rollingHash, FilterField::before,  FilterField::after,
            FilterField::address,  FilterField::data,        FilterField::returned};
        return std::ranges::any_of(fields, [&](FilterField field) {
            m_facts.read(field, node, m_reading);
            return std::ranges::any_of(m_reading.octets, [&](ByteView bytes) {
                return (beginsWith(bytes, wanted.value->head) && endsWith(bytes, wanted.value->tail)) ||
                       (!wanted.bytes.empty() && containsBytes(bytes, wanted.bytes));
            });
        });
    }

    static bool textFits(FilterOperator op, std::string_view text, const std::string& wanted) {
        switch (op) {
        case FilterOperator::Contains:
            return text.find(wanted) != text.npos;
        case FilterOperator::Matches:
            return matchesPattern(text, wanted);
        default:
            return text == wanted;
        }
    }

    static bool numberFits(FilterOperator op, const FilterNumber& number, const FilterValue& value) {
        return op == FilterOperator::In ? value.from <= number && number <= value.to
                                        : compares(op, number, value.from);
    }

    static bool octetsFit(FilterOperator op, ByteView bytes, const Wanted& wanted) {
        return op == FilterOperator::Contains ? containsBytes(bytes, wanted.bytes)
                                              : isDigits(*wanted.value, bytes);
    }

    /// A label, or digits.
    bool isAddress(FilterOperator op, const Wanted& wanted) const {
        if (!wanted.searched_in_bytes && !wanted.value->shortened) {
            return std::ranges::any_of(
                m_reading.texts, [&](const std::string& label) { return textFits(op, label, wanted.text); });
        }
        return std::ranges::any_of(m_reading.octets,
                                   [&](ByteView bytes) { return octetsFit(op, bytes, wanted); });
    }

    [[nodiscard]] bool fits(FilterType type, FilterOperator op, const Wanted& wanted) const {
        const FilterValue& value = *wanted.value;
        switch (type) {
        case FilterType::Number:
        case FilterType::Amount:
            return std::ranges::any_of(
                m_reading.numbers, [&](const FilterNumber& number) { return numberFits(op, number, value); });
        case FilterType::Domain:
            return std::ranges::find(m_reading.domains, value.domain) != m_reading.domains.end();
        case FilterType::Word:
            return std::ranges::any_of(m_reading.words,
                                       [&](quint8 word) { return compares(op, word, value.word); });
        case FilterType::Text:
            return std::ranges::any_of(
                m_reading.texts, [&](const std::string& text) { return textFits(op, text, wanted.text); });
        default:
            return std::ranges::any_of(m_reading.octets,
                                       [&](ByteView bytes) { return octetsFit(op, bytes, wanted); });
        }
    }

    const FilterProgram& m_program;
    const NodeFacts& m_facts;
    std::vector<std::vector<Wanted>> m_wanted; ///< of each test
    FilterReading m_reading;
};

} // namespace

std::optional<NodeMatches> runFilter(const FilterProgram& program, const NodeFacts& facts,
                                     const Cancellation& cancellation, const ProgressReport& progress) {
    Runner runner(program, facts);
    const quint32 rows = facts.size();
    const bool texts = runner.readsTexts();
    const auto say = [&](quint64 done) {
        if (progress) {
            progress(done, quint64{rows} * (texts ? 2 : 1));
        }
    };
    if (texts && !facts.keepTexts(cancellation, [&](quint64 done, quint64) { say(done); })) {
        return {};
    }
    std::vector<quint64> bits((rows + bits_of_word - 1) / bits_of_word);
    for (quint32 node = 0; node < rows; ++node) {
        if (node % rows_at_once == 0) {
            if (cancellation.cancelled()) {
                return {};
            }
            say(node + (texts ? rows : 0));
        }
        if (runner.passes(node)) {
            bits[node / bits_of_word] |= quint64{1} << (node % bits_of_word);
        }
    }
    return NodeMatches(facts.tree(), std::move(bits));
}

bool matchesPattern(std::string_view text, std::string_view pattern) {
    const auto continues = [](char byte) { return (static_cast<unsigned char>(byte) & 0xc0U) == 0x80U; };
    std::size_t at = 0, next = 0;
    std::size_t star = pattern.npos, retry = 0; // where to go on when what follows the last star fails
    while (at < text.size()) {
        if (next < pattern.size() && pattern[next] == '*') {
            star = next++;
            retry = at;
        } else if (next < pattern.size() && pattern[next] == '?') {
            do { // one character, of as many bytes as it has
                ++at;
            } while (at < text.size() && continues(text[at]));
            ++next;
        } else if (next < pattern.size() && pattern[next] == text[at]) {
            ++at;
            ++next;
        } else if (star != pattern.npos) {
            do {
                ++retry;
            } while (retry < text.size() && continues(text[retry]));
            at = retry;
            next = star + 1;
        } else {
            return false;
        }
    }
    while (next < pattern.size() && pattern[next] == '*') {
        ++next;
    }
    return next == pattern.size();
}

} // namespace anchorscope::model
