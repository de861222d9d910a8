#include "core/codec/abi_reader.h"
#include "core/codec/abi_writer.h"
#include "core/crypto/hash_function.h"
#include "tests/core/abi_support.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::abi_check;
using codec::abi_encode;
using codec::AbiKind;
using codec::AbiTree;
using codec::AbiType;
using codec::AbiTypeNode;
using codec::AbiValue;
using codec::Json;

namespace {

AbiType type_of(std::string_view declaration) { return AbiType::parse(declaration).value(); }

/// Words written one a line: "20" is a number on the right, "=0102" bytes on the left.
Bytes words(std::initializer_list<std::string_view> lines) {
    Bytes out;
    for (const std::string_view line : lines) {
        const bool left = line.starts_with('=');
        std::string digits(line.substr(left ? 1 : 0));
        digits.insert(left ? digits.size() : 0, 64 - digits.size(), '0');
        append(out, bytes(digits));
    }
    return out;
}

/// "rule@offset place" of an error, "" when the data is canonical.
QByteArray verdict(std::string_view declaration, const Bytes& data, std::uint64_t base = 0) {
    const Result<void> result = abi_check(type_of(declaration), data, base);
    return result ? QByteArray() : rule_at(result) + ' ' + shown(result.error().place);
}

std::string random_declaration(Random& random, int depth) {
    static const std::array<std::string, 12> plain{"uint256", "uint8",  "int64", "int256", "address", "bool",
                                                   "bytes32", "bytes4", "bytes", "string", "uint",    "int8"};
    std::string out;
    if (depth > 0 && random() % 2 == 0) {
        out = "(";
        for (std::uint64_t fields = random() % 4 + 1; fields > 0; --fields) {
            out += random_declaration(random, depth - 1) + (fields > 1 ? ", " : ")");
        }
    } else {
        out = plain[random() % plain.size()];
    }
    if (depth > 0 && random() % 3 == 0) {
        out += random() % 2 == 0 ? "[]" : "[" + std::to_string(random() % 3 + 1) + "]";
    }
    return out;
}

Hash32 random_word(Random& random, const AbiTypeNode& node) {
    Hash32 word = Hash32::from(random_bytes(random, 32));
    const auto clear = [&word](std::size_t from, std::size_t to, std::uint8_t with) {
        std::fill(word.bytes.begin() + static_cast<std::ptrdiff_t>(from),
                  word.bytes.begin() + static_cast<std::ptrdiff_t>(to), with);
    };
    const std::size_t above = 32U - node.bits / 8U;
    switch (node.kind) {
    case AbiKind::bool_:
        return U256(word.bytes[0] & 1U).to_word();
    case AbiKind::fixed_bytes:
        clear(node.bits, 32, 0);
        break;
    case AbiKind::int_:
        clear(0, above, (word.bytes[above % 32] & 0x80U) != 0 ? 0xff : 0);
        break;
    default:
        clear(0, above, 0);
        break;
    }
    return word;
}

AbiTree random_value(Random& random, const AbiType& type, std::uint32_t index) {
    const AbiTypeNode& node = type.node(index);
    if (node.kind == AbiKind::bytes || node.kind == AbiKind::string) {
        return AbiTree::of(ByteView(random_bytes(random, random() % 70)));
    }
    if (node.kind < AbiKind::bytes) {
        return AbiTree::of(random_word(random, node));
    }
    std::vector<AbiTree> items;
    const std::size_t count = node.kind == AbiKind::tuple         ? node.children.size()
                              : node.kind == AbiKind::fixed_array ? node.fixed_count
                                                                  : random() % 4;
    for (std::size_t i = 0; i < count; ++i) {
        items.push_back(random_value(random, type, node.children[node.kind == AbiKind::tuple ? i : 0]));
    }
    return AbiTree::list(std::move(items));
}

/// A value of the JSON of ethereum/tests: numbers, "0x…" words, texts for byte strings, lists.
AbiTree tree_of(const Json& value, const AbiType& type, std::uint32_t index) {
    const AbiTypeNode& node = type.node(index);
    if (value.is_array()) {
        std::vector<AbiTree> items;
        for (std::size_t i = 0; i < value.size(); ++i) {
            items.push_back(tree_of(value[i], type, node.children[node.kind == AbiKind::tuple ? i : 0]));
        }
        return AbiTree::list(std::move(items));
    }
    if (value.is_number()) {
        return AbiTree::of(U256(value.get<std::uint64_t>()));
    }
    const auto text = value.get<std::string>();
    if (node.kind == AbiKind::address) {
        return AbiTree::of(Address::parse(text).value());
    }
    if (node.kind == AbiKind::bytes) {
        return AbiTree::of(bytes_of(text));
    }
    Hash32 word;
    std::ranges::copy(bytes_of(text), word.bytes.begin());
    return AbiTree::of(word);
}

/// Every value inside `value` says of itself what its re-encoding says.
void encodings_are_exact(const AbiValue& value, ByteView data) {
    const ByteRange encoding = value.encoding();
    QVERIFY(encoding.end() <= data.size());
    QVERIFY(equal(value.encoding_bytes(), slice(data, encoding)));
    const AbiType& type = value.type();
    const AbiType wrapper = type_of("(" + type.canonical(value.type_index()) + ")");
    Bytes expected = abi_encode(wrapper, AbiTree::list({read_tree(value)}));
    if (value.type_node().dynamic) {
        expected.erase(expected.begin(), expected.begin() + 32); // the offset word
    }
    QVERIFY(equal(value.encoding_bytes(), expected));
    if (value.kind() < AbiKind::tuple) {
        return;
    }
    for (std::size_t i = 0; i < value.size(); ++i) {
        const AbiValue child = value.at(i);
        QVERIFY(child.encoding().offset >= encoding.offset && child.encoding().end() <= encoding.end());
        encodings_are_exact(child, data);
    }
}

} // namespace

