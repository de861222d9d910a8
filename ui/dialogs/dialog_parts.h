// What the dialogs share: their measures, rows of caption and field, panels around a page.
#pragma once
#include "ui/paint/scale.h"
#include <QString>

class QGridLayout;
class QWidget;

namespace anchorscope::ui {

class Panel;

namespace parts {

// LOOK 1: margins and gaps; the captions of fields are as wide as the longest of them.
inline constexpr paint::Px margin{12}, inside{14}, gap{8}, caption_width{130};
/// The least that is left to the column of a table that takes the rest; like all widths of columns before
/// px().
inline constexpr int rest_width = 150;

/// For rows of caption and field; the page gets it as its layout.
[[nodiscard]] QGridLayout* fieldGrid(QWidget* page);
/// A titled panel around the page, with a caption in the title's row.
[[nodiscard]] Panel* framed(const QString& title, const QString& caption, QWidget* page);

} // namespace parts

} // namespace anchorscope::ui
