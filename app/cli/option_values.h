// Values of options: text in, the value or a UsageError that names the option and says what it expects.
#pragma once
#include "app/cli/arguments.h"
#include "core/crypto/hash_function.h"
#include "core/digest/profile.h"
#include "core/table/address_labels.h"
#include "core/table/signature_book.h"
#include "model/session/case_inputs.h"
#include <QUrl>

namespace anchorscope::cli {

/// "--expect: expected …, got '…'". The text given is made printable and cut.
[[noreturn]] void refuse(std::string_view option, std::string_view expected, std::string_view given);

[[nodiscard]] Hash32 hash_value(std::string_view option, std::string_view text);
/// Any spelling in one case, or the exact ERC-55 checksum.
[[nodiscard]] Address address_value(std::string_view option, std::string_view text);
/// Decimal digits, between the two limits.
[[nodiscard]] std::uint64_t number_value(std::string_view option, std::string_view text, std::uint64_t least,
                                         std::uint64_t most);
/// The same of an option that may not be given.
[[nodiscard]] std::optional<Hash32> hash_option(const Arguments& arguments, std::string_view option);
[[nodiscard]] std::optional<Address> address_option(const Arguments& arguments, std::string_view option);
[[nodiscard]] std::optional<std::uint64_t> number_option(const Arguments& arguments, std::string_view option,
                                                         std::uint64_t least, std::uint64_t most);
/// A block's number.
[[nodiscard]] std::optional<std::uint64_t> block_option(const Arguments& arguments, std::string_view option);
/// Of --from and --to, each may be left out; UsageError where they are upside down.
[[nodiscard]] std::pair<std::optional<std::uint64_t>, std::optional<std::uint64_t>>
span_options(const Arguments& arguments);
[[nodiscard]] verify::Policy policy_value(std::string_view option, std::string_view text);
[[nodiscard]] verify::RungId rung_value(std::string_view option, std::string_view text);
[[nodiscard]] verify::Pin pin_value(std::string_view option, std::string_view text);
[[nodiscard]] anchor::DeclaredEvent event_value(std::string_view option, std::string_view text);
/// ID=ADDRESS.
[[nodiscard]] std::pair<std::uint64_t, Address> rollup_contract_value(std::string_view option,
                                                                      std::string_view text);
[[nodiscard]] chain::SlotClock slot_clock_value(std::string_view option, std::string_view text);
[[nodiscard]] const digest::Profile& profile_value(std::string_view option, std::string_view text);
/// A file of what public inputs need beside the calldata (core/digest/proof_inputs.h).
[[nodiscard]] digest::ProofInputs proof_inputs_value(std::string_view option, const std::string& path);
/// What is well known, and the user's ABI files before it.
[[nodiscard]] table::SignatureBook signature_book_value(std::string_view option,
                                                        const std::vector<std::string>& paths);
[[nodiscard]] table::AddressLabels labels_value(std::string_view option, const std::string& path);
/// A file of creation code in hex; of a compiler's output the "bytecode" without what surrounds it.
[[nodiscard]] Bytes code_value(std::string_view option, const std::string& path);
[[nodiscard]] const table::TableFormat& format_value(std::string_view option, std::string_view text);
/// --format ID and --format-abi FILE; ids of either.
void choose_format(const Arguments& arguments, model::VerifyOptions& options);
/// --format-abi; null where it is not given.
[[nodiscard]] std::shared_ptr<const table::StatedFormats> stated_formats(const Arguments& arguments);
[[nodiscard]] crypto::HashFunction hash_function_value(std::string_view option, std::string_view text);

/// http or https with a host. "0=URL" names L1 as "URL" does; other domains are refused.
[[nodiscard]] QUrl endpoint_value(std::string_view option, std::string_view text);

} // namespace anchorscope::cli
