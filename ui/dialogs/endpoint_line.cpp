#include "ui/dialogs/endpoint_line.h"
#include "model/net/capabilities.h"
#include "model/net/redaction.h"
#include "ui/dialogs/checked_field.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/statement_fields.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QCheckBox>
#include <QGridLayout>
#include <QLabel>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

namespace {

constexpr paint::Px field_height{30};

QToolButton* toolButton(const QString& tip, const QString& name) {
    auto* button = new QToolButton;
    button->setToolTip(tip);
    button->setAccessibleName(name);
    return button;
}

} // namespace

EndpointLine::EndpointLine(const model::EndpointChoice& endpoint, const model::EndpointBook& book,
                           model::RequestLog* log, QNetworkAccessManager* network)
    : m_log(log), m_network(network), m_trusted(new QCheckBox(tr("my own node"))),
      m_message(messageLabel(this)), m_abilities(new QLabel) {
    auto* grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(parts::gap);
    grid->setVerticalSpacing(0);
    grid->setColumnStretch(0, 1);
    const bool fixed =
        !endpoint.url.isEmpty() && (book.entryOf(endpoint.url) != nullptr || model::hasSecrets(endpoint.url));
    if (fixed) {
        m_fixed = endpoint.url;
        const auto* const entry = book.entryOf(m_fixed);
        const QString address = model::redacted(m_fixed);
        auto* shown = new ElidedLabel(paint::Type::Body, paint::Ink::Text);
        shown->setText(entry == nullptr ? address : entry->profile.name);
        shown->setSizePolicy(QSizePolicy::Ignored, QSizePolicy::Fixed);
        shown->setFixedHeight(field_height);
        if (entry != nullptr) {
            showHint(m_message, address, shown);
        }
        grid->addWidget(shown, 0, 0);
    } else {
        m_url = new QLineEdit(endpoint.url.toString());
        m_url->setPlaceholderText(u"https://rpc.example"_s);
        m_url->setAccessibleName(tr("Address of an endpoint"));
        grid->addWidget(m_url, 0, 0);
        connect(m_url, &QLineEdit::textChanged, this, &EndpointLine::check);
    }
    m_trusted->setChecked(endpoint.trusted);
    m_trusted->setToolTip(tr("You run it: its word alone makes a block authentic."));
    auto* attempt = toolButton(tr("Ask it now what it can do"), tr("Try this endpoint"));
    attempt->setText(tr("Try"));
    auto* remove = toolButton(tr("Remove"), tr("Remove this endpoint"));
    remove->setIcon(paint::icon(paint::Glyph::Close));
    m_abilities->setWordWrap(true);
    m_abilities->setTextFormat(Qt::PlainText); // an endpoint's words
    m_abilities->setFont(paint::hexSafe(paint::font(paint::Type::Caption)));
    m_abilities->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    m_abilities->setAccessibleName(tr("What the endpoint can do"));
    m_abilities->hide();
    grid->addWidget(m_trusted, 0, 1);
    grid->addWidget(attempt, 0, 2);
    grid->addWidget(remove, 0, 3);
    grid->addWidget(m_message, 1, 0, 1, 4);
    grid->addWidget(m_abilities, 2, 0, 1, 4);
    connect(m_trusted, &QCheckBox::toggled, this, &EndpointLine::changed);
    connect(attempt, &QToolButton::clicked, this, &EndpointLine::attempt);
    connect(remove, &QToolButton::clicked, this, &EndpointLine::removeRequested);
}

std::optional<model::EndpointChoice> EndpointLine::endpoint() const {
    const auto url =
        m_url == nullptr ? std::optional(m_fixed) : StatementFields::endpoint(m_url->text()).value;
    return url ? std::optional(model::EndpointChoice{*url, m_trusted->isChecked()}) : std::nullopt;
}

bool EndpointLine::isValid() const {
    return m_url == nullptr || StatementFields::endpoint(m_url->text()).ok();
}

void EndpointLine::focusAddress() {
    if (m_url != nullptr) {
        m_url->setFocus();
    }
}

void EndpointLine::check() {
    showMessage(m_message, StatementFields::endpoint(m_url->text()).error, m_url);
    Q_EMIT changed();
}

void EndpointLine::attempt() {
    const auto asked = endpoint();
    if (!asked) {
        return; // what is wrong stands below the field
    }
    for (auto* running : findChildren<model::CapabilityProbe*>()) {
        delete running;
    }
    auto* probe = new model::CapabilityProbe({asked->url, false}, m_log, m_network, this);
    m_abilities->setText(tr("Asking…"));
    m_abilities->show();
    connect(probe, &model::CapabilityProbe::done, this,
            [this, probe, secrets = model::secretsOf(asked->url)] { // it may repeat them
                m_abilities->setText(model::scrubbed(model::capabilityText(probe->states()), secrets));
                probe->deleteLater();
            });
    probe->start();
}

} // namespace anchorscope::ui
