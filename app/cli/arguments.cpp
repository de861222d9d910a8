#include "app/cli/arguments.h"
#include "core/report/text_report.h"

namespace anchorscope::cli {
namespace {

const Option& find_option(std::string_view name, std::span<const OptionGroup> known) {
    for (const OptionGroup& group : known) {
        for (const Option& option : group.options) {
            if (option.name == name) {
                return option;
            }
        }
    }
    throw UsageError("unknown option " + report::printable(name));
}

bool is_option(std::string_view word) { return word.size() > 1 && word.front() == '-'; }

/// One pass over the words; `next` is the word to be read.
class Reader {
public:
    Reader(std::span<const std::string> words, std::span<const OptionGroup> known)
        : m_words(words), m_known(known) {}

    [[nodiscard]] bool at_end() const { return m_next == m_words.size(); }
    const std::string& take() { return m_words[m_next++]; }

    /// Name and value of the option that `word` begins; a flag has the empty value.
    std::pair<std::string_view, std::string> option(std::string_view word) {
        const std::size_t equals = word.find('=');
        const Option& option = find_option(word.substr(0, equals), m_known);
        const std::string name(option.name);
        if (option.placeholder.empty()) {
            if (equals != std::string_view::npos) {
                throw UsageError(name + " takes no value");
            }
            return {option.name, {}};
        }
        std::string value;
        if (equals != std::string_view::npos) {
            value = word.substr(equals + 1);
        } else if (!at_end() && !is_option(m_words[m_next])) {
            value = take();
        }
        if (value.empty()) {
            throw UsageError(name + " needs a value: " + std::string(option.placeholder));
        }
        if (!option.repeatable && !m_seen.emplace(option.name, true).second) {
            throw UsageError(name + " stands more than once");
        }
        return {option.name, std::move(value)};
    }

private:
    std::span<const std::string> m_words;
    std::span<const OptionGroup> m_known;
    std::size_t m_next = 0;
    std::map<std::string_view, bool> m_seen;
};

} // namespace

Arguments Arguments::parse(std::span<const std::string> words, std::span<const OptionGroup> known) {
    Arguments out;
    Reader reader(words, known);
    bool options_ended = false;
    while (!reader.at_end()) {
        const std::string& word = reader.take();
        if (options_ended || !is_option(word)) {
            out.m_positional.push_back(word);
        } else if (word == "--") {
            options_ended = true;
        } else {
            auto [name, value] = reader.option(word);
            out.m_values[std::string(name)].push_back(std::move(value));
        }
    }
    return out;
}

std::optional<std::string> Arguments::value(std::string_view name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::nullopt : std::optional(found->second.front());
}

std::vector<std::string> Arguments::values(std::string_view name) const {
    const auto found = m_values.find(name);
    return found == m_values.end() ? std::vector<std::string>() : found->second;
}

const std::string& Arguments::only(std::string_view what) const {
    if (m_positional.empty() || m_positional.front().empty()) {
        throw UsageError("an argument is missing: " + std::string(what));
    }
    if (m_positional.size() > 1) {
        throw UsageError("one argument too many: " + report::printable(m_positional[1]));
    }
    return m_positional.front();
}

void Arguments::expect_none() const {
    if (!m_positional.empty()) {
        throw UsageError("takes no argument, got " + report::printable(m_positional.front()));
    }
}

} // namespace anchorscope::cli
