#include "ui/views/dropped_data.h"
#include "core/verify/l1_reference.h"
#include "ui/views/dropped_file.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <QUrl>
#include <algorithm>

namespace anchorscope::ui {

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::DropOverlay)
};

constexpr qsizetype looked_at = 4096; ///< characters of a text; tables are long
constexpr qsizetype least_hex = 8;    ///< digits: a selector
constexpr qsizetype most_reference = 2048;

bool isHexText(QStringView text) {
    if (text.startsWith(u"0x")) {
        text = text.sliced(2);
    }
    qsizetype digits = 0;
    const bool all = std::ranges::all_of(text.first(std::min(text.size(), looked_at)), [&](QChar each) {
        const char16_t c = each.unicode();
        const bool digit = (c >= u'0' && c <= u'9') || (c >= u'a' && c <= u'f') || (c >= u'A' && c <= u'F');
        digits += digit ? 1 : 0;
        return digit || each.isSpace();
    });
    return all && digits >= least_hex;
}

/// A number alone is a block for who types it, and nothing when it is dropped.
bool isReference(const QString& text) {
    return text.size() <= most_reference && (text.startsWith(u"0x") || text.contains(u"://")) &&
           text.size() > least_hex && verify::parse_reference(text.toStdString());
}

QString nameOf(const QString& path) {
    const QString name = QFileInfo(path).fileName();
    return name.isEmpty() ? path : name;
}

QString fileWords(const QString& path, bool into_case) {
    const bool attach = into_case && droppedKind(path) != DroppedKind::Table;
    return attach ? Words::tr("Drop to attach %1").arg(nameOf(path))
                  : Words::tr("Drop to open %1").arg(nameOf(path));
}

} // namespace

Dropped droppedText(const QString& text) {
    const QString trimmed = text.trimmed();
    if (trimmed.isEmpty()) {
        return {};
    }
    if (isReference(trimmed)) {
        return {Dropped::Kind::Reference, {}, trimmed};
    }
    const bool json = trimmed.startsWith(u'{') || trimmed.startsWith(u'[');
    return json || isHexText(trimmed) ? Dropped{Dropped::Kind::Text, {}, trimmed} : Dropped();
}

Dropped droppedData(const QMimeData& data) {
    Dropped out;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile() && out.files.size() < Dropped::max_files) {
            out.files += url.toLocalFile();
        }
    }
    if (!out.files.isEmpty()) {
        out.kind = Dropped::Kind::Files;
        return out;
    }
    if (data.urls().size() == 1) {
        const Dropped page = droppedText(data.urls().first().toString(QUrl::FullyEncoded));
        return page.kind == Dropped::Kind::Reference ? page : Dropped();
    }
    return data.hasText() ? droppedText(data.text()) : Dropped();
}

QString dropWords(const Dropped& what, bool into_case) {
    switch (what.kind) {
    case Dropped::Kind::Nothing:
        return {};
    case Dropped::Kind::Files:
        return what.files.size() == 1 ? fileWords(what.files.first(), into_case)
                                      : Words::tr("Drop to open %n files, each in a window of its own",
                                                  nullptr, static_cast<int>(what.files.size()));
    case Dropped::Kind::Reference:
        return Words::tr("Drop to look for this on L1");
    case Dropped::Kind::Text:
        return Words::tr("Drop to open this text as a table");
    }
    return {};
}

} // namespace anchorscope::ui
