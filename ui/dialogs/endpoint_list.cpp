#include "ui/dialogs/endpoint_list.h"
#include "model/session/proxies.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/endpoint_chooser.h"
#include "ui/dialogs/profiles_dialog.h"
#include "ui/paint/scale.h"
#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>

namespace anchorscope::ui {

EndpointList::EndpointList(model::EndpointBook* book, model::RequestLog* log, QWidget* parent)
    : QWidget(parent), m_book(book), m_log(log), m_network(new QNetworkAccessManager(this)),
      m_rows(new QVBoxLayout), m_menu(new QMenu(this)), m_add(new QPushButton(tr("Add endpoint"))),
      m_from_profiles(new QPushButton(tr("From profiles"))) {
    m_network->setProxyFactory(new model::EndpointProxies);
    m_rows->setSpacing(paint::px(2));
    m_add->setAutoDefault(false);
    m_from_profiles->setAutoDefault(false);
    m_from_profiles->setMenu(m_menu);
    auto* buttons = new QHBoxLayout;
    buttons->setSpacing(parts::gap);
    buttons->addWidget(m_add);
    buttons->addWidget(m_from_profiles);
    buttons->addStretch(1);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(paint::px(4));
    all->addLayout(m_rows);
    all->addLayout(buttons);
    connect(m_add, &QPushButton::clicked, this, [this] { addLine({})->focusAddress(); });
    connect(m_menu, &QMenu::aboutToShow, this, &EndpointList::fillMenu);
    addLine({});
}

void EndpointList::setEndpoints(const QList<model::EndpointChoice>& endpoints) {
    qDeleteAll(std::exchange(m_lines, {}));
    for (const model::EndpointChoice& endpoint : endpoints) {
        addLine(endpoint);
    }
    if (m_lines.isEmpty()) {
        addLine({});
    }
}

EndpointLine* EndpointList::addLine(const model::EndpointChoice& endpoint) {
    auto* line = new EndpointLine(endpoint, *m_book, m_log, m_network);
    m_rows->addWidget(line);
    connect(line, &EndpointLine::changed, this, &EndpointList::changed);
    connect(line, &EndpointLine::removeRequested, this, [this, line] { removeLine(line); });
    m_lines.append(line);
    m_add->setEnabled(m_lines.size() < max_endpoints);
    return line;
}

void EndpointList::removeLine(EndpointLine* line) {
    m_lines.removeAll(line);
    line->hide();
    line->deleteLater();
    if (m_lines.isEmpty()) {
        addLine({});
    }
    m_add->setEnabled(m_lines.size() < max_endpoints);
    Q_EMIT changed();
}

/// In the place of the last line where nothing is typed there.
void EndpointList::take(const model::EndpointChoice& endpoint) {
    if (EndpointLine* const last = m_lines.last(); !last->endpoint() && last->isValid()) {
        m_lines.removeLast();
        last->hide();
        last->deleteLater();
    }
    addLine(endpoint);
    Q_EMIT changed();
}

void EndpointList::fillMenu() {
    m_menu->clear();
    const QList<model::EndpointChoice> listed = endpoints();
    for (const auto& entry : m_book->entries()) {
        if (entry.profile.domain != 0) {
            continue; // of rollups nobody asks anything yet
        }
        QAction* const action = m_menu->addAction(endpointText(entry.choice(), *m_book));
        const bool there = std::ranges::find(listed, entry.url, &model::EndpointChoice::url) != listed.end();
        action->setEnabled(!there && !entry.waiting && m_lines.size() < max_endpoints);
        connect(action, &QAction::triggered, this, [this, choice = entry.choice()] { take(choice); });
    }
    if (!m_menu->isEmpty()) {
        m_menu->addSeparator();
    }
    connect(m_menu->addAction(tr("Manage profiles…")), &QAction::triggered, this,
            &EndpointList::showProfiles);
}

void EndpointList::showProfiles() {
    auto* dialog = new ProfilesDialog(m_book, m_log, window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

QList<model::EndpointChoice> EndpointList::endpoints() const {
    QList<model::EndpointChoice> list;
    for (const EndpointLine* line : m_lines) {
        const auto endpoint = line->endpoint();
        const bool twice =
            endpoint && std::ranges::find(list, endpoint->url, &model::EndpointChoice::url) != list.end();
        if (endpoint && !twice) {
            list.append(*endpoint);
        }
    }
    return list;
}

bool EndpointList::isValid() const { return std::ranges::all_of(m_lines, &EndpointLine::isValid); }

} // namespace anchorscope::ui
