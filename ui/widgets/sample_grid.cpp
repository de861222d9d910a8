#include "ui/widgets/sample_grid.h"
#include "model/session/samples.h"
#include "ui/paint/scale.h"
#include "ui/widgets/welcome_parts.h"
#include <algorithm>

namespace anchorscope::ui {

using model::Meaning;

namespace {

constexpr paint::Px gap{16};
constexpr int most_columns = 4;

Meaning meaningOf(verify::Verdict verdict) {
    switch (verdict) {
    case verify::Verdict::verified:
        return Meaning::Passed;
    case verify::Verdict::mismatch:
    case verify::Verdict::malformed:
        return Meaning::Failed;
    case verify::Verdict::unproven:
        return Meaning::Warning;
    }
    return Meaning::NotChecked;
}

QString wordsOf(verify::Verdict verdict) {
    switch (verdict) {
    case verify::Verdict::verified:
        return SampleGrid::tr("Verified");
    case verify::Verdict::mismatch:
        return SampleGrid::tr("Mismatch");
    case verify::Verdict::unproven:
        return SampleGrid::tr("Unproven");
    case verify::Verdict::malformed:
        return SampleGrid::tr("Malformed");
    }
    return {};
}

} // namespace

SampleGrid::SampleGrid(QWidget* parent) : QWidget(parent) {
    for (const model::Sample& sample : model::samples()) {
        auto* card = new SampleCard(sample.title, sample.text, meaningOf(sample.expected),
                                    wordsOf(sample.expected), this);
        card->setObjectName(QStringLiteral("sample-") + sample.id);
        connect(card, &SampleCard::clicked, this, [this, folder = sample.folder] { Q_EMIT chosen(folder); });
        m_cards.push_back(card);
    }
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

int SampleGrid::columnsFor(int count, int width, int least, int space, int most) {
    const int fitting = std::clamp((width + space) / (least + space), 1, std::max(1, most));
    const int rows = std::max(1, (count + fitting - 1) / fitting);
    return std::max(1, (count + rows - 1) / rows);
}

void SampleGrid::resizeEvent(QResizeEvent*) { arrange(); }

void SampleGrid::arrange() {
    int least = 1;
    for (const QWidget* card : m_cards) {
        least = std::max(least, card->sizeHint().width());
    }
    const int columns = columnsFor(static_cast<int>(m_cards.size()), width(), least, gap, most_columns);
    const int card_width = (width() - gap * (columns - 1)) / columns;
    int height = 0;
    for (const QWidget* card : m_cards) {
        height = std::max(height, card->heightForWidth(card_width));
    }
    int bottom = 0;
    for (int i = 0; i < m_cards.size(); ++i) {
        const int column = i % columns, top = i / columns * (height + gap);
        const int left = column * (width() + gap) / columns,
                  right = (column + 1) * (width() + gap) / columns - gap;
        m_cards[i]->setGeometry(left, top, right - left, height);
        bottom = top + height;
    }
    setFixedHeight(bottom);
}

} // namespace anchorscope::ui
