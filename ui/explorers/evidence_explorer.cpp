#include "ui/explorers/evidence_explorer.h"
#include "ui/explorers/callout.h"
#include "ui/explorers/card_view.h"
#include "ui/explorers/comparison_view.h"
#include "ui/explorers/explorer_header.h"
#include "ui/paint/boxes.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/rung_statement.h"
#include "ui/widgets/panel.h"
#include <QAbstractItemView>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPointer>
#include <QPushButton>
#include <QScrollArea>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr int handle = 8;

/// A panel without a title.
class WordsFrame : public QWidget {
protected:
    void paintEvent(QPaintEvent*) override {
        QPainter painter(this);
        painter.setRenderHint(QPainter::Antialiasing);
        paint::drawBox(painter, rect(), paint::panel_radius, paint::theme().color(paint::Ink::Panel),
                       paint::theme().color(paint::Ink::Line));
    }
};

/// A caption over a few lines of text.
class WordsColumn : public QWidget {
public:
    explicit WordsColumn(const QString& title) : m_text(new QLabel) {
        auto* rows = new QVBoxLayout(this);
        rows->setContentsMargins(0, 0, 0, 0);
        rows->setSpacing(paint::px(2));
        auto* caption = new QLabel(title);
        caption->setFont(paint::font(paint::Type::Caption));
        caption->setForegroundRole(QPalette::PlaceholderText);
        m_text->setFont(paint::hexSafe(paint::font(paint::Type::Body)));
        m_text->setTextFormat(Qt::PlainText);
        m_text->setWordWrap(true);
        m_text->setAlignment(Qt::AlignTop | Qt::AlignLeft);
        m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
        m_text->setFocusPolicy(Qt::NoFocus);
        m_text->setMinimumWidth(1);
        rows->addWidget(caption);
        rows->addWidget(m_text, 1);
    }
    void setText(const QString& text) {
        m_text->setText(text);
        m_text->setToolTip(text);
    }

private:
    QLabel* m_text;
};

} // namespace

class EvidenceExplorer::Private {
public:
    Private(EvidenceExplorer* view, model::Session* of, Selection* with)
        : session(of), selection(with), job(view) {}

    model::Session* session;
    Selection* selection;
    model::LatestJob job;
    std::optional<verify::RungId> rung;
    model::EvidencePage page;

    ExplorerHeader* header = nullptr;
    QWidget* words = nullptr;
    WordsColumn *checked = nullptr, *says = nullptr, *wrong = nullptr;
    Callout* missing = nullptr;
    QList<QPointer<QPushButton>> steps;
    QSplitter *cards_row = nullptr, *all = nullptr;
    QList<CardView*> cards;
    Panel* compared = nullptr;
    ComparisonView* comparisons = nullptr;
};

EvidenceExplorer::EvidenceExplorer(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(this, session, selection)) {
    build();
    const auto again = [this] {
        if (d->rung && isVisible() && d->session->parts().report) {
            load();
        }
    };
    connect(session, &model::Session::reportChanged, this, again);
    connect(selection, &Selection::changed, this, [this](const Choice& choice, Selection::Aspect aspect) {
        if (aspect == Selection::Aspect::Rung && choice.rung && choice.rung != d->rung && isVisible()) {
            showRung(*choice.rung);
        }
    });
}

EvidenceExplorer::~EvidenceExplorer() = default;

void EvidenceExplorer::build() {
    d->header = new ExplorerHeader;
    auto* previous = d->header->addSmallButton(paint::icon(paint::Glyph::ChevronLeft), tr("Previous rung"));
    auto* next = d->header->addSmallButton(paint::icon(paint::Glyph::ChevronRight), tr("Next rung"));
    auto* copy = d->header->addButton(paint::icon(paint::Glyph::Copy), tr("Copy evidence"));
    connect(d->header, &ExplorerHeader::back, this, &EvidenceExplorer::left);
    connect(previous, &QToolButton::clicked, this, [this] { walk(-1); });
    connect(next, &QToolButton::clicked, this, [this] { walk(1); });
    connect(copy, &QPushButton::clicked, this,
            [this] { QGuiApplication::clipboard()->setText(model::evidenceText(d->page)); });
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &EvidenceExplorer::left);

    d->words = new WordsFrame;
    auto* columns = new QHBoxLayout(d->words);
    columns->setContentsMargins(paint::px(14), paint::px(9), paint::px(14), paint::px(10));
    columns->setSpacing(paint::px(24));
    d->checked = new WordsColumn(tr("What was checked"));
    d->says = new WordsColumn(tr("Who says so"));
    d->wrong = new WordsColumn(tr("What would have to be true for this to be wrong"));
    columns->addWidget(d->checked, 5);
    columns->addWidget(d->says, 3);
    columns->addWidget(d->wrong, 5);
    d->words->setSizePolicy(QSizePolicy::Preferred, QSizePolicy::Maximum);
    d->missing = new Callout;

    d->cards_row = new QSplitter(Qt::Horizontal);
    d->cards_row->setHandleWidth(paint::px(handle));
    d->cards_row->setChildrenCollapsible(false);
    d->comparisons = new ComparisonView;
    connect(d->comparisons, &ComparisonView::digestChosen, this, &EvidenceExplorer::digestChosen);
    d->compared = new Panel(tr("Expected and actual"));
    d->compared->setContent(d->comparisons);
    d->all = new QSplitter(Qt::Vertical);
    d->all->setHandleWidth(paint::px(handle));
    d->all->setChildrenCollapsible(false);
    d->all->addWidget(d->cards_row);
    d->all->addWidget(d->compared);
    d->all->setStretchFactor(0, 1);

    // In a low window the page is scrolled through: every part keeps a height in which it can be read.
    auto* page = new QWidget;
    auto* parts = new QVBoxLayout(page);
    parts->setContentsMargins(0, 0, 0, 0);
    parts->setSpacing(paint::px(handle));
    parts->addWidget(d->words);
    parts->addWidget(d->missing);
    parts->addWidget(d->all, 1);
    d->cards_row->setMinimumHeight(paint::px(212));
    auto* scroll = new QScrollArea;
    scroll->setWidget(page);
    scroll->setWidgetResizable(true);
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setFocusPolicy(Qt::NoFocus);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->viewport()->setAutoFillBackground(false);
    page->setAutoFillBackground(false);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(paint::px(handle));
    rows->addWidget(d->header);
    rows->addWidget(scroll, 1);
    setFocusProxy(d->comparisons);
}

