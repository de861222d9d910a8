// Private to this room: reading many fields in a row. After a failure reads give zero values; the first
// failure is kept and must be asked for at the end.
#pragma once
#include "core/base/result.h"

namespace anchorscope::chain {

/// `error` with `outer` in front of its place: "logs[3]" and "address" give "logs[3].address".
[[nodiscard]] Error within(std::string_view outer, Error error);
/// "name[index]".
[[nodiscard]] std::string indexed(std::string_view name, std::size_t index);

class FirstError {
public:
    [[nodiscard]] bool ok() const { return !m_error; }

    /// Keeps `error` unless an earlier one is there.
    void refuse(Error error) {
        if (!m_error) {
            m_error = std::move(error);
        }
    }

    /// The value, or a zero value with the failure kept; `place` goes in front of the failure's own place.
    template<class T>
    T take(Result<T> result, std::string_view place = {}) {
        if (result) {
            return *std::move(result);
        }
        refuse(within(place, std::move(result).error()));
        return T{};
    }

    /// `value`, or the failure kept.
    template<class T>
    [[nodiscard]] Result<T> finish(T value) {
        if (m_error) {
            return tl::unexpected<Error>(*std::move(m_error));
        }
        return value;
    }

    /// The failure; only where ok() is false.
    [[nodiscard]] Error error() const { return *m_error; }

private:
    std::optional<Error> m_error;
};

} // namespace anchorscope::chain
