// Digests taken apart, against the samples and the recorded runs: what is listed hashes to the digest;
// what-if is a scratch copy; a trace's word is never green. Values come from core, which its own tests check
// against outside tools.
#include "core/digest/merkle_tree.h"
#include "core/digest/proxy_address.h"
#include "model/explore/digest_models.h"
#include "model/explore/explore.h"
#include "model/explore/known_digests.h"
#include "model/explore/latest_job.h"
#include "model_test_support.h"
#include <QAbstractItemModelTester>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;

namespace {

Parts partsOf(const LoadedCase& made) {
    Parts parts;
    parts.source = made.loaded.source;
    parts.table = made.loaded.table;
    parts.slice = made.loaded.slice;
    parts.request = made.prepared.request;
    parts.evidence = made.prepared.evidence;
    parts.examined = made.examined;
    parts.tree = made.conclusion.tree;
    parts.report = made.conclusion.report;
    return parts;
}

/// Every digest that the window lists, by its id.
QStringList idsOf(const Parts& parts) {
    DigestModel list;
    list.setParts(parts.table, parts.examined, parts.tree, parts.report);
    list.addMore(moreDigests(parts));
    QStringList ids;
    for (int row = 0; row < list.rowCount(); ++row) {
        const QString id = list.index(row, 0).data(DigestRole).toString();
        if (id.isEmpty() || list.rowOf(id) < 0) {
            return {};
        }
        ids += id;
    }
    return ids;
}

/// The fields of depth 0, one after the other.
Bytes joined(const ExploredDigest& digest, std::size_t step) {
    Bytes out;
    for (const PreimageField& field : preimageFields(digest, step)) {
        if (field.depth == 0) {
            append(out, bytesAt(digest, step, field.bytes));
        }
    }
    return out;
}

struct Named {
    QString name;
    Parts parts;
};

QList<Named> cases() {
    QList<Named> out;
    for (const Sample& sample : samples()) {
        out.append({sample.id, partsOf(loadSample(sample.id))});
    }
    for (const char* const run :
         {"counter", "counterL2", "multi-call-nested", "nestedCallRevert", "reentrant", "revertCounter"}) {
        for (const QString& side : {u"l1"_s, u"l2"_s}) {
            if (QFile::exists(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/tests/data/eez/%1/%2/chain.json")
                                  .arg(QLatin1String(run), side))) {
                out.append({QLatin1String(run) + side, partsOf(loadRun(QLatin1String(run), side))});
            }
        }
    }
    return out;
}

} // namespace

class TestExplore : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { m_deep = partsOf(loadSample(u"deep-reentry"_s)); }
    void listed_fields_hash_to_the_digest();
    void every_family_of_digests_is_met();
    void steps_of_a_fold_go_on_from_each_other();
    void a_fold_tells_where_each_result_was_seen();
    void fields_of_an_entry_stand_in_the_calldata();
    void flipped_bits_change_the_digest();
    void what_if_reads_fields_in_their_own_type();
    void what_if_leaves_everything_as_it_was();
    void what_if_gives_the_stated_hash_and_stays_amber();
    void what_if_replaces_all_bytes_and_undoes();
    void overlapping_edits_are_refused();
    void an_own_number_is_explained();
    void traces_are_never_green();
    void logs_of_no_posting_are_never_green();
    void create2_addresses();
    void a_slice_leads_to_its_root();
    void chain_digests_are_those_of_the_block();
    void ids_that_name_nothing();
    void steps_are_a_sound_model();
    void a_job_gives_only_its_latest_result();

private:
    Parts m_deep;
};

