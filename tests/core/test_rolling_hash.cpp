#include "core/digest/rolling_hash.h"
#include "eez_runs.h"
#include <botan/hash.h>

using namespace anchorscope;
using namespace anchorscope::test;
using digest::FoldStep;
using digest::FoldTag;

namespace {

Hash32 botan_keccak(const Bytes& message) {
    const auto hash = Botan::HashFunction::create_or_throw("Keccak-1600(256)");
    hash->update(message);
    Hash32 out;
    hash->final(out.bytes.data());
    return out;
}

FoldStep begin(std::uint64_t number) { return {FoldTag::call_begin, number, false, {}}; }
FoldStep end(std::uint64_t cursor, const Bytes& data, bool success = true) {
    return {FoldTag::call_end, cursor, success, data};
}
FoldStep nested_begin(std::uint64_t number) { return {FoldTag::nested_begin, number, false, {}}; }
FoldStep nested_end(std::uint64_t number) { return {FoldTag::nested_end, number, false, {}}; }

const Bytes nothing;

} // namespace

class TestRollingHash : public QObject {
    Q_OBJECT

private slots:
    // Expected values: rolling hashes that the contracts computed and logged in EntryExecuted (recorded
    // runs).
    void asTheContractsFold() {
        const Bytes one = bytes(word_of(1).hex());
        const Bytes two = bytes(word_of(2).hex());
        const std::vector<FoldStep> counter{begin(1), end(1, one)};
        QCOMPARE(shown(digest::rolling_hash(counter).hex()),
                 QByteArray("0xf67549ee5202f443104e11f34726f28716f1a0a661aba5c3804e33c8fb94829e"));
        const std::vector<FoldStep> void_return{begin(1), end(1, nothing)};
        QCOMPARE(shown(digest::rolling_hash(void_return).hex()),
                 QByteArray("0x68676dacdc339269dad7302dad8697771c8c23d92fa956992dc881fce33e0764"));
        const std::vector<FoldStep> nested{begin(1), nested_begin(1), nested_end(1), end(1, nothing)};
        QCOMPARE(shown(digest::rolling_hash(nested).hex()),
                 QByteArray("0x4ef8763d4ab17fa9e46aa057e0029a646c3033b62298497c36b8762be03e359c"));
        // reentrant, L1: call 1 > nested 1 > call 2 > nested 2; both calls end while the cursor stands at 2
        const std::vector<FoldStep> reentrant{begin(1),      nested_begin(1), begin(2),      nested_begin(2),
                                              nested_end(2), end(2, one),     nested_end(1), end(2, two)};
        QCOMPARE(shown(digest::rolling_hash(reentrant).hex()),
                 QByteArray("0xf621256ddd3cf9187de8a726ca2eb9caf371a3b49098b21d7f97cc2840ce5a73"));
    }

    void messageOfEachStep() {
        const Hash32 before = word_of(77);
        const Bytes data{1, 2, 3};
        const auto message = [&](std::uint8_t tag, std::uint64_t number, const Bytes& rest) {
            Bytes out(before.bytes.begin(), before.bytes.end());
            out.push_back(tag);
            append(out, word_of(number).view());
            append(out, rest);
            return botan_keccak(out);
        };
        QCOMPARE(digest::fold(before, begin(3)), message(1, 3, {}));
        QCOMPARE(digest::fold(before, end(5, data)), message(2, 5, {1, 1, 2, 3}));
        QCOMPARE(digest::fold(before, end(5, nothing, false)), message(2, 5, {0}));
        QCOMPARE(digest::fold(before, nested_begin(6)), message(3, 6, {}));
        QCOMPARE(digest::fold(before, nested_end(~std::uint64_t{0})), message(4, ~std::uint64_t{0}, {}));
    }

    void traceEndsInTheHash() {
        const std::vector<FoldStep> steps{begin(1), nested_begin(1), nested_end(1), end(1, nothing)};
        const std::vector<Hash32> trace = digest::fold_trace(steps);
        QCOMPARE(trace.size(), steps.size());
        QCOMPARE(trace.back(), digest::rolling_hash(steps));
        QCOMPARE(trace.front(), digest::fold({}, steps.front()));
        QVERIFY(digest::rolling_hash({}).is_zero());
        QVERIFY(digest::fold_trace({}).empty());
    }
};

QTEST_GUILESS_MAIN(TestRollingHash)
#include "test_rolling_hash.moc"
