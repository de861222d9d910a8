// Over 500 lines: one reader for each kind of need, all of which fill the same evidence.
#include "model/session/answers.h"
#include "core/chain/block_raw.h"
#include "core/verify/walks.h"
#include "model/net/capabilities.h"

namespace anchorscope::model {

namespace {

using codec::Json;
using verify::EndpointState;
using verify::NeedKind;

Result<std::uint64_t> quantity(const Json& value) {
    if (!value.is_string()) {
        return fail(codec::rules::json_type, "expected a quantity");
    }
    const Result<U256> number = U256::parse_quantity(value.get_ref<const std::string&>());
    if (!number) {
        return tl::unexpected(number.error());
    }
    if (!number->to_u64()) {
        return fail(codec::rules::json_value, "expected a quantity below 2^64");
    }
    return *number->to_u64();
}

/// Between two answers a chain goes on: a finalized head may be above a newest block asked for beside it.
constexpr std::uint64_t blocks_between_answers = 16;

Result<std::uint64_t> numberOf(const Json& block) {
    const Result<const Json*> number = codec::member(block, "number", "block");
    return number ? quantity(**number) : tl::unexpected(number.error());
}

/// The answer at `index`, or null where there is none or an error.
const Json* value(const Answer& answer, std::size_t index) {
    const bool there = index < answer.parts.size() && answer.parts[index] && answer.parts[index]->has_value();
    return there ? &**answer.parts[index] : nullptr;
}

const Error* error(const Answer& answer, std::size_t index) {
    const bool there =
        index < answer.parts.size() && answer.parts[index] && !answer.parts[index]->has_value();
    return there ? &answer.parts[index]->error() : nullptr;
}

class Absorber {
public:
    Absorber(verify::Evidence& evidence, const Answer& answer)
        : m_evidence(evidence), m_answer(answer), m_endpoint(evidence.endpoints.at(answer.need.endpoint)) {}

    void absorb() {
        switch (m_answer.need.kind) {
        case NeedKind::chain_id:
            chainId();
            break;
        case NeedKind::receipt_location:
            receiptLocation();
            break;
        case NeedKind::block:
            block();
            break;
        case NeedKind::canonical_hash:
            canonicalHash();
            break;
        case NeedKind::finalized_head:
            finalizedHead();
            break;
        case NeedKind::header:
            headers();
            break;
        case NeedKind::history_proof:
            historyProof();
            break;
        case NeedKind::trace:
            trace();
            break;
        case NeedKind::call:
            call();
            break;
        case NeedKind::raw_block:
            rawBlock();
            break;
        case NeedKind::rollup_logs:
            rollupLogs();
            break;
        }
    }

private:
    void failed(const Error& why) {
        if (!m_endpoint.failure) {
            m_endpoint.failure = why.message();
        }
    }

    /// The result of the only answer; null after a failure, which is noted.
    const Json* result() {
        if (const Error* why = error(m_answer, 0)) {
            failed(*why);
        }
        return value(m_answer, 0);
    }

    void chainId() {
        const Json* answer = result();
        if (!answer) {
            return;
        }
        if (const Result<std::uint64_t> id = quantity(*answer)) {
            m_endpoint.chain_id = *id;
        } else {
            failed(id.error());
        }
        m_endpoint.head_number = newestBlock(1); // for display only: a bad answer is left out
    }

    std::optional<std::uint64_t> newestBlock(std::size_t part) {
        const Json* head = value(m_answer, part);
        const Result<std::uint64_t> number =
            head ? quantity(*head) : fail(codec::rules::json_missing, "no answer");
        if (head && !number) {
            unusable("eth_blockNumber: " + number.error().message());
        }
        return number ? std::optional(*number) : std::nullopt;
    }

    /// The chain id once more, beside what is taken for a fact about the chain: an endpoint may stand before
    /// nodes of several.
    [[nodiscard]] bool isSameChain() {
        if (const Error* why = error(m_answer, 1)) {
            failed(*why);
            return false;
        }
        const Json* again = value(m_answer, 1);
        if (!again) { // not asked
            return true;
        }
        const Result<std::uint64_t> id = quantity(*again);
        if (id && *id == m_endpoint.chain_id) {
            return true;
        }
        failed(id ? Error{rules::endpoint_chain,
                          "eth_chainId",
                          {},
                          "another chain than before: " + std::to_string(*id)}
                  : id.error());
        return false;
    }

    void receiptLocation() {
        const Json* answer = result();
        if (!answer) {
            return;
        }
        std::optional<chain::ReceiptLocation>& location = m_endpoint.receipts[m_answer.need.hash];
        const Result<chain::ReceiptLocation> found = chain::receipt_location_from_rpc(*answer);
        if (found && found->transaction_hash == m_answer.need.hash) {
            location = *found;
            keepReceipt(*answer);
        } else if (found) {
            unusable("its receipt of " + m_answer.need.hash.hex() + " names another transaction");
        } else if (found.error().rule != chain::rules::rpc_null) {
            unusable(found.error().message());
        }
    }

