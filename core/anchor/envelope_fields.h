// Private to the readers of envelopes: one generation's reader each, and the members that generations spell
// alike.
#pragma once
#include "core/anchor/envelope.h"
#include "core/codec/json.h"

namespace anchorscope::anchor {

/// Each reads an object whose version has been recognised.
[[nodiscard]] Result<Envelope> read_erc8281(const codec::Json& object);
[[nodiscard]] Result<Envelope> read_ocp_1(const codec::Json& object);
[[nodiscard]] Result<Envelope> read_ocp_1_0(const codec::Json& object);

/// The place of a member, for errors: "envelope.chain.id".
[[nodiscard]] std::string place_of(std::string_view parent, std::string_view field);

/// 0x (or nothing, if `bare`) and 64 lowercase digits.
[[nodiscard]] Result<Hash32> read_digest(const codec::Json& object, std::string_view field,
                                         std::string_view parent, bool bare);
/// 0x in lower case and 64 digits of either case.
[[nodiscard]] Result<Hash32> read_hash(const codec::Json& object, std::string_view field,
                                       std::string_view parent);
/// 0x in lower case and 40 digits that satisfy ERC-55.
[[nodiscard]] Result<Address> read_address(const codec::Json& object, std::string_view field,
                                           std::string_view parent);

/// Names of the members of `object` that are not among `known`, behind `prefix`.
[[nodiscard]] std::vector<std::string> unknown_members(const codec::Json& object,
                                                       std::span<const std::string_view> known,
                                                       std::string_view prefix = {});

/// Reads one member after the other and keeps the first error.
class Steps {
public:
    /// `read()` gives a Result of what is stored in `to`; not called behind an error.
    template<class Read, class To>
    void take(Read read, To& to) {
        if (!m_error) {
            auto value = read();
            if (value) {
                to = std::move(*value);
            } else {
                m_error = std::move(value.error());
            }
        }
    }
    /// Of a condition that is its own error.
    void demand(bool holds, std::string_view rule, std::string_view text, std::string place) {
        if (!m_error && !holds) {
            m_error = Error{rule, std::move(place), {}, std::string(text)};
        }
    }
    [[nodiscard]] bool failed() const { return m_error.has_value(); }
    /// The envelope, or the first error.
    [[nodiscard]] Result<Envelope> result(Envelope envelope) && {
        if (m_error) {
            return tl::unexpected(*std::move(m_error));
        }
        return envelope;
    }

private:
    std::optional<Error> m_error;
};

} // namespace anchorscope::anchor
