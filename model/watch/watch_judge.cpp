#include "model/watch/watch_judge.h"

namespace anchorscope::model {

namespace {

QString textOf(std::string_view text) {
    return QString::fromUtf8(text.data(), static_cast<qsizetype>(text.size()));
}

/// What the endpoints said of both blocks.
std::vector<verify::EndpointState> merged(std::vector<verify::EndpointState> states,
                                          const std::vector<verify::EndpointState>& others) {
    for (std::size_t i = 0; i < std::min(states.size(), others.size()); ++i) {
        states[i].canonical.insert(others[i].canonical.begin(), others[i].canonical.end());
    }
    return states;
}

std::size_t size_of(const chain::BlockEvidence& block) {
    std::size_t out = block.header.rlp.size();
    for (const chain::Transaction& each : block.transactions) {
        out += each.raw.size();
    }
    for (const chain::Receipt& receipt : block.receipts) {
        for (const chain::Log& log : receipt.logs) {
            out += log.data.size() + 256;
        }
    }
    return out;
}

} // namespace

std::vector<verify::AnchorMatch> WatchJudge::matches(const Known& in, const Table& table) const {
    return verify::anchor_matches(*in.block, table.digests, m_rules.expect.contract, m_rules.declaredEvents);
}

std::optional<WatchJudge::Anchored> WatchJudge::anchor_of(const Table& table) const {
    for (const Known& known : m_known) {
        const auto found = matches(known, table);
        if (!found.empty()) {
            return Anchored{&known, found.front()};
        }
    }
    return {};
}

void WatchJudge::judge(WatchItem& item, const Known& in, const Table& table,
                       const std::optional<Anchored>& anchor) const {
    verify::Request request;
    request.source = table.candidate.table->source;
    request.table = table.candidate.table;
    request.expect = m_rules.expect;
    request.declared_events = m_rules.declaredEvents;
    request.slot_tolerance = m_rules.slotTolerance;
    request.table_tx = table.candidate.transaction_hash;
    request.offline = false;
    verify::Evidence evidence;
    evidence.blocks.push_back(*in.block);
    evidence.endpoints = in.endpoints;
    evidence.traces = in.traces;
    if (anchor) {
        request.expected_digest = anchor->match.observed.value;
        request.anchor_tx = anchor->match.anchor.transaction_hash;
        if (anchor->known != &in) {
            evidence.blocks.push_back(*anchor->known->block);
            evidence.endpoints = merged(std::move(evidence.endpoints), anchor->known->endpoints);
        }
        item.anchorKind = textOf(anchor->match.anchor.kind);
        item.logPosition = anchor->match.anchor.position;
        item.contract = anchor->match.anchor.contract;
        item.account = anchor->match.anchor.account;
        item.digest = anchor->match.observed.value;
    }
    const verify::TablePart part = verify::examine_table(*request.table);
    const auto tree = verify::tree_for(request, evidence);
    const verify::Report report = verify::verify(request, evidence, &part, tree.get());
    item.verdict = report.verdict;
    item.headline = QString::fromStdString(report.headline);
    const verify::Rung& proof = report.rungs[static_cast<std::size_t>(verify::RungId::proof)];
    item.proof = proof.state;
    item.proofBasis = proof.basis.kind;
    item.proofDetail = QString::fromStdString(proof.detail);
}

WatchItem WatchJudge::table_item(const Known& in, const Table& table) const {
    WatchItem item;
    item.kind = WatchItem::Kind::Table;
    item.block = in.block->header.number;
    item.blockHash = in.block->header.hash;
    item.position = table.candidate.transaction;
    item.transaction = table.candidate.transaction_hash;
    item.tableTransaction = table.candidate.transaction_hash;
    item.format = textOf(table.candidate.format->id);
    item.entries = table.candidate.entries();
    item.foundIn = table.candidate.found_in;
    item.callee = table.candidate.callee;
    item.succeeded = table.candidate.succeeded;
    return item;
}

std::vector<WatchItem> WatchJudge::add(const FoundBlock& found,
                                       const std::vector<verify::EndpointState>& endpoints) {
    if (found.tables.tables.empty() && found.anchors.anchors.empty()) {
        return {};
    }
    Known& known = m_known.emplace_back();
    known.block = found.block;
    known.endpoints = endpoints;
    known.traces = found.traces;
    known.bytes = size_of(*found.block);
    for (const verify::TraceEvidence& each : found.traces) {
        known.bytes += each.trace->bytes();
    }
    for (const verify::TableCandidate& candidate : found.tables.tables) {
        known.tables.push_back(
            {candidate, verify::searchable_digests(*candidate.table->source, candidate.table.get())});
    }
    std::vector<WatchItem> out;
    for (const Table& table : known.tables) {
        out.push_back(table_item(known, table));
        judge(out.back(), known, table, anchor_of(table));
    }
    for (const verify::AnchorCandidate& anchor : found.anchors.anchors) {
        WatchItem& item = out.emplace_back();
        item.kind = WatchItem::Kind::Anchor;
        item.block = found.block->header.number;
        item.blockHash = found.block->header.hash;
        item.position = anchor.receipt;
        item.transaction = anchor.transaction_hash;
        item.anchorKind = textOf(anchor.kind);
        item.logPosition = anchor.position;
        item.contract = anchor.contract;
        item.account = anchor.account;
        item.digest = anchor.digest;
    }
    for (const Known& earlier : m_known) {
        for (const Table& table : earlier.tables) {
            const auto found_now =
                &earlier == &known ? std::vector<verify::AnchorMatch>() : matches(known, table);
            if (found_now.empty()) {
                continue;
            }
            WatchItem item = table_item(earlier, table);
            item.kind = WatchItem::Kind::Verdict;
            item.block = known.block->header.number;
            item.blockHash = known.block->header.hash;
            item.position = found_now.front().anchor.receipt;
            item.transaction = found_now.front().anchor.transaction_hash;
            judge(item, earlier, table, Anchored{&known, found_now.front()});
            out.push_back(std::move(item));
        }
    }
    forget();
    return out;
}

void WatchJudge::remove(const Hash32& blockHash) {
    std::erase_if(m_known, [&](const Known& known) { return known.block->header.hash == blockHash; });
}

void WatchJudge::forget() {
    std::size_t bytes = 0;
    for (const Known& known : m_known) {
        bytes += known.bytes;
    }
    while (m_known.size() > 1 && (m_known.size() > max_blocks || bytes > max_bytes)) {
        bytes -= m_known.front().bytes;
        m_known.pop_front();
    }
}

} // namespace anchorscope::model
