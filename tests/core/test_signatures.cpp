// Selectors and names: ABI files, what is well known, the contracts' errors, labels.
#include "core/codec/abi_json.h"
#include "core/codec/abi_writer.h"
#include "core/report/named_data.h"
#include "core/table/contract_errors.h"
#include "eez_runs.h"
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using codec::AbiItemKind;

namespace {

QByteArray selector_of(std::string_view declaration) {
    const auto signature = codec::parse_signature(declaration, AbiItemKind::function);
    return signature ? shown(to_hex_bare(signature->selector()))
                     : QByteArray("!") + shown(signature.error().rule);
}

Bytes call(std::string_view declaration, const std::vector<AbiTree>& arguments) {
    const auto signature = codec::parse_signature(declaration, AbiItemKind::function).value();
    const codec::AbiSelector selector = signature.selector();
    Bytes out(selector.begin(), selector.end());
    append(out, codec::abi_encode(signature.inputs, AbiTree::list(arguments)));
    return out;
}

constexpr std::string_view abi =
    "["
    "{\"type\":\"constructor\",\"inputs\":[]},"
    "{\"type\":\"receive\",\"stateMutability\":\"payable\"},"
    "{\"type\":\"function\",\"name\":\"swap\",\"inputs\":["
    "{\"name\":\"path\",\"type\":\"tuple[]\",\"internalType\":\"struct Hop[]\",\"components\":["
    "{\"name\":\"pool\",\"type\":\"address\"},"
    "{\"name\":\"fees\",\"type\":\"tuple\",\"components\":[{\"name\":\"low\",\"type\":\"uint24\"},{\"type\":"
    "\"bool\",\"name\":\"\"}]}]},"
    "{\"name\":\"\",\"type\":\"uint256[2]\"}],\"outputs\":[{\"type\":\"bytes\"}]},"
    "{\"type\":\"error\",\"name\":\"TooLittle\",\"inputs\":[{\"name\":\"got\",\"type\":\"uint256\"}]},"
    "{\"type\":\"event\",\"name\":\"Swapped\",\"inputs\":[{\"name\":\"a\",\"type\":\"address\",\"indexed\":"
    "true}],\"anonymous\":false},"
    "{\"type\":\"function\",\"name\":\"lib\",\"inputs\":[{\"name\":\"s\",\"type\":\"mapping(address => "
    "uint256)\""
    "}]"
    "},"
    "{\"name\":\"old\",\"inputs\":[]}]";

} // namespace

class TestSignatures : public QObject {
    Q_OBJECT

private slots:
    // The managers' errors with the selectors that their sources' compiler gives; Solidity's own two are
    // those of its documentation.
    void contract_errors_have_their_selectors() {
        const std::map<std::string, std::string> published{
            {"08c379a0", "Error(string)"},
            {"4e487b71", "Panic(uint256)"},
            {"6b3b6576", "CallExecutionFailed()"},
            {"4d347cf3", "CallSourceNotVerified(uint256)"},
            {"0816f53c", "ContextResult(bytes32,uint256,uint256,bool)"},
            {"23ce5bbc", "DuplicateProofSystem(address)"},
            {"574daa08", "EmptyEntries()"},
            {"e7e18c36", "EntryDestinationNotInStateDeltas(uint256)"},
            {"c2098b88", "EntryHashMismatch()"},
            {"de315ee4", "EtherDeltaMismatch()"},
            {"6747a288", "EtherTransferFailed()"},
            {"ed6bc750", "ExecutionNotFound()"},
            {"f9d330ad", "ExecutionNotInCurrentBlock()"},
            {"2ae204bd", "ExecutionNotInCurrentBlock(uint256)"},
            {"119af6e2", "ExpectedStateRootsNotStrictlyIncreasing(uint256)"},
            {"e851b378", "InsufficientRollupBalance()"},
            {"09bde339", "InvalidProof()"},
            {"a287649c", "InvalidProofSystemConfig()"},
            {"d4bae993", "InvalidRevertData()"},
            {"d0e1ecec", "InvalidRollupContract()"},
            {"5f115753", "InvalidRollupId()"},
            {"bd2663f5", "L2TXNotAllowedDuringExecution()"},
            {"0bdb621e", "LookupCallProxyNotDeployed(address)"},
            {"76e2810c", "LookupDestinationNotPinned(uint256)"},
            {"690969c2", "NotRollupContract()"},
            {"e4177466", "NotRollupOwner()"},
            {"29c3b7ee", "NotSelf()"},
            {"8b4f56d9", "PostBatchReentry()"},
            {"612a8387", "ReentrantDestinationMismatch(uint256,uint256)"},
            {"d7510cae", "ReentrantDestinationNotVerified(uint256)"},
            {"f1df384f", "ResidualEntryEtherIn()"},
            {"f3a3b67c", "RollingHashMismatch()"},
            {"033feec7", "RollupBatchActiveThisBlock(uint256)"},
            {"f0b9be82", "RollupNotInBatch(uint256)"},
            {"77bcc5b4", "SameNetworkProxy(uint256)"},
            {"80c9ac23", "ScopeReverted(bytes)"},
            {"b3f660aa", "ScopeReverted(bytes,bytes32,uint256)"},
            {"d161d374", "SetStateRootNotAllowedDuringExecution()"},
            {"622d0c4a", "StateAlreadyUpdatedThisBlock()"},
            {"b185698a", "StateDeltasNotStrictlyIncreasing(uint256)"},
            {"1b2075cd", "StateRootMismatch()"},
            {"78cb4214", "StateRootMismatch(uint256)"},
            {"dd148d75", "TransientCountExceedsEntries()"},
            {"68888636", "TransientLookupCallCountExceedsLookupCalls()"},
            {"61fcacac", "TransientLookupCallsWithoutTransientEntries()"},
            {"82b42900", "Unauthorized()"},
            {"e53dc94a", "UnauthorizedProxy()"},
            {"093a2b9f", "UnconsumedIncomingCalls()"},
            {"ed4a913d", "UnconsumedL1ToL2Calls()"},
            {"dd0c77c5", "UnconsumedL2ToL1Calls()"},
            {"03ae6521", "UnconsumedOutgoingCalls()"},
            {"8664b1a5", "UnexpectedContextRevert(bytes)"},
            {"dd8e4af7", "ValueMismatch()"},
        };
        std::set<std::string> declared;
        for (const std::string_view declaration : table::contract_errors()) {
            const auto error = codec::parse_signature(declaration, AbiItemKind::error).value();
            const auto found = published.find(to_hex_bare(error.selector()));
            QVERIFY2(found != published.end() && found->second == error.text(), declaration.data());
            declared.insert(found->first);
        }
        QCOMPARE(declared.size(), published.size());
    }

