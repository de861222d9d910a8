// Ways through the tree, places that are found again, bookmarks, and what "Go to" finds and why it finds
// nothing.
#include "core/synth/synth.h"
#include "model/goto/place_index.h"
#include "model/items/finding_list_model.h"
#include "model/items/lanes.h"
#include "model/items/node_words.h"
#include "model/items/tree_walk.h"
#include "model/settings/bookmarks.h"
#include "model_test_support.h"
#include <QTemporaryDir>

using namespace Qt::StringLiterals;
using namespace anchorscope;
using namespace anchorscope::model;

namespace {

using Kind = PlaceHit::Kind;

std::vector<PlaceHit> hitsOf(const PlacesFound& found, Kind kind) {
    std::vector<PlaceHit> out;
    std::ranges::copy_if(found.hits, std::back_inserter(out),
                         [kind](const PlaceHit& hit) { return hit.kind == kind; });
    return out;
}

} // namespace

class TestPlaces : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() {
        m_case = loadSample(u"deep-reentry"_s);
        m_index = PlaceIndex::build({m_case.loaded.source, m_case.loaded.table, m_case.conclusion.tree,
                                     m_case.examined, wellKnownNames()},
                                    {});
        QVERIFY(m_index);
    }

    void callersAndCallees();
    void theSameDomainAndCrossings();
    void aLargeTreeIsWalkedAtOnce();
    void placesAreFoundAgain();
    void bookmarksAreKeptByFile();
    void bookmarksAreBounded();
    void numbers();
    void digests();
    void addressesSelectorsAndNames();
    void paths();
    void whyNothingIsFound_data();
    void whyNothingIsFound();
    void bytesWithoutATable();
    void aLargeTableIsSearchedAtOnce();
    void findingsAreGroupedAndFolded();

private:
    [[nodiscard]] const transition::Tree& tree() const { return *m_case.conclusion.tree; }
    [[nodiscard]] const table::ExecutionTable& table() const { return *m_case.loaded.table; }
    LoadedCase m_case;
    std::shared_ptr<const PlaceIndex> m_index;
};

void TestPlaces::callersAndCallees() {
    const TreeWalk walk(m_case.conclusion.tree);
    int returns = 0;
    for (quint32 node = 1; node < tree().nodes.size(); ++node) {
        const transition::Node& at = tree().nodes[node];
        QCOMPARE(walk.parent(node), std::optional(at.parent));
        if (at.kind == transition::NodeKind::call_return) {
            ++returns;
            QCOMPARE(walk.callee(node), std::optional(at.returns_from));
            QCOMPARE(walk.caller(node), walk.caller(at.returns_from));
        } else if (const auto callee = walk.callee(node)) {
            QVERIFY(*callee > node && *callee < at.subtree_end);
            QCOMPARE(walk.caller(*callee), std::optional(node));
        }
    }
    QVERIFY(returns > 0);
    QVERIFY(!walk.parent(0) && !walk.caller(0));
    QVERIFY(!walk.caller(static_cast<quint32>(tree().nodes.size())));
    QVERIFY(!TreeWalk().here(0, 1));
}

/// Against a plain search.
void TestPlaces::theSameDomainAndCrossings() {
    const TreeWalk walk(m_case.conclusion.tree);
    const auto count = static_cast<int>(tree().nodes.size());
    const auto stands = [this](int node) { return standingDomain(tree(), static_cast<quint32>(node)); };
    for (int node = 0; node < count; ++node) {
        for (const int step : {1, -1}) {
            std::optional<quint32> same, crossing;
            for (int other = node + step; other >= 0 && other < count; other += step) {
                if (!same && stands(other) == stands(node)) {
                    same = static_cast<quint32>(other);
                }
                if (!crossing && other > 0 && stands(other) != stands(other - 1)) {
                    crossing = static_cast<quint32>(other);
                }
            }
            QCOMPARE(walk.here(static_cast<quint32>(node), step), same);
            QCOMPARE(walk.crossing(static_cast<quint32>(node), step), crossing);
        }
    }
    QVERIFY(walk.crossing(0, 1));
}

