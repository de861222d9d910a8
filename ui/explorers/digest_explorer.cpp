#include "ui/explorers/digest_explorer.h"
#include "model/explore/digest_models.h"
#include "model/explore/explore.h"
#include "ui/explorers/explorer_header.h"
#include "ui/explorers/step_delegate.h"
#include "ui/explorers/what_if_panel.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/views/hex_view.h"
#include "ui/widgets/panel.h"
#include <QClipboard>
#include <QGuiApplication>
#include <QPushButton>
#include <QScopedValueRollback>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::ExploredDigest;

class DigestExplorer::Private {
public:
    Private(DigestExplorer* view, model::Session* of, Selection* with)
        : session(of), selection(with), local(view), steps(view), fields(view), job(view), hashing(view),
          knowing(view) {}

    model::Session* session;
    Selection* selection;
    Selection local; ///< of the step's message: ranges count there
    model::StepModel steps;
    model::PreimageModel fields;
    model::LatestJob job, hashing, knowing;

    ExplorerHeader* header = nullptr;
    Panel *steps_panel = nullptr, *what_if_panel = nullptr, *preimage_panel = nullptr;
    CellTableView *step_list = nullptr, *field_list = nullptr;
    HexView* hex = nullptr;
    WhatIfPanel* what_if = nullptr;

    QString id;
    std::optional<Hash32> file; ///< SHA-256 of the input that the digest is of
    const QAbstractItemModel* list = nullptr;
    std::shared_ptr<const ExploredDigest> digest;
    std::shared_ptr<const model::KnownDigests> known;
    std::shared_ptr<const verify::Report> known_of; ///< the report that `known` was made for
    std::optional<model::FoldExplanation> explanation;
    model::WhatIf scratch;
    std::vector<std::optional<Hash32>> values;
    std::size_t step = 0;
    bool following = false;
};

namespace {

constexpr int handle = 8;

QSplitter* splitter(Qt::Orientation orientation, QWidget* first, QWidget* second, const QList<int>& sizes) {
    auto* made = new QSplitter(orientation);
    made->setHandleWidth(paint::px(handle));
    made->setChildrenCollapsible(false);
    made->addWidget(first);
    made->addWidget(second);
    made->setStretchFactor(0, 1);
    made->setSizes(sizes);
    return made;
}

} // namespace

DigestExplorer::DigestExplorer(model::Session* session, Selection* selection, QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(this, session, selection)) {
    // What is shown follows the session: a digest of another table is another digest.
    connect(session, &model::Session::reportChanged, this, [this] {
        if (!isVisible()) {
            d->id.clear(); // taken apart anew when it is asked for again
            take(nullptr);
        } else if (!d->id.isEmpty() && d->session->parts().report) {
            load();
        }
    });
    connect(session, &model::Session::tableChanged, this, [this] {
        const auto& source = d->session->parts().source;
        if (source && d->file != source->file_sha256) { // verified again, the same bytes stay in sight
            d->id.clear();
            take(nullptr);
        }
    });
}

DigestExplorer::~DigestExplorer() = default;

void DigestExplorer::build() {
    d->header = new ExplorerHeader;
    auto* previous = d->header->addSmallButton(paint::icon(paint::Glyph::ChevronLeft), tr("Previous digest"));
    auto* next = d->header->addSmallButton(paint::icon(paint::Glyph::ChevronRight), tr("Next digest"));
    auto* copy = d->header->addButton(paint::icon(paint::Glyph::Copy), tr("Copy digest"));
    connect(previous, &QToolButton::clicked, this, [this] { walk(-1); });
    connect(next, &QToolButton::clicked, this, [this] { walk(1); });
    connect(copy, &QPushButton::clicked, this, [this] {
        if (d->digest) {
            QGuiApplication::clipboard()->setText(model::hexText(d->digest->value.view()));
        }
    });

    d->step_list = new CellTableView(&d->steps, &d->local);
    d->step_list->setItemDelegate(new StepDelegate(d->step_list));
    d->step_list->setAccessibleName(tr("Steps of the digest"));
    d->steps_panel = new Panel(tr("Steps"));
    d->steps_panel->setContent(d->step_list);

    d->what_if = new WhatIfPanel;
    d->what_if_panel = new Panel(tr("What if"));
    d->what_if_panel->setContent(d->what_if);

    d->hex = new HexView(&d->local);
    d->field_list = new CellTableView(&d->fields, &d->local);
    d->field_list->setAccessibleName(tr("Fields of the preimage"));
    d->field_list->setColumnWidths({210, 96, 0, 170});
    d->field_list->setMatchesNodes(false);
    d->preimage_panel = new Panel(tr("Preimage"));
    auto* preimage = splitter(Qt::Horizontal, d->hex, d->field_list, {paint::px(600), paint::px(780)});
    preimage->setStretchFactor(0, 0);
    preimage->setStretchFactor(1, 1);
    d->preimage_panel->setContent(preimage);

    auto* upper =
        splitter(Qt::Horizontal, d->steps_panel, d->what_if_panel, {paint::px(1000), paint::px(400)});
    auto* all = splitter(Qt::Vertical, upper, d->preimage_panel, {paint::px(360), paint::px(250)});
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(0, 0, 0, 0);
    rows->setSpacing(paint::px(handle));
    rows->addWidget(d->header);
    rows->addWidget(all, 1);
    setFocusProxy(d->step_list);
}

