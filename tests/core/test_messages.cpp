// EMSG: the draft's check vector, what is refused and where, trees as text, and the rules among messages.
#include "core/crypto/hash_function.h"
#include "core/digest/profile.h"
#include "core/digest/step_trace.h"
#include "core/report/text_report.h"
#include "core/table/field_rows.h"
#include "core/table/message_rows.h"
#include "core/table/table_json.h"
#include "core/transition/invariants.h"
#include "core/transition/trajectory.h"
#include "core_test_support.h"
#include "message_maker.h"
#include "table_maker.h"
#include "tree_text.h"

using namespace anchorscope;
using namespace anchorscope::test;
using transition::Tree;

namespace {

Result<std::shared_ptr<const table::ExecutionTable>> read(const Bytes& bytes) {
    return table::decode_table(source_of(bytes));
}

QByteArray refusal(const Bytes& bytes) {
    const auto table = read(bytes);
    return rule_at(table) + (table ? QByteArray() : ' ' + shown(table.error().place));
}

/// The bytes with a number in place of those at `at`.
Bytes with(Bytes bytes, std::size_t at, std::uint64_t value, std::size_t width) {
    const Bytes number = Wire().number(value, width).out;
    std::ranges::copy(number, bytes.begin() + static_cast<std::ptrdiff_t>(at));
    return bytes;
}

QByteArray rows(const Tree& tree) {
    const QByteArray all = tree_text(tree);
    return all.left(all.indexOf("basis "));
}

QByteArray findings(const std::vector<Bytes>& messages) {
    QByteArrayList out;
    for (const Finding& finding : transition::check_invariants(*read(emsg(messages)).value())) {
        out += shown(finding.rule) +
               (finding.severity == Severity::error     ? "!"
                : finding.severity == Severity::warning ? "?"
                                                        : "") +
               shown(finding.place).replace("messages", "");
    }
    return out.join(' ');
}

const Bytes begin = initiate(1, {1});
const Bytes end = finish(1);

} // namespace

class TestMessages : public QObject {
    Q_OBJECT

private slots:
    void the_vector_has_its_length_and_values() {
        const Bytes bytes = emsg_vector();
        QCOMPARE(bytes.size(), 242U);
        const auto table = read(bytes).value();
        QCOMPARE(shown(table->format->id), QByteArray("emsg.1"));
        QCOMPARE(table->messages.size(), 5U);
        QVERIFY(table->entries.empty() && table->padding == 0);
        const table::Message& call = table->messages[1];
        QVERIFY(call.type == table::Message::Type::call && call.from_chain == 1 && call.to_chain == 2);
        QVERIFY(call.value == U256(1000) && call.call_number == 1 && call.partner == 2);
        QVERIFY(equal(call.data, Bytes{0xde, 0xad, 0xbe, 0xef}));
        QCOMPARE(shown(call.target.hex()), QByteArray("0x2222222222222222222222222222222222222222"));
        QVERIFY(call.range == (ByteRange{48, 109}));
        QVERIFY(equal(table->messages[0].transaction, Bytes{0xc0, 0xff, 0xee}));
        QVERIFY(table->messages[0].signature.empty() && table->messages[0].partner == 4);
        QVERIFY(table->messages[2].success && equal(table->messages[2].data, Bytes{0x2a}));
        QVERIFY(table->messages[3].call_chain == 1 && table->messages[3].partner == 1);
        QVERIFY(table->messages[4].range == (ByteRange{221, 21}));
    }

    void the_vector_is_the_published_one() {
        const auto published = recorded("emsg/vector.hex");
        if (!published) {
            QSKIP("not there: emsg/vector.hex (set ANCHORSCOPE_FIXTURES to the folder of recorded data)");
        }
        QCOMPARE(shown(to_hex_bare(emsg_vector())), QByteArray::fromStdString(*published).trimmed());
    }

    void hex_text_is_read_as_well() {
        const std::string text = "0x" + to_hex_bare(emsg_vector()) + "\n";
        const auto table = read(Bytes(text.begin(), text.end())).value();
        QCOMPARE(table->messages.size(), 5U);
        QVERIFY(table->source->is_hex);
    }

