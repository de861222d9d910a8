// Where one field of a step is edited and everything hashed anew: a scratch copy, never saved over anything.
// What it gives is amber, whatever it equals.
#pragma once
#include "model/explore/digest_models.h"
#include <QWidget>

class QComboBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace anchorscope::ui {

class Callout;

class WhatIfPanel : public QWidget {
    Q_OBJECT
public:
    explicit WhatIfPanel(QWidget* parent = nullptr);
    /// The field that can be edited, of that step; null: none is chosen.
    void setField(std::shared_ptr<const model::ExploredDigest> digest, std::size_t step,
                  const model::PreimageField* field);
    /// Why table and recomputation differ; empty: nothing is known of that.
    void setExplanation(const QString& title, const QString& text);
    /// What the scratch copy gives: nothing yet, no signer, or a value and where it stands.
    void setResult(int edits, const std::optional<Hash32>& value, const QStringList& places);
    void setBusy();
    [[nodiscard]] QLineEdit* input() const { return m_input; }
    [[nodiscard]] QPushButton* recompute() const { return m_recompute; }
    [[nodiscard]] QString resultText() const;

Q_SIGNALS:
    void edited(std::size_t step, anchorscope::ByteRange range, const anchorscope::Bytes& bytes,
                const QString& name);
    void replaced(std::size_t step, const anchorscope::Bytes& bytes); ///< all bytes of a step
    void undone();
    void reset();
    void error(const QString& words);

private:
    void apply();
    void showTarget();
    [[nodiscard]] bool wholeMessage() const;
    void say(const QString& words);

    std::shared_ptr<const model::ExploredDigest> m_digest;
    std::size_t m_step = 0;
    std::optional<model::PreimageField> m_field;
    Callout *m_explanation, *m_result;
    QComboBox* m_target;
    QLineEdit* m_input;
    QLabel *m_expected, *m_note;
    QPushButton *m_recompute, *m_undo, *m_reset;
};

} // namespace anchorscope::ui
