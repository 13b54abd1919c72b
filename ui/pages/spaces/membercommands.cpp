// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/membercommands.h"

#include <QJsonArray>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

constexpr size_t mostGrants = 500; ///< of one command (resources/schema/README.md)

template <class List, class Each>
void inPieces(const List &list, const Each &each)
{
    for (size_t from = 0; from < size_t(list.size()); from += mostGrants) {
        const auto first = list.begin() + qsizetype(from);
        each(List(first, first + qsizetype(std::min(mostGrants, size_t(list.size()) - from))));
    }
}

const QueuedCommand *findCommand(const QList<QueuedCommand> &commands, CommandId id)
{
    for (const QueuedCommand &command : commands)
        if (command.id() == id)
            return &command;
    return nullptr;
}

GrantWish wishFor(SpaceId space, const MemberRow &row)
{
    return {row.id, ObjectKind::Space, space.uuid(), row.kind, row.subjectId, row.role, row.expiresAt};
}

/// The grants of a command's payload, by either kind.
QList<QUuid> grantsOf(const Command &command)
{
    QList<QUuid> ids;
    for (const QJsonValue &wish : command.payload["grants"_L1].toArray())
        ids += QUuid::fromString(wish["grant_id"_L1].toString());
    for (const QJsonValue &id : command.payload["grant_ids"_L1].toArray())
        ids += QUuid::fromString(id.toString());
    return ids;
}

} // namespace

void MemberCommands::see(Command &command, const MemberRow &row) const
{
    if (row.pending.state == PendingChange::Queued)
        command.seeResultOf(row.id.uuid(), {}, row.pending.command);
    else if (row.grantedRole != Role::None)
        command.see(row.id.uuid(), {}, row.version);
}

Undo MemberCommands::submit(Command command, const std::vector<MemberRow> &before, Command inverse)
{
    for (const MemberRow &row : before) {
        see(command, row);
        command.before.insert(row.id.toString(), QString(wireName(row.role)));
    }
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceIndex index = snapshot->findSpace(m_space);
    const QString name = index.isValid() ? snapshot->space(index).name() : QString();
    command.subject = {{u"record"_s, m_space.toString()}, {u"title"_s, name}, {u"space"_s, name}};
    inverse.subject = command.subject;
    Undo undo{{}, std::move(inverse)};
    undo.done = m_session.submit(std::move(command));
    return undo;
}

template <class Make>
UndoList MemberCommands::set(const std::vector<MemberRow> &rows, const Make &make)
{
    UndoList undo;
    inPieces(rows, [&](const std::vector<MemberRow> &piece) {
        QList<GrantWish> wishes, old;
        for (const MemberRow &row : piece) {
            GrantWish wish = wishFor(m_space, row);
            if (!row.isExpired(m_session.now())) // the server takes no expiry of the past
                old += wish;
            make(wish);
            wishes += wish;
        }
        undo += submit(grantsSet(m_space, wishes), piece, old.isEmpty() ? Command() : grantsSet(m_space, old));
    });
    return undo;
}

UndoList MemberCommands::changeRole(const std::vector<MemberRow> &rows, Role role)
{
    return set(rows, [role](GrantWish &wish) { wish.role = role; });
}

UndoList MemberCommands::changeExpiry(const std::vector<MemberRow> &rows, const std::optional<Instant> &expiresAt)
{
    return set(rows, [&](GrantWish &wish) { wish.expiresAt = expiresAt; });
}

/// Gives removed members and their grants on the space's resources back, with new IDs: the old ones are gone for good.
Command MemberCommands::backAgain(const std::vector<MemberRow> &rows) const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceIndex space = snapshot->findSpace(m_space);
    const Instant now = m_session.now();
    QList<GrantWish> wishes;
    for (const MemberRow &row : rows) {
        if (row.isExpired(now))
            continue;
        GrantWish wish = wishFor(m_space, row);
        wish.id = GrantId::make(now);
        wishes += wish;
        const directory::Subject subject = snapshot->findSubject(row.kind, row.subjectId);
        if (!subject.isValid())
            continue;
        for (const directory::SubjectGrant &grant : snapshot->grantsOf(subject)) {
            const directory::GrantView view = snapshot->grant(grant.grant());
            if (grant.space() != space || grant.isOnSpace() || view.role() == Role::Owner || view.isExpired(now))
                continue;
            wishes += GrantWish{GrantId::make(now), ObjectKind::Resource, snapshot->idOf(grant.object()), row.kind,
                                row.subjectId, view.role(), view.expiresAt()};
        }
    }
    // One command takes 500; beyond that the person adds again what they removed.
    return wishes.isEmpty() || size_t(wishes.size()) > mostGrants ? Command() : grantsSet(m_space, wishes);
}

UndoList MemberCommands::remove(const std::vector<MemberRow> &rows)
{
    UndoList undo;
    inPieces(rows, [&](const std::vector<MemberRow> &piece) {
        QList<GrantId> ids;
        for (const MemberRow &row : piece)
            ids += row.id;
        undo += submit(grantsRemove(m_space, ids), piece, backAgain(piece));
    });
    return undo;
}

UndoList MemberCommands::add(const QList<Newcomer> &newcomers, Role role, const std::optional<Instant> &expiresAt)
{
    UndoList undo;
    inPieces(newcomers, [&](const QList<Newcomer> &piece) {
        QList<GrantWish> wishes;
        QList<GrantId> ids;
        for (const Newcomer &newcomer : piece) {
            ids += GrantId::make(m_session.now());
            wishes += GrantWish{ids.constLast(), ObjectKind::Space, m_space.uuid(), newcomer.kind, newcomer.id, role, expiresAt};
        }
        Command command = grantsSet(m_space, wishes);
        for (const GrantId &id : std::as_const(ids))
            command.before.insert(id.toString(), QString(wireName(Role::None)));
        undo += submit(std::move(command), {}, grantsRemove(m_space, ids));
    });
    return undo;
}

void MemberCommands::undo(Session &session, const UndoList &list)
{
    const QList<QueuedCommand> commands = session.commands();
    for (const Undo &undo : list) {
        const QueuedCommand *done = findCommand(commands, undo.done);
        if (!done || done->state == CommandState::Discarded)
            continue;
        if (done->state == CommandState::Queued || done->state == CommandState::NeedsAttention) {
            session.discard(undo.done);
            continue;
        }
        if (undo.inverse.kind.isEmpty())
            continue;
        Command inverse = undo.inverse;
        const QList<QUuid> touched = grantsOf(done->command);
        const QJsonObject versions = done->answer["versions"_L1].toObject();
        for (const QUuid &grant : grantsOf(inverse)) {
            if (!touched.contains(grant)) // one that is made anew
                continue;
            const QJsonValue version = versions[grant.toString(QUuid::WithoutBraces)][""_L1];
            if (done->state == CommandState::Done && version.isDouble())
                inverse.see(grant, {}, version.toInt());
            else
                inverse.seeResultOf(grant, {}, undo.done);
        }
        session.submit(std::move(inverse));
    }
}

} // namespace tenantry::ui::spaces
