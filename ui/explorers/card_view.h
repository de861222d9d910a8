// One part of a rung's evidence: a panel with a table of fields or a path through a trie, and a line below.
#pragma once
#include "model/explore/evidence_page.h"
#include "ui/views/selection.h"
#include "ui/widgets/panel.h"

class QAbstractItemView;

namespace anchorscope::ui {

class CardView : public Panel {
    Q_OBJECT
public:
    /// `number` stands before the title. Rows with bytes of the calldata set `selection`.
    CardView(const model::EvidenceCard& card, int number, Selection* selection, QWidget* parent = nullptr);
    [[nodiscard]] QAbstractItemView* list() const { return m_list; }
    [[nodiscard]] QString copyText() const;

Q_SIGNALS:
    void digestChosen(const QString& id); ///< a row's digest was asked for

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    QAbstractItemView* makeTable(const model::EvidenceCard& card, Selection* selection);
    QAbstractItemView* makePath(const model::EvidenceCard& card);

    QAbstractItemView* m_list = nullptr;
    Selection m_local;
    int m_spare = -1; ///< left out where there is little room
    QList<int> m_widths;
};

} // namespace anchorscope::ui
