// The samples as cards in as many columns as fit, balanced over the rows.
#pragma once
#include <QWidget>

namespace anchorscope::ui {

class SampleGrid : public QWidget {
    Q_OBJECT
public:
    explicit SampleGrid(QWidget* parent = nullptr);
    /// Columns for `count` cards of at least `least` pixels in `width`: at most `most`, rows as even as can
    /// be.
    [[nodiscard]] static int columnsFor(int count, int width, int least, int gap, int most);

Q_SIGNALS:
    void chosen(const QString& folder);

protected:
    void resizeEvent(QResizeEvent* event) override;

private:
    void arrange();
    QList<QWidget*> m_cards;
};

} // namespace anchorscope::ui
