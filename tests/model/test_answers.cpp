// Endpoints' answers become evidence: mainnet block 21925176 as JSON-RPC (a16z/helios, MIT), and what goes
// wrong.
#include "core/chain/rpc_answers.h"
#include "model/items/texts.h"
#include "model/session/answers.h"
#include <QFile>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using codec::Json;
using verify::NeedKind;

namespace {

SharedAnswer value(Json json) { return std::make_shared<const Result<Json>>(std::move(json)); }

SharedAnswer error(std::string_view rule, const std::string& text = "words") {
    return std::make_shared<const Result<Json>>(tl::unexpected(Error{rule, {}, {}, text}));
}

verify::Evidence oneEndpoint() {
    verify::Evidence evidence;
    evidence.endpoints.push_back({});
    evidence.endpoints[0].name = "node:8545";
    return evidence;
}

/// The endpoint's state after one answer.
verify::EndpointState after(NeedKind kind, std::vector<SharedAnswer> parts, std::uint64_t number = 0,
                            Hash32 hash = {}) {
    return absorb(oneEndpoint(), {{{kind, 0, hash, number}, std::move(parts)}})->endpoints[0];
}

/// A Frontier header as JSON-RPC tells it, with its hash.
Json headerJson(std::uint64_t number, const Hash32& parent) {
    const std::string zero = "0x" + std::string(64, '0');
    Json out{{"parentHash", parent.hex()},
             {"sha3Uncles", zero},
             {"miner", "0x" + std::string(40, '0')},
             {"stateRoot", zero},
             {"transactionsRoot", zero},
             {"receiptsRoot", zero},
             {"logsBloom", "0x" + std::string(512, '0')},
             {"difficulty", "0x1"},
             {"number", "0x" + QByteArray::number(quint64{number}, 16).toStdString()},
             {"gasLimit", "0x1"},
             {"gasUsed", "0x0"},
             {"timestamp", "0x1"},
             {"extraData", "0x"},
             {"mixHash", zero},
             {"nonce", "0x0000000000000000"}};
    out["hash"] = chain::header_from_rpc(out, "block").value().hash.hex();
    return out;
}

Hash32 hashOfHeader(const Json& header) { return codec::hash_member(header, "hash", "block").value(); }

Hash32 hashOf(char digit) { return Hash32::parse("0x" + std::string(64, digit)).value(); }

} // namespace

class TestAnswers : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase();
    void chain_id();
    void canonical_hash();
    void a_chain_id_that_changes();
    void a_finalized_head_above_the_newest_block();
    void a_lone_receipt();
    void a_hash_without_its_header_is_no_vote();
    void a_walk();
    void a_trace();
    void finalized_head();
    void receipt_location();
    void a_real_block();
    void a_real_block_receipt_by_receipt();
    void another_block_is_not_taken();
    void consensus_bytes();
    void a_search_for_rollups();
    void a_missing_block();
    void a_refused_block();
    void a_broken_connection_ends_the_endpoint();
    void methods_that_are_missing();
    void transaction_hashes();

private:
    Json m_block, m_receipts;
    Hash32 m_hash;
};

void TestAnswers::initTestCase() {
    const auto load = [](const char* name) {
        QFile file(QStringLiteral(ANCHORSCOPE_FIXTURES "/mainnet-rpc/") + QString::fromLatin1(name));
        return file.open(QIODevice::ReadOnly) ? codec::parse_json(file.readAll().toStdString()).value()
                                              : Json();
    };
    m_block = load("block.json");
    m_receipts = load("receipts.json");
    if (m_block.is_object()) {
        m_hash = codec::hash_member(m_block, "hash", "block").value();
    }
}

void TestAnswers::chain_id() {
    const auto state = after(NeedKind::chain_id, {value("0x1"), value("0x10")});
    QCOMPARE(state.chain_id, std::optional<std::uint64_t>(1));
    QCOMPARE(state.head_number, std::optional<std::uint64_t>(16));
    QVERIFY(!state.failure);
    const auto headless = after(NeedKind::chain_id, {value("0x1"), error(model::rules::endpoint_block)});
    QVERIFY(headless.chain_id && !headless.head_number && !headless.failure); // the head is for display only
    for (const Json& bad :
         {Json("1"), Json(1), Json("0x01"), Json(nullptr), Json("0x10000000000000000"), Json::array()}) {
        const auto wrong = after(NeedKind::chain_id, {value(bad), value("0x1")});
        QVERIFY2(wrong.failure && !wrong.chain_id, bad.dump().c_str());
    }
}

