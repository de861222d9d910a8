// State proofs of a live node: its own account and storage proofs, and block hashes kept in state (EIP-2935).
// Where the node does not keep them by itself, the test puts the hashes where the protocol would.
#include "core/chain/history_contract.h"
#include "tests/devnet/calldata.h"
#include "tests/devnet/devnet.h"
#include <QtTest>

using namespace anchorscope;
using namespace anchorscope::devnet;

namespace {

/// A value, and this one.
bool is(const Result<Hash32>& result, const Hash32& expected) { return result && *result == expected; }

} // namespace

class HistoryTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void accountsAndAbsence();
    void wordsAndAbsence();
    void anAncestorsHash();
    void everyLieIsRefused();

private:
    std::unique_ptr<Devnet> m_chain;
    Address m_contract = Address::from(Bytes(20, 0x42));

    Json proof(const Address& address, const Hash32& slot, std::uint64_t number) {
        return m_chain->rpc("eth_getProof",
                            Json::array({address.hex(), Json::array({slot.hex()}), quantity(number)}));
    }
    void store(const Address& address, std::uint64_t slot, const Hash32& word) {
        m_chain->rpc("anvil_setStorageAt",
                     Json::array({address.hex(), U256(slot).to_word().hex(), word.hex()}));
    }
};

void HistoryTest::initTestCase() {
    if (Devnet::program().isEmpty()) {
        QSKIP("anvil is not installed (packaging/test does that, or set ANCHORSCOPE_ANVIL): NOTHING WAS "
              "TESTED");
    }
    m_chain = std::make_unique<Devnet>(77001);
    m_chain->rpc("anvil_setCode",
                 Json::array({m_contract.hex(), "0x00"})); // an account without code is swept
    m_chain->rpc("anvil_setCode", Json::array({chain::history_contract().hex(), history_code()}));
    for (std::uint64_t slot = 0; slot < 200; ++slot) {
        store(m_contract, 3 * slot, U256(slot + 1).to_word());
    }
    m_chain->mine(20);
    for (std::uint64_t number = 0; number < m_chain->head(); ++number) {
        store(chain::history_contract(), number % 8191, m_chain->block(number).header.hash);
    }
    m_chain->mine();
}

void HistoryTest::accountsAndAbsence() {
    const std::uint64_t head = m_chain->head();
    const Hash32 root = m_chain->block(head).header.state_root;
    const Address nobody = Address::from(Bytes(20, 0x99));
    for (const Address& address : {m_contract, m_chain->account(0), nobody}) {
        const auto nodes = chain::storage_proof_from_rpc(proof(address, {}, head), {});
        QVERIFY2(nodes, nodes ? "" : nodes.error().message().c_str());
        const auto account = chain::prove_account(root, address, nodes->account_nodes);
        QVERIFY2(account, account ? "" : account.error().message().c_str());
        QCOMPARE(account->has_value(), address != nobody);
    }
    QVERIFY(is(chain::storage_from_rpc(proof(nobody, {}, head), root, nobody, {}), Hash32{}));
    QVERIFY(is(chain::storage_from_rpc(proof(m_chain->account(0), {}, head), root, m_chain->account(0), {}),
               Hash32{}));
}

void HistoryTest::wordsAndAbsence() {
    const std::uint64_t head = m_chain->head();
    const Hash32 root = m_chain->block(head).header.state_root;
    for (std::uint64_t number = 0; number < 620; number += 31) {
        const Hash32 slot = U256(number).to_word();
        const auto word = chain::storage_from_rpc(proof(m_contract, slot, head), root, m_contract, slot);
        QVERIFY2(word, word ? "" : word.error().message().c_str());
        const bool there = number % 3 == 0 && number < 600;
        QVERIFY(*word == U256(there ? number / 3 + 1 : 0).to_word());
    }
}

void HistoryTest::anAncestorsHash() {
    const std::uint64_t head = m_chain->head();
    const chain::Header header = m_chain->block(head).header;
    for (std::uint64_t number = 1; number + 1 < head; ++number) {
        const Json answer = proof(chain::history_contract(), chain::history_slot(number), head);
        const auto hash = chain::ancestor_hash_from_rpc(answer, header, number);
        QVERIFY2(hash, hash ? "" : hash.error().message().c_str());
        QVERIFY(*hash == m_chain->block(number).header.hash);
        const chain::HistoryProof kept{
            header, number, chain::storage_proof_from_rpc(answer, chain::history_slot(number)).value()};
        QVERIFY(is(kept.hash(), *hash));
    }
    const std::uint64_t ahead = head + 1; // no hash of a block to come, whatever its slot holds
    QVERIFY(!chain::ancestor_hash_from_rpc(proof(chain::history_contract(), chain::history_slot(ahead), head),
                                           header, ahead));
}

void HistoryTest::everyLieIsRefused() {
    const std::uint64_t head = m_chain->head();
    const chain::Header header = m_chain->block(head).header;
    const Json answer = proof(chain::history_contract(), chain::history_slot(5), head);
    QVERIFY(chain::ancestor_hash_from_rpc(answer, header, 5));
    QVERIFY(!chain::ancestor_hash_from_rpc(answer, header, 6));
    QVERIFY(!chain::ancestor_hash_from_rpc(answer, m_chain->block(head - 1).header, 5)); // another state
    std::size_t lies = 0;
    for (const char* list : {"/accountProof", "/storageProof/0/proof"}) {
        const Json::json_pointer place(list);
        for (std::size_t node = 0; node < answer[place].size(); ++node) {
            const auto text = answer[place][node].get<std::string>();
            for (std::size_t digit = 2; digit < text.size(); digit += 7, ++lies) {
                Json lie = answer;
                std::string changed = text;
                changed[digit] = changed[digit] == '0' ? '1' : '0';
                lie[place][node] = changed;
                QVERIFY(!chain::ancestor_hash_from_rpc(lie, header, 5));
            }
        }
    }
    QVERIFY(lies > 100);
    // The node's state has another contract at that address now: the words it keeps are still proven, and are
    // no block hashes.
    m_chain->rpc("anvil_setCode", Json::array({chain::history_contract().hex(), "0x00"}));
    m_chain->mine();
    const chain::Header foreign = m_chain->block(m_chain->head()).header;
    const Json kept = proof(chain::history_contract(), chain::history_slot(5), foreign.number);
    QVERIFY(is(
        chain::storage_from_rpc(kept, foreign.state_root, chain::history_contract(), chain::history_slot(5)),
        m_chain->block(5).header.hash));
    const auto refused = chain::ancestor_hash_from_rpc(kept, foreign, 5);
    QVERIFY(!refused);
    QCOMPARE(QByteArray::fromStdString(std::string(refused.error().rule)), QByteArray("history.code"));
}

QTEST_GUILESS_MAIN(HistoryTest)
#include "test_history.moc"
