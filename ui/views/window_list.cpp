#include "ui/views/window_list.h"
#include "ui/views/dropped_file.h"
#include "ui/views/theme_choice.h"
#include "ui/widgets/notice_bar.h"
#include <QAction>
#include <QApplication>
#include <QFileInfo>
#include <QMenu>
#include <QScreen>
#include <algorithm>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::OpenCase;
using model::Setting;

namespace {

constexpr int remember_ms = 1000; ///< a crash loses no more than this
constexpr int cascade = 28;       ///< between a window and the next

QString keyOf(const model::CaseFiles& files) {
    if (files.fromBytes || files.table.isEmpty()) {
        return {};
    }
    const QFileInfo file(files.table);
    const QString canonical = file.canonicalFilePath(); // the same file by another way
    return (canonical.isEmpty() ? file.absoluteFilePath() : canonical) + u'\n' + files.place;
}

/// A little below and beside the last one, on its screen; where that is full, from its corner again.
void placeBeside(MainWindow* window, const MainWindow* last, int count) {
    constexpr int steps = 6;
    window->resize(last->isMaximized() || last->isFullScreen() ? last->normalGeometry().size()
                                                               : last->size());
    const QPoint at = last->pos() + QPoint(cascade, cascade);
    const QRect room = last->screen() != nullptr ? last->screen()->availableGeometry() : QRect();
    const QPoint corner = room.topLeft() + QPoint(cascade, cascade) * (count % steps);
    window->move(room.contains(QRect(at, window->size())) ? at : corner);
}

} // namespace

WindowList::WindowList(model::Settings* settings, model::EndpointBook* book,
                       std::function<void(model::Session&)> prepare, QObject* parent)
    : QObject(parent), m_settings(settings), m_book(book), m_prepare(std::move(prepare)) {
    m_remember.setSingleShot(true);
    m_remember.setInterval(remember_ms);
    connect(&m_remember, &QTimer::timeout, this, &WindowList::remember);
    connect(qApp, &QCoreApplication::aboutToQuit, this, [this] {
        if (m_keeps) {
            remember();
            m_frozen = true;
            m_settings->set(Setting::Running, false);
        }
    });
}

WindowList::~WindowList() {
    for (const Held& each : std::exchange(m_held, {})) {
        each.window->disconnect(this);
        delete each.window; // before the session that it shows
        delete each.session;
    }
}

QList<MainWindow*> WindowList::windows() const {
    QList<MainWindow*> list;
    for (const Held& each : m_held) {
        list += each.window;
    }
    return list;
}

MainWindow* WindowList::newWindow() {
    if (m_held.size() >= model::max_windows) {
        bringForward(m_held.last().window);
        return m_held.last().window;
    }
    auto* session = new model::Session(this);
    m_prepare(*session);
    auto* window = new MainWindow(session, m_settings, m_book);
    window->setAttribute(Qt::WA_DeleteOnClose);
    window->setWindowList(this);
    if (!m_held.isEmpty()) {
        placeBeside(window, m_held.last().window, static_cast<int>(m_held.size()));
    }
    m_held.append({window, session});
    connect(window, &MainWindow::closing, this, [this, window] { closing(window); });
    connect(window, &MainWindow::caseChanged, this, &WindowList::rememberSoon);
    connect(window, &QObject::destroyed, this, &WindowList::drop);
    Q_EMIT windowAdded(window);
    window->show();
    rememberSoon();
    return window;
}

void WindowList::drop(QObject* window) {
    const auto held = std::ranges::find_if(
        m_held, [window](const Held& each) { return static_cast<QObject*>(each.window) == window; });
    if (held != m_held.end()) {
        held->session->deleteLater();
        m_held.erase(held);
    }
    rememberSoon();
}

void WindowList::bringForward(MainWindow* window) {
    if (window->isMinimized()) {
        window->showNormal();
    }
    window->show();
    window->raise();
    window->activateWindow();
}

MainWindow* WindowList::freeWindow(MainWindow* from) {
    if (from != nullptr && !from->isCaseOpen()) {
        return from;
    }
    const auto free =
        std::ranges::find_if(m_held, [](const Held& each) { return !each.window->isCaseOpen(); });
    return free != m_held.end() ? free->window : newWindow();
}

MainWindow* WindowList::open(const QString& path, MainWindow* from) {
    const bool attachment = droppedKind(path) != DroppedKind::Table;
    if (attachment && from != nullptr && from->isCaseOpen()) {
        from->open(path);
        return from;
    }
    const QString key = keyOf(model::CaseFiles::discover(path));
    const auto has = std::ranges::find_if(m_held, [&key](const Held& each) {
        return !key.isEmpty() && keyOf(each.session->files()) == key && each.window->isCaseOpen();
    });
    if (has != m_held.end()) {
        bringForward(has->window);
        return has->window;
    }
    MainWindow* window = freeWindow(from);
    window->open(path);
    bringForward(window);
    return window;
}

