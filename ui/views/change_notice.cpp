#include "ui/views/change_notice.h"
#include "model/items/texts.h"
#include <QCoreApplication>
#include <QFileInfo>
#include <array>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Meaning;
using model::RunChanges;
using model::textOf;
using verify::RungState;

namespace {

constexpr qsizetype max_value = 46; ///< characters of a value in a line
constexpr qsizetype named_files = 2;

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::ChangeNotice)
};

QString namesOf(const QStringList& paths) {
    QStringList names;
    for (const QString& path : paths.first(std::min(paths.size(), named_files))) {
        names += QFileInfo(path).fileName();
    }
    const int rest = static_cast<int>(paths.size() - names.size());
    const QString listed = names.join(Words::tr(", "));
    return rest == 0 ? listed : Words::tr("%1 and %n more", nullptr, rest).arg(listed);
}

QString clockText(const QDateTime& noticed) { return noticed.toLocalTime().toString(u"HH:mm"_s); }

QString shortened(const QString& value) {
    return value.size() <= max_value
               ? value
               : value.first(max_value / 2) + u'…' + value.last(max_value - max_value / 2 - 1);
}

QString rungText(const model::RungChange& change) {
    return Words::tr("rung %1 %2 → %3")
        .arg(textOf(verify::name(change.id)), textOf(verify::words(change.before)),
             textOf(verify::words(change.after)));
}

QString fieldText(const model::FieldChange& field) {
    const QString path = field.path.isEmpty() ? Words::tr("bytes outside of fields") : field.path;
    if (field.after.isEmpty()) {
        return Words::tr("%1 is no longer there (%2)").arg(path, field.before);
    }
    return field.before.isEmpty()
               ? Words::tr("%1 is new (%2)").arg(path, field.after)
               : Words::tr("%1: %2 → %3").arg(path, shortened(field.before), shortened(field.after));
}

/// "2 fields differ (entries[0].callCount, entries[1].rollingHash)"; nothing where the table is the same.
QString tableText(const RunChanges& changes) {
    if (!changes.tableDiffers) {
        return {};
    }
    if (changes.fieldCount == 0) {
        return changes.bytesBefore == changes.bytesAfter
                   ? Words::tr("bytes differ from byte %1 on").arg(changes.firstByte.value_or(0))
                   : Words::tr("%1 bytes instead of %2, from byte %3 on others")
                         .arg(changes.bytesAfter)
                         .arg(changes.bytesBefore)
                         .arg(changes.firstByte.value_or(0));
    }
    const int count = static_cast<int>(changes.fieldCount);
    const QString first = changes.fields.first().path;
    if (changes.fieldCount >= RunChanges::max_counted) {
        return Words::tr("more than %1 fields differ (%2, …)").arg(count - 1).arg(first);
    }
    const QString names = first.isEmpty() ? Words::tr("byte %1").arg(changes.firstByte.value_or(0)) : first;
    return count == 1 ? Words::tr("1 field differs (%1)").arg(names)
                      : Words::tr("%n fields differ (%1, …)", nullptr, count).arg(names);
}

bool fails(RungState state) { return state == RungState::failed; }

/// Those that decide a verdict first, and of them those that fail now.
QList<model::RungChange> byWeight(QList<model::RungChange> rungs) {
    using verify::RungId;
    constexpr std::array deciding{RungId::table,     RungId::digest, RungId::event,
                                  RungId::inclusion, RungId::block,  RungId::finality};
    const auto weight = [&](const model::RungChange& each) {
        const bool decides = std::ranges::find(deciding, each.id) != deciding.end();
        return (fails(each.after) ? 0 : 2) + (decides ? 0 : 1);
    };
    std::ranges::stable_sort(rungs, {}, weight);
    return rungs;
}

QStringList sentenceParts(const RunChanges& changes) {
    constexpr qsizetype named_rungs = 2;
    QStringList parts;
    for (const model::RungChange& each :
         byWeight(changes.rungs).first(std::min(changes.rungs.size(), named_rungs))) {
        parts += rungText(each);
    }
    if (const int rest = static_cast<int>(changes.rungs.size() - named_rungs); rest > 0) {
        parts +=
            rest == 1 ? Words::tr("1 more rung changed") : Words::tr("%n more rungs changed", nullptr, rest);
    }
    parts += tableText(changes);
    parts += changes.envelopeDiffers ? Words::tr("the envelope is another one") : QString();
    parts += changes.evidenceDiffers ? Words::tr("the evidence is another one") : QString();
    if (parts.join(QString()).isEmpty() && changes.appearedCount + changes.goneCount > 0) {
        parts += Words::tr("the findings are others");
    }
    parts.removeAll(QString());
    return parts;
}

