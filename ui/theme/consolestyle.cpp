// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/theme/consolestyle.h"

#include "ui/theme/icons.h"
#include "ui/theme/tokens.h"

#include <QAbstractItemView>
#include <QAbstractSpinBox>
#include <QCalendarWidget>
#include <QComboBox>
#include <QLineEdit>
#include <QListView>
#include <QPainter>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QStyleFactory>
#include <QStyleOption>
#include <QTableView>
#include <QTextCharFormat>
#include <QTextEdit>
#include <QToolButton>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

/// Outline of a field: accent while focused, red while its FormField shows an error.
QColor fieldBorder(const QStyleOption *option, const QWidget *widget, bool focused)
{
    const Tokens &t = tokens();
    if (widget && widget->property("invalid").toBool())
        return t.danger.solid;
    if (focused)
        return t.accent.solid;
    return (option->state & QStyle::State_Enabled) ? t.borderStrong : t.border;
}

void drawBox(QPainter *painter, const QRect &rect, const QColor &fill, const QColor &border, qreal radius, qreal width)
{
    painter->save();
    painter->setRenderHint(QPainter::Antialiasing);
    painter->setPen(QPen(border, width));
    painter->setBrush(fill);
    const qreal inset = width / 2;
    painter->drawRoundedRect(QRectF(rect).adjusted(inset, inset, -inset, -inset), radius, radius);
    painter->restore();
}

void drawField(const QStyleOption *option, QPainter *painter, const QWidget *widget, bool focused)
{
    const Tokens &t = tokens();
    const QColor fill = (option->state & QStyle::State_Enabled) ? t.surface : t.window;
    drawBox(painter, option->rect, fill, fieldBorder(option, widget, focused), metrics::radius, focused ? 1.5 : 1);
}

void drawCheckMark(const QStyleOption *option, QPainter *painter, bool round)
{
    const Tokens &t = tokens();
    const int side = std::min({option->rect.width(), option->rect.height(), 16});
    QRect box(0, 0, side, side);
    box.moveCenter(option->rect.center());
    const bool enabled = option->state & QStyle::State_Enabled;
    const bool on = option->state & (QStyle::State_On | QStyle::State_NoChange);
    QColor fill = enabled ? t.surface : t.window;
    QColor border = (option->state & QStyle::State_HasFocus) ? t.accent.solid : t.textFaint;
    if (on) {
        fill = enabled ? t.accent.solid : t.textDisabled;
        border = (option->state & QStyle::State_HasFocus) ? t.text : fill;
    } else if (!enabled) {
        border = t.borderStrong;
    }
    drawBox(painter, box, fill, border, round ? side / 2.0 : 4, 1);
    if (!on)
        return;
    if (round) {
        painter->save();
        painter->setRenderHint(QPainter::Antialiasing);
        painter->setPen(Qt::NoPen);
        painter->setBrush(t.accent.onSolid);
        painter->drawEllipse(QRectF(box).center(), side / 5.0, side / 5.0);
        painter->restore();
    } else {
        const bool partly = option->state & QStyle::State_NoChange;
        paintIcon(painter, partly ? u"minus"_s : u"check"_s, box, t.accent.onSolid, side - 4);
    }
}

/// The background of a row: views draw it once per row (trees), per cell (tables) or per item (lists).
void drawRow(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    const auto *item = qstyleoption_cast<const QStyleOptionViewItem *>(option);
    if (!item)
        return;
    const Tokens &t = tokens();
    const bool selected = item->state & QStyle::State_Selected;
    bool hovered = item->state & QStyle::State_MouseOver;
    if (widget && item->index.isValid()) {
        const QVariant row = widget->property("hoverRow");
        hovered = hovered || (row.isValid() && row.toInt() == item->index.row());
    }
    if (selected) {
        painter->fillRect(item->rect, t.selected);
        const bool bar = widget && widget->hasFocus() && !qobject_cast<const QListView *>(widget);
        if (item->rect.left() <= 0 && bar)
            painter->fillRect(QRect(0, item->rect.top(), 3, item->rect.height()), t.accent.solid);
    } else if (hovered && (item->state & QStyle::State_Enabled)) {
        painter->fillRect(item->rect, t.hover);
    }
}

void drawRowLine(const QStyleOption *option, QPainter *painter)
{
    const QRect &r = option->rect;
    painter->fillRect(QRect(r.left(), r.bottom(), r.width(), 1), tokens().border);
}

void drawBranch(const QStyleOption *option, QPainter *painter)
{
    if (!(option->state & QStyle::State_Children))
        return;
    const bool open = option->state & QStyle::State_Open;
    paintIcon(painter, open ? u"chevron-down"_s : u"chevron-right"_s, option->rect, tokens().textMuted, 12);
}

