// What may come next in a filter, listed below its field: Up and Down choose, Enter or Tab takes, Esc closes.
#pragma once
#include "model/filter/filter_completion.h"
#include <QObject>

class QAbstractListModel;
class QCompleter;

namespace anchorscope::ui {

class FilterField;

class FilterPopup : public QObject {
    Q_OBJECT
public:
    explicit FilterPopup(FilterField* field);
    /// Shows what fits where the cursor stands; hides where nothing does.
    void offer(const model::FilterVocabulary& vocabulary);
    void hide();
    [[nodiscard]] bool isShown() const;
    /// A row was chosen with the arrow keys.
    [[nodiscard]] bool hasCurrent() const;
    /// Puts the chosen row into the field, or the first where none is chosen; false: nothing is listed.
    bool take();

private:
    class Rows;
    void insert(int row);

    FilterField* m_field;
    QCompleter* m_completer;
    Rows* m_rows;
    model::FilterCompletions m_offered;
};

} // namespace anchorscope::ui
