// Geometry of the sequence diagram as plain structs, measures of LOOK 10.
#include "qt_warnings.h"
#include "sequence_support.h"
#include <QElapsedTimer>

using namespace anchorscope;
using paint::MessageKind;
using paint::SequenceLayout;
using paint::SequenceMessage;
using Metrics = paint::SequenceMetrics;

namespace {

SequenceLayout layoutOf(const transition::Tree& tree, const std::vector<bool>& folded = {}) {
    static const table::ExecutionTable none;
    SequenceLayout layout = paint::layOutSequence({&none, &tree}, folded);
    layout.spread(900);
    return layout;
}

/// "call 0.0>1.0": lifeline and level at both ends, one message a line.
QString text(const SequenceLayout& layout) {
    static const QStringList kinds{QStringLiteral("start"),  QStringLiteral("call"), QStringLiteral("return"),
                                   QStringLiteral("lookup"), QStringLiteral("span"), QStringLiteral("note")};
    QStringList lines;
    for (const SequenceMessage& each : layout.messages) {
        lines += QStringLiteral("%1 %2.%3>%4.%5")
                     .arg(kinds[static_cast<int>(each.kind)])
                     .arg(each.from)
                     .arg(each.from_level)
                     .arg(each.to)
                     .arg(each.to_level);
    }
    return lines.join(u'\n');
}

/// The case of the design's picture: entry into Rollup 1; entry into Rollup 2, back into L1, nested into
/// Rollup 1 and back; then a call that is rolled back.
transition::Tree picture() {
    test::HandTree tree;
    tree.entry(0, 1).back();
    tree.entry(0, 2).call(2, 0).nested(0, 1).call(1, 0).back().back().back();
    tree.span(1).call(2, 0).back().close();
    tree.back();
    return tree.done();
}

bool overlaps(const QRectF& label, const QRectF& bar) {
    return label.width() > 0.5 && label.intersects(bar.adjusted(0.5, 0.5, -0.5, -0.5));
}

} // namespace

