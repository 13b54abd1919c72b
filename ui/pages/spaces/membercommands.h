// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "ui/pages/spaces/memberrow.h"

namespace tenantry::ui::spaces
{

/// A command that was given, with the one that takes it back.
struct Undo {
    CommandId done;
    Command inverse; ///< without kind where nothing takes it back once the server has it
};
using UndoList = QList<Undo>;

/// Gives the commands on the members of one space (MEM-5, MEM-7): in pieces of 500 grants, each with what the actor saw.
/// Whether the actor may is asked before, of MembersModel.
class MemberCommands final
{
public:
    MemberCommands(Session &session, SpaceId space) : m_session(session), m_space(space) {}

    UndoList changeRole(const std::vector<MemberRow> &rows, Role role);
    UndoList changeExpiry(const std::vector<MemberRow> &rows, const std::optional<Instant> &expiresAt);
    /// Their grants on resources of the space go with them (PRM-9); undo gives those back too.
    UndoList remove(const std::vector<MemberRow> &rows);

    struct Newcomer {
        SubjectKind kind = SubjectKind::User;
        QUuid id;
    };
    UndoList add(const QList<Newcomer> &newcomers, Role role, const std::optional<Instant> &expiresAt);

    /// Takes commands back that were just given: drops what still waits, else gives the inverse.
    static void undo(Session &session, const UndoList &list);

private:
    template <class Make>
    UndoList set(const std::vector<MemberRow> &rows, const Make &make);
    Undo submit(Command command, const std::vector<MemberRow> &before, Command inverse);
    [[nodiscard]] Command backAgain(const std::vector<MemberRow> &rows) const;
    void see(Command &command, const MemberRow &row) const;

    Session &m_session;
    SpaceId m_space;
};

} // namespace tenantry::ui::spaces
