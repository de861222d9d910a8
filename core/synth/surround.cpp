// The block around a table: the posting, the transactions that take its entries, the anchor. Its header,
// tries and receipts hold together, as an honest block's do; only a pin makes it authentic.
#include "core/anchor/anchor_event.h"
#include "core/chain/evidence_file.h"
#include "core/chain/trie.h"
#include "core/codec/rlp.h"
#include "core/crypto/hash_function.h"
#include "core/synth/draft.h"
#include "core/synth/event_log.h"
#include "core/synth/traces.h"
#include <set>

namespace anchorscope::synth {
namespace {

using transition::EventBody;

constexpr std::uint64_t made_chain = 77100; ///< of no known chain: no slot clock, no contracts
constexpr std::uint64_t first_block = 1000;
constexpr std::uint64_t first_time = 1'800'000'000; ///< seconds, January 2027
constexpr std::uint64_t gas_each = 90'000;          ///< used by each transaction
constexpr std::uint64_t base_fee = 7;               ///< wei

Address named(std::string_view name) {
    return Address::from(crypto::keccak256(bytes_of(name)).view().subspan(12));
}

/// keccak("name(types)")[0..4] and words.
Bytes call_data(std::string_view signature, std::initializer_list<Hash32> words) {
    const Hash32 hash = crypto::keccak256(bytes_of(signature));
    Bytes out(hash.bytes.begin(), hash.bytes.begin() + 4);
    for (const Hash32& word : words) {
        append(out, word.view());
    }
    return out;
}

/// A receipt and the transaction that it is of.
struct Mined {
    Address to;
    U256 value;
    Bytes input;
    std::vector<chain::Log> logs;
};

/// EIP-1559, with a signature that has the right form and is nobody's.
chain::Transaction transaction_of(const Mined& mined, std::uint64_t nonce, Random& random) {
    codec::RlpWriter out;
    out.open_list();
    out.u64(made_chain);
    out.u64(nonce);
    out.u64(1);
    out.u64(2 * base_fee);
    out.u64(gas_each + 21'000);
    out.bytes(mined.to.bytes);
    out.u256(mined.value);
    out.bytes(mined.input);
    out.open_list();
    out.close_list();
    out.u64(random.below(2));
    for (int part = 0; part < 2; ++part) { // r and s, below the group's order and its half
        Hash32 word = random.word();
        word.bytes[0] = static_cast<std::uint8_t>(1 + word.bytes[0] % 0x7e);
        out.u256(U256::from_word(word));
    }
    out.close_list();
    Bytes raw = out.take();
    raw.insert(raw.begin(), 2);
    return chain::decode_transaction(raw).value();
}

/// Prague's 21 fields.
chain::Header header_of(const chain::BlockEvidence& block, std::uint64_t number, std::uint64_t gas_used,
                        Random& random) {
    std::vector<chain::Log> logs;
    for (const chain::Receipt& receipt : block.receipts) {
        logs.insert(logs.end(), receipt.logs.begin(), receipt.logs.end());
    }
    codec::RlpWriter out;
    out.open_list();
    out.bytes(random.word().bytes);                  // parentHash
    out.bytes(crypto::keccak256(Bytes{0xc0}).bytes); // ommersHash: of an empty list
    out.bytes(random.address().bytes);               // coinbase
    out.bytes(random.word().bytes);                  // stateRoot
    out.bytes(block.transactions_root.bytes);
    out.bytes(block.receipts_root.bytes);
    out.bytes(chain::bloom_of(logs));
    out.u64(0); // difficulty
    out.u64(number);
    out.u64(2 * gas_used);
    out.u64(gas_used);
    out.u64(first_time + 12 * (number - first_block));
    out.bytes({});                  // extraData
    out.bytes(random.word().bytes); // mixHash: randomness
    out.bytes(std::array<std::uint8_t, 8>{});
    out.u64(base_fee);
    out.bytes(chain::empty_trie_root().bytes); // withdrawalsRoot
    out.u64(0);                                // blobGasUsed
    out.u64(0);                                // excessBlobGas
    out.bytes(random.word().bytes);            // parentBeaconBlockRoot
    out.bytes(crypto::sha256({}).bytes);       // requestsHash: of no requests (EIP-7685)
    out.close_list();
    return chain::decode_header(out.take()).value();
}

chain::BlockEvidence block_of(const std::vector<Mined>& mined, std::uint64_t number, Random& random) {
    chain::BlockEvidence out;
    out.source = {chain::SourceKind::file, "evidence.json"};
    std::uint64_t gas = 0;
    for (const Mined& one : mined) {
        out.transactions.push_back(transaction_of(one, out.transactions.size(), random));
        gas += gas_each;
        chain::Receipt receipt;
        receipt.type = 2;
        receipt.succeeded = true;
        receipt.cumulative_gas_used = gas;
        receipt.logs = one.logs;
        out.receipts.push_back(std::move(receipt));
    }
    out.bodies_known = true;
    out.seal();
    out.header = header_of(out, number, gas, random);
    out.seal();
    return out;
}

/// Walks over the calls of a table that leave.
class Proxies {
public:
    explicit Proxies(const Draft& draft) : m_draft(draft) {}

    std::vector<chain::Log> all() {
        for (const PlannedEntry& entry : m_draft.entries) {
            if (entry.called && !entry.incoming) {
                proxy(entry.start);
            }
            visit(entry.start.frame);
        }
        for (const auto& [entry, lookups] : m_draft.looked_up) {
            for (const LookedUp& lookup : lookups) {
                proxy(lookup.call);
                visit(lookup.call.frame);
            }
        }
        return std::move(m_created);
    }

private:
    void visit(const Frame& frame) {
        for (const Item& item : frame) {
            visit(item.calls);
            for (const Leaving& nested : item.nested) {
                proxy(nested);
                visit(nested.frame);
            }
        }
    }

    void proxy(const Leaving& call) {
        const Address at = proxy_of(call.target, call.destination);
        if (m_known.insert(at).second) {
            m_created.push_back(log_of(draft_manager(), m_draft.table.format->side,
                                       transition::ProxyCreated{at, call.target, call.destination}));
        }
    }

    const Draft& m_draft;
    std::set<Address> m_known;
    std::vector<chain::Log> m_created;
};

/// The manager's side of the block.
class Postings {
public:
    Postings(const Draft& draft, const Address& manager) : m_draft(draft), m_manager(manager) {}

    /// Proxies first, then the posting with what is executed in it, then the others, each by itself.
    std::vector<Mined> all() {
        std::vector<Mined> out;
        if (!m_draft.posted) {
            return out;
        }
        if (m_draft.shape.events) {
            out.push_back({m_manager, {}, call_data("prepare()", {}), proxy_logs(m_draft)});
        }
        Mined posting{m_manager, {}, m_draft.calldata, m_draft.stray};
        if (!m_draft.shape.l1 && m_draft.shape.events) {
            load(posting.logs);
        }
        for (const Execution& one : m_draft.executions) {
            if (one.in_posting || m_draft.entries[one.entry].incoming) {
                add_logs(posting.logs, one);
            }
        }
        if (m_draft.shape.l1) {
            std::size_t rollups = 0;
            for (const Batch& batch : m_draft.table.batches) {
                rollups += batch.rollups.size();
            }
            posting.logs.push_back(log(transition::BatchPosted{U256(rollups)}));
        }
        out.push_back(std::move(posting));
        for (const Execution& one : m_draft.executions) {
            if (!one.in_posting && !m_draft.entries[one.entry].incoming) {
                out.push_back(taking(one));
            }
        }
        return out;
    }

private:
    [[nodiscard]] chain::Log log(const EventBody& body) const {
        return log_of(m_manager, m_draft.table.format->side, body);
    }

    void add_logs(std::vector<chain::Log>& to, const Execution& execution) const {
        for (const EventBody& body : execution.events) {
            to.push_back(log(body));
        }
    }

    /// Only the version whose entries the event declares.
    void load(std::vector<chain::Log>& logs) const {
        if (m_draft.table.format->id.starts_with("eez-main")) {
            auto source = table::load_source("table", m_draft.calldata);
            const auto decoded =
                source ? table::decode_table(std::make_shared<const table::TableSource>(*std::move(source)))
                       : tl::unexpected(source.error());
            if (decoded) {
                logs.push_back(loaded_log(m_manager, **decoded));
            }
        }
    }

    [[nodiscard]] Mined taking(const Execution& execution) const {
        const PlannedEntry& entry = m_draft.entries[execution.entry];
        Mined out;
        if (entry.called) {
            out = {proxy_of(entry.start.target, entry.start.destination),
                   entry.start.value,
                   entry.start.data,
                   {}};
        } else {
            out = {m_manager, {}, call_data("executeL2TX(uint256)", {entry.start.destination.to_word()}), {}};
        }
        add_logs(out.logs, execution);
        return out;
    }

    const Draft& m_draft;
    Address m_manager;
};

/// What is committed: of the table as it is, of bytes that do not decode the file.
Result<digest::ObservationDigest> digest_of(const Draft& draft, const Synthetic& made) {
    const ByteView text = bytes_of(made.table_file);
    auto source = table::load_source("table.hex", Bytes(text.begin(), text.end()));
    if (!source) {
        return tl::unexpected(source.error());
    }
    const auto shared = std::make_shared<const table::TableSource>(*std::move(source));
    const auto table = table::decode_table(shared);
    const std::string_view default_profile = table ? "calldata" : "file";
    const digest::Profile* const profile =
        draft.options.profile != nullptr ? draft.options.profile : digest::profile_named(default_profile);
    const auto observation = digest::observe(*profile, {*shared, table ? table->get() : nullptr, nullptr});
    if (!observation) {
        return fail(rules::options,
                    "expected a profile that applies to this table, not " + std::string(profile->id));
    }
    const std::array one{*observation};
    return digest::observation_digests(draft.options.function, one).front();
}

} // namespace

std::vector<chain::Log> proxy_logs(const Draft& draft) { return Proxies(draft).all(); }

Address draft_manager() { return named("a manager that was never deployed"); }

Result<Synthetic> surround(Draft draft) {
    Synthetic out;
    out.format = draft.table.format;
    out.calldata = draft.calldata;
    out.table_file = to_hex(draft.calldata) + "\n";
    out.chain_id = made_chain;
    out.manager = draft_manager();
    out.contract = named("a contract of ERC-8281 that was never deployed");
    out.committer = named("a committer that nobody is");
    const auto digest = digest_of(draft, out);
    if (!digest) {
        return tl::unexpected(digest.error());
    }
    std::vector<Mined> mined = Postings(draft, out.manager).all();
    if (draft.shape.events && draft.posted) {
        out.traces = traces_of(draft);
    }
    if (!draft.shape.l1) { // the rollup's block, of which L1 knows nothing
        for (const Mined& one : mined) {
            chain::Receipt& receipt = out.rollup_receipts.emplace_back();
            receipt.type = 2;
            receipt.succeeded = true;
            receipt.logs = one.logs;
        }
        mined.clear();
    }
    const Hash32 anchored = draft.anchored_other ? crypto::keccak256(digest->value.view()) : digest->value;
    const Hash32 logged = draft.logged_other ? crypto::keccak256(anchored.view()) : anchored;
    const chain::Log recorded{
        out.contract,
        {anchor::topic0(anchor::anchor_event_kinds().front()), logged, out.committer.to_word()},
        {}};
    mined.push_back({out.contract, {}, call_data("record(bytes32)", {logged}), {recorded}});
    out.block = block_of(mined, first_block + draft.options.seed % first_block, draft.random);
    out.evidence_file = chain::write_evidence(made_chain, std::array{out.block});
    out.envelope.version = "erc8281/1";
    out.envelope.digest = anchored;
    out.envelope.hash_function = draft.options.function;
    out.envelope.chain_id = made_chain;
    out.envelope.contract = out.contract;
    out.envelope.tx_hash = out.block.transactions.back().hash;
    out.envelope.block_number = out.block.header.number;
    out.envelope.receipt_log_position = 0;
    out.envelope.committer = out.committer;
    out.envelope.block_hash = out.block.header.hash;
    out.envelope_file = anchor::write_envelope(out.envelope);
    out.pin = {made_chain, out.block.header.number, out.block.header.hash, "user"};
    out.expected = std::move(draft.expected);
    out.verdict = draft.verdict;
    return out;
}

} // namespace anchorscope::synth
