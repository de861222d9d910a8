#include "chain_fixtures.h"
#include "core/chain/evidence_file.h"
#include "core/chain/rpc_answers.h"

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

/// A block that proves itself: two transactions and their receipts under a header of our own making.
BlockEvidence made_block() {
    BlockEvidence block;
    // 0x02 and a list: chain id 5, nonce, fees, gas, to, value, input, access list, yParity, r, s
    block.transactions.push_back(decode_transaction(unhex("0x02e405070809"
                                                          "0a"
                                                          "942222222222222222222222222222222222222222"
                                                          "0b"
                                                          "84deadbeef"
                                                          "c0010f10"))
                                     .value());
    block.transactions.push_back(decode_transaction(unhex("0x02e405080809"
                                                          "0a"
                                                          "942222222222222222222222222222222222222222"
                                                          "0b"
                                                          "84deadbeef"
                                                          "c0010f10"))
                                     .value());
    Receipt receipt;
    receipt.type = 2;
    receipt.succeeded = true;
    receipt.cumulative_gas_used = 21000;
    receipt.logs.push_back({Address{}, {Hash32{}}, {1, 2}});
    block.receipts = {receipt, receipt};
    block.receipts[1].cumulative_gas_used = 42000;
    block.bodies_known = true;
    block.seal();
    codec::RlpWriter header;
    header.open_list();
    header.bytes(Bytes(32, 1));
    header.bytes(Bytes(32, 2));
    header.bytes(Bytes(20, 3));
    header.bytes(Bytes(32, 4));
    header.bytes(block.transactions_root.bytes);
    header.bytes(block.receipts_root.bytes);
    header.bytes(Bytes(256, 0));
    for (const std::uint64_t number : {0U, 7U, 30'000'000U, 42000U, 1'700'000'000U}) {
        header.u64(number);
    }
    header.bytes({});
    header.bytes(Bytes(32, 5));
    header.bytes(Bytes(8, 0));
    header.close_list();
    block.header = decode_header(header.take()).value();
    block.seal();
    return block;
}

std::string made_file() {
    const BlockEvidence block = made_block();
    return write_evidence(77001, {&block, 1});
}

/// The file with the first `from` replaced.
std::string replaced(std::string text, std::string_view from, std::string_view to) {
    const std::size_t at = text.find(from);
    return at == std::string::npos ? std::string() : text.replace(at, from.size(), to);
}

/// Re-serialised like the writer does, after an alteration of the JSON.
template<class Alter>
std::string altered(Alter alter) {
    codec::Json root = codec::Json::parse(made_file());
    alter(root);
    return root.dump(2) + '\n';
}

} // namespace

class TestEvidenceFile : public QObject {
    Q_OBJECT

private slots:
    /// The form, letter by letter.
    void written_form() {
        const BlockEvidence block = made_block();
        std::string expected =
            "{\n  \"schema\": \"anchorscope.evidence/1\",\n  \"chain_id\": \"77001\",\n  \"blocks\": [\n"
            "    {\n      \"header\": \"";
        expected += to_hex(block.header.rlp) + "\",\n      \"transactions\": [\n        \"";
        expected += to_hex(block.transactions[0].raw) + "\",\n        \"";
        expected += to_hex(block.transactions[1].raw) + "\"\n      ],\n      \"receipts\": [\n        \"";
        expected += to_hex(encode_receipt(block.receipts[0])) + "\",\n        \"";
        expected += to_hex(encode_receipt(block.receipts[1])) + "\"\n      ]\n    }\n  ]\n}\n";
        QCOMPARE(made_file(), expected);
    }

