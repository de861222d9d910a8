#include "core/digest/table_digests.h"
#include "eez_runs.h"
#include <botan/hash.h>
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using digest::Digest;
using digest::DigestKind;

namespace {

QByteArray hex(const Hash32& hash) { return shown(hash.hex()); }
QByteArray text_of(const codec::Json& value) { return shown(value.get<std::string>()); }

/// Keccak-256 by Botan.
Hash32 botan_keccak(const Bytes& message) {
    const auto hash = Botan::HashFunction::create_or_throw("Keccak-1600(256)");
    hash->update(message);
    Hash32 out;
    hash->final(out.bytes.data());
    return out;
}

std::vector<Digest> of_kind(const std::vector<Digest>& digests, DigestKind kind) {
    std::vector<Digest> out;
    std::ranges::copy_if(digests, std::back_inserter(out),
                         [&](const Digest& one) { return one.kind == kind; });
    return out;
}

} // namespace

class TestDigests : public QObject {
    Q_OBJECT

private slots:
    // Expected values: ethers v6 on the same calldata (oracle.json).
    void recordedTablesHashAsTheOracleSays() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const codec::Json& expected = recorded.oracle;
            const std::vector<Hash32> entries = digest::entry_hashes(*recorded.table);
            QCOMPARE(entries.size(), expected.at("entryHashes").size());
            for (std::size_t i = 0; i < entries.size(); ++i) {
                QCOMPARE(hex(entries[i]), text_of(expected.at("entryHashes").at(i)));
            }
            QCOMPARE(digest::lookup_hashes(*recorded.table).size(), expected.at("lookupHashes").size());
            const std::optional<Hash32> input = digest::shared_public_input(*recorded.table);
            QCOMPARE(input.has_value(), expected.contains("sharedPublicInput"));
            if (input) {
                QCOMPARE(hex(*input), text_of(expected.at("sharedPublicInput")));
            }
        }
    }

    void tableDigestsListThemInOrder() {
        for (const RecordedTable& recorded : recorded_tables()) {
            const table::ExecutionTable& table = *recorded.table;
            const std::vector<Digest> digests = digest::table_digests(table);
            const std::vector<Digest> entries = of_kind(digests, DigestKind::entry_hash);
            QCOMPARE(entries.size(), table.entries.size());
            for (std::size_t i = 0; i < entries.size(); ++i) {
                QCOMPARE(hex(entries[i].value), text_of(recorded.oracle.at("entryHashes").at(i)));
                QCOMPARE(shown(entries[i].subject),
                         "entries[" + QByteArray::number(static_cast<int>(i)) + "]");
                QCOMPARE(entries[i].range, table.entries[i].range);
            }
            QCOMPARE(of_kind(digests, DigestKind::shared_public_input).size(), table.batch ? 1U : 0U);
            QCOMPARE(of_kind(digests, DigestKind::call_hash).empty(),
                     !table.executing_domain().known() ||
                         std::ranges::all_of(table.entries,
                                             [](const table::Entry& one) { return one.calls.empty(); }));
        }
        const auto table = decoded(calldata_of(BatchSpec{
            .entries = {{.calls = {{}}, .lookups = {{.calls = {{}, {}}}}}}, .lookups = {{.calls = {{}}}}}));
        QByteArrayList subjects;
        for (const Digest& digest : digest::table_digests(*table)) {
            subjects += shown(digest::id(digest.kind)) + ' ' + shown(digest.subject);
        }
        QCOMPARE(subjects,
                 QByteArrayList({"entry_hash entries[0]", "call_hash entries[0].calls[0]",
                                 "call_hash entries[0].lookups[0].calls[0]",
                                 "call_hash entries[0].lookups[0].calls[1]", "lookup_hash lookups[0]",
                                 "call_hash lookups[0].calls[0]", "shared_public_input batch"}));
    }

    // In the runs that join both sides a flat call of one is a proxy call of the other, whose manager checked
    // the call hash against its own table. In the other runs the sides are two demonstrations that do not
    // meet.
    void callHashesAreThoseNamedOnTheOtherSide() {
        std::size_t compared = 0;
        for (const char* scenario : {"counter", "counterL2", "multi-call-nested"}) {
            for (const auto& [side, other] : {std::pair("l1", "l2"), std::pair("l2", "l1")}) {
                const RecordedTable here = recorded_table(scenario, side);
                const RecordedTable there = recorded_table(scenario, other);
                std::set<Hash32> named;
                for (const table::Entry& entry : there.table->entries) {
                    named.insert(entry.proxy_entry_hash);
                    for (const table::NestedCall& nested : entry.nested) {
                        named.insert(nested.call_hash);
                    }
                }
                for (const Digest& one : of_kind(digest::table_digests(*here.table), DigestKind::call_hash)) {
                    QVERIFY2(named.contains(one.value), here.name.c_str());
                    ++compared;
                }
            }
        }
        QCOMPARE(compared, 4U);
    }

    void callHashIsAbiEncodeOfSixLooseArguments() {
        const auto table = decoded(calldata_of(BatchSpec{
            .entries = {{.calls = {{.source_rollup = 5, .value = 3, .data = Bytes(37, 0x5a)}, {}}}}}));
        const codec::AbiType type =
            codec::AbiType::parse("(uint256,address,uint256,bytes,address,uint256)").value();
        for (const table::Call& call : table->entries[0].calls) {
            const Bytes message = codec::abi_encode(
                type, AbiTree::list({AbiTree::of(U256(4)), AbiTree::of(call.target), AbiTree::of(call.value),
                                     AbiTree::of(call.data), AbiTree::of(call.source),
                                     AbiTree::of(call.source_rollup)}));
            const digest::Preimage preimage = digest::call_hash_preimage(call, 4, table->calldata());
            QCOMPARE(preimage.bytes(table->calldata()), message);
            QCOMPARE(preimage.length(), message.size());
            QCOMPARE(
                digest::call_hash(4, call.target, call.value, call.data, call.source, call.source_rollup),
                botan_keccak(message));
            QCOMPARE(preimage.hash(crypto::HashFunction::keccak_256, table->calldata()),
                     botan_keccak(message));
            const auto literals =
                std::ranges::count_if(preimage.pieces, [](const digest::PreimagePiece& piece) {
                    return std::holds_alternative<Bytes>(piece.content);
                });
            QCOMPARE(literals, 1); // the rollup, and the offset word: in the tuple it is 0xc0 as well
        }
    }

    void structPreimagesHaveTheOffsetWord() {
        const auto table = decoded(calldata_of(BatchSpec{.entries = {{}, {}}, .lookups = {{}}}));
        for (std::size_t i = 0; i < table->entries.size(); ++i) {
            const Bytes message = digest::entry_hash_preimage(*table, i).bytes(table->calldata());
            QCOMPARE(message.size(), table->entries[i].range.length + 32);
            QCOMPARE(int{message[31]}, 0x20);
            QCOMPARE(digest::entry_hashes(*table)[i], botan_keccak(message));
        }
        const Bytes message = digest::lookup_hash_preimage(*table, 0).bytes(table->calldata());
        QCOMPARE(digest::lookup_hashes(*table)[0], botan_keccak(message));
    }

    void sharedPublicInputNeedsTheBlobHashes() {
        const auto table = decoded(calldata_of(BatchSpec{.blobs = {0, 1}, .call_data = {1}}));
        QVERIFY(!digest::shared_public_input(*table));
        const std::array blobs{word_of(1), word_of(2)};
        QVERIFY(!digest::shared_public_input(*table, std::span(blobs).first(1)));
        Bytes message;
        for (const Hash32& one : {word_of(32), word_of(0), word_of(32), word_of(0), word_of(32), word_of(2),
                                  blobs[0], blobs[1], botan_keccak({1}), word_of(0)}) {
            append(message, one.view());
        }
        QCOMPARE(digest::shared_public_input(*table, blobs), botan_keccak(message));
        QVERIFY(of_kind(digest::table_digests(*table), DigestKind::shared_public_input).empty());
    }
};

QTEST_GUILESS_MAIN(TestDigests)
#include "test_digests.moc"
