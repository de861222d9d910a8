// The table of verdicts for other programs: worst status, CSV, JUnit XML, whatever a path is made of.
#include "core/codec/json.h"
#include "core/report/batch_report.h"
#include "tests/core/ladder_support.h"
#include <QXmlStreamReader>

using namespace anchorscope;
using namespace anchorscope::report;
using namespace anchorscope::test;

namespace {

const ToolVersion tool{"test", "0"};

BatchItem item(int status, std::string path = "p") {
    BatchItem out;
    out.path = std::move(path);
    out.status = status;
    out.verdict = status == 0 ? "verified" : status == 1 ? "mismatch" : "unproven";
    out.headline = "Headline";
    out.reason = "Reason.";
    return out;
}

/// RFC 4180, read strictly: rows of cells.
QList<QStringList> parsed_csv(const std::string& text) {
    QList<QStringList> rows;
    QStringList row;
    QByteArray cell;
    bool quoted = false;
    for (std::size_t at = 0; at < text.size(); ++at) {
        const char c = text[at];
        if (quoted) {
            if (c != '"') {
                cell += c;
            } else if (at + 1 < text.size() && text[at + 1] == '"') {
                cell += text[++at];
            } else {
                quoted = false;
            }
        } else if (c == '"') {
            quoted = true;
        } else if (c == ',' || c == '\r') {
            row += QString::fromUtf8(cell);
            cell.clear();
            if (c == '\r') {
                rows += row;
                row.clear();
                ++at; // the line feed
            }
        } else {
            cell += c;
        }
    }
    return quoted || !row.isEmpty() || !cell.isEmpty() ? QList<QStringList>() : rows;
}

struct Junit {
    bool well_formed = false;
    int failures = 0, errors = 0;
    QStringList names, texts;
};

Junit parsed_junit(const std::string& text) {
    Junit out;
    QXmlStreamReader xml(QByteArray::fromStdString(text));
    while (!xml.atEnd()) {
        xml.readNext();
        if (!xml.isStartElement()) {
            continue;
        }
        if (xml.name() == QLatin1String("testcase")) {
            out.names += xml.attributes().value(QLatin1String("name")).toString();
        } else if (xml.name() == QLatin1String("failure") || xml.name() == QLatin1String("error")) {
            (xml.name() == QLatin1String("failure") ? out.failures : out.errors) += 1;
            out.texts += xml.readElementText();
        }
    }
    out.well_formed = !xml.hasError();
    return out;
}

} // namespace

class TestBatchReport : public QObject {
    Q_OBJECT
private slots:
    /// DESIGN, exit status: 70 > 1 > 3 > 2 > 5 > 4 > 0.
    void the_worst_decides() {
        const std::vector<int> order{0, 4, 5, 2, 3, 1, 70};
        for (std::size_t worse = 0; worse < order.size(); ++worse) {
            for (std::size_t better = 0; better <= worse; ++better) {
                const std::vector<BatchItem> items{item(order[better]), item(order[worse]),
                                                   item(order[better])};
                QCOMPARE(worst_status(items), order[worse]);
            }
        }
        QCOMPARE(worst_status(std::vector<BatchItem>{}), 0);
        QCOMPARE(worst_status(std::vector{item(99), item(1)}), 70);
    }

    void an_item_says_what_verify_says() {
        const Case given = sample("deep-reentry");
        const Report report = given.report();
        const BatchItem made = batch_item("a/table.hex", report, given.request);
        QCOMPARE(made.status, 0);
        QCOMPARE(shown(made.verdict), QByteArray("verified"));
        QCOMPARE(made.digest, report.expected_digest->hex());
        QCOMPARE(made.sha256, given.request.source->file_sha256.hex());
        QCOMPARE(shown(made.profile), QByteArray("calldata"));
        QVERIFY(made.case_sha256.empty());
        const auto rows = parsed_csv(batch_csv(std::vector{made}));
        QCOMPARE(rows.size(), 2);
        QCOMPARE(rows[0].size(), 20);
        QCOMPARE(rows[1].size(), 20);
        for (int column = 0; column < 10; ++column) { // the last ten are the rungs
            const verify::Rung& rung = report.rungs[static_cast<std::size_t>(column)];
            QCOMPARE(rows[0][10 + column].toStdString(), std::string(verify::name(rung.id)));
            QCOMPARE(rows[1][10 + column].toStdString(), std::string(verify::name(rung.state)));
        }
        const auto json = codec::parse_json(batch_json(std::vector{made}, tool)).value();
        QCOMPARE(json["items"][0]["rungs"].size(), std::size_t{10});
        QCOMPARE(json["status"].get<int>(), 0);
    }