void drawFocusRing(const QStyleOption *option, QPainter *painter, const QWidget *widget)
{
    // Rows show it as a bar, buttons with their outline (style sheet).
    if (!widget || qobject_cast<const QAbstractItemView *>(widget) || qobject_cast<const QPushButton *>(widget) ||
        qobject_cast<const QToolButton *>(widget))
        return;
    drawBox(painter, option->rect, Qt::transparent, tokens().accent.solid, 4, 1);
}

/// Qt's own calendar has red week ends and green arrows.
void polishCalendar(QCalendarWidget *calendar)
{
    QTextCharFormat plain;
    plain.setForeground(tokens().text);
    for (const auto day : {Qt::Saturday, Qt::Sunday})
        calendar->setWeekdayTextFormat(day, plain);
    QTextCharFormat header;
    header.setForeground(tokens().textMuted);
    calendar->setHeaderTextFormat(header);
    calendar->setVerticalHeaderFormat(QCalendarWidget::NoVerticalHeader);
    const std::pair<QString, QString> arrows[] = {{u"qt_calendar_prevmonth"_s, u"chevron-left"_s},
                                                  {u"qt_calendar_nextmonth"_s, u"chevron-right"_s}};
    for (const auto &[name, iconName] : arrows) {
        if (auto *button = calendar->findChild<QToolButton *>(name))
            button->setIcon(icon(iconName));
    }
}

bool isTextArea(const QWidget *widget)
{
    return qobject_cast<const QPlainTextEdit *>(widget) || qobject_cast<const QTextEdit *>(widget);
}

} // namespace

ConsoleStyle::ConsoleStyle() : QProxyStyle(QStyleFactory::create(u"Fusion"_s)) {}

void ConsoleStyle::drawPrimitive(PrimitiveElement element, const QStyleOption *option, QPainter *painter,
                                 const QWidget *widget) const
{
    switch (element) {
    case PE_PanelLineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            drawField(option, painter, widget, option->state & State_HasFocus);
        return;
    }
    case PE_FrameLineEdit:
        return;
    case PE_Frame:
        if (isTextArea(widget))
            drawField(option, painter, widget, widget->hasFocus());
        else
            drawBox(painter, option->rect, tokens().surface, tokens().border, metrics::radius, 1);
        return;
    case PE_IndicatorCheckBox:
    case PE_IndicatorItemViewItemCheck:
        return drawCheckMark(option, painter, false);
    case PE_IndicatorRadioButton:
        return drawCheckMark(option, painter, true);
    case PE_IndicatorBranch:
        return drawBranch(option, painter);
    case PE_PanelItemViewRow:
        drawRow(option, painter, widget);
        if (qobject_cast<const QTableView *>(widget))
            drawRowLine(option, painter);
        return;
    case PE_PanelItemViewItem:
        if (!qobject_cast<const QTableView *>(widget)) // which has drawn the row already
            drawRow(option, painter, widget);
        return;
    case PE_IndicatorMenuCheckMark:
        if (option->state & State_On)
            paintIcon(painter, u"check"_s, option->rect, tokens().text, 14);
        return;
    case PE_IndicatorArrowRight:
        return paintIcon(painter, u"chevron-right"_s, option->rect, tokens().textMuted, 12);
    case PE_FrameFocusRect:
        return drawFocusRing(option, painter, widget);
    case PE_IndicatorHeaderArrow: {
        const auto *header = qstyleoption_cast<const QStyleOptionHeader *>(option);
        const bool up = header && header->sortIndicator == QStyleOptionHeader::SortUp;
        return paintIcon(painter, up ? u"chevron-up"_s : u"chevron-down"_s, option->rect, tokens().text, 12);
    }
    default:
        QProxyStyle::drawPrimitive(element, option, painter, widget);
    }
}

void ConsoleStyle::drawComplexControl(ComplexControl control, const QStyleOptionComplex *option, QPainter *painter,
                                      const QWidget *widget) const
{
    const QColor arrow = (option->state & State_Enabled) ? tokens().textMuted : tokens().textDisabled;
    const bool focused = (option->state & State_HasFocus) && (option->state & State_Enabled);
    if (control == CC_ComboBox) {
        drawField(option, painter, widget, focused);
        const QRect box = subControlRect(CC_ComboBox, option, SC_ComboBoxArrow, widget);
        paintIcon(painter, u"chevron-down"_s, box, arrow, 14);
    } else if (control == CC_SpinBox) {
        drawField(option, painter, widget, focused);
        const auto *spin = qstyleoption_cast<const QStyleOptionSpinBox *>(option);
        if (spin && spin->buttonSymbols == QAbstractSpinBox::NoButtons)
            return;
        paintIcon(painter, u"chevron-up"_s, subControlRect(control, option, SC_SpinBoxUp, widget), arrow, 10);
        paintIcon(painter, u"chevron-down"_s, subControlRect(control, option, SC_SpinBoxDown, widget), arrow, 10);
    } else {
        QProxyStyle::drawComplexControl(control, option, painter, widget);
    }
}

