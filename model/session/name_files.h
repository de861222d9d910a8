// Files that name things: a contract's ABI, and labels of addresses. For workers; errors in words that name
// the file.
#pragma once
#include "core/codec/abi_signature.h"
#include "core/table/address_labels.h"
#include "core/table/stated_formats.h"
#include <QString>

namespace anchorscope::model {

struct AbiFile {
    std::vector<codec::AbiSignature> signatures;
    std::shared_ptr<const table::StatedFormats>
        formats; ///< null: no function takes a table that is not known
};
[[nodiscard]] tl::expected<AbiFile, QString> readAbi(const QString& path);
[[nodiscard]] tl::expected<table::AddressLabels, QString> readLabels(const QString& path);

} // namespace anchorscope::model
