// Commitment profiles: which bytes of a table were observed. To add one: one line in profile.cpp's list.
#pragma once
#include "core/crypto/hash_function.h"
#include "core/table/execution_table.h"

namespace anchorscope::digest {

struct Profile {
    std::string_view id; ///< "file", "calldata", "abi-batch"
    std::string_view description;
    std::string_view uncovered; ///< which bytes of the table it does not commit; empty when all are
    bool needs_table;           ///< does not apply to opaque observations
};

/// In search order: file, calldata, abi-batch.
[[nodiscard]] std::span<const Profile> profiles();
[[nodiscard]] const Profile* profile_named(std::string_view id);

/// The observation: which bytes, and where they lie.
struct Observation {
    const Profile* profile = nullptr;
    ByteView bytes;
    bool of_file = false; ///< range counts in the file's own bytes, else in the calldata
    ByteRange range;
};

/// Empty where the profile does not apply (abi-batch of an L2 table or of opaque bytes; calldata of opaque
/// bytes). For hex text `file` is the text as loaded. `table` may be null: an opaque observation.
[[nodiscard]] std::optional<Observation> observe(const Profile& profile, const table::TableSource& source,
                                                 const table::ExecutionTable* table);

struct ObservationDigest {
    const Profile* profile = nullptr;
    crypto::HashFunction function{};
    Hash32 value;
    Observation observation;
};

/// Digest under every profile that applies, with one function, in search order.
[[nodiscard]] std::vector<ObservationDigest> observation_digests(crypto::HashFunction function,
                                                                 const table::TableSource& source,
                                                                 const table::ExecutionTable* table);

} // namespace anchorscope::digest
