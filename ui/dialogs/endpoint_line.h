// One endpoint of a list: its address, typed or, where it has a name or a key, shown without what may be a
// key; whether it is the user's own node; and what it can do, once it is tried.
#pragma once
#include "model/net/request_log.h"
#include "model/settings/endpoint_book.h"
#include <QNetworkAccessManager>
#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;

namespace anchorscope::ui {

class ElidedLabel;

class EndpointLine : public QWidget {
    Q_OBJECT
public:
    /// An endpoint that is empty is to be typed. The network must outlive it; the log may be null.
    EndpointLine(const model::EndpointChoice& endpoint, const model::EndpointBook& book,
                 model::RequestLog* log, QNetworkAccessManager* network);
    /// Empty where nothing is typed, or nothing sound.
    [[nodiscard]] std::optional<model::EndpointChoice> endpoint() const;
    [[nodiscard]] bool isValid() const;
    void focusAddress();

Q_SIGNALS:
    void changed();
    void removeRequested();

private:
    void check();
    void attempt();

    QPointer<model::RequestLog> m_log;
    QNetworkAccessManager* m_network;
    QUrl m_fixed;               ///< not to be edited; empty: typed
    QLineEdit* m_url = nullptr; ///< null where the address is fixed
    QCheckBox* m_trusted;
    ElidedLabel* m_message;
    QLabel* m_abilities;
};

} // namespace anchorscope::ui
