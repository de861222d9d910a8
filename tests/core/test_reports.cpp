// Reports: the JSON schema of the command line, the text for terminals, and text that must not reach a
// terminal.
#include "core/report/text_report.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;

class TestReports : public QObject {
    Q_OBJECT

    struct Written {
        Case given;
        std::optional<verify::TablePart> part;
        std::shared_ptr<const transition::Tree> tree;

        explicit Written(Case each) : given(std::move(each)) {
            if (given.request.table) {
                part = verify::examine_table(*given.request.table);
            }
            tree = verify::tree_for(given.request, given.evidence);
        }
        [[nodiscard]] report::Subject subject() const {
            return {given.request, given.evidence, part ? &*part : nullptr, tree.get()};
        }
        [[nodiscard]] std::string json() const {
            return report::verify_json(given.report(), subject(), {"anchorscope-cli", "0.1.0"});
        }
        [[nodiscard]] std::string text(report::TextStyle style = {}) const {
            return report::verify_text(given.report(), subject(), style);
        }
    };

    static QByteArray keys(const Json& object) {
        QByteArray out;
        for (const auto& [key, value] : object.items()) {
            out += (out.isEmpty() ? "" : " ") + shown(key);
        }
        return out;
    }

private slots:
    void json_of_verify_has_the_schemas_keys() {
        const Json json = codec::parse_json(Written(sample("deep-reentry")).json()).value();
        QCOMPARE(keys(json), "schema verdict policy input rungs digests findings anchor diagnosis tool");
        QCOMPARE(shown(json["schema"].get<std::string>()), "anchorscope.report/1");
        QCOMPARE(shown(json["verdict"].get<std::string>()), "verified");
        QCOMPARE(shown(json["policy"].get<std::string>()), "block");
        QCOMPARE(keys(json["input"]), "path bytes sha256 format profile");
        QCOMPARE(shown(json["input"]["format"].get<std::string>()), "eez-main.l1");
        QCOMPARE(shown(json["input"]["profile"].get<std::string>()), "calldata");
        QCOMPARE(json["rungs"].size(), std::size_t{10});
        for (const Json& each : json["rungs"]) {
            QCOMPARE(keys(each), "id stage state basis expected actual detail rule");
            QCOMPARE(keys(each["basis"]), "kind sources");
        }
        QCOMPARE(
            shown(json["rungs"][7].dump()),
            R"({"id":"block","stage":"commitment","state":"passed","basis":{"kind":"pinned","sources":["sample"]},)"
            R"("expected":null,"actual":null,"detail":"The hash of block 41 is pinned: sample.","rule":null})");
        for (const Json& each : json["digests"]) {
            QCOMPARE(keys(each), "kind subject value preimage");
            const bool derived = each["preimage"]["source"] == "derived"; // stands in no file to look at
            QCOMPARE(keys(each["preimage"]),
                     derived ? "source offset length sha256" : "source offset length");
        }
        QCOMPARE(keys(json["tool"]), "name version");
        QVERIFY(json["diagnosis"].is_array());
    }

    void json_of_a_mismatch_shows_both_values() {
        const Json json = codec::parse_json(Written(sample("tampered")).json()).value();
        const Json& digest = json["rungs"][4];
        QCOMPARE(shown(digest["state"].get<std::string>()), "failed");
        // SHA-256 of the recorded calldata (fixtures, eez/multi-call-nested/oracle.json, by ethers v6 and
        // node's crypto)
        QCOMPARE(shown(digest["expected"].get<std::string>()),
                 "0xd39d4985826dd8560cc5471e6b4b23d4cfc77733f2b8461a4a4a01d3a8671dda");
        QVERIFY(digest["actual"].get<std::string>() != digest["expected"].get<std::string>());
    }

    void json_is_reproducible() {
        QCOMPARE(shown(Written(sample("late")).json()), shown(Written(sample("late")).json()));
        QVERIFY(Written(sample("late")).json().ends_with("}\n"));
    }

    void json_survives_names_that_are_not_utf8() {
        Case each = made_case();
        each.request.source = source_of("an observation that is no table", "a\xff\xfe\x1b[31m");
        const auto json = codec::parse_json(Written(each).json());
        QVERIFY2(json, json ? "" : json.error().message().c_str());
    }

