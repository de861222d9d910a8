// The line in which a filter is written: what is wrong is underlined, the key that leads here is shown while
// it is empty.
#pragma once
#include <QLineEdit>
#include <functional>
#include <optional>

namespace anchorscope::ui {

class FilterField : public QLineEdit {
    Q_OBJECT
public:
    explicit FilterField(QWidget* parent = nullptr);
    /// Asked before the field itself; true: the key has been taken. Keys typed into a popup come here too,
    /// where no event filter sees them.
    void setKeyHandler(std::function<bool(QKeyEvent*)> handler) { m_handler = std::move(handler); }
    /// UTF-16 units; a length of 0 marks the place where something is missing.
    void setProblem(std::optional<std::pair<qsizetype, qsizetype>> place);
    /// Where a unit begins, in pixels.
    [[nodiscard]] int left(qsizetype unit) const;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;

private:
    std::function<bool(QKeyEvent*)> m_handler;
    std::optional<std::pair<qsizetype, qsizetype>> m_problem;
};

} // namespace anchorscope::ui
