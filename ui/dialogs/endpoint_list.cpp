#include "ui/dialogs/endpoint_list.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/paint/icons.h"
#include <QCheckBox>
#include <QGridLayout>
#include <QPushButton>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

EndpointList::EndpointList(QWidget* parent) : QWidget(parent), m_rows(new QVBoxLayout) {
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
    Line line{new QWidget, new QLineEdit, new QCheckBox(tr("my own node")), nullptr};
    line.message = messageLabel(line.box);
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
    grid->addWidget(remove, 0, 2);
    grid->addWidget(line.message, 1, 0, 1, 3);
    m_rows->addWidget(line.box);
    connect(line.url, &QLineEdit::textChanged, this, &EndpointList::check);
    connect(line.trusted, &QCheckBox::toggled, this, &EndpointList::changed);
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
