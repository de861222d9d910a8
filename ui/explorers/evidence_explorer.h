// What a rung stands on: in words for who is no specialist, the evidence part by part, and expected beside
// actual. The page is made in a worker from the session's parts; its green is the report's.
#pragma once
#include "model/explore/evidence_page.h"
#include "model/explore/latest_job.h"
#include "ui/views/next_step.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class EvidenceExplorer : public QWidget {
    Q_OBJECT
public:
    EvidenceExplorer(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    ~EvidenceExplorer() override;
    void showRung(verify::RungId rung);
    /// The page that is shown; empty while it is made.
    [[nodiscard]] const model::EvidencePage& page() const;
    [[nodiscard]] QList<QWidget*> panes() const;
    /// Of the pane that has the focus, else the whole page as text.
    [[nodiscard]] QString copyText() const;

Q_SIGNALS:
    void left(); ///< back to the tree
    void stepChosen(anchorscope::ui::Step step);
    void digestChosen(const QString& id);

private:
    void build();
    void load();
    void take(const model::EvidencePage& page);
    void fillCards();
    void fillWords();
    void fillMissing();
    void walk(int step);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
