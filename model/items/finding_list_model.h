// The findings as they are listed: those of the severities that are wanted, under headings that fold. Limits:
// 1. without groups and with everything shown, its rows are those of the findings' model, in their order; 2.
// groups stand worst first, then in the order of their first finding; what is folded is known by the group's
// name and stays folded while the findings change.
#pragma once
#include "model/items/table_models.h"
#include <QSet>

namespace anchorscope::model {

class FindingListModel : public CellTableModel {
    Q_OBJECT
public:
    enum class Group { None, Severity, Rule, Place };
    Q_ENUM(Group)
    enum { HeadingRole = Qt::UserRole + 65, FoldedRole }; ///< bool: heads a group; it is folded

    /// `source` must outlive it.
    explicit FindingListModel(const FindingModel* source, QObject* parent = nullptr);
    [[nodiscard]] QVariant data(const QModelIndex& index, int role = Qt::DisplayRole) const override;

    void setGroup(Group group);
    [[nodiscard]] Group group() const { return m_group; }
    void setShown(Severity severity, bool shown);
    [[nodiscard]] bool isShown(Severity severity) const;
    /// Of all findings, shown or not.
    [[nodiscard]] int count(Severity severity) const;

    [[nodiscard]] bool isHeading(int row) const;
    void setFolded(int row, bool folded);
    /// The finding's row in the source; -1 of a heading.
    [[nodiscard]] int findingAt(int row) const;
    /// The row that shows the source's finding, or -1 where it is folded away or not wanted.
    [[nodiscard]] int rowOf(int finding) const;
    /// The same, after unfolding and wanting what hides it.
    int reveal(int finding);

private:
    struct Listed {
        QString heading; ///< the group's name, of a heading
        int finding = -1;
    };
    void rebuild();
    void addGroup(const QString& name, const QList<int>& findings, QList<Row>& rows);
    [[nodiscard]] QString groupOf(const Row& row) const;

    const FindingModel* m_source;
    Group m_group = Group::None;
    std::array<bool, 3> m_shown{true, true, true}; // by Severity
    QSet<QString> m_folded;
    QList<Listed> m_listed; // by row
};

} // namespace anchorscope::model
