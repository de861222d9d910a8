#include "model/notes/note_files.h"
#include "model/session/case_inputs.h"
#include "model/words.h"
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QSaveFile>
#include <QStandardPaths>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using casefile::NoteTexts;

namespace {

/// What stands between two texts about the same place.
constexpr std::string_view seam = "\n\n--- also in the file ---\n";

struct OneFile {
    NoteTexts texts;
    bool there = false;
    QString refused; ///< why it cannot be used; empty: it can
};

OneFile readOne(const QString& path, const Hash32& input) {
    OneFile out;
    QFile file(path);
    out.there = !path.isEmpty() && file.exists();
    if (!out.there) {
        return out;
    }
    if (!file.open(QIODevice::ReadOnly)) {
        out.refused = u"%1: %2"_s.arg(path, file.errorString());
        return out;
    }
    const QByteArray bytes = file.read(static_cast<qint64>(casefile::max_notes_file_bytes) + 1);
    auto notes = casefile::read_notes_of(input, {bytes.data(), static_cast<std::size_t>(bytes.size())});
    if (notes) {
        out.texts = std::move(notes->texts);
    } else {
        out.refused = u"%1: %2"_s.arg(path, QString::fromStdString(notes.error().message()));
    }
    return out;
}

/// Both texts; where they are too long for one note, the second gets a place of its own.
void keepBoth(NoteTexts& into, const std::string& path, const std::string& ours, const std::string& theirs) {
    if (ours.size() + seam.size() + theirs.size() <= casefile::max_note_bytes) {
        into[path] = ours + std::string(seam) + theirs;
        return;
    }
    into[path] = ours;
    const std::string stem = path.substr(0, casefile::max_note_path_bytes - 16) + " (";
    int number = 2;
    while (into.contains(stem + std::to_string(number) + ")")) {
        ++number;
    }
    into[stem + std::to_string(number) + ")"] = theirs;
}

const std::string* textAt(const NoteTexts& texts, const std::string& path) {
    const auto found = texts.find(path);
    return found == texts.end() ? nullptr : &found->second;
}

bool same(const std::string* a, const std::string* b) {
    return a == nullptr || b == nullptr ? a == b : *a == *b;
}

/// What was read, with what `home` says of where changes go.
StoredNotes stored(const OneFile& beside, const OneFile& own, const NotePlaces& places) {
    StoredNotes out;
    out.texts = mergedNotes({}, beside.texts, own.texts);
    if (places.beside.isEmpty()) {
        out.home = NoteHome::Own;
        out.why = Words::tr("Nothing can lie beside this input; its notes are kept by the program");
    } else if (!beside.refused.isEmpty()) {
        out.home = NoteHome::Own;
        out.why = Words::tr("Left as it is: %1. New notes are kept by the program").arg(beside.refused);
    }
    if (!own.refused.isEmpty()) {
        out.why = Words::tr("Left as it is: %1").arg(own.refused);
    }
    return out;
}

tl::expected<void, QString> replace(const QString& path, const std::string& text) {
    QSaveFile file(path);
    const auto size = static_cast<qint64>(text.size());
    if (!file.open(QIODevice::WriteOnly) || file.write(text.data(), size) != size || !file.commit()) {
        return tl::unexpected(u"%1: %2"_s.arg(path, file.errorString()));
    }
    return {};
}

/// Merges with what the file holds by now. What it holds cannot be lost: a file that is not sound is refused.
tl::expected<NoteTexts, QString> writeOne(const QString& path, const NotePlaces& places,
                                          const NoteTexts& base, const NoteTexts& ours) {
    const OneFile now = readOne(path, places.input);
    if (!now.refused.isEmpty()) {
        return tl::unexpected(now.refused);
    }
    NoteTexts merged = now.there ? mergedNotes(base, ours, now.texts) : ours;
    if (now.there ? merged == now.texts : merged.empty()) {
        return merged; // it says so already
    }
    if (merged.size() > casefile::max_notes) {
        return tl::unexpected(u"%1: more than %2 notes"_s.arg(path).arg(casefile::max_notes));
    }
    const std::string text = casefile::write_notes({places.input, merged});
    if (text.size() > casefile::max_notes_file_bytes) {
        return tl::unexpected(u"%1: larger than %2 bytes"_s.arg(path).arg(casefile::max_notes_file_bytes));
    }
    if (auto written = replace(path, text); !written) {
        return tl::unexpected(written.error());
    }
    return merged;
}

} // namespace

NotePlaces notePlaces(const CaseFiles& files, const Hash32& input, const QString& folder) {
    NotePlaces out;
    out.input = input;
    const QFileInfo info(files.table);
    if (!files.fromBytes && !files.table.startsWith(u':') && info.isFile()) {
        out.beside = info.absoluteFilePath() + u".anchornotes.json"_s;
    }
    const QString root = folder.isEmpty()
                             ? QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/notes"_s
                             : folder;
    out.own = root + u'/' + QString::fromStdString(input.hex().substr(2)) + u".anchornotes.json"_s;
    return out;
}

StoredNotes readNotes(const NotePlaces& places) {
    return stored(readOne(places.beside, places.input), readOne(places.own, places.input), places);
}

tl::expected<StoredNotes, QString> writeNotes(const NotePlaces& places, const NoteTexts& base,
                                              const NoteTexts& ours) {
    QString why;
    if (!places.beside.isEmpty()) {
        if (auto written = writeOne(places.beside, places, base, ours)) {
            return StoredNotes{*std::move(written), NoteHome::Beside, {}};
        } else {
            why = Words::tr("Not beside the input, but kept by the program: %1").arg(written.error());
        }
    }
    QDir().mkpath(QFileInfo(places.own).absolutePath());
    auto written = writeOne(places.own, places, base, ours);
    if (!written) {
        return tl::unexpected(written.error());
    }
    if (why.isEmpty()) {
        why = Words::tr("Nothing can lie beside this input; its notes are kept by the program");
    }
    return StoredNotes{*std::move(written), NoteHome::Own, why};
}

NoteTexts mergedNotes(const NoteTexts& base, const NoteTexts& ours, const NoteTexts& theirs) {
    NoteTexts out = ours;
    for (const auto& [path, text] : theirs) {
        const std::string *const before = textAt(base, path), *const mine = textAt(ours, path);
        if (same(&text, before) || same(&text, mine)) {
            continue; // they changed nothing, or the same as we
        }
        if (mine == nullptr || same(mine, before)) {
            out[path] = text; // only they changed it; or we removed what they wrote on
        } else {
            keepBoth(out, path, *mine, text);
        }
    }
    for (const auto& [path, text] : base) { // removed there, and not changed here
        const std::string* const mine = textAt(ours, path);
        if (textAt(theirs, path) == nullptr && mine != nullptr && *mine == text) {
            out.erase(path);
        }
    }
    return out;
}

} // namespace anchorscope::model