class TestSequenceLayout : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void initTestCase() { test::startUi(); }
    void cleanup() { QCOMPARE(test::qtWarnings(), QStringList()); }

    void arrowsLeadFromBarToBar() {
        const transition::Tree tree = picture();
        const SequenceLayout layout = layoutOf(tree);
        QCOMPARE(layout.lifelines.size(), std::size_t{3});
        QCOMPARE(text(layout), QStringLiteral("start 0.-1>0.0\n"
                                              "call 0.0>1.0\n"
                                              "return 1.0>0.0\n"
                                              "call 0.0>2.0\n"
                                              "call 2.0>0.1\n"
                                              "call 0.1>1.0\n"
                                              "call 1.0>0.2\n"
                                              "return 0.2>1.0\n"
                                              "return 1.0>0.1\n"
                                              "return 0.1>2.0\n"
                                              "span 0.0>0.0\n"
                                              "call 2.0>0.1\n"
                                              "return 0.1>2.0\n"
                                              "return 2.0>0.0"));
        QCOMPARE(layout.messages[2].y - layout.messages[1].y, Metrics::pitch);
        const QLineF call = layout.line(layout.messages[1]);
        QCOMPARE(call.x1(), layout.lifelines[0].x + Metrics::bar / 2 + Metrics::arrow_gap);
        QCOMPARE(call.x2(), layout.lifelines[1].x - Metrics::bar / 2 - Metrics::arrow_gap);
        // A re-entry is shifted: its bar's right edge is where the arrow from the right ends.
        QCOMPARE(layout.line(layout.messages[4]).x2(),
                 layout.lifelines[0].x + Metrics::shift + Metrics::bar / 2 + Metrics::arrow_gap);
    }

    void barsLastFromCallToReturn() {
        const transition::Tree tree = picture();
        const SequenceLayout layout = layoutOf(tree);
        QCOMPARE(layout.bars.size(), std::size_t{7});
        for (const paint::SequenceBar& bar : layout.bars) {
            const SequenceMessage& opens = layout.messages[layout.messageOf(bar.node)];
            QCOMPARE(bar.top, opens.y);
            QCOMPARE(bar.lane, opens.to);
            QCOMPARE(bar.level, int{opens.to_level});
            const quint32 last = tree.nodes[bar.node].subtree_end - 1;
            if (bar.node != 0) {
                QCOMPARE(bar.bottom, layout.messages[layout.messageOf(last)].y);
            }
            if (bar.parent != paint::nothing) {
                QVERIFY(layout.bars[bar.parent].top < bar.top);
                QVERIFY(layout.bars[bar.parent].bottom >= bar.bottom);
            }
        }
    }

    void framesHoldWhatRunsInThem() {
        const transition::Tree tree = picture();
        const SequenceLayout layout = layoutOf(tree);
        QCOMPARE(layout.frames.size(), std::size_t{1});
        const paint::SequenceFrame& frame = layout.frames.front();
        QCOMPARE(frame.first, 0U);
        QCOMPARE(frame.last, 1U);
        for (const SequenceMessage& message : layout.messages) {
            const bool inside = message.y > frame.top && message.y < frame.bottom;
            const bool under =
                message.node >= frame.node && message.node < tree.nodes[frame.node].subtree_end;
            QCOMPARE(inside, under);
        }
        QVERIFY(layout.rect(frame).left() < layout.lifelines[0].x - Metrics::bar);
        QVERIFY(layout.rect(frame).right() > layout.lifelines[1].x + Metrics::bar);
    }

    void aSpanReachesBeyondTheCodeThatRuns() {
        const transition::Tree tree = picture();
        const SequenceLayout layout = layoutOf(tree);
        QCOMPARE(layout.spans.size(), std::size_t{1});
        const paint::SequenceSpan& span = layout.spans.front();
        QVERIFY(!span.lookups);
        QCOMPARE(span.edge, 2U); // Rollup 2 waits for it
        QVERIFY(layout.messages[11].y > span.top && layout.messages[12].y < span.bottom);
        QVERIFY(layout.messages[13].y > span.bottom);
    }

    void lookupsInARowShareABracket() {
        test::HandTree made;
        made.entry(0, 1).lookup(0, 1).lookup(0, 1).back().entry(0, 2).lookup(0, 2).back();
        const transition::Tree tree = made.done();
        const SequenceLayout layout = layoutOf(tree);
        QCOMPARE(layout.spans.size(), std::size_t{2});
        QVERIFY(layout.spans[0].lookups && !layout.spans[0].placed);
        QCOMPARE(layout.spans[0].count, 2U);
        QCOMPARE(layout.spans[1].count, 1U);
        QCOMPARE(layout.messages[2].kind, MessageKind::Lookup);
    }

    void nothingFromADomainToItselfIsLost() {
        test::HandTree made;
        made.entry(3, 3).call(3, 3).back().back();
        const transition::Tree tree = made.done();
        const SequenceLayout layout = layoutOf(tree);
        QCOMPARE(text(layout), QStringLiteral("start 0.-1>0.0\nstart 1.-1>1.0\ncall 1.0>1.1\nreturn 1.1>1.1\n"
                                              "return 1.0>1.0"));
        QVERIFY(layout.line(layout.messages[2]).x2() > layout.line(layout.messages[2]).x1());
    }

    void everyCaseKeepsTheRules_data() {
        QTest::addColumn<quint32>("domains");
        for (const quint32 domains : {1U, 2U, 4U, 12U}) {
            QTest::addRow("%u domains", domains) << domains;
        }
    }
    void everyCaseKeepsTheRules() {
        QFETCH(quint32, domains);
        ui::ShownCase shown;
        transition::Tree alone;
        const table::ExecutionTable none;
        SequenceLayout layout;
        if (domains == 1) {
            test::HandTree made;
            made.entry(0, 0).call(0, 0).back().call(0, 0).call(0, 0).back().back().back();
            alone = made.done();
            layout = paint::layOutSequence({&none, &alone});
        } else {
            shown = test::generatedCase(test::withDomains(domains));
            layout = paint::layOutSequence({shown.table.get(), shown.tree.get()});
        }
        const transition::Tree& tree = domains == 1 ? alone : *shown.tree;
        QCOMPARE(layout.lifelines.size(), std::size_t{domains});
        layout.spread(760);

        // One message a node, in order, downwards.
        QCOMPARE(layout.messages.size(), tree.nodes.size());
        for (quint32 i = 0; i < layout.messages.size(); ++i) {
            QCOMPARE(layout.messages[i].node, i);
            QCOMPARE(layout.messageOf(i), i);
            QVERIFY(i == 0 || layout.messages[i].y > layout.messages[i - 1].y);
            QCOMPARE(layout.messageAt(layout.messages[i].y), i);
            QVERIFY(layout.messages[i].y + Metrics::below <= layout.height);
        }
        // No words on a bar, however long they are.
        for (const SequenceMessage& message : layout.messages) {
            if (message.kind == MessageKind::Span) {
                continue;
            }
            const QRectF label = layout.labelRect(message, 10000);
            for (const paint::SequenceBar& bar : layout.bars) {
                QVERIFY2(!overlaps(label, layout.rect(bar)),
                         qPrintable(QStringLiteral("message %1, bar of %2").arg(message.node).arg(bar.node)));
            }
        }
        // Lifelines keep their distance and their places within the width.
        for (std::size_t i = 1; i < layout.lifelines.size(); ++i) {
            QVERIFY(layout.lifelines[i].x - layout.lifelines[i - 1].x >= Metrics::least_gap);
            QVERIFY(layout.lifelines[i - 1].domain < layout.lifelines[i].domain);
        }
        QVERIFY(layout.bodyRight() < layout.width + Metrics::span_words);
        // Frames inside frames are smaller on every side.
        for (const paint::SequenceFrame& frame : layout.frames) {
            if (frame.parent != paint::nothing) {
                const QRectF outer = layout.rect(layout.frames[frame.parent]);
                QVERIFY(outer.contains(layout.rect(frame)));
                QCOMPARE(frame.depth, layout.frames[frame.parent].depth + 1);
            }
        }
    }

    void narrowLifelinesMakeRoom() {
        const ui::ShownCase shown = test::generatedCase(test::withDomains(12));
        SequenceLayout layout = paint::layOutSequence({shown.table.get(), shown.tree.get()});
        layout.spread(900);
        const double wide = layout.width;
        QVERIFY(wide > 900);
        std::vector<bool> narrow(12, true);
        narrow[0] = narrow[1] = false;
        layout.spread(900, narrow);
        QVERIFY2(layout.width < 0.6 * wide, qPrintable(QString::number(layout.width)));
        for (std::size_t i = 1; i < layout.lifelines.size(); ++i) {
            QVERIFY(layout.lifelines[i].x >= layout.lifelines[i - 1].x + Metrics::narrow_gap);
        }
    }

    void foldingLeavesCallAndReturn() {
        const transition::Tree tree = picture();
        const SequenceLayout whole = layoutOf(tree);
        std::vector<bool> folded(tree.nodes.size(), false);
        folded[3] = true; // the entry into Rollup 2
        const SequenceLayout layout = layoutOf(tree, folded);
        QCOMPARE(text(layout), QStringLiteral("start 0.-1>0.0\ncall 0.0>1.0\nreturn 1.0>0.0\ncall 0.0>2.0\n"
                                              "return 2.0>0.0"));
        QVERIFY(layout.messages[3].folded);
        QCOMPARE(layout.messages[3].hidden, 9U);
        QVERIFY(layout.frames.empty());
        QCOMPARE(layout.messages[layout.messageOf(7)].node, 3U); // it stands for what it holds
        QVERIFY(layout.height < whole.height);
        QVERIFY(!whole.messages[0].foldable); // the bundle is everything
        QVERIFY(!whole.messages[1].foldable); // nothing but its return
        QVERIFY(whole.messages[3].foldable && !whole.messages[3].folded);
        QCOMPARE(text(layoutOf(tree, std::vector<bool>(tree.nodes.size(), false))), text(whole));
    }

    void rootsAreTheTablesAndStandAtTheirEntries() {
        const ui::ShownCase shown = test::generatedCase(test::withDomains(4));
        const SequenceLayout layout = paint::layOutSequence({shown.table.get(), shown.tree.get()});
        std::map<quint32, Hash32> known;
        std::size_t after = 0;
        for (const paint::SequenceRoot& root : layout.roots) {
            const table::StateDelta& delta = shown.table->entries[root.entry].deltas[root.delta];
            QCOMPARE(layout.lifelines[root.lane].domain.id, *delta.rollup_id.to_u64());
            QVERIFY(!root.broken); // the generator's states continue
            const SequenceMessage& entry = layout.messages[layout.messageOf(root.node)];
            if (root.after) {
                ++after;
                known[root.lane] = delta.new_state;
                QVERIFY(root.y > entry.y);
            } else {
                QVERIFY(!known.contains(root.lane)); // shown once, at the start
                known[root.lane] = *delta.current_state;
                QVERIFY(root.y < entry.y - Metrics::label_height);
            }
        }
        std::size_t deltas = 0;
        for (const table::Entry& entry : shown.table->entries) {
            deltas += entry.deltas.size();
        }
        QVERIFY(deltas > 0);
        QCOMPARE(after, deltas);
    }

    void aBrokenStateIsMarked() {
        const ui::ShownCase shown = test::generatedCase(test::withDomains(2));
        Bytes bytes(shown.table->calldata().begin(), shown.table->calldata().end());
        const table::StateDelta& delta = shown.table->entries[2].deltas[0];
        const Hash32 stated = *delta.current_state;
        const auto at = std::search(bytes.begin() + static_cast<std::ptrdiff_t>(delta.range.offset),
                                    bytes.end(), stated.bytes.begin(), stated.bytes.end());
        QVERIFY(at != bytes.end());
        *at ^= 1;
        const auto source =
            std::make_shared<const table::TableSource>(table::load_source("broken.bin", bytes).value());
        const auto table = table::decode_table(source).value();
        const transition::Tree tree = transition::build_tree(*table, {});
        const SequenceLayout layout = paint::layOutSequence({table.get(), &tree});
        QCOMPARE(std::ranges::count(layout.roots, true, &paint::SequenceRoot::broken), 1);
        QCOMPARE(std::ranges::find(layout.roots, true, &paint::SequenceRoot::broken)->entry, 2U);
    }

    void whatIsVisibleIsFoundWithoutTheRest() {
        const ui::ShownCase shown = test::generatedCase(test::withDomains(4, 60));
        const SequenceLayout layout = paint::layOutSequence({shown.table.get(), shown.tree.get()});
        const auto check = [](const auto& list, double top, double bottom) {
            std::set<quint32> found, expected;
            paint::forVisible(list, top, bottom, [&](const auto& each) { found.insert(each.node); });
            for (const auto& each : list) {
                if (each.top <= bottom && each.bottom >= top) {
                    expected.insert(each.node);
                }
            }
            return found == expected && !expected.empty();
        };
        bool frames = false, spans = false;
        for (double top = 0; top < layout.height; top += 97) {
            QVERIFY(check(layout.bars, top, top + 400));
            frames = check(layout.frames, top, top + 400) || frames;
            spans = check(layout.spans, top, top + 400) || spans;
        }
        QVERIFY(frames && spans);
    }

    void momentsStandAtTheirNodes() {
        const transition::Tree tree = picture();
        const table::ExecutionTable none;
        paint::L1Moment first, second;
        first.block = 41;
        second.node = 3;
        second.block = 42;
        const SequenceLayout layout = paint::layOutSequence({&none, &tree, {first, second}});
        QCOMPARE(layout.marks.size(), std::size_t{2});
        QCOMPARE(layout.marks[0].y, layout.messages[0].y);
        QCOMPARE(layout.marks[1].y, layout.messages[3].y);
        QCOMPARE(layout.marks[1].moment.block, std::uint64_t{42});
    }

    /// 200 000 calls inside each other: no recursion, no square.
    void depthCostsNothing() {
        constexpr int depth = 200'000;
        test::HandTree made;
        made.entry(0, 1);
        for (int i = 0; i < depth; ++i) {
            i % 2 == 0 ? made.call(1, 0) : made.nested(0, 1);
        }
        const transition::Tree tree = made.done();
        QElapsedTimer clock;
        clock.start();
        const SequenceLayout layout = layoutOf(tree);
        const qint64 spent = clock.elapsed();
        QCOMPARE(layout.messages.size(), std::size_t{depth + 2});
        qInfo("200 000 calls inside each other: laid out in %lld ms", static_cast<long long>(spent));
        QVERIFY2(spent < 4000, qPrintable(QString::number(spent)));
        QCOMPARE(layout.messages.back().to_level, qint8{Metrics::most_levels - 1});
    }

    /// Of a million nodes, against a walk that looks at each once.
    void aMillionNodesAreLaidOutInOnePass() {
        test::HandTree made;
        for (int i = 0; i < 100'000; ++i) {
            const auto rollup = static_cast<std::uint64_t>(1 + i % 3);
            made.entry(0, rollup).call(rollup, 0).nested(0, 1 + rollup % 3).call(1 + rollup % 3, 0);
            made.back().back().back().call(rollup, 0).back().back();
        }
        const transition::Tree tree = made.done();
        QCOMPARE(tree.nodes.size(), std::size_t{1'000'001});
        QElapsedTimer clock;
        clock.start();
        std::uint64_t sum = 0;
        for (const transition::Node& node : tree.nodes) {
            sum += node.from.id + node.to.id + node.subtree_end;
        }
        const double walked = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QVERIFY(sum > 0);
        clock.restart();
        const SequenceLayout layout = layoutOf(tree);
        const double laid = static_cast<double>(clock.nsecsElapsed()) / 1e6;
        QCOMPARE(layout.messages.size(), tree.nodes.size());
        qInfo("1 000 001 nodes: walked in %.1f ms, laid out in %.1f ms, ratio %.0f", walked, laid,
              laid / walked);
        QVERIFY2(laid < 5000, qPrintable(QString::number(laid)));
    }
};

ANCHORSCOPE_UI_TEST(TestSequenceLayout)
#include "test_sequence_layout.moc"
