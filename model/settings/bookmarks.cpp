#include "model/settings/bookmarks.h"
#include "model/items/texts.h"

using namespace Qt::StringLiterals;

namespace anchorscope::model {

namespace {

constexpr qsizetype field_count = 7;

/// One line, without the tab that separates.
QString titleOf(const Bookmark& mark) {
    const QString title = mark.title.simplified();
    return title.first(std::min(title.size(), Bookmarks::max_title));
}

QString line(const QString& file, const Bookmark& mark) {
    const Place& place = mark.place;
    const ByteRange range = place.range.value_or(ByteRange{});
    return QStringList{file,
                       place.range ? QString::number(range.offset) : QString(),
                       QString::number(range.length),
                       place.node ? QString::number(*place.node) : QString(),
                       place.nodePath.simplified(),
                       place.path.simplified(),
                       titleOf(mark)}
        .join(u'\t');
}

std::optional<Bookmark> bookmarkOf(const QStringList& fields) {
    if (fields.size() != field_count) {
        return {};
    }
    Bookmark mark{{{}, fields[4], {}, fields[5]}, fields[6]};
    bool sound = true, each = true;
    if (!fields[1].isEmpty()) {
        mark.place.range = ByteRange{fields[1].toULongLong(&each), 0};
        sound = each;
        mark.place.range->length = fields[2].toULongLong(&each);
        sound = sound && each;
    }
    if (!fields[3].isEmpty()) {
        mark.place.node = fields[3].toUInt(&each);
        sound = sound && each;
    }
    return sound ? std::optional(mark) : std::nullopt;
}

bool isBefore(const Bookmark& a, const Bookmark& b) {
    const ByteRange x = a.place.range.value_or(ByteRange{}), y = b.place.range.value_or(ByteRange{});
    return x.offset != y.offset   ? x.offset < y.offset
           : x.length != y.length ? x.length > y.length
                                  : a.place.node < b.place.node;
}

} // namespace

Bookmarks::Bookmarks(Settings* settings, QObject* parent) : QObject(parent), m_settings(settings) {}

void Bookmarks::setFile(const std::optional<Hash32>& sha256) {
    if (m_file == sha256) {
        return;
    }
    m_file = sha256;
    m_list.clear();
    const QString file = sha256 ? textOf(sha256->hex()) : QString();
    for (const QString& each : sha256 ? m_settings->get(Setting::Bookmarks).toStringList() : QStringList()) {
        const QStringList fields = each.split(u'\t');
        if (const auto mark = fields.first() == file ? bookmarkOf(fields) : std::nullopt;
            mark && m_list.size() < max_marks) {
            m_list += *mark;
        }
    }
    std::ranges::sort(m_list, isBefore);
    Q_EMIT changed();
}

bool Bookmarks::contains(const Place& place) const {
    return std::ranges::find(m_list, place, &Bookmark::place) != m_list.end();
}

bool Bookmarks::toggle(const Bookmark& bookmark) {
    if (!m_file) {
        return false;
    }
    const auto known = std::ranges::find(m_list, bookmark.place, &Bookmark::place);
    if (known == m_list.end() && m_list.size() >= max_marks) {
        return false;
    }
    if (known != m_list.end()) {
        m_list.erase(known);
    } else {
        m_list.insert(std::ranges::upper_bound(m_list, bookmark, isBefore), bookmark);
    }
    store();
    Q_EMIT changed();
    return true;
}

void Bookmarks::clear() {
    m_list.clear();
    store();
    Q_EMIT changed();
}

/// This file's lines in front, then those of the others as they were.
void Bookmarks::store() {
    const QString file = m_file ? textOf(m_file->hex()) : QString();
    QStringList lines, files{file};
    for (const Bookmark& mark : m_list) {
        lines += line(file, mark);
    }
    for (const QString& each : m_settings->get(Setting::Bookmarks).toStringList()) {
        const QString owner = each.section(u'\t', 0, 0);
        if (owner == file) {
            continue;
        }
        if (!files.contains(owner)) {
            files += owner;
        }
        if (files.size() <= max_files) {
            lines += each;
        }
    }
    m_settings->set(Setting::Bookmarks, lines);
}

} // namespace anchorscope::model
