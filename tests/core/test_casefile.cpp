// Case files: one spelling, whatever is in them; every flipped bit and every zip trick is refused.
// Over 500 lines: each hostile zip file is spelled out, so that its one trick can be read beside its rule.
#include "core/casefile/case_file.h"
#include "core/casefile/manifest.h"
#include "core/casefile/settings.h"
#include "core/casefile/zip_container.h"
#include "core/crypto/hash_function.h"
#include "tests/core/core_test_support.h"
#include <atomic>
#include <thread>

using namespace anchorscope;
using namespace anchorscope::casefile;
using namespace anchorscope::test;

namespace {

Bytes text(std::string_view of) {
    const ByteView view = bytes_of(of);
    return {view.begin(), view.end()};
}

std::string as_text(ByteView view) { return {view.begin(), view.end()}; }

Bytes sample_file(const char* name) {
    QFile file(QStringLiteral(ANCHORSCOPE_SOURCE_DIR "/resources/samples/rollup-table/") +
               QLatin1String(name));
    if (!file.open(QIODevice::ReadOnly)) {
        qFatal("cannot read the sample's %s", name);
    }
    const QByteArray all = file.readAll();
    return {all.begin(), all.end()};
}

/// A case as it is met: a sample's three files, settings and a part of a later version.
Case sample_case() {
    Settings settings;
    settings.chain_id = 77001;
    return {{{"table.hex", sample_file("table.hex")},
             {"envelope.json", sample_file("envelope.json")},
             {"evidence.json", sample_file("evidence.json")},
             {"settings.json", text(write_settings(settings))},
             {"notes.txt", text("kept as it is")}}};
}

Case small_case() { return {{{"table.bin", text("table")}}}; }

Bytes written(const Case& value) { return write_case(value).value(); }

QByteArray rule_of_file(const Bytes& file) { return rule_of(read_case(file)); }

/// Little endian, as zip has it.
void put(Bytes& to, std::size_t at, std::uint64_t value, std::size_t bytes) {
    for (std::size_t i = 0; i < bytes; ++i) {
        to[at + i] = static_cast<std::uint8_t>(value >> (8 * i));
    }
}
std::size_t get(const Bytes& from, std::size_t at, std::size_t bytes) {
    std::size_t value = 0;
    for (std::size_t i = bytes; i-- > 0;) {
        value = value << 8U | from[at + i];
    }
    return value;
}

/// Where the structures of a sound file lie: APPNOTE 4.3.7, 4.3.12, 4.3.16.
struct Places {
    std::size_t end = 0;       ///< of the end record
    std::size_t directory = 0; ///< central directory
    std::vector<std::size_t> local, central;

    explicit Places(const Bytes& file) : end(file.size() - 22), directory(get(file, end + 16, 4)) {
        std::size_t at = directory;
        for (std::size_t left = get(file, end + 10, 2); left > 0; --left) {
            central.push_back(at);
            local.push_back(get(file, at + 42, 4));
            at += 46 + get(file, at + 28, 2) + get(file, at + 30, 2) + get(file, at + 32, 2);
        }
    }
};

/// Puts bytes in and keeps the end record's offset of the directory right.
Bytes inserted(Bytes file, std::size_t at, const Bytes& more) {
    const std::size_t end = file.size() - 22;
    const std::size_t directory = get(file, end + 16, 4);
    if (at <= directory) {
        put(file, end + 16, directory + more.size(), 4);
    } else if (at < end) {
        put(file, end + 12, get(file, end + 12, 4) + more.size(), 4);
    }
    file.insert(file.begin() + static_cast<std::ptrdiff_t>(at), more.begin(), more.end());
    return file;
}

std::vector<Part> members_of(const Bytes& file) { return read_zip(file).value(); }

/// A zip file of these members, canonical as a container, whatever they are.
Bytes packed(const std::vector<Part>& members) {
    std::vector<const Part*> views;
    for (const Part& part : members) {
        views.push_back(&part);
    }
    return write_zip(views);
}

/// `members` with the manifest that fits them.
Bytes packed_with_manifest(std::vector<Part> members) {
    std::vector<const Part*> views;
    for (const Part& part : members) {
        views.push_back(&part);
    }
    Part manifest{"manifest.json", text(manifest_of(views))};
    members.insert(members.begin() + 1, std::move(manifest));
    return packed(members);
}

Part mimetype() { return {"mimetype", text(mime_type)}; }

} // namespace

