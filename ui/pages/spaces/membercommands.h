// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "ui/pages/spaces/memberrow.h"

#include <functional>

namespace tenantry::ui::spaces {

/// A command that was given, with those that take it back once the server has it, in their order: made when
/// they are wanted, because most never are and of ten thousand members they take as long as the command itself.
using Inverse = std::function<QList<Command>(CommandId done)>;
struct Undo
{
    CommandId done;
    Inverse inverse;
};
using UndoList = QList<Undo>;

/// Gives the commands on the members of one place (MEM-5, MEM-7, MEM-10): in pieces of 500 grants, each with
/// what the actor saw. Whether the actor may is asked before, of MembersModel.
class MemberCommands final
{
public:
    MemberCommands(Session &session, const MemberPlace &place) : m_session(session), m_place(place) {}

    UndoList changeRole(const std::vector<MemberRow> &rows, Role role);
    UndoList changeExpiry(const std::vector<MemberRow> &rows, const std::optional<Instant> &expiresAt);
    /// With those on the space go their grants on its resources (PRM-9); undo gives those back too.
    UndoList remove(const std::vector<MemberRow> &rows);

    struct Newcomer
    {
        SubjectKind kind = SubjectKind::User;
        QUuid id;
        QString name; ///< shown while the snapshot doesn't know them
    };
    UndoList add(const QList<Newcomer> &newcomers, Role role, const std::optional<Instant> &expiresAt);

    /// Takes commands back that were just given: drops what still waits, else gives the inverse.
    static void undo(Session &session, const UndoList &list);

private:
    template <class Make>
    UndoList set(const std::vector<MemberRow> &rows, const Make &make);
    Undo submit(Command command, const std::vector<MemberRow> &before, Inverse inverse);
    [[nodiscard]] GrantWish wishFor(const MemberRow &row) const;
    void see(Command &command, const MemberRow &row) const;

    Session &m_session;
    MemberPlace m_place;
};

} // namespace tenantry::ui::spaces
