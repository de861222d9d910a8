// The menu of the filter: those saved under a name, those used last, examples, and what to do with them.
#pragma once
#include "model/settings/filter_book.h"
#include <QMenu>

namespace anchorscope::ui {

class FilterMenu : public QMenu {
    Q_OBJECT
public:
    /// `book` must outlive it.
    FilterMenu(model::FilterBook* book, QWidget* parent);
    /// What the field holds; only what is a filter can be saved.
    void setCurrent(const QString& filter, bool valid);

Q_SIGNALS:
    void chosen(const QString& filter);

private:
    void fill();
    void addFilters(QMenu* menu, const QStringList& filters);
    void askForName();
    void askForNewName(const QString& name);

    model::FilterBook* m_book;
    QString m_current;
    bool m_valid = false;
};

} // namespace anchorscope::ui
