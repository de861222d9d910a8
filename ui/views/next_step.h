// What would help now: for anything but a verified bundle, one sentence and the buttons that do it.
#pragma once
#include "model/items/meaning.h"
#include "model/session/session.h"
#include <QFrame>

class QLabel;
class QPushButton;

namespace anchorscope::ui {

enum class Step {
    AttachEnvelope,
    AttachEvidence,
    FindAnchor,
    Expectations,
    VerifyAgain,
    ShowProblem,
    ShowByte,
    ChooseTable, ///< of several in one file
    ExpectDigest,
    PinBlock
};

struct NextStep {
    model::Meaning meaning = model::Meaning::None; ///< None: nothing to do, the strip hides
    QString text;
    QList<Step> steps;
    quint64 byte = 0; ///< of ShowByte
    friend bool operator==(const NextStep&, const NextStep&) = default;
};
[[nodiscard]] NextStep nextStep(const model::Session& session);
/// What gets a rung that is missing, in words and as steps; and what a step's button says.
[[nodiscard]] QString adviceToward(verify::RungId missing, bool hasEnvelope);
[[nodiscard]] QList<Step> stepsToward(verify::RungId missing, bool hasEnvelope);
[[nodiscard]] QString stepText(Step step);

/// The strip under the ladder.
class NextStepBar : public QFrame {
    Q_OBJECT
public:
    explicit NextStepBar(QWidget* parent = nullptr);
    void setStep(const NextStep& step);
    [[nodiscard]] const NextStep& step() const { return m_step; }

Q_SIGNALS:
    void chosen(anchorscope::ui::Step step);

protected:
    void paintEvent(QPaintEvent* event) override;

private:
    NextStep m_step;
    QLabel* m_text;
    QList<QPushButton*> m_buttons;
};

} // namespace anchorscope::ui
