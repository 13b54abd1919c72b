// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/bellbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/countbadge.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

BellButton::BellButton(QWidget *parent) : QAbstractButton(parent)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    refresh();
}

void BellButton::setUnread(int unread)
{
    m_unread = unread;
    refresh();
}

void BellButton::refresh()
{
    const QString name = m_unread > 0 ? tr("Notifications, %n unread", nullptr, m_unread) : tr("Notifications");
    setAccessibleName(name);
    setToolTip(name);
    updateGeometry();
    update();
}

QSize BellButton::sizeHint() const
{
    if (m_unread == 0)
        return {metrics::controlHeight, metrics::controlHeight};
    const int badge = QFontMetrics(uiFont(metrics::fontSmall, true)).horizontalAdvance(CountBadge::textFor(m_unread));
    return {metrics::controlHeight + badge + 8, metrics::controlHeight};
}

void BellButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(t.accent.solid) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(t.hover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    paintIcon(&painter, u"bell"_s, QRectF((metrics::controlHeight - metrics::iconSize) / 2.0, 0, metrics::iconSize, height()),
              m_unread > 0 ? t.accent.text : t.textMuted);
    if (m_unread == 0)
        return;
    painter.setFont(uiFont(metrics::fontSmall, true));
    painter.setPen(t.accent.text);
    painter.drawText(rect().adjusted(0, 0, -8, 0), Qt::AlignRight | Qt::AlignVCenter, CountBadge::textFor(m_unread));
}

void BellButton::changeEvent(QEvent *event)
{
    QAbstractButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange || event->type() == QEvent::FontChange)
        refresh();
}

} // namespace tenantry::ui
