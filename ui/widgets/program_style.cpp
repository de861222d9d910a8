#include "ui/widgets/program_style.h"
#include "ui/paint/scale.h"
#include "ui/widgets/control_painting.h"
#include <QPainter>

namespace anchorscope::ui {

using paint::Glyph;
using paint::Ink;
using M = ControlMetrics;

namespace {

constexpr paint::Px row_height{28}; ///< LOOK 1
constexpr paint::Px tool_padding{8}, tool_separator{21};
/// A style sheet's own arithmetic leaves a spin box 25 px beside its text, whatever the style says.
constexpr paint::Px spin_padding{6}, spin_room{20};

bool isEnabled(const QStyleOption& option) { return option.state & QStyle::State_Enabled; }

QColor textColor(const QStyleOption& option) {
    return paint::theme().color(isEnabled(option) ? Ink::Text : Ink::DisabledText);
}

ControlLabel labelOf(const QStyleOptionButton& button) {
    ControlLabel label{button.text, button.icon, button.iconSize, textColor(button), false, true};
    label.enabled = isEnabled(button);
    if (label.enabled && button.features & QStyleOptionButton::DefaultButton) {
        label.color = paint::theme().color(Ink::AccentText);
    }
    return label;
}

ControlLabel labelOf(const QStyleOptionToolButton& button) {
    ControlLabel label{button.text, button.icon, button.iconSize, textColor(button), false, true};
    label.enabled = isEnabled(button);
    if (button.toolButtonStyle == Qt::ToolButtonIconOnly && !button.icon.isNull()) {
        label.text.clear();
    } else if (button.toolButtonStyle == Qt::ToolButtonTextOnly) {
        label.icon = {};
    }
    return label;
}

bool hasMenu(const QStyleOptionToolButton& button) {
    return button.features & QStyleOptionToolButton::HasMenu;
}

void drawPushButton(QPainter& painter, const QStyleOptionButton& button) {
    const bool filled = button.features & QStyleOptionButton::DefaultButton;
    const bool flat = button.features & QStyleOptionButton::Flat;
    drawControlFrame(painter, button, filled ? Frame::Filled : flat ? Frame::Flat : Frame::Plain);
    QRect inside = button.rect.adjusted(M::padding, 0, -M::padding, 0);
    if (button.features & QStyleOptionButton::HasMenu) {
        const QRect arrow(inside.right() + 1 - M::chevron, inside.top(), M::chevron, inside.height());
        drawChevron(painter, {arrow, isEnabled(button)});
        inside.setRight(arrow.left() - M::icon_gap);
    }
    drawControlLabel(painter, inside, labelOf(button));
}

void drawToolButton(QPainter& painter, const QStyleOptionToolButton& button) {
    drawControlFrame(painter, button, Frame::Flat);
    if (button.features & QStyleOptionToolButton::Arrow) {
        const Glyph glyph = button.arrowType == Qt::LeftArrow    ? Glyph::ChevronLeft
                            : button.arrowType == Qt::RightArrow ? Glyph::ChevronRight
                                                                 : Glyph::ChevronDown;
        return drawChevron(painter, {button.rect, isEnabled(button), false, glyph});
    }
    const ControlLabel label = labelOf(button);
    QRect inside = button.rect;
    if (!label.text.isEmpty()) {
        inside.adjust(tool_padding, 0, -tool_padding, 0);
    }
    if (hasMenu(button)) {
        const QRect arrow(inside.right() + 1 - M::chevron, inside.top(), M::chevron, inside.height());
        drawChevron(painter, {arrow, isEnabled(button)});
        inside.setRight(arrow.left() - M::icon_gap / 2);
    }
    drawControlLabel(painter, inside, label);
}

void drawSpinBox(QPainter& painter, const QStyleOptionSpinBox& spin) {
    drawControlFrame(painter, spin, Frame::Plain);
    if (spin.buttonSymbols == QAbstractSpinBox::NoButtons) {
        return;
    }
    const int half = spin.rect.height() / 2;
    QRect arrow(spin.rect.right() - spin_room, spin.rect.top() + 3, spin_room, half - 3);
    drawChevron(painter, {arrow, bool(spin.stepEnabled & QAbstractSpinBox::StepUpEnabled), true});
    arrow.moveTop(spin.rect.top() + half);
    drawChevron(painter, {arrow, bool(spin.stepEnabled & QAbstractSpinBox::StepDownEnabled)});
}

void drawComboBox(QPainter& painter, const QStyleOptionComboBox& combo) {
    drawControlFrame(painter, combo, Frame::Plain);
    const QRect arrow(combo.rect.right() - paint::px(26), combo.rect.top(), paint::px(16),
                      combo.rect.height());
    drawChevron(painter, {arrow, isEnabled(combo)});
}

} // namespace

ProgramStyle::ProgramStyle() : QProxyStyle(QStringLiteral("Fusion")) {}

void ProgramStyle::drawPrimitive(PrimitiveElement element, const QStyleOption* option, QPainter* painter,
                                 const QWidget* widget) const {
    const auto chevron = [&](Glyph glyph, bool up = false) {
        drawChevron(*painter, {option->rect, isEnabled(*option), up, glyph});
    };
    switch (element) {
    case PE_IndicatorArrowDown:
    case PE_IndicatorSpinDown:
        return chevron(Glyph::ChevronDown);
    case PE_IndicatorArrowUp:
    case PE_IndicatorSpinUp:
        return chevron(Glyph::ChevronDown, true);
    case PE_IndicatorArrowLeft:
        return chevron(Glyph::ChevronLeft);
    case PE_IndicatorArrowRight:
        return chevron(Glyph::ChevronRight);
    case PE_IndicatorBranch:
        if (option->state & State_Children) {
            chevron(option->state & State_Open ? Glyph::ChevronDown : Glyph::ChevronRight);
        }
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckBox(*painter, *option, false);
    case PE_IndicatorRadioButton:
        return drawCheckBox(*painter, *option, true);
    case PE_IndicatorMenuCheckMark:
        if (option->state & State_On) {
            drawTick(*painter, centredSquare(option->rect, M::icon), paint::theme().color(Ink::Accent));
        }
        return;
    case PE_IndicatorToolBarSeparator: {
        const QPoint centre = option->rect.center();
        const QRect line = option->state & State_Horizontal
                               ? QRect(centre.x(), option->rect.top() + 6, 1, option->rect.height() - 12)
                               : QRect(option->rect.left() + 6, centre.y(), option->rect.width() - 12, 1);
        return painter->fillRect(line, paint::theme().color(Ink::Line));
    }
    case PE_FrameFocusRect:
        return drawFocusRing(*painter, option->rect);
    default:
        return QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ProgramStyle::drawControl(ControlElement element, const QStyleOption* option, QPainter* painter,
                               const QWidget* widget) const {
    const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
    const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
    if (element == CE_PushButton && button != nullptr) {
        return drawPushButton(*painter, *button);
    }
    if (element == CE_ComboBoxLabel && combo != nullptr) {
        if (!combo->editable) {
            ControlLabel label{combo->currentText, combo->currentIcon, combo->iconSize, textColor(*combo)};
            label.enabled = isEnabled(*combo);
            label.centred = false;
            drawControlLabel(*painter, combo->rect.adjusted(M::padding, 0, -M::arrow_room, 0), label);
        }
        return;
    }
    if (element == CE_SizeGrip) {
        return;
    }
    QProxyStyle::drawControl(element, option, painter, widget);
}

void ProgramStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex* option,
                                      QPainter* painter, const QWidget* widget) const {
    if (const auto* combo = qstyleoption_cast<const QStyleOptionComboBox*>(option);
        control == CC_ComboBox && combo) {
        return drawComboBox(*painter, *combo);
    }
    if (const auto* spin = qstyleoption_cast<const QStyleOptionSpinBox*>(option);
        control == CC_SpinBox && spin) {
        return drawSpinBox(*painter, *spin);
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        control == CC_ToolButton && tool) {
        return drawToolButton(*painter, *tool);
    }
    QProxyStyle::drawComplexControl(control, option, painter, widget);
}

QRect ProgramStyle::subControlRect(ComplexControl control, const QStyleOptionComplex* option, SubControl part,
                                   const QWidget* widget) const {
    const QRect rect = option->rect;
    const QRect spin_arrow = rect.adjusted(rect.width() - spin_room, 1, -1, -1);
    QRect found;
    if (control == CC_ComboBox && part == SC_ComboBoxEditField) {
        found = rect.adjusted(M::padding - 3, 2, -M::arrow_room, -2);
    } else if (control == CC_SpinBox && part == SC_SpinBoxEditField) {
        found = rect.adjusted(spin_padding, 2, -spin_room, -2);
    } else if (control == CC_SpinBox && part == SC_SpinBoxUp) {
        found = spin_arrow.adjusted(0, 0, 0, -spin_arrow.height() / 2);
    } else if (control == CC_SpinBox && part == SC_SpinBoxDown) {
        found = spin_arrow.adjusted(0, spin_arrow.height() / 2, 0, 0);
    }
    if (!found.isNull()) {
        return visualRect(option->direction, rect, found);
    }
    return QProxyStyle::subControlRect(control, option, part, widget);
}

int ProgramStyle::pixelMetric(PixelMetric metric, const QStyleOption* option, const QWidget* widget) const {
    switch (metric) {
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
    case PM_SmallIconSize:
    case PM_ToolBarIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
        return M::icon;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
    case PM_SplitterWidth:
    case PM_DockWidgetSeparatorExtent:
        return paint::px(8);
    case PM_ToolBarSeparatorExtent:
        return tool_separator;
    case PM_ScrollBarExtent:
        return paint::px(11);
    case PM_TreeViewIndentation:
        return paint::px(18);
    case PM_HeaderMarkSize:
        return M::chevron;
    case PM_FocusFrameHMargin:
        return 5;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ProgramStyle::styleHint(StyleHint hint, const QStyleOption* option, const QWidget* widget,
                            QStyleHintReturn* data) const {
    switch (hint) {
    case SH_EtchDisabledText:
    case SH_DitherDisabledText:
    case SH_UnderlineShortcut:
    case SH_ComboBox_Popup:
        return 0;
    case SH_Table_GridLineColor:
        return static_cast<int>(paint::theme().color(Ink::Line).rgb());
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ProgramStyle::sizeFromContents(ContentsType type, const QStyleOption* option, const QSize& contents,
                                     const QWidget* widget) const {
    if (const auto* button = qstyleoption_cast<const QStyleOptionButton*>(option);
        type == CT_PushButton && button) {
        const int arrow = button->features & QStyleOptionButton::HasMenu ? M::chevron + M::icon_gap : 0;
        return {labelWidth(button->fontMetrics, labelOf(*button)) + arrow + 2 * M::padding + 1,
                qMax<int>(M::height, button->fontMetrics.height() + paint::px(10))};
    }
    if (const auto* tool = qstyleoption_cast<const QStyleOptionToolButton*>(option);
        type == CT_ToolButton && tool) {
        const ControlLabel label = labelOf(*tool);
        const int padding = label.text.isEmpty() ? paint::px(4) : int{tool_padding};
        const int arrow = hasMenu(*tool) ? M::chevron + M::icon_gap / 2 : 0;
        const int wide = labelWidth(tool->fontMetrics, label) + arrow + 2 * padding + 1;
        return {label.text.isEmpty() ? wide - 1 : wide,
                label.text.isEmpty() ? label.icon_size.height() + paint::px(8)
                                     : qMax<int>(M::height, tool->fontMetrics.height() + paint::px(10))};
    }
    if (type == CT_ComboBox) {
        return {contents.width() + M::padding + M::arrow_room,
                qMax<int>(M::height, contents.height() + paint::px(8))};
    }
    QSize size = QProxyStyle::sizeFromContents(type, option, contents, widget);
    if (type == CT_ItemViewItem) {
        size.setHeight(qMax<int>(size.height(), row_height));
    }
    return size;
}

QIcon ProgramStyle::standardIcon(StandardPixmap icon, const QStyleOption* option,
                                 const QWidget* widget) const {
    switch (icon) {
    case SP_LineEditClearButton:
    case SP_DialogCloseButton:
    case SP_TitleBarCloseButton:
        return paint::icon(Glyph::Close, Ink::SecondaryText);
    case SP_TitleBarNormalButton:
        return paint::icon(Glyph::Float, Ink::SecondaryText);
    case SP_ToolBarHorizontalExtensionButton:
        return paint::icon(Glyph::ChevronRight, Ink::SecondaryText);
    case SP_MessageBoxCritical:
        return paint::statusIcon(model::Meaning::Failed);
    case SP_MessageBoxWarning:
        return paint::statusIcon(model::Meaning::Warning);
    case SP_MessageBoxInformation:
    case SP_MessageBoxQuestion:
        return paint::statusIcon(model::Meaning::Info);
    default:
        return QProxyStyle::standardIcon(icon, option, widget);
    }
}

} // namespace anchorscope::ui
