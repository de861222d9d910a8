#include "core/transition/manager_calls.h"
#include "core/codec/abi_reader.h"
#include "core/crypto/hash_function.h"
#include "core/table/format.h"

namespace anchorscope::transition {
namespace {

using codec::AbiType;
using codec::AbiValue;

/// A function or error: what its four bytes are computed from, and its arguments.
struct Shape {
    ManagerCallKind kind = ManagerCallKind::none;
    table::Selector selector{};
    AbiType arguments;
};

Shape shape(ManagerCallKind kind, std::string_view name, std::string_view arguments) {
    std::string signature(name);
    signature += arguments;
    const Hash32 hash = crypto::keccak256(bytes_of(signature));
    Shape out{kind, {}, AbiType::parse(arguments).value()};
    std::copy_n(hash.bytes.begin(), out.selector.size(), out.selector.begin());
    return out;
}

const std::array<Shape, 6>& shapes() {
    static const std::array<Shape, 6> all{
        shape(ManagerCallKind::immediate, "attemptApplyImmediate", "(uint256)"),
        shape(ManagerCallKind::l2_tx, "executeL2TX", "(uint256)"),
        shape(ManagerCallKind::cross_chain, "executeCrossChainCall", "(address,bytes)"),
        shape(ManagerCallKind::span, "executeInContextAndRevert", "(uint256)"),
        shape(ManagerCallKind::static_lookup, "staticCallLookup", "(address,bytes)"),
        shape(ManagerCallKind::forwarded, "executeOnBehalf", "(address,bytes)")};
    return all;
}

const Shape& context_shape() {
    static const Shape shape_of_error =
        shape(ManagerCallKind::none, "ContextResult", "(bytes32,uint256,uint256,bool)");
    return shape_of_error;
}

bool begins_with(ByteView bytes, const table::Selector& selector) {
    return bytes.size() >= selector.size() && equal(bytes.first(selector.size()), selector);
}

/// Only the manager calls these of itself, and only it has proxies forward.
bool by_manager(ManagerCallKind kind) {
    return kind == ManagerCallKind::immediate || kind == ManagerCallKind::span ||
           kind == ManagerCallKind::forwarded;
}

bool fits(const chain::CallFrame& frame, const Address& manager, ManagerCallKind kind) {
    if (by_manager(kind) && frame.from != manager) {
        return false;
    }
    const bool looks = kind == ManagerCallKind::static_lookup || kind == ManagerCallKind::forwarded;
    return (kind == ManagerCallKind::forwarded || frame.to == manager) &&
           (frame.type == chain::CallType::call || (looks && frame.type == chain::CallType::static_call));
}

ManagerCall read(const Shape& shape, ByteView arguments) {
    ManagerCall out;
    if (!codec::abi_check(shape.arguments, arguments)) {
        return out;
    }
    const AbiValue values(shape.arguments, arguments);
    out.kind = shape.kind;
    if (values.size() == 1) {
        out.number = values.at(0).u256();
    } else {
        out.account = values.at(0).address();
        out.data = values.at(1).bytes();
    }
    return out;
}

} // namespace

ManagerCall manager_call(const chain::CallFrame& frame, const Address& manager) {
    const ByteView input = frame.input;
    for (const Shape& one : shapes()) {
        if (begins_with(input, one.selector) && fits(frame, manager, one.kind)) {
            return read(one, input.subspan(one.selector.size()));
        }
    }
    ManagerCall out;
    if (table::format_of_selector(input) != nullptr && fits(frame, manager, ManagerCallKind::table)) {
        out.kind = ManagerCallKind::table;
        out.data = input;
    }
    return out;
}

std::optional<ContextResult> context_result(ByteView output) {
    const Shape& error = context_shape();
    if (!begins_with(output, error.selector) ||
        !codec::abi_check(error.arguments, output.subspan(error.selector.size()))) {
        return std::nullopt;
    }
    const AbiValue values(error.arguments, output.subspan(error.selector.size()));
    return ContextResult{values.at(0).word(), values.at(1).u256(), values.at(2).u256(),
                         values.at(3).boolean()};
}

} // namespace anchorscope::transition
