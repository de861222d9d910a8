// What people read, in their language: one context for the models' words. Programs without a translator show
// them as they stand here.
#pragma once
#include <QCoreApplication>

namespace anchorscope::model {

struct Words {
    Q_DECLARE_TR_FUNCTIONS(anchorscope::model::Words)
};

} // namespace anchorscope::model