void TestAnswers::canonical_hash() {
    const Json block = headerJson(7, hashOf('a'));
    const Hash32 hash = hashOfHeader(block);
    const auto state = after(NeedKind::canonical_hash, {value(block)}, 7);
    QCOMPARE(*state.canonical.at(7), hash);
    QCOMPARE(state.headers.at(7).hash, hash);
    QCOMPARE(state.headers.at(7).parent_hash, hashOf('a'));
    QVERIFY(!after(NeedKind::canonical_hash, {value(nullptr)}, 7).canonical.at(7));
    const auto other = after(NeedKind::canonical_hash, {value(block)}, 8); // another height than asked for
    QVERIFY(other.failure && other.canonical.empty());
    QVERIFY(after(NeedKind::canonical_hash, {value(Json{{"number", "0x7"}})}, 7).failure);
    QVERIFY(after(NeedKind::canonical_hash, {error(chain::rules::rpc_error)}, 7).failure);
}

/// Asked once more beside the block at a height: what another chain says counts for nothing.
void TestAnswers::a_chain_id_that_changes() {
    const Json block = headerJson(7, hashOf('a'));
    verify::Evidence evidence = oneEndpoint();
    evidence.endpoints[0].chain_id = 5;
    const auto asked = [&](const SharedAnswer& again) {
        return absorb(evidence, {{{NeedKind::canonical_hash, 0, {}, 7}, {value(block), again}}})
            ->endpoints[0];
    };
    QCOMPARE(*asked(value("0x5")).canonical.at(7), hashOfHeader(block));
    const auto changed = asked(value("0x6"));
    QVERIFY(changed.canonical.empty());
    QVERIFY(changed.failure->find("endpoint.chain_changed") != std::string::npos);
    QVERIFY(asked(value(5)).failure && asked(value("0x05")).failure);
    QVERIFY(asked(error("net.timeout")).failure && asked(error("net.timeout")).canonical.empty());
}

void TestAnswers::a_finalized_head_above_the_newest_block() {
    const auto heads = [](const char* finalized, const char* newest) {
        verify::Evidence evidence = oneEndpoint();
        evidence.endpoints[0].head_number = 40;
        return absorb(evidence, {{{NeedKind::finalized_head, 0, {}, 0},
                                  {value(Json{{"number", finalized}}), value(nullptr), value(newest)}}});
    };
    const auto sound = heads("0x20", "0x29");
    QCOMPARE(sound->endpoints[0].finalized_number, std::optional<std::uint64_t>(32));
    QCOMPARE(sound->endpoints[0].head_number, std::optional<std::uint64_t>(41));
    QVERIFY(sound->findings.empty());
    QVERIFY(heads("0x30", "0x29")->endpoints[0].finalized_number); // the chain went on between two answers
    const auto above = heads("0x3a", "0x29");
    QVERIFY(!above->endpoints[0].finalized_number);
    QVERIFY(above->endpoints[0].failure->find("endpoint.finalized_head") != std::string::npos);
    QVERIFY(!heads("0xffffffffffffffff", "0x0")->endpoints[0].finalized_number);
    const auto back = heads("0x20", "0x27");
    QCOMPARE(back->findings.at(0).rule, std::string(model::rules::endpoint_head_back));
    QCOMPARE(back->endpoints[0].finalized_number, std::optional<std::uint64_t>(32));
    const auto nonsense = heads("0x20", "x");
    QCOMPARE(nonsense->findings.at(0).rule, std::string(model::rules::endpoint_unusable));
    QCOMPARE(nonsense->endpoints[0].head_number, std::optional<std::uint64_t>(40));
}

