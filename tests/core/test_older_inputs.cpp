// What older versions' proofs are bound to: for every format that is not main's, tables with values at
// random, and the digests put together here, part by part, from the values that the tables were made of.
#include "action_maker.h"
#include "botan_keccak.h"
#include "core/crypto/secp256k1.h"
#include "core/digest/older_inputs.h"
#include "core/synth/synth.h"
#include "core/table/field_names.h"
#include "core_test_support.h"
#include <map>
#include <set>

using namespace anchorscope;
using namespace anchorscope::test;
using digest::ProofInputs;
using digest::StepTrace;
using table::ExecutionTable;
using table::TableFormat;

namespace {

/// How a version binds its proofs, written down from the contracts of its days.
struct Form {
    std::string_view id;
    std::string_view entry; ///< parts behind the deltas: K keys, P previous states, a action, H action hash,
                            ///< N next action, r rolling hash, t return hash; S: the struct whole
    std::string_view input; ///< B block, I rollup ids, V keys, E entries, L lookups, b blobs, C callData,
                            ///< s static calls, X interactions; 1 tag; / hashed, then what comes behind
};

constexpr std::array forms{
    Form{"eez-v1.l1", "KHN", "BEbC"},
    Form{"eez-v1-executions-a.l1", "KHN", "1E"},
    Form{"eez-v1-executions-b.l1", "KHN", "1E"},
    Form{"eez-v1-executions-c.l1", "KHN", "1E"},
    Form{"eez-v1-static-a.l1", "KHN", "BEbCs"},
    Form{"eez-v1-static-b.l1", "KHN", "BEbCs"},
    Form{"eez-v1-batches-a.l1", "KHN", "BEbCX"},
    Form{"eez-v1-batches-b.l1", "HN", "BIVEbCX"},
    Form{"eez-flat-a.l1", "Kat", "BEbC"},
    Form{"eez-flat-b.l1", "KPHt", "BEbC"},
    Form{"eez-flat-c.l1", "KPHr", "BEbC"},
    Form{"eez-flat-d.l1", "KPHr", "BEbC"},
    Form{"eez-flat-e.l1", "KPHr", "BEbC"},
    Form{"eez-flat.l1", "KPHr", "BEbC"},
    Form{"eez-batches-a.l1", "S", "BIELbCX/V"},
    Form{"eez-batches-b.l1", "S", "BIELbCX/V"},
};

/// A value with its type: fields by any of the names that versions gave them.
struct Value {
    const codec::AbiType* type = nullptr;
    std::uint32_t node = 0;
    const AbiTree* tree = nullptr;

    [[nodiscard]] std::optional<Value> find(std::initializer_list<std::string_view> names) const {
        for (const std::string_view name : names) {
            if (const auto index = type->field_index(node, name)) {
                return Value{type, type->node(node).children[*index], &tree->items[*index]};
            }
        }
        return {};
    }
    [[nodiscard]] Value field(std::initializer_list<std::string_view> names) const {
        return find(names).value();
    }
    [[nodiscard]] Value at(std::size_t index) const {
        return {type, type->node(node).children[0], &tree->items[index]};
    }
    [[nodiscard]] std::size_t size() const { return tree->items.size(); }
    /// abi.encode of it alone.
    [[nodiscard]] Bytes encoded() const {
        const auto alone = codec::AbiType::parse("(" + type->canonical(node) + ")").value();
        return codec::abi_encode(alone, AbiTree::list({*tree}));
    }
};

Bytes words(const std::vector<Hash32>& values) {
    const auto type = codec::AbiType::parse("(bytes32[])").value();
    return codec::abi_encode(
        type, AbiTree::list({list_of(values, [](const Hash32& one) { return AbiTree::of(one); })}));
}

Bytes of(const Hash32& value) { return {value.bytes.begin(), value.bytes.end()}; }

/// What no calldata holds, by rollup.
struct Outside {
    std::map<Hash32, std::vector<Hash32>> keys;
    std::map<Hash32, Hash32> states;
    Hash32 parent;
    std::uint64_t time = 0;
    std::vector<Hash32> blobs;

