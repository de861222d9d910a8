// Collects findings about a table, each with the field's path and bytes. At most max_invariant_findings are
// kept.
#pragma once
#include "core/table/field_names.h"

namespace anchorscope::transition {

/// A table that breaks a rule in every entry says so often enough; the rest is counted.
inline constexpr std::size_t max_invariant_findings = 1000;

/// A field of the table: its value for the range, its path for people.
struct Field {
    codec::AbiValue value;
    std::string path;

    /// By main's L1 name, whatever the version calls it; itself where the version has no such field.
    [[nodiscard]] Field operator[](std::string_view name) const;
    [[nodiscard]] Field at(std::size_t index) const;
};

class InvariantReport {
public:
    explicit InvariantReport(const table::ExecutionTable& table);

    [[nodiscard]] const table::ExecutionTable& table() const { return m_table; }
    [[nodiscard]] const table::FieldNames& names() const { return m_names; }
    [[nodiscard]] bool is_l1() const { return m_table.format->side == table::Side::l1; }
    /// The tuple that holds the entries; its path is empty.
    [[nodiscard]] Field body() const;
    /// The tuple with the proof systems: the body, or one of its sub-batches.
    [[nodiscard]] Field batch(std::size_t sub_batch) const;
    [[nodiscard]] Field entry(std::size_t index) const;
    [[nodiscard]] Field lookup(std::size_t index) const;

    /// A rule that the contracts enforce.
    void error(std::string_view rule, const Field& field, std::string text);
    /// A prover's obligation, or advice.
    void warning(std::string_view rule, const Field& field, std::string text);
    void info(std::string_view rule, const Field& field, std::string text);
    /// Of messages, which have no ABI fields.
    void message(std::string_view rule, Severity severity, std::size_t index, std::string text);
    void padding(std::string_view rule, ByteRange range, std::string text);

    [[nodiscard]] std::vector<Finding> take();

private:
    void add(std::string_view rule, Severity severity, const Field& field, std::string text);
    void add(std::string_view rule, Severity severity, std::string place, ByteRange range, std::string text);

    const table::ExecutionTable& m_table;
    table::FieldNames m_names;
    std::vector<Finding> m_findings;
    std::size_t m_left_out = 0;
    Severity m_worst_left_out = Severity::info;
};

} // namespace anchorscope::transition
