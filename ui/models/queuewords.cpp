// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/queuewords.h"

#include "core/domain/messages.h"
#include "ui/pages/members/belongings.h"
#include "ui/widgets/datetext.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::QueueWords)
};

QUuid idIn(const Command &command, const QString &field)
{
    return QUuid::fromString(command.payload.value(field).toString());
}

QString quoted(const QString &name)
{
    return Words::tr("\"%1\"").arg(name);
}

// The name that the person saw when they gave the command serves where the record is gone.
QString titleOf(const Command &command, const QString &known)
{
    const QString title = command.subject.value(u"title"_s).toString();
    return quoted(!known.isEmpty() ? known : !title.isEmpty() ? title : Words::tr("something that is gone"));
}

QString applicationTitle(const Session &session, const Command &command)
{
    const ApplicationRow *row = session.snapshot()->application(ApplicationId(idIn(command, u"application_id"_s)));
    if (!row)
        return titleOf(command, command.payload.value(u"name"_s).toString());
    const QString name = row->form.value(u"name"_s).toString();
    return titleOf(command, name.isEmpty() ? row->form.value(u"tenant_name"_s).toString() : name);
}

QString organizationTitle(const Session &session, const Command &command, const QString &field = u"organization_id"_s)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findOrganization(OrganizationId(idIn(command, field)));
    const QString known = index.isValid() ? snapshot->organization(index).name() : QString();
    return field == u"organization_id" ? titleOf(command, known) : quoted(known);
}

QString userTitle(const Session &session, const Command &command, const QString &field = u"user_id"_s)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findUser(UserId(idIn(command, field)));
    return titleOf(command, index.isValid() ? snapshot->user(index).name() : QString());
}

QString spaceTitle(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findSpace(SpaceId(idIn(command, u"space_id"_s)));
    return titleOf({}, index.isValid() ? snapshot->space(index).name() : command.subject.value(u"space"_s).toString());
}

// Empty: none of these.
QString applicationSentence(const Session &session, const Command &command)
{
    const QString title = applicationTitle(session, command);
    if (command.kind == u"tenant_application_submit")
        return Words::tr("Apply for the tenant %1").arg(title);
    if (command.kind == u"domain_change_submit")
        return Words::tr("Apply for another domain of the tenant %1").arg(title);
    if (command.kind == u"administrator_replacement_submit")
        return Words::tr("Apply for another administrator of the tenant %1").arg(title);
    if (command.kind == u"leave_submit")
        return Words::tr("Apply to leave the tenant %1").arg(title);
    if (command.kind == u"join_submit")
        return Words::tr("Apply to join the tenant %1").arg(title);
    if (command.kind == u"application_withdraw")
        return Words::tr("Withdraw the application for %1").arg(title);
    if (command.kind == u"application_rate")
        return Words::tr("Rate the decision on %1").arg(title);
    if (command.kind != u"application_decide")
        return {};
    return command.payload.value(u"decision"_s).toString() == u"approve" ? Words::tr("Approve %1").arg(title)
                                                                           : Words::tr("Reject %1").arg(title);
}

// Empty: none of these.
QString tenantSentence(const Session &session, const Command &command)
{
    const TenantRow *tenant = session.snapshot()->tenant(TenantId(idIn(command, u"tenant_id"_s)));
    const QString title = titleOf(command, tenant ? tenant->name : QString());
    if (command.kind == u"tenant_create")
        return Words::tr("Create the tenant %1").arg(quoted(command.payload.value(u"name"_s).toString()));
    if (command.kind == u"tenant_rename")
        return Words::tr("Rename the tenant %1").arg(title);
    if (command.kind == u"administrator_replace")
        return Words::tr("Replace the administrator of the tenant %1").arg(title);
    if (command.kind == u"tenant_set_state")
        return Words::tr("Change the state of the tenant %1").arg(title);
    if (command.kind == u"tenant_set_plan")
        return Words::tr("Change the plan of the tenant %1").arg(title);
    if (command.kind == u"break_glass_open")
        return Words::tr("Open the tenant %1 for maintenance").arg(title);
    if (command.kind == u"break_glass_end")
        return Words::tr("End the access to the tenant %1 for maintenance").arg(title);
    if (command.kind == u"mail_resend")
        return Words::tr("Send the mail to %1 again").arg(titleOf(command, {}));
    return command.kind == u"tenant_settings_set" ? Words::tr("Change who may create spaces, and the limits") : QString();
}

