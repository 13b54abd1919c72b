// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/personabutton.h"

#include "ui/theme/icons.h"
#include "ui/theme/theme.h"
#include "ui/widgets/avatar.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

QString belowOf(const PersonaView &persona)
{
    return persona.tenant.isEmpty() ? persona.role : persona.role + u" · "_s + persona.tenant;
}

} // namespace

PersonaButton::PersonaButton(const PersonaView &persona, QWidget *parent) : QAbstractButton(parent), m_persona(persona)
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Expanding, QSizePolicy::Fixed);
    setAccessibleName(persona.name + u", "_s + belowOf(persona));
}

void PersonaButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? t.accent.solid : t.border);
    painter.setBrush(underMouse() && isEnabled() ? t.hover : t.surface);
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    painter.setOpacity(isEnabled() ? 1 : 0.5);
    Avatar::paint(&painter, QRectF(12, (height() - 32) / 2.0, 32, 32), m_persona.id, m_persona.name);
    const QRect rest(56, 0, width() - 56 - 36, height());
    painter.setFont(uiFont(metrics::fontBody));
    painter.setPen(t.text);
    painter.drawText(rest.adjusted(0, 7, 0, -24), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(m_persona.name, Qt::ElideRight, rest.width()));
    painter.setFont(uiFont(metrics::fontSmall));
    painter.setPen(t.textMuted);
    painter.drawText(rest.adjusted(0, 26, 0, -7), Qt::AlignLeft | Qt::AlignVCenter,
                     painter.fontMetrics().elidedText(belowOf(m_persona), Qt::ElideRight, rest.width()));
    paintIcon(&painter, u"chevron-right"_s, QRectF(width() - 32, 0, 20, height()), t.textFaint, 14);
}

} // namespace tenantry::ui