    void json_of_inspect() {
        const Written good(sample("deep-reentry"));
        const Json json =
            codec::parse_json(report::inspect_json(good.subject(), {"anchorscope-cli", "0.1.0"})).value();
        QCOMPARE(keys(json), "schema input digests findings entries tree cross_domain_order replay tool");
        QCOMPARE(shown(json["tree"]["tree_basis"].get<std::string>()), "events");
        QCOMPARE(keys(json["tree"]["nodes"][0]),
                 "id parent kind from to entry call lookup placed state outcome result");
        QCOMPARE(json["entries"].size(), std::size_t{1});
        QCOMPARE(json["entries"][0]["calls"].size(), std::size_t{2});
        QCOMPARE(shown(json["entries"][0]["execution"]["state"].get<std::string>()), "equal");
        const Json opaque =
            codec::parse_json(report::inspect_json(Written(made_case()).subject(), {"x", "1"})).value();
        QVERIFY(opaque["tree"].is_null() && opaque["entries"].empty());
    }

    void tree_as_text() {
        const Written good(sample("deep-reentry"));
        // L1 calls Rollup 1, which calls back into L1, five levels deep (resources/samples/samples.json).
        QCOMPARE(shown(report::tree_text(*good.given.request.table, *good.tree)),
                 "postAndVerifyBatch\n"
                 "  L1 → R1  entry entries[0]  success  [equal]\n"
                 "    R1 → L1  call entries[0].l2ToL1Calls[0]  success\n"
                 "      L1 → R1  nested entries[0].expectedL1ToL2Calls[0]  success\n"
                 "        R1 → L1  call entries[0].l2ToL1Calls[1]  success\n"
                 "          L1 → R1  nested entries[0].expectedL1ToL2Calls[1]  success\n"
                 "            R1 → L1  return  success\n"
                 "          L1 → R1  return  success\n"
                 "        R1 → L1  return  success\n"
                 "      L1 → R1  return  success\n"
                 "    R1 → L1  return  success\n");
    }

    void text_shows_verdict_and_ladder() {
        const Written good(sample("deep-reentry"));
        const std::string text = good.text();
        QVERIFY(text.starts_with("✔ Verified; block pinned: sample\n"));
        QCOMPARE(shown(good.text({false, true})), "✔ Verified; block pinned: sample\n");
        for (const char* part :
             {"  execution\n", "  proof\n", "  commitment\n", "• ✔ digest", "  ○ finality", "policy block"}) {
            QVERIFY2(text.find(part) != std::string::npos, part);
        }
        QVERIFY(text.find('\x1b') == std::string::npos);
        QVERIFY(good.text({true, false}).find("\x1b[32m") != std::string::npos);
        const std::string late = Written(sample("late")).text();
        QVERIFY(late.starts_with("✖ Mismatch: anchored 3 blocks later\n"));
        QVERIFY(late.find("expected  block 71\n") != std::string::npos);
        QVERIFY(Written(sample("unanchored")).text().starts_with("⚠ "));
    }

    void a_match_above_the_finalized_head_takes_the_clock() {
        Case each = made_case();
        each.evidence.endpoints = {
            endpoint("a.example", made_number, each.evidence.blocks[0].header.hash, 1)};
        QVERIFY(Written(each).text().starts_with("◷ Verified"));
    }

    void hostile_text_does_not_reach_the_terminal() {
        QCOMPARE(shown(report::printable("plain, ä, 世界, 😀 ✔")), "plain, ä, 世界, 😀 ✔");
        QCOMPARE(shown(report::printable("\x1b[2J")), "\\u{1b}[2J");
        QCOMPARE(shown(report::printable(std::string_view("a\0b\r\n\t\x7f", 7))),
                 "a\\u{00}b\\u{0d}\\u{0a}\\u{09}\\u{7f}");
        QCOMPARE(shown(report::printable("\xc2\x9b"
                                         "31m")),
                 "\\u{9b}31m"); // C1 control sequence introducer
        QCOMPARE(shown(report::printable("\xe2\x80\xae"
                                         "0xfe")),
                 "\\u{202e}0xfe"); // right-to-left override
        QCOMPARE(shown(report::printable("\xe2\x81\xa6\xe2\x80\xa8\xef\xbb\xbf")),
                 "\\u{2066}\\u{2028}\\u{feff}");
        QCOMPARE(shown(report::printable("\xff\xc0\xaf\xed\xa0\x80\xf4\x90\x80\x80")),
                 "\\xff\\xc0\\xaf\\xed\\xa0\\x80\\xf4\\x90\\x80\\x80"); // none of it is UTF-8
        QCOMPARE(shown(report::printable("\xe2\x82")), "\\xe2\\x82");
        Case each = made_case();
        each.request.source = source_of("an observation that is no table", "x\x1b]0;title\x07\xe2\x80\xae");
        each.evidence.endpoints = {endpoint("evil\x1b[31m", made_number, Hash32{})};
        const std::string text = Written(each).text();
        QVERIFY(text.find('\x1b') == std::string::npos && text.find('\x07') == std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestReports)
#include "test_reports.moc"
