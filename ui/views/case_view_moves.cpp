// Where the view of a case goes: from rung to pane, from problem to problem, to a byte.
#include "ui/views/case_view_parts.h"
#include <array>

namespace anchorscope::ui {

using verify::RungId;

QList<QWidget*> CaseView::panes() const {
    if (stage() != Workbench) {
        return stage() == DigestStage ? d->digest_explorer->panes() : d->evidence_explorer->panes();
    }
    QList<QWidget*> visible;
    for (QWidget* pane : std::initializer_list<QWidget*>{
             d->tree, d->instead_list, d->crossing_list, d->replay_list, d->details, d->proof, d->hex,
             d->digest_list, d->anchor_list, d->finding_list, d->request_list}) {
        if (pane->isVisible()) {
            visible.append(pane);
        }
    }
    return visible;
}

void CaseView::focusTree() { d->tree->setFocus(); }

bool CaseView::showMatch(int step) { return d->tree->showMatch(step); }

void CaseView::showFirstMatch() { d->tree->showFirstMatch(); }

void CaseView::showTreePage(TreePages page) {
    showWorkbench();
    d->tree_panel->setCurrentPage(page);
    const std::array<QWidget*, 5> pages{d->tree, d->sequence, d->roots, d->crossing_list, d->replay_list};
    pages.at(page)->setFocus();
}

CaseView::Stage CaseView::stage() const { return static_cast<Stage>(d->stage->currentIndex()); }

void CaseView::showWorkbench() {
    if (stage() != Workbench) {
        d->stage->setCurrentIndex(Workbench);
        focusTree();
    }
}

void CaseView::exploreDigest(int row) {
    exploreDigest(d->digests.index(row, 0).data(model::DigestRole).toString());
}

void CaseView::exploreDigest(const QString& id) {
    if (id.isEmpty()) {
        return;
    }
    d->digest_explorer->showDigest(id);
    d->stage->setCurrentIndex(DigestStage);
    d->digest_explorer->setFocus();
}

void CaseView::exploreEvidence(RungId rung) {
    d->selection.chooseRung(rung);
    d->evidence_explorer->showRung(rung);
    d->stage->setCurrentIndex(EvidenceStage);
    d->evidence_explorer->setFocus();
}

/// A rung that is chosen already opens its evidence; so does any while evidence is shown.
void CaseView::activateRung(RungId rung) {
    const bool again = d->selection.choice().rung == rung;
    again || stage() == EvidenceStage ? exploreEvidence(rung) : showRung(rung);
}

void CaseView::unfoldAll(bool unfold) {
    if (unfold) {
        d->tree->expandAll();
    } else {
        d->tree->collapseAll();
        d->tree->expand(d->tree_model.index(0, 0));
    }
}

/// Brings the pane forward that shows what the rung stands on.
void CaseView::followRung(RungId rung) {
    switch (rung) {
    case RungId::table:
    case RungId::trajectory:
        d->anchors_panel->setCurrentPage(FindingsTab);
        break;
    case RungId::digest:
        d->bytes_panel->setCurrentPage(DigestsTab);
        break;
    case RungId::execution:
    case RungId::proof:
    case RungId::event:
    case RungId::inclusion:
        d->anchors_panel->setCurrentPage(AnchorsTab);
        break;
    case RungId::block:
    case RungId::finality:
        d->anchors_panel->setCurrentPage(d->session->requestLog()->rowCount() > 0 ? RequestsTab : AnchorsTab);
        break;
    case RungId::slot:
        break;
    }
}

void CaseView::showRung(RungId rung) {
    d->selection.chooseRung(rung);
    followRung(rung);
}

void CaseView::chooseFirst() {
    showWorkbench();
    const model::Parts& parts = d->session->parts();
    const Problem* problem = d->problems.isEmpty() ? nullptr : d->problems.next(1);
    RungId rung = RungId::block;
    if (problem != nullptr && problem->rung) {
        rung = *problem->rung;
    } else if (parts.report) {
        const auto open = std::ranges::find_if(parts.report->rungs, [&](const verify::Rung& each) {
            return parts.report->required.contains(each.id) && each.state != verify::RungState::passed;
        });
        rung = open != parts.report->rungs.end() ? open->id : rung;
    }
    d->selection.chooseRung(rung);
    const model::FindingModel& findings = d->findings;
    const bool placed = findings.problems() > 0 && findings.rows().first().range;
    const Error* malformed =
        parts.request && parts.request->malformed && parts.request->broken == verify::BrokenPart::table
            ? &*parts.request->malformed
            : nullptr;
    if (malformed != nullptr && malformed->at && d->hex->size() > 0) {
        d->selection.chooseByte(
            std::min(*malformed->at, d->hex->size() - 1)); // the end, where bytes are missing
    } else if (!d->differing.empty()) {
        d->selection.chooseByte(d->differing.front().offset);
    } else if (placed) {
        d->selection.chooseRow(findings.index(0, 0));
    } else if (parts.tree && parts.tree->nodes.size() > 1) {
        d->selection.chooseNode(1);
    }
    d->problems.rewind();
    d->bytes_panel->setCurrentPage(BytesTab);
    d->anchors_panel->setCurrentPage(placed ? FindingsTab : AnchorsTab);
    d->tree->setFocus();
}

bool CaseView::showProblem(int step) {
    const Problem* problem = d->problems.next(step);
    if (problem == nullptr) {
        return false;
    }
    if (problem->rung) {
        showRung(*problem->rung);
        const QModelIndex place = d->findings.index(problem->finding, 0);
        if (place.isValid() && place.data(model::RangeRole).isValid()) {
            d->bytes_panel->setCurrentPage(BytesTab);
            d->selection.chooseRow(place);
            d->hex->setFocus();
        }
        return true;
    }
    d->anchors_panel->setCurrentPage(FindingsTab);
    d->findings_page->show(problem->finding);
    d->selection.chooseRow(d->findings.index(problem->finding, 0));
    return true;
}

void CaseView::showFinding(int finding) {
    const QModelIndex row = d->findings.index(finding, 0);
    showWorkbench();
    if (row.data(model::RangeRole).isValid()) {
        d->bytes_panel->setCurrentPage(BytesTab);
        d->selection.chooseRow(row);
        d->hex->setFocus(Qt::TabFocusReason);
    } else if (row.data(model::NodeRole).isValid()) {
        showTreePage(TreeTab);
        d->selection.chooseRow(row);
    } else if (const QVariant rung = row.data(model::RungRole); rung.isValid()) {
        d->selection.chooseRung(static_cast<RungId>(rung.toInt()));
        d->proof->setFocus(Qt::TabFocusReason);
    }
}

void CaseView::showFindings() {
    showWorkbench();
    d->anchors_panel->show();
    d->anchors_panel->setCurrentPage(FindingsTab);
    d->finding_list->setFocus(Qt::TabFocusReason);
    if (!d->finding_list->currentIndex().isValid() && d->finding_list->model()->rowCount() > 0) {
        d->finding_list->selectionModel()->setCurrentIndex(d->finding_list->model()->index(0, 0),
                                                           QItemSelectionModel::NoUpdate);
    }
}

void CaseView::showPlace(const model::PlaceHit& hit) {
    using Kind = model::PlaceHit::Kind;
    showWorkbench();
    const bool row = hit.kind != Kind::Offset && hit.kind != Kind::Digest && hit.kind != Kind::State &&
                     hit.kind != Kind::Field;
    if (row && hit.node) {
        if (d->tree_panel->currentPage() != SequenceTab) {
            showTreePage(TreeTab);
        }
        d->selection.chooseNode(*hit.node);
        return;
    }
    if (!hit.range) {
        return;
    }
    d->bytes_panel->show();
    d->bytes_panel->setCurrentPage(BytesTab);
    hit.path.isEmpty() ? d->selection.chooseByte(hit.range->offset)
                       : d->selection.chooseField(hit.path, hit.range);
    d->hex->setFocus(Qt::TabFocusReason);
}

void CaseView::showByte(quint64 offset) {
    d->bytes_panel->setCurrentPage(BytesTab);
    d->selection.chooseByte(offset);
    d->hex->setFocus();
}

} // namespace anchorscope::ui
