// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/session/session.h"

#include <QEvent>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

Page::Page(PageFace face, QWidget *parent) : QWidget(parent), m_face(std::move(face))
{
    setObjectName(id());
    setProperty("panel", u"surface"_s);
    setAttribute(Qt::WA_StyledBackground);
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

void Page::contentChanged(const Session &session)
{
    m_behind = m_away && session.snapshot()->userCount() > 0;
    if (!m_behind)
        refreshContent();
}

void Page::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    m_away = false;
    if (std::exchange(m_behind, false))
        refreshContent();
}

void Page::hideEvent(QHideEvent *event)
{
    QWidget::hideEvent(event);
    m_away = true;
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
