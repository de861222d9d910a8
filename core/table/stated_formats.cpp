#include "core/table/stated_formats.h"
#include "core/codec/abi_json.h"
#include "core/table/field_names.h"
#include <algorithm>

namespace anchorscope::table {

using codec::AbiKind;
using codec::AbiType;

namespace {

/// What the decoder takes a field for, whatever its version calls it.
enum class Shape : std::uint8_t {
    word,
    number,
    small, ///< at most 64 bits
    amount,
    address,
    flag,
    bytes,
    tuple,
    tuples,
    numbers,
    addresses,
    byte_strings,
    rollups ///< ids, or tuples that list proof systems
};

struct Expected {
    std::string_view field;
    Shape shape;
};

bool is_kind(const AbiType& type, std::uint32_t node, AbiKind kind) { return type.node(node).kind == kind; }

bool is_array_of(const AbiType& type, std::uint32_t node, AbiKind kind) {
    return is_kind(type, node, AbiKind::array) && is_kind(type, type.node(node).children[0], kind);
}

bool has_shape(const AbiType& type, std::uint32_t node, Shape shape) {
    const codec::AbiTypeNode& at = type.node(node);
    switch (shape) {
    case Shape::word:
        return at.kind == AbiKind::fixed_bytes && at.bits == 32;
    case Shape::number:
        return at.kind == AbiKind::uint_;
    case Shape::small:
        return at.kind == AbiKind::uint_ && at.bits <= 64;
    case Shape::amount:
        return at.kind == AbiKind::int_ && at.bits == 256;
    case Shape::address:
        return at.kind == AbiKind::address;
    case Shape::flag:
        return at.kind == AbiKind::bool_;
    case Shape::bytes:
        return at.kind == AbiKind::bytes;
    case Shape::tuple:
        return at.kind == AbiKind::tuple;
    case Shape::tuples:
        return is_array_of(type, node, AbiKind::tuple);
    case Shape::numbers:
        return is_array_of(type, node, AbiKind::uint_);
    case Shape::addresses:
        return is_array_of(type, node, AbiKind::address);
    case Shape::byte_strings:
        return is_array_of(type, node, AbiKind::bytes);
    case Shape::rollups:
        return is_array_of(type, node, AbiKind::uint_) || is_array_of(type, node, AbiKind::tuple);
    }
    return false;
}

constexpr std::array delta_fields{Expected{"rollupId", Shape::number}, Expected{"currentState", Shape::word},
                                  Expected{"newState", Shape::word}, Expected{"etherDelta", Shape::amount}};
constexpr std::array call_fields{Expected{"targetAddress", Shape::address},
                                 Expected{"value", Shape::number},
                                 Expected{"data", Shape::bytes},
                                 Expected{"sourceAddress", Shape::address},
                                 Expected{"sourceRollupId", Shape::number},
                                 Expected{"revertSpan", Shape::number},
                                 Expected{"isStatic", Shape::flag}};
constexpr std::array nested_fields{Expected{"crossChainCallHash", Shape::word},
                                   Expected{"callCount", Shape::number}, Expected{"returnData", Shape::bytes},
                                   Expected{"destinationRollupId", Shape::number}};
constexpr std::array action_fields{Expected{"actionType", Shape::small},
                                   Expected{"rollupId", Shape::number},
                                   Expected{"destination", Shape::address},
                                   Expected{"value", Shape::number},
                                   Expected{"data", Shape::bytes},
                                   Expected{"failed", Shape::flag},
                                   Expected{"isStatic", Shape::flag},
                                   Expected{"sourceAddress", Shape::address},
                                   Expected{"sourceRollupId", Shape::number},
                                   Expected{"scope", Shape::numbers}};
constexpr std::array pin_fields{Expected{"rollupId", Shape::number}, Expected{"stateRoot", Shape::word}};
constexpr std::array frame_fields{
    Expected{"proxyEntryHash", Shape::word},        Expected{"destinationRollupId", Shape::number},
    Expected{"stateDeltas", Shape::tuples},         Expected{"l2ToL1Calls", Shape::tuples},
    Expected{"expectedL1ToL2Calls", Shape::tuples}, Expected{"expectedLookups", Shape::tuples},
    Expected{"callCount", Shape::number},           Expected{"returnData", Shape::bytes},
    Expected{"rollingHash", Shape::word},           Expected{"failed", Shape::flag},
    Expected{"l2ToL1CallNumber", Shape::small},     Expected{"lastL1ToL2CallConsumed", Shape::small},
    Expected{"executingLookupIndex", Shape::small}, Expected{"nextAction", Shape::tuple},
    Expected{"expectedStateRoots", Shape::tuples}};
constexpr std::array list_fields{Expected{"entries", Shape::tuples},
                                 Expected{"l1ToL2lookupCalls", Shape::tuples},
                                 Expected{"proofSystems", Shape::addresses}};
constexpr std::array batch_fields{Expected{"transientExecutionEntryCount", Shape::number},
                                  Expected{"transientLookupCallCount", Shape::number},
                                  Expected{"proofSystems", Shape::addresses},
                                  Expected{"rollupIdsWithProofSystems", Shape::rollups},
                                  Expected{"crossProofSystemInteractions", Shape::word},
                                  Expected{"blobIndices", Shape::numbers},
                                  Expected{"callData", Shape::bytes},
                                  Expected{"proofs", Shape::byte_strings},
                                  Expected{"blockNumber", Shape::small}};
constexpr std::array rollup_fields{Expected{"rollupId", Shape::number},
                                   Expected{"proofSystemIndex", Shape::numbers}};
constexpr std::array incoming_fields{
    Expected{"destination", Shape::address}, Expected{"value", Shape::number}, Expected{"data", Shape::bytes},
    Expected{"sourceAddress", Shape::address}, Expected{"sourceRollup", Shape::number}};

/// Holds the arguments of a function against what the decoder takes from them.
class Check {
public:
    explicit Check(const AbiType& type) : m_type(type) {}

