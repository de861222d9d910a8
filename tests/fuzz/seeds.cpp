// Inputs for the fuzz targets to start from: seeds FOLDER RECORDED writes FOLDER/<target>/<name>. Made up:
// tables of every format, good ones and broken ones, the blocks and envelopes around them; recorded: traces.
// The same every time.
#include "core/anchor/envelope.h"
#include "core/casefile/notes.h"
#include "core/chain/receipt.h"
#include "core/codec/json.h"
#include "core/digest/slice.h"
#include "core/synth/breaks.h"
#include "core/table/table_json.h"
#include "tests/core/message_maker.h"
#include "tests/fuzz/traced_table.h"
#include <filesystem>
#include <fstream>
#include <iostream>

using namespace anchorscope;

namespace {

class Corpus {
public:
    explicit Corpus(std::filesystem::path folder) : m_folder(std::move(folder)) {}

    void add(const std::string& target, const std::string& name, ByteView bytes) {
        const std::filesystem::path folder = m_folder / target;
        std::filesystem::create_directories(folder);
        std::ofstream file(folder / name, std::ios::binary | std::ios::trunc);
        file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<std::streamsize>(bytes.size()));
        if (!file.flush()) {
            throw std::runtime_error("cannot write " + (folder / name).string());
        }
        ++m_written;
    }
    void add(const std::string& target, const std::string& name, std::string_view text) {
        add(target, name, bytes_of(text));
    }
    [[nodiscard]] std::size_t written() const { return m_written; }

private:
    std::filesystem::path m_folder;
    std::size_t m_written = 0;
};

/// As fuzz_table reads it: which format the selector is taken from, how many events follow, the events, the
/// arguments.
Bytes table_input(const table::TableFormat& format, const Bytes& calldata) {
    const auto index = static_cast<std::size_t>(&format - table::formats().data());
    Bytes out{static_cast<std::uint8_t>(index), 0};
    append(out, ByteView(calldata).subspan(format.selector.size()));
    return out;
}

/// The same, of a table that the target makes itself.
Bytes made_input(const table::TableFormat& format, std::uint64_t seed) {
    const auto index = static_cast<std::size_t>(&format - table::formats().data());
    Bytes out{static_cast<std::uint8_t>(0x80U | index), 0};
    append(out, ByteView(U256(seed).to_word().bytes).subspan(24));
    append(out, Bytes{0x25, 0, 7, 1});
    return out;
}

/// Behind the eight bytes that fuzz_emsg puts in front.
void add_messages(Corpus& corpus) {
    constexpr std::size_t head = 8;
    using namespace anchorscope::test;
    const std::vector<Bytes> nested{
        operation(3),       initiate(1, {1}), call(1, 2, 1),      call(2, 3, 1),      result(3, 2, false),
        result(2, 1, true), call(1, 0, 2),    result(0, 1, true), revert(1, 2, 1, 1), finish(1)};
    for (const auto& [name, bytes] :
         {std::pair("vector", emsg_vector()), std::pair("nested", emsg(nested))}) {
        corpus.add("fuzz_emsg", name, Bytes(bytes.begin() + head, bytes.end()));
    }
}

/// A table of every format, whatever it means; and those that hold together, where there are such.
void add_tables(Corpus& corpus) {
    for (const table::TableFormat& format : table::formats()) {
        if (format.scheme == table::Scheme::messages) {
            continue;
        }
        for (std::uint64_t seed = 0; seed < 3; ++seed) {
            corpus.add("fuzz_table", std::string(format.id) + "-any-" + std::to_string(seed),
                       table_input(format, synth::arbitrary_calldata(format, seed, 2)));
            corpus.add("fuzz_table", std::string(format.id) + "-seed-" + std::to_string(seed),
                       made_input(format, seed));
        }
        synth::Options options;
        options.format = &format;
        options.entries = 2;
        options.depth = 1;
        options.calls = 2;
        options.lookups = 4;
        options.spans = 1;
        if (const auto calldata = synth::make_calldata(options)) {
            corpus.add("fuzz_table", std::string(format.id), table_input(format, *calldata));
        }
    }
}

