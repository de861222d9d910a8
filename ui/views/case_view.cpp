#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/lane_geometry.h"
#include "ui/paint/scale.h"
#include "ui/sequence/sequence_canvas.h"
#include "ui/views/breadcrumbs.h"
#include "ui/views/case_view_parts.h"
#include "ui/views/differing_bytes.h"
#include "ui/views/filter_actions.h"
#include "ui/views/report_places.h"
#include <QAction>
#include <QDataStream>
#include <QIODevice>
#include <QLocale>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using verify::RungId;

namespace {

constexpr paint::Px window_margin{12}, handle{8}, least_bytes{210}, least_lists{330};

/// "2 564", with spaces that do not break.
QString grouped(quint64 number) {
    return QLocale(QLocale::English).toString(number).replace(u',', QChar(0xa0));
}

QSplitter* splitter(Qt::Orientation orientation, std::initializer_list<QWidget*> parts,
                    const QList<int>& sizes) {
    auto* made = new QSplitter(orientation);
    made->setHandleWidth(handle);
    made->setChildrenCollapsible(false);
    for (QWidget* part : parts) {
        made->addWidget(part);
    }
    made->setStretchFactor(0, 1);
    made->setSizes(sizes);
    return made;
}

} // namespace

CaseView::CaseView(model::Session* session, QWidget* parent)
    : QWidget(parent), d(std::make_unique<Private>(this, session)) {
    build();
    connectExplorers();
    connect(session, &model::Session::phaseChanged, this, &CaseView::updateEmptyTexts);
    connect(session, &model::Session::tableChanged, this, &CaseView::updateTable);
    connect(session, &model::Session::treeChanged, this, &CaseView::updateTree);
    connect(session, &model::Session::examinedChanged, this, &CaseView::updateTree);
    connect(session, &model::Session::evidenceChanged, this, &CaseView::updateLists);
    connect(session, &model::Session::namesChanged, this, &CaseView::updateNames);
    connect(session, &model::Session::reportChanged, this, &CaseView::updateReport);
    connect(&d->selection, &Selection::changed, this, [this](const Choice& choice, Selection::Aspect aspect) {
        if (aspect == Selection::Aspect::Rung && choice.rung) {
            followRung(*choice.rung);
        } else {
            updateDetails(choice);
        }
    });
    connect(d->proof, &QListView::clicked, this, [this](const QModelIndex& row) {
        followRung(
            static_cast<RungId>(row.data(model::RungRole).toInt())); // a second click brings the pane back
    });
    connect(session->requestLog(), &QAbstractItemModel::rowsInserted, d->request_list,
            &QTableView::scrollToBottom);
}

CaseView::~CaseView() = default;

