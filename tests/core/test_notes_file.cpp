// The file of notes: what is read, and what is refused with which rule.
#include "core/casefile/notes.h"
#include "tests/core/core_test_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using casefile::Notes;

namespace {

/// JSON with ' for ": moc loses its way in raw strings that hold quotes.
std::string quoted(std::string text) {
    std::ranges::replace(text, '\'', '"');
    return text;
}

const std::string input_hex = "0x" + std::string(64, '7');

std::string file_of(const std::string& notes, const std::string& schema = "anchorscope.notes/1") {
    std::string out = quoted("{'schema':'");
    return out.append(schema)
        .append(quoted("','input':'"))
        .append(input_hex)
        .append(quoted("','notes':"))
        .append(notes)
        .append("}");
}

std::string note(const std::string& path, const std::string& text) {
    std::string out = quoted("{'path':'");
    return out.append(path).append(quoted("','text':'")).append(text).append(quoted("'}"));
}

} // namespace

class TestNotesFile : public QObject {
    Q_OBJECT
private slots:
    void what_is_written_is_read_back() {
        Notes notes;
        notes.input = word(input_hex);
        notes.texts = {{"", "about the case"},
                       {"entries[0]", "two\nlines, ä 世界 😀\tand \"quotes\" <b>"},
                       {"entries[10].l2ToL1Calls[0]", std::string(casefile::max_note_bytes, 'x')}};
        const std::string text = casefile::write_notes(notes);
        const auto again = casefile::read_notes(text);
        QVERIFY2(again, again ? "" : again.error().message().c_str());
        QVERIFY(*again == notes);
        QCOMPARE(shown(casefile::write_notes(*again)), shown(text));
        QVERIFY(casefile::read_notes_of(notes.input, text));
        QVERIFY(text.starts_with("{\n  \"schema\": \"anchorscope.notes/1\",\n  \"input\": \"0x7777"));
    }

    void of_another_file() {
        const auto read = casefile::read_notes_of(Hash32{}, file_of("[]"));
        QCOMPARE(rule_of(read), "notes.input");
        QVERIFY(read.error().text.find(input_hex) != std::string::npos); // says which
    }

    void refuses_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::addColumn<QByteArray>("rule");
        const auto row = [](const char* name, const std::string& text, const char* rule) {
            QTest::newRow(name) << QByteArray::fromStdString(text) << QByteArray(rule);
        };
        row("nothing", "", "json.syntax");
        row("no object", "[]", "json.type");
        row("other schema", file_of("[]", "anchorscope.notes/2"), "notes.schema");
        row("no notes", quoted("{'schema':'anchorscope.notes/1','input':'") + input_hex + "\"}",
            "json.missing");
        row("unknown member",
            quoted("{'schema':'anchorscope.notes/1','input':'") + input_hex + quoted("','notes':[],'x':1}"),
            "notes.schema");
        row("unknown member of a note", file_of(quoted("[{'path':'a','text':'b','by':'c'}]")),
            "notes.schema");
        row("duplicate key", file_of(quoted("[{'path':'a','path':'b','text':'c'}]")), "json.duplicate_key");
        row("same place twice", file_of("[" + note("a", "1") + "," + note("a", "2") + "]"), "notes.path");
        row("empty text", file_of("[" + note("a", "") + "]"), "notes.text");
        row("long text", file_of("[" + note("a", std::string(casefile::max_note_bytes + 1, 'x')) + "]"),
            "notes.text");
        row("control", file_of("[" + note("a", "x\\u001b[31m") + "]"), "notes.text");
        row("line break in a path", file_of("[" + note("a\\nb", "x") + "]"), "notes.path");
        row("long path", file_of("[" + note(std::string(casefile::max_note_path_bytes + 1, 'p'), "x") + "]"),
            "notes.path");
        row("no list", file_of("{}"), "json.type");
        row("no text", file_of(quoted("[{'path':'a'}]")), "json.missing");
        row("number for a text", file_of(quoted("[{'path':'a','text':1}]")), "json.type");
        row("deep", file_of("[[[[[[[[]]]]]]]]"), "json.depth");
        row("short input", quoted("{'schema':'anchorscope.notes/1','input':'0x77','notes':[]}"),
            "json.value");
        std::string many = "[";
        for (std::size_t i = 0; i <= casefile::max_notes; ++i) {
            many.append(i == 0 ? "" : ",").append(note(std::to_string(i), "x"));
        }
        row("too many", file_of(many + "]"), "notes.count");
    }

    void refuses() {
        QFETCH(QByteArray, text);
        QFETCH(QByteArray, rule);
        QCOMPARE(rule_of(casefile::read_notes(text.toStdString())), rule);
    }
};

QTEST_GUILESS_MAIN(TestNotesFile)
#include "test_notes_file.moc"
