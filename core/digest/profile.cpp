#include "core/digest/profile.h"
#include "core/crypto/hash_many.h"
#include "core/digest/entry_root.h"
#include "core/digest/state_roots.h"
#include "core/table/field_names.h"
#include "core/table/table_json.h"

namespace anchorscope::digest {
namespace {

using crypto::HashFunction;
using table::ExecutionTable;
using Made = std::optional<Observation>;

constexpr std::uint64_t selector_size = std::tuple_size_v<table::Selector>;

Made derived(const Profile& profile, std::optional<Bytes> bytes) {
    if (!bytes) {
        return {};
    }
    Observation out{&profile, {}, ObservationOrigin::derived, {0, bytes->size()}, nullptr};
    out.owned = std::make_shared<const Bytes>(*std::move(bytes));
    out.bytes = *out.owned;
    return out;
}

Made in_calldata(const Profile& profile, const ExecutionTable& table, ByteRange range) {
    return Observation{&profile, slice(table.calldata(), range), ObservationOrigin::calldata, range, nullptr};
}

Made file(const Profile& profile, const Observed& observed) {
    const ByteView bytes = observed.source.file;
    return Observation{&profile, bytes, ObservationOrigin::file, {0, bytes.size()}, nullptr};
}

Made calldata(const Profile& profile, const Observed& observed) {
    return in_calldata(profile, *observed.table, {0, observed.table->calldata().size()});
}

Made abi_batch(const Profile& profile, const Observed& observed) {
    const std::uint64_t size = observed.table->calldata().size();
    return observed.table->format->side == table::Side::l1
               ? in_calldata(profile, *observed.table, {selector_size, size - selector_size})
               : std::nullopt;
}

/// abi.encode of the array alone: an offset word, then the array's encoding as it stands in the calldata.
Made abi_entries(const Profile& profile, const Observed& observed) {
    const ExecutionTable& table = *observed.table;
    const table::FieldNames names = table::field_names(*table.format);
    if (names.entries.empty() || !names.batches.empty()) {
        return {}; // no array of entries, or several
    }
    const codec::AbiValue entries = table::table_body(table.arguments())[names.entries];
    const ByteView encoding = slice(table.calldata(), entries.encoding());
    Bytes out;
    out.reserve(encoding.size() + Hash32{}.bytes.size());
    append(out, U256(32).to_word().view());
    append(out, encoding);
    return derived(profile, std::move(out));
}

Made root_of_entries(const Profile& profile, const Observed& observed, HashFunction function) {
    if (!table::hashes_structs(*observed.table->format)) {
        return {}; // entries have no hash of their own
    }
    const MerkleTree tree = entry_tree(function, *observed.table);
    return derived(profile, entry_root_observation(tree.size(), tree.root()));
}

Made entry_root(const Profile& profile, const Observed& observed) {
    return root_of_entries(profile, observed, HashFunction::sha2_256);
}

Made entry_root_keccak(const Profile& profile, const Observed& observed) {
    return root_of_entries(profile, observed, HashFunction::keccak_256);
}

/// The line that stands for a whole family.
Made no_member(const Profile& /*profile*/, const Observed& /*observed*/) { return {}; }

Made inputs_of_proof_system(const Profile& profile, const Observed& observed) {
    if (observed.inputs == nullptr) {
        return {};
    }
    const auto inputs = public_inputs(*observed.table, profile.index, *observed.inputs);
    return derived(profile, inputs ? std::optional(inputs->observation()) : std::nullopt);
}

Made canonical(const Profile& profile, const Observed& observed) {
    const std::optional<std::string> text = table::table_json(*observed.table);
    return derived(profile, text ? std::optional(Bytes(text->begin(), text->end())) : std::nullopt);
}

Made state_roots(const Profile& profile, const Observed& observed) {
    return derived(profile, state_roots_observation(*observed.table));
}

constexpr std::string_view around_entries =
    "lookups and all that surrounds the entries: rollups, proof systems, proofs, call data, blobs, counts";

// In search order. Those without a subject commit every byte of the table, so a search may take any of them.
constexpr std::array all_profiles{
    Profile{"file", "the file's bytes as loaded (of hex text: the text)", "", "", false, file},
    Profile{"calldata", "selector and arguments of the call that posts the table", "", "", true, calldata},
    Profile{"abi-batch", "abi.encode of the batch: the arguments without the selector (L1 tables)", "", "",
            true, abi_batch},
    Profile{"abi-entries", "abi.encode of the array of entries", "entries", around_entries, true,
            abi_entries},
    Profile{"entry-root", "size and root of the SHA-256 Merkle tree over the entry hashes (RFC 9162)",
            "entries", around_entries, true, entry_root},
    Profile{"entry-root-keccak", "the same with a Keccak-256 tree", "entries", around_entries, true,
            entry_root_keccak},
    Profile{"public-inputs/k",
            "sharedPublicInput and acc of proof system k, counted from 0 (needs keys and block context)",
            "public inputs",
            "proofs, proof systems and what is not k's, transient counts, blob indices, the chain and the "
            "manager",
            true, no_member},
    Profile{"jcs", "the table's JSON form, canonical under RFC 8785 (at most 64 MiB)", "", "", true,
            canonical},
    Profile{"state-roots", "each rollup's state root before and after the table", "state roots",
            "everything but the first and the last state root of each rollup", true, state_roots},
};

constexpr std::size_t family_line = 6;
static_assert(all_profiles[family_line].make == no_member);
constexpr std::size_t max_members = 64; // proof systems that a profile can name

/// Members of the family public-inputs/k, made once.
struct Family {
    std::array<std::string, max_members> ids;
    std::array<Profile, max_members> members;

