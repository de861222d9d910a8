#include "model/net/capabilities.h"
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include "model/session/answers.h"
#include "model/words.h"
#include <array>

using namespace Qt::StringLiterals;

namespace anchorscope::model {

using codec::Json;

namespace {

constexpr std::string_view no_account = "0x0000000000000000000000000000000000000000";
constexpr std::string_view no_hash = "0x0000000000000000000000000000000000000000000000000000000000000000";

/// Blocks behind the head at which state is asked for, deepest first; block 1 stands before them all. Nodes
/// without an archive keep 128 states; snapshots and pruned nodes some 10 000 to 100 000.
constexpr std::array<quint64, 4> depths{1'000'000, 100'000, 10'000, 128};

std::optional<quint64> numberOf(const Json& value) {
    if (!value.is_string()) {
        return {};
    }
    const auto number = U256::parse_quantity(value.get_ref<const std::string&>());
    return number ? number->to_u64() : std::nullopt;
}

std::optional<quint64> numberIn(const Json& block) {
    return block.is_object() && block.contains("number") ? numberOf(block.at("number")) : std::nullopt;
}

QString quantity(quint64 value) { return u"0x"_s + QString::number(value, 16); }

/// An endpoint's text on one line, cut.
QString shown(const std::string& text) {
    QString words = QString::fromStdString(text).left(CapabilityProbe::words_length);
    for (QChar& letter : words) {
        letter = letter.isPrint() ? letter : QChar(u' ');
    }
    return words;
}

bool refuses(const std::string& text) {
    const QString words = QString::fromStdString(text).toLower();
    static constexpr std::array signs{"not supported", "unsupported", "not available",  "not allowed",
                                      "not enabled",   "disabled",    "does not exist", "not whitelisted",
                                      "upgrade",       "unavailable"};
    return std::ranges::any_of(signs,
                               [&words](const char* sign) { return words.contains(QLatin1String(sign)); });
}

struct Judgement {
    Offered offered = Offered::Unknown;
    QString words;
};

Judgement judgedError(const Result<Json>& answer) {
    const Error& error = answer.error();
    const bool said = error.rule == chain::rules::rpc_error;
    return {saysNotOffered(answer) ? Offered::No : Offered::Unknown,
            (said ? Words::tr("error ") : QString()) + shown(error.text)};
}

Judgement tag(const Json& value) {
    const auto number = numberIn(value);
    return number ? Judgement{Offered::Yes, Words::tr("block %1").arg(*number)}
                  : Judgement{Offered::No, Words::tr("answers without a block")};
}

Judgement list(const Json& value) {
    return value.is_array() ? Judgement{Offered::Yes, Words::tr("%1 in the newest block").arg(value.size())}
                            : Judgement{Offered::No, Words::tr("answers without a list")};
}

} // namespace

struct CapabilityProbe::Question {
    Capability capability;
    const char* method;
    std::function<Json(const CapabilityProbe&)> params;
    std::function<Judgement(const Json&)> judge;
    bool missingIsYes = false; ///< the method is there if it says that what was asked for is not found
};

const std::vector<CapabilityProbe::Question>& CapabilityProbe::questions() {
    static const std::vector<Question> list_of_questions{
        {Capability::ChainId, "eth_chainId", [](const CapabilityProbe&) { return Json::array(); },
         [](const Json& value) {
             const auto id = numberOf(value);
             return id ? Judgement{Offered::Yes, Words::tr("chain %1").arg(*id)}
                       : Judgement{Offered::No, Words::tr("answers without a number")};
         }},
        {Capability::Client, "web3_clientVersion", [](const CapabilityProbe&) { return Json::array(); },
         [](const Json& value) {
             return value.is_string() ? Judgement{Offered::Yes, shown(value.get<std::string>())}
                                      : Judgement{Offered::No, Words::tr("answers without a name")};
         }},
        {Capability::Finalized, "eth_getBlockByNumber",
         [](const CapabilityProbe&) {
             return Json::array({"finalized", false});
         },
         tag},
        {Capability::Safe, "eth_getBlockByNumber",
         [](const CapabilityProbe&) {
             return Json::array({"safe", false});
         },
         tag},
        {Capability::BlockReceipts, "eth_getBlockReceipts",
         [](const CapabilityProbe& probe) { return Json::array({probe.m_headHash}); }, list},
        {Capability::Traces, "debug_traceTransaction",
         [](const CapabilityProbe&) {
             return Json::array({no_hash, Json{{"tracer", "callTracer"}}});
         },
         [](const Json&) {
             return Judgement{Offered::Yes, Words::tr("answers")};
         },
         true},
        {Capability::RawBlocks, "debug_getRawReceipts",
         [](const CapabilityProbe& probe) { return Json::array({probe.m_headHash}); }, list},
        {Capability::Proofs, "eth_getProof",
         [](const CapabilityProbe&) {
             return Json::array({no_account, Json::array(), "latest"});
         },
         [](const Json& value) {
             const bool there = value.is_object() && value.contains("accountProof");
             return there ? Judgement{Offered::Yes, Words::tr("of the newest state")}
                          : Judgement{Offered::No, Words::tr("answers without a proof")};
         }}};
    return list_of_questions;
}

bool saysNotOffered(const Result<Json>& answer) {
    const bool said = !answer && answer.error().rule == chain::rules::rpc_error;
    return methodMissing(answer) || (said && refuses(answer.error().text));
}

QString nameOf(Capability capability) {
    switch (capability) {
    case Capability::ChainId:
        return Words::tr("Chain");
    case Capability::Client:
        return Words::tr("Client");
    case Capability::Finalized:
        return Words::tr("Finalized head");
    case Capability::Safe:
        return Words::tr("Safe head");
    case Capability::BlockReceipts:
        return Words::tr("Receipts by block");
    case Capability::Traces:
        return Words::tr("Traces of inner calls");
    case Capability::RawBlocks:
        return Words::tr("Raw receipts");
    case Capability::Proofs:
        return Words::tr("Account proofs");
    case Capability::Archive:
        return Words::tr("Old states");
    }
    return {};
}

QString capabilityText(const QList<CapabilityState>& states) {
    QStringList who;
    QStringList offers;
    QStringList lacks;
    for (const CapabilityState& state : states) {
        const QString both = u"%1 (%2)"_s.arg(nameOf(state.capability), state.words);
        const bool names = state.capability == Capability::ChainId || state.capability == Capability::Client;
        if (state.offered != Offered::Yes) {
            lacks += both;
        } else if (names) {
            who += state.words;
        } else {
            offers += both;
        }
    }
    QStringList lines;
    if (!who.isEmpty()) {
        lines += who.join(u", "_s);
    }
    if (!offers.isEmpty()) {
        lines += Words::tr("offers: ") + offers.join(u", "_s);
    }
    if (!lacks.isEmpty()) {
        lines += Words::tr("does not offer, or does not say: ") + lacks.join(u", "_s);
    }
    return lines.join(u'\n');
}

CapabilityProbe::CapabilityProbe(const EndpointChoice& endpoint, RequestLog* log,
                                 QNetworkAccessManager* network, QObject* parent)
    : QObject(parent), m_client(endpoint, log, network) {
    m_client.setTimeout(timeout_ms);
    m_client.setRetries(0);
    m_client.setMaxAnswerBytes(max_answer_bytes);
    for (int each = 0; each <= static_cast<int>(Capability::Archive); ++each) {
        m_states.append({static_cast<Capability>(each), Offered::Unknown, Words::tr("not asked")});
    }
}

void CapabilityProbe::start() {
    m_client.call(u"eth_getBlockByNumber"_s, Json::array({"latest", false}),
                  [this](const Result<Json>& answer) { headAnswered(answer); });
}

void CapabilityProbe::headAnswered(const Result<Json>& answer) {
    const auto number = answer ? numberIn(*answer) : std::nullopt;
    const auto hash = answer ? codec::hash_member(*answer, "hash", "block")
                             : Result<Hash32>(tl::unexpected(answer.error()));
    if (!number || !hash) { // nothing is gained by asking more
        const QString words =
            answer ? Words::tr("answers without a newest block") : judgedError(answer).words;
        for (CapabilityState& each : m_states) {
            each.words = words;
        }
        Q_EMIT changed();
        Q_EMIT done();
        return;
    }
    m_headHash = hash->hex();
    m_heights = {std::min<quint64>(1, *number)};
    for (const quint64 depth : depths) {
        if (depth < *number) {
            m_heights.append(*number - depth);
        }
    }
    ask(0);
}

void CapabilityProbe::ask(std::size_t index) {
    if (index == questions().size()) {
        askArchive(0);
        return;
    }
    const Question& question = questions()[index];
    m_client.call(QString::fromLatin1(question.method), question.params(*this),
                  [this, index, &question](const Result<Json>& answer) {
                      Judgement judged = answer ? question.judge(*answer) : judgedError(answer);
                      if (!answer && question.missingIsYes && judged.offered == Offered::Unknown &&
                          QString::fromStdString(answer.error().text).contains(Words::tr("not found"))) {
                          judged = {Offered::Yes, Words::tr("answers")};
                      }
                      if (answer && question.capability == Capability::ChainId) {
                          m_chain = numberOf(*answer);
                      }
                      set(question.capability, judged.offered, judged.words);
                      ask(index + 1);
                  });
}

void CapabilityProbe::askArchive(qsizetype step) {
    if (step == m_heights.size()) {
        Q_EMIT done();
        return;
    }
    const quint64 height = m_heights.at(step);
    const Json params = Json::array({no_account, quantity(height).toStdString()});
    m_client.call(u"eth_getBalance"_s, params, [this, step, height](const Result<Json>& answer) {
        if (answer && numberOf(*answer)) {
            set(Capability::Archive, Offered::Yes, Words::tr("from block %1 on").arg(height));
            Q_EMIT done();
            return;
        }
        const bool said = answer || answer.error().rule == chain::rules::rpc_error;
        set(Capability::Archive, said ? Offered::No : Offered::Unknown,
            answer ? Words::tr("answers without a number") : judgedError(answer).words);
        askArchive(step + 1);
    });
}

void CapabilityProbe::set(Capability capability, Offered offered, const QString& words) {
    m_states[static_cast<int>(capability)] = {capability, offered, words};
    Q_EMIT changed();
}

} // namespace anchorscope::model