void add_made(Corpus& corpus, const std::string& name, const synth::Synthetic& made) {
    corpus.add("fuzz_table", name, table_input(*made.format, made.calldata));
    corpus.add("fuzz_evidence", name, made.evidence_file);
    corpus.add("fuzz_envelope", name, made.envelope_file);
    corpus.add("fuzz_evidence", name + "-receipt", chain::encode_receipt(made.block.receipts.back()));
    corpus.add("fuzz_evidence", name + "-transaction", made.block.transactions.back().raw);
    corpus.add("fuzz_json", name, made.envelope_file);
    corpus.add("fuzz_header", name, made.block.header.rlp);
    corpus.add("fuzz_rlp", name, chain::encode_receipt(made.block.receipts.back()));
    const ByteView text = bytes_of(made.table_file);
    auto source = table::load_source("table.hex", Bytes(text.begin(), text.end()));
    const auto table = source ? table::decode_table(std::make_shared<const table::TableSource>(*source))
                              : tl::unexpected(source.error());
    if (!table) {
        return;
    }
    if (const auto json = table::table_json(**table)) {
        corpus.add("fuzz_json", name + "-table", *json);
    }
    const auto slice = digest::make_slice(**table, U256(1)).and_then([](const digest::Slice& one) {
        return slice_text(one);
    });
    if (slice) {
        corpus.add("fuzz_slice", name, "0" + *slice); // as it is
        corpus.add("fuzz_slice", name + "-sealed", "1" + *slice);
    }
}

/// Traces of the table that the target knows; and as a node gave them, from the recorded runs.
void add_traces(Corpus& corpus, const std::filesystem::path& data) {
    std::size_t count = 0;
    for (const chain::CallTrace& trace : fuzz::traced_table().traces) {
        const std::string name = "made-" + std::to_string(count++);
        corpus.add("fuzz_call_trace", name, synth::trace_text(trace));
        corpus.add("fuzz_trace_tree", name, synth::trace_text(trace));
    }
    for (const auto& file : std::filesystem::recursive_directory_iterator(data)) {
        if (file.path().filename() != "chain.json") {
            continue;
        }
        std::ifstream in(file.path(), std::ios::binary);
        const std::string text((std::istreambuf_iterator<char>(in)), std::istreambuf_iterator<char>());
        const auto json = codec::parse_json(text, {.max_bytes = text.size(), .max_depth = 512});
        if (!json || !json->contains("blocks")) {
            continue;
        }
        for (const codec::Json& block : json->at("blocks")) {
            for (const codec::Json& trace : block.value("traces", codec::Json::array())) {
                const std::string name = "recorded-" + std::to_string(count++);
                const codec::Json& call = trace.contains("result") ? trace.at("result") : trace;
                corpus.add("fuzz_trace_tree", name, call.dump());
                corpus.add("fuzz_call_trace", name, call.dump());
            }
        }
    }
}

/// One of every shape that the language has.
void add_filters(Corpus& corpus) {
    std::size_t count = 0;
    for (const std::string_view text :
         {"domain == 2 && state != passed", "!(kind in {call, nested} || reverted) && depth >= 3",
          "value > 0.5 eth or delta in {-1 gwei..1 eth}", "vault \"two words\" 0x12ab34",
          "before == 0x9145...ef0c", "function matches *swap?", "target == \"The Bridge\"",
          "data contains 0x00ff and not returned", "severity >= warning", "entry in {0x10 4..6,9}"}) {
        corpus.add("fuzz_filter", std::to_string(count++), text);
    }
}

void add_notes(Corpus& corpus) {
    casefile::Notes notes;
    corpus.add("fuzz_notes", "none", casefile::write_notes(notes));
    notes.texts = {{"", "of the case"}, {"entries[0].l2ToL1Calls[1]", "two\nlines \"quoted\" \xe2\x82\xac"}};
    corpus.add("fuzz_notes", "two", casefile::write_notes(notes));
}

void add_all(Corpus& corpus) {
    add_filters(corpus);
    add_tables(corpus);
    add_notes(corpus);
    add_messages(corpus);
    synth::Options options;
    options.entries = 2;
    if (const auto made = synth::make(options)) {
        add_made(corpus, "good", *made);
    }
    for (const synth::Break& one : synth::breaks()) {
        synth::Options broken;
        broken.broken = &one;
        broken.depth = 1;
        if (const auto made = synth::make(broken)) {
            std::string name(one.id);
            std::ranges::replace(name, ':', '-');
            add_made(corpus, name, *made);
        }
    }
}

} // namespace

int main(int count, char** arguments) {
    if (count != 3) {
        std::cerr << "usage: seeds FOLDER RECORDED\n";
        return 2;
    }
    try {
        Corpus corpus(arguments[1]);
        add_all(corpus);
        add_traces(corpus, arguments[2]);
        std::cout << corpus.written() << " seeds\n";
    } catch (const std::exception& error) {
        std::cerr << error.what() << '\n';
        return 1;
    }
    return 0;
}
