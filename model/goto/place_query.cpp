#include "model/goto/place_query.h"
#include "model/words.h"
#include <QRegularExpression>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr qsizetype hash_digits = 64;

std::optional<quint64> number(const QString& text) {
    bool sound = false;
    const bool hex = text.startsWith(u"0x"_s, Qt::CaseInsensitive);
    const quint64 value = hex ? text.sliced(2).toULongLong(&sound, 16) : text.toULongLong(&sound, 10);
    return sound ? std::optional(value) : std::nullopt;
}

/// "step 12", "entry 3", "offset 0x1f4"; also in the program's language.
bool readNamed(const QString& text, PlaceQuery& query) {
    static const QRegularExpression form(u"^(\\S+)\\s+(0x[0-9a-f]+|[0-9]+)$"_s,
                                         QRegularExpression::CaseInsensitiveOption);
    const auto match = form.match(text);
    if (!match.hasMatch()) {
        return false;
    }
    const QString word = match.captured(1).toLower();
    const auto is = [&word](std::initializer_list<QString> names) {
        return std::ranges::any_of(names, [&word](const QString& name) { return word == name.toLower(); });
    };
    const auto value = number(match.captured(2));
    std::optional<quint64>* const meant = is({u"step"_s, u"row"_s, u"#"_s, Words::tr("step")}) ? &query.step
                                          : is({u"entry"_s, Words::tr("entry")})               ? &query.entry
                                          : is({u"offset"_s, u"byte"_s, u"at"_s, u"@"_s, Words::tr("offset")})
                                              ? &query.offset
                                              : nullptr;
    if (meant == nullptr) {
        return false;
    }
    *meant = value;
    query.explicitly = true;
    if (!value) {
        query.why = Words::tr("%1 is larger than any place can be.").arg(match.captured(2));
    }
    return true;
}

void readHex(const QString& text, PlaceQuery& query) {
    static const QRegularExpression hex(u"^[0-9a-f]*$"_s);
    const QString digits = text.sliced(2).toLower();
    if (!hex.match(digits).hasMatch()) {
        query.why = Words::tr("Behind 0x stand hex digits only.");
    } else if (digits.size() > hash_digits) {
        query.why = Words::tr("No value has more than 64 hex digits; this has %1.").arg(digits.size());
    } else {
        query.digits = digits;
        query.offset = digits.isEmpty() ? std::nullopt : number(text);
    }
}

} // namespace

PlaceQuery readQuery(const QString& typed) {
    PlaceQuery query;
    const QString text = typed.simplified();
    if (text.size() > max_query_length) {
        query.why = Words::tr("This is too long for a place.");
    } else if (text.startsWith(u"0x"_s, Qt::CaseInsensitive)) {
        readHex(text, query);
    } else if (!text.isEmpty() && !readNamed(text, query)) {
        if (const auto plain = number(text)) {
            query.step = query.entry = query.offset = plain;
        } else if (text.contains(u'[')) {
            query.path = text;
        } else {
            query.word = text.toLower();
        }
    }
    return query;
}

} // namespace anchorscope::model
