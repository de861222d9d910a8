#include "chain_fixtures.h"
#include "core/chain/header.h"
#include "core/chain/transaction.h"
#include "core/chain/trie_proof.h"
#include "core/crypto/hash_function.h"
#include <random>
#include <set>

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

using Pairs = std::map<Bytes, Bytes>;

bool is_absent(const Result<TrieValue>& result) { return result && !*result; }

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

/// ethereum/tests: "in" is a list of pairs (in order of arrival; null deletes) or an object.
Pairs pairs_in(const codec::Json& in) {
    Pairs out;
    const auto set = [&out](const Bytes& key, const Bytes& value) {
        out.erase(key);
        if (!value.empty()) {
            out[key] = value;
        }
    };
    if (in.is_array()) {
        for (const auto& pair : in) {
            set(text_or_hex(pair[0]), text_or_hex(pair[1]));
        }
    } else {
        for (const auto& [key, value] : in.items()) {
            set(text_or_hex(codec::Json(key)), text_or_hex(value));
        }
    }
    return out;
}

Bytes hashed(const Bytes& key) {
    const Hash32 digest = crypto::keccak256(key);
    return {digest.bytes.begin(), digest.bytes.end()};
}

std::vector<TrieItem> items_of(const Pairs& pairs, bool secure = false) {
    std::vector<TrieItem> items;
    for (const auto& [key, value] : pairs) {
        items.push_back({secure ? hashed(key) : key, value});
    }
    return items;
}

/// "" where the value is as expected, else what is wrong.
QByteArray wrong_value(const Pairs& pairs, const Bytes& key, const TrieValue& read) {
    const auto expected = pairs.find(key);
    if (read.has_value() != (expected != pairs.end())) {
        return read ? "there, though it is not" : "absent, though it is there";
    }
    return !read || equal(*read, expected->second) ? "" : "another value";
}

Bytes string(const Bytes& value) {
    codec::RlpWriter writer;
    writer.bytes(value);
    return writer.take();
}
/// What a parent holds of a node.
Bytes refer(const Bytes& node) {
    const Hash32 digest = crypto::keccak256(node);
    return node.size() < 32 ? node : string({digest.bytes.begin(), digest.bytes.end()});
}
/// A branch with these encoded children and this value.
Bytes branch(const std::map<unsigned, Bytes>& children, const Bytes& value = {}) {
    std::vector<Bytes> items(16, string({}));
    for (const auto& [digit, child] : children) {
        items[digit] = child;
    }
    items.push_back(string(value));
    return list_of(items);
}
Bytes pair_node(const Bytes& path, const Bytes& second) { return list_of({string(path), second}); }

const Bytes long_value(40, 0x77);
const Bytes long_leaf = pair_node({0x20}, string(long_value)); // a leaf with nothing left of its key

/// Reads the key 0x1234 under the first of `nodes`.
Result<TrieValue> read_1234(const std::vector<Bytes>& nodes) {
    return read_trie_path(crypto::keccak256(nodes.front()), {0x12, 0x34}, nodes);
}

struct RandomTrie {
    Pairs pairs;
    std::vector<Bytes> keys; // wanted: some of them, and some that are not there
};

RandomTrie random_trie(std::mt19937& random) {
    RandomTrie out;
    const std::size_t count = 1 + random() % 40;
    const auto alphabet = static_cast<unsigned>(2 + random() % 20);
    const auto key = [&] {
        Bytes made(random() % 7);
        std::ranges::generate(made, [&] { return static_cast<std::uint8_t>(random() % alphabet * 13); });
        return made;
    };
    while (out.pairs.size() < count) {
        out.pairs[key()] = Bytes(1 + random() % 40, static_cast<std::uint8_t>(random()));
    }
    for (const auto& [present, value] : out.pairs) {
        if (random() % 3 == 0) {
            out.keys.push_back(present);
        }
    }
    for (int more = 0; more < 4; ++more) {
        out.keys.push_back(key());
    }
    std::ranges::shuffle(out.keys, random);
    return out;
}

} // namespace

class TestTrieProof : public QObject {
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