    void csv_cells_are_text_data() {
        QTest::addColumn<QByteArray>("path");
        QTest::addColumn<QString>("cell");
        const auto row = [](const char* path, const char* cell) {
            QTest::newRow(path) << QByteArray(path) << QString::fromUtf8(cell);
        };
        row("plain/table.hex", "plain/table.hex");
        row("=HYPERLINK(\"http://x\")", "'=HYPERLINK(\"http://x\")");
        row("+1", "'+1");
        row("-1+cmd|' /C calc'!A0", "'-1+cmd|' /C calc'!A0");
        row("@SUM(1)", "'@SUM(1)");
        row(" =1", "' =1");
        row("a,b;c\"d", "a,b;c\"d");
        row("two\r\nlines", "two\\u{0d}\\u{0a}lines");
        row("\t=1", "\\u{09}=1");
        row("bad \xff utf", "bad \\xff utf");
    }
    void csv_cells_are_text() {
        QFETCH(QByteArray, path);
        QFETCH(QString, cell);
        BatchItem hostile = item(1, path.toStdString());
        hostile.reason = path.toStdString();
        const std::string text = batch_csv(std::vector{hostile, item(0)});
        const auto rows = parsed_csv(text);
        QCOMPARE(rows.size(), 3);
        QCOMPARE(rows[1][0], cell);
        QCOMPARE(rows[1][4], cell);
        QCOMPARE(rows[1][2], QStringLiteral("1"));
        QCOMPARE(rows[2][0], QStringLiteral("p"));
        QCOMPARE(std::ranges::count(text, '\n'), std::ranges::count(text, '\r'));
    }

    void junit_counts_and_escapes() {
        BatchItem mismatch = item(1, "<a & \"b\" 'c'>\x01\x1b[31m \xef\xbf\xbf");
        mismatch.headline = "]]> & \"quoted\"";
        mismatch.reason = "one\ntwo <three> \xff";
        verify::Rung rung;
        rung.id = RungId::digest;
        rung.state = RungState::failed;
        rung.detail = "the digest <differs>";
        mismatch.rungs = {rung};
        const std::vector<BatchItem> items{item(0, "fine"),
                                           mismatch,
                                           item(4),
                                           item(5),
                                           item(3),
                                           item(2),
                                           failed_batch_item("gone", 70, "why")};
        const std::string text = batch_junit(items, tool);
        const Junit junit = parsed_junit(text);
        QVERIFY2(junit.well_formed, text.c_str());
        QCOMPARE(junit.names.size(), 7);
        QCOMPARE(junit.failures, 3); // 1, 4, 5: an unproven input is never a pass
        QCOMPARE(junit.errors, 3);   // 3, 2, 70
        QVERIFY(text.find("tests=\"7\" failures=\"3\" errors=\"3\"") != std::string::npos);
        QCOMPARE(junit.names[1], QString::fromUtf8("<a & \"b\" 'c'>\\u{01}\\u{1b}[31m \xef\xbf\xbd"));
        QVERIFY2(junit.texts[0].contains(QLatin1String("two <three> \\xff")), qPrintable(junit.texts[0]));
        QVERIFY(junit.texts[0].contains(QLatin1String("digest: failed: the digest <differs>")));
        QVERIFY(junit.texts.last().contains(QLatin1String("why")));
    }

    void text_counts_and_names() {
        const std::vector<BatchItem> items{item(0, "a"), item(1, "b\x1b[2J"), item(0, "c"), item(4, "d"),
                                           item(5, "e")};
        const std::string text = batch_text(items, {});
        QVERIFY2(text.find("5 inputs: 2 verified, 2 unproven, 1 mismatch\n") != std::string::npos,
                 text.c_str());
        QVERIFY(text.find('\x1b') == std::string::npos);
        QCOMPARE(shown(batch_text(items, {false, true})),
                 QByteArray("5 inputs: 2 verified, 2 unproven, 1 mismatch\n"));
        const std::string unreadable =
            batch_text(std::vector{failed_batch_item("x", 2, "no permission")}, {});
        QVERIFY(unreadable.find("no permission") != std::string::npos);
        QVERIFY(unreadable.find("unreadable") != std::string::npos);
    }
};

QTEST_GUILESS_MAIN(TestBatchReport)
#include "test_batch_report.moc"
