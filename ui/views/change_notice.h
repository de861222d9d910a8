// What changed since the last run, in words: one sentence for the strip, lines for its details, and where
// each line leads.
#pragma once
#include "model/session/case_reload.h"
#include "ui/widgets/notice_bar.h"
#include <optional>

namespace anchorscope::ui {

/// Where a line leads: to bytes of the table, or to a rung.
struct ChangePlace {
    std::optional<ByteRange> range;
    std::optional<verify::RungId> rung;
};

struct ChangeNotice {
    Notice notice;
    QList<ChangePlace> places; ///< of the notice's lines
    ChangePlace first;         ///< that matters most: a rung that fails now, else what differs first
};

/// "table.hex changed on disk at 08:20: rung digest passed → failed; 2 fields differ (entries[0].callCount
/// …)"
[[nodiscard]] ChangeNotice changeNotice(const model::CaseReload::Reloaded& what);
/// Files changed and reloading is switched off.
[[nodiscard]] Notice outdatedNotice(const QStringList& paths, const QDateTime& noticed);
[[nodiscard]] Notice missingNotice(const QStringList& paths, const QDateTime& noticed);

} // namespace anchorscope::ui
