// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/accountbutton.h"

#include "ui/theme/icons.h"
#include "ui/widgets/avatar.h"

#include <QPainter>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

AccountButton::AccountButton(QWidget *parent) : QPushButton(parent)
{
    setCursor(Qt::PointingHandCursor);
    setAttribute(Qt::WA_Hover);
    setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
}

void AccountButton::setAccount(const AccountView &account)
{
    m_account = account;
    update();
}

void AccountButton::paintEvent(QPaintEvent *)
{
    const Tokens &t = tokens();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(hasFocus() ? QPen(t.accent.solid) : QPen(Qt::NoPen));
    painter.setBrush(underMouse() ? QBrush(t.hover) : QBrush(Qt::NoBrush));
    painter.drawRoundedRect(QRectF(rect()).adjusted(0.5, 0.5, -0.5, -0.5), metrics::radius, metrics::radius);
    Avatar::paint(&painter, QRectF(6, (height() - 28) / 2.0, 28, 28), m_account.id, m_account.name);
    paintIcon(&painter, u"chevron-down"_s, QRectF(36, 0, 16, height()), t.textMuted, 12);
}

} // namespace tenantry::ui