void TestPlaces::aLargeTreeIsWalkedAtOnce() {
    constexpr quint32 calls = 100'000;
    auto large = std::make_shared<transition::Tree>();
    large->nodes.resize(calls + 1);
    large->nodes[0].subtree_end = calls + 1;
    for (quint32 i = 1; i <= calls; ++i) { // alternating domains
        large->nodes[i] = {
            transition::NodeKind::call,        transition::Outcome::unknown, 1, 0, i + 1, Domain{1},
            i % 2 == 0 ? l1_domain : Domain{2}};
    }
    const TreeWalk walk(large);
    QElapsedTimer timer;
    timer.start();
    quint32 node = 1, steps = 0;
    for (auto next = walk.here(node, 1); next; next = walk.here(node, 1)) {
        node = *next;
        ++steps;
    }
    QCOMPARE(steps, calls / 2 - 1);
    QVERIFY2(timer.elapsed() < 500, qPrintable(QString::number(timer.elapsed()))); // a search each: minutes
}

void TestPlaces::placesAreFoundAgain() {
    for (quint32 node = 0; node < tree().nodes.size(); ++node) {
        const Place place = keptPlace({node, {}, tree().range(table(), node), {}}, &table(), &tree());
        QCOMPARE(nodeOf(place, table(), tree()), std::optional(node));
    }
    Place moved = keptPlace({2, {}, tree().range(table(), 2), {}}, &table(), &tree());
    moved.node = 1; // as if a row before it had gone
    const auto again = nodeOf(moved, table(), tree());
    QVERIFY(again && textOf(tree().field_path(table(), *again)) == moved.nodePath);
    moved.nodePath = u"entries[77]"_s;
    QVERIFY(!nodeOf(moved, table(), tree()));
    QVERIFY(fits(moved, table().calldata().size()));
    moved.range = ByteRange{~std::uint64_t{0}, 2};
    QVERIFY(!fits(moved, table().calldata().size()));
}

void TestPlaces::bookmarksAreKeptByFile() {
    const QTemporaryDir folder;
    const QString file = folder.filePath(u"settings.ini"_s);
    const Hash32 one = Hash32::parse("0x" + std::string(64, '1')).value();
    const Hash32 two = Hash32::parse("0x" + std::string(64, '2')).value();
    const Bookmark late{{7, u"entries[1].calls[0]"_s, ByteRange{900, 96}, u"entries[1].calls[0].target"_s},
                        u"call\t1\n!"_s};
    const Bookmark early{{1, u"entries[0]"_s, ByteRange{100, 640}, u"entries[0]"_s}, u"entry 0"_s};
    {
        Settings settings(file);
        Bookmarks marks(&settings);
        QVERIFY(!marks.toggle(late)); // of which file?
        marks.setFile(one);
        QVERIFY(marks.toggle(late) && marks.toggle(early));
        marks.setFile(two);
        QVERIFY(marks.list().isEmpty());
        QVERIFY(marks.toggle(early));
    }
    Settings settings(file);
    Bookmarks marks(&settings);
    marks.setFile(one);
    QCOMPARE(marks.list().size(), 2);
    QCOMPARE(marks.list()[0], early);
    QCOMPARE(marks.list()[1].place, late.place);
    QCOMPARE(marks.list()[1].title, u"call 1 !"_s);
    QVERIFY(marks.contains(late.place));
    QVERIFY(marks.toggle(late)); // away
    marks.setFile({});
    marks.setFile(one);
    QCOMPARE(marks.list().size(), 1);
    settings.set(Setting::Bookmarks, QStringList{u"rubbish"_s, textOf(one.hex()) + u"\tx\t0\t1\ta\tb\tc"_s});
    marks.setFile(two);
    marks.setFile(one);
    QVERIFY(marks.list().isEmpty());
}

