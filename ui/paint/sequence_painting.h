// Paints a laid out sequence diagram, or the part of it in a clip, with any painter: the window's, a
// picture's, an SVG's. What it says comes as words from outside. Limits: 1. work in proportion to what is
// visible;
// 2. nothing but lines, shapes and text: no clip and no pattern, which SVG would lose; 3. keeps no state, and
// reads only what it was given: may run beside the window's thread.
#pragma once
#include "ui/paint/sequence_layout.h"
#include "ui/paint/theme.h"
#include <QCoreApplication>
#include <QPainter>
#include <functional>

namespace anchorscope::paint {

struct SequenceText {
    QString words;                                 ///< "entry 0 · Counter.increment()"
    QString remark;                                ///< after them, in secondary colour; left out first
    model::Meaning meaning = model::Meaning::None; ///< only what is wrong or to be warned of has an icon
    bool wrong = false;
};

struct SequenceWords {
    std::function<SequenceText(const SequenceMessage&)> message;
    std::function<QString(const SequenceRoot&)> root; ///< "0x2b6e…90c4"
    std::function<QString(Domain)> caption;           ///< beside a domain's name: "id 1"
};

/// What stands out: indices of messages, and nodes that a filter leaves out.
struct SequenceEmphasis {
    quint32 chosen = nothing, previewed = nothing;
    bool focused = false;
    std::function<bool(quint32)> dimmed; ///< of a node; may be empty
};

class SequencePainting {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::paint::SequencePainting)
public:
    /// What is given must outlive it.
    SequencePainting(const SequenceLayout& layout, const SequenceWords& words, const Theme& theme,
                     const SequenceEmphasis& emphasis);

    /// Everything but the messages: frames, spans, lifelines, bars, roots, times.
    void paintGround(QPainter& painter, const QRectF& clip, bool labels = true) const;
    /// Words of arrows that lead out of `seen` stay inside, as far as they may.
    void paintMessages(QPainter& painter, quint32 first, quint32 end, bool labels = true,
                       const QRectF& seen = {}) const;
    /// Boxes with the domains' names, at the places of `boxes`; lifelines go on to `bottom`. `unit`: pixels
    /// of a designed one.
    void paintHeader(QPainter& painter, const std::vector<QRectF>& boxes, double unit, double bottom) const;
    /// Width that a message's words want.
    [[nodiscard]] double needed(const SequenceMessage& message) const;

    /// One box a lifeline, in pixels of the view: x · scale - left.
    static constexpr double header_height = 56, box_top = 11, box_height = 32, low_header = 36, low_top = 5,
                            low_height = 25, radius = 6;
    [[nodiscard]] static std::vector<QRectF> headerBoxes(const SequenceLayout& layout, double scale,
                                                         double left, double unit, bool low = false);
    [[nodiscard]] static QFont labelFont(bool bold = false);
    /// A call or return of the key: from left to right, in that colour.
    static void drawArrow(QPainter& painter, const QLineF& line, MessageKind kind, const QColor& color);
    void drawHatch(QPainter& painter, const QRectF& rect) const;
    static void drawBracket(QPainter& painter, double x, double top, double bottom, const QColor& color);

private:
    void paintFrame(QPainter& painter, const SequenceFrame& frame) const;
    void paintSpan(QPainter& painter, const SequenceSpan& span, const QRectF& clip, bool labels) const;
    void paintRow(QPainter& painter, quint32 message) const;
    void paintLifelines(QPainter& painter, const QRectF& clip) const;
    void paintRoot(QPainter& painter, const SequenceRoot& root, bool labels) const;
    void paintMark(QPainter& painter, const SequenceMark& mark) const;
    void paintMessage(QPainter& painter, const SequenceMessage& message) const;
    void paintLabel(QPainter& painter, const SequenceMessage& message, const QRectF& seen) const;
    void clearBehind(QPainter& painter, const SequenceMessage& message, const QRectF& label) const;
    [[nodiscard]] QColor frameFill(int depth) const;
    [[nodiscard]] QColor groundOf(const SequenceMessage& message) const;
    [[nodiscard]] double widthOf(const SequenceText& text, bool with_remark) const;
    [[nodiscard]] bool isDimmed(quint32 node) const { return m_emphasis.dimmed && m_emphasis.dimmed(node); }

    const SequenceLayout& m_layout;
    const SequenceWords& m_words;
    const Theme& m_theme;
    const SequenceEmphasis& m_emphasis;
};

} // namespace anchorscope::paint
