// The translations that are compiled in.
#pragma once

namespace anchorscope::ui {

/// Makes ":/i18n" known: resources of a static library wait for it. Safe to call again.
void loadTranslations();

} // namespace anchorscope::ui
