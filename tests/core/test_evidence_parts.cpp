// anchorscope.evidence/2: parts of blocks, headers for a walk, block hashes kept in state.
#include "core/chain/trie_proof.h"
#include "tests/core/ladder_support.h"
#include <thread>

using namespace anchorscope;
using namespace anchorscope::test;
using chain::BlockEvidence;
using chain::EvidenceFile;
using chain::read_evidence;
using chain::write_evidence;

namespace {

Bytes owned(const Hash32& hash) { return {hash.bytes.begin(), hash.bytes.end()}; }

chain::Header header_of(std::uint64_t number, const Hash32& parent, const Hash32& state_root) {
    codec::RlpWriter out;
    out.open_list();
    out.bytes(parent.bytes);
    out.bytes(Hash32{}.bytes);
    out.bytes(Address{}.bytes);
    out.bytes(state_root.bytes);
    out.bytes(Hash32{}.bytes);
    out.bytes(Hash32{}.bytes);
    out.bytes(chain::Bloom{});
    for (const std::uint64_t value :
         {std::uint64_t{0}, number, std::uint64_t{1}, std::uint64_t{1}, std::uint64_t{1}}) {
        out.u64(value);
    }
    out.bytes({});
    out.bytes(Hash32{}.bytes);
    out.bytes(std::array<std::uint8_t, 8>{});
    out.close_list();
    return chain::decode_header(out.take()).value();
}

/// The hash of block `number` in the state of block `at`, beside another word and another account.
chain::HistoryProof history_proof(std::uint64_t number = 30000,
                                  const Hash32& kept = Hash32::from(Bytes(32, 0xab)),
                                  std::uint64_t at = 30007) {
    const auto leaf = [](ByteView word) {
        codec::RlpWriter out;
        out.bytes(word);
        return out.take();
    };
    const Bytes key = owned(crypto::keccak256(chain::history_slot(number).bytes));
    const std::vector<chain::TrieItem> words{
        {key, leaf(kept.bytes)},
        {owned(crypto::keccak256(chain::history_slot(1).bytes)), leaf(Bytes(32, 0xcd))}};
    const chain::TriePaths storage = chain::trie_paths(words, {&key, 1});
    codec::RlpWriter account;
    account.open_list();
    account.u64(1);
    account.u64(0);
    account.bytes(storage.root.bytes);
    account.bytes(chain::history_code_hash().bytes);
    account.close_list();
    const Bytes account_key = owned(crypto::keccak256(chain::history_contract().bytes));
    const chain::TriePaths state =
        chain::trie_paths({{account_key, account.take()}, {Bytes(32, 1), Bytes(70, 1)}}, {&account_key, 1});
    return {header_of(at, {}, state.root), number, {state.nodes, storage.nodes}};
}

chain::HeaderWalk walk() {
    const chain::Header oldest = header_of(7, {}, {}), middle = header_of(8, oldest.hash, {}),
                        newest = header_of(9, middle.hash, {});
    chain::HeaderWalk out(9, newest.hash);
    for (const chain::Header* header : {&newest, &middle, &oldest}) {
        if (!out.append(header->rlp)) {
            QTest::qFail("the headers do not link", __FILE__, __LINE__);
        }
    }
    return out;
}

BlockEvidence made_part() {
    std::vector<chain::Transaction> transactions;
    std::vector<chain::Receipt> receipts;
    for (std::uint64_t nonce = 0; nonce < 3; ++nonce) {
        transactions.push_back(make({made_chain, made_contract, {1, 2}, nonce}));
        receipts.push_back(make_receipt({{made_contract, {Hash32{}}, {static_cast<std::uint8_t>(nonce)}}}));
    }
    const std::vector<std::size_t> positions{0, 2};
    return chain::partial_of(make_block(8, transactions, receipts), positions).value();
}

EvidenceFile full() {
    EvidenceFile file;
    file.chain_id = made_chain;
    file.blocks = {made_part(), make_block(3, {make({})}, {make_receipt({})})};
    file.ancestry = walk();
    file.history = {history_proof()};
    return file;
}

/// The file re-serialised like the writer does, after an alteration of the JSON.
template<class Alter>
QByteArray altered(Alter alter) {
    codec::Json root = codec::Json::parse(write_evidence(full()));
    alter(root);
    return rule_of(read_evidence(root.dump(2) + '\n', "f"));
}

/// What is authenticated by others, and what is proven below it. A change of the file must change this.
std::string meaning(const EvidenceFile& file) {
    std::string out = std::to_string(file.chain_id);
    for (const BlockEvidence& block : file.blocks) {
        out += block.header.hash.hex() + (block.receipts_proven ? "r" : "") +
               (block.transactions_proven ? "t" : "") + (block.whole() ? "w" : "p");
        for (std::size_t index = 0; index < block.receipts.size(); ++index) {
            out += std::to_string(block.position_of(index)) +
                   to_hex(chain::encode_receipt(block.receipts[index]));
        }
        for (const chain::Transaction& transaction : block.transactions) {
            out += transaction.hash.hex();
        }
    }
    out += file.ancestry ? file.ancestry->from().hex() : "";
    for (const chain::HistoryProof& history : file.history) {
        out += history.header.hash.hex() + std::to_string(history.number) + history.hash().value().hex();
    }
    return out;
}

} // namespace

