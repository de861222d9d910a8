// Watch L1: follows the chain of the window's endpoints, or of a named one, and lists every table and anchor
// as it appears, with its verdict; what a reorganisation takes back is marked. Stays open beside the window.
#pragma once
#include "model/net/request_log.h"
#include "model/settings/endpoint_book.h"
#include <QDialog>

namespace anchorscope::ui {

class WatchDialog : public QDialog {
    Q_OBJECT
public:
    /// The book must outlive it.
    WatchDialog(const model::VerifyOptions& options, model::EndpointBook* book, model::RequestLog* log,
                QWidget* parent = nullptr);
    ~WatchDialog() override;
    [[nodiscard]] bool watching() const;

Q_SIGNALS:
    /// A row was chosen to be opened: its transaction, in hex.
    void chosen(const QString& transaction);

private:
    QWidget* buildQuestion();
    QWidget* buildList();
    QWidget* buildButtons();
    void start();
    void stop();
    void say(const QString& text);
    void notify(const QString& text);
    void refresh();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
