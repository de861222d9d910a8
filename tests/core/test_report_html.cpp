// The document behind kept reports, and the HTML made of it: what it tells, its limits, and that no text from
// outside becomes markup. The file is read again by Qt's XML reader, which knows nothing of how it was made.
#include "core/report/html_report.h"
#include "core/report/json_parts.h"
#include "core/synth/synth.h"
#include "tests/core/ladder_support.h"
#include <QCryptographicHash>
#include <QXmlStreamReader>

using namespace anchorscope;
using namespace anchorscope::test;
using codec::Json;
using report::Mark;
using report::Section;

namespace {

struct Told {
    Case given;
    std::optional<verify::TablePart> part;
    std::shared_ptr<const transition::Tree> tree;
    verify::Report report;
    report::Annex annex;
    report::ToolVersion tool{"anchorscope-cli", "0.1.0"};

    explicit Told(Case each) : given(std::move(each)) {
        if (given.request.table) {
            part = verify::examine_table(*given.request.table);
        }
        tree = verify::tree_for(given.request, given.evidence);
        report = given.report();
        annex.command = "anchorscope-cli report table.hex -o report.html";
    }
    [[nodiscard]] report::Subject subject() const {
        report::Subject out{given.request, given.evidence, part ? &*part : nullptr, tree.get()};
        out.annex = &annex;
        return out;
    }
    [[nodiscard]] report::Document document(const report::DocumentLimits& limits = {}) const {
        return report::document_of(report, subject(), tool, limits);
    }
    [[nodiscard]] std::string html(const report::DocumentLimits& limits = {}) const {
        return report::html_of(document(limits));
    }
    [[nodiscard]] Json json() const {
        return codec::parse_json(report::verify_json(report, subject(), {"anchorscope-cli", "0.1.0"}))
            .value();
    }
};

/// What an XML reader finds in a file.
struct Read {
    QString error;
    QStringList elements;        ///< names, in order
    QHash<QString, int> count;   ///< of each name
    QStringList attributes;      ///< "element name=value"
    QString text;                ///< of the body
    QHash<QString, QString> ids; ///< id → element
    int deepest = 0;
    int details = 0; ///< deepest nesting of details
    QString style, policy, title;
};

Read read(const std::string& html) {
    Read out;
    QXmlStreamReader xml(QByteArray::fromStdString(html));
    QStringList path;
    while (!xml.atEnd()) {
        xml.readNext();
        if (xml.isStartElement()) {
            const QString name = xml.name().toString();
            path += name;
            out.elements += name;
            ++out.count[name];
            for (const QXmlStreamAttribute& each : xml.attributes()) {
                out.attributes += QStringLiteral("%1 %2=%3").arg(name, each.name(), each.value());
                if (each.name() == u"id") {
                    out.ids.insert(each.value().toString(), name);
                }
            }
            if (xml.attributes().value(QStringLiteral("http-equiv")) == u"Content-Security-Policy") {
                out.policy = xml.attributes().value(QStringLiteral("content")).toString();
            }
            out.deepest = std::max(out.deepest, static_cast<int>(path.size()));
            out.details = std::max(out.details, static_cast<int>(path.count(QStringLiteral("details"))));
        } else if (xml.isEndElement()) {
            path.removeLast();
        } else if (xml.isCharacters()) {
            if (path.contains(QStringLiteral("style"))) {
                out.style += xml.text();
            } else if (path.contains(QStringLiteral("title"))) {
                out.title += xml.text();
            } else {
                out.text += xml.text();
            }
        }
    }
    out.error = xml.hasError() ? QStringLiteral("%1 at line %2").arg(xml.errorString()).arg(xml.lineNumber())
                               : QString();
    return out;
}

const Section* section(const report::Document& document, std::string_view id) {
    const auto found = std::ranges::find(document.sections, id, &Section::id);
    return found == document.sections.end() ? nullptr : &*found;
}

QByteArray keys(const Json& object) {
    QByteArray out;
    for (const auto& [key, value] : object.items()) {
        out += (out.isEmpty() ? "" : " ") + shown(key);
    }
    return out;
}

/// A text in every place that something from outside reaches.
Told poisoned(const std::string& text) {
    Case each = made_case();
    each.request.source = source_of("an observation that is no table", text);
    each.request.case_file = verify::CaseFile{text, 7, {}};
    each.request.envelope_name = text;
    each.evidence.blocks[0].source.name = text;
    each.evidence.endpoints = {endpoint(text, made_number, Hash32{})};
    each.evidence.endpoints[0].failure = text;
    each.evidence.findings.push_back({text, Severity::warning, text, {}, text});
    Told out(std::move(each));
    for (verify::Rung& rung : out.report.rungs) {
        rung.detail = rung.expected = rung.actual = text;
        rung.basis.sources = {text};
    }
    out.report.headline = out.report.reason = text;
    out.annex.files.push_back({"evidence", text, 1, {}});
    out.annex.notes = {{text, text}, {"", text + "\n" + text}};
    out.annex.command = out.annex.checked_at = text;
    out.tool = {text, text}; // the only text in an attribute
    return out;
}

} // namespace