QString organizationSentence(const Session &session, const Command &command)
{
    if (command.kind == u"organization_create")
        return Words::tr("Create the organization %1").arg(quoted(command.payload.value(u"name"_s).toString()));
    const QString title = organizationTitle(session, command);
    if (command.kind == u"organization_edit")
        return Words::tr("Edit the organization %1").arg(title);
    if (command.kind == u"organization_move")
        return Words::tr("Move %1 below %2").arg(title, organizationTitle(session, command, u"parent_id"_s));
    if (command.kind == u"organization_permissions_set")
        return Words::tr("Set what the organization %1 permits").arg(title);
    if (command.kind == u"organization_delete")
        return Words::tr("Delete the organization %1").arg(title);
    return command.payload.value(u"enabled"_s).toBool() ? Words::tr("Enable the organization %1").arg(title)
                                                        : Words::tr("Disable the organization %1").arg(title);
}

QString groupSentence(const Session &session, const Command &command)
{
    if (command.kind == u"role_group_create")
        return Words::tr("Create the role group %1").arg(quoted(command.payload.value(u"name"_s).toString()));
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findRoleGroup(RoleGroupId(idIn(command, u"group_id"_s)));
    const QString title = titleOf(command, index.isValid() ? snapshot->roleGroup(index).name() : QString());
    if (command.kind == u"role_group_edit")
        return Words::tr("Edit the role group %1").arg(title);
    return command.kind == u"role_group_delete" ? Words::tr("Delete the role group %1").arg(title)
                                                : Words::tr("Change the members of the role group %1").arg(title);
}

// Empty: none of these.
QString roleSentence(const Session &session, const Command &command)
{
    if (command.kind == u"system_administrator_appoint")
        return Words::tr("Appoint %1 system administrator").arg(userTitle(session, command));
    if (command.kind == u"system_administrator_dismiss")
        return Words::tr("Dismiss the system administrator %1").arg(userTitle(session, command));
    if (command.kind == u"role_create")
        return Words::tr("Create the role %1").arg(quoted(command.payload.value(u"name"_s).toString()));
    const TenantRoleRow *role = session.snapshot()->tenantRole(TenantRoleId(idIn(command, u"role_id"_s)));
    const QString title = role ? quoted(role->name) : titleOf(command, {});
    if (command.kind == u"role_change")
        return Words::tr("Edit the role %1").arg(title);
    if (command.kind == u"role_delete")
        return Words::tr("Delete the role %1").arg(title);
    if (command.kind == u"role_assign")
        return Words::tr("Give %2 the role %1").arg(title, userTitle(session, command));
    return command.kind == u"role_revoke" ? Words::tr("Take the role %1 from %2").arg(title, userTitle(session, command)) : QString();
}

QString resourceTitle(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findResource(ResourceId(idIn(command, u"resource_id"_s)));
    return titleOf(command, index.isValid() ? snapshot->resource(index).name() : QString());
}

/// Whom a command names, by name where the actor sees them.
QString personIn(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findUser(UserId(idIn(command, u"user_id"_s)));
    const QString name = index.isValid() ? snapshot->user(index).name() : QString();
    return name.isEmpty() ? Words::tr("somebody you can't see") : quoted(name);
}

