#include "ui/widgets/welcome.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/widgets/elided_label.h"
#include "ui/widgets/sample_grid.h"
#include "ui/widgets/welcome_parts.h"
#include <QDragEnterEvent>
#include <QGridLayout>
#include <QLineEdit>
#include <QMimeData>
#include <QPainter>
#include <QPushButton>
#include <QScrollArea>
#include <QScrollBar>
#include <QToolButton>

namespace anchorscope::ui {

using paint::Glyph;
using paint::Ink;
using paint::Type;

namespace {

constexpr paint::Px page_width{1200}, page_margin{24}, column_gap{16};
constexpr int recent_shown = 5, recent_most = 10;
constexpr paint::Px target_height{176}, inside{20};
constexpr paint::Px narrow_page{860}; ///< below, the two columns stand under each other

/// A glyph alone, in the accent.
class GlyphBox : public QWidget {
public:
    GlyphBox(Glyph glyph, int side, QWidget* parent) : QWidget(parent), m_glyph(glyph) {
        setFixedSize(side, side);
    }

protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        paint::drawGlyph(painter, rect(), m_glyph, paint::theme().color(Ink::Accent));
    }

private:
    Glyph m_glyph;
};

QLabel* label(Type type, Ink ink, const QString& text, QWidget* parent) {
    auto* made = new ElidedLabel(type, ink, parent);
    made->setText(text);
    return made;
}

/// Text that wraps, in secondary colour or not.
QLabel* wrapped(const QFont& face, bool secondary, const QString& text, QWidget* parent) {
    auto* made = new QLabel(text, parent);
    made->setFont(paint::hexSafe(face));
    made->setWordWrap(true);
    made->setTextFormat(Qt::PlainText);
    made->setForegroundRole(secondary ? QPalette::PlaceholderText : QPalette::WindowText);
    return made;
}

QFont leadFont() {
    QFont face = paint::font(Type::Callout);
    face.setWeight(QFont::Normal);
    return face;
}

QStringList localFiles(const QMimeData& data) {
    QStringList files;
    for (const QUrl& url : data.urls()) {
        if (url.isLocalFile()) {
            files += url.toLocalFile();
        }
    }
    return files;
}

} // namespace

/// A child object, so that it goes with the page.
class Welcome::Private : public QObject {
public:
    explicit Private(Welcome* welcome) : QObject(welcome), owner(welcome), scroll(new QScrollArea(welcome)) {
        auto* whole = new QVBoxLayout(welcome);
        whole->setContentsMargins(0, 0, 0, 0);
        whole->addWidget(scroll);
        scroll->setWidgetResizable(true);
        scroll->setFocusPolicy(Qt::NoFocus);
        scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

        page = new QWidget;
        auto* rows = new QVBoxLayout(page);
        rows->setSpacing(0);
        rows->addWidget(
            label(Type::Title, Ink::Text, Welcome::tr("Is this bundle what was committed?"), page));
        rows->addSpacing(paint::px(6));
        rows->addWidget(
            wrapped(leadFont(), true,
                    Welcome::tr("Open an execution table. Anchorscope recomputes every digest and checks it "
                                "against L1, and shows on whose word each step rests."),
                    page));
        rows->addSpacing(paint::px(24));
        columns = new QGridLayout;
        columns->setSpacing(column_gap);
        makeTarget();
        main = new QWidget(page);
        auto* main_rows = new QVBoxLayout(main);
        main_rows->setContentsMargins(0, 0, 0, 0);
        main_rows->setSpacing(column_gap);
        main_rows->addWidget(target, 1);
        main_rows->addWidget(makeFromL1());
        side = new QWidget(page);
        auto* side_rows = new QVBoxLayout(side);
        side_rows->setContentsMargins(0, 0, 0, 0);
        side_rows->setSpacing(column_gap);
        side_rows->addWidget(makeRecent(), 1);
        side_rows->addWidget(makeEndpoints());
        rows->addLayout(columns);
        rows->addSpacing(paint::px(28));
        addSamples(rows);
        rows->addStretch(1);
        scroll->setWidget(page);
        connect(scroll->verticalScrollBar(), &QScrollBar::rangeChanged, owner, [this] { place(); });
        page->setAutoFillBackground(false);
        scroll->viewport()->setAutoFillBackground(false);
    }

