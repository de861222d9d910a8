#include "ui/dialogs/dialog_parts.h"
#include "ui/widgets/panel.h"
#include <QGridLayout>

namespace anchorscope::ui::parts {

QGridLayout* fieldGrid(QWidget* page) {
    auto* grid = new QGridLayout(page);
    grid->setContentsMargins(inside, inside - 2, inside, gap);
    grid->setHorizontalSpacing(gap);
    grid->setVerticalSpacing(0);
    grid->setColumnMinimumWidth(0, caption_width);
    grid->setColumnStretch(1, 1);
    return grid;
}

Panel* framed(const QString& title, const QString& caption, QWidget* page) {
    auto* panel = new Panel(title);
    panel->setCaption(caption);
    panel->setContent(page);
    return panel;
}

} // namespace anchorscope::ui::parts
