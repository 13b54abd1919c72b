// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/breakglasswatch.h"

#include "ui/session/session.h"

#include <QJsonArray>

#include <algorithm>

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
        m_told = opened();
        if (m_told.isEmpty())
            m_tick.stop(); // told for the last time
        Q_EMIT changed();
    });
    // Opening and ending come with a pull: what one may see, or a notification of it, changes.
    connect(&m_session, &Session::snapshotChanged, this, [this] {
        if (m_session.actor().tenantId.isNull())
            m_answered.reset(); // locked: no name stays
        tell();
        if (!m_soon.isActive())
            m_soon.start();
    });
    connect(&m_session, &Session::stateChanged, this, &BreakGlassWatch::tell);
    tell();
    m_soon.start();
}

QList<OpenedTenant> BreakGlassWatch::opened() const
{
    QList<OpenedTenant> still = m_answered ? *m_answered : ofReplica();
    still.removeIf([now = m_session.now()](const OpenedTenant &each) { return each.until <= now; });
    return still;
}

QList<OpenedTenant> BreakGlassWatch::ofReplica() const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const sync::SyncState state = m_session.state();
    const auto actor = snapshot->findUser(m_session.userId());
    QList<OpenedTenant> found;
    if (!actor.isValid())
        return found;
    for (auto open = state.openUntil.begin(); open != state.openUntil.end(); ++open)
        if (const TenantRow *tenant = snapshot->tenant(TenantId(open.key())))
            found.append({{}, tenant->id, m_session.userId(), tenant->name, snapshot->user(actor).name(), {}, open.value()});
    std::ranges::sort(found, {}, &OpenedTenant::until);
    return found;
}

void BreakGlassWatch::tell()
{
    const QList<OpenedTenant> now = opened();
    if (now == m_told)
        return;
    m_told = now;
    now.isEmpty() ? m_tick.stop() : m_tick.start();
    Q_EMIT changed();
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
    m_answered = opened;
    tell();
}

} // namespace tenantry::ui