QString spaceSentence(const Session &session, const Command &command)
{
    if (command.kind == u"space_create")
        return Words::tr("Create the space %1").arg(quoted(command.payload.value(u"name"_s).toString()));
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto index = snapshot->findSpace(SpaceId(idIn(command, u"space_id"_s)));
    const QString title = titleOf(command, index.isValid() ? snapshot->space(index).name() : QString());
    if (command.kind == u"space_set_modules")
        return Words::tr("Change the modules of the space %1").arg(title);
    if (command.kind == u"space_transfer")
        return Words::tr("Transfer the space %1 to %2").arg(title, personIn(session, command));
    if (command.kind == u"space_archive")
        return Words::tr("Archive the space %1").arg(title);
    if (command.kind == u"space_restore")
        return Words::tr("Restore the space %1").arg(title);
    return command.kind == u"space_delete" ? Words::tr("Delete the space %1").arg(title) : Words::tr("Edit the space %1").arg(title);
}

QString resourceSentence(const Session &session, const Command &command)
{
    const QString title = resourceTitle(session, command);
    if (command.kind == u"resource_transfer")
        return Words::tr("Transfer the resource %1 to %2").arg(title, personIn(session, command));
    return command.payload.value(u"restricted"_s).toBool() ? Words::tr("Restrict the resource %1").arg(title) : Words::tr("Open the resource %1").arg(title);
}

// Empty: none of these.
QString memberSentence(const Session &session, const Command &command)
{
    if (command.kind == u"outsider_remove")
        return Words::tr("Remove the non-enterprise member %1").arg(userTitle(session, command));
    if (command.kind == u"member_remove")
        return Words::tr("Remove %1 from the tenant").arg(userTitle(session, command));
    if (command.kind == u"member_restore")
        return Words::tr("Undo the removal of %1").arg(titleOf(command, {}));
    if (command.kind == u"handover")
        return Words::tr("Hand over %n thing(s) of %1", nullptr, int(command.payload.value(u"items"_s).toArray().size())).arg(userTitle(session, command));
    if (command.kind == u"access_copy")
        return Words::tr("Give %1 access of %2").arg(userTitle(session, command, u"to_user_id"_s), userTitle(session, command, u"from_user_id"_s));
    if (command.kind == u"user_set_suspended")
        return command.payload.value(u"suspended"_s).toBool() ? Words::tr("Suspend %1").arg(userTitle(session, command))
                                                              : Words::tr("Reactivate %1").arg(userTitle(session, command));
    return {};
}

// Empty: none of these.
QString accountSentence(const Session &session, const Command &command)
{
    if (command.kind == u"profile_change")
        return Words::tr("Change my profile");
    if (command.kind == u"staff_confirm")
        return command.payload.value(u"confirmed"_s).toBool() ? Words::tr("Confirm %1 as staff").arg(userTitle(session, command))
                                                              : Words::tr("Take back that %1 is staff").arg(userTitle(session, command));
    return command.kind == u"account_close" ? Words::tr("Close the account of %1").arg(userTitle(session, command)) : QString();
}

// Empty: none of these.
QString invitationSentence(const Session &, const Command &command)
{
    if (command.kind == u"member_invite")
        return Words::tr("Invite %1").arg(titleOf(command, command.payload.value(u"email"_s).toString()));
    if (command.kind == u"import_apply")
        return Words::tr("Import members from %1").arg(titleOf(command, {}));
    if (command.kind == u"import_undo")
        return Words::tr("Undo the import of %1").arg(titleOf(command, {}));
    if (command.kind == u"invitation_withdraw")
        return Words::tr("Withdraw the invitation of %1").arg(titleOf(command, {}));
    if (command.kind == u"invitation_accept")
        return Words::tr("Accept the invitation to %1").arg(titleOf(command, {}));
    return command.kind == u"invitation_decline" ? Words::tr("Decline the invitation to %1").arg(titleOf(command, {})) : QString();
}