    void makeTarget() {
        target = new WelcomeCard(true, page);
        target->setMinimumHeight(target_height);
        auto* row = new QHBoxLayout(target);
        row->setContentsMargins(paint::px(40), inside, inside, inside);
        row->setSpacing(paint::px(36));
        row->addWidget(new GlyphBox(Glyph::Download, paint::px(44), target), 0, Qt::AlignVCenter);
        auto* words = new QVBoxLayout;
        words->setSpacing(0);
        words->addStretch(1);
        words->addWidget(
            label(Type::Verdict, Ink::Text, Welcome::tr("Drop a table, a case or an envelope here"), target));
        words->addSpacing(paint::px(4));
        words->addWidget(wrapped(
            paint::font(Type::Body), true,
            Welcome::tr("Calldata as .hex or .bin, or a folder with table, envelope and evidence"), target));
        words->addSpacing(paint::px(18));
        auto* buttons = new QHBoxLayout;
        buttons->setSpacing(paint::px(10));
        auto* open = button(Glyph::Open, Ink::AccentText, Welcome::tr("Open a file…"));
        open->setDefault(true);
        open->setFont(paint::font(Type::BodyBold));
        connect(open, &QPushButton::clicked, owner, &Welcome::openRequested);
        auto* paste = button(Glyph::Paste, Ink::Text, Welcome::tr("Paste"));
        paste->setToolTip(Welcome::tr("A table as hexadecimal text from the clipboard"));
        connect(paste, &QPushButton::clicked, owner, &Welcome::pasteRequested);
        buttons->addWidget(open);
        buttons->addWidget(paste);
        buttons->addStretch(1);
        words->addLayout(buttons);
        words->addStretch(1);
        row->addLayout(words, 1);
    }

    QPushButton* button(Glyph glyph, Ink ink, const QString& text) {
        auto* made = new QPushButton(paint::icon(glyph, ink), text, page);
        made->setAutoDefault(true); // Enter presses it
        return made;
    }

    QWidget* makeFromL1() {
        auto* card = new WelcomeCard(false, page);
        auto* rows = new QVBoxLayout(card);
        rows->setContentsMargins(inside, paint::px(12), inside, paint::px(14));
        rows->setSpacing(paint::px(8));
        auto* titles = new QHBoxLayout;
        titles->addWidget(label(Type::Callout, Ink::Text, Welcome::tr("Open from L1"), card));
        titles->addStretch(1);
        titles->addWidget(label(Type::Caption, Ink::SecondaryText, Welcome::tr("needs an endpoint"), card));
        rows->addLayout(titles);
        auto* row = new QHBoxLayout;
        row->setSpacing(paint::px(10));
        auto* reference = new QLineEdit(card);
        reference->setPlaceholderText(Welcome::tr("Transaction hash or a block explorer’s address"));
        reference->setAccessibleName(Welcome::tr("Transaction, block or explorer’s page"));
        auto* fetch = button(Glyph::Download, Ink::Text, Welcome::tr("Look…"));
        row->addWidget(reference, 1);
        row->addWidget(fetch);
        rows->addLayout(row);
        const auto ask = [this, reference] { Q_EMIT owner->referenceGiven(reference->text().trimmed()); };
        connect(fetch, &QPushButton::clicked, owner, ask);
        connect(reference, &QLineEdit::returnPressed, owner, ask);
        return card;
    }

    QWidget* makeRecent() {
        auto* card = new WelcomeCard(false, page);
        auto* rows = new QVBoxLayout(card);
        rows->setContentsMargins(1, paint::px(12), 1, paint::px(10));
        rows->setSpacing(0);
        auto* title = label(Type::Callout, Ink::Text, Welcome::tr("Recent"), card);
        title->setContentsMargins(0, 0, 0, 0);
        auto* title_row = new QHBoxLayout;
        title_row->setContentsMargins(inside - 1, 0, inside - 1, paint::px(8));
        title_row->addWidget(title);
        title_row->addStretch(1);
        recent_more = new QToolButton(card);
        recent_more->setAutoRaise(true);
        recent_more->setFocusPolicy(Qt::TabFocus);
        connect(recent_more, &QToolButton::clicked, owner, [this] {
            recent_unfolded = !recent_unfolded;
            fillRecent();
        });
        title_row->addWidget(recent_more);
        rows->addLayout(title_row);
        recent = new QVBoxLayout;
        recent->setSpacing(0);
        rows->addLayout(recent);
        rows->addStretch(1);
        return card;
    }

    QWidget* makeEndpoints() {
        auto* card = new WelcomeCard(false, page);
        auto* row = new QHBoxLayout(card);
        row->setContentsMargins(inside, paint::px(14), inside, paint::px(14));
        row->setSpacing(paint::px(14));
        row->addWidget(new GlyphBox(Glyph::Server, paint::px(20), card), 0, Qt::AlignVCenter);
        auto* words = new QVBoxLayout;
        words->setSpacing(paint::px(2));
        endpoint_title = wrapped(paint::font(Type::BodyBold), false, {}, card);
        endpoint_detail = wrapped(paint::font(Type::Caption), true, {}, card);
        words->addWidget(endpoint_title);
        words->addWidget(endpoint_detail);
        row->addLayout(words, 1);
        auto* set_up = new QPushButton(Welcome::tr("Set up endpoints…"), card);
        set_up->setAutoDefault(true);
        connect(set_up, &QPushButton::clicked, owner, &Welcome::endpointsRequested);
        row->addWidget(set_up);
        return card;
    }

