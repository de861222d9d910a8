// "Go to": one field for a step, an entry, a digest, an offset, a selector, a name or an address, and what of
// it is here, while one types. Limits: 1. everything is sorted and searched in a worker; only the answer to
// what stands in the field now is shown; 2. at most max_hits rows.
#pragma once
#include "core/base/cancellation.h"
#include "model/goto/place_index.h"
#include "model/items/table_models.h"
#include "model/net/mailbox.h"
#include "ui/views/selection.h"
#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace anchorscope::ui {

class CellTableView;

/// Kind · Found · Where.
class PlaceHitModel : public model::CellTableModel {
    Q_OBJECT
public:
    explicit PlaceHitModel(QObject* parent = nullptr);
    void setHits(const QList<model::PlaceHit>& hits);
};

class GoToDialog : public QDialog {
    Q_OBJECT
public:
    static constexpr qsizetype max_hits = 200;

    explicit GoToDialog(QWidget* parent = nullptr);
    ~GoToDialog() override;
    /// What is searched from now on; the same parts are not sorted again.
    void setParts(const model::SearchedParts& parts);
    /// Shows it with the field chosen, ready to type over.
    void ask();

Q_SIGNALS:
    void chosen(const anchorscope::model::PlaceHit& hit);

protected:
    bool eventFilter(QObject* watched, QEvent* event) override;

private:
    void search();
    void show(const model::PlacesFound& found);
    void go();

    PlaceHitModel m_model;
    Selection m_selection; ///< its own: looking through hits goes nowhere
    QLineEdit* m_field;
    CellTableView* m_list;
    QLabel* m_count;
    QPushButton* m_go;
    QList<model::PlaceHit> m_hits;
    model::SearchedParts m_parts;
    std::shared_ptr<const model::PlaceIndex> m_index;
    std::shared_ptr<model::Mailbox> m_mailbox;
    Cancellation m_building;
    quint64 m_generation = 0;
    bool m_enter_pending = false; ///< Enter came before the answer
};

} // namespace anchorscope::ui
