// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvalboxes.h"

#include "ui/pages/approvals/applicationkinds.h"
#include "ui/session/session.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

using Mark = ApprovalItem::Mark;

bool isAboutApplication(const QueuedCommand &command)
{
    return command.command.kind == "application_decide"_L1 || command.command.kind == "application_withdraw"_L1;
}

QUuid applicationOf(const Command &command)
{
    return QUuid::fromString(command.payload.value("application_id"_L1).toString());
}

Mark markOf(CommandState state)
{
    switch (state) {
    case CommandState::Queued: return Mark::Queued;
    case CommandState::Sending: return Mark::Sending;
    case CommandState::Done: return Mark::Sent;
    case CommandState::NeedsAttention: return Mark::Attention;
    case CommandState::Discarded: return Mark::None;
    }
    return Mark::None;
}

void setCommand(ApprovalItem &item, const QueuedCommand &command)
{
    item.command = command.id();
    item.mark = markOf(command.state);
    item.commandKind = command.command.kind;
    item.approve = command.command.payload.value("decision"_L1) == "approve"_L1;
}

/// When this actor decided it; nothing if they never did.
std::optional<ApplicationEventRow> decisionBy(const directory::Snapshot &snapshot, const ApplicationRow &application, UserId actor)
{
    std::optional<ApplicationEventRow> found;
    for (const ApplicationEventRow &event : snapshot.eventsOf(application.id))
        if (event.actorId == actor && (event.act == "approved"_L1 || event.act == "rejected"_L1))
            found = event;
    return found;
}

/// Commands that the applications' rows are drawn with, latest last. An answered one stands until the pull has brought its result.
QHash<QUuid, QueuedCommand> commandsByApplication(const Session &session)
{
    QHash<QUuid, QueuedCommand> found;
    for (const QueuedCommand &command : session.commands())
        if (isAboutApplication(command) && command.state != CommandState::Discarded)
            found.insert(applicationOf(command.command), command);
    return found;
}

bool stillStands(const QueuedCommand &command, const ApplicationRow &application)
{
    if (application.status != ApplicationStatus::Pending)
        return false;
    if (command.state != CommandState::Done)
        return command.state != CommandState::Discarded;
    const QJsonObject seen = command.command.seen.value(application.id.toString()).toObject();
    return seen.value(""_L1).toInt(-1) == application.version;
}

void addAttention(ApprovalBoxes &boxes, const Session &session, const QHash<QUuid, std::shared_ptr<const ApplicationRow>> &rows)
{
    for (const QueuedCommand &command : session.commands()) {
        if (!isAboutApplication(command) || command.state != CommandState::NeedsAttention)
            continue;
        ApprovalItem item;
        item.key = command.id().uuid();
        item.application = rows.value(applicationOf(command.command));
        item.title = command.command.subject.value("title"_L1).toString();
        item.at = command.decidedAt;
        setCommand(item, command);
        boxes.items[size_t(Box::Attention)].append(item);
    }
}

} // namespace

bool decides(const ActorView &actor, const ApplicationRow &application)
{
    const ApplicationKind &kind = applicationKind(application.applicationKind);
    if (application.stage < 1 || application.stage > kind.stages.size())
        return false;
    return kind.stages[application.stage - 1] == ApplicationKind::Decider::SystemAdministrator
               ? actor.systemAdministrator
               : !application.tenantId.isNull() && actor.administers == application.tenantId;
}

bool decidesAnything(const ActorView &actor)
{
    for (const ApplicationKind &kind : applicationKinds())
        for (const ApplicationKind::Decider decider : kind.stages)
            if (decider == ApplicationKind::Decider::SystemAdministrator ? actor.systemAdministrator : !actor.administers.isNull())
                return true;
    return false;
}

ApprovalBoxes approvalBoxes(const Session &session)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const ActorView actor = session.actor();
    const QHash<QUuid, QueuedCommand> commands = commandsByApplication(session);
    QHash<QUuid, std::shared_ptr<const ApplicationRow>> rows; // of those that a command speaks of
    ApprovalBoxes boxes;
    const auto applications = snapshot->applications();
    for (qsizetype i = 0; i < applications.size(); ++i) {
        ApprovalItem item;
        item.application = applications.pointer(i);
        const ApplicationRow &row = *item.application;
        item.key = row.id.uuid();
        item.at = row.submittedAt;
        const auto command = commands.constFind(row.id.uuid());
        if (command != commands.cend()) {
            rows.insert(row.id.uuid(), item.application);
            if (stillStands(*command, row))
                setCommand(item, *command);
        }
        const bool own = row.applicantId == actor.userId;
        if (own)
            boxes.items[size_t(Box::Mine)].append(item);
        if (row.status == ApplicationStatus::Pending && !own && decides(actor, row)) {
            boxes.toDecide += item.mark == Mark::None;
            // One that needs attention is worked on there, not in two places.
            if (item.mark != Mark::Attention)
                boxes.items[size_t(Box::ToDecide)].append(item);
        } else if (const auto decision = decisionBy(*snapshot, row, actor.userId)) {
            item.at = decision->at;
            item.approve = decision->act == "approved"_L1;
            boxes.items[size_t(Box::Decided)].append(item);
        }
    }
    addAttention(boxes, session, rows);
    return boxes;
}

std::chrono::hours decideTarget(const directory::Snapshot &snapshot)
{
    const SettingRow *setting = snapshot.setting({}, u"decide_target_hours"_s);
    const int hours = setting ? setting->value.toInt() : 0;
    return std::chrono::hours(hours > 0 ? hours : 24);
}

std::optional<QueuedCommand> openCommandOn(const Session &session, const ApplicationId &application)
{
    std::optional<QueuedCommand> found;
    for (const QueuedCommand &command : session.commands())
        if (isAboutApplication(command) && command.isOpen() && applicationOf(command.command) == application.uuid())
            found = command;
    return found;
}

std::optional<QueuedCommand> commandById(const Session &session, const CommandId &id)
{
    for (const QueuedCommand &command : session.commands())
        if (command.id() == id)
            return command;
    return std::nullopt;
}

} // namespace tenantry::ui
