#include "core/synth/synth.h"
#include "core/crypto/erc55.h"
#include "core/synth/draft.h"
#include "core/transition/invariant_rules.h"

namespace anchorscope::synth {
namespace {

struct Bound {
    std::string_view what;
    std::uint32_t value, least, most;
};

Result<void> check(const Options& options) {
    const std::array bounds{Bound{"entries", options.entries, 0, max_entries},
                            Bound{"rollups", options.rollups, 1, max_rollups},
                            Bound{"depth", options.depth, 0, max_depth},
                            Bound{"calls", options.calls, 1, max_calls},
                            Bound{"lookups", options.lookups, 0, max_lookups},
                            Bound{"spans", options.spans, 0, max_spans},
                            Bound{"proof systems", options.proof_systems, 1, max_proof_systems},
                            Bound{"immediate entries", options.immediate, 0, options.entries},
                            Bound{"transient entries", options.transient, 0, options.entries}};
    for (const Bound& bound : bounds) {
        if (bound.value < bound.least || bound.value > bound.most) {
            std::string text = "expected ";
            text += bound.what;
            text += " from " + std::to_string(bound.least) + " to " + std::to_string(bound.most) + ", not " +
                    std::to_string(bound.value);
            return fail(rules::options, std::move(text));
        }
    }
    if (options.entries == 0 && options.spans > 0) {
        return fail(rules::options, "expected no revert spans without entries");
    }
    return {};
}

Result<const table::TableFormat*> format_of(const Options& options) {
    const std::string_view demanded =
        options.broken != nullptr ? options.broken->format : std::string_view("eez-main.l1");
    const table::TableFormat* const format = options.format != nullptr && options.broken == nullptr
                                                 ? options.format
                                                 : table::format_named(demanded);
    if (options.format != nullptr && options.format != format) {
        return fail(rules::options, "expected the version that is broken in this way, " +
                                        std::string(demanded) + ", not " + std::string(options.format->id));
    }
    if (format->scheme != table::Scheme::partitioned) {
        return fail(rules::options,
                    "expected a version that lists calls flat, not " + std::string(format->id));
    }
    return format;
}

/// The draft up to its calldata.
Result<Draft> drafted(Options options) {
    const auto format = format_of(options);
    if (!format) {
        return tl::unexpected(format.error());
    }
    const Break* const broken = options.broken;
    if (broken != nullptr && broken->options != nullptr) {
        broken->options(options);
    }
    if (const auto good = check(options); !good) {
        return tl::unexpected(good.error());
    }
    Draft draft(options, **format);
    const auto step = [&](void (*Break::*which)(Draft&)) {
        if (broken != nullptr && broken->*which != nullptr) {
            (broken->*which)(draft);
        }
    };
    draft.verdict = broken != nullptr ? broken->verdict : draft.verdict;
    plan(draft);
    step(&Break::plan);
    execute(draft);
    add_lookups(draft);
    const bool hooked = std::ranges::any_of(
        draft.entries, [](const PlannedEntry& entry) { return entry.transient && entry.called; });
    if (hooked) {
        draft.expect(transition::rules::transient_hook, "transientExecutionEntryCount", Severity::info);
    }
    step(&Break::table);
    draft.calldata = calldata_of(draft.table);
    step(&Break::bytes);
    step(&Break::logs);
    return draft;
}

} // namespace

std::vector<const table::TableFormat*> formats() {
    std::vector<const table::TableFormat*> out;
    for (const table::TableFormat& format : table::formats()) {
        if (format.scheme == table::Scheme::partitioned) {
            out.push_back(&format);
        }
    }
    return out;
}

Result<Synthetic> make(const Options& options) {
    if (options.entries > max_evidence_entries) {
        return fail(rules::options, "expected at most " + std::to_string(max_evidence_entries) +
                                        " entries with a block around them");
    }
    return drafted(options).and_then([](Draft draft) { return surround(std::move(draft)); });
}

Result<Bytes> make_calldata(const Options& options) {
    return drafted(options).map([](Draft draft) { return std::move(draft.calldata); });
}

std::vector<std::string> Synthetic::verify_arguments(std::string folder) const {
    std::vector<std::string> out{
        "verify",      std::move(folder),
        "--pin-block", std::to_string(chain_id) + ":" + std::to_string(pin.number) + ":" + pin.hash.hex(),
        "--contract",  crypto::checksummed(contract)};
    if (format->side == table::Side::l1) {
        out.emplace_back("--manager");
        out.push_back(crypto::checksummed(manager));
    }
    return out;
}

} // namespace anchorscope::synth
