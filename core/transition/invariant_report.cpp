#include "core/transition/invariant_report.h"
#include "core/transition/rule_guide.h"

namespace anchorscope::transition {

Field Field::operator[](std::string_view name) const {
    std::string to = path;
    to += to.empty() ? "" : ".";
    const std::optional<std::uint32_t> index = table::field_of(value.type(), value.type_index(), name);
    if (!index) {
        return *this;
    }
    to += value.type().node(value.type_node().children[*index]).name;
    return {value.at(*index), std::move(to)};
}

Field Field::at(std::size_t index) const {
    std::string to = path;
    to += '[';
    to += std::to_string(index);
    to += ']';
    return {value.at(index), std::move(to)};
}

InvariantReport::InvariantReport(const table::ExecutionTable& table)
    : m_table(table), m_names(table::field_names(*table.format)) {}

Field InvariantReport::body() const { return {table::table_body(m_table.arguments()), {}}; }

Field InvariantReport::batch(std::size_t sub_batch) const {
    return m_table.sub_batches.empty() ? body() : body()[m_names.batches].at(sub_batch);
}

Field InvariantReport::entry(std::size_t index) const {
    return {m_table.entry_value(index), m_table.entry_path(index)};
}

Field InvariantReport::lookup(std::size_t index) const {
    return {m_table.lookup_value(index), m_table.lookup_path(index)};
}

void InvariantReport::error(std::string_view rule, const Field& field, std::string text) {
    add(rule, Severity::error, field, std::move(text));
}

void InvariantReport::warning(std::string_view rule, const Field& field, std::string text) {
    add(rule, Severity::warning, field, std::move(text));
}

void InvariantReport::info(std::string_view rule, const Field& field, std::string text) {
    add(rule, Severity::info, field, std::move(text));
}

void InvariantReport::message(std::string_view rule, Severity severity, std::size_t index, std::string text) {
    add(rule, severity, table::ExecutionTable::message_path(index), m_table.messages[index].range,
        std::move(text));
}

void InvariantReport::padding(std::string_view rule, ByteRange range, std::string text) {
    add(rule, Severity::info, {}, range, std::move(text));
}

void InvariantReport::add(std::string_view rule, Severity severity, const Field& field, std::string text) {
    add(rule, severity, field.path, field.value.range(), std::move(text));
}

void InvariantReport::add(std::string_view rule, Severity severity, std::string place, ByteRange range,
                          std::string text) {
    if (m_findings.size() == max_invariant_findings) {
        ++m_left_out;
        m_worst_left_out = std::max(m_worst_left_out, severity);
        return;
    }
    m_findings.push_back(
        {std::string(rule), severity, std::move(place), range, with_guide(rule, std::move(text))});
}

std::vector<Finding> InvariantReport::take() {
    if (m_left_out > 0) {
        m_findings.push_back({"table.more_findings",
                              m_worst_left_out,
                              {},
                              {},
                              std::to_string(m_left_out) + " more findings are left out"});
    }
    return std::move(m_findings);
}

} // namespace anchorscope::transition
