// Places that the user marked, kept in the settings by the file's SHA-256, so that they are there when the
// same bytes are opened again, whatever their name. Limits: 1. max_files files, the last marked first, and
// max_marks marks of each; 2. what is stored of a file is places and titles, never its bytes; 3. a line that
// the program did not write is passed over.
#pragma once
#include "core/base/hash32.h"
#include "model/items/place.h"
#include "model/settings/settings.h"
#include <QObject>

namespace anchorscope::model {

struct Bookmark {
    Place place;
    QString title; ///< "entry 0 › call 1": what the row said when it was marked
    friend bool operator==(const Bookmark&, const Bookmark&) = default;
};

class Bookmarks : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype max_files = 50, max_marks = 100, max_title = 120;

    /// `settings` must outlive it.
    explicit Bookmarks(Settings* settings, QObject* parent = nullptr);
    /// Reads the marks of that file; nothing: there is none.
    void setFile(const std::optional<Hash32>& sha256);
    /// By offset, then by length, the longer first.
    [[nodiscard]] const QList<Bookmark>& list() const { return m_list; }
    [[nodiscard]] bool contains(const Place& place) const;
    /// Marks the place, or takes its mark away. False where there is no room, or no file.
    bool toggle(const Bookmark& bookmark);
    void clear();

Q_SIGNALS:
    void changed();

private:
    void store();

    Settings* m_settings;
    std::optional<Hash32> m_file;
    QList<Bookmark> m_list;
};

} // namespace anchorscope::model
