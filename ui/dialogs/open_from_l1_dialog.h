// Open from L1: a transaction, a block or an explorer's page is pasted, and the tables that stand there are
// listed with their anchors; the chosen one is opened as a case. The endpoint's word makes no block
// authentic.
#pragma once
#include "ui/dialogs/endpoint_dialog.h"

namespace anchorscope::ui {

class OpenFromL1Dialog : public EndpointDialog {
    Q_OBJECT
public:
    OpenFromL1Dialog(const model::VerifyOptions& options, model::EndpointBook* book, model::RequestLog* log,
                     QWidget* parent = nullptr);
    ~OpenFromL1Dialog() override;
    void setReference(const QString& text);

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
