// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"
#include "ui/widgets/checklist.h"

#include <QHash>

#include <array>

namespace tenantry::ui {

/// What can be had once, over all tenants and open applications.
enum class ClaimKind { Name, Code, Domain, Person, DomainChange, Replacement };
inline constexpr size_t claimKindCount = size_t(ClaimKind::Replacement) + 1;

struct ApplicationClaim
{
    ClaimKind kind = ClaimKind::Name;
    QString value; ///< normalised, or an ID
};

/// What the server will check again at the moment of approval, as far as the snapshot can tell (INB-1,
/// TEN-2). Looking something up costs the same however many applications there are; making it goes through
/// them all, following a later snapshot through what changed. The kinds make their lists of checks of these.
class ApplicationChecks final
{
public:
    /// `complete`: the actor sees every tenant and every application; without, what isn't found is unknown
    /// instead of free. `held`: scopes of which the snapshot has everything.
    ApplicationChecks(directory::SnapshotPtr snapshot, bool complete, QList<Scope> held = {});

    /// What was true of the snapshot so far becomes true of this one.
    void follow(const directory::SnapshotPtr &snapshot, const QList<Scope> &held = {});

    /// Held by nobody but this application and the tenant that it is about.
    [[nodiscard]] CheckItem isFree(const ApplicationClaim &claim, const ApplicationRow &application,
                                   const QString &sentence) const;
    [[nodiscard]] CheckItem isActive(UserId person, const QString &sentence) const;
    [[nodiscard]] CheckItem isInDefaultTenant(UserId person, const QString &sentence) const;
    [[nodiscard]] CheckItem administersNothing(UserId person, const QString &sentence) const;
    /// Another member fits into what was agreed (OPS-2).
    [[nodiscard]] CheckItem hasRoom(TenantId tenant, const QString &sentence) const;

    [[nodiscard]] const directory::SnapshotPtr &snapshot() const { return m_snapshot; }
    [[nodiscard]] bool isComplete() const { return m_complete; }

private:
    struct Holder
    {
        ApplicationId application; ///< null: a tenant
        TenantId tenant;
        QString name;
        friend bool operator==(const Holder &, const Holder &) = default;
    };

    void add(const TenantRow &tenant);
    void remove(const TenantRow &tenant);
    void add(const ApplicationRow &application);
    void remove(const ApplicationRow &application);
    void readAll();

    directory::SnapshotPtr m_snapshot;
    bool m_complete;
    QList<Scope> m_held;
    std::array<QMultiHash<QString, Holder>, claimKindCount> m_claims;
    QHash<UserId, QString> m_administrators; ///< with the name of their tenant
};

} // namespace tenantry::ui
