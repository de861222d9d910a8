#include "ui/dialogs/page_preview.h"
#include "ui/paint/scale.h"
#include "ui/widgets/accessible_role.h"
#include <QKeyEvent>
#include <QPainter>
#include <QScrollBar>

namespace anchorscope::ui {

namespace {

constexpr paint::Px around{14}, least_width{240};

} // namespace

/// One page, painted anew at any size: paper is white in every theme.
class PagePreview::Sheet : public QWidget {
public:
    explicit Sheet(PagePreview* preview) : m_preview(preview) {}

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        const paint::Theme paper(paint::Scheme::Light);
        painter.fillRect(rect(), paper.color(paint::Ink::Panel));
        if (m_preview->count() > 0) {
            painter.scale(double{1} * width() / paint::page_width, double{1} * height() / paint::page_height);
            m_preview->m_pages->paint(painter, m_preview->m_page);
            painter.resetTransform();
        }
        painter.setPen(paper.color(paint::Ink::Line));
        painter.drawRect(rect().adjusted(0, 0, -1, -1));
    }

private:
    PagePreview* m_preview;
};

PagePreview::PagePreview(QWidget* parent) : QScrollArea(parent), m_sheet(new Sheet(this)) {
    setWidget(m_sheet);
    setAlignment(Qt::AlignHCenter | Qt::AlignTop);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn);
    setFrameShape(NoFrame);
    setAccessibleRole(this, QAccessible::Document);
    setFocusPolicy(Qt::StrongFocus);
    setAccessibleName(tr("Preview of the report’s pages"));
}

void PagePreview::setPages(std::shared_ptr<const paint::ReportPages> pages) {
    m_pages = std::move(pages);
    m_page = std::clamp(m_page, 0, std::max(count() - 1, 0));
    m_sheet->setVisible(count() > 0);
    fit();
    m_sheet->update();
    Q_EMIT pageChanged();
}

void PagePreview::setPage(int page) {
    const int next = std::clamp(page, 0, std::max(count() - 1, 0));
    if (next == m_page) {
        return;
    }
    m_page = next;
    verticalScrollBar()->setValue(0);
    m_sheet->update();
    // The page's own words for those who do not see it.
    setAccessibleDescription(m_pages->texts(m_page).join(u'\n'));
    Q_EMIT pageChanged();
}

void PagePreview::keyPressEvent(QKeyEvent* event) {
    QScrollBar* const bar = verticalScrollBar();
    if (event->key() == Qt::Key_PageDown && bar->value() == bar->maximum()) {
        setPage(m_page + 1);
    } else if (event->key() == Qt::Key_PageUp && bar->value() == bar->minimum()) {
        setPage(m_page - 1);
    } else if (event->key() == Qt::Key_Home) {
        setPage(0);
    } else if (event->key() == Qt::Key_End) {
        setPage(count() - 1);
    } else {
        QScrollArea::keyPressEvent(event);
    }
}

void PagePreview::resizeEvent(QResizeEvent* event) {
    QScrollArea::resizeEvent(event);
    fit();
}

void PagePreview::fit() {
    const int width = std::max(viewport()->width() - 2 * around, int{least_width});
    m_sheet->setFixedSize(width, width * paint::page_height / paint::page_width);
}

} // namespace anchorscope::ui