    /// Where its block is found, core compares the two.
    void keepReceipt(const Json& answer) {
        Result<verify::LoneReceipt> lone = verify::lone_receipt_from_rpc(
            answer, m_answer.need.hash, {chain::SourceKind::endpoint, m_endpoint.name}, m_endpoint.chain_id);
        if (lone) {
            m_evidence.lone_receipts.push_back(*std::move(lone));
        } else {
            unusable("its receipt of " + m_answer.need.hash.hex() + ": " + lone.error().message());
        }
    }

    void canonicalHash() {
        const Json* answer = result();
        if (!answer || !isSameChain()) {
            return;
        }
        const std::uint64_t number = m_answer.need.number;
        if (answer->is_null()) {
            m_endpoint.canonical[number] = std::nullopt;
            return;
        }
        const Result<std::uint64_t> named = numberOf(*answer);
        const Result<Hash32> hash = codec::hash_member(*answer, "hash", "block");
        if (!named || !hash || *named != number) {
            failed(!named  ? named.error()
                   : !hash ? hash.error()
                           : Error{rules::endpoint_block,
                                   "block.number",
                                   {},
                                   "expected block " + std::to_string(number)});
            return;
        }
        Result<chain::Header> header = chain::header_from_rpc(*answer, "block");
        if (!header || header->hash != *hash) { // a hash that nothing stands behind is no vote
            m_endpoint.unusable_heights.insert(number);
            note(rules::endpoint_header,
                 "block " + std::to_string(number) + ": " +
                     (header ? "claims the hash " + hash->hex() + ", its header has " + header->hash.hex()
                             : header.error().message()));
            return;
        }
        m_endpoint.canonical[number] = *hash;
        m_endpoint.headers.insert_or_assign(number, std::move(*header));
    }

    /// A walk goes on as far as the headers link; only the first was asked for by its hash.
    void headers() {
        const Error* why = error(m_answer, 0);
        if (why && why->rule != chain::rules::rpc_error) {
            failed(*why);
            return;
        }
        for (std::size_t i = 0; i < m_answer.parts.size(); ++i) {
            const Json* block = value(m_answer, i);
            const auto added = block ? append(*block) : Result<void>(tl::unexpected(missingPart(i)));
            if (!added && i == 0) {
                m_endpoint.missing_headers.insert(m_answer.need.hash);
                note(rules::endpoint_header,
                     "header " + m_answer.need.hash.hex() + ": " + added.error().message());
            }
            if (!added) {
                return;
            }
        }
    }

    [[nodiscard]] Error missingPart(std::size_t index) const {
        const Error* why = error(m_answer, index);
        return why ? *why : Error{chain::rules::rpc_null, "block", {}, "not there"};
    }

    /// To every walk that waits for it: two pins may lead to the same header.
    Result<void> append(const Json& block) {
        if (block.is_null()) {
            return fail(chain::rules::rpc_null, "the endpoint knows no such block", {}, "block");
        }
        const Result<chain::Header> header = chain::header_from_rpc(block, "block");
        if (!header) {
            return tl::unexpected(header.error());
        }
        bool linked = false;
        for (chain::HeaderWalk& walk : m_evidence.walks) {
            linked = (walk.next_hash() == header->hash && walk.append(header->rlp)) || linked;
        }
        if (!linked) { // the first of a walk, or none that is wanted
            const bool first = header->hash == m_answer.need.hash && header->number == m_answer.need.number;
            return first
                       ? verify::walk_from(m_evidence, header->number, header->hash).append(header->rlp)
                       : fail(chain::rules::walk_link, "another header than the one asked for", {}, "block");
        }
        return {};
    }

    /// Proven here, under the header that a walk holds: what does not prove a hash is not kept.
    void historyProof() {
        const Hash32& at = m_answer.need.hash;
        const std::uint64_t number = m_answer.need.number;
        const Result<chain::HistoryProof> proof = provenHistory();
        if (proof) {
            m_evidence.history.push_back(*proof);
            return;
        }
        m_endpoint.missing_histories.insert({at, number});
        if (proof.error().rule != chain::rules::rpc_error) { // many endpoints give no proofs
            unusable("the hash of block " + std::to_string(number) + " in the state of " + at.hex() + ": " +
                     proof.error().message());
        }
    }