    /// Whether it takes entries at all.
    [[nodiscard]] bool takes_entries() const {
        const std::uint32_t body = body_node();
        const std::optional<std::uint32_t> holder = holder_node(body);
        const auto entries = holder ? node_of(*holder, "entries") : std::nullopt;
        if (!entries || !has_shape(m_type, *entries, Shape::tuples)) {
            return false;
        }
        const std::uint32_t entry = element(*entries);
        return node_of(entry, "proxyEntryHash") &&
               (node_of(entry, "nextAction") || node_of(entry, "l2ToL1Calls"));
    }

    [[nodiscard]] Result<void> run() {
        const std::uint32_t body = body_node();
        const std::uint32_t holder = *holder_node(body);
        const std::string place = holder == body ? "" : "batches[]";
        fields(holder, list_fields, place);
        if (node_of(holder, "proofSystems")) { // what surrounds entries is looked at with these only
            fields(holder, batch_fields, place);
        }
        if (const auto rollups = node_of(holder, "rollupIdsWithProofSystems");
            rollups && has_shape(m_type, *rollups, Shape::tuples)) {
            required(element(*rollups), rollup_fields, "rollupIdsWithProofSystems[]");
        }
        if (m_type.field_index(body, "sourceRollup")) {
            required(body, incoming_fields, "");
        }
        frame(element(*node_of(holder, "entries")), "entries[]");
        if (const auto lookups = node_of(holder, "l1ToL2lookupCalls");
            lookups && has_shape(m_type, *lookups, Shape::tuples)) {
            frame(element(*lookups), "lookups[]");
        }
        return m_error ? Result<void>(tl::unexpected(*m_error)) : Result<void>();
    }

    [[nodiscard]] std::uint32_t entry_node() const {
        return element(*node_of(*holder_node(body_node()), "entries"));
    }
    [[nodiscard]] std::optional<std::uint32_t> node_of(std::uint32_t tuple, std::string_view name) const {
        const auto index = field_of(m_type, tuple, name);
        return index ? std::optional(m_type.node(tuple).children[*index]) : std::nullopt;
    }
    [[nodiscard]] std::uint32_t element(std::uint32_t array) const { return m_type.node(array).children[0]; }

private:
    [[nodiscard]] std::uint32_t body_node() const {
        const codec::AbiTypeNode& root = m_type.node(m_type.root());
        return root.children.size() == 1 && is_kind(m_type, root.children[0], AbiKind::tuple)
                   ? root.children[0]
                   : m_type.root();
    }

    /// The tuple that holds the entries: the body, or one of its batches.
    [[nodiscard]] std::optional<std::uint32_t> holder_node(std::uint32_t body) const {
        const auto batches = m_type.field_index(body, "batches");
        if (!batches) {
            return body;
        }
        const std::uint32_t node = m_type.node(body).children[*batches];
        return has_shape(m_type, node, Shape::tuples) ? std::optional(element(node)) : std::nullopt;
    }

    void fields(std::uint32_t tuple, std::span<const Expected> expected, const std::string& place) {
        for (const Expected& each : expected) {
            const auto node = node_of(tuple, each.field);
            if (node && !has_shape(m_type, *node, each.shape)) {
                refuse(place, each.field, m_type.canonical(*node));
            }
        }
    }

    void required(std::uint32_t tuple, std::span<const Expected> expected, const std::string& place) {
        for (const Expected& each : expected) {
            if (!m_type.field_index(tuple, each.field)) {
                refuse(place, each.field, "no such field");
            }
        }
        fields(tuple, expected, place);
    }

    void inner(std::uint32_t frame, std::string_view name, std::span<const Expected> expected,
               const std::string& place) {
        if (const auto node = node_of(frame, name); node && has_shape(m_type, *node, Shape::tuples)) {
            fields(element(*node), expected, place + "." + std::string(name) + "[]");
        }
    }

