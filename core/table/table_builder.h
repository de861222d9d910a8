// Fills an ExecutionTable from arguments that have passed abi_check. Two walks: the first counts, so that the
// second fills arrays that never move and spans into them stay good.
#pragma once
#include "core/table/execution_table.h"
#include "core/table/layout.h"

namespace anchorscope::table {

class TableBuilder {
public:
    /// `source` holds calldata of `format` whose arguments have passed abi_check.
    TableBuilder(std::shared_ptr<const TableSource> source, const TableFormat& format);
    [[nodiscard]] std::shared_ptr<const ExecutionTable> build();

private:
    /// One of the two arrays: how its elements are laid out. Without one, nothing is read.
    struct Part {
        FieldIndex array; ///< in the tuple that holds both
        FrameLayout frame;
        FrameLayout lookup; ///< of the lookups inside
    };
    [[nodiscard]] Part part(std::uint32_t holder, std::string_view field_name) const;
    void read_part(const codec::AbiValue& holder);

    void reserve();
    void count_frame(const codec::AbiValue& value, const FrameLayout& layout);
    [[nodiscard]] std::size_t count_part(const codec::AbiValue& holder, const Part& part,
                                         std::size_t& lookups);

    [[nodiscard]] Entry entry(const codec::AbiValue& value);
    [[nodiscard]] const Action* action(const codec::AbiValue& value, const FrameLayout& layout);
    [[nodiscard]] Lookup top_lookup(const codec::AbiValue& value);
    [[nodiscard]] Lookup lookup(const codec::AbiValue& value, const FrameLayout& layout);
    [[nodiscard]] std::span<const StateDelta> deltas(const codec::AbiValue& value, const FrameLayout& layout);
    [[nodiscard]] std::span<const Call> calls(const codec::AbiValue& value, const FrameLayout& layout);
    [[nodiscard]] std::span<const NestedCall> nested(const codec::AbiValue& value, const FrameLayout& layout);
    [[nodiscard]] std::span<const Lookup> lookups(const codec::AbiValue& value, const Part& part,
                                                  std::vector<Lookup>& into);
    [[nodiscard]] std::span<const StatePin> pins(const codec::AbiValue& value, const FrameLayout& layout);

    struct Totals {
        std::size_t entries = 0, lookups = 0, deltas = 0, calls = 0, nested = 0, entry_lookups = 0,
                    nested_lookups = 0, pins = 0, actions = 0, scopes = 0;
    };

    std::shared_ptr<ExecutionTable> m_table = std::make_shared<ExecutionTable>();
    codec::AbiValue m_body;
    std::vector<codec::AbiValue>
        m_holders; ///< tuples that hold entries and lookups: the body, or its batches
    Part m_entries, m_lookups;
    Totals m_totals;
};

} // namespace anchorscope::table
