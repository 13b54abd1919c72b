// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QJsonObject>
#include <QJsonValue>
#include <QUrl>

namespace tenantry::ui::spaces {

/// How many a tenant has of something and may have.
struct Quota
{
    int used = 0;
    std::optional<int> limit; ///< nothing: unlimited
    bool own = false;         ///< the limit is the tenant's own, not the plan's
};

/// What a tenant's plan and settings say of its members and spaces (SPC-1, SPC-2, OPS-2), as far as the actor sees them.
class TenantLimits final
{
public:
    TenantLimits(const Session &session, TenantId tenant);
    TenantLimits(directory::SnapshotPtr snapshot, TenantId tenant);

    [[nodiscard]] bool isClosing() const;
    [[nodiscard]] QString creation() const; ///< "administrator", "members", "all"
    [[nodiscard]] QList<UserId> creators() const;
    [[nodiscard]] bool mayCreate(const ActorView &actor) const;

    [[nodiscard]] Quota members() const;
    [[nodiscard]] Quota spaces() const;
    [[nodiscard]] Quota outsiders() const;
    /// The tenant's own limit ("spaces_limit"); nothing: none.
    [[nodiscard]] std::optional<int> ownLimit(const QString &thing) const;
    [[nodiscard]] std::optional<int> planLimit(const QString &thing) const;

    /// {tokens, data_gib} of an edition, null where unlimited; empty where the platform says nothing.
    [[nodiscard]] QJsonObject editionLimits(const QString &edition) const;
    /// Whether the plan includes it; true where the actor can't see the plan.
    [[nodiscard]] bool includesEdition(const QString &edition) const;
    [[nodiscard]] bool includesModule(const QString &module) const;

    /// Where pictures are made of words; empty: nowhere (SPC-4).
    [[nodiscard]] QUrl imageEndpoint() const;

    /// The row of a setting of the tenant; null where there is none.
    [[nodiscard]] const SettingRow *setting(const QString &key) const;
    [[nodiscard]] QJsonValue value(const QString &key) const; ///< of that row; undefined where there is none

private:
    [[nodiscard]] Quota quota(const QString &thing, int used) const;

    directory::SnapshotPtr m_snapshot;
    TenantId m_tenant;
    QJsonObject m_quotas; ///< what was agreed, else the plan's
};

} // namespace tenantry::ui::spaces
