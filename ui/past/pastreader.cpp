// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/pastreader.h"

#include "ui/models/snapshotchanges.h"

namespace tenantry::ui {

PastReader::PastReader(Session &session, QObject *parent) : QObject(parent), m_session(session)
{
    connect(&m_session, &Session::snapshotChanged, this, &PastReader::followSnapshot);
    connect(&m_session, &Session::currentTenantChanged, this, &PastReader::lose);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (const auto store = m_session.state().store;
            store == sync::StoreState::Closed || store == sync::StoreState::LeaseOver)
            lose();
    });
}

QString PastReader::refusal() const
{
    const TenantId tenant = m_session.currentTenant();
    if (tenant.isNull())
        return tr("Turn to a tenant first: each has a history of its own.");
    return seesAll() || tenant == m_session.actor().tenantId
               ? QString()
               : tr("Only who administers another tenant, or has it open, may look at its past.");
}

bool PastReader::seesAll() const
{
    return m_session.heldScopes().contains(Scope{ScopeKind::Tenant, m_session.currentTenant().uuid(), {}});
}

void PastReader::read()
{
    m_error.reset();
    m_today = m_session.snapshot();
    const QList<Scope> held = m_session.heldScopes();
    m_held = {held.begin(), held.end()};
    m_asking = std::make_unique<QObject>(); // an answer that is still under way reaches nobody
    m_session.historyOf(m_session.currentTenant(), m_asking.get(),
                        [this](const Result<directory::PastPtr> &answer) { take(answer); });
}

void PastReader::take(const Result<directory::PastPtr> &answer)
{
    m_asking.release()->deleteLater(); // it is what called
    if (answer)
        m_past = *answer;
    else
        m_error = answer.error();
    Q_EMIT readingEnded();
}

void PastReader::release()
{
    m_asking.reset();
    m_past.reset();
    m_error.reset();
    m_today.reset();
    m_held.clear();
}

void PastReader::lose()
{
    if (!m_past && !m_asking && !m_error)
        return;
    release();
    Q_EMIT lost();
}

// Whom and what the actor doesn't see any more today goes from the past too.
bool PastReader::seesOthers() const
{
    if (!m_past || !m_past->mark().isPart())
        return differs(m_today, m_session.snapshot(), {RowKind::User});
    const QList<Scope> held = m_session.heldScopes();
    return m_held != QSet<Scope>(held.begin(), held.end()) ||
           differs(m_today, m_session.snapshot(), {RowKind::User, RowKind::Organization, RowKind::RoleGroup});
}

void PastReader::followSnapshot()
{
    if (!refusal().isEmpty() || (m_past && !m_past->mark().isPart() && !seesAll()))
        return lose();
    if (m_past && !m_asking && seesOthers())
        read();
}

} // namespace tenantry::ui
