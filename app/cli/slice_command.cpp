// anchorscope-cli slice: one rollup's entries, for others to check against the anchored root.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/input.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "core/digest/slice.h"
#include <QFile>
#include <QSaveFile>

namespace anchorscope::cli {
namespace {

constexpr std::array slice_list{
    Option{"--rollup", "ID", "whose entries: those that have it as destination or in a state delta"},
    Option{"--tree", "NAME",
           "the tree's hash: sha2-256 (profile entry-root, the default)\nor keccak-256 (profile "
           "entry-root-keccak)"},
    Option{"--at", "PLACE",
           "of several tables in one JSON file (broadcast, trace), the one that stands here"},
    Option{"-o", "SLICE", "the file to write; - or none: standard output"},
};
constexpr std::array groups{OptionGroup{"What is shown", slice_list}, output_options};

constexpr std::string_view text =
    R"(Writes the entries of one rollup with their Merkle paths. Whoever has the anchor of the table's entry-root
checks them without the rest of the table: anchorscope-cli verify SLICE. A slice proves that these entries
are in the committed table, and at which places; it never proves that there are no others.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli slice table.hex --rollup 1 -o rollup-1.slice
  anchorscope-cli anchor table.hex --profile entry-root --rpc http://127.0.0.1:8545 ...
      What has to be anchored for it.
  anchorscope-cli verify rollup-1.slice --envelope envelope.json --trust http://127.0.0.1:8545
)";

crypto::HashFunction tree_of(const Arguments& arguments) {
    const auto name = arguments.value("--tree");
    if (!name) {
        return crypto::HashFunction::sha2_256;
    }
    const crypto::HashFunction function = hash_function_value("--tree", *name);
    if (function == crypto::HashFunction::blake2b_256) {
        refuse("--tree", "sha2-256 or keccak-256", *name);
    }
    return function;
}

U256 rollup_of(const Arguments& arguments) {
    const auto given = arguments.value("--rollup");
    if (!given) {
        throw UsageError("slice needs --rollup ID");
    }
    const auto id = U256::parse_decimal(*given);
    if (!id) {
        refuse("--rollup", "a rollup's id, decimal", *given);
    }
    return *id;
}

void save(const std::string& path, std::string_view content) {
    QSaveFile file(QFile::decodeName(QByteArray(path.data(), static_cast<qsizetype>(path.size()))));
    const auto size = static_cast<qint64>(content.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(content.data(), size) != size || !file.commit()) {
        throw UsageError("-o: " + file.errorString().toStdString());
    }
}

codec::Json json_of(const digest::Slice& slice, std::string_view content, const std::string& path) {
    codec::Json indices = codec::Json::array();
    for (const digest::SliceEntry& entry : slice.entries) {
        indices.push_back(entry.index);
    }
    return {{"schema", report::report_schema},
            {"slice",
             {{"path", path.empty() ? codec::Json() : codec::Json(path)},
              {"bytes", content.size()},
              {"sha256", crypto::sha256(bytes_of(content)).hex()},
              {"format", slice.format->id},
              {"profile", slice.profile().id},
              {"rollup", slice.rollup.decimal()},
              {"entries", std::move(indices)},
              {"of", slice.count},
              {"root", slice.root.hex()}}},
            {"tool", report::tool_json(tool_version())}};
}

std::string words_of(const digest::Slice& slice) {
    return std::to_string(slice.entries.size()) + " of " + std::to_string(slice.count) +
           " entries, of rollup " + slice.rollup.decimal() + ", for the profile " +
           std::string(slice.profile().id) + "; that there are no others is not shown";
}

Result<digest::Slice> slice_of(const Arguments& arguments) {
    const U256 rollup = rollup_of(arguments);
    const crypto::HashFunction tree = tree_of(arguments);
    auto source = read_table_source(arguments.only("TABLE, CASE or -"), arguments.value("--at").value_or(""));
    if (!source) {
        return tl::unexpected(source.error());
    }
    return table::decode_table(std::make_shared<const table::TableSource>(*std::move(source)))
        .and_then([&](const std::shared_ptr<const table::ExecutionTable>& table) {
            return digest::make_slice(*table, rollup, tree);
        });
}

int run(const Arguments& arguments) {
    const Result<digest::Slice> slice = slice_of(arguments);
    const Result<std::string> content = slice ? digest::slice_text(*slice) : tl::unexpected(slice.error());
    if (!content) {
        write_message(content.error().message());
        return exit_malformed;
    }
    const std::string path = arguments.value("-o").value_or("-");
    if (path == "-") {
        if (arguments.has("--json")) {
            throw UsageError("--json needs -o FILE: standard output is the slice's or the report's");
        }
        write_bytes(bytes_of(*content));
        return exit_success;
    }
    save(path, *content);
    if (arguments.has("--json")) {
        write_json(json_of(*slice, *content, path));
    } else {
        write_result(arguments.has("--quiet") ? slice->root.hex() : words_of(*slice));
    }
    return exit_success;
}

} // namespace

const Command slice_command{
    "slice", "TABLE|CASE|-", "one rollup's entries, with proofs against the entry-root",
    text,    groups,         examples,
    run};

} // namespace anchorscope::cli
