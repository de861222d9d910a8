// What is chosen in the window: one place in the table, and one rung. Every pane listens to it and sets it,
// so that a row, field, byte range, digest or log is chosen everywhere at once. Limits: 1. place and rung are
// independent; 2. changed() comes only when something changed, so panes that set what they were told do not
// loop; 3. what was chosen survives new parts where its path still exists.
#pragma once
#include "core/transition/tree.h"
#include "core/verify/rung.h"
#include "model/items/meaning.h"
#include "model/items/place.h"
#include <QModelIndex>
#include <QObject>

namespace anchorscope::ui {

struct Choice {
    std::optional<quint32> node;
    std::optional<ByteRange> range; ///< of the calldata
    QString path;                   ///< of the field: "entries[0].callCount"
    std::optional<verify::RungId> rung;
    friend bool operator==(const Choice&, const Choice&) = default;
};

class Selection : public QObject {
    Q_OBJECT
public:
    enum class Aspect { Place, Rung }; ///< what a change was about
    Q_ENUM(Aspect)

    using QObject::QObject;
    [[nodiscard]] const Choice& choice() const { return m_choice; }
    /// Null pointers where nothing is known; byte ranges can still be chosen.
    void setParts(std::shared_ptr<const table::ExecutionTable> table,
                  std::shared_ptr<const transition::Tree> tree);

    void chooseNode(quint32 node);
    /// The deepest field that holds the byte, and the node it belongs to.
    void chooseByte(quint64 offset);
    /// Exactly these bytes, with the field at their start.
    void chooseRange(ByteRange range);
    void chooseField(const QString& path, std::optional<ByteRange> range);
    void chooseRung(verify::RungId rung);
    /// Whatever the row of an item model says of itself by its roles.
    void chooseRow(const QModelIndex& row);
    void clear();
    /// What is chosen, to be chosen again later.
    [[nodiscard]] model::Place place() const;
    /// That place in what is shown now, and the rung, if any; false where it does not exist any more.
    bool choosePlace(const model::Place& place, std::optional<verify::RungId> rung = {});
    [[nodiscard]] const std::shared_ptr<const table::ExecutionTable>& table() const { return m_table; }
    [[nodiscard]] const std::shared_ptr<const transition::Tree>& tree() const { return m_tree; }
    /// Shown faintly while the pointer is over it; nothing: no preview.
    void preview(std::optional<ByteRange> range, const QString& path = {});
    void previewRow(const QModelIndex& row);

Q_SIGNALS:
    void changed(const anchorscope::ui::Choice& choice, anchorscope::ui::Selection::Aspect aspect);
    void previewed(std::optional<anchorscope::ByteRange> range, const QString& path);

private:
    void set(Choice choice, Aspect aspect);
    [[nodiscard]] std::optional<quint32> nodeOfPlace(const QString& path,
                                                     std::optional<ByteRange> range) const;
    [[nodiscard]] std::optional<quint32> nodeNamed(const QString& path, ByteRange range) const;

    Choice m_choice;
    std::optional<ByteRange> m_preview;
    std::shared_ptr<const table::ExecutionTable> m_table;
    std::shared_ptr<const transition::Tree> m_tree;
};

} // namespace anchorscope::ui