void TestExplore::listed_fields_hash_to_the_digest() {
    std::size_t seen = 0;
    for (const Named& each : cases()) {
        const QStringList ids = idsOf(each.parts);
        QVERIFY2(!ids.isEmpty(), qPrintable(each.name));
        DigestModel list;
        list.setParts(each.parts.table, each.parts.examined, each.parts.tree, each.parts.report);
        list.addMore(moreDigests(each.parts));
        for (const QString& id : ids) {
            const auto digest = explore(each.parts, id);
            const QByteArray what = (each.name + u' ' + id + u' ' + digest->why).toUtf8();
            QVERIFY2(holds(*digest) || digest->isEmpty(), what.constData());
            for (std::size_t step = 0; step < digest->steps.size(); ++step) {
                const Bytes message = joined(*digest, step);
                QVERIFY2(valueOf(digest->steps[step].rule, digest->steps[step].function,
                                 std::array{ByteView(message)}) == digest->steps[step].after,
                         what.constData());
            }
            // What is explored is what the list says.
            const QString listed = list.index(list.rowOf(id), DigestModel::Value).data(CopyRole).toString();
            QVERIFY2(listed == hexText(digest->value.view()), what.constData());
            ++seen;
        }
    }
    QVERIFY2(seen > 100, qPrintable(QString::number(seen)));
}

void TestExplore::every_family_of_digests_is_met() {
    QSet<QString> kinds;
    for (const Named& each : cases()) {
        for (const QString& id : idsOf(each.parts)) {
            kinds.insert(id.section(u':', 0, 0));
        }
    }
    for (const char* const kind :
         {"observation", "entry_hash", "call_hash", "rolling_hash", "shared_public_input", "block_hash",
          "transaction_hash", "receipts_root", "transactions_root"}) {
        QVERIFY2(kinds.contains(QLatin1String(kind)), kind);
    }
}

void TestExplore::steps_of_a_fold_go_on_from_each_other() {
    const auto digest = explore(m_deep, u"rolling_hash:entries[0]"_s);
    QVERIFY(digest->steps.size() >= 8);
    QVERIFY(digest->steps.front().before->is_zero());
    for (std::size_t step = 1; step < digest->steps.size(); ++step) {
        QCOMPARE(digest->steps[step].before->hex(), digest->steps[step - 1].after.hex());
        QCOMPARE(linksOf(*digest, step).front(), std::optional(step - 1));
    }
    QCOMPARE(digest->value.hex(), m_deep.table->entries[0].rolling_hash.hex());
    QCOMPARE(digest->told, Told::Logs);
    QCOMPARE(digest->comparisons.front().meaning, Meaning::Passed);
}

void TestExplore::a_fold_tells_where_each_result_was_seen() {
    const auto digest = explore(m_deep, u"rolling_hash:entries[0]"_s);
    int ends = 0;
    for (const DigestStep& step : digest->steps) {
        if (step.name == u"CALL_END") {
            ++ends;
            QVERIFY2(step.observed.startsWith(u"log "), qPrintable(step.observed));
            QVERIFY(step.outcome.startsWith(u"success"));
        }
        QVERIFY(step.node && *step.node < m_deep.tree->nodes.size());
    }
    QCOMPARE(ends, static_cast<int>(m_deep.table->entries[0].calls.size()));
    QCOMPARE(digest->steps.front().depth, 0);
    QVERIFY(digest->steps[1].depth == 1 || digest->steps[1].name == u"CALL_END");
}

void TestExplore::fields_of_an_entry_stand_in_the_calldata() {
    const auto digest = explore(m_deep, u"entry_hash:entries[0]"_s);
    QVERIFY(digest->inCalldata);
    bool inner = false;
    for (const PreimageField& field : preimageFields(*digest, 0)) {
        if (field.source) {
            const Bytes bytes = bytesAt(*digest, 0, field.bytes);
            QVERIFY2(equal(bytes, slice(m_deep.table->calldata(), *field.source)), qPrintable(field.name));
        }
        inner = inner || (field.depth > 0 && field.path == u"entries[0].rollingHash");
    }
    QVERIFY(inner);
}

void TestExplore::flipped_bits_change_the_digest() {
    for (const QString& id : idsOf(m_deep)) {
        const auto digest = explore(m_deep, id);
        for (std::size_t step = 0; step < digest->steps.size(); ++step) {
            const Bytes message = digest->steps[step].message.bytes(digest->base);
            for (std::size_t at = 0; at < message.size(); at += 1 + message.size() / 7) {
                WhatIf scratch(digest);
                const Bytes flipped{static_cast<std::uint8_t>(message[at] ^ 0x10U)};
                QVERIFY(scratch.edit({step, {at, 1}, flipped, {}}).has_value());
                const auto values = scratch.values();
                QCOMPARE(values.size(), digest->steps.size());
                QVERIFY2(values[step] != digest->steps[step].after, qPrintable(id));
                QVERIFY2(step == 0 || values[step - 1] == digest->steps[step - 1].after, qPrintable(id));
            }
        }
    }
}

