#include "ui/dialogs/report_dialog.h"
#include "model/notes/note_store.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/page_preview.h"
#include "ui/dialogs/report_job.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/widgets/panel.h"
#include <QButtonGroup>
#include <QCheckBox>
#include <QClipboard>
#include <QFileDialog>
#include <QFileInfo>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QLocale>
#include <QPlainTextEdit>
#include <QProgressBar>
#include <QPushButton>
#include <QRadioButton>
#include <QScrollArea>
#include <QStackedWidget>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::ReportFormat;
using paint::px;

namespace {

constexpr QSize first_size(980, 700);
constexpr paint::Px choices_width{290};

QLabel* hint(const QString& text) {
    auto* label = new QLabel(text);
    label->setWordWrap(true);
    label->setFont(paint::font(paint::Type::Caption));
    label->setForegroundRole(QPalette::PlaceholderText);
    return label;
}

QLabel* caption(const QString& text) {
    auto* label = new QLabel(text);
    label->setFont(paint::font(paint::Type::BodyBold));
    return label;
}

} // namespace

class ReportDialog::Private {
public:
    Private(const model::Session* of, model::NoteStore* with) : session(of), notes(with) {}

    const model::Session* session;
    model::NoteStore* notes;
    ReportJob job;
    std::shared_ptr<const MadeReport> made;

    QButtonGroup* formats = nullptr;
    QCheckBox *tree = nullptr, *digests = nullptr, *with_notes = nullptr, *endpoints = nullptr;
    Panel* preview_panel = nullptr;
    QStackedWidget* preview = nullptr;
    PagePreview* pages = nullptr;
    QPlainTextEdit* text = nullptr;
    QToolButton *previous = nullptr, *next = nullptr;
    QLabel* state = nullptr;
    QProgressBar* bar = nullptr;
    QPushButton *copy = nullptr, *save = nullptr, *stop = nullptr;
};

ReportDialog::ReportDialog(const model::Session* session, model::NoteStore* notes, QWidget* parent)
    : QDialog(parent), d(std::make_unique<Private>(session, notes)) {
    setWindowTitle(tr("Report"));
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(parts::margin, parts::margin, parts::margin, parts::margin);
    rows->setSpacing(parts::gap);
    auto* columns = new QHBoxLayout;
    columns->setSpacing(parts::gap);
    QWidget* const choices = buildChoices();
    choices->setFixedWidth(choices_width);
    columns->addWidget(choices);
    columns->addWidget(buildPreview(), 1);
    rows->addLayout(columns, 1);
    rows->addWidget(buildButtons());
    connect(&d->job, &ReportJob::made, this, [this](const std::shared_ptr<const MadeReport>& made) {
        d->made = made;
        d->pages->setPages(made ? made->pages : nullptr);
        d->text->setPlainText(made ? made->text : QString());
        say(made ? QString() : tr("Not enough memory for this report."), !made);
        refresh();
    });
    connect(&d->job, &ReportJob::runningChanged, this, &ReportDialog::refresh);
    connect(&d->job, &ReportJob::written, this, [this](const QString& path, const QString& error) {
        const QString name = QFileInfo(path).fileName();
        say(error.isEmpty() ? tr("Saved %1").arg(name) : tr("Not saved, %1: %2").arg(name, error),
            !error.isEmpty());
        refresh();
    });
    connect(session, &model::Session::reportChanged, this, &ReportDialog::make);
    resize(px(first_size));
    make();
}

ReportDialog::~ReportDialog() = default;

