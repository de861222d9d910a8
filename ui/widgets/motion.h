// Whether things may move by themselves. The user's choice, for the whole program.
#pragma once

namespace anchorscope::ui {

[[nodiscard]] bool motionReduced();
/// What moves already comes to rest when it is next shown.
void setMotionReduced(bool reduced);

} // namespace anchorscope::ui
