// digest: recomputed over the observation's bytes, it equals the envelope's. The declared function is
// binding; only profiles that cover the whole input are searched, unless one is stated.
#include "core/verify/proof_check.h"
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

/// What the stated profile needs beside the table: as the user states it, else as endpoints asked in this run
/// tell it.
std::optional<digest::ProofInputs> inputs_for(const RungContext& context) {
    const Request& request = context.request;
    if (request.profile == nullptr || !digest::needs_inputs(*request.profile) || request.proof_inputs) {
        return request.proof_inputs;
    }
    return check_proofs(request, context.evidence).inputs;
}

/// Each observation that may be meant, made once for all functions.
std::vector<digest::Observation> observed(const Request& request, const digest::ProofInputs* inputs) {
    const digest::Profile* const stated = request.profile;
    std::vector<digest::Observation> out;
    if (request.slice) { // its root alone, which is what it is anchored by
        const bool asked = stated == &request.slice->profile();
        if (asked || (stated == nullptr && !declares_raw_bytes(request))) {
            out.push_back(request.slice->observation());
        }
        return out;
    }
    for (const digest::Profile& profile : stated == nullptr ? digest::profiles() : std::span(stated, 1)) {
        if (!may_be_searched(request, profile)) {
            continue;
        }
        if (auto made = digest::observe(profile, {*request.source, request.table.get(), inputs})) {
            out.push_back(*std::move(made));
        }
    }
    return out;
}

std::vector<ObservationDigest> compute(const Request& request, const digest::ProofInputs* inputs) {
    std::vector<crypto::HashFunction> functions(crypto::all_hash_functions.begin(),
                                                crypto::all_hash_functions.end());
    if (request.envelope) {
        functions = {request.envelope->hash_function};
    }
    const std::vector<digest::Observation> observations = observed(request, inputs);
    std::vector<ObservationDigest> out;
    for (const crypto::HashFunction function : functions) {
        std::ranges::move(digest::observation_digests(function, observations), std::back_inserter(out));
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

/// What the entries of a slice are shown to be, and what is not shown.
void note_slice(const Request& request, Report& report) {
    if (!request.slice) {
        return;
    }
    std::vector<std::string> indices;
    for (const digest::SliceEntry& entry : request.slice->entries) {
        indices.push_back(std::to_string(entry.index));
    }
    const std::string rollup = request.slice->rollup.decimal();
    report.findings.push_back(
        {std::string(rules::slice_shows),
         Severity::info,
         "digest",
         {},
         cat({"The slice shows ", indices.size() == 1 ? "entry " : "entries ", listed(indices), " of ",
              std::to_string(request.slice->count), " of the table with this root. It does not show that no ",
              "other entry belongs to rollup ", rollup,
              ", nor which of the formats with the same entries the table has."})});
}

std::string_view whose(digest::ObservationOrigin origin) {
    switch (origin) {
    case digest::ObservationOrigin::file:
        return " of the file";
    case digest::ObservationOrigin::calldata:
        return " of the calldata";
    case digest::ObservationOrigin::derived:
        break;
    }
    return " made from the table";
}

/// Public inputs rest on who says what the calldata does not hold; everything else is computed here.
Basis basis_of_inputs(const ObservationDigest& match, const digest::ProofInputs* inputs) {
    if (inputs == nullptr || !digest::needs_inputs(*match.profile)) {
        return {};
    }
    return {inputs->stated ? BasisKind::pinned : BasisKind::endpoint, inputs->sources};
}

/// The inputs come from endpoints that are not all the user's own nodes.
bool doubtful(const RungContext& context, const digest::ProofInputs* inputs) {
    const auto trusted = [&context](const std::string& source) {
        return std::ranges::any_of(context.evidence.endpoints, [&source](const EndpointState& endpoint) {
            return endpoint.trusted && endpoint.name == source;
        });
    };
    return inputs != nullptr && !inputs->stated && !std::ranges::all_of(inputs->sources, trusted);
}

/// Neither a match nor a mismatch may rest on what such an endpoint told.
Rung only_if_honest(const digest::ProofInputs& inputs, bool equal) {
    const std::string who = listed(inputs.sources);
    return not_checked(
        RungId::digest, rules::digest_inputs, cat({"if ", who, " is honest"}),
        cat({"The digest is ", equal ? "equal" : "another", ", if the keys and the block context that ", who,
             " tells are right. State them, or ask your own node."}));
}

Rung match(const Request& request, Report& report, const digest::ProofInputs* inputs) {
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
    note_slice(request, report);
    std::string detail = cat({name_of(best), ", ", counted(best.observation.bytes.size(), "byte", "bytes"),
                              whose(best.observation.origin), ", is equal."});
    if (!report.also_matched.empty()) {
        detail += cat({" Also matches as ", tried(report.also_matched), "."});
    }
    return passed(RungId::digest, basis_of_inputs(best, inputs), cat({"over ", best.profile->id}),
                  std::move(detail));
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
    const auto proof_inputs = inputs_for(context);
    const digest::ProofInputs* const inputs = proof_inputs ? &*proof_inputs : nullptr;
    report.observations = compute(request, inputs);
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
    if (doubtful(context, inputs)) {
        return only_if_honest(*inputs, any);
    }
    return any ? match(request, report, inputs) : mismatch(request, report);
}

} // namespace anchorscope::verify
