// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/idlelock.h"

#include <QCoreApplication>
#include <QEvent>

namespace tenantry::console
{

IdleLock::IdleLock(std::chrono::milliseconds after, QObject *parent) : QObject(parent)
{
    if (after.count() == 0)
        return;
    m_timer.setInterval(after);
    m_timer.setSingleShot(true);
    connect(&m_timer, &QTimer::timeout, this, &IdleLock::idle);
    m_timer.start();
    QCoreApplication::instance()->installEventFilter(this);
}

bool IdleLock::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::KeyPress:
    case QEvent::MouseButtonPress:
    case QEvent::MouseMove:
    case QEvent::Wheel:
        m_timer.start();
        break;
    default:
        break;
    }
    return QObject::eventFilter(watched, event);
}

} // namespace tenantry::console
