// What the banner says in every state of the session. Pure: the same session says the same.
#pragma once
#include "model/session/session.h"
#include "ui/widgets/banner.h"

namespace anchorscope::ui {

/// The last progress signal of the session.
struct Progress {
    quint64 done = 0, total = 0;
    QString what;
};

[[nodiscard]] BannerText bannerText(const model::Session& session, const Progress& progress = {});

/// The tool bar's right end: "Offline by choice", "2 of 2 endpoints agree · head 44", and its meaning.
struct ConnectionText {
    model::Meaning meaning = model::Meaning::NotChecked;
    QString text, detail;
};
[[nodiscard]] ConnectionText connectionText(const model::Session& session);

/// "today 08:16", "yesterday 17:02", "2026-06-01 12:00".
[[nodiscard]] QString whenText(const QDateTime& when, const QDateTime& now);

} // namespace anchorscope::ui