// "张三 approved it on …": the last event of the application that isn't ours to repeat.
QString whatHappened(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto events = snapshot->eventsOf(ApplicationId(idIn(command, u"application_id"_s)));
    if (command.kind != u"application_decide" || events.isEmpty())
        return {};
    const ApplicationEventRow &last = events[events.size() - 1];
    const auto index = snapshot->findUser(last.actorId);
    const QString who = index.isValid() && snapshot->user(index).isKnown() ? snapshot->user(index).name() : Words::tr("Somebody else");
    const QString when = momentText(QDateTime::fromMSecsSinceEpoch(toMicroseconds(last.at) / 1000));
    if (last.act == u"approved")
        return Words::tr("%1 approved it on %2.").arg(who, when);
    if (last.act == u"rejected")
        return Words::tr("%1 rejected it on %2.").arg(who, when);
    return last.act == u"withdrawn" ? Words::tr("%1 withdrew it on %2.").arg(who, when) : QString();
}

} // namespace

QString commandSentence(const Session &session, const Command &command)
{
    for (const auto &of : {applicationSentence, tenantSentence, memberSentence, roleSentence, invitationSentence, accountSentence})
        if (const QString sentence = of(session, command); !sentence.isEmpty())
            return sentence;
    if (command.kind.startsWith(u"organization_"))
        return organizationSentence(session, command);
    if (command.kind.startsWith(u"role_group_"))
        return groupSentence(session, command);
    if (command.kind.startsWith(u"space_"))
        return spaceSentence(session, command);
    if (command.kind.startsWith(u"resource_"))
        return resourceSentence(session, command);
    if (command.kind == u"platform_settings_set")
        return Words::tr("Change the platform's settings");
    if (command.kind == u"memberships_set")
        return Words::tr("Set the organizations of %1").arg(userTitle(session, command));
    if (command.kind == u"grants_set")
        return Words::tr("Set %n grant(s) on %1", nullptr, int(command.payload.value(u"grants"_s).toArray().size())).arg(spaceTitle(session, command));
    if (command.kind == u"grants_remove")
        return Words::tr("Remove %n grant(s) from %1", nullptr, int(command.payload.value(u"grant_ids"_s).toArray().size())).arg(spaceTitle(session, command));
    if (command.kind == u"grants_restore")
        return Words::tr("Give the removed members of %1 their grants back").arg(spaceTitle(session, command));
    if (command.kind == u"access_report")
        return Words::tr("Report what was opened and exported");
    return command.kind == u"notifications_read" ? Words::tr("Mark notifications as read") : command.kind;
}

QString attentionSentence(const Session &session, const QueuedCommand &command)
{
    QStringList sentences;
    for (const Error &error : command.errors) {
        const QString text = sentence(error);
        if (!sentences.contains(text))
            sentences.append(text);
    }
    if (const QString happened = whatHappened(session, command.command); !happened.isEmpty())
        sentences.append(happened);
    return sentences.join(u' ');
}

bool isConflict(const QueuedCommand &command)
{
    return command.state == CommandState::NeedsAttention
        && std::any_of(command.errors.begin(), command.errors.end(),
                       [](const Error &error) { return error.code == u"command.conflict" || error.code == u"grant.gone"; });
}

QList<QueuedCommandView> queueViews(const Session &session)
{
    QList<QueuedCommandView> views;
    for (const QueuedCommand &command : session.commands()) {
        if (!command.isOpen())
            continue;
        QueuedCommandView view;
        view.id = command.id().toString();
        view.sentence = commandSentence(session, command.command);
        view.madeAt = QDateTime::fromMSecsSinceEpoch(toMicroseconds(command.decidedAt) / 1000);
        view.state = command.state == CommandState::NeedsAttention ? QueuedCommandView::State::NeedsAttention
            : command.state == CommandState::Sending               ? QueuedCommandView::State::Sending
                                                                     : QueuedCommandView::State::Waiting;
        if (command.state == CommandState::NeedsAttention)
            view.explanation = attentionSentence(session, command);
        view.canCompare = isConflict(command);
        view.canHandOver = !members::stoppedByDutiesOf(session, command).isNull();
        view.canRetry = command.state == CommandState::NeedsAttention && !view.canCompare;
        view.canDiscard = command.state != CommandState::Sending;
        views.append(view);
    }
    return views;
}

} // namespace tenantry::ui