void EvidenceExplorer::showRung(verify::RungId rung) {
    d->rung = rung;
    load();
}

void EvidenceExplorer::load() {
    d->job.run<model::EvidencePage>(
        [parts = d->session->parts(), rung = *d->rung](const Cancellation& cancellation) {
            return model::evidencePage(parts, rung, cancellation);
        },
        [this](const model::EvidencePage& page) { take(page); });
}

void EvidenceExplorer::take(const model::EvidencePage& page) {
    d->page = page;
    const auto& parts = d->session->parts();
    QString statement;
    if (parts.report) {
        statement = rungStatement(*parts.report, parts.evidence.get(), page.rung).statement;
    }
    d->header->setTitle(statement.isEmpty() ? page.title : tr("%1: %2").arg(page.title, statement));
    d->header->setNote(page.source);
    d->header->setMeaning(page.reported ? model::meaningOf(page.state) : model::Meaning::NotChecked);
    fillWords();
    fillMissing();
    fillCards();
    d->comparisons->setComparisons(page.comparisons);
    const auto equal = std::ranges::count_if(
        page.comparisons, [](const model::EvidenceComparison& each) { return each.expected == each.actual; });
    const int count = static_cast<int>(page.comparisons.size());
    d->compared->setCaption(count == 0 ? QString() : tr("%1 of %2 the same").arg(equal).arg(count));
    constexpr int most = 5; // rows; the rest is scrolled to
    const int rows = std::clamp(count, 1, most);
    const int wanted = paint::px(32 + 28 + 32 * rows + 6);
    d->compared->setMinimumHeight(wanted);
    d->all->setSizes({std::max(paint::px(212), d->all->height() - wanted), wanted});
}

void EvidenceExplorer::fillWords() {
    d->checked->setText(d->page.checked);
    d->says->setText(d->page.says);
    d->wrong->setText(d->page.wrong);
    d->words->setVisible(d->page.reported);
}

/// What is missing, and the buttons that get it.
void EvidenceExplorer::fillMissing() {
    for (const QPointer<QPushButton>& each : std::as_const(d->steps)) {
        if (each) {
            each->hide();
            each->deleteLater();
        }
    }
    d->steps.clear();
    const bool open = !d->page.missing.isEmpty();
    if (!open) {
        const bool failed = d->page.state == verify::RungState::failed;
        d->missing->show(model::Meaning::Failed, {}, failed ? d->page.detail : QString());
        return;
    }
    const auto& request = d->session->parts().request;
    const bool envelope = request && request->envelope.has_value();
    const QString advice = d->page.reported ? adviceToward(d->page.rung, envelope) : QString();
    d->missing->show(model::Meaning::Warning, d->page.missing, advice);
    for (const Step step : d->page.reported ? stepsToward(d->page.rung, envelope) : QList<Step>()) {
        auto* button = new QPushButton(stepText(step));
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, step] { Q_EMIT stepChosen(step); });
        d->missing->addButton(button);
        d->steps.append(button);
    }
}

void EvidenceExplorer::fillCards() {
    const bool focused = d->cards_row->isAncestorOf(focusWidget());
    for (CardView* card : std::as_const(d->cards)) {
        card->hide();
        card->setParent(nullptr); // else it counts among the splitter's parts
        card->deleteLater();
    }
    d->cards.clear();
    int number = 1;
    for (const model::EvidenceCard& each : std::as_const(d->page.cards)) {
        auto* card = new CardView(each, number++, d->selection);
        connect(card, &CardView::digestChosen, this, &EvidenceExplorer::digestChosen);
        d->cards_row->addWidget(card);
        d->cards.append(card);
    }
    d->cards_row->setSizes(QList<int>(d->cards.size(), std::max(1, width())));
    if (focused && !d->cards.isEmpty()) {
        d->cards.first()->list()->setFocus();
    }
}

void EvidenceExplorer::walk(int step) {
    const int at = d->rung ? static_cast<int>(*d->rung) + step : 0;
    if (at >= 0 && at < static_cast<int>(verify::rung_count)) {
        showRung(static_cast<verify::RungId>(at));
        d->selection->chooseRung(static_cast<verify::RungId>(at));
    }
}

const model::EvidencePage& EvidenceExplorer::page() const { return d->page; }

QList<QWidget*> EvidenceExplorer::panes() const {
    QList<QWidget*> out;
    for (const CardView* card : std::as_const(d->cards)) {
        out.append(card->list());
    }
    out.append(d->comparisons);
    return out;
}

QString EvidenceExplorer::copyText() const {
    const QWidget* focus = focusWidget();
    for (const CardView* card : std::as_const(d->cards)) {
        if (focus == card->list()) {
            return card->copyText();
        }
    }
    const QString compared = focus == d->comparisons ? d->comparisons->copyText() : QString();
    return compared.isEmpty() ? model::evidenceText(d->page) : compared;
}

} // namespace anchorscope::ui
