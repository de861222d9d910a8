#include "model/session/file_watch.h"
#include <QDateTime>
#include <QFileInfo>
#include <algorithm>

namespace anchorscope::model {

FileWatch::FileWatch(QObject* parent) : QObject(parent) {
    m_quiet.setInterval(quiet_ms);
    connect(&m_quiet, &QTimer::timeout, this, &FileWatch::look);
    connect(&m_watcher, &QFileSystemWatcher::fileChanged, this, &FileWatch::stir);
    connect(&m_watcher, &QFileSystemWatcher::directoryChanged, this, &FileWatch::stir);
}

FileWatch::Stamp FileWatch::stampOf(const QString& path) {
    const QFileInfo file(path);
    if (!file.isFile()) {
        return {};
    }
    const auto ms = [](const QDateTime& when) { return when.isValid() ? when.toMSecsSinceEpoch() : 0; };
    // The change of its metadata tells a file that was put in another's place with that one's size and time.
    return {file.size(), ms(file.lastModified()), ms(file.metadataChangeTime())};
}

void FileWatch::watch(const QStringList& paths) {
    m_known.clear();
    m_unquiet.clear();
    m_quiet.stop();
    watchAlso(paths);
}

void FileWatch::watchAlso(const QStringList& paths) {
    QHash<QString, Stamp> known;
    for (const QString& path : paths) {
        if (!path.isEmpty() && !path.startsWith(u":/") && known.size() < max_files) {
            known.insert(path, m_known.contains(path) ? m_known.value(path) : stampOf(path));
        }
    }
    m_known = known;
    m_unquiet.removeIf([this](auto each) { return !m_known.contains(each.key()); });
    follow();
}

QStringList FileWatch::paths() const {
    QStringList paths = m_known.keys();
    paths.sort();
    return paths;
}

/// The watcher forgets a file that is deleted or replaced; its folder tells when another comes.
void FileWatch::follow() {
    QStringList wanted;
    for (auto each = m_known.cbegin(); each != m_known.cend(); ++each) {
        const QFileInfo file(each.key());
        if (file.exists()) {
            wanted += each.key();
        }
        if (const QString folder = file.path(); !wanted.contains(folder) && QFileInfo(folder).isDir()) {
            wanted += folder;
        }
    }
    const QStringList watched = m_watcher.files() + m_watcher.directories();
    QStringList dropped, added;
    std::ranges::copy_if(watched, std::back_inserter(dropped),
                         [&](const QString& path) { return !wanted.contains(path); });
    std::ranges::copy_if(wanted, std::back_inserter(added),
                         [&](const QString& path) { return !watched.contains(path); });
    if (!dropped.isEmpty()) {
        m_watcher.removePaths(dropped);
    }
    if (!added.isEmpty()) {
        m_watcher.addPaths(added); // one that vanished meanwhile is told by its folder
    }
}

void FileWatch::stir() {
    if (!m_quiet.isActive()) { // else a busy folder would put the look off for ever
        m_stirred_ms = 0;
        m_quiet.start();
    }
}

void FileWatch::look() {
    m_stirred_ms += quiet_ms;
    const bool late = m_stirred_ms >= most_delay_ms;
    QStringList changed, gone;
    bool quiet = true;
    for (auto each = m_known.begin(); each != m_known.end(); ++each) {
        const Stamp now = stampOf(each.key());
        if (now == each.value()) {
            m_unquiet.remove(each.key());
            continue;
        }
        const bool settled = m_unquiet.contains(each.key()) && m_unquiet.value(each.key()) == now;
        if (!settled && !late) {
            m_unquiet.insert(each.key(), now);
            quiet = false;
            continue;
        }
        m_unquiet.remove(each.key());
        (now.size < 0 ? gone : changed) += each.key();
        each.value() = now;
    }
    if (quiet || late) {
        m_quiet.stop();
    }
    follow();
    if (!changed.isEmpty()) {
        changed.sort();
        Q_EMIT this->changed(changed);
    }
    if (!gone.isEmpty()) {
        gone.sort();
        Q_EMIT missing(gone);
    }
}

} // namespace anchorscope::model
