// Roles for widgets that paint themselves: Qt gives every plain QWidget the role Client, which says nothing.
#pragma once
#include <QAccessible>

class QWidget;

namespace anchorscope::ui {

/// Called before anything else tells assistive technology of the widget (its name does): from then on it
/// tells this role; its name and description are the widget's.
void setAccessibleRole(QWidget* widget, QAccessible::Role role);

} // namespace anchorscope::ui
