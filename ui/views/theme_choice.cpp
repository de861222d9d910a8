#include "ui/views/theme_choice.h"
#include "ui/widgets/apply_theme.h"
#include <QGuiApplication>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

QString themeName(ThemeChoice choice) {
    switch (choice) {
    case ThemeChoice::System:
        return u"system"_s;
    case ThemeChoice::Light:
        return u"light"_s;
    case ThemeChoice::Dark:
        return u"dark"_s;
    }
    return {};
}

std::optional<ThemeChoice> themeNamed(const QString& name) {
    for (const ThemeChoice choice : {ThemeChoice::System, ThemeChoice::Light, ThemeChoice::Dark}) {
        if (themeName(choice) == name) {
            return choice;
        }
    }
    return std::nullopt;
}

paint::Scheme schemeOf(ThemeChoice choice) {
    static const paint::Scheme platform = paint::Theme::systemScheme(QGuiApplication::palette());
    switch (choice) {
    case ThemeChoice::Light:
        return paint::Scheme::Light;
    case ThemeChoice::Dark:
        return paint::Scheme::Dark;
    case ThemeChoice::System:
        break;
    }
    return platform;
}

void applyThemeChoice(ThemeChoice choice) {
    (void)schemeOf(ThemeChoice::System); // while the palette is still the platform's
    applyTheme(schemeOf(choice));
}

} // namespace anchorscope::ui