void DigestExplorer::connectParts() {
    connect(d->header, &ExplorerHeader::back, this, &DigestExplorer::left);
    auto* escape = new QShortcut(Qt::Key_Escape, this);
    escape->setContext(Qt::WidgetWithChildrenShortcut);
    connect(escape, &QShortcut::activated, this, &DigestExplorer::left);
    connect(d->step_list->selectionModel(), &QItemSelectionModel::selectionChanged, this, [this] {
        const QModelIndexList rows = d->step_list->selectionModel()->selectedRows();
        const auto step = rows.isEmpty() ? std::nullopt : d->steps.stepAt(rows.first().row());
        if (step && *step != d->step) {
            showStep(*step);
        }
    });
    connect(&d->local, &Selection::changed, this, &DigestExplorer::chooseField);
    connect(d->what_if, &WhatIfPanel::edited, this,
            [this](std::size_t step, ByteRange range, const Bytes& bytes, const QString& name) {
                const auto done = d->scratch.edit({step, range, bytes, name});
                if (!done) {
                    d->what_if_panel->setCaption(done.error());
                    return;
                }
                recompute();
            });
    connect(d->what_if, &WhatIfPanel::replaced, this, [this](std::size_t step, const Bytes& bytes) {
        d->scratch.replaceMessage(step, bytes);
        recompute();
    });
    connect(d->what_if, &WhatIfPanel::undone, this, [this] {
        d->scratch.undo();
        recompute();
    });
    connect(d->what_if, &WhatIfPanel::reset, this, [this] {
        d->scratch.reset();
        recompute();
    });
}

void DigestExplorer::showDigest(const QString& id) {
    if (d->header == nullptr) { // made when it is first asked for
        build();
        connectParts();
    }
    const bool other = id != d->id;
    d->id = id;
    if (other) {
        d->step = 0;
        d->scratch = {};
    }
    load();
}

void DigestExplorer::setList(const QAbstractItemModel* list) { d->list = list; }

const QString& DigestExplorer::shown() const { return d->id; }

void DigestExplorer::load() {
    d->header->setNote(tr("Taking the digest apart…"));
    const auto& source = d->session->parts().source;
    d->file = source ? std::optional(source->file_sha256) : std::nullopt;
    d->job.run<std::shared_ptr<const ExploredDigest>>(
        [parts = d->session->parts(), id = d->id](const Cancellation& cancellation) {
            return model::explore(parts, id, cancellation);
        },
        [this](std::shared_ptr<const ExploredDigest> digest) { take(std::move(digest)); });
}

void DigestExplorer::take(std::shared_ptr<const ExploredDigest> digest) {
    if (d->header == nullptr) {
        return;
    }
    d->digest = std::move(digest);
    d->scratch = d->digest ? model::WhatIf(d->digest) : model::WhatIf();
    d->values.clear();
    d->hashing.cancel();
    explain();
    d->steps.setDigest(d->digest, d->explanation);
    const bool numbers = d->steps.hasNumbers();
    d->step_list->setColumnHidden(model::StepModel::Number, !numbers);
    d->step_list->setColumnHidden(model::StepModel::Outcome, !numbers);
    const bool chained =
        d->digest && std::ranges::any_of(d->digest->steps, [](const model::DigestStep& each) {
            return each.before.has_value();
        });
    d->step_list->setColumnHidden(model::StepModel::Before, !chained);
    d->step_list->setColumnWidths(numbers ? QList{48, 190, 128, 0, 120, 120, 156}
                                          : QList{48, 0, 1, 1, chained ? 120 : 1, 120, 156});
    d->step_list->setEmptyText(d->digest ? d->digest->why : QString());
    d->what_if->setResult(0, std::nullopt, {});
    updateWords();
    const std::size_t count = d->digest ? d->digest->steps.size() : 0;
    const std::size_t wanted =
        d->explanation ? d->explanation->step : std::min(d->step, count == 0 ? 0 : count - 1);
    showStep(wanted);
}

