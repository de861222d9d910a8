#include "core/report/unknown_report.h"

namespace anchorscope::report {
namespace {

std::size_t words_in(ByteView bytes) { return (bytes.size() - std::tuple_size_v<table::Selector>) / 32; }

std::size_t left_out(ByteView bytes) {
    const std::size_t words = words_in(bytes);
    return words > max_word_rows ? words - max_word_rows : 0;
}

std::string described(const table::NearFormat& near) {
    std::string out(near.format->id);
    out.append(", ").append(near.format->function);
    if (near.fits) {
        return out + ": all arguments fit, only the selector differs";
    }
    out.append(": fits up to byte ").append(std::to_string(near.read_to));
    return out.append("; ").append(near.obstacle);
}

} // namespace

Json unknown_json(ByteView bytes) {
    const std::optional<table::UnknownCalldata> unknown = table::explain_unknown(bytes);
    if (!unknown) {
        return {};
    }
    Json nearest = Json::array();
    for (const table::NearFormat& near : unknown->nearest) {
        nearest.push_back({{"format", near.format->id},
                           {"fits", near.fits},
                           {"read_to", near.read_to},
                           {"obstacle", near.fits ? Json() : Json(near.obstacle)}});
    }
    Json words = Json::array();
    for (const table::WordRow& row : table::word_rows(bytes, max_word_rows)) {
        words.push_back({{"offset", row.offset},
                         {"word", row.word.hex()},
                         {"guess", row.guess.empty() ? Json() : Json(row.guess)}});
    }
    return {{"selector", to_hex(unknown->selector)},
            {"nearest", std::move(nearest)},
            {"words", std::move(words)},
            {"words_left_out", left_out(bytes)}};
}

std::string unknown_lines(ByteView bytes, TextStyle style) {
    const std::optional<table::UnknownCalldata> unknown = table::explain_unknown(bytes);
    if (!unknown) {
        return {};
    }
    std::string out = "\n  ";
    out.append(painted(style, Tone::strong, "calldata of an unknown function"));
    out.append("\n    selector  ").append(to_hex(unknown->selector)).append("\n");
    for (const table::NearFormat& near : unknown->nearest) {
        out.append("    near      ").append(described(near)).append("\n");
    }
    out.append(
        "    No version of the table is read from this: what follows are the raw words, with guesses.\n");
    for (const table::WordRow& row : table::word_rows(bytes, max_word_rows)) {
        out.append("    ").append(padded(std::to_string(row.offset), 8)).append(row.word.hex());
        out.append(row.guess.empty() ? "" : "  ").append(printable(row.guess)).append("\n");
    }
    if (const std::size_t rest = left_out(bytes); rest > 0) {
        out.append("    … ").append(std::to_string(rest)).append(" more words\n");
    }
    return out;
}

} // namespace anchorscope::report
