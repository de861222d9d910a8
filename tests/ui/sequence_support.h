// Trees and cases for the tests of the sequence diagram and of the state roots: written by hand, or made by
// the generator with any number of rollups.
#pragma once
#include "core/synth/synth.h"
#include "core/transition/manager_events.h"
#include "core/verify/report.h"
#include "ui/paint/sequence_layout.h"
#include "ui/sequence/shown_case.h"
#include <QTest>

namespace anchorscope::test {

/// A tree written node by node, as it is read aloud.
class HandTree {
public:
    HandTree() { open(transition::NodeKind::bundle, l1_domain, l1_domain); }
    HandTree& entry(std::uint64_t from, std::uint64_t to) {
        open(transition::NodeKind::entry, Domain{from}, Domain{to});
        return *this;
    }
    HandTree& call(std::uint64_t from, std::uint64_t to) {
        open(transition::NodeKind::call, Domain{from}, Domain{to});
        return *this;
    }
    HandTree& nested(std::uint64_t from, std::uint64_t to) {
        open(transition::NodeKind::nested, Domain{from}, Domain{to});
        return *this;
    }
    HandTree& span(std::uint32_t calls) {
        open(transition::NodeKind::revert_span, l1_domain, l1_domain);
        m_tree.nodes.back().span_length = calls;
        return *this;
    }
    HandTree& lookup(std::uint64_t from, std::uint64_t to) {
        open(transition::NodeKind::lookup, Domain{from}, Domain{to});
        m_tree.nodes.back().placed = false;
        return close();
    }
    /// The way back of what is open.
    HandTree& back() {
        const std::uint32_t of = m_open.back();
        open(transition::NodeKind::call_return, m_tree.nodes[of].to, m_tree.nodes[of].from);
        m_tree.nodes.back().returns_from = of;
        return close().close();
    }
    HandTree& close() {
        m_tree.nodes[m_open.back()].subtree_end = static_cast<std::uint32_t>(m_tree.nodes.size());
        m_open.pop_back();
        return *this;
    }
    [[nodiscard]] transition::Tree done() {
        while (!m_open.empty()) {
            close();
        }
        for (const transition::Node& node : m_tree.nodes) {
            m_tree.domains.push_back(node.from);
            m_tree.domains.push_back(node.to);
        }
        std::ranges::sort(m_tree.domains);
        const auto repeated = std::ranges::unique(m_tree.domains);
        m_tree.domains.erase(repeated.begin(), repeated.end());
        return std::move(m_tree);
    }

private:
    void open(transition::NodeKind kind, Domain from, Domain to) {
        transition::Node node;
        node.kind = kind;
        node.from = from;
        node.to = to;
        if (!m_open.empty()) {
            node.parent = m_open.back();
            node.depth = static_cast<std::uint16_t>(std::min<std::size_t>(m_open.size(), 65535));
        }
        m_open.push_back(static_cast<std::uint32_t>(m_tree.nodes.size()));
        m_tree.nodes.push_back(node);
    }

    transition::Tree m_tree;
    std::vector<std::uint32_t> m_open;
};

/// A generated table with its tree, by the events of its own run where there are any.
inline ui::ShownCase generatedCase(const synth::Options& options, bool events = true) {
    ui::ShownCase shown;
    std::vector<transition::ManagerEvent> read;
    Bytes calldata;
    if (events) {
        const synth::Synthetic made = synth::make(options).value();
        std::vector<Finding> findings;
        read = transition::manager_events(made.block, 0, made.manager, findings);
        calldata = made.calldata;
    } else {
        calldata = synth::make_calldata(options).value();
    }
    shown.source = std::make_shared<const table::TableSource>(
        table::load_source("generated.bin", std::move(calldata)).value());
    shown.table = table::decode_table(shown.source).value();
    shown.tree =
        std::make_shared<const transition::Tree>(transition::build_tree(*shown.table, std::move(read)));
    shown.examined = std::make_shared<const verify::TablePart>(verify::examine_table(*shown.table));
    shown.names = model::wellKnownNames();
    return shown;
}

/// The generator's options for a number of domains, L1 among them.
inline synth::Options withDomains(std::uint32_t domains, std::uint32_t entries = 8) {
    synth::Options options;
    options.seed = 7;
    options.rollups = domains - 1;
    options.entries = std::max(entries, 3 * domains); // so that each rollup takes part
    options.depth = 3;
    options.lookups = 4;
    options.spans = 1;
    return options;
}

} // namespace anchorscope::test