    /// Every key under the root that ethereum/tests publish, and neighbours of every key, proven absent.
    void ethereum_tests() {
        QFETCH(QString, file);
        QFETCH(bool, secure);
        REQUIRE_FIXTURE(tests, read_json, "ethereum-tests/" + file.toStdString());
        std::size_t present = 0, absent = 0;
        for (const auto& [name, test] : tests->items()) {
            const Pairs pairs = pairs_in(test["in"]);
            const Hash32 root = hash(test["root"].get<std::string>());
            std::set<Bytes> keys;
            for (const auto& [key, value] : pairs) {
                Bytes longer = key, other = key;
                longer.push_back(0);
                other.back() ^= 1U;
                keys.insert({key, longer, other, Bytes(key.begin(), key.end() - 1)});
            }
            for (const Bytes& key : keys) {
                const Bytes sought = secure ? hashed(key) : key;
                const TriePaths paths = trie_paths(items_of(pairs, secure), {&sought, 1});
                QVERIFY2(paths.root == root, name.c_str());
                const auto read = secure ? read_secure_trie_path(root, key, paths.nodes)
                                         : read_trie_path(root, key, paths.nodes);
                VERIFY_OK(read);
                QCOMPARE(wrong_value(pairs, key, *read), QByteArray());
                ++(*read ? present : absent);
            }
        }
        QVERIFY(present >= 5 && absent >= 10);
    }

    /// Keys that are prefixes of others, short and long values, several keys at once; any change of the list
    /// of nodes is refused.
    void random_tries() {
        std::mt19937 random(7); // NOLINT: repeatable on purpose
        std::size_t changes = 0;
        for (int round = 0; round < 400; ++round) {
            const RandomTrie trie = random_trie(random);
            const TriePaths paths = trie_paths(items_of(trie.pairs), trie.keys);
            QVERIFY(paths.root == trie_root(items_of(trie.pairs)));
            const auto read = read_trie_paths(paths.root, trie.keys, paths.nodes);
            VERIFY_OK(read);
            for (std::size_t key = 0; key < trie.keys.size(); ++key) {
                QCOMPARE(wrong_value(trie.pairs, trie.keys[key], (*read)[key]), QByteArray());
            }
            for (std::size_t at = 0; at < paths.nodes.size(); ++at, changes += 3) {
                const auto place = paths.nodes.begin() + static_cast<std::ptrdiff_t>(at);
                std::vector<Bytes> fewer = paths.nodes, twice = paths.nodes, swapped = paths.nodes;
                fewer.erase(fewer.begin() + static_cast<std::ptrdiff_t>(at));
                twice.insert(twice.begin() + static_cast<std::ptrdiff_t>(at), *place);
                std::swap(swapped[at], swapped[(at + 1) % swapped.size()]);
                QVERIFY(!read_trie_paths(paths.root, trie.keys, fewer));
                QVERIFY(!read_trie_paths(paths.root, trie.keys, twice));
                QVERIFY(swapped == paths.nodes || !read_trie_paths(paths.root, trie.keys, swapped));
            }
        }
        QVERIFY(changes > 3000);
    }

    /// One key's nodes are those that it needs among many keys' nodes, and no others.
    void a_node_too_many_is_refused() {
        std::mt19937 random(8); // NOLINT: repeatable on purpose
        std::size_t surplus = 0;
        for (int round = 0; round < 100; ++round) {
            const RandomTrie trie = random_trie(random);
            const TriePaths all = trie_paths(items_of(trie.pairs), trie.keys);
            const TriePaths one = trie_paths(items_of(trie.pairs), {trie.keys.data(), 1});
            QVERIFY(std::ranges::includes(std::set(all.nodes.begin(), all.nodes.end()),
                                          std::set(one.nodes.begin(), one.nodes.end())));
            if (one.nodes != all.nodes) {
                const auto read = read_trie_path(all.root, trie.keys.front(), all.nodes);
                QVERIFY(!read);
                surplus += read.error().rule == chain::rules::trie_surplus ? 1U : 0U;
            }
        }
        QVERIFY(surplus > 5);
    }

