#include "model/copy/shell_word.h"
#include <QList>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

bool isPlain(QChar character) {
    static const QString others = u"_@%+=:,./-"_s;
    const char16_t code = character.unicode();
    return (code >= u'a' && code <= u'z') || (code >= u'A' && code <= u'Z') ||
           (code >= u'0' && code <= u'9') || others.contains(character);
}

/// Letters, marks, numbers, signs and the space: what is seen as what it is.
bool isSeen(char32_t code) {
    switch (QChar::category(code)) {
    case QChar::Other_Control:
    case QChar::Other_Format: // marks and overrides of direction, joiners
    case QChar::Other_Surrogate:
    case QChar::Other_PrivateUse:
    case QChar::Other_NotAssigned:
    case QChar::Separator_Line:
    case QChar::Separator_Paragraph:
        return false;
    case QChar::Separator_Space:
        return code == U' ';
    default:
        return true;
    }
}

/// Three octal digits at most are read: a digit behind an escape is no part of it. (Of \x, shells read as
/// many digits as they find.)
QString octalBytes(char32_t code) {
    const QByteArray bytes = QString::fromUcs4(&code, 1).toUtf8();
    QString out;
    for (const char byte : bytes) {
        out += u"\\%1"_s.arg(static_cast<unsigned char>(byte), 3, 8, QChar(u'0'));
    }
    return out;
}

QString dollarQuoted(const QList<char32_t>& codes) {
    QString out = u"$'"_s;
    for (const char32_t code : codes) {
        if (code == U'\\' || code == U'\'') {
            out += u'\\';
            out += QChar(static_cast<char16_t>(code));
        } else if (code == U'\n') {
            out += u"\\n"_s;
        } else if (code == U'\t') {
            out += u"\\t"_s;
        } else {
            out += isSeen(code) ? QString::fromUcs4(&code, 1) : octalBytes(code);
        }
    }
    return out + u'\'';
}

} // namespace

QString shellWord(const QString& text) {
    QString whole = text.first(text.contains(QChar(u'\0')) ? text.indexOf(QChar(u'\0')) : text.size());
    if (whole.isEmpty()) {
        return u"''"_s;
    }
    if (std::ranges::all_of(whole, isPlain)) {
        return whole;
    }
    const auto ucs4 = whole.toUcs4();
    const QList<char32_t> codes(ucs4.begin(), ucs4.end());
    if (!std::ranges::all_of(codes, isSeen)) {
        return dollarQuoted(codes);
    }
    return u'\'' + QString(whole).replace(u'\'', u"'\\''"_s) + u'\'';
}

QString shellPath(const QString& path) { return shellWord(path.startsWith(u'-') ? u"./"_s + path : path); }

} // namespace anchorscope::model
