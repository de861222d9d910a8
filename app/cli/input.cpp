#include "app/cli/input.h"
#include "core/report/text_report.h"
#include "model/session/opened_case.h"
#include <QFile>
#include <QFileInfo>

namespace anchorscope::cli {
namespace {

constexpr qint64 max_read =
    static_cast<qint64>(table::max_source_bytes) + 1; ///< one more shows that it is too large

QString path_of(const std::string& argument) {
    return QFile::decodeName(QByteArray(argument.data(), static_cast<qsizetype>(argument.size())));
}

[[noreturn]] void refuse_path(std::string_view what, std::string_view why, const std::string& path) {
    throw UsageError(std::string(what).append(": ").append(why).append(": ").append(report::printable(path)));
}

QByteArray read_all(QFile& file, const std::string& path) {
    QByteArray bytes = file.read(max_read);
    if (file.error() != QFileDevice::NoError) {
        refuse_path("TABLE", file.errorString().toStdString(), path);
    }
    return bytes;
}

QByteArray read_standard_input() {
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly)) {
        throw UsageError("TABLE: cannot read standard input");
    }
    return read_all(input, "-");
}

} // namespace

QString readable_file(std::string_view option, const std::string& path) {
    QString found = path_of(path);
    const QFileInfo info(found);
    if (!info.exists()) {
        refuse_path(option, "no such file", path);
    }
    if (info.isDir()) {
        refuse_path(option, "expected a file, this is a folder", path);
    }
    if (!info.isReadable()) {
        refuse_path(option, "may not be read", path);
    }
    return found;
}

model::CaseFiles case_files(const std::string& argument) {
    if (argument == "-") {
        model::CaseFiles files;
        files.table = QStringLiteral("-");
        files.tableBytes = read_standard_input();
        files.fromBytes = true;
        return files;
    }
    const QString path = path_of(argument);
    model::CaseFiles files = model::CaseFiles::discover(path); // makes samples that are compiled in exist
    if (!QFileInfo::exists(path)) {
        refuse_path("TABLE", "no such file or folder", argument);
    }
    if (QFileInfo(files.table).isDir()) {
        refuse_path("CASE", "the folder holds neither table.hex nor table.bin", argument);
    }
    files.table = readable_file("TABLE", QFile::encodeName(files.table).toStdString());
    return files;
}

void choose_evidence(const Arguments& arguments, model::CaseFiles& files) {
    if (arguments.has("--evidence")) {
        files.evidence.clear();
        files.caseEvidence = false;
    }
    for (const std::string& evidence : arguments.values("--evidence")) {
        files.evidence.append(readable_file("--evidence", evidence));
    }
}

Result<table::TableSource> read_table_source(const std::string& argument, const std::string& place) {
    model::CaseFiles files = case_files(argument);
    if (!files.fromBytes) {
        QFile file(files.table);
        if (!file.open(QIODevice::ReadOnly)) {
            refuse_path("TABLE", file.errorString().toStdString(), argument);
        }
        files.tableBytes = read_all(file, argument);
    }
    const QString name = files.fromBytes ? QStringLiteral("-") : QFileInfo(files.table).fileName();
    Bytes bytes(files.tableBytes.begin(), files.tableBytes.end());
    if (!model::isCaseFile(name, bytes)) {
        return table::load_source(name.toStdString(), std::move(bytes), place);
    }
    return model::unpackCase(name, bytes).and_then([&place](model::UnpackedCase unpacked) {
        return table::load_source(unpacked.table.name, std::move(unpacked.table.bytes), place);
    });
}

Result<TableInput> read_table(const std::string& argument) {
    auto source = read_table_source(argument);
    if (!source) {
        return tl::unexpected<Error>(source.error());
    }
    TableInput out{std::make_shared<const table::TableSource>(*std::move(source)), nullptr};
    auto table = table::decode_table(out.source);
    if (table) {
        out.table = *table;
    } else if (table.error().rule != table::rules::table_unknown) {
        return tl::unexpected<Error>(table.error());
    }
    return out;
}

} // namespace anchorscope::cli
