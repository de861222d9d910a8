// What read_notes accepts is written and read again as the same notes, and every note keeps the limits.
#include "core/casefile/notes.h"
#include <cstdlib>

using namespace anchorscope;

namespace {

void require(bool condition) {
    if (!condition) {
        std::abort();
    }
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const std::string_view text(reinterpret_cast<const char*>(data), size);
    const Result<casefile::Notes> notes = casefile::read_notes(text);
    if (!notes) {
        require(!notes.error().rule.empty() && notes.error().text.size() < size + 500);
        return 0;
    }
    require(notes->texts.size() <= casefile::max_notes);
    for (const auto& [path, note] : notes->texts) {
        require(casefile::check_note(path, note).has_value());
    }
    const std::string written = casefile::write_notes(*notes);
    const auto again = casefile::read_notes_of(notes->input, written);
    require(again && *again == *notes && casefile::write_notes(*again) == written);
    return 0;
}
