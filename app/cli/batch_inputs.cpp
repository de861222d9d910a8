#include "app/cli/batch_inputs.h"
#include "app/cli/input.h"
#include "core/report/text_report.h"
#include "model/session/opened_case.h"
#include <QDir>
#include <QFileInfo>

namespace anchorscope::cli {
namespace {

[[noreturn]] void refuse_batch(const std::string& why) { throw UsageError("DIR: " + why); }

bool is_input(const QString& name) {
    const auto ends = [&name](QLatin1String suffix) { return name.endsWith(suffix, Qt::CaseInsensitive); };
    return ends(QLatin1String(".hex")) || ends(QLatin1String(".bin")) || ends(model::case_suffix);
}

std::string bytes_of_path(const QString& path) { return QFile::encodeName(path).toStdString(); }

/// A neighbour that is a link would lead out of the folder.
std::string fault_of(const model::CaseFiles& files) {
    QStringList paths = files.evidence;
    paths.append(files.envelope);
    for (const QString& path : paths) {
        if (!path.isEmpty() && QFileInfo(path).isSymLink()) {
            return QFileInfo(path).fileName().toStdString() + " is a link, and links are not followed";
        }
    }
    return {};
}

/// Walks folders without recursion, entries in order of their names' bytes.
class Walk {
public:
    explicit Walk(BatchInputs& out) : m_out(out) {}

    void folder(const QString& root) {
        m_open.push_back({root, 0});
        while (!m_open.empty()) {
            const Folder next = m_open.back();
            m_open.pop_back();
            list(next);
        }
    }
    void file(const QString& path, bool found) {
        if (m_out.inputs.size() == max_batch_inputs) {
            refuse_batch("more than " + std::to_string(max_batch_inputs) + " inputs");
        }
        BatchInput input{bytes_of_path(path), model::CaseFiles::discover(path), {}};
        if (found) {
            input.fault = fault_of(input.files);
        }
        m_out.inputs.push_back(std::move(input));
    }

private:
    struct Folder {
        QString path;
        int depth = 0;
    };

    void list(const Folder& folder) {
        QFileInfoList entries =
            QDir(folder.path)
                .entryInfoList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot,
                               QDir::Unsorted);
        m_entries += static_cast<std::size_t>(entries.size());
        if (m_entries > max_batch_entries) {
            refuse_batch("more than " + std::to_string(max_batch_entries) + " entries");
        }
        std::ranges::sort(entries, {}, [](const QFileInfo& info) { return bytes_of_path(info.fileName()); });
        std::vector<Folder> below;
        for (const QFileInfo& info : entries) {
            if (info.isSymLink()) {
                ++m_out.links;
            } else if (info.isDir()) {
                below.push_back({folder.path + QLatin1Char('/') + info.fileName(), folder.depth + 1});
            } else if (info.isFile() && is_input(info.fileName())) {
                file(folder.path + QLatin1Char('/') + info.fileName(), true);
            }
        }
        if (!below.empty() && folder.depth == max_batch_depth) {
            refuse_batch("more than " + std::to_string(max_batch_depth) +
                         " folders deep: " + report::printable(bytes_of_path(folder.path)));
        }
        m_open.insert(m_open.end(), below.rbegin(), below.rend());
    }

    BatchInputs& m_out;
    std::vector<Folder> m_open;
    std::size_t m_entries = 0;
};

} // namespace

BatchInputs batch_inputs(const std::vector<std::string>& arguments) {
    BatchInputs out;
    Walk walk(out);
    for (const std::string& argument : arguments) {
        QString path =
            QFile::decodeName(QByteArray(argument.data(), static_cast<qsizetype>(argument.size())));
        const QFileInfo info(path);
        if (!info.exists()) {
            refuse_batch("no such file or folder: " + report::printable(argument));
        }
        while (path.size() > 1 && path.endsWith(QLatin1Char('/'))) {
            path.chop(1);
        }
        info.isDir() ? walk.folder(path) : walk.file(path, false);
    }
    if (out.inputs.empty()) {
        refuse_batch(arguments.empty() ? "a folder or file is missing"
                                       : "no table and no case below: nothing was verified");
    }
    return out;
}

} // namespace anchorscope::cli
