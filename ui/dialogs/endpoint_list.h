// The endpoints to ask: one line each, with whether it is the user's own node, and what it can do when it is
// tried. A URL may hold a key; it is shown only here.
#pragma once
#include "model/net/request_log.h"
#include "model/session/case_inputs.h"
#include <QNetworkAccessManager>
#include <QPointer>
#include <QWidget>

class QCheckBox;
class QLabel;
class QLineEdit;
class QVBoxLayout;

namespace anchorscope::ui {

class ElidedLabel;

class EndpointList : public QWidget {
    Q_OBJECT
public:
    static constexpr qsizetype max_endpoints = 8; ///< more would not make a quorum stronger

    explicit EndpointList(QWidget* parent = nullptr);
    void setEndpoints(const QList<model::EndpointChoice>& endpoints);
    /// Lines that are empty are left out.
    [[nodiscard]] QList<model::EndpointChoice> endpoints() const;
    [[nodiscard]] bool isValid() const;
    /// Where the requests of trying are written; may be null.
    void setLog(model::RequestLog* log) { m_log = log; }

Q_SIGNALS:
    void changed();

private:
    struct Line {
        QWidget* box;
        QLineEdit* url;
        QCheckBox* trusted;
        ElidedLabel* message;
        QLabel* abilities; ///< what the endpoint said when it was tried
    };
    void addLine(const model::EndpointChoice& endpoint);
    void removeLine(QWidget* box);
    void check();
    void tryEndpoint(QWidget* box);
    [[nodiscard]] const Line* lineOf(const QWidget* box) const;

    QNetworkAccessManager* m_network;
    QPointer<model::RequestLog> m_log;
    QVBoxLayout* m_rows;
    QList<Line> m_lines;
};

} // namespace anchorscope::ui