class TestCasefile : public QObject {
    Q_OBJECT
private slots:
    void a_case_comes_back_whole() {
        const Case given = sample_case();
        const Bytes file = written(given);
        QVERIFY(looks_like_case(file));
        const auto read = read_case(file);
        QVERIFY2(read, read ? "" : read.error().message().c_str());
        QCOMPARE(read->parts.size(), given.parts.size());
        for (const Part& part : given.parts) {
            QVERIFY2(read->part(part.name) != nullptr, part.name.c_str());
            QVERIFY2(*read->part(part.name) == part, part.name.c_str());
        }
        QVERIFY(std::ranges::is_sorted(read->parts, {}, &Part::name));
        QCOMPARE(shown(read->table()->name), QByteArray("table.hex"));
        QVERIFY(written(*read) == file); // the part that nobody understands is kept
    }

    void same_parts_same_bytes() {
        const Case given = sample_case();
        const Bytes file = written(given);
        Case shuffled = given;
        Random random(1);
        for (int i = 0; i < 20; ++i) {
            std::ranges::shuffle(shuffled.parts, random);
            QVERIFY(written(shuffled) == file);
        }
        const QByteArray zone = qgetenv("TZ");
        const QByteArray locale = qgetenv("LC_ALL");
        for (const char* const other :
             {"Pacific/Kiritimati", "America/St_Johns", "Asia/Kathmandu", "bad zone"}) {
            qputenv("TZ", other);
            qputenv("LC_ALL", "tr_TR.UTF-8");
            tzset();
            QVERIFY2(written(given) == file, other);
            QVERIFY2(read_case(file).has_value(), other);
        }
        zone.isNull() ? qunsetenv("TZ") : qputenv("TZ", zone);
        locale.isNull() ? qunsetenv("LC_ALL") : qputenv("LC_ALL", locale);
        tzset();
    }

    /// FORMAT.md, byte by byte, independently of the library that writes it.
    void the_bytes_are_those_of_the_format() {
        const Bytes file = written(small_case());
        const std::vector<Part> members = members_of(file);
        QCOMPARE(members.size(), std::size_t{3});
        Bytes local, central;
        const auto append_number = [](Bytes& to, std::uint64_t value, std::size_t count) {
            to.resize(to.size() + count);
            put(to, to.size() - count, value, count);
        };
        const std::array<std::uint32_t, 3> crc{crc_of(members[0].bytes), crc_of(members[1].bytes),
                                               crc_of(members[2].bytes)};
        for (std::size_t i = 0; i < members.size(); ++i) {
            const std::size_t at = local.size();
            const auto common = [&](Bytes& to) {
                append_number(to, 10, 2);   // version needed
                append_number(to, 0, 2);    // flags
                append_number(to, 0, 2);    // stored
                append_number(to, 0, 2);    // time
                append_number(to, 0x21, 2); // date
                append_number(to, crc[i], 4);
                append_number(to, members[i].bytes.size(), 4);
                append_number(to, members[i].bytes.size(), 4);
                append_number(to, members[i].name.size(), 2);
                append_number(to, 0, 2); // extra field
            };
            append_number(local, 0x04034b50, 4);
            common(local);
            append(local, bytes_of(members[i].name));
            append(local, members[i].bytes);
            append_number(central, 0x02014b50, 4);
            append_number(central, 0x033f, 2); // made by
            common(central);
            append_number(central, 0, 2); // comment
            append_number(central, 0, 2); // disk
            append_number(central, 0, 2); // internal attributes
            append_number(central, 0x81a40000, 4);
            append_number(central, at, 4);
            append(central, bytes_of(members[i].name));
        }
        Bytes expected = local;
        append(expected, central);
        append_number(expected, 0x06054b50, 4);
        append_number(expected, 0, 4); // disks
        append_number(expected, 3, 2);
        append_number(expected, 3, 2);
        append_number(expected, central.size(), 4);
        append_number(expected, local.size(), 4);
        append_number(expected, 0, 2); // comment
        QCOMPARE(shown(to_hex(file)), shown(to_hex(expected)));

        QCOMPARE(shown(members[0].name), QByteArray("mimetype"));
        QCOMPARE(shown(as_text(members[0].bytes)), QByteArray("application/vnd.anchorscope.case+zip"));
        // SHA-256 by sha256sum of coreutils: printf 'application/vnd.anchorscope.case+zip' and 'table'
        QCOMPARE(shown(as_text(members[1].bytes)), QByteArray(R"({
  "schema": "anchorscope.case/1",
  "parts": [
    {
      "name": "mimetype",
      "bytes": "36",
      "sha256": "0x340d394ab8706a360d4284adb47f6bc0bd87018ee57f8b39fa36dd698e43e5d3"
    },
    {
      "name": "table.bin",
      "bytes": "5",
      "sha256": "0x0d4fc4a78d3706edccafb665a8b2fdd9309e82c78625bb0f2b8e7bb9e1c4d21c"
    }
  ]
}
)"));
    }

