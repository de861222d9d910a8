// The planner against simulated providers: with limits on ranges and results, with useless advice, with
// quotas, broken, lying. Every search ends, and says no more than it knows.
#include "core/anchor/absence.h"
#include "core/anchor/log_search.h"
#include "core/chain/block_part.h"
#include "tests/core/ladder_support.h"

using namespace anchorscope;
using namespace anchorscope::test;
using namespace anchorscope::anchor;
using codec::Json;

namespace {

const Hash32 digest_a = word("0x" + std::string(64, 'a'));
const Hash32 digest_b = word("0x" + std::string(64, 'b'));

Json log_json(std::uint64_t number, const Hash32& digest, const Address& contract = made_contract) {
    const std::string hash = U256(number).to_word().hex();
    Json out = Json::object();
    out["address"] = contract.hex();
    out["topics"] = Json::array(
        {topic0(anchor_event_kinds().front()).hex(), digest.hex(), made_committer.to_word().hex()});
    out["data"] = "0x";
    out["blockNumber"] = "0x" + QByteArray::number(qulonglong{number}, 16).toStdString();
    out["blockHash"] = hash;
    out["transactionHash"] = hash;
    out["removed"] = false;
    return out;
}

/// An endpoint in a test: the logs it has, what it refuses, and the ranges it was asked for.
struct Provider {
    std::vector<std::uint64_t> anchors; ///< blocks with a log
    std::function<std::optional<Error>(BlockSpan, int asked)> refuses = [](BlockSpan, int) {
        return std::optional<Error>();
    };
    std::vector<BlockSpan> asked{};

    /// Drives a search to its end, as the model does.
    void serve(LogSearch& search) {
        for (int guard = 0; guard < 100'000; ++guard) {
            const auto span = search.next();
            if (!span) {
                return;
            }
            asked.push_back(*span);
            if (const auto error = refuses(*span, static_cast<int>(asked.size()))) {
                search.refused(refusal_of(*error), suggested_length(*error, *span));
                continue;
            }
            Json answer = Json::array();
            for (const std::uint64_t at : anchors) {
                if (span->first <= at && at <= span->last) {
                    answer.push_back(log_json(at, digest_a));
                }
            }
            search.answered(log_hints(search.goal(), *span, answer).value());
        }
        QFAIL("the search does not end");
    }
    [[nodiscard]] std::uint64_t largest() const {
        std::uint64_t out = 0;
        for (const BlockSpan& span : asked) {
            out = std::max(out, span.count());
        }
        return out;
    }
};

LogSearchGoal goal(std::uint64_t first, std::uint64_t last, std::uint64_t near) {
    return {made_chain, {digest_a, digest_b}, {}, {first, last}, near};
}

Error rpc(std::string text) { return {"rpc.error", "error", {}, std::move(text)}; }

std::vector<std::uint64_t> blocks_of(const std::vector<LogHint>& hits) {
    std::vector<std::uint64_t> out;
    for (const LogHint& hit : hits) {
        out.push_back(hit.block_number);
    }
    return out;
}

} // namespace

