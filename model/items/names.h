// What calls and addresses are called: by the user's ABI files and labels, then by what is well known. A
// selector has no single preimage and a label is the user's word: a name is a reading, not a proof.
#pragma once
#include "core/table/address_labels.h"
#include "core/table/signature_book.h"
#include <QString>
#include <memory>

namespace anchorscope::model {

struct Names {
    table::SignatureBook book;
    table::AddressLabels labels;
};

/// No labels, and the functions that everybody knows.
[[nodiscard]] const std::shared_ptr<const Names>& wellKnownNames();

/// What calldata calls: "increment()", "0x12345678()" where no known declaration fits the bytes, "no data"
/// when empty, and the bytes themselves when they are too few for a selector.
[[nodiscard]] QString functionText(ByteView calldata, const Names& names);
/// The user's label, else "0x9145…ef0c".
[[nodiscard]] QString addressText(const Address& address, const Names& names);

} // namespace anchorscope::model