    /// Every bit of a whole case, and then of a case with each optional part left out.
    void every_flipped_bit_is_refused() {
        const Bytes file = written(sample_case());
        QVERIFY(read_case(file).has_value());
        QVERIFY(file.size() > 6000);
        constexpr std::size_t threads = 2;
        std::array<std::atomic<std::size_t>, threads> tried{};
        std::atomic<std::size_t> accepted{0};
        std::vector<std::thread> pool;
        for (std::size_t thread = 0; thread < threads; ++thread) {
            pool.emplace_back([&, thread] {
                Bytes changed = file;
                for (std::size_t byte = thread; byte < file.size(); byte += threads) {
                    for (unsigned bit = 0; bit < 8; ++bit) {
                        changed[byte] ^= static_cast<std::uint8_t>(1U << bit);
                        accepted += read_case(changed).has_value() ? 1U : 0U;
                        ++tried[thread];
                        changed[byte] ^= static_cast<std::uint8_t>(1U << bit);
                    }
                }
            });
        }
        for (std::thread& thread : pool) {
            thread.join();
        }
        QCOMPARE(tried[0] + tried[1], file.size() * 8);
        QCOMPARE(accepted.load(), std::size_t{0});
    }

    void every_truncation_and_extension_is_refused() {
        const Bytes file = written(sample_case());
        for (std::size_t length = 0; length < file.size(); ++length) {
            const auto cut = static_cast<std::ptrdiff_t>(length);
            QVERIFY2(!read_case(Bytes(file.begin(), file.begin() + cut)),
                     qPrintable(QString::number(length)));
        }
        Bytes longer = file;
        longer.push_back(0);
        QVERIFY(!read_case(longer));
        QCOMPARE(rule_of_file({}), shown(casefile::rules::case_mimetype));
    }

    void what_is_no_case_is_named() {
        QVERIFY(!looks_like_case(text("0x8b1a095a")));
        QVERIFY(!looks_like_case({}));
        const Part plain{"mimetype", text("application/epub+zip")};
        QVERIFY(!looks_like_case(packed({plain, {"table.bin", text("t")}}))); // another program's zip file
        QCOMPARE(rule_of_file(packed({plain})), shown(casefile::rules::case_mimetype));
    }

    void parts_are_required_once() {
        const Part table{"table.bin", text("t")};
        QCOMPARE(rule_of_file(packed({mimetype()})), shown(casefile::rules::case_missing));
        QCOMPARE(rule_of_file(packed({mimetype(), table})), shown(casefile::rules::case_missing));
        QCOMPARE(rule_of_file(packed_with_manifest({mimetype()})), shown(casefile::rules::case_tables));
        QCOMPARE(rule_of_file(packed_with_manifest({mimetype(), table, {"table.hex", text("0x")}})),
                 shown(casefile::rules::case_tables));
        QVERIFY(rule_of_file(packed_with_manifest({mimetype(), table})).isEmpty());
        // Sound parts in another order are another spelling.
        QCOMPARE(rule_of_file(packed_with_manifest({mimetype(), table, {"a.txt", text("a")}})),
                 shown(casefile::rules::case_canonical));
        QCOMPARE(rule_of_file(packed_with_manifest({mimetype(), {"a.txt", text("a")}, table})), QByteArray());
    }