class TestEvidenceParts : public QObject {
    Q_OBJECT

private slots:
    /// The form, letter by letter.
    void written_form() {
        const EvidenceFile file = full();
        const auto list = [](const char* key, const std::vector<Bytes>& items, const std::string& indent) {
            std::string out = indent + '"' + key + "\": [\n";
            for (const Bytes& item : items) {
                out += indent + "  \"" + to_hex(item) + (&item == &items.back() ? "\"\n" : "\",\n");
            }
            return out + indent + ']';
        };
        const BlockEvidence& part = file.blocks[0];
        const BlockEvidence& whole = file.blocks[1];
        std::string expected = "{\n  \"schema\": \"anchorscope.evidence/2\",\n  \"chain_id\": \"77001\",\n  "
                               "\"blocks\": [\n    {\n      \"header\": \"";
        expected += to_hex(part.header.rlp) +
                    "\",\n      \"proofs\": {\n        \"positions\": [\n          0,\n"
                    "          2\n        ],\n";
        expected += list("transactions", part.transaction_nodes, "        ") + ",\n";
        expected += list("receipts", part.receipt_nodes, "        ") +
                    "\n      }\n    },\n    {\n      \"header\": \"";
        expected +=
            to_hex(whole.header.rlp) + "\",\n" + list("transactions", {whole.transactions[0].raw}, "      ");
        expected += ",\n" + list("receipts", {chain::encode_receipt(whole.receipts[0])}, "      ") +
                    "\n    }\n  ],\n";
        std::vector<Bytes> headers;
        for (const auto& header : file.ancestry->headers()) {
            headers.push_back(header->rlp);
        }
        expected += list("ancestry", headers, "  ") + ",\n  \"history\": [\n    {\n      \"header\": \"";
        const chain::HistoryProof& history = file.history[0];
        expected += to_hex(history.header.rlp) + "\",\n      \"number\": \"30000\",\n";
        expected += list("account", history.proof.account_nodes, "      ") + ",\n";
        expected += list("storage", history.proof.storage_nodes, "      ") + "\n    }\n  ]\n}\n";
        QCOMPARE(shown(write_evidence(file)), shown(expected));
    }

    void read_back() {
        const std::string text = write_evidence(full());
        const Result<EvidenceFile> file = read_evidence(text, "made.json");
        QVERIFY2(file, file ? "" : file.error().message().c_str());
        QCOMPARE(meaning(*file), meaning(full()));
        QCOMPARE(write_evidence(*file), text);
        const BlockEvidence& part = file->blocks[0];
        QVERIFY(part.receipts_proven && part.transactions_proven && !part.whole());
        QVERIFY(part.receipts == made_part().receipts && part.positions == made_part().positions);
        QVERIFY((part.source == chain::Source{chain::SourceKind::file, "made.json"}));
        QVERIFY(file->ancestry->hash_at(8) == walk().hash_at(8) && file->ancestry->hash_at(8));
        QVERIFY(file->history[0].hash().value() == Hash32::from(Bytes(32, 0xab)));
    }

