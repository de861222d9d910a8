#include "tests/adversarial/truth.h"
#include "tests/devnet/calldata.h"

namespace anchorscope::adversarial {

using devnet::Mined;

namespace {

/// keccak-256 of nothing that was ever sent.
const Hash32 invented_transaction = crypto::keccak256(bytes_of("a transaction that was never sent"));

} // namespace

Truth::Truth() : m_world(std::make_unique<devnet::World>()) {
    devnet::World& world = *m_world;
    const Hash32 another = crypto::sha256(bytes_of("another observation"));
    // The anchor's block: the posting with its many logs, then two records.
    world.post_table();
    const Hash32 anchoring = world.record(world.digest);
    world.record(another);
    world.chain.mine();
    m_scenes[Claim::anchored] = told(world.located(anchoring));

    m_scenes[Claim::other_digest] = told(world.mined(world.anchor, devnet::record_call(another)));
    const std::vector topics{devnet::recorded_topic(), world.digest, world.committer().to_word()};
    m_scenes[Claim::other_contract] = told(world.mined(world.emitter, devnet::emit_call(topics)));
    m_scenes[Claim::reverted] = told(world.mined(world.emitter, devnet::fail_call()));
    m_scenes[Claim::invented] = anchored();
    m_scenes[Claim::invented].envelope.tx_hash = invented_transaction;
}

Scene Truth::told(const Mined& at) {
    devnet::Devnet& chain = m_world->chain;
    Scene out;
    out.at = at;
    out.envelope = m_world->envelope(at);
    out.block = chain.rpc("eth_getBlockByNumber", Json::array({devnet::quantity(at.block), true}));
    out.receipts = chain.rpc("eth_getBlockReceipts", Json::array({devnet::quantity(at.block)}));
    while (out.receipts.at(out.index).at("transactionHash") != at.transaction.hex()) {
        ++out.index;
    }
    out.receipt = out.receipts.at(out.index);
    return out;
}

} // namespace anchorscope::adversarial
