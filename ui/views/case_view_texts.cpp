// What the view of a case says: in empty panes, in the status bar, and to the clipboard.
#include "ui/views/case_view_parts.h"

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

/// While a run goes on, an empty list means nothing yet.
void CaseView::updateEmptyTexts() {
    const bool done = d->session->phase() == model::Session::Phase::done;
    const bool table = d->session->parts().table != nullptr;
    const auto say = [done](CellTableView* list, const QString& text) {
        list->setEmptyText(done ? text : QString());
    };
    say(d->details, table ? tr("Choose a transition to see its fields.") : tr("No transitions, no fields."));
    say(d->digest_list, tr("No digests were computed."));
    say(d->anchor_list, tr("No anchor event is known: attach an envelope and evidence."));
    say(d->finding_list, tr("Nothing to remark."));
    say(d->crossing_list, table
                              ? tr("Attach another table of the bundle (the other side, or another rollup):\n"
                                   "its calls are paired with those of this one.")
                              : tr("No transitions, no crossings."));
    say(d->replay_list, tr("Only tables of L1 state what becomes of the rollups."));
}

/// What the shown bytes are.
QString CaseView::bytesName() const {
    const model::Parts& parts = d->session->parts();
    return parts.table                            ? tr("calldata")
           : parts.source && parts.source->is_hex ? tr("decoded hex")
                                                  : tr("file");
}

void CaseView::updateWhyNoTree() {
    const model::Parts& parts = d->session->parts();
    const bool malformed =
        parts.request && parts.request->malformed && parts.request->broken == verify::BrokenPart::table;
    const bool shown = parts.table || !parts.source;
    d->tree_page->setWhyNone(
        shown         ? QString()
        : parts.slice ? tr("A slice: some entries of a table, each with the way to the table’s root.")
        : parts.unknown
            ? tr("Calldata of a function that is not known: an opaque observation.\n"
                 "Its commitment can still be verified; the words are shown with what they look like.")
        : malformed ? tr("The table does not decode: there are no transitions to show.\n"
                         "The banner says what was expected, and at which byte.")
                    : tr("These bytes match no table format: an opaque observation.\n"
                         "Its commitment can still be verified; there are no transitions to show."));
}

QString CaseView::copyText() const {
    if (stage() != Workbench) {
        return stage() == DigestStage ? d->digest_explorer->copyText() : d->evidence_explorer->copyText();
    }
    const QWidget* focus = focusWidget();
    for (const CellTableView* list : {d->instead_list, d->crossing_list, d->replay_list, d->details,
                                      d->digest_list, d->anchor_list, d->finding_list, d->request_list}) {
        if (focus == list) {
            return list->copyText();
        }
    }
    if (focus == d->tree) {
        return d->tree->currentIndex().data(model::CopyRole).toString();
    }
    return focus == d->proof ? d->proof->copyText() : d->hex->copyText();
}

QString CaseView::placeText(const QString& path, std::optional<ByteRange> range) const {
    QStringList parts;
    if (!path.isEmpty()) {
        parts += path;
    }
    if (range && range->length > 0) {
        parts += range->length == 1
                     ? tr("byte %1 of the %2").arg(range->offset).arg(bytesName())
                     : tr("bytes %1–%2 of the %3").arg(range->offset).arg(range->end() - 1).arg(bytesName());
    }
    return parts.join(u"  ·  "_s);
}

QString CaseView::countsText() const {
    const model::Parts& parts = d->session->parts();
    QStringList texts;
    if (parts.tree) {
        const auto count = std::ranges::count_if(parts.tree->nodes, [](const transition::Node& node) {
            return node.kind != transition::NodeKind::call_return;
        });
        texts += count == 1 ? tr("1 transition") : tr("%1 transitions").arg(count);
    }
    if (parts.report) {
        const auto failed =
            std::ranges::count(parts.report->rungs, verify::RungState::failed, &verify::Rung::state);
        texts += tr("%1 of %2 rungs failed").arg(failed).arg(verify::rung_count);
        texts += tr("checked in %1 ms").arg(d->session->elapsedMs());
    }
    return texts.join(u" · "_s);
}

} // namespace anchorscope::ui
