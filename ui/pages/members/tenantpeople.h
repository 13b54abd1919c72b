// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/searchindex.h"
#include "ui/theme/tokens.h"

#include <QLocale>
#include <QSet>
#include <QStringList>

#include <optional>

namespace tenantry::ui {
class Session;
}

namespace tenantry::ui::members {

enum class PersonColumn { Name, Organizations, Roles, Status, Email, Phone, Mis, Created };
inline constexpr int personColumnCount = int(PersonColumn::Created) + 1;

/// Which of a tenant's people are asked for (ROL-5).
struct PeopleFilter
{
    QString query;               ///< name, pinyin, initials, mail, phone, MIS or department (MEM-2)
    OrganizationId organization; ///< null: all
    bool withBelow = true;
    QString role; ///< "tenant_administrator", "leader" …; empty: all
    std::optional<UserStatus> status;
    bool handoverDue = false; ///< only suspended people who still own or lead something
    friend bool operator==(const PeopleFilter &, const PeopleFilter &) = default;
};

/// Whose roles the actor's pull brings: everybody's of the tenant with people(T), else their own and those of the people in the organizations that
/// their data scope covers (OPM-9).
struct SeenRoles
{
    bool all = true;
    UserId self = {};
    QSet<OrganizationId> organizations = {};
    [[nodiscard]] bool of(const directory::Snapshot &snapshot, directory::UserIndex user) const;
};

struct PeopleQuestion
{
    directory::SnapshotPtr snapshot;
    directory::SearchIndexPtr index; ///< may be null, or of the snapshot before
    TenantId tenant;
    PeopleFilter filter;
    PersonColumn sortedBy = PersonColumn::Name;
    bool descending = false;
    SeenRoles seenRoles = {};
    QLocale locale; ///< sorts
};

/// Four bytes: there may be hundreds of thousands.
struct PersonRow
{
    directory::UserIndex user;
    [[nodiscard]] quint64 key() const { return user.value(); }
    friend bool operator==(const PersonRow &, const PersonRow &) = default;
};

struct PeopleList
{
    PeopleQuestion question;
    std::vector<PersonRow> rows;
    size_t all = 0;                          ///< without any filter
    QStringList roles;                       ///< that somebody has, for the filter
    QSet<directory::UserIndex> handoversDue; ///< suspended people who still own or lead something (ORG-7)
};
using PeopleListPtr = std::shared_ptr<const PeopleList>;

/// Makes lists of a tenant's people. Sorting 200,000 takes a few hundred milliseconds, so the order is kept
/// while what it rests on stays. For one thread at a time.
class PeopleLister final
{
public:
    /// Null when stopped.
    [[nodiscard]] PeopleListPtr list(const PeopleQuestion &question, const std::stop_token &stop = {});

private:
    [[nodiscard]] bool isCurrent(const PeopleQuestion &question) const;
    [[nodiscard]] std::vector<directory::UserIndex> sorted(const PeopleQuestion &question,
                                                           const std::stop_token &stop) const;
    void remember(const PeopleQuestion &question);

    directory::SnapshotPtr m_snapshot; ///< of which the order is
    TenantId m_tenant;
    QLocale m_locale;
    std::optional<PersonColumn> m_column;
    std::vector<directory::UserIndex> m_order; ///< everybody, ascending
    QStringList m_roles;
};

/// Of roles that every platform has; nothing for a tenant's own.
[[nodiscard]] std::optional<QString> builtInRoleName(const QString &role);
/// "tenant_administrator" → "Tenant administrator"; a role of the tenant's own is its name.
[[nodiscard]] QString userRoleName(const directory::Snapshot &snapshot, const QString &role);
/// Roles of the person as they are named in rows, "leader" where they lead an organization.
[[nodiscard]] QStringList rolesOf(const directory::Snapshot &snapshot, directory::UserIndex user);
[[nodiscard]] SeenRoles seenRoles(const Session &session, TenantId tenant);
[[nodiscard]] QString statusName(UserStatus status);
[[nodiscard]] Tone statusTone(UserStatus status);
/// Whether they own a space or resource or lead an organization of their tenant: what binds before removal.
[[nodiscard]] bool hasDuties(const directory::Snapshot &snapshot, directory::UserIndex user);
/// Primary first.
[[nodiscard]] QStringList organizationNames(const directory::Snapshot &snapshot, directory::UserIndex user);

} // namespace tenantry::ui::members
