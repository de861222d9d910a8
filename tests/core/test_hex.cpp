#include "core/base/hex.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;

class TestHex : public QObject {
    Q_OBJECT

    static void decodes(std::string_view text, const Bytes& expected,
                        HexPrefix prefix = HexPrefix::required) {
        const Result<Bytes> result = from_hex(text, prefix);
        QVERIFY2(result, result ? "" : result.error().message().c_str());
        QVERIFY(*result == expected);
    }
    static void rejects(std::string_view text, const QByteArray& rule,
                        HexPrefix prefix = HexPrefix::required) {
        QCOMPARE(rule_at(from_hex(text, prefix)), rule);
    }

private slots:
    void decodes_both_cases() {
        decodes("0x", {});
        decodes("0x00ff", {0x00, 0xff});
        decodes("0xDeadBEEF", {0xde, 0xad, 0xbe, 0xef});
        decodes("0X0a", {0x0a});
        decodes("", {}, HexPrefix::optional);
        decodes("0a", {0x0a}, HexPrefix::optional);
        decodes("0x0a", {0x0a}, HexPrefix::optional);
        decodes("0a", {0x0a}, HexPrefix::forbidden);
    }

    void rejects_what_is_no_hex() {
        rejects("", "hex.prefix@0");
        rejects("0", "hex.prefix@0");
        rejects("0a", "hex.prefix@0");
        rejects("0x0a", "hex.prefix@0", HexPrefix::forbidden);
        rejects("0xabc", "hex.odd_length@4");
        rejects("0x0", "hex.odd_length@2");
        rejects("0x0g1", "hex.digit@3"); // QByteArray::fromHex makes one byte of it
        rejects("0xg", "hex.digit@2");
        rejects("0xabcz", "hex.digit@5");
        rejects("0xab\n", "hex.digit@4");
        rejects("0xab cd", "hex.digit@4");
        rejects(std::string_view("0xab\0cd1", 8), "hex.digit@4");
        rejects("0x0x00", "hex.digit@3");
        rejects("0xab\xc3\xa4", "hex.digit@4");
    }

    void every_character_is_judged() {
        for (int c = 0; c < 256; ++c) {
            const bool digit = QByteArray("0123456789abcdefABCDEF").contains(static_cast<char>(c));
            std::string text = "0x00";
            text[3] = static_cast<char>(c);
            QCOMPARE(from_hex(text).has_value(), digit);
            QCOMPARE(hex_digit_value(static_cast<char>(c)) >= 0, digit);
            if (digit) {
                QCOMPARE(hex_digit_value(static_cast<char>(c)),
                         QByteArray(1, static_cast<char>(c)).toInt(nullptr, 16));
            }
        }
    }

    void writes_lower_case() {
        QCOMPARE(shown(to_hex({})), "0x");
        QCOMPARE(shown(to_hex(Bytes{0x00, 0xab, 0xff})), "0x00abff");
        QCOMPARE(shown(to_hex_bare(Bytes{0x00, 0xab, 0xff})), "00abff");
        QCOMPARE(shown(to_hex_short(Bytes{1, 2, 3, 4, 5, 6})), "0x010203040506");
        QCOMPARE(
            shown(to_hex_short(bytes("9145b12a1a5068aee78b8613b7cebd307d7995dc76a85600c37df2960fcaef0c"))),
            "0x9145\xe2\x80\xa6"
            "ef0c");
    }

    void reads_back_what_it_wrote() {
        Random random(1);
        for (std::size_t length = 0; length < 200; ++length) {
            const Bytes value = random_bytes(random, length);
            decodes(to_hex(value), value);
            decodes(to_hex_bare(value), value, HexPrefix::forbidden);
            // Qt's coder as a second opinion.
            QCOMPARE(shown(to_hex_bare(value)),
                     shown({reinterpret_cast<const char*>(value.data()), length}).toHex());
        }
    }

    void error_messages_name_what_is_known() {
        QCOMPARE(shown(Error({"r.x", "a.b", 17, "expected y"}).message()), "a.b (byte 17): expected y [r.x]");
        QCOMPARE(shown(Error({"r.x", "", 17, "expected y"}).message()), "byte 17: expected y [r.x]");
        QCOMPARE(shown(Error({"r.x", "a.b", {}, "expected y"}).message()), "a.b: expected y [r.x]");
        QCOMPARE(shown(Error({"r.x", "", {}, ""}).message()), "[r.x]");
    }

    void slices_stay_inside() {
        const Bytes source{1, 2, 3, 4};
        QVERIFY(equal(slice(source, {1, 2}), Bytes{2, 3}));
        QVERIFY(slice(source, {4, 0}).empty());
        QVERIFY(slice(source, {3, 2}).empty());
        QVERIFY(slice(source, {5, 0}).empty());
        QVERIFY(slice(source, {1, ~std::uint64_t{0}}).empty());
        QVERIFY((ByteRange{2, 2}.contains(3)));
        QVERIFY(!(ByteRange{2, 2}.contains(4)));
        QVERIFY(!(ByteRange{2, 2}.contains(1)));
    }
};

QTEST_GUILESS_MAIN(TestHex)
#include "test_hex.moc"
