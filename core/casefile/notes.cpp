#include "core/casefile/notes.h"
#include "core/codec/json.h"

namespace anchorscope::casefile {
namespace {

using codec::Json;

constexpr codec::JsonLimits notes_limits{max_notes_file_bytes, 4};

/// Of ASCII, what stands in a text; the rest of UTF-8 is checked where JSON is read and written.
bool is_plain(std::string_view text) {
    return std::ranges::none_of(text, [](char each) {
        const auto byte = static_cast<unsigned char>(each);
        return (byte < 0x20 && each != '\n' && each != '\t') || byte == 0x7f;
    });
}

/// A closed schema: exactly these members.
Result<void> only(const Json& object, std::span<const std::string_view> keys, std::string place) {
    if (!object.is_object()) {
        return fail(codec::rules::json_type, "expected an object", {}, std::move(place));
    }
    for (const auto& [key, value] : object.items()) {
        if (std::ranges::find(keys, std::string_view(key)) == keys.end()) {
            return fail(rules::notes_schema, "a member that notes do not have: " + key, {}, std::move(place));
        }
    }
    return {};
}

Result<void> add_note(const Json& object, std::size_t index, NoteTexts& into) {
    constexpr std::array<std::string_view, 2> keys{"path", "text"};
    const std::string place = "notes[" + std::to_string(index) + "]";
    if (auto closed = only(object, keys, place); !closed) {
        return closed;
    }
    auto path = codec::string_member(object, "path", place);
    auto text = codec::string_member(object, "text", place);
    if (!path || !text) {
        return tl::unexpected(path ? text.error() : path.error());
    }
    if (auto sound = check_note(*path, *text); !sound) {
        Error error = sound.error();
        error.place = place;
        return tl::unexpected(std::move(error));
    }
    if (!into.emplace(*std::move(path), *std::move(text)).second) {
        return fail(rules::notes_path, "a second note about the same place", {}, place);
    }
    return {};
}

Result<NoteTexts> texts_of(const Json& list) {
    if (!list.is_array()) {
        return fail(codec::rules::json_type, "expected a list", {}, "notes");
    }
    if (list.size() > max_notes) {
        return fail(rules::notes_count, "expected at most " + std::to_string(max_notes) + " notes", {},
                    "notes");
    }
    NoteTexts out;
    for (std::size_t index = 0; index < list.size(); ++index) {
        if (auto added = add_note(list[index], index, out); !added) {
            return tl::unexpected(added.error());
        }
    }
    return out;
}

} // namespace

Result<void> check_note(std::string_view path, std::string_view text) {
    if (path.size() > max_note_path_bytes || !is_plain(path) || path.find('\n') != std::string_view::npos) {
        return fail(rules::notes_path,
                    "expected a field path of at most " + std::to_string(max_note_path_bytes) + " bytes");
    }
    if (text.empty() || text.size() > max_note_bytes) {
        return fail(rules::notes_text, "expected 1 to " + std::to_string(max_note_bytes) + " bytes, not " +
                                           std::to_string(text.size()));
    }
    if (!is_plain(text)) {
        return fail(rules::notes_text, "expected text without control characters");
    }
    return {};
}

Result<Notes> read_notes(std::string_view text) {
    constexpr std::array<std::string_view, 3> keys{"schema", "input", "notes"};
    const auto json = codec::parse_json(text, notes_limits);
    if (!json) {
        return tl::unexpected(json.error());
    }
    if (auto closed = only(*json, keys, {}); !closed) {
        return tl::unexpected(closed.error());
    }
    const auto schema = codec::string_member(*json, "schema", "");
    if (!schema || *schema != notes_schema_name) {
        return fail(rules::notes_schema, "expected the schema " + std::string(notes_schema_name), {},
                    "schema");
    }
    const auto input = codec::hash_member(*json, "input", "");
    const auto list = codec::member(*json, "notes", "");
    if (!input || !list) {
        return tl::unexpected(input ? list.error() : input.error());
    }
    return texts_of(**list).map([&input](NoteTexts texts) { return Notes{*input, std::move(texts)}; });
}

Result<Notes> read_notes_of(const Hash32& input, std::string_view text) {
    auto notes = read_notes(text);
    if (notes && notes->input != input) {
        return fail(rules::notes_input,
                    "these notes are about the file with SHA-256 " + notes->input.hex() + ", not " +
                        input.hex(),
                    {}, "input");
    }
    return notes;
}

std::string write_notes(const Notes& notes) {
    Json list = Json::array();
    for (const auto& [path, text] : notes.texts) {
        list.push_back(Json{{"path", path}, {"text", text}});
    }
    const Json json{{"schema", notes_schema_name}, {"input", notes.input.hex()}, {"notes", std::move(list)}};
    return json.dump(2, ' ', false, Json::error_handler_t::replace) + "\n";
}

} // namespace anchorscope::casefile
