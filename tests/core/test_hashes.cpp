#include "core/crypto/hash_many.h"
#include "core/crypto/keccak.h"
#include "tests/core/core_test_support.h"
#include <botan/hash.h>
#include <thread>

using namespace anchorscope;
using namespace anchorscope::test;
using crypto::HashFunction;

namespace {

/// Keccak-256 written from FIPS 202, sections 3.2 and 4, bit order and all, with the padding of the
/// submission: as slow and as close to the text as can be.
Hash32 keccak_from_the_specification(ByteView message) {
    std::array<std::array<std::uint64_t, 5>, 5> a{}; // a[x][y]
    const auto rotate = [](std::uint64_t lane, unsigned by) {
        return by == 0 ? lane : lane << by | lane >> (64 - by);
    };
    const auto permute = [&] {
        unsigned lfsr = 1; // algorithm 5: x^8 + x^6 + x^5 + x^4 + 1
        for (int round = 0; round < 24; ++round) {
            std::array<std::uint64_t, 5> c{};
            for (std::size_t x = 0; x < 5; ++x) {
                c[x] = a[x][0] ^ a[x][1] ^ a[x][2] ^ a[x][3] ^ a[x][4];
            }
            for (std::size_t x = 0; x < 5; ++x) {
                for (std::size_t y = 0; y < 5; ++y) {
                    a[x][y] ^= c[(x + 4) % 5] ^ rotate(c[(x + 1) % 5], 1);
                }
            }
            std::size_t x = 1;
            std::size_t y = 0;
            for (unsigned t = 0; t < 24; ++t) {
                a[x][y] = rotate(a[x][y], (t + 1) * (t + 2) / 2 % 64);
                const std::size_t next = (2 * x + 3 * y) % 5;
                x = y;
                y = next;
            }
            const auto before_pi = a;
            for (x = 0; x < 5; ++x) {
                for (y = 0; y < 5; ++y) {
                    a[x][y] = before_pi[(x + 3 * y) % 5][x];
                }
            }
            const auto before_chi = a;
            for (x = 0; x < 5; ++x) {
                for (y = 0; y < 5; ++y) {
                    a[x][y] = before_chi[x][y] ^ (~before_chi[(x + 1) % 5][y] & before_chi[(x + 2) % 5][y]);
                }
            }
            for (unsigned j = 0; j <= 6; ++j) {
                a[0][0] ^= std::uint64_t{lfsr & 1U} << ((1U << j) - 1);
                lfsr = lfsr << 1U ^ ((lfsr >> 7U) * 0x171U);
            }
        }
    };
    constexpr std::size_t rate = 136;
    Bytes padded(message.begin(), message.end());
    padded.resize((message.size() / rate + 1) * rate);
    padded[message.size()] ^= 0x01;
    padded.back() ^= 0x80;
    for (std::size_t i = 0; i < padded.size(); ++i) {
        const std::size_t lane = i % rate / 8;
        a[lane % 5][lane / 5] ^= std::uint64_t{padded[i]} << (8 * (i % 8));
        if (i % rate == rate - 1) {
            permute();
        }
    }
    Hash32 out;
    for (std::size_t i = 0; i < 32; ++i) {
        out.bytes[i] = static_cast<std::uint8_t>(a[i / 8 % 5][0] >> (8 * (i % 8)));
    }
    return out;
}

Hash32 botan(const char* name, ByteView message) {
    const auto function = Botan::HashFunction::create_or_throw(name);
    const auto digest = function->process(message.data(), message.size());
    return Hash32::from({digest.data(), digest.size()});
}

const char* botan_name(HashFunction function) {
    switch (function) {
    case HashFunction::sha2_256:
        return "SHA-256";
    case HashFunction::keccak_256:
        return "Keccak-1600(256)";
    case HashFunction::blake2b_256:
        return "BLAKE2b(256)";
    }
    return "";
}

} // namespace

class TestHashes : public QObject {
    Q_OBJECT

private slots:
    void names() {
        for (const HashFunction function : crypto::all_hash_functions) {
            QVERIFY(crypto::hash_function_named(crypto::name(function)) == function);
        }
        QCOMPARE(shown(crypto::name(HashFunction::sha2_256)), "sha2-256");
        QCOMPARE(shown(crypto::name(HashFunction::keccak_256)), "keccak-256");
        QCOMPARE(shown(crypto::name(HashFunction::blake2b_256)), "blake2b-256");
        QVERIFY(!crypto::hash_function_named("SHA2-256"));
        QVERIFY(!crypto::hash_function_named(""));
    }

