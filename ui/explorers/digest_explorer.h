// A digest's preimage as fields and bytes, every step of its fold, and "what if" beside it. Opened from the
// list of digests, from a field, or from the evidence; the digest is taken apart in a worker.
#pragma once
#include "model/explore/known_digests.h"
#include "model/explore/latest_job.h"
#include "model/explore/what_if.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class DigestExplorer : public QWidget {
    Q_OBJECT
public:
    DigestExplorer(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    ~DigestExplorer() override;
    /// By its id (model/explore/explore.h).
    void showDigest(const QString& id);
    /// The list that "previous" and "next" walk through, by DigestRole.
    void setList(const QAbstractItemModel* list);
    /// What F6 goes through.
    [[nodiscard]] QList<QWidget*> panes() const;
    /// Of the pane that has the focus, else the digest.
    [[nodiscard]] QString copyText() const;
    [[nodiscard]] const QString& shown() const;

Q_SIGNALS:
    void left(); ///< back to the tree

protected:
    void changeEvent(QEvent* event) override;

private:
    void build();
    void connectParts();
    void load();
    void take(std::shared_ptr<const model::ExploredDigest> digest);
    void explain();
    void showStep(std::size_t step);
    void fillStep();
    void chooseField(const Choice& choice);
    void recompute();
    void showValues(const std::vector<std::optional<Hash32>>& values);
    void walk(int step);
    void updateWords();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
