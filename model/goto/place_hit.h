// A place that "Go to" found.
#pragma once
#include "core/base/bytes.h"
#include <QList>
#include <QString>
#include <optional>

namespace anchorscope::model {

struct PlaceHit {
    enum class Kind { Step, Entry, Field, Digest, State, Offset, Selector, Function, Address };
    Kind kind = Kind::Step;
    QString title;  ///< what was found: "call 3", "0x1234…5678"
    QString detail; ///< where: "entry 2 › call 3", "rolling hash of entries[2]"
    QString full;   ///< the whole value, where `title` is shortened
    std::optional<quint32> node;
    std::optional<ByteRange> range;
    QString path;
};

struct PlacesFound {
    QList<PlaceHit> hits;
    bool more = false; ///< there are more than were asked for
    QString why;       ///< without hits: one sentence
};

[[nodiscard]] QString kindText(PlaceHit::Kind kind);

} // namespace anchorscope::model
