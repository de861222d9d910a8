// The window: composes banner, ladder, tree, details, bytes, anchors and findings over one Session, and keeps
// one selection for all of them.
#pragma once
#include "model/session/session.h"
#include "model/settings/settings.h"
#include <QMainWindow>
#include <functional>

namespace anchorscope::ui {

class EndpointDialog;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    MainWindow(model::Session* session, model::Settings* settings, QWidget* parent = nullptr);
    ~MainWindow() override;
    void open(const QString& path);
    [[nodiscard]] model::Session* session() const;

Q_SIGNALS:
    /// The user chose other endpoints; they may hold keys, which are not in the settings.
    void endpointsChosen(const QList<anchorscope::model::EndpointChoice>& endpoints);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void connectActions();
    void connectSession();
    void fillMenus();
    void refresh();
    void refreshWelcome();
    void concludeRun();
    void choosePath(const QString& title, const QString& filter,
                    const std::function<void(const QString&)>& chosen);
    void openClipboard();
    void chooseCaseFile();
    void saveCase(const QString& path);
    void copyToClipboard(const QString& text, const QString& what);
    void movePane(int step);
    void setPolicy(const QString& name);
    void showExpectations();
    void showOpenFromL1(const QString& reference);
    void showAnchor();
    void showFindAnchor();
    void showWatch();
    void showEndpointDialog(EndpointDialog* dialog);
    void openBytes(const QByteArray& bytes, const QString& name);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