/// The whole receipt is kept beside its place, to be compared with the block.
void TestAnswers::a_lone_receipt() {
    Json receipt{{"transactionHash", hashOf('a').hex()},
                 {"blockHash", hashOf('b').hex()},
                 {"blockNumber", "0x9"},
                 {"status", "0x1"},
                 {"logs", Json::array()}};
    const auto after_receipt = [&receipt] {
        return absorb(oneEndpoint(), {{{NeedKind::receipt_location, 0, hashOf('a'), 0}, {value(receipt)}}});
    };
    const auto kept = after_receipt();
    QCOMPARE(kept->lone_receipts.size(), 1U);
    QVERIFY(kept->lone_receipts[0].receipt.succeeded && kept->findings.empty());
    QCOMPARE(kept->lone_receipts[0].source.name, "node:8545");
    receipt.erase("status");
    const auto less = after_receipt();
    QVERIFY(less->lone_receipts.empty());
    QVERIFY(less->endpoints[0].receipts.at(hashOf('a')));
    QVERIFY(less->findings.at(0).text.find("receipt.status_missing") != std::string::npos);
}

/// A hash that no header stands behind is no vote, and is told; the endpoint is still asked other things.
void TestAnswers::a_hash_without_its_header_is_no_vote() {
    Json claimed = headerJson(7, hashOf('a'));
    claimed["hash"] = hashOf('b').hex();
    for (const Json& block : {claimed, Json{{"number", "0x7"}, {"hash", hashOf('b').hex()}}}) {
        const auto evidence = absorb(oneEndpoint(), {{{NeedKind::canonical_hash, 0, {}, 7}, {value(block)}}});
        const auto& state = evidence->endpoints[0];
        QVERIFY(state.canonical.empty() && state.headers.empty() && !state.failure);
        QVERIFY(state.unusable_heights.contains(7));
        QCOMPARE(evidence->findings.at(0).rule, std::string(model::rules::endpoint_header));
    }
}

void TestAnswers::a_walk() {
    std::vector<Json> headers{headerJson(5, hashOf('a'))};
    for (std::uint64_t number = 6; number <= 9; ++number) {
        headers.insert(headers.begin(), headerJson(number, hashOfHeader(headers.front())));
    }
    const Hash32 pinned = hashOfHeader(headers[0]);
    const auto walk = [&](std::vector<SharedAnswer> parts) {
        return absorb(oneEndpoint(), {{{NeedKind::header, 0, pinned, 9, parts.size()}, parts}});
    };
    const auto whole = walk({value(headers[0]), value(headers[1]), value(headers[2])});
    QCOMPARE(whole->walks.size(), 1U);
    QCOMPARE(whole->walks[0].hash_at(6), std::optional(hashOfHeader(headers[3])));
    QVERIFY(!whole->walks[0].hash_at(5) && whole->findings.empty());
    // It goes on from there, and only with what links.
    const auto further = absorb(*whole, {{{NeedKind::header, 0, hashOfHeader(headers[3]), 6, 2},
                                          {value(headers[3]), value(headers[4])}}});
    QCOMPARE(further->walks.size(), 1U);
    QCOMPARE(further->walks[0].hash_at(4), std::optional(hashOf('a')));
    // One by number that is of another branch ends the answer, not the endpoint.
    const auto branched = walk({value(headers[0]), value(headerJson(8, hashOf('c'))), value(headers[2])});
    QCOMPARE(branched->walks[0].next_number(), 8U);
    QVERIFY(branched->endpoints[0].missing_headers.empty());
    // The first must be the one asked for.
    for (const SharedAnswer& bad :
         {value(headers[1]), value(nullptr), value("0x"), error(chain::rules::rpc_error)}) {
        const auto none = walk({bad, value(headers[1])});
        QVERIFY(none->walks.empty() || none->walks[0].headers().empty());
        QVERIFY(none->endpoints[0].missing_headers.contains(pinned) && !none->endpoints[0].failure);
    }
    QVERIFY(walk({error("net.timeout")})->endpoints[0].failure);
}