/// Why the recomputed value is not the table's, as far as one known mistake tells.
void DigestExplorer::explain() {
    d->explanation.reset();
    if (d->digest && !d->digest->comparisons.empty() && d->steps.rowCount() >= 0) {
        d->explanation = model::explainFold(*d->digest, d->digest->comparisons.front().value);
    }
    if (!d->explanation) {
        d->what_if->setExplanation({}, {});
        return;
    }
    d->what_if->setExplanation(
        tr("Explained: own number in CALL_END"),
        tr("The contracts hash the number of the last call begun. The table’s builder hashed the number of "
           "the call that ends. With %1 in place of %2 in step %3, all agrees.")
            .arg(d->explanation->own, d->explanation->live)
            .arg(d->explanation->step + 1));
}

void DigestExplorer::showStep(std::size_t step) {
    d->step = step;
    {
        const QScopedValueRollback quiet(d->following, true);
        d->local.clear();
    }
    fillStep();
    if (d->steps.stepAt(static_cast<int>(step))) {
        const QSignalBlocker blocker(d->step_list->selectionModel());
        d->step_list->setCurrentIndex(d->steps.index(static_cast<int>(step), 0));
    }
    d->step_list->viewport()->update();
    if (d->digest && step < d->digest->steps.size() && d->digest->steps[step].node && isVisible()) {
        d->selection->chooseNode(*d->digest->steps[step].node);
    }
}

void DigestExplorer::fillStep() {
    const bool known = d->digest && d->step < d->digest->steps.size();
    std::vector<model::PreimageField> fields;
    auto source = std::make_shared<table::TableSource>();
    if (known) {
        fields = model::preimageFields(*d->digest, d->step);
        source->name = d->digest->id.toStdString() + std::to_string(d->step);
        source->file = d->digest->steps[d->step].message.bytes(d->digest->base);
    }
    std::vector<ByteRange> bands, differing;
    for (const model::PreimageField& field : fields) {
        if (!field.whole && field.bytes.length > 0 &&
            (bands.empty() || field.bytes.offset >= bands.back().end())) {
            bands.push_back(field.bytes);
        }
    }
    // Edited bytes are shown in their places as long as everything else keeps its own.
    const Bytes edited = known && !d->scratch.isEmpty() ? d->scratch.message(d->step, d->values) : Bytes();
    if (edited.size() == source->file.size() && !edited.empty()) {
        for (std::size_t at = 0; at < edited.size(); ++at) {
            if (edited[at] != source->file[at]) {
                differing.push_back({at, 1});
            }
        }
        source->file = edited;
    }
    d->hex->setSource(known ? source : nullptr, nullptr);
    d->hex->setFields(std::move(bands));
    d->hex->setDiffering(std::move(differing));
    d->fields.setFields(d->digest, d->step, std::move(fields), d->scratch);
    d->preimage_panel->setTitle(
        known ? tr("Preimage of step %1 of %2").arg(d->step + 1).arg(d->digest->steps.size())
              : tr("Preimage"));
    d->preimage_panel->setCaption(
        known ? model::countText(d->digest->steps[d->step].message.length(), tr("byte"), tr("bytes"))
              : QString());
    d->what_if->setField(d->digest, d->step, nullptr);
}

/// A byte chooses its field; a field is what can be edited, and is chosen in the calldata where it stands
/// there.
void DigestExplorer::chooseField(const Choice& choice) {
    if (d->following || !choice.range || !d->digest) {
        return;
    }
    const QModelIndex current = d->field_list->currentIndex();
    const auto& fields = d->fields.fields();
    int row = current.row();
    const bool fits = row >= 0 && row < static_cast<int>(fields.size()) &&
                      fields[static_cast<std::size_t>(row)].bytes == *choice.range;
    if (!fits) {
        row = d->fields.rowAtByte(choice.range->offset);
    }
    if (row < 0 || row >= static_cast<int>(fields.size())) {
        return;
    }
    const model::PreimageField& field = fields[static_cast<std::size_t>(row)];
    if (choice.range->length == 1 && field.bytes.length != 1) {
        d->local.chooseField(field.path, field.bytes); // comes back here
        return;
    }
    d->what_if->setField(d->digest, d->step, &field);
    if (field.source && d->digest->inCalldata && isVisible()) {
        d->selection->chooseRange(*field.source);
    }
}

