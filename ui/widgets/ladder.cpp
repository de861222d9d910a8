#include "ui/widgets/ladder.h"
#include "ui/paint/boxes.h"
#include "ui/widgets/ladder_buttons.h"
#include "ui/widgets/ladder_layout.h"
#include "ui/widgets/ladder_words.h"
#include <QEvent>
#include <QPainter>

namespace anchorscope::ui {

using paint::Ink;
using verify::RungId;
using verify::Stage;

namespace {

constexpr std::array<Stage, 3> stages{Stage::execution, Stage::proof, Stage::commitment};

} // namespace

/// A child object, so that it goes with the ladder.
class Ladder::Private : public QObject {
public:
    explicit Private(Ladder* ladder) : QObject(ladder), owner(ladder) {
        // Created in reading order, so that Tab follows it.
        for (const Stage stage : stages) {
            auto* header = new StageButton(ladder);
            connect(header, &StageButton::clicked, ladder, [this, stage] { toggle(stage); });
            connectSteps(header);
            headers.push_back(header);
            for (const RungId id : rungsOf(stage)) {
                auto* rung = new RungButton(ladder);
                connect(rung, &RungButton::clicked, ladder, [this, id] {
                    owner->setCurrentRung(id);
                    Q_EMIT owner->rungActivated(id);
                });
                connectSteps(rung);
                rungs.push_back(rung);
            }
        }
        fill();
    }

    void connectSteps(LadderButton* button) {
        connect(button, &LadderButton::stepped, owner, [this, button](int step) { moveFocus(button, step); });
    }

    /// The buttons to be seen, in order.
    [[nodiscard]] QList<LadderButton*> chain() const {
        QList<LadderButton*> buttons;
        for (const Stage stage : stages) {
            buttons.push_back(headers[static_cast<std::size_t>(stage)]);
            for (const RungId id : rungsOf(stage)) {
                if (isOpen(stage)) {
                    buttons.push_back(rungs[static_cast<std::size_t>(id)]);
                }
            }
        }
        return buttons;
    }

    void moveFocus(LadderButton* from, int step) {
        const QList<LadderButton*> buttons = chain();
        const qsizetype last = buttons.size() - 1;
        const qsizetype at = step == -2 ? 0 : step == 2 ? last : buttons.indexOf(from) + step;
        buttons[qBound(qsizetype{0}, at, last)]->setFocus(Qt::TabFocusReason);
    }

    [[nodiscard]] bool isOpen(Stage stage) const { return unfolded && stage == open; }

    void toggle(Stage stage) {
        if (isOpen(stage)) {
            unfolded = false;
            place();
        } else {
            owner->setOpenStage(stage);
        }
    }

    void fill() {
        for (const Stage stage : stages) {
            const std::vector<verify::Rung> values = rungsOf(report.get(), stage);
            headers[static_cast<std::size_t>(stage)]->setStage(stageName(stage), stageCount(values, false),
                                                               stageCount(values, true), worst(values));
            for (const verify::Rung& value : values) {
                rungs[static_cast<std::size_t>(value.id)]->setRung(value);
            }
        }
        place();
    }

    [[nodiscard]] LadderNeeds needs() const {
        LadderNeeds wanted;
        for (const StageButton* header : headers) {
            wanted.folded.push_back(header->leastFolded());
            wanted.folded_best.push_back(header->bestFolded());
            wanted.header.push_back(header->headerWidth());
        }
        for (const RungId id : rungsOf(open)) {
            wanted.rungs.push_back(rungs[static_cast<std::size_t>(id)]->leastWidth());
        }
        return wanted;
    }

    [[nodiscard]] int openIndex() const { return unfolded ? static_cast<int>(open) : -1; }

    void place() {
        const LadderNeeds wanted = needs();
        const bool sized = owner->testAttribute(Qt::WA_Resized); // else one row, whatever its first size
        layout =
            layoutLadder(sized ? owner->width() : leastLadderWidth(openIndex(), wanted), openIndex(), wanted);
        for (const Stage stage : stages) {
            const auto index = static_cast<std::size_t>(stage);
            headers[index]->setOpen(isOpen(stage));
            headers[index]->setGeometry(layout.headers[index]);
            std::size_t position = 0;
            for (const RungId id : rungsOf(stage)) {
                RungButton* rung = rungs[static_cast<std::size_t>(id)];
                rung->setCurrent(current == id);
                rung->setVisible(isOpen(stage));
                if (isOpen(stage)) {
                    rung->setGeometry(layout.rungs[position++]);
                }
            }
        }
        owner->updateGeometry();
        owner->update();
    }

    Ladder* owner;
    std::vector<StageButton*> headers; ///< by Stage
    std::vector<RungButton*> rungs;    ///< by RungId
    std::shared_ptr<const verify::Report> report;
    Stage open = Stage::commitment;
    bool unfolded = true;
    std::optional<RungId> current;
    LadderLayout layout;
};

Ladder::Ladder(QWidget* parent) : QWidget(parent), d(new Private(this)) {
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(tr("Verification ladder"));
}

void Ladder::setReport(std::shared_ptr<const verify::Report> report) {
    d->report = std::move(report);
    d->fill();
}

void Ladder::setOpenStage(Stage stage) {
    d->open = stage;
    d->unfolded = true;
    d->place();
}

Stage Ladder::openStage() const { return d->open; }

void Ladder::setCurrentRung(RungId rung) {
    d->current = rung;
    setOpenStage(verify::stage_of(rung));
}

QWidget* Ladder::rungButton(RungId rung) const { return d->rungs[static_cast<std::size_t>(rung)]; }

void Ladder::clearCurrentRung() {
    d->current.reset();
    d->place();
}

QSize Ladder::sizeHint() const { return {leastLadderWidth(d->openIndex(), d->needs()), d->layout.strip}; }

QSize Ladder::minimumSizeHint() const { return {leastLadderWidth(-1, d->needs()), d->layout.strip}; }

void Ladder::changeEvent(QEvent* event) {
    if (event->type() == QEvent::LanguageChange) {
        d->fill();
    }
    QWidget::changeEvent(event);
}

void Ladder::resizeEvent(QResizeEvent*) { d->place(); }

void Ladder::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    const QColor line = paint::theme().color(Ink::Line);
    painter.fillRect(rect(), paint::theme().color(Ink::Panel));
    painter.fillRect(QRect(0, height() - 1, width(), 1), line);
    for (const QRect& group : d->layout.groups) {
        paint::drawBox(painter, group, paint::panel_radius, paint::theme().color(Ink::Header), line);
    }
}

} // namespace anchorscope::ui
