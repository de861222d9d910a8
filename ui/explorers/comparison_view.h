// Expected beside actual: each value with where it comes from, and every byte that differs in the mismatch
// colour.
#pragma once
#include "model/explore/evidence_page.h"
#include <QTableView>

namespace anchorscope::ui {

class ComparisonView : public QTableView {
    Q_OBJECT
public:
    explicit ComparisonView(QWidget* parent = nullptr);
    ~ComparisonView() override;
    void setComparisons(const QList<model::EvidenceComparison>& comparisons);
    [[nodiscard]] QString copyText() const;
    /// Header and rows.
    [[nodiscard]] int wantedHeight() const;

Q_SIGNALS:
    void digestChosen(const QString& id);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    class Model;
    Model* m_model;
};

/// A part of a value as it is shown, and whether it differs from the other value at the same place.
struct DifferingRun {
    QString text;
    bool differs = false;
    friend bool operator==(const DifferingRun&, const DifferingRun&) = default;
};
/// `value` against `other`, in at most `characters`: what is cut out in the middle is told by an ellipsis
/// that differs if anything in it does. Values of unlike length differ as a whole.
[[nodiscard]] QList<DifferingRun> differingRuns(const QString& value, const QString& other, int characters);

} // namespace anchorscope::ui
