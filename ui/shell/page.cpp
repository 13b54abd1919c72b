// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include <QEvent>

namespace tenantry::ui
{

Page::Page(const QString &id, const QString &iconName, QWidget *parent)
    : QWidget(parent), m_id(id), m_iconName(iconName)
{
    setObjectName(id);
}

void Page::setAvailable(bool available)
{
    if (m_available == available)
        return;
    m_available = available;
    Q_EMIT availableChanged(available);
}

void Page::activated()
{
    setFocus();
}

bool Page::showObject(const QString &)
{
    return false;
}

void Page::setCount(int count)
{
    if (m_count == count)
        return;
    m_count = count;
    Q_EMIT countChanged(count);
}

void Page::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        refreshTexts();
}

void Page::refreshTexts()
{
    retranslate();
    setAccessibleName(title());
    Q_EMIT titleChanged();
}

} // namespace tenantry::ui
