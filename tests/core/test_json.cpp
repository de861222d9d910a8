#include "core/codec/json.h"
#include "tests/core/core_test_support.h"
#include <QElapsedTimer>

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;
using codec::parse_json;

class TestJson : public QObject {
    Q_OBJECT

    static void rejects(std::string_view text, const QByteArray& rule, const codec::JsonLimits& limits = {}) {
        QCOMPARE(rule_at(parse_json(text, limits)), rule);
    }
    static void reads(std::string_view text, std::string_view expected) {
        const Result<Json> value = parse_json(text);
        QVERIFY2(value, value ? "" : value.error().message().c_str());
        QCOMPARE(shown(value->dump()), shown(expected));
    }

private slots:
    void reads_values_in_their_order() {
        reads("null", "null");
        reads(" true ", "true");
        reads("[]", "[]");
        reads("{}", "{}");
        reads("\"\"", "\"\"");
        reads("[1, [2, {\"a\": []}], \"x\"]\n", R"([1,[2,{"a":[]}],"x"])");
        reads(R"({"z":1,"a":{"z":2,"y":[{}]},"m":"\u00e4\n"})", R"({"z":1,"a":{"z":2,"y":[{}]},"m":"ä\n"})");
        reads(R"({"a":1,"b":{"a":1}})", R"({"a":1,"b":{"a":1}})"); // the same key in another object
        reads(R"([{"a":1},{"a":1}])", R"([{"a":1},{"a":1}])");
        reads(R"("\u0000")", R"("\u0000")"); // an escaped NUL is a character
        reads("\"\\ud83d\\ude00\"", "\"\xf0\x9f\x98\x80\"");
    }

    void integers_are_exact() {
        reads("[18446744073709551615,-9223372036854775808,0]",
              "[18446744073709551615,-9223372036854775808,0]");
        QCOMPARE(parse_json("18446744073709551615").value().get<std::uint64_t>(), ~std::uint64_t{0});
        rejects("18446744073709551616", "json.number@0");
        rejects("[0, -9223372036854775809]", "json.number@4");
        rejects("{\"a\" : 1.5}", "json.number@7");
        rejects("1.0", "json.number@0");
        rejects("[1,1e3]", "json.number@3");
        rejects("[1e400]", "json.number@1"); // beyond any double
        rejects("1" + std::string(400, '0'), "json.number@0");
        rejects("01", "json.syntax@1");
        rejects("[+1]", "json.syntax@1");
        rejects("[NaN]", "json.syntax@1");
        rejects("[-]", "json.syntax@2");
    }

    void duplicate_keys() {
        rejects(R"({"a":1,"a":1})", "json.duplicate_key@7");
        rejects(R"({"a":1, "b" : 2 , "a":1})", "json.duplicate_key@18");
        rejects(R"({"a":1,"b":{"c":1,"c":2}})", "json.duplicate_key@18");
        rejects(R"([{"a":1},{"b":[{}],"b":{}}])", "json.duplicate_key@19");
        rejects(R"({"a":1,"\u0061":1})", "json.duplicate_key@7"); // the same name, escaped
        rejects(R"({"":1,"":1})", "json.duplicate_key@6");
        rejects(R"({"c":1,"b":1,"a":1,"b":1,"a":1})", "json.duplicate_key@19"); // the first of two
        rejects(R"({"o":{"a":1},"a":1,"a":2})", "json.duplicate_key@19");
        for (const int members : {15, 16, 17, 40}) { // on both sides of the switch to sorting
            std::string text = "{";
            for (int i = 0; i < members - 1; ++i) {
                text += "\"k" + std::to_string(i) + "\":0,";
            }
            const QByteArray second = QByteArray::number(static_cast<qulonglong>(text.size()));
            rejects(text + "\"k9\":0}", "json.duplicate_key@" + second);
            rejects(text + "\"k9\":0,\"k3\":0,\"k3\":0}", "json.duplicate_key@" + second);
            QVERIFY(parse_json(text + "\"other\":0}"));
        }
    }

    void syntax() {
        rejects("", "json.syntax@0");
        rejects("  ", "json.syntax@2");
        rejects("{", "json.syntax@1");
        rejects("[1,]", "json.syntax@3");
        rejects("[1] []", "json.syntax@4");
        rejects("[1]x", "json.syntax@3");
        rejects("{\"a\"}", "json.syntax@4");
        rejects("{a:1}", "json.syntax@1");
        rejects("{'a':1}", "json.syntax@1");
        rejects("[1 /* no */]", "json.syntax@3");
        rejects("\"abc", "json.syntax@4");
        rejects("\"a\nb\"", "json.syntax@2");
        rejects("\"\\x\"", "json.syntax@2");
        rejects("\"\\ud800\"", "json.syntax@7"); // half a surrogate pair
        rejects("tru", "json.syntax@3");
        rejects("[1}", "json.syntax@2");
    }

    void bytes_that_are_no_text() {
        rejects(std::string_view("[1]\0", 4), "json.syntax@3");
        rejects(std::string_view("[1]\0[2]", 7), "json.syntax@3");
        rejects(std::string_view("\0", 1), "json.syntax@0");
        rejects("\xef\xbb\xbf[]", "json.syntax@0");
        rejects("\"\xff\"", "json.syntax@1");
        rejects("\"\xc3\"", "json.syntax@2");             // cut
        rejects("\"\xc0\xaf\"", "json.syntax@1");         // overlong
        rejects("\"\xed\xa0\x80\"", "json.syntax@2");     // a surrogate
        rejects("\"\xf4\x90\x80\x80\"", "json.syntax@2"); // beyond U+10FFFF
    }

