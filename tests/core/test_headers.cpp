#include "chain_fixtures.h"
#include "core/chain/header.h"
#include <botan/hash.h>

using namespace anchorscope;
using namespace anchorscope::chain;
using namespace chain_fixtures;

namespace {

constexpr std::string_view rpc_file = "mainnet-rpc/block.json";               // 20 fields
constexpr std::string_view prague_file = "light-client/block_0x17a2d23.json"; // 21 fields

Bytes rlp_string(const Bytes& value) {
    codec::RlpWriter writer;
    writer.bytes(value);
    return writer.take();
}

/// A header of `count` fields, each of a value of its own.
Bytes synthetic(std::size_t count) {
    std::vector<Bytes> items;
    for (std::size_t index = 0; index < count; ++index) {
        const auto fill = static_cast<std::uint8_t>(index + 1);
        switch (index) {
        case 2:
            items.push_back(rlp_string(Bytes(20, fill)));
            break;
        case 6:
            items.push_back(rlp_string(Bytes(256, fill)));
            break;
        case 14:
            items.push_back(rlp_string(Bytes(8, fill)));
            break;
        case 7:
        case 8:
        case 9:
        case 10:
        case 11:
        case 12:
        case 15:
        case 17:
        case 18:
            items.push_back(rlp_string({fill, 0}));
            break;
        default:
            items.push_back(rlp_string(Bytes(32, fill)));
        }
    }
    return list_of(items);
}

Bytes with_item(std::size_t index, const Bytes& item) {
    std::vector<Bytes> items = items_of(synthetic(21));
    items[index] = item;
    return list_of(items);
}

bool same(const Header& a, const Header& b) {
    return a.rlp == b.rlp && a.hash == b.hash && a.parent_hash == b.parent_hash &&
           a.ommers_hash == b.ommers_hash && a.state_root == b.state_root &&
           a.transactions_root == b.transactions_root && a.receipts_root == b.receipts_root &&
           a.mix_hash == b.mix_hash && a.coinbase == b.coinbase && a.logs_bloom == b.logs_bloom &&
           a.difficulty == b.difficulty && a.number == b.number && a.gas_limit == b.gas_limit &&
           a.gas_used == b.gas_used && a.timestamp == b.timestamp && a.extra_data == b.extra_data &&
           a.nonce == b.nonce && a.base_fee == b.base_fee && a.withdrawals_root == b.withdrawals_root &&
           a.blob_gas_used == b.blob_gas_used && a.excess_blob_gas == b.excess_blob_gas &&
           a.parent_beacon_root == b.parent_beacon_root && a.requests_hash == b.requests_hash;
}

} // namespace

class TestHeaders : public QObject {
    Q_OBJECT

private slots:
    void every_fork_decodes() {
        for (const std::size_t count : {15U, 16U, 17U, 20U, 21U}) {
            const Bytes rlp = synthetic(count);
            const Result<Header> header = decode_header(rlp);
            VERIFY_OK(header);
            QCOMPARE(header->fields.size(), count);
            QVERIFY(header->rlp == rlp);
            QCOMPARE(header->base_fee.has_value(), count >= 16);
            QCOMPARE(header->withdrawals_root.has_value(), count >= 17);
            QCOMPARE(header->blob_gas_used.has_value(), count >= 20);
            QCOMPARE(header->excess_blob_gas.has_value(), count >= 20);
            QCOMPARE(header->parent_beacon_root.has_value(), count >= 20);
            QCOMPARE(header->requests_hash.has_value(), count >= 21);
            const auto botan = Botan::HashFunction::create_or_throw("Keccak-1600(256)")->process(rlp);
            QVERIFY(equal(header->hash.bytes, ByteView(botan.data(), botan.size())));
        }
    }

