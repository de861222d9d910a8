#include "model/session/name_files.h"
#include "core/codec/abi_json.h"
#include "model/session/case_work.h"
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

/// What `read` makes of the file's text.
template<class T>
tl::expected<T, QString> readText(const QString& path, quint64 most, Result<T> (*read)(std::string_view)) {
    const auto bytes = readFile(path, most);
    if (!bytes) {
        return tl::unexpected(bytes.error());
    }
    Result<T> value = read({reinterpret_cast<const char*>(bytes->data()), bytes->size()});
    if (!value) {
        return tl::unexpected(
            u"%1: %2"_s.arg(QFileInfo(path).fileName(), QString::fromStdString(value.error().message())));
    }
    return *std::move(value);
}

} // namespace

tl::expected<AbiFile, QString> readAbi(const QString& path) {
    auto signatures = readText(path, codec::max_abi_json_bytes, codec::read_abi_json);
    if (!signatures) {
        return tl::unexpected(signatures.error());
    }
    using Formats = std::shared_ptr<const table::StatedFormats>;
    const auto read_formats = [](std::string_view text) -> Result<Formats> {
        Result<Formats> formats = table::StatedFormats::read(text);
        return !formats && formats.error().rule == table::rules::stated_none ? Result<Formats>(nullptr)
                                                                             : std::move(formats);
    };
    auto formats = readText<Formats>(path, codec::max_abi_json_bytes, read_formats);
    if (!formats) {
        return tl::unexpected(formats.error());
    }
    return AbiFile{*std::move(signatures), *std::move(formats)};
}

tl::expected<table::AddressLabels, QString> readLabels(const QString& path) {
    return readText(path, table::max_labels_bytes, table::read_address_labels);
}

} // namespace anchorscope::model
