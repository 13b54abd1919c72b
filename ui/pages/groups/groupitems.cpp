// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/groups/groupitems.h"

#include "ui/models/textorder.h"
#include "ui/pages/access/accesslist.h"

#include <QJsonArray>

#include <algorithm>
#include <tuple>

using namespace Qt::StringLiterals;

namespace tenantry::ui::groups {

using namespace directory;

namespace {

RoleGroupId groupOf(const Command &command)
{
    return RoleGroupId(QUuid::fromString(command.payload["group_id"_L1].toString()));
}

Pending stateOf(const QueuedCommand &queued)
{
    return queued.state == CommandState::NeedsAttention ? Pending::Refused : Pending::Queued;
}

GroupItem itemOf(const Snapshot &snapshot, RoleGroupIndex index)
{
    const RoleGroupView view = snapshot.roleGroup(index);
    GroupItem item;
    item.id = view.id();
    item.name = view.name();
    item.description = view.description();
    for (const GroupMember &member : snapshot.membersOf(index))
        ++(member.subject.kind() == SubjectKind::User ? item.people : item.organizations);
    item.grants = int(snapshot.grantsOf(Subject(index)).size());
    return item;
}

void lay(GroupItem &item, const QueuedCommand &queued)
{
    const QJsonObject &payload = queued.command.payload;
    item.pending = std::max(item.pending, stateOf(queued));
    if (queued.command.kind == "role_group_delete"_L1)
        item.isGoing = stateOf(queued) == Pending::Queued;
    if (queued.command.kind == "role_group_edit"_L1 || queued.command.kind == "role_group_create"_L1) {
        item.name = payload["name"_L1].toString(item.name);
        item.description = payload["description"_L1].toString(item.description);
    }
}

MemberItem memberOf(const Snapshot &snapshot, Subject subject)
{
    MemberItem item;
    item.kind = subject.kind();
    item.id = snapshot.idOf(subject);
    item.name = snapshot.nameOf(subject);
    item.portrait = subject.user().isValid() ? snapshot.user(subject.user()).avatar() : QString();
    item.detail = explorer::departmentOf(snapshot, subject);
    if (const OrganizationIndex organization = subject.organization(); organization.isValid()) {
        item.people = snapshot.organization(organization).totalMemberCount();
        item.inactive = !snapshot.organization(organization).isEffectivelyEnabled();
    } else {
        item.inactive = snapshot.user(subject.user()).isKnown() &&
                        snapshot.user(subject.user()).status() != UserStatus::Active;
    }
    return item;
}

template <class Item>
void sortByName(std::vector<Item> &items)
{
    std::ranges::sort(items, std::less(), &Item::id);
    sortByText(items, &Item::name);
}

/// Queued changes of members, oldest first.
void layMembers(std::vector<MemberItem> &items, const Snapshot &snapshot, const Command &command)
{
    const auto each = [&](QLatin1String list, const auto &act) {
        for (const QJsonValue &value : command.payload[list].toArray()) {
            const QUuid id = QUuid::fromString(value["subject_id"_L1].toString());
            const auto kind = fromWireName<SubjectKind>(value["subject_kind"_L1].toString().toLatin1())
                                  .value_or(SubjectKind::User);
            act(kind, id, std::ranges::find(items, id, &MemberItem::id));
        }
    };
    each("add"_L1, [&](SubjectKind kind, const QUuid &id, auto at) {
        const Subject subject = snapshot.findSubject(kind, id);
        if (at != items.end()) {
            at->isGoing = false;
        } else if (subject.isValid()) {
            items.push_back(memberOf(snapshot, subject));
            items.back().isNew = true;
        }
    });
    each("remove"_L1, [&](SubjectKind, const QUuid &, auto at) {
        if (at == items.end())
            return;
        if (at->isNew)
            items.erase(at);
        else
            at->isGoing = true;
    });
}

} // namespace

std::vector<GroupItem> groupItems(const Session &session, TenantId tenant)
{
    const SnapshotPtr snapshot = session.snapshot();
    std::vector<GroupItem> items;
    if (const TenantIndex index = snapshot->findTenant(tenant); index.isValid())
        for (const RoleGroupIndex group : snapshot->roleGroupsOf(index))
            if (snapshot->roleGroup(group).isKnown())
                items.push_back(itemOf(*snapshot, group));
    for (const QueuedCommand &queued : session.commands()) {
        if (!queued.isOpen() || !queued.command.kind.startsWith("role_group_"_L1))
            continue;
        const RoleGroupId id = groupOf(queued.command);
        auto at = std::ranges::find(items, id, &GroupItem::id);
        if (at == items.end()) {
            if (queued.command.kind != "role_group_create"_L1 ||
                queued.command.payload["tenant_id"_L1].toString() != tenant.toString())
                continue;
            items.push_back({id, {}, {}});
            at = std::prev(items.end());
            at->isNew = true;
        }
        lay(*at, queued);
    }
    sortByName(items);
    return items;
}

std::vector<MemberItem> memberItems(const Session &session, RoleGroupId group)
{
    return memberItems(session.snapshot(), session.commands(), group);
}

std::vector<MemberItem> memberItems(const SnapshotPtr &snapshot, const QList<QueuedCommand> &commands,
                                    RoleGroupId group)
{
    std::vector<MemberItem> items;
    if (const RoleGroupIndex index = snapshot->findRoleGroup(group); index.isValid())
        for (const GroupMember &member : snapshot->membersOf(index))
            items.push_back(memberOf(*snapshot, member.subject));
    for (const QueuedCommand &queued : commands)
        if (queued.isOpen() && queued.state != CommandState::NeedsAttention &&
            queued.command.kind == "role_group_members_set"_L1 && groupOf(queued.command) == group)
            layMembers(items, *snapshot, queued.command);
    sortByName(items);
    std::ranges::stable_partition(
        items, [](const MemberItem &item) { return item.kind == SubjectKind::Organization; });
    return items;
}

std::vector<UseItem> useItems(const Session &session, RoleGroupId group)
{
    const SnapshotPtr snapshot = session.snapshot();
    std::vector<UseItem> items;
    const RoleGroupIndex index = snapshot->findRoleGroup(group);
    if (!index.isValid())
        return items;
    for (const SubjectGrant &entry : snapshot->grantsOf(Subject(index))) {
        const GrantView grant = snapshot->grant(entry.grant());
        UseItem item;
        item.id = grant.id();
        item.kind = grant.object().kind();
        item.objectId = snapshot->idOf(grant.object());
        item.name = snapshot->nameOf(grant.object());
        item.space = snapshot->space(grant.space()).id();
        if (const ResourceIndex resource = grant.object().resource(); resource.isValid()) {
            item.spaceName = snapshot->space(grant.space()).name();
            item.resourceKind = snapshot->resource(resource).resourceKind();
        }
        item.role = grant.role();
        item.expiresAt = grant.expiresAt();
        item.grantedBy = grant.grantedBy().isValid() ? snapshot->user(grant.grantedBy()).name() : QString();
        item.grantedAt = grant.grantedAt();
        items.push_back(std::move(item));
    }
    sortByName(items);
    std::ranges::stable_sort(items, {}, &UseItem::kind);
    return items;
}

} // namespace tenantry::ui::groups
