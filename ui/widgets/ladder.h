// The ladder: three stage groups that unfold to their rungs, each rung a button that opens its evidence.
#pragma once
#include "core/verify/report.h"
#include <QWidget>

namespace anchorscope::ui {

class Ladder : public QWidget {
    Q_OBJECT
public:
    explicit Ladder(QWidget* parent = nullptr);
    /// Null: every rung not checked yet.
    void setReport(std::shared_ptr<const verify::Report> report);
    void setOpenStage(verify::Stage stage);
    [[nodiscard]] verify::Stage openStage() const;
    void setCurrentRung(verify::RungId rung); ///< marks the pressed rung and unfolds its stage
    [[nodiscard]] QWidget* rungButton(verify::RungId rung) const;
    void clearCurrentRung(); ///< no evidence is open
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void rungActivated(anchorscope::verify::RungId rung);

private:
    class Private;
    Private* d;
};

} // namespace anchorscope::ui
