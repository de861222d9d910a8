// The first byte names a format, whose selector is put before the arguments: so that every format is met; one
// that names none leaves the rest as a file. The second says how many events follow, four bytes each; then
// come the arguments, or the file. With the first byte's top bit the rest is no table but makes one: a seed
// of eight bytes, how much of it, and what changes in it, so that nearly everything decodes. Whatever decodes
// is walked through every view that the program has of it: fields, digests, invariants, trajectories, the
// trees by logs, by the solver and by peers, whose shape is checked, the replay of the table posted twice;
// and it encodes to its own bytes. Events take hashes and counts from the table where they can, so that some
// fit.
#include "core/digest/profile.h"
#include "core/digest/table_digests.h"
#include "core/synth/synth.h"
#include "core/table/field_rows.h"
#include "core/table/table_json.h"
#include "core/transition/invariants.h"
#include "core/transition/replay.h"
#include "core/transition/trajectory.h"
#include "core/transition/tree_sources.h"
#include "tests/core/abi_support.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::transition;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

/// One event from four bytes: kind, two small numbers, an entry.
EventBody event_from(ByteView bytes, const table::ExecutionTable& table) {
    const U256 a = bytes[1];
    const U256 b = bytes[2];
    const table::Entry none;
    const table::Entry& entry = table.entries.empty() ? none : table.entries[bytes[3] % table.entries.size()];
    const std::size_t nested =
        entry.nested.empty() ? 0 : (bytes[2] + entry.nested.size() - 1) % entry.nested.size();
    const U256 rollup = entry.destination_rollup.value_or(a);
    switch (bytes[0] % 13) {
    case 0:
        return ExecutionConsumed{entry.proxy_entry_hash, entry.destination_rollup, b};
    case 1:
        return CallResult{a, b, bytes[3] % 2 == 0, {bytes[3]}};
    case 2:
        return entry.nested.empty()
                   ? NestedConsumed{a, b, {}, b}
                   : NestedConsumed{a, b, entry.nested[nested].call_hash, entry.nested[nested].call_count};
    case 3:
        return EntryExecuted{a, entry.rolling_hash, entry.calls.size(), entry.nested.size()};
    case 4:
        return RevertSpanExecuted{a, b, bytes[3]};
    case 5:
        return entry.deltas.empty()
                   ? ExecutionPerformed{a, {}}
                   : ExecutionPerformed{entry.deltas[0].rollup_id, entry.deltas[0].new_state};
    case 6:
        return L2TxExecuted{rollup, b};
    case 7:
        return BatchPosted{a};
    case 8:
        return CallExecuted{entry.proxy_entry_hash, {}, {}, {}, b};
    case 9:
        return ProxyCreated{{}, {}, b};
    case 10:
        return IncomingExecuted{entry.proxy_entry_hash, {}, b, {}, {}, a};
    case 11:
        return ImmediateEntrySkipped{b, {}};
    default:
        return TableLoaded{};
    }
}

void check_tree(const Tree& tree, const table::ExecutionTable& table) {
    require(tree.entries.size() == table.entries.size() && tree.nodes[0].subtree_end == tree.nodes.size());
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        require(node.subtree_end > i);
        require(i == 0 || (node.parent < i && node.subtree_end <= tree.nodes[node.parent].subtree_end));
        require(node.event == no_node || node.event < tree.events.size());
        const ByteRange range = tree.range(table, i);
        require(range.end() <= table.calldata().size());
        // A place without bytes may stand at the very end.
        require(range.length == 0 ||
                tree.range(table, tree.node_at(table, range.offset)).contains(range.offset));
        static_cast<void>(tree.field_path(table, i));
    }
    for (const EntryExecution& entry : tree.entries) {
        require(entry.state != ExecutionState::equal || entry.recomputed.has_value());
    }
}

/// Every profile's bytes are where it says; the JSON form gives the calldata back.
void check_observations(const table::ExecutionTable& table) {
    for (const digest::Observation& one : digest::observations({*table.source, &table})) {
        require(one.range.length == one.bytes.size());
        if (one.profile->id == "jcs") {
            const std::string text(one.bytes.begin(), one.bytes.end());
            const Result<Bytes> calldata = table::calldata_from_json(text);
            require(calldata && equal(*calldata, table.calldata()));
        }
    }
}

void check_findings(const std::vector<Finding>& findings, const table::ExecutionTable& table) {
    for (const Finding& finding : findings) {
        require(!finding.rule.empty() && !finding.text.empty());
        require(!finding.range || finding.range->end() <= table.calldata().size());
    }
}

