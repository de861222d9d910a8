#include "core/base/address.h"
#include "core/base/u256.h"
#include "tests/core/core_test_support.h"
#include <botan/bigint.h>

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

constexpr std::string_view max_decimal = // 2^256 - 1
    "115792089237316195423570985008687907853269984665640564039457584007913129639935";
constexpr std::string_view too_big = // 2^256
    "115792089237316195423570985008687907853269984665640564039457584007913129639936";

U256 max_value() { return U256{}.minus(1); }

Botan::BigInt botan(const U256& value) { return Botan::BigInt::decode(value.to_word().bytes.data(), 32); }

Botan::BigInt power_of_two(std::size_t exponent) { return Botan::BigInt(1) << exponent; }

/// Random numbers of all lengths; ones and zeros in a row are likely.
U256 random_number(Random& random) {
    Bytes digits = random_bytes(random, random() % 33);
    for (std::uint8_t& digit : digits) {
        const auto choice = random() % 4;
        digit = choice == 0 ? 0 : choice == 1 ? 0xff : digit;
    }
    return U256::from_be(digits);
}

} // namespace

class TestNumbers : public QObject {
    Q_OBJECT

private slots:
    void parses_decimal() {
        QVERIFY(U256::parse_decimal("0").value() == U256(0));
        QVERIFY(U256::parse_decimal("18446744073709551616").value() == U256(~std::uint64_t{0}).plus(1));
        QVERIFY(U256::parse_decimal(max_decimal).value() == max_value());
        QCOMPARE(rule_at(U256::parse_decimal("")), "number.syntax@0");
        QCOMPARE(rule_at(U256::parse_decimal("-1")), "number.syntax@0");
        QCOMPARE(rule_at(U256::parse_decimal("+1")), "number.syntax@0");
        QCOMPARE(rule_at(U256::parse_decimal("1 ")), "number.syntax@1");
        QCOMPARE(rule_at(U256::parse_decimal("12a")), "number.syntax@2");
        QCOMPARE(rule_at(U256::parse_decimal("00")), "number.leading_zero@0");
        QCOMPARE(rule_at(U256::parse_decimal("01")), "number.leading_zero@0");
        QCOMPARE(rule_at(U256::parse_decimal(too_big)), "number.range@77");
        QCOMPARE(rule_of(U256::parse_decimal(std::string(1000, '9'))), "number.range");
    }

    void parses_quantities() {
        QVERIFY(U256::parse_quantity("0x0").value() == U256(0));
        QVERIFY(U256::parse_quantity("0x1C").value() == U256(28));
        QVERIFY(U256::parse_quantity("0x" + std::string(64, 'f')).value() == max_value());
        QCOMPARE(rule_at(U256::parse_quantity("")), "hex.prefix@0");
        QCOMPARE(rule_at(U256::parse_quantity("1c")), "hex.prefix@0");
        QCOMPARE(rule_at(U256::parse_quantity("0X1")), "hex.prefix@0");
        QCOMPARE(rule_at(U256::parse_quantity("0x")), "number.syntax@2");
        QCOMPARE(rule_at(U256::parse_quantity("0x00")), "number.leading_zero@2");
        QCOMPARE(rule_at(U256::parse_quantity("0x01")), "number.leading_zero@2");
        QCOMPARE(rule_at(U256::parse_quantity("0x1g")), "hex.digit@3");
        QCOMPARE(rule_at(U256::parse_quantity("0x1" + std::string(64, '0'))), "number.range@66");
    }

