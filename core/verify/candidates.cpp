#include "core/verify/candidates.h"
#include "core/codec/abi_word.h"
#include "core/crypto/hash_function.h"
#include "core/transition/manager_events.h"

namespace anchorscope::verify {
namespace {

constexpr std::size_t selector_size = std::tuple_size_v<table::Selector>;

/// First bytes of known selectors: most offsets are dismissed by one look.
std::array<bool, 256> first_bytes() {
    std::array<bool, 256> out{};
    for (const table::TableFormat& format : table::formats()) {
        out[format.selector[0]] = true;
    }
    return out;
}

/// The table that these bytes are, to the last one; null where they are none.
std::shared_ptr<const table::ExecutionTable> table_of(ByteView bytes, const table::TableFormat& format) {
    // Nothing is copied before the encoding has passed.
    if (!codec::abi_check(type_of(format), bytes.subspan(selector_size), selector_size)) {
        return nullptr;
    }
    auto source = std::make_shared<table::TableSource>();
    source->name = "calldata";
    source->file.assign(bytes.begin(), bytes.end());
    source->file_sha256 = crypto::sha256(bytes);
    auto decoded = table::decode_table(std::move(source), &format);
    return decoded ? *std::move(decoded) : nullptr;
}

/// Looks into the inputs of one block.
class Finder {
public:
    explicit Finder(const chain::BlockEvidence& block) : m_block(block), m_first(first_bytes()) {}

    TableCandidates run() {
        if (m_block.transactions_proven && m_block.whole()) {
            for (std::size_t index = 0; index < m_block.transactions.size() && !full(); ++index) {
                look_at(index);
            }
        }
        return std::move(m_out);
    }

private:
    const chain::BlockEvidence& m_block;
    std::array<bool, 256> m_first;
    TableCandidates m_out;

    [[nodiscard]] bool full() {
        m_out.cut = m_out.cut || m_out.tables.size() >= max_tables;
        return m_out.tables.size() >= max_tables;
    }

    void look_at(std::size_t index) {
        const ByteView input = m_block.transactions[index].input_bytes();
        if (const auto* const format = table::format_of_selector(input)) {
            if (auto table = table_of(input, *format)) {
                add(index, FoundIn::input, {0, input.size()}, *format, std::move(table));
                return;
            }
        }
        look_inside(index, input);
    }

    /// What one input may still cost.
    struct Budget {
        std::size_t attempts = max_attempts;
        std::uint64_t bytes = 0;

        bool spend(std::uint64_t length) {
            if (attempts == 0 || length > bytes) {
                return false;
            }
            --attempts;
            bytes -= length;
            return true;
        }
    };

    void look_inside(std::size_t index, ByteView input) {
        Budget budget{max_attempts, decode_factor * input.size()};
        std::size_t at = 1;
        while (at + selector_size <= input.size() && !full()) {
            const auto* const format =
                m_first[input[at]] ? table::format_of_selector(input.subspan(at)) : nullptr;
            at = format == nullptr ? at + 1 : try_at(index, input, at, *format, budget);
        }
    }

    /// Tries the length that an ABI length word in front would give, then everything up to the end. Returns
    /// where the search goes on.
    std::size_t try_at(std::size_t index, ByteView input, std::size_t at, const table::TableFormat& format,
                       Budget& budget) {
        const std::uint64_t rest = input.size() - at;
        std::vector<std::uint64_t> lengths;
        if (at >= codec::word_size) {
            const auto stated =
                U256::from_be(input.subspan(at - codec::word_size, codec::word_size)).to_u64();
            if (stated && *stated > selector_size && *stated < rest) {
                lengths.push_back(*stated);
            }
        }
        lengths.push_back(rest);
        for (const std::uint64_t length : lengths) {
            if (!budget.spend(length)) {
                m_out.cut = true;
                return input.size();
            }
            if (auto table = table_of(slice(input, {at, length}), format)) {
                add(index, FoundIn::inside_input, {at, length}, format, std::move(table));
                return at + static_cast<std::size_t>(length);
            }
        }
        return at + 1;
    }

