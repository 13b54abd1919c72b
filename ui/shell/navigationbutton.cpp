// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/navigationbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/countbadge.h"

#include <QPainter>

namespace tenantry::ui
{

NavigationButton::NavigationButton(const QString &iconName, QWidget *parent)
    : QAbstractButton(parent), m_iconName(iconName)
{
    setCheckable(true);
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
}

void NavigationButton::setTitle(const QString &title)
{
    setText(title);
    refresh();
}

void NavigationButton::setCount(int count)
{
    m_count = count;
    refresh();
}

void NavigationButton::refresh()
{
    //: %1 is a page, %n what waits there
    setAccessibleName(m_count > 0 ? tr("%1, %n waiting", nullptr, m_count).arg(text()) : text());
    update();
}

QSize NavigationButton::sizeHint() const
{
    return {160, 34};
}

void NavigationButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    const QColor fill = isChecked() ? t.selected : underMouse() ? (t.dark ? t.hover : t.border) : QColor(Qt::transparent);
    painter.setBrush(fill);
    painter.setPen(hasFocus() ? QPen(t.accent.solid) : QPen(Qt::NoPen));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    const QColor colour = isChecked() ? t.accent.text : t.textMuted;
    paintIcon(&painter, m_iconName, QRectF(10, 0, metrics::iconSize, height()), colour);
    QRect rest(36, 0, width() - 44, height());
    if (m_count > 0) {
        const QString text = CountBadge::textFor(m_count);
        painter.setFont(uiFont(metrics::fontSmall, isChecked()));
        painter.setPen(colour);
        painter.drawText(rest, Qt::AlignRight | Qt::AlignVCenter, text);
        rest.setRight(rest.right() - painter.fontMetrics().horizontalAdvance(text) - 8);
    }
    painter.setFont(uiFont(metrics::fontBody, isChecked()));
    painter.setPen(isChecked() ? t.accent.text : t.text);
    const QString shown = painter.fontMetrics().elidedText(text(), Qt::ElideRight, rest.width());
    painter.drawText(rest, Qt::AlignLeft | Qt::AlignVCenter | Qt::TextSingleLine, shown);
}

} // namespace tenantry::ui