    void published_sha256() { // FIPS 180-4 examples: the empty message and "abc"
        QVERIFY(crypto::sha256({}) ==
                word("0xe3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"));
        QVERIFY(crypto::sha256(bytes_of("abc")) ==
                word("0xba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad"));
    }

    void published_keccak256() { // the empty hash of the Yellow Paper; topics of ERC-20 and of the empty trie
        QVERIFY(crypto::keccak256({}) ==
                word("0xc5d2460186f7233c927e7db2dcc703c0e500b653ca82273b7bfad8045d85a470"));
        QVERIFY(crypto::keccak256(bytes_of("Transfer(address,address,uint256)")) ==
                word("0xddf252ad1be2c89b69c2b068fc378daa952ba7f163c4a11628f55a4df523b3ef"));
        QVERIFY(crypto::keccak256(bytes("80")) ==
                word("0x56e81f171bcc55a6ff8345e692c0f86e5b48e01b996cadc001622fb5e363b421"));
    }

    void published_blake2b() { // 32-byte parameter; not BLAKE2b-512 cut short
        QVERIFY(crypto::blake2b_256({}) ==
                word("0x0e5751c026e543b2e8ab2eb06099daa1d1e5df47778f7787faab45cdf12fe3a8"));
        QVERIFY(crypto::blake2b_256(bytes_of("abc")) ==
                word("0xbddd813c634239723171ef3fee98579b94964e3bb1cb3e427262c8c068d52319"));
    }

    void agree_with_botan_at_every_length() {
        Random random(3);
        const Bytes message = random_bytes(random, 1100);
        for (const HashFunction function : crypto::all_hash_functions) {
            for (std::size_t length = 0; length <= message.size(); length += length < 300 ? 1 : 37) {
                const ByteView part = ByteView(message).first(length);
                QVERIFY2(crypto::hash(function, part) == botan(botan_name(function), part),
                         std::to_string(length).c_str());
            }
        }
    }

    void keccak_agrees_with_the_specification() {
        Random random(4);
        for (std::size_t length = 0; length <= 300; ++length) {
            const Bytes message = random_bytes(random, length);
            QVERIFY(crypto::keccak256(message) == keccak_from_the_specification(message));
        }
    }

    void pieces_make_no_difference() {
        Random random(5);
        for (int round = 0; round < 300; ++round) {
            const Bytes message = random_bytes(random, random() % 1000);
            std::vector<ByteView> pieces;
            for (ByteView rest = message; !rest.empty();) {
                const std::size_t length = std::min<std::size_t>(rest.size(), random() % 300);
                pieces.push_back(rest.first(length));
                rest = rest.subspan(length);
            }
            for (const HashFunction function : crypto::all_hash_functions) {
                QVERIFY(crypto::hash_pieces(function, pieces) == crypto::hash(function, message));
            }
        }
    }

    void many_are_the_same_as_one_by_one() {
        Random random(6);
        const Bytes source = random_bytes(random, 5000);
        for (const std::size_t count : {0U, 1U, 2U, 7U, 8U, 9U, 33U}) {
            crypto::MessageList messages;
            std::vector<Bytes> whole;
            for (std::size_t i = 0; i < count; ++i) {
                Bytes& message = whole.emplace_back();
                for (std::uint64_t pieces = random() % 5; pieces > 0; --pieces) {
                    const ByteView piece = ByteView(source).subspan(random() % 4000, random() % 500);
                    messages.piece(piece);
                    append(message, piece);
                }
                messages.end_message();
            }
            QCOMPARE(messages.size(), count);
            for (const HashFunction function : crypto::all_hash_functions) {
                std::vector<Hash32> out(count);
                crypto::hash_many(function, messages, out);
                for (std::size_t i = 0; i < count; ++i) {
                    QVERIFY(out[i] == crypto::hash(function, whole[i]));
                }
            }
        }
    }

    void threads_do_not_meet() {
        Random random(7);
        const Bytes message = random_bytes(random, 400);
        std::array<bool, 4> good{};
        {
            std::vector<std::jthread> threads;
            threads.reserve(good.size());
            for (bool& mine : good) {
                threads.emplace_back([&mine, &message] {
                    mine = true;
                    for (int i = 0; i < 500; ++i) {
                        for (const HashFunction function : crypto::all_hash_functions) {
                            const ByteView part = ByteView(message).first(static_cast<std::size_t>(i) % 400);
                            mine = mine && crypto::hash(function, part) == crypto::hash(function, part);
                        }
                    }
                    mine = mine && crypto::sha256(message) == botan("SHA-256", message);
                });
            }
        }
        QVERIFY(std::ranges::all_of(good, [](bool one) { return one; }));
    }
};

QTEST_GUILESS_MAIN(TestHashes)
#include "test_hashes.moc"
