// Private to the view of a case: what it is made of.
#pragma once
#include "model/explore/explore.h"
#include "model/explore/latest_job.h"
#include "model/items/instead_model.h"
#include "model/items/order_models.h"
#include "model/items/tree_model.h"
#include "ui/explorers/digest_explorer.h"
#include "ui/explorers/evidence_explorer.h"
#include "ui/sequence/roots_view.h"
#include "ui/sequence/sequence_view.h"
#include "ui/views/case_notes.h"
#include "ui/views/case_view.h"
#include "ui/views/cell_table_view.h"
#include "ui/views/findings_page.h"
#include "ui/views/hex_view.h"
#include "ui/views/problems.h"
#include "ui/views/proof_view.h"
#include "ui/views/tree_page.h"
#include "ui/views/tree_view.h"
#include "ui/widgets/panel.h"
#include <QStackedWidget>

namespace anchorscope::ui {

class CaseView::Private {
public:
    Private(CaseView* view, model::Session* of)
        : session(of), selection(view), filter(view), tree_model(view), fields(view), digests(view),
          anchors(view), findings(view), instead(view), crossings(view), replay(view) {}

    model::Session* session;
    Selection selection;
    NodeFilter filter;
    std::optional<model::FilterParts> filtered; ///< of the tree that is shown
    model::TreeModel tree_model;
    model::FieldModel fields;
    model::DigestModel digests;
    model::AnchorModel anchors;
    model::FindingModel findings;
    model::InsteadModel instead;
    model::CrossingModel crossings;
    model::ReplayModel replay;
    Problems problems;

    QStackedWidget* stage = nullptr;
    SequenceView* sequence = nullptr;
    RootsView* roots = nullptr;
    DigestExplorer* digest_explorer = nullptr;
    EvidenceExplorer* evidence_explorer = nullptr;
    CaseNotes* notes = nullptr;
    TreePage* tree_page = nullptr;
    FindingsPage* findings_page = nullptr;
    TreeView* tree = nullptr;
    HexView* hex = nullptr;
    ProofView* proof = nullptr;
    CellTableView *details = nullptr, *digest_list = nullptr, *anchor_list = nullptr, *finding_list = nullptr,
                  *request_list = nullptr, *instead_list = nullptr, *crossing_list = nullptr,
                  *replay_list = nullptr;
    Panel *tree_panel = nullptr, *details_panel = nullptr, *proof_panel = nullptr, *bytes_panel = nullptr,
          *anchors_panel = nullptr;
    QSplitter *columns = nullptr, *left = nullptr, *bottom = nullptr, *right = nullptr;
    model::LatestJob more_digests;
    std::shared_ptr<const verify::Report> more_of; ///< the report that they were made for
    std::vector<model::NamedDigest> more;
    std::optional<quint32> shown_node;
    std::vector<ByteRange> differing;
    std::optional<Hash32> shown_file; ///< SHA-256 of the table whose tree is shown
};

} // namespace anchorscope::ui