    void the_manifest_binds_every_part() {
        const Case given = sample_case();
        std::vector<Part> members = members_of(written(given));
        for (std::size_t i = 2; i < members.size(); ++i) { // whoever repairs check sums but not the manifest
            std::vector<Part> changed = members;
            changed[i].bytes.back() ^= 1U;
            const auto result = read_case(packed(changed));
            QCOMPARE(rule_of(result), shown(casefile::rules::case_manifest));
            QCOMPARE(shown(result.error().place), shown(members[i].name));
        }
        const auto with = [&members](std::string_view manifest) {
            std::vector<Part> changed = members;
            changed[1].bytes = text(manifest);
            return rule_of_file(packed(changed));
        };
        const std::string sound = as_text(members[1].bytes);
        QCOMPARE(with(sound), QByteArray());
        QCOMPARE(with(sound + "\n"), shown(casefile::rules::case_manifest)); // same content, another spelling
        QCOMPARE(with(""), shown(codec::rules::json_syntax));
        QCOMPARE(with("[]"), shown(casefile::rules::case_manifest));
        QCOMPARE(with("{\"schema\":\"anchorscope.case/1\"}"), shown(casefile::rules::case_manifest));
        std::string other = sound;
        other.replace(other.find("case/1"), 6, "case/2");
        QCOMPARE(with(other), shown(casefile::rules::case_manifest));
        other = sound;
        other.insert(other.find("\"parts\""), "\"pin\": \"1:2:0x00\",\n  ");
        QCOMPARE(with(other), shown(casefile::rules::case_manifest));
    }

    void names_are_plain() {
        for (const char* const name : {"a", "notes.txt", "0-9_z.json", "a.b.c"}) {
            QVERIFY2(is_part_name(name), name);
        }
        const std::string longest(max_part_name, 'a');
        QVERIFY(is_part_name(longest));
        for (const std::string& name :
             {std::string(), std::string("."), std::string(".."), std::string("a..b"), std::string("../a"),
              std::string("a/b"), std::string("a\\b"), std::string("/a"), std::string("A"),
              std::string("a b"), std::string("\xc3\xa4"), std::string("a\0b", 3), std::string("-a"),
              std::string("mimetype"), std::string("manifest.json"), longest + "a"}) {
            QVERIFY2(!is_part_name(name), name.c_str());
            Case value = small_case();
            value.parts.push_back({name, text("x")});
            QCOMPARE(rule_of(write_case(value)), shown(casefile::rules::case_part_name));
        }
        for (const char* const name : {"../a", "a/b", "C:a", "Notes.txt"}) {
            QCOMPARE(rule_of_file(packed_with_manifest({mimetype(), {"table.bin", text("t")}, {name, {}}})),
                     shown(casefile::rules::case_part_name));
        }
    }

    void counts_and_duplicates_are_bounded() {
        Case value = small_case();
        for (std::size_t i = 1; i < max_parts; ++i) {
            value.parts.push_back({"part" + std::to_string(i), {}});
        }
        QVERIFY(read_case(written(value)).has_value());
        value.parts.push_back({"last", {}});
        QCOMPARE(rule_of(write_case(value)), shown(casefile::rules::case_count));
        Case twice = small_case();
        twice.parts.push_back({"a", text("1")});
        twice.parts.push_back({"a", text("2")});
        QCOMPARE(rule_of(write_case(twice)), shown(casefile::rules::case_duplicate));

        // The same name twice in the zip file: rename a sibling of equal length in both headers.
        Case pair = small_case();
        pair.parts.push_back({"aa", text("1")});
        pair.parts.push_back({"ab", text("2")});
        Bytes file = written(pair);
        const Places places(file);
        file[places.local[3] + 31] = 'a';
        file[places.central[3] + 47] = 'a';
        const QByteArray rule = rule_of_file(file); // libzip may see it first
        QVERIFY2(rule == shown(casefile::rules::case_duplicate) ||
                     rule == shown(casefile::rules::case_container),
                 rule);
    }

