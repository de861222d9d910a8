// Whom to ask: one of the window's endpoints or of the named ones of L1, or, where several are wanted, all of
// the window's; and a button to the profiles. Shows names and hosts, never keys.
#pragma once
#include "model/net/request_log.h"
#include "model/settings/endpoint_book.h"
#include <QWidget>

class QComboBox;

namespace anchorscope::ui {

class EndpointChooser : public QWidget {
    Q_OBJECT
public:
    enum class Wanted { One, Several };
    /// `endpoints` are the window's, without doubles. The book must outlive it.
    EndpointChooser(const QList<model::EndpointChoice>& endpoints, model::EndpointBook* book,
                    model::RequestLog* log, Wanted wanted);
    /// Empty where there is nobody to ask.
    [[nodiscard]] QList<model::EndpointChoice> chosen() const;
    [[nodiscard]] QComboBox* combo() const { return m_combo; }

Q_SIGNALS:
    void changed();

private:
    void fill();
    void add(const QString& text, const QList<model::EndpointChoice>& choice);

    QList<model::EndpointChoice> m_endpoints;
    model::EndpointBook* m_book;
    const Wanted m_wanted;
    QComboBox* m_combo;
    QList<QList<model::EndpointChoice>> m_choices; ///< by row
};

/// "my node · node.example:8545", or the host alone where it has no name.
[[nodiscard]] QString endpointText(const model::EndpointChoice& endpoint, const model::EndpointBook& book);

} // namespace anchorscope::ui
