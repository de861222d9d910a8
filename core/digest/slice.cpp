#include "core/digest/slice.h"
#include "core/codec/canonical_json.h"
#include "core/codec/json_schema.h"
#include "core/digest/entry_root.h"
#include "core/digest/slice_entries.h"
#include <cassert>

namespace anchorscope::digest {
namespace {

using codec::Json;
using crypto::HashFunction;

constexpr std::size_t max_path = 64; // counts are below 2^64

std::string_view profile_id(HashFunction tree) {
    return tree == HashFunction::keccak_256 ? "entry-root-keccak" : "entry-root";
}

tl::unexpected<Error> names_no_rollup(const table::TableFormat& format) {
    return fail(rules::slice_format,
                "entries of " + std::string(format.id) + " name no rollup, or have no hash of their own");
}

/// All but the SHA-256.
Json content_of(const Slice& slice) {
    Json entries = Json::array();
    for (const SliceEntry& entry : slice.entries) {
        Json path = Json::array();
        for (const Hash32& hash : entry.path) {
            path.push_back(hash.hex());
        }
        entries.push_back(Json{{"encoding", to_hex(entry.encoding)},
                               {"index", U256(entry.index).decimal()},
                               {"path", std::move(path)}});
    }
    return Json{
        {"count", U256(slice.count).decimal()}, {"entries", std::move(entries)}, {"format", slice.format->id},
        {"rollup", slice.rollup.decimal()},     {"root", slice.root.hex()},      {"schema", slice_schema_id},
        {"tree", crypto::name(slice.tree)}};
}

Result<std::string> written(Json content) {
    Result<std::string> text = codec::canonical_json(content);
    if (!text) {
        return text;
    }
    content["sha256"] = crypto::sha256(bytes_of(*text)).hex();
    return codec::canonical_json(content);
}

/// Members of a slice's text; the first that is not as it should be is told, the rest then counts no more.
class Fields {
public:
    U256 number(const Json& object, std::string_view key, const std::string& place) {
        const auto text = take(codec::string_member(object, key, place));
        return text ? take(in(U256::parse_decimal(*text), key, place)).value_or(U256{}) : U256{};
    }
    std::uint64_t index(const Json& object, std::string_view key, const std::string& place) {
        const auto value = number(object, key, place).to_u64();
        if (!value) {
            refuse("expected a number below 2^64", place, key);
        }
        return value.value_or(0);
    }
    std::string text(const Json& object, std::string_view key) {
        return take(codec::string_member(object, key, "")).value_or("");
    }
    Hash32 hash(const Json& object, std::string_view key) {
        return take(codec::hash_member(object, key, "")).value_or(Hash32{});
    }
    Bytes bytes(const Json& object, std::string_view key, const std::string& place) {
        return take(codec::bytes_member(object, key, place)).value_or(Bytes());
    }
    const Json& list(const Json& object, std::string_view key, const std::string& place) {
        static const Json none = Json::array();
        const auto value = take(codec::member(object, key, place));
        if (value && !(*value)->is_array()) {
            refuse("expected an array", place, key);
        }
        return value && (*value)->is_array() ? **value : none;
    }
    void refuse(std::string text, const std::string& place, std::string_view key) {
        std::string path = place;
        path += place.empty() ? "" : ".";
        path += key;
        error = error ? error : Error{rules::slice_value, std::move(path), {}, std::move(text)};
    }