QRect ConsoleStyle::subControlRect(ComplexControl control, const QStyleOptionComplex *option, SubControl part,
                                   const QWidget *widget) const
{
    QRect rect = QProxyStyle::subControlRect(control, option, part, widget);
    const bool combo = control == CC_ComboBox && part == SC_ComboBoxEditField;
    if (combo || (control == CC_SpinBox && part == SC_SpinBoxEditField))
        rect.setLeft(rect.left() + 5);
    return rect;
}

int ConsoleStyle::pixelMetric(PixelMetric metric, const QStyleOption *option, const QWidget *widget) const
{
    switch (metric) {
    case PM_SmallIconSize:
    case PM_ButtonIconSize:
    case PM_ListViewIconSize:
    case PM_IndicatorWidth:
    case PM_IndicatorHeight:
    case PM_ExclusiveIndicatorWidth:
    case PM_ExclusiveIndicatorHeight:
        return metrics::iconSize;
    case PM_CheckBoxLabelSpacing:
    case PM_RadioButtonLabelSpacing:
        return metrics::grid;
    case PM_DefaultFrameWidth:
        // Two pixels, so that a square viewport stays inside the rounded corners.
        return qobject_cast<const QLineEdit *>(widget) ? 3 : 2;
    case PM_LayoutHorizontalSpacing:
    case PM_LayoutVerticalSpacing:
        return metrics::grid;
    case PM_FocusFrameHMargin:
        return qobject_cast<const QAbstractItemView *>(widget) ? 8 : 2;
    case PM_TreeViewIndentation:
        return 20;
    case PM_HeaderMarkSize:
        return 12;
    case PM_MenuPanelWidth:
        return 1;
    default:
        return QProxyStyle::pixelMetric(metric, option, widget);
    }
}

int ConsoleStyle::styleHint(StyleHint hint, const QStyleOption *option, const QWidget *widget,
                            QStyleHintReturn *data) const
{
    switch (hint) {
    case SH_ComboBox_Popup:
    case SH_EtchDisabledText:
    case SH_Widget_Animate:
    case SH_DialogButtonBox_ButtonsHaveIcons:
    case SH_ItemView_ActivateItemOnSingleClick:
        return 0;
    case SH_ItemView_ShowDecorationSelected:
        return 1;
    default:
        return QProxyStyle::styleHint(hint, option, widget, data);
    }
}

QSize ConsoleStyle::sizeFromContents(ContentsType type, const QStyleOption *option, const QSize &size,
                                     const QWidget *widget) const
{
    QSize result = QProxyStyle::sizeFromContents(type, option, size, widget);
    switch (type) {
    case CT_LineEdit: {
        const auto *frame = qstyleoption_cast<const QStyleOptionFrame *>(option);
        if (frame && frame->lineWidth > 0)
            result.setHeight(std::max(result.height(), metrics::controlHeight));
        break;
    }
    case CT_ComboBox:
        result.rwidth() += metrics::grid;
        [[fallthrough]];
    case CT_SpinBox:
        result.setHeight(std::max(result.height(), metrics::controlHeight));
        break;
    case CT_ItemViewItem:
        result.setHeight(std::max(result.height(), metrics::controlHeight));
        break;
    case CT_CheckBox:
    case CT_RadioButton:
        result.setHeight(std::max(result.height(), 24));
        break;
    default:
        break;
    }
    return result;
}

QIcon ConsoleStyle::standardIcon(StandardPixmap what, const QStyleOption *option, const QWidget *widget) const
{
    return what == SP_LineEditClearButton ? icon(u"cross"_s) : QProxyStyle::standardIcon(what, option, widget);
}

void ConsoleStyle::polish(QWidget *widget)
{
    QProxyStyle::polish(widget);
    if (auto *combo = qobject_cast<QComboBox *>(widget)) {
        combo->setMaxVisibleItems(12);
        combo->setMinimumHeight(metrics::controlHeight);
    } else if (auto *spin = qobject_cast<QAbstractSpinBox *>(widget)) {
        spin->setMinimumHeight(metrics::controlHeight);
    } else if (auto *line = qobject_cast<QLineEdit *>(widget)) {
        if (line->hasFrame() && line->textMargins().isNull())
            line->setTextMargins(4, 0, 4, 0);
    } else if (auto *calendar = qobject_cast<QCalendarWidget *>(widget)) {
        polishCalendar(calendar);
    } else if (auto *text = qobject_cast<QPlainTextEdit *>(widget)) {
        text->document()->setDocumentMargin(7);
    }
}

} // namespace tenantry::ui