    void each_section_alone() {
        for (int section = 0; section < 4; ++section) {
            EvidenceFile file = full();
            if (section != 0) {
                file.blocks.erase(file.blocks.begin());
            }
            if (section != 1) {
                file.ancestry.reset();
            }
            if (section != 2) {
                file.history.clear();
            }
            const std::string text = write_evidence(file);
            QCOMPARE(text.find("anchorscope.evidence/1") != std::string::npos, section == 3);
            const Result<EvidenceFile> again = read_evidence(text, "f");
            QVERIFY2(again, again ? "" : again.error().message().c_str());
            QCOMPARE(write_evidence(*again), text);
            QCOMPARE(meaning(*again), meaning(file));
        }
        EvidenceFile bare; // a walk without headers is none
        bare.ancestry = chain::HeaderWalk(1, {});
        QCOMPARE(write_evidence(bare), write_evidence(0, {}));
    }

    void parts_without_bodies() {
        EvidenceFile file = full();
        file.blocks.pop_back();
        BlockEvidence& part = file.blocks[0];
        part.bodies_known = false;
        part.transactions.clear();
        part.transaction_nodes.clear();
        part.seal();
        const std::string text = write_evidence(file);
        const Result<EvidenceFile> again = read_evidence(text, "f");
        QVERIFY2(again, again ? "" : again.error().message().c_str());
        QVERIFY(again->blocks[0].receipts_proven && !again->blocks[0].bodies_known &&
                !again->blocks[0].transactions_proven);
        QCOMPARE(write_evidence(*again), text);
    }

    /// The old schema stays as it was, and each content has one schema.
    void schemas_do_not_mix() {
        const auto first = [](codec::Json& root) { root["schema"] = "anchorscope.evidence/1"; };
        QCOMPARE(altered(first), shown(codec::rules::json_unknown));
        QCOMPARE(altered([&](codec::Json& root) {
                     first(root);
                     root.erase("ancestry");
                     root.erase("history");
                 }),
                 shown(codec::rules::json_unknown)); // "proofs"
        QCOMPARE(altered([](codec::Json& root) {
                     root.erase("ancestry");
                     root.erase("history");
                     root["blocks"].erase(0);
                 }),
                 shown(chain::rules::evidence_schema)); // nothing that needs /2
        QCOMPARE(altered([](codec::Json& root) { root["schema"] = "anchorscope.evidence/3"; }),
                 shown(chain::rules::evidence_schema));
        QCOMPARE(altered([](codec::Json& root) { root["ancestry"] = codec::Json::array(); }),
                 shown(chain::rules::evidence_schema));
        QCOMPARE(altered([](codec::Json& root) { root["history"] = codec::Json::array(); }),
                 shown(chain::rules::evidence_schema));
    }

