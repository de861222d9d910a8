// proof: the chain accepted this table. A raw transaction in an authentic block, sent to the stated manager,
// carries its bytes and succeeded; or an endpoint's trace, asked for in this run, shows them in a call inside
// such a transaction; or the proof of this very table recomputes, and the manager took a batch. BatchPosted
// alone names no table. Absence proves nothing, so it never fails.
#include "core/verify/proof_check.h"
#include "core/verify/rung_context.h"

namespace anchorscope::verify {
namespace {

std::string where(const RungContext& context) {
    const chain::BlockEvidence& block = *context.posting_block();
    const Posting& posting = *context.posting;
    const std::string at = cat({"Transaction ", place_in(block, posting.transaction), " in block ",
                                std::to_string(block.header.number)});
    if (!posting.trace) {
        return cat({at, " carries these bytes"});
    }
    const TraceEvidence& trace = context.evidence.traces[*posting.trace];
    return cat(
        {at, " sends these bytes to the manager in a call inside it, says ", trace.source.name, "'s trace"});
}

/// A file's trace shows the posting: whoever made the file could write anything into it.
const TraceEvidence* shown_by_a_file(const RungContext& context) {
    const auto found = std::ranges::find_if(context.evidence.traces, [&context](const TraceEvidence& each) {
        return each.source.kind != chain::SourceKind::endpoint &&
               each.trace->find_call(*context.request.expect.manager, context.request.table->calldata());
    });
    return found == context.evidence.traces.end() ? nullptr : &*found;
}

Rung not_found(const RungContext& context) {
    if (const TraceEvidence* const trace = shown_by_a_file(context)) {
        Rung rung = not_checked(
            RungId::proof, rules::proof_trace_of_file, "only a trace of the case",
            cat({"A trace supplied by the case (", trace->source.name,
                 ") shows these bytes in a call to the manager in transaction ", trace->transaction.hex(),
                 ". It proves nothing: an endpoint has to be asked for its own."}));
        rung.basis = basis_of(trace->source);
        return rung;
    }
    if (batch_seen(context.request, context.evidence)) {
        return not_checked(
            RungId::proof, rules::proof_contents, "contents not bound",
            "Batch seen, contents not bound: the event names no table, and no transaction in evidence "
            "carries these bytes to the manager.");
    }
    return not_checked(RungId::proof, rules::proof_not_found, "not found",
                       "No transaction in evidence carries these bytes to the manager.");
}

Basis readers_of(const ProofCheck& check) { return {BasisKind::endpoint, check.sources}; }

/// The signers of the batch's proofs, as endpoints tell them.
std::string proven_words(const RungContext& context, const ProofCheck& check) {
    std::vector<std::string> signers;
    for (const Address& signer : check.signers) {
        signers.push_back(signer.hex());
    }
    return cat({"The public inputs of this table recompute, and its proof is signed by ", listed(signers),
                ", the signer at block ", std::to_string(context.evidence.blocks[check.block].header.number),
                ", says ", listed(check.sources), "."});
}

/// "the contract of rollup 2 (0x…)", of all that nobody stated.
std::string found_contracts(const ProofCheck& check) {
    std::vector<std::string> out;
    for (const auto& [id, contract] : check.contracts.known) {
        if (contract.block) {
            out.push_back(
                cat({"the contract of rollup ", std::to_string(id), " (", contract.address.hex(), ")"}));
        }
    }
    return listed(out);
}

/// Where no posting is found: a proof of exactly this table, and a batch that the manager took. Which
/// transaction carried the table stays unknown.
std::optional<Rung> by_proof(const RungContext& context, const ProofCheck& check) {
    if (check.state != ProofCheck::State::verified) {
        return {};
    }
    const chain::BlockEvidence& block = context.evidence.blocks[check.block];
    const Authority authority = authority_of(context.request, context.evidence, context.chain, block.header);
    const std::string number = std::to_string(block.header.number);
    if (const auto foreign = foreign_chain(block, context.chain)) {
        return failed(RungId::proof, rules::proof_chain_id, basis_of(block.source),
                      cat({"Transactions of block ", number,
                           ", in which the manager took a batch, are signed for another chain."}),
                      std::to_string(*context.chain), std::to_string(*foreign));
    }
    if (const std::string found = found_contracts(check); !found.empty()) {
        return not_checked(RungId::proof, rules::proof_rollup_unstated, "rollup's contract not stated",
                           cat({proven_words(context, check),
                                " But not by whom: anyone can register a rollup whose contract takes "
                                "proofs of his own, and sign a table that was never posted. State ",
                                found, " to accept it."}));
    }
    if (!authority.passed()) {
        return not_checked(RungId::proof, rules::proof_block, "if the block is real",
                           cat({proven_words(context, check), " The manager took a batch in block ", number,
                                ", if that is real. ", authority.detail}));
    }
    return passed(RungId::proof,
                  weakest(weakest(readers_of(check), authority.basis()), basis_of(block.source)),
                  "proof verified",
                  cat({proven_words(context, check), " The manager took a batch in block ", number,
                       "; which transaction carried this table is not shown."}));
}

void note_proof(const RungContext& context, const ProofCheck& check, Report& report) {
    const auto note = [&report](std::string_view rule, Severity severity, std::string text) {
        report.findings.push_back({std::string(rule), severity, "proof", {}, std::move(text)});
    };
    for (const auto& [id, contract] : check.contracts.known) {
        if (contract.block && check.state != ProofCheck::State::inapplicable) {
            note(rules::proof_rollup_contract, Severity::info,
                 cat({"The contract of rollup ", std::to_string(id), " is ", contract.address.hex(),
                      ", as the manager logged in block ",
                      std::to_string(context.evidence.blocks[*contract.block].header.number),
                      "; that it was not changed since, endpoints say."}));
        }
    }
    if (check.state == ProofCheck::State::verified) {
        note(rules::proof_verified, Severity::info, proven_words(context, check));
    } else if (check.state == ProofCheck::State::differs) {
        note(rules::proof_differs, Severity::warning, check.why);
    } else if (check.state == ProofCheck::State::unusable) {
        note(rules::proof_unusable, Severity::warning, check.why);
    }
}

/// Endpoints' traces that are not of the transaction they were given for.
void note_unfit_traces(const RungContext& context, Report& report) {
    for (const TraceEvidence& each : context.evidence.traces) {
        for (const chain::BlockEvidence& block : context.evidence.blocks) {
            const auto index = block.find_transaction(each.transaction);
            if (index && !trace_fits(*each.trace, block.transactions[*index])) {
                report.findings.push_back({std::string(rules::trace_unusable),
                                           Severity::warning,
                                           each.source.name,
                                           {},
                                           cat({"Its trace of ", each.transaction.hex(),
                                                " begins with another call than that transaction's."})});
                break;
            }
        }
    }
}

Rung judge(const RungContext& context) {
    const Posting& posting = *context.posting;
    const chain::BlockEvidence& block = *context.posting_block();
    const Authority& authority = *context.posting_authority;
    const Basis source = posting_basis(context);
    if (posting.other_chain) {
        return failed(RungId::proof, rules::proof_chain_id, source,
                      cat({where(context), ", but transactions of that block are signed for another chain."}),
                      std::to_string(*context.chain), std::to_string(*posting.other_chain));
    }
    if (!posting.receipt_proven) {
        return not_checked(
            RungId::proof, rules::proof_receipt, "receipt not proven",
            cat({where(context), ", but its receipt is not proven: whether it succeeded is unknown."}));
    }
    if (!posting.succeeded) {
        return not_checked(RungId::proof, rules::proof_reverted, "reverted",
                           cat({where(context), ", but it did not succeed: this posting was not accepted."}));
    }
    if (authority.state == RungState::failed) {
        return failed(RungId::proof, rules::proof_block, source,
                      cat({where(context), ". ", authority.detail}), authority.expected, authority.actual);
    }
    const std::string summary = cat({"block ", std::to_string(block.header.number)});
    if (!authority.passed()) {
        return not_checked(
            RungId::proof, rules::proof_block, "if the block is real",
            cat({where(context), " and succeeded, if ", summary, " is real. ", authority.detail}));
    }
    return passed(
        RungId::proof, weakest(source, authority.basis()), summary,
        cat({where(context), context.posting->trace ? ". It succeeded." : " to the manager and succeeded."}));
}

} // namespace

Rung check_proof(const RungContext& context, Report& report) {
    const Request& request = context.request;
    if (!request.table) {
        return cannot_check(RungId::proof, rules::table_opaque, "opaque",
                            "An opaque observation is posted nowhere.");
    }
    if (request.table->format->side == table::Side::none) {
        return cannot_check(RungId::proof, rules::table_messages, "no manager",
                            "Messages are published, not posted to a manager: no proof of theirs is known.");
    }
    if (request.table->format->side == table::Side::l2) {
        return not_checked(RungId::proof, rules::rollup_evidence, "no evidence",
                           "There is no evidence of the rollup's chain.");
    }
    if (!request.expect.manager) {
        return not_checked(RungId::proof, rules::manager_not_stated, "manager not stated",
                           "Manager not stated: anyone can deploy a contract that takes these bytes.");
    }
    note_unfit_traces(context, report);
    const ProofCheck check = check_proofs(request, context.evidence);
    note_proof(context, check, report);
    if (!context.posting || !context.posting->succeeded) {
        if (auto rung = by_proof(context, check)) {
            return *std::move(rung);
        }
    }
    if (!context.posting) {
        return not_found(context);
    }
    report.table_block = context.posting->block;
    report.table_transaction = context.posting->transaction;
    if (context.posting->accepted > 1) {
        report.findings.push_back({std::string(rules::proof_several),
                                   Severity::warning,
                                   "proof",
                                   {},
                                   cat({std::to_string(context.posting->accepted),
                                        " blocks accepted the same bytes; the earliest counts."})});
    }
    return judge(context);
}

} // namespace anchorscope::verify
