// Merkle trees in the shape of RFC 9162. Expected values: the definition of 2.1.1 written down as it stands
// there (recursion, split at the largest power of two), hashed by Botan; and for the shape the example of
// 2.1.5.
#include "core/digest/merkle_tree.h"
#include "core_test_support.h"
#include <botan/hash.h>

using namespace anchorscope;
using namespace anchorscope::test;
using crypto::HashFunction;
using digest::MerkleTree;

namespace {

Hash32 botan(HashFunction function, const Bytes& message) {
    const auto hash = Botan::HashFunction::create_or_throw(
        function == HashFunction::sha2_256 ? "SHA-256" : "Keccak-1600(256)");
    hash->update(message);
    Hash32 out;
    hash->final(out.bytes.data());
    return out;
}

Hash32 node(HashFunction function, std::uint8_t prefix, const std::vector<Hash32>& parts) {
    Bytes message{prefix};
    for (const Hash32& part : parts) {
        append(message, part.view());
    }
    return botan(function, message);
}

std::size_t split_of(std::size_t count) {
    std::size_t split = 1;
    while (2 * split < count) {
        split *= 2;
    }
    return split;
}

/// MTH of RFC 9162, 2.1.1.
Hash32 defined_root(HashFunction function, std::span<const Hash32> data) {
    if (data.empty()) {
        return botan(function, {});
    }
    if (data.size() == 1) {
        return node(function, 0, {data[0]});
    }
    const std::size_t split = split_of(data.size());
    return node(function, 1,
                {defined_root(function, data.first(split)), defined_root(function, data.subspan(split))});
}

/// PATH of RFC 9162, 2.1.3.1.
std::vector<Hash32> defined_path(HashFunction function, std::size_t leaf, std::span<const Hash32> data) {
    if (data.size() == 1) {
        return {};
    }
    const std::size_t split = split_of(data.size());
    const bool left = leaf < split;
    std::vector<Hash32> out = left ? defined_path(function, leaf, data.first(split))
                                   : defined_path(function, leaf - split, data.subspan(split));
    out.push_back(defined_root(function, left ? data.subspan(split) : data.first(split)));
    return out;
}

std::vector<Hash32> leaves(std::size_t count) {
    std::vector<Hash32> out;
    for (std::size_t i = 0; i < count; ++i) {
        out.push_back(crypto::sha256(bytes_of(std::to_string(i))));
    }
    return out;
}

} // namespace

class TestMerkleTree : public QObject {
    Q_OBJECT

private slots:
    void roots_and_paths_are_as_defined() {
        for (const HashFunction function : {HashFunction::sha2_256, HashFunction::keccak_256}) {
            for (std::size_t count = 0; count <= 33; ++count) {
                const std::vector<Hash32> data = leaves(count);
                const MerkleTree tree(function, data);
                QCOMPARE(tree.root(), defined_root(function, data));
                QCOMPARE(tree.size(), count);
                for (std::size_t leaf = 0; leaf < count; ++leaf) {
                    const std::vector<Hash32> path = tree.path(leaf);
                    QCOMPARE(path, defined_path(function, leaf, data));
                    QCOMPARE(digest::root_of_path(function, data[leaf], leaf, count, path), tree.root());
                }
            }
        }
    }

    // RFC 9162, 2.1.5: of seven leaves, the path of d0 is [b, h, l], of d3 [c, g, l], of d4 [f, j, k] and of
    // d6 [i, k].
    void seven_leaves_have_paths_of_three_and_two() {
        const std::vector<Hash32> data = leaves(7);
        const MerkleTree tree(HashFunction::sha2_256, data);
        QCOMPARE(tree.path(0).size(), 3U);
        QCOMPARE(tree.path(3).size(), 3U);
        QCOMPARE(tree.path(4).size(), 3U);
        QCOMPARE(tree.path(6).size(), 2U);
        QCOMPARE(tree.path(6)[1], tree.path(4)[2]); // k
    }

    void a_path_proves_only_its_own_leaf_and_place() {
        const HashFunction function = HashFunction::sha2_256;
        for (const std::size_t count : {1U, 2U, 3U, 5U, 6U, 7U, 8U, 13U}) {
            const std::vector<Hash32> data = leaves(count);
            const MerkleTree tree(function, data);
            for (std::size_t leaf = 0; leaf < count; ++leaf) {
                std::vector<Hash32> path = tree.path(leaf);
                for (std::size_t other = 0; other < count + 2; ++other) {
                    QCOMPARE(digest::root_of_path(function, data[leaf], other, count, path) == tree.root(),
                             other == leaf);
                }
                QVERIFY(digest::root_of_path(function, word("0x" + std::string(64, '1')), leaf, count,
                                             path) != tree.root());
                path.push_back(tree.root());
                QVERIFY(!digest::root_of_path(function, data[leaf], leaf, count, path)); // one too many
                path.pop_back();
                if (!path.empty()) {
                    path.pop_back();
                    QVERIFY(!digest::root_of_path(function, data[leaf], leaf, count, path)); // one too few
                }
            }
        }
        QVERIFY(!digest::root_of_path(function, {}, 0, 0, {}));
        QVERIFY(!digest::root_of_path(function, {}, 5, ~std::uint64_t{0}, {})); // no path is that short
    }

    // What is an inner node is no leaf: else two leaves' hashes could pass as the data of one.
    void leaves_and_nodes_are_told_apart() {
        const std::vector<Hash32> data = leaves(2);
        const MerkleTree tree(HashFunction::sha2_256, data);
        Bytes both;
        append(both, node(HashFunction::sha2_256, 0, {data[0]}).view());
        append(both, node(HashFunction::sha2_256, 0, {data[1]}).view());
        QVERIFY(botan(HashFunction::sha2_256, both) != tree.root());
    }
};

QTEST_GUILESS_MAIN(TestMerkleTree)
#include "test_merkle_tree.moc"
