#include "app/cli/option_values.h"
#include "app/cli/input.h"
#include "core/anchor/log_search.h"
#include "core/base/u256.h"
#include "core/codec/abi_json.h"
#include "core/crypto/erc55.h"
#include "core/digest/proxy_address.h"
#include "core/report/text_report.h"
#include <QFile>

namespace anchorscope::cli {
namespace {

constexpr std::size_t max_shown = 80; ///< of a text that was refused: a hash whole, a file not

/// "a, b or c", of items that have an id or a name.
template<class Items, class Name>
std::string alternatives(const Items& items, Name name) {
    std::string out;
    std::size_t index = 0;
    for (const auto& item : items) {
        out += index == 0 ? "" : index + 1 == std::size(items) ? " or " : ", ";
        out += name(item);
        ++index;
    }
    return out;
}

template<class Enum>
std::string names_of(std::size_t count) {
    std::vector<Enum> all;
    for (std::size_t index = 0; index < count; ++index) {
        all.push_back(static_cast<Enum>(index));
    }
    return alternatives(all, [](Enum value) { return verify::name(value); });
}

/// The content of a file of at most `most` bytes, read by `read`.
template<class Read>
auto read_value(std::string_view option, const std::string& path, std::size_t most, Read read) {
    QFile file(readable_file(option, path));
    if (!file.open(QIODevice::ReadOnly)) {
        throw UsageError(std::string(option) + ": " + file.errorString().toStdString());
    }
    auto value = read(std::string_view(file.read(static_cast<qint64>(most) + 1).toStdString()));
    if (!value) {
        throw UsageError(std::string(option) + ": " + report::printable(value.error().message()));
    }
    return *std::move(value);
}

constexpr std::size_t policy_count = static_cast<std::size_t>(verify::Policy::final_) + 1;

} // namespace

void refuse(std::string_view option, std::string_view expected, std::string_view given) {
    std::string text(option);
    text.append(": expected ").append(expected).append(", got '");
    text.append(report::printable(given.substr(0, max_shown))).append(given.size() > max_shown ? "…'" : "'");
    throw UsageError(text);
}

Hash32 hash_value(std::string_view option, std::string_view text) {
    const auto hash = Hash32::parse(text);
    if (!hash) {
        refuse(option, "0x and 64 hex digits", text);
    }
    return *hash;
}

Address address_value(std::string_view option, std::string_view text) {
    if (!Address::parse(text)) {
        refuse(option, "an address (0x and 40 hex digits)", text);
    }
    const auto address = crypto::parse_checksummed(text);
    if (!address) {
        refuse(option, "an address in lower case or with its ERC-55 checksum", text);
    }
    return *address;
}

std::uint64_t number_value(std::string_view option, std::string_view text, std::uint64_t least,
                           std::uint64_t most) {
    const auto number = U256::parse_decimal(text);
    const std::optional<std::uint64_t> value = number ? number->to_u64() : std::nullopt;
    if (!value || *value < least || *value > most) {
        std::string expected = "a decimal number";
        if (most != UINT64_MAX) {
            expected.append(" from ")
                .append(std::to_string(least))
                .append(" to ")
                .append(std::to_string(most));
        }
        refuse(option, expected, text);
    }
    return *value;
}

std::optional<Hash32> hash_option(const Arguments& arguments, std::string_view option) {
    const auto given = arguments.value(option);
    return given ? std::optional(hash_value(option, *given)) : std::nullopt;
}

std::optional<Address> address_option(const Arguments& arguments, std::string_view option) {
    const auto given = arguments.value(option);
    return given ? std::optional(address_value(option, *given)) : std::nullopt;
}

std::optional<std::uint64_t> number_option(const Arguments& arguments, std::string_view option,
                                           std::uint64_t least, std::uint64_t most) {
    const auto given = arguments.value(option);
    return given ? std::optional(number_value(option, *given, least, most)) : std::nullopt;
}

std::optional<std::uint64_t> block_option(const Arguments& arguments, std::string_view option) {
    return number_option(arguments, option, 0, anchor::max_block_number);
}

std::pair<std::optional<std::uint64_t>, std::optional<std::uint64_t>>
span_options(const Arguments& arguments) {
    const auto first = block_option(arguments, "--from");
    const auto last = block_option(arguments, "--to");
    if (first && last && *first > *last) {
        throw UsageError("--from: is behind --to");
    }
    return {first, last};
}

verify::Policy policy_value(std::string_view option, std::string_view text) {
    const auto policy = verify::policy_named(text);
    if (!policy) {
        refuse(option, names_of<verify::Policy>(policy_count), text);
    }
    return *policy;
}

verify::RungId rung_value(std::string_view option, std::string_view text) {
    const auto rung = verify::rung_named(text);
    if (!rung) {
        refuse(option, names_of<verify::RungId>(verify::rung_count), text);
    }
    return *rung;
}

verify::Pin pin_value(std::string_view option, std::string_view text) {
    auto pin = verify::parse_pin(text);
    if (!pin) {
        refuse(option, "[CHAIN:]NUMBER:HASH", text);
    }
    return *std::move(pin);
}

anchor::DeclaredEvent event_value(std::string_view option, std::string_view text) {
    auto event = anchor::parse_declared_event(text);
    if (!event) {
        throw UsageError(std::string(option) + ": " + event.error().text + ", got '" +
                         report::printable(text.substr(0, max_shown)) +
                         (text.size() > max_shown ? "…'" : "'"));
    }
    return *std::move(event);
}

std::pair<std::uint64_t, Address> rollup_contract_value(std::string_view option, std::string_view text) {
    const std::size_t equals = text.find('=');
    if (equals == std::string_view::npos) {
        refuse(option, "ID=ADDRESS", text);
    }
    return {number_value(option, text.substr(0, equals), 1, UINT64_MAX),
            address_value(option, text.substr(equals + 1))};
}

chain::SlotClock slot_clock_value(std::string_view option, std::string_view text) {
    const auto clock = verify::parse_slot_clock(text);
    if (!clock) {
        refuse(option, "CHAIN:GENESIS:SECONDS[:SLOTS_PER_EPOCH], decimal", text);
    }
    return *clock;
}

const digest::Profile& profile_value(std::string_view option, std::string_view text) {
    const digest::Profile* const profile = digest::profile_named(text);
    if (profile == nullptr) {
        refuse(option, alternatives(digest::profiles(), [](const auto& one) { return one.id; }), text);
    }
    return *profile;
}

digest::ProofInputs proof_inputs_value(std::string_view option, const std::string& path) {
    return read_value(option, path, digest::max_proof_inputs_bytes, [&path](std::string_view text) {
        return digest::read_proof_inputs(text, path.substr(path.find_last_of('/') + 1));
    });
}

table::SignatureBook signature_book_value(std::string_view option, const std::vector<std::string>& paths) {
    table::SignatureBook book;
    for (const std::string& path : paths) {
        book.add(read_value(option, path, codec::max_abi_json_bytes, codec::read_abi_json));
    }
    return book;
}

table::AddressLabels labels_value(std::string_view option, const std::string& path) {
    return read_value(option, path, table::max_labels_bytes, table::read_address_labels);
}

Bytes code_value(std::string_view option, const std::string& path) {
    constexpr std::size_t most = 2 * digest::max_proxy_code_bytes + 4; // digits, 0x, the end of a line
    return read_value(option, path, most, [](std::string_view text) {
        text.remove_suffix(text.size() - std::min(text.size(), text.find_last_not_of(" \r\n\t") + 1));
        return from_hex(text, HexPrefix::optional);
    });
}

std::shared_ptr<const table::StatedFormats> stated_formats(const Arguments& arguments) {
    const auto path = arguments.value("--format-abi");
    return path ? read_value("--format-abi", *path, codec::max_abi_json_bytes, table::StatedFormats::read)
                : nullptr;
}

const table::TableFormat& format_value(std::string_view option, std::string_view text) {
    const table::TableFormat* const format = table::format_named(text);
    if (format == nullptr) {
        refuse(option, alternatives(table::formats(), [](const auto& one) { return one.id; }), text);
    }
    return *format;
}

void choose_format(const Arguments& arguments, model::VerifyOptions& options) {
    options.statedFormats = stated_formats(arguments);
    if (const auto path = arguments.value("--format-abi")) {
        options.statedFormatsFile = readable_file("--format-abi", *path);
    }
    const auto id = arguments.value("--format");
    if (!id) {
        return;
    }
    std::vector<table::TableFormat> known(table::formats().begin(), table::formats().end());
    if (options.statedFormats) {
        const auto stated = options.statedFormats->formats();
        known.insert(known.end(), stated.begin(), stated.end());
    }
    if (std::ranges::find(known, *id, &table::TableFormat::id) == known.end()) {
        refuse("--format", alternatives(known, [](const auto& one) { return one.id; }), *id);
    }
    options.format = QString::fromStdString(*id);
}

crypto::HashFunction hash_function_value(std::string_view option, std::string_view text) {
    const auto function = crypto::hash_function_named(text);
    if (!function) {
        refuse(option, alternatives(crypto::all_hash_functions, [](auto one) { return crypto::name(one); }),
               text);
    }
    return *function;
}

QUrl endpoint_value(std::string_view option, std::string_view text) {
    const std::string_view given = text;
    const std::size_t digits = text.find_first_not_of("0123456789");
    if (digits != 0 && digits != std::string_view::npos && text[digits] == '=') {
        if (text.substr(0, digits) != "0") {
            throw UsageError(std::string(option) +
                             ": endpoints of rollups cannot be asked yet, only of L1 (domain 0), got '" +
                             report::printable(given.substr(0, digits + 1)) + "'");
        }
        text.remove_prefix(digits + 1);
    }
    QUrl url(QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size())), QUrl::StrictMode);
    const QString scheme = url.scheme();
    if (!url.isValid() || url.host().isEmpty() ||
        (scheme != QLatin1String("http") && scheme != QLatin1String("https"))) {
        // What was given may hold a key: it is not repeated.
        throw UsageError(std::string(option) +
                         ": expected an address like http://127.0.0.1:8545 or https://host/path");
    }
    return url;
}

} // namespace anchorscope::cli
