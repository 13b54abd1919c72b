// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/latesttask.h"

namespace tenantry::ui {

LatestTask::LatestTask(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

LatestTask::~LatestTask()
{
    cancel();
    m_pool.waitForDone();
}

void LatestTask::cancel()
{
    m_stop.request_stop();
    m_pool.clear();
    m_stop = {};
    ++m_request;
    m_busy = false;
}

} // namespace tenantry::ui
