// One open case: tree, details, proof, bytes, digests, anchors, findings and requests, over one linked
// selection.
#pragma once
#include "model/session/session.h"
#include "ui/views/selection.h"
#include <QWidget>

class QSplitter;

namespace anchorscope::ui {

class CaseNotes;
class Panel;

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
    [[nodiscard]] CaseNotes* notes() const;
    [[nodiscard]] Panel* panel(Part part) const;
    /// The visible panes in the order of F6.
    [[nodiscard]] QList<QWidget*> panes() const;
    void unfoldAll(bool unfold);
    void focusTree();
    /// Walks through what is wrong; false when nothing is.
    bool showProblem(int step);
    void showByte(quint64 offset);
    /// Chooses the rung and brings the pane forward that it stands on.
    void showRung(verify::RungId rung);
    /// Brings a page of the tree's panel forward and gives it the focus.
    void showTreePage(TreePages page);
    [[nodiscard]] Stage stage() const;
    void showWorkbench();
    /// The explorer of a row of the list of digests.
    void exploreDigest(int row);
    /// What the rung stands on, on a page of its own.
    void exploreEvidence(verify::RungId rung);
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

private:
    void build();
    void updateTable();
    void updateTree();
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
