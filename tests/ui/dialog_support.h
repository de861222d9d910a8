// Finding things in windows and dialogs as a reader of the screen does: by their names and texts.
#pragma once
#include "shots.h"
#include <QAbstractButton>
#include <QAction>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>

namespace anchorscope::test {

template<class T>
T* named(const QWidget& in, const QString& accessible_name) {
    for (T* each : in.findChildren<T*>()) {
        if (each->accessibleName() == accessible_name) {
            return each;
        }
    }
    return nullptr;
}

inline QPushButton* buttonNamed(const QWidget& in, const QString& text) {
    for (QPushButton* each : in.findChildren<QPushButton*>()) {
        if (each->text() == text) {
            return each;
        }
    }
    return nullptr;
}

/// By its text in the menu, without the mark of its key.
inline QAction* actionNamed(const QWidget& in, const QString& text) {
    for (QAction* each : in.findChildren<QAction*>()) {
        if (QString(each->text()).remove(QLatin1Char('&')) == text) {
            return each;
        }
    }
    return nullptr;
}

/// Whether a visible label begins like this.
inline bool showsText(const QWidget& in, const QString& start) {
    const QList<QLabel*> labels = in.findChildren<QLabel*>();
    return std::any_of(labels.begin(), labels.end(), [&start](const QLabel* each) {
        return each->isVisible() && each->text().startsWith(start);
    });
}

} // namespace anchorscope::test
