#include "ui/widgets/translations.h"
#include <QtGlobal>

// Resources of a static library are initialised by hand, from outside any namespace.
static void initTranslationResources() { Q_INIT_RESOURCE(anchorscope_i18n); }

namespace anchorscope::ui {

void loadTranslations() {
    static const bool loaded = (initTranslationResources(), true);
    Q_UNUSED(loaded)
}

} // namespace anchorscope::ui
