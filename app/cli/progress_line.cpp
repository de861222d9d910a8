#include "app/cli/progress_line.h"
#include "app/cli/output.h"
#include <cstdio>
#include <unistd.h>

namespace anchorscope::cli {
namespace {

void write(const std::string& text) { std::fwrite(text.data(), 1, text.size(), stderr); }

} // namespace

ProgressLine::ProgressLine(bool quiet) : m_shown(!quiet && ::isatty(STDERR_FILENO) == 1) {}

void ProgressLine::show(quint64 done, quint64 total, const QString& what) {
    if (!m_shown) {
        return;
    }
    std::string line = report::printable(what.toStdString());
    if (total != 0) {
        const double percent = 100.0 * static_cast<double>(done) / static_cast<double>(total);
        line.append(" ").append(std::to_string(static_cast<int>(percent))).append(" %");
    }
    write("\r\x1b[K" + line);
    m_dirty = true;
}

void ProgressLine::clear() {
    if (m_dirty) {
        write("\r\x1b[K");
        m_dirty = false;
    }
}

void tell_failures(const model::RequestLog& log, int first, int last, ProgressLine& line) {
    for (int row = first; row <= last; ++row) {
        const model::RequestRecord& record = log.record(row);
        if (!record.ok) {
            line.clear();
            write_message((record.endpoint + QStringLiteral(": ") + record.method + QStringLiteral(": ") +
                           record.outcome)
                              .toStdString());
        }
    }
}

} // namespace anchorscope::cli
