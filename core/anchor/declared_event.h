// An event that the user declares, and where in it the digest stands:
//   "Anchored(bytes32 indexed digest, address who) digest=topic1"   topic 1 of the log
//   "Stored(address who, bytes32 digest) digest=word1"              word 1 of the data, counted from 0
// Whether such an event commits to anything is the user's own rule; no standard says so.
#pragma once
#include "core/anchor/event_layout.h"
#include "core/anchor/extraction.h"

namespace anchorscope::anchor {

struct DeclaredEvent {
    EventLayout layout;
    std::size_t digest = 0; ///< index of the parameter that carries it, a bytes32
    std::string place;      ///< as written: "topic1", "word0"
};

inline constexpr std::size_t max_declared_events = 16;

/// Strict: one event, one space or more, digest=topicN or digest=wordN where a bytes32 parameter stands.
[[nodiscard]] Result<DeclaredEvent> parse_declared_event(std::string_view text);

/// The log as the declaration reads it, whole: topics, and data in canonical encoding. No account is named.
[[nodiscard]] Result<Carried> carried_by(const DeclaredEvent& event, const chain::Log& log);

} // namespace anchorscope::anchor
