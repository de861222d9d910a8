#include "ui/views/next_step.h"
#include "core/table/wrapping.h"
#include "ui/paint/fonts.h"
#include "ui/paint/icons.h"
#include "ui/paint/scale.h"
#include <QCoreApplication>
#include <QHBoxLayout>
#include <QLabel>
#include <QPainter>
#include <QPushButton>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Meaning;
using verify::RungId;
using verify::RungState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::NextStep)
};

constexpr paint::Px icon{20}, margin{14}, bar_height{48};

const verify::Rung* firstRung(const verify::Report& report,
                              bool (*wanted)(const verify::Report&, const verify::Rung&)) {
    for (const verify::Rung& rung : report.rungs) {
        if (wanted(report, rung)) {
            return &rung;
        }
    }
    return nullptr;
}

bool isMissing(const verify::Report& report, const verify::Rung& rung) {
    const bool open = rung.state == RungState::not_checked || rung.state == RungState::cannot_check;
    return open && report.required.contains(rung.id);
}

bool isFailed(const verify::Report&, const verify::Rung& rung) { return rung.state == RungState::failed; }

} // namespace

QString stepText(Step step) {
    switch (step) {
    case Step::AttachEnvelope:
        return Words::tr("Attach envelope…");
    case Step::AttachEvidence:
        return Words::tr("Attach evidence…");
    case Step::FindAnchor:
        return Words::tr("Find it on L1…");
    case Step::Expectations:
        return Words::tr("Endpoints and expectations…");
    case Step::VerifyAgain:
        return Words::tr("Verify again");
    case Step::ShowProblem:
        return Words::tr("Show the problem");
    case Step::ShowByte:
        return Words::tr("Show the place");
    case Step::ChooseTable:
        return Words::tr("Choose the table…");
    case Step::ExpectDigest:
        return Words::tr("State the digest…");
    case Step::PinBlock:
        return Words::tr("Pin the block…");
    }
    return {};
}

QList<Step> stepsToward(RungId missing, bool hasEnvelope) {
    switch (missing) {
    case RungId::digest:
        return {Step::AttachEnvelope, Step::FindAnchor, Step::ExpectDigest};
    case RungId::event:
    case RungId::inclusion:
        return hasEnvelope ? QList{Step::AttachEvidence, Step::Expectations}
                           : QList{Step::AttachEnvelope, Step::Expectations};
    case RungId::proof:
    case RungId::execution:
    case RungId::slot:
        return {Step::AttachEvidence, Step::Expectations};
    case RungId::block:
        return {Step::PinBlock, Step::Expectations};
    default:
        return {Step::Expectations};
    }
}

QString adviceToward(RungId missing, bool hasEnvelope) {
    switch (missing) {
    case RungId::digest:
        return Words::tr("An envelope says which digest was anchored, and where. Or search the chain, or "
                         "state the digest.");
    case RungId::event:
    case RungId::inclusion:
        return hasEnvelope
                   ? Words::tr(
                         "Evidence of the anchor’s block shows its log: from a file, or from an endpoint.")
                   : Words::tr("An envelope says which log carries the digest. Or state the transaction and "
                               "name an endpoint.");
    case RungId::block:
        return Words::tr(
            "Pin the block’s hash, name a node of your own, or two endpoints on different hosts.");
    case RungId::finality:
        return Words::tr("Finality is read from an endpoint, now or not at all.");
    case RungId::proof:
    case RungId::execution:
    case RungId::slot:
        return Words::tr(
            "Evidence of the table’s block shows what was posted and executed; state the manager.");
    default:
        return {};
    }
}

