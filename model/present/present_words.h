// The words of presenting, in one context for translators.
#pragma once
#include <QCoreApplication>

namespace anchorscope::model {

struct PresentWords {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::model::Presentation)
};

} // namespace anchorscope::model