void TestPlaces::bookmarksAreBounded() {
    const QTemporaryDir folder;
    Settings settings(folder.filePath(u"settings.ini"_s));
    Bookmarks marks(&settings);
    for (int file = 0; file < Bookmarks::max_files; ++file) {
        Hash32 sha;
        sha.bytes[0] = static_cast<std::uint8_t>(file);
        marks.setFile(sha);
        QVERIFY(marks.toggle({{0, {}, ByteRange{0, 1}, {}}, {}}));
    }
    QCOMPARE(settings.get(Setting::Bookmarks).toStringList().size(), Bookmarks::max_files);
    Hash32 last;
    last.bytes[1] = 1;
    marks.setFile(last);
    for (quint32 node = 0; node < Bookmarks::max_marks + 5; ++node) {
        QCOMPARE(marks.toggle({{node, {}, ByteRange{node, 1}, {}}, {}}), node < Bookmarks::max_marks);
    }
    QCOMPARE(settings.get(Setting::Bookmarks).toStringList().size(),
             Bookmarks::max_files - 1 + Bookmarks::max_marks);
    marks.setFile(Hash32{}); // the first was pushed out
    QVERIFY(marks.list().isEmpty());
}

void TestPlaces::numbers() {
    const PlacesFound step = m_index->find(u"step 2"_s, 50);
    QCOMPARE(step.hits.size(), 1);
    QCOMPARE(step.hits[0].node, std::optional<quint32>(2));
    const PlacesFound entry = m_index->find(u"  ENTRY   0 "_s, 50);
    QCOMPARE(entry.hits.size(), 1);
    QCOMPARE(tree().nodes[*entry.hits[0].node].kind, transition::NodeKind::entry);
    for (const QString& text : {u"offset 0x1f4"_s, u"offset 500"_s, u"byte 500"_s, u"@ 500"_s}) {
        const PlacesFound offset = m_index->find(text, 50);
        QCOMPARE(offset.hits.size(), 1);
        QCOMPARE(offset.hits[0].range, std::optional(ByteRange{500, 1}));
        QVERIFY(offset.hits[0].detail.contains(textOf(table::field_at(table(), 500)->path)));
    }
    const PlacesFound any = m_index->find(u"0"_s, 50); // an entry, a step and a byte
    QCOMPARE(hitsOf(any, Kind::Entry).size(), 1U);
    QCOMPARE(hitsOf(any, Kind::Step).size(), 1U);
    QCOMPARE(hitsOf(any, Kind::Offset).size(), 1U);
    QCOMPARE(hitsOf(m_index->find(u"0x1f4"_s, 50), Kind::Offset).size(), 1U);
}

void TestPlaces::digests() {
    const table::Entry& entry = table().entries[0];
    const auto check = [this](const Hash32& value, Kind kind, qsizetype digits) {
        const PlacesFound found = m_index->find(hexText(value.view()).first(2 + digits), 50);
        const auto hits = hitsOf(found, kind);
        QVERIFY2(!hits.empty(), qPrintable(found.why));
        QCOMPARE(hits[0].full, hexText(value.view()));
        QVERIFY(hits[0].node.has_value());
        // It is gone to where these very bytes stand.
        if (hits[0].range->length == 32) {
            QVERIFY(equal(slice(table().calldata(), *hits[0].range), value.view()));
            QVERIFY2(!hits[0].path.isEmpty(), qPrintable(hits[0].detail));
        }
    };
    for (const qsizetype digits : {64, 10, 8}) {
        check(entry.rolling_hash, Kind::Digest, digits);
        check(entry.proxy_entry_hash, Kind::Digest, digits);
        check(entry.deltas[0].new_state, Kind::State, digits);
    }
    for (const digest::Digest& each : m_case.examined->digests) {
        check(each.value, Kind::Digest, 64);
    }
    const PlacesFound upper =
        m_index->find(hexText(entry.rolling_hash.view()).toUpper().replace(u"0X"_s, u"0x"_s), 50);
    QVERIFY(!upper.hits.isEmpty());
}

