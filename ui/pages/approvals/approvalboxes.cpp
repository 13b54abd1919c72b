// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvalboxes.h"

#include "ui/pages/approvals/applicationkinds.h"
#include "ui/session/session.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

using Mark = ApprovalItem::Mark;

bool isAboutApplication(const QueuedCommand &command)
{
    return command.command.kind == "application_decide"_L1 ||
           command.command.kind == "application_withdraw"_L1;
}

QUuid applicationOf(const Command &command)
{
    return QUuid::fromString(command.payload.value("application_id"_L1).toString());
}

Mark markOf(CommandState state)
{
    switch (state) {
    case CommandState::Queued:
        return Mark::Queued;
    case CommandState::Sending:
        return Mark::Sending;
    case CommandState::Done:
        return Mark::Sent;
    case CommandState::NeedsAttention:
        return Mark::Attention;
    case CommandState::Discarded:
        return Mark::None;
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
std::optional<ApplicationEventRow> decisionBy(const directory::Snapshot &snapshot,
                                              const ApplicationRow &application, UserId actor)
{
    std::optional<ApplicationEventRow> found;
    for (const ApplicationEventRow &event : snapshot.eventsOf(application.id))
        if (event.actorId == actor && (event.act == "approved"_L1 || event.act == "rejected"_L1))
            found = event;
    return found;
}

/// Commands that the applications' rows are drawn with, latest last. An answered one stands until the pull
/// has brought its result.
QHash<QUuid, QueuedCommand> commandsByApplication(const QList<QueuedCommand> &commands)
{
    QHash<QUuid, QueuedCommand> found;
    for (const QueuedCommand &command : commands)
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

/// Fills the boxes in the order of the IDs, taking over what stayed as it was.
class BoxFiller final
{
public:
    BoxFiller(ApprovalBoxes &boxes, const ApprovalBoxes &before) : m_boxes(boxes), m_before(before) {}

    void add(Box box, const ApprovalItem &item)
    {
        const ApprovalItems &old = m_before.of(box);
        size_t &at = m_at[size_t(box)];
        while (at < old.size() && old[at]->key < item.key)
            ++at;
        const bool same = at < old.size() && *old[at] == item;
        m_boxes.items[size_t(box)].push_back(same ? old[at] : std::make_shared<const ApprovalItem>(item));
    }

private:
    ApprovalBoxes &m_boxes;
    const ApprovalBoxes &m_before;
    std::array<size_t, boxCount> m_at{};
};

void addAttention(BoxFiller &filler, const ApprovalSource &source,
                  const QHash<QUuid, std::shared_ptr<const ApplicationRow>> &rows)
{
    for (const QueuedCommand &command : source.commands) {
        if (!isAboutApplication(command) || command.state != CommandState::NeedsAttention)
            continue;
        ApprovalItem item;
        item.key = command.id().uuid();
        item.application = rows.value(applicationOf(command.command));
        item.title = command.command.subject.value("title"_L1).toString();
        item.at = command.decidedAt;
        setCommand(item, command);
        filler.add(Box::Attention, item);
    }
}

} // namespace

bool decides(const ActorView &actor, const ApplicationRow &application)
{
    // Nobody decides from here what the console can't show.
    if (!isKnownKind(application.applicationKind))
        return false;
    const QString decider = application.stages.value(application.stage - 1);
    if (decider == "system_administrator"_L1)
        return actor.systemAdministrator;
    return decider == "tenant_administrator"_L1 && !application.tenantId.isNull() && actor.administers == application.tenantId;
}

bool decidesAnything(const ActorView &actor)
{
    return actor.systemAdministrator || !actor.administers.isNull();
}

ApprovalSource ApprovalSource::of(const Session &session)
{
    return {session.snapshot(), session.commands(), session.actor(), session.heldScopes()};
}

ApprovalBoxes approvalBoxes(const ApprovalSource &source, const ApprovalBoxes &before, std::stop_token stop)
{
    const directory::Snapshot &snapshot = *source.snapshot;
    const QHash<QUuid, QueuedCommand> commands = commandsByApplication(source.commands);
    QHash<QUuid, std::shared_ptr<const ApplicationRow>> rows; // of those that a command speaks of
    ApprovalBoxes boxes;
    BoxFiller filler(boxes, before);
    const auto applications = snapshot.applications();
    for (qsizetype i = 0; i < applications.size() && !stop.stop_requested(); ++i) {
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
        const bool own = row.applicantId == source.actor.userId;
        if (own)
            filler.add(Box::Mine, item);
        if (row.status == ApplicationStatus::Pending && !own && decides(source.actor, row)) {
            boxes.toDecide += item.mark == Mark::None;
            // One that needs attention is worked on there, not in two places.
            if (item.mark != Mark::Attention)
                filler.add(Box::ToDecide, item);
        } else if (const auto decision = decisionBy(snapshot, row, source.actor.userId)) {
            item.at = decision->at;
            item.approve = decision->act == "approved"_L1;
            filler.add(Box::Decided, item);
        }
    }
    addAttention(filler, source, rows);
    return boxes;
}

std::chrono::hours decideTarget(const directory::Snapshot &snapshot)
{
    const SettingRow *setting = snapshot.setting({}, u"decide_target_hours"_s);
    const int hours = setting ? setting->value.toInt() : 0;
    return std::chrono::hours(hours > 0 ? hours : 24);
}

std::optional<QueuedCommand> commandById(const Session &session, const CommandId &id)
{
    for (const QueuedCommand &command : session.commands())
        if (command.id() == id)
            return command;
    return std::nullopt;
}

} // namespace tenantry::ui
