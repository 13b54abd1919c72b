// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/tenantpeople.h"

#include "ui/models/peoplefound.h"
#include "ui/models/snapshotchanges.h"
#include "ui/session/session.h"

#include <QCollator>
#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using namespace directory;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(TenantPeople)
};

constexpr size_t stopEvery = 512; ///< rows between two looks at the stop token

bool leads(const Snapshot &snapshot, UserIndex user)
{
    return std::ranges::any_of(snapshot.membershipsOf(user), [&](const UserMembership &membership) {
        return snapshot.membership(membership.membership).role() == u"leader";
    });
}

/// What a text column shows; names repeat, so departments and roles are collated once.
QString sortText(const Snapshot &snapshot, UserIndex user, PersonColumn column)
{
    switch (column) {
    case PersonColumn::Organizations:
        return organizationNames(snapshot, user).value(0);
    case PersonColumn::Roles: {
        QStringList names;
        for (const QString &role : rolesOf(snapshot, user))
            names += userRoleName(snapshot, role);
        return names.join(u'\n');
    }
    case PersonColumn::Email:
        return snapshot.user(user).email();
    case PersonColumn::Phone:
        return snapshot.user(user).phone();
    case PersonColumn::Mis:
        return snapshot.user(user).mis();
    default:
        return snapshot.user(user).name();
    }
}

/// Places of the users by one column: what is equal there has the same.
class Ranks final
{
public:
    Ranks(const Snapshot &snapshot, const std::vector<UserIndex> &users, PersonColumn column,
          const QLocale &locale, const std::stop_token &stop)
        : m_ranks(snapshot.userSlots())
    {
        if (column == PersonColumn::Status || column == PersonColumn::Created) {
            for (const UserIndex user : users)
                m_ranks[user.value()] = column == PersonColumn::Status
                                            ? qint64(snapshot.user(user).status())
                                            : toMicroseconds(snapshot.user(user).createdAt());
            return;
        }
        QHash<QString, int> texts;
        std::vector<int> textOf(users.size());
        for (size_t i = 0; i < users.size(); ++i) {
            if (i % stopEvery == 0 && stop.stop_requested())
                return;
            const QString text = sortText(snapshot, users[i], column);
            auto at = texts.constFind(text);
            if (at == texts.cend())
                at = texts.insert(text, int(texts.size()));
            textOf[i] = *at;
        }
        const std::vector<int> places = placesOf(texts, locale, stop);
        for (size_t i = 0; i < users.size() && !places.empty(); ++i)
            m_ranks[users[i].value()] = places[size_t(textOf[i])];
    }
    [[nodiscard]] qint64 of(UserIndex user) const { return m_ranks[user.value()]; }

private:
    /// Nobody without mail or a role comes before those with.
    static std::vector<int> placesOf(const QHash<QString, int> &texts, const QLocale &locale,
                                     const std::stop_token &stop)
    {
        QCollator collator(locale);
        collator.setNumericMode(true);
        std::vector<std::pair<QCollatorSortKey, int>> keys;
        keys.reserve(size_t(texts.size()));
        int empty = -1;
        for (auto it = texts.begin(); it != texts.end(); ++it) {
            if (stop.stop_requested())
                return {};
            if (it.key().isEmpty())
                empty = it.value();
            else
                keys.emplace_back(collator.sortKey(it.key()), it.value());
        }
        std::sort(keys.begin(), keys.end(),
                  [](const auto &a, const auto &b) { return a.first.compare(b.first) < 0; });
        std::vector<int> places(size_t(texts.size()));
        int place = 0;
        for (size_t i = 0; i < keys.size(); ++i) {
            if (i > 0 && keys[i - 1].first.compare(keys[i].first) != 0)
                ++place;
            places[size_t(keys[i].second)] = place;
        }
        if (empty >= 0)
            places[size_t(empty)] = place + 1;
        return places;
    }

    std::vector<qint64> m_ranks;
};

using Bits = std::vector<bool>;

Bits inOrganization(const Snapshot &snapshot, const PeopleFilter &filter)
{
    Bits bits(snapshot.userSlots());
    const OrganizationIndex organization = snapshot.findOrganization(filter.organization);
    if (!organization.isValid())
        return bits;
    if (filter.withBelow)
        for (const UserIndex user : snapshot.membersWithin(organization))
            bits[user.value()] = true;
    else
        for (const OrganizationMember &member : snapshot.membersOf(organization))
            bits[member.user.value()] = true;
    return bits;
}