/// What the strict reader accepts is what the writer writes.
void check_round_trip(const table::ExecutionTable& table) {
    const Bytes again = codec::abi_encode(table::type_of(*table.format), test::read_tree(table.arguments()));
    require(equal(again, table.calldata().subspan(table.format->selector.size())));
}

/// By the table alone and beside a peer (itself), within bounds.
void check_solved(const table::ExecutionTable& table) {
    for (const bool peer : {false, true}) {
        TreeSources sources;
        sources.limits = {.counting = {.additions = 1U << 14U, .cells = 1U << 12U}, .steps = 1U << 11U};
        if (peer) {
            sources.peers = {&table};
        }
        const Tree tree = build_tree_from(table, std::move(sources));
        check_tree(tree, table);
        check_findings(tree.findings, table);
        if (!peer) {
            const std::array posted{PostedTable{&table, &tree, {{U256(1), 0}}},
                                    PostedTable{&table, &tree, {}}};
            for (const Replay& replay : replay_block(posted)) {
                require(replay.entries.size() == table.entries.size());
                require(replay.order.size() <= table.entries.size());
                check_findings(replay.findings, table);
            }
        }
    }
}

void check_table(const table::ExecutionTable& table, ByteView events) {
    static_cast<void>(table::field_rows(table.arguments(), "", 200));
    check_round_trip(table);
    static_cast<void>(digest::table_digests(table));
    check_observations(table);
    check_findings(check_invariants(table), table);
    static_cast<void>(trajectories(table));
    check_solved(table);
    for (std::uint64_t at = 0; at < table.calldata().size(); at += 31) {
        const auto field = table::field_at(table, at);
        require(!field || field->range.contains(at));
    }
    std::vector<ManagerEvent> made;
    for (std::size_t at = 0; at + 4 <= events.size(); at += 4) {
        made.push_back({event_from(events.subspan(at, 4), table), {0, events[at] / 128U, at / 4}});
    }
    check_tree(build_tree(table, std::move(made)), table);
    check_tree(build_tree(table, {}), table);
}

} // namespace

/// A canonical table made from a seed; then, three bytes a change, the last byte of some word. One that holds
/// together where the seed is odd and there is one of the format.
Bytes made_file(const table::TableFormat& format, ByteView rest) {
    constexpr std::size_t head = 9;
    if (rest.size() < head) {
        return {};
    }
    const std::uint64_t seed = U256::from_be(rest.first(8)).to_u64().value_or(0);
    synth::Options options;
    options.seed = seed;
    options.format = &format;
    options.entries = 1 + rest[8] % 3U;
    options.spans = rest[8] / 4U % 3U;
    options.lookups = rest[8] / 16U % 8U;
    const Result<Bytes> good = seed % 2 == 1 ? synth::make_calldata(options) : fail("", "");
    Bytes out = good ? *good : synth::arbitrary_calldata(format, seed, 1 + rest[8] % 4U);
    const std::size_t words = (out.size() - 4) / 32;
    for (std::size_t at = head; words > 0 && at + 3 <= rest.size(); at += 3) {
        const std::size_t word = (std::size_t{rest[at]} * 256 + rest[at + 1]) % words;
        out[4 + 32 * word + 31] = rest[at + 2];
    }
    return out;
}

/// The file that an input stands for; `rest` is what follows its events.
Bytes file_of(std::uint8_t choice, ByteView rest) {
    const auto formats = table::formats();
    constexpr std::uint8_t makes = 0x80;
    if ((choice & makes) != 0) {
        return made_file(formats[(choice & 0x7fU) % formats.size()], rest);
    }
    Bytes out;
    if (choice < formats.size()) {
        out.assign(formats[choice].selector.begin(), formats[choice].selector.end());
    }
    append(out, rest);
    return out;
}

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    if (size < 2) {
        return 0;
    }
    const ByteView input(data, size);
    const std::size_t events = std::min<std::size_t>(std::size_t{4} * data[1], size - 2);
    const ByteView rest = input.subspan(2 + events);
    Result<table::TableSource> source = table::load_source("fuzz", file_of(data[0], rest));
    if (!source) {
        return 0;
    }
    const auto table = table::decode_table(std::make_shared<const table::TableSource>(std::move(*source)));
    if (table && (*table)->format->scheme == table::Scheme::messages) {
        return 0; // fuzz_emsg looks at these
    }
    if (table) {
        check_table(**table, input.subspan(2, events));
    } else {
        require(!table.error().rule.empty());
    }
    return 0;
}