void TestExplore::what_if_reads_fields_in_their_own_type() {
    const auto gives = [](FieldType type, std::uint64_t length, const QString& text) {
        const auto bytes = readField(type, length, true, text);
        return bytes ? hexText(*bytes) : QString();
    };
    QCOMPARE(gives(FieldType::Tag, 1, u"2"_s), u"0x02"_s);
    QCOMPARE(gives(FieldType::Boolean, 1, u"true"_s), u"0x01"_s);
    QCOMPARE(gives(FieldType::Boolean, 32, u"false"_s), u"0x"_s + QString(64, u'0'));
    QCOMPARE(gives(FieldType::Number, 32, u"258"_s), u"0x"_s + QString(60, u'0') + u"0102"_s);
    QCOMPARE(gives(FieldType::Word, 32, u"0x"_s + QString(64, u'a')), u"0x"_s + QString(64, u'a'));
    QCOMPARE(gives(FieldType::Address, 32, u"0x"_s + QString(40, u'b')),
             u"0x"_s + QString(24, u'0') + QString(40, u'b'));
    QCOMPARE(gives(FieldType::Bytes, 2, u"beef"_s), u"0xbeef"_s);
    for (const auto& [type, length, text] :
         std::initializer_list<std::tuple<FieldType, std::uint64_t, const char*>>{
             {FieldType::Tag, 1, "256"},
             {FieldType::Tag, 1, "-1"},
             {FieldType::Boolean, 1, "yes"},
             {FieldType::Number, 32, "1e3"},
             {FieldType::Number, 32, "0x1"},
             {FieldType::Word, 32, "0xabcd"},
             {FieldType::Address, 20, "0xab"},
             {FieldType::Bytes, 2, "0xbeefee"},
             {FieldType::Bytes, 2, "be ef"},
             {FieldType::Bytes, 2, "xy"},
             {FieldType::Word, 32, ""}}) {
        const auto bytes = readField(type, length, true, QLatin1String(text));
        QVERIFY2(!bytes && bytes.error().startsWith(u"Expected"), text);
    }
    QCOMPARE(hexText(*readField(FieldType::Bytes, 2, false, u"0x"_s)), u"0x"_s); // of any length
    // What is shown for editing gives the same bytes again.
    for (const QString& id : idsOf(m_deep)) {
        const auto digest = explore(m_deep, id);
        for (const PreimageField& field : preimageFields(*digest, 0)) {
            const Bytes bytes = bytesAt(*digest, 0, field.bytes);
            const auto again = readField(field.type, bytes.size(), true, editableText(field.type, bytes));
            QVERIFY2(again && *again == bytes, qPrintable(id + u' ' + field.name));
        }
    }
}

void TestExplore::what_if_leaves_everything_as_it_was() {
    const Bytes file = m_deep.source->file;
    const auto before = explore(m_deep, u"entry_hash:entries[0]"_s);
    const Hash32 value = before->value;
    WhatIf scratch(before);
    for (const PreimageField& field : preimageFields(*before, 0)) {
        if (!field.whole && field.bytes.length > 0) {
            Bytes other = bytesAt(*before, 0, field.bytes);
            other.back() = static_cast<std::uint8_t>(~other.back());
            static_cast<void>(scratch.edit({0, field.bytes, other, field.name}));
        }
    }
    QVERIFY(scratch.edits().size() > 3);
    QVERIFY(scratch.values().front() != value);
    QVERIFY(m_deep.source->file == file);
    QCOMPARE(before->value.hex(), value.hex());
    QVERIFY(holds(*before));
    QCOMPARE(explore(m_deep, u"entry_hash:entries[0]"_s)->value.hex(), value.hex());
    scratch.reset();
    QVERIFY(scratch.isEmpty());
    QVERIFY(scratch.values().front() == value);
}

