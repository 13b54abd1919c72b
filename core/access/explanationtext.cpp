// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/explanationtext.h"

#include "core/directory/snapshot.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QLocale>
#include <QTimeZone>

using namespace Qt::StringLiterals;

namespace tenantry::access
{

using namespace directory;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Explanation)
};

QString subjectName(const Snapshot &snapshot, Subject subject)
{
    const QString name = snapshot.nameOf(subject);
    if (!name.isEmpty())
        return name;
    switch (subject.kind()) {
    case SubjectKind::User:
        return Words::tr("(a person you can't see)");
    case SubjectKind::Organization:
        return Words::tr("(an organization you can't see)");
    case SubjectKind::RoleGroup:
        break;
    }
    return Words::tr("(a role group you can't see)");
}

QString objectName(const Snapshot &snapshot, Object object)
{
    const QString name = snapshot.nameOf(object);
    if (name.isEmpty())
        return object.kind() == ObjectKind::Space ? Words::tr("(a space you can't see)") : Words::tr("(a resource you can't see)");
    return (object.kind() == ObjectKind::Space ? Words::tr("space %1") : Words::tr("resource %1")).arg(name);
}

QString tenantName(const Snapshot &snapshot, TenantIndex tenant)
{
    const TenantRow *row = snapshot.tenant(tenant);
    return row ? row->name : Words::tr("(a tenant you can't see)");
}

QString timeText(Instant at)
{
    const auto milliseconds = std::chrono::floor<std::chrono::milliseconds>(at).time_since_epoch().count();
    return QLocale().toString(QDateTime::fromMSecsSinceEpoch(milliseconds), QLocale::ShortFormat);
}

QString statusName(UserStatus status)
{
    switch (status) {
    case UserStatus::PendingActivation:
        return Words::tr("not activated yet");
    case UserStatus::Active:
        return Words::tr("active");
    case UserStatus::Suspended:
        return Words::tr("suspended");
    case UserStatus::Departed:
        break;
    }
    return Words::tr("departed");
}

} // namespace

QString roleName(Role role)
{
    switch (role) {
    case Role::None:
        return Words::tr("No permission");
    case Role::Guest:
        return Words::tr("Guest");
    case Role::Viewer:
        return Words::tr("Viewer");
    case Role::Commenter:
        return Words::tr("Commenter");
    case Role::Editor:
        return Words::tr("Editor");
    case Role::Administrator:
        return Words::tr("Administrator");
    case Role::Owner:
        break;
    }
    return Words::tr("Owner");
}

QString pathText(const Snapshot &snapshot, const Path &path, Object object)
{
    QStringList parts;
    for (const Step &step : steps(snapshot, path, object)) {
        switch (step.kind) {
        case Step::Start:
        case Step::In:
        case Step::Below:
            parts += subjectName(snapshot, step.subject);
            break;
        case Step::MemberOf:
            parts += Words::tr("role group %1").arg(subjectName(snapshot, step.subject));
            break;
        case Step::RoleOn:
            parts += Words::tr("%1 of %2").arg(roleName(step.role), objectName(snapshot, step.object));
            break;
        case Step::CountsOn:
            parts += Words::tr("counts for %1").arg(objectName(snapshot, step.object));
            break;
        }
    }
    return parts.join(u" → "_s);
}

