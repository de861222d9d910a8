// The windows of the program, one case each, over settings and endpoints that they share. Opens what is asked
// for in the right one, remembers what was open, and offers it again. Limits: 1. at most model::max_windows;
// 2. a case that is open already is brought forward, not opened twice; 3. what was open when the program did
// not end properly is offered, never opened by itself: a case that brings the program down does so once.
#pragma once
#include "model/net/instance_link.h"
#include "model/settings/session_state.h"
#include "ui/views/main_window.h"
#include <QTimer>

class QMenu;

namespace anchorscope::ui {

class WindowList : public QObject {
    Q_OBJECT
public:
    /// `prepare` gives each new session its options. All must outlive it.
    WindowList(model::Settings* settings, model::EndpointBook* book,
               std::function<void(model::Session&)> prepare, QObject* parent = nullptr);
    ~WindowList() override;

    /// Without a case; beside the others. The last one again where there are as many as may be.
    MainWindow* newWindow();
    /// A path as CaseFiles::discover takes it: in the window that has it, in `from` or another one without a
    /// case, else in a new one. The window that has it now.
    MainWindow* open(const QString& path, MainWindow* from = nullptr);
    MainWindow* openBytes(const QByteArray& bytes, const QString& name, MainWindow* from);
    MainWindow* open(const model::OpenRequest& request);
    [[nodiscard]] QList<MainWindow*> windows() const;
    void bringForward(MainWindow* window);
    /// The menu of windows, for one of them.
    void fillMenu(QMenu* menu, MainWindow* of);

    /// The first window, or those that were open: at once, or after asking where the last end was none.
    /// `request`: what the command line names is opened too.
    void begin(const model::OpenRequest& request, bool may_restore);
    /// Closes all of them; what is open is remembered. Windows that still save something stay.
    void quit();
    /// For every window: settings were changed.
    void applySetting(model::Setting setting);

Q_SIGNALS:
    void windowAdded(anchorscope::ui::MainWindow* window);

private:
    struct Held {
        MainWindow* window;
        model::Session* session;
    };
    MainWindow* freeWindow(MainWindow* from);
    void restore(const QList<model::OpenCase>& cases);
    void offer(MainWindow* window, const QList<model::OpenCase>& cases);
    void closing(MainWindow* window);
    void drop(QObject* window);
    void rememberSoon();
    void remember();
    [[nodiscard]] QList<model::OpenCase> openCases() const;

    model::Settings* m_settings;
    model::EndpointBook* m_book;
    std::function<void(model::Session&)> m_prepare;
    QList<Held> m_held;
    QTimer m_remember;
    bool m_keeps = false;  ///< what is open is kept between runs: begin() was called
    bool m_frozen = false; ///< the program ends: what is remembered stays as it is
};

} // namespace anchorscope::ui