void TestExplore::what_if_gives_the_stated_hash_and_stays_amber() {
    // Away from the stated hash and back, by two edits of one field.
    const auto digest = explore(m_deep, u"rolling_hash:entries[0]"_s);
    const KnownDigests known(m_deep);
    const QStringList places = known.places(digest->value);
    QVERIFY(places.contains(u"the rolling hash of entries[0], as the table states"_s));
    QVERIFY(known.places(Hash32{}).isEmpty());
    WhatIf scratch(digest);
    const std::size_t last = digest->steps.size() - 1;
    const std::vector<PreimageField> fields = preimageFields(*digest, last);
    const auto number = std::ranges::find(fields, u"number"_s, &PreimageField::name);
    QVERIFY(number != fields.end());
    const Bytes was = bytesAt(*digest, last, number->bytes);
    QVERIFY(scratch.edit({last, number->bytes, *readField(number->type, 32, true, u"77"_s), u"number"_s}));
    QVERIFY(known.places(*scratch.values().back()).isEmpty());
    StepModel steps;
    steps.setDigest(digest, std::nullopt);
    steps.setWhatIf({scratch.values()});
    for (int row = 0; row <= static_cast<int>(last); ++row) { // no green while something is supposed
        const auto meaning = steps.index(row, StepModel::Check).data(MeaningRole).value<Meaning>();
        QVERIFY(meaning != Meaning::Passed);
        QCOMPARE(meaning == Meaning::Warning, row == static_cast<int>(last));
    }
    for (int row = 0; row < steps.rowCount(); ++row) {
        QVERIFY(steps.index(row, StepModel::Check).data(MeaningRole).value<Meaning>() != Meaning::Passed);
    }
    QVERIFY(scratch.edit({last, number->bytes, was, u"number"_s}));
    QVERIFY(scratch.isEmpty()); // the same bytes are no edit
    QVERIFY(scratch.values().back() == digest->value);
}

void TestExplore::what_if_replaces_all_bytes_and_undoes() {
    const auto digest = explore(m_deep, u"rolling_hash:entries[0]"_s);
    WhatIf scratch(digest);
    scratch.replaceMessage(0, {1, 2, 3});
    const auto values = scratch.values();
    QCOMPARE(values.front()->hex(), crypto::keccak256(Bytes{1, 2, 3}).hex());
    for (std::size_t step = 1; step < values.size(); ++step) { // every later step goes on from it
        const Bytes message = scratch.message(step, std::span(values).first(step));
        QVERIFY(equal(ByteView(message).first(32), values[step - 1]->view()));
        QVERIFY(values[step] != digest->steps[step].after);
    }
    scratch.undo();
    QVERIFY(scratch.isEmpty());
    Cancellation stop;
    stop.cancel();
    QVERIFY(scratch.values(stop).empty());
}

void TestExplore::overlapping_edits_are_refused() {
    const auto digest = explore(m_deep, u"rolling_hash:entries[0]"_s);
    WhatIf scratch(digest);
    QVERIFY(scratch.edit({0, {33, 32}, Bytes(32, 9), {}}));
    QVERIFY(!scratch.edit({0, {40, 1}, Bytes{1}, {}}));
    QVERIFY(scratch.edit({1, {40, 1}, Bytes{1}, {}})); // another step
    QVERIFY(!scratch.edit({0, {1000, 1}, Bytes{1}, {}}));
    QVERIFY(!scratch.edit({1000, {0, 1}, Bytes{1}, {}}));
    QCOMPARE(scratch.edits().size(), 2U);
}

