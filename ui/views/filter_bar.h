// The filter in the tool bar: its field with completion, whether it is one and why not, how many rows match,
// a menu of saved and used filters, and whether the other rows are hidden or dimmed. Esc takes the filter
// away, then leaves; Enter keeps it for later and leaves to the first match.
#pragma once
#include "model/settings/filter_book.h"
#include "ui/views/node_filter.h"
#include <QPointer>
#include <QWidget>

class QKeyEvent;
class QToolButton;

namespace anchorscope::ui {

class ElidedLabel;
class FilterField;
class FilterMenu;
class FilterPopup;

class FilterBar : public QWidget {
    Q_OBJECT
public:
    /// `settings` must outlive it.
    explicit FilterBar(model::Settings* settings, QWidget* parent = nullptr);
    ~FilterBar() override;
    /// The filter of the case that is shown; null: there is none.
    void setFilter(NodeFilter* filter);
    /// For the hint in the empty field, and its tool tip.
    void setKeys(const QKeySequence& keys);
    void focusField();
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

Q_SIGNALS:
    void left(bool accepted);                ///< to the tree; accepted: to the first match
    void problemChanged(const QString& why); ///< in words, with its place; empty: there is none

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    void layOut();
    void paintKeys(QPainter& painter) const;
    [[nodiscard]] bool takeKey(const QKeyEvent& event);
    void offer();
    void showText();
    void showState();
    void toggleMode(bool all);
    void accept();
    void leave();
    [[nodiscard]] QString countText() const;

    model::Settings* m_settings;
    model::FilterBook m_book;
    QPointer<NodeFilter> m_filter;
    FilterField* m_field = nullptr;
    FilterPopup* m_popup = nullptr;
    FilterMenu* m_menu = nullptr;
    ElidedLabel* m_count = nullptr;
    QToolButton *m_clear = nullptr, *m_all = nullptr, *m_more = nullptr;
    QString m_problem, m_keys;
};

} // namespace anchorscope::ui
