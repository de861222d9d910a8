#include "model/filter/filter_parser.h"
#include "model/filter/filter_values.h"
#include <algorithm>

namespace anchorscope::model {

namespace {

using Kind = FilterProblem::Kind;
using Problem = std::optional<FilterProblem>;

constexpr std::size_t longest_subject = 32;

FilterOperator comparisonOf(FilterSign sign) {
    switch (sign) {
    case FilterSign::Equal:
        return FilterOperator::Equal;
    case FilterSign::NotEqual:
        return FilterOperator::NotEqual;
    case FilterSign::Less:
        return FilterOperator::Less;
    case FilterSign::LessEqual:
        return FilterOperator::LessEqual;
    case FilterSign::Greater:
        return FilterOperator::Greater;
    case FilterSign::GreaterEqual:
        return FilterOperator::GreaterEqual;
    case FilterSign::In:
        return FilterOperator::In;
    case FilterSign::Contains:
        return FilterOperator::Contains;
    case FilterSign::Matches:
        return FilterOperator::Matches;
    default:
        return FilterOperator::Present;
    }
}

bool isText(const FilterToken& token) {
    return token.kind == FilterTokenKind::String || token.kind == FilterTokenKind::Number ||
           token.kind == FilterTokenKind::Hex || token.kind == FilterTokenKind::Word;
}

/// Shunting yard: what waits for its right side stands on a stack, and jumps are filled in when it is taken
/// from there.
class Parser {
public:
    explicit Parser(std::vector<FilterToken> tokens) : m_tokens(std::move(tokens)) {}

    tl::expected<FilterProgram, FilterProblem> run() {
        if (token().kind == FilterTokenKind::End) {
            context.test = true;
            return FilterProgram{};
        }
        while (true) {
            if (const Problem problem = m_wants_test ? readOperand() : readConnective()) {
                return tl::unexpected(*problem);
            }
            if (!m_wants_test && token().kind == FilterTokenKind::End) {
                break;
            }
        }
        context.connective = true;
        take(Waiting::Kind::Or);
        if (!m_waiting.empty()) {
            context.close = true;
            const FilterToken& open = m_tokens[m_waiting.back().at];
            return tl::unexpected(FilterProblem{Kind::OpenParenthesis, open.at, open.length});
        }
        return std::move(m_program);
    }

    FilterContext context; ///< after run(): of the end of the text, where parsing came so far

private:
    struct Waiting {
        enum class Kind : std::uint8_t { And, Or, Not, Open }; // in the order in which they bind
        Kind kind;
        std::size_t at; ///< And, Or: the step that jumps; else the token
    };

    [[nodiscard]] const FilterToken& token() const { return m_tokens[m_at]; }
    [[nodiscard]] const FilterToken& following() const {
        return m_tokens[std::min(m_at + 1, m_tokens.size() - 1)];
    }

    [[nodiscard]] FilterProblem problem(Kind kind, std::optional<FilterField> field = {}) const {
        const FilterToken& here = token();
        return {kind, here.at, here.length, here.text.substr(0, longest_subject), field};
    }

    Problem readOperand() {
        const FilterToken& here = token();
        if (here.sign == FilterSign::Not || here.sign == FilterSign::Open) {
            if (std::exchange(m_depth, m_depth + 1) == max_filter_depth) {
                return problem(Kind::TooDeep);
            }
            m_waiting.push_back(
                {here.sign == FilterSign::Not ? Waiting::Kind::Not : Waiting::Kind::Open, m_at++});
            return {};
        }
        if (m_program.tests.size() == max_filter_tests) {
            return problem(Kind::TooManyTests);
        }
        if (Problem wrong = readTest()) {
            return wrong;
        }
        m_wants_test = false;
        invert();
        return {};
    }

    Problem readConnective() {
        const FilterToken& here = token();
        if (here.sign == FilterSign::And || here.sign == FilterSign::Or) {
            connect(here.sign == FilterSign::And ? Waiting::Kind::And : Waiting::Kind::Or);
            ++m_at;
            return {};
        }
        if (here.sign == FilterSign::Close) {
            take(Waiting::Kind::Or);
            if (m_waiting.empty()) {
                return problem(Kind::StrayClose);
            }
            m_waiting.pop_back();
            --m_depth;
            m_text_before = false;
            ++m_at;
            invert();
            return {};
        }
        const bool searched = isText(here) && filterFieldNamed(here.text) == nullptr &&
                              comparisonOf(following().sign) == FilterOperator::Present;
        if (m_text_before && searched) { // "vault lock": both
            connect(Waiting::Kind::And);
            return {};
        }
        return problem(Kind::NoConnective);
    }

    /// The left side is complete: where it decides alone, the right side is jumped over.
    void connect(Waiting::Kind kind) {
        take(kind);
        const bool both = kind == Waiting::Kind::And;
        m_waiting.push_back({kind, m_program.steps.size()});
        m_program.steps.push_back({both ? FilterStep::Kind::JumpIfFalse : FilterStep::Kind::JumpIfTrue, 0});
        m_wants_test = true;
        m_text_before = false;
    }

    /// Ends what binds as strongly as `weakest`, or more.
    void take(Waiting::Kind weakest) {
        while (!m_waiting.empty() && m_waiting.back().kind <= weakest) {
            m_program.steps[m_waiting.back().at].to = static_cast<std::uint32_t>(m_program.steps.size());
            m_waiting.pop_back();
        }
    }