void TestExplore::an_own_number_is_explained() {
    const auto digest = explore(m_deep, u"rolling_hash:entries[0]"_s);
    // The stated hash of a builder that hashes the last CALL_END with the call's own number.
    const std::size_t last = digest->steps.size() - 1;
    QCOMPARE(digest->steps[last].name, u"CALL_END"_s);
    QCOMPARE(digest->steps[last].remark, u"live cursor"_s);
    WhatIf builder(digest);
    const std::vector<PreimageField> fields = preimageFields(*digest, last);
    const auto number = std::ranges::find(fields, u"number"_s, &PreimageField::name);
    QVERIFY(builder.edit({last, number->bytes, *readField(FieldType::Number, 32, true, u"1"_s), {}}));
    const Hash32 wrong = *builder.values().back();
    const auto explained = explainFold(*digest, wrong);
    QVERIFY(explained.has_value());
    QCOMPARE(explained->step, last);
    QCOMPARE(explained->own, u"1"_s);
    QVERIFY(explained->live != explained->own);
    QVERIFY(!explainFold(*digest, digest->value));
    QVERIFY(!explainFold(*digest, crypto::keccak256(Bytes{1})));
    StepModel steps;
    steps.setDigest(digest, explained);
    const QModelIndex check = steps.index(static_cast<int>(last), StepModel::Check);
    QCOMPARE(check.data().toString(), u"Diverges here"_s);
    QCOMPARE(check.data(MeaningRole).value<Meaning>(), Meaning::Failed);
}

void TestExplore::traces_are_never_green() {
    // The events of the deep sample, told as if a trace had told them.
    Parts parts = m_deep;
    auto tree = std::make_shared<transition::Tree>(*parts.tree);
    for (transition::EntryOrder& order : tree->orders) {
        order.basis = transition::TreeBasis::trace;
    }
    parts.tree = tree;
    const auto digest = explore(parts, u"rolling_hash:entries[0]"_s);
    QCOMPARE(digest->told, Told::Trace);
    for (const DigestComparison& each : digest->comparisons) {
        QCOMPARE(each.meaning, Meaning::NotChecked);
    }
    DigestModel list;
    list.setParts(parts.table, parts.examined, parts.tree, parts.report);
    const int row = list.rowOf(u"rolling_hash:entries[0]"_s);
    QCOMPARE(list.index(row, DigestModel::Kind).data().toString(), u"rolling hash, from a trace"_s);
    QCOMPARE(list.index(row, DigestModel::Result).data().toString(), u"Trace agrees"_s);
    QCOMPARE(list.index(row, DigestModel::Result).data(MeaningRole).value<Meaning>(), Meaning::NotChecked);
    FieldModel fields;
    fields.setReport(parts.report);
    fields.setNode(parts.table, parts.tree, parts.examined, 1);
    const int last = fields.rowCount() - 1;
    QCOMPARE(fields.index(last, 0).data().toString(), u"rolling hash, recomputed"_s);
    QCOMPARE(fields.index(last, FieldModel::Value).data(MeaningRole).value<Meaning>(), Meaning::NotChecked);
    QCOMPARE(fields.index(last, 0).data(DigestRole).toString(), u"rolling_hash:entries[0]"_s);
    tree->entries[0].recomputed = crypto::keccak256(Bytes{7});
    list.setParts(parts.table, parts.examined, parts.tree, parts.report);
    QCOMPARE(list.index(row, DigestModel::Result).data(MeaningRole).value<Meaning>(), Meaning::Warning);
}

void TestExplore::logs_of_no_posting_are_never_green() {
    Parts parts = m_deep;
    auto report = std::make_shared<verify::Report>(*parts.report);
    report->rungs.at(static_cast<std::size_t>(verify::RungId::proof)).state = verify::RungState::not_checked;
    parts.report = report;
    const auto digest = explore(parts, u"rolling_hash:entries[0]"_s);
    QCOMPARE(digest->told, Told::Unbound);
    QCOMPARE(digest->comparisons.front().meaning, Meaning::NotChecked);
    DigestModel list;
    list.setParts(parts.table, parts.examined, parts.tree, parts.report);
    const int row = list.rowOf(u"rolling_hash:entries[0]"_s);
    QCOMPARE(list.index(row, DigestModel::Result).data().toString(), u"Logs agree"_s);
    QCOMPARE(list.index(row, DigestModel::Result).data(MeaningRole).value<Meaning>(), Meaning::NotChecked);
    // A digest that is equal is green only where the rung says so.
    report->rungs.at(static_cast<std::size_t>(verify::RungId::digest)).state = verify::RungState::not_checked;
    const auto observed = explore(parts, u"observation:sha2-256:calldata"_s);
    QCOMPARE(observed->comparisons.front().result, u"Equal"_s);
    QCOMPARE(observed->comparisons.front().meaning, Meaning::NotChecked);
}

