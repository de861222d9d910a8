// The endpoints to ask, one line each: typed, or taken from the profiles.
#pragma once
#include "ui/dialogs/endpoint_line.h"

class QMenu;
class QPushButton;
class QVBoxLayout;

namespace anchorscope::ui {

class EndpointList : public QWidget {
    Q_OBJECT
public:
    static constexpr qsizetype max_endpoints = 8; ///< more would not make a quorum stronger

    /// The book must outlive it. Requests of trying go to the log, which may be null.
    EndpointList(model::EndpointBook* book, model::RequestLog* log, QWidget* parent = nullptr);
    void setEndpoints(const QList<model::EndpointChoice>& endpoints);
    /// Lines that are empty are left out, and what stands twice.
    [[nodiscard]] QList<model::EndpointChoice> endpoints() const;
    [[nodiscard]] bool isValid() const;

Q_SIGNALS:
    void changed();

private:
    EndpointLine* addLine(const model::EndpointChoice& endpoint);
    void removeLine(EndpointLine* line);
    void take(const model::EndpointChoice& endpoint);
    void fillMenu();
    void showProfiles();

    model::EndpointBook* m_book;
    QPointer<model::RequestLog> m_log;
    QNetworkAccessManager* m_network;
    QVBoxLayout* m_rows;
    QMenu* m_menu;
    QPushButton *m_add, *m_from_profiles;
    QList<EndpointLine*> m_lines;
};

} // namespace anchorscope::ui
