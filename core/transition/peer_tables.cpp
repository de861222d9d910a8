#include "core/transition/peer_tables.h"
#include "core/digest/table_digests.h"
#include "core/table/field_names.h"
#include "core/transition/call_targets.h"
#include <map>
#include <set>
#include <tuple>

namespace anchorscope::transition {
namespace {

using table::Entry;
using table::ExecutionTable;

/// Whether a call from this domain starts the entry; the call that comes with an L2 table comes from abroad.
bool started_here(const ExecutionTable& table, std::size_t entry) {
    return !table.entries[entry].proxy_entry_hash.is_zero() && !(table.incoming && entry == 0);
}

Hash32 hash_of(const table::Call& call, Domain target) {
    return digest::call_hash(target.id, call.target, call.value, call.data, call.source, call.source_rollup);
}

/// When a call leaves within its entry: nested calls in their order, a failed lookup behind the nested calls
/// that it waits for.
auto when(const LeavingCall& call, const Entry& entry) {
    const bool lookup = call.kind == LeavingKind::lookup;
    const std::uint64_t nested = call.kind == LeavingKind::nested ? call.index + std::uint64_t{1}
                                 : lookup ? entry.lookups[call.index].last_nested_consumed
                                          : 0;
    const std::uint64_t running = lookup ? entry.lookups[call.index].call_number : 0;
    return std::tuple(call.kind != LeavingKind::start, nested, lookup, running);
}

void insert_rollups(const ExecutionTable& table, std::set<std::uint64_t>& ids) {
    const auto add = [&ids](const U256& id) {
        const std::optional<std::uint64_t> small = id.to_u64();
        if (small && *small != 0 && ids.size() < max_tried_rollups) {
            ids.insert(*small);
        }
    };
    for (std::size_t i = 0; table.batch && i < table.batch->rollups.size(); ++i) {
        add(table.batch->rollups[i].rollup_id);
    }
    for (const Entry& entry : table.entries) {
        if (entry.destination_rollup) {
            add(*entry.destination_rollup);
        }
        for (const table::Call& call : entry.calls) {
            add(call.source_rollup);
        }
    }
}

} // namespace

Bundle::Bundle(std::vector<const ExecutionTable*> tables) : m_tables(std::move(tables)) {
    if (m_tables.size() == 1) {
        m_domains.push_back(m_tables.front()->executing_domain());
        return;
    }
    m_entries.resize(m_tables.size());
    for (std::uint32_t i = 0; i < m_tables.size(); ++i) {
        m_domains.push_back(m_tables[i]->executing_domain());
        collect_leaving(i);
    }
    find_domains();
    for (std::uint32_t i = 0; i < m_tables.size(); ++i) {
        collect_arriving(i);
    }
    pair_up();
}

bool Bundle::has_domain(Domain domain) const {
    return domain.known() && std::ranges::find(m_domains, domain) != m_domains.end();
}

void Bundle::collect_leaving(std::uint32_t table) {
    const ExecutionTable& of = *m_tables[table];
    m_entries[table].resize(of.entries.size());
    for (std::uint32_t i = 0; i < of.entries.size(); ++i) {
        const Entry& entry = of.entries[i];
        const std::size_t first = m_leaving.size();
        if (started_here(of, i)) {
            m_leaving.push_back({table,
                                 LeavingKind::start,
                                 i,
                                 0,
                                 entry.proxy_entry_hash,
                                 {true, entry.return_data},
                                 entry.range});
        }
        for (std::uint32_t j = 0; j < entry.nested.size(); ++j) {
            const table::NestedCall& nested = entry.nested[j];
            m_leaving.push_back({table,
                                 LeavingKind::nested,
                                 i,
                                 j,
                                 nested.call_hash,
                                 {true, nested.return_data},
                                 nested.range});
        }
        for (std::uint32_t j = 0; j < entry.lookups.size(); ++j) {
            const table::Lookup& lookup = entry.lookups[j];
            if (lookup.failed && lookup.executing_lookup == 0) {
                m_leaving.push_back({table,
                                     LeavingKind::lookup,
                                     i,
                                     j,
                                     lookup.call_hash,
                                     {false, lookup.return_data},
                                     lookup.range});
            }
        }
        const auto added = std::span(m_leaving).subspan(first);
        std::ranges::stable_sort(added, {}, [&](const LeavingCall& call) { return when(call, entry); });
        index_leaving(m_entries[table][i], first);
    }
    for (std::uint32_t j = 0; j < of.lookups.size(); ++j) {
        const table::Lookup& lookup = of.lookups[j];
        if (lookup.failed) {
            m_leaving.push_back({table,
                                 LeavingKind::table_lookup,
                                 0,
                                 j,
                                 lookup.call_hash,
                                 {false, lookup.return_data},
                                 lookup.range});
        }
    }
}

void Bundle::index_leaving(EntryIndex& entry, std::size_t first) {
    for (std::size_t i = first; i < m_leaving.size(); ++i) {
        const auto at = static_cast<std::uint32_t>(i);
        if (m_leaving[i].kind == LeavingKind::start) {
            entry.start = at;
        } else if (m_leaving[i].kind == LeavingKind::nested) {
            entry.nested.push_back(at); // in their order
        }
    }
}

void Bundle::collect_arriving(std::uint32_t table) {
    const ExecutionTable& of = *m_tables[table];
    for (std::uint32_t i = 0; i < of.entries.size(); ++i) {
        m_entries[table][i].first_call = static_cast<std::uint32_t>(m_arriving.size());
        for (std::uint32_t j = 0; j < of.entries[i].calls.size(); ++j) {
            const table::Call& call = of.entries[i].calls[j];
            const Hash32 hash = m_domains[table].known() ? hash_of(call, m_domains[table]) : Hash32{};
            m_arriving.push_back({table, i, j, hash, domain_of(call.source_rollup), call.range});
        }
    }
}

void Bundle::find_domains() {
    for (std::uint32_t i = 0; i < m_tables.size(); ++i) {
        if (!m_domains[i].known()) {
            m_domains[i] = found_domain(i);
        }
    }
}

/// The rollup for which most of the table's calls are calls that leave the other tables, and most of those
/// that leave it are flat calls there, from that rollup.
Domain Bundle::found_domain(std::uint32_t table) const {
    std::set<std::uint64_t> ids;
    std::set<U256> proven; // by L1 tables
    std::set<Hash32> leave_others, leave_this;
    for (std::uint32_t i = 0; i < m_tables.size(); ++i) {
        insert_rollups(*m_tables[i], ids);
        for (std::size_t j = 0; m_tables[i]->batch && j < m_tables[i]->batch->rollups.size(); ++j) {
            proven.insert(m_tables[i]->batch->rollups[j].rollup_id);
        }
    }
    for (const LeavingCall& call : m_leaving) {
        (call.table == table ? leave_this : leave_others).insert(call.call_hash);
    }
    std::map<std::uint64_t, std::size_t> votes;
    for (std::uint32_t i = 0; i < m_tables.size(); ++i) {
        for (const Entry& entry : m_tables[i]->entries) {
            for (const table::Call& call : entry.calls) {
                if (i == table) {
                    for (const std::uint64_t id : ids) {
                        votes[id] += leave_others.contains(hash_of(call, Domain{id})) ? 1U : 0U;
                    }
                } else if (m_domains[i].known() && leave_this.contains(hash_of(call, m_domains[i]))) {
                    ++votes[domain_of(call.source_rollup).id];
                }
            }
        }
    }
    const auto best = std::ranges::max_element(votes, {}, [](const auto& vote) { return vote.second; });
    if (best != votes.end() && best->second > 0 && best->first != 0) {
        const bool clear =
            std::ranges::count_if(votes, [&](const auto& vote) { return vote.second == best->second; }) == 1;
        return clear ? Domain{best->first} : Domain{};
    }
    return proven.size() == 1 ? domain_of(*proven.begin()) : Domain{};
}

/// Equal hashes in order: the first that leaves is the first that arrives.
void Bundle::pair_up() {
    std::map<Hash32, std::vector<std::uint32_t>> leaving;
    for (std::uint32_t i = 0; i < m_leaving.size(); ++i) {
        leaving[m_leaving[i].call_hash].push_back(i);
    }
    std::map<Hash32, std::size_t> used;
    for (std::uint32_t i = 0; i < m_arriving.size(); ++i) {
        ArrivingCall& arriving = m_arriving[i];
        const auto found = leaving.find(arriving.call_hash);
        if (arriving.call_hash.is_zero() || found == leaving.end()) {
            continue;
        }
        std::size_t& next = used[arriving.call_hash];
        while (next < found->second.size() && m_leaving[found->second[next]].table == arriving.table) {
            ++next; // a call that arrives on the domain that it leaves from is no crossing
        }
        if (next < found->second.size()) {
            arriving.leaves = found->second[next++];
            m_leaving[arriving.leaves].arrives = i;
        }
    }
}

std::uint32_t Bundle::arriving_index(std::size_t table, std::size_t entry, std::size_t call) const {
    return m_entries[table][entry].first_call + static_cast<std::uint32_t>(call);
}

std::uint32_t Bundle::start_index(std::size_t table, std::size_t entry) const {
    return m_entries.empty() ? no_counterpart : m_entries[table][entry].start;
}

std::uint32_t Bundle::nested_index(std::size_t table, std::size_t entry, std::size_t nested) const {
    return m_entries.empty() ? no_counterpart : m_entries[table][entry].nested[nested];
}

std::vector<CallOutcome> Bundle::pooled_results(std::size_t but_table) const {
    std::set<std::pair<bool, std::vector<std::uint8_t>>> seen;
    std::vector<CallOutcome> out;
    const auto add = [&](const CallOutcome& outcome) {
        const Bytes data(outcome.return_data.begin(), outcome.return_data.end());
        if (out.size() < max_pooled_results && seen.emplace(outcome.success, data).second) {
            out.push_back(outcome);
        }
    };
    add({true, {}}); // a call that returns nothing
    for (const LeavingCall& call : m_leaving) {
        if (call.table != but_table) {
            add(call.outcome);
        }
    }
    for (std::size_t i = 0; i < m_tables.size(); ++i) {
        for (std::size_t j = 0; i != but_table && j < m_tables[i]->entries.size(); ++j) {
            add({true, m_tables[i]->entries[j].return_data});
        }
    }
    return out;
}

std::string Bundle::table_name(std::uint32_t table) const {
    std::string out = "table ";
    out += std::to_string(table + 1);
    out += " (";
    out += m_domains[table].short_name();
    out += ") ";
    return out;
}

std::string Bundle::place(const LeavingCall& call) const {
    const ExecutionTable& of = *m_tables[call.table];
    std::string out = table_name(call.table);
    if (call.kind == LeavingKind::table_lookup) {
        return out + of.lookup_path(call.index);
    }
    out += of.entry_path(call.entry);
    if (call.kind == LeavingKind::start) {
        return out;
    }
    const table::FieldNames names = table::field_names(*of.format);
    out += '.';
    out += call.kind == LeavingKind::nested ? names.nested : names.entry_lookups;
    out += '[';
    out += std::to_string(call.index);
    out += ']';
    return out;
}

std::string Bundle::place(const ArrivingCall& call) const {
    const ExecutionTable& of = *m_tables[call.table];
    std::string out = table_name(call.table);
    out += of.entry_path(call.entry);
    out += '.';
    out += table::field_names(*of.format).calls;
    out += '[';
    out += std::to_string(call.index);
    out += ']';
    return out;
}

} // namespace anchorscope::transition
