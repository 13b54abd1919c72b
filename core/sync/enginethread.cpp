// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/enginethread.h"

namespace tenantry::sync {

using namespace Qt::StringLiterals;

EngineThread::EngineThread(EngineOptions options) : m_engine(new Engine(std::move(options)))
{
    m_thread.setObjectName(u"engine"_s);
    m_engine->moveToThread(&m_thread);
    QObject::connect(&m_thread, &QThread::finished, m_engine, &QObject::deleteLater);
    // The last that an object does: its files are closed by then.
    QObject::connect(m_engine, &QObject::destroyed, this, &EngineThread::ended, Qt::QueuedConnection);
    m_thread.start();
}

EngineThread::~EngineThread()
{
    end();
    m_thread.wait();
}

void EngineThread::start()
{
    QMetaObject::invokeMethod(m_engine, &Engine::start);
}

void EngineThread::end()
{
    if (std::exchange(m_ending, true))
        return;
    // Behind the calls that were made before: what was submitted reaches the queue's file first (INB-3).
    QMetaObject::invokeMethod(m_engine, [this] { m_thread.quit(); }, Qt::QueuedConnection);
}

} // namespace tenantry::sync
