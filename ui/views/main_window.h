// The window: composes banner, ladder, tree, details, bytes, anchors and findings over one Session, and keeps
// one selection for all of them.
#pragma once
#include "model/session/session.h"
#include "model/settings/endpoint_book.h"
#include "model/settings/session_state.h"
#include "model/settings/settings.h"
#include <QMainWindow>
#include <functional>

namespace anchorscope::ui {

class WindowList;
struct Dropped;
struct Notice;
enum class Step;

class MainWindow : public QMainWindow {
    Q_OBJECT
public:
    /// All must outlive it.
    MainWindow(model::Session* session, model::Settings* settings, model::EndpointBook* book,
               QWidget* parent = nullptr);
    ~MainWindow() override;
    /// In this window, whatever it shows now.
    void open(const QString& path);
    void openBytes(const QByteArray& bytes, const QString& name);
    [[nodiscard]] model::Session* session() const;
    /// From now on, what the user opens beside an open case goes into other windows. Without a list there is
    /// this window alone.
    void setWindowList(WindowList* list);
    [[nodiscard]] bool isCaseOpen() const;
    /// For lists of windows: the file's or the sample's name, or what stands there instead.
    [[nodiscard]] QString caseName() const;
    /// What is open and where the user is in it; and back there, once it is verified.
    [[nodiscard]] model::OpenCase openCase() const;
    void restoreCase(const model::OpenCase& state);
    /// In the strip under the banner; `chosen` gets the index of a button.
    void showNotice(const Notice& notice, std::function<void(int)> chosen);
    void clearNotice();
    void applySetting(model::Setting setting);

Q_SIGNALS:
    void caseChanged(); ///< another case, or another state of it
    void closing();     ///< it will close now

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
    void choosePath(const QString& title, const QString& filter,
                    const std::function<void(const QString&)>& chosen);
    void connectCases();
    void connectReload();
    void request(const QString& path);
    void requestBytes(const QByteArray& bytes, const QString& name);
    void take(const Dropped& what);
    void takeFile(const QString& path);
    void begin(const QString& opened);
    void goBackTo(const model::OpenCase& state);
    void openClipboard();
    void askDigest();
    void askPin();
    void showSettings();
    void showHelp();
    void followPlace(std::optional<ByteRange> range, std::optional<verify::RungId> rung);
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
