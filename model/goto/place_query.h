// What was typed into "Go to", taken apart without looking at any table: one text may mean several things.
#pragma once
#include <QString>
#include <optional>

namespace anchorscope::model {

struct PlaceQuery {
    std::optional<quint64> step, entry, offset;
    QString digits;          ///< lower case, without 0x: the beginning of a digest, a selector or an address
    QString word;            ///< part of a name, lower case
    QString path;            ///< "entries[2].callCount"
    QString why;             ///< it can mean nothing: one sentence
    bool explicitly = false; ///< "step 12": nothing else was meant
};

inline constexpr qsizetype max_query_length = 200;

[[nodiscard]] PlaceQuery readQuery(const QString& text);

} // namespace anchorscope::model