    [[nodiscard]] Result<chain::HistoryProof> provenHistory() const {
        const auto walk = std::ranges::find(m_evidence.walks, m_answer.need.hash, &chain::HeaderWalk::from);
        const Json* answer = value(m_answer, 0);
        if (!answer || walk == m_evidence.walks.end() || walk->headers().empty()) {
            return tl::unexpected(missingPart(0));
        }
        const chain::Header& header = *walk->headers().front();
        const std::uint64_t number = m_answer.need.number;
        const Result<Hash32> hash = chain::ancestor_hash_from_rpc(*answer, header, number);
        if (!hash) {
            return tl::unexpected(hash.error());
        }
        return chain::storage_proof_from_rpc(*answer, chain::history_slot(number))
            .map([&](chain::StorageProof nodes) {
                return chain::HistoryProof{header, number, std::move(nodes)};
            });
    }

    void call() {
        const verify::Need& need = m_answer.need;
        const Json* answer = value(m_answer, 0);
        verify::CallAnswer out{
            {chain::SourceKind::endpoint, m_endpoint.name}, need.hash, need.to, need.data, std::nullopt};
        if (answer && answer->is_string()) {
            if (auto output = from_hex(answer->get_ref<const std::string&>())) {
                out.output = std::move(*output);
            }
        }
        if (!out.output) {
            unusable("call of " + need.to.hex() + ": " +
                     (answer ? std::string("no bytes") : missingPart(0).message()));
        }
        m_evidence.calls.push_back(std::move(out));
    }

    void trace() {
        const Hash32& transaction = m_answer.need.hash;
        const Json* answer = value(m_answer, 0);
        auto trace = answer ? chain::call_trace_from_rpc(*answer)
                            : Result<chain::CallTrace>(tl::unexpected(missingPart(0)));
        if (trace) {
            m_evidence.traces.push_back({{chain::SourceKind::endpoint, m_endpoint.name},
                                         transaction,
                                         std::make_shared<const chain::CallTrace>(std::move(*trace))});
            return;
        }
        m_endpoint.missing_traces.insert(transaction); // many endpoints do not trace: no failure of theirs
        if (m_answer.parts.empty() || !m_answer.parts[0] || !methodMissing(*m_answer.parts[0])) {
            unusable("trace of " + transaction.hex() + ": " + trace.error().message());
        }
    }

    void finalizedHead() {
        if (const Json* safe = value(m_answer, 1)) { // for display only: a bad answer is left out
            if (const Result<std::uint64_t> number = numberOf(*safe)) {
                m_endpoint.safe_number = *number;
            }
        }
        const Error* why = error(m_answer, 0);
        const Json* answer = value(m_answer, 0);
        if ((why && why->rule == chain::rules::rpc_error) || (answer && answer->is_null())) {
            m_endpoint.finality_unsupported = true;
        } else if (why) {
            failed(*why);
        } else if (answer) {
            if (const Result<std::uint64_t> number = numberOf(*answer)) {
                finalizedAt(*number);
            } else {
                failed(number.error());
            }
        }
    }

    void finalizedAt(std::uint64_t number) {
        const std::optional<std::uint64_t> newest = newestBlock(2), before = m_endpoint.head_number;
        if (newest && before && *newest < *before) {
            note(rules::endpoint_head_back,
                 "its newest block was " + std::to_string(*before) + ", then " + std::to_string(*newest),
                 Severity::info);
        }
        m_endpoint.head_number = newest ? newest : before;
        if (newest && number > *newest && number - *newest > blocks_between_answers) {
            failed({rules::endpoint_finalized,
                    "finalized",
                    {},
                    "block " + std::to_string(number) + " is said to be final, and " +
                        std::to_string(*newest) + " to be the newest"});
        } else {
            m_endpoint.finalized_number = number;
        }
    }

    void block() {
        for (std::size_t i = 0; i < m_answer.parts.size(); ++i) {
            const Error* why = error(m_answer, i);
            if (why && why->rule != chain::rules::rpc_error) { // the connection, not the question
                failed(*why);
                return;
            }
        }
        const Json* block = value(m_answer, 0);
        if (block && block->is_null()) {
            missing(rules::endpoint_missing, "it has no such block");
            return;
        }
        const Result<Json> receipts = block ? gatherReceipts() : tl::unexpected(*error(m_answer, 0));
        if (!receipts) {
            missing(rules::endpoint_unusable, receipts.error().message());
            return;
        }
        Result<chain::BlockEvidence> evidence =
            chain::block_from_rpc(*block, *receipts, {chain::SourceKind::endpoint, m_endpoint.name});
        if (!evidence) {
            missing(rules::endpoint_unusable, evidence.error().message());
        } else if (evidence->header.hash != m_answer.need.hash) {
            missing(rules::endpoint_block,
                    "what it gave for this hash has the hash " + evidence->header.hash.hex());
        } else {
            if (!evidence->bodies_known) {
                note(rules::endpoint_bodies, "block " + m_answer.need.hash.hex() +
                                                 ": not all of its transactions are given, or can be read");
            }
            m_evidence.blocks.push_back(std::move(*evidence));
        }
    }

