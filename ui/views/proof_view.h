// "What was proven and by whom": the ten rungs from top to bottom, each a statement and its basis; the chosen
// one unfolds to its whole sentence, and to both values where it failed.
#pragma once
#include "ui/views/rung_statement.h"
#include "ui/views/selection.h"
#include <QListView>

namespace anchorscope::ui {

class ProofView : public QListView {
    Q_OBJECT
public:
    enum Role { StatementRole = Qt::UserRole + 100 }; ///< RungStatement

    explicit ProofView(Selection* selection, QWidget* parent = nullptr);
    ~ProofView() override;
    /// Null report: nothing is known yet.
    void setReport(std::shared_ptr<const verify::Report> report,
                   std::shared_ptr<const verify::Evidence> evidence);
    [[nodiscard]] QString copyText() const; ///< of the chosen rung

protected:
    void paintEvent(QPaintEvent* event) override;
    void changeEvent(QEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

private:
    void followSelection(const Choice& choice);
    void publishCurrent();

    class Model;
    Model* m_model;
    Selection* m_selection;
    bool m_following = false;
};

} // namespace anchorscope::ui

Q_DECLARE_METATYPE(anchorscope::ui::RungStatement)
