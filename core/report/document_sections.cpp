// The document's sections about the commitment, the chain, and what the table holds.
#include "core/crypto/erc55.h"
#include "core/report/document_parts.h"
#include "core/report/names.h"
#include "core/transition/node_details.h"
#include "core/verify/locate.h"

namespace anchorscope::report {
namespace {

using transition::Node;
using transition::NodeKind;

/// Which bytes were hashed, and where they stand.
void add_observation(SectionWriter& out, const digest::ObservationDigest& digest) {
    const digest::Observation& observation = digest.observation;
    out.fact("Profile", std::string(digest.profile->id) + ": " + std::string(digest.profile->description));
    if (!digest.profile->uncovered.empty()) {
        out.fact("Not committed", std::string(digest.profile->uncovered), Look::strong, Mark::warning);
    }
    out.fact("Bytes observed", grouped(observation.bytes.size()) + " bytes, from byte " +
                                   grouped(observation.range.offset) + " of the " +
                                   std::string(digest::name(observation.origin)) + ", SHA-256");
    out.fact("", crypto::sha256(observation.bytes).hex(), Look::mono);
    out.fact("Hash function", std::string(crypto::name(digest.function)));
}

std::string plural(std::size_t count, std::string_view one, std::string_view many) {
    return grouped(count) + " " + std::string(count == 1 ? one : many);
}

void add_anchor(SectionWriter& out, const verify::AnchorSeen& seen, const verify::Evidence& evidence) {
    const chain::BlockEvidence& block = evidence.blocks[seen.block];
    out.fact("Anchor event", seen.signature + ", " + seen.kind, Look::mono);
    out.fact("Where", "block " + std::to_string(block.header.number) + ", receipt " +
                          std::to_string(seen.receipt_position) + ", log " + std::to_string(seen.position) +
                          " of the receipt");
    out.fact("Contract", crypto::checksummed(seen.contract), Look::mono);
    if (seen.committer) {
        out.fact("The contract names as committer", crypto::checksummed(*seen.committer), Look::mono);
    }
    if (!seen.flaw.empty()) {
        out.fact("Flaw", out.safe(seen.flaw), Look::strong, Mark::mismatch);
    }
}

std::string source_words(const chain::Source& source) {
    switch (source.kind) {
    case chain::SourceKind::computed:
        return "computed here";
    case chain::SourceKind::file:
        return "supplied by " + source.name;
    case chain::SourceKind::endpoint:
        return "said by " + source.name;
    case chain::SourceKind::user:
        return "stated by the user";
    }
    return {};
}

std::string role_of(const verify::Report& report, std::size_t block) {
    const bool anchor = report.anchor_block == block, table = report.table_block == block;
    return anchor && table ? "anchor and table" : anchor ? "anchor" : table ? "table" : "beside";
}

/// "entry entries[0]", "return".
std::string label_of(const table::ExecutionTable& table, const transition::Tree& tree, std::uint32_t id) {
    const Node& node = tree.nodes[id];
    switch (node.kind) {
    case NodeKind::bundle:
        return std::string(table.format->function);
    case NodeKind::call_return:
        return "return";
    case NodeKind::revert_span:
        return "revert span of " + std::to_string(node.span_length) + " from " + tree.field_path(table, id);
    case NodeKind::unwind:
        return "unwind " + tree.field_path(table, id) + transition::unwind_words(table, node);
    default:
        return std::string(name_of(node.kind)) + " " + tree.field_path(table, id) +
               transition::scope_words(table, node);
    }
}

/// What is said of an entry's execution: only what is wrong has a mark (document.h, limit 3).
Cell remark_of(const transition::Tree& tree, const Node& node) {
    std::string text;
    const auto add = [&text](std::string_view more) { text.append(text.empty() ? "" : ", ").append(more); };
    if (node.outcome != transition::Outcome::unknown) {
        add(node.outcome == transition::Outcome::rolled_back ? "rolled back" : name_of(node.outcome));
    }
    Mark mark = Mark::none;
    if (node.kind == NodeKind::entry && node.entry < tree.entries.size()) {
        constexpr std::array<std::string_view, 6> words{
            "events equal the table", "events differ from the table",
            "no calls to observe",    "hidden from events by a revert",
            "not executed",           "no events"};
        const auto state = tree.entries[node.entry].state;
        add(words[static_cast<std::size_t>(state)]);
        mark = state == transition::ExecutionState::differs        ? Mark::mismatch
               : state == transition::ExecutionState::not_executed ? Mark::warning
                                                                   : Mark::none;
    }
    if (!node.placed) {
        add("place unknown");
    }
    return {std::move(text), mark == Mark::none ? Look::muted : Look::strong, mark};
}

} // namespace

Section commitment_section(const verify::Report& report, const Subject& subject,
                           const DocumentLimits& limits) {
    SectionWriter out("commitment", "Commitment", Section::Kind::facts, limits);
    if (const auto& envelope = subject.request.envelope) {
        out.fact("Proof", std::string(anchor::title(envelope->generation)));
    }
    if (report.expected_digest) {
        out.fact("Digest expected", report.expected_digest->hex(), Look::mono);
    }
    if (report.matched) {
        out.fact("Digest computed", report.matched->value.hex(), Look::mono);
        add_observation(out, *report.matched);
    } else if (report.expected_digest) {
        out.fact("Digest computed", "no profile that was tried gives that digest", Look::strong,
                 Mark::mismatch);
    }
    for (const digest::ObservationDigest& also : report.also_matched) {
        out.fact("Matches also as", std::string(also.profile->id));
    }
    if (report.chain_id) {
        out.fact("Chain", std::to_string(*report.chain_id));
    }
    if (const auto transaction = verify::anchor_transaction(subject.request)) {
        out.fact("Transaction", transaction->hex(), Look::mono);
    }
    const auto chosen = std::ranges::find(report.anchors, true, &verify::AnchorSeen::chosen);
    if (chosen != report.anchors.end()) {
        add_anchor(out, *chosen, subject.evidence);
    } else if (report.expected_digest) {
        out.fact("Anchor event", "not found in a block of the evidence", Look::plain, Mark::not_checked);
    }
    return out.take("anchorscope-cli verify --json lists all of them.");
}

Section block_section(const verify::Report& report, const Subject& subject, const DocumentLimits& limits) {
    SectionWriter out("blocks", "Blocks of the evidence", Section::Kind::table, limits);
    out.lead(
        "A block's header, tries and receipts agree with each other whoever made them; whether the hash is "
        "real, the rung block says.");
    out.column("Block", 9).column("Hash", 62).column("Holds", 14).column("Source", 15);
    const auto& blocks = subject.evidence.blocks;
    for (std::size_t index = 0; index < blocks.size(); ++index) {
        if (out.full()) {
            out.skip(blocks.size() - index);
            break;
        }
        const chain::BlockEvidence& block = blocks[index];
        const std::string receipts = plural(block.receipts.size(), "receipt", "receipts") +
                                     (block.receipts_proven ? " under its root" : ", not proven");
        out.row({{{std::to_string(block.header.number), Look::strong, Mark::none, role_of(report, index)},
                  {block.header.hash.hex(), Look::mono},
                  {receipts, Look::plain, block.receipts_proven ? Mark::none : Mark::warning},
                  {out.safe(source_words(block.source))}}});
    }
    return out.take("anchorscope-cli verify --save-case FILE keeps all of them.");
}

Section endpoint_section(const Subject& subject, const DocumentLimits& limits) {
    SectionWriter out("endpoints", "Endpoints asked", Section::Kind::table, limits);
    out.lead("Hosts alone: paths, queries and credentials are never written down.");
    out.column("Host", 34)
        .column("Chain", 14)
        .column("Newest", 16)
        .column("Finalized", 16)
        .column("Answer", 20);
    const auto number = [](const std::optional<std::uint64_t>& value) {
        return value ? std::to_string(*value) : std::string("not said");
    };
    for (const verify::EndpointState& state : subject.evidence.endpoints) {
        out.row({{{out.safe(state.name), Look::mono},
                  {number(state.chain_id)},
                  {number(state.head_number)},
                  {number(state.finalized_number)},
                  {state.failure   ? out.safe(*state.failure)
                   : state.trusted ? "answered; the user's own node"
                                   : "answered",
                   Look::plain, state.failure ? Mark::warning : Mark::none}}});
    }
    return out.take("anchorscope-cli verify --json tells who each rung rests on.");
}

Section state_section(const Subject& subject, const DocumentLimits& limits) {
    SectionWriter out("states", "State roots", Section::Kind::table, limits);
    out.lead("Per rollup, every entry's change of state, in order. A break is where a state is not the one "
             "before it.");
    out.column("Rollup", 12).column("Entry", 16).column("Before", 36).column("After", 36);
    static const std::vector<transition::Trajectory> none;
    for (const transition::Trajectory& each :
         subject.table_part == nullptr ? none : subject.table_part->trajectories) {
        for (const transition::TrajectoryStep& step : each.steps) {
            if (out.full()) {
                out.skip(1);
                continue;
            }
            const bool broken = !step.continues;
            out.row(
                {{{each.rollup_id.decimal()},
                  {std::to_string(step.entry) + (broken ? " break" : ""), broken ? Look::strong : Look::plain,
                   broken ? Mark::mismatch : Mark::none},
                  {step.before ? step.before->hex() : "not stated", step.before ? Look::mono : Look::muted},
                  {step.after.hex(), Look::mono}}});
        }
    }
    return out.take("anchorscope-cli inspect --json lists all of them.");
}

Section tree_section(const Subject& subject, const DocumentLimits& limits) {
    SectionWriter out("tree", "Transitions", Section::Kind::tree, limits);
    if (subject.tree == nullptr || !subject.request.table) {
        return out.take({});
    }
    const transition::Tree& tree = *subject.tree;
    const table::ExecutionTable& table = *subject.request.table;
    std::string basis = "Order known by: " + std::string(transition::name(tree.basis));
    if (tree.basis == transition::TreeBasis::ambiguous && tree.candidates.count > 0) {
        basis.append(", ").append(tree.candidates.text()).append(" candidates");
    }
    out.lead(basis + ". " + plural(tree.nodes.size(), "row.", "rows."));
    out.column("From, to", 16).column("Transition", 54).column("What is known of it", 30);
    std::map<std::string_view, std::size_t> notes;
    if (subject.annex != nullptr) {
        for (std::size_t i = 0; i < subject.annex->notes.size(); ++i) {
            notes.emplace(subject.annex->notes[i].path, i + 1);
        }
    }
    for (std::uint32_t id = 0; id < tree.nodes.size(); ++id) {
        if (out.full()) {
            out.skip(tree.nodes.size() - id);
            break;
        }
        const Node& node = tree.nodes[id];
        const auto note = notes.find(node.kind == NodeKind::bundle ? "" : tree.field_path(table, id));
        const bool root = node.kind == NodeKind::bundle;
        std::string way = root ? std::string() : node.from.short_name() + " → " + node.to.short_name();
        out.row({{{std::move(way), Look::mono},
                  {out.safe(label_of(table, tree, id)), root ? Look::strong : Look::plain},
                  remark_of(tree, node)},
                 node.depth,
                 note == notes.end() || node.kind == NodeKind::call_return ? 0 : note->second});
    }
    return out.take("anchorscope-cli inspect TABLE prints all of them.");
}

Section digest_section(const verify::Report& report, const Subject& subject, const DocumentLimits& limits) {
    SectionWriter out("digests", "Digests computed here", Section::Kind::table, limits);
    out.column("Kind", 17).column("Of", 21).column("Value", 62);
    for (const digest::ObservationDigest& digest : report.observations) {
        out.row({{{"observation digest"},
                  {std::string(digest.profile->id) + ", " + std::string(crypto::name(digest.function))},
                  {digest.value.hex(), Look::mono}}});
    }
    static const std::vector<digest::Digest> none;
    const auto& digests = subject.table_part == nullptr ? none : subject.table_part->digests;
    for (std::size_t index = 0; index < digests.size(); ++index) {
        if (out.full()) {
            out.skip(digests.size() - index);
            break;
        }
        const digest::Digest& digest = digests[index];
        out.row({{{std::string(digest::name(digest.kind))},
                  {out.safe(digest.subject), Look::mono},
                  {digest.value.hex(), Look::mono}}});
    }
    return out.take("anchorscope-cli inspect --json lists all of them.");
}

} // namespace anchorscope::report