    void plain_frame(std::uint32_t node, const std::string& place) {
        fields(node, frame_fields, place);
        inner(node, "stateDeltas", delta_fields, place);
        inner(node, "l2ToL1Calls", call_fields, place);
        inner(node, "expectedL1ToL2Calls", nested_fields, place);
        inner(node, "expectedStateRoots", pin_fields, place);
        if (const auto action = node_of(node, "nextAction");
            action && has_shape(m_type, *action, Shape::tuple)) {
            fields(*action, action_fields, place + ".nextAction");
        }
    }

    void frame(std::uint32_t node, const std::string& place) {
        plain_frame(node, place);
        if (const auto lookups = node_of(node, "expectedLookups");
            lookups && has_shape(m_type, *lookups, Shape::tuples)) {
            plain_frame(element(*lookups), place + ".expectedLookups[]");
        }
    }

    void refuse(const std::string& place, std::string_view field, const std::string& seen) {
        if (!m_error) {
            std::string at = place;
            at.append(place.empty() ? "" : ".").append(field);
            m_error = Error{rules::stated_field,
                            std::move(at),
                            {},
                            "expected the type that known versions give this field, seen: " + seen};
        }
    }

    const AbiType& m_type;
    std::optional<Error> m_error;
};

std::string element_type(const Check& check, const AbiType& type, std::uint32_t entry,
                         std::string_view name) {
    const auto node = check.node_of(entry, name);
    return node && has_shape(type, *node, Shape::tuples) ? type.canonical(check.element(*node))
                                                         : std::string();
}

/// A known version orders its calls by callCount, and spells them the same.
bool calls_are_known(const AbiType& type) {
    const Check check(type);
    const std::uint32_t entry = check.entry_node();
    return std::ranges::any_of(formats(), [&](const TableFormat& known) {
        if (known.scheme != Scheme::partitioned) {
            return false;
        }
        const AbiType& other = type_of(known);
        const Check beside(other);
        const std::uint32_t its = beside.entry_node();
        constexpr std::array inner{"l2ToL1Calls", "expectedL1ToL2Calls", "expectedLookups"};
        return check.node_of(entry, "callCount") && check.node_of(entry, "rollingHash") &&
               std::ranges::all_of(inner, [&](std::string_view name) {
                   return element_type(check, type, entry, name) == element_type(beside, other, its, name);
               });
    });
}

Side side_of(const AbiType& type) {
    const Check check(type);
    return check.node_of(check.entry_node(), "stateDeltas") ? Side::l1 : Side::l2;
}

Scheme scheme_of(const AbiType& type) {
    const Check check(type);
    if (check.node_of(check.entry_node(), "nextAction")) {
        return Scheme::actions;
    }
    return calls_are_known(type) ? Scheme::partitioned : Scheme::draft;
}

} // namespace

struct StatedFormats::Kept {
    std::string id, function, declaration;
    AbiType type;
    codec::AbiSelector selector{};
};

void StatedFormats::add(Kept kept) {
    m_kept.push_back(std::make_unique<const Kept>(std::move(kept)));
    const Kept& at = *m_kept.back();
    TableFormat format{at.id,       at.function,    "stated by an ABI", side_of(at.type),
                       at.selector, at.declaration, scheme_of(at.type), Binding::stated};
    format.stated_type = &at.type;
    m_formats.push_back(format);
}

Result<std::shared_ptr<const StatedFormats>> StatedFormats::read(std::string_view abi_json) {
    Result<std::vector<codec::AbiSignature>> signatures = codec::read_abi_json(abi_json);
    if (!signatures) {
        return tl::unexpected(signatures.error());
    }
    const std::shared_ptr<StatedFormats> out(new StatedFormats); // NOLINT: the constructor is private
    std::optional<Error> refused;
    for (codec::AbiSignature& each : *signatures) {
        const codec::AbiSelector selector = each.selector();
        Check check(each.inputs);
        if (each.kind != codec::AbiItemKind::function || out->m_formats.size() == max_stated_formats ||
            format_of_selector(selector) != nullptr || !check.takes_entries()) {
            continue;
        }
        if (const Result<void> checked = check.run(); !checked) {
            refused = checked.error();
            refused->place.insert(0, each.name + ": ");
            continue;
        }
        std::string declaration = each.inputs.canonical();
        std::string id = "abi." + each.name + "." + to_hex(selector);
        out->add(
            {std::move(id), std::move(each.name), std::move(declaration), std::move(each.inputs), selector});
    }
    if (!out->m_formats.empty()) {
        return out;
    }
    return refused ? Result<std::shared_ptr<const StatedFormats>>(tl::unexpected(*refused))
                   : fail(rules::stated_none,
                          "expected a function with an array of entries that hold a call hash and calls, or "
                          "actions, and that is not known already");
}

const TableFormat* StatedFormats::of_selector(ByteView first_bytes) const {
    const auto has_selector = [&](const TableFormat& format) {
        return first_bytes.size() >= format.selector.size() &&
               equal(first_bytes.first(format.selector.size()), format.selector);
    };
    const auto found = std::ranges::find_if(m_formats, has_selector);
    return found == m_formats.end() ? nullptr : &*found;
}

} // namespace anchorscope::table