    void the_tree_is_the_order_of_the_messages() {
        const auto table = read(emsg_vector()).value();
        const Tree tree = transition::build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle SYS>SYS\n"
                                        "  entry 0 SYS>R1\n"
                                        "    call 2 R1>R2 rolled back\n"
                                        "      return R2>R1 ok\n"
                                        "    unwind 4+1 R1>R2 rolled back\n"
                                        "    return R1>SYS\n"));
        QVERIFY(tree.basis == transition::TreeBasis::table && tree.entries.empty());
        for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
            const ByteRange range = tree.range(*table, node);
            QCOMPARE(tree.node_at(*table, range.offset), node);
            QCOMPARE(tree.node_at(*table, range.end() - 1), node);
        }
        QCOMPARE(tree.node_at(*table, 3), 0U);
        QCOMPARE(shown(tree.field_path(*table, 3)), QByteArray("messages[2]"));
        QCOMPARE(shown(report::tree_text(*table, tree)).split('\n').at(4).trimmed(),
                 QByteArray("R1 → R2  unwind messages[3] of call 1 of Rollup 1  rolled_back"));
        QVERIFY(tree.results.at(0).success && tree.results.at(0).return_data == Bytes{0x2a});
    }

    void calls_nest_between_call_and_result() {
        const auto table = read(emsg({operation(3), begin, call(1, 2, 1), call(2, 3, 1), call(3, 1, 1),
                                      result(1, 3, false, {9}), result(3, 2, true), result(2, 1, true),
                                      call(1, 0, 2), result(0, 1, true), end, operation(0), begin, end}))
                               .value();
        const Tree tree = transition::build_tree(*table, {});
        QVERIFY(well_formed(tree));
        QCOMPARE(rows(tree), QByteArray("bundle SYS>SYS\n"
                                        "  operation 1 SYS>R3\n"
                                        "  entry 1 SYS>R1\n"
                                        "    call 3 R1>R2 ok\n"
                                        "      call 4 R2>R3 ok\n"
                                        "        call 5 R3>R1 failed\n"
                                        "          return R1>R3 failed\n"
                                        "        return R3>R2 ok\n"
                                        "      return R2>R1 ok\n"
                                        "    call 9 R1>L1 ok\n"
                                        "      return L1>R1 ok\n"
                                        "    return R1>SYS\n"
                                        "  operation 12 SYS>L1\n"
                                        "  entry 12 SYS>R1\n"
                                        "    return R1>SYS\n"));
        QCOMPARE(table->messages[0].operations.size(), 2U);
        QVERIFY(table->messages[0].operations[1].type == table::ChainOperation::Type::transaction);
        QVERIFY(equal(table->messages[0].operations[1].data, Bytes{1, 2, 3}));
        QCOMPARE(findings({operation(3), begin, call(1, 2, 1), result(2, 1, true), end}), QByteArray());
    }

    void what_breaks_the_format_is_refused_data() {
        QTest::addColumn<QByteArray>("bytes");
        QTest::addColumn<QByteArray>("refusal");
        const auto refused = [](const char* name, const Bytes& bytes, const char* text) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(bytes.data()),
                                              static_cast<qsizetype>(bytes.size()))
                                << QByteArray(text);
        };
        const Bytes vector = emsg_vector();
        const auto cut = [&](std::size_t size) {
            return Bytes(vector.begin(), vector.begin() + static_cast<std::ptrdiff_t>(size));
        };
        refused("magic alone", cut(4), "emsg.truncated@4 version");
        refused("half a header", cut(13), "emsg.truncated@12 blob_size");
        refused("version", with(vector, 4, 2, 2), "emsg.version@4 version");
        refused("flags", with(vector, 6, 1, 2), "emsg.flags@6 flags");
        refused("size past the end", with(vector, 12, 243, 4), "emsg.size@12 blob_size");
        refused("size below the header", with(vector, 12, 15, 4), "emsg.size@12 blob_size");
        refused("cut", cut(241), "emsg.size@12 blob_size");
        refused("count past all bytes", with(vector, 8, 11, 4), "emsg.count@8 message_count");
        refused("one message too many", with(vector, 8, 6, 4), "emsg.truncated@242 messages[5].from_chain");
        refused("one message too few", with(vector, 8, 4, 4), "emsg.trailing@221 ");
        refused("type 0", with(vector, 64, 0, 1), "emsg.type@64 messages[1].message_type");
        refused("type 7", with(vector, 64, 7, 1), "emsg.type@64 messages[1].message_type");
        refused("payload past the end", with(vector, 65, 200, 4),
                "emsg.truncated@65 messages[1].message_params");
        refused("payload too short", with(vector, 65, 87, 4), "emsg.truncated@149 messages[1].call_number");
        refused("payload too long", with(vector, 65, 89, 4), "emsg.trailing@157 messages[1]");
        refused("bytes past the payload", with(vector, 109, 45, 4), "emsg.truncated@113 messages[1].data");
        refused("boolean", with(vector, 178, 2, 1), "emsg.bool@178 messages[2].success");
        refused("finish with a payload", emsg({message(1, the_system, 6, {0})}),
                "emsg.trailing@37 messages[0]");
        refused("item type",
                emsg({message(the_system, 1, 1, Wire().number(1, 4).number(3, 1).bytes({}).out)}),
                "emsg.type@41 messages[0].item_type");
        refused("item count",
                emsg({message(the_system, 1, 1, Wire().number(9, 4).number(1, 1).bytes({}).out)}),
                "emsg.count@37 messages[0].items");
        refused("signature missing", emsg({message(the_system, 1, 2, Wire().bytes({1}).out)}),
                "emsg.truncated@42 messages[0].signature");
    }
    void what_breaks_the_format_is_refused() {
        QFETCH(QByteArray, bytes);
        QFETCH(QByteArray, refusal);
        QCOMPARE(::refusal(Bytes(bytes.begin(), bytes.end())), refusal);
    }

    // No cut of the bytes is read, and none is read past.
    void every_cut_is_refused() {
        const Bytes vector = emsg_vector();
        for (std::size_t size = 4; size < vector.size(); ++size) {
            QVERIFY(!read(Bytes(vector.begin(), vector.begin() + static_cast<std::ptrdiff_t>(size))));
        }
    }

    void padding_is_told_and_not_looked_at() {
        Bytes bytes = emsg_vector();
        bytes.resize(300, 0xff);
        const auto table = read(bytes).value();
        QCOMPARE(table->padding, 58U);
        const auto found = transition::check_invariants(*table);
        QCOMPARE(found.size(), 1U);
        QCOMPARE(shown(found[0].rule), QByteArray("emsg.padding"));
        QVERIFY(found[0].severity == Severity::info && *found[0].range == (ByteRange{242, 58}));
        QVERIFY(!table::field_at(*table, 250));
        QCOMPARE(transition::build_tree(*table, {}).node_at(*table, 250), 0U);
    }

    void messages_keep_their_rules_data() {
        QTest::addColumn<QByteArray>("found");
        QTest::addColumn<QByteArray>("expected");
        const auto rule = [](const char* name, const std::vector<Bytes>& messages, const char* expected) {
            QTest::newRow(name) << findings(messages) << QByteArray(expected);
        };
        const Bytes one = call(1, 2, 1);
        const Bytes back = result(2, 1, true);
        rule("nothing", {}, "");
        rule("whole", {begin, one, back, revert(1, 2, 1, 1), end}, "");
        rule("operation inside", {begin, operation(1), end}, "emsg.operation_inside![1]");
        rule("initiate twice", {begin, begin, end}, "emsg.window![0]");
        rule("no finish", {begin}, "emsg.window![0]");
        rule("no initiate", {end}, "emsg.window![0]");
        rule("call outside", {one, back}, "emsg.window![0] emsg.window![1]");
        rule("no result", {begin, one, end}, "emsg.unmatched![1]");
        rule("no call", {begin, back, end}, "emsg.unmatched![1]");
        rule("number 0", {begin, call(1, 2, 0), back, end}, "emsg.call_number![1]");
        rule("number again", {begin, one, back, one, back, end}, "emsg.call_number![3]");
        rule("number left out", {begin, one, back, call(1, 2, 3), back, end}, "emsg.call_gap?[3]");
        rule("a chain's own numbers", {begin, call(1, 2, 7), call(2, 1, 7), result(1, 2, true), back, end},
             "");
        rule("from the system", {begin, call(the_system, 2, 1), result(2, the_system, true), end},
             "emsg.system_chain![1] emsg.standing?[1] emsg.system_chain![2]");
        rule("initiate by a chain", {message(1, 1, 2, Wire().bytes({}).bytes({}).out), end},
             "emsg.system_chain![0]");
        rule("finish to a chain", {begin, message(1, 2, 6, {})}, "emsg.system_chain![1]");
        rule("another way back", {begin, one, result(3, 1, true), end}, "emsg.ways![2]");
        rule("from nowhere", {begin, call(5, 2, 1), result(2, 5, true), end}, "emsg.standing?[1]");
        rule("revert of a failed call", {begin, one, result(2, 1, false), revert(1, 2, 1, 1), end},
             "emsg.reverted![3]");
        rule("revert of an open call", {begin, one, revert(1, 2, 1, 1), back, end}, "emsg.reverted![2]");
        rule("revert sent elsewhere", {begin, one, back, revert(1, 3, 1, 1), end}, "emsg.reverted![3]");
        rule("revert of an earlier call", {begin, revert(1, 2, 1, 4), end}, "emsg.earlier_call[1]");
        rule("revert outside", {begin, one, back, end, revert(1, 2, 1, 1)}, "emsg.window?[4]");
    }
    void messages_keep_their_rules() {
        QFETCH(QByteArray, found);
        QFETCH(QByteArray, expected);
        QCOMPARE(found, expected);
    }

    // Whatever rules are broken, the tree keeps its form.
    void trees_of_anything_are_well_formed() {
        Random random(7);
        for (int round = 0; round < 300; ++round) {
            std::vector<Bytes> messages;
            for (std::size_t count = random() % 12; count > 0; --count) {
                const std::uint64_t a = random() % 3;
                const std::uint64_t b = random() % 3;
                const std::array<Bytes, 6> any{operation(a),
                                               initiate(a, {1}),
                                               call(a, b, random() % 4),
                                               result(a, b, random() % 2 == 0),
                                               revert(a, b, a, random() % 4),
                                               finish(a)};
                messages.push_back(any[random() % any.size()]);
            }
            const auto table = read(emsg(messages)).value();
            const Tree tree = transition::build_tree(*table, {});
            QVERIFY(well_formed(tree));
            for (std::uint32_t node = 1; node < tree.nodes.size(); ++node) {
                QCOMPARE(tree.node_at(*table, tree.range(*table, node).offset), node);
            }
        }
    }

    void fields_are_shown_with_their_bytes() {
        const auto table = read(emsg_vector()).value();
        QByteArrayList text;
        for (const table::FieldRow& row : table::message_rows(*table, 1)) {
            text += shown(row.path) + ' ' + shown(row.type) + ' ' + shown(row.value) + " @" +
                    QByteArray::number(row.range.offset) + '+' + QByteArray::number(row.range.length);
        }
        QCOMPARE(
            text.join('\n'),
            QByteArray("messages[1].from_chain u64 1 @48+8\n"
                       "messages[1].to_chain u64 2 @56+8\n"
                       "messages[1].message_type u8 3 Call @64+1\n"
                       "messages[1].message_params u32 88 bytes @65+4\n"
                       "messages[1].fromAddress address 0x1111111111111111111111111111111111111111 @69+20\n"
                       "messages[1].toAddress address 0x2222222222222222222222222222222222222222 @89+20\n"
                       "messages[1].data bytes 0xdeadbeef @113+4\n"
                       "messages[1].value u256 1000 @117+32\n"
                       "messages[1].call_number u64 1 @149+8"));
        const std::vector<table::FieldRow> all = table::all_message_rows(*table);
        QCOMPARE(all.size(), 5U + 5 + 6 + 9 + 6 + 6 + 4);
        QCOMPARE(table::all_message_rows(*table, 8).size(), 9U);
        for (std::uint64_t at = 0; at < 242; ++at) {
            const auto field = table::field_at(*table, at);
            QVERIFY(field && field->range.contains(at));
        }
        QCOMPARE(shown(table::field_at(*table, 150)->path), QByteArray("messages[1].call_number"));
        QCOMPARE(shown(table::field_at(*table, 110)->path), QByteArray("messages[1]")); // the data's length
        QCOMPARE(shown(table::field_at(*table, 5)->path), QByteArray("version"));
        QVERIFY(table::field_rows(table->arguments(), "").empty());
    }

    void only_the_bytes_themselves_are_observed() {
        const auto table = read(emsg_vector()).value();
        QByteArrayList profiles;
        for (const digest::Observation& one : digest::observations({*table->source, table.get()})) {
            profiles += shown(one.profile->id);
            QCOMPARE(one.bytes.size(), 242U);
        }
        QCOMPARE(profiles.join(' '), QByteArray("file calldata"));
        QVERIFY(!table::table_json(*table));
        QVERIFY(digest::table_digests(*table).empty());
        QVERIFY(digest::table_traces(*table, nullptr, 100).empty());
        QVERIFY(transition::trajectories(*table).empty());
        const std::string json = R"({"arguments":{},"format":"emsg.1","schema":"anchorscope.table/1"})";
        QCOMPARE(rule_of(table::calldata_from_json(json)), QByteArray("table_json.schema"));
    }
};

QTEST_APPLESS_MAIN(TestMessages)
#include "test_messages.moc"
