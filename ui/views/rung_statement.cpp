#include "ui/views/rung_statement.h"
#include "ui/views/report_places.h"
#include <QCoreApplication>
#include <array>

namespace anchorscope::ui {

using verify::RungId;
using verify::RungState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::RungStatement)
};

/// What a rung says when it passed, when it failed, and when neither is known. %1 is the anchor's block.
struct Sentences {
    const char* passed;
    const char* failed;
    const char* open;
};

constexpr std::array<Sentences, verify::rung_count> sentences{{
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The table is well formed"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The table breaks a rule"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The table is not checked")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Every state continues the one before"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "A state does not continue the one before"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "States are not followed")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Execution follows the table"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Execution differs from the table"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Execution is not compared")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The chain accepted exactly these bytes"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The chain did not accept these bytes"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Not shown that the chain accepted these bytes")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The digest is the anchored one"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The digest is not the anchored one"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "No digest to compare with")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The digest was anchored on L1"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The log does not carry this digest"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "No anchor event was seen")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The receipt is in block %1"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The receipt is not in that block"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Inclusion is not checked")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Block %1 is the real one"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Block %1 is not the real one"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Nobody vouches for the block")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Anchored in the slot of the table"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Anchored in another slot"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Slots are not compared")},
    {QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Block %1 is final"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "The block is not canonical"),
     QT_TRANSLATE_NOOP("anchorscope::ui::RungStatement", "Finality was not read")},
}};

QString blockNumber(const verify::Report& report, const verify::Evidence* evidence) {
    const auto number = anchorBlockNumber(report, evidence);
    return number ? QString::number(*number) : QString();
}

QString statement(const verify::Rung& rung, const QString& block) {
    const Sentences& words = sentences.at(static_cast<std::size_t>(rung.id));
    if (rung.id == RungId::finality && rung.state == RungState::passed_not_final) {
        return Words::tr("Not final yet");
    }
    const bool passed = rung.state == RungState::passed || rung.state == RungState::passed_not_final;
    const char* source = passed ? words.passed : rung.state == RungState::failed ? words.failed : words.open;
    const QString text = Words::tr(source);
    return text.contains(QLatin1String("%1")) ? text.arg(block).simplified() : text;
}

QString joined(const std::vector<std::string>& names) {
    QStringList list;
    for (const std::string& name : names) {
        list.append(QString::fromStdString(name));
    }
    return list.join(QStringLiteral(", "));
}

} // namespace

QString basisWords(const verify::Basis& basis) {
    const QString sources = joined(basis.sources);
    switch (basis.kind) {
    case verify::BasisKind::computed:
        return Words::tr("computed here");
    case verify::BasisKind::light_client:
        return Words::tr("proven by a light client");
    case verify::BasisKind::pinned:
        return sources.isEmpty() ? Words::tr("pinned") : Words::tr("pinned: %1").arg(sources);
    case verify::BasisKind::endpoint:
        return Words::tr("said by %1").arg(sources);
    case verify::BasisKind::file:
        return sources.isEmpty() ? Words::tr("from a file") : Words::tr("from %1").arg(sources);
    }
    return {};
}

RungStatement rungStatement(const verify::Report& report, const verify::Evidence* evidence, RungId id) {
    const verify::Rung& rung = report.rungs.at(static_cast<std::size_t>(id));
    RungStatement out;
    out.rung = id;
    out.meaning = model::meaningOf(rung.state);
    out.statement = statement(rung, blockNumber(report, evidence));
    out.detail = QString::fromStdString(rung.detail);
    out.expected = QString::fromStdString(rung.expected);
    out.actual = QString::fromStdString(rung.actual);
    out.required = report.required.contains(id);
    const QString summary = QString::fromStdString(rung.summary);
    const bool passed = rung.state == RungState::passed || rung.state == RungState::passed_not_final;
    if (rung.state == RungState::failed) {
        out.basis = out.detail;
        return out;
    }
    const QString basis = passed ? basisWords(rung.basis) : QString();
    const bool told = basis.isEmpty() || summary.isEmpty() || summary == basis;
    out.basis = told ? (basis.isEmpty() ? summary : basis) : basis + QStringLiteral(" · ") + summary;
    return out;
}

} // namespace anchorscope::ui
