// anchorscope-cli watch: tables and anchors as they appear.
#include "app/cli/command.h"
#include "app/cli/exit_code.h"
#include "app/cli/interrupt.h"
#include "app/cli/option_values.h"
#include "app/cli/output.h"
#include "app/cli/verify_options.h"
#include "core/crypto/erc55.h"
#include "model/session/proxies.h"
#include "model/watch/chain_watch.h"
#include <QEventLoop>

namespace anchorscope::cli {
namespace {

using model::WatchItem;

constexpr std::array who_list{
    Option{"--rpc", "URL", "an endpoint; the others vouch, and take over where it fails", true},
    Option{"--trust", "URL", "the same, your own node: its word on a block is enough", true},
    Option{"--timeout", "SECONDS", "for one request, 1 to 3600 (20)"},
    Option{"--poll", "SECONDS", "between two looks at the head, 1 to 3600 (2)"},
};
constexpr std::array what_list{
    Option{"--from", "N", "begin at this block (the newest)"},
    Option{"--to", "N", "end behind this block (never)"},
    Option{"--chain", "ID", "the chain; an endpoint of another one is not followed"},
    Option{"--contract", "ADDRESS", "only its logs count as anchors"},
    Option{"--manager", "ADDRESS", "the rollups' manager: proof and execution are checked"},
    Option{"--slot-tolerance", "N", "slots that an anchor may come after its table's block (0)"},
    declared_event_option,
};
constexpr std::array groups{OptionGroup{"Whom to ask", who_list}, OptionGroup{"What to follow", what_list},
                            output_options};

constexpr std::string_view text =
    R"(Follows the head of a chain and tells every table and every anchor event in it, each table with its
verdict, and once more when its anchor comes in a later block. A block that leaves the chain is told with
all that was in it, before what took its place. Anchor events are those of all kinds (see events) and of
--event; kinds that carry no digest are told without one, and anchor nothing.

A table in a call inside a transaction is taken from the endpoint's trace, and its rung proof rests on that
endpoint's word.

Goes on over failures of endpoints: nothing is left out, nothing is told twice. Ends by Ctrl-C, or behind
the block of --to. With --json, one object a line.
)";

constexpr std::string_view examples = R"(Examples
  anchorscope-cli watch --trust http://127.0.0.1:8545 --manager 0xe7f1...
  anchorscope-cli watch --rpc https://one.example --rpc https://two.example --from 22869000 --json
)";

codec::Json or_null(const std::optional<Address>& address) {
    return address ? codec::Json(crypto::checksummed(*address)) : codec::Json();
}

codec::Json or_null(const std::optional<Hash32>& hash) {
    return hash ? codec::Json(hash->hex()) : codec::Json();
}

std::string_view event_name(WatchItem::Kind kind) {
    return kind == WatchItem::Kind::Table ? "table" : kind == WatchItem::Kind::Anchor ? "anchor" : "verdict";
}

codec::Json item_json(const WatchItem& item) {
    codec::Json out = codec::Json::object();
    out["event"] = event_name(item.kind);
    out["block"] = item.block;
    out["block_hash"] = item.blockHash.hex();
    out["transaction"] = or_null(item.transaction);
    if (item.kind != WatchItem::Kind::Anchor) {
        out["table_transaction"] = item.tableTransaction.hex();
        out["format"] = item.format.toStdString();
        out["entries"] = item.entries;
        out["found_in"] = name(item.foundIn);
        out["callee"] = or_null(item.callee);
        out["succeeded"] = item.succeeded ? codec::Json(*item.succeeded) : codec::Json();
        out["verdict"] = item.verdict ? codec::Json(name(*item.verdict)) : codec::Json();
        out["headline"] = item.headline.toStdString();
        codec::Json proof;
        if (item.proof) {
            proof = codec::Json::object();
            proof["state"] = name(*item.proof);
            proof["basis"] = name(item.proofBasis);
            proof["detail"] = item.proofDetail.toStdString();
        }
        out["proof"] = std::move(proof);
    }
    out["anchor_kind"] =
        item.anchorKind.isEmpty() ? codec::Json() : codec::Json(item.anchorKind.toStdString());
    out["log_position"] = item.logPosition ? codec::Json(*item.logPosition) : codec::Json();
    out["contract"] = or_null(item.contract);
    out["account"] = or_null(item.account);
    out["digest"] = or_null(item.digest);
    return out;
}

