// Case files, their manifest and settings: whatever is accepted is written again to the same bytes.
#include "core/casefile/case_file.h"
#include "core/casefile/settings.h"
#include <cstdlib>

using namespace anchorscope;
using namespace anchorscope::casefile;

namespace {

void require(bool holds) {
    if (!holds) {
        std::abort();
    }
}

void check_file(ByteView input) {
    if (const Result<Case> value = read_case(input)) {
        require(value->table() != nullptr && looks_like_case(input));
        const Result<Bytes> again = write_case(*value);
        require(again.has_value() && equal(*again, input));
    }
}

/// The input as the content of a case's parts: what is written is read back.
void check_parts(ByteView input) {
    const std::size_t half = input.size() / 2;
    Case value;
    value.parts.push_back(
        {"table.bin", Bytes(input.begin(), input.begin() + static_cast<std::ptrdiff_t>(half))});
    value.parts.push_back({"other", Bytes(input.begin() + static_cast<std::ptrdiff_t>(half), input.end())});
    const Result<Bytes> file = write_case(value);
    require(file.has_value());
    const Result<Case> again = read_case(*file);
    require(again.has_value() && *again->part("other") == value.parts[1] &&
            *again->table() == value.parts[0]);
}

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
    const ByteView input{data, size};
    check_file(input);
    if (size < 4096) {
        check_parts(input);
    }
    const std::string_view text{reinterpret_cast<const char*>(data), size};
    if (const Result<Settings> settings = read_settings(text)) {
        require(write_settings(*settings) == text);
    }
    return 0;
}