void TestPlaces::addressesSelectorsAndNames() {
    const NodeWords words(table(), tree());
    quint32 node = 0;
    while (!words.knownCall(node) || words.knownCall(node)->data.size() < 4) {
        QVERIFY(++node < tree().nodes.size());
    }
    const KnownCall call = *words.knownCall(node);
    const auto holds = [node](const std::vector<PlaceHit>& hits) {
        return std::ranges::any_of(hits, [node](const PlaceHit& hit) { return hit.node == node; });
    };
    QVERIFY(holds(hitsOf(m_index->find(textOf(call.target.hex()), 50), Kind::Address)));
    QVERIFY(holds(hitsOf(m_index->find(textOf(call.target.hex()).first(12), 50), Kind::Address)));
    QVERIFY(holds(hitsOf(m_index->find(hexText(call.data.first(4)), 50), Kind::Selector)));
    const QString name = functionText(call.data, *wellKnownNames());
    QVERIFY(holds(hitsOf(m_index->find(name.toUpper(), 50), Kind::Function)));
    const PlacesFound few = m_index->find(textOf(call.target.hex()), 1);
    QCOMPARE(few.hits.size(), 1);
}

void TestPlaces::paths() {
    const QString entry = textOf(table().entry_path(0));
    const PlacesFound whole = m_index->find(entry, 50);
    QCOMPARE(whole.hits.size(), 1);
    const auto rows = table::field_rows(table().entry_value(0), table().entry_path(0));
    const auto row = std::ranges::find(rows, std::string("rollingHash"), &table::FieldRow::name);
    QVERIFY(row != rows.end());
    const PlacesFound field = m_index->find(textOf(row->path), 50);
    QCOMPARE(field.hits[0].kind, Kind::Field);
    QCOMPARE(field.hits[0].range, std::optional(row->range));
}

void TestPlaces::whyNothingIsFound_data() {
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("why");
    QTest::newRow("step") << u"step 99999"_s << u"The last step is"_s;
    QTest::newRow("entry") << u"entry 99999"_s << u"The last entry is"_s;
    QTest::newRow("offset") << u"offset 99999999"_s << u"the last byte is"_s;
    QTest::newRow("number") << u"99999999"_s << u"the last byte is"_s;
    QTest::newRow("huge") << u"step 99999999999999999999999"_s << u"larger"_s;
    QTest::newRow("digest") << u"0x1234567890123456789012345678901234567890123456789012345678901234"_s
                            << u"begins with 0x1234"_s;
    QTest::newRow("no hex") << u"0x12g4"_s << u"hex digits only"_s;
    QTest::newRow("too long") << u"0x"_s + QString(65, u'1') << u"64 hex digits"_s;
    QTest::newRow("much too long") << QString(5000, u'a') << u"too long"_s;
    QTest::newRow("name") << u"noSuchFunction"_s << u"nosuchfunction"_s;
    QTest::newRow("path") << u"entries[99].x"_s << u"no entry or field"_s;
    QTest::newRow("nothing typed") << QString() << QString();
    QTest::newRow("prefix alone") << u"0x"_s << QString();
}

void TestPlaces::whyNothingIsFound() {
    QFETCH(const QString, text);
    QFETCH(const QString, why);
    const PlacesFound found = m_index->find(text, 50);
    QVERIFY(found.hits.isEmpty());
    QVERIFY2(why.isEmpty() ? found.why.isEmpty() : found.why.contains(why), qPrintable(found.why));
}

void TestPlaces::bytesWithoutATable() {
    auto source = std::make_shared<table::TableSource>();
    source->file.resize(10);
    const auto index = PlaceIndex::build({source, nullptr, nullptr, nullptr, nullptr}, {});
    QCOMPARE(index->find(u"3"_s, 50).hits.size(), 1);
    QVERIFY(index->find(u"0xabcd"_s, 50).hits.isEmpty());
    QVERIFY(!index->find(u"step 0"_s, 50).why.isEmpty());
    Cancellation stopped;
    stopped.cancel();
    QVERIFY(!PlaceIndex::build({source, nullptr, nullptr, nullptr, nullptr}, stopped));
}

