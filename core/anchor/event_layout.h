// An event as Solidity declares it: "Recorded(bytes32 indexed digest, address indexed committer)". Topic 0 is
// computed from the canonical signature; the decoder is the declaration itself. Limits: 1. at most
// max_event_text characters and max_event_parameters parameters, three of them indexed; 2. no anonymous
// events; 3. only the canonical encoding is read: as many topics as declared, clean words, no bytes behind
// the data; 4. a field is shown, not reproduced: long bytes and nested values are cut, and say so.
#pragma once
#include "core/chain/log.h"
#include "core/codec/abi_type.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view event_declaration =
    "event.declaration"; ///< a text that declares no event, or one beyond the limits
} // namespace rules

inline constexpr std::size_t max_event_text = 4096;      ///< the longest known event has 320 characters
inline constexpr std::size_t max_event_parameters = 16;  ///< Solidity's own limit of stack slots
inline constexpr std::size_t max_indexed_parameters = 3; ///< four topics, the first of which is topic 0

struct EventParameter {
    std::string name; ///< as declared, else "arg0", "arg1" ... by position
    std::string type; ///< canonical: "(uint256,bytes)[]"
    bool indexed = false;
    std::size_t place = 0; ///< the topic, if indexed; else the first word of its head in the data
};

/// A parameter's value in a log.
struct EventField {
    std::string name, type;
    std::string value; ///< decimal, hex or checksummed; of an indexed string, array or tuple: its hash
    bool indexed = false;
    std::optional<Hash32> word; ///< the 32 bytes of a value that is one word
};

class EventLayout {
public:
    [[nodiscard]] static Result<EventLayout> parse(std::string_view declaration);

    [[nodiscard]] const std::string& signature() const {
        return m_signature;
    } ///< "Recorded(bytes32,address)"
    [[nodiscard]] const Hash32& topic0() const { return m_topic0; }
    [[nodiscard]] std::string_view name() const;
    [[nodiscard]] std::span<const EventParameter> parameters() const { return m_parameters; }
    [[nodiscard]] std::optional<std::size_t> parameter(std::string_view name) const;

    /// One field a parameter, in order. Errors: anchor.topic0, anchor.topic_count,
    /// anchor.dirty_address_topic, and anchor.data for data or topics of another shape.
    [[nodiscard]] Result<std::vector<EventField>> decode(const chain::Log& log) const;

private:
    std::string m_signature;
    Hash32 m_topic0;
    std::vector<EventParameter> m_parameters;
    codec::AbiType m_topics, m_data;
};

} // namespace anchorscope::anchor