class TestReportHtml : public QObject {
    Q_OBJECT
private slots:
    void tells_verdict_inputs_blocks_and_every_basis() {
        Told told(sample("deep-reentry"));
        told.annex.files = {{"envelope", "envelope.json", 512, crypto::sha256(bytes_of("e"))}};
        const Read page = read(told.html());
        QCOMPARE(page.error, QString());
        QCOMPARE(page.title, QStringLiteral("Verified: table.hex"));
        QVERIFY(page.text.contains(QStringLiteral("Verified; block pinned: sample")));
        const std::vector<std::string> stated{told.given.request.source->file_sha256.hex(),
                                              crypto::sha256(bytes_of("e")).hex(),
                                              told.given.evidence.blocks[0].header.hash.hex(),
                                              told.report.matched->value.hex(),
                                              "anchorscope-cli 0.1.0",
                                              "anchorscope-cli report table.hex -o report.html"};
        for (const std::string& each : stated) {
            QVERIFY2(page.text.contains(QString::fromStdString(each)), each.c_str());
        }
        const Section* const ladder = section(told.document(), "ladder");
        QVERIFY(ladder != nullptr);
    }

    void the_ladder_has_ten_rows_with_state_and_basis() {
        const Told told(sample("deep-reentry"));
        const report::Document document = told.document();
        const Section* const ladder = section(document, "ladder");
        QVERIFY(ladder != nullptr && ladder->rows.size() == verify::rung_count);
        for (std::size_t i = 0; i < verify::rung_count; ++i) {
            const verify::Rung& rung = told.report.rungs[i];
            QCOMPARE(shown(ladder->rows[i].cells[1].text), shown(verify::words(rung.state)));
            QCOMPARE(ladder->rows[i].cells[1].mark, report::mark_for(rung.state));
            QVERIFY(!ladder->rows[i].cells[3].text.empty());
        }
        QCOMPARE(shown(ladder->rows[7].cells[3].text), "pinned: sample");
        QCOMPARE(shown(ladder->rows[7].cells[0].text), "• block"); // required by the policy
        QCOMPARE(shown(ladder->rows[9].cells[0].text), "finality");
    }

    void marks_and_words_of_a_verdict() {
        QCOMPARE(Told(sample("deep-reentry")).document().mark, Mark::verified);
        const report::Document late = Told(sample("late")).document();
        QCOMPARE(late.mark, Mark::mismatch);
        QCOMPARE(shown(late.verdict), "Mismatch");
        QCOMPARE(Told(sample("unanchored")).document().mark, Mark::warning);
        Case above = made_case();
        above.evidence.endpoints = {
            endpoint("a.example", made_number, above.evidence.blocks[0].header.hash, 1)};
        const report::Document not_final = Told(above).document();
        QCOMPARE(not_final.mark, Mark::not_final);
        QCOMPARE(shown(not_final.verdict), "Verified, not final");
        const Read page = read(Told(sample("late")).html());
        QVERIFY(page.attributes.contains(QStringLiteral("header class=banner mismatch")));
    }

