// The window: composes banner, ladder, tree, details, bytes, anchors and findings over one Session, and keeps
// one selection for all of them.
#pragma once
#include "model/session/session.h"
#include "model/settings/endpoint_book.h"
#include "model/settings/settings.h"
#include <QMainWindow>
#include <functional>

namespace anchorscope::ui {

enum class Step;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// All must outlive it.
    MainWindow(model::Session* session, model::Settings* settings, model::EndpointBook* book,
               QWidget* parent = nullptr);
    ~MainWindow() override;
    void open(const QString& path);
    [[nodiscard]] model::Session* session() const;

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void closeEvent(QCloseEvent* event) override;

private:
    void build();
    void connectActions();
    void connectFileActions();
    void connectViewActions();
    void connectVerifyActions();
    void connectFilter();
    void connectSession();
    void refresh();
    void refreshWelcome();
    void concludeRun();
    void chooseTable();
    void attachEnvelope();
    void attachEvidence();
    void attachPeer();
    void attachTrace();
    void chooseAbi();
    void chooseLabels();
    void chooseAmongTables();
    [[nodiscard]] bool isCaseOpen() const;
    void choosePath(const QString& title, const QString& filter,
                    const std::function<void(const QString&)>& chosen);
    void openClipboard();
    void openBytes(const QByteArray& bytes, const QString& name);
    void copyToClipboard(const QString& text, const QString& what);
    void movePane(int step);
    void showProblem(int step);
    void takeStep(Step step);
    void setPolicy(const QString& name);
    void applyOptions(const model::VerifyOptions& options);

    class Private;
    std::unique_ptr<Private> d;
};

} // namespace anchorscope::ui