namespace {

NextStep malformed(const model::Session& session) {
    const auto& request = session.parts().request;
    if (!request || !request->malformed) {
        return {};
    }
    const Error& error = *request->malformed;
    NextStep step;
    step.meaning = Meaning::Failed;
    if (error.rule == table::rules::source_place) {
        step.text = Words::tr("The file holds several execution tables, of several calls.");
        step.steps = {Step::ChooseTable};
        return step;
    }
    step.text =
        Words::tr("What was expected, and where, can be copied with the verdict. Nothing after it was read.");
    const std::uint64_t size = session.parts().source ? session.parts().source->bytes().size() : 0;
    if (error.at && request->broken == verify::BrokenPart::table && size > 0) {
        step.byte = std::min(*error.at, size - 1); // the end, where bytes are missing
        step.steps = {Step::ShowByte};
    }
    step.steps += Step::VerifyAgain;
    return step;
}

NextStep mismatch(const verify::Report& report) {
    const verify::Rung* failed = firstRung(report, isFailed);
    const bool told = failed == nullptr || failed->detail == report.reason; // by the banner
    return told ? NextStep()
                : NextStep{Meaning::Failed, QString::fromStdString(failed->detail), {Step::ShowProblem}, 0};
}

} // namespace

NextStep nextStep(const model::Session& session) {
    const auto& report = session.parts().report;
    if (session.phase() != model::Session::Phase::done) {
        return {};
    }
    if (!session.ioError().isEmpty() || !report) {
        return {Meaning::Warning,
                Words::tr("The file was not read. Once it is there, verify again."),
                {Step::VerifyAgain},
                0};
    }
    if (report->endpoints_silent) {
        return {Meaning::Warning,
                Words::tr("What is computed from files stands; what needs an endpoint does not."),
                {Step::VerifyAgain, Step::Expectations},
                0};
    }
    switch (report->verdict) {
    case verify::Verdict::verified:
        return {};
    case verify::Verdict::malformed:
        return malformed(session);
    case verify::Verdict::mismatch:
        return mismatch(*report);
    case verify::Verdict::unproven:
        if (const verify::Rung* missing = firstRung(*report, isMissing)) {
            const bool hasEnvelope = session.parts().request && session.parts().request->envelope;
            return {Meaning::Warning, adviceToward(missing->id, hasEnvelope),
                    stepsToward(missing->id, hasEnvelope), 0};
        }
        return {};
    }
    return {};
}

NextStepBar::NextStepBar(QWidget* parent) : QFrame(parent), m_text(new QLabel(this)) {
    setMinimumHeight(bar_height);
    auto* row = new QHBoxLayout(this);
    row->setContentsMargins(margin + icon + paint::px(12), paint::px(8), paint::px(10), paint::px(8));
    row->setSpacing(paint::px(8));
    m_text->setWordWrap(true);
    m_text->setFont(paint::font(paint::Type::Body));
    m_text->setTextInteractionFlags(Qt::TextSelectableByMouse);
    row->addWidget(m_text, 1);
    hide();
}

void NextStepBar::setStep(const NextStep& step) {
    setVisible(step.meaning != Meaning::None);
    if (step == m_step) {
        return;
    }
    m_step = step;
    const bool hex = step.text.contains("0x"_L1);
    m_text->setFont(hex ? paint::hexSafe(paint::font(paint::Type::Body)) : paint::font(paint::Type::Body));
    m_text->setText(step.text);
    setAccessibleName(step.text);
    for (QPushButton* old : std::as_const(m_buttons)) { // one of them may be the one being clicked
        old->hide();
        old->deleteLater();
    }
    m_buttons.clear();
    for (const Step each : step.steps) {
        auto* button = new QPushButton(stepText(each), this);
        button->setDefault(false);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, each] { Q_EMIT chosen(each); });
        layout()->addWidget(button);
        m_buttons.append(button);
    }
    update();
}

void NextStepBar::paintEvent(QPaintEvent*) {
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const paint::BannerInk ink = paint::theme().chip(m_step.meaning);
    painter.setPen(Qt::NoPen);
    painter.setBrush(ink.background);
    painter.drawRoundedRect(rect(), paint::px(8), paint::px(8));
    paint::drawStatus(painter, QRectF(margin, (height() - icon) / 2.0, icon, icon), m_step.meaning,
                      paint::theme().color(m_step.meaning));
}

} // namespace anchorscope::ui