Bits withRole(const Snapshot &snapshot, const QString &role)
{
    Bits bits(snapshot.userSlots());
    for (const RoleAssignmentRow &assignment : snapshot.roleAssignments())
        if (const UserIndex user = snapshot.findUser(assignment.userId);
            assignment.role == role && user.isValid())
            bits[user.value()] = true;
    if (role == u"leader")
        for (const OrganizationIndex organization : snapshot.organizations())
            if (const UserIndex leader = snapshot.organization(organization).leader(); leader.isValid())
                bits[leader.value()] = true;
    return bits;
}

/// The sieve that a filter is; empty ones let everybody through.
struct Sieve
{
    Bits found, inside, holding;
    std::optional<UserStatus> status;

    [[nodiscard]] bool lets(const Snapshot &snapshot, UserIndex user) const
    {
        const auto has = [&](const Bits &bits) { return bits.empty() || bits[user.value()]; };
        return has(found) && has(inside) && has(holding) &&
               (!status || snapshot.user(user).status() == *status);
    }
};

Sieve sieveOf(const PeopleQuestion &question, const std::stop_token &stop)
{
    const PeopleFilter &filter = question.filter;
    const Snapshot &snapshot = *question.snapshot;
    Sieve sieve;
    sieve.status = filter.status;
    if (!filter.query.isEmpty())
        sieve.found = peopleFound(snapshot, question.index, filter.query, stop);
    if (!filter.organization.isNull())
        sieve.inside = inOrganization(snapshot, filter);
    if (!filter.role.isEmpty())
        sieve.holding = withRole(snapshot, filter.role);
    return sieve;
}

QStringList rolesIn(const Snapshot &snapshot, TenantId tenant)
{
    QSet<QString> roles;
    for (const RoleAssignmentRow &assignment : snapshot.roleAssignments())
        if (assignment.tenantId == tenant || assignment.tenantId.isNull())
            roles.insert(assignment.role);
    QStringList list(roles.begin(), roles.end());
    list.sort();
    return list << u"leader"_s;
}

} // namespace

bool PeopleLister::isCurrent(const PeopleQuestion &question) const
{
    return m_column == question.sortedBy && m_tenant == question.tenant && m_locale == question.locale &&
           !differs(m_snapshot, question.snapshot,
                    {RowKind::Tenant, RowKind::User, RowKind::UserPrivate, RowKind::Organization,
                     RowKind::Membership, RowKind::RoleAssignment, RowKind::TenantRole});
}

std::vector<UserIndex> PeopleLister::sorted(const PeopleQuestion &question, const std::stop_token &stop) const
{
    const Snapshot &snapshot = *question.snapshot;
    const TenantIndex tenant = snapshot.findTenant(question.tenant);
    std::vector<UserIndex> users = tenant.isValid() ? snapshot.usersOf(tenant) : std::vector<UserIndex>();
    const Ranks names(snapshot, users, PersonColumn::Name, question.locale, stop);
    const bool byName = question.sortedBy == PersonColumn::Name;
    const std::optional<Ranks> ranks =
        byName
            ? std::nullopt
            : std::optional<Ranks>(std::in_place, snapshot, users, question.sortedBy, question.locale, stop);
    std::sort(users.begin(), users.end(), [&](UserIndex a, UserIndex b) {
        if (ranks && ranks->of(a) != ranks->of(b))
            return ranks->of(a) < ranks->of(b);
        return names.of(a) != names.of(b) ? names.of(a) < names.of(b) : a < b;
    });
    return users;
}

void PeopleLister::remember(const PeopleQuestion &question)
{
    m_snapshot = question.snapshot;
    m_tenant = question.tenant;
    m_locale = question.locale;
    m_column = question.sortedBy;
}