class LogSearchTest : public QObject {
    Q_OBJECT
private Q_SLOTS:
    void nearestFirstThenOutward() {
        LogSearch search(goal(0, 100'000, 50'000));
        Provider provider{{49'999, 50'003, 3, 100'000}};
        provider.serve(search);
        QVERIFY(search.complete() && !search.stopped());
        QVERIFY(provider.asked[0] == (BlockSpan{50'000, 50'511}));
        QCOMPARE(provider.asked[1].last, std::uint64_t{49'999});
        QVERIFY(blocks_of(search.hits()) == (std::vector<std::uint64_t>{3, 49'999, 50'003, 100'000}));
        // Every block once, none twice.
        std::vector<BlockSpan> spans = provider.asked;
        std::ranges::sort(spans, {}, &BlockSpan::first);
        std::uint64_t next = 0;
        for (const BlockSpan& span : spans) {
            QCOMPARE(span.first, next);
            next = span.last + 1;
        }
        QCOMPARE(next, std::uint64_t{100'001});
        QVERIFY2(provider.asked.size() < 20, "ranges grow");
    }

    void tinySpans() {
        for (const std::uint64_t near : {0U, 5U, 99U}) {
            LogSearch search(goal(5, 5, near));
            Provider provider{{5}};
            provider.serve(search);
            QVERIFY(search.complete());
            QCOMPARE(provider.asked.size(), std::size_t{1});
            QCOMPARE(search.hits().size(), std::size_t{1});
        }
    }

    void limits_data() {
        QTest::addColumn<QByteArray>("text");
        QTest::newRow("-32005 range") << QByteArray("-32005: query returned more than 10000 results");
        QTest::newRow("-32602") << QByteArray("-32602: Log response size exceeded");
        QTest::newRow("-32600") << QByteArray("-32600: you can make requests with up to a 100 block range");
        QTest::newRow("-32614") << QByteArray("-32614: eth_getLogs is limited to a 100 range");
        QTest::newRow("413") << QByteArray("HTTP 413");
        QTest::newRow("no code") << QByteArray("no code: block range is too wide");
        QTest::newRow("-32005 alone") << QByteArray("-32005: limit exceeded");
    }
    /// However a limit of 100 blocks is told, everything is searched by ranges below it.
    void limits() {
        QFETCH(QByteArray, text);
        LogSearch search(goal(0, 20'000, 10'000));
        Provider provider{{1, 9'999, 20'000}};
        provider.refuses = [&text](BlockSpan span, int) {
            return span.count() > 100 ? std::optional(rpc(text.toStdString())) : std::nullopt;
        };
        provider.serve(search);
        QVERIFY2(search.complete(), search.words().c_str());
        QVERIFY(search.unsearched().empty());
        QVERIFY(blocks_of(search.hits()) == (std::vector<std::uint64_t>{1, 9'999, 20'000}));
        // Sequential halving: never more than one step down at once, and few refusals in the long run.
        const auto refused = static_cast<std::size_t>(
            std::ranges::count_if(provider.asked, [](const BlockSpan& span) { return span.count() > 100; }));
        QVERIFY2(refused < provider.asked.size() / 3, qPrintable(QString::number(refused)));
    }

    /// A provider that suggests the very range it refused, for ever.
    void theSameRangeSuggestedAgain() {
        LogSearch search(goal(0, 4000, 2000));
        Provider provider;
        provider.refuses = [](BlockSpan span, int) {
            const auto hex = [](std::uint64_t value) {
                return "0x" + QByteArray::number(qulonglong{value}, 16).toStdString();
            };
            return std::optional(rpc("-32602: this block range should work: [" + hex(span.first) + ", " +
                                     hex(span.last) + "]"));
        };
        provider.serve(search);
        QVERIFY(search.complete() || search.stopped());
        QVERIFY(provider.asked.size() <= LogSearchLimits{}.max_requests);
        QVERIFY(search.hits().empty());
        QVERIFY(!search.unsearched().empty()); // refused block by block: unsearched, not empty
        QVERIFY2(search.words().find("refused") != std::string::npos, search.words().c_str());
        for (std::size_t i = 1; i < 10; ++i) {
            QVERIFY(provider.asked[i].count() <= provider.asked[i - 1].count());
        }
    }

    void aShorterSuggestionIsTaken() {
        const auto error = rpc("-32602: this range should work: [0x64, 0x6d]");
        QVERIFY(suggested_length(error, {100, 611}) == std::uint64_t{10});
        QVERIFY(!suggested_length(error, {100, 109})); // the same again
        QVERIFY(!suggested_length(rpc("0x64"), {100, 611}));
        QVERIFY(!suggested_length(rpc("[0x6d, 0x64]"), {100, 611}));
        LogSearch search(goal(100, 5000, 100));
        QCOMPARE(search.next()->count(), std::uint64_t{512});
        search.refused(Refusal::too_much, 10);
        QCOMPARE(search.next()->count(), std::uint64_t{10});
    }

    void aSingleBlockThatIsRefusedIsUnsearched() {
        LogSearch search(goal(0, 300, 150));
        Provider provider{{149, 151}};
        provider.refuses = [](BlockSpan span, int) {
            return span.first <= 150 && 150 <= span.last
                       ? std::optional(rpc("-32602: query returned more than 10000 results"))
                       : std::nullopt;
        };
        provider.serve(search);
        QVERIFY(search.complete());
        QVERIFY(search.unsearched() == (std::vector<BlockSpan>{{150, 150}}));
        QVERIFY(blocks_of(search.hits()) == (std::vector<std::uint64_t>{149, 151}));
        QVERIFY(search.words().find("1 block of which was refused") != std::string::npos);
    }

    void quotaAsksTheSameAgainAndBacksOff() {
        LogSearch search(goal(0, 1000, 0));
        const auto first = search.next();
        search.refused(refusal_of(rpc("-32005: daily request count exceeded, request rate limited")));
        QVERIFY(search.next() == first);
        QCOMPARE(search.pause(), 1);
        search.refused(refusal_of({"net.http", {}, {}, "HTTP 429"}));
        QVERIFY(search.next() == first);
        QCOMPARE(search.pause(), 2);
        search.answered({});
        QCOMPARE(search.pause(), 0);
        QVERIFY(search.next() != first);
    }

    void anEndpointThatGivesNothingEndsTheSearch() {
        for (const char* const text : {"-32000: internal error", "HTTP 429", "connection refused"}) {
            LogSearch search(goal(0, 1000, 500));
            Provider provider;
            provider.refuses = [text](BlockSpan, int) { return std::optional(rpc(text)); };
            provider.serve(search);
            QVERIFY(search.stopped() && !search.complete());
            QVERIFY(provider.asked.size() <= 10);
            QCOMPARE(search.words(), "nothing was searched");
        }
    }

    /// Refuses one request in two, changing its reason: the bound on requests holds all the same.
    void requestsAreBounded() {
        LogSearch search(goal(0, max_block_number, 1'000'000), {.max_step = 64, .max_requests = 500});
        Provider provider;
        provider.refuses = [](BlockSpan, int asked) {
            return asked % 2 == 0 ? std::optional(rpc(asked % 4 == 0 ? "-32005: limit" : "-32602: no"))
                                  : std::nullopt;
        };
        provider.serve(search);
        QCOMPARE(provider.asked.size(), std::size_t{500});
        QVERIFY(search.stopped());
        QVERIFY(search.words().find("not found in blocks") != std::string::npos);
        QVERIFY(search.words().find("is not complete") != std::string::npos);
    }

    /// Saved and taken up after every single step, it asks exactly what it would have asked.
    void resumes() {
        const auto refuses = [](BlockSpan span, int) {
            return span.count() > 700 || span.first == 1234 ? std::optional(rpc("-32602: too many"))
                                                            : std::nullopt;
        };
        LogSearch whole(goal(0, 3000, 1200));
        Provider one{{7, 1300}, refuses};
        one.serve(whole);
        LogSearch parts(goal(0, 3000, 1200));
        Provider two{{7, 1300}, refuses};
        for (int i = 0; i < 1000 && !parts.complete(); ++i) {
            auto taken_up = LogSearch::resume(goal(0, 3000, 1200), parts.state());
            QVERIFY2(taken_up, taken_up ? "" : taken_up.error().message().c_str());
            parts = *taken_up;
            const auto span = parts.next();
            QVERIFY(span);
            if (const auto error = refuses(*span, 0)) {
                parts.refused(refusal_of(*error));
            } else {
                Json answer = Json::array();
                for (const std::uint64_t at : two.anchors) {
                    if (span->first <= at && at <= span->last) {
                        answer.push_back(log_json(at, digest_a));
                    }
                }
                parts.answered(log_hints(parts.goal(), *span, answer).value());
            }
        }
        QVERIFY(parts.complete());
        QVERIFY(parts.hits() == whole.hits());
        QVERIFY(parts.words() == whole.words());
    }

    void statesThatAreBroken() {
        LogSearch search(goal(10, 3000, 1200));
        search.answered({});
        const std::string state = search.state();
        QVERIFY(LogSearch::resume(goal(10, 3000, 1200), state));
        QCOMPARE(rule_of(LogSearch::resume(goal(10, 3001, 1200), state)), shown(anchor::rules::search_goal));
        auto other = goal(10, 3000, 1200);
        other.digests = {digest_a};
        QCOMPARE(rule_of(LogSearch::resume(other, state)), shown(anchor::rules::search_goal));
        const auto broken = [&](std::string_view from, std::string_view to) {
            std::string text = state;
            const std::size_t at = text.find(from);
            return at == std::string::npos
                       ? QByteArray("nothing replaced")
                       : rule_of(LogSearch::resume(goal(10, 3000, 1200), text.replace(at, from.size(), to)));
        };
        const QByteArray refused = shown(anchor::rules::search_state);
        QCOMPARE(broken("\"low\": 1200", "\"low\": 9"), refused);
        QCOMPARE(broken("\"low\": 1200", "\"low\": 1201"), refused);
        QCOMPARE(broken("\"end\": 1712", "\"end\": 1199"), refused);
        QCOMPARE(broken("\"end\": 1712", "\"end\": 3002"), refused);
        QCOMPARE(broken("\"end\": 1712", "\"end\": \"1712\""), refused);
        QCOMPARE(broken("\"unsearched\": []", "\"unsearched\": [[5, 5]]"), refused);
        QCOMPARE(broken("\"unsearched\": []", "\"unsearched\": [[12, 11]]"), refused);
        QCOMPARE(broken("\"hits\": []", "\"hits\": [1]"), refused);
        QCOMPARE(broken("\"hits\": []", "\"hits\": 1"), refused);
        QVERIFY(!LogSearch::resume(goal(10, 3000, 1200), state.substr(0, state.size() / 2)));
    }

    /// What was not asked for is not taken, whoever sends it.
    void answersAreOnlyHints() {
        auto asked = goal(10, 20, 10);
        asked.contract = made_contract;
        Json removed = log_json(15, digest_a);
        removed["removed"] = true;
        Json other_event = log_json(15, digest_a);
        other_event["topics"][0] = digest_b.hex();
        Json answer = Json::array({log_json(15, digest_a), log_json(21, digest_a), log_json(9, digest_b),
                                   log_json(15, word("0x" + std::string(64, 'c'))),
                                   log_json(15, digest_a, made_committer), removed, other_event});
        std::size_t foreign = 0;
        const auto hints = log_hints(asked, {10, 20}, answer, &foreign).value();
        QCOMPARE(hints.size(), std::size_t{1});
        QCOMPARE(foreign, std::size_t{6});
        QVERIFY(hints[0].digest == digest_a);
        for (const Json& broken : {Json(), Json(1), Json::array({1}), Json::array({Json::object()}),
                                   Json::array({log_json(15, digest_a), Json()})}) {
            QVERIFY(!log_hints(asked, {10, 20}, broken));
        }
    }

    void filterNamesTopicsAndContract() {
        auto asked = goal(10, 20, 10);
        const Json any = log_filter(asked, {0, 31});
        QCOMPARE(any["fromBlock"].get<std::string>(), "0x0");
        QCOMPARE(any["toBlock"].get<std::string>(), "0x1f");
        QVERIFY(!any.contains("address"));
        QVERIFY(any["topics"] ==
                Json::array({"0xdca60c2087041cbb12d9a57628c6cad28ecbd0437e47c7ab6c3aa6e162bf4497",
                             Json::array({digest_a.hex(), digest_b.hex()})})); // topic of PROTOCOL 2
        asked.contract = made_contract;
        asked.digests.clear();
        const Json all = log_filter(asked, {256, 256});
        QCOMPARE(all["address"].get<std::string>(), made_contract.hex());
        QCOMPARE(all["fromBlock"].get<std::string>(), "0x100");
        QVERIFY(!all.contains("topics"));
    }

    void absence() {
        auto asked = goal(41, 43, 41);
        std::vector<chain::BlockEvidence> blocks;
        Hash32 parent;
        for (std::uint64_t number = 41; number <= 43; ++number) {
            auto block = make_block(number, {make({})}, {make_receipt({})});
            blocks.push_back(with_parent(block, parent));
            parent = blocks.back().header.hash;
        }
        AbsenceProof proof(asked);
        QCOMPARE(rule_of(proof.add(blocks[1])), shown(anchor::rules::absence_order));
        for (const auto& block : blocks) {
            QVERIFY(proof.words().find("no such log") == std::string::npos);
            QVERIFY(proof.add(block));
        }
        QVERIFY(proof.complete());
        QCOMPARE(proof.words(), "no such log in blocks 41 to 43: all 3 receipts verified");
        QVERIFY(proof.last_hash() == parent);

        AbsenceProof torn(asked);
        QVERIFY(torn.add(blocks[0]));
        QCOMPARE(rule_of(torn.add(with_parent(blocks[1], digest_a))), shown(anchor::rules::absence_parent));
        auto incomplete = blocks[1];
        incomplete.receipts.clear();
        incomplete.seal();
        QCOMPARE(rule_of(torn.add(incomplete)), shown(anchor::rules::absence_receipts));
        const auto part = chain::partial_of(blocks[1], std::array{std::size_t{0}}).value();
        QVERIFY(part.receipts_proven);
        QCOMPARE(rule_of(torn.add(part)),
                 shown(anchor::rules::absence_receipts)); // sound, and silent on the rest
        QVERIFY(!torn.complete());

        // The log is there: whatever eth_getLogs said.
        auto with_log = make_block(42, {make({})},
                                   {make_receipt({recorded_log(made_contract, digest_b, made_committer)})});
        with_log = with_parent(with_log, blocks[0].header.hash);
        AbsenceProof refuted(asked);
        QVERIFY(refuted.add(blocks[0]));
        QVERIFY(refuted.add(with_log));
        QVERIFY(refuted.add(with_parent(blocks[2], with_log.header.hash)));
        QCOMPARE(refuted.found().size(), std::size_t{1});
        QVERIFY(refuted.words().find("no such") == std::string::npos);
    }

private:
    /// The block with another parent.
    static chain::BlockEvidence with_parent(chain::BlockEvidence block, const Hash32& parent) {
        Bytes rlp = block.header.rlp;
        const ByteRange at =
            std::ranges::find(block.header.fields, "parentHash", &chain::HeaderField::name)->range;
        std::ranges::copy(parent.bytes, rlp.begin() + static_cast<std::ptrdiff_t>(at.offset));
        block.header = chain::decode_header(rlp).value();
        block.seal();
        return block;
    }
};

QTEST_GUILESS_MAIN(LogSearchTest)
#include "test_log_search.moc"
