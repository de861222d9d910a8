#include "ui/dialogs/endpoint_list.h"
#include "model/net/capabilities.h"
#include "model/session/proxies.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/paint/icons.h"
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

EndpointList::EndpointList(QWidget* parent)
    : QWidget(parent), m_network(new QNetworkAccessManager(this)), m_rows(new QVBoxLayout) {
    m_network->setProxyFactory(new model::EndpointProxies);
    auto* all = new QVBoxLayout(this);
    all->setContentsMargins(0, 0, 0, 0);
    all->setSpacing(4);
    m_rows->setSpacing(2);
    all->addLayout(m_rows);
    auto* add = new QPushButton(tr("Add endpoint"));
    add->setAutoDefault(false);
    connect(add, &QPushButton::clicked, this, [this] {
        addLine({});
        m_lines.last().url->setFocus();
    });
    all->addWidget(add, 0, Qt::AlignLeft);
    addLine({});
}

void EndpointList::setEndpoints(const QList<model::EndpointChoice>& endpoints) {
    while (!m_lines.isEmpty()) {
        delete m_lines.takeLast().box;
    }
    for (const model::EndpointChoice& endpoint : endpoints) {
        addLine(endpoint);
    }
    if (m_lines.isEmpty()) {
        addLine({});
    }
}

void EndpointList::addLine(const model::EndpointChoice& endpoint) {
    if (m_lines.size() >= max_endpoints) {
        return;
    }
    Line line{new QWidget, new QLineEdit, new QCheckBox(tr("my own node")), nullptr, new QLabel};
    line.message = messageLabel(line.box);
    line.abilities->setWordWrap(true);
    line.abilities->setTextFormat(Qt::PlainText); // an endpoint's words
    line.abilities->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    line.abilities->setAccessibleName(tr("What the endpoint can do"));
    line.abilities->hide();
    auto* grid = new QGridLayout(line.box);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(8);
    grid->setVerticalSpacing(0);
    line.url->setPlaceholderText(u"https://rpc.example"_s);
    line.url->setAccessibleName(tr("Address of an endpoint"));
    line.url->setText(endpoint.url.toString());
    line.trusted->setChecked(endpoint.trusted);
    line.trusted->setToolTip(tr("You run it: its word alone makes a block authentic."));
    auto* remove = new QToolButton;
    remove->setIcon(paint::icon(paint::Glyph::Close));
    remove->setToolTip(tr("Remove"));
    remove->setAccessibleName(tr("Remove this endpoint"));
    grid->addWidget(line.url, 0, 0);
    grid->addWidget(line.trusted, 0, 1);
    auto* attempt = new QToolButton;
    attempt->setText(tr("Try"));
    attempt->setToolTip(tr("Ask it now what it can do"));
    attempt->setAccessibleName(tr("Try this endpoint"));
    grid->addWidget(attempt, 0, 2);
    grid->addWidget(remove, 0, 3);
    grid->addWidget(line.message, 1, 0, 1, 4);
    grid->addWidget(line.abilities, 2, 0, 1, 4);
    m_rows->addWidget(line.box);
    connect(line.url, &QLineEdit::textChanged, this, &EndpointList::check);
    connect(line.trusted, &QCheckBox::toggled, this, &EndpointList::changed);
    connect(attempt, &QToolButton::clicked, this, [this, box = line.box] { tryEndpoint(box); });
    connect(remove, &QToolButton::clicked, this, [this, box = line.box] { removeLine(box); });
    m_lines.append(line);
}

void EndpointList::removeLine(QWidget* box) {
    m_lines.removeIf([box](const Line& line) { return line.box == box; });
    box->hide();
    box->deleteLater();
    if (m_lines.isEmpty()) {
        addLine({});
    }
    check();
}

const EndpointList::Line* EndpointList::lineOf(const QWidget* box) const {
    const auto found = std::ranges::find(m_lines, box, &Line::box);
    return found == m_lines.end() ? nullptr : &*found;
}

void EndpointList::tryEndpoint(QWidget* box) {
    const Line* const line = lineOf(box);
    const auto url = line ? StatementFields::endpoint(line->url->text()) : Parsed<QUrl>{};
    if (!url.value) {
        return; // what is wrong stands below the field
    }
    for (auto* running : box->findChildren<model::CapabilityProbe*>()) {
        delete running;
    }
    auto* probe = new model::CapabilityProbe({*url.value, false}, m_log, m_network, box);
    line->abilities->setText(tr("Asking…"));
    line->abilities->show();
    connect(probe, &model::CapabilityProbe::done, this, [this, box, probe] {
        if (const Line* const asked = lineOf(box)) {
            asked->abilities->setText(model::capabilityText(probe->states()));
        }
        probe->deleteLater();
    });
    probe->start();
}

void EndpointList::check() {
    for (const Line& line : std::as_const(m_lines)) {
        showMessage(line.message, StatementFields::endpoint(line.url->text()).error, line.url);
    }
    Q_EMIT changed();
}

QList<model::EndpointChoice> EndpointList::endpoints() const {
    QList<model::EndpointChoice> list;
    for (const Line& line : m_lines) {
        if (const auto url = StatementFields::endpoint(line.url->text()); url.value) {
            list.append({*url.value, line.trusted->isChecked()});
        }
    }
    return list;
}

bool EndpointList::isValid() const {
    return std::ranges::all_of(
        m_lines, [](const Line& line) { return StatementFields::endpoint(line.url->text()).ok(); });
}

} // namespace anchorscope::ui
