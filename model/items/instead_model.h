// What stands in the place of the tree where there is none: the entries of a slice, or what can be said of
// calldata of an unknown function.
#pragma once
#include "core/digest/slice.h"
#include "core/table/unknown_calldata.h"
#include "model/items/table_models.h"

namespace anchorscope::model {

/// What · Value · Note. Of a slice: the root that it led to, then its entries with their fields. Of unknown
/// calldata: its selector, the nearest versions, then its words, whose rows have their bytes.
class InsteadModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { What, Value, Note, ColumnCount };
    static constexpr std::size_t max_words = 4096;       ///< shown
    static constexpr std::size_t max_slice_rows = 20000; ///< of all entries together

    explicit InsteadModel(QObject* parent = nullptr);
    void setSlice(const digest::Slice& slice);
    void setUnknown(const table::UnknownCalldata& unknown, ByteView bytes);
    void clear();
};

} // namespace anchorscope::model