void TestAnswers::a_trace() {
    const Json call{{"type", "CALL"},
                    {"from", "0x" + std::string(40, '1')},
                    {"to", "0x" + std::string(40, '2')},
                    {"input", "0x01"}};
    const auto traced = [](const SharedAnswer& answer) {
        return absorb(oneEndpoint(), {{{NeedKind::trace, 0, hashOf('a'), 0}, {answer}}});
    };
    const auto good = traced(value(call));
    QCOMPARE(good->traces.size(), 1U);
    QCOMPARE(good->traces[0].transaction, hashOf('a'));
    QVERIFY(good->traces[0].source == (chain::Source{chain::SourceKind::endpoint, "node:8545"}));
    const auto unsupported = traced(error(chain::rules::rpc_error, "-32601: no such method"));
    QVERIFY(unsupported->traces.empty() && unsupported->findings.empty());
    for (const SharedAnswer& bad : {value(nullptr), value(Json::object()), error("net.timeout")}) {
        const auto none = traced(bad);
        QVERIFY(none->traces.empty() && none->endpoints[0].missing_traces.contains(hashOf('a')));
        QVERIFY(!none->endpoints[0].failure);
        QCOMPARE(none->findings.at(0).rule, std::string(model::rules::endpoint_unusable));
    }
}

void TestAnswers::finalized_head() {
    QCOMPARE(after(NeedKind::finalized_head, {value(Json{{"number", "0x20"}})}).finalized_number,
             std::optional<std::uint64_t>(32));
    const auto safe =
        after(NeedKind::finalized_head, {value(Json{{"number", "0x20"}}), value(Json{{"number", "0x30"}})});
    QCOMPARE(safe.safe_number, std::optional<std::uint64_t>(48));
    const auto unsafe =
        after(NeedKind::finalized_head, {value(Json{{"number", "0x20"}}), error(chain::rules::rpc_error)});
    QVERIFY(unsafe.finalized_number && !unsafe.safe_number && !unsafe.failure);
    QVERIFY(after(NeedKind::finalized_head, {value(nullptr)}).finality_unsupported);
    const auto unsupported = after(NeedKind::finalized_head, {error(chain::rules::rpc_error)});
    QVERIFY(unsupported.finality_unsupported && !unsupported.failure);
    const auto broken = after(NeedKind::finalized_head, {error("net.timeout")});
    QVERIFY(broken.failure && !broken.finality_unsupported);
    QVERIFY(after(NeedKind::finalized_head, {value(Json{{"number", 32}})}).failure);
}

void TestAnswers::receipt_location() {
    const auto receipt = [](char transaction) {
        return value(Json{{"transactionHash", hashOf(transaction).hex()},
                          {"blockHash", hashOf('b').hex()},
                          {"blockNumber", "0x9"}});
    };
    const auto found = after(NeedKind::receipt_location, {receipt('a')}, 0, hashOf('a'));
    QCOMPARE(found.receipts.at(hashOf('a'))->block_hash, hashOf('b'));
    QCOMPARE(found.receipts.at(hashOf('a'))->block_number, 9U);
    QVERIFY(!after(NeedKind::receipt_location, {value(nullptr)}, 0, hashOf('a')).receipts.at(hashOf('a')));
    const auto evidence =
        absorb(oneEndpoint(), {{{NeedKind::receipt_location, 0, hashOf('a'), 0}, {receipt('c')}}});
    QVERIFY(!evidence->endpoints[0].receipts.at(hashOf('a'))); // the receipt of another transaction is none
    QCOMPARE(evidence->findings.at(0).rule, std::string(model::rules::endpoint_unusable));
    QCOMPARE(evidence->findings.at(0).place, "node:8545");
}

void TestAnswers::a_real_block() {
    if (!m_block.is_object()) {
        QSKIP("no recorded mainnet block in " ANCHORSCOPE_FIXTURES);
    }
    const auto evidence =
        absorb(oneEndpoint(), {{{NeedKind::block, 0, m_hash, 0}, {value(m_block), value(m_receipts)}}});
    QCOMPARE(evidence->blocks.size(), 1U);
    QCOMPARE(evidence->blocks[0].header.hash, m_hash);
    QVERIFY(evidence->blocks[0].receipts_proven); // its transactions were recorded as hashes only
    QCOMPARE(evidence->blocks[0].source.name, "node:8545");
    QVERIFY(evidence->blocks[0].source.kind == chain::SourceKind::endpoint);
    QVERIFY(evidence->endpoints[0].missing_blocks.empty());
}

