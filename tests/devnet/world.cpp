#include "tests/devnet/world.h"
#include "tests/devnet/calldata.h"
#include <QFile>
#include <stdexcept>

namespace anchorscope::devnet {
namespace {

constexpr auto sample = ANCHORSCOPE_SOURCE_DIR "/resources/samples/deep-reentry/";

std::string read_sample(const char* name) {
    QFile file(QString::fromLatin1(sample) + QString::fromLatin1(name));
    if (!file.open(QIODevice::ReadOnly)) {
        throw std::runtime_error("cannot read the sample");
    }
    return file.readAll().toStdString();
}

std::string trimmed(std::string text) {
    while (!text.empty() && text.back() == '\n') {
        text.pop_back();
    }
    return text;
}

} // namespace

World::World(std::uint64_t id) : chain(id) {
    // Account and nonce give the stand-in the address that the manager had where the table was recorded.
    emitter = chain.deploy(deployer_account, "Emitter");
    manager = chain.deploy(deployer_account, "ManagerStandIn");
    anchor = chain.deploy(owner_account, "Anchor");
    table = from_hex(trimmed(read_sample("table.hex"))).value();
    digest = crypto::sha256(table);
    const auto evidence = chain::read_evidence(read_sample("evidence.json"), "evidence.json");
    if (!evidence) {
        throw std::runtime_error(evidence.error().message());
    }
    manager_logs = evidence->blocks.at(0).receipts.at(0).logs;
}

Hash32 World::post_table(std::span<const chain::Log> logs) {
    chain.send(poster_account, manager, arm_call(logs));
    chain.mine();
    return chain.send(poster_account, manager, table);
}

Hash32 World::record(const Hash32& what) { return chain.send(committer_account, anchor, record_call(what)); }

Mined World::mined(const Address& to, ByteView data) {
    const Hash32 transaction = chain.send(committer_account, to, data);
    chain.mine();
    return located(transaction);
}

Mined World::anchored() { return mined(anchor, record_call(digest)); }

Mined World::located(const Hash32& transaction) { return {transaction, chain.block_of(transaction)}; }

anchor::Envelope World::envelope(const Mined& anchor_at) {
    anchor::Envelope out;
    out.version = "erc8281/1";
    out.digest = digest;
    out.hash_function = crypto::HashFunction::sha2_256;
    out.chain_id = chain.chain_id();
    out.contract = anchor;
    out.tx_hash = anchor_at.transaction;
    out.block_number = anchor_at.block;
    out.receipt_log_position = 0;
    out.committer = committer();
    out.block_hash = chain.block(anchor_at.block).header.hash;
    return out;
}

std::unique_ptr<CaseFolder> World::honest_case(const Mined& anchor_at) {
    auto out = std::make_unique<CaseFolder>(table);
    out->envelope(envelope(anchor_at));
    const std::vector blocks{chain.block(anchor_at.block)};
    out->evidence(chain.chain_id(), blocks);
    return out;
}

QString World::pin(std::uint64_t number) {
    return QStringLiteral("%1:%2:%3")
        .arg(chain.chain_id())
        .arg(number)
        .arg(text_of(chain.block(number).header.hash));
}

Hash32 recorded_topic() { return crypto::keccak256(bytes_of("Recorded(bytes32,address)")); }

QString text_of(const Hash32& hash) { return QString::fromStdString(hash.hex()); }

QString text_of(const Address& address) { return QString::fromStdString(address.hex()); }

} // namespace anchorscope::devnet
