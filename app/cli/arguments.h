// The command line, strictly: an option that is unknown, stands twice where it may stand once, lacks its
// value or has one that it does not take is refused with one line that names it.
#pragma once
#include <map>
#include <optional>
#include <span>
#include <stdexcept>
#include <string>
#include <string_view>
#include <vector>

namespace anchorscope::cli {

/// The user's mistake: one line that names the option or argument and what is expected. Exit status 2.
class UsageError : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// One option as declared by a command; `--help` is made from these.
struct Option {
    std::string_view name;        ///< with its dashes: "--expect"
    std::string_view placeholder; ///< "DIGEST"; empty for a flag
    std::string_view help;        ///< lines are broken where it says so
    bool repeatable = false;
};

/// Options under one heading of the help.
struct OptionGroup {
    std::string_view heading;
    std::span<const Option> options;
};

/// What was given: options by name, and the arguments that are none.
class Arguments {
public:
    /// Accepts "--name value", "--name=value", "--" before arguments that begin with a dash, and "-" as an
    /// argument.
    [[nodiscard]] static Arguments parse(std::span<const std::string> words,
                                         std::span<const OptionGroup> known);

    [[nodiscard]] bool has(std::string_view name) const { return m_values.contains(name); }
    [[nodiscard]] std::optional<std::string> value(std::string_view name) const;
    [[nodiscard]] std::vector<std::string> values(std::string_view name) const;
    [[nodiscard]] const std::vector<std::string>& positional() const { return m_positional; }
    /// The one argument that the command takes, described as `what` if it is missing.
    [[nodiscard]] const std::string& only(std::string_view what) const;
    /// Refuses any argument.
    void expect_none() const;

private:
    std::map<std::string, std::vector<std::string>, std::less<>> m_values;
    std::vector<std::string> m_positional;
};

} // namespace anchorscope::cli