void CaseView::build() {
    d->tree = new TreeView(&d->tree_model, &d->selection);
    d->tree->setFilter(&d->filter);
    d->instead_list = new CellTableView(&d->instead, &d->selection);
    d->instead_list->setAccessibleName(tr("What is there instead of a table"));
    d->instead_list->setColumnWidths({190, 0, 330});
    d->tree_page = new TreePage(d->tree, d->instead_list, new Breadcrumbs(&d->tree_model, &d->selection));
    d->tree_panel = new Panel;
    d->tree_panel->setTitle(tr("Transitions"));
    d->tree_panel->addPage(tr("Tree"), d->tree_page);
    d->sequence = new SequenceView(d->session, &d->selection);
    d->tree_panel->addPage(tr("Sequence"), d->sequence);
    connect(&d->filter, &NodeFilter::changed, this, [this] {
        std::function<bool(quint32)> dimmed;
        if (const auto matches = d->filter.matches()) {
            dimmed = [matches](quint32 node) { return !matches->matches(node) && !matches->leads(node); };
        }
        d->sequence->canvas()->setDimmed(std::move(dimmed));
    });
    d->roots = new RootsView(d->session, &d->selection);
    d->tree_panel->addPage(tr("State roots"), d->roots);
    d->crossing_list = new CellTableView(&d->crossings, &d->selection);
    d->crossing_list->setAccessibleName(tr("Calls across the tables of the bundle"));
    d->crossing_list->setColumnWidths({220, 0, 250, 190, 110});
    d->tree_panel->addPage(tr("Crossings"), d->crossing_list);
    d->replay_list = new CellTableView(&d->replay, &d->selection);
    d->replay_list->setAccessibleName(tr("The table replayed"));
    d->replay_list->setColumnWidths({110, 150, 190, 120, 0});
    d->tree_panel->addPage(tr("Replay"), d->replay_list);

    d->details = new CellTableView(&d->fields, &d->selection);
    d->details->setAccessibleName(tr("Fields of the chosen transition"));
    d->details->setColumnWidths({142, 0, 66});
    d->details->setMatchesNodes(false);
    d->details->setOffsetColumn(model::FieldModel::Offset);
    new FilterActions(d->details, &d->filter, &model::filterOfField);
    d->details_panel = new Panel;
    d->details_panel->setTitle(tr("Details"));
    d->details_panel->addPage(tr("Details"), d->details);

    d->proof = new ProofView(&d->selection);
    d->proof_panel = new Panel(tr("What was proven"));
    d->proof_panel->setCaption(tr("and by whom"));
    d->proof_panel->setContent(d->proof);

    d->hex = new HexView(&d->selection);
    d->digest_list = new CellTableView(&d->digests, &d->selection);
    d->digest_list->setAccessibleName(tr("Digests"));
    d->digest_list->setColumnWidths({190, 0, 120, 150});
    d->bytes_panel = new Panel;
    d->bytes_panel->setTitle(tr("Bytes and digests"));
    d->bytes_panel->addPage(tr("Preimage bytes"), d->hex);
    d->bytes_panel->addPage(tr("Digests"), d->digest_list);

    d->anchor_list = new CellTableView(&d->anchors, &d->selection);
    d->anchor_list->setAccessibleName(tr("Anchor events"));
    d->anchor_list->setColumnWidths({0, 78, 99, 104});
    d->findings_page = new FindingsPage(&d->findings, &d->selection);
    d->finding_list = d->findings_page->list();
    connect(d->findings_page, &FindingsPage::jumpRequested, this, &CaseView::showFinding);
    d->request_list = new CellTableView(d->session->requestLog(), &d->selection);
    d->request_list->setAccessibleName(tr("Requests to endpoints"));
    d->request_list->setColumnWidths({104, 140, 170, 0, 70, 70});
    d->request_list->setEmptyText(tr("Nothing left this computer."));
    d->anchors_panel = new Panel;
    d->anchors_panel->setTitle(tr("Anchors, findings, endpoint log"));
    d->anchors_panel->addPage(tr("Anchors"), d->anchor_list);
    d->anchors_panel->addPage(tr("Findings"), d->findings_page);
    d->anchors_panel->addPage(tr("Endpoint log"), d->request_list);
    d->notes = new CaseNotes(d->session, &d->selection, d->details_panel, d->anchors_panel, d->tree, this);

    d->bytes_panel->setMinimumWidth(least_bytes);
    d->anchors_panel->setMinimumWidth(least_lists); // its tabs and buttons would want more
    d->bottom = splitter(Qt::Horizontal, {d->bytes_panel, d->anchors_panel}, {551, 425});
    d->left = splitter(Qt::Vertical, {d->tree_panel, d->bottom}, {434, 208});
    d->right = splitter(Qt::Vertical, {d->details_panel, d->proof_panel}, {264, 378});
    d->columns = splitter(Qt::Horizontal, {d->left, d->right}, {984, 424});
    d->digest_explorer = new DigestExplorer(d->session, &d->selection);
    d->evidence_explorer = new EvidenceExplorer(d->session, &d->selection);
    d->stage = new QStackedWidget;
    d->stage->addWidget(d->columns);
    d->stage->addWidget(d->digest_explorer);
    d->stage->addWidget(d->evidence_explorer);
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(window_margin, handle, window_margin, handle);
    rows->addWidget(d->stage);
}