    void read_back() {
        const Result<EvidenceFile> file = read_evidence(made_file(), "made.json");
        VERIFY_OK(file);
        QCOMPARE(file->chain_id, std::uint64_t{77001});
        QVERIFY(!file->manager);
        QCOMPARE(file->blocks.size(), std::size_t{1});
        const BlockEvidence& block = file->blocks[0];
        QVERIFY(block.receipts_proven && block.transactions_proven && block.contradictions.empty());
        QVERIFY(block.receipts == made_block().receipts);
        QVERIFY(block.header.hash == made_block().header.hash);
        QVERIFY(block.source == (Source{SourceKind::file, "made.json"}));
        QCOMPARE(write_evidence(file->chain_id, file->blocks), made_file());
    }

    void recorded_runs_are_rewritten() {
        for (const std::string& name : eez_files()) {
            REQUIRE_FIXTURE(text, read_text, name);
            const EvidenceFile recorded = read_evidence(*text, name).value();
            const std::string written = write_evidence(recorded.chain_id, recorded.blocks);
            const Result<EvidenceFile> file = read_evidence(written, name);
            VERIFY_OK(file);
            QCOMPARE(write_evidence(file->chain_id, file->blocks), written);
            for (std::size_t index = 0; index < recorded.blocks.size(); ++index) {
                QVERIFY(file->blocks[index].header.hash == recorded.blocks[index].header.hash);
                QCOMPARE(file->blocks[index].bodies_known, recorded.blocks[index].bodies_known);
                QCOMPARE(file->blocks[index].transactions_proven, recorded.blocks[index].transactions_proven);
                QVERIFY(file->blocks[index].receipts_proven);
            }
        }
    }

    void no_blocks_and_no_bodies() {
        const std::string none = write_evidence(1, {});
        QCOMPARE(none, std::string("{\n  \"schema\": \"anchorscope.evidence/1\",\n  \"chain_id\": \"1\",\n  "
                                   "\"blocks\": []\n}\n"));
        QVERIFY(read_evidence(none, "f")->blocks.empty());
        BlockEvidence block = made_block();
        block.bodies_known = false;
        block.seal();
        const Result<EvidenceFile> file = read_evidence(write_evidence(1, {&block, 1}), "f");
        VERIFY_OK(file);
        QVERIFY(!file->blocks[0].bodies_known && file->blocks[0].receipts_proven);
        QVERIFY(!file->blocks[0].transactions_proven);
    }

    /// Every flip of every bit: refused, or another value.
    void bit_flips() {
        const std::string text = made_file();
        const EvidenceFile original = read_evidence(text, "f").value();
        std::size_t read = 0;
        for (std::size_t bit = 0; bit < text.size() * 8; ++bit) {
            std::string mutated = text;
            mutated[bit / 8] =
                static_cast<char>(static_cast<unsigned char>(mutated[bit / 8]) ^ 1U << bit % 8);
            const Result<EvidenceFile> file = read_evidence(mutated, "f");
            if (!file) {
                continue;
            }
            ++read;
            const BlockEvidence& a = file->blocks.at(0);
            const BlockEvidence& b = original.blocks[0];
            const bool same = file->chain_id == original.chain_id && a.header.hash == b.header.hash &&
                              a.receipts == b.receipts &&
                              std::ranges::equal(a.transactions, b.transactions, {}, &Transaction::hash,
                                                 &Transaction::hash);
            QVERIFY2(!same, qPrintable(QString("bit %1 changes nothing").arg(bit)));
            QVERIFY(file->chain_id != original.chain_id || !a.receipts_proven || !a.transactions_proven ||
                    a.header.hash != b.header.hash);
        }
        QVERIFY(read > 100);
    }

