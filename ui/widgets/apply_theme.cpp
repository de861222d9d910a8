#include "ui/widgets/apply_theme.h"
#include "ui/paint/fonts.h"
#include "ui/widgets/program_style.h"
#include "ui/widgets/translations.h"
#include <QApplication>

namespace anchorscope::ui {

void applyTheme(paint::Scheme scheme) {
    paint::loadFonts();
    static bool styled = false;
    if (!styled) {
        styled = true;
        loadTranslations();
        QApplication::setStyle(new ProgramStyle); // owned by the application
    }
    paint::setTheme(scheme);
    QApplication::setFont(paint::hexSafe(paint::font(paint::Type::Body)));
    qApp->setStyleSheet(paint::theme().styleSheet());
}

} // namespace anchorscope::ui
