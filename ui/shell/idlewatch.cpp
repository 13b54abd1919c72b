// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/idlewatch.h"

#include <QCoreApplication>
#include <QEvent>
#include <QTimer>

namespace tenantry::ui
{

IdleWatch::IdleWatch(std::chrono::milliseconds limit, QObject *parent)
    : QObject(parent), m_limit(limit), m_timer(new QTimer(this))
{
    m_timer->setSingleShot(true);
    connect(m_timer, &QTimer::timeout, this, &IdleWatch::check);
    QCoreApplication::instance()->installEventFilter(this);
    setLimit(limit);
}

void IdleWatch::setLimit(std::chrono::milliseconds limit)
{
    m_limit = limit;
    m_sinceInput.start();
    if (limit.count() > 0)
        m_timer->start(limit);
    else
        m_timer->stop();
}

void IdleWatch::check()
{
    // A timer restarted with each movement of the mouse would cost more than one that looks again.
    const auto rest = m_limit - std::chrono::milliseconds(m_sinceInput.elapsed());
    if (rest.count() > 0)
        m_timer->start(rest);
    else
        Q_EMIT idle();
}

bool IdleWatch::eventFilter(QObject *, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
    case QEvent::TouchBegin:
        m_sinceInput.start();
        if (!m_timer->isActive() && m_limit.count() > 0)
            m_timer->start(m_limit);
        break;
    default:
        break;
    }
    return false;
}

} // namespace tenantry::ui
