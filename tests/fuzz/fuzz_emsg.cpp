// A file of messages: whatever is read is walked through every view that the program has of it, and what is
// read is written again from its values, byte for byte. The magic is put in front, so that every input comes
// as far as the header.
#include "core/digest/profile.h"
#include "core/table/message_rows.h"
#include "core/transition/invariants.h"
#include "core/transition/tree.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::transition;
using table::Message;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

void number(Bytes& out, std::uint64_t value, unsigned width) {
    for (unsigned i = 0; i < width; ++i) {
        out.push_back(static_cast<std::uint8_t>(value >> 8U * i));
    }
}

void bytes(Bytes& out, ByteView value) {
    number(out, value.size(), 4);
    append(out, value);
}

Bytes payload(const Message& message) {
    Bytes out;
    switch (message.type) {
    case Message::Type::chain_operation:
        number(out, message.operations.size(), 4);
        for (const table::ChainOperation& one : message.operations) {
            number(out, static_cast<std::uint64_t>(one.type), 1);
            bytes(out, one.data);
        }
        break;
    case Message::Type::initiate:
        bytes(out, message.transaction);
        bytes(out, message.signature);
        break;
    case Message::Type::call: {
        append(out, message.source.view());
        append(out, message.target.view());
        bytes(out, message.data);
        Hash32 value = message.value.to_word();
        std::ranges::reverse(value.bytes);
        append(out, value.view());
        number(out, message.call_number, 8);
        break;
    }
    case Message::Type::result:
        number(out, message.success ? 1 : 0, 1);
        bytes(out, message.data);
        break;
    case Message::Type::revert:
        number(out, message.call_chain, 8);
        number(out, message.call_number, 8);
        break;
    case Message::Type::finish:
        break;
    }
    return out;
}

void check_bytes(const table::ExecutionTable& table) {
    for (const Message& message : table.messages) {
        Bytes out;
        number(out, message.from_chain, 8);
        number(out, message.to_chain, 8);
        number(out, static_cast<std::uint64_t>(message.type), 1);
        bytes(out, payload(message));
        require(equal(out, slice(table.calldata(), message.range)));
        require(message.partner == table::no_message || message.partner < table.messages.size());
    }
}

void check_tree(const Tree& tree, const table::ExecutionTable& table) {
    require(tree.nodes[0].subtree_end == tree.nodes.size() && tree.entries.empty());
    for (std::uint32_t i = 0; i < tree.nodes.size(); ++i) {
        const Node& node = tree.nodes[i];
        require(node.subtree_end > i);
        require(i == 0 || (node.parent < i && node.subtree_end <= tree.nodes[node.parent].subtree_end));
        const ByteRange range = tree.range(table, i);
        require(range.end() <= table.calldata().size());
        require(i == 0 || tree.node_at(table, range.offset) == i);
        static_cast<void>(tree.field_path(table, i));
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    constexpr std::array<std::uint8_t, 8> head{'E', 'M', 'S', 'G', 1, 0, 0, 0};
    Bytes file(head.begin(), head.end());
    append(file, {data, size});
    Result<table::TableSource> source = table::load_source("fuzz", std::move(file));
    if (!source) {
        return 0;
    }
    const auto read = table::decode_table(std::make_shared<const table::TableSource>(std::move(*source)));
    if (!read) {
        require(!read.error().rule.empty() && read.error().at && *read.error().at <= size + head.size());
        return 0;
    }
    const table::ExecutionTable& table = **read;
    check_bytes(table);
    check_tree(build_tree(table, {}), table);
    static_cast<void>(check_invariants(table));
    static_cast<void>(table::all_message_rows(table, 200));
    static_cast<void>(digest::observations({*table.source, &table}));
    for (std::uint64_t at = 0; at < table.calldata().size(); at += 13) {
        const auto field = table::field_at(table, at);
        require(!field || field->range.contains(at));
    }
    return 0;
}
