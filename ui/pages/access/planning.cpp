// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/planning.h"

#include "core/access/explanationtext.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/spaces/memberplace.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spacerights.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

using namespace directory;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(AccessPlanning)
};

spaces::MemberPlace placeOf(const Snapshot &snapshot, Object object)
{
    spaces::MemberPlace place;
    place.space = snapshot.space(snapshot.spaceOf(object)).id();
    if (object.resource().isValid())
        place.resource = snapshot.resource(object.resource()).id();
    return place;
}

Planned::Target targetOf(const Snapshot &snapshot, Subject subject, Object object)
{
    return {snapshot.idOf(object), snapshot.idOf(subject),
            object.resource().isValid() ? snapshot.space(snapshot.spaceOf(object)).id().uuid() : QUuid()};
}

/// What a single act of a repair changes.
Planned::Target targetOf(const Snapshot &snapshot, const access::Repair &repair)
{
    switch (repair.kind) {
    case access::Repair::EnableOrganization:
        return {snapshot.idOf(repair.subject), {}, {}};
    case access::Repair::RenewGrant:
    case access::Repair::LengthenGrant:
        return targetOf(snapshot, snapshot.grant(repair.grant).subject(),
                        snapshot.grant(repair.grant).object());
    case access::Repair::Give:
        return targetOf(snapshot, repair.subject, repair.object);
    case access::Repair::OpenResource:
        return {snapshot.idOf(repair.object), {}, {}};
    default:
        return {};
    }
}

Role roleOf(const Snapshot &snapshot, GrantIndex grant)
{
    return grant.isValid() ? snapshot.grant(grant).role() : Role::None;
}

void about(Command &command, const Snapshot &snapshot, Object object)
{
    command.subject = {{u"space"_s, snapshot.space(snapshot.spaceOf(object)).name()}};
}

Command giveCommand(const Session &session, Subject subject, Object object, Role role)
{
    const SnapshotPtr snapshot = session.snapshot();
    const GrantIndex own = ownGrant(*snapshot, subject, object);
    GrantWish wish;
    wish.id = own.isValid() ? snapshot->grant(own).id() : GrantId::make(session.now());
    wish.objectKind = object.kind();
    wish.objectId = snapshot->idOf(object);
    wish.subjectKind = subject.kind();
    wish.subjectId = snapshot->idOf(subject);
    wish.role = role;
    Command command = grantsSet(snapshot->space(snapshot->spaceOf(object)).id(), {wish});
    if (own.isValid())
        command.see(wish.id.uuid(), {}, snapshot->grant(own).version());
    command.before.insert(wish.id.toString(), QString(wireName(roleOf(*snapshot, own))));
    about(command, *snapshot, object);
    return command;
}

/// One act of a repair; without kind where the console has no command for it here.
Command repairCommand(const Session &session, const access::Repair &repair, QString &refusal)
{
    const SnapshotPtr snapshot = session.snapshot();
    switch (repair.kind) {
    case access::Repair::EnableOrganization: {
        const OrganizationView organization = snapshot->organization(repair.subject.organization());
        refusal = whyNotManaged(session, snapshot->tenantId(organization.tenant()));
        return makeSetEnabled(session, organization.id(), true);
    }
    case access::Repair::RenewGrant:
    case access::Repair::LengthenGrant: {
        const GrantView grant = snapshot->grant(repair.grant);
        refusal = whyNotGive(session, grant.subject(), grant.object(), grant.role());
        return giveCommand(session, grant.subject(), grant.object(), grant.role());
    }
    case access::Repair::Give:
        refusal = whyNotGive(session, repair.subject, repair.object, repair.role);
        return giveCommand(session, repair.subject, repair.object, repair.role);
    case access::Repair::OpenResource: {
        const ResourceView resource = snapshot->resource(repair.object.resource());
        const SpaceView space = snapshot->space(resource.space());
        refusal = spaces::whyNotOnResource(session, u"resource_set_access"_s, resource.id());
        Command command = resourceSetAccess(space.id(), resource.id(), false);
        command.see(resource.id().uuid(), u"access"_s, resource.row().versionAccess);
        about(command, *snapshot, repair.object);
        return command;
    }
    case access::Repair::ActivateUser:
    case access::Repair::UnfreezeTenant:
    case access::Repair::RestoreSpace:
    case access::Repair::Transfer:
        break;
    }
    refusal = Words::tr("This is decided elsewhere: %1").arg(access::repairText(*snapshot, repair));
    return {};
}

} // namespace

GrantIndex ownGrant(const Snapshot &snapshot, Subject subject, Object object)
{
    for (const SubjectGrant &grant : snapshot.grantsOf(subject))
        if (grant.object() == object)
            return grant.grant();
    return {};
}

QString whyNotGive(const Session &session, Subject subject, Object object, Role role)
{
    const SnapshotPtr snapshot = session.snapshot();
    const Role before = roleOf(*snapshot, ownGrant(*snapshot, subject, object));
    return spaces::refusalSentence(spaces::rightsOn(session, placeOf(*snapshot, object)), before, role);
}

Planned planToGive(const Session &session, Subject subject, Object object, Role role)
{
    access::Repair act;
    act.kind = access::Repair::Give;
    act.subject = subject;
    act.object = object;
    act.role = role;
    const SnapshotPtr snapshot = session.snapshot();
    return {giveCommand(session, subject, object, role), access::repairText(*snapshot, act),
            targetOf(*snapshot, subject, object)};
}

QString whyNotTake(const Session &session, GrantIndex grant)
{
    if (!grant.isValid())
        return Words::tr("It has no grant of its own here: the role comes through something else.");
    const SnapshotPtr snapshot = session.snapshot();
    const GrantView view = snapshot->grant(grant);
    return spaces::refusalSentence(spaces::rightsOn(session, placeOf(*snapshot, view.object())), view.role(),
                                   Role::None);
}

Planned planToTake(const Session &session, GrantIndex grant)
{
    const SnapshotPtr snapshot = session.snapshot();
    const GrantView view = snapshot->grant(grant);
    Command command = grantsRemove(snapshot->space(view.space()).id(), {view.id()});
    command.see(view.id().uuid(), {}, view.version());
    command.before.insert(view.id().toString(), QString(wireName(view.role())));
    about(command, *snapshot, view.object());
    return {command,
            Words::tr("Take %1 on %2 from %3.")
                .arg(access::roleName(view.role()), snapshot->nameOf(view.object()),
                     snapshot->nameOf(view.subject())),
            targetOf(*snapshot, view.subject(), view.object()), true};
}

PlannedRepair planRepair(const Session &session, const access::Explanation &explanation)
{
    PlannedRepair planned;
    for (const access::Repair &repair : explanation.repair) {
        QString refusal;
        Command command = repairCommand(session, repair, refusal);
        if (!refusal.isEmpty())
            return {{}, refusal};
        const SnapshotPtr snapshot = session.snapshot();
        planned.acts.push_back(
            {std::move(command), access::repairText(*snapshot, repair), targetOf(*snapshot, repair)});
    }
    if (planned.acts.empty())
        planned.refusal = explanation.isEnough()
                              ? Words::tr("The role is there already: nothing has to be repaired.")
                              : Words::tr("No grant gives this role to them here.");
    return planned;
}

} // namespace tenantry::ui::explorer