    void add(std::size_t index, FoundIn place, ByteRange range, const table::TableFormat& format,
             std::shared_ptr<const table::ExecutionTable> table) {
        const chain::Transaction& transaction = m_block.transactions[index];
        TableCandidate& out = m_out.tables.emplace_back();
        out.format = &format;
        out.transaction = m_block.position_of(index);
        out.transaction_hash = transaction.hash;
        out.found_in = place;
        out.callee = place == FoundIn::input ? transaction.to : std::nullopt;
        out.range = range;
        if (m_block.receipts_proven && !m_block.receipts[index].post_state) {
            out.succeeded = m_block.receipts[index].succeeded;
        }
        out.table = std::move(table);
    }
};

} // namespace

std::string_view name(FoundIn place) {
    return place == FoundIn::input ? "input" : place == FoundIn::inside_input ? "inside_input" : "inner_call";
}

std::string_view certainty(FoundIn place) {
    switch (place) {
    case FoundIn::input:
        return "the transaction's own input: its receiver was called with exactly these bytes";
    case FoundIn::inside_input:
        return "inside the input of a transaction: that anybody was called with them, only a trace can tell";
    case FoundIn::inner_call:
        break;
    }
    return "input of an inner call, as the endpoint's trace says; no root binds it";
}

TableCandidates table_candidates(const chain::BlockEvidence& block) { return Finder(block).run(); }

namespace {

/// A plain call to somebody else than the transaction's receiver, whose input may be a table.
const table::TableFormat* format_of_call(const chain::CallTrace& trace, std::size_t index) {
    const chain::CallFrame& frame = trace.frames[index];
    const bool plain = index != 0 && frame.type == chain::CallType::call && frame.to;
    return plain ? table::format_of_selector(frame.input) : nullptr;
}

TableCandidate* same_bytes(TableCandidates& found, std::size_t transaction, ByteView input) {
    const auto same = std::ranges::find_if(found.tables, [&](const TableCandidate& each) {
        return each.transaction == transaction && each.range.length == input.size() &&
               equal(each.table->calldata(), input);
    });
    return same == found.tables.end() ? nullptr : &*same;
}

} // namespace

void add_traced_tables(TableCandidates& found, const chain::BlockEvidence& block, std::size_t transaction,
                       const chain::CallTrace& trace) {
    if (!block.transactions_proven || !block.whole() || transaction >= block.transactions.size()) {
        return;
    }
    std::size_t attempts = max_attempts;
    for (std::size_t index = 0; index < trace.frames.size(); ++index) {
        const auto* const format = format_of_call(trace, index);
        if (format == nullptr) {
            continue;
        }
        if (attempts-- == 0 || found.tables.size() >= max_tables) {
            found.cut = true;
            break;
        }
        const chain::CallFrame& frame = trace.frames[index];
        if (TableCandidate* const known = same_bytes(found, transaction, frame.input)) {
            if (!known->callee) {
                known->callee = frame.to;
                known->call = index;
            }
            continue;
        }
        if (auto table = table_of(frame.input, *format)) {
            TableCandidate& out = found.tables.emplace_back();
            out.format = format;
            out.transaction = transaction;
            out.transaction_hash = block.transactions[transaction].hash;
            out.found_in = FoundIn::inner_call;
            out.callee = frame.to;
            out.call = index;
            out.range = {0, frame.input.size()};
            out.succeeded = trace.took_effect(index);
            out.table = std::move(table);
        }
    }
    std::ranges::stable_sort(found.tables, {}, &TableCandidate::transaction);
}

std::vector<std::size_t> unexplained(const TableCandidates& found, const chain::BlockEvidence& block,
                                     std::size_t most) {
    static const std::vector<Hash32> topics = [] {
        std::vector<Hash32> out;
        for (const transition::EventSignature& event : transition::manager_event_signatures()) {
            out.push_back(crypto::keccak256(bytes_of(event.signature)));
        }
        return out;
    }();
    const auto is_managers = [](const chain::Log& log) {
        return !log.topics.empty() && std::ranges::find(topics, log.topics[0]) != topics.end();
    };
    std::vector<std::size_t> out;
    if (!block.transactions_proven || !block.receipts_proven) {
        return out;
    }
    for (std::size_t index = 0; index < block.receipts.size() && out.size() < most; ++index) {
        const auto explained = [&found, index](const chain::Log& log) {
            return std::ranges::any_of(found.tables, [&](const TableCandidate& each) {
                return each.transaction == index && each.callee == log.address;
            });
        };
        if (std::ranges::any_of(block.receipts[index].logs,
                                [&](const chain::Log& log) { return is_managers(log) && !explained(log); })) {
            out.push_back(index);
        }
    }
    return out;
}

} // namespace anchorscope::verify
