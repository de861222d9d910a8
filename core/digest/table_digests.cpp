#include "core/digest/table_digests.h"
#include "core/digest/public_input.h"
#include "core/table/call_message.h"
#include <deque>

namespace anchorscope::digest {
namespace {

using table::Call;
using table::Entry;
using table::ExecutionTable;
using table::Lookup;

/// abi.encode of a dynamic struct begins with its offset.
constexpr std::array<std::uint8_t, 32> struct_head = [] {
    std::array<std::uint8_t, 32> word{};
    word.back() = 0x20;
    return word;
}();

Preimage struct_preimage(std::string name, std::size_t index, ByteRange encoding) {
    name += ' ';
    name += std::to_string(index);
    Preimage out;
    out.literal("offset word", struct_head);
    out.source(std::move(name), encoding);
    return out;
}

std::string indexed(std::string_view array, std::size_t index) {
    std::string out(array);
    out += '[';
    out += std::to_string(index);
    out += ']';
    return out;
}

/// Digests and the messages that they are the hashes of, in the same order.
class Collector {
public:
    explicit Collector(const ExecutionTable& table) : m_table(table) {}

    /// In versions that hash structs whole.
    void structure(DigestKind kind, std::string subject, ByteRange encoding) {
        if (!table::hashes_structs(*m_table.format)) {
            return;
        }
        m_messages.piece(struct_head);
        m_messages.piece(slice(m_table.calldata(), encoding));
        m_messages.end_message();
        m_digests.push_back({kind, std::move(subject), {}, encoding});
    }

    /// V1: of what comes next.
    void action(const table::Action& action, const std::string& entry) {
        m_messages.piece(struct_head);
        m_messages.piece(slice(m_table.calldata(), action.range));
        m_messages.end_message();
        m_digests.push_back({DigestKind::action_hash, entry + ".nextAction", {}, action.range});
    }

    void calls(std::span<const Call> calls, const std::string& frame) {
        // Drafts hashed calls in ways of their own.
        const bool known = m_table.format->scheme == table::Scheme::partitioned;
        const Domain target = known ? m_table.executing_domain() : Domain{};
        for (std::size_t i = 0; target.known() && i < calls.size(); ++i) {
            const Call& call = calls[i];
            m_call_messages.emplace_back(target.id, call.target, call.value, call.data, call.source,
                                         call.source_rollup);
            m_call_messages.back().add_to(m_messages);
            m_digests.push_back({DigestKind::call_hash, indexed(frame + ".calls", i), {}, call.range});
        }
    }

    void lookups(std::span<const Lookup> lookups, const std::string& frame) {
        for (std::size_t i = 0; i < lookups.size(); ++i) {
            calls(lookups[i].calls, indexed(frame + ".lookups", i));
        }
    }

    [[nodiscard]] std::vector<Digest> take() {
        std::vector<Hash32> values(m_digests.size());
        crypto::hash_many(crypto::HashFunction::keccak_256, m_messages, values);
        for (std::size_t i = 0; i < values.size(); ++i) {
            m_digests[i].value = values[i];
        }
        return std::move(m_digests);
    }

private:
    const ExecutionTable& m_table;
    std::vector<Digest> m_digests;
    crypto::MessageList m_messages;
    std::deque<table::CallMessage> m_call_messages; // stay where they are: the list refers to them
};

std::vector<Hash32> values_of(std::span<const Digest> digests, DigestKind kind) {
    std::vector<Hash32> out;
    for (const Digest& digest : digests) {
        if (digest.kind == kind) {
            out.push_back(digest.value);
        }
    }
    return out;
}

/// Hashes of structs of the table, read from their encodings.
template<class T>
std::vector<Hash32> struct_hashes(ByteView calldata, std::span<const T> structs) {
    crypto::MessageList messages;
    for (const T& one : structs) {
        messages.piece(struct_head);
        messages.piece(slice(calldata, one.range));
        messages.end_message();
    }
    std::vector<Hash32> out(structs.size());
    crypto::hash_many(crypto::HashFunction::keccak_256, messages, out);
    return out;
}

} // namespace

Preimage entry_hash_preimage(const ExecutionTable& table, std::size_t entry) {
    return struct_preimage("entry", entry, table.entries[entry].range);
}

Preimage lookup_hash_preimage(const ExecutionTable& table, std::size_t lookup) {
    return struct_preimage("lookup", lookup, table.lookups[lookup].range);
}

std::vector<Hash32> entry_hashes(const ExecutionTable& table) {
    return struct_hashes(table.calldata(), table.entries);
}

std::vector<Hash32> lookup_hashes(const ExecutionTable& table) {
    return struct_hashes(table.calldata(), table.lookups);
}

std::vector<Digest> table_digests(const ExecutionTable& table) {
    Collector collector(table);
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const Entry& entry = table.entries[i];
        const std::string subject = indexed("entries", i);
        collector.structure(DigestKind::entry_hash, subject, entry.range);
        if (entry.next_action != nullptr) {
            collector.action(*entry.next_action, subject);
        }
        collector.calls(entry.calls, subject);
        collector.lookups(entry.lookups, subject);
    }
    for (std::size_t i = 0; i < table.lookups.size(); ++i) {
        const Lookup& lookup = table.lookups[i];
        const std::string subject = indexed("lookups", i);
        collector.structure(DigestKind::lookup_hash, subject, lookup.range);
        collector.calls(lookup.calls, subject);
        collector.lookups(lookup.lookups, subject);
    }
    std::vector<Digest> out = collector.take();
    if (table.batch && table.format->binding == table::Binding::shared && table.batch->blob_indices.empty()) {
        constexpr std::uint64_t selector_size = std::tuple_size_v<table::Selector>;
        const Hash32 input = shared_public_input_of(*table.batch, values_of(out, DigestKind::entry_hash),
                                                    values_of(out, DigestKind::lookup_hash), {});
        out.push_back({DigestKind::shared_public_input,
                       "batch",
                       input,
                       {selector_size, table.calldata().size() - selector_size}});
    }
    return out;
}

} // namespace anchorscope::digest
