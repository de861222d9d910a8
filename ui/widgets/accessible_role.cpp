#include "ui/widgets/accessible_role.h"
#include <QAccessibleWidget>
#include <QWidget>

namespace anchorscope::ui {

namespace {

constexpr const char* role_name = "anchorscope_role";

QAccessibleInterface* interfaceOf(const QString&, QObject* object) {
    auto* widget = qobject_cast<QWidget*>(object);
    const QVariant role = widget != nullptr ? widget->property(role_name) : QVariant();
    return role.isValid() ? new QAccessibleWidget(widget, static_cast<QAccessible::Role>(role.toInt()))
                          : nullptr; // owned by QAccessible
}

} // namespace

void setAccessibleRole(QWidget* widget, QAccessible::Role role) {
    static const bool known = (QAccessible::installFactory(interfaceOf), true);
    Q_UNUSED(known)
    widget->setProperty(role_name, static_cast<int>(role));
}

} // namespace anchorscope::ui