    void prints() {
        QCOMPARE(shown(U256{}.decimal()), "0");
        QCOMPARE(shown(U256(1'000'000'000).decimal()), "1000000000");
        QCOMPARE(shown(U256(~std::uint64_t{0}).decimal()), "18446744073709551615");
        QCOMPARE(shown(max_value().decimal()), shown(max_decimal));
        QCOMPARE(shown(max_value().decimal_signed()), "-1");
        QCOMPARE(shown(U256{}.minus(5).decimal_signed()), "-5");
        QCOMPARE(shown(U256(5).decimal_signed()), "5");
        Hash32 lowest; // -2^255, whose opposite does not fit
        lowest.bytes[0] = 0x80;
        QCOMPARE(shown(U256::from_word(lowest).decimal_signed()),
                 "-57896044618658097711785492504343953926634992332820282019728792003956564819968");
    }

    void converts() {
        QVERIFY(U256{}.to_be_minimal().empty());
        QVERIFY(U256(0x0100).to_be_minimal() == (Bytes{1, 0}));
        QVERIFY(U256::from_be({}) == U256{});
        QCOMPARE(U256(7).to_u64().value(), std::uint64_t{7});
        QCOMPARE(max_value().to_u64().has_value(), false);
        QCOMPARE(U256(~std::uint64_t{0}).plus(1).to_u64().has_value(), false);
        QCOMPARE(max_value().is_negative(), true);
        QCOMPARE(U256(~std::uint64_t{0}).is_negative(), false);
        QCOMPARE(U256(0).is_zero(), true);
        QCOMPARE(U256(1).is_zero(), false);
    }

    void wraps_and_says_so() {
        bool flag = false;
        QVERIFY(max_value().plus(1, &flag).is_zero());
        QVERIFY(flag);
        QVERIFY(U256(1).plus(1, &flag) == U256(2));
        QVERIFY(!flag);
        QVERIFY(U256(0).minus(1, &flag) == max_value());
        QVERIFY(flag);
        QVERIFY(max_value().minus(max_value(), &flag).is_zero());
        QVERIFY(!flag);
        QVERIFY(max_value().plus(max_value(), &flag) == max_value().minus(1));
        QVERIFY(flag);
    }

    // Botan's BigInt is the second opinion on arithmetic, order and printing.
    void agrees_with_botan() {
        Random random(2);
        for (int i = 0; i < 3000; ++i) {
            const U256 a = random_number(random);
            const U256 b = random_number(random);
            bool carry = false;
            bool borrow = false;
            const Botan::BigInt sum = botan(a) + botan(b);
            QVERIFY(botan(a.plus(b, &carry)) == sum % power_of_two(256));
            QCOMPARE(carry, sum >= power_of_two(256));
            const Botan::BigInt difference = botan(a) + power_of_two(256) - botan(b);
            QVERIFY(botan(a.minus(b, &borrow)) == difference % power_of_two(256));
            QCOMPARE(borrow, botan(a) < botan(b));
            QCOMPARE(a < b, botan(a) < botan(b));
            QCOMPARE(a == b, botan(a) == botan(b));
            QCOMPARE(shown(a.decimal()), shown(botan(a).to_dec_string()));
            QVERIFY(U256::parse_decimal(a.decimal()).value() == a);
            QVERIFY(U256::from_word(a.to_word()) == a);
            QVERIFY(U256::from_be(a.to_be_minimal()) == a);
        }
    }

    void hashes_have_64_digits() {
        const std::string digits(64, 'A');
        QCOMPARE(shown(Hash32::parse("0x" + digits).value().hex()), "0x" + QByteArray(64, 'a'));
        QCOMPARE(rule_at(Hash32::parse(digits)), "hex.prefix@0");
        QCOMPARE(rule_at(Hash32::parse("0x" + digits.substr(1))), "hex.length@2");
        QCOMPARE(rule_at(Hash32::parse("0x" + digits.substr(2))), "hex.length@2");
        QCOMPARE(rule_at(Hash32::parse("0x" + digits + "A")), "hex.length@2");
        QCOMPARE(rule_at(Hash32::parse("0x" + digits + "AA")), "hex.length@2");
        QCOMPARE(rule_at(Hash32::parse("0x" + std::string(100'000, 'A'))), "hex.length@2");
        QCOMPARE(rule_at(Hash32::parse("0x" + digits.substr(1) + "z")), "hex.digit@65");
        QCOMPARE(rule_at(Hash32::parse("0x")), "hex.length@2");
        QVERIFY(Hash32{}.is_zero());
        QVERIFY(!Hash32::parse("0x" + digits).value().is_zero());
        QVERIFY(Hash32{} < Hash32::parse("0x" + digits).value());
    }

    void addresses_and_words() {
        const Address address = Address::parse("0x7186599d6Eb50905ecd34346e705E4C93871143b").value();
        QCOMPARE(shown(address.hex()), "0x7186599d6eb50905ecd34346e705e4c93871143b");
        QCOMPARE(shown(address.to_word().hex()), "0x000000000000000000000000"
                                                 "7186599d6eb50905ecd34346e705e4c93871143b");
        QVERIFY(Address::from_word(address.to_word()) == address);
        for (std::size_t i = 0; i < 12; ++i) {
            Hash32 dirty = address.to_word();
            dirty.bytes[i] = 1;
            QVERIFY(!Address::from_word(dirty));
        }
        QCOMPARE(rule_at(Address::parse("0x7186")), "hex.length@2");
        QCOMPARE(rule_at(Address::parse("0x7186599d6Eb50905ecd34346e705E4C93871143b00")), "hex.length@2");
    }
};

QTEST_GUILESS_MAIN(TestNumbers)
#include "test_numbers.moc"