QString obstacleText(const Snapshot &snapshot, const Obstacle &obstacle, const Explanation &explanation)
{
    const Object object = explanation.object;
    const auto way = [&] { return pathText(snapshot, obstacle.path, object); };
    switch (obstacle.kind) {
    case Obstacle::UserNotActive:
        return Words::tr("The account of %1 isn't active: it is %2.")
            .arg(subjectName(snapshot, explanation.subject), statusName(snapshot.user(explanation.subject.user()).status()));
    case Obstacle::UserTenantFrozen:
        return Words::tr("The tenant of %1 is frozen.").arg(subjectName(snapshot, explanation.subject));
    case Obstacle::ObjectTenantFrozen:
        return Words::tr("The tenant %1 is frozen: nothing in it gives a role.")
            .arg(tenantName(snapshot, snapshot.space(snapshot.spaceOf(object)).tenant()));
    case Obstacle::OrganizationDisabled:
        return Words::tr("%1 is disabled, so this doesn't count: %2").arg(subjectName(snapshot, obstacle.organization), way());
    case Obstacle::GrantExpired:
        return Words::tr("Expired on %1: %2").arg(obstacle.expiredAt ? timeText(*obstacle.expiredAt) : QString(), way());
    case Obstacle::ResourceRestricted:
        return Words::tr("The resource is restricted, so a role on the space doesn't count: %1").arg(way());
    case Obstacle::NotEnough:
        return Words::tr("Counts, but isn't enough: %1").arg(way());
    case Obstacle::NotKnown:
        break;
    }
    return Words::tr("You can't see this person, so nothing can be said.");
}

QString repairText(const Snapshot &snapshot, const Repair &repair)
{
    switch (repair.kind) {
    case Repair::ActivateUser:
        return Words::tr("Activate the account of %1.").arg(subjectName(snapshot, repair.subject));
    case Repair::UnfreezeTenant:
        return Words::tr("Unfreeze the tenant %1.").arg(tenantName(snapshot, repair.tenant));
    case Repair::EnableOrganization:
        return Words::tr("Enable %1.").arg(subjectName(snapshot, repair.subject));
    case Repair::RenewGrant: {
        const GrantView grant = snapshot.grant(repair.grant);
        return Words::tr("Renew the expired grant: %1 is %2 of %3.")
            .arg(subjectName(snapshot, grant.subject()), roleName(grant.role()), objectName(snapshot, grant.object()));
    }
    case Repair::LengthenGrant: {
        const GrantView grant = snapshot.grant(repair.grant);
        return Words::tr("Lift the expiry of the grant on the space: %1 is %2 of %3.")
            .arg(subjectName(snapshot, grant.subject()), roleName(grant.role()), objectName(snapshot, grant.object()));
    }
    case Repair::OpenResource:
        return Words::tr("Open %1 to those with a role on its space.").arg(objectName(snapshot, repair.object));
    case Repair::RestoreSpace:
        return Words::tr("Restore %1 from the archive.").arg(objectName(snapshot, repair.object));
    case Repair::Transfer:
        return Words::tr("Transfer the ownership of %1 to %2.")
            .arg(objectName(snapshot, repair.object), subjectName(snapshot, repair.subject));
    case Repair::Give:
        break;
    }
    return Words::tr("Make %1 %2 of %3.")
        .arg(subjectName(snapshot, repair.subject), roleName(repair.role), objectName(snapshot, repair.object));
}

QString explanationText(const Snapshot &snapshot, const Explanation &explanation)
{
    QStringList lines;
    lines += Words::tr("%1, %2: %3 (as of %4)")
                 .arg(subjectName(snapshot, explanation.subject), objectName(snapshot, explanation.object),
                      roleName(explanation.role), timeText(explanation.at));
    if (explanation.object.kind() == ObjectKind::Resource)
        lines += explanation.restricted ? Words::tr("Restricted: only its own grants count, and the owner of the space.")
                                        : Words::tr("Open: a role on the space counts for it too.");
    for (qsizetype i = 0; i < qsizetype(explanation.paths.size()); ++i)
        lines += (i == 0 ? Words::tr("Because: %1") : Words::tr("Also: %1"))
                     .arg(pathText(snapshot, explanation.paths[size_t(i)], explanation.object));
    for (const Obstacle &obstacle : explanation.obstacles)
        if (obstacle.kind != Obstacle::NotEnough) // said above
            lines += obstacleText(snapshot, obstacle, explanation);
    if (explanation.paths.empty() && explanation.obstacles.empty())
        lines += Words::tr("Nobody has given a role, directly or through an organization or a role group.");
    if (!explanation.repair.empty())
        lines += Words::tr("What would be enough:");
    for (const Repair &repair : explanation.repair)
        lines += u"  "_s + repairText(snapshot, repair);
    return lines.join(u'\n');
}

} // namespace tenantry::access
