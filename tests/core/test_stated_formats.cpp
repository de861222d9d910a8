// Formats that a user states by an ABI: read as the known ones are, refused where a field would be misread.
#include "abi_support.h"
#include "core/crypto/hash_function.h"
#include "core/digest/step_trace.h"
#include "core/table/action_hash.h"
#include "core/table/field_names.h"
#include "core/table/stated_formats.h"
#include "core/transition/tree.h"
#include "table_maker.h"
#include <QTest>

using namespace anchorscope;
using namespace anchorscope::test;
using table::StatedFormats;

namespace {

/// The JSON of a declaration "(type name, …)", as compilers write it.
std::string components(const codec::AbiType& type, std::uint32_t tuple);

std::string parameter(const codec::AbiType& type, std::uint32_t node) {
    std::string suffix;
    std::uint32_t at = node;
    while (type.node(at).kind == codec::AbiKind::array) {
        suffix += "[]";
        at = type.node(at).children[0];
    }
    const bool tuple = type.node(at).kind == codec::AbiKind::tuple;
    std::string out = R"({"name":")" + type.node(node).name + R"(","type":")";
    out += (tuple ? "tuple" : type.canonical(at)) + suffix + "\"";
    return out + (tuple ? R"(,"components":)" + components(type, at) : std::string()) + "}";
}

std::string components(const codec::AbiType& type, std::uint32_t tuple) {
    std::string out;
    for (const std::uint32_t child : type.node(tuple).children) {
        out += (out.empty() ? "" : ",") + parameter(type, child);
    }
    return "[" + out + "]";
}

/// A contract with one function.
std::string abi_of(const std::string& function, const std::string& declaration) {
    const codec::AbiType type = codec::AbiType::parse(declaration).value();
    return R"([{"type":"function","name":")" + function + R"(","inputs":)" + components(type, type.root()) +
           "}]";
}

std::string main_declaration() { return std::string(table::format_named("eez-main.l1")->declaration); }

std::string replaced(std::string text, const std::string& what, const std::string& by) {
    const std::size_t at = text.find(what);
    return at == std::string::npos ? std::string() : text.replace(at, what.size(), by);
}

Bytes bytes_of(const std::string& text) { return Bytes(text.begin(), text.end()); }

BatchSpec some_batch() {
    BatchSpec batch;
    EntrySpec entry;
    entry.deltas = {{.rollup = 1, .before = 1, .after = 2}};
    entry.calls = {{}, {}};
    entry.count = 2;
    batch.entries = {entry};
    return batch;
}

/// Main's calldata under another selector.
Bytes renamed(Bytes calldata, const table::TableFormat& format) {
    std::ranges::copy(format.selector, calldata.begin());
    return calldata;
}

std::shared_ptr<const table::TableSource> source_with(Bytes calldata,
                                                      std::shared_ptr<const StatedFormats> stated) {
    auto source = table::load_source("test", std::move(calldata)).value();
    source.stated = std::move(stated);
    return std::make_shared<const table::TableSource>(std::move(source));
}

} // namespace

class TestStatedFormats : public QObject {
    Q_OBJECT
private slots:
    void reads_a_new_version();
    void known_functions_are_left_out();
    void calls_of_another_shape_are_not_ordered();
    void actions();
    void actions_have_no_known_order();
    void refuses_misread_fields_data();
    void refuses_misread_fields();
    void no_table_in_the_abi();
    void outlives_its_owner();
};

