// A dialog that asks one endpoint something and then offers a case that came of it: question above, answer
// below, then progress and complaints in words, and the buttons Close, the question (Stop while it is asked)
// and the offer.
#pragma once
#include "model/discover/endpoint_task.h"
#include "model/settings/endpoint_book.h"
#include <QDialog>

class QGridLayout;

namespace anchorscope::ui {

class EndpointDialog : public QDialog {
    Q_OBJECT
public:
    ~EndpointDialog() override;

Q_SIGNALS:
    /// A case file's bytes and a name for it.
    void chosen(const QByteArray& caseFile, const QString& name);

protected:
    struct Words {
        QString ask, offer; ///< what the buttons say
    };
    /// Requests go to the log. The first endpoint is asked unless the user chooses another. The book must
    /// outlive it.
    EndpointDialog(model::VerifyOptions options, model::EndpointBook* book, model::RequestLog* log,
                   const Words& words, QWidget* parent);

    /// Question above answer, and the buttons below; the dialog takes both panels over.
    void layOut(QWidget* question, QWidget* answer, const QSize& size);
    void addEndpointRow(QGridLayout* grid);
    [[nodiscard]] const model::VerifyOptions& options() const;
    /// The endpoint chosen; only where there is one.
    [[nodiscard]] model::EndpointSetting setting();
    /// Begins; `answered` is called when it has ended, unless it was stopped.
    void run(std::unique_ptr<model::EndpointTask> task);
    void stop();
    [[nodiscard]] bool running() const;
    /// Says what is wrong with it, or gives it away and closes.
    void choose(const Result<Bytes>& caseFile, const QString& name);
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

} // namespace anchorscope::ui