std::string item_text(const WatchItem& item) {
    std::string out = std::to_string(item.block) + "  ";
    if (item.kind == WatchItem::Kind::Anchor) {
        const std::string digest = item.digest ? item.digest->hex() : "(no digest)";
        return out + "anchor   " + digest + "  " + item.anchorKind.toStdString() + " by " +
               crypto::checksummed(item.contract.value_or(Address{}));
    }
    out += item.kind == WatchItem::Kind::Table ? "table    " : "anchored ";
    return out + item.tableTransaction.hex() + "  " + std::to_string(item.entries) +
           (item.entries == 1 ? " entry  " : " entries  ") + item.headline.toStdString();
}

/// Tells what the watch sees, line by line.
class Teller {
public:
    explicit Teller(const Arguments& arguments)
        : m_json(arguments.has("--json")), m_quiet(arguments.has("--quiet")) {}

    void items(const std::vector<WatchItem>& items, bool left) const {
        for (const WatchItem& item : items) {
            if (m_json) {
                codec::Json line = item_json(item);
                line["removed"] = left;
                this->line(line);
            } else {
                write_result((left ? "gone: " : "") + report::printable(item_text(item)));
            }
        }
    }
    void block(quint64 number, const Hash32& hash, bool left) const {
        if (m_json) {
            codec::Json line = codec::Json::object();
            line["event"] = left ? "block_left" : "block";
            line["block"] = number;
            line["block_hash"] = hash.hex();
            this->line(line);
        } else if (left) {
            write_result("block " + std::to_string(number) + " has left the chain: " + hash.hex());
        }
    }
    void trouble(const QString& endpoint, const QString& why, int retry) const {
        if (!m_quiet) {
            write_message(
                (endpoint + QStringLiteral(": ") + why +
                 (retry == 0 ? QString() : QStringLiteral("; next try in %1 s").arg(retry / 1000.0)))
                    .toStdString());
        }
    }

private:
    static void line(const codec::Json& json) {
        write_result(json.dump(-1, ' ', false, codec::Json::error_handler_t::replace));
    }
    bool m_json, m_quiet;
};

model::WatchOptions options_of(const Arguments& arguments) {
    const model::VerifyOptions common = verify_options(arguments);
    if (common.endpoints.isEmpty()) {
        throw UsageError("--rpc is missing: whom to ask (or set ANCHORSCOPE_RPC)");
    }
    model::WatchOptions out;
    out.endpoints = common.endpoints;
    out.expect = common.expect;
    out.declaredEvents = common.declaredEvents;
    out.slotTolerance = common.slotTolerance;
    out.timeoutMs = common.timeoutMs;
    std::tie(out.first, out.last) = span_options(arguments);
    if (const auto seconds = number_option(arguments, "--poll", 1, 3600)) {
        out.pollMs = static_cast<int>(*seconds) * 1000;
    }
    return out;
}

int run(const Arguments& arguments) {
    arguments.expect_none();
    const model::WatchOptions options = options_of(arguments);
    const Teller teller(arguments);
    Interrupt interrupt;
    QEventLoop loop;
    QNetworkAccessManager network;
    network.setProxyFactory(new model::EndpointProxies);
    model::ChainWatch watch(options, nullptr, &network);
    std::exception_ptr broken; // standard output; thrown outside of Qt's event loop
    const auto tell = [&](const auto& what) {
        try {
            what();
        } catch (...) {
            broken = std::current_exception();
            watch.stop();
            loop.quit();
        }
    };
    using model::ChainWatch;
    QObject::connect(&watch, &ChainWatch::blockJoined, &loop,
                     [&](quint64 number, const Hash32& hash, const auto& items) {
                         tell([&] {
                             teller.block(number, hash, false);
                             teller.items(items, false);
                         });
                     });
    QObject::connect(&watch, &ChainWatch::blockLeft, &loop,
                     [&](quint64 number, const Hash32& hash, const auto& items) {
                         tell([&] {
                             teller.items(items, true);
                             teller.block(number, hash, true);
                         });
                     });
    QObject::connect(&watch, &ChainWatch::trouble, &loop,
                     [&](const QString& endpoint, const QString& why, int retry) {
                         teller.trouble(endpoint, why, retry);
                     });
    QObject::connect(&watch, &ChainWatch::finished, &loop, &QEventLoop::quit, Qt::QueuedConnection);
    QObject::connect(&interrupt, &Interrupt::interrupted, &loop, [&] {
        watch.stop();
        loop.quit();
    });
    watch.start();
    loop.exec();
    if (broken) {
        std::rethrow_exception(broken);
    }
    if (const int signal = interrupt.caught(); signal != 0) {
        Interrupt::die_by(signal);
    }
    return exit_success;
}

} // namespace

const Command watch_command{"watch",  {}, "follow a chain: tables and anchors as they appear", text, groups,
                            examples, run};

} // namespace anchorscope::cli
