// Tables and anchors found in blocks: whole inputs, inputs of other contracts, hostile inputs, and the names
// that a user gives to what is on a chain.
#include "core/anchor/anchor_event.h"
#include "core/chain/block_part.h"
#include "core/chain/evidence_file.h"
#include "core/codec/abi_writer.h"
#include "core/verify/anchor_candidates.h"
#include "core/verify/anchor_match.h"
#include "core/verify/candidates.h"
#include "core/verify/l1_reference.h"
#include "tests/core/ladder_support.h"
#include <QElapsedTimer>

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::verify;

namespace {

const Address somebody = address("0x00000000000000000000000000000000000000aa");
const Address recorder = address("0x00000000000000000000000000000000000000cc");

Bytes table_bytes() {
    static const Bytes bytes = source_of(sample_file("deep-reentry/table.hex"))->decoded;
    return bytes;
}

/// A made-up block with one transaction of each input, all succeeded.
chain::BlockEvidence block_of(const std::vector<Bytes>& inputs) {
    std::vector<chain::Transaction> transactions;
    std::vector<chain::Receipt> receipts;
    for (std::size_t i = 0; i < inputs.size(); ++i) {
        transactions.push_back(make({made_chain, somebody, inputs[i], i}));
        receipts.push_back(make_receipt({}));
    }
    return make_block(7, std::move(transactions), std::move(receipts));
}

/// forward(address,bytes,bytes): two byte strings behind a foreign selector.
Bytes wrapped(ByteView first, ByteView second) {
    Bytes out{0xde, 0xad, 0xbe, 0xef};
    const auto type = codec::AbiType::parse("(address to, bytes first, bytes second)").value();
    append(out, codec::abi_encode(
                    type, codec::AbiTree::list({codec::AbiTree::of(somebody), codec::AbiTree::of(first),
                                                codec::AbiTree::of(second)})));
    return out;
}

Hash32 topic(std::string_view signature) { return crypto::keccak256(bytes_of(signature)); }

/// A log as the layout declares it: parameter i has the value i + 1, byte strings are empty.
chain::Log log_of(const anchor::EventLayout& layout, const Address& contract) {
    chain::Log out{contract, {layout.topic0()}, {}};
    const auto parameters = layout.parameters();
    const auto heads =
        static_cast<std::uint64_t>(std::ranges::count(parameters, false, &anchor::EventParameter::indexed));
    Bytes tail;
    for (std::size_t i = 0; i < parameters.size(); ++i) {
        const bool dynamic = parameters[i].type == "bytes";
        const Hash32 word = U256(dynamic ? 32 * heads + tail.size() : i + 1).to_word();
        if (parameters[i].indexed) {
            out.topics.push_back(word);
        } else {
            append(out.data, word.view());
            append(tail, dynamic ? Bytes(32, 0) : Bytes());
        }
    }
    append(out.data, tail);
    return out;
}

} // namespace

class CandidatesTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void aWholeInput() {
        const auto block = block_of({{1, 2, 3}, table_bytes()});
        const auto found = table_candidates(block);
        QCOMPARE(found.tables.size(), std::size_t{1});
        const TableCandidate& one = found.tables[0];
        QCOMPARE(one.transaction, std::size_t{1});
        QCOMPARE(one.transaction_hash, block.transactions[1].hash);
        QCOMPARE(one.found_in, FoundIn::input);
        QCOMPARE(shown(one.format->id), "eez-main.l1");
        QVERIFY(one.callee == somebody);
        QVERIFY(one.range == (ByteRange{0, table_bytes().size()}));
        QVERIFY(one.succeeded == true);
        QVERIFY(equal(one.table->calldata(), table_bytes()));
        QVERIFY(one.entries() > 0);
        QVERIFY(!found.cut);
    }

    void aRevertedTransactionSaysSo() {
        auto block = block_of({table_bytes()});
        block.receipts[0].succeeded = false;
        refit(block);
        QVERIFY(table_candidates(block).tables.at(0).succeeded == false);
    }

    void onlyInProvenTransactions() {
        auto block = block_of({table_bytes()});
        block.transactions_proven = false;
        QVERIFY(table_candidates(block).tables.empty());
        auto receipts = block_of({table_bytes()});
        receipts.receipts_proven = false;
        QVERIFY(!table_candidates(receipts).tables.at(0).succeeded.has_value());
        // Positions of a part are not those of its block.
        const auto part =
            chain::partial_of(block_of({{}, table_bytes()}), std::array{std::size_t{1}}).value();
        QVERIFY(part.transactions_proven);
        QVERIFY(table_candidates(part).tables.empty());
        QVERIFY(anchor_candidates(part).anchors.empty());
    }

    void insideTheInputOfAnotherContract() {
        const Bytes table = table_bytes();
        const Bytes other{9, 9, 9};
        for (const Bytes& input : {wrapped(table, other), wrapped(other, table)}) {
            const auto found = table_candidates(block_of({input}));
            QCOMPARE(found.tables.size(), std::size_t{1});
            const TableCandidate& one = found.tables[0];
            QCOMPARE(one.found_in, FoundIn::inside_input);
            QVERIFY(!one.callee); // who is called with it, the input does not tell
            QVERIFY(equal(slice(input, one.range), table));
            QVERIFY(equal(one.table->calldata(), table));
        }
        const auto both = table_candidates(block_of({wrapped(table, table)}));
        QCOMPARE(both.tables.size(), std::size_t{2});
        QVERIFY(both.tables[0].range.end() <= both.tables[1].range.offset);
    }

    void behindAPrefixWithoutALength() {
        Bytes input{0x12, 0x34, 0x56, 0x78, 0x00};
        append(input, table_bytes());
        const auto found = table_candidates(block_of({input}));
        QCOMPARE(found.tables.size(), std::size_t{1});
        QVERIFY(found.tables[0].range == (ByteRange{5, table_bytes().size()}));
        input.push_back(0); // no longer the whole rest, and no length says where it ends
        QVERIFY(table_candidates(block_of({input})).tables.empty());
    }

    void anEncodingThatIsNotCanonicalIsNoTable() {
        Bytes table = table_bytes();
        table.push_back(0);
        QVERIFY(table_candidates(block_of({table})).tables.empty());
        table = table_bytes();
        table[4 + 31] ^= 1U; // the first offset
        QVERIFY(table_candidates(block_of({table, wrapped(table, table)})).tables.empty());
    }

    void tablesOfRollups() {
        const Bytes table = source_of(sample_file("rollup-table/table.hex"))->decoded;
        const auto found = table_candidates(block_of({table, wrapped(table, {})}));
        QCOMPARE(found.tables.size(), std::size_t{2});
        QVERIFY(found.tables[0].format->side == table::Side::l2);
        QVERIFY(found.tables[1].format == found.tables[0].format);
    }

    /// Selectors and nothing else: an attempt at every offset would be quadratic.
    void hostileInputsAreBounded() {
        Bytes selectors;
        while (selectors.size() < (std::size_t{1} << 20U)) {
            append(selectors, table::formats()[selectors.size() / 4 % table::formats().size()].selector);
        }
        // A real table that goes wrong at its very end, over and over: every attempt reads far.
        Bytes table = table_bytes();
        Bytes nearly;
        while (nearly.size() < (std::size_t{1} << 20U)) {
            append(nearly, U256(table.size() + 1).to_word().view());
            append(nearly, table);
            nearly.push_back(1);
        }
        QElapsedTimer clock;
        clock.start();
        const auto found = table_candidates(block_of({selectors, nearly}));
        QVERIFY(found.tables.empty());
        QVERIFY(found.cut); // it gave up, and says so
        QVERIFY2(clock.elapsed() < 5000, qPrintable(QString::number(clock.elapsed())));
    }

    void thePlaceOfFoundTablesIsDeterministic() {
        const auto block = block_of({wrapped(table_bytes(), table_bytes()), table_bytes(), {}});
        const auto a = table_candidates(block);
        const auto b = table_candidates(block);
        QCOMPARE(a.tables.size(), std::size_t{3});
        for (std::size_t i = 0; i < a.tables.size(); ++i) {
            QVERIFY(a.tables[i].transaction == b.tables[i].transaction &&
                    a.tables[i].range == b.tables[i].range);
        }
        QVERIFY(a.tables[0].transaction == 0 && a.tables[1].transaction == 0 && a.tables[2].transaction == 1);
    }

    void anchors() {
        const Hash32 digest = word("0x" + std::string(64, '7'));
        const Hash32 agent = word("0x" + std::string(64, '8'));
        const chain::Log v0{made_contract,
                            {topic("Recorded(bytes32,address,uint256)"), digest, recorder.to_word()},
                            U256(3).to_word().view().empty() ? Bytes{} : Bytes(32, 1)};
        chain::Log proof{
            made_contract,
            {topic("AnchorProof(uint8,bytes32,bytes32,address,bytes)"), agent, digest, recorder.to_word()},
            {}};
        for (const unsigned head : {0U, 64U, 0U}) { // kind, where the bytes stand, their length
            append(proof.data, U256(head).to_word().view());
        }
        chain::Log dirty = recorded_log(made_contract, digest, recorder);
        dirty.topics[2].bytes[0] = 1;
        const chain::Log foreign{made_contract, {topic("Transfer(address,address,uint256)")}, {}};
        auto block = block_of({{}, {}});
        block.receipts[0].logs = {foreign, recorded_log(made_contract, digest, recorder), dirty};
        block.receipts[1].logs = {v0, proof};
        refit(block);
        const auto found = anchor_candidates(block).anchors;
        QCOMPARE(found.size(), std::size_t{3});
        QCOMPARE(shown(found[0].kind), "ocp.recorded");
        QCOMPARE(shown(found[1].kind), "ocp.recorded-v0");
        QCOMPARE(shown(found[2].kind), "erc-8263.anchor-proof");
        for (const AnchorCandidate& each : found) {
            QVERIFY(each.digest == digest);
            QVERIFY(each.account == recorder);
            QVERIFY(each.contract == made_contract);
            QVERIFY(each.transaction_hash == block.transactions[each.receipt].hash);
        }
        QCOMPARE(found[0].position, std::size_t{1});
        QCOMPARE(found[0].log_index.value(), std::uint64_t{1});
        QCOMPARE(found[1].log_index.value(), std::uint64_t{3});
        block.receipts_proven = false;
        QVERIFY(anchor_candidates(block).anchors.empty());
    }

    /// The registry says what there is: a kind added to it is found here too.
    void anchorsOfEveryKind() {
        const std::vector<std::string> with_digest{"ocp.recorded", "ocp.recorded-v0", "erc-8263.anchor-proof",
                                                   "eas.timestamped"};
        auto block = block_of({{}});
        std::vector<std::string> expected;
        for (const anchor::AnchorEventKind& kind : anchor::anchor_event_kinds()) {
            for (const anchor::EventLayout& layout : kind.layouts) {
                block.receipts[0].logs.push_back(log_of(layout, made_contract));
                block.receipts[0].logs.push_back({made_contract, {layout.topic0()}, {1}}); // malformed: none
                expected.emplace_back(kind.id);
            }
        }
        refit(block);
        const auto found = anchor_candidates(block).anchors;
        QCOMPARE(found.size(), expected.size());
        QVERIFY(found.size() > 16);
        for (std::size_t i = 0; i < found.size(); ++i) {
            QCOMPARE(shown(found[i].kind), shown(expected[i]));
            QCOMPARE(found[i].position, 2 * i);
            const bool carries = std::ranges::find(with_digest, found[i].kind) != with_digest.end();
            QVERIFY2(found[i].digest.has_value() == carries, expected[i].c_str());
            QVERIFY(!found[i].kind.starts_with("eez.") || !found[i].digest);
        }
        // A digest is anchored by what ERC-8281 accepts, and by nothing else that carries the same word.
        std::vector<digest::ObservationDigest> wanted(1);
        wanted[0].value = U256(1).to_word(); // of Recorded and EAS's Timestamped: their first parameter
        const auto matches = anchor_matches(block, wanted);
        QCOMPARE(matches.size(), std::size_t{1});
        QCOMPARE(shown(matches[0].anchor.kind), "ocp.recorded");
    }

    void anchorsThatTheUserDeclares() {
        const std::vector declared{
            anchor::parse_declared_event("Stored(address who, bytes32 digest) digest=word1").value(),
            anchor::parse_declared_event("Stored(address who, bytes32 digest) digest=word1").value(),
            anchor::parse_declared_event("Two(bytes32 a, bytes32 b) digest=word0").value(),
            anchor::parse_declared_event("Two(bytes32 a, bytes32 b) digest=word1").value(),
            // A known kind's own logs are not for a declaration to explain.
            anchor::parse_declared_event("Timestamped(bytes32 indexed data, uint64 indexed timestamp) "
                                         "digest=topic1")
                .value()};
        auto block = block_of({{}});
        for (const anchor::DeclaredEvent& event : {declared[0], declared[2], declared[4]}) {
            block.receipts[0].logs.push_back(log_of(event.layout, made_contract));
        }
        refit(block);
        QCOMPARE(anchor_candidates(block).anchors.size(), std::size_t{1}); // of EAS
        const auto found = anchor_candidates(block, declared).anchors;
        QCOMPARE(found.size(), std::size_t{4});
        for (std::size_t i = 0; i < 3; ++i) {
            QCOMPARE(shown(found[i].kind), shown(declared_kind));
            QVERIFY(!found[i].account);
        }
        QVERIFY(found[0].digest == U256(2).to_word());
        QVERIFY(found[1].digest == U256(1).to_word() && found[2].digest == U256(2).to_word());
        QCOMPARE(shown(found[3].kind), "eas.timestamped");

        std::vector<digest::ObservationDigest> wanted(1);
        wanted[0].value = U256(2).to_word();
        QVERIFY(anchor_matches(block, wanted).empty());
        QCOMPARE(anchor_matches(block, wanted, {}, declared).size(), std::size_t{2});
        QVERIFY(anchor_matches(block, wanted, somebody, declared).empty());
    }

    void innerCalls_data() {
        QTest::addColumn<QByteArray>("scenario");
        for (const char* scenario : {"counter", "counterL2", "multi-call-nested", "nestedCallRevert",
                                     "reentrant", "revertCounter"}) {
            QTest::newRow(scenario) << QByteArray(scenario);
        }
    }
    /// In the recorded runs the manager was called by a contract: only the trace shows whom the bytes
    /// reached.
    void innerCalls() {
        QFETCH(QByteArray, scenario);
        const std::string folder = "eez/" + scenario.toStdString();
        const auto text = recorded(folder + "/l1/chain.json").value();
        const codec::Json chain = codec::Json::parse(text);
        const codec::Json oracle = codec::Json::parse(recorded(folder + "/oracle.json").value());
        const Bytes expected = bytes(oracle["l1"][0]["calldataHex"].get<std::string>());
        const auto blocks = chain::read_evidence(text, "chain.json").value().blocks;
        std::size_t seen = 0;
        for (std::size_t i = 0; i < blocks.size(); ++i) {
            if (chain["blocks"][i]["block"]["number"] != oracle["l1"][0]["block"]) {
                continue;
            }
            if (!blocks[i].transactions_proven) {
                QSKIP("a transaction of this block was left out of the recording");
            }
            auto found = table_candidates(blocks[i]);
            for (const std::size_t at : unexplained(found, blocks[i], 16)) {
                const auto trace = chain::call_trace_from_rpc(chain["blocks"][i]["traces"][at]).value();
                add_traced_tables(found, blocks[i], at, trace);
                add_traced_tables(found, blocks[i], at, trace); // the same again adds nothing
            }
            QVERIFY(unexplained(found, blocks[i], 16).empty());
            const auto posted = std::ranges::find_if(found.tables, [&](const TableCandidate& each) {
                return equal(each.table->calldata(), expected);
            });
            QVERIFY(posted != found.tables.end());
            QVERIFY(posted->callee == address(chain["manager"].get<std::string>()));
            QVERIFY(posted->call.has_value());
            QVERIFY(posted->succeeded == true);
            QCOMPARE(std::ranges::count_if(
                         found.tables,
                         [&](const TableCandidate& each) { return equal(each.table->calldata(), expected); }),
                     1);
            ++seen;
        }
        QCOMPARE(seen, std::size_t{1});
    }

    void tracesOfNothing() {
        const auto block = block_of({{1, 2, 3}});
        chain::CallTrace trace;
        trace.frames.resize(3);
        for (chain::CallFrame& frame : trace.frames) {
            frame.to = somebody;
            frame.input = table_bytes();
        }
        trace.frames[1].type = chain::CallType::delegate_call; // runs another's code as the caller
        trace.frames[2].failed = true;
        trace.frames[1].parent = trace.frames[2].parent = 0;
        TableCandidates found;
        add_traced_tables(found, block, 0, trace);
        QCOMPARE(found.tables.size(), std::size_t{1});
        QVERIFY(found.tables[0].call == std::size_t{2});
        QVERIFY(found.tables[0].succeeded == false);
        QVERIFY(found.tables[0].found_in == FoundIn::inner_call);
        TableCandidates none;
        add_traced_tables(none, block, 5, trace); // no such transaction
        QVERIFY(none.tables.empty());
    }

    void references_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("expected");
        const QByteArray hash = "0x" + QByteArray(64, 'a');
        const auto row = [](const char* name, const QByteArray& text, const QByteArray& expected) {
            QTest::newRow(name) << text << expected;
        };
        row("hash", hash, "either " + hash);
        row("spaces", "  " + hash + "\n", "either " + hash);
        row("number", "123", "number 123");
        row("hex number", "0x1c", "number 28");
        row("etherscan", "https://etherscan.io/tx/" + hash, "tx " + hash + " chain 1");
        row("www, upper case", "HTTPS://WWW.Etherscan.IO/tx/" + hash, "tx " + hash + " chain 1");
        row("query", "https://sepolia.etherscan.io/tx/" + hash + "?a=/block/5#eventlog",
            "tx " + hash + " chain 11155111");
        row("block", "https://etherscan.io/block/17", "number 17 chain 1");
        row("blockscout", "https://eth.blockscout.com/block/" + hash, "block " + hash + " chain 1");
        row("port and folder", "http://localhost:5100/explorer/transaction/" + hash + "/logs", "tx " + hash);
        row("unknown host", "https://example.org/ethereum/blocks/0x10", "number 16");
        row("short hash", hash.left(60), "error");
        row("address page", "https://etherscan.io/address/" + hash.left(42), "error");
        row("tx number", "https://etherscan.io/tx/17", "error");
        row("file", "file:///block/17", "error");
        row("no path", "https://etherscan.io", "error");
        row("nothing", "", "error");
        row("huge", QByteArray(5000, '1'), "error");
        row("leading zero", "007", "error");
    }
    void references() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, expected);
        const auto read = parse_reference({text.data(), static_cast<std::size_t>(text.size())});
        QByteArray seen = "error";
        if (read) {
            using Kind = L1Reference::Kind;
            const QByteArray hash = shown(read->hash.hex());
            seen = read->kind == Kind::transaction  ? "tx " + hash
                   : read->kind == Kind::block_hash ? "block " + hash
                   : read->kind == Kind::block_number
                       ? "number " + QByteArray::number(qulonglong{read->number})
                       : "either " + hash;
            if (read->chain_id) {
                seen += " chain " + QByteArray::number(qulonglong{*read->chain_id});
            }
        }
        QCOMPARE(seen, expected);
    }
};

QTEST_GUILESS_MAIN(CandidatesTest)
#include "test_candidates.moc"
