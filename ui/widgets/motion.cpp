#include "ui/widgets/motion.h"

namespace anchorscope::ui {

namespace {

bool& reduced() {
    static bool value = false;
    return value;
}

} // namespace

bool motionReduced() { return reduced(); }

void setMotionReduced(bool value) { reduced() = value; }

} // namespace anchorscope::ui
