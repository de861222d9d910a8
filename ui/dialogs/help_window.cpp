#include "ui/dialogs/help_window.h"
#include "ui/dialogs/help_pages.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include "ui/widgets/panel.h"
#include <QApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QPointer>
#include <QScrollBar>
#include <QShortcut>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using paint::Ink;
using paint::px;

namespace {

constexpr QSize first_size(1000, 720), least_size(560, 360);
constexpr int contents_width = 250, page_margin = 28, row_height = 30;
constexpr int id_role = Qt::UserRole;

QString pageStyle() {
    const paint::Theme& theme = paint::theme();
    const auto colour = [&theme](Ink ink) { return theme.color(ink).name(); };
    return u"body { color: %1; }"
           "h1 { font-size: %5px; font-weight: bold; margin-top: 0px; margin-bottom: %8px; }"
           "h2 { font-size: %6px; font-weight: 600; margin-top: %9px; margin-bottom: %10px; }"
           "p, li { margin-bottom: %10px; line-height: 135%; }"
           "a { color: %2; text-decoration: none; }"
           "code, kbd { font-family: 'JetBrains Mono'; font-size: %7px; background-color: %3; }"
           "th { text-align: left; font-weight: 600; color: %4; }"
           ".lead { color: %4; margin-bottom: %8px; }"_s
               .arg(colour(Ink::Text), colour(Ink::Accent), colour(Ink::Header), colour(Ink::SecondaryText))
               .arg(px(18))
               .arg(px(12))
               .arg(px(12))
               .arg(px(10))
               .arg(px(18))
               .arg(px(6));
}

} // namespace

HelpBrowser::HelpBrowser(QWidget* parent) : QTextBrowser(parent) {
    setOpenExternalLinks(false);
    setFrameShape(QFrame::NoFrame);
    setAccessibleName(tr("Page"));
    document()->setDefaultFont(paint::hexSafe(paint::font(paint::Type::Body)));
    document()->setDocumentMargin(px(page_margin));
    recolour();
}

/// No page asks for anything else, and nothing else is given.
QVariant HelpBrowser::loadResource(int type, const QUrl& name) {
    const HelpPage* page = type == QTextDocument::HtmlResource ? helpPage(name) : nullptr;
    return page != nullptr ? QVariant(page->html()) : QVariant();
}

void HelpBrowser::recolour() {
    const QString style = pageStyle();
    if (style == document()->defaultStyleSheet()) {
        return;
    }
    document()->setDefaultFont(paint::hexSafe(paint::font(paint::Type::Body)));
    document()->setDefaultStyleSheet(style);
    if (!source().isEmpty()) {
        const int place = verticalScrollBar()->value();
        reload();
        verticalScrollBar()->setValue(place);
    }
}

void HelpBrowser::changeEvent(QEvent* event) {
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::PaletteChange || event->type() == QEvent::StyleChange) {
        recolour(); // another theme or another zoom
    }
}

void HelpBrowser::mark(const QString& text) {
    QList<ExtraSelection> marks;
    QTextCharFormat format;
    format.setBackground(paint::theme().chip(model::Meaning::Warning).background);
    format.setForeground(paint::theme().chip(model::Meaning::Warning).foreground);
    QTextCursor at(document());
    while (!text.isEmpty()) {
        at = document()->find(text, at);
        if (at.isNull()) {
            break;
        }
        marks += ExtraSelection{at, format};
    }
    setExtraSelections(marks);
    if (!marks.isEmpty()) {
        QTextCursor first = marks.first().cursor;
        first.clearSelection();
        setTextCursor(first);
        ensureCursorVisible();
    }
}

QString HelpWindow::pageFor(const QWidget* focus) {
    for (const QWidget* each = focus; each != nullptr; each = each->parentWidget()) {
        const QString page = each->property(page_property).toString();
        if (helpPage(page) != nullptr) {
            return page;
        }
    }
    return helpPages().first().id;
}

HelpWindow* HelpWindow::showFor(const QWidget* focus, QWidget* owner) {
    static QPointer<HelpWindow> window;
    if (!window) {
        window = new HelpWindow;
        window->setAttribute(Qt::WA_DeleteOnClose);
        window->setAttribute(Qt::WA_QuitOnClose, false); // the last case that closes ends the program
        QObject::connect(qApp, &QGuiApplication::lastWindowClosed, window, &QWidget::close);
        if (owner != nullptr) {
            window->move(owner->pos() + QPoint(px(48), px(48)));
        }
    }
    window->showPage(pageFor(focus));
    window->show();
    window->raise();
    window->activateWindow();
    return window;
}

