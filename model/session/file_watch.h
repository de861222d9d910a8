// Tells when files change on disk, also where they are replaced by others of the same name, deleted or made
// anew. Limits: 1. at most max_files, and folders once; what is compiled in is not watched; 2. changed()
// comes once the files have been left alone for a while, at the latest after most_delay, and only where size,
// time or identity differ from when they were last looked at; 3. a file that is gone is told once, and again
// when it is back.
#pragma once
#include <QFileSystemWatcher>
#include <QHash>
#include <QObject>
#include <QTimer>

namespace anchorscope::model {

class FileWatch : public QObject {
    Q_OBJECT
public:
    static constexpr qsizetype max_files = 256;
    static constexpr int quiet_ms = 300; ///< a file that is still being written is waited for
    static constexpr int most_delay_ms = 5000;

    explicit FileWatch(QObject* parent = nullptr);
    /// From now on these and no others; as they are at this moment.
    void watch(const QStringList& paths);
    /// As watch(), with what is known of those that were watched before kept: their changes are still told.
    void watchAlso(const QStringList& paths);
    [[nodiscard]] QStringList paths() const;

Q_SIGNALS:
    void changed(const QStringList& paths);
    void missing(const QStringList& paths);

private:
    struct Stamp {
        qint64 size = -1; ///< -1: there is no such file
        qint64 modified = 0, born = 0;
        friend bool operator==(const Stamp&, const Stamp&) = default;
    };
    [[nodiscard]] static Stamp stampOf(const QString& path);
    void stir();
    void look();
    void follow();

    QFileSystemWatcher m_watcher;
    QHash<QString, Stamp> m_known;   ///< as it was last told
    QHash<QString, Stamp> m_unquiet; ///< as it was at the last look, where that is something else
    QTimer m_quiet;
    qint64 m_stirred_ms = 0; ///< how long the present unrest has lasted
};

} // namespace anchorscope::model
