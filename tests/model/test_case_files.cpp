// Case files through the session: saved, opened again, and what a forger can write into one.
#include "core/chain/evidence_file.h"
#include "core/codec/json.h"
#include "core/codec/rlp.h"
#include "core/report/json_report.h"
#include "model/items/texts.h"
#include "model/session/case_work.h"
#include "model/session/case_writer.h"
#include "model/session/samples.h"
#include "tests/model/model_test_support.h"
#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>
#include <random>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;
using verify::Verdict;

namespace {

const QString sound = u":/samples/deep-reentry"_s;

Bytes contentsOf(const QString& path) { return readFile(path, max_evidence_bytes).value(); }
Bytes bytesOf(std::string_view text) {
    const ByteView view = bytes_of(text);
    return {view.begin(), view.end()};
}
std::string textOf(const Bytes& bytes) { return {bytes.begin(), bytes.end()}; }

/// The deep-reentry sample as a case that no compiled-in pin knows: a second block lies beside the anchor's.
struct Stranger {
    Stranger() {
        (void)samples();
        const auto evidence = [](const QString& id) {
            return chain::read_evidence(::textOf(contentsOf(u":/samples/%1/evidence.json"_s.arg(id))), "e")
                .value();
        };
        const chain::EvidenceFile own = evidence(u"deep-reentry"_s);
        block = own.blocks.front();
        content.table = contentsOf(sound + u"/table.hex"_s);
        content.tableIsHex = true;
        content.envelope = contentsOf(sound + u"/envelope.json"_s);
        content.evidenceChain = own.chain_id;
        content.blocks = own.blocks;
        content.blocks.push_back(evidence(u"rollup-table"_s).blocks.front());
    }

    CaseContent content;
    chain::BlockEvidence block; ///< the anchor's

    [[nodiscard]] verify::Pin pin() const { return {77001, block.header.number, block.header.hash, "user"}; }
};

struct Outcome {
    Verdict verdict{};
    int exit = -1;
    std::string json;
    std::vector<Finding> findings;
};

/// Opens in a session, as the programs do.
Outcome opened(const CaseFiles& files, const VerifyOptions& options = {}, Session* keep = nullptr) {
    Session own;
    Session& session = keep != nullptr ? *keep : own;
    bool ended = false;
    const auto ends = QObject::connect(&session, &Session::finished, [&ended] { ended = true; });
    session.setOptions(options);
    session.open(files);
    const bool in_time = QTest::qWaitFor([&ended] { return ended; }, 20'000);
    QObject::disconnect(ends);
    if (!in_time || !session.parts().report) {
        return {};
    }
    const Parts& parts = session.parts();
    return {parts.report->verdict, verify::exit_status(*parts.report),
            report::verify_json(*parts.report,
                                {*parts.request, *parts.evidence, parts.examined.get(), parts.tree.get()},
                                {"test", "0"}),
            parts.report->findings};
}

bool holds(const std::vector<Finding>& findings, std::string_view rule) {
    return std::ranges::find(findings, rule, &Finding::rule) != findings.end();
}

} // namespace

class TestCaseFiles : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }
    void samples_keep_their_verdict_data();
    void samples_keep_their_verdict();
    void without_a_pin_nothing_is_verified();
    void traces_of_a_file_prove_nothing();
    void reports_name_the_case();
    void a_forged_case_is_never_verified();
    void what_a_case_states_decides_nothing();
    void flipped_bits_are_malformed();
    void what_is_no_case_stays_a_table();
    void files_go_before_parts();
    void unknown_parts_are_kept();
    void what_is_stored_of_the_evidence();
    void a_pin_of_a_newer_block_reaches_down();
    void saving_replaces_whole_or_not_at_all();

private:
    [[nodiscard]] QString path(const QString& name = u"saved.anchorcase"_s) const {
        return m_folder->filePath(name);
    }
    [[nodiscard]] QString put(const QString& name, const Bytes& bytes) const {
        QFile file(path(name));
        const bool written =
            file.open(QIODevice::WriteOnly) &&
            file.write(reinterpret_cast<const char*>(bytes.data()), static_cast<qint64>(bytes.size())) >= 0;
        return written ? path(name) : QString();
    }
    [[nodiscard]] CaseFiles saved(const CaseContent& content,
                                  const QString& name = u"saved.anchorcase"_s) const {
        return CaseFiles::discover(put(name, caseBytes(content).value()));
    }
    std::unique_ptr<QTemporaryDir> m_folder;
};

