// Whether the texts of a window have room: nothing that a reader needs is cut. Texts that elide by design
// (one line whose whole text is the tool tip) are not looked at, but buttons, labels, headers and rows are.
#pragma once
#include "ui/widgets/elided_label.h"
#include "ui/widgets/ladder_buttons.h"
#include <QCheckBox>
#include <QComboBox>
#include <QHeaderView>
#include <QLabel>
#include <QLineEdit>
#include <QPushButton>
#include <QRadioButton>
#include <QTableView>
#include <QToolButton>

namespace anchorscope::test {

inline QString nameOf(const QWidget& widget) {
    QString text = widget.accessibleName();
    if (const auto* button = qobject_cast<const QAbstractButton*>(&widget);
        button != nullptr && text.isEmpty()) {
        text = button->text();
    } else if (const auto* label = qobject_cast<const QLabel*>(&widget); label != nullptr && text.isEmpty()) {
        text = label->text().left(40);
    }
    return QStringLiteral("%1 \"%2\"").arg(QLatin1String(widget.metaObject()->className()), text);
}

inline bool labelFits(const QLabel& label) {
    if (label.text().isEmpty() || !label.pixmap(Qt::ReturnByValue).isNull() ||
        qobject_cast<const ui::ElidedLabel*>(&label) != nullptr) {
        return label.height() >= label.fontMetrics().height() || label.text().isEmpty();
    }
    if (label.wordWrap()) {
        return label.heightForWidth(label.width()) <= label.height();
    }
    return label.sizeHint().width() <= label.width() && label.sizeHint().height() <= label.height();
}

inline bool buttonFits(const QAbstractButton& button) {
    if (const auto* rung = qobject_cast<const ui::RungButton*>(&button); rung != nullptr) {
        return rung->leastWidth() <= rung->width();
    }
    if (qobject_cast<const ui::StageButton*>(&button) != nullptr) {
        return true; // the ladder's own test
    }
    const bool plain = qobject_cast<const QPushButton*>(&button) != nullptr ||
                       qobject_cast<const QCheckBox*>(&button) != nullptr ||
                       qobject_cast<const QRadioButton*>(&button) != nullptr ||
                       qobject_cast<const QToolButton*>(&button) != nullptr;
    return !plain ||
           (button.sizeHint().width() <= button.width() && button.sizeHint().height() <= button.height());
}

inline bool rowsFit(const QTableView& table) {
    return table.verticalHeader()->defaultSectionSize() >= QFontMetrics(table.font()).height();
}

/// What is cut off in the window, one line each; empty when all is well.
inline QStringList cutTexts(const QWidget& window) {
    QStringList cut;
    for (const QWidget* each : window.findChildren<QWidget*>()) {
        if (!each->isVisible() || each->visibleRegion().isEmpty()) {
            continue;
        }
        bool fits = true;
        if (const auto* label = qobject_cast<const QLabel*>(each); label != nullptr) {
            fits = labelFits(*label);
        } else if (const auto* button = qobject_cast<const QAbstractButton*>(each); button != nullptr) {
            fits = buttonFits(*button);
        } else if (const auto* table = qobject_cast<const QTableView*>(each); table != nullptr) {
            fits = rowsFit(*table);
        } else if (const auto* line = qobject_cast<const QLineEdit*>(each); line != nullptr) {
            fits = line->height() >= line->fontMetrics().height();
        }
        if (!fits) {
            cut += QStringLiteral("%1: has %2 × %3, wants %4 × %5")
                       .arg(nameOf(*each))
                       .arg(each->width())
                       .arg(each->height())
                       .arg(each->sizeHint().width())
                       .arg(each->sizeHint().height());
        }
    }
    return cut;
}

} // namespace anchorscope::test
