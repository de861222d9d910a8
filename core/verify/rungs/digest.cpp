// digest: recomputed over the observation's bytes, it equals the envelope's. The declared function is
// binding; only profiles that cover the whole input are searched, unless one is stated.
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

using digest::ObservationDigest;

/// Both older generations declare raw bytes: those of the file, or of the calldata that its hex text spells;
/// never an encoding that is derived from them.
constexpr std::array<std::string_view, 2> raw_profiles{"file", "calldata"};

bool declares_raw_bytes(const Request& request) {
    return request.envelope && request.envelope->generation != anchor::Generation::erc8281;
}

bool may_be_searched(const Request& request, const digest::Profile& profile) {
    if (request.profile != nullptr) {
        return profile.id == request.profile->id;
    }
    const bool raw = std::ranges::find(raw_profiles, profile.id) != raw_profiles.end();
    return profile.uncovered.empty() && (raw || !declares_raw_bytes(request));
}

std::vector<ObservationDigest> compute(const Request& request) {
    std::vector<crypto::HashFunction> functions(crypto::all_hash_functions.begin(),
                                                crypto::all_hash_functions.end());
    if (request.envelope) {
        functions = {request.envelope->hash_function};
    }
    std::vector<ObservationDigest> out;
    for (const crypto::HashFunction function : functions) {
        for (const digest::Profile& profile : digest::profiles()) {
            if (!may_be_searched(request, profile)) {
                continue;
            }
            if (const auto bytes = digest::observe(profile, *request.source, request.table.get())) {
                out.push_back({&profile, function, crypto::hash(function, bytes->bytes), *bytes});
            }
        }
    }
    return out;
}

std::string name_of(const ObservationDigest& digest) {
    return cat({crypto::name(digest.function), " over ", digest.profile->id});
}

std::string tried(const std::vector<ObservationDigest>& digests) {
    std::vector<std::string> names;
    names.reserve(digests.size());
    for (const ObservationDigest& digest : digests) {
        names.push_back(name_of(digest));
    }
    return listed(names);
}

/// The digest that a reader would compare: that of the table's bytes rather than of their spelling in a file.
const ObservationDigest& representative(const std::vector<ObservationDigest>& digests) {
    const auto table = std::ranges::find_if(
        digests, [](const ObservationDigest& each) { return each.profile->needs_table; });
    return table == digests.end() ? digests.front() : *table;
}

Rung mismatch(const Request& request, const Report& report) {
    const ObservationDigest& shown = representative(report.observations);
    return failed(
        RungId::digest, rules::digest_mismatch, {},
        cat({"The ", request.table ? "table" : "input", " does not have the digest that ",
             request.envelope ? "the envelope states" : "is expected", "; tried ", tried(report.observations),
             declares_raw_bytes(request) && request.profile == nullptr
                 ? cat({" (the ", anchor::title(request.envelope->generation), " declares raw bytes)"})
                 : std::string(),
             "."}),
        report.expected_digest->hex(), shown.value.hex());
}

void note_uncovered(const ObservationDigest& match, Report& report) {
    if (!match.profile->uncovered.empty()) {
        report.findings.push_back({std::string(rules::digest_uncovered), Severity::warning, "digest",
                                   match.observation.range,
                                   cat({"The profile ", match.profile->id,
                                        " leaves bytes uncommitted: ", match.profile->uncovered, "."})});
    }
}

Rung match(Report& report) {
    for (const ObservationDigest& digest : report.observations) {
        if (digest.value != *report.expected_digest) {
            continue;
        }
        if (!report.matched) {
            report.matched = digest;
        } else {
            report.also_matched.push_back(digest);
        }
    }
    const ObservationDigest& best = *report.matched;
    note_uncovered(best, report);
    std::string detail = cat({name_of(best), ", ", counted(best.observation.bytes.size(), "byte", "bytes"),
                              best.observation.of_file ? " of the file" : " of the calldata", ", is equal."});
    if (!report.also_matched.empty()) {
        detail += cat({" Also matches as ", tried(report.also_matched), "."});
    }
    return passed(RungId::digest, {}, cat({"over ", best.profile->id}), std::move(detail));
}

Rung nothing_expected(const RungContext& context, const Report& report) {
    const auto equal = std::ranges::count(report.anchors, true, &AnchorSeen::equal);
    std::string detail = "No digest is expected: attach an envelope or state one.";
    if (equal > 0) {
        const auto seen = std::ranges::find(report.anchors, true, &AnchorSeen::equal);
        detail += cat({" Evidence holds ", counted(static_cast<std::size_t>(equal), "log", "logs"),
                       " with a digest of this input, e.g. in block ",
                       std::to_string(context.evidence.blocks[seen->block].header.number), "."});
    }
    return not_checked(RungId::digest, rules::digest_nothing_expected, "none stated", std::move(detail));
}

} // namespace

Rung check_digest(const RungContext& context, Report& report) {
    const Request& request = context.request;
    report.expected_digest = digest_expected(request);
    if (!request.source) {
        return cannot_check(RungId::digest, rules::digest_profile, "no input", "There are no bytes to hash.");
    }
    report.observations = compute(request);
    for (AnchorSeen& seen : report.anchors) {
        seen.equal = std::ranges::any_of(report.observations, [&seen](const ObservationDigest& digest) {
            return digest.value == seen.digest;
        });
    }
    if (!report.expected_digest) {
        return nothing_expected(context, report);
    }
    if (request.envelope && request.expected_digest && *request.expected_digest != request.envelope->digest) {
        return failed(RungId::digest, rules::digest_expectations, {},
                      "The envelope states another digest than the one you expect.",
                      request.expected_digest->hex(), request.envelope->digest.hex());
    }
    if (report.observations.empty()) {
        return cannot_check(
            RungId::digest, rules::digest_profile, "profile does not apply",
            cat({"The profile ", request.profile != nullptr ? request.profile->id : "asked for",
                 " does not apply to this input."}));
    }
    const bool any = std::ranges::any_of(report.observations, [&report](const ObservationDigest& digest) {
        return digest.value == *report.expected_digest;
    });
    return any ? match(report) : mismatch(request, report);
}

} // namespace anchorscope::verify
