// A dialog that asks one endpoint something and then offers what came of it: the endpoint's row, progress and
// complaints in words, and the buttons Close, the question (Stop while it is asked) and the offer.
#pragma once
#include "model/discover/endpoint_task.h"
#include "model/session/case_inputs.h"
#include <QDialog>

class QGridLayout;

namespace anchorscope::ui {

class EndpointDialog : public QDialog {
    Q_OBJECT
public:
    ~EndpointDialog() override;

Q_SIGNALS:
    void endpointsRequested(); ///< there is none to ask

protected:
    struct Words {
        QString ask, offer; ///< what the buttons say
    };
    /// Requests go to the log. The first endpoint is asked unless the user chooses another.
    EndpointDialog(model::VerifyOptions options, model::RequestLog* log, const Words& words, QWidget* parent);

    void addEndpointRow(QGridLayout* grid);
    [[nodiscard]] QWidget* buttons() const;
    [[nodiscard]] const model::VerifyOptions& options() const;
    /// The endpoint chosen; only where there is one.
    [[nodiscard]] model::EndpointSetting setting();
    /// Begins; `answered` is called when it has ended, unless it was stopped.
    void run(std::unique_ptr<model::EndpointTask> task);
    void stop();
    [[nodiscard]] bool running() const;
    void say(const QString& text, bool wrong = false);
    void setAskText(const QString& text);
    void refresh();

    virtual void ask() = 0;
    virtual void answered(model::EndpointTask& task) = 0;
    virtual void stopped() = 0;
    virtual void offer() = 0;
    [[nodiscard]] virtual bool canAsk() const = 0;
    [[nodiscard]] virtual bool canOffer() const = 0;

private:
    class Private;
    std::unique_ptr<Private> d;
};

/// Whole bytes as the window's signals carry them.
[[nodiscard]] QByteArray byteArray(ByteView bytes);

} // namespace anchorscope::ui
