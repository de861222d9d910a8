#include "core/codec/rlp.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;
using codec::RlpReader;
using codec::RlpWriter;

namespace {

/// The values of ethereum/tests: texts, numbers, "#" and a decimal number beyond 64 bits, lists of these.
void write(RlpWriter& writer, const Json& value) {
    if (value.is_array()) {
        writer.open_list();
        for (const Json& item : value) {
            write(writer, item);
        }
        writer.close_list();
    } else if (value.is_string()) {
        const auto text = value.get<std::string>();
        if (!text.starts_with('#')) {
            writer.bytes(bytes_of(text));
        } else if (const auto number = U256::parse_decimal(text.substr(1))) {
            writer.u256(*number);
        } else { // one vector goes beyond 256 bits: 2^256, a one and 32 zero bytes
            QCOMPARE(rule_of(number), "number.range");
            writer.bytes(bytes("01" + std::string(64, '0')));
        }
    } else {
        writer.u64(value.get<std::uint64_t>());
    }
}

/// Reads the next item and compares it with what went in.
void read(RlpReader& reader, const Json& expected) {
    if (expected.is_array()) {
        Result<RlpReader> list = reader.next_list();
        QVERIFY(list);
        for (const Json& item : expected) {
            read(*list, item);
        }
        QVERIFY(list->expect_end());
    } else if (expected.is_string() && expected.get<std::string>().starts_with('#')) {
        RlpWriter again;
        write(again, expected);
        QVERIFY(equal(reader.next().value().whole, again.take()));
    } else if (expected.is_string()) {
        QVERIFY(equal(reader.next_bytes().value(), bytes_of(expected.get<std::string>())));
    } else {
        QCOMPARE(reader.next_u64().value(), expected.get<std::uint64_t>());
    }
}

/// `depth` lists inside one another, the innermost empty.
Bytes nested(std::size_t depth) {
    Bytes reversed; // prefixes from the inside, each written backwards
    for (std::size_t i = 0; i < depth; ++i) {
        const Bytes length = U256(reversed.size()).to_be_minimal();
        if (reversed.size() <= 55) {
            reversed.push_back(static_cast<std::uint8_t>(0xc0 + reversed.size()));
        } else {
            reversed.insert(reversed.end(), length.rbegin(), length.rend());
            reversed.push_back(static_cast<std::uint8_t>(0xf7 + length.size()));
        }
    }
    return {reversed.rbegin(), reversed.rend()};
}

void write_random(RlpWriter& writer, Random& random, int depth) {
    if (depth == 0 || random() % 3 == 0) {
        writer.bytes(random_bytes(random, random() % (random() % 8 == 0 ? 70000 : 80)));
        return;
    }
    writer.open_list();
    for (std::uint64_t items = random() % 6; items > 0; --items) {
        write_random(writer, random, depth - 1);
    }
    writer.close_list();
}

} // namespace

class TestRlp : public QObject {
    Q_OBJECT

    static void rejects(std::string_view hex, const QByteArray& rule) {
        QCOMPARE(rule_at(codec::rlp_check(bytes(hex))), rule);
    }

private slots:
    void published_vectors() { // ethereum/tests, RLPTests/rlptest.json
        RECORDED_JSON(vectors, "ethereum-tests/rlptest.json");
        QVERIFY(vectors.size() > 20);
        for (const auto& [name, vector] : vectors.items()) {
            const Bytes expected = bytes(vector.at("out").get<std::string>());
            RlpWriter writer;
            write(writer, vector.at("in"));
            QVERIFY2(writer.take() == expected, name.c_str());
            QVERIFY2(codec::rlp_check(expected), name.c_str());
            RlpReader reader(expected);
            read(reader, vector.at("in"));
            QVERIFY2(reader.expect_end(), name.c_str());
        }
    }

    void published_invalid_vectors() { // ethereum/tests, RLPTests/invalidRLPTest.json
        RECORDED_JSON(vectors, "ethereum-tests/invalidRLPTest.json");
        QVERIFY(vectors.size() > 20);
        for (const auto& [name, vector] : vectors.items()) {
            const Bytes input = bytes(vector.at("out").get<std::string>());
            QVERIFY2(!codec::rlp_check(input), name.c_str());
        }
    }

    void each_rule_at_its_place() {
        rejects("", "rlp.truncated@0");
        rejects("81", "rlp.truncated@0");
        rejects("c101c0", "rlp.trailing@2");
        rejects("0000", "rlp.trailing@1");
        rejects("8100", "rlp.non_minimal@0");
        rejects("817f", "rlp.non_minimal@0");
        rejects("b801ff", "rlp.non_minimal@0");
        rejects("f80180", "rlp.non_minimal@0");
        rejects("b900400011", "rlp.non_minimal@0");
        rejects("b8", "rlp.truncated@0");
        rejects("bfffffffffffffffff", "rlp.truncated@0");
        rejects("ffffffffffffffffff00", "rlp.truncated@0");
        rejects("c4c1820102", "rlp.truncated@2"); // a string that leaves the inner list, not the outer one
        rejects("c2c181", "rlp.truncated@2");     // the inner payload ends early
        rejects("c382c001", "");                  // two bytes, whatever they look like
        rejects("c3c28101", "rlp.non_minimal@2"); // inside a list inside a list
        rejects("c4c28180c281", "rlp.trailing@5");
        rejects("c5c28180c201", "rlp.truncated@4"); // an inner list longer than the outer one
    }