/// Every way into the explorers, and back.
void CaseView::connectExplorers() {
    d->digest_explorer->setList(&d->digests);
    connect(d->digest_explorer, &DigestExplorer::left, this, &CaseView::showWorkbench);
    connect(d->evidence_explorer, &EvidenceExplorer::left, this, &CaseView::showWorkbench);
    connect(d->evidence_explorer, &EvidenceExplorer::stepChosen, this, &CaseView::stepChosen);
    connect(d->evidence_explorer, &EvidenceExplorer::digestChosen, this,
            [this](const QString& id) { exploreDigest(id); });
    for (CellTableView* list : {d->digest_list, d->details}) {
        const auto explore = [this, list] {
            exploreDigest(list->currentIndex().siblingAtColumn(0).data(model::DigestRole).toString());
        };
        connect(list, &QAbstractItemView::activated, this, explore);
        auto* action = new QAction(tr("Explore this digest"), list);
        connect(action, &QAction::triggered, this, explore);
        list->addAction(action);
        list->setContextMenuPolicy(Qt::ActionsContextMenu);
    }
    const auto evidence = [this] { exploreEvidence(d->selection.choice().rung.value_or(RungId::table)); };
    connect(d->proof, &QAbstractItemView::activated, this, evidence);
    QToolButton* show = d->proof_panel->addButton(paint::icon(paint::Glyph::Shield), tr("Show the evidence"));
    connect(show, &QToolButton::clicked, this, evidence);
}

/// Digests that take a while, or need evidence, are listed when they are known.
void CaseView::addDigests() {
    const model::Parts& parts = d->session->parts();
    if (d->more_of == parts.report && parts.report) {
        d->digests.addMore(d->more);
        return;
    }
    d->more.clear();
    d->more_of = parts.report;
    if (!parts.report) {
        d->more_digests.cancel();
        return;
    }
    d->more_digests.run<std::vector<model::NamedDigest>>(
        [parts](const Cancellation& cancellation) { return model::moreDigests(parts, cancellation); },
        [this](std::vector<model::NamedDigest> more) {
            d->more = std::move(more);
            d->digests.addMore(d->more);
        });
}

Selection* CaseView::selection() const { return &d->selection; }

TreeView* CaseView::tree() const { return d->tree; }

FindingsPage* CaseView::findingsPage() const { return d->findings_page; }
NodeFilter* CaseView::filter() const { return &d->filter; }

model::ValueFilter CaseView::filterOfCell(const QModelIndex& cell) const {
    return model::filterOfCell(d->tree_model, cell);
}
CaseNotes* CaseView::notes() const { return d->notes; }

Panel* CaseView::panel(Part part) const {
    switch (part) {
    case Part::Tree:
        return d->tree_panel;
    case Part::Details:
        return d->details_panel;
    case Part::Proof:
        return d->proof_panel;
    case Part::Bytes:
        return d->bytes_panel;
    case Part::Anchors:
        return d->anchors_panel;
    }
    return nullptr;
}

void CaseView::updateTable() {
    const model::Parts& parts = d->session->parts();
    d->hex->setSource(parts.source, parts.table);
    const QString bytes = grouped(d->hex->size());
    d->bytes_panel->setCaption(d->hex->size() == 0 ? QString() : tr("%1 · %2 bytes").arg(bytesName(), bytes));
    if (parts.slice) {
        d->instead.setSlice(*parts.slice);
    } else if (parts.unknown) {
        d->instead.setUnknown(*parts.unknown, parts.source->bytes());
    } else {
        d->instead.clear();
    }
    updateEmptyTexts();
    updateWhyNoTree();
    updateTree();
}

/// While the same bytes are verified again, what is shown, unfolded and chosen stays until the new tree is
/// final.
bool CaseView::keepsTree() const {
    const model::Parts& parts = d->session->parts();
    return parts.table && !parts.report && d->shown_file == parts.source->file_sha256;
}

void CaseView::updateTree() {
    const model::Parts& parts = d->session->parts();
    if (keepsTree()) {
        return;
    }
    // Kept from the first whole verification on: what comes before is replaced by what events tell.
    d->shown_file = parts.table && parts.report ? std::optional(parts.source->file_sha256) : std::nullopt;
    d->selection.setParts(parts.table, parts.tree);
    updateFilter();
    d->tree->setTree(parts.table, parts.tree, parts.examined, parts.report.get());
    d->tree_page->setCrossings(d->tree_model.crossingsText());
    d->tree_panel->setCaption(d->tree_model.summary());
    d->differing = parts.table ? differingBytes(*parts.table, parts.examined.get(), parts.tree.get())
                               : std::vector<ByteRange>();
    d->hex->setDiffering(d->differing);
    d->shown_node.reset();
    updateDetails(d->selection.choice());
    updateLists();
}