    [[nodiscard]] ProofInputs stated() const {
        ProofInputs out;
        for (const auto& [rollup, all] : keys) {
            out.rollups.push_back({U256::from_word(rollup), {all, {}, {}}, false, states.at(rollup)});
        }
        out.blob_hashes = blobs;
        out.block = digest::PostingBlock{parent, time, false};
        return out;
    }
};

std::vector<Hash32> rollups_of(const Value& deltas) {
    std::vector<Hash32> out;
    for (std::size_t i = 0; i < deltas.size(); ++i) {
        out.push_back(deltas.at(i).field({"rollupId"}).tree->word);
    }
    return out;
}

Bytes keys_of(const std::vector<Hash32>& rollups, const Outside& outside, std::size_t index) {
    std::vector<Hash32> out;
    for (const Hash32& rollup : rollups) {
        out.push_back(outside.keys.at(rollup).at(index));
    }
    return words(out);
}

/// `key`: which of a rollup's keys goes into an entry.
Hash32 entry_hash(const Form& form, const Value& entry, const Outside& outside, std::size_t key) {
    if (form.entry == "S") {
        return botan_keccak(entry.encoded());
    }
    const Value deltas = entry.field({"stateDeltas"});
    Bytes message = deltas.encoded();
    for (const char part : form.entry) {
        std::vector<Hash32> states;
        for (const Hash32& rollup : part == 'P' ? rollups_of(deltas) : std::vector<Hash32>()) {
            states.push_back(outside.states.at(rollup));
        }
        append(message, part == 'K'   ? keys_of(rollups_of(deltas), outside, key)
                        : part == 'P' ? words(states)
                        : part == 'H' ? of(entry.field({"actionHash"}).tree->word)
                        : part == 'a' ? entry.field({"action"}).encoded()
                        : part == 'N' ? entry.field({"nextAction"}).encoded()
                        : part == 'r' ? of(entry.field({"rollingHash"}).tree->word)
                                      : of(entry.field({"returnHash"}).tree->word));
    }
    return botan_keccak(message);
}

/// `proof`: number of the proof in its part; `key`: which of the rollups' keys goes into entries.
Hash32 public_input(const Form& form, const Value& part, const Outside& outside, std::size_t proof,
                    std::size_t key, std::size_t first_blob) {
    Bytes message;
    for (const char letter : form.input) {
        std::vector<Hash32> hashes;
        switch (letter) {
        case '1':
            message.push_back(1);
            break;
        case 'B':
            append(message, of(outside.parent));
            append(message, of(word_of(outside.time)));
            break;
        case 'I':
            append(message, part.field({"rollupIds"}).encoded());
            break;
        case 'V': {
            const Value ids = part.field({"rollupIds"});
            for (std::size_t i = 0; i < ids.size(); ++i) {
                hashes.push_back(outside.keys.at(ids.at(i).tree->word).at(proof));
            }
            append(message, words(hashes));
            break;
        }
        case 'E': {
            const Value entries = part.field({"entries", "executions"});
            for (std::size_t i = 0; i < entries.size(); ++i) {
                hashes.push_back(entry_hash(form, entries.at(i), outside, key));
            }
            append(message, words(hashes));
            break;
        }
        case 'L': {
            const Value lookups = part.field({"lookupCalls"});
            for (std::size_t i = 0; i < lookups.size(); ++i) {
                hashes.push_back(botan_keccak(lookups.at(i).encoded()));
            }
            append(message, words(hashes));
            break;
        }
        case 'b':
            append(message, words({outside.blobs[first_blob], outside.blobs[first_blob + 1]}));
            break;
        case 'C':
            append(message, of(botan_keccak(part.field({"callData"}).tree->bytes)));
            break;
        case 's':
            append(message, of(botan_keccak(part.field({"staticCalls"}).encoded())));
            break;
        case 'X':
            append(message, of(part.field({"hashedInteraction", "crossProofSystemInteractions"}).tree->word));
            break;
        case '/':
            message = of(botan_keccak(message));
            break;
        default:
            break;
        }
    }
    return botan_keccak(message);
}

/// Arguments at random, with two blobs a part, and two parts where there are several.
AbiTree arguments_of(const TableFormat& format, std::uint64_t seed) {
    constexpr std::uint64_t tries = 50;
    const codec::AbiType& type = table::type_of(format);
    AbiTree out;
    const auto batches = type.field_index(type.root(), "batches");
    for (std::uint64_t i = 0; i < tries && (i == 0 || (batches && out.items[*batches].items.size() < 2));
         ++i) {
        out = read_tree(decoded(synth::arbitrary_calldata(format, tries * seed + i, 3))->arguments());
    }
    const auto two_blobs = [&](std::uint32_t node, AbiTree& tree) {
        if (const auto count = type.field_index(node, "blobCount")) {
            tree.items[*count] = number(2);
        }
        if (const auto indices = type.field_index(node, "blobIndices")) {
            tree.items[*indices] = AbiTree::list({number(4), number(2)});
        }
    };
    if (batches) {
        const std::uint32_t batch = type.node(type.node(type.root()).children[*batches]).children[0];
        AbiTree& list = out.items[*batches];
        for (AbiTree& one : list.items) {
            two_blobs(batch, one);
        }
    } else {
        two_blobs(type.root(), out);
    }
    return out;
}

struct Made {
    std::shared_ptr<const AbiTree> arguments; ///< the parts point into it
    std::shared_ptr<const ExecutionTable> table;
    std::vector<Value> parts;
    Outside outside;
};

/// Empty where one rollup would need two numbers of keys.
std::optional<Made> made(const Form& form, std::uint64_t seed) {
    Random random(seed);
    const TableFormat& format = *table::format_named(form.id);
    const codec::AbiType& type = table::type_of(format);
    Made out;
    out.arguments = std::make_shared<const AbiTree>(arguments_of(format, seed));
    out.table = decoded(encoded_for(form.id, *out.arguments));
    const Value root{&type, type.root(), out.arguments.get()};
    const auto batches = root.find({"batches"});
    std::size_t systems = 0;
    for (std::size_t i = 0; i < (batches ? batches->size() : 1); ++i) {
        out.parts.push_back(batches ? batches->at(i) : root);
        const auto list = out.parts.back().find({"proofSystems", "proofSystem"});
        systems += list ? list->size() : 1;
    }
    const auto hash = [&] { return Hash32::from(random_bytes(random, 32)); };
    std::map<Hash32, std::size_t> needed;
    bool fits = true;
    const auto need = [&](const Hash32& rollup, std::size_t keys) {
        fits = fits && needed.emplace(rollup, keys).first->second == keys;
    };
    for (const Value& part : out.parts) {
        const auto own = part.find({"proofSystems", "proofSystem"});
        if (const auto ids = part.find({"rollupIds"})) {
            for (std::size_t i = 0; i < ids->size(); ++i) {
                need(ids->at(i).tree->word, own->size());
            }
        } else {
            const Value entries = part.field({"entries", "executions"});
            for (std::size_t i = 0; i < entries.size(); ++i) {
                for (const Hash32& rollup : rollups_of(entries.at(i).field({"stateDeltas"}))) {
                    need(rollup, systems);
                }
            }
        }
        out.outside.blobs.push_back(hash());
        out.outside.blobs.push_back(hash());
    }
    for (const auto& [rollup, count] : needed) {
        for (std::size_t k = 0; k < count; ++k) {
            out.outside.keys[rollup].push_back(hash());
        }
        out.outside.keys.try_emplace(rollup);
        out.outside.states[rollup] = hash();
    }
    out.outside.parent = hash();
    out.outside.time = random();
    return fits ? std::optional(std::move(out)) : std::nullopt;
}

} // namespace