    // Selectors as the standards give them: ERC-20, ERC-721 and ERC-165 state their interfaces' ids, which
    // are the selectors of all functions joined by xor; WETH's are on every block explorer.
    void well_known_functions_have_their_selectors() {
        QCOMPARE(selector_of("transfer(address to, uint256 value)"), QByteArray("a9059cbb"));
        QCOMPARE(selector_of("supportsInterface(bytes4 interfaceId)"), QByteArray("01ffc9a7"));
        QCOMPARE(selector_of("deposit()"), QByteArray("d0e30db0"));
        QCOMPARE(selector_of("executeCrossChainCall(address,bytes)"), QByteArray("9af53259"));
        std::array<std::uint8_t, 4> erc721{};
        for (const char* name :
             {"balanceOf(address)", "ownerOf(uint256)", "safeTransferFrom(address,address,uint256,bytes)",
              "safeTransferFrom(address,address,uint256)", "transferFrom(address,address,uint256)",
              "approve(address,uint256)", "setApprovalForAll(address,bool)", "getApproved(uint256)",
              "isApprovedForAll(address,address)"}) {
            bool known = false;
            for (const std::string_view declaration : table::well_known_functions()) {
                const auto function = codec::parse_signature(declaration, AbiItemKind::function).value();
                if (function.text() == name) {
                    known = true;
                    for (std::size_t i = 0; i < erc721.size(); ++i) {
                        erc721[i] = static_cast<std::uint8_t>(erc721[i] ^ function.selector()[i]);
                    }
                }
            }
            QVERIFY2(known, name);
        }
        QCOMPARE(shown(to_hex_bare(erc721)), QByteArray("80ac58cd")); // ERC-721
        std::set<std::string> each;
        for (const std::string_view declaration : table::well_known_functions()) {
            QVERIFY(each.insert(codec::parse_signature(declaration, AbiItemKind::function).value().text())
                        .second);
        }
    }

    void declarations_are_strict() {
        for (const char* broken : {"", "f", "(uint256)", "f(uint257)", "f(uint256", "f(uint256)x",
                                   "f(uint256)[]", "f g(uint256)", "1f()", "f(tuple x)"}) {
            QCOMPARE(selector_of(broken), QByteArray("!abi.declaration"));
        }
        QVERIFY(!selector_of("f$_1()").startsWith('!'));
    }