void TestCaseFiles::samples_keep_their_verdict_data() {
    QTest::addColumn<int>("index");
    for (int index = 0; index < samples().size(); ++index) {
        QTest::newRow(qPrintable(samples().at(index).id)) << index;
    }
}

/// Opened as folders and as saved cases, the samples are judged alike; saved again, they are the same bytes.
void TestCaseFiles::samples_keep_their_verdict() {
    QFETCH(int, index);
    const Sample& sample = samples().at(index);
    Session session;
    QCOMPARE(opened(CaseFiles::discover(sample.folder), {}, &session).verdict, sample.expected);
    QVERIFY(session.saveCase(path()).has_value());
    Session again;
    const Outcome outcome = opened(CaseFiles::discover(path()), {}, &again);
    QCOMPARE(outcome.verdict, sample.expected);
    QVERIFY(again.saveCase(path(u"again.anchorcase"_s)).has_value());
    QCOMPARE(contentsOf(path(u"again.anchorcase"_s)), contentsOf(path()));
    // The table and the envelope are the files' own bytes.
    const auto unpacked = unpackCase(u"c"_s, contentsOf(path()));
    QVERIFY(unpacked.has_value());
    QCOMPARE(unpacked->table.bytes, contentsOf(sample.folder + u"/table.hex"_s));
    const QString envelope = sample.folder + u"/envelope.json"_s;
    const casefile::Part* const part = unpacked->rest->part(casefile::names::envelope);
    QCOMPARE(part != nullptr, QFile::exists(envelope));
    QVERIFY(part == nullptr || part->bytes == contentsOf(envelope));
}

