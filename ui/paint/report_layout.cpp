#include "ui/paint/report_layout.h"
#include "ui/paint/fonts.h"
#include <QTextLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::paint {

using model::Meaning;
using report::Cell;
using report::Look;
using report::Mark;
using report::Row;
using report::Section;

namespace {

constexpr double cell_padding_x = 50, cell_padding_y = 34, icon_size = 84, icon_gap = 38;
constexpr double tree_step = 90;
constexpr std::uint16_t max_indent = 14; ///< deeper rows say their depth instead

QString fromUtf8(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// Any text that holds 0x is drawn unshaped (LOOK 2).
QFont safeFor(const QString& text, const QFont& font) {
    return text.contains(u"0x"_s) ? hexSafe(font) : font;
}

bool isHash(const QString& text) { return text.size() == 66 && text.startsWith(u"0x"_s); }

} // namespace

QFont reportFont(Face face, double points) {
    QFont out(face == Face::Mono ? u"JetBrains Mono"_s : u"Noto Sans"_s);
    out.setPixelSize(qRound(points * 10));
    out.setWeight(face == Face::Bold ? QFont::Bold : QFont::Normal);
    out.setFixedPitch(face == Face::Mono);
    out.setHintingPreference(QFont::PreferNoHinting);
    return face == Face::Mono ? hexSafe(out) : out;
}

double ReportLayout::Block::height() const {
    double sum = 0;
    for (const Line& line : lines) {
        sum += line.height;
    }
    return sum;
}

ReportLayout::ReportLayout(const report::Document& document, const Cancellation& cancellation)
    : m_document(document), m_cancellation(cancellation) {}

std::vector<std::vector<ReportPages::Item>> ReportLayout::take() {
    m_pages.emplace_back();
    m_y = first_top;
    cover();
    for (const Section& each : m_document.sections) {
        section(each);
        if (m_cancellation.cancelled()) {
            return {};
        }
    }
    m_y += 140;
    const Style quiet{reportFont(Face::Sans, 8), m_theme.color(Ink::SecondaryText)};
    paragraph(fromUtf8(m_document.closing), quiet, 60);
    paragraph(u"Written as PDF/A-1b by Qt; not validated."_s, quiet, 0);
    finish();
    return std::move(m_pages);
}

void ReportLayout::newPage() {
    m_pages.emplace_back();
    m_y = top_margin;
    if (m_heads) {
        columnHeads();
    }
}

void ReportLayout::text(const QPointF& top_left, const Line& line) {
    if (line.text.isEmpty()) {
        return;
    }
    Item item;
    item.rect = {top_left, QSizeF(QFontMetricsF(line.font).horizontalAdvance(line.text), line.height)};
    item.ascent = line.ascent;
    item.text = line.text;
    item.font = line.font;
    item.color = line.color;
    m_pages.back().push_back(std::move(item));
}

void ReportLayout::fill(const QRectF& rect, const QColor& color, double radius) {
    Item item;
    item.kind = Item::Kind::Fill;
    item.rect = rect;
    item.color = color;
    item.radius = radius;
    m_pages.back().push_back(std::move(item));
}

void ReportLayout::status(const QRectF& rect, Mark mark, const QColor& color) {
    Item item;
    item.kind = Item::Kind::Status;
    item.rect = rect;
    item.mark = mark;
    item.color = color;
    m_pages.back().push_back(std::move(item));
}

/// Lines that fit the block's width, broken between words where that goes, else anywhere.
void ReportLayout::add(Block& block, const QString& text, const Style& style, double indent) const {
    for (const QString& part : text.split(u'\n')) {
        const QFont font = safeFor(part, style.font);
        QTextLayout layout(part, font);
        QTextOption option;
        option.setWrapMode(QTextOption::WrapAtWordBoundaryOrAnywhere);
        option.setUseDesignMetrics(true);
        layout.setTextOption(option);
        layout.beginLayout();
        for (QTextLine line = layout.createLine(); line.isValid(); line = layout.createLine()) {
            line.setLineWidth(std::max(block.width - indent, 100.0));
            QString words = part.mid(line.textStart(), line.textLength());
            while (words.endsWith(u' ')) {
                words.chop(1);
            }
            block.lines.push_back({words, font, style.color, indent, line.height() * 1.08, line.ascent()});
        }
        layout.endLayout();
    }
}

/// A hash that does not fit is broken in its middle, and its second half stands under the first.
void ReportLayout::addHash(Block& block, const QString& text, const Style& style) const {
    const QFontMetricsF metrics(style.font);
    if (!isHash(text) || metrics.horizontalAdvance(text) <= block.width) {
        add(block, text, style);
        return;
    }
    add(block, text.left(34), style);
    add(block, text.mid(34), style, metrics.horizontalAdvance(u"0x"_s));
}

void ReportLayout::paragraph(const QString& words, const Style& style, double after) {
    Block block{side_margin, content_width, {}};
    add(block, words, style);
    for (const Line& line : block.lines) {
        if (left() < line.height) {
            newPage();
        }
        text({side_margin, m_y}, line);
        m_y += line.height;
    }
    m_y += after;
}

void ReportLayout::cover() {
    const Meaning meaning = meaningOf(m_document.mark);
    const BannerInk ink = m_theme.banner(meaning);
    const QColor second = m_theme.color(Ink::SecondaryText);
    paragraph(u"Anchorscope verification report"_s, {reportFont(Face::Bold, 9), second}, 70);

    constexpr double inset = 200, icon = 420, gap = 160;
    Block words{side_margin + inset + icon + gap, content_width - 2 * inset - icon - gap, {}};
    add(words, fromUtf8(m_document.headline), {reportFont(Face::Bold, 17), ink.foreground});
    const std::size_t heading = words.lines.size();
    add(words, fromUtf8(m_document.reason), {reportFont(Face::Sans, 9.5), ink.foreground});
    const std::size_t reason = words.lines.size();
    add(words, fromUtf8(m_document.subject), {reportFont(Face::Bold, 8.5), ink.foreground});
    if (!m_document.sha256.empty()) {
        addHash(words, fromUtf8(m_document.sha256), {reportFont(Face::Mono, 7.5), ink.foreground});
    }
    constexpr double between = 50;
    const double height = words.height() + 2 * between + 2 * inset;
    fill({side_margin, m_y, content_width, height}, ink.background, 80);
    status({side_margin + inset, m_y + inset, icon, icon}, m_document.mark, ink.foreground);
    double y = m_y + inset;
    for (std::size_t i = 0; i < words.lines.size(); ++i) {
        y += i == heading || i == reason ? between : 0;
        text({words.x, y}, words.lines[i]);
        y += words.lines[i].height;
    }
    m_y += height + 40;
}

/// Never alone at the end of a page: with the sentence, the titles of the columns, and the first row.
void ReportLayout::heading(const Section& section, double first_row) {
    m_heads = nullptr;
    constexpr double without_row = 600;
    m_y += 190;
    if (left() < without_row + std::min(first_row, page_height / 2.0)) {
        newPage();
    }
    paragraph(fromUtf8(section.title), {reportFont(Face::Bold, 12), m_theme.color(Ink::Text)}, 30);
    if (!section.lead.empty()) {
        paragraph(fromUtf8(section.lead), {reportFont(Face::Sans, 8.5), m_theme.color(Ink::SecondaryText)},
                  50);
    }
}

void ReportLayout::columnHeads() {
    const Style style{reportFont(Face::Bold, 7.5), m_theme.color(Ink::SecondaryText)};
    const double height = QFontMetricsF(style.font).height() * 1.08 + 2 * 28;
    fill({side_margin, m_y, content_width, height}, m_theme.color(Ink::Header));
    double x = side_margin;
    for (const report::Column& column : m_heads->columns) {
        const double width = content_width * column.share / 100;
        Block block{x + cell_padding_x, width - 2 * cell_padding_x, {}};
        add(block, fromUtf8(column.title), style);
        if (!block.lines.empty()) {
            text({block.x, m_y + 28}, block.lines.front());
        }
        x += width;
    }
    m_y += height;
}

void ReportLayout::section(const Section& section) {
    double first = 0;
    for (const Block& block :
         section.rows.empty() ? std::vector<Block>() : blocksOf(section, section.rows.front())) {
        first = std::max(first, block.height());
    }
    heading(section, first);
    if (section.kind != Section::Kind::facts && !section.rows.empty()) {
        m_heads = &section;
        columnHeads();
    }
    for (const Row& each : section.rows) {
        row(section, each);
        if (m_cancellation.cancelled()) {
            return;
        }
    }
    m_heads = nullptr;
    if (!section.left_out.empty()) {
        m_y += 70;
        paragraph(fromUtf8(section.left_out), {reportFont(Face::Bold, 8.5), m_theme.color(Ink::Text)}, 0);
    }
}

ReportLayout::Block ReportLayout::blockOf(const Cell& cell, double x, double width) const {
    Block block{x + cell_padding_x, width - 2 * cell_padding_x, {}, cell.mark};
    if (cell.mark != Mark::none) { // room for the icon
        block.width -= icon_size + icon_gap;
    }
    const Ink ink = cell.look == Look::muted                                   ? Ink::SecondaryText
                    : cell.look == Look::strong && cell.mark == Mark::mismatch ? Ink::Mismatch
                    : cell.look == Look::strong && cell.mark == Mark::warning  ? Ink::Warning
                                                                               : Ink::Text;
    const QColor color = m_theme.color(ink);
    if (cell.look == Look::mono) {
        for (const QString& line : fromUtf8(cell.text).split(u'\n')) {
            addHash(block, line, {reportFont(Face::Mono, 7.5), color});
        }
    } else {
        const Face face = cell.look == Look::strong ? Face::Bold : Face::Sans;
        add(block, fromUtf8(cell.text), {reportFont(face, 8.5), color});
    }
    if (!cell.more.empty()) {
        for (const QString& line : fromUtf8(cell.more).split(u'\n')) {
            addHash(block, line, {reportFont(Face::Mono, 7), m_theme.color(Ink::SecondaryText)});
        }
    }
    return block;
}

std::vector<ReportLayout::Block> ReportLayout::blocksOf(const Section& section, const Row& row) const {
    std::vector<Block> out;
    double x = side_margin;
    for (std::size_t i = 0; i < row.cells.size() && i < section.columns.size(); ++i) {
        const double width = content_width * section.columns[i].share / 100;
        const bool label = section.kind == Section::Kind::tree && i == 1;
        const double indent = label ? tree_step * std::min(row.depth, max_indent) : 0;
        Cell cell = row.cells[i];
        if (label && row.depth > max_indent) {
            cell.text = "depth " + std::to_string(row.depth) + "  " + cell.text;
        }
        if (label && row.note != 0) {
            cell.text += "  (note " + std::to_string(row.note) + ")";
        }
        out.push_back(blockOf(cell, x + indent, width - indent));
        x += width;
    }
    return out;
}

void ReportLayout::row(const Section& section, const Row& row) {
    const bool tree = section.kind == Section::Kind::tree;
    place(blocksOf(section, row), tree ? std::min(row.depth, max_indent) : 0);
}

void ReportLayout::rule() { fill({side_margin, m_y, content_width, 5}, m_theme.color(Ink::Line)); }

/// Whole on this page or on the next; what is longer than half a page goes on over the pages.
void ReportLayout::place(std::vector<Block> blocks, double guides) {
    double tallest = 0, baseline = 0;
    for (const Block& block : blocks) {
        tallest = std::max(tallest, block.height());
        baseline = std::max(baseline, block.lines.empty() ? 0 : block.lines.front().ascent);
    }
    if (tallest + 2 * cell_padding_y > left() && tallest < page_height / 2.0) {
        newPage();
    }
    std::vector<std::size_t> next(blocks.size(), 0); // lines that stand already
    for (bool more = true; more;) {
        if (left() < 2 * cell_padding_y + 200) {
            newPage();
        }
        const double top = m_y, room = left() - 2 * cell_padding_y;
        double used = 0;
        more = false;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            const Block& block = blocks[i];
            // First lines stand on one baseline, whatever their fonts.
            double y = next[i] == 0 && !block.lines.empty() ? baseline - block.lines.front().ascent : 0;
            double x = block.x;
            if (block.mark != Mark::none) {
                if (next[i] == 0 && !block.lines.empty()) {
                    const double middle = top + cell_padding_y + y + block.lines.front().height / 2;
                    status({x, middle - icon_size / 2, icon_size, icon_size}, block.mark,
                           m_theme.color(meaningOf(block.mark)));
                }
                x += icon_size + icon_gap;
            }
            for (; next[i] < block.lines.size() && y + block.lines[next[i]].height <= room; ++next[i]) {
                const Line& line = block.lines[next[i]];
                text({x + line.indent, top + cell_padding_y + y}, line);
                y += line.height;
            }
            used = std::max(used, y);
            more = more || next[i] < block.lines.size();
        }
        const double height = used + 2 * cell_padding_y;
        if (m_heads && m_heads->kind == Section::Kind::tree) { // guides of the rows around it
            const double x = side_margin + content_width * m_heads->columns[0].share / 100 + cell_padding_x;
            for (double level = 1; level <= guides; ++level) {
                fill({x + (level - 1) * tree_step + 22, top, 5, height}, m_theme.color(Ink::Line));
            }
        }
        m_y = top + height;
        if (!m_heads || m_heads->kind != Section::Kind::tree) {
            rule();
        }
    }
}