/// The filter judges the tree that is shown, which is not always the session's newest.
void CaseView::updateFilter() {
    const model::Parts& parts = d->session->parts();
    d->filtered.reset();
    if (parts.table && parts.tree && !parts.tree->nodes.empty()) {
        d->filtered = model::FilterParts{parts.table, parts.tree, parts.examined,
                                         model::isAccepted(parts.report.get()), d->session->names()};
    }
    d->filter.setParts(d->filtered);
}

void CaseView::updateLists() {
    const model::Parts& parts = d->session->parts();
    d->digests.setParts(parts.table, parts.examined, parts.tree, parts.report);
    addDigests();
    d->anchors.setParts(parts.table, parts.tree, parts.evidence, parts.report);
    std::vector<Finding> findings;
    if (parts.report) {
        findings = parts.report->findings;
    } else if (parts.examined) {
        findings = parts.examined->findings;
    }
    if (parts.order) {
        std::ranges::move(parts.order->findings(), std::back_inserter(findings));
    }
    d->findings.setFindings(parts.table, parts.tree, std::move(findings));
    const int count = d->findings.rowCount();
    d->anchors_panel->setPageTitle(FindingsTab, count == 0 ? tr("Findings") : tr("Findings %1").arg(count));
}

void CaseView::updateReport() {
    const model::Parts& parts = d->session->parts();
    updateLists();
    d->shown_node.reset(); // what its events are worth, the report says
    updateDetails(d->selection.choice());
    updateOrder();
    updateWhyNoTree();
    d->proof->setReport(parts.report, parts.evidence);
    d->problems.collect(parts.report.get(), d->findings);
    const auto block = parts.report ? anchorBlockNumber(*parts.report, parts.evidence.get()) : std::nullopt;
    d->anchors_panel->setCaption(block ? tr("block %1").arg(*block) : QString());
}

void CaseView::updateNames() {
    d->tree_model.setNames(d->session->names());
    if (d->filtered) {
        d->filtered->names = d->session->names();
        d->filter.setParts(d->filtered);
    }
    d->fields.setNames(d->session->names());
    d->shown_node.reset(); // its details are made anew
    updateDetails(d->selection.choice());
}

/// What the tables of the bundle tell together, and what becomes of the entries.
void CaseView::updateOrder() {
    const model::Parts& parts = d->session->parts();
    d->crossings.setOrder(parts.order);
    d->replay.setOrder(parts.order);
    const int count = d->crossings.rowCount();
    d->tree_panel->setPageTitle(CrossingsTab, count == 0 ? tr("Crossings") : tr("Crossings %1").arg(count));
}

void CaseView::updateDetails(const Choice& choice) {
    if (choice.node == d->shown_node && choice.node) {
        return;
    }
    d->shown_node = choice.node;
    const model::Parts& parts = d->session->parts();
    if (choice.node && parts.table && parts.tree && *choice.node < parts.tree->nodes.size()) {
        d->fields.setReport(parts.report);
        d->fields.setNode(parts.table, parts.tree, parts.examined, *choice.node);
        d->details_panel->setCaption(d->tree->breadcrumb(*choice.node));
    } else {
        d->fields.clear();
        d->details_panel->setCaption({});
    }
}

QByteArray CaseView::saveLayout() const {
    QByteArray bytes;
    QDataStream stream(&bytes, QIODevice::WriteOnly);
    for (const QSplitter* each : {d->columns, d->left, d->bottom, d->right}) {
        stream << each->saveState();
    }
    return bytes;
}

void CaseView::restoreLayout(const QByteArray& state) {
    QDataStream stream(state);
    for (QSplitter* each : {d->columns, d->left, d->bottom, d->right}) {
        QByteArray one;
        stream >> one;
        if (stream.status() == QDataStream::Ok) {
            each->restoreState(one);
        }
    }
}

} // namespace anchorscope::ui
