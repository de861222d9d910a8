#include "ui/views/tree_page.h"
#include "ui/paint/fonts.h"
#include "ui/paint/scale.h"
#include "ui/paint/theme.h"
#include "ui/views/cell_table_view.h"
#include "ui/views/tree_view.h"
#include "ui/widgets/elided_label.h"
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace anchorscope::ui {

namespace {

constexpr paint::Px sentence_height{40}, inside{14}, least_height{200}, least_with_path{150};

/// A line of one pixel, in the one colour that lines have.
class Rule : public QWidget {
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), paint::theme().color(paint::Ink::Line));
    }
};

QLabel* sentence() {
    auto* label = new QLabel;
    label->setFont(paint::font(paint::Type::Body));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TreePage::TreePage(TreeView* tree, CellTableView* instead, QWidget* path, QWidget* parent)
    : QWidget(parent), m_tree(tree), m_stack(new QStackedLayout(this)),
      m_crossings(new ElidedLabel(paint::Type::Body, paint::Ink::SecondaryText)), m_why_none(sentence()),
      m_instead(instead) {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    m_path = path;
    rows->addWidget(path);
    rows->addWidget(tree, 1);
    m_rule = new Rule;
    rows->addWidget(m_rule);
    m_crossings->setFixedHeight(sentence_height);
    rows->addWidget(m_crossings);
    m_stack->addWidget(page);

    m_why_none->setAlignment(Qt::AlignCenter);
    auto* none = new QWidget;
    auto* none_rows = new QVBoxLayout(none);
    none_rows->setContentsMargins(0, 0, 0, 0);
    none_rows->setSpacing(0);
    none_rows->addWidget(m_why_none, 1);
    none_rows->addWidget(m_instead, 4);
    m_stack->addWidget(none);
}

void TreePage::setCrossings(const QString& text) {
    const int lanes = m_tree->columnWidth(model::TreeModel::Lane);
    m_crossings->setContentsMargins(lanes + inside, 0, inside, 0);
    m_crossings->setText(text);
}

/// The rows come first: in a low window the sentence gives way, then the path.
void TreePage::resizeEvent(QResizeEvent* event) {
    const bool low = height() < least_height;
    m_crossings->setVisible(!low);
    m_rule->setVisible(!low);
    m_path->setVisible(height() >= least_with_path);
    QWidget::resizeEvent(event);
}

void TreePage::setWhyNone(const QString& why) {
    m_why_none->setText(why);
    m_instead->setVisible(m_instead->model()->rowCount() > 0);
    m_stack->setCurrentIndex(why.isEmpty() ? 0 : 1);
}

} // namespace anchorscope::ui
