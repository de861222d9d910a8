// Endpoint profiles: endpoints under names, each with its address, network, trust and where its key is kept;
// added, changed, removed, and tried, which shows what they can do. Everything is stored at once.
#pragma once
#include "model/items/profile_model.h"
#include "model/net/request_log.h"
#include <QDialog>

namespace anchorscope::ui {

class ProfilesDialog : public QDialog {
    Q_OBJECT
public:
    /// The book must outlive it. Requests of tests go to the log.
    ProfilesDialog(model::EndpointBook* book, model::RequestLog* log, QWidget* parent = nullptr);
    ~ProfilesDialog() override;

private:
    QWidget* buildList();
    QWidget* buildForm();
    QWidget* buildButtons();
    void edit(int row);
    void startNew();
    void save();
    void removeCurrent();
    void test();
    void say(const QString& text, bool wrong = false);
    void refresh();

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
