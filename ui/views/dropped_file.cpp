#include "ui/views/dropped_file.h"
#include <QFile>
#include <QFileInfo>

namespace anchorscope::ui {

DroppedKind droppedKind(const QString& path) {
    constexpr qint64 looked_at = 64 << 10;
    QFile file(path);
    if (!QFileInfo(path).isFile() || !file.open(QIODevice::ReadOnly)) {
        return DroppedKind::Table;
    }
    const QByteArray head = file.read(looked_at);
    if (!head.trimmed().startsWith('{')) {
        return DroppedKind::Table;
    }
    // Only a guess about what was meant: what it is, the strict readers decide.
    if (head.contains("\"erc8281/") || head.contains("\"receipt_log_position\"")) {
        return DroppedKind::Envelope;
    }
    if (head.contains("\"anchorscope.evidence/") || head.contains("\"blocks\"")) {
        return DroppedKind::Evidence;
    }
    return head.contains("\"gasUsed\"") && head.contains("\"calls\"") ? DroppedKind::Trace
                                                                      : DroppedKind::Table;
}

} // namespace anchorscope::ui