    void abi_files_are_read() {
        const auto items = codec::read_abi_json(abi).value();
        QByteArrayList texts;
        for (const codec::AbiSignature& item : items) {
            texts += shown(item.text());
        }
        QCOMPARE(texts, QByteArrayList({"swap((address,(uint24,bool))[],uint256[2])", "TooLittle(uint256)",
                                        "Swapped(address)", "old()"}));
        QVERIFY(items[1].kind == AbiItemKind::error && items[2].kind == AbiItemKind::event);
        const std::string artifact =
            "{\"contractName\":\"X\",\"bytecode\":{},\"abi\":" + std::string(abi) + "}";
        QCOMPARE(codec::read_abi_json(artifact).value().size(), items.size());
    }

    void broken_abi_files_are_refused() {
        const auto rule = [](const std::string& text) { return rule_of(codec::read_abi_json(text)); };
        QCOMPARE(rule("{}"), QByteArray("json.missing"));
        QCOMPARE(rule("1"), QByteArray("abi_json.form"));
        QCOMPARE(rule("[1]"), QByteArray("abi_json.item"));
        QCOMPARE(rule("[{\"type\":\"function\",\"inputs\":[]}]"), QByteArray("abi_json.item"));
        QCOMPARE(rule("[{\"type\":\"function\",\"name\":\"f\",\"inputs\":{}}]"), QByteArray("abi_json.item"));
        QCOMPARE(rule("[{\"type\":\"function\",\"name\":\"f\",\"inputs\":[{\"type\":\"tuple\"}]}]"),
                 QByteArray("abi_json.item"));
        QCOMPARE(rule("[{\"type\":\"function\",\"name\":\"f(\",\"inputs\":[]}]"),
                 QByteArray("abi_json.item"));
        QCOMPARE(rule("[{\"type\":\"function\",\"name\":\"f\",\"inputs\":[{\"type\":\"uint7\"}]}]"),
                 QByteArray("abi_json.item"));
        std::string deep = "{\"type\":\"uint8\"}";
        for (int i = 0; i < 20; ++i) {
            deep = "{\"type\":\"tuple\",\"components\":[" + deep + "]}";
        }
        deep = "[{\"type\":\"function\",\"name\":\"f\",\"inputs\":[" + deep + "]}]";
        QCOMPARE(rule(deep), QByteArray("abi_json.item"));
        std::string many = "[";
        for (std::size_t i = 0; i <= codec::max_abi_items; ++i) {
            many += i == 0 ? "1" : ",1";
        }
        QCOMPARE(rule(many + "]"), QByteArray("abi_json.form"));
    }

    void calldata_is_named_where_all_of_it_fits() {
        table::SignatureBook book;
        const Bytes data = call("transfer(address,uint256)", {AbiTree::of(address_of(0xab)), number(77)});
        const auto name = book.function(data).value();
        QCOMPARE(shown(name.signature), QByteArray("transfer(address,uint256)"));
        QVERIFY(!name.stated);
        QCOMPARE(name.fields.size(), 2U);
        QCOMPARE(shown(name.fields[1].path + " " + name.fields[1].value), QByteArray("value 77"));
        QCOMPARE(name.fields[1].range, (ByteRange{36, 32}));
        Bytes longer = data;
        longer.push_back(0);
        QVERIFY(!book.function(longer)); // a byte too many: what follows is not its parameters
        QCOMPARE(book.functions_named(longer), std::vector<std::string>{"transfer(address,uint256)"});
        Bytes dirty = data;
        dirty[4] = 1; // above an address
        QVERIFY(!book.function(dirty));
        QVERIFY(!book.function(ByteView(data).first(3)) && !book.function({}));
        QVERIFY(book.functions_named({}).empty());
        QVERIFY(!book.error(data));
    }

    void the_users_names_go_first() {
        table::SignatureBook book;
        const Bytes data = call("burn(uint256)", {number(5)});
        QVERIFY(!book.function(data)->stated);
        book.add(codec::read_abi_json("[{\"type\":\"function\",\"name\":\"burn\",\"inputs\":[{\"name\":"
                                      "\"id\",\"type\":\"uint256\"}]}]")
                     .value());
        const auto name = book.function(data).value();
        QVERIFY(name.stated);
        QCOMPARE(shown(name.fields[0].path), QByteArray("id"));
        book.add(codec::read_abi_json(abi).value());
        const Bytes revert = call("TooLittle(uint256)", {number(9)});
        QCOMPARE(shown(book.error(revert)->signature), QByteArray("TooLittle(uint256)"));
        QVERIFY(!book.function(revert));
    }