void TestStatedFormats::reads_a_new_version() {
    // Main's batch with another member behind it.
    const std::string declaration =
        replaced(main_declaration(), "uint64 blockNumber", "uint64 blockNumber, bytes32 extra");
    QVERIFY(!declaration.empty());
    const auto stated = StatedFormats::read(abi_of("postNext", declaration)).value();
    QCOMPARE(stated->formats().size(), std::size_t{1});
    const table::TableFormat& format = stated->formats()[0];
    QCOMPARE(std::string(format.function), "postNext");
    QCOMPARE(format.side, table::Side::l1);
    QCOMPARE(format.scheme, table::Scheme::partitioned);
    QCOMPARE(std::string(format.id), "abi.postNext." + to_hex(format.selector));
    QCOMPARE(
        to_hex(format.selector),
        to_hex(crypto::keccak256(bytes_of("postNext" + table::type_of(format).canonical())).view().first(4)));

    // Calldata of it: main's with a word more in the head of the batch, all offsets moved by it.
    const auto plain = decoded(calldata_of(some_batch()));
    const codec::AbiValue batch = table::table_body(plain->arguments());
    AbiTree tree = read_tree(batch);
    tree.items.push_back(AbiTree::of(word_of(7)));
    const Bytes calldata = calldata_of(format, AbiTree::list({tree}));
    const auto table = table::decode_table(source_with(calldata, stated)).value();
    QCOMPARE(table->format, &format);
    QCOMPARE(table->entries.size(), std::size_t{1});
    QCOMPARE(table->entries[0].calls.size(), std::size_t{2});
    QCOMPARE(table->batch->proofs.size(), std::size_t{1});
    QCOMPARE(transition::build_tree(*table, {}).basis, transition::TreeBasis::table);
    QVERIFY(digest::table_digests(*table).size() > 0);
    QVERIFY(!digest::shared_public_input_trace(*table));
    // What its proofs are bound to is not known.
    QVERIFY(std::ranges::none_of(digest::table_digests(*table), [](const digest::Digest& each) {
        return each.kind == digest::DigestKind::shared_public_input ||
               each.kind == digest::DigestKind::entry_hash;
    }));
    // Without the ABI the same bytes are of no format.
    QCOMPARE(table::decode_table(source_of(calldata)).error().rule, table::rules::table_unknown);
}

void TestStatedFormats::known_functions_are_left_out() {
    const auto known = StatedFormats::read(abi_of("postAndVerifyBatch", main_declaration()));
    QCOMPARE(known.error().rule, table::rules::stated_none);
}

void TestStatedFormats::calls_of_another_shape_are_not_ordered() {
    const std::string declaration = replaced(main_declaration(), "uint256 revertSpan)[] l2ToL1Calls",
                                             "uint256 revertSpan, bool retried)[] l2ToL1Calls");
    QVERIFY(!declaration.empty());
    const auto stated = StatedFormats::read(abi_of("postNext", declaration)).value();
    QCOMPARE(stated->formats()[0].scheme, table::Scheme::draft);
}

void TestStatedFormats::actions() {
    const std::string declaration =
        "((uint256 rollupId, bytes32 newState)[] stateDeltas, bytes32 actionHash, (uint8 actionType, uint256 "
        "rollupId, "
        "address destination, uint256 value, bytes data) nextAction)[] entries, bytes proof";
    const auto stated = StatedFormats::read(abi_of("postOld", "(" + declaration + ")")).value();
    QCOMPARE(stated->formats()[0].scheme, table::Scheme::actions);
    QCOMPARE(stated->formats()[0].binding, table::Binding::stated);
    QVERIFY(table::ActionMaker::of(stated->formats()[0]));
    // A field that no known version has, of a type that is no word: its actions are hashed by nobody here.
    std::string longer = declaration;
    longer.replace(longer.find("bytes data)"), 11, "bytes data, bytes more)");
    const auto other = StatedFormats::read(abi_of("postOld", "(" + longer + ")")).value();
    QVERIFY(!table::ActionMaker::of(other->formats()[0]));
}