    /// Each member holds the bytes of its own place in the list.
    void fields_are_in_their_places() {
        const Header header = decode_header(synthetic(21)).value();
        QCOMPARE(header.parent_hash.bytes[0], std::uint8_t{1});
        QCOMPARE(header.ommers_hash.bytes[0], std::uint8_t{2});
        QCOMPARE(header.coinbase.bytes[0], std::uint8_t{3});
        QCOMPARE(header.state_root.bytes[0], std::uint8_t{4});
        QCOMPARE(header.transactions_root.bytes[0], std::uint8_t{5});
        QCOMPARE(header.receipts_root.bytes[0], std::uint8_t{6});
        QCOMPARE(header.logs_bloom[255], std::uint8_t{7});
        QVERIFY(header.difficulty == U256{0x0800});
        QCOMPARE(header.number, std::uint64_t{0x0900});
        QCOMPARE(header.gas_limit, std::uint64_t{0x0a00});
        QCOMPARE(header.gas_used, std::uint64_t{0x0b00});
        QCOMPARE(header.timestamp, std::uint64_t{0x0c00});
        QVERIFY(header.extra_data == (Bytes{0x0d, 0}));
        QCOMPARE(header.mix_hash.bytes[0], std::uint8_t{14});
        QCOMPARE(header.nonce[7], std::uint8_t{15});
        QVERIFY(header.base_fee == U256{0x1000});
        QCOMPARE(header.withdrawals_root->bytes[0], std::uint8_t{17});
        QVERIFY(header.blob_gas_used == std::optional<std::uint64_t>(0x1200));
        QVERIFY(header.excess_blob_gas == std::optional<std::uint64_t>(0x1300));
        QCOMPARE(header.parent_beacon_root->bytes[0], std::uint8_t{20});
        QCOMPARE(header.requests_hash->bytes[0], std::uint8_t{21});
    }

    void ranges_name_the_payloads() {
        const Header header = decode_header(synthetic(21)).value();
        const auto bytes_at = [&](std::string_view name) {
            const auto field = std::ranges::find(header.fields, name, &HeaderField::name);
            return slice(header.rlp, field->range);
        };
        QVERIFY(equal(bytes_at("parentHash"), header.parent_hash.bytes));
        QVERIFY(equal(bytes_at("logsBloom"), header.logs_bloom));
        QVERIFY(equal(bytes_at("number"), Bytes{0x09, 0}));
        QVERIFY(equal(bytes_at("requestsHash"), header.requests_hash->bytes));
        const Header empty_extra = decode_header(with_item(12, {0x80})).value();
        QCOMPARE(empty_extra.fields[12].range.length, std::uint64_t{0});
        QVERIFY(empty_extra.fields[12].range.offset + 1 == empty_extra.fields[13].range.offset);
    }

    void refuses_field_counts() {
        for (const std::size_t count : {0U, 1U, 14U, 18U, 19U}) {
            REJECTS(decode_header(synthetic(count)), codec::rules::rlp_count);
        }
        std::vector<Bytes> items = items_of(synthetic(21));
        items.push_back({0x80});
        REJECTS(decode_header(list_of(items)), codec::rules::rlp_count);
        items.push_back({0x80}); // Glamsterdam's 23: not known here
        REJECTS(decode_header(list_of(items)), codec::rules::rlp_count);
    }

    void refuses_forms_data() {
        QTest::addColumn<int>("index");
        QTest::addColumn<QByteArray>("item");
        QTest::addColumn<QByteArray>("rule");
        const auto row = [](const char* name, int index, const Bytes& item, std::string_view rule) {
            QTest::newRow(name) << index
                                << QByteArray(reinterpret_cast<const char*>(item.data()),
                                              static_cast<qsizetype>(item.size()))
                                << QByteArray(rule.data(), static_cast<qsizetype>(rule.size()));
        };
        using namespace codec::rules;
        row("short hash", 0, rlp_string(Bytes(31, 1)), rlp_width);
        row("long hash", 20, rlp_string(Bytes(33, 1)), rlp_width);
        row("long address", 2, rlp_string(Bytes(21, 1)), rlp_width);
        row("narrow bloom", 6, rlp_string(Bytes(255, 1)), rlp_width);
        row("wide nonce", 14, rlp_string(Bytes(9, 1)), rlp_width);
        row("wide number", 8, rlp_string(Bytes(9, 1)), rlp_width);
        row("wide difficulty", 7, rlp_string(Bytes(33, 1)), rlp_width);
        row("leading zero in gas", 10, rlp_string({0, 1}), rlp_leading_zero);
        row("zero byte as number", 8, {0x00}, rlp_leading_zero);
        row("leading zero in base fee", 15, rlp_string({0, 1}), rlp_leading_zero);
        row("list for a string", 12, {0xc0}, rlp_type);
        row("prefixed single byte", 12, {0x81, 0x01}, rlp_non_minimal);
    }

    void refuses_forms() {
        QFETCH(int, index);
        QFETCH(QByteArray, item);
        QFETCH(QByteArray, rule);
        const ByteView bytes(reinterpret_cast<const std::uint8_t*>(item.constData()),
                             static_cast<std::size_t>(item.size()));
        REJECTS(decode_header(with_item(static_cast<std::size_t>(index), Bytes(bytes.begin(), bytes.end()))),
                std::string_view(rule.constData()));
    }

