#include "core/casefile/case_file.h"
#include "core/casefile/manifest.h"
#include "core/casefile/zip_container.h"
#include <array>

namespace anchorscope::casefile {
namespace {

constexpr std::array<std::uint8_t, 4> zip_magic{'P', 'K', 3, 4};
constexpr std::size_t local_header = 30; ///< its fixed part (APPNOTE 4.3.7); the name follows

Part mimetype_part() {
    const ByteView text = bytes_of(mime_type);
    return {std::string(names::mimetype), Bytes(text.begin(), text.end())};
}

Part manifest_part(std::span<const Part* const> members) {
    const std::string text = manifest_of(members);
    const ByteView bytes = bytes_of(text);
    return {std::string(names::manifest), Bytes(bytes.begin(), bytes.end())};
}

std::vector<const Part*> views_of(std::span<const Part> parts) {
    std::vector<const Part*> out(parts.size());
    std::ranges::transform(parts, out.begin(), [](const Part& part) { return &part; });
    return out;
}

/// What holds of the parts of any case, read or to be written.
std::optional<Error> fault_of(const Case& value) {
    if (value.parts.size() > max_parts) {
        return Error{rules::case_count, {}, {}, "expected at most " + std::to_string(max_parts) + " parts"};
    }
    std::uint64_t size = 0;
    for (const Part& part : value.parts) {
        if (!is_part_name(part.name)) {
            return Error{
                rules::case_part_name, {}, {}, "a part's name is made of a-z, 0-9, '-', '_' and single dots"};
        }
        if (std::ranges::count(value.parts, part.name, &Part::name) != 1) {
            return Error{rules::case_duplicate, part.name, {}, "stands twice"};
        }
        size += part.bytes.size();
    }
    if (size > max_case_bytes) {
        return Error{
            rules::case_size, {}, {}, "expected at most " + std::to_string(max_case_bytes) + " bytes"};
    }
    if ((value.part(names::table_bin) == nullptr) == (value.part(names::table_hex) == nullptr)) {
        return Error{rules::case_tables, {}, {}, "expected one table: table.bin or table.hex"};
    }
    return std::nullopt;
}

/// mimetype, manifest.json, then the parts by name: the file of a case that has no fault.
Bytes encoded(std::span<const Part> parts) {
    std::vector<const Part*> members = views_of(parts);
    std::ranges::sort(members, {}, &Part::name);
    const Part mimetype = mimetype_part();
    members.insert(members.begin(), &mimetype);
    const Part manifest = manifest_part(members);
    members.insert(members.begin() + 1, &manifest);
    return write_zip(members);
}

/// Takes mimetype and manifest.json away from the members that were read; what is wrong with them, if
/// anything.
std::optional<Error> take_leading(std::vector<Part>& members) {
    if (members.empty() || members[0] != mimetype_part()) {
        return Error{rules::case_mimetype,
                     std::string(names::mimetype),
                     {},
                     "expected first, with " + std::string(mime_type)};
    }
    if (members.size() < 2 || members[1].name != names::manifest) {
        return Error{rules::case_missing, std::string(names::manifest), {}, "expected as the second member"};
    }
    const Part manifest = std::move(members[1]);
    members.erase(members.begin() + 1);
    auto fault = manifest_difference(
        {reinterpret_cast<const char*>(manifest.bytes.data()), manifest.bytes.size()}, views_of(members));
    members.erase(members.begin());
    return fault;
}

} // namespace

const Part* Case::part(std::string_view name) const {
    const auto found = std::ranges::find(parts, name, &Part::name);
    return found == parts.end() ? nullptr : &*found;
}

const Part* Case::table() const {
    const Part* const bin = part(names::table_bin);
    return bin != nullptr ? bin : part(names::table_hex);
}

bool looks_like_case(ByteView file) {
    const ByteView name = slice(file, {local_header, names::mimetype.size()});
    const ByteView type = slice(file, {local_header + names::mimetype.size(), mime_type.size()});
    return equal(slice(file, {0, zip_magic.size()}), zip_magic) && equal(name, bytes_of(names::mimetype)) &&
           equal(type, bytes_of(mime_type));
}

Result<Case> read_case(ByteView file) {
    if (file.size() > max_case_bytes) {
        return fail(rules::case_size, "expected at most " + std::to_string(max_case_bytes) + " bytes");
    }
    if (!looks_like_case(file)) {
        return fail(rules::case_mimetype, "does not begin as a case file does", 0);
    }
    Result<std::vector<Part>> members = read_zip(file);
    if (!members) {
        return tl::unexpected(members.error());
    }
    if (auto fault = take_leading(*members)) {
        return tl::unexpected(*std::move(fault));
    }
    Case value{*std::move(members)};
    if (auto fault = fault_of(value)) {
        return tl::unexpected(*std::move(fault));
    }
    const Bytes again = encoded(value.parts);
    const auto [seen, expected] = std::ranges::mismatch(file, again);
    if (seen != file.end() || expected != again.end()) {
        return fail(rules::case_canonical, "not the canonical form of its content",
                    static_cast<std::uint64_t>(seen - file.begin()));
    }
    return value;
}

Result<Bytes> write_case(const Case& value) {
    if (auto fault = fault_of(value)) {
        return tl::unexpected(*std::move(fault));
    }
    Bytes file = encoded(value.parts);
    if (file.size() > max_case_bytes) {
        return fail(rules::case_size, "expected at most " + std::to_string(max_case_bytes) + " bytes");
    }
    return file;
}

} // namespace anchorscope::casefile
