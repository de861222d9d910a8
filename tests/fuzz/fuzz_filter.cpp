// Filters of any text: what is refused says where and why, what is accepted leads forwards only, so that a
// row is asked each condition at most once. Texts that are spelled for the language read back as they are.
#include "model/filter/filter_lexer.h"
#include "model/filter/filter_parser.h"
#include <cstdlib>
#include <cstring>

using namespace anchorscope::model;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void checkProgram(const FilterProgram& program) {
    require(program.tests.size() <= max_filter_tests);
    for (const FilterTest& test : program.tests) {
        require(test.values.empty() == (test.op == FilterOperator::Present));
        require(test.values.size() <= max_filter_values);
        require(filterOperatorFits(filterField(test.field), test.op));
    }
    for (std::size_t i = 0; i < program.steps.size(); ++i) {
        const FilterStep& step = program.steps[i];
        const bool jump =
            step.kind == FilterStep::Kind::JumpIfFalse || step.kind == FilterStep::Kind::JumpIfTrue;
        require(!jump || (step.to > i && step.to <= program.steps.size()));
        require(step.kind != FilterStep::Kind::Test || step.to < program.tests.size());
    }
}

void check(std::u16string_view text) {
    const auto program = parseFilter(text);
    if (program) {
        checkProgram(*program);
    } else {
        const FilterProblem& problem = program.error();
        require(problem.at <= text.size() && problem.length <= text.size() - problem.at);
        require(problem.subject.size() <= 32);
    }
    (void)filterContext(text);
    const std::u16string spelled = spelledText(text);
    const auto tokens = filterTokens(spelled);
    require(spelled.size() > max_filter_length ||
            (tokens && tokens->size() == 2 && tokens->front().text == text));
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size > 0 && data[0] == 0xff) { // units of two bytes: surrogates alone, spaces of all kinds
        std::u16string text((size - 1) / 2, u'\0');
        std::memcpy(text.data(), data + 1, text.size() * 2);
        check(text);
    } else {
        check(std::u16string(data, data + size));
    }
    return 0;
}
