// What may come where the cursor stands in a filter: fields, the operators of a field's type, the values that
// the case knows.
#pragma once
#include "model/filter/node_facts.h"

namespace anchorscope::model {

struct FilterCompletion {
    QString text;        ///< shown, and put in place of what was typed
    QString detail;      ///< what it means
    bool goesOn = false; ///< something must follow: a space is put behind it
};

struct FilterCompletions {
    qsizetype at = 0, length = 0; ///< what is replaced
    QList<FilterCompletion> items;
};

[[nodiscard]] FilterCompletions completeFilter(const QString& text, qsizetype cursor,
                                               const FilterVocabulary& vocabulary);

} // namespace anchorscope::model
