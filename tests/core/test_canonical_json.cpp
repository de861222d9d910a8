// Canonical JSON: the members' order of RFC 8785, 3.2.3, its escapes, and what has no canonical spelling.
#include "core/codec/canonical_json.h"
#include "core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;

namespace {

QByteArray spelled(std::string_view text) {
    const Result<Json> value = codec::parse_json(text);
    const Result<std::string> out = value ? codec::canonical_json(*value) : tl::unexpected(value.error());
    return out ? shown(*out) : '!' + shown(out.error().rule);
}

} // namespace

class TestCanonicalJson : public QObject {
    Q_OBJECT

private slots:
    // RFC 8785, 3.2.3: the order of these members is "\r", "1", U+0080, U+00F6, U+20AC, U+1F600, U+FB33. By
    // code point or by UTF-8 byte the last two would change places.
    void members_are_ordered_by_utf16_code_units() {
        QCOMPARE(
            spelled("{\"\u20ac\":\"Euro Sign\",\"\\r\":\"Carriage Return\",\"\ufb33\":\"Hebrew\","
                    "\"1\":\"One\",\"\U0001f600\":\"Emoji\",\"\u0080\":\"Control\",\"\u00f6\":\"o\"}"),
            QByteArray("{\"\\r\":\"Carriage Return\",\"1\":\"One\",\"\u0080\":\"Control\",\"\u00f6\":\"o\","
                       "\"\u20ac\":\"Euro Sign\",\"\U0001f600\":\"Emoji\",\"\ufb33\":\"Hebrew\"}"));
        QVERIFY(codec::canonical_less("a", "ab"));
        QVERIFY(!codec::canonical_less("a", "a"));
        QVERIFY(!codec::canonical_less("ab", "a"));
        QVERIFY(codec::canonical_less("", "a"));
        // Same first unit of a pair, other second unit; then behind a common letter of two bytes.
        QVERIFY(codec::canonical_less("\U0001f600", "\U0001f601"));
        QVERIFY(codec::canonical_less("\u00f6\U0001f600", "\u00f6\ufb33"));
        QVERIFY(!codec::canonical_less("\u00f6\ufb33", "\u00f6\U0001f600"));
    }

    void values_have_one_spelling() {
        QCOMPARE(spelled(" { \"b\" : [ 1 , -2 , true , null , \"\" ] , \"a\" : { } } "),
                 QByteArray(R"({"a":{},"b":[1,-2,true,null,""]})"));
        const char* const escapes = "\"\\u0041\\/\\u000a\\u001f\\b\\f\\t\\r\\\"\\\\\\u007f\"";
        QCOMPARE(spelled(escapes), QByteArray("\"A/\\n\\u001f\\b\\f\\t\\r\\\"\\\\\x7f\""));
        QCOMPARE(spelled("[[],[{}]]"), QByteArray("[[],[{}]]"));
        QCOMPARE(spelled("9007199254740991"), QByteArray("9007199254740991"));
        QCOMPARE(spelled("-9007199254740991"), QByteArray("-9007199254740991"));
    }

    void what_a_double_does_not_hold_is_refused() {
        for (const char* text : {"9007199254740992", "-9007199254740992", "18446744073709551615"}) {
            QCOMPARE(spelled(text), QByteArray("!json.number"));
        }
        QCOMPARE(rule_of(codec::canonical_json(Json(1.5))), QByteArray("json.number"));
        QCOMPARE(rule_of(codec::canonical_json(Json("\xff"))), QByteArray("json.value"));
        QCOMPARE(rule_of(codec::canonical_json(Json{{"\xc0\x80", 1}, {"a", 1}})), QByteArray("json.value"));
        QCOMPARE(rule_of(codec::canonical_json(Json("\xed\xa0\x80"))), QByteArray("json.value"));
        QCOMPARE(rule_of(codec::canonical_json(Json("\xf4\x90\x80\x80"))), QByteArray("json.value"));
    }

    void another_spelling_is_refused_where_it_differs() {
        QVERIFY(codec::parse_canonical_json(R"({"a":1,"b":[]})"));
        QCOMPARE(rule_at(codec::parse_canonical_json(R"({"a":1, "b":[]})")),
                 QByteArray("json.not_canonical@7"));
        QCOMPARE(rule_at(codec::parse_canonical_json(R"({"b":1,"a":[]})")),
                 QByteArray("json.not_canonical@2"));
        QCOMPARE(rule_at(codec::parse_canonical_json("[]\n")), QByteArray("json.not_canonical@2"));
        QCOMPARE(rule_at(codec::parse_canonical_json("[\"\\u0041\"]")), QByteArray("json.not_canonical@2"));
        QCOMPARE(rule_of(codec::parse_canonical_json(R"({"a":1,"a":1})")), QByteArray("json.duplicate_key"));
    }

    void depth_costs_no_stack() {
        Json deep = 0;
        for (int i = 0; i < 60; ++i) {
            deep = Json::array({std::move(deep)});
        }
        std::string expected(60, '[');
        expected.append("0").append(60, ']');
        QCOMPARE(codec::canonical_json(deep).value(), expected);
    }
};

QTEST_GUILESS_MAIN(TestCanonicalJson)
#include "test_canonical_json.moc"