    /// Those that fit beside the drop target; the rest once it is asked for.
    void fillRecent() {
        for (QWidget* row : std::as_const(recent_rows)) {
            row->setParent(nullptr);
            row->deleteLater(); // it may be the one that was clicked
        }
        recent_rows.clear();
        const qsizetype shown = recent_unfolded ? recent_most : recent_shown;
        for (const RecentCase& entry : recent_cases.first(std::min(recent_cases.size(), shown))) {
            auto* row = new RecentRow(entry.path, entry.verdict, entry.pinned, page);
            connect(row, &RecentRow::clicked, owner,
                    [this, path = entry.path] { Q_EMIT owner->pathChosen(path); });
            connect(row, &RecentRow::pinChosen, owner,
                    [this, path = entry.path](bool pinned) { Q_EMIT owner->pinChosen(path, pinned); });
            recent_rows.push_back(row);
        }
        if (recent_cases.isEmpty()) {
            auto* nothing = new QWidget(page);
            auto* row = new QHBoxLayout(nothing);
            row->setContentsMargins(inside - 1, paint::px(4), inside - 1, paint::px(4));
            row->addWidget(
                label(Type::Body, Ink::SecondaryText, Welcome::tr("Cases you open appear here."), nothing));
            recent_rows.push_back(nothing);
        }
        for (QWidget* row : std::as_const(recent_rows)) {
            recent->addWidget(row);
        }
        const auto more = static_cast<int>(recent_cases.size()) - recent_shown;
        recent_more->setVisible(more > 0);
        recent_more->setText(recent_unfolded ? Welcome::tr("Fewer")
                                             : Welcome::tr("%n more", nullptr, std::max(more, 0)));
    }

    void addSamples(QVBoxLayout* rows) {
        auto* row = new QHBoxLayout;
        row->setSpacing(paint::px(24));
        row->addWidget(label(Type::Verdict, Ink::Text, Welcome::tr("Samples"), page));
        row->addWidget(label(Type::Body, Ink::SecondaryText,
                             Welcome::tr("Each takes a minute, works offline, and shows one idea."), page),
                       1);
        auto* tour = button(Glyph::Play, Ink::Text, Welcome::tr("Guided tour"));
        connect(tour, &QPushButton::clicked, owner, &Welcome::tourRequested);
        row->addWidget(tour);
        rows->addLayout(row);
        rows->addSpacing(paint::px(12));
        samples = new SampleGrid(page);
        connect(samples, &SampleGrid::chosen, owner, &Welcome::pathChosen);
        rows->addWidget(samples);
    }

    void place() {
        const int width = owner->width();
        const int margin = qMax<int>(page_margin, (width - page_width) / 2);
        const QScrollBar* bar = scroll->verticalScrollBar();
        const int beside = bar->maximum() > 0 ? bar->sizeHint().width() : 0; // keeps both margins alike
        page->layout()->setContentsMargins(margin, paint::px(36), margin - beside, page_margin);
        const bool narrow = width < narrow_page;
        columns->removeWidget(main);
        columns->removeWidget(side);
        columns->addWidget(main, 0, 0);
        columns->addWidget(side, narrow ? 1 : 0, narrow ? 0 : 1);
        columns->setColumnStretch(0, 3);
        columns->setColumnStretch(1, narrow ? 0 : 2);
    }

    Welcome* owner;
    QScrollArea* scroll;
    QWidget* page = nullptr;
    QGridLayout* columns = nullptr;
    WelcomeCard* target = nullptr;
    QWidget *main = nullptr, *side = nullptr;
    QVBoxLayout* recent = nullptr;
    QList<QWidget*> recent_rows;
    QList<RecentCase> recent_cases;
    QToolButton* recent_more = nullptr;
    bool recent_unfolded = false;
    QLabel *endpoint_title = nullptr, *endpoint_detail = nullptr;
    SampleGrid* samples = nullptr;
};

Welcome::Welcome(QWidget* parent) : QWidget(parent), d(new Private(this)) {
    setAcceptDrops(true);
    setAccessibleName(tr("Welcome"));
    setRecent({});
    setEndpointText(tr("Working offline"), tr("Nothing leaves this computer."));
    d->place();
}

void Welcome::setRecent(const QList<RecentCase>& recent) {
    d->recent_cases = recent.first(std::min<qsizetype>(recent.size(), recent_most));
    d->fillRecent();
}

void Welcome::setEndpointText(const QString& title, const QString& detail) {
    d->endpoint_title->setText(title);
    d->endpoint_detail->setText(detail);
}

/// Files; anything else is for the window.
void Welcome::dragEnterEvent(QDragEnterEvent* event) {
    if (localFiles(*event->mimeData()).isEmpty()) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    d->target->setHighlighted(true);
}

void Welcome::dragLeaveEvent(QDragLeaveEvent*) { d->target->setHighlighted(false); }

void Welcome::dropEvent(QDropEvent* event) {
    d->target->setHighlighted(false);
    constexpr qsizetype most = 32;
    const QStringList files = localFiles(*event->mimeData());
    if (files.isEmpty()) {
        event->ignore();
        return;
    }
    event->acceptProposedAction();
    for (const QString& path : files.first(std::min(files.size(), most))) {
        Q_EMIT pathChosen(path);
    }
}

void Welcome::resizeEvent(QResizeEvent*) { d->place(); }

} // namespace anchorscope::ui
