// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/applicationchecks.h"

#include "core/domain/normalise.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/spaces/tenantlimits.h"

#include <QCoreApplication>
#include <QLocale>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationChecks)
};

QList<ApplicationClaim> claimsOf(const TenantRow &tenant)
{
    return {{ClaimKind::Name, normalise(tenant.name)},
            {ClaimKind::Code, normalise(tenant.code)},
            {ClaimKind::Domain, normalise(tenant.domain)}};
}

} // namespace

ApplicationChecks::ApplicationChecks(directory::SnapshotPtr snapshot, bool complete, QList<Scope> held)
    : m_snapshot(std::move(snapshot)), m_complete(complete), m_held(std::move(held))
{
    readAll();
}

void ApplicationChecks::readAll()
{
    for (auto &claims : m_claims)
        claims.clear();
    m_administrators.clear();
    for (const TenantRow &tenant : m_snapshot->tenants())
        add(tenant);
    for (const ApplicationRow &application : m_snapshot->applications())
        add(application);
}

void ApplicationChecks::follow(const directory::SnapshotPtr &snapshot, const QList<Scope> &held)
{
    m_held = held;
    const directory::SnapshotPtr before = std::exchange(m_snapshot, snapshot);
    const auto changes = snapshot->changesSince(*before);
    if (!changes)
        return readAll();
    // IDs may repeat; a row must come and go once.
    const auto ids = [&changes](RowKind kind) {
        const std::vector<QUuid> &all = changes->of(kind);
        return QSet<QUuid>(all.begin(), all.end());
    };
    for (const QUuid &id : ids(RowKind::Tenant)) {
        if (const TenantRow *old = before->tenant(TenantId(id)))
            remove(*old);
        if (const TenantRow *now = snapshot->tenant(TenantId(id)))
            add(*now);
    }
    for (const QUuid &id : ids(RowKind::Application)) {
        if (const ApplicationRow *old = before->application(ApplicationId(id)))
            remove(*old);
        if (const ApplicationRow *now = snapshot->application(ApplicationId(id)))
            add(*now);
    }
}

void ApplicationChecks::add(const TenantRow &tenant)
{
    // What is left empty is nobody's.
    for (const ApplicationClaim &claim : claimsOf(tenant))
        if (!claim.value.isEmpty())
            m_claims[size_t(claim.kind)].insert(claim.value, {{}, tenant.id, tenant.name});
    if (!tenant.administratorId.isNull())
        m_administrators.insert(tenant.administratorId, tenant.name);
}

void ApplicationChecks::remove(const TenantRow &tenant)
{
    for (const ApplicationClaim &claim : claimsOf(tenant))
        m_claims[size_t(claim.kind)].remove(claim.value, {{}, tenant.id, tenant.name});
    if (m_administrators.value(tenant.administratorId) == tenant.name)
        m_administrators.remove(tenant.administratorId);
}

void ApplicationChecks::add(const ApplicationRow &application)
{
    if (application.status != ApplicationStatus::Pending)
        return;
    const ApplicationKind &kind = applicationKind(application.applicationKind);
    for (const ApplicationClaim &claim : kind.claims(application))
        if (!claim.value.isEmpty())
            m_claims[size_t(claim.kind)].insert(claim.value, {application.id, {}, kind.subject(application)});
}

void ApplicationChecks::remove(const ApplicationRow &application)
{
    const ApplicationKind &kind = applicationKind(application.applicationKind);
    for (const ApplicationClaim &claim : kind.claims(application))
        m_claims[size_t(claim.kind)].remove(claim.value, {application.id, {}, kind.subject(application)});
}

CheckItem ApplicationChecks::isFree(const ApplicationClaim &claim, const ApplicationRow &application,
                                    const QString &sentence) const
{
    for (const Holder &holder : m_claims[size_t(claim.kind)].values(claim.value)) {
        if (holder.application == application.id ||
            (holder.application.isNull() && holder.tenant == application.tenantId))
            continue;
        const QString detail = holder.application.isNull()
                                   ? Words::tr("Taken by the tenant \"%1\"").arg(holder.name)
                                   : Words::tr("In the open application for \"%1\"").arg(holder.name);
        return {CheckState::Failed, sentence, detail};
    }
    return {m_complete ? CheckState::Passed : CheckState::Unknown, sentence, {}};
}

CheckItem ApplicationChecks::isActive(UserId person, const QString &sentence) const
{
    const auto index = m_snapshot->findUser(person);
    if (!index.isValid() || !m_snapshot->user(index).isKnown())
        return {CheckState::Unknown, sentence,
                Words::tr("This person can't be seen from here; the server checks it.")};
    return {m_snapshot->user(index).status() == UserStatus::Active ? CheckState::Passed : CheckState::Failed,
            sentence,
            {}};
}

CheckItem ApplicationChecks::isInDefaultTenant(UserId person, const QString &sentence) const
{
    const auto index = m_snapshot->findUser(person);
    const bool known = index.isValid() && m_snapshot->user(index).isKnown();
    const TenantRow *tenant = known ? m_snapshot->tenant(m_snapshot->user(index).tenant()) : nullptr;
    if (!tenant)
        return {CheckState::Unknown, sentence, {}};
    if (tenant->isDefault)
        return {CheckState::Passed, sentence, {}};
    return {CheckState::Failed, sentence,
            Words::tr("Belongs to \"%1\" and has to leave it first").arg(tenant->name)};
}

CheckItem ApplicationChecks::administersNothing(UserId person, const QString &sentence) const
{
    const QString administered = m_administrators.value(person);
    if (administered.isEmpty())
        return {m_complete ? CheckState::Passed : CheckState::Unknown, sentence, {}};
    return {CheckState::Failed, sentence,
            Words::tr("Administers \"%1\" and has to be replaced there first").arg(administered)};
}

// The platform team sees neither all people of a tenant nor what was agreed with it.
CheckItem ApplicationChecks::hasRoom(TenantId tenant, const QString &sentence) const
{
    if (!m_held.contains(Scope{ScopeKind::Tenant, tenant.uuid(), tenant.uuid()}))
        return {
            CheckState::Unknown, sentence,
            Words::tr("Not certain: how many members it has can't be seen from here; the server checks it.")};
    const spaces::Quota members = spaces::TenantLimits(m_snapshot, tenant).members();
    const QLocale locale;
    const QString used = locale.toString(members.used);
    if (!members.limit)
        return {CheckState::Passed, sentence,
                Words::tr("%1 members, without a limit", nullptr, members.used).arg(used)};
    return {
        members.used < *members.limit ? CheckState::Passed : CheckState::Failed, sentence,
        Words::tr("%1 of %2 members", nullptr, *members.limit).arg(used, locale.toString(*members.limit))};
}

} // namespace tenantry::ui
