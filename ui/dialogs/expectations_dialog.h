// What the user states: endpoints, what is expected, pinned blocks, policy. Every field is judged as it is
// typed; what is wrong is said below it, and Apply waits.
#pragma once
#include "model/net/request_log.h"
#include "model/session/case_inputs.h"
#include <QDialog>

namespace anchorscope::ui {

class ExpectationsDialog : public QDialog {
    Q_OBJECT
public:
    explicit ExpectationsDialog(QWidget* parent = nullptr);
    ~ExpectationsDialog() override;
    void setOptions(const model::VerifyOptions& options);
    /// The options given, with the fields as they stand. Fields with errors keep what was given.
    [[nodiscard]] model::VerifyOptions options() const;
    [[nodiscard]] bool isValid() const;
    /// Where requests are written that trying an endpoint makes.
    void setLog(model::RequestLog* log);

Q_SIGNALS:
    void applied(const anchorscope::model::VerifyOptions& options);

private:
    QWidget* buildEndpoints();
    QWidget* buildPolicy();
    QWidget* buildExpectations();
    QWidget* buildPins();
    void check();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