    void only_the_canonical_form() {
        const std::string text = made_file();
        REJECTS(read_evidence(text.substr(0, text.size() - 1), "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(text + "\n", "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(" " + text, "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(replaced(text, "  \"", "   \""), "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(replaced(text, "\n", "\r\n"), "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(replaced(text, "schema", "\\u0073chema"), "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(codec::Json::parse(text).dump(), "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(altered([](codec::Json& root) { // another order of the same members
                                  const codec::Json chain = root["chain_id"];
                                  root.erase("chain_id");
                                  root["chain_id"] = chain;
                              }),
                              "f"),
                chain::rules::evidence_schema);
        REJECTS(read_evidence("\xef\xbb\xbf" + text, "f"), codec::rules::json_syntax);
    }

    void hex_is_lowercase() {
        const std::string text = made_file();
        REJECTS(read_evidence(replaced(text, "deadbeef", "deadbeeF"), "f"), chain::rules::evidence_schema);
        const auto capital = read_evidence(replaced(text, "deadbeef", "deadbeeF"), "f");
        QCOMPARE(capital.error().place, std::string("blocks[0].transactions[0]"));
        REJECTS(read_evidence(replaced(text, "0xf9", "0xF9"), "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(replaced(text, "\"0xf9", "\"0Xf9"), "f"), chain::rules::evidence_schema);
        REJECTS(read_evidence(replaced(text, "\"0xf9", "\"f9"), "f"), anchorscope::rules::hex_prefix);
        REJECTS(read_evidence(replaced(text, "\"0xf9", "\"0xg9"), "f"), anchorscope::rules::hex_digit);
        REJECTS(read_evidence(replaced(text, "\"0xf9", "\"0xf"), "f"), anchorscope::rules::hex_odd);
    }

    void members_are_closed() {
        REJECTS(read_evidence(altered([](codec::Json& root) { root["note"] = ""; }), "f"),
                codec::rules::json_unknown);
        REJECTS(read_evidence(altered([](codec::Json& root) { root["blocks"][0]["hash"] = "0x"; }), "f"),
                codec::rules::json_unknown);
        for (const char* key : {"chain_id", "blocks"}) {
            REJECTS(read_evidence(altered([key](codec::Json& root) { root.erase(key); }), "f"),
                    codec::rules::json_missing);
        }
        for (const char* key : {"header", "transactions", "receipts"}) {
            REJECTS(read_evidence(altered([key](codec::Json& root) { root["blocks"][0].erase(key); }), "f"),
                    codec::rules::json_missing);
        }
        REJECTS(read_evidence(replaced(made_file(), "\"chain_id\": \"77001\"",
                                       "\"chain_id\": \"77001\",\n  \"chain_id\": \"77001\""),
                              "f"),
                codec::rules::json_duplicate);
    }

    void schema_and_chain_id() {
        const auto with = [](const char* key, const codec::Json& value) {
            return read_evidence(altered([&](codec::Json& root) { root[key] = value; }), "f");
        };
        REJECTS(with("schema", "anchorscope.evidence/2"), chain::rules::evidence_schema); // /1 says all of it
        REJECTS(with("schema", "anchorscope.evidence/3"), chain::rules::evidence_schema);
        REJECTS(with("schema", 1), codec::rules::json_type);
        REJECTS(with("chain_id", 77001), codec::rules::json_type);
        for (const char* text : {"077001", "0x1", "-1", "+1", "1.0", "", " 1", "18446744073709551616"}) {
            QVERIFY2(!with("chain_id", text), text);
        }
        QCOMPARE(with("chain_id", "18446744073709551615")->chain_id, ~std::uint64_t{0});
        QCOMPARE(with("chain_id", "0")->chain_id, std::uint64_t{0});
    }

    void parts_of_blocks() {
        const auto with = [](auto change) {
            return read_evidence(altered([&](codec::Json& root) { change(root["blocks"][0]); }), "f");
        };
        REJECTS(with([](codec::Json& block) { block["receipts"].erase(1); }), chain::rules::evidence_schema);
        REJECTS(with([](codec::Json& block) { block["transactions"].erase(1); }),
                chain::rules::evidence_schema);
        REJECTS(with([](codec::Json& block) { block["transactions"][0] = nullptr; }),
                codec::rules::json_type);
        REJECTS(with([](codec::Json& block) { block["header"] = "0x"; }), codec::rules::rlp_truncated);
        REJECTS(with([](codec::Json& block) { block["receipts"][1] = "0x05c0"; }),
                chain::rules::receipt_type);
        REJECTS(with([](codec::Json& block) { block = 5; }), codec::rules::json_type);
        const auto place = with([](codec::Json& block) { block["receipts"][1] = "0x02c0"; });
        QCOMPARE(place.error().place, std::string("blocks[0].receipts[1]"));
        REJECTS(read_evidence("[]", "f"), codec::rules::json_type);
        REJECTS(read_evidence("", "f"), codec::rules::json_syntax);
        REJECTS(read_evidence("{}", "f"), codec::rules::json_missing);
    }

    void recorded_answers_are_lenient_in_form_only() {
        REQUIRE_FIXTURE(root, read_json, std::string("eez/reentrant/l2/chain.json"));
        const auto with = [&](auto change) {
            codec::Json copy = *root;
            change(copy);
            return read_evidence(copy.dump(), "f");
        };
        VERIFY_OK(with([](codec::Json&) {}));
        VERIFY_OK(with([](codec::Json& file) { file["note"] = 1; }));
        VERIFY_OK(with([](codec::Json& file) { file.erase("manager"); }));
        const auto from_objects = with([](codec::Json& file) {
            for (auto& block : file["blocks"]) {
                block.erase("rawTransactions");
            }
        });
        VERIFY_OK(from_objects);
        QVERIFY(std::ranges::all_of(from_objects->blocks, &BlockEvidence::transactions_proven));
        const auto left_out =
            with([](codec::Json& file) { file["blocks"][2]["rawTransactions"][0] = nullptr; });
        VERIFY_OK(left_out);
        QVERIFY(left_out->blocks[2].transactions_proven); // encoded from the block's own object

        REJECTS(with([](codec::Json& file) { file["chainId"] = 31337; }), codec::rules::json_type);
        REJECTS(with([](codec::Json& file) { file.erase("blocks"); }), codec::rules::json_missing);
        REJECTS(with([](codec::Json& file) { file["blocks"][0].erase("receipts"); }),
                codec::rules::json_missing);
        REJECTS(with([](codec::Json& file) { file["blocks"][0]["block"] = nullptr; }),
                chain::rules::rpc_null);
        REJECTS(with([](codec::Json& file) { file["blocks"][2]["rawTransactions"].erase(0); }),
                chain::rules::evidence_schema);
        REJECTS(with([](codec::Json& file) { file["blocks"][2]["rawTransactions"][0] = 5; }),
                codec::rules::json_type);
        REJECTS(with([](codec::Json& file) { file["blocks"][2]["rawTransactions"][0] = "0x05c0"; }),
                chain::rules::transaction_type);
        const auto swapped = with([](codec::Json& file) {
            auto& raw = file["blocks"][2]["rawTransactions"];
            std::swap(raw[0], raw[1]);
        });
        VERIFY_OK(swapped);
        QVERIFY(!swapped->blocks[2].transactions_proven);
        QVERIFY(swapped->blocks[2].contradictions.at(0).rule == chain::rules::rpc_hash);
    }

    /// Recorded traces nest deeper than other JSON does: a call within a call, 500 deep.
    void deep_traces_are_ignored() {
        REQUIRE_FIXTURE(text, read_text, std::string("eez/counter/l2/chain.json"));
        std::string trace = "{}";
        for (int depth = 0; depth < 500; ++depth) {
            trace.insert(0, "{\"calls\":[");
            trace += "]}";
        }
        const std::size_t brace = text->find('{');
        VERIFY_OK(read_evidence(
            text->substr(0, brace + 1) + "\"trace\":" + trace + "," + text->substr(brace + 1), "f"));
        const std::string bottomless(100'000, '[');
        REJECTS(read_evidence(bottomless, "f"), codec::rules::json_depth);
    }
};

QTEST_GUILESS_MAIN(TestEvidenceFile)
#include "test_evidence_file.moc"