    void reverts_are_named() {
        const table::SignatureBook book;
        const Bytes revert = call("StateRootMismatch(uint256)", {number(3)});
        const auto name = book.error(revert).value();
        QCOMPARE(shown(name.signature), QByteArray("StateRootMismatch(uint256)"));
        QCOMPARE(shown(name.fields[0].value), QByteArray("3"));
        QCOMPARE(shown(book.error(bytes("f3a3b67c"))->signature),
                 QByteArray("RollingHashMismatch()")); // PROTOCOL 1.6
        QCOMPARE(shown(book.error(bytes("29c3b7ee"))->signature), QByteArray("NotSelf()"));
        QVERIFY(!book.error(bytes("f3a3b67c00")));
    }

    void calls_and_failed_lookups_of_a_table_are_named() {
        const Bytes transfer = call("transfer(address,uint256)", {AbiTree::of(address_of(0xab)), number(77)});
        const auto table =
            decoded(calldata_of(BatchSpec{.entries = {{.calls = {{.data = transfer}, {.data = {1, 2}}},
                                                       .lookups = {{.calls = {{.data = transfer}}}}}},
                                          .lookups = {{.failed = true, .calls = {{}}}}}));
        const auto calls = report::named_calls(*table, {}, 100);
        QByteArrayList seen;
        for (const report::NamedCall& one : calls) {
            seen += shown(one.subject) + ' ' + (one.name ? shown(one.name->signature) : QByteArray("-"));
        }
        QCOMPARE(seen,
                 QByteArrayList({"entries[0].calls[0] transfer(address,uint256)", "entries[0].calls[1] -",
                                 "entries[0].lookups[0].calls[0] transfer(address,uint256)",
                                 "lookups[0].calls[0] -"}));
        QCOMPARE(report::named_calls(*table, {}, 2).size(), 2U);
        QVERIFY(report::named_reverts(*table, nullptr, {}, 100).empty()); // it returned nothing
        // What failed calls returned, and why an entry was skipped.
        transition::Tree tree;
        tree.nodes.resize(3);
        for (std::uint32_t id : {1U, 2U}) {
            tree.nodes[id].kind = transition::NodeKind::call;
            tree.nodes[id].entry = 0;
            tree.nodes[id].index = id - 1;
            tree.nodes[id].result = id - 1;
        }
        tree.results = {{false, call("StateRootMismatch(uint256)", {number(3)})}, {true, bytes("f3a3b67c")}};
        tree.events.push_back({transition::ImmediateEntrySkipped{0, bytes("f3a3b67c")}, {}});
        QByteArrayList reverts;
        for (const report::NamedRevert& one : report::named_reverts(*table, &tree, {}, 100)) {
            reverts += shown(one.subject) + ' ' + (one.name ? shown(one.name->signature) : QByteArray("-"));
        }
        QCOMPARE(reverts, QByteArrayList({"entries[0].l2ToL1Calls[0] StateRootMismatch(uint256)",
                                          "events[0] RollingHashMismatch()"}));
    }

    void labels_are_read_strictly() {
        const auto rule = [](const std::string& text) { return rule_of(table::read_address_labels(text)); };
        const auto labels =
            table::read_address_labels("{\"0x7186599d6Eb50905ecd34346e705E4C93871143b\":\"Anchor\"}").value();
        QCOMPARE(shown(labels.begin()->second), QByteArray("Anchor"));
        QCOMPARE(rule("{\"0x7186599D6Eb50905ecd34346e705E4C93871143b\":\"a\"}"), QByteArray("address.erc55"));
        QCOMPARE(rule("{\"0x71\":\"a\"}"), QByteArray("hex.length"));
        QCOMPARE(rule("{\"0x7186599d6eb50905ecd34346e705e4c93871143b\":\"\"}"), QByteArray("labels.label"));
        QCOMPARE(rule("{\"0x7186599d6eb50905ecd34346e705e4c93871143b\":1}"), QByteArray("labels.label"));
        QCOMPARE(rule("{\"0x7186599d6eb50905ecd34346e705e4c93871143b\":\"a\\u001b[2J\"}"),
                 QByteArray("labels.label"));
        QCOMPARE(rule("{\"0x7186599d6eb50905ecd34346e705e4c93871143b\":\"a\","
                      "\"0x7186599d6Eb50905ecd34346e705E4C93871143b\":\"b\"}"),
                 QByteArray("labels.twice"));
        QCOMPARE(rule("[]"), QByteArray("labels.form"));
        const std::string quoted = "\"" + std::string(65, 'x') + "\"";
        const std::string long_label = "{\"0x7186599d6eb50905ecd34346e705e4c93871143b\":" + quoted + "}";
        QCOMPARE(rule(long_label), QByteArray("labels.label"));
    }
};

QTEST_GUILESS_MAIN(TestSignatures)
#include "test_signatures.moc"
