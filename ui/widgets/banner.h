// The banner: verdict, reason, when and at which head, policy and copy; in the status colour, across the
// window.
#pragma once
#include "model/items/meaning.h"
#include <QWidget>

namespace anchorscope::ui {

struct BannerText {
    model::Meaning meaning = model::Meaning::NotChecked;
    QString headline, reason;
    QString checked,
        where;         ///< two right-aligned lines: "Checked today 08:16, offline", "Chain 77001 · block 41"
    QString policy;    ///< "block"
    bool busy = false; ///< shows progress and Cancel instead of policy and copy
    int percent = -1;  ///< of the progress; -1 unknown
    friend bool operator==(const BannerText&, const BannerText&) = default;
};

class Banner : public QWidget {
    Q_OBJECT
public:
    explicit Banner(QWidget* parent = nullptr);
    void setText(const BannerText& text); ///< also the accessible name: verdict first
    [[nodiscard]] const BannerText& text() const;
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    bool event(QEvent* event) override;
    void paintEvent(QPaintEvent* event) override;
    void resizeEvent(QResizeEvent* event) override;

Q_SIGNALS:
    void policyChosen(const QString& policy); ///< digest, event, inclusion, block, final
    void digestRequested();                   ///< the user wants to state something: the expected digest,
    void pinRequested();                      ///< a block,
    void expectationsRequested();             ///< anything else
    void copyRequested();
    void cancelRequested();
    void announced(const QString& name); ///< headline or reason changed: told to assistive technology

private:
    class Private;
    Private* d;
};

} // namespace anchorscope::ui
