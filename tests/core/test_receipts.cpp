#include "chain_fixtures.h"
#include "core/chain/rpc_answers.h"
#include "core/crypto/hash_function.h"

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

Receipt sample(std::uint8_t type = 2) {
    Receipt receipt;
    receipt.type = type;
    receipt.succeeded = true;
    receipt.cumulative_gas_used = 0x684dc;
    const Address emitter = Address::parse("0xe7f1725e7734ce288f8367e1bb143e90bb3f0512").value();
    receipt.logs.push_back(
        {emitter, {hash("0x" + std::string(64, 'd')), hash("0x" + std::string(64, '1'))}, {}});
    receipt.logs.push_back({emitter, {}, Bytes(70, 0x81)});
    return receipt;
}

/// The receipt's encoding with the items of its list altered.
template<class Alter>
Bytes altered(const Receipt& receipt, Alter alter) {
    const Bytes encoded = encode_receipt(receipt);
    const std::size_t prefix = receipt.type == 0 ? 0 : 1;
    std::vector<Bytes> items = items_of(ByteView(encoded).subspan(prefix));
    alter(items);
    Bytes out = list_of(items);
    out.insert(out.begin(), encoded.begin(), encoded.begin() + static_cast<std::ptrdiff_t>(prefix));
    return out;
}

Bytes rlp_string(const Bytes& value) {
    codec::RlpWriter writer;
    writer.bytes(value);
    return writer.take();
}

/// Items of a list of logs with the first log's items altered.
template<class Alter>
Bytes with_first_log(const Receipt& receipt, Alter alter) {
    return altered(receipt, [&](std::vector<Bytes>& items) {
        std::vector<Bytes> logs = items_of(items[3]);
        std::vector<Bytes> log = items_of(logs[0]);
        alter(log);
        logs[0] = list_of(log);
        items[3] = list_of(logs);
    });
}

} // namespace

class TestReceipts : public QObject {
    Q_OBJECT

private slots:
    void round_trip_of_every_type() {
        for (std::uint8_t type = 0; type <= 4; ++type) {
            for (const bool succeeded : {false, true}) {
                Receipt receipt = sample(type);
                receipt.succeeded = succeeded;
                const Result<Receipt> back = decode_receipt(encode_receipt(receipt));
                VERIFY_OK(back);
                QVERIFY(*back == receipt);
            }
        }
        Receipt before_byzantium = sample(0);
        before_byzantium.succeeded = false;
        before_byzantium.post_state = hash("0x" + std::string(64, 'a'));
        QVERIFY(decode_receipt(encode_receipt(before_byzantium)) == before_byzantium);
    }

    /// Every other value of every byte: refused, or another receipt that encodes to exactly those bytes.
    void single_byte_mutations() {
        for (const std::uint8_t type : {std::uint8_t{0}, std::uint8_t{2}}) {
            const Receipt receipt = sample(type);
            const Bytes encoded = encode_receipt(receipt);
            for (std::size_t at = 0; at < encoded.size(); ++at) {
                for (unsigned delta = 1; delta < 256; ++delta) {
                    Bytes mutated = encoded;
                    mutated[at] = static_cast<std::uint8_t>(mutated[at] + delta);
                    const Result<Receipt> decoded = decode_receipt(mutated);
                    QVERIFY(!decoded || (!(*decoded == receipt) && encode_receipt(*decoded) == mutated));
                }
            }
        }
    }

    void every_truncation_and_extension_is_refused() {
        const Bytes encoded = encode_receipt(sample());
        for (std::size_t size = 0; size < encoded.size(); ++size) {
            QVERIFY(!decode_receipt(ByteView(encoded).first(size)));
        }
        Bytes longer = encoded;
        longer.push_back(0);
        REJECTS(decode_receipt(longer), codec::rules::rlp_trailing);
    }

    void refuses_types() {
        Bytes encoded = encode_receipt(sample(4));
        for (const int type : {0, 5, 0x7e, 0x7f, 0x80, 0xbf}) {
            encoded[0] = static_cast<std::uint8_t>(type);
            REJECTS(decode_receipt(encoded), chain::rules::receipt_type);
        }
    }

    void refuses_a_status() {
        const auto with_status = [](std::uint8_t type, const Bytes& status) {
            return altered(sample(type), [&](std::vector<Bytes>& items) { items[0] = rlp_string(status); });
        };
        REJECTS(decode_receipt(with_status(2, {2})), chain::rules::receipt_status);
        REJECTS(decode_receipt(with_status(2, {0})), chain::rules::receipt_status);
        REJECTS(decode_receipt(with_status(0, Bytes(31, 1))), chain::rules::receipt_status);
        REJECTS(decode_receipt(with_status(2, Bytes(32, 1))), chain::rules::receipt_status);
    }

