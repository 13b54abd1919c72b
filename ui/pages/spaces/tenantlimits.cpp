// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/tenantlimits.h"

#include "ui/models/settingvalue.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

std::optional<int> number(const QJsonValue &value)
{
    return value.isDouble() ? std::optional(value.toInt()) : std::nullopt;
}

} // namespace

TenantLimits::TenantLimits(const Session &session, TenantId tenant) : TenantLimits(session.snapshot(), tenant)
{
}

TenantLimits::TenantLimits(directory::SnapshotPtr snapshot, TenantId tenant)
    : m_snapshot(std::move(snapshot)), m_tenant(tenant)
{
    const QJsonValue agreed = value(u"quotas"_s);
    const TenantRow *row = m_snapshot->tenant(tenant);
    const PlanRow *plan = row ? m_snapshot->plan(row->planId) : nullptr;
    m_quotas = agreed.isObject() ? agreed.toObject() : plan ? plan->quotas : QJsonObject();
}

const SettingRow *TenantLimits::setting(const QString &key) const
{
    return m_snapshot->setting(m_tenant, key);
}

QJsonValue TenantLimits::value(const QString &key) const
{
    return settingValue(setting(key));
}

bool TenantLimits::isClosing() const
{
    const TenantRow *row = m_snapshot->tenant(m_tenant);
    return row && row->state != TenantState::Active;
}

QString TenantLimits::creation() const
{
    return value(u"space_creation"_s).toString(u"administrator"_s);
}

QList<UserId> TenantLimits::creators() const
{
    QList<UserId> users;
    for (const QJsonValue &user : value(u"space_creators"_s).toArray())
        users.append(UserId(QUuid::fromString(user.toString())));
    return users;
}

bool TenantLimits::mayCreate(const ActorView &actor) const
{
    if (m_tenant.isNull() || actor.tenantId != m_tenant)
        return false;
    if (actor.administers == m_tenant)
        return true;
    const TenantRow *row = m_snapshot->tenant(m_tenant);
    const QString who = creation();
    return who == u"all" ? row && !row->isDefault : who == u"members" && creators().contains(actor.userId);
}

Quota TenantLimits::quota(const QString &thing, int used) const
{
    const std::optional<int> plan = planLimit(thing), own = ownLimit(thing);
    if (own && (!plan || *own < *plan))
        return {used, own, true};
    return {used, plan, false};
}

Quota TenantLimits::members() const
{
    const directory::TenantIndex tenant = m_snapshot->findTenant(m_tenant);
    return quota(u"members"_s, tenant.isValid() ? int(m_snapshot->usersOf(tenant).size()) : 0);
}

Quota TenantLimits::spaces() const
{
    const directory::TenantIndex tenant = m_snapshot->findTenant(m_tenant);
    return quota(u"spaces"_s, tenant.isValid() ? int(m_snapshot->spacesOf(tenant).size()) : 0);
}

Quota TenantLimits::outsiders() const
{
    return quota(u"outsiders"_s, int(m_snapshot->outsidersOf(m_tenant).size()));
}

std::optional<int> TenantLimits::ownLimit(const QString &thing) const
{
    return number(value(thing + u"_limit"_s));
}

std::optional<int> TenantLimits::planLimit(const QString &thing) const
{
    return number(m_quotas.value(thing));
}

QJsonObject TenantLimits::editionLimits(const QString &edition) const
{
    return settingValue(m_snapshot->setting({}, u"space_editions"_s)).toObject().value(edition).toObject();
}

bool TenantLimits::includesEdition(const QString &edition) const
{
    const QJsonObject wanted = editionLimits(edition);
    if (wanted.isEmpty())
        return true;
    for (const QString &thing : {u"tokens"_s, u"data_gib"_s}) {
        const QJsonValue plan = m_quotas.value(thing), most = wanted.value(thing);
        if (plan.isDouble() && (!most.isDouble() || most.toDouble() > plan.toDouble()))
            return false;
    }
    return true;
}

bool TenantLimits::includesModule(const QString &module) const
{
    return !m_quotas.contains("modules"_L1) || m_quotas.value("modules"_L1).toArray().contains(module);
}

QUrl TenantLimits::imageEndpoint() const
{
    return QUrl(settingValue(m_snapshot->setting({}, u"image_endpoint"_s)).toString(), QUrl::StrictMode);
}

} // namespace tenantry::ui::spaces
