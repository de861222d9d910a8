// A table as values that own their bytes and can be changed, and its calldata in any version that lists calls
// flat. What a version does not have is left out, what it has beside these is zero or empty.
#pragma once
#include "core/base/address.h"
#include "core/base/u256.h"
#include "core/codec/abi_writer.h"
#include "core/table/format.h"

namespace anchorscope::synth {

struct Delta {
    U256 rollup;
    Hash32 before, after;
    U256 ether; ///< two's complement, wei
};

struct Call {
    Address target;
    U256 value; ///< wei
    Bytes data;
    Address source;
    U256 source_rollup;
    U256 revert_span;
    bool is_static = false;
};

struct Nested {
    Hash32 call_hash;
    U256 destination;
    U256 call_count;
    Bytes returned;
};

struct Pin {
    U256 rollup;
    Hash32 root;
};

struct Lookup {
    Hash32 call_hash;
    U256 destination;
    Bytes returned;
    bool failed = false;
    std::uint64_t call_number = 0, last_nested = 0, executing = 0;
    std::vector<Call> calls{};
    std::vector<Nested> nested{};
    std::vector<Lookup> lookups{}; ///< of a top-level lookup
    U256 call_count;
    Hash32 rolling_hash;
    std::vector<Pin> pins{};
};

struct Entry {
    std::vector<Delta> deltas{};
    Hash32 start_hash; ///< call hash of the call that starts it; zero: nothing calls it
    U256 destination;
    std::vector<Call> calls{};
    std::vector<Nested> nested{};
    std::vector<Lookup> lookups{};
    U256 call_count;
    Bytes returned;
    Hash32 rolling_hash;
};

struct RollupSystems {
    U256 rollup;
    std::vector<std::uint64_t> systems; ///< indices of proof systems
};

/// Of an L2 table only entries and lookups are written.
struct Batch {
    std::vector<Entry> entries;
    std::vector<Lookup> lookups;
    U256 transient_entries, transient_lookups;
    std::vector<Address> proof_systems;
    std::vector<RollupSystems> rollups;
    Hash32 interactions;
    std::vector<U256> blob_indices;
    Bytes call_data;
    std::vector<Bytes> proofs;
    std::uint64_t block_number = 0;
};

struct IncomingCall {
    Address destination;
    U256 value;
    Bytes data;
    Address source;
    U256 source_rollup;
};

struct Table {
    const table::TableFormat* format = nullptr; ///< of Scheme::partitioned
    std::vector<Batch> batches;                 ///< one; several in versions of sub-batches
    IncomingCall incoming;                      ///< in versions whose table comes with a call
};

/// Selector and arguments, canonically encoded.
[[nodiscard]] Bytes calldata_of(const Table& table);
/// Whether the version's declaration has an array of sub-batches.
[[nodiscard]] bool has_sub_batches(const table::TableFormat& format);
/// Whether a call comes with the version's table.
[[nodiscard]] bool has_incoming_call(const table::TableFormat& format);

} // namespace anchorscope::synth