/// Sorting is the worker's; no question afterwards takes a noticeable time, however many places fit.
void TestPlaces::aLargeTableIsSearchedAtOnce() {
    synth::Options options;
    options.entries = 20'000;
    options.calls = 2;
    auto loaded = loadTable(u"table.bin"_s, synth::make_calldata(options).value(), {});
    QVERIFY(loaded.table);
    const auto large = std::make_shared<const transition::Tree>(transition::build_tree(*loaded.table, {}));
    QVERIFY(large->nodes.size() > 80'000);
    QElapsedTimer timer;
    timer.start();
    const auto index = PlaceIndex::build({loaded.source, loaded.table, large, nullptr, wellKnownNames()}, {});
    const qint64 built = timer.restart();
    qInfo("%zu nodes sorted in %lld ms", large->nodes.size(), static_cast<long long>(built));
    const QString digest = hexText(loaded.table->entries[19'999].rolling_hash.view());
    for (const QString& text :
         {u"step 77777"_s, u"entry 19999"_s, digest, digest.first(6), u"0x00"_s, u"e"_s,
          u"entries[19999].rollingHash"_s, u"offset 1000000"_s, u"nothing of that kind"_s}) {
        timer.restart();
        const PlacesFound found = index->find(text, 200);
        QVERIFY2(timer.elapsed() < 200, qPrintable(u"%1: %2 ms"_s.arg(text).arg(timer.elapsed())));
        QVERIFY(found.hits.size() <= 210);
        qInfo("%s: %lld hits in %lld us", qPrintable(text.left(20)),
              static_cast<long long>(found.hits.size()), static_cast<long long>(timer.nsecsElapsed() / 1000));
    }
    QVERIFY(!index->find(digest, 200).hits.isEmpty());
}

void TestPlaces::findingsAreGroupedAndFolded() {
    FindingModel all;
    const auto finding = [](Severity severity, const char* rule, const char* place) {
        return Finding{rule, severity, place, {}, "text"};
    };
    all.setFindings(nullptr, nullptr,
                    {finding(Severity::info, "a", "entries[1]"),
                     finding(Severity::error, "b", "entries[1].x"), finding(Severity::warning, "a", ""),
                     finding(Severity::error, "a", "entries[2].y")});
    FindingListModel list(&all);
    QCOMPARE(list.rowCount(), 4);
    for (int row = 0; row < 4; ++row) {
        QCOMPARE(list.findingAt(row), row);
    }
    QCOMPARE(list.count(Severity::error), 2);
    list.setShown(Severity::info, false);
    QCOMPARE(list.rowCount(), 3);
    QCOMPARE(list.count(Severity::info), 1); // still counted
    list.setGroup(FindingListModel::Group::Rule);
    QCOMPARE(list.rowCount(), 5);
    QVERIFY(list.isHeading(0) && !list.isHeading(1));
    QCOMPARE(list.index(0, FindingModel::Text).data().toString(), u"b"_s);
    QCOMPARE(list.index(2, FindingModel::Text).data().toString(), u"a"_s);
    QCOMPARE(list.index(2, 0).data().toString(), u"2"_s);
    list.setFolded(2, true);
    QCOMPARE(list.rowCount(), 3);
    QVERIFY(list.index(2, 0).data(FindingListModel::FoldedRole).toBool());
    QCOMPARE(list.rowOf(2), -1);
    QVERIFY(list.findingAt(list.reveal(2)) == 2); // unfolds
    QVERIFY(list.findingAt(list.reveal(3)) == 3); // wants the severity again
    QVERIFY(list.isShown(Severity::info));
    list.setGroup(FindingListModel::Group::Place);
    QCOMPARE(list.index(0, FindingModel::Text).data().toString(), u"entries[1]"_s);
    QCOMPARE(list.index(0, 0).data().toString(), u"2"_s); // the error and the note of one entry
    list.setGroup(FindingListModel::Group::Severity);
    QCOMPARE(list.index(0, 0).data(MeaningRole).value<Meaning>(), Meaning::Failed);
    all.setFindings(nullptr, nullptr, {});
    QCOMPARE(list.rowCount(), 0);
    QCOMPARE(list.reveal(0), -1);
}

QTEST_GUILESS_MAIN(TestPlaces)
#include "test_places.moc"