    /// Tricks that zip allows and a case does not, each by editing a sound file.
    void hostile_containers_data() {
        QTest::addColumn<QByteArray>("file");
        const Bytes sound = written(sample_case());
        const Places at(sound);
        const auto row = [](const char* name, const Bytes& file) {
            QTest::newRow(name) << QByteArray(reinterpret_cast<const char*>(file.data()),
                                              static_cast<qsizetype>(file.size()));
        };
        const auto both = [&](std::size_t member, std::size_t in_local, std::uint64_t value,
                              std::size_t bytes) {
            Bytes file = sound;
            put(file, at.local[member] + in_local, value, bytes);
            put(file, at.central[member] + in_local + 2, value, bytes); // shifted by "made by"
            return file;
        };
        row("declares 4 GiB", both(2, 22, 0xfffffffe, 4));
        row("declares 4 GiB compressed", both(2, 18, 0xfffffffe, 4));
        Bytes file = both(2, 18, 0xfffffffe, 4);
        put(file, at.local[2] + 22, 0xfffffffe, 4);
        put(file, at.central[2] + 24, 0xfffffffe, 4);
        row("declares 4 GiB, both sizes", file);
        file = both(2, 18, 0xffffffff, 4);
        put(file, at.local[2] + 22, 0xffffffff, 4);
        put(file, at.central[2] + 24, 0xffffffff, 4);
        row("sizes deferred to a zip64 field that is not there", file);
        row("deflated", both(2, 8, 8, 2));
        row("unknown method", both(2, 8, 99, 2));
        row("encrypted", both(2, 6, 1, 2));
        row("strongly encrypted", both(2, 6, 0x41, 2));
        row("data descriptor flag", both(2, 6, 8, 2));
        row("UTF-8 flag", both(2, 6, 0x800, 2));
        row("another time", both(2, 10, 0x6000, 2));
        row("another date", both(2, 12, 0x5d21, 2));
        row("another version needed", both(2, 4, 20, 2));
        file = sound;
        put(file, at.central[2] + 4, 0x0314, 2);
        row("another version made by", file);
        file = sound;
        put(file, at.central[2] + 38, 0xa1ff0000, 4);
        row("a symbolic link", file);
        file = sound;
        put(file, at.central[2] + 36, 1, 2);
        row("internal attributes", file);
        file = sound;
        put(file, at.central[3] + 42, at.local[2], 4);
        row("two entries on the same data", file);
        file = sound;
        put(file, at.central[2] + 42, at.local[2] + 4, 4);
        row("an entry that points into another", file);
        file = sound;
        put(file, at.central[2] + 42, 0xfffffff0, 4);
        row("an entry beyond the end", file);
        file = sound;
        std::swap_ranges(file.begin() + static_cast<std::ptrdiff_t>(at.local[2] + 30),
                         file.begin() + static_cast<std::ptrdiff_t>(at.local[2] + 34),
                         file.begin() + static_cast<std::ptrdiff_t>(at.local[2] + 35));
        row("another name in the local header", file);
        file = inserted(sound, sound.size() - 22, text("padding"));
        row("padding in the directory", file);
        row("padding before the directory", inserted(sound, at.directory, text("padding")));
        row("bytes in front", inserted(sound, 0, text("#!/bin/sh\n")));
        file = sound;
        append(file, bytes_of("behind"));
        row("bytes behind", file);
        file = sound;
        put(file, at.end + 20, 7, 2);
        append(file, bytes_of("comment"));
        row("an archive comment", file);
        file = sound;
        put(file, at.end + 20, 22 + 3, 2);
        append(file, bytes_of("xyz"));
        const Bytes end(sound.end() - 22, sound.end());
        append(file, end);
        row("a second end record in the comment", file);
        file = sound;
        put(file, at.end + 10, at.central.size() - 1, 2);
        put(file, at.end + 8, at.central.size() - 1, 2);
        row("one entry kept from the directory", file);
        file = sound;
        put(file, at.end + 10, 0xffff, 2);
        put(file, at.end + 8, 0xffff, 2);
        row("65535 entries claimed", file);
        file = sound;
        put(file, at.end + 4, 1, 2);
        row("another disk", file);
        file = sound;
        put(file, at.central[2] + 30, 4, 2); // an extra field, here of one unknown id without data
        Bytes extra(4);
        put(extra, 0, 0xcafe, 2);
        file = inserted(file, at.central[2] + 46 + get(sound, at.central[2] + 28, 2), extra);
        row("an extra field", file);
        file = sound;
        put(file, at.local[2] + 28, 4, 2);
        file = inserted(file, at.local[2] + 30 + get(sound, at.local[2] + 26, 2), extra);
        row("an extra field in the local header", file);
        file = sound;
        put(file, at.central[2] + 32, 4, 2);
        file = inserted(file, at.central[2] + 46 + get(sound, at.central[2] + 28, 2), text("note"));
        row("a member's comment", file);
        // zip64 end record and locator (APPNOTE 4.3.14, 4.3.15) in front of the end record
        Bytes zip64(56 + 20);
        put(zip64, 0, 0x06064b50, 4);
        put(zip64, 4, 44, 8);
        put(zip64, 12, 45, 2);
        put(zip64, 14, 45, 2);
        put(zip64, 24, at.central.size(), 8);
        put(zip64, 32, at.central.size(), 8);
        put(zip64, 40, at.end - at.directory, 8);
        put(zip64, 48, at.directory, 8);
        put(zip64, 56, 0x07064b50, 4);
        put(zip64, 64, at.end, 8);
        put(zip64, 72, 1, 4);
        file = sound;
        file.insert(file.end() - 22, zip64.begin(), zip64.end());
        row("zip64 beside the end record", file);
        put(file, file.size() - 22 + 16, 0xffffffff, 4);
        put(file, file.size() - 22 + 12, 0xffffffff, 4);
        put(file, file.size() - 22 + 10, 0xffff, 2);
        put(file, file.size() - 22 + 8, 0xffff, 2);
        row("zip64 instead of the end record", file);
    }