    Family() {
        for (std::uint32_t k = 0; k < max_members; ++k) {
            ids[k] = "public-inputs/" + std::to_string(k);
            members[k] = all_profiles[family_line];
            members[k].id = ids[k];
            members[k].make = inputs_of_proof_system;
            members[k].index = k;
        }
    }
};

const Family& family() {
    static const Family made;
    return made;
}

} // namespace

std::string_view name(ObservationOrigin origin) {
    constexpr std::array<std::string_view, 3> names{"file", "calldata", "derived"};
    return names[static_cast<std::size_t>(origin)];
}

std::span<const Profile> profiles() { return all_profiles; }

const Profile* profile_named(std::string_view id) {
    for (const std::span<const Profile> list : {profiles(), std::span<const Profile>(family().members)}) {
        const auto found = std::ranges::find(list, id, &Profile::id);
        if (found != list.end()) {
            return &*found;
        }
    }
    return nullptr;
}

std::size_t search_rank(const Profile& profile) {
    const bool member = profile.make == inputs_of_proof_system;
    const auto* const line = member ? &all_profiles[family_line] : &profile;
    return static_cast<std::size_t>(line - all_profiles.data()) * max_members + profile.index;
}

bool needs_inputs(const Profile& profile) { return profile.make == inputs_of_proof_system; }

std::optional<Observation> observe(const Profile& profile, const Observed& observed) {
    return profile.needs_table && observed.table == nullptr ? std::nullopt : profile.make(profile, observed);
}

std::vector<Observation> observations(const Observed& observed) {
    std::vector<Observation> out;
    const auto add = [&](const Profile& profile) {
        if (std::optional<Observation> made = observe(profile, observed)) {
            out.push_back(*std::move(made));
        }
    };
    for (const Profile& profile : all_profiles) {
        add(profile);
        if (profile.make == no_member && observed.inputs != nullptr) {
            std::ranges::for_each(family().members, add);
        }
    }
    return out;
}

std::vector<ObservationDigest> observation_digests(HashFunction function,
                                                   std::span<const Observation> observations) {
    crypto::MessageList messages;
    for (const Observation& observation : observations) {
        messages.piece(observation.bytes);
        messages.end_message();
    }
    std::vector<Hash32> values(messages.size());
    crypto::hash_many(function, messages, values);
    std::vector<ObservationDigest> out;
    for (std::size_t i = 0; i < values.size(); ++i) {
        out.push_back({observations[i].profile, function, values[i], observations[i]});
    }
    return out;
}

} // namespace anchorscope::digest