    void refuses_what_is_not_one_list() {
        const Bytes rlp = synthetic(21);
        for (std::size_t size = 0; size < rlp.size(); ++size) {
            QVERIFY(!decode_header(ByteView(rlp).first(size)));
        }
        Bytes longer = rlp;
        longer.push_back(0);
        REJECTS(decode_header(longer), codec::rules::rlp_trailing);
        REJECTS(decode_header(rlp_string(rlp)), codec::rules::rlp_type);
    }

    void every_single_byte_mutation_is_refused_or_differs() {
        const Bytes rlp = synthetic(21);
        for (std::size_t at = 0; at < rlp.size(); ++at) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                Bytes mutated = rlp;
                mutated[at] = static_cast<std::uint8_t>(mutated[at] ^ 1U << bit);
                const Result<Header> header = decode_header(mutated);
                QVERIFY(!header || header->hash != decode_header(rlp)->hash);
            }
        }
    }

    void rpc_header_is_the_decoded_one_data() {
        QTest::addColumn<QString>("file");
        QTest::addColumn<int>("fields");
        QTest::newRow("Cancun, a16z/helios") << QString::fromUtf8(rpc_file.data()) << 20;
        QTest::newRow("Fulu, status-im/nimbus-eth1") << QString::fromUtf8(prague_file.data()) << 21;
    }

    void rpc_header_is_the_decoded_one() {
        QFETCH(QString, file);
        QFETCH(int, fields);
        REQUIRE_FIXTURE(block, read_json, file.toStdString());
        const Result<Header> from_rpc = header_from_rpc(*block, "block");
        VERIFY_OK(from_rpc);
        QCOMPARE(from_rpc->fields.size(), static_cast<std::size_t>(fields));
        const Result<Header> decoded = decode_header(from_rpc->rlp);
        VERIFY_OK(decoded);
        QVERIFY(same(*from_rpc, *decoded));
        // The network's own hash of the block, as the endpoint gave it
        QCOMPARE(from_rpc->hash.hex(), (*block)["hash"].get<std::string>());
        QCOMPARE(from_rpc->receipts_root.hex(), (*block)["receiptsRoot"].get<std::string>());
    }

    void rpc_forks_have_no_gaps() {
        REQUIRE_FIXTURE(block, read_json, std::string(prague_file));
        const auto without = [&](std::initializer_list<const char*> keys) {
            codec::Json copy = *block;
            for (const char* key : keys) {
                copy.erase(key);
            }
            return copy;
        };
        for (const char* key : {"baseFeePerGas", "withdrawalsRoot", "blobGasUsed", "excessBlobGas",
                                "parentBeaconBlockRoot", "mixHash", "parentHash"}) {
            REJECTS(header_from_rpc(without({key}), "block"), codec::rules::json_missing);
        }
        QCOMPARE(header_from_rpc(without({"requestsHash"}), "block")->fields.size(), std::size_t{20});
        // Cancun in part
        REJECTS(header_from_rpc(without({"requestsHash", "parentBeaconBlockRoot"}), "block"),
                codec::rules::json_missing);
        QCOMPARE(
            header_from_rpc(
                without({"requestsHash", "parentBeaconBlockRoot", "excessBlobGas", "blobGasUsed"}), "block")
                ->fields.size(),
            std::size_t{17});
        codec::Json null_member = *block;
        null_member["requestsHash"] = nullptr; // some nodes say null before the fork
        QCOMPARE(header_from_rpc(null_member, "block")->fields.size(), std::size_t{20});
    }

    void rpc_member_forms() {
        REQUIRE_FIXTURE(block, read_json, std::string(prague_file));
        const auto with = [&](const char* key, const codec::Json& value) {
            codec::Json copy = *block;
            copy[key] = value;
            return copy;
        };
        REJECTS(header_from_rpc(with("number", "0x01"), "block"), codec::rules::json_value);
        REJECTS(header_from_rpc(with("number", 7), "block"), codec::rules::json_type);
        REJECTS(header_from_rpc(with("number", "0x10000000000000000"), "block"), codec::rules::rlp_width);
        REJECTS(header_from_rpc(with("parentHash", "0x12"), "block"), codec::rules::json_value);
        REJECTS(header_from_rpc(with("logsBloom", "0x12"), "block"), codec::rules::rlp_width);
        REJECTS(header_from_rpc(codec::Json::array(), "block"), codec::rules::json_type);
        const Result<Header> wide = header_from_rpc(with("logsBloom", "0x12"), "block");
        QCOMPARE(QString::fromStdString(wide.error().place), QString("block.logsBloom"));
        // "hash" is not looked at
        QVERIFY(header_from_rpc(with("hash", "nonsense"), "block"));
    }
};

QTEST_GUILESS_MAIN(TestHeaders)
#include "test_headers.moc"
