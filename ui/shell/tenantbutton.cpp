// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/tenantbutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"

#include <QEvent>
#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

TenantButton::TenantButton(QWidget *parent) : QPushButton(parent)
{
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    refresh();
}

void TenantButton::setHeading(const QString &id, const QString &name, const QString &below)
{
    m_id = id;
    m_name = name;
    m_below = below;
    refresh();
}

void TenantButton::setChoosable(bool choosable)
{
    m_choosable = choosable;
    refresh();
}

void TenantButton::refresh()
{
    setFocusPolicy(m_choosable ? Qt::StrongFocus : Qt::NoFocus);
    setCursor(m_choosable ? Qt::PointingHandCursor : Qt::ArrowCursor);
    setEnabled(m_choosable);
    setAccessibleName(m_choosable ? tr("Tenant: %1. Choose another").arg(m_name) : tr("Tenant: %1").arg(m_name));
    setToolTip(m_name);
    update();
}

void TenantButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    if (m_choosable) {
        painter.setPen(hasFocus() ? QPen(t.accent.solid) : QPen(Qt::NoPen));
        painter.setBrush(underMouse() ? QBrush(t.dark ? t.hover : t.border) : QBrush(Qt::NoBrush));
        painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
        paintIcon(&painter, u"sort"_s, QRectF(width() - 24, 0, 16, height()), t.textMuted, 14);
    }
    Avatar::paint(&painter, QRectF(8, (height() - 32) / 2.0, 32, 32), m_id, m_name, true);
    const QRect rest(50, 0, width() - 50 - (m_choosable ? 28 : 4), height());
    const bool two = !m_below.isEmpty();
    painter.setFont(uiFont(metrics::fontBody, true));
    painter.setPen(t.text);
    painter.drawText(two ? rest.adjusted(0, 3, 0, -19) : rest, Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_name, Qt::ElideRight, rest.width()));
    painter.setFont(uiFont(metrics::fontSmall));
    painter.setPen(t.textMuted);
    painter.drawText(rest.adjusted(0, 23, 0, -3), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_below, Qt::ElideRight, rest.width()));
}

void TenantButton::changeEvent(QEvent *event)
{
    QPushButton::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refresh();
}

} // namespace tenantry::ui
