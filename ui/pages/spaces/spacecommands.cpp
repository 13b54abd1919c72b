// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacecommands.h"

#include "core/access/resolver.h"
#include "core/domain/messages.h"
#include "ui/models/commandparts.h"
#include "ui/pages/spaces/spacerights.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

directory::SpaceView viewOf(const directory::Snapshot &snapshot, SpaceId id)
{
    return snapshot.space(snapshot.findSpace(id));
}

/// What a resource of a snapshot is called and where it lies.
struct ResourcePlace
{
    SpaceId space;
    ResourceRow row;
};

ResourcePlace placeOf(const directory::Snapshot &snapshot, ResourceId id)
{
    const directory::ResourceView view = snapshot.resource(snapshot.findResource(id));
    return {snapshot.space(view.space()).id(), view.row()};
}

QJsonObject userOrNull(const QString &field, UserId user)
{
    return {{field, user.isNull() ? QJsonValue() : QJsonValue(user.toString())}};
}

} // namespace

SpaceAvatar toAvatar(const AvatarChoice &choice)
{
    switch (choice.kind) {
    case AvatarChoice::Kind::Icon:
        return {u"icon"_s, choice.icon, {}};
    case AvatarChoice::Kind::Picture:
        return {u"picture"_s, {}, choice.picture};
    case AvatarChoice::Kind::Default:
        break;
    }
    return {};
}

AvatarChoice avatarOf(const directory::Snapshot &snapshot, directory::SpaceView space)
{
    if (space.avatarKind() == u"icon")
        return {AvatarChoice::Kind::Icon, space.avatarIcon(), {}};
    const SpacePictureRow *picture =
        space.avatarKind() == u"picture" ? snapshot.pictureOf(space.id()) : nullptr;
    return picture ? AvatarChoice{AvatarChoice::Kind::Picture, {}, picture->content} : AvatarChoice();
}

Command makeSpaceCreate(SpaceId id, TenantId tenant, const SpaceFields &fields)
{
    Command command = spaceCreate(id, tenant, fields);
    about(command, id.uuid(), fields.name);
    return command;
}

std::optional<Command> makeSpaceEdit(const directory::SnapshotPtr &seen, SpaceId id,
                                     const SpaceFields &fields)
{
    const SpaceRow row = viewOf(*seen, id).row();
    SpaceEdit edit;
    QJsonObject before;
    takeChanged(before, u"name"_s, row.name, fields.name, edit.name);
    takeChanged(before, u"description"_s, row.description, fields.description, edit.description);
    takeChanged(before, u"edition"_s, row.edition, fields.edition, edit.edition);
    const bool details = !before.isEmpty();
    if (fields.avatar != toAvatar(avatarOf(*seen, viewOf(*seen, id)))) {
        edit.avatar = fields.avatar;
        before.insert(u"avatar_kind"_s, row.avatarKind);
        before.insert(u"avatar_icon"_s, row.avatarIcon);
    }
    if (before.isEmpty())
        return std::nullopt;
    Command command = spaceEdit(id, edit);
    if (details)
        command.see(id.uuid(), u"details"_s, row.versionDetails);
    if (edit.avatar)
        command.see(id.uuid(), u"avatar"_s, row.versionAvatar);
    command.before = before;
    about(command, id.uuid(), row.name);
    return command;
}

Command makeSetModules(const directory::SnapshotPtr &seen, SpaceId id, const QStringList &modules,
                       GuestFate guests)
{
    const SpaceRow row = viewOf(*seen, id).row();
    Command command = spaceSetModules(id, modules, guests);
    command.see(id.uuid(), u"modules"_s, row.versionModules);
    command.before = {{u"modules"_s, QJsonArray::fromStringList(row.modules)}};
    about(command, id.uuid(), row.name);
    return command;
}

Command makeTransfer(const directory::SnapshotPtr &seen, SpaceId id, UserId newOwner)
{
    const SpaceRow row = viewOf(*seen, id).row();
    Command command = spaceTransfer(id, newOwner);
    command.see(id.uuid(), u"owner"_s, row.versionOwner);
    command.before = userOrNull(u"user_id"_s, ownerOf(*seen, directory::Object(seen->findSpace(id))));
    about(command, id.uuid(), row.name);
    return command;
}

Command makeArchive(const directory::SnapshotPtr &seen, SpaceId id, bool archived)
{
    const SpaceRow row = viewOf(*seen, id).row();
    Command command = archived ? spaceArchive(id) : spaceRestore(id);
    command.see(id.uuid(), u"status"_s, row.versionStatus);
    about(command, id.uuid(), row.name);
    return command;
}

Command makeSpaceDelete(const directory::SnapshotPtr &seen, SpaceId id, const QString &typedName)
{
    const SpaceRow row = viewOf(*seen, id).row();
    Command command = spaceDelete(id, typedName);
    command.see(id.uuid(), u"details"_s, row.versionDetails).see(id.uuid(), u"modules"_s, row.versionModules);
    command.see(id.uuid(), u"status"_s, row.versionStatus).see(id.uuid(), u"owner"_s, row.versionOwner);
    about(command, id.uuid(), row.name);
    return command;
}

