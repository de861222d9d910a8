// A local chain of a test's own: an anvil process on a free port, mining only when told, block n at genesis +
// 12·n s. Limits: 1. everything is synchronous, on one thread, with an event loop inside (a LyingProxy may
// live beside it);
// 2. what goes wrong is thrown as std::runtime_error: no test goes on with half a chain.
#pragma once
#include "core/chain/rpc_answers.h"
#include "core/codec/json.h"
#include <QNetworkAccessManager>
#include <QProcess>
#include <QUrl>

namespace anchorscope::devnet {

using codec::Json;

class Devnet {
public:
    /// The node's binary; empty where there is none (then tests skip).
    [[nodiscard]] static QString program();

    explicit Devnet(std::uint64_t chain_id);
    ~Devnet();
    Q_DISABLE_COPY_MOVE(Devnet)

    [[nodiscard]] std::uint64_t chain_id() const { return m_chain_id; }
    [[nodiscard]] QUrl url() const;
    /// The result; an error that the node answers is thrown.
    Json rpc(const std::string& method, const Json& params = Json::array());

    /// One of the node's own, unlocked accounts.
    [[nodiscard]] Address account(std::size_t index) const { return m_accounts.at(index); }
    /// Puts a transaction into the pool and returns its hash; without `to` it creates a contract.
    Hash32 send(std::size_t from, const std::optional<Address>& to, ByteView data);
    void mine(std::uint64_t blocks = 1);
    /// Sends the creation of a contract of artifacts.json, mines it, and returns its address.
    Address deploy(std::size_t from, std::string_view contract);

    [[nodiscard]] std::uint64_t head();
    /// Number of the block that holds a mined transaction.
    std::uint64_t block_of(const Hash32& transaction);
    /// The block as the node tells it, its roots recomputed; a contradiction is thrown.
    chain::BlockEvidence block(std::uint64_t number);

private:
    QByteArray post(const QByteArray& body);

    std::uint64_t m_chain_id;
    QProcess m_node;
    quint16 m_port = 0;
    QNetworkAccessManager m_network;
    std::uint64_t m_next_id = 0;
    std::vector<Address> m_accounts;
};

/// A JSON-RPC quantity.
[[nodiscard]] std::string quantity(std::uint64_t value);

} // namespace anchorscope::devnet
