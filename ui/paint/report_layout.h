// Private to the pages of a report: breaks text into lines, lines into rows, rows into pages.
#pragma once
#include "ui/paint/report_pages.h"

namespace anchorscope::paint {

enum class Face { Sans, Bold, Mono };
/// A font of the report: as on the screen, but its size is in units and knows no zoom.
[[nodiscard]] QFont reportFont(Face face, double points);

class ReportLayout {
public:
    ReportLayout(const report::Document& document, const Cancellation& cancellation);
    [[nodiscard]] std::vector<std::vector<ReportPages::Item>> take();

private:
    using Item = ReportPages::Item;

    struct Line {
        QString text;
        QFont font;
        QColor color;
        double indent = 0, height = 0, ascent = 0;
    };
    struct Block { ///< the lines of a cell
        double x = 0, width = 0;
        std::vector<Line> lines;
        report::Mark mark = report::Mark::none;
        [[nodiscard]] double height() const;
    };
    struct Style {
        QFont font;
        QColor color;
    };

    [[nodiscard]] double left() const { return page_height - m_y - bottom_margin; }
    void newPage();
    void text(const QPointF& top_left, const Line& line);
    void fill(const QRectF& rect, const QColor& color, double radius = 0);
    void status(const QRectF& rect, report::Mark mark, const QColor& color);
    void add(Block& block, const QString& text, const Style& style, double indent = 0) const;
    void addHash(Block& block, const QString& text, const Style& style) const;
    void paragraph(const QString& text, const Style& style, double after);

    void cover();
    void section(const report::Section& section);
    void heading(const report::Section& section, double first_row);
    void columnHeads();
    void row(const report::Section& section, const report::Row& row);
    [[nodiscard]] std::vector<Block> blocksOf(const report::Section& section, const report::Row& row) const;
    [[nodiscard]] Block blockOf(const report::Cell& cell, double x, double width) const;
    void place(std::vector<Block> blocks, double guides);
    void rule();
    void finish();

    static constexpr double side_margin = 480, top_margin = 760, first_top = 480, bottom_margin = 560;
    static constexpr double content_width = page_width - 2 * side_margin;

    const report::Document& m_document;
    Cancellation m_cancellation;
    Theme m_theme{Scheme::Light};
    std::vector<std::vector<Item>> m_pages;
    const report::Section* m_heads = nullptr; ///< whose column titles stand on a new page, too
    double m_y = 0;
};

} // namespace anchorscope::paint
