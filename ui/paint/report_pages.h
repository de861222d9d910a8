// A report laid out on A4 pages, and painted: for PDF and for the preview alike. Laying out needs fonts,
// hence a QGuiApplication, and may happen in any thread. Limits: 1. one unit is a tenth of a point; 2. as
// many pages as the document's rows need, which its own limits bound; a cell longer than a page goes on on
// the next;
// 3. opaque colours of the light theme alone: PDF/A-1b knows no transparency.
#pragma once
#include "core/base/cancellation.h"
#include "core/report/document.h"
#include "ui/paint/theme.h"
#include <QFont>
#include <QPainter>

namespace anchorscope::paint {

/// A4 in units: 210 × 297 mm.
inline constexpr int page_width = 5953, page_height = 8419, units_per_inch = 720;

class ReportPages {
public:
    ReportPages() = default;
    /// Cancelled, it has no pages.
    explicit ReportPages(const report::Document& document, const Cancellation& cancellation = {});
    [[nodiscard]] int count() const { return static_cast<int>(m_pages.size()); }
    /// `painter` counts in units, from the page's top left corner. Fills no background.
    void paint(QPainter& painter, int page) const;
    /// What is written on a page, a line each, in the order of painting: for readers and tests.
    [[nodiscard]] QStringList texts(int page) const;

    /// One thing on a page.
    struct Item {
        enum class Kind { Text, Fill, Status };
        Kind kind = Kind::Text;
        QRectF rect; ///< of a text: its line; the baseline is rect.top() + ascent
        double ascent = 0;
        QString text;
        QFont font;
        QColor color;
        double radius = 0; ///< of a fill
        report::Mark mark = report::Mark::none;
    };
    [[nodiscard]] const std::vector<Item>& items(int page) const {
        return m_pages[static_cast<std::size_t>(page)];
    }

private:
    friend class ReportLayout;
    std::vector<std::vector<Item>> m_pages;
};

[[nodiscard]] model::Meaning meaningOf(report::Mark mark);

} // namespace anchorscope::paint