void TestAnswers::a_real_block_receipt_by_receipt() {
    if (!m_block.is_object()) {
        QSKIP("no recorded mainnet block in " ANCHORSCOPE_FIXTURES);
    }
    std::vector<SharedAnswer> parts{value(m_block),
                                    error(chain::rules::rpc_error, "-32601: the method does not exist")};
    for (const Json& receipt : m_receipts) {
        parts.push_back(value(receipt));
    }
    const auto evidence = absorb(oneEndpoint(), {{{NeedKind::block, 0, m_hash, 0}, parts}});
    QCOMPARE(evidence->blocks.size(), 1U);
    QVERIFY(evidence->blocks[0].receipts_proven);
    parts.back() = value(nullptr); // one receipt is not given: the block is of no use
    const auto less = absorb(oneEndpoint(), {{{NeedKind::block, 0, m_hash, 0}, parts}});
    QVERIFY(less->blocks.empty() && less->endpoints[0].missing_blocks.contains(m_hash));
}

void TestAnswers::another_block_is_not_taken() {
    if (!m_block.is_object()) {
        QSKIP("no recorded mainnet block in " ANCHORSCOPE_FIXTURES);
    }
    const auto evidence =
        absorb(oneEndpoint(), {{{NeedKind::block, 0, hashOf('a'), 0}, {value(m_block), value(m_receipts)}}});
    QVERIFY(evidence->blocks.empty());
    QVERIFY(evidence->endpoints[0].missing_blocks.contains(hashOf('a')));
    QCOMPARE(evidence->findings.at(0).rule, std::string(model::rules::endpoint_block));
    QVERIFY(evidence->findings.at(0).text.find(m_hash.hex()) != std::string::npos);
    QVERIFY(!evidence->endpoints[0].failure);
}

/// Bytes that are none, or another block's, leave nothing but a note; an endpoint that does not offer them is
/// not asked again.
void TestAnswers::consensus_bytes() {
    const auto told = [](std::vector<SharedAnswer> parts) {
        return absorb(oneEndpoint(), {{{NeedKind::raw_block, 0, hashOf('a'), 0}, std::move(parts)}});
    };
    for (const char* words : {"-32601: no such method", "-32000: debug is not available on your plan"}) {
        const auto refused = error(chain::rules::rpc_error, words);
        const auto evidence = told({refused, refused});
        QVERIFY(evidence->endpoints[0].raw_unsupported && evidence->findings.empty());
        QVERIFY(evidence->endpoints[0].missing_raw_blocks.contains(hashOf('a')));
        QVERIFY(!evidence->endpoints[0].failure);
    }
    for (const auto& [block, receipts] :
         {std::pair{Json("0xc0"), Json::array()}, std::pair{Json(nullptr), Json(nullptr)},
          std::pair{Json(5), Json::array()}, std::pair{Json("0x"), Json("0x")}}) {
        const auto evidence = told({value(block), value(receipts)});
        QVERIFY(evidence->blocks.empty() && !evidence->endpoints[0].raw_unsupported);
        QVERIFY(evidence->endpoints[0].missing_raw_blocks.contains(hashOf('a')));
        QCOMPARE(evidence->findings.at(0).rule, std::string(model::rules::endpoint_unusable));
    }
    const auto broken = told({error("net.timeout"), error("net.timeout")});
    QVERIFY(broken->endpoints[0].missing_raw_blocks.contains(hashOf('a')));
    QVERIFY(!broken->endpoints[0].failure); // what it said before still stands
}