void TestCaseFiles::without_a_pin_nothing_is_verified() {
    const Stranger stranger;
    const CaseFiles files = saved(stranger.content);
    const Outcome offline = opened(files);
    QCOMPARE(offline.verdict, Verdict::unproven);
    QCOMPARE(offline.exit, 4);
    VerifyOptions pinned;
    pinned.pins = {stranger.pin()};
    const Outcome known = opened(files, pinned);
    QCOMPARE(known.verdict, Verdict::verified);
    QCOMPARE(known.exit, 0);
    pinned.pins.front().hash.bytes[0] ^= 1U;
    QCOMPARE(opened(files, pinned).exit, 1);
    // With options changed afterwards, the parts are still there.
    Session session;
    QCOMPARE(opened(files, {}, &session).exit, 4);
    pinned.pins = {stranger.pin()};
    session.setOptions(pinned);
    QVERIFY(QTest::qWaitFor([&] { return session.phase() == Session::Phase::done; }, 20'000));
    QCOMPARE(session.parts().report->verdict, Verdict::verified);
}

/// A recorded run holds the trace that shows its table in an inner call. It is read, named, and proves
/// nothing.
void TestCaseFiles::traces_of_a_file_prove_nothing() {
    const LoadedCase run = loadRun(u"counter"_s);
    const verify::Evidence& evidence = *run.prepared.evidence;
    QCOMPARE(evidence.traces.size(), std::size_t{3});
    for (const verify::TraceEvidence& trace : evidence.traces) {
        QVERIFY(trace.source == (chain::Source{chain::SourceKind::file, "chain.json"}));
    }
    verify::Request request = *run.prepared.request;
    for (const chain::BlockEvidence& block : evidence.blocks) {
        request.pins.push_back({{}, block.header.number, block.header.hash, "user"});
    }
    request.also = {verify::RungId::proof};
    const auto tree = verify::tree_for(request, evidence);
    const auto report = verify::verify(request, evidence, run.examined.get(), tree.get());
    const verify::Rung& proof = report.rungs[static_cast<std::size_t>(verify::RungId::proof)];
    QCOMPARE(std::string(proof.rule), "proof.trace_of_file");
    QVERIFY(proof.state == verify::RungState::not_checked);
    QVERIFY2(proof.detail.find("supplied by the case (chain.json)") != std::string::npos,
             proof.detail.c_str());
    QVERIFY(report.verdict == Verdict::unproven);
}

void TestCaseFiles::reports_name_the_case() {
    const CaseFiles files = saved(Stranger().content);
    const codec::Json json = codec::parse_json(opened(files).json).value();
    const codec::Json& input = json.at("input");
    QCOMPARE(input.at("path").get<std::string>(), std::string("table.hex"));
    QCOMPARE(input.at("case").at("path").get<std::string>(), std::string("saved.anchorcase"));
    QCOMPARE(input.at("case").at("sha256").get<std::string>(), crypto::sha256(contentsOf(path())).hex());
    QCOMPARE(input.at("case").at("bytes").get<std::size_t>(), contentsOf(path()).size());
    const codec::Json plain = codec::parse_json(opened(CaseFiles::discover(sound)).json).value();
    QVERIFY(!plain.at("input").contains("case"));
}

/// Header, tries, receipt, envelope and manifest fit together; the block was never mined.
void TestCaseFiles::a_forged_case_is_never_verified() {
    const Stranger stranger;
    CaseContent forged = stranger.content;
    Bytes rlp = stranger.block.header.rlp;
    const Bytes zero(32); // parentHash is the first field: any other one makes another block
    std::copy(zero.begin(), zero.end(), rlp.begin() + 4); // 0xf9, two bytes of length, 0xa0
    chain::BlockEvidence& block = forged.blocks.front();
    block.header = chain::decode_header(rlp).value();
    block.source = {chain::SourceKind::file, "forged"};
    block.seal();
    QVERIFY(block.receipts_proven && block.header.hash != stranger.block.header.hash);
    codec::Json envelope = codec::parse_json(::textOf(*forged.envelope)).value();
    envelope["block_hash"] = block.header.hash.hex();
    forged.envelope = bytesOf(envelope.dump());
    forged.settings.chain_id = 77001;
    // Whatever a forger may hope to be read.
    const std::string pin = "77001:" + std::to_string(block.header.number) + ":" + block.header.hash.hex();
    forged.otherParts = {{"pins.json", bytesOf("[\"" + pin + "\"]")}, {"pin-block", bytesOf(pin)}};

    const CaseFiles files = saved(forged);
    QCOMPARE(opened(files).exit, 4);
    VerifyOptions options;
    options.policy = verify::Policy::inclusion; // all that such a case can reach, and it says so
    QCOMPARE(opened(files, options).exit, 0);
    options.policy = verify::Policy::block;
    options.pins = {stranger.pin()};
    QCOMPARE(opened(files, options).verdict, Verdict::mismatch);
}

void TestCaseFiles::what_a_case_states_decides_nothing() {
    Stranger stranger;
    stranger.content.settings.chain_id = 1; // of a chain that it is not
    stranger.content.settings.contract = Address{};
    stranger.content.settings.manager = Address{};
    VerifyOptions pinned;
    pinned.pins = {stranger.pin()};
    Session session;
    const Outcome outcome = opened(saved(stranger.content), pinned, &session);
    QCOMPARE(outcome.verdict, Verdict::verified);
    QVERIFY(holds(outcome.findings, "case.settings"));
    const verify::Expectations& expect = session.parts().request->expect;
    QVERIFY(!expect.chain_id && !expect.contract && !expect.manager);
    // Saved again, the hint stays; what the user states goes before it.
    QCOMPARE(caseContent(session.parts())->settings, stranger.content.settings);
    VerifyOptions stating = pinned;
    stating.expect.chain_id = 77001;
    Session second;
    (void)opened(saved(stranger.content), stating, &second);
    QCOMPARE(caseContent(second.parts())->settings.chain_id, std::optional<std::uint64_t>(77001));
}

/// core's test flips every bit; here that the programs say "malformed", and with the pin, too.
void TestCaseFiles::flipped_bits_are_malformed() {
    const Stranger stranger;
    VerifyOptions pinned;
    pinned.pins = {stranger.pin()};
    const Bytes file = caseBytes(stranger.content).value();
    std::mt19937_64 random(7);
    for (int i = 0; i < 200; ++i) {
        Bytes changed = file;
        changed[random() % file.size()] ^= static_cast<std::uint8_t>(1U << (random() % 8));
        LoadedTable loaded = loadInput(u"c.anchorcase"_s, changed, {});
        QVERIFY(loaded.malformed.has_value());
        QVERIFY(loaded.container == nullptr);
        const Prepared prepared = prepare(CaseFiles(), pinned, loaded).value();
        QCOMPARE(conclude(prepared, nullptr).report->verdict, Verdict::malformed);
    }
    Bytes changed = file;
    changed[file.size() / 2] ^= 1U;
    const Outcome outcome = opened(CaseFiles::discover(put(u"flipped.anchorcase"_s, changed)), pinned);
    QCOMPARE(outcome.exit, 3);
}

void TestCaseFiles::what_is_no_case_stays_a_table() {
    const Bytes table = contentsOf(sound + u"/table.hex"_s);
    QVERIFY(!isCaseFile(u"table.hex"_s, table));
    QVERIFY(isCaseFile(u"table.anchorcase"_s, table)); // the name promises a case
    QCOMPARE(loadInput(u"t.anchorcase"_s, table, {}).malformed->rule, casefile::rules::case_mimetype);
    const Bytes other = bytesOf("PK\x03\x04 some other zip file");
    QVERIFY(!isCaseFile(u"other.zip"_s, other));
    QVERIFY(!loadInput(u"other.zip"_s, other, {}).malformed); // an opaque observation
    // Whatever it is called, a case is seen by its first bytes.
    QVERIFY(loadInput(u"download"_s, caseBytes(Stranger().content).value(), {}).container != nullptr);
    // Settings that are not what the program writes.
    CaseContent content = Stranger().content;
    content.otherParts = {{"settings.json", bytesOf("{\"schema\":\"anchorscope.settings/1\"}")}};
    const auto refused = loadInput(u"c"_s, caseBytes(content).value(), {});
    QCOMPARE(refused.malformed->rule, casefile::rules::case_settings);
}

void TestCaseFiles::files_go_before_parts() {
    const Stranger stranger;
    VerifyOptions pinned;
    pinned.pins = {stranger.pin()};
    CaseFiles files = saved(stranger.content);
    files.envelope = put(u"broken.json"_s, bytesOf("{}"));
    QCOMPARE(opened(files, pinned).exit, 3);
    files = saved(stranger.content);
    files.caseEvidence = false;
    const Outcome bare = opened(files, pinned);
    QCOMPARE(bare.verdict, Verdict::unproven);
    files.evidence = {
        put(u"evidence.json"_s, bytesOf(chain::write_evidence(77001, std::vector{stranger.block})))};
    QCOMPARE(opened(files, pinned).verdict, Verdict::verified);
    files.caseEnvelope = false;
    QVERIFY(opened(files, pinned).verdict != Verdict::verified);
}

void TestCaseFiles::unknown_parts_are_kept() {
    Stranger stranger;
    stranger.content.otherParts = {{"light-client.bin", Bytes{0, 1, 2, 255}}, {"read.me", {}}};
    Session session;
    (void)opened(saved(stranger.content), {}, &session);
    QVERIFY(session.saveCase(path(u"again.anchorcase"_s)).has_value());
    QCOMPARE(contentsOf(path(u"again.anchorcase"_s)), contentsOf(path()));
    const auto unpacked = unpackCase(u"c"_s, contentsOf(path(u"again.anchorcase"_s)));
    QCOMPARE(unpacked->rest->unknownParts(), stranger.content.otherParts);
}

void TestCaseFiles::what_is_stored_of_the_evidence() {
    const Stranger stranger;
    const std::vector<chain::BlockEvidence> blocks = stranger.content.blocks;
    QCOMPARE(blocks.size(), std::size_t{2});
    chain::BlockEvidence bare = blocks[0]; // the same block, without its transactions
    bare.transactions.clear();
    bare.bodies_known = false;
    bare.seal();
    chain::BlockEvidence lie = blocks[1]; // an endpoint's, whose receipts are not those of the header
    lie.receipts.front().cumulative_gas_used += 1;
    lie.source = {chain::SourceKind::endpoint, "liar"};
    lie.seal();
    QVERIFY(!lie.receipts_proven);
    CaseContent content = stranger.content;
    content.blocks = {lie, blocks[1], bare, blocks[0], blocks[1]};
    QCOMPARE(caseBytes(content).value(), caseBytes(stranger.content).value());
    const auto stored = storableBlocks(content.blocks);
    QCOMPARE(stored.size(), std::size_t{2});
    QVERIFY(stored[0].header.number < stored[1].header.number);
    QVERIFY(stored[0].transactions_proven);
    lie.source.kind = chain::SourceKind::file; // the user's own file: nothing of it is lost
    QCOMPARE(storableBlocks({lie}).size(), std::size_t{1});
    // One file and nobody asked: the file as it is, in its own order of blocks.
    CaseContent as_it_is = stranger.content;
    as_it_is.evidence = bytesOf(chain::write_evidence(77001, std::vector{blocks[1], blocks[0]}));
    Session session;
    (void)opened(saved(as_it_is), {}, &session);
    QCOMPARE(caseContent(session.parts())->evidence, as_it_is.evidence);
    // Parts of a block: both, unless the whole is there.
    const chain::BlockEvidence first = chain::partial_of(blocks[0], std::vector<std::size_t>{0}).value();
    const chain::BlockEvidence last =
        chain::partial_of(blocks[0], std::vector{blocks[0].receipts.size() - 1}).value();
    QCOMPARE(storableBlocks({last, first, last}).size(), std::size_t{2});
    QCOMPARE(storableBlocks({first, blocks[0], last}).size(), std::size_t{1});
    QVERIFY(storableBlocks({first, blocks[0], last}).front().whole());
    content.blocks.clear();
    QVERIFY(unpackCase(u"c"_s, caseBytes(content).value())->rest->part(casefile::names::evidence) == nullptr);
}

/// Headers in the case lead from the user's pin to the anchor's block, and from nothing else.
void TestCaseFiles::a_pin_of_a_newer_block_reaches_down() {
    const Stranger stranger;
    const chain::Header& anchor = stranger.block.header;
    QVERIFY(anchor.number < 0x7f);
    Bytes child = anchor.rlp; // its child: parentHash is the first field, number the ninth
    constexpr std::size_t parent_at = 4;
    constexpr std::size_t number_at = 3 + 2 * 33 + 21 + 3 * 33 + 259 + 1;
    std::ranges::copy(anchor.hash.bytes, child.begin() + parent_at);
    QCOMPARE(child[number_at], static_cast<std::uint8_t>(anchor.number));
    child[number_at] += 1;
    const chain::Header newer = chain::decode_header(child).value();
    chain::HeaderWalk walk(newer.number, newer.hash);
    QVERIFY(walk.append(newer.rlp) && walk.append(anchor.rlp));
    CaseContent content = stranger.content;
    content.ancestry = walk;
    const CaseFiles files = saved(content);
    QCOMPARE(opened(files).exit, 4);
    VerifyOptions options;
    options.pins = {{77001, newer.number, newer.hash, "user"}};
    QCOMPARE(opened(files, options).verdict, Verdict::verified);
    QCOMPARE(opened(saved(stranger.content, u"without.anchorcase"_s), options).verdict, Verdict::unproven);
    options.pins.front().hash.bytes[0] ^= 1U;
    QCOMPARE(opened(files, options).verdict, Verdict::unproven);
}

void TestCaseFiles::saving_replaces_whole_or_not_at_all() {
    Session session;
    QVERIFY(!session.saveCase(path()).has_value()); // nothing is open
    (void)opened(CaseFiles::discover(sound), {}, &session);
    const QString there = put(u"there.anchorcase"_s, bytesOf("what was there"));
    QVERIFY(session.saveCase(there).has_value());
    QVERIFY(casefile::looks_like_case(contentsOf(there)));
    QCOMPARE(QDir(m_folder->path()).entryList(QDir::Files), QStringList{u"there.anchorcase"_s});
    const auto refused = session.saveCase(m_folder->filePath(u"no/such/folder/c.anchorcase"_s));
    QVERIFY(!refused.has_value());
    QVERIFY(refused.error().contains(u"no/such/folder"_s));
}

QTEST_GUILESS_MAIN(TestCaseFiles)
#include "test_case_files.moc"
