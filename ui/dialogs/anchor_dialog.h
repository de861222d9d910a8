// Anchor on L1: records the open table's digest by record(bytes32), through an account that the node has
// unlocked, or shows the unsigned transaction for a wallet. No key is asked for. Afterwards the anchored
// table can be opened as a case.
#pragma once
#include "model/session/session.h"
#include "ui/dialogs/endpoint_dialog.h"

namespace anchorscope::ui {

class AnchorDialog : public EndpointDialog {
    Q_OBJECT
public:
    /// `session` has a table or an opaque observation open; what is open then is what gets anchored.
    AnchorDialog(const model::Session& session, model::EndpointBook* book, QWidget* parent = nullptr);
    ~AnchorDialog() override;

protected:
    void ask() override;
    void answered(model::EndpointTask& task) override;
    void stopped() override;
    void offer() override;
    [[nodiscard]] bool canAsk() const override;
    [[nodiscard]] bool canOffer() const override;

private:
    QWidget* buildWhat();
    QWidget* buildResult();
    void fillProfiles();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
