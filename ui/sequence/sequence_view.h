// The page of the sequence: domains as lifelines, calls as arrows, over the linked selection; beside it an
// overview and the key, below it how the order is known, the zoom, and pictures to save.
#pragma once
#include "ui/paint/picture_save.h"
#include "ui/sequence/shown_case.h"
#include "ui/views/selection.h"
#include <QWidget>

class QToolButton;

namespace anchorscope::ui {

class ElidedLabel;
class SequenceCanvas;
class SequenceOverview;
class TaskStrip;

class SequenceView : public QWidget {
    Q_OBJECT
public:
    SequenceView(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    ~SequenceView() override;
    [[nodiscard]] SequenceCanvas* canvas() const { return m_canvas; }
    /// Writes a picture of the whole diagram, or of its visible part, to `path`; how it went is told on a
    /// strip.
    void savePicture(paint::PictureSave::Kind kind, double scale, bool whole, const QString& path);

Q_SIGNALS:
    void pictureSaved(const QString& path);

protected:
    void resizeEvent(QResizeEvent* event) override;
    void changeEvent(QEvent* event) override;

private:
    void build();
    [[nodiscard]] QWidget* makeBar();
    void update();
    void refresh();
    void showSide();
    void choosePicture(paint::PictureSave::Kind kind, double scale, bool whole);
    void concludePicture(paint::PictureSave::Outcome outcome);

    model::Session* m_session;
    Selection* m_selection;
    ShownCase m_shown;
    SequenceCanvas* m_canvas;
    SequenceOverview* m_overview;
    QWidget* m_side;
    ElidedLabel *m_basis, *m_empty;
    QToolButton *m_key, *m_zoom, *m_fold, *m_save;
    TaskStrip* m_strip;
    std::unique_ptr<paint::PictureSave> m_picture;
    std::function<void()> m_again; ///< asks for the last picture once more
    bool m_side_wanted = true;
};

} // namespace anchorscope::ui