PeopleListPtr PeopleLister::list(const PeopleQuestion &question, const std::stop_token &stop)
{
    if (!isCurrent(question)) {
        std::vector<UserIndex> order = sorted(question, stop);
        if (stop.stop_requested())
            return nullptr;
        m_order = std::move(order);
        m_roles = rolesIn(*question.snapshot, question.tenant);
        remember(question);
    }
    m_snapshot = question.snapshot; // so that later ones are compared with the newest
    const Snapshot &snapshot = *question.snapshot;
    auto list = std::make_shared<PeopleList>();
    list->question = question;
    list->all = m_order.size();
    list->roles = m_roles;
    const Sieve sieve = sieveOf(question, stop);
    for (const UserIndex user : m_order) {
        if (snapshot.user(user).status() == UserStatus::Suspended && hasDuties(snapshot, user))
            list->handoversDue.insert(user);
        if (sieve.lets(snapshot, user) && (!question.filter.handoverDue || list->handoversDue.contains(user)))
            list->rows.push_back({user});
    }
    if (question.descending)
        std::ranges::reverse(list->rows);
    return stop.stop_requested() ? nullptr : list;
}

std::optional<QString> builtInRoleName(const QString &role)
{
    if (role == u"tenant_administrator")
        return Words::tr("Tenant administrator");
    if (role == u"system_administrator")
        return Words::tr("System administrator");
    if (role == u"leader")
        return Words::tr("Leader of an organization");
    return {};
}

QString userRoleName(const Snapshot &snapshot, const QString &role)
{
    if (const auto builtIn = builtInRoleName(role))
        return *builtIn;
    const TenantRoleRow *own = snapshot.tenantRole(TenantRoleId(QUuid::fromString(role)));
    return own ? own->name : Words::tr("A role that you can't see");
}

QStringList rolesOf(const Snapshot &snapshot, UserIndex user)
{
    QStringList roles;
    for (const RoleAssignmentRow &assignment : snapshot.roleAssignmentsOf(snapshot.user(user).id()))
        roles += assignment.role;
    if (leads(snapshot, user))
        roles += u"leader"_s;
    return roles;
}

SeenRoles seenRoles(const Session &session, TenantId tenant)
{
    SeenRoles seen{.all = false, .self = session.userId()};
    const QList<Scope> scopes = session.heldScopes();
    for (const Scope &scope : scopes) {
        if (scope.id == tenant.uuid() && (scope.kind == ScopeKind::People || scope.kind == ScopeKind::Tenant))
            seen.all = true;
        else if (scope.kind == ScopeKind::Organization)
            seen.organizations.insert(OrganizationId(scope.id));
    }
    return seen;
}

bool SeenRoles::of(const Snapshot &snapshot, UserIndex user) const
{
    if (all || snapshot.user(user).id() == self)
        return true;
    return std::ranges::any_of(snapshot.membershipsOf(user), [&](const UserMembership &membership) {
        return organizations.contains(snapshot.organization(membership.organization).id());
    });
}

QString statusName(UserStatus status)
{
    switch (status) {
    case UserStatus::Active:
        return Words::tr("Active");
    case UserStatus::PendingActivation:
        return Words::tr("Not activated");
    case UserStatus::Suspended:
        return Words::tr("Suspended");
    case UserStatus::Departed:
        break;
    }
    return Words::tr("Departed");
}

Tone statusTone(UserStatus status)
{
    switch (status) {
    case UserStatus::Active:
        return Tone::Success;
    case UserStatus::PendingActivation:
        return Tone::Warning;
    case UserStatus::Suspended:
        return Tone::Danger;
    case UserStatus::Departed:
        break;
    }
    return Tone::Neutral;
}

bool hasDuties(const Snapshot &snapshot, UserIndex user)
{
    const TenantIndex tenant = snapshot.user(user).tenant();
    const auto grants = snapshot.grantsOf(user);
    if (std::ranges::any_of(grants, [&](const SubjectGrant &grant) {
            return grant.role() == Role::Owner && snapshot.space(grant.space()).tenant() == tenant;
        }))
        return true;
    return leads(snapshot, user);
}

QStringList organizationNames(const Snapshot &snapshot, UserIndex user)
{
    QStringList names;
    for (const OrganizationIndex organization : snapshot.organizationsOf(user)) {
        const OrganizationView view = snapshot.organization(organization);
        names += view.isKnown() ? view.name() : Words::tr("hidden");
    }
    return names;
}

} // namespace tenantry::ui::members
