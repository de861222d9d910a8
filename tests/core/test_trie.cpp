#include "chain_fixtures.h"
#include "core/chain/trie.h"
#include "core/crypto/hash_function.h"
#include <botan/hash.h>
#include <random>

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

Bytes text_or_hex(const codec::Json& value) {
    if (value.is_null()) {
        return {};
    }
    const auto text = value.get<std::string>();
    if (text.starts_with("0x")) {
        return unhex(text);
    }
    const ByteView bytes = bytes_of(text);
    return {bytes.begin(), bytes.end()};
}

Bytes hashed(const Bytes& key) {
    const Hash32 digest = crypto::keccak256(key);
    return {digest.bytes.begin(), digest.bytes.end()};
}

/// ethereum/tests: "in" is a list of pairs (in order of arrival) or an object.
std::vector<TrieItem> items_in(const codec::Json& in, bool secure) {
    std::vector<TrieItem> items;
    const auto add = [&](const Bytes& key, const Bytes& value) {
        items.push_back({secure ? hashed(key) : key, value});
    };
    if (in.is_array()) {
        for (const auto& pair : in) {
            add(text_or_hex(pair[0]), text_or_hex(pair[1]));
        }
    } else {
        for (const auto& [key, value] : in.items()) {
            add(text_or_hex(key), text_or_hex(value));
        }
    }
    return items;
}

// The Yellow Paper's definition, appendix D, word for word and by recursion, over Botan's Keccak.
namespace reference {

using Nibbles = std::vector<std::uint8_t>;
using Pairs = std::vector<std::pair<Nibbles, Bytes>>;

Bytes keccak(const Bytes& message) {
    const auto function = Botan::HashFunction::create_or_throw("Keccak-1600(256)");
    const auto digest = function->process(message);
    return {digest.begin(), digest.end()};
}

Bytes string(const Bytes& value) {
    codec::RlpWriter writer;
    writer.bytes(value);
    return writer.take();
}

Bytes hex_prefix(const Nibbles& nibbles, bool leaf) {
    Nibbles all{static_cast<std::uint8_t>((leaf ? 2 : 0) + nibbles.size() % 2)};
    if (nibbles.size() % 2 == 0) {
        all.push_back(0);
    }
    all.insert(all.end(), nibbles.begin(), nibbles.end());
    Bytes out;
    for (std::size_t at = 0; at < all.size(); at += 2) {
        out.push_back(static_cast<std::uint8_t>(all[at] * 16 + all[at + 1]));
    }
    return out;
}

Bytes structure(const Pairs& pairs, std::size_t depth); // c(J, i)

Bytes node(const Pairs& pairs, std::size_t depth) { // n(J, i)
    if (pairs.empty()) {
        return string({});
    }
    const Bytes encoded = structure(pairs, depth);
    return encoded.size() < 32 ? encoded : string(keccak(encoded));
}

Bytes structure(const Pairs& pairs, std::size_t depth) {
    const auto rest = [depth](const Nibbles& key, std::size_t to) {
        return Nibbles(key.begin() + static_cast<std::ptrdiff_t>(depth),
                       key.begin() + static_cast<std::ptrdiff_t>(to));
    };
    if (pairs.size() == 1) {
        const auto& [key, value] = pairs.front();
        return list_of({string(hex_prefix(rest(key, key.size()), true)), string(value)});
    }
    std::size_t shared = depth;
    const auto same_at = [&](std::size_t at) {
        return std::ranges::all_of(pairs, [&](const auto& pair) {
            return pair.first.size() > at && pair.first[at] == pairs.front().first[at];
        });
    };
    while (same_at(shared)) {
        ++shared;
    }
    if (shared != depth) {
        return list_of({string(hex_prefix(rest(pairs.front().first, shared), false)), node(pairs, shared)});
    }
    std::vector<Bytes> items;
    for (unsigned digit = 0; digit < 16; ++digit) {
        Pairs under;
        std::ranges::copy_if(pairs, std::back_inserter(under), [&](const auto& pair) {
            return pair.first.size() > depth && pair.first[depth] == digit;
        });
        items.push_back(node(under, depth + 1));
    }
    const auto ends =
        std::ranges::find_if(pairs, [&](const auto& pair) { return pair.first.size() == depth; });
    items.push_back(string(ends == pairs.end() ? Bytes{} : ends->second));
    return list_of(items);
}

/// Keys distinct, values not empty, at least one.
Hash32 root(const std::vector<TrieItem>& items) {
    Pairs pairs;
    for (const TrieItem& item : items) {
        Nibbles nibbles;
        for (const std::uint8_t byte : item.key) {
            nibbles.push_back(byte / 16);
            nibbles.push_back(byte % 16);
        }
        pairs.emplace_back(nibbles, item.value);
    }
    return Hash32::from(keccak(structure(pairs, 0)));
}

} // namespace reference

} // namespace