void DigestExplorer::recompute() {
    const Choice chosen = d->local.choice();
    if (d->scratch.isEmpty()) {
        d->hashing.cancel();
        d->values.clear();
        d->steps.setWhatIf({});
        d->what_if->setResult(0, std::nullopt, {});
        fillStep();
        d->local.clear();
        if (chosen.range) {
            d->local.chooseField(chosen.path, chosen.range);
        }
        return;
    }
    d->what_if->setBusy();
    struct Made {
        std::vector<std::optional<Hash32>> values;
        std::shared_ptr<const model::KnownDigests> known;
        QStringList places;
    };
    const auto& parts = d->session->parts();
    const auto known = d->known && d->known_of == parts.report ? d->known : nullptr;
    d->known_of = parts.report;
    d->hashing.run<Made>(
        [scratch = d->scratch, parts, known](const Cancellation& cancellation) {
            Made made{scratch.values(cancellation), known, {}};
            if (!made.known) {
                made.known = std::make_shared<const model::KnownDigests>(parts);
            }
            if (!made.values.empty() && made.values.back()) {
                made.places = made.known->places(*made.values.back());
            }
            return made;
        },
        [this](Made made) {
            d->known = made.known;
            showValues(made.values);
            d->what_if->setResult(static_cast<int>(d->scratch.edits().size()),
                                  made.values.empty() ? std::nullopt : made.values.back(), made.places);
        });
}

void DigestExplorer::showValues(const std::vector<std::optional<Hash32>>& values) {
    d->values = values;
    d->steps.setWhatIf({values});
    const Choice chosen = d->local.choice();
    fillStep();
    d->local.clear();
    if (chosen.range) {
        d->local.chooseField(chosen.path, chosen.range);
    }
    const int edits = static_cast<int>(d->scratch.edits().size());
    d->what_if_panel->setCaption(model::countText(static_cast<quint64>(edits), tr("edit"), tr("edits")));
}

void DigestExplorer::walk(int step) {
    if (d->list == nullptr) {
        return;
    }
    const int rows = d->list->rowCount();
    int at = -1;
    for (int row = 0; row < rows && at < 0; ++row) {
        at = d->list->index(row, 0).data(model::DigestRole).toString() == d->id ? row : -1;
    }
    for (int row = at + step; row >= 0 && row < rows; row += step) {
        const QString id = d->list->index(row, 0).data(model::DigestRole).toString();
        if (!id.isEmpty()) {
            showDigest(id);
            return;
        }
    }
}

void DigestExplorer::updateWords() {
    const ExploredDigest* digest = d->digest.get();
    d->header->setTitle(digest ? tr("Digest · %1 of %2").arg(digest->kind, digest->subject) : tr("Digest"));
    const bool compared = digest && !digest->comparisons.empty();
    d->header->setMeaning(compared ? digest->comparisons.front().meaning : model::Meaning::None);
    d->header->setNote(!digest             ? QString()
                       : digest->isEmpty() ? digest->why.section(u'\n', 0, 0)
                                           : tr("%1 · %2").arg(model::shortHexText(digest->value.view()),
                                                               model::toldText(digest->told)));
    d->steps_panel->setCaption(digest && !digest->isEmpty()
                                   ? model::countText(digest->steps.size(), tr("step"), tr("steps")) +
                                         u" · "_s + model::textOf(crypto::name(digest->function))
                                   : QString());
    d->what_if_panel->setCaption({});
}

QList<QWidget*> DigestExplorer::panes() const {
    if (d->header == nullptr) {
        return {};
    }
    QList<QWidget*> out{d->step_list};
    if (d->what_if->input()->isEnabled()) { // what cannot take the focus would stop the walk
        out.append(d->what_if->input());
    }
    return out << d->hex << d->field_list;
}

QString DigestExplorer::copyText() const {
    if (d->header == nullptr) {
        return {};
    }
    const QWidget* focus = focusWidget();
    if (focus == d->hex) {
        return d->hex->copyText();
    }
    if (focus == d->field_list) {
        return d->field_list->copyText();
    }
    if (focus == d->step_list) {
        return d->step_list->copyText();
    }
    return d->digest ? model::hexText(d->digest->value.view()) : QString();
}

void DigestExplorer::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange && d->header != nullptr) {
        updateWords();
    }
    QWidget::changeEvent(event);
}

} // namespace anchorscope::ui