QWidget* ReportDialog::buildChoices() {
    auto* page = new QWidget;
    auto* rows = new QVBoxLayout(page);
    rows->setContentsMargins(parts::inside, parts::inside, parts::inside, parts::inside);
    rows->setSpacing(px(6));
    rows->addWidget(caption(tr("Format")));
    d->formats = new QButtonGroup(page);
    const auto choice = [&](const QString& title, ReportFormat format, const QString& words) {
        auto* button = new QRadioButton(title);
        d->formats->addButton(button, static_cast<int>(format));
        rows->addWidget(button);
        QLabel* const below = hint(words);
        below->setContentsMargins(px(24), 0, 0, px(6));
        rows->addWidget(below);
        button->setAccessibleDescription(words);
        return button;
    };
    choice(tr("PDF"), ReportFormat::Pdf,
           tr("Pages to print or file. PDF/A-1b as Qt writes it; not validated."))
        ->setChecked(true);
    choice(tr("HTML"), ReportFormat::Html,
           tr("One file for any browser, with a tree that folds. No script."));
    choice(tr("JSON"), ReportFormat::Json, tr("For programs. The same inputs give the same bytes."));
    rows->addSpacing(px(8));
    rows->addWidget(caption(tr("What goes in")));
    const auto part = [&](const QString& title) {
        auto* box = new QCheckBox(title);
        box->setChecked(true);
        rows->addWidget(box);
        connect(box, &QCheckBox::toggled, this, &ReportDialog::make);
        return box;
    };
    d->tree = part(tr("Transitions and state roots"));
    d->digests = part(tr("Digests of the table’s parts"));
    d->with_notes = part(tr("Notes"));
    d->endpoints = part(tr("Endpoints that were asked"));
    rows->addSpacing(px(4));
    rows->addWidget(
        hint(tr("Always in it: verdict and ladder with the basis of every rung, inputs with SHA-256, "
                "blocks with their hashes, findings, and the command that reproduces it. Of endpoints "
                "the host alone.")));
    rows->addStretch(1);
    connect(d->formats, &QButtonGroup::idToggled, this, [this](int, bool checked) {
        if (checked) {
            make();
        }
    });
    auto* scrolled = new QScrollArea; // a low window still shows every word
    scrolled->setWidget(page);
    scrolled->setWidgetResizable(true);
    scrolled->setFrameShape(QFrame::NoFrame);
    scrolled->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scrolled->setFocusPolicy(Qt::NoFocus);
    page->setAutoFillBackground(false); // the panel is its ground
    scrolled->viewport()->setAutoFillBackground(false);
    return parts::framed(tr("Report"), {}, scrolled);
}

QWidget* ReportDialog::buildPreview() {
    d->preview = new QStackedWidget;
    d->pages = new PagePreview;
    d->text = new QPlainTextEdit;
    d->text->setReadOnly(true);
    d->text->setFrameShape(QFrame::NoFrame);
    d->text->setFont(paint::font(paint::Type::Mono));
    d->text->setLineWrapMode(QPlainTextEdit::NoWrap);
    d->text->setAccessibleName(tr("Preview of the report’s text"));
    d->preview->addWidget(d->pages);
    d->preview->addWidget(d->text);
    d->preview_panel = parts::framed(tr("Preview"), {}, d->preview);
    d->previous = d->preview_panel->addButton(paint::icon(paint::Glyph::ChevronLeft), tr("Previous page"));
    d->next = d->preview_panel->addButton(paint::icon(paint::Glyph::ChevronRight), tr("Next page"));
    connect(d->previous, &QToolButton::clicked, this, [this] { d->pages->setPage(d->pages->page() - 1); });
    connect(d->next, &QToolButton::clicked, this, [this] { d->pages->setPage(d->pages->page() + 1); });
    connect(d->pages, &PagePreview::pageChanged, this, &ReportDialog::refresh);
    return d->preview_panel;
}

QWidget* ReportDialog::buildButtons() {
    auto* row = new QWidget;
    auto* columns = new QHBoxLayout(row);
    columns->setContentsMargins(0, 0, 0, 0);
    columns->setSpacing(parts::gap);
    d->state = new QLabel;
    d->state->setAccessibleName(tr("State of the report"));
    d->state->setTextInteractionFlags(Qt::TextSelectableByMouse);
    d->state->setWordWrap(true);
    d->bar = new QProgressBar;
    d->bar->setRange(0, 0);
    d->bar->setAccessibleName(tr("The report is being made"));
    d->bar->setFixedWidth(px(120));
    d->stop = new QPushButton(tr("Stop"));
    d->copy = new QPushButton(tr("Copy"));
    auto* close = new QPushButton(tr("Close"));
    d->save = new QPushButton(tr("Save…"));
    d->save->setDefault(true);
    columns->addWidget(d->bar);
    columns->addWidget(d->state, 1);
    for (QPushButton* each : {d->stop, close, d->copy, d->save}) {
        each->setAutoDefault(each == d->save);
        columns->addWidget(each);
    }
    connect(d->stop, &QPushButton::clicked, this, [this] {
        d->job.cancel();
        say(tr("Stopped."));
        refresh();
    });
    connect(d->copy, &QPushButton::clicked, this, &ReportDialog::copy);
    connect(close, &QPushButton::clicked, this, &QDialog::reject);
    connect(d->save, &QPushButton::clicked, this, &ReportDialog::chooseFile);
    return row;
}