    void refuses_a_bloom() {
        const Bytes wrong = altered(sample(), [](std::vector<Bytes>& items) { items[2].back() ^= 1U; });
        REJECTS(decode_receipt(wrong), chain::rules::receipt_bloom);
        const Bytes empty =
            altered(sample(), [](std::vector<Bytes>& items) { items[2] = rlp_string(Bytes(256)); });
        REJECTS(decode_receipt(empty), chain::rules::receipt_bloom);
        const Bytes narrow =
            altered(sample(), [](std::vector<Bytes>& items) { items[2] = rlp_string(Bytes(255)); });
        REJECTS(decode_receipt(narrow), codec::rules::rlp_width);
    }

    void refuses_field_forms() {
        const Bytes zeros = altered(sample(), [](std::vector<Bytes>& items) {
            items[1] = rlp_string({0, 1});
        });
        REJECTS(decode_receipt(zeros), codec::rules::rlp_leading_zero);
        const Bytes wide =
            altered(sample(), [](std::vector<Bytes>& items) { items[1] = rlp_string(Bytes(9, 1)); });
        REJECTS(decode_receipt(wide), codec::rules::rlp_width);
        const Bytes short_list = altered(sample(), [](std::vector<Bytes>& items) { items.pop_back(); });
        REJECTS(decode_receipt(short_list), codec::rules::rlp_count);
        const Bytes long_list = altered(sample(), [](std::vector<Bytes>& items) { items.push_back({0x80}); });
        REJECTS(decode_receipt(long_list), codec::rules::rlp_count);
        const Bytes no_list = altered(sample(), [](std::vector<Bytes>& items) { items[3] = {0x80}; });
        REJECTS(decode_receipt(no_list), codec::rules::rlp_type);
    }

    void refuses_logs() {
        const Bytes short_address =
            with_first_log(sample(), [](std::vector<Bytes>& log) { log[0] = rlp_string(Bytes(19, 1)); });
        REJECTS(decode_receipt(short_address), codec::rules::rlp_width);
        const Bytes four_items =
            with_first_log(sample(), [](std::vector<Bytes>& log) { log.push_back({0x80}); });
        REJECTS(decode_receipt(four_items), codec::rules::rlp_count);
        const Bytes data_list = with_first_log(sample(), [](std::vector<Bytes>& log) { log[2] = {0xc0}; });
        REJECTS(decode_receipt(data_list), codec::rules::rlp_type);
        Receipt five_topics = sample();
        five_topics.logs[0].topics.resize(5);
        REJECTS(decode_receipt(encode_receipt(five_topics)), chain::rules::receipt_topics);
        const Result<Receipt> decoded = decode_receipt(encode_receipt(five_topics));
        QCOMPARE(QString::fromStdString(decoded.error().place), QString("logs[0].topics"));
    }

    void eth69_form() {
        // [type, status, cumulative gas, logs]: no bloom, the type in front inside the list
        const auto encode = [](const Bytes& type, const Bytes& status) {
            const std::vector<Bytes> items = items_of(ByteView(encode_receipt(sample())).subspan(1));
            return list_of({rlp_string(type), rlp_string(status), items[1], items[3]});
        };
        QVERIFY(decode_receipt_eth69(encode({2}, {1})) == sample(2));
        QVERIFY(decode_receipt_eth69(encode({}, {1})) == sample(0));
        REJECTS(decode_receipt_eth69(encode({5}, {1})), chain::rules::receipt_type);
        REJECTS(decode_receipt_eth69(encode({0}, {1})), codec::rules::rlp_leading_zero);
        REJECTS(decode_receipt_eth69(encode({2}, {2})), chain::rules::receipt_status);
        REJECTS(decode_receipt_eth69(encode_receipt(sample(0))),
                chain::rules::receipt_status); // gas for a status
        Bytes longer = encode({2}, {1});
        longer.push_back(0);
        REJECTS(decode_receipt_eth69(longer), codec::rules::rlp_trailing);
    }

    /// Blooms as mainnet block 21925176 has them (a16z/helios).
    void blooms_of_mainnet_receipts() {
        REQUIRE_FIXTURE(block, read_json, std::string("mainnet-rpc/block.json"));
        REQUIRE_FIXTURE(receipts, read_json, std::string("mainnet-rpc/receipts.json"));
        const Result<BlockEvidence> evidence = block_from_rpc(*block, *receipts, {});
        VERIFY_OK(evidence);
        QCOMPARE(evidence->receipts.size(), std::size_t{202});
        for (std::size_t index = 0; index < evidence->receipts.size(); ++index) {
            const Receipt& receipt = evidence->receipts[index];
            QCOMPARE(to_hex(bloom_of(receipt.logs)), (*receipts)[index]["logsBloom"].get<std::string>());
            QVERIFY(decode_receipt(encode_receipt(receipt)) == receipt);
        }
    }
};

QTEST_GUILESS_MAIN(TestReceipts)
#include "test_receipts.moc"
