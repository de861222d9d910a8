// What the user states: endpoints, policy, what is expected, pinned blocks, slot clocks of chains that are
// not known, events of their own. Every field is judged as it is typed, by the parsers of the command line;
// what is wrong is said below it and beside Apply, which waits.
#pragma once
#include "model/net/request_log.h"
#include "model/settings/endpoint_book.h"
#include <QDialog>

namespace anchorscope::ui {

class ExpectationsDialog : public QDialog {
    Q_OBJECT
public:
    /// The book must outlive it. Requests that trying an endpoint makes go to the log.
    ExpectationsDialog(model::EndpointBook* book, model::RequestLog* log, QWidget* parent = nullptr);
    ~ExpectationsDialog() override;
    void setOptions(const model::VerifyOptions& options);
    /// The options given, with the fields as they stand.
    [[nodiscard]] model::VerifyOptions options() const;
    /// What is wrong first, with the name of its field; empty when Apply may be pressed.
    [[nodiscard]] QString complaint() const;

Q_SIGNALS:
    void applied(const anchorscope::model::VerifyOptions& options);

private:
    QWidget* buildEndpoints(model::EndpointBook* book, model::RequestLog* log);
    QWidget* buildStatements();
    QLayout* buildButtons();
    void check();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