    void members_are_closed() {
        QCOMPARE(altered([](codec::Json&) {}), QByteArray());
        const auto unknown = shown(codec::rules::json_unknown), missing = shown(codec::rules::json_missing),
                   type = shown(codec::rules::json_type), value = shown(codec::rules::json_value);
        QCOMPARE(altered([](codec::Json& root) { root["note"] = 1; }), unknown);
        QCOMPARE(altered([](codec::Json& root) { root["blocks"][0]["receipts"] = codec::Json::array(); }),
                 unknown);
        QCOMPARE(altered([](codec::Json& root) { root["blocks"][0]["proofs"]["note"] = 1; }), unknown);
        QCOMPARE(altered([](codec::Json& root) { root["history"][0]["hash"] = 1; }), unknown);
        for (const char* key : {"positions", "transactions", "receipts"}) {
            QCOMPARE(altered([key](codec::Json& root) { root["blocks"][0]["proofs"].erase(key); }), missing);
            QCOMPARE(altered([key](codec::Json& root) { root["blocks"][0]["proofs"][key] = 1; }), type);
        }
        for (const char* key : {"header", "number", "account", "storage"}) {
            QCOMPARE(altered([key](codec::Json& root) { root["history"][0].erase(key); }), missing);
            QCOMPARE(altered([key](codec::Json& root) { root["history"][0][key] = 1; }), type);
        }
        QCOMPARE(altered([](codec::Json& root) { root["blocks"][0]["proofs"] = nullptr; }), type);
        QCOMPARE(altered([](codec::Json& root) { root["ancestry"] = 1; }), type);
        QCOMPARE(altered([](codec::Json& root) { root["ancestry"][0] = 1; }), type);
        QCOMPARE(altered([](codec::Json& root) { root["blocks"][0]["proofs"]["positions"][0] = "0"; }),
                 value);
        QCOMPARE(altered([](codec::Json& root) { root["blocks"][0]["proofs"]["positions"][0] = -1; }), value);
        QCOMPARE(altered([](codec::Json& root) { root["blocks"][0]["proofs"]["positions"][1] = 1U << 18U; }),
                 value);
    }

    void contents_are_checked() {
        const auto proofs = [](auto change) {
            return altered([&](codec::Json& root) { change(root["blocks"][0]["proofs"]); });
        };
        const QByteArray positions = shown(chain::rules::block_positions);
        QCOMPARE(proofs([](codec::Json& json) { json["positions"] = codec::Json::array(); }), positions);
        QCOMPARE(proofs([](codec::Json& json) { json["positions"] = {2, 0}; }), positions);
        QCOMPARE(proofs([](codec::Json& json) { json["positions"] = {2, 2}; }), positions);
        QVERIFY(!proofs([](codec::Json& json) { json["positions"] = {0, 1}; }).isEmpty());
        QCOMPARE(proofs([](codec::Json& json) { json["receipts"].erase(0); }),
                 shown(chain::rules::trie_hash));
        QCOMPARE(proofs([](codec::Json& json) { json["receipts"].push_back("0x80"); }),
                 shown(chain::rules::trie_surplus));
        QCOMPARE(proofs([](codec::Json& json) { json["transactions"] = codec::Json::array(); }),
                 QByteArray());
        QCOMPARE(proofs([](codec::Json& json) { std::swap(json["receipts"][0], json["transactions"][0]); }),
                 shown(chain::rules::trie_hash));
        const QByteArray link = shown(chain::rules::walk_link);
        QCOMPARE(altered([](codec::Json& root) { root["ancestry"].erase(1); }), link);
        QCOMPARE(altered([](codec::Json& root) { root["ancestry"][2] = root["ancestry"][1]; }), link);
        QCOMPARE(altered([](codec::Json& root) { std::swap(root["ancestry"][0], root["ancestry"][2]); }),
                 link);
        const auto history = [](auto change) {
            return altered([&](codec::Json& root) { change(root["history"][0]); });
        };
        QCOMPARE(history([](codec::Json& json) { json["number"] = "30007"; }),
                 shown(chain::rules::history_window));
        QVERIFY(!history([](codec::Json& json) { json["number"] = "30001"; }).isEmpty());
        QVERIFY(!history([](codec::Json& json) { json["number"] = "030000"; }).isEmpty());
        QCOMPARE(history([](codec::Json& json) { json["storage"] = codec::Json::array(); }),
                 shown(chain::rules::trie_missing));
        QVERIFY(!history([](codec::Json& json) {
                     json["header"] = to_hex(header_of(30007, {}, {}).rlp);
                 }).isEmpty());
        const auto error = read_evidence(
            [] {
                codec::Json root = codec::Json::parse(write_evidence(full()));
                root["blocks"][0]["proofs"]["receipts"].erase(0);
                return root.dump(2) + '\n';
            }(),
            "f");
        QCOMPARE(shown(error.error().place), "blocks[0].proofs.receipts.nodes[0]");
    }

