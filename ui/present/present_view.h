// The case for an audience: one idea at a time, in large type that grows with the window. Keys: → Space
// PageDown forward, ← PageUp back, Home, End, Esc leaves. Follows the session: a new report changes the
// slides that are shown, and the verdict is always the banner's.
#pragma once
#include "model/present/presentation.h"
#include "ui/present/slide_text.h"
#include "ui/views/selection.h"
#include <QWidget>

namespace anchorscope::ui {

class PresentButton;

class PresentView : public QWidget {
    Q_OBJECT
public:
    PresentView(model::Session* session, Selection* selection, QWidget* parent = nullptr);
    /// From the first slide, or from that of what is chosen in the window.
    void start();
    void goTo(int slide);
    [[nodiscard]] int current() const { return m_current; }
    [[nodiscard]] int count() const { return m_presentation.count(); }
    [[nodiscard]] const ShownSlide& shown() const { return m_shown; }

Q_SIGNALS:
    void left();                          ///< the audience has seen enough
    void announced(const QString& slide); ///< told to assistive technology

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void mousePressEvent(QMouseEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;
    bool focusNextPrevChild(bool next) override;

private:
    void rebuild();
    void showSlide(int slide);
    void place();
    void announce();
    void leave();
    void paintFooter(QPainter& painter, const struct PresentLayout& layout) const;
    [[nodiscard]] struct PresentLayout layoutNow() const;

    model::Session* m_session;
    Selection* m_selection;
    model::Presentation m_presentation;
    ShownSlide m_shown;
    int m_current = 0;
    PresentButton *m_back, *m_next, *m_leave;
};

} // namespace anchorscope::ui