/// What is called and what comes back is read; what contracts of such a version do with it is not known.
void TestStatedFormats::actions_have_no_known_order() {
    const std::string declaration =
        "((uint256 rollupId, bytes32 newState)[] stateDeltas, bytes32 actionHash, (uint8 actionType, uint256 "
        "rollupId, address destination, uint256 value, bytes data) nextAction)[] entries, bytes proof";
    const auto stated = StatedFormats::read(abi_of("postOld", "(" + declaration + ")")).value();
    const table::TableFormat& format = stated->formats()[0];
    const auto entry = [](std::uint64_t hash, std::uint64_t type) {
        return AbiTree::list({AbiTree::list({}), AbiTree::of(word_of(hash)),
                              AbiTree::list({number(type), number(0), number(0), number(0), text({})})});
    };
    Bytes calldata(format.selector.begin(), format.selector.end());
    append(calldata, codec::abi_encode(table::type_of(format),
                                       AbiTree::list({AbiTree::list({entry(1, 0), entry(2, 1)}), text({})})));
    const auto table = table::decode_table(source_of(calldata), &format).value();
    const transition::Tree tree = transition::build_tree(*table, {});
    QVERIFY(tree.basis == transition::TreeBasis::ambiguous);
    QVERIFY(std::ranges::all_of(tree.orders, [](const transition::EntryOrder& order) {
        return order.basis == transition::TreeBasis::ambiguous;
    }));
}

void TestStatedFormats::refuses_misread_fields_data() {
    QTest::addColumn<QString>("from");
    QTest::addColumn<QString>("to");
    QTest::addColumn<QString>("place");
    const auto row = [](const char* from, const char* to, const char* place) {
        QTest::newRow(place) << from << to << place;
    };
    row("bytes32 proxyEntryHash", "uint256 proxyEntryHash", "postNext: entries[].proxyEntryHash");
    row("bytes32 currentState", "bytes currentState", "postNext: entries[].stateDeltas[].currentState");
    row("int256 etherDelta", "uint256 etherDelta", "postNext: entries[].stateDeltas[].etherDelta");
    row("address[] proofSystems", "uint256[] proofSystems", "postNext: proofSystems");
    row("bytes[] proofs", "bytes proofs", "postNext: proofs");
    row("uint64 blockNumber", "uint256 blockNumber", "postNext: blockNumber");
    row("uint64 l2ToL1CallNumber", "uint256 l2ToL1CallNumber",
        "postNext: entries[].expectedLookups[].l2ToL1CallNumber");
}

void TestStatedFormats::refuses_misread_fields() {
    QFETCH(const QString, from);
    QFETCH(const QString, to);
    QFETCH(const QString, place);
    const std::string declaration = replaced(main_declaration(), from.toStdString(), to.toStdString());
    QVERIFY2(!declaration.empty(), "the declaration has no such field");
    const auto stated = StatedFormats::read(abi_of("postNext", declaration));
    QVERIFY(!stated);
    QCOMPARE(stated.error().rule, table::rules::stated_field);
    QCOMPARE(QString::fromStdString(stated.error().place), place);
}

void TestStatedFormats::no_table_in_the_abi() {
    for (const std::string& text :
         {abi_of("transfer", "(address to, uint256 amount)"), std::string("[]"),
          abi_of("f", "((uint256 a)[] entries)"), abi_of("g", "(uint256 entries)")}) {
        QCOMPARE(StatedFormats::read(text).error().rule, table::rules::stated_none);
    }
    QVERIFY(!StatedFormats::read("{"));
}

void TestStatedFormats::outlives_its_owner() {
    const std::string declaration = replaced(main_declaration(), "uint64 blockNumber", "uint32 blockNumber");
    auto stated = StatedFormats::read(abi_of("postNext", declaration)).value();
    const auto table =
        table::decode_table(source_with(renamed(calldata_of(some_batch()), stated->formats()[0]), stated))
            .value();
    stated.reset();
    QCOMPARE(std::string(table->format->function), "postNext");
    QCOMPARE(table->entry_path(0), "entries[0]");
    QVERIFY(table->entry_value(0).size() > 0);
}

QTEST_GUILESS_MAIN(TestStatedFormats)
#include "test_stated_formats.moc"