    /// A pin of a later block vouches for what the state of that block holds, and for nothing else.
    void a_pin_carries_through_the_state() {
        const Case made = made_case();
        const Hash32 hash = made.evidence.blocks[0].header.hash;
        const auto pinned = [&made](const chain::HistoryProof& proof, const chain::Header& pin) {
            Case each = made;
            each.request.pins = {{made_chain, pin.number, pin.hash, "user"}};
            each.evidence.history = {proof};
            return each;
        };
        const chain::HistoryProof proof = history_proof(made_number, hash, 60);
        const Report report = pinned(proof, proof.header).report();
        QCOMPARE(verdict(report), "verified");
        QVERIFY(rung(report, RungId::block).detail.find("user, by the state of block 60") !=
                std::string::npos);
        QVERIFY(!has_finding(report, "pin.unused"));

        Case unpinned = pinned(proof, proof.header);
        unpinned.request.pins.clear(); // the file alone authenticates nothing
        QCOMPARE(verdict(unpinned.report()), "unproven");
        QCOMPARE(verdict(pinned(proof, header_of(60, {}, {})).report()),
                 "unproven"); // another block 60 is pinned
        QCOMPARE(verdict(pinned(proof, header_of(61, {}, {})).report()), "unproven");
        Case elsewhere = pinned(proof, proof.header);
        elsewhere.request.pins[0].chain_id = made_chain + 1;
        QCOMPARE(verdict(elsewhere.report()), "unproven");

        const chain::HistoryProof other = history_proof(made_number, Hash32::from(Bytes(32, 9)), 60);
        QCOMPARE(verdict(pinned(other, other.header).report()), "mismatch"); // the chain has another block 41
        chain::HistoryProof broken = proof;
        broken.proof.storage_nodes[0][0] ^= 1U;
        QCOMPARE(verdict(pinned(broken, broken.header).report()), "unproven");
        const chain::HistoryProof late = history_proof(made_number, hash, made_number + 8192);
        QCOMPARE(verdict(pinned(late, late.header).report()), "unproven");
        const chain::HistoryProof early = history_proof(made_number, hash, made_number);
        QCOMPARE(verdict(pinned(early, early.header).report()), "mismatch"); // another block 41 is pinned

        // A pin above it, by headers and then by the state
        const chain::Header above = header_of(61, proof.header.hash, {});
        Case both = pinned(proof, above);
        QCOMPARE(verdict(both.report()), "unproven");
        both.evidence.walks.emplace_back(61, above.hash);
        QVERIFY(both.evidence.walks[0].append(above.rlp) && both.evidence.walks[0].append(proof.header.rlp));
        QCOMPARE(verdict(both.report()), "verified");
    }

    /// Every flip of every bit: refused, or what others must authenticate is something else.
    void bit_flips() {
        EvidenceFile file = full();
        file.blocks.pop_back(); // whole blocks: see test_evidence_file.cpp
        const std::string text = write_evidence(file);
        const std::string original = meaning(file);
        std::array<std::size_t, 2> read{};
        std::array<std::string, 2> silent;
        std::vector<std::thread> threads;
        for (std::size_t thread = 0; thread < read.size(); ++thread) {
            threads.emplace_back([&, thread] {
                for (std::size_t bit = thread; bit < text.size() * 8; bit += read.size()) {
                    std::string mutated = text;
                    mutated[bit / 8] =
                        static_cast<char>(static_cast<unsigned char>(mutated[bit / 8]) ^ 1U << bit % 8);
                    const Result<EvidenceFile> again = read_evidence(mutated, "f");
                    read[thread] += again ? 1U : 0U;
                    if (again && meaning(*again) == original) {
                        silent[thread] = std::to_string(bit);
                    }
                }
            });
        }
        for (std::thread& thread : threads) {
            thread.join();
        }
        QCOMPARE(silent[0] + silent[1], std::string());
        QVERIFY(read[0] + read[1] > 100);
    }
};

QTEST_GUILESS_MAIN(TestEvidenceParts)
#include "test_evidence_parts.moc"
