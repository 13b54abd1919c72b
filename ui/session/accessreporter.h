// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/accesscommands.h"
#include "ui/session/session.h"

#include <QTimer>

namespace tenantry::ui {

/// Tells the server what was opened and exported here (OPM-6): it comes from the replica, so that only the console
/// knows. Several at once, through the queue: what was seen offline is told with the next connection, with its time.
class AccessReporter final : public QObject
{
    Q_OBJECT
public:
    explicit AccessReporter(Session &session, std::chrono::milliseconds wait = std::chrono::seconds(10),
                            QObject *parent = nullptr);
    /// With the time of now.
    void take(AccessEvent event);
    /// At once: before a lock and at the end.
    void flush();

private:
    [[nodiscard]] bool isRepeated(const AccessEvent &event) const;

    Session &m_session;
    QTimer m_wait;
    QList<AccessEvent> m_events;
    QList<AccessEvent> m_told; ///< details of the last minute: looking at one again tells nothing new
};

} // namespace tenantry::ui
