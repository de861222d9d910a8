#include "ui/dialogs/endpoint_chooser.h"
#include "ui/dialogs/dialog_parts.h"
#include "ui/dialogs/profiles_dialog.h"
#include <QComboBox>
#include <QHBoxLayout>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::EndpointChoice;

QString endpointText(const EndpointChoice& endpoint, const model::EndpointBook& book) {
    const auto* const entry = book.entryOf(endpoint.url);
    const QString host = endpoint.displayName();
    return entry == nullptr || entry->profile.name == host ? host
                                                           : u"%1 · %2"_s.arg(entry->profile.name, host);
}

EndpointChooser::EndpointChooser(const QList<EndpointChoice>& endpoints, model::EndpointBook* book,
                                 model::RequestLog* log, Wanted wanted)
    : m_endpoints(endpoints), m_book(book), m_wanted(wanted), m_combo(new QComboBox) {
    m_combo->setAccessibleName(tr("Endpoint to ask"));
    m_combo->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_combo->setPlaceholderText(tr("nobody yet: name an endpoint"));
    auto* profiles = new QPushButton(tr("Profiles…"));
    profiles->setAutoDefault(false);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(parts::gap);
    row->addWidget(m_combo, 1);
    row->addWidget(profiles);
    connect(profiles, &QPushButton::clicked, this, [this, log] {
        auto* dialog = new ProfilesDialog(m_book, log, window());
        dialog->setAttribute(Qt::WA_DeleteOnClose);
        dialog->open();
    });
    connect(m_book, &model::EndpointBook::changed, this, &EndpointChooser::fill);
    connect(m_combo, &QComboBox::currentIndexChanged, this, &EndpointChooser::changed);
    fill();
}

void EndpointChooser::add(const QString& text, const QList<EndpointChoice>& choice) {
    m_choices += choice;
    m_combo->addItem(text);
}

void EndpointChooser::fill() {
    const QString before = m_combo->currentText();
    {
        const QSignalBlocker quiet(m_combo);
        m_combo->clear();
        m_choices.clear();
        if (m_wanted == Wanted::Several && m_endpoints.size() > 1) {
            QStringList names;
            for (const EndpointChoice& each : m_endpoints) {
                names += each.displayName();
            }
            add(tr("all of them: %1").arg(names.join(u", "_s)), m_endpoints);
        }
        QList<EndpointChoice> all = m_endpoints;
        for (const auto& entry : m_book->entries()) {
            const bool known = std::ranges::find(all, entry.url, &EndpointChoice::url) != all.end();
            if (entry.profile.domain == 0 && !entry.waiting && !known) {
                all += entry.choice();
            }
        }
        for (const EndpointChoice& each : all) {
            add(endpointText(each, *m_book), {each});
        }
        const int again = m_combo->findText(before);
        m_combo->setCurrentIndex(again >= 0 ? again : m_choices.isEmpty() ? -1 : 0);
        m_combo->setEnabled(!m_choices.isEmpty());
    }
    Q_EMIT changed();
}

QList<EndpointChoice> EndpointChooser::chosen() const {
    return m_choices.value(m_combo->currentIndex()); // -1: none
}

} // namespace anchorscope::ui
