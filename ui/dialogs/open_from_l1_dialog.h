// Open from L1: a transaction, a block or an explorer's page is pasted, and the tables that stand there are
// listed with their anchors; the chosen one is opened as a case. The endpoint's word makes no block
// authentic.
#pragma once
#include "model/discover/case_fetch.h"
#include "model/session/session.h"
#include <QDialog>

namespace anchorscope::ui {

class OpenFromL1Dialog : public QDialog {
    Q_OBJECT
public:
    /// Requests go to the log, answers to nobody else. The first endpoint is asked unless the user chooses
    /// another.
    OpenFromL1Dialog(const model::VerifyOptions& options, model::RequestLog* log, QWidget* parent = nullptr);
    ~OpenFromL1Dialog() override;
    void setReference(const QString& text);

Q_SIGNALS:
    /// A case file's bytes and a name for it.
    void chosen(const QByteArray& caseFile, const QString& name);
    void endpointsRequested();

private:
    QWidget* buildQuestion();
    QWidget* buildAnswer();
    QWidget* buildButtons();
    void look();
    void stop();
    void looked();
    void openChosen();
    void say(const QString& text, bool wrong = false);
    void refresh();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
