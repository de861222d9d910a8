// Makes the sample of a thousand entries while the program is built: FOLDER gets table.hex, envelope.json and
// evidence.json, the same bytes on every machine. They are not kept in the repository because they are large;
// what is kept is thousand.json, which pins their block by the evidence's SHA-256 as those of the other
// samples are. A test holds both together.
#include "core/crypto/erc55.h"
#include "core/crypto/hash_function.h"
#include "core/synth/synth.h"
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string_view>

using namespace anchorscope;

namespace {

synth::Options thousand() {
    synth::Options options;
    options.seed = 41;
    options.entries = 1000;
    options.rollups = 3;
    options.depth = 1;
    options.lookups = 12;
    return options;
}

bool write(const std::filesystem::path& path, std::string_view content) {
    std::ofstream file(path, std::ios::binary | std::ios::trunc);
    file.write(content.data(), static_cast<std::streamsize>(content.size()));
    file.close();
    return file.good();
}

/// What thousand.json says.
std::string pins(const synth::Synthetic& made) {
    const std::string hash = crypto::sha256(bytes_of(made.evidence_file)).hex();
    std::string out = "{\n  \"evidence_sha256\": \"";
    out.append(hash).append("\",\n  \"pins\": [\n    { \"chain_id\": \"");
    out.append(std::to_string(made.chain_id)).append("\", \"number\": \"");
    out.append(std::to_string(made.pin.number)).append("\", \"hash\": \"");
    out.append(made.pin.hash.hex()).append("\" }\n  ],\n  \"contract\": \"");
    out.append(crypto::checksummed(made.contract)).append("\",\n  \"manager\": \"");
    return out.append(crypto::checksummed(made.manager)).append("\"\n}\n");
}

} // namespace

int main(int argc, char** argv) {
    const std::string_view wish = argc == 2 ? argv[1] : "";
    if (wish.empty()) {
        std::fputs("usage: make_thousand FOLDER | --pins\n", stderr);
        return 2;
    }
    const auto made = synth::make(thousand());
    if (!made) {
        std::fprintf(stderr, "make_thousand: %s\n", made.error().text.c_str());
        return 1;
    }
    if (wish == "--pins") {
        std::fputs(pins(*made).c_str(), stdout);
        return 0;
    }
    const std::filesystem::path folder(wish);
    std::error_code trouble;
    std::filesystem::create_directories(folder, trouble);
    const bool written = !trouble && write(folder / "table.hex", made->table_file) &&
                         write(folder / "envelope.json", made->envelope_file) &&
                         write(folder / "evidence.json", made->evidence_file);
    if (!written) {
        std::fputs("make_thousand: cannot write there\n", stderr);
    }
    return written ? 0 : 1;
}