class TestTrie : public QObject {
    Q_OBJECT

private slots:
    void ethereum_tests_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<bool>("secure"); // keys are hashed first
        QTest::newRow("in order") << "trietest.json" << false;
        QTest::newRow("any order") << "trieanyorder.json" << false;
        QTest::newRow("secure") << "trietest_secureTrie.json" << true;
        QTest::newRow("secure, hex") << "hex_encoded_securetrie_test.json" << true;
    }

    /// Roots as published in ethereum/tests.
    void ethereum_tests() {
        QFETCH(QString, file);
        QFETCH(bool, secure);
        REQUIRE_FIXTURE(tests, read_json, "ethereum-tests/" + file.toStdString());
        QVERIFY(tests->size() > 2);
        for (const auto& [name, test] : tests->items()) {
            std::vector<TrieItem> items = items_in(test["in"], secure);
            const Hash32 expected = hash(test["root"].get<std::string>());
            QVERIFY2(trie_root(items) == expected, name.c_str());
            if (test["in"].is_object()) { // distinct keys: the order of arrival must not matter
                std::ranges::reverse(items);
                QVERIFY2(trie_root(items) == expected, (name + ", reversed").c_str());
            }
        }
    }

    /// keccak256(rlp("")), the value that every header with no transactions carries.
    void nothing_has_the_empty_root() {
        const Hash32 empty = hash("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421");
        QVERIFY(trie_root({}) == empty);
        QVERIFY(ordered_trie_root({}) == empty);
        QVERIFY(trie_root({{{1, 2}, {3}}, {{1, 2}, {}}}) == empty);
        QVERIFY(trie_root({{{1, 2}, {}}}) == empty);
    }

    void the_last_of_equal_keys_wins() {
        const Hash32 expected = trie_root({{{1}, {7}}, {{2}, {8}}});
        QVERIFY(trie_root({{{1}, {9}}, {{2}, {8}}, {{1}, {}}, {{1}, {7}}}) == expected);
        QVERIFY(trie_root({{{1}, {7}}, {{2}, {8}}, {{1}, {9}}}) != expected);
    }

    /// Keys that are prefixes of others, short and long values, against the definition.
    void random_tries_match_the_definition() {
        std::mt19937 random(1); // NOLINT: repeatable on purpose
        for (int round = 0; round < 300; ++round) {
            std::map<Bytes, Bytes> pairs;
            const std::size_t count = 1 + random() % 40;
            const auto alphabet = static_cast<unsigned>(2 + random() % 20);
            while (pairs.size() < count) {
                Bytes key(random() % 7);
                std::ranges::generate(key,
                                      [&] { return static_cast<std::uint8_t>(random() % alphabet * 13); });
                pairs[key] = Bytes(1 + random() % 40, static_cast<std::uint8_t>(random()));
            }
            std::vector<TrieItem> items;
            items.reserve(pairs.size());
            for (const auto& [key, value] : pairs) {
                items.push_back({key, value});
            }
            std::ranges::shuffle(items, random);
            const Hash32 expected = reference::root(items);
            QVERIFY2(trie_root(items) == expected, qPrintable(QString("round %1").arg(round)));
        }
    }

    /// One key of every length up to the limit: a branch at every second level, 128 deep.
    void deepest_trie_matches_the_definition() {
        std::vector<TrieItem> items;
        for (std::size_t length = 0; length <= 64; ++length) {
            items.push_back({Bytes(length, 0x5a), Bytes(33, static_cast<std::uint8_t>(length + 1))});
        }
        const Hash32 expected = reference::root(items);
        QVERIFY(trie_root(items) == expected);
    }

    /// Around the places where rlp(index) changes its length.
    void ordered_lists_match_the_definition() {
        for (const std::size_t count : {1U, 2U, 16U, 17U, 127U, 128U, 129U, 256U, 257U}) {
            std::vector<Bytes> values;
            std::vector<TrieItem> items;
            for (std::size_t index = 0; index < count; ++index) {
                values.emplace_back(1 + index % 50, static_cast<std::uint8_t>(index + 1));
                codec::RlpWriter key;
                key.u64(index);
                items.push_back({key.take(), values.back()});
            }
            const Hash32 expected = reference::root(items);
            QVERIFY2(ordered_trie_root(values) == expected, qPrintable(QString::number(count)));
            const std::vector<ByteView> views(values.begin(), values.end());
            QVERIFY(ordered_trie_root_of_views(views) == expected);
        }
    }
};

QTEST_GUILESS_MAIN(TestTrie)
#include "test_trie.moc"
