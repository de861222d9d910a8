// Filters made of what is shown: "filter by this value".
#pragma once
#include "model/filter/filter_program.h"
#include <QString>

namespace anchorscope::model {

/// One comparison; `field` is empty where the value stands for itself, as text or bytes that are searched
/// for.
struct ValueFilter {
    QString field, value; ///< as the language spells them
    [[nodiscard]] bool isEmpty() const { return value.isEmpty(); }
    [[nodiscard]] QString text() const;    ///< "domain == R1"
    [[nodiscard]] QString negated() const; ///< "domain != R1"
};

[[nodiscard]] ValueFilter filterOfDomain(Domain domain);
[[nodiscard]] ValueFilter filterOfText(FilterField field, const QString& text);
/// Of one of the field's words, or a number.
[[nodiscard]] ValueFilter filterOfWord(FilterField field, const QString& word);
/// By a field of the calldata ("entries[2].stateDeltas[0].currentState") and its whole value: the filter's
/// own field where it has such a one, else the bytes wherever they are. Empty where a value says too little.
[[nodiscard]] ValueFilter filterOfPath(const QString& path, const QString& value);

/// A filter for rows that pass `filter` and `also`; only `also` where `filter` is empty or none.
[[nodiscard]] QString filterBoth(const QString& filter, const QString& also);

} // namespace anchorscope::model
