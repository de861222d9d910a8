#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include <QFontDatabase>
#include <QStringList>

// Resources of a static library are initialised by hand, from outside any namespace.
static void initFontResources() { Q_INIT_RESOURCE(anchorscope_fonts); }

namespace anchorscope::paint {

namespace {

QFont sans(int pixels, QFont::Weight weight = QFont::Normal) {
    QFont font(QStringLiteral("Noto Sans"));
    font.setPixelSize(px(pixels));
    font.setWeight(weight);
    return font;
}

QFont mono(int pixels) {
    QFont font(QStringLiteral("JetBrains Mono"));
    font.setPixelSize(px(pixels));
    font.setStyleHint(QFont::Monospace);
    font.setFixedPitch(true);
    return hexSafe(font);
}

} // namespace

bool loadFonts() {
    static const bool loaded = [] {
        initFontResources();
        bool all = true;
        for (const char* file : {"sans-regular", "sans-bold", "mono-regular", "mono-bold"}) {
            const auto path = QStringLiteral(":/anchorscope/fonts/%1.ttf").arg(QLatin1String(file));
            all = QFontDatabase::addApplicationFont(path) >= 0 && all;
        }
        return all;
    }();
    return loaded;
}

QFont hexSafe(QFont font) {
    font.setStyleStrategy(static_cast<QFont::StyleStrategy>(font.styleStrategy() | QFont::PreferNoShaping));
    return font;
}

QFont font(Type type) { // sizes: LOOK 2
    switch (type) {
    case Type::Body:
        return sans(13);
    case Type::BodyBold:
        return sans(13, QFont::Bold);
    case Type::Caption:
        return sans(12);
    case Type::Small:
        return sans(11);
    case Type::Callout:
        return sans(15, QFont::DemiBold);
    case Type::Verdict:
        return sans(20, QFont::Bold);
    case Type::Title:
        return sans(30, QFont::Bold);
    case Type::Mono:
        return mono(12);
    case Type::MonoSmall:
        return mono(11);
    }
    return sans(13);
}

} // namespace anchorscope::paint