ReportFormat ReportDialog::format() const { return static_cast<ReportFormat>(d->formats->checkedId()); }

model::ReportParts ReportDialog::wanted() const {
    return {d->tree->isChecked(), d->digests->isChecked(), d->with_notes->isChecked(),
            d->endpoints->isChecked()};
}

void ReportDialog::make() {
    const model::Parts& parts = d->session->parts();
    d->made = nullptr;
    if (!model::KeptReport::hasReport(parts)) {
        d->job.cancel();
        d->pages->setPages(nullptr);
        d->text->clear();
        say(tr("There is no verdict yet. The report is made as soon as there is one."));
        refresh();
        return;
    }
    ReportOrder order{parts,
                      wanted(),
                      {},
                      model::KeptReport::commandFor(d->session->files(), d->session->options()),
                      d->session->checkedAt(),
                      format()};
    for (const auto& [path, text] : d->notes->texts()) {
        order.notes.push_back({path, text});
    }
    say({});
    d->job.make(std::move(order));
    refresh();
}

void ReportDialog::refresh() {
    const bool running = d->job.running(), there = d->made != nullptr, pages = format() != ReportFormat::Json;
    d->preview->setCurrentWidget(pages ? static_cast<QWidget*>(d->pages) : d->text);
    d->bar->setVisible(running);
    d->stop->setVisible(running);
    d->copy->setVisible(format() != ReportFormat::Pdf);
    d->copy->setEnabled(there);
    d->save->setEnabled(there && !running);
    d->save->setDefault(true);
    d->previous->setVisible(pages);
    d->next->setVisible(pages);
    d->previous->setEnabled(d->pages->page() > 0);
    d->next->setEnabled(d->pages->page() + 1 < d->pages->count());
    QString words;
    if (there) {
        const QString size = QLocale().formattedDataSize(d->made->bytes.size());
        const QString page = tr("page %1 of %2").arg(d->pages->page() + 1).arg(d->pages->count());
        words = format() == ReportFormat::Json   ? (d->made->cut ? tr("the beginning · %1").arg(size) : size)
                : format() == ReportFormat::Html ? tr("as it prints · %1 · %2").arg(page, size)
                                                 : tr("%1 · %2").arg(page, size);
    } else if (running) {
        words = tr("being made…");
    }
    d->preview_panel->setCaption(words);
}

void ReportDialog::copy() {
    if (d->made) {
        QGuiApplication::clipboard()->setText(QString::fromUtf8(d->made->bytes));
        say(tr("Copied as text"));
    }
}

void ReportDialog::chooseFile() {
    const QString suffix = model::suffixOf(format());
    auto* dialog = new QFileDialog(this, tr("Save the report"), {}, tr("Reports (*.%1)").arg(suffix));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(suffix);
    dialog->selectFile(model::KeptReport::fileStem(d->session->parts()) + u'.' + suffix);
    connect(dialog, &QFileDialog::fileSelected, this, &ReportDialog::save);
    dialog->open();
}

void ReportDialog::save(const QString& path) {
    if (d->made) {
        say(tr("Saving %1…").arg(QFileInfo(path).fileName()));
        d->job.write(path, d->made->bytes);
    }
}

void ReportDialog::say(const QString& text, bool wrong) {
    d->state->setText(text);
    QPalette colors = d->state->palette();
    colors.setColor(QPalette::WindowText,
                    paint::theme().color(wrong ? paint::Ink::Mismatch : paint::Ink::SecondaryText));
    d->state->setPalette(colors);
}

} // namespace anchorscope::ui