QString findingText(const Finding& finding) {
    return finding.place.empty() ? textOf(finding.text)
                                 : Words::tr("%1: %2").arg(textOf(finding.place), textOf(finding.text));
}

void addLines(ChangeNotice& out, const RunChanges& changes) {
    const auto add = [&out](const QString& text, const ChangePlace& place, Meaning meaning) {
        out.notice.lines += text;
        out.notice.meanings += meaning;
        out.places += place;
    };
    for (const model::RungChange& each : byWeight(changes.rungs)) {
        add(rungText(each), {{}, each.id}, model::meaningOf(each.after));
    }
    for (const model::FieldChange& each : changes.fields) {
        add(fieldText(each), {each.range, {}}, Meaning::None);
    }
    if (const qsizetype left_out = changes.fieldCount - changes.fields.size(); left_out > 0) {
        add(Words::tr("Fields that differ and are not listed: %1").arg(left_out), {}, Meaning::None);
    }
    for (const Finding& each : changes.appeared) {
        add(Words::tr("New finding: %1").arg(findingText(each)), {each.range, {}},
            model::meaningOf(each.severity));
    }
    for (const Finding& each : changes.gone) {
        add(Words::tr("No longer found: %1").arg(findingText(each)), {}, Meaning::None);
    }
}

ChangePlace placeOfFirst(const RunChanges& changes) {
    if (!changes.fields.isEmpty() && changes.fields.first().range) {
        return {changes.fields.first().range, {}};
    }
    const auto failed =
        std::ranges::find_if(changes.rungs, [](const model::RungChange& each) { return fails(each.after); });
    if (failed != changes.rungs.end()) {
        return {{}, failed->id};
    }
    if (changes.firstByte && *changes.firstByte < changes.bytesAfter) {
        return {ByteRange{*changes.firstByte, 1}, {}};
    }
    return changes.rungs.isEmpty() ? ChangePlace() : ChangePlace{{}, changes.rungs.first().id};
}

Meaning meaningOf(const RunChanges& changes) {
    const bool worse = std::ranges::any_of(changes.rungs, [](const model::RungChange& each) {
        return fails(each.after) && !fails(each.before);
    });
    const bool malformed = changes.verdictAfter == verify::Verdict::malformed &&
                           changes.verdictBefore != verify::Verdict::malformed;
    return worse || malformed ? Meaning::Failed : Meaning::None;
}

} // namespace

ChangeNotice changeNotice(const model::CaseReload::Reloaded& what) {
    ChangeNotice out;
    const RunChanges& changes = what.changes;
    const QString names = namesOf(what.paths), when = clockText(what.noticed);
    const QStringList parts = sentenceParts(changes);
    out.notice.text =
        parts.isEmpty()
            ? Words::tr("%1 was written again at %2, with the same content.").arg(names, when)
            : Words::tr("%1 changed on disk at %2: %3").arg(names, when, parts.join(Words::tr("; ")));
    out.notice.meaning = meaningOf(changes);
    addLines(out, changes);
    out.first = placeOfFirst(changes);
    if (out.first.range || out.first.rung) {
        out.notice.buttons = {Words::tr("Show")};
    }
    return out;
}

Notice outdatedNotice(const QStringList& paths, const QDateTime& noticed) {
    return {Meaning::Warning,
            Words::tr("%1 changed on disk at %2. What is shown is what was read before.")
                .arg(namesOf(paths), clockText(noticed)),
            {Words::tr("Verify again")},
            {},
            {}};
}

Notice missingNotice(const QStringList& paths, const QDateTime& noticed) {
    return {Meaning::Warning,
            Words::tr("%1 is no longer on disk since %2. What was read of it stays as it is shown.")
                .arg(namesOf(paths), clockText(noticed)),
            {},
            {},
            {}};
}

} // namespace anchorscope::ui
