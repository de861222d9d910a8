// Pictures of widgets for human eyes: written as PNG into $ANCHORSCOPE_SHOTS when that is set.
#pragma once
#include <QDir>
#include <QTest>
#include <QWidget>

namespace anchorscope::test {

/// Grabs the widget at its size and saves it as <name>.png; returns the picture in any case.
inline QImage shot(QWidget& widget, const QString& name) {
    const bool wanted = !qEnvironmentVariableIsEmpty("ANCHORSCOPE_SHOTS");
    if (wanted) {
        QTest::qWait(30); // delayed layouts
    }
    const QImage image = widget.grab().toImage();
    const QString folder = qEnvironmentVariable("ANCHORSCOPE_SHOTS");
    if (!folder.isEmpty()) {
        QDir().mkpath(folder);
        image.save(QDir(folder).filePath(name + QStringLiteral(".png")));
    }
    return image;
}

} // namespace anchorscope::test
