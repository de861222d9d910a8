// The welcome page: drop target, open, recent, samples, endpoint state (look/welcome-light.png).
#pragma once
#include <QWidget>

namespace anchorscope::ui {

struct RecentCase {
    QString path, verdict; ///< verdict in words, "Mismatch · today": its first word chooses the icon
    bool pinned = false;   ///< stays in the list
};

class Welcome : public QWidget {
    Q_OBJECT
public:
    explicit Welcome(QWidget* parent = nullptr);
    void setRecent(const QList<RecentCase>& recent);
    void setEndpointText(const QString& title, const QString& detail);

protected:
    void dragEnterEvent(QDragEnterEvent* event) override;
    void dragLeaveEvent(QDragLeaveEvent* event) override;
    void dropEvent(QDropEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void tourRequested();
    void openRequested();                     ///< the file dialog
    void pasteRequested();                    ///< table as hex text from the clipboard
    void pathChosen(const QString& path);     ///< recent, dropped, or a sample's folder
    void referenceGiven(const QString& text); ///< to look for on L1; may be empty
    void endpointsRequested();
    void pinChosen(const QString& path, bool pinned); ///< a recent case is to stay, or no longer

private:
    class Private;
    Private* d;
};

} // namespace anchorscope::ui