    void typed_readings() {
        QCOMPARE(RlpReader(bytes("820400")).next_u64().value(), std::uint64_t{1024});
        QCOMPARE(RlpReader(bytes("80")).next_u64().value(), std::uint64_t{0});
        QCOMPARE(RlpReader(bytes("88ffffffffffffffff")).next_u64().value(), ~std::uint64_t{0});
        QCOMPARE(rule_at(RlpReader(bytes("00")).next_u64()), "rlp.leading_zero@0");
        QCOMPARE(rule_at(RlpReader(bytes("820001")).next_u256()), "rlp.leading_zero@0");
        QCOMPARE(rule_at(RlpReader(bytes("89010000000000000000")).next_u64()), "rlp.width@0");
        QCOMPARE(rule_at(RlpReader(bytes("a101" + std::string(64, '0'))).next_u256()), "rlp.width@0");
        QCOMPARE(rule_at(RlpReader(bytes("c0")).next_bytes()), "rlp.type@0");
        QCOMPARE(rule_at(RlpReader(bytes("80")).next_list()), "rlp.type@0");
        QCOMPARE(rule_at(RlpReader(bytes("820102")).next_bytes(3)), "rlp.width@0");
        QCOMPARE(rule_at(RlpReader(bytes("80")).next_hash()), "rlp.width@0");
        QCOMPARE(rule_at(RlpReader(bytes("80")).next_address()), "rlp.width@0");
        const std::string twenty(40, '7');
        QCOMPARE(shown(RlpReader(bytes("94" + twenty)).next_address().value().hex()), shown("0x" + twenty));
        QCOMPARE(rule_at(RlpReader({}).next()), "rlp.truncated@0");
    }

    void offsets_count_from_the_outermost_input() {
        const Bytes input = bytes("c6820102c281ff");
        RlpReader outer(input, 1000);
        RlpReader list = outer.next_list().value();
        QCOMPARE(list.offset(), std::uint64_t{1001});
        QVERIFY(list.next_bytes());
        QCOMPARE(list.offset(), std::uint64_t{1004});
        RlpReader inner = list.next_list().value();
        QCOMPARE(inner.offset(), std::uint64_t{1005});
        QCOMPARE(rule_at(inner.next_bytes(2)), "rlp.width@1005");
        QVERIFY(list.at_end());
        QCOMPARE(rule_at(RlpReader(input, 1000).expect_end()), "rlp.trailing@1000");
        const codec::RlpItem item = codec::rlp_single(input).value();
        QVERIFY(item.is_list);
        QVERIFY(equal(item.whole, input));
        QVERIFY(equal(item.payload, ByteView(input).subspan(1)));
    }

    void a_failed_reading_does_not_move() {
        RlpReader reader(bytes_of("\x83"
                                  "ab"));
        QVERIFY(!reader.next());
        QCOMPARE(reader.offset(), std::uint64_t{0});
    }

    void deep_nesting_is_walked() {
        Bytes deep = nested(100'000);
        QVERIFY(codec::rlp_check(deep));
        deep.back() = 0xc1; // the innermost list now wants a byte
        QCOMPARE(rule_of(codec::rlp_check(deep)), "rlp.truncated");
        Bytes spines; // lists that end one byte before the list around them
        for (int i = 0; i < 40; ++i) {
            RlpWriter writer;
            writer.open_list();
            writer.raw(spines);
            writer.bytes(Bytes{1});
            writer.close_list();
            spines = writer.take();
        }
        QVERIFY(codec::rlp_check(spines));
    }

    void what_is_written_is_accepted_and_nothing_shorter_or_longer() {
        Random random(8);
        for (int i = 0; i < 200; ++i) {
            RlpWriter writer;
            write_random(writer, random, 4);
            Bytes encoded = writer.take();
            QVERIFY(codec::rlp_check(encoded));
            for (std::size_t length = 0; length < encoded.size(); length += 1 + encoded.size() / 50) {
                QVERIFY(!codec::rlp_check(ByteView(encoded).first(length)));
            }
            encoded.push_back(0);
            QCOMPARE(rule_of(codec::rlp_check(encoded)), "rlp.trailing");
        }
    }

    void lengths_at_the_limits() {
        for (const std::size_t length : {0U, 1U, 55U, 56U, 255U, 256U, 65535U, 65536U}) {
            const Bytes value(length, 0xaa);
            RlpWriter writer;
            writer.open_list();
            writer.bytes(value);
            writer.close_list();
            const Bytes encoded = writer.take();
            QVERIFY(codec::rlp_check(encoded));
            RlpReader list = RlpReader(encoded).next_list().value();
            QVERIFY(equal(list.next_bytes(length).value(), value));
        }
    }
};

QTEST_GUILESS_MAIN(TestRlp)
#include "test_rlp.moc"