MainWindow* WindowList::openBytes(const QByteArray& bytes, const QString& name, MainWindow* from) {
    MainWindow* window = freeWindow(from);
    window->openBytes(bytes, name);
    bringForward(window);
    return window;
}

MainWindow* WindowList::open(const model::OpenRequest& request) {
    if (request.paths.isEmpty()) {
        MainWindow* window = freeWindow(nullptr);
        bringForward(window);
        return window;
    }
    MainWindow* window = open(request.paths.first());
    model::Session* session = window->session();
    if (!request.envelope.isEmpty()) {
        session->attachEnvelope(request.envelope);
    }
    for (const QString& path : request.evidence) {
        session->attachEvidence(path);
    }
    for (const QString& path : request.peers) {
        session->attachPeer(path);
    }
    for (const QString& path : request.traces) {
        session->attachTrace(path);
    }
    for (const QString& path : request.paths.sliced(1)) {
        open(path);
    }
    return window;
}

void WindowList::fillMenu(QMenu* menu, MainWindow* of) {
    menu->clear();
    for (int i = 0; i < m_held.size(); ++i) {
        MainWindow* const window = m_held.at(i).window;
        QString name = window->caseName();
        name.replace(u'&', u"&&"_s);
        constexpr int with_key = 9;
        const QString text = i < with_key ? tr("&%1 %2").arg(i + 1).arg(name) : name;
        QAction* action = menu->addAction(text, this, [this, window] { bringForward(window); });
        action->setCheckable(true);
        action->setChecked(window == of);
    }
}

void WindowList::begin(const model::OpenRequest& request, bool may_restore) {
    const QList<OpenCase> cases = model::stateFrom(m_settings->get(Setting::OpenCases).toString());
    const bool proper = !m_settings->get(Setting::Running).toBool();
    const bool wanted = may_restore && m_settings->get(Setting::RestoreCases).toBool() && !cases.isEmpty();
    m_keeps = true;
    m_settings->set(Setting::Running, true);
    if (wanted && proper) {
        restore(cases);
    }
    if (m_held.isEmpty()) {
        newWindow();
    }
    if (wanted && !proper) {
        offer(m_held.first().window, cases);
    }
    if (!request.paths.isEmpty()) {
        open(request);
    }
}

/// Those whose table is still there.
void WindowList::restore(const QList<OpenCase>& cases) {
    MainWindow* active = nullptr;
    QStringList gone;
    for (const OpenCase& each : cases) {
        if (!QFileInfo::exists(each.files.table)) {
            gone += QFileInfo(each.files.table).fileName();
            continue;
        }
        MainWindow* window = freeWindow(nullptr);
        window->restoreCase(each);
        active = each.active ? window : active;
    }
    if (!gone.isEmpty()) {
        MainWindow* window = freeWindow(nullptr);
        window->showNotice({model::Meaning::Warning,
                            tr("No longer where it was, and not opened again: %1").arg(gone.join(tr(", "))),
                            {},
                            {},
                            {}},
                           {});
    }
    if (active != nullptr) {
        bringForward(active);
    }
}

void WindowList::offer(MainWindow* window, const QList<OpenCase>& cases) {
    QStringList names;
    for (const OpenCase& each : cases) {
        names += QDir::toNativeSeparators(each.files.table);
    }
    window->showNotice({model::Meaning::Warning,
                        cases.size() == 1
                            ? tr("Anchorscope did not end properly the last time. One case was open.")
                            : tr("Anchorscope did not end properly the last time. %n cases were open.",
                                 nullptr, static_cast<int>(cases.size())),
                        {cases.size() == 1 ? tr("Open it again") : tr("Open them again")},
                        names,
                        {}},
                       [this, window, cases](int) {
                           window->clearNotice();
                           restore(cases);
                       });
}

QList<OpenCase> WindowList::openCases() const {
    QList<OpenCase> cases;
    for (const Held& each : m_held) {
        if (each.window->isCaseOpen() && model::isRestorable(each.session->files())) {
            cases += each.window->openCase();
        }
    }
    return cases;
}

void WindowList::rememberSoon() {
    if (m_keeps && !m_frozen && !m_remember.isActive()) {
        m_remember.start();
    }
}

void WindowList::remember() {
    if (m_keeps && !m_frozen) {
        m_settings->set(Setting::OpenCases, model::stateText(openCases()));
    }
}

/// The last window takes the program with it: what it showed comes back.
void WindowList::closing(MainWindow* window) {
    if (m_held.size() == 1 && m_held.first().window == window && !m_frozen) {
        remember();
        m_frozen = m_keeps;
    }
}

void WindowList::quit() {
    remember();
    m_frozen = true;
    for (MainWindow* window : windows()) {
        window->close();
    }
    const bool stays = std::ranges::any_of(m_held, [](const Held& each) { return each.window->isVisible(); });
    m_frozen = !stays && m_keeps;
}

void WindowList::applySetting(Setting setting) {
    for (const Held& each : m_held) {
        each.window->applySetting(setting);
    }
}

} // namespace anchorscope::ui
