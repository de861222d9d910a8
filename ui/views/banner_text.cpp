#include "ui/views/banner_text.h"
#include "ui/views/report_places.h"
#include <QCoreApplication>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace anchorscope::ui {

using model::Meaning;
using model::Session;
using verify::RungId;
using verify::RungState;

namespace {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::ui::BannerText)
};

QString fileName(const Session& session) {
    const QString name = QFileInfo(session.files().table).fileName();
    return name.isEmpty() ? Words::tr("the table") : name;
}

RungState stateOf(const verify::Report& report, RungId rung) {
    return report.rungs.at(static_cast<std::size_t>(rung)).state;
}

Meaning meaningOf(const verify::Report& report) {
    switch (report.verdict) {
    case verify::Verdict::verified:
        return stateOf(report, RungId::finality) == RungState::passed_not_final ? Meaning::NotFinal
                                                                                : Meaning::Passed;
    case verify::Verdict::mismatch:
    case verify::Verdict::malformed:
        return Meaning::Failed;
    case verify::Verdict::unproven:
        return Meaning::Warning;
    }
    return Meaning::NotChecked;
}

std::optional<std::uint64_t> headOf(const verify::Evidence* evidence) {
    std::optional<std::uint64_t> head;
    for (std::size_t i = 0; evidence != nullptr && i < evidence->endpoints.size(); ++i) {
        head = std::max(head, evidence->endpoints[i].head_number);
    }
    return head;
}

BannerText working(const Session& session, const Progress& progress, BannerText text) {
    const bool fetching = session.phase() == Session::Phase::fetching;
    text.meaning = Meaning::NotChecked;
    text.busy = true;
    text.headline =
        fetching ? Words::tr("Asking endpoints…") : Words::tr("Loading %1…").arg(fileName(session));
    text.reason = progress.what.isEmpty() ? Words::tr("Every digest is recomputed here.") : progress.what;
    if (progress.total > 0) {
        text.percent = static_cast<int>(std::min<quint64>(100, progress.done * 100 / progress.total));
        if (!fetching) {
            text.where = Words::tr("%1 of %2").arg(progress.done).arg(progress.total);
        }
    }
    return text;
}

BannerText unreadable(const Session& session, BannerText text) {
    text.meaning = Meaning::Failed;
    text.headline = Words::tr("Cannot read %1").arg(fileName(session));
    text.reason = session.ioError();
    return text;
}

QString silentReason(const verify::Evidence& evidence) {
    QStringList causes;
    for (const verify::EndpointState& endpoint : evidence.endpoints) {
        if (endpoint.failure) {
            causes += u"%1: %2"_s.arg(QString::fromStdString(endpoint.name),
                                      QString::fromStdString(*endpoint.failure));
        }
    }
    return causes.join(u"; "_s);
}

BannerText reported(const Session& session, const verify::Report& report, BannerText text) {
    const verify::Evidence* evidence = session.parts().evidence.get();
    text.meaning = meaningOf(report);
    text.headline = QString::fromStdString(report.headline);
    text.reason = QString::fromStdString(report.reason);
    if (text.meaning == Meaning::NotFinal && !text.reason.contains("not final"_L1)) {
        text.reason.prepend(Words::tr("Match, not final. "));
    }
    if (report.verdict == verify::Verdict::malformed && session.parts().request &&
        session.parts().request->malformed) {
        text.reason = QString::fromStdString(session.parts().request->malformed->message());
    }
    if (report.endpoints_silent && evidence != nullptr) {
        text.headline = Words::tr("Unproven: no endpoint answered");
        text.reason = silentReason(*evidence);
    }
    const auto head = headOf(evidence);
    const QString when = whenText(session.checkedAt(), QDateTime::currentDateTime());
    text.checked = head                         ? Words::tr("Checked %1 at head %2").arg(when).arg(*head)
                   : session.options().online() ? Words::tr("Checked %1").arg(when)
                                                : Words::tr("Checked %1, offline").arg(when);
    QStringList where;
    if (report.chain_id) {
        where += Words::tr("Chain %1").arg(*report.chain_id);
    }
    if (const auto block = anchorBlockNumber(report, evidence)) {
        where += Words::tr("block %1").arg(*block);
    }
    text.where = where.join(u" · "_s);
    return text;
}

} // namespace

QString whenText(const QDateTime& when, const QDateTime& now) {
    const qint64 days = when.date().daysTo(now.date());
    const QString time = when.toString(u"HH:mm"_s);
    return days == 0   ? Words::tr("today %1").arg(time)
           : days == 1 ? Words::tr("yesterday %1").arg(time)
                       : when.toString(u"yyyy-MM-dd HH:mm"_s);
}

BannerText bannerText(const Session& session, const Progress& progress) {
    BannerText text;
    const std::string_view policy = verify::name(session.options().policy);
    text.policy = QString::fromUtf8(policy.data(), static_cast<qsizetype>(policy.size()));
    switch (session.phase()) {
    case Session::Phase::empty:
        return session.ioError().isEmpty() ? text : unreadable(session, text);
    case Session::Phase::loading:
    case Session::Phase::fetching:
        return working(session, progress, text);
    case Session::Phase::done:
        break;
    }
    if (!session.ioError().isEmpty()) {
        return unreadable(session, text);
    }
    if (!session.parts().report) {
        text.headline = Words::tr("Not verified");
        text.reason = Words::tr("The run was cancelled. Verify again to go on.");
        return text;
    }
    return reported(session, *session.parts().report, text);
}

ConnectionText connectionText(const Session& session) {
    if (session.options().offline) {
        return {Meaning::NotChecked, Words::tr("Offline by choice"),
                Words::tr("Nothing leaves this computer.")};
    }
    const auto& chosen = session.options().endpoints;
    if (chosen.isEmpty()) {
        return {Meaning::NotChecked, Words::tr("No endpoint: offline"),
                Words::tr("Nothing leaves this computer.")};
    }
    const verify::Evidence* evidence = session.parts().evidence.get();
    qsizetype answered = 0, failed = 0;
    for (std::size_t i = 0; evidence != nullptr && i < evidence->endpoints.size(); ++i) {
        failed += evidence->endpoints[i].failure ? 1 : 0;
        answered += evidence->endpoints[i].chain_id && !evidence->endpoints[i].failure ? 1 : 0;
    }
    const bool asked = evidence != nullptr && !evidence->endpoints.empty();
    const QString who = chosen.size() == 1
                            ? chosen.first().displayName()
                            : Words::tr("%1 of %2 endpoints").arg(asked ? answered : 0).arg(chosen.size());
    if (!asked) {
        return {Meaning::NotChecked, chosen.size() == 1 ? who : Words::tr("%1 endpoints").arg(chosen.size()),
                Words::tr("Not asked yet.")};
    }
    if (answered == 0 && failed == 0) {
        return {Meaning::NotChecked, who, Words::tr("Asked, not answered yet.")};
    }
    const auto head = headOf(evidence);
    const QString at = head ? Words::tr(" · head %1").arg(*head) : QString();
    if (answered == 0) {
        return {Meaning::Warning,
                chosen.size() == 1 ? Words::tr("%1 does not answer").arg(who) : who + Words::tr(" answer"),
                silentReason(*evidence)};
    }
    return {answered == chosen.size() ? Meaning::Passed : Meaning::Warning,
            (chosen.size() == 1 ? who : who + Words::tr(" answer")) + at, silentReason(*evidence)};
}

} // namespace anchorscope::ui
