// What stands at the banner's right: outlined buttons and a progress bar in the banner's own colours.
#pragma once
#include "ui/paint/icons.h"
#include <QBasicTimer>
#include <QProgressBar>
#include <QPushButton>
#include <optional>

namespace anchorscope::ui {

class BannerButton : public QPushButton {
    Q_OBJECT
public:
    explicit BannerButton(QWidget* parent);
    void setInk(const paint::BannerInk& ink);
    void setGlyphs(std::optional<paint::Glyph> before, std::optional<paint::Glyph> after);
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void keyPressEvent(QKeyEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    paint::BannerInk m_ink;
    std::optional<paint::Glyph> m_before, m_after;
};

/// Value -1: unknown, a part of the track moves.
class BannerProgress : public QProgressBar {
    Q_OBJECT
public:
    explicit BannerProgress(QWidget* parent);
    void setInk(const paint::BannerInk& ink);
    void setPercent(int percent);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void hideEvent(QHideEvent* event) override;
    void showEvent(QShowEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void timerEvent(QTimerEvent* event) override;

private:
    void animate();
    paint::BannerInk m_ink;
    QBasicTimer m_timer;
    int m_step = 0;
};

} // namespace anchorscope::ui