Command makeResourceAccess(const directory::SnapshotPtr &seen, ResourceId id, bool restricted)
{
    const ResourcePlace place = placeOf(*seen, id);
    Command command = resourceSetAccess(place.space, id, restricted);
    command.see(id.uuid(), u"access"_s, place.row.versionAccess);
    command.before = {{u"restricted"_s, place.row.restricted}};
    about(command, id.uuid(), place.row.name);
    return command;
}

Command makeResourceTransfer(const directory::SnapshotPtr &seen, ResourceId id, UserId newOwner)
{
    const ResourcePlace place = placeOf(*seen, id);
    Command command = resourceTransfer(place.space, id, newOwner);
    command.see(id.uuid(), u"owner"_s, place.row.versionOwner);
    command.before = userOrNull(u"user_id"_s, ownerOf(*seen, directory::Object(seen->findResource(id))));
    about(command, id.uuid(), place.row.name);
    return command;
}

Command makeTenantSettings(const TenantLimits &seen, TenantId tenant, const TenantSettings &settings,
                           const QStringList &touched)
{
    Command command = tenantSettingsSet(tenant, settings);
    for (const QString &key : touched)
        if (const SettingRow *row = seen.setting(key)) {
            command.see(row->id, {}, row->version);
            command.before.insert(key, seen.value(key));
        }
    about(command, tenant.uuid(), {});
    return command;
}

void takeBack(Session &session, CommandId done, Command inverse)
{
    for (const QueuedCommand &queued : session.commands())
        if (queued.id() == done && queued.state == CommandState::Queued)
            return session.discard(done);
    for (auto record = inverse.seen.begin(); record != inverse.seen.end(); ++record) {
        QJsonObject groups = record->toObject();
        for (const QString &group : groups.keys())
            groups[group] = QJsonObject{{u"after"_s, done.toString()}};
        *record = groups;
    }
    session.submit(std::move(inverse));
}

QString whyNotOnSpace(const Session &session, const QString &kind, SpaceId space)
{
    const directory::SpaceIndex index = session.snapshot()->findSpace(space);
    if (!index.isValid())
        return {};
    const SpaceRights rights = rightsOn(session, index);
    const auto error = session.declarations().refusalOnSpace(
        {.role = rights.role, .tenantAdministrator = rights.tenantAdministrator, .archived = rights.archived},
        kind);
    return error ? sentence(*error) : QString();
}

QString whyNotOnResource(const Session &session, const QString &kind, ResourceId resource)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::ResourceIndex index = snapshot->findResource(resource);
    if (!index.isValid())
        return {};
    SpaceActor actor{.role = Role::None,
                     .tenantAdministrator = false,
                     .archived = snapshot->space(snapshot->resource(index).space()).isArchived()};
    if (const auto user = snapshot->findUser(session.userId()); user.isValid())
        actor.role = access::Resolver(snapshot, session.now()).check(user, index);
    const auto error = session.declarations().refusalOnSpace(actor, kind);
    return error ? sentence(*error) : QString();
}

QString whyNotCreated(const Session &session)
{
    const ActorView actor = session.actor();
    const TenantLimits limits(session, actor.tenantId);
    const auto because = [](const QString &code, const QVariantMap &parameters = {}) {
        return sentence(Error{ErrorClass::Business, code, {}, parameters});
    };
    if (!limits.mayCreate(actor))
        return because(u"space_creation.not_allowed"_s);
    if (limits.isClosing())
        return because(u"tenant.closing"_s);
    // Only who sees the whole tenant can count its spaces; the server counts for everybody.
    const Quota spaces = limits.spaces();
    if (actor.administers != actor.tenantId || !spaces.limit || spaces.used < *spaces.limit)
        return {};
    return because(spaces.own ? u"quota.spaces_limit"_s : u"quota.spaces"_s,
                   {{u"limit"_s, *spaces.limit}, {u"used"_s, spaces.used}, {u"wanted"_s, 1}});
}

UserId ownerOf(const directory::Snapshot &snapshot, directory::Object object)
{
    for (const directory::GrantEntry &entry : snapshot.grantsOn(object)) {
        const directory::Subject subject = snapshot.grant(entry.grant()).subject();
        if (entry.role() == Role::Owner && subject.kind() == SubjectKind::User)
            return UserId(snapshot.idOf(subject));
    }
    return {};
}

int guestsOfBots(const directory::Snapshot &snapshot, directory::SpaceIndex space)
{
    int guests = 0;
    for (const directory::GrantEntry &entry : snapshot.grantsOn(space)) {
        if (entry.role() != Role::Guest)
            continue;
        bool below = false;
        for (const directory::SubjectGrant &other :
             snapshot.grantsOf(snapshot.grant(entry.grant()).subject()))
            below = below || (!other.isOnSpace() && other.space() == space);
        guests += below ? 0 : 1;
    }
    return guests;
}

} // namespace tenantry::ui::spaces
