// Plans a search for anchor events by eth_getLogs: which range to ask next, and what to do when a provider
// refuses one. Pure: no clock, no network; the caller asks, waits and reports back.
// Limits: 1. an endpoint's answer is a hint, never evidence: what it names has to be fetched and proven, and
// what it leaves out may be there; 2. at most max_requests requests, each refusal counted, so that no
// provider's advice (the same range again and again) keeps it going; 3. a single block that is refused is
// "unsearched", never "empty"; 4. at most max_hits hits, `hits_cut` says so.
#pragma once
#include "core/base/address.h"
#include "core/codec/json_fwd.h"

namespace anchorscope::anchor {

namespace rules {
inline constexpr std::string_view search_state = "search.state";   ///< a saved state that is broken
inline constexpr std::string_view search_goal = "search.goal";     ///< a saved state of another search
inline constexpr std::string_view search_answer = "search.answer"; ///< an answer that is no list of logs
} // namespace rules

/// Blocks, both ends included.
struct BlockSpan {
    std::uint64_t first = 0, last = 0;

    [[nodiscard]] std::uint64_t count() const { return last - first + 1; }
    friend bool operator==(const BlockSpan&, const BlockSpan&) = default;
};

inline constexpr std::uint64_t max_block_number = std::uint64_t{1} << 48U; ///< no chain comes near

struct LogSearchGoal {
    std::uint64_t chain_id = 0;
    std::vector<Hash32> digests;     ///< events of any of these in topic 1; empty: every log of `contract`
    std::optional<Address> contract; ///< empty: of any contract
    BlockSpan span;                  ///< first <= last <= max_block_number (asserted)
    std::uint64_t near = 0;          ///< where to begin; clamped to the span
    std::optional<Hash32> event{};   ///< topic 0 of the events; empty: Recorded
    friend bool operator==(const LogSearchGoal&, const LogSearchGoal&) = default;
};

/// A log that an endpoint names.
struct LogHint {
    std::uint64_t block_number = 0;
    Hash32 block_hash, transaction_hash;
    Address contract;
    std::optional<Hash32> digest; ///< topic 1, where that is searched for
    friend bool operator==(const LogHint&, const LogHint&) = default;
    friend auto operator<=>(const LogHint&, const LogHint&) = default;
};

/// The filter object of eth_getLogs for one range.
[[nodiscard]] codec::Json log_filter(const LogSearchGoal& goal, BlockSpan span);
/// Reads the answer. Logs that were not asked for (another range, topic or contract, or marked as removed)
/// are left out and counted in `foreign`.
[[nodiscard]] Result<std::vector<LogHint>> log_hints(const LogSearchGoal& goal, BlockSpan span,
                                                     const codec::Json& answer,
                                                     std::size_t* foreign = nullptr);

/// What an endpoint means by an error.
enum class Refusal : std::uint8_t {
    too_much, ///< the range or its results are above a limit
    quota,    ///< too many requests: the same again, later
    either,   ///< it may mean one or the other (-32005)
    broken    ///< no usable answer
};
[[nodiscard]] Refusal refusal_of(const Error& error);
/// The length of a range that the error's text suggests instead, where it is shorter than the one asked for.
[[nodiscard]] std::optional<std::uint64_t> suggested_length(const Error& error, BlockSpan asked);

struct LogSearchLimits {
    std::uint64_t first_step = 512;    ///< blocks of the first request
    std::uint64_t max_step = 65'536;   ///< blocks of the largest request
    std::uint64_t max_requests = 4096; ///< of one search, refused ones included
    std::size_t max_hits = 1024;
    int patience = 6; ///< refusals of one range that are no size limit, before the search stops
};

class LogSearch {
public:
    explicit LogSearch(LogSearchGoal goal, LogSearchLimits limits = {});
    /// Goes on with a search that was saved by state(); of another goal: search_goal. Gets max_requests anew.
    [[nodiscard]] static Result<LogSearch> resume(LogSearchGoal goal, std::string_view state,
                                                  LogSearchLimits limits = {});

    /// The range to ask next, the same until it is answered or refused; empty when the search has ended.
    [[nodiscard]] std::optional<BlockSpan> next() const;
    void answered(std::vector<LogHint> hints);
    void refused(Refusal why, std::optional<std::uint64_t> suggested = {});

    /// How long to wait before the next request, in steps of a doubling back-off; 0: not at all.
    [[nodiscard]] int pause() const { return m_pause; }
    [[nodiscard]] bool complete() const; ///< every block of the span was asked for
    [[nodiscard]] bool stopped() const;  ///< it ended before: too many requests, or no usable answers
    [[nodiscard]] const LogSearchGoal& goal() const { return m_goal; }
    [[nodiscard]] const std::vector<LogHint>& hits() const { return m_hits; } ///< ascending, none twice
    [[nodiscard]] bool hits_cut() const { return m_hits_cut; }
    [[nodiscard]] const std::vector<BlockSpan>& unsearched() const {
        return m_unsearched;
    } ///< refused blocks
    [[nodiscard]] std::uint64_t requests() const { return m_requests; }
    /// What has been asked so far, refused blocks included; empty before the first answer.
    [[nodiscard]] std::optional<BlockSpan> covered() const;
    /// Never says that there is no such log.
    [[nodiscard]] std::string words() const;
    /// JSON, for resume().
    [[nodiscard]] std::string state() const;

private:
    void advance(BlockSpan span);
    void leave_out(BlockSpan span);

    LogSearchGoal m_goal;
    LogSearchLimits m_limits;
    std::uint64_t m_low = 0, m_end = 0; // covered: [m_low, m_end)
    std::uint64_t m_step = 0;
    std::uint64_t m_calm = 0, m_needed = 1; // answers since the step changed; how many before it grows
    std::uint64_t m_requests = 0;
    bool m_up = true;
    bool m_gave_up = false;
    int m_pause = 0, m_tries = 0;
    std::vector<LogHint> m_hits;
    bool m_hits_cut = false;
    std::vector<BlockSpan> m_unsearched;
};

} // namespace anchorscope::anchor