class TestOlderInputs : public QObject {
    Q_OBJECT

private slots:
    void every_older_format_has_a_form() {
        std::set<std::string_view> with, listed;
        for (const TableFormat& format : table::formats()) {
            if (digest::has_older_inputs(format)) {
                with.insert(format.id);
            }
        }
        for (const Form& form : forms) {
            listed.insert(form.id);
        }
        QVERIFY(with == listed);
    }

    void digests_are_made_as_the_contracts_made_them_data() {
        QTest::addColumn<int>("form");
        for (std::size_t i = 0; i < forms.size(); ++i) {
            QTest::newRow(std::string(forms[i].id).c_str()) << static_cast<int>(i);
        }
    }
    void digests_are_made_as_the_contracts_made_them() {
        QFETCH(int, form);
        const Form& at = forms[static_cast<std::size_t>(form)];
        std::size_t entries_seen = 0;
        std::size_t inputs_seen = 0;
        for (std::uint64_t seed = 1; seed <= 60; ++seed) {
            const std::optional<Made> one = made(at, seed);
            if (!one) {
                continue;
            }
            const ExecutionTable& table = *one->table;
            const ProofInputs inputs = one->outside.stated();
            std::size_t entry = 0;
            std::size_t systems_before = 0;
            QCOMPARE(digest::proved_parts(table), one->parts.size());
            for (std::size_t p = 0; p < one->parts.size(); ++p) {
                const Value& part = one->parts[p];
                const auto systems = part.find({"proofSystems", "proofSystem"});
                const std::size_t proofs = systems ? systems->size() : 1;
                QCOMPARE(digest::proofs_of_part(table, p), proofs);
                const Value entries = part.field({"entries", "executions"});
                for (std::size_t k = 0; k < proofs; ++k) {
                    const std::size_t key = systems ? systems_before + k : 0;
                    for (std::size_t i = 0; i < entries.size(); ++i) {
                        const auto trace = digest::older_entry_trace(table, entry + i, k, &inputs);
                        QVERIFY2(trace, trace ? "" : trace.error().message().c_str());
                        QCOMPARE(trace->value(), entry_hash(at, entries.at(i), one->outside, key));
                        QVERIFY(digest::holds(*trace, table.calldata()));
                        ++entries_seen;
                    }
                    const auto bound = digest::older_public_input_trace(table, p, k, &inputs);
                    QVERIFY2(bound, bound ? "" : bound.error().message().c_str());
                    QCOMPARE(bound->value(), public_input(at, part, one->outside, k, key, 2 * p));
                    QVERIFY(digest::holds(*bound, table.calldata()));
                    ++inputs_seen;
                }
                entry += entries.size();
                systems_before += systems ? systems->size() : 0;
            }
            for (const StepTrace& trace : digest::table_traces(table, &inputs, 500)) {
                QVERIFY(digest::holds(trace, table.calldata()));
            }
        }
        QVERIFY(entries_seen > 20 && inputs_seen > 20);
    }

