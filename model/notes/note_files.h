// Where notes of an input are kept, read and written: beside the input as "<input>.anchornotes.json", or,
// where that cannot be (a sample, pasted bytes, a folder that may not be written, another file's notes in the
// way), in the application's own folder under the input's SHA-256. Blocking; called from workers. Limits: 1.
// a file is replaced whole or not at all; 2. what somebody else wrote meanwhile is kept beside what is
// written here;
// 3. a file that is no sound file of notes of this input is never touched.
#pragma once
#include "core/casefile/notes.h"
#include <QString>

namespace anchorscope::model {

struct CaseFiles;

struct NotePlaces {
    Hash32 input;   ///< SHA-256 of the input's file
    QString beside; ///< empty: the input is no file that anything can lie beside
    QString own;    ///< in the application's folder
    friend bool operator==(const NotePlaces&, const NotePlaces&) = default;
};
/// `folder`: of notes in the application's data; empty: the platform's.
[[nodiscard]] NotePlaces notePlaces(const CaseFiles& files, const Hash32& input, const QString& folder = {});

enum class NoteHome { Beside, Own };

/// Notes as they are on the disk.
struct StoredNotes {
    casefile::NoteTexts texts;
    NoteHome home = NoteHome::Beside; ///< where changes go
    QString why; ///< in words, where changes do not go beside the input or a file is refused
};
/// Of both places, those beside the input first.
[[nodiscard]] StoredNotes readNotes(const NotePlaces& places);

/// `base`: what was on the disk when it was last read or written; `ours`: what shall be there. What the disk
/// has beside that is kept (mergedNotes). An error in words when nothing could be written anywhere.
[[nodiscard]] tl::expected<StoredNotes, QString>
writeNotes(const NotePlaces& places, const casefile::NoteTexts& base, const casefile::NoteTexts& ours);

/// What both sides did since `base`. Where both changed the same note, both texts stand in it, ours first.
[[nodiscard]] casefile::NoteTexts mergedNotes(const casefile::NoteTexts& base,
                                              const casefile::NoteTexts& ours,
                                              const casefile::NoteTexts& theirs);

} // namespace anchorscope::model