    void hostile_containers() {
        QFETCH(QByteArray, file);
        const Bytes sound = written(sample_case());
        const Bytes hostile(file.begin(), file.end());
        QVERIFY(hostile != sound); // the trick did something
        const auto result = read_case(hostile);
        QVERIFY(!result);
        QVERIFY2(result.error().rule.starts_with("case."), result.error().message().c_str());
    }

    /// What a size claims is believed only up to the file's own length: nothing is allocated for it.
    void nothing_is_allocated_for_claims() {
        const Bytes sound = written(small_case());
        const Places at(sound);
        Bytes file = sound;
        for (std::size_t member = 0; member < at.central.size();
             ++member) { // all on the largest member's data
            put(file, at.central[member] + 20, sound.size(), 4);
            put(file, at.central[member] + 24, sound.size(), 4);
        }
        QCOMPARE(rule_of_file(file), shown(casefile::rules::case_container));
        Bytes large(static_cast<std::size_t>(max_case_bytes) + 1);
        std::ranges::copy(sound, large.begin());
        QCOMPARE(rule_of_file(large), shown(casefile::rules::case_size));
    }

    void settings_have_one_spelling() {
        Settings settings;
        settings.chain_id = 1;
        // ERC-8281's mainnet contract, spelled as the ERC does
        settings.contract = Address::parse("0x7186599d6Eb50905ecd34346e705E4C93871143b").value();
        const std::string written_text = write_settings(settings);
        QVERIFY(written_text.find("0x7186599d6Eb50905ecd34346e705E4C93871143b") != std::string::npos);
        QVERIFY(read_settings(written_text).value() == settings);
        QVERIFY(read_settings(write_settings({})).value().is_empty());
        for (std::size_t byte = 0; byte < written_text.size(); ++byte) {
            for (unsigned bit = 0; bit < 8; ++bit) {
                std::string changed = written_text;
                changed[byte] = static_cast<char>(static_cast<unsigned char>(changed[byte]) ^ (1U << bit));
                const auto read = read_settings(changed);
                // Another chain id is another content; nothing else is accepted.
                QVERIFY2(!read || read->chain_id != settings.chain_id, changed.c_str());
                QVERIFY2(!read || read->contract == settings.contract, changed.c_str());
            }
        }
        QCOMPARE(rule_of(read_settings(R"({"schema":"anchorscope.settings/1","pin":"1:2:0x00"})")),
                 shown(casefile::rules::case_settings));
        QCOMPARE(rule_of(read_settings("[]")), shown(casefile::rules::case_settings));
        QCOMPARE(rule_of(read_settings("")), shown(codec::rules::json_syntax));
        QCOMPARE(rule_of(read_settings(std::string(5000, ' ') + written_text)),
                 shown(codec::rules::json_size));
    }

private:
    /// CRC-32 as zip has it, bit by bit: polynomial 0xedb88320, reflected (ISO 3309).
    static std::uint32_t crc_of(const Bytes& bytes) {
        std::uint32_t crc = 0xffffffff;
        for (const std::uint8_t byte : bytes) {
            crc ^= byte;
            for (int bit = 0; bit < 8; ++bit) {
                crc = (crc & 1U) != 0 ? (crc >> 1U) ^ 0xedb88320U : crc >> 1U;
            }
        }
        return ~crc;
    }
};

QTEST_GUILESS_MAIN(TestCasefile)
#include "test_casefile.moc"
