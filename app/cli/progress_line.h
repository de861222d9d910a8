// What a command tells on standard error while it works: one line of progress, rewritten in place, and a line
// for each request that did not succeed.
#pragma once
#include "model/net/request_log.h"
#include <string>

namespace anchorscope::cli {

/// Shown only where standard error is a terminal.
class ProgressLine {
public:
    explicit ProgressLine(bool quiet);
    ~ProgressLine() { clear(); }
    Q_DISABLE_COPY_MOVE(ProgressLine)

    void show(quint64 done, quint64 total, const QString& what);
    void clear();

private:
    bool m_shown;
    bool m_dirty = false;
};

/// A message for each request in these rows that did not succeed.
void tell_failures(const model::RequestLog& log, int first, int last, ProgressLine& line);

} // namespace anchorscope::cli