void TestExplore::create2_addresses() {
    const Address manager = Address::parse("0x00000000000000000000000000000000000000aa").value();
    const digest::ProxiedAccount account{Address::parse("0x00000000000000000000000000000000000000bb").value(),
                                         U256(3)};
    const Bytes code{0x60, 0x80, 0x60, 0x40};
    const ExploredDigest digest =
        explored(digest::proxy_address_trace(manager, account, code), nullptr, Told::Stated);
    QVERIFY(holds(digest));
    QCOMPARE(digest.steps.size(), 3U);
    const auto links = linksOf(digest, 2); // 0xff, deployer, salt, hash of the code
    QCOMPARE(links.at(2), std::optional<std::size_t>(0));
    QCOMPARE(links.at(3), std::optional<std::size_t>(1));
    const auto shared = std::make_shared<const ExploredDigest>(digest);
    WhatIf scratch(shared);
    QVERIFY(scratch.edit({1, {0, 4}, Bytes{1, 2}, {}}));
    const auto values = scratch.values();
    QVERIFY(values[0] == digest.steps[0].after && values[2] != digest.steps[2].after);
}

void TestExplore::a_slice_leads_to_its_root() {
    const auto slice = digest::make_slice(*m_deep.table, m_deep.table->entries[0].destination_rollup.value());
    QVERIFY(slice.has_value());
    Parts parts;
    parts.slice = std::make_shared<const digest::Slice>(*slice);
    const std::vector<NamedDigest> more = moreDigests(parts);
    QCOMPARE(more.size(), slice->entries.size());
    for (const NamedDigest& each : more) {
        const auto digest = explore(parts, each.id);
        QVERIFY2(holds(*digest), qPrintable(each.id));
        QCOMPARE(digest->value.hex(), slice->root.hex());
        QVERIFY(digest->comparisons.front().meaning != Meaning::Passed);
    }
    // Larger trees, with leaves that have no neighbour.
    for (const std::uint64_t count : {1U, 2U, 3U, 5U, 8U, 13U}) {
        std::vector<Hash32> leaves;
        for (std::uint64_t i = 0; i < count; ++i) {
            leaves.push_back(U256(i + 1).to_word());
        }
        digest::Slice made = *slice;
        made.count = count;
        for (std::uint64_t i = 0; i < count; ++i) {
            made.entries = {{i, slice->entries[0].encoding, {}}};
            std::vector<Hash32> own = leaves;
            own[i] = digest::entry_hashes(*m_deep.table)[0];
            const digest::MerkleTree changed(crypto::HashFunction::sha2_256, own);
            made.root = changed.root();
            made.entries[0].path = changed.path(i);
            parts.slice = std::make_shared<const digest::Slice>(made);
            QCOMPARE(explore(parts, u"slice_entry:%1"_s.arg(i))->value.hex(), changed.root().hex());
        }
    }
}

void TestExplore::chain_digests_are_those_of_the_block() {
    const std::size_t block = m_deep.report->anchor_block.value();
    const chain::BlockEvidence& evidence = m_deep.evidence->blocks[block];
    const auto hash = explore(m_deep, u"block_hash:%1"_s.arg(block));
    QCOMPARE(hash->value.hex(), evidence.header.hash.hex());
    QCOMPARE(hash->steps.front().message.pieces.size(), evidence.header.fields.size() + 1); // and the prefix
    for (std::size_t i = 0; i < evidence.receipts.size(); ++i) {
        const QString place = u"%1:%2"_s.arg(block).arg(i);
        QCOMPARE(explore(m_deep, u"receipts_root:"_s + place)->value.hex(),
                 evidence.header.receipts_root.hex());
        QCOMPARE(explore(m_deep, u"transactions_root:"_s + place)->value.hex(),
                 evidence.header.transactions_root.hex());
        const auto transaction = explore(m_deep, u"transaction_hash:"_s + place);
        QCOMPARE(transaction->value.hex(), evidence.transactions[i].hash.hex());
    }
    // A receipt that was tampered with: shown, and not green.
    Parts parts = m_deep;
    auto forged = std::make_shared<verify::Evidence>(*parts.evidence);
    forged->blocks[block].receipts[0].cumulative_gas_used += 1;
    parts.evidence = forged;
    const auto root = explore(parts, u"receipts_root:%1:0"_s.arg(block));
    QVERIFY(root->value != evidence.header.receipts_root);
    QCOMPARE(root->comparisons.front().meaning, Meaning::Failed);
}