    void v1_took_the_number_until_20_march() {
        const auto table =
            v1_batch({{{{1, 5, 6, {}}}, word_of(7), {ActionType::result, 1, {9}, false, 0, {}}}});
        ProofInputs inputs;
        inputs.rollups.push_back({U256(1), {{word_of(0x11)}, {}, {}}, false, {}});
        inputs.block = digest::PostingBlock{word_of(0x22), 77, true};
        const StepTrace trace = digest::older_public_input_trace(*table, 0, 0, &inputs).value();
        const Hash32 entry = digest::older_entry_trace(*table, 0, 0, &inputs)->value();
        Bytes message = of(word_of(0x22));
        append(message, of(word_of(77)));
        append(message, words({entry}));
        append(message, words({}));
        append(message, of(botan_keccak({})));
        QCOMPARE(trace.value(), botan_keccak(message));
        QCOMPARE(shown(trace.steps.back().message.pieces[1].name), QByteArray("block number"));
        const auto flat =
            decoded(encoded_for("eez-flat.l1", AbiTree::list({AbiTree::list({}), AbiTree::list({}), number(0),
                                                              number(0), number(0), text({}), text({})})));
        QVERIFY(digest::older_public_input_trace(*flat, 0, 0, &inputs)
                    .error()
                    .text.find("does not take its number") != std::string::npos);
    }

    void what_was_not_stated_is_named() {
        const auto table = v1_batch({{{{3, 5, 6, {}}}, word_of(7), {}}}, 1);
        std::vector<Finding> missing;
        const auto reasons = [&](const ProofInputs* inputs) {
            missing.clear();
            QByteArrayList kinds;
            for (const StepTrace& trace : digest::table_traces(*table, inputs, 100, &missing)) {
                kinds += digest::id(trace.kind).data();
            }
            QByteArray out = kinds.join(' ') + '\n';
            for (const Finding& one : missing) {
                out += shown(one.place) + ": " + shown(one.text) + '\n';
            }
            return out;
        };
        const QByteArray keys = "entries[0]: expected one key of rollup 3, stated once\n";
        QCOMPARE(reasons(nullptr),
                 "action_hash\n" + keys +
                     "batch: expected the block that the batch was posted in: parent hash and time\n");
        ProofInputs inputs;
        inputs.block = digest::PostingBlock{word_of(1), 2, false};
        QCOMPARE(reasons(&inputs), "action_hash\n" + keys);
        inputs.rollups.push_back({U256(3), {{word_of(4)}, {}, {}}, false, {}});
        QCOMPARE(
            reasons(&inputs),
            QByteArray("action_hash entry_hash\n"
                       "batch: expected the hashes of the transaction's blobs, as many as the batch uses\n"));
        inputs.blob_hashes.push_back(word_of(5));
        QCOMPARE(reasons(&inputs), QByteArray("action_hash entry_hash public_inputs_hash\n"));
        inputs.rollups.push_back(inputs.rollups.front()); // stated twice
        QVERIFY(reasons(&inputs).startsWith("action_hash\n" + keys));
        // Versions that hash the states before the batch.
        const auto flat = decoded(
            encoded_for("eez-flat-b.l1",
                        AbiTree::list({AbiTree::list({AbiTree::list(
                                           {AbiTree::list({AbiTree::list({number(3), number(1), number(0)})}),
                                            number(1), AbiTree::list({}), text({}), number(0), number(2)})}),
                                       number(0), text({}), text({})})));
        inputs.rollups.pop_back();
        QCOMPARE(shown(digest::older_entry_trace(*flat, 0, 0, &inputs).error().text),
                 QByteArray("expected the state of rollup 3 before the batch"));
        QCOMPARE(rule_of(digest::older_entry_trace(*v1_loaded({{{}, {}, {}}}), 0, 0, &inputs)),
                 QByteArray("public_inputs.none"));
    }