    /// Consensus bytes claim nothing beside themselves: they give the block's roots and its hash, or are
    /// refused.
    void rawBlock() {
        const Hash32& hash = m_answer.need.hash;
        for (std::size_t i = 0; i < m_answer.parts.size(); ++i) {
            const bool told = m_answer.parts[i] && saysNotOffered(*m_answer.parts[i]);
            m_endpoint.raw_unsupported = m_endpoint.raw_unsupported || told;
        }
        const Json* block = value(m_answer, 0);
        const Json* receipts = value(m_answer, 1);
        auto evidence = block && receipts
                            ? chain::block_from_raw_block(*block, *receipts,
                                                          {chain::SourceKind::endpoint, m_endpoint.name})
                            : Result<chain::BlockEvidence>(tl::unexpected(missingPart(block ? 1 : 0)));
        if (evidence && evidence->header.hash != hash) {
            evidence = fail(rules::endpoint_block, "has the hash " + evidence->header.hash.hex());
        }
        if (evidence) {
            m_evidence.blocks.push_back(*std::move(evidence));
            return;
        }
        m_endpoint.missing_raw_blocks.insert(hash);
        if (!m_endpoint.raw_unsupported) { // most endpoints do not offer them
            unusable("consensus bytes of block " + hash.hex() + ": " + evidence.error().message());
        }
    }

    void rollupLogs() {
        verify::RollupSearch out{
            {chain::SourceKind::endpoint, m_endpoint.name}, m_answer.need.to, {}, false, {}};
        if (const auto& search = m_answer.search) {
            for (const anchor::LogHint& hint : search->hits()) {
                const bool known = std::ranges::find(out.blocks, hint.block_hash) != out.blocks.end();
                if (!known && out.blocks.size() < verify::max_rollups_searched) {
                    out.blocks.push_back(hint.block_hash);
                }
            }
            out.complete = search->complete() && search->unsearched().empty() && !search->hits_cut();
            out.words = search->words();
        }
        note(rules::endpoint_rollups,
             "the manager's logs of rollups (RollupCreated): " + out.words +
                 (m_answer.searchError ? "; " + m_answer.searchError->message() : std::string()),
             Severity::info);
        m_evidence.rollup_searches.push_back(std::move(out));
    }

    /// The receipts as one array, from one answer or from single ones.
    [[nodiscard]] Result<Json> gatherReceipts() const {
        if (const Json* receipts = value(m_answer, 1)) {
            return *receipts;
        }
        Json list = Json::array();
        for (std::size_t i = 2; i < m_answer.parts.size(); ++i) {
            const Json* receipt = value(m_answer, i);
            if (!receipt) {
                return tl::unexpected(*error(m_answer, i));
            }
            list.push_back(*receipt);
        }
        const Error* why = error(m_answer, 1);
        return list.empty() && why ? Result<Json>(tl::unexpected(*why)) : Result<Json>(std::move(list));
    }

    /// The block counts as not given by this endpoint, and a finding says why.
    void missing(std::string_view rule, const std::string& why) {
        m_endpoint.missing_blocks.insert(m_answer.need.hash);
        note(rule, "block " + m_answer.need.hash.hex() + ": " + why);
    }

    void unusable(const std::string& why) { note(rules::endpoint_unusable, why); }

    void note(std::string_view rule, const std::string& text, Severity severity = Severity::warning) {
        m_evidence.findings.push_back({std::string(rule), severity, m_endpoint.name, {}, text});
    }

    verify::Evidence& m_evidence;
    const Answer& m_answer;
    EndpointState& m_endpoint;
};

} // namespace

std::shared_ptr<const verify::Evidence> absorb(const verify::Evidence& evidence,
                                               const std::vector<Answer>& answers) {
    auto next = std::make_shared<verify::Evidence>(evidence);
    for (const Answer& answer : answers) {
        Absorber(*next, answer).absorb();
    }
    return next;
}

bool methodMissing(const Result<codec::Json>& answer) {
    if (answer || answer.error().rule != chain::rules::rpc_error) {
        return false;
    }
    const std::string& text = answer.error().text; // begins with the code
    return text.starts_with("-32601") || text.starts_with("-32004");
}

QStringList transactionHashes(const codec::Json& block) {
    QStringList hashes;
    const auto transactions = block.is_object() ? block.find("transactions") : block.end();
    if (!block.is_object() || transactions == block.end() || !transactions->is_array()) {
        return {};
    }
    for (const Json& transaction : *transactions) {
        const auto hash = transaction.is_object() ? transaction.find("hash") : transaction.end();
        const Json& text = transaction.is_object() && hash != transaction.end() ? *hash : transaction;
        if (!text.is_string()) {
            return {};
        }
        hashes += QString::fromStdString(text.get<std::string>());
    }
    return hashes;
}

} // namespace anchorscope::model
