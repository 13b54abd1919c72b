// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/membercommands.h"

#include "core/domain/membercommands.h"

#include <QJsonArray>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

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

/// `inverse` having seen what `done` left, where it knows of it already.
Command afterDone(Command inverse, const QueuedCommand &done)
{
    const QList<QUuid> ids = grantsOf(done.command);
    const QSet<QUuid> touched(ids.begin(), ids.end());
    const QJsonObject versions = done.answer["versions"_L1].toObject();
    for (const QUuid &grant : grantsOf(inverse)) {
        if (!touched.contains(grant)) // one that is made anew
            continue;
        const QJsonValue version = versions[grant.toString(QUuid::WithoutBraces)][""_L1];
        if (done.state == CommandState::Done && version.isDouble())
            inverse.see(grant, {}, version.toInt());
        else
            inverse.seeResultOf(grant, {}, done.id());
    }
    return inverse;
}

} // namespace

void MemberCommands::see(Command &command, const MemberRow &row) const
{
    if (row.pending.state == PendingChange::Queued)
        command.seeResultOf(row.id.uuid(), {}, row.pending.command);
    else if (row.grantedRole != Role::None)
        command.see(row.id.uuid(), {}, row.version);
}

GrantWish MemberCommands::wishFor(const MemberRow &row) const
{
    return {row.id, m_place.kind(), m_place.id(), row.kind, row.subjectId, row.role, row.expiresAt};
}

Undo MemberCommands::submit(Command command, const std::vector<MemberRow> &before, Inverse inverse)
{
    for (const MemberRow &row : before) {
        see(command, row);
        command.before.insert(row.id.toString(),
                              QJsonObject{{u"role"_s, QString(wireName(row.role))},
                                          {u"expires_at"_s, row.expiresAt ? QJsonValue(toMicroseconds(*row.expiresAt)) : QJsonValue()}});
    }
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::Object object = m_place.in(*snapshot);
    const QString name = object.isValid() ? snapshot->nameOf(object) : QString();
    const directory::SpaceIndex space = snapshot->findSpace(m_place.space);
    command.subject.insert(u"record"_s, m_place.space.toString());
    command.subject.insert(u"title"_s, name);
    command.subject.insert(u"space"_s, space.isValid() ? snapshot->space(space).name() : name);
    Undo undo{{}, [inverse = std::move(inverse), subject = command.subject](CommandId done) {
                  QList<Command> commands = inverse(done);
                  for (Command &each : commands)
                      each.subject = subject;
                  return commands;
              }};
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
            GrantWish wish = wishFor(row);
            if (!row.isExpired(m_session.now())) // the server takes no expiry of the past
                old += wish;
            make(wish);
            wishes += wish;
        }
        undo += submit(grantsSet(m_place.space, wishes), piece, [space = m_place.space, old](CommandId) {
            return old.isEmpty() ? QList<Command>() : QList{grantsSet(space, old)};
        });
    });
    return undo;
}

UndoList MemberCommands::changeRole(const std::vector<MemberRow> &rows, Role role)
{
    return set(rows, [role](GrantWish &wish) { wish.role = role; });
}

UndoList MemberCommands::changeExpiry(const std::vector<MemberRow> &rows,
                                      const std::optional<Instant> &expiresAt)
{
    return set(rows, [&](GrantWish &wish) { wish.expiresAt = expiresAt; });
}

UndoList MemberCommands::remove(const std::vector<MemberRow> &rows)
{
    UndoList undo;
    inPieces(rows, [&](const std::vector<MemberRow> &piece) {
        QList<GrantId> ids;
        for (const MemberRow &row : piece)
            ids += row.id;
        // The server alone knows what goes along on resources, and gives back what this actor couldn't give.
        undo += submit(grantsRemove(m_place.space, ids), piece,
                       [space = m_place.space](CommandId done) {
                           Command back = grantsRestore(space, done);
                           back.after = {done};
                           return QList{back};
                       });
    });
    return undo;
}

UndoList MemberCommands::add(const QList<Newcomer> &newcomers, Role role,
                             const std::optional<Instant> &expiresAt)
{
    UndoList undo;
    inPieces(newcomers, [&](const QList<Newcomer> &piece) {
        QList<GrantWish> wishes;
        QList<GrantId> ids;
        QJsonObject names;
        for (const Newcomer &newcomer : piece) {
            names.insert(newcomer.id.toString(QUuid::WithoutBraces), newcomer.name);
            ids += GrantId::make(m_session.now());
            wishes += GrantWish{ids.constLast(), m_place.kind(), m_place.id(), newcomer.kind,
                                newcomer.id,     role,           expiresAt};
        }
        Command command = grantsSet(m_place.space, wishes);
        command.subject.insert(u"names"_s, names);
        for (const GrantId &id : std::as_const(ids))
            command.before.insert(id.toString(), QJsonObject{{u"role"_s, QString(wireName(Role::None))}});
        undo += submit(std::move(command), {}, [space = m_place.space, ids](CommandId) { return QList{grantsRemove(space, ids)}; });
    });
    return undo;
}

void MemberCommands::undo(Session &session, const UndoList &list)
{
    const QList<QueuedCommand> commands = session.commands();
    for (const Undo &undo : list) {
        const QueuedCommand *done = findCommand(commands, undo.done);
        if (done && done->state == CommandState::Discarded)
            continue;
        // One that isn't in the list yet is on its way into the queue.
        if (!done || done->state == CommandState::Queued || done->state == CommandState::NeedsAttention) {
            session.discard(undo.done);
            continue;
        }
        for (const Command &inverse : undo.inverse(undo.done))
            session.submit(afterDone(inverse, *done));
    }
}

} // namespace tenantry::ui::spaces
