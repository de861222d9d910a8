// Pages of a report, one at a time, as wide as there is room; Page Up and Page Down turn them at their ends.
#pragma once
#include "ui/paint/report_pages.h"
#include <QScrollArea>

namespace anchorscope::ui {

class PagePreview : public QScrollArea {
    Q_OBJECT
public:
    explicit PagePreview(QWidget* parent = nullptr);
    /// The page that is shown stays where there is one of that number.
    void setPages(std::shared_ptr<const paint::ReportPages> pages);
    void setPage(int page);
    [[nodiscard]] int page() const { return m_page; }
    [[nodiscard]] int count() const { return m_pages ? m_pages->count() : 0; }

Q_SIGNALS:
    void pageChanged();

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    class Sheet;
    void fit();

    std::shared_ptr<const paint::ReportPages> m_pages;
    int m_page = 0;
    Sheet* m_sheet;
};

} // namespace anchorscope::ui
