// What the tests of the ladder share: the shipped samples as requests and evidence, and blocks made up here,
// whose header, tries and receipts fit together as a forger would make them fit.
#pragma once
#include "core/anchor/anchor_event.h"
#include "core/chain/evidence_file.h"
#include "core/chain/trie.h"
#include "core/crypto/erc55.h"
#include "core/verify/report.h"
#include "tests/core/core_test_support.h"

namespace anchorscope::test {

using verify::Evidence;
using verify::Report;
using verify::Request;
using verify::RungId;
using verify::RungState;
using verify::Verdict;

inline std::string sample_file(const std::string& name) {
    QFile file(QString::fromStdString(ANCHORSCOPE_SOURCE_DIR "/resources/samples/" + name));
    return file.open(QIODevice::ReadOnly) ? file.readAll().toStdString() : std::string();
}

inline std::shared_ptr<const table::TableSource> source_of(std::string_view content,
                                                           std::string name = "table.hex") {
    const ByteView view = bytes_of(content);
    return std::make_shared<table::TableSource>(
        table::load_source(std::move(name), Bytes(view.begin(), view.end())).value());
}

inline Address address(std::string_view hex) { return Address::parse(hex).value(); }

/// A request with its evidence; `report` runs the whole ladder.
struct Case {
    Request request;
    Evidence evidence;

