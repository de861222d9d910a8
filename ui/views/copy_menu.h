// "Copy as": every form of the chosen thing, each with how it begins.
#pragma once
#include "model/copy/copy_forms.h"
#include "ui/views/selection.h"
#include <QMenu>
#include <functional>

namespace anchorscope::ui {

/// What the widget with the focus has chosen: the cell of a list or tree; else the selected place.
[[nodiscard]] model::CopyThing copyThing(const QWidget* focus, const Choice& choice);
/// `copy` gets the form that was chosen.
void fillCopyMenu(QMenu* menu, const QList<model::CopyForm>& forms,
                  const std::function<void(const model::CopyForm&)>& copy);
/// The beginning of a form on one line.
[[nodiscard]] QString copyPreview(const QString& text);

} // namespace anchorscope::ui