void TestAnswers::a_search_for_rollups() {
    verify::Need need{NeedKind::rollup_logs, 0, {}, 40};
    need.keys = {hashOf('1')};
    const Address manager{{1}};
    need.to = manager;
    anchor::LogSearch search(anchor::LogSearchGoal{1, need.keys, manager, {0, 40}, 40, hashOf('e')});
    while (search.next()) {
        search.answered({{7, hashOf('b'), hashOf('c'), manager, hashOf('1')},
                         {7, hashOf('b'), hashOf('d'), manager, hashOf('1')}});
    }
    Answer answer{need, {}, search, std::nullopt};
    const auto evidence = absorb(oneEndpoint(), {answer});
    QCOMPARE(evidence->rollup_searches.size(), std::size_t{1});
    const verify::RollupSearch& kept = evidence->rollup_searches[0];
    QVERIFY(kept.blocks == std::vector{hashOf('b')} && kept.complete && kept.manager == manager);
    QCOMPARE(kept.source.name, "node:8545");
    // One that was given up is kept too, or it would be asked for again and again.
    const auto none =
        absorb(oneEndpoint(), {{need, {}, std::nullopt, Error{"net.timeout", {}, {}, "timed out"}}});
    QVERIFY(none->rollup_searches.at(0).blocks.empty() && !none->rollup_searches[0].complete);
    QVERIFY(none->findings.at(0).text.find("timed out") != std::string::npos);
}

void TestAnswers::a_missing_block() {
    const auto evidence =
        absorb(oneEndpoint(), {{{NeedKind::block, 0, hashOf('a'), 0}, {value(nullptr), value(nullptr)}}});
    QVERIFY(evidence->endpoints[0].missing_blocks.contains(hashOf('a')));
    QCOMPARE(evidence->findings.at(0).rule, std::string(model::rules::endpoint_missing));
    QVERIFY(!evidence->endpoints[0].failure);
}

void TestAnswers::a_refused_block() {
    const auto pruned = error(chain::rules::rpc_error, "4444: pruned history unavailable");
    const auto evidence = absorb(oneEndpoint(), {{{NeedKind::block, 0, hashOf('a'), 0}, {pruned, pruned}}});
    QVERIFY(evidence->endpoints[0].missing_blocks.contains(hashOf('a')));
    QVERIFY(!evidence->endpoints[0].failure); // it may still tell canonical hashes
    QVERIFY(evidence->findings.at(0).text.find("4444") != std::string::npos);
    const auto empty =
        absorb(oneEndpoint(),
               {{{NeedKind::block, 0, hashOf('a'), 0}, {value(Json::object()), value(Json::array())}}});
    QVERIFY(empty->endpoints[0].missing_blocks.contains(hashOf('a')));
    QCOMPARE(empty->findings.at(0).rule, std::string(model::rules::endpoint_unusable));
}

void TestAnswers::a_broken_connection_ends_the_endpoint() {
    const auto evidence =
        absorb(oneEndpoint(), {{{NeedKind::block, 0, hashOf('a'), 0},
                                {value(Json::object()), error("net.timeout", "timed out after 20 s")}}});
    QVERIFY(evidence->endpoints[0].failure->find("timed out after 20 s") != std::string::npos);
    QVERIFY(evidence->blocks.empty());
}

void TestAnswers::methods_that_are_missing() {
    QVERIFY(methodMissing(*error(chain::rules::rpc_error, "-32601: no such method")));
    QVERIFY(methodMissing(*error(chain::rules::rpc_error, "-32004: not supported")));
    QVERIFY(!methodMissing(*error(chain::rules::rpc_error, "-32005: limit -32601")));
    QVERIFY(!methodMissing(*error("net.http", "-32601: no such method")));
    QVERIFY(!methodMissing(*value("-32601")));
}

void TestAnswers::transaction_hashes() {
    QCOMPARE(transactionHashes(Json{{"transactions", {"0x01", {{"hash", "0x02"}}}}}),
             (QStringList{u"0x01"_s, u"0x02"_s}));
    for (const Json& bad :
         {Json(), Json::array(), Json::object(), Json{{"transactions", "0x01"}}, Json{{"transactions", {1}}},
          Json{{"transactions", {Json::object()}}}, Json{{"transactions", {{{"hash", 5}}}}}}) {
        QVERIFY2(transactionHashes(bad).isEmpty(), bad.dump().c_str());
    }
}

QTEST_GUILESS_MAIN(TestAnswers)
#include "test_answers.moc"