void TestExplore::ids_that_name_nothing() {
    for (const QString& id :
         {QString(), u"x"_s, u"entry_hash:entries[99]"_s, u"entry_hash:entries[x]"_s, u"entry_hash:"_s,
          u"call_hash:entries[0].calls[99]"_s, u"call_hash:entries[0].lookups[0].calls[0]"_s,
          u"rolling_hash:entries[18446744073709551616]"_s, u"rolling_hash:entries[0].lookups[0]"_s,
          u"observation:md5:file"_s, u"block_hash:99"_s, u"block_hash:-1"_s, u"transaction_hash:0:99"_s,
          u"receipts_root:0"_s, u"slice_entry:0"_s}) {
        const auto digest = explore(m_deep, id);
        QVERIFY2(digest && digest->isEmpty() && !digest->why.isEmpty(), qPrintable(id));
        QCOMPARE(digest->id, id);
        const auto nothing = explore(Parts(), id);
        QVERIFY(nothing->isEmpty());
    }
    QVERIFY(moreDigests(Parts()).empty());
    QCOMPARE(KnownDigests(Parts()).size(), 0U);
}

void TestExplore::steps_are_a_sound_model() {
    StepModel steps;
    PreimageModel fields;
    const QAbstractItemModelTester a(&steps, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const QAbstractItemModelTester b(&fields, QAbstractItemModelTester::FailureReportingMode::QtTest);
    const auto digest = explore(m_deep, u"rolling_hash:entries[0]"_s);
    steps.setDigest(digest, std::nullopt);
    QCOMPARE(steps.rowCount(), static_cast<int>(digest->steps.size() + digest->comparisons.size()));
    QVERIFY(steps.hasNumbers());
    QCOMPARE(steps.stepAt(0), std::optional<std::size_t>(0));
    QVERIFY(!steps.stepAt(static_cast<int>(digest->steps.size())));
    QCOMPARE(steps.index(0, StepModel::Before).data().toString(), u"0"_s);
    QCOMPARE(steps.index(0, StepModel::Check).data().toString(), u"Agrees"_s);
    fields.setFields(digest, 0, preimageFields(*digest, 0), {});
    QCOMPARE(fields.rowCount(), 3);
    QCOMPARE(fields.index(1, PreimageModel::Value).data().toString(), u"1  CALL_BEGIN"_s);
    QCOMPARE(fields.index(2, PreimageModel::BytesColumn).data().toString(), u"33–64"_s);
    QCOMPARE(fields.rowAtByte(40), 2);
    steps.setDigest(nullptr, std::nullopt);
    QCOMPARE(steps.rowCount(), 0);
}

void TestExplore::a_job_gives_only_its_latest_result() {
    QList<int> results;
    {
        LatestJob job;
        for (int i = 0; i < 20; ++i) {
            job.run<int>([i](const Cancellation&) { return i; }, [&results](int value) { results += value; });
        }
        QTRY_VERIFY(!job.isRunning());
        QCOMPARE(results, QList{19});
        job.run<int>([](const Cancellation&) { return 99; }, [&results](int value) { results += value; });
        job.cancel();
        QTest::qWait(30);
        job.run<int>([](const Cancellation&) { return 100; }, [&results](int value) { results += value; });
    }
    QTest::qWait(30); // the job is gone
    QCOMPARE(results, QList{19});
}

QTEST_GUILESS_MAIN(TestExplore)
#include "test_explore.moc"
