// Reports as JSON, schema "anchorscope.report/1": stable key order, reproducible byte for byte.
#pragma once
#include "core/report/annex.h"
#include "core/table/address_labels.h"
#include "core/table/signature_book.h"
#include "core/transition/mirror.h"
#include "core/transition/replay.h"
#include "core/verify/report.h"

namespace anchorscope::report {

struct ToolVersion {
    std::string name;
    std::string version;
};

/// Everything a report is written from.
/// What the addresses of cross-chain proxies are computed from (digest/proxy_address.h).
struct ProxyCode {
    Address manager;
    Bytes creation_code; ///< without arguments
};

struct Subject {
    const verify::Request& request;
    const verify::Evidence& evidence;
    const verify::TablePart* table_part = nullptr;
    const transition::Tree* tree = nullptr;
    const transition::Bundle* bundle = nullptr;      ///< several tables (inspect --peer)
    const transition::JoinedOrder* joined = nullptr; ///< of the bundle
    const transition::Replay* replay = nullptr;      ///< of an L1 table
    const table::SignatureBook* names = nullptr;     ///< `inspect`: functions and errors by name
    const table::AddressLabels* labels = nullptr;    ///< the user's names of addresses
    const ProxyCode* proxy_code = nullptr;           ///< `inspect`: the senders that calls' targets see
    bool steps = false;                              ///< `inspect`: how every digest came about, step by step
    const Annex* annex = nullptr;                    ///< of a report that is kept: what `verify` leaves out
};

/// `verify --json`; with an annex, `report`: the same, and before `tool` the members of annex_json
/// (json_parts.h). Of a log in `anchor`: `receipt` is its receipt's position in the block and
/// `receipt_log_position` its own in the receipt (ERC-8281), both from 0; `log_index` counts through the
/// block, as JSON-RPC does. A finding's `range` counts in the table's decoded bytes.
[[nodiscard]] std::string verify_json(const verify::Report& report, const Subject& subject,
                                      const ToolVersion& tool);
/// `inspect --json`: input, digests, findings, entries, tree (DESIGN), and the order of several tables; names
/// and steps where they are asked for.
[[nodiscard]] std::string inspect_json(const Subject& subject, const ToolVersion& tool);

} // namespace anchorscope::report