    std::optional<Error> error;

private:
    template<class T>
    std::optional<T> take(Result<T> result) {
        if (!result) {
            error = error ? error : std::move(result.error());
            return {};
        }
        return *std::move(result);
    }
    static Result<U256> in(Result<U256> number, std::string_view key, const std::string& place) {
        if (!number) {
            return fail(rules::slice_value, number.error().text, {},
                        (place.empty() ? "" : place + ".") + std::string(key));
        }
        return number;
    }
};

std::string entry_place(std::size_t index) { return "entries[" + std::to_string(index) + "]"; }

SliceEntry entry_from(const Json& json, const std::string& place, Fields& fields) {
    constexpr std::size_t members = 3;
    SliceEntry out{fields.index(json, "index", place), fields.bytes(json, "encoding", place), {}};
    const Json& path = fields.list(json, "path", place);
    if (json.size() != members || path.size() > max_path) {
        fields.refuse("expected index, encoding and a path of at most 64 hashes", place, "path");
        return out;
    }
    for (const Json& one : path) {
        const Result<Hash32> hash = one.is_string() ? Hash32::parse(one.get_ref<const std::string&>())
                                                    : fail(rules::slice_value, "expected a hash");
        if (!hash) {
            fields.refuse("expected 0x and 64 hex digits", place, "path");
        }
        out.path.push_back(hash.value_or(Hash32{}));
    }
    return out;
}

Result<Slice> fields_of(const Json& json) {
    constexpr std::size_t members = 8;
    Fields fields;
    if (fields.text(json, "schema") != slice_schema_id || json.size() != members) {
        return fail(rules::slice_schema, "expected the members of " + std::string(slice_schema_id));
    }
    Slice out;
    out.format = table::format_named(fields.text(json, "format"));
    out.rollup = fields.number(json, "rollup", "");
    out.count = fields.index(json, "count", "");
    out.root = fields.hash(json, "root");
    const auto tree = crypto::hash_function_named(fields.text(json, "tree"));
    if (out.format == nullptr) {
        fields.refuse("expected the id of a known format", "", "format");
    }
    if (!tree || *tree == HashFunction::blake2b_256) {
        fields.refuse("expected sha2-256 or keccak-256", "", "tree");
    }
    out.tree = tree.value_or(HashFunction::sha2_256);
    for (const Json& one : fields.list(json, "entries", "")) {
        out.entries.push_back(entry_from(one, entry_place(out.entries.size()), fields));
    }
    if (fields.error) {
        return tl::unexpected(*fields.error);
    }
    return out;
}

Result<void> check_entry(const Slice& slice, std::size_t index, const SliceEntries& reader) {
    const SliceEntry& entry = slice.entries[index];
    const std::string place = entry_place(index);
    if (index > 0 && entry.index <= slice.entries[index - 1].index) {
        return fail(rules::slice_order, "expected entries in ascending order, each once", {}, place);
    }
    if (const Result<void> checked = reader.check(entry.encoding); !checked) {
        return fail(rules::slice_entry, "no canonical entry: " + checked.error().message(), {}, place);
    }
    if (!reader.is_of(entry.encoding, slice.rollup)) {
        return fail(rules::slice_rollup, "an entry without destination or delta of the slice's rollup", {},
                    place);
    }
    const auto root =
        root_of_path(slice.tree, SliceEntries::hash(entry.encoding), entry.index, slice.count, entry.path);
    if (root != slice.root) {
        return fail(rules::slice_path, "the path does not lead to the slice's root", {}, place);
    }
    return {};
}

Result<Slice> checked(Slice slice) {
    const std::optional<SliceEntries> reader = SliceEntries::of(*slice.format);
    if (!reader) {
        return names_no_rollup(*slice.format);
    }
    if (slice.entries.empty()) {
        return fail(rules::slice_empty, "a slice without entries shows nothing", {}, "entries");
    }
    for (std::size_t i = 0; i < slice.entries.size(); ++i) {
        if (Result<void> entry = check_entry(slice, i, *reader); !entry) {
            return tl::unexpected(std::move(entry.error()));
        }
    }
    return slice;
}

} // namespace

const Profile& Slice::profile() const { return *profile_named(profile_id(tree)); }

Observation Slice::observation() const {
    auto bytes = std::make_shared<const Bytes>(entry_root_observation(count, root));
    return {&profile(), *bytes, ObservationOrigin::derived, {0, bytes->size()}, bytes};
}

Result<Slice> make_slice(const table::ExecutionTable& table, const U256& rollup, HashFunction tree) {
    assert(tree != HashFunction::blake2b_256);
    const std::optional<SliceEntries> reader = SliceEntries::of(*table.format);
    if (!reader) {
        return names_no_rollup(*table.format);
    }
    const MerkleTree entries = entry_tree(tree, table);
    Slice out{table.format, rollup, tree, entries.size(), entries.root(), {}};
    for (std::size_t i = 0; i < table.entries.size(); ++i) {
        const ByteView encoding = slice(table.calldata(), table.entries[i].range);
        if (reader->is_of(encoding, rollup)) {
            out.entries.push_back({i, Bytes(encoding.begin(), encoding.end()), entries.path(i)});
        }
    }
    if (out.entries.empty()) {
        return fail(rules::slice_empty, "no entry has destination or delta of rollup " + rollup.decimal());
    }
    return out;
}

Result<std::string> slice_text(const Slice& slice) {
    Result<std::string> text = written(content_of(slice));
    if (text && text->size() > max_slice_bytes) {
        return fail(rules::slice_size, "a slice has at most " + std::to_string(max_slice_bytes) + " bytes");
    }
    return text;
}

bool announces_slice(std::string_view text) { return codec::announces_schema(text, slice_schema_id); }

Result<Slice> read_slice(std::string_view text) {
    const Result<Json> json =
        codec::parse_canonical_json(text, {.max_bytes = max_slice_bytes, .max_depth = 8});
    if (!json) {
        return tl::unexpected(json.error());
    }
    Result<Slice> slice = fields_of(*json);
    if (!slice) {
        return slice;
    }
    // Written anew, a sound text comes out as it is: its SHA-256, and one spelling of each value.
    if (const Result<std::string> again = slice_text(*slice); !again || *again != text) {
        return fail(rules::slice_damaged, "the text has another SHA-256 than it says, or another spelling",
                    {}, "sha256");
    }
    return checked(*std::move(slice));
}

} // namespace anchorscope::digest