    void error_texts_echo_no_input() {
        const Result<Json> result = parse_json("[\"" + std::string(100'000, 'x') + "\xff\"]");
        QVERIFY(!result);
        QVERIFY(result.error().text.size() < 200);
        QVERIFY2(result.error().text.starts_with("syntax error"), result.error().text.c_str());
        for (const char c : result.error().text) {
            QVERIFY(c >= ' ' && c <= '~');
        }
    }

    void depth() {
        const std::string open64(64, '[');
        QVERIFY(parse_json(open64 + std::string(64, ']')));
        rejects("[" + open64 + "]" + std::string(64, ']'), "json.depth@64");
        rejects(std::string(1'000'000, '['), "json.depth@64");
        rejects("[ {}]", "json.depth@2", {.max_bytes = 100, .max_depth = 1});
        std::string objects;
        for (int i = 0; i < 100'000; ++i) {
            objects += "{\"a\":";
        }
        rejects(objects, "json.depth@320");
    }

    void size() {
        rejects("[1,2]", "json.size", {.max_bytes = 4, .max_depth = 8});
        QVERIFY(parse_json("[1,2]", {.max_bytes = 5, .max_depth = 8}));
        // Dense texts are refused by their count of values: one for 32 bytes allowed, 4096 in any case.
        const auto zeros = [](std::size_t count) {
            std::string text = "[0";
            for (std::size_t i = 1; i < count; ++i) {
                text += ",0";
            }
            return text + "]";
        };
        QVERIFY(parse_json(zeros(4095), {.max_bytes = 10'000, .max_depth = 8})); // and the array itself
        rejects(zeros(4096), "json.size@8191", {.max_bytes = 10'000, .max_depth = 8});
        QVERIFY(parse_json(zeros(4999), {.max_bytes = 160'000, .max_depth = 8}));
        rejects(zeros(5000), "json.size@9999", {.max_bytes = 160'000, .max_depth = 8});
    }

    // 200 000 keys of one object: comparing each with each would take minutes.
    void many_keys_are_not_quadratic() {
        std::string text = "{";
        for (int i = 0; i < 200'000; ++i) {
            text += "\"key" + std::to_string(i) + "\":0,";
        }
        QElapsedTimer timer;
        timer.start();
        const Result<Json> value = parse_json(text + "\"last\":1}");
        QVERIFY(value);
        QCOMPARE(value->size(), std::size_t{200'001});
        rejects(text + "\"key7\":1}", "json.duplicate_key@" + QByteArray::number(text.size()));
        QVERIFY2(timer.elapsed() < 20'000, std::to_string(timer.elapsed()).c_str());
    }

    void members() {
        const Json object = parse_json(R"({"s":"text","n":7,"neg":-1,"big":18446744073709551615,"q":"0x1c",
            "h":"0x9145b12a1a5068aee78b8613b7cebd307d7995dc76a85600c37df2960fcaef0c",
            "a":"0x7186599d6Eb50905ecd34346e705E4C93871143b","b":"0x0102","bad":"0x0g","null":null})")
                                .value();
        QVERIFY(*codec::member(object, "null", "p").value() == nullptr);
        QCOMPARE(shown(codec::string_member(object, "s", "p").value()), "text");
        QCOMPARE(codec::u64_member(object, "n", "p").value(), std::uint64_t{7});
        QCOMPARE(codec::u64_member(object, "big", "p").value(), ~std::uint64_t{0});
        QVERIFY(codec::quantity_member(object, "q", "p").value() == U256(28));
        QCOMPARE(codec::hash_member(object, "h", "p").value().bytes[0], std::uint8_t{0x91});
        QCOMPARE(codec::address_member(object, "a", "p").value().bytes[0], std::uint8_t{0x71});
        QVERIFY(codec::bytes_member(object, "b", "p").value() == (Bytes{1, 2}));

        QCOMPARE(rule_of(codec::member(object, "none", "p")), "json.missing");
        QCOMPARE(shown(codec::member(object, "none", "p").error().place), "p.none");
        QCOMPARE(shown(codec::member(object, "none", "").error().place), "none");
        QCOMPARE(rule_of(codec::member(Json::array(), "x", "p")), "json.type");
        QCOMPARE(rule_of(codec::string_member(object, "n", "p")), "json.type");
        QCOMPARE(shown(codec::string_member(object, "n", "p").error().place), "p.n");
        QCOMPARE(rule_of(codec::u64_member(object, "s", "p")), "json.type");
        QCOMPARE(rule_of(codec::u64_member(object, "null", "p")), "json.type");
        QCOMPARE(rule_of(codec::u64_member(object, "neg", "p")), "json.value");
        QCOMPARE(rule_of(codec::hash_member(object, "b", "p")), "json.value");
        QCOMPARE(rule_of(codec::address_member(object, "h", "p")), "json.value");
        QCOMPARE(rule_of(codec::bytes_member(object, "bad", "p")), "json.value");
        QCOMPARE(rule_of(codec::bytes_member(object, "s", "p")), "json.value");
        QCOMPARE(rule_of(codec::quantity_member(object, "b", "p")), "json.value");
        QCOMPARE(rule_of(codec::hash_member(object, "n", "p")), "json.type");
        QCOMPARE(rule_of(codec::quantity_member(object, "none", "p")), "json.missing");
    }
};

QTEST_GUILESS_MAIN(TestJson)
#include "test_json.moc"