HelpWindow::HelpWindow(QWidget* parent)
    : QWidget(parent, Qt::Window), m_browser(new HelpBrowser), m_page_panel(new Panel(QString())),
      m_contents(new QListWidget), m_search(new QLineEdit),
      m_back(m_page_panel->addButton(paint::icon(paint::Glyph::ChevronLeft), tr("Back"))),
      m_forward(m_page_panel->addButton(paint::icon(paint::Glyph::ChevronRight), tr("Forward"))) {
    setWindowTitle(tr("Help – Anchorscope"));
    setMinimumSize(least_size);
    m_search->setPlaceholderText(tr("Search the help"));
    m_search->setAccessibleName(tr("Search the help"));
    m_search->setClearButtonEnabled(true);
    m_contents->setAccessibleName(tr("Contents"));
    m_contents->setFrameShape(QFrame::NoFrame);
    m_contents->setUniformItemSizes(true);
    m_contents->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    auto* side = new QWidget;
    auto* side_rows = new QVBoxLayout(side);
    side_rows->setContentsMargins(px(14), px(12), px(6), px(8));
    side_rows->setSpacing(px(8));
    side_rows->addWidget(m_search);
    side_rows->addWidget(m_contents, 1);
    auto* contents = new Panel(tr("Contents"));
    contents->setContent(side);
    m_page_panel->setContent(m_browser);
    auto* columns = new QSplitter;
    columns->setHandleWidth(px(8));
    columns->setChildrenCollapsible(false);
    columns->addWidget(contents);
    columns->addWidget(m_page_panel);
    columns->setStretchFactor(1, 1);
    columns->setSizes({px(contents_width), px(first_size.width() - contents_width)});
    auto* rows = new QVBoxLayout(this);
    rows->setContentsMargins(px(12), px(12), px(12), px(12));
    rows->addWidget(columns);
    resize(px(first_size.width()), px(first_size.height()));

    connect(m_browser, &QTextBrowser::sourceChanged, this, [this](const QUrl& url) {
        const HelpPage* shown = helpPage(url.adjusted(QUrl::RemoveFragment));
        m_page = shown != nullptr ? shown->id : QString(); // the browser itself knows it only later
        m_page_panel->setTitle(shown != nullptr ? shown->title : QString());
        follow();
    });
    connect(m_browser, &QTextBrowser::backwardAvailable, m_back, &QWidget::setEnabled);
    connect(m_browser, &QTextBrowser::forwardAvailable, m_forward, &QWidget::setEnabled);
    connect(m_back, &QToolButton::clicked, m_browser, &QTextBrowser::backward);
    connect(m_forward, &QToolButton::clicked, m_browser, &QTextBrowser::forward);
    connect(m_search, &QLineEdit::textChanged, this, &HelpWindow::fillContents);
    connect(m_search, &QLineEdit::returnPressed, this, [this] {
        if (m_contents->count() > 0) {
            m_contents->setCurrentRow((m_contents->currentRow() + 1) % m_contents->count());
        }
    });
    connect(m_contents, &QListWidget::currentItemChanged, this, [this](const QListWidgetItem* item) {
        if (item != nullptr && item->data(id_role).toString() != currentPage()) {
            showPage(item->data(id_role).toString());
        }
    });
    const auto key = [this](const QKeySequence& keys, auto slot) {
        connect(new QShortcut(keys, this), &QShortcut::activated, this, slot);
    };
    key(Qt::ALT | Qt::Key_Left, [this] { m_browser->backward(); });
    key(Qt::ALT | Qt::Key_Right, [this] { m_browser->forward(); });
    key(QKeySequence::Find, [this] { m_search->setFocus(); });
    key(QKeySequence::Close, [this] { close(); });
    m_back->setEnabled(false);
    m_forward->setEnabled(false);
    fillContents();
}

/// All pages, or those in which the text that is looked for stands.
void HelpWindow::fillContents() {
    const QString wanted = m_search->text().trimmed();
    const QSignalBlocker quiet(m_contents);
    m_contents->clear();
    for (const HelpPage& page : helpPages()) {
        const qsizetype found = wanted.isEmpty() ? 0 : page.text().count(wanted, Qt::CaseInsensitive);
        if (!wanted.isEmpty() && found == 0) {
            continue;
        }
        auto* item = new QListWidgetItem(
            wanted.isEmpty() ? page.title : tr("%1 (%2)").arg(page.title).arg(found), m_contents);
        item->setData(id_role, page.id);
        item->setSizeHint({0, px(row_height)});
    }
    if (m_contents->count() == 0) {
        auto* nothing = new QListWidgetItem(tr("Nothing was found."), m_contents);
        nothing->setFlags(Qt::NoItemFlags);
    }
    follow();
}

/// The list shows the page that is read, and the page what was looked for.
void HelpWindow::follow() {
    const QSignalBlocker quiet(m_contents);
    m_contents->setCurrentRow(-1);
    for (int i = 0; i < m_contents->count(); ++i) {
        if (m_contents->item(i)->data(id_role).toString() == currentPage()) {
            m_contents->setCurrentRow(i);
        }
    }
    m_browser->mark(m_search->text().trimmed());
}

void HelpWindow::showPage(const QString& id) {
    if (const HelpPage* page = helpPage(id)) {
        m_browser->setSource(page->url(), QTextDocument::HtmlResource);
    }
}

void HelpWindow::keyPressEvent(QKeyEvent* event) {
    if (event->key() == Qt::Key_Escape) {
        close();
        return;
    }
    QWidget::keyPressEvent(event);
}

} // namespace anchorscope::ui
