#include "ui/views/language.h"
#include <QCoreApplication>
#include <QDir>
#include <QLibraryInfo>
#include <QLocale>
#include <QTranslator>
#include <algorithm>
#include <memory>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr QLatin1String prefix("anchorscope_"), suffix(".qm"), source_language("en");

struct Installed {
    std::unique_ptr<QTranslator> program, qt;
    QString code = source_language;
};

Installed& installed() {
    static Installed now;
    return now;
}

/// The first of the system's languages that there is a translation into.
QString systemLanguage() {
    const QStringList known = languages();
    for (QString wanted : QLocale::system().uiLanguages()) {
        wanted.replace(u'-', u'_');
        for (const QString& code : {wanted, wanted.section(u'_', 0, 0)}) {
            if (known.contains(code)) {
                return code;
            }
        }
    }
    return source_language;
}

std::unique_ptr<QTranslator> install(const QString& file, const QString& folder) {
    auto translator = std::make_unique<QTranslator>();
    if (!translator->load(file, folder)) {
        return nullptr;
    }
    QCoreApplication::installTranslator(translator.get());
    return translator;
}

} // namespace

QStringList languages() {
    QStringList codes{source_language};
    for (const QString& file : QDir(u":/i18n"_s).entryList({prefix + u'*' + suffix}, QDir::Files)) {
        const QString code = file.sliced(prefix.size()).chopped(suffix.size());
        if (!codes.contains(code)) {
            codes += code;
        }
    }
    codes.sort();
    return codes;
}

QString languageName(const QString& code) {
    const QString name = QLocale(code).nativeLanguageName();
    if (name.isEmpty() || code == source_language) {
        return code == source_language ? u"English"_s : code;
    }
    return name.first(1).toUpper() + name.sliced(1);
}

void applyLanguage(const QString& code) {
    Installed& now = installed();
    now.program.reset(); // uninstalls itself
    now.qt.reset();
    now.code = code.isEmpty() ? systemLanguage() : code;
    if (now.code == source_language) { // as written, but for plurals
        now.program = install(prefix + now.code, u":/i18n"_s);
        return;
    }
    now.qt = install(u"qtbase_"_s + now.code, QLibraryInfo::path(QLibraryInfo::TranslationsPath));
    if (!now.qt) {
        now.qt = install(u"qtbase_"_s + now.code, u":/i18n"_s);
    }
    now.program = install(prefix + now.code, u":/i18n"_s);
    if (!now.program) {
        now.code = source_language;
    }
}

QString currentLanguage() { return installed().code; }

} // namespace anchorscope::ui
