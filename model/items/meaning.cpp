#include "model/items/meaning.h"

namespace anchorscope::model {

Meaning meaningOf(verify::RungState state) {
    switch (state) {
    case verify::RungState::passed:
        return Meaning::Passed;
    case verify::RungState::passed_not_final:
        return Meaning::NotFinal;
    case verify::RungState::failed:
        return Meaning::Failed;
    case verify::RungState::not_checked:
        return Meaning::NotChecked;
    case verify::RungState::cannot_check:
        return Meaning::CannotCheck;
    }
    return Meaning::None;
}

Meaning meaningOf(Severity severity) {
    switch (severity) {
    case Severity::info:
        return Meaning::Info;
    case Severity::warning:
        return Meaning::Warning;
    case Severity::error:
        return Meaning::Failed;
    }
    return Meaning::None;
}

} // namespace anchorscope::model