    void a_signature_in_place_of_a_proof_is_recovered() {
        Bytes proof(65, 1);
        proof.back() = 27;
        const auto table = v1_batch({}, 0, {1, 2}, proof);
        ProofInputs inputs;
        inputs.block = digest::PostingBlock{word_of(1), 2, false};
        const StepTrace trace = digest::older_recovery_trace(*table, 0, 0, &inputs).value();
        const Hash32 bound = digest::older_public_input_trace(*table, 0, 0, &inputs)->value();
        QCOMPARE(trace.value(), crypto::recover_address(bound, proof).value().to_word());
        QVERIFY(digest::holds(trace, table->calldata()));
        QCOMPARE(shown(trace.subject), QByteArray("proof"));
    }

    void the_file_states_the_block() {
        const std::string head = R"({"schema":"anchorscope.public-inputs/1","rollups":[)";
        const std::string hash = "\"0x" + std::string(63, '0') + "7\"";
        const std::string rollup = R"({"rollupId":"1","vkeys":[)" + hash + R"(],"stateRoot":)" + hash + "}";
        const std::string full = R"({"rollupId":"2","vkeys":[],"blockHash":)" + hash + R"(,"timestamp":"5"})";
        const std::string block = R"(],"block":{"parentHash":)" + hash + R"(,"timestamp":"9"}})";
        const auto read = [](const std::string& text) { return digest::read_proof_inputs(text, "f"); };
        const ProofInputs inputs = read(head + rollup + "," + full + block).value();
        QVERIFY(inputs.block && inputs.block->value == U256(9) && !inputs.block->by_number);
        QVERIFY(inputs.rollups[0].state_root && !inputs.rollups[0].context_stated);
        QVERIFY(inputs.rollups[1].context_stated && !inputs.rollups[1].state_root);
        const ProofInputs numbered =
            read(head + rollup + R"(],"block":{"parentHash":)" + hash + R"(,"number":"9"}})").value();
        QVERIFY(numbered.block->by_number);
        // Without a block every rollup needs its own context.
        QVERIFY(!read(head + rollup + "]}"));
        QVERIFY(read(head + full + "]}"));
        QCOMPARE(
            rule_of(read(head + R"(],"block":{"parentHash":)" + hash + R"(,"timestamp":"9","number":"1"}})")),
            QByteArray("public_inputs.value"));
        QVERIFY(!read(head + R"(],"block":7})"));
        QVERIFY(!read(head + R"({"rollupId":"1","vkeys":[],"timestamp":"5"})" + block));
    }

    // Main's public inputs never take the zeros of a context that was not stated.
    void a_context_that_is_not_stated_is_not_zero() {
        const auto table = decoded(calldata_of(BatchSpec{}));
        ProofInputs inputs;
        inputs.rollups.push_back({U256(1), {{word_of(1)}, {}, {}}, true, {}});
        QVERIFY(digest::public_inputs(*table, 0, inputs));
        inputs.rollups[0].context_stated = false;
        QVERIFY(!digest::public_inputs(*table, 0, inputs));
    }
};

QTEST_APPLESS_MAIN(TestOlderInputs)
#include "test_older_inputs.moc"
