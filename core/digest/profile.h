// Commitment profiles: which bytes of a table were observed. To add one: one line in profile.cpp's list.
#pragma once
#include "core/crypto/hash_function.h"
#include "core/digest/proof_inputs.h"
#include "core/table/execution_table.h"

namespace anchorscope::digest {

struct Profile;

/// Where the bytes of an observation stand.
enum class ObservationOrigin : std::uint8_t {
    file,     ///< the file's own bytes
    calldata, ///< a range of the calldata
    derived   ///< made from the table by the profile's rule
};
/// "file", "calldata", "derived".
[[nodiscard]] std::string_view name(ObservationOrigin origin);

/// The observation: which bytes, and where they lie.
struct Observation {
    const Profile* profile = nullptr;
    ByteView bytes;
    ObservationOrigin origin = ObservationOrigin::calldata;
    ByteRange range;                    ///< in the file or the calldata; of derived bytes all of them
    std::shared_ptr<const Bytes> owned; ///< derived bytes: `bytes` is a view of them
};

/// What there is to observe. `table` may be null: an opaque observation.
struct Observed {
    const table::TableSource& source;
    const table::ExecutionTable* table = nullptr;
    const ProofInputs* inputs = nullptr; ///< null: none are known
};

struct Profile {
    std::string_view id; ///< "file", "calldata", "abi-batch"
    std::string_view description;
    std::string_view subject;   ///< what of the table is committed ("entries"); empty where all of it is
    std::string_view uncovered; ///< which bytes of the table it does not commit; empty when all are
    bool needs_table = true;    ///< does not apply to opaque observations
    /// Empty where the profile does not apply. `index` is the profile's own.
    std::optional<Observation> (*make)(const Profile& profile, const Observed& observed) = nullptr;
    std::uint32_t index = 0; ///< of public-inputs/k: k
};

/// In search order. Of the family public-inputs/k one line, which itself applies to nothing: its members are
/// found by name.
[[nodiscard]] std::span<const Profile> profiles();
/// Members of families too: "public-inputs/0" to "public-inputs/63".
[[nodiscard]] const Profile* profile_named(std::string_view id);
/// Where a profile stands in the search; members of a family in the order of their index.
[[nodiscard]] std::size_t search_rank(const Profile& profile);

/// Whether the bytes depend on proof inputs, and so on who states them.
[[nodiscard]] bool needs_inputs(const Profile& profile);

/// Empty where the profile does not apply (abi-batch of an L2 table or of opaque bytes; public-inputs without
/// inputs). For text that spells calldata `file` is the text as loaded.
[[nodiscard]] std::optional<Observation> observe(const Profile& profile, const Observed& observed);
/// Under every profile that applies, in search order. Each is made once.
[[nodiscard]] std::vector<Observation> observations(const Observed& observed);

struct ObservationDigest {
    const Profile* profile = nullptr;
    crypto::HashFunction function{};
    Hash32 value;
    Observation observation;
};

/// Digest of each observation, with one function, in their order.
[[nodiscard]] std::vector<ObservationDigest> observation_digests(crypto::HashFunction function,
                                                                 std::span<const Observation> observations);

} // namespace anchorscope::digest
