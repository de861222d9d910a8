// Small helpers for sentences.
#pragma once
#include <initializer_list>
#include <string>
#include <string_view>

namespace anchorscope::verify {

/// The parts one after the other.
[[nodiscard]] inline std::string cat(std::initializer_list<std::string_view> parts) {
    std::string out;
    for (const std::string_view part : parts) {
        out.append(part);
    }
    return out;
}

/// "1 entry", "3 entries".
[[nodiscard]] inline std::string counted(std::uint64_t count, std::string_view one, std::string_view many) {
    return cat({std::to_string(count), " ", count == 1 ? one : many});
}

/// "a", "a and b", "a, b and c".
template<class Strings>
[[nodiscard]] std::string listed(const Strings& items) {
    std::string out;
    std::size_t index = 0;
    for (const auto& item : items) {
        out.append(index == 0 ? "" : index + 1 == items.size() ? " and " : ", ").append(item);
        ++index;
    }
    return out;
}

} // namespace anchorscope::verify
