// The endpoints under names: address without what may be a key, network, whose node it is, and where its key
// is.
#pragma once
#include "model/items/table_models.h"
#include "model/settings/endpoint_book.h"

namespace anchorscope::model {

/// "L1", "L1, chain 1", "Rollup 5, chain 77005".
[[nodiscard]] QString networkText(const EndpointProfile& profile);

class ProfileModel : public CellTableModel {
    Q_OBJECT
public:
    enum Column { Name, Address, Network, Trust, Key, ColumnCount };
    /// Follows the book, which must outlive it.
    explicit ProfileModel(const EndpointBook* book, QObject* parent = nullptr);
    /// -1 where there is none.
    [[nodiscard]] int rowOf(const QString& name) const;
    [[nodiscard]] QString nameAt(int row) const;

private:
    void fill();
    const EndpointBook* m_book;
};

} // namespace anchorscope::model
