// One open case: tree, details, proof, bytes, digests, anchors, findings and requests, over one linked
// selection.
#pragma once
#include "model/filter/filter_by_value.h"
#include "model/goto/place_hit.h"
#include "model/session/session.h"
#include "ui/views/selection.h"
#include <QWidget>

class QSplitter;

namespace anchorscope::ui {

class FindingsPage;
class NodeFilter;
class CaseNotes;
class Panel;
class TreeView;
enum class Step;

class CaseView : public QWidget {
    Q_OBJECT
public:
    enum class Part { Tree, Details, Proof, Bytes, Anchors };
    enum TreePages { TreeTab, SequenceTab, RootsTab, CrossingsTab, ReplayTab };
    /// What takes the place below the ladder.
    enum Stage { Workbench, DigestStage, EvidenceStage };
    enum BytesPage { BytesTab, DigestsTab };
    enum AnchorsPage { AnchorsTab, FindingsTab, RequestsTab };

    explicit CaseView(model::Session* session, QWidget* parent = nullptr);
    ~CaseView() override;
    [[nodiscard]] Selection* selection() const;
    /// Of the rows of the tree; other views may follow it.
    [[nodiscard]] NodeFilter* filter() const;
    /// What the filter language says of a cell of the tree.
    [[nodiscard]] model::ValueFilter filterOfCell(const QModelIndex& cell) const;
    [[nodiscard]] CaseNotes* notes() const;
    [[nodiscard]] Panel* panel(Part part) const;
    [[nodiscard]] TreeView* tree() const;
    [[nodiscard]] FindingsPage* findingsPage() const;
    /// The visible panes in the order of F6.
    [[nodiscard]] QList<QWidget*> panes() const;
    void unfoldAll(bool unfold);
    void focusTree();
    /// Chooses the next row that the filter lets pass; false: there is none.
    bool showMatch(int step);
    /// The same, unless what is chosen passes already; once the filter has come to an end.
    void showFirstMatch();
    /// Walks through what is wrong; false when nothing is.
    bool showProblem(int step);
    void showByte(quint64 offset);
    /// Its bytes, if it has a place in the table, else the rung that it is about.
    void showFinding(int finding);
    /// The list of findings, with the focus.
    void showFindings();
    /// What "Go to" found.
    void showPlace(const model::PlaceHit& hit);
    /// Chooses the rung and brings the pane forward that it stands on.
    void showRung(verify::RungId rung);
    /// Brings a page of the tree's panel forward and gives it the focus.
    void showTreePage(TreePages page);
    [[nodiscard]] Stage stage() const;
    void showWorkbench();
    /// The explorer of a row of the list of digests.
    void exploreDigest(int row);
    void exploreDigest(const QString& id); ///< by its id (model/explore/explore.h)
    /// What the rung stands on, on a page of its own.
    void exploreEvidence(verify::RungId rung);
    /// A rung of the ladder was pressed: shows it, and, pressed again, its evidence.
    void activateRung(verify::RungId rung);
    /// After the first report of a case: what is wrong, or the first entry and the rung that vouches for the
    /// block.
    void chooseFirst();
    /// Of the pane that has the focus; empty when it has nothing to give.
    [[nodiscard]] QString copyText() const;
    /// "entries[0].callCount · bytes 804–835 of the calldata".
    [[nodiscard]] QString placeText(const QString& path, std::optional<ByteRange> range) const;
    /// "11 transitions · 0 failed · verified in 24 ms".
    [[nodiscard]] QString countsText() const;
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray& state);

Q_SIGNALS:
    void stepChosen(anchorscope::ui::Step step); ///< on a page of evidence

private:
    void build();
    void connectExplorers();
    void addDigests();
    void updateTable();
    void updateTree();
    void updateFilter();
    void updateLists();
    void updateReport();
    void updateDetails(const Choice& choice);
    void followRung(verify::RungId rung);
    void updateOrder();
    void updateNames();
    void updateWhyNoTree();
    void updateEmptyTexts();
    [[nodiscard]] bool keepsTree() const;
    [[nodiscard]] QString bytesName() const;

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
