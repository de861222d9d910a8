// What item models answer beside text: meanings, never colours or icons.
#pragma once
#include "core/base/bytes.h"
#include "core/base/finding.h"
#include "core/verify/rung.h"
#include <QMetaType>
#include <QObject>

namespace anchorscope::model {
Q_NAMESPACE

/// The state of a row, painted as icon shape + words + colour by the views.
enum class Meaning { None, Passed, NotFinal, Failed, NotChecked, CannotCheck, Warning, Info };
Q_ENUM_NS(Meaning)

enum Role {
    MeaningRole = Qt::UserRole + 1, ///< Meaning
    RangeRole,                      ///< ByteRange in the calldata, or invalid
    NodeRole,                       ///< quint32 node of the tree, or invalid
    PathRole,                       ///< QString field path
    KindTextRole,                   ///< QString shown in secondary colour before the text: "entry 0"
    LaneRole,                       ///< int lane where execution stands at this row
    MonospaceRole,                  ///< bool: hashes and bytes
    EmphasisRole,                   ///< bool: what is wrong
    RungRole,                       ///< int RungId
    CopyRole,                       ///< QString full value for copying
    DigestRole                      ///< QString id of a digest that can be explored, or invalid
};

[[nodiscard]] Meaning meaningOf(verify::RungState state);
[[nodiscard]] Meaning meaningOf(Severity severity);

} // namespace anchorscope::model

Q_DECLARE_METATYPE(anchorscope::ByteRange)
