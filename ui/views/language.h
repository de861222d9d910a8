// The program's languages: English as written, and what translations are compiled in (":/i18n").
#pragma once
#include <QString>
#include <QStringList>

namespace anchorscope::ui {

/// Codes of the translations that are there, "en" among them, sorted.
[[nodiscard]] QStringList languages();
/// As its speakers call it: "Deutsch".
[[nodiscard]] QString languageName(const QString& code);
/// Empty: the system's, where there is a translation into it. Takes what was installed before away. Windows
/// that are open keep their words; those made afterwards have the new ones.
void applyLanguage(const QString& code);
/// The code in use.
[[nodiscard]] QString currentLanguage();

} // namespace anchorscope::ui
