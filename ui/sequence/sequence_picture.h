// The sequence diagram as a picture of its own: title, whose file it is by SHA-256, how the order is known,
// the lifelines' names, and the whole diagram or the part that was visible.
#pragma once
#include "ui/paint/picture_save.h"
#include "ui/sequence/sequence_texts.h"

namespace anchorscope::ui {

/// `part`: in the diagram's coordinates; empty: all of it. Takes copies: may be painted on another thread.
[[nodiscard]] paint::Picture sequencePicture(const paint::SequenceLayout& layout,
                                             const std::shared_ptr<const SequenceTexts>& texts, QRectF part,
                                             paint::Scheme scheme = paint::Scheme::Light);

} // namespace anchorscope::ui
