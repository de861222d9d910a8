#include "core/digest/profile.h"
#include "core/crypto/hash_many.h"

namespace anchorscope::digest {
namespace {

using table::ExecutionTable;
using table::TableSource;

constexpr std::string_view file_id = "file";
constexpr std::string_view calldata_id = "calldata";
constexpr std::string_view abi_batch_id = "abi-batch";

constexpr std::uint64_t selector_size = std::tuple_size_v<table::Selector>;

// In search order. Each commits every byte of the table, so a search may take any of them.
constexpr std::array all_profiles{
    Profile{file_id, "the file's bytes as loaded (of hex text: the text)", "", false},
    Profile{calldata_id, "selector and arguments of the call that posts the table", "", true},
    Profile{abi_batch_id, "abi.encode of the batch: the arguments without the selector (L1 tables)", "",
            true},
};

} // namespace

std::span<const Profile> profiles() { return all_profiles; }

const Profile* profile_named(std::string_view id) {
    const auto* const found = std::ranges::find(all_profiles, id, &Profile::id);
    return found == all_profiles.end() ? nullptr : found;
}

std::optional<Observation> observe(const Profile& profile, const TableSource& source,
                                   const ExecutionTable* table) {
    if (profile.id == file_id) {
        return Observation{&profile, source.file, true, {0, source.file.size()}};
    }
    if (table == nullptr) {
        return std::nullopt;
    }
    const ByteView calldata = table->calldata();
    if (profile.id == calldata_id) {
        return Observation{&profile, calldata, false, {0, calldata.size()}};
    }
    if (profile.id == abi_batch_id && table->batch) {
        const ByteRange range{selector_size, calldata.size() - selector_size};
        return Observation{&profile, slice(calldata, range), false, range};
    }
    return std::nullopt;
}

std::vector<ObservationDigest> observation_digests(crypto::HashFunction function, const TableSource& source,
                                                   const ExecutionTable* table) {
    std::vector<ObservationDigest> out;
    crypto::MessageList messages;
    for (const Profile& profile : all_profiles) {
        if (std::optional<Observation> observation = observe(profile, source, table)) {
            messages.piece(observation->bytes);
            messages.end_message();
            out.push_back({&profile, function, {}, *observation});
        }
    }
    std::vector<Hash32> values(messages.size());
    crypto::hash_many(function, messages, values);
    for (std::size_t i = 0; i < out.size(); ++i) {
        out[i].value = values[i];
    }
    return out;
}

} // namespace anchorscope::digest
