#include "ui/views/tree_page.h"
#include "ui/paint/fonts.h"
#include "ui/paint/theme.h"
#include "ui/views/tree_view.h"
#include <QLabel>
#include <QPainter>
#include <QStackedLayout>
#include <QVBoxLayout>

namespace anchorscope::ui {

namespace {

constexpr int sentence_height = 40, inside = 14;

/// A line of one pixel, in the one colour that lines have.
class Rule : public QWidget {
public:
    Rule() { setFixedHeight(1); }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter(this).fillRect(rect(), paint::theme().color(paint::Ink::Line));
    }
};

QLabel* sentence(const QString& text = {}) {
    auto* label = new QLabel(text);
    label->setFont(paint::font(paint::Type::Body));
    label->setForegroundRole(QPalette::PlaceholderText);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse);
    return label;
}

} // namespace

TreePage::TreePage(TreeView* tree, QWidget* parent)
    : QWidget(parent), m_tree(tree), m_stack(new QStackedLayout(this)), m_crossings(sentence()) {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(0);
    rows->addWidget(tree, 1);
    rows->addWidget(new Rule);
    m_crossings->setFixedHeight(sentence_height);
    rows->addWidget(m_crossings);
    m_stack->addWidget(page);

    auto* opaque = sentence(tr("These bytes match no table format: an opaque observation.\n"
                               "Its commitment can still be verified; there are no transitions to show."));
    opaque->setAlignment(Qt::AlignCenter);
    m_stack->addWidget(opaque);
}

void TreePage::setCrossings(const QString& text) {
    const int lanes = m_tree->columnWidth(model::TreeModel::Lane);
    m_crossings->setContentsMargins(lanes + inside, 0, inside, 0);
    m_crossings->setText(text);
}

void TreePage::setOpaque(bool opaque) { m_stack->setCurrentIndex(opaque ? 1 : 0); }

} // namespace anchorscope::ui