    void invert() {
        while (!m_waiting.empty() && m_waiting.back().kind == Waiting::Kind::Not) {
            m_program.steps.push_back({FilterStep::Kind::Invert, 0});
            m_waiting.pop_back();
            --m_depth;
        }
    }

    void add(FilterTest test) {
        m_program.steps.push_back(
            {FilterStep::Kind::Test, static_cast<std::uint32_t>(m_program.tests.size())});
        m_program.tests.push_back(std::move(test));
    }

    Problem readTest() {
        const FilterToken& here = token();
        if (!isText(here)) {
            context.test = here.kind == FilterTokenKind::End;
            return problem(Kind::NoTest);
        }
        const bool compared = comparisonOf(following().sign) != FilterOperator::Present;
        const bool word = here.kind == FilterTokenKind::Word;
        if (const FilterFieldInfo* field = word ? filterFieldNamed(here.text) : nullptr) {
            ++m_at;
            return compared ? readComparison(*field) : readPresence(*field);
        }
        if (compared) {
            FilterProblem wrong = problem(word ? Kind::UnknownField : Kind::NoField);
            wrong.suggestion = word ? nearestField(here.text) : std::u16string();
            return wrong;
        }
        FilterTest search{FilterField::text, FilterOperator::Contains, {FilterValue{}}};
        search.values[0].text = here.text + here.unit;
        if (here.kind == FilterTokenKind::Hex) { // found in bytes too, not only where the row shows it
            if (auto digits = readFilterDigits(here.text)) {
                search.values[0].head = std::move(digits->head);
                search.values[0].tail = std::move(digits->tail);
                search.values[0].shortened = digits->shortened;
            }
        }
        add(std::move(search));
        m_text_before = true;
        ++m_at;
        return {};
    }

    Problem readPresence(const FilterFieldInfo& field) {
        add({field.field, FilterOperator::Present, {}});
        m_text_before = false;
        if (token().kind == FilterTokenKind::End) {
            context.comparisonOf = field.field;
        }
        return {};
    }

    Problem readComparison(const FilterFieldInfo& field) {
        const FilterOperator op = comparisonOf(token().sign);
        if (!filterOperatorFits(field, op)) {
            return problem(Kind::BadOperator, field.field);
        }
        ++m_at;
        FilterTest test{field.field, op, {}};
        Problem wrong = op == FilterOperator::In ? readSet(field, test) : readOne(field, test);
        if (!wrong) {
            add(std::move(test));
            m_text_before = false;
        }
        return wrong;
    }

    Problem readOne(const FilterFieldInfo& field, FilterTest& test) {
        if (token().kind == FilterTokenKind::End) {
            context.valueOf = field.field;
        }
        auto value = readFilterValue(field, test.op, m_tokens, m_at);
        if (!value) {
            return value.error();
        }
        test.values.push_back(std::move(*value));
        return {};
    }

    Problem readSet(const FilterFieldInfo& field, FilterTest& test) {
        if (token().sign != FilterSign::OpenSet) {
            context.set = token().kind == FilterTokenKind::End;
            return problem(Kind::NoSet, field.field);
        }
        ++m_at;
        while (true) {
            if (test.values.size() == max_filter_values) {
                return problem(Kind::TooManyValues, field.field);
            }
            if (Problem wrong = readOne(field, test)) {
                return wrong;
            }
            const bool comma = token().sign == FilterSign::Comma;
            if (token().sign == FilterSign::CloseSet) {
                ++m_at;
                return {};
            }
            if (!comma && !isText(token())) {
                if (token().kind == FilterTokenKind::End) {
                    context.close = true;
                    context.valueOf = field.field;
                }
                return problem(Kind::OpenSet, field.field);
            }
            m_at += comma ? 1 : 0;
        }
    }

    static std::u16string nearestField(std::u16string_view name) {
        std::vector<std::u16string_view> names;
        for (const FilterFieldInfo& field : filterFields()) {
            names.push_back(field.name);
        }
        return std::u16string(nearestName(name, names));
    }

    std::vector<FilterToken> m_tokens;
    std::size_t m_at = 0, m_depth = 0;
    bool m_wants_test = true;
    bool m_text_before = false; ///< the last test was text by itself
    std::vector<Waiting> m_waiting;
    FilterProgram m_program;
};

} // namespace

bool filterOperatorFits(const FilterFieldInfo& field, FilterOperator op) {
    switch (op) {
    case FilterOperator::Present:
    case FilterOperator::Equal:
    case FilterOperator::NotEqual:
        return true;
    case FilterOperator::In:
        return field.type != FilterType::Flag;
    case FilterOperator::Less:
    case FilterOperator::LessEqual:
    case FilterOperator::Greater:
    case FilterOperator::GreaterEqual:
        return field.type == FilterType::Number || field.type == FilterType::Amount || field.ordered;
    case FilterOperator::Contains:
        return field.type == FilterType::Text || field.type == FilterType::Octets ||
               field.type == FilterType::Address;
    case FilterOperator::Matches:
        return field.type == FilterType::Text;
    }
    return false;
}

tl::expected<FilterProgram, FilterProblem> parseFilter(std::u16string_view text) {
    auto tokens = filterTokens(text);
    return tokens ? Parser(std::move(*tokens)).run() : tl::unexpected(tokens.error());
}

FilterContext filterContext(std::u16string_view text) {
    auto tokens = filterTokens(text);
    if (!tokens) {
        return {};
    }
    Parser parser(std::move(*tokens));
    (void)parser.run(); // whether it is whole does not matter here
    return parser.context;
}

} // namespace anchorscope::model
