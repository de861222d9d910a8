// What was dropped on the window or lies on the clipboard: files, a place on L1, or a table as text; judged
// before it is taken, so that the overlay can say what will happen. Only a guess about what is meant: what it
// is, the strict readers decide.
#pragma once
#include <QMimeData>
#include <QStringList>

namespace anchorscope::ui {

struct Dropped {
    enum class Kind {
        Nothing,   ///< that could be opened
        Files,     ///< on this computer
        Reference, ///< a transaction, a block or an explorer's page about one
        Text       ///< hexadecimal or JSON
    };
    static constexpr qsizetype max_files = 32;

    Kind kind = Kind::Nothing;
    QStringList files; ///< at most max_files
    QString text;      ///< of Reference and Text, without white space around it
};

[[nodiscard]] Dropped droppedData(const QMimeData& data);
[[nodiscard]] Dropped droppedText(const QString& text);
/// "Drop to open table.hex", for the overlay; `into_case`: a case is open in the window.
[[nodiscard]] QString dropWords(const Dropped& what, bool into_case);

} // namespace anchorscope::ui
