// The cases that are open, as they are kept between two runs of the program: which files, and where the user
// was in them. Nothing secret: no endpoint, no option, and no case that came from the clipboard or from L1.
// Limits: 1. at most max_windows, each of at most max_files files; 2. text that is not exactly what this
// version writes gives nothing.
#pragma once
#include "model/session/case_inputs.h"
#include <QByteArray>
#include <QList>

namespace anchorscope::model {

struct OpenCase {
    CaseFiles files;     ///< of files alone
    QByteArray geometry; ///< of the window
    QString sha256;      ///< of the table's file when it was left; the place is restored only in it
    std::optional<quint32> node;
    int page = 0;        ///< of the tree's panel
    bool active = false; ///< the window that had the focus
};

inline constexpr qsizetype max_windows = 32;
inline constexpr qsizetype max_files_of_case = 64;

/// Whether the case can be opened again from its files.
[[nodiscard]] bool isRestorable(const CaseFiles& files);
[[nodiscard]] QString stateText(const QList<OpenCase>& cases);
[[nodiscard]] QList<OpenCase> stateFrom(const QString& text);

} // namespace anchorscope::model
