#include "core/crypto/erc55.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;

namespace {

// The test cases of ERC-55, section "Test Cases".
constexpr std::array<std::string_view, 8> published{
    "0x52908400098527886E0F7030069857D2E4169EE7", "0x8617E340B3D01FA5F11F306F4090FD50E238070D",
    "0xde709f2102306220921060314715629080e2fb77", "0x27b1fdb04752bbc536007a920d24acb045561c26",
    "0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed", "0xfB6916095ca1df60bB79Ce92cE3Ea74c37c5d359",
    "0xdbF03B407c01E7cD3CBea99509d93f8DDDC8C6FB", "0xD1220A0cf47c7B9Be7A2E6BA89F429762e7b9aDb"};

std::string with_case(std::string_view text, bool upper) {
    std::string out(text);
    for (char& c : out) {
        c = c == 'x' ? c : static_cast<char>(upper ? std::toupper(c) : std::tolower(c));
    }
    return out;
}

} // namespace

class TestErc55 : public QObject {
    Q_OBJECT

private slots:
    void published_spellings() {
        for (const std::string_view text : published) {
            QCOMPARE(shown(crypto::checksummed(Address::parse(text).value())), shown(text));
            QVERIFY(crypto::parse_checksummed(text).value() == Address::parse(text).value());
        }
    }

    void one_case_carries_no_checksum() {
        for (const std::string_view text : published) {
            QVERIFY(crypto::parse_checksummed(with_case(text, false)).has_value());
            QVERIFY(crypto::parse_checksummed(with_case(text, true)).has_value());
        }
    }

    void any_wrong_letter_is_refused() {
        for (const std::string_view text : std::span(published).subspan(4)) {
            for (std::size_t i = 2; i < text.size(); ++i) {
                if (text[i] >= '0' && text[i] <= '9') {
                    continue;
                }
                std::string wrong(text);
                wrong[i] = static_cast<char>(wrong[i] ^ 0x20); // the other case
                QCOMPARE(rule_at(crypto::parse_checksummed(wrong)),
                         "address.erc55@" + QByteArray::number(static_cast<qulonglong>(i)));
            }
        }
    }

    void what_is_no_address_keeps_its_own_rule() {
        QCOMPARE(rule_of(crypto::parse_checksummed("0x5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAe")),
                 "hex.length");
        QCOMPARE(rule_of(crypto::parse_checksummed("5aAeb6053F3E94C9b9A09f33669435E7Ef1BeAed")),
                 "hex.prefix");
    }
};

QTEST_GUILESS_MAIN(TestErc55)
#include "test_erc55.moc"
