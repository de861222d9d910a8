#include "ui/views/case_saving.h"
#include "ui/widgets/task_strip.h"
#include <QFileDialog>
#include <QFileInfo>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

CaseSaving::CaseSaving(const model::Session* session, TaskStrip* strip, QWidget* window)
    : QObject(window), m_session(session), m_strip(strip), m_window(window) {
    connect(strip, &TaskStrip::retryRequested, this, &CaseSaving::choose);
    connect(strip, &TaskStrip::stopRequested, this, [this] {
        if (m_save) {
            m_stopping = true;
            m_closing = false; // whoever stops it wants to do something else
            m_save->cancel();
            refresh();
        }
    });
}

void CaseSaving::choose() {
    if (running() || !m_session->parts().source) {
        return;
    }
    auto* dialog = new QFileDialog(m_window, tr("Save the case"), {}, tr("Cases (*.anchorcase)"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->setDefaultSuffix(u"anchorcase"_s);
    dialog->selectFile(QFileInfo(m_session->files().table).completeBaseName() + u".anchorcase"_s);
    connect(dialog, &QFileDialog::fileSelected, this, &CaseSaving::save);
    dialog->open();
}

void CaseSaving::save(const QString& path) {
    if (running()) {
        return;
    }
    m_done = m_total = 0;
    m_stopping = m_closing = false;
    m_save = std::make_unique<model::CaseSave>(m_session->parts(), path);
    connect(m_save.get(), &model::CaseSave::progress, this, [this](quint64 done, quint64 total) {
        m_done = done;
        m_total = total;
        refresh();
    });
    connect(m_save.get(), &model::CaseSave::done, this, &CaseSaving::conclude);
    m_save->start();
    refresh();
    Q_EMIT runningChanged();
}

void CaseSaving::announceClosing() {
    m_closing = true;
    refresh();
}

void CaseSaving::refresh() {
    const QString name = QFileInfo(m_save->path()).fileName();
    if (m_stopping) {
        m_strip->showStopping(tr("Stopping; what %1 was before stays").arg(name));
        return;
    }
    const QString size = m_total == 0 ? tr("preparing")
                                      : tr("%1 of %2")
                                            .arg(QLocale().formattedDataSize(static_cast<qint64>(m_done)),
                                                 QLocale().formattedDataSize(static_cast<qint64>(m_total)));
    m_strip->showProgress(m_closing ? tr("Saving %1, %2; then the window closes").arg(name, size)
                                    : tr("Saving %1, %2").arg(name, size),
                          m_done, m_total);
}

void CaseSaving::conclude(model::CaseSave::Outcome outcome) {
    model::CaseSave* const ended = m_save.release();
    ended->deleteLater(); // it is still signalling
    using Outcome = model::CaseSave::Outcome;
    if (outcome == Outcome::Failed) {
        m_strip->showFailure(tr("Not saved: %1").arg(ended->error()), tr("Save again…"));
    } else {
        m_strip->hide();
    }
    Q_EMIT runningChanged();
    if (outcome == Outcome::Saved) {
        Q_EMIT saved(ended->path());
    }
    if (std::exchange(m_closing, false) && outcome == Outcome::Saved) {
        m_window->close();
    }
}

} // namespace anchorscope::ui
