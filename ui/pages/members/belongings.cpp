// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/belongings.h"

#include "core/access/explanationtext.h"
#include "ui/models/organizationpath.h"
#include "ui/pages/spaces/spacerights.h"
#include "ui/pages/spaces/spacewords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

using namespace directory;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Belongings)
};

QString objectText(const Snapshot &snapshot, const GrantView &grant)
{
    const QString name = snapshot.nameOf(grant.object());
    const QString shown = name.isEmpty() ? Words::tr("something you can't see") : name;
    return grant.object().kind() == ObjectKind::Space
               ? shown
               : Words::tr("%1 in %2").arg(shown, snapshot.space(grant.space()).name());
}

QString iconOf(const Snapshot &snapshot, Object object)
{
    return object.kind() == ObjectKind::Space
               ? u"space"_s
               : spaces::resourceIconName(snapshot.resource(object.resource()).resourceKind());
}

/// Grants of the person's own in spaces of the tenant that count now.
std::vector<GrantView> grantsOf(const Snapshot &snapshot, UserIndex user, TenantId tenant, Instant now)
{
    std::vector<GrantView> grants;
    for (const SubjectGrant &entry : snapshot.grantsOf(Subject(user))) {
        const GrantView grant = snapshot.grant(entry.grant());
        if (snapshot.tenantId(snapshot.space(grant.space()).tenant()) == tenant && !grant.isExpired(now))
            grants.push_back(grant);
    }
    return grants;
}

/// Whether the actor may give somebody else what this grant gives.
bool mayGive(const Session &session, const Snapshot &snapshot, const GrantView &grant)
{
    const bool onSpace = grant.object().kind() == ObjectKind::Space;
    const spaces::MemberPlace place{snapshot.space(grant.space()).id(),
                                    onSpace ? ResourceId() : ResourceId(snapshot.idOf(grant.object()))};
    return spaces::refusalSentence(spaces::rightsOn(session, place), Role::None,
                                   std::min(grant.role(), Role::Administrator))
        .isEmpty();
}

} // namespace

TenantId tenantOf(const Session &session, UserId user)
{
    if (const TenantId administered = session.actor().administers; !administered.isNull())
        return administered;
    const SnapshotPtr snapshot = session.snapshot();
    const UserIndex index = snapshot->findUser(user);
    return index.isValid() ? snapshot->tenantId(snapshot->user(index).tenant()) : TenantId();
}

std::vector<DutyItem> dutiesOf(const Session &session, UserId id)
{
    const SnapshotPtr snapshot = session.snapshot();
    const UserIndex user = snapshot->findUser(id);
    std::vector<DutyItem> items;
    if (!user.isValid())
        return items;
    for (const GrantView &grant : grantsOf(*snapshot, user, tenantOf(session, id), session.now())) {
        const QString text = objectText(*snapshot, grant);
        const QString icon = iconOf(*snapshot, grant.object());
        if (grant.role() == Role::Owner)
            items.push_back({grant.object().kind() == ObjectKind::Space ? Duty::Space : Duty::Resource,
                             snapshot->idOf(grant.object()), Words::tr("Owner of %1").arg(text), icon, true});
        else if (grant.role() == Role::Administrator && !snapshot->space(grant.space()).isArchived())
            items.push_back({Duty::Administration, grant.id().uuid(),
                             Words::tr("Administrator of %1").arg(text), icon, false});
    }
    for (const UserMembership &membership : snapshot->membershipsOf(user))
        if (const OrganizationView organization = snapshot->organization(membership.organization);
            organization.leader() == user)
            items.push_back({Duty::Organization, organization.id().uuid(),
                             Words::tr("Leader of %1").arg(organizationPath(*snapshot, organization.index())),
                             u"organization"_s, true});
    std::ranges::stable_sort(items, {}, &DutyItem::duty);
    return items;
}

bool isToHandOver(const Session &session, UserId user)
{
    return session.refusal(u"handover"_s, tenantOf(session, user)).isEmpty() &&
           std::ranges::any_of(dutiesOf(session, user), &DutyItem::binds);
}

UserId stoppedByDutiesOf(const Session &session, const QueuedCommand &command)
{
    const auto isDuty = [](const Error &error) { return error.code == "member.has_duties"_L1; };
    if (command.state != CommandState::NeedsAttention || std::ranges::none_of(command.errors, isDuty))
        return {};
    const auto id = [&command](QLatin1String field) {
        return QUuid::fromString(command.command.payload.value(field).toString());
    };
    UserId user(id("user_id"_L1));
    if (const ApplicationRow *leave = session.snapshot()->application(ApplicationId(id("application_id"_L1))))
        user = leave->applicantId;
    return isToHandOver(session, user) ? user : UserId();
}

std::vector<AccessItem> accessOf(const Session &session, UserId id)
{
    const SnapshotPtr snapshot = session.snapshot();
    const UserIndex user = snapshot->findUser(id);
    std::vector<AccessItem> items;
    if (!user.isValid())
        return items;
    for (const GrantView &grant : grantsOf(*snapshot, user, tenantOf(session, id), session.now()))
        if (mayGive(session, *snapshot, grant))
            items.push_back({AccessItem::Grant, grant.id().uuid(),
                             Words::tr("%1 of %2")
                                 .arg(access::roleName(std::min(grant.role(), Role::Administrator)),
                                      objectText(*snapshot, grant)),
                             iconOf(*snapshot, grant.object())});
    for (const GroupOf &group : snapshot->groupsOf(user))
        items.push_back(
            {AccessItem::Group, snapshot->roleGroup(group.group).id().uuid(),
             Words::tr("Member of the role group %1").arg(snapshot->roleGroup(group.group).name()),
             u"group"_s});
    for (const OrganizationIndex organization : snapshot->organizationsOf(user))
        items.push_back({AccessItem::Organization, snapshot->organization(organization).id().uuid(),
                         Words::tr("Member of %1").arg(organizationPath(*snapshot, organization)),
                         u"organization"_s});
    return items;
}

int notCopyable(const Session &session, UserId id)
{
    const SnapshotPtr snapshot = session.snapshot();
    const UserIndex user = snapshot->findUser(id);
    if (!user.isValid())
        return 0;
    return int(std::ranges::count_if(
        grantsOf(*snapshot, user, tenantOf(session, id), session.now()),
        [&](const GrantView &grant) { return !mayGive(session, *snapshot, grant); }));
}

AccessChoice choiceOf(const std::vector<AccessItem> &items)
{
    AccessChoice choice;
    for (const AccessItem &item : items) {
        if (item.kind == AccessItem::Grant)
            choice.grants += GrantId(item.id);
        else if (item.kind == AccessItem::Group)
            choice.groups += RoleGroupId(item.id);
        else
            choice.organizations += OrganizationId(item.id);
    }
    return choice;
}

} // namespace tenantry::ui::members
