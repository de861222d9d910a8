// Files named on the command line, found before anything is read, so that a mistake names its option.
#pragma once
#include "app/cli/arguments.h"
#include "core/table/execution_table.h"
#include "model/session/case_inputs.h"

namespace anchorscope::cli {

/// A file that can be read, or UsageError: "--envelope: no such file: …".
[[nodiscard]] QString readable_file(std::string_view option, const std::string& path);

/// The files of TABLE, CASE or - (standard input, read to its end). `option` is what a mistake is said of.
[[nodiscard]] model::CaseFiles case_files(const std::string& argument);

/// --evidence, as often as given, goes before the evidence found beside the table.
void choose_evidence(const Arguments& arguments, model::CaseFiles& files);

struct TableInput {
    std::shared_ptr<const table::TableSource> source;
    std::shared_ptr<const table::ExecutionTable> table; ///< null: an opaque observation
};
/// The table of TABLE, CASE or standard input; an error where it is malformed. UsageError as below.
[[nodiscard]] Result<TableInput> read_table(const std::string& argument);

/// The bytes of TABLE, of the table in CASE, or of standard input; UsageError where they cannot be read.
/// `place`: see core/table/wrapping.h.
[[nodiscard]] Result<table::TableSource> read_table_source(const std::string& argument,
                                                           const std::string& place = {});

} // namespace anchorscope::cli