class TestAbi : public QObject {
    Q_OBJECT

    static void spells(std::string_view declaration, const QByteArray& expected) {
        const Result<AbiType> type = AbiType::parse(declaration);
        QVERIFY2(type, type ? "" : type.error().message().c_str());
        QCOMPARE(shown(type->canonical()), expected);
    }
    static void no_type(std::string_view declaration) {
        QCOMPARE(rule_of(AbiType::parse(declaration)), "abi.declaration");
    }

private slots:
    void declarations() {
        spells("uint", "uint256");
        spells("int", "int256");
        spells("uint64 blockNumber", "uint64");
        spells("bytes", "bytes");
        spells("bytes32 h", "bytes32");
        spells("bytes1", "bytes1");
        spells("address[]", "address[]");
        spells("bool[3][] flags", "bool[3][]");
        spells("string name", "string");
        spells("()", "()");
        spells("( uint256 a , bytes b )[2] items", "(uint256,bytes)[2]");
        spells("((uint a,(bool b)[] c)d,\n\tbytes32[2][3]e)", "((uint256,(bool)[]),bytes32[2][3])");
        spells("int8", "int8");
    }

    void what_is_no_declaration() {
        for (const char* text : {"",
                                 " ",
                                 "uint7",
                                 "uint0",
                                 "uint264",
                                 "uint08",
                                 "int257",
                                 "bytes0",
                                 "bytes33",
                                 "bytes032",
                                 "byte",
                                 "addres",
                                 "tuple",
                                 "uint256[",
                                 "uint256[0]",
                                 "uint256[01]",
                                 "uint256[-1]",
                                 "uint256[999999999]",
                                 "uint256]",
                                 "(uint256",
                                 "(uint256,)",
                                 "(,uint256)",
                                 "uint256)",
                                 "(uint256 a b)",
                                 "uint256 1a",
                                 "()[]",
                                 "()[4]",
                                 "(())[]",
                                 "uint256 a[]",
                                 "uint256[1000000][1000000]",
                                 "(uint256;bool)",
                                 "uint256[ 2]"}) {
            no_type(text);
        }
        no_type(std::string(100'000, '('));
        no_type(std::string(60'000, '('));
        no_type("uint256" + [] {
            std::string arrays;
            for (int i = 0; i < 17; ++i) {
                arrays += "[]";
            }
            return arrays;
        }());
        no_type(std::string(9, '(') + "bool" + [] {
            std::string arrays;
            for (int i = 0; i < 9; ++i) {
                arrays += "[])"; // eighteen levels, one array and one tuple each
            }
            return arrays;
        }());
        spells(std::string(16, '(') + "bool" + std::string(16, ')'),
               QByteArray(16, '(') + "bool" + QByteArray(16, ')'));
        no_type(std::string(17, '(') + "bool" + std::string(17, ')'));
    }

    void layout_of_types() {
        const AbiType type =
            type_of("(uint8 a, (bool x, bytes32[2] y)[3] b, bytes[2] c, (uint256 p, string q) d)");
        const auto node = [&type](std::string_view name) { return type.node(type.field(type.root(), name)); };
        QCOMPARE(node("a").head_words, 1U);
        QCOMPARE(node("b").head_words, 9U);
        QCOMPARE(node("b").dynamic, false);
        QCOMPARE(node("c").head_words, 1U);
        QCOMPARE(node("c").dynamic, true);
        QCOMPARE(node("d").dynamic, true);
        QCOMPARE(type.field_index(type.root(), "d").value(), 3U);
        QVERIFY(!type.field_index(type.root(), "e"));
    }

    void published_vectors() { // ethereum/tests, ABITests/basic_abi_tests.json
        RECORDED_JSON(vectors, "ethereum-tests/basic_abi_tests.json");
        QCOMPARE(vectors.size(), std::size_t{3});
        for (const auto& [name, vector] : vectors.items()) {
            std::string declaration;
            for (const Json& type : vector.at("types")) {
                declaration += (declaration.empty() ? "(" : ",") + type.get<std::string>();
            }
            const AbiType type = type_of(declaration + ")");
            const AbiTree value = tree_of(vector.at("args"), type, type.root());
            const Bytes expected = bytes(vector.at("result").get<std::string>());
            QVERIFY2(abi_encode(type, value) == expected, name.c_str());
            QVERIFY2(abi_check(type, expected), name.c_str());
            QVERIFY2(same(read_tree(AbiValue(type, expected)), value), name.c_str());
        }
    }

    // Solidity documentation, "Contract ABI Specification": f(uint256,uint32[],bytes10,bytes) and
    // g(uint256[][],string[]) with their selectors.
    void documented_examples() {
        const auto selector = [](std::string_view signature) {
            return shown(to_hex(crypto::keccak256(bytes_of(signature)).view().first(4)));
        };
        const AbiType f = type_of("(uint256 a, uint32[] b, bytes10 c, bytes d)");
        QCOMPARE(selector("f" + f.canonical()), "0x8be65246");
        const AbiType g = type_of("(uint256[][] a, string[] b)");
        QCOMPARE(selector("g" + g.canonical()), "0x2289b18c");
        const Bytes data =
            words({"40", "140", "2",  "40", "a0", "2",       "1", "2",       "1", "3",
                   "3",  "60",  "a0", "e0", "3",  "=6f6e65", "3", "=74776f", "5", "=7468726565"});
        QCOMPARE(verdict("(uint256[][] a, string[] b)", data), "");
        const AbiValue root(g, data);
        QCOMPARE(root["a"].at(1).at(0).u64(), std::uint64_t{3});
        QVERIFY(equal(root["b"].at(2).bytes(), bytes_of("three")));
        QCOMPARE(root["b"].size(), std::size_t{3});
    }

    void each_rule_at_its_place() {
        QCOMPARE(verdict("(uint256 a)", words({})), "abi.truncated@0 ");
        QCOMPARE(verdict("(uint256 a)", words({"1", "2"})), "abi.trailing@32 ");
        QCOMPARE(verdict("(uint256 a)", words({"1"})), "");
        QCOMPARE(verdict("()", {}), "");
        QCOMPARE(verdict("()", {0}), "abi.trailing@0 ");
        QCOMPARE(verdict("(uint8 a, bool b)", words({"ff", "1"})), "");
        QCOMPARE(verdict("(uint8 a, bool b)", words({"100", "1"})), "abi.width@0 a");
        QCOMPARE(verdict("(uint8 a, bool b)", words({"1", "2"})), "abi.bool@32 b");
        QCOMPARE(verdict("(uint8 a, bool b)", words({"1", "=01"})), "abi.bool@32 b");
        QCOMPARE(verdict("(int8)", words({std::string(62, 'f') + "80"})), "");
        QCOMPARE(verdict("(int8)", words({std::string(62, 'f') + "7f"})), "abi.width@0 ");
        QCOMPARE(verdict("(int8)", words({"80"})), "abi.width@0 ");
        QCOMPARE(verdict("(int8)", words({"7f"})), "");
        QCOMPARE(verdict("(bool,bytes4)", words({"0", "=010203"})), "");
        QCOMPARE(verdict("(bool,bytes4)", words({"0", "=0102030405"})), "abi.padding@32 1");
        QCOMPARE(verdict("(address to)", words({"1" + std::string(40, '0')})), "abi.padding@0 to");
        QCOMPARE(verdict("(bytes b)", words({"20", "1", "=ff"})), "");
        QCOMPARE(verdict("(bytes b)", words({"20", "0"})), "");
        QCOMPARE(verdict("(bytes b)", words({"20", "1", "=ff01"})), "abi.padding@65 b");
        QCOMPARE(verdict("(bytes b)", words({"20", "21", "=ff"})), "abi.truncated@32 b");
        QCOMPARE(verdict("(bytes b)", words({"20"})), "abi.truncated@32 b");
        QCOMPARE(verdict("(bytes b)", words({"20", std::string(64, 'f')})), "abi.truncated@32 b");
        QCOMPARE(verdict("(bytes b)", words({"20", std::string(16, 'f')})), "abi.truncated@32 b");
        QCOMPARE(verdict("(bytes b)", words({"40", "0", "0"})), "abi.offset@0 b"); // a gap
        QCOMPARE(verdict("(bytes b)", words({"0"})), "abi.offset@0 b");            // into its own head
        QCOMPARE(verdict("(bytes b)", words({"1" + std::string(16, '0') + "20", "0"})), "abi.offset@0 b");
        QCOMPARE(verdict("(bytes a, bytes b)", words({"40", "40", "0"})), "abi.offset@32 b");     // shared
        QCOMPARE(verdict("(bytes a, bytes b)", words({"60", "40", "0", "0"})), "abi.offset@0 a"); // swapped
        QCOMPARE(verdict("(uint256[] a)", words({"20", "2", "1", "2"})), "");
        QCOMPARE(verdict("(uint256[] a)", words({"20", "3", "1", "2"})), "abi.count@32 a");
        QCOMPARE(verdict("(uint256[] a)", words({"20", std::string(64, 'f')})), "abi.count@32 a");
        QCOMPARE(verdict("(uint256[] a)", words({"20", "8" + std::string(15, '0')})), "abi.count@32 a");
        QCOMPARE(verdict("(uint256[2][] a)", words({"20", "1", "1"})), "abi.count@32 a");
        QCOMPARE(verdict("(bytes[2] a)", words({"20", "40"})), "abi.truncated@32 a");
        QCOMPARE(verdict("(bytes[] a)", words({"20", "0"})), "");
        QCOMPARE(verdict("(bytes[] a)", words({"20", "1", "20", "1", "=01"})), "");
        QCOMPARE(verdict("(bytes[] a)", words({"20", "1", "40", "1", "=01"})), "abi.offset@64 a[0]");
        QCOMPARE(verdict("(bool[2] f)", words({"1", "3"})), "abi.bool@32 f[1]");
        const std::string_view nested = "((uint256, (bytes32, bool)[] x)[] e)";
        QCOMPARE(verdict(nested, words({"20", "2", "40", "a0", "1", "40", "0", "2", "40", "1", "0", "1"})),
                 "");
        QCOMPARE(verdict(nested, words({"20", "2", "40", "c0", "1", "40", "0", "2", "40", "1", "0", "1"})),
                 "abi.offset@96 e[1]");
        QCOMPARE(verdict(nested, words({"20", "2", "40", "a0", "1", "40", "0", "2", "40", "1", "0", "5"})),
                 "abi.bool@352 e[1].x[0].1");
    }

    void an_unaligned_length_is_refused() {
        Bytes data = words({"20", "1", "=ff"});
        for (std::size_t length = 0; length < data.size(); ++length) {
            QVERIFY(!abi_check(type_of("(bytes)"), ByteView(data).first(length)));
        }
        data.push_back(0);
        QCOMPARE(verdict("(bytes)", data), "abi.trailing@96 ");
    }

    void base_offset_is_added() {
        QCOMPARE(verdict("(uint8 a, bool b)", words({"1", "2"}), 1000), "abi.bool@1032 b");
        const AbiType type = type_of("(bytes b, uint256[] n)");
        const Bytes data = words({"40", "80", "3", "=010203", "2", "7", "8"});
        QVERIFY(abi_check(type, data));
        const AbiValue root(type, data, 4);
        QVERIFY(root["b"].range() == (ByteRange{4 + 96, 3}));
        QVERIFY(root["b"].encoding() == (ByteRange{4 + 64, 64}));
        QVERIFY(root["n"].range() == (ByteRange{4 + 160, 64}));
        QVERIFY(root["n"].encoding() == (ByteRange{4 + 128, 96}));
        QVERIFY(root["n"].at(1).range() == (ByteRange{4 + 192, 32}));
        QVERIFY(root.range() == (ByteRange{4, data.size()}));
        QVERIFY(equal(root["b"].encoding_bytes(), ByteView(data).subspan(64, 64)));
        QCOMPARE(root["b"].size(), std::size_t{3});
        QCOMPARE(root["n"].at(1).u64(), std::uint64_t{8});
    }

    void words_as_they_are_meant() {
        const AbiType type = type_of("(address a, bool t, bool f, int256 n, uint64 u)");
        const Bytes data = words({std::string(40, '7'), "1", "0", std::string(64, 'f'), "0102030405060708"});
        QVERIFY(abi_check(type, data));
        const AbiValue root(type, data);
        QCOMPARE(shown(root["a"].address().hex()), "0x" + QByteArray(40, '7'));
        QCOMPARE(root["t"].boolean(), true);
        QCOMPARE(root["f"].boolean(), false);
        QCOMPARE(shown(root["n"].u256().decimal_signed()), "-1");
        QCOMPARE(root["u"].u64(), std::uint64_t{0x0102030405060708});
    }

    // Calldata recorded on a local chain; its hashes were computed with ethers v6.
    void recorded_calldata() {
        const AbiType type = type_of("(" + batch_declaration() + ")");
        const Hash32 signature = crypto::keccak256(bytes_of("postAndVerifyBatch" + type.canonical()));
        QCOMPARE(shown(to_hex(signature.view().first(4))), "0x8b1a095a");
        for (const char* scenario : {"counter", "counterL2", "multi-call-nested", "nestedCallRevert",
                                     "reentrant", "revertCounter"}) {
            const auto text = recorded("eez/" + std::string(scenario) + "/oracle.json");
            if (!text) {
                QSKIP(
                    "not there: eez/*/oracle.json (set ANCHORSCOPE_FIXTURES to the folder of recorded data)");
            }
            const Json oracle = codec::parse_json(*text).value();
            for (const Json& table : oracle.at("l1")) {
                const Bytes calldata = bytes(table.at("calldataHex").get<std::string>());
                const Bytes arguments(calldata.begin() + 4, calldata.end());
                const Result<void> checked = abi_check(type, arguments, 4);
                QVERIFY2(checked, checked ? "" : checked.error().message().c_str());
                QVERIFY(crypto::keccak256(arguments) ==
                        word(table.at("abiBatch").at("keccak256").get<std::string>()));
                const AbiValue batch = AbiValue(type, arguments, 4).at(0);
                QCOMPARE(batch["entries"].size(), table.at("entries").size());
                for (std::size_t i = 0; i < batch["entries"].size(); ++i) {
                    const AbiValue entry = batch["entries"].at(i);
                    const Json& expected = table.at("entries")[i];
                    QCOMPARE(shown(entry["proxyEntryHash"].word().hex()),
                             shown(expected.at("proxyEntryHash").get<std::string>()));
                    QCOMPARE(shown(entry["callCount"].u256().decimal()),
                             shown(expected.at("callCount").get<std::string>()));
                    QCOMPARE(entry["l2ToL1Calls"].size(), expected.at("calls").get<std::size_t>());
                    // An entry hash is keccak256(abi.encode(entry)): an offset word and the entry's own
                    // encoding.
                    Bytes encoded = words({"20"});
                    append(encoded, entry.encoding_bytes());
                    QCOMPARE(shown(crypto::keccak256(encoded).hex()),
                             shown(table.at("entryHashes")[i].get<std::string>()));
                }
                QVERIFY(abi_encode(type, read_tree(AbiValue(type, arguments))) == arguments);
            }
        }
    }

    void error_paths_name_every_step() {
        const AbiType type = type_of("(" + batch_declaration() + ")");
        Random random(9);
        AbiTree value = random_value(random, type, type.root());
        AbiTree& entries = value.items[0].items[0];
        while (entries.items.size() < 3) {
            const AbiType entry = type_of(type.canonical(
                type.node(type.field(type.node(type.root()).children[0], "entries")).children[0]));
            entries.items.push_back(random_value(random, entry, entry.root()));
        }
        const AbiTree call =
            AbiTree::list({AbiTree::of(Address{}), AbiTree::of(U256(1)), AbiTree::of(ByteView()),
                           AbiTree::of(Address{}), AbiTree::of(U256(2)), AbiTree::of(U256(3))});
        entries.items[2].items[3] = AbiTree::list({call, call});
        Bytes data = abi_encode(type, value);
        const AbiValue calls = AbiValue(type, data).at(0)["entries"].at(2)["l2ToL1Calls"];
        data[calls.at(1)["sourceAddress"].range().offset] = 1;
        const Result<void> result = abi_check(type, data);
        QVERIFY(!result);
        QCOMPARE(shown(result.error().place), "entries[2].l2ToL1Calls[1].sourceAddress");
        QCOMPARE(shown(result.error().rule), "abi.padding");
    }

    void random_types_and_values() {
        Random random(10);
        int accepted_mutations = 0;
        int refused_mutations = 0;
        for (int round = 0; round < 1500; ++round) {
            const AbiType type =
                type_of("(" + random_declaration(random, 3) + "," + random_declaration(random, 3) + ")");
            const AbiTree value = random_value(random, type, type.root());
            Bytes data = abi_encode(type, value);
            const Result<void> checked = abi_check(type, data);
            QVERIFY2(checked, checked ? "" : (type.canonical() + checked.error().message()).c_str());
            QVERIFY(same(read_tree(AbiValue(type, data)), value));
            if (round % 10 == 0) {
                encodings_are_exact(AbiValue(type, data), data);
            }
            for (std::size_t length = 0; length < data.size(); length += 1 + data.size() / 64) {
                QVERIFY(!abi_check(type, ByteView(data).first(length)));
            }
            for (int i = 0; i < 40; ++i) {
                const std::size_t at = random() % data.size();
                const std::uint8_t before = data[at];
                data[at] = static_cast<std::uint8_t>(before ^ (1U << (random() % 8)));
                if (abi_check(type, data)) {
                    ++accepted_mutations;
                    const AbiTree changed = read_tree(AbiValue(type, data));
                    QVERIFY(!same(changed, value));
                    QVERIFY(abi_encode(type, changed) == data);
                } else {
                    ++refused_mutations;
                }
                data[at] = before;
            }
            data.resize(data.size() + (round % 2 == 0 ? 1 : 32));
            QCOMPARE(rule_of(abi_check(type, data)), "abi.trailing");
        }
        QVERIFY(accepted_mutations > 1000 && refused_mutations > 1000);
    }

    void unchecked_data_is_never_read_out_of_bounds() {
        Random random(11);
        for (int round = 0; round < 500; ++round) {
            const AbiType type = type_of("(" + random_declaration(random, 3) + ")");
            const Bytes data = random_bytes(random, random() % 200);
            const AbiValue first = AbiValue(type, data).at(0);
            static_cast<void>(first.word());
            static_cast<void>(first.bytes());
            static_cast<void>(first.range());
            QVERIFY(first.encoding_bytes().size() <= data.size());
        }
    }
};

QTEST_GUILESS_MAIN(TestAbi)
#include "test_abi.moc"
