#include "tests/devnet/devnet.h"
#include "tests/devnet/calldata.h"
#include <QEventLoop>
#include <QFileInfo>
#include <QNetworkReply>
#include <QRegularExpression>
#include <csignal>
#include <stdexcept>
#include <sys/prctl.h>

namespace anchorscope::devnet {
namespace {

constexpr std::int64_t genesis = 1'781'222'400; ///< 2026-06-12 00:00 UTC, as of the samples
constexpr int seconds_per_block = 12;
constexpr std::uint64_t gas_limit = 15'000'000;
constexpr int start_timeout_ms = 20'000;

/// The port of "Listening on 127.0.0.1:PORT".
quint16 port_told_by(QProcess& node) {
    static const QRegularExpression listening(QStringLiteral("Listening on 127\\.0\\.0\\.1:(\\d+)"));
    QByteArray said;
    while (node.waitForReadyRead(start_timeout_ms)) {
        said += node.readAllStandardOutput();
        if (const auto match = listening.match(QString::fromUtf8(said)); match.hasMatch()) {
            return match.captured(1).toUShort();
        }
    }
    throw std::runtime_error("the node did not start: " + (said + node.readAllStandardError()).toStdString());
}

template<class T>
T demand(Result<T> result) {
    if (!result) {
        throw std::runtime_error(result.error().message());
    }
    return *std::move(result);
}

} // namespace

std::string quantity(std::uint64_t value) {
    return QStringLiteral("0x%1").arg(value, 0, 16).toStdString(); // 0 gives "0x0", as it has to
}

QString Devnet::program() {
    const QString path = qEnvironmentVariable("ANCHORSCOPE_ANVIL", QStringLiteral(ANCHORSCOPE_ANVIL));
    return QFileInfo(path).isExecutable() ? path : QString();
}

Devnet::Devnet(std::uint64_t chain_id) : m_chain_id(chain_id) {
    const QStringList arguments{
        QStringLiteral("--host"),     QStringLiteral("127.0.0.1"),   QStringLiteral("--port"),
        QStringLiteral("0"),          QStringLiteral("--chain-id"),  QString::number(chain_id),
        QStringLiteral("--hardfork"), QStringLiteral("prague"),      QStringLiteral("--timestamp"),
        QString::number(genesis),     QStringLiteral("--no-mining"), QStringLiteral("--order"),
        QStringLiteral("fifo"),       QStringLiteral("--threads"),   QStringLiteral("1")};
    m_node.setChildProcessModifier(
        [] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); }); // no node outlives a test that crashes
    m_node.start(program(), arguments);
    m_port = port_told_by(m_node);
    rpc("anvil_setBlockTimestampInterval", Json::array({seconds_per_block}));
    for (const Json& account : rpc("eth_accounts")) {
        m_accounts.push_back(demand(Address::parse(account.get<std::string>())));
    }
}

Devnet::~Devnet() {
    m_node.kill();
    m_node.waitForFinished();
}

QUrl Devnet::url() const { return {QStringLiteral("http://127.0.0.1:%1").arg(m_port)}; }

QByteArray Devnet::post(const QByteArray& body) {
    m_node.readAllStandardOutput(); // or the pipe fills up
    QNetworkRequest request(url());
    request.setHeader(QNetworkRequest::ContentTypeHeader, QByteArrayLiteral("application/json"));
    const std::unique_ptr<QNetworkReply> reply(m_network.post(request, body));
    QEventLoop loop;
    QObject::connect(reply.get(), &QNetworkReply::finished, &loop, &QEventLoop::quit);
    if (!reply->isFinished()) {
        loop.exec();
    }
    if (reply->error() != QNetworkReply::NoError) {
        throw std::runtime_error("the node: " + reply->errorString().toStdString());
    }
    return reply->readAll();
}

Json Devnet::rpc(const std::string& method, const Json& params) {
    const std::uint64_t id = ++m_next_id;
    const Json request{{"jsonrpc", "2.0"}, {"id", id}, {"method", method}, {"params", params}};
    const QByteArray answer = post(QByteArray::fromStdString(request.dump()));
    const std::string_view text(answer.data(), static_cast<std::size_t>(answer.size()));
    auto result = chain::rpc_result(text, id);
    if (!result) {
        throw std::runtime_error(method + ": " + result.error().message());
    }
    return *std::move(result);
}

Hash32 Devnet::send(std::size_t from, const std::optional<Address>& to, ByteView data) {
    Json transaction{{"from", account(from).hex()}, {"data", to_hex(data)}, {"gas", quantity(gas_limit)}};
    if (to) {
        transaction["to"] = to->hex();
    }
    return demand(Hash32::parse(rpc("eth_sendTransaction", Json::array({transaction})).get<std::string>()));
}

void Devnet::mine(std::uint64_t blocks) {
    rpc("anvil_mine", Json::array({quantity(blocks), quantity(seconds_per_block)}));
}

Address Devnet::deploy(std::size_t from, std::string_view contract) {
    const Hash32 hash = send(from, {}, bytecode(contract));
    mine();
    const Json receipt = rpc("eth_getTransactionReceipt", Json::array({hash.hex()}));
    return demand(codec::address_member(receipt, "contractAddress", "receipt"));
}

std::uint64_t Devnet::head() {
    return demand(U256::parse_quantity(rpc("eth_blockNumber").get<std::string>())).to_u64().value();
}

std::uint64_t Devnet::block_of(const Hash32& transaction) {
    const Json receipt = rpc("eth_getTransactionReceipt", Json::array({transaction.hex()}));
    return demand(codec::quantity_member(receipt, "blockNumber", "receipt")).to_u64().value();
}

chain::BlockEvidence Devnet::block(std::uint64_t number) {
    const Json block = rpc("eth_getBlockByNumber", Json::array({quantity(number), true}));
    const Json receipts = rpc("eth_getBlockReceipts", Json::array({quantity(number)}));
    chain::BlockEvidence out =
        demand(chain::block_from_rpc(block, receipts, {chain::SourceKind::endpoint, "devnet"}));
    if (!out.contradictions.empty() || !out.receipts_proven || !out.transactions_proven) {
        throw std::runtime_error("the node contradicts itself in block " + std::to_string(number));
    }
    return out;
}

} // namespace anchorscope::devnet
