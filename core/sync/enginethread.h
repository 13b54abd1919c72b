// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/sync/engine.h"

#include <QThread>

namespace tenantry::sync {

/// The thread that an Engine lives in. Made and destroyed in the main thread; the destructor ends a running
/// exchange with the server (cancelled, not waited for) and returns when everything is closed.
class EngineThread final
{
public:
    explicit EngineThread(EngineOptions options);
    ~EngineThread();
    Q_DISABLE_COPY_MOVE(EngineThread)

    /// Connect to its signals before start(); call its slots with QMetaObject::invokeMethod(engine(), …).
    [[nodiscard]] Engine *engine() const { return m_engine; }
    void start();

private:
    QThread m_thread;
    Engine *m_engine;
};

} // namespace tenantry::sync