    [[nodiscard]] Report report() const {
        std::optional<verify::TablePart> part;
        if (request.table) {
            part = verify::examine_table(*request.table);
        }
        const auto tree = verify::tree_for(request, evidence);
        return verify::verify(request, evidence, part ? &*part : nullptr, tree.get());
    }
};

/// A shipped sample with its pins, contract, manager and chain stated, as the program does for its own
/// samples.
inline Case sample(const std::string& id) {
    Case out;
    out.request.source = source_of(sample_file(id + "/table.hex"));
    out.request.table = table::decode_table(out.request.source).value();
    if (const std::string envelope = sample_file(id + "/envelope.json"); !envelope.empty()) {
        out.request.envelope = anchor::read_envelope(envelope).value();
        out.request.envelope_name = "envelope.json";
    }
    auto file = chain::read_evidence(sample_file(id + "/evidence.json"), "evidence.json").value();
    out.evidence.blocks = std::move(file.blocks);
    out.evidence.file_chain_id = file.chain_id;
    const auto list = codec::parse_json(sample_file("samples.json")).value();
    for (const codec::Json& each : list["samples"]) {
        if (each["id"] != id) {
            continue;
        }
        out.request.expect.contract = crypto::parse_checksummed(each["contract"].get<std::string>()).value();
        out.request.expect.manager = crypto::parse_checksummed(each["manager"].get<std::string>()).value();
        for (const codec::Json& pin : each["pins"]) {
            out.request.pins.push_back(
                {U256::parse_decimal(pin["chain_id"].get<std::string>()).value().to_u64(),
                 U256::parse_decimal(pin["number"].get<std::string>()).value().to_u64().value(),
                 word(pin["hash"].get<std::string>()), "sample"});
        }
    }
    return out;
}

// ---- Blocks made up here
// ----------------------------------------------------------------------------------------

struct MadeTransaction {
    std::optional<std::uint64_t> chain_id = 77001; ///< empty: a legacy transaction from before EIP-155
    Address to;
    Bytes input;
    std::uint64_t nonce = 0;
};

/// EIP-1559 (or legacy without a chain id), with a signature that only has the right form.
inline chain::Transaction make(const MadeTransaction& what) {
    codec::RlpWriter out;
    out.open_list();
    if (what.chain_id) {
        out.u64(*what.chain_id);
    }
    out.u64(what.nonce);
    out.u64(1);
    if (what.chain_id) {
        out.u64(2);
    }
    out.u64(100000);
    out.bytes(what.to.bytes);
    out.u64(0);
    out.bytes(what.input);
    if (what.chain_id) {
        out.open_list();
        out.close_list();
    }
    out.u64(what.chain_id ? 0 : 27);
    out.u64(1);
    out.u64(1);
    out.close_list();
    Bytes raw = out.take();
    if (what.chain_id) {
        raw.insert(raw.begin(), 2);
    }
    return chain::decode_transaction(raw).value();
}

inline chain::Receipt make_receipt(std::vector<chain::Log> logs, bool succeeded = true) {
    chain::Receipt out;
    out.type = 2;
    out.succeeded = succeeded;
    out.cumulative_gas_used = 21000;
    out.logs = std::move(logs);
    return out;
}

/// A London header around the given roots.
inline chain::Header make_header(std::uint64_t number, std::uint64_t timestamp,
                                 const Hash32& transactions_root, const Hash32& receipts_root) {
    codec::RlpWriter out;
    out.open_list();
    for (int zero = 0; zero < 2; ++zero) { // parentHash, ommersHash
        out.bytes(Hash32{}.bytes);
    }
    out.bytes(Address{}.bytes); // coinbase
    for (const Hash32& root : {Hash32{}, transactions_root, receipts_root}) {
        out.bytes(root.bytes);
    }
    out.bytes(chain::Bloom{});
    for (const std::uint64_t value :
         {std::uint64_t{0}, number, std::uint64_t{30000000}, std::uint64_t{21000}, timestamp}) {
        out.u64(value); // difficulty, number, gasLimit, gasUsed, timestamp
    }
    out.bytes({});
    out.bytes(Hash32{}.bytes); // mixHash
    out.bytes(std::array<std::uint8_t, 8>{});
    out.u64(7); // baseFeePerGas
    out.close_list();
    return chain::decode_header(out.take()).value();
}

/// Gives a block a header that fits its contents: what a forger does.
inline void refit(chain::BlockEvidence& block) {
    block.bodies_known = true;
    block.seal();
    block.header = make_header(block.header.number, block.header.timestamp, block.transactions_root,
                               block.receipts_root);
    block.seal();
}

inline chain::BlockEvidence make_block(std::uint64_t number, std::vector<chain::Transaction> transactions,
                                       std::vector<chain::Receipt> receipts,
                                       std::uint64_t timestamp = 1700000000) {
    chain::BlockEvidence out;
    out.source = {chain::SourceKind::file, "evidence.json"};
    out.header.number = number;
    out.header.timestamp = timestamp;
    out.transactions = std::move(transactions);
    out.receipts = std::move(receipts);
    refit(out);
    return out;
}

inline chain::Log recorded_log(const Address& contract, const Hash32& digest, const Address& committer) {
    return {
        contract, {anchor::topic0(anchor::anchor_event_kinds().front()), digest, committer.to_word()}, {}};
}

inline const Address made_contract = Address::parse("0x00000000000000000000000000000000000000c1").value();
inline const Address made_committer = Address::parse("0x00000000000000000000000000000000000000c2").value();
inline constexpr std::uint64_t made_chain = 77001;
inline constexpr std::uint64_t made_number = 41;

/// An opaque observation anchored by the second log of the second transaction of a made-up block, which is
/// pinned.
inline Case made_case() {
    Case out;
    out.request.source = source_of("an observation that is no table", "observation.txt");
    const Hash32 digest = crypto::sha256(out.request.source->bytes());
    const chain::Log other{made_contract, {word("0x" + std::string(64, '1'))}, {1, 2, 3}};
    const auto transaction = make({made_chain, made_contract, {1}, 1});
    out.evidence.blocks.push_back(make_block(
        made_number, {make({made_chain, made_contract, {}, 0}), transaction},
        {make_receipt({}), make_receipt({other, recorded_log(made_contract, digest, made_committer)})}));
    anchor::Envelope envelope;
    envelope.version = "erc8281/1";
    envelope.digest = digest;
    envelope.hash_function = crypto::HashFunction::sha2_256;
    envelope.chain_id = made_chain;
    envelope.contract = made_contract;
    envelope.tx_hash = transaction.hash;
    envelope.block_number = made_number;
    envelope.receipt_log_position = 1;
    envelope.committer = made_committer;
    envelope.block_hash = out.evidence.blocks[0].header.hash;
    out.request.envelope = envelope;
    out.evidence.file_chain_id = made_chain;
    out.request.expect.contract = made_contract;
    out.request.pins.push_back({made_chain, made_number, out.evidence.blocks[0].header.hash, "user"});
    return out;
}

/// After a change of the block's contents: a fitting header, and envelope and pin that follow it.
inline void follow(Case& each) {
    refit(each.evidence.blocks[0]);
    const chain::BlockEvidence& block = each.evidence.blocks[0];
    each.request.envelope->block_hash = block.header.hash;
    each.request.envelope->tx_hash = block.transactions.back().hash;
    each.request.pins = {{made_chain, block.header.number, block.header.hash, "user"}};
}

/// An endpoint of the made-up chain that has `hash` at `number`.
inline verify::EndpointState endpoint(std::string name, std::uint64_t number, std::optional<Hash32> hash,
                                      std::optional<std::uint64_t> finalized = {}) {
    verify::EndpointState out;
    out.name = std::move(name);
    out.chain_id = made_chain;
    out.canonical[number] = hash;
    out.finalized_number = finalized;
    out.finality_unsupported = false;
    return out;
}

// ---- What a report says, in one line
// ------------------------------------------------------------------------------

inline const verify::Rung& rung(const Report& report, RungId id) {
    return report.rungs[static_cast<std::size_t>(id)];
}

/// "passed", or "failed event.reverted".
inline QByteArray state(const Report& report, RungId id) {
    QByteArray out = shown(name(rung(report, id).state));
    return rung(report, id).rule.empty() ? out : out + ' ' + shown(rung(report, id).rule);
}

inline QByteArray verdict(const Report& report) { return shown(name(report.verdict)); }

inline bool has_finding(const Report& report, std::string_view rule) {
    return std::ranges::find(report.findings, rule, &Finding::rule) != report.findings.end();
}

/// The first finding under the rule; an empty one where there is none.
inline Finding finding(const Report& report, std::string_view rule) {
    const auto found = std::ranges::find(report.findings, rule, &Finding::rule);
    return found == report.findings.end() ? Finding{} : *found;
}

} // namespace anchorscope::test