    /// The tree says what events show, and leaves green to the ladder: a trace could have said the same.
    void no_row_of_the_tree_is_green() {
        for (const char* id : {"deep-reentry", "late", "tampered", "unanchored", "rollup-table"}) {
            const report::Document document = Told(sample(id)).document();
            const Section* const tree = section(document, "tree");
            QVERIFY2(tree != nullptr, id);
            for (const report::Row& row : tree->rows) {
                for (const report::Cell& cell : row.cells) {
                    QVERIFY(cell.mark != Mark::verified && cell.mark != Mark::not_final);
                }
            }
        }
    }

    void no_text_from_outside_becomes_markup_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("script") << QByteArray("<script>alert(1)</script>");
        QTest::newRow("image") << QByteArray("\"><img src=x onerror=alert(1)>");
        QTest::newRow("attribute") << QByteArray("' onmouseover='alert(1)' x='");
        QTest::newRow("closing") << QByteArray("</td></tr></table></section></main></body></html>");
        QTest::newRow("style") << QByteArray("</style><style>*{display:none}</style>");
        QTest::newRow("comment") << QByteArray("<!-- --> <![CDATA[ x ]]> <?php ?>");
        QTest::newRow("entity") << QByteArray("&lt;b&gt; &amp;amp; &#x3c;script&#62; &quot;");
        QTest::newRow("link") << QByteArray("<a href=\"javascript:alert(1)\">here</a>");
        QTest::newRow("frame") << QByteArray("<iframe srcdoc='<svg/onload=alert(1)>'></iframe>");
        QTest::newRow("base") << QByteArray("<base href='https://elsewhere.example/'>");
        QTest::newRow("refresh") << QByteArray("<meta http-equiv=refresh content='0;url=https://e.example'>");
        QTest::newRow("not utf-8") << QByteArray("\xff\xfe\xc0\xbcscript\xc0\xbe");
        QTest::newRow("controls") << QByteArray("a\0b\x07\x1b[31m\x7f\xc2\x85", 12);
        QTest::newRow("direction") << QByteArray("\xe2\x80\xaegreen\xe2\x80\xac \xe2\x81\xa6x");
        QTest::newRow("noncharacters") << QByteArray("\xef\xbf\xbe\xef\xbf\xbf");
        QTest::newRow("utf-7") << QByteArray("+ADw-script+AD4-alert(1)+ADw-/script+AD4-");
    }

    void no_text_from_outside_becomes_markup() {
        QFETCH(QByteArray, text);
        const Read calm = read(poisoned("calm").html());
        const std::string html = poisoned(text.toStdString()).html();
        const Read page = read(html);
        QCOMPARE(page.error, QString());
        // The same elements in the same order, but for line breaks: nothing came in, nothing was closed
        // early.
        QStringList expected = calm.elements, got = page.elements;
        expected.removeAll(QStringLiteral("br"));
        got.removeAll(QStringLiteral("br"));
        QCOMPARE(got, expected);
        QCOMPARE(page.style, calm.style);
        QCOMPARE(page.policy, calm.policy);
        for (const QString& attribute : page.attributes) {
            const QString name = attribute.section(u' ', 1).section(u'=', 0, 0);
            QVERIFY2(!name.startsWith(u"on") && name != u"style" && name != u"src", qPrintable(attribute));
            if (name == u"href") { // to a place in this file, never from a text
                QVERIFY2(attribute.section(u'=', 1).startsWith(u"#"), qPrintable(attribute));
            }
        }
        for (const char* control : {"\x1b", "\x07", "\x7f", "\xe2\x80\xae", "\xe2\x81\xa6", "\xc2\x85"}) {
            QVERIFY(html.find(control) == std::string::npos);
        }
        QVERIFY(html.find('\0') == std::string::npos);
    }

    void a_text_is_shown_as_it_is() {
        const QString evil = QStringLiteral("<b>bold</b> & \"quoted\" 'single'");
        QVERIFY(read(poisoned(evil.toStdString()).html()).text.contains(evil));
    }

    void nothing_runs_and_nothing_comes_from_elsewhere() {
        const Read page = read(Told(sample("deep-reentry")).html());
        for (const char* element :
             {"script", "link", "img", "iframe", "object", "embed", "base", "form", "audio"}) {
            QCOMPARE(page.count.value(QLatin1String(element)), 0);
        }
        QVERIFY(!page.style.contains(QStringLiteral("url(")) &&
                !page.style.contains(QStringLiteral("@import")));
        // The policy names the style by a hash that Qt computes from what stands in the file.
        const QByteArray hash =
            QCryptographicHash::hash(page.style.toUtf8(), QCryptographicHash::Sha256).toBase64();
        QCOMPARE(page.policy, QStringLiteral("default-src 'none'; style-src 'sha256-%1'; base-uri 'none'; "
                                             "form-action 'none'")
                                  .arg(QString::fromLatin1(hash)));
    }

    void the_tree_nests_as_the_calls_do() {
        const Told told(sample("deep-reentry"));
        const Read page = read(told.html());
        // Ten rows below the bundle, five of them calls inside each other (test_reports.cpp, tree_as_text).
        QCOMPARE(page.count.value(QStringLiteral("details")), 6);
        QCOMPARE(page.details, 6);
        QCOMPARE(page.text.count(QStringLiteral("return")), 5);
    }

    void deep_trees_stay_shallow_in_the_file() {
        Told told(sample("deep-reentry"));
        auto deep = std::make_shared<transition::Tree>(*told.tree);
        const transition::Node call = deep->nodes[1];
        deep->nodes.resize(2);
        for (std::uint32_t depth = 2; depth < 3000; ++depth) {
            deep->nodes.push_back(call);
            deep->nodes.back().depth = static_cast<std::uint16_t>(depth);
            deep->nodes.back().parent = depth - 1;
        }
        told.tree = deep;
        const Read page = read(told.html());
        QCOMPARE(page.error, QString());
        QCOMPARE(page.details, int{report::max_nested_details});
        QVERIFY(page.deepest < 64);
        QVERIFY(page.text.contains(QStringLiteral("depth 2999")));
    }

    void what_is_left_out_is_said() {
        const Told told(sample("deep-reentry"));
        const report::Document document =
            told.document({.tree_rows = 4, .table_rows = 3, .text_bytes = 4000});
        const Section* const tree = section(document, "tree");
        QVERIFY(tree != nullptr && tree->rows.size() == 4);
        QCOMPARE(shown(tree->left_out),
                 "7 more rows are left out here; anchorscope-cli inspect TABLE prints all of them.");
        const Section* const digests = section(document, "digests");
        QVERIFY(digests != nullptr && digests->rows.size() == 3 && !digests->left_out.empty());
        const Read page = read(report::html_of(document));
        QVERIFY(page.text.contains(QStringLiteral("7 more rows are left out here")));
    }

    void long_texts_are_cut_between_characters_and_say_so() {
        std::string finding(2'000, 'a');
        for (int i = 0; i < 1'000; ++i) {
            finding += "\xe2\x82\xac"; // three bytes each: 4 000 is no boundary
        }
        Told told(made_case());
        told.report.findings = {{"x.long", Severity::info, {}, {}, finding}};
        const report::Document document = told.document();
        const std::string& shown_text = section(document, "findings")->rows[0].cells[2].text;
        QVERIFY(shown_text.size() < 4'100);
        QVERIFY(shown_text.find("\\x") == std::string::npos); // no character was torn
        QVERIFY(shown_text.ends_with("… (5\xc2\xa0"
                                     "000 bytes in all)"));
    }

    void notes_are_whole_and_linked_from_their_rows() {
        Told told(sample("deep-reentry"));
        const std::string longest(20'000, 'n');
        told.annex.notes = {
            {"", "about the case"}, {"entries[0]", "first line\nsecond line"}, {"nowhere", longest}};
        const report::Document document = told.document();
        const Section* const notes = section(document, "notes");
        QVERIFY(notes != nullptr && notes->rows.size() == 3);
        QCOMPARE(shown(notes->rows[1].cells[2].text), "first line\nsecond line");
        QCOMPARE(notes->rows[2].cells[2].text.size(), longest.size());
        const Section* const tree = section(document, "tree");
        QCOMPARE(tree->rows[0].note, std::size_t{1});
        QCOMPARE(tree->rows[1].note, std::size_t{2});
        const Read page = read(told.html());
        QVERIFY(page.attributes.contains(QStringLiteral("a href=#note-2")));
        QCOMPARE(page.ids.value(QStringLiteral("note-2")), QStringLiteral("tr"));
    }

    void parts_can_be_left_out() {
        Told told(sample("deep-reentry"));
        told.annex.tree = told.annex.digests = told.annex.endpoints = false;
        const report::Document document = told.document();
        QVERIFY(section(document, "tree") == nullptr && section(document, "states") == nullptr);
        QVERIFY(section(document, "digests") == nullptr && section(document, "endpoints") == nullptr);
        QVERIFY(section(document, "ladder") != nullptr && section(document, "inputs") != nullptr);
        const Json json = told.json();
        QVERIFY(!json.contains("tree") && !json.contains("endpoints"));
        QVERIFY(std::ranges::all_of(json["digests"],
                                    [](const Json& each) { return each["kind"] == "observation"; }));
    }

    void json_adds_members_and_changes_none() {
        Told told(sample("deep-reentry"));
        told.annex.files = {{"envelope", "envelope.json", 512, {}}};
        told.annex.notes = {{"entries[0]", "why?"}};
        const Json json = told.json();
        QCOMPARE(keys(json),
                 "schema verdict policy input rungs digests findings anchor diagnosis files blocks "
                 "endpoints trajectories tree notes reproduce tool");
        QCOMPARE(keys(json["files"][0]), "role name bytes sha256");
        QCOMPARE(keys(json["blocks"][0]), "number hash role receipts receipts_proven source");
        QCOMPARE(shown(json["blocks"][0]["role"].get<std::string>()), "anchor_and_table");
        QCOMPARE(keys(json["trajectories"][0]), "rollup unbroken steps");
        QCOMPARE(keys(json["notes"][0]), "path text");
        QCOMPARE(keys(json["reproduce"]), "command checked_at");
        QVERIFY(json["reproduce"]["checked_at"].is_null());
        Json less = json;
        for (const char* key :
             {"files", "blocks", "endpoints", "trajectories", "tree", "notes", "reproduce"}) {
            less.erase(key);
        }
        report::Subject plain = told.subject();
        plain.annex = nullptr;
        QCOMPARE(shown(report::written(less)),
                 shown(report::verify_json(told.report, plain, {"anchorscope-cli", "0.1.0"})));
    }

    void the_same_values_give_the_same_file() {
        QCOMPARE(shown(Told(sample("late")).html()), shown(Told(sample("late")).html()));
        QVERIFY(Told(sample("late")).html() != Told(sample("tampered")).html());
    }

    void a_large_tree_takes_linear_time() {
        synth::Options options;
        options.entries = 2'000;
        options.depth = 1;
        const auto made = synth::make(options);
        QVERIFY(made);
        Case large;
        large.request.source = source_of(made->table_file);
        large.request.table = table::decode_table(large.request.source).value();
        const Told told(std::move(large));
        QVERIFY(told.tree->nodes.size() > 5'000);
        QElapsedTimer clock;
        clock.start();
        const std::string html =
            told.html({.tree_rows = 1'000'000, .table_rows = 1'000'000, .text_bytes = 4'000});
        qInfo("%zu rows, %zu bytes of HTML in %lld ms", told.tree->nodes.size(), html.size(),
              static_cast<long long>(clock.elapsed()));
        QVERIFY(clock.elapsed() < 5'000);
        QVERIFY(told.html().size() < 8'000'000); // with the limits
    }
};

QTEST_GUILESS_MAIN(TestReportHtml)
#include "test_report_html.moc"
