// Calls and reverts of a table with their names: what is shown of them, apart from how.
#pragma once
#include "core/table/address_labels.h"
#include "core/table/signature_book.h"
#include "core/transition/tree.h"

namespace anchorscope::report {

/// A flat call, or the call that comes with an L2 table ("incoming").
struct NamedCall {
    std::string subject; ///< "entries[0].calls[1]", "entries[0].lookups[2].calls[0]"
    Address target, source;
    ByteView data;
    std::optional<table::NamedData> name; ///< empty: no known function fits
    std::vector<std::string> selectors;   ///< where none fits: functions that have the selector
};
/// In table order, at most `most`.
[[nodiscard]] std::vector<NamedCall> named_calls(const table::ExecutionTable& table,
                                                 const table::SignatureBook& book, std::size_t most);

/// The data of a revert: what a failed lookup returns, what a failed call returned, why an entry was skipped.
struct NamedRevert {
    std::string subject; ///< "entries[0].lookups[0].returnData", "entries[0].calls[1]", "events[7]"
    ByteView data;
    std::optional<table::NamedData> name;
};
/// Those with data; `tree` may be null. At most `most`.
[[nodiscard]] std::vector<NamedRevert> named_reverts(const table::ExecutionTable& table,
                                                     const transition::Tree* tree,
                                                     const table::SignatureBook& book, std::size_t most);

} // namespace anchorscope::report
