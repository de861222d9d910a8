#include "ui/views/filter_menu.h"
#include "ui/paint/fonts.h"
#include <QInputDialog>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr int longest_shown = 60;

/// As a menu shows it: no mnemonics, and not wider than the window.
QString shown(const QString& text) {
    QString out = text.size() > longest_shown ? text.first(longest_shown) + QChar(u'…') : text;
    return out.replace(u'&', u"&&"_s);
}

} // namespace

FilterMenu::FilterMenu(model::FilterBook* book, QWidget* parent) : QMenu(parent), m_book(book) {
    setAccessibleName(tr("Saved and recent filters"));
    setToolTipsVisible(true);
    connect(this, &QMenu::aboutToShow, this, &FilterMenu::fill);
}

void FilterMenu::setCurrent(const QString& filter, bool valid) {
    m_current = filter;
    m_valid = valid && !filter.trimmed().isEmpty();
}

void FilterMenu::addFilters(QMenu* menu, const QStringList& filters) {
    menu->setToolTipsVisible(true);
    for (const QString& filter : filters) {
        menu->addAction(shown(filter), this, [this, filter] { Q_EMIT chosen(filter); });
    }
}

void FilterMenu::fill() {
    clear();
    const QList<model::FilterBook::Saved> saved = m_book->saved();
    for (const model::FilterBook::Saved& each : saved) {
        QAction* action = addAction(shown(each.name), this, [this, each] { Q_EMIT chosen(each.filter); });
        action->setToolTip(each.filter);
    }
    if (!saved.isEmpty()) {
        addSeparator();
    }
    addAction(tr("&Save this filter…"), this, &FilterMenu::askForName)->setEnabled(m_valid);
    QMenu* rename = addMenu(tr("Re&name"));
    QMenu* remove = addMenu(tr("&Delete"));
    for (const model::FilterBook::Saved& each : saved) {
        rename->addAction(shown(each.name), this, [this, each] { askForNewName(each.name); });
        remove->addAction(shown(each.name), this, [this, each] { m_book->remove(each.name); });
    }
    rename->setEnabled(!saved.isEmpty());
    remove->setEnabled(!saved.isEmpty());
    addSeparator();
    const QStringList used = m_book->used();
    QMenu* recent = addMenu(tr("&Recent"));
    addFilters(recent, used);
    recent->setEnabled(!used.isEmpty());
    addFilters(addMenu(tr("&Examples")), {u"problem"_s, u"reverted"_s, u"crossing"_s, u"domain != L1"_s,
                                          u"kind == entry && state != passed"_s, u"value > 0.1 eth"_s,
                                          u"severity >= warning"_s, u"depth >= 3"_s});
}

void FilterMenu::askForName() {
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Save the filter"));
    dialog->setLabelText(tr("A name for this filter:"));
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, filter = m_current](const QString& name) { m_book->save(name, filter); });
    dialog->open();
}

void FilterMenu::askForNewName(const QString& name) {
    auto* dialog = new QInputDialog(parentWidget());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setWindowTitle(tr("Rename the filter"));
    dialog->setLabelText(tr("A new name for “%1”:").arg(name));
    dialog->setTextValue(name);
    connect(dialog, &QInputDialog::textValueSelected, this,
            [this, name](const QString& to) { m_book->rename(name, to); });
    dialog->open();
}

} // namespace anchorscope::ui