/// Heads and feet, now that the number of pages is known.
void ReportLayout::finish() {
    const QColor second = m_theme.color(Ink::SecondaryText);
    const QFont small = reportFont(Face::Sans, 7), bold = reportFont(Face::Bold, 7.5),
                mono = reportFont(Face::Mono, 6.5);
    const auto line = [](const QString& words, const QFont& font, const QColor& color) {
        const QFontMetricsF metrics(font);
        return Line{words, safeFor(words, font), color, 0, metrics.height(), metrics.ascent()};
    };
    const QString total = QString::number(m_pages.size());
    std::vector<std::vector<Item>> pages = std::move(m_pages);
    for (std::size_t i = 0; i < pages.size(); ++i) {
        m_pages.clear();
        m_pages.push_back(std::move(pages[i]));
        if (i > 0) {
            const QColor color = m_theme.color(meaningOf(m_document.mark));
            status({side_margin, 392, 96, 96}, m_document.mark, color);
            const QFontMetricsF hash_metrics(mono), bold_metrics(bold);
            const QString sha =
                m_document.sha256.empty() ? QString() : u"SHA-256 "_s + fromUtf8(m_document.sha256);
            const double hash_width = hash_metrics.horizontalAdvance(sha);
            const QString name = bold_metrics.elidedText(
                u"%1: %2"_s.arg(fromUtf8(m_document.verdict), fromUtf8(m_document.subject)), Qt::ElideMiddle,
                content_width - hash_width - 240);
            text({side_margin + 130, 390}, line(name, bold, m_theme.color(Ink::Text)));
            text({page_width - side_margin - hash_width, 398}, line(sha, mono, second));
            fill({side_margin, 550, content_width, 5}, m_theme.color(Ink::Line));
        }
        const double foot = page_height - 380;
        text({side_margin, foot}, line(fromUtf8(m_document.tool), small, second));
        const QString number = u"Page %1 of %2"_s.arg(i + 1).arg(total);
        text({page_width - side_margin - QFontMetricsF(small).horizontalAdvance(number), foot},
             line(number, small, second));
        pages[i] = std::move(m_pages.front());
    }
    m_pages = std::move(pages);
}

} // namespace anchorscope::paint
