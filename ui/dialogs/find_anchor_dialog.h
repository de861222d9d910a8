// Find anchors on L1: searches the chain for logs that carry a digest of what is open, under any profile and
// hash function. What is found can be opened as a case; what is not found is not absent, unless every receipt
// of the span was verified.
#pragma once
#include "model/session/session.h"
#include "ui/dialogs/endpoint_dialog.h"

namespace anchorscope::ui {

class FindAnchorDialog : public EndpointDialog {
    Q_OBJECT
public:
    /// What `session` has open now is what is searched for, near the table's block where that is known.
    FindAnchorDialog(const model::Session& session, model::EndpointBook* book, QWidget* parent = nullptr);
    ~FindAnchorDialog() override;

protected:
    void ask() override;
    void answered(model::EndpointTask& task) override;
    void stopped() override;
    void offer() override;
    [[nodiscard]] bool canAsk() const override;
    [[nodiscard]] bool canOffer() const override;

private:
    QWidget* buildQuestion();
    QWidget* buildAnswer();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
