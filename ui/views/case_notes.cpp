#include "ui/views/case_notes.h"
#include "model/items/tree_model.h"
#include "model/session/session.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/views/cell_table_view.h"
#include "ui/views/note_pane.h"
#include "ui/views/status_delegate.h"
#include "ui/widgets/panel.h"
#include <QTreeView>

namespace anchorscope::ui {

namespace {

/// A cell of transitions with room for the mark of a note at its right.
class NoteMarkDelegate : public StatusDelegate {
public:
    NoteMarkDelegate(const model::NoteModel* notes, QObject* parent)
        : StatusDelegate(parent), m_notes(notes) {
        setKindColumn(model::TreeModel::Transition);
    }
    void paint(QPainter* painter, const QStyleOptionViewItem& option,
               const QModelIndex& index) const override {
        const QVariant node = index.data(model::NodeRole);
        if (!node.isValid() || !m_notes->isNoted(node.toUInt())) {
            StatusDelegate::paint(painter, option, index);
            return;
        }
        paintBackground(painter, option, index, false);
        const int size = RowMetrics::icon - paint::px(2), gap = RowMetrics::gap;
        QStyleOptionViewItem rest = option;
        rest.rect.adjust(0, 0, -(size + 2 * gap), 0);
        StatusDelegate::paint(painter, rest, index);
        const QRectF mark(rest.rect.right() + gap, option.rect.center().y() - size / 2.0 + 0.5, size, size);
        paint::drawGlyph(*painter, mark, paint::Glyph::Note, paint::theme().color(paint::Ink::Accent));
    }

private:
    const model::NoteModel* m_notes;
};

} // namespace

CaseNotes::CaseNotes(model::Session* session, Selection* selection, Panel* details, Panel* lists,
                     QTreeView* tree, QObject* parent)
    : QObject(parent), m_session(session), m_selection(selection), m_details(details), m_lists(lists),
      m_tree(tree), m_store(session) {
    m_pane = new NotePane(&m_store);
    m_note_page = details->addPage(tr("Note"), m_pane);
    m_list = new CellTableView(&m_notes, selection);
    m_list->setAccessibleName(tr("Notes"));
    m_list->setColumnWidths({170, 0});
    m_list->setEmptyText(tr("No notes. Ctrl+M writes one on the chosen place."));
    m_list_page = lists->addPage(tr("Notes"), m_list);
    tree->setItemDelegateForColumn(model::TreeModel::Transition, new NoteMarkDelegate(&m_notes, tree));
    connect(selection, &Selection::changed, this, [this](const Choice&, Selection::Aspect aspect) {
        if (aspect == Selection::Aspect::Place) {
            followSelection();
        }
    });
    connect(m_list, &QAbstractItemView::activated, this, [this] { edit(); });
    connect(&m_store, &model::NoteStore::notesChanged, this, &CaseNotes::updateList);
    connect(&m_store, &model::NoteStore::noteChanged, this, &CaseNotes::updateList);
    connect(session, &model::Session::treeChanged, this, &CaseNotes::updateList);
    connect(session, &model::Session::reportChanged, this, &CaseNotes::updateList);
    followSelection();
}

/// Writes what is not written, while everything that hears of it is still there.
CaseNotes::~CaseNotes() {
    m_store.flush();
    m_store.disconnect();
}

void CaseNotes::edit() {
    m_details->setCurrentPage(m_note_page);
    m_pane->edit();
}

bool CaseNotes::undo() {
    const std::optional<QString> path = m_store.undo();
    if (path) {
        show(*path);
    }
    return path.has_value();
}

bool CaseNotes::redo() {
    const std::optional<QString> path = m_store.redo();
    if (path) {
        show(*path);
    }
    return path.has_value();
}

void CaseNotes::show(const QString& path) {
    m_details->setCurrentPage(m_note_page);
    if (path == m_pane->path()) {
        return;
    }
    const model::Parts& parts = m_session->parts();
    if (const auto node = m_notes.nodeOf(path.toStdString())) {
        m_selection->chooseNode(*node);
    } else if (parts.source) {
        m_pane->setPlace(path, path.isEmpty() ? tr("The case") : path);
    }
}

void CaseNotes::followSelection() {
    const model::Parts& parts = m_session->parts();
    const std::optional<quint32> node = m_selection->choice().node;
    const bool chosen = node && parts.table && parts.tree && *node < parts.tree->nodes.size();
    const QString path =
        chosen ? QString::fromStdString(model::notePath(*parts.table, *parts.tree, *node)) : QString();
    m_pane->setPlace(path, path.isEmpty() ? tr("The case") : path);
}

void CaseNotes::updateList() {
    const model::Parts& parts = m_session->parts();
    m_notes.setNotes(m_store.texts(), parts.table, parts.tree);
    const int count = m_notes.rowCount();
    m_lists->setPageTitle(m_list_page, count == 0 ? tr("Notes") : tr("Notes %1").arg(count));
    m_details->setPageTitle(m_note_page, m_store.has(m_pane->path()) ? tr("Note •") : tr("Note"));
    m_tree->viewport()->update();
}

} // namespace anchorscope::ui
