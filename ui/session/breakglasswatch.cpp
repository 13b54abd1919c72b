// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/breakglasswatch.h"

#include "ui/session/session.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::ui {

BreakGlassWatch::BreakGlassWatch(Session &session) : QObject(&session), m_session(session)
{
    m_soon.setSingleShot(true);
    m_soon.setInterval(500ms);
    m_tick.setInterval(1s);
    connect(&m_soon, &QTimer::timeout, this, &BreakGlassWatch::ask);
    connect(&m_tick, &QTimer::timeout, this, [this] {
        if (opened().isEmpty())
            m_tick.stop(); // told for the last time
        Q_EMIT changed();
    });
    // Opening and ending come with a pull: what one may see, or a notification of it, changes.
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (m_session.actor().tenantId.isNull())
            take({}); // locked: no name stays
        if (!m_soon.isActive())
            m_soon.start();
    });
    m_soon.start();
}

QList<OpenedTenant> BreakGlassWatch::opened() const
{
    QList<OpenedTenant> still;
    for (const OpenedTenant &each : m_opened)
        if (each.until > m_session.now())
            still.append(each);
    return still;
}

void BreakGlassWatch::ask()
{
    const ActorView actor = m_session.actor();
    if (!m_session.state().online || (!actor.systemAdministrator && actor.administers.isNull()))
        return;
    m_session.ask(sync::Question::BreakGlass, {}, this, [this](const Result<QJsonValue> &answer) {
        if (answer) // else what was known holds until its time is over
            take(answer->toObject());
    });
}

void BreakGlassWatch::take(const QJsonObject &answer)
{
    QList<OpenedTenant> opened;
    for (const QJsonValue &each : answer["open"_L1].toArray())
        opened.append({QUuid::fromString(each["id"_L1].toString()),
                       TenantId(QUuid::fromString(each["tenant_id"_L1].toString())),
                       UserId(QUuid::fromString(each["user_id"_L1].toString())), each["tenant"_L1].toString(),
                       each["user"_L1].toString(), each["reason"_L1].toString(),
                       Instant(std::chrono::microseconds(each["until"_L1].toInteger()))});
    if (opened.isEmpty() && m_opened.isEmpty())
        return;
    m_opened = opened;
    opened.isEmpty() ? m_tick.stop() : m_tick.start();
    Q_EMIT changed();
}

} // namespace tenantry::ui