    void every_bit_flip_is_refused() {
        std::mt19937 random(9); // NOLINT: repeatable on purpose
        std::size_t flips = 0;
        for (int round = 0; round < 6; ++round) {
            const RandomTrie trie = random_trie(random);
            TriePaths paths = trie_paths(items_of(trie.pairs), trie.keys);
            for (Bytes& node : paths.nodes) {
                for (std::size_t bit = 0; bit < 8 * node.size(); ++bit, ++flips) {
                    node[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                    QVERIFY(!read_trie_paths(paths.root, trie.keys, paths.nodes));
                    node[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                }
            }
            for (std::size_t bit = 0; bit < 256; ++bit) {
                paths.root.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
                QVERIFY(!read_trie_paths(paths.root, trie.keys, paths.nodes));
                paths.root.bytes[bit / 8] ^= static_cast<std::uint8_t>(1U << bit % 8);
            }
        }
        QVERIFY(flips > 10000);
    }

    void the_empty_trie() {
        const Bytes key{1};
        const TriePaths paths = trie_paths({}, {&key, 1});
        QVERIFY(paths.root == empty_trie_root() && paths.nodes.empty());
        QVERIFY(is_absent(read_trie_path(paths.root, key, {})));
        const std::vector<Bytes> spelled{{0x80}};
        REJECTS(read_trie_path(paths.root, key, spelled), chain::rules::trie_surplus);
        REJECTS(read_trie_path(Hash32{}, key, {}), chain::rules::trie_missing);
    }

    /// Two places with the same node: it stands once, and serves both.
    void equal_nodes_stand_once() {
        Pairs pairs;
        for (const std::uint8_t first : Bytes{0x11, 0x22, 0x33}) {
            for (const std::uint8_t second : Bytes{0x44, 0x55}) {
                pairs[{first, second}] = Bytes(50, second);
            }
        }
        const std::vector<Bytes> keys{{0x11, 0x44}, {0x22, 0x44}, {0x22, 0x55}, {0x33, 0x66}};
        const TriePaths paths = trie_paths(items_of(pairs), keys);
        QCOMPARE(paths.nodes.size(), std::size_t{7}); // root, an extension each, one branch, two leaves
        const auto read = read_trie_paths(paths.root, keys, paths.nodes);
        VERIFY_OK(read);
        for (std::size_t key = 0; key < keys.size(); ++key) {
            QCOMPARE(wrong_value(pairs, keys[key], (*read)[key]), QByteArray());
        }
    }

    /// One key of every length up to the limit: a branch at every second level, 128 deep.
    void the_deepest_path() {
        Pairs pairs;
        for (std::size_t length = 0; length <= 64; ++length) {
            pairs[Bytes(length, 0x5a)] = Bytes(33, static_cast<std::uint8_t>(length + 1));
        }
        const Bytes longest(64, 0x5a);
        const TriePaths paths = trie_paths(items_of(pairs), {&longest, 1});
        QCOMPARE(paths.nodes.size(), std::size_t{128}); // a branch a byte, extensions between, and a leaf
        const auto read = read_trie_path(paths.root, longest, paths.nodes);
        VERIFY_OK(read);
        QVERIFY(*read && equal(**read, Bytes(33, 65)));
        REJECTS(read_trie_path(paths.root, Bytes(65, 0x5a), paths.nodes), chain::rules::trie_limit);
    }

    void broken_nodes_data() {
        QTest::addColumn<std::vector<Bytes>>("nodes");
        QTest::addColumn<std::string>("rule");
        const auto row = [](const char* name, std::vector<Bytes> nodes, std::string_view rule) {
            QTest::newRow(name) << std::move(nodes) << std::string(rule);
        };
        const Bytes leaf_1234 = pair_node({0x20, 0x12, 0x34}, string(long_value));
        const Bytes sound =
            branch({{1, refer(pair_node({0x32, 0x34}, string(long_value)))}, {2, string(Bytes(32, 1))}});
        row("control: leaf", {leaf_1234}, "");
        row("control: branch", {sound, pair_node({0x32, 0x34}, string(long_value))}, "");
        row("no list", {string(long_value)}, codec::rules::rlp_type);
        row("trailing byte", {[&] {
                Bytes more = leaf_1234;
                more.push_back(0);
                return more;
            }()},
            codec::rules::rlp_trailing);
        row("length not the shortest", {list_of({unhex("0xb803201234"), string(long_value)})},
            codec::rules::rlp_non_minimal);
        row("an item too many", {list_of({string({0x20, 0x12, 0x34}), string(long_value), string({})})},
            chain::rules::trie_node);
        row("18 items", {list_of(std::vector<Bytes>(18, string({})))}, chain::rules::trie_node);
        row("branch whose value is a list", {list_of([] {
                std::vector<Bytes> items(16, string(Bytes(32, 1)));
                items.push_back(list_of({}));
                return items;
            }())},
            chain::rules::trie_node);
        row("no path", {pair_node({}, string(long_value))}, chain::rules::trie_path);
        row("path is a list", {list_of({list_of({}), string(long_value)})}, chain::rules::trie_path);
        row("flag above 3", {pair_node({0x40, 0x12, 0x34}, string(long_value))}, chain::rules::trie_path);
        row("even path, padded by something", {pair_node({0x21, 0x12, 0x34}, string(long_value))},
            chain::rules::trie_path);
        row("leaf without a value", {pair_node({0x20, 0x12, 0x34}, string({}))}, chain::rules::trie_shape);
        row("leaf whose value is a list", {pair_node({0x20, 0x12, 0x34}, list_of({string(long_value)}))},
            chain::rules::trie_shape);
        row("extension without a path", {pair_node({0x00}, refer(sound)), sound}, chain::rules::trie_shape);
        row("extension without a child", {pair_node({0x00, 0x12}, string({}))}, chain::rules::trie_shape);
        row("extension to a leaf",
            {pair_node({0x00, 0x12}, refer(pair_node({0x20, 0x34}, string(long_value)))),
             pair_node({0x20, 0x34}, string(long_value))},
            chain::rules::trie_shape);
        row("extension to an extension",
            {pair_node({0x11}, refer(pair_node({0x12}, refer(sound)))), pair_node({0x12}, refer(sound)),
             sound},
            chain::rules::trie_shape);
        row("branch with one child", {branch({{1, refer(leaf_1234)}})}, chain::rules::trie_shape);
        row("branch with nothing", {branch({})}, chain::rules::trie_shape);
        row("reference of 31 bytes", {branch({{1, string(Bytes(31, 1))}, {2, refer(leaf_1234)}})},
            chain::rules::trie_reference);
        row("reference of 33 bytes", {branch({{7, string(Bytes(33, 1))}, {2, refer(leaf_1234)}})},
            chain::rules::trie_reference);
        row("long node inside its parent", {branch({{1, leaf_1234}, {2, refer(leaf_1234)}})},
            chain::rules::trie_reference);
        const Bytes short_leaf = pair_node({0x32, 0x34}, string({5}));
        const Hash32 by_hash = crypto::keccak256(short_leaf);
        row("short node by its hash",
            {branch({{1, string({by_hash.bytes.begin(), by_hash.bytes.end()})}, {2, refer(leaf_1234)}}),
             short_leaf},
            chain::rules::trie_reference);
        row("embedded nonsense", {branch({{1, list_of({string({})})}, {2, refer(leaf_1234)}})},
            chain::rules::trie_node);
    }

    /// Nodes of our own making under a root that fits them: what a forger can do.
    void broken_nodes() {
        QFETCH(std::vector<Bytes>, nodes);
        QFETCH(std::string, rule);
        const Result<TrieValue> read = read_1234(nodes);
        if (rule.empty()) {
            VERIFY_OK(read);
            QVERIFY(*read && equal(**read, long_value));
        } else {
            REJECTS(read, rule);
        }
    }

    void paths_that_end_on_the_way() {
        const Bytes other = pair_node({0x20, 0x12, 0x35}, string(long_value));
        QVERIFY(is_absent(read_1234({other})));
        const Bytes shorter = pair_node({0x20, 0x12}, string(long_value)); // the key goes on behind the leaf
        QVERIFY(is_absent(read_1234({shorter})));
        const Bytes beside = branch({{2, refer(long_leaf)}, {3, refer(long_leaf)}});
        QVERIFY(is_absent(read_1234({beside})));
        const Bytes below = pair_node({0x00, 0x12, 0x35}, refer(beside));
        QVERIFY(is_absent(read_1234({below})));
        REJECTS(read_1234({below, beside}), chain::rules::trie_surplus);
    }

    /// Every transaction of mainnet blocks, one path each, under the header's own root; and the one behind
    /// the last is proven absent.
    void mainnet_blocks() {
        std::size_t proven = 0;
        for (const char* number : {"14764013", "22869878"}) {
            REQUIRE_FIXTURE(text, read_text, std::string("mainnet-blocks/block-") + number + ".yaml");
            const auto parts = read_hex_lines(*text);
            const Header header = decode_header(parts.at("header")).value();
            std::vector<Bytes> raw;
            for (const Bytes& item :
                 chain_fixtures::items_of(chain_fixtures::items_of(parts.at("body"))[0])) {
                codec::RlpReader reader(item);
                const codec::RlpItem one = reader.next().value();
                const ByteView bytes = one.is_list ? one.whole : one.payload;
                raw.emplace_back(bytes.begin(), bytes.end());
            }
            const std::vector<ByteView> views(raw.begin(), raw.end());
            for (std::size_t position = 0; position <= raw.size(); ++position) {
                const TriePaths paths = ordered_trie_paths(views, {&position, 1});
                QVERIFY(paths.root == header.transactions_root);
                QVERIFY(paths.nodes.size() <= 8); // keys of at most three bytes
                const auto read =
                    read_trie_path(header.transactions_root, ordered_trie_key(position), paths.nodes);
                VERIFY_OK(read);
                QCOMPARE(read->has_value(), position < raw.size());
                QVERIFY(!*read || equal(**read, raw[position]));
                ++proven;
            }
        }
        QVERIFY(proven > 300);
    }
};

QTEST_GUILESS_MAIN(TestTrieProof)
#include "test_trie_proof.moc"
