// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/memberactions.h"

#include "core/domain/messages.h"
#include "ui/pages/groups/groupcommands.h"
#include "ui/pages/members/accesscopydialog.h"
#include "ui/pages/members/closeaccountdialog.h"
#include "ui/pages/members/commandundo.h"
#include "ui/pages/members/handoverdialog.h"
#include "ui/pages/members/memberremovedialog.h"
#include "ui/pages/members/memberrolesdialog.h"
#include "ui/pages/members/staffdialog.h"
#include "ui/pages/members/suspenddialog.h"
#include "ui/pages/organizations/membershipsdialog.h"
#include "ui/theme/icons.h"

#include <QMenu>
#include <QPointer>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

namespace {

QString kindOf(MemberAct act)
{
    switch (act) {
    case MemberAct::Organizations:
        return u"memberships_set"_s;
    case MemberAct::Roles:
        return u"role_assign"_s;
    case MemberAct::HandOver:
        return u"handover"_s;
    case MemberAct::CopyAccess:
        return u"access_copy"_s;
    case MemberAct::Remove:
        return u"member_remove"_s;
    case MemberAct::ConfirmStaff:
    case MemberAct::UnconfirmStaff:
        return u"staff_confirm"_s;
    case MemberAct::CloseAccount:
        return u"account_close"_s;
    case MemberAct::Suspend:
    case MemberAct::Reactivate:
        break;
    }
    return u"user_set_suspended"_s;
}

QString iconOf(MemberAct act)
{
    switch (act) {
    case MemberAct::Organizations:
        return u"organization"_s;
    case MemberAct::Roles:
        return u"user-check"_s;
    case MemberAct::HandOver:
        return u"move"_s;
    case MemberAct::CopyAccess:
        return u"copy"_s;
    case MemberAct::Suspend:
        return u"lock"_s;
    case MemberAct::Reactivate:
        return u"unlock"_s;
    case MemberAct::ConfirmStaff:
    case MemberAct::UnconfirmStaff:
        return u"check-circle"_s;
    case MemberAct::CloseAccount:
        return u"cross-circle"_s;
    case MemberAct::Remove:
        break;
    }
    return u"trash"_s;
}

/// The sentence that the server would refuse with.
QString asServer(const QString &code)
{
    return sentence(Error{ErrorClass::Business, code, {}, {}});
}

bool hasPlatformRole(const directory::Snapshot &snapshot, UserId user)
{
    const auto roles = snapshot.roleAssignmentsOf(user);
    return std::any_of(roles.begin(), roles.end(), [](const RoleAssignmentRow &role) {
        return role.tenantId.isNull() && role.role == u"system_administrator";
    });
}

} // namespace

MemberActions::MemberActions(Session &session, QWidget *widget)
    : QObject(widget), m_session(session), m_widget(widget)
{
}

QString MemberActions::textOf(MemberAct act)
{
    switch (act) {
    case MemberAct::Organizations:
        return tr("Organizations…");
    case MemberAct::Roles:
        return tr("Roles…");
    case MemberAct::HandOver:
        return tr("Hand over…");
    case MemberAct::CopyAccess:
        return tr("Copy access…");
    case MemberAct::Suspend:
        return tr("Suspend…");
    case MemberAct::Reactivate:
        return tr("Reactivate…");
    case MemberAct::ConfirmStaff:
        return tr("Confirm as staff…");
    case MemberAct::UnconfirmStaff:
        return tr("Take back that they are staff…");
    case MemberAct::CloseAccount:
        return tr("Close the account…");
    case MemberAct::Remove:
        break;
    }
    return tr("Remove from the tenant…");
}

QString MemberActions::refusalOfAll(UserId id) const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(id);
    if (!index.isValid() || !snapshot->user(index).isKnown())
        return tr("Choose a person in the list.");
    const TenantId tenant = snapshot->tenantId(snapshot->user(index).tenant());
    QString why;
    for (const MemberAct act : {MemberAct::HandOver, MemberAct::Suspend, MemberAct::Organizations, MemberAct::Roles, MemberAct::Remove}) {
        why = m_session.refusal(kindOf(act), tenant);
        if (why.isEmpty())
            break;
    }
    return why;
}

QString MemberActions::refusal(MemberAct act, UserId id) const
{
    if (const QString nobody = refusalOfAll(id); !nobody.isEmpty())
        return nobody;
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(id);
    const directory::UserView user = snapshot->user(index);
    const QString right = m_session.refusal(kindOf(act), snapshot->tenantId(user.tenant()));
    return right.isEmpty() ? personRefusal(act, user) : right;
}

QString MemberActions::personRefusal(MemberAct act, directory::UserView user) const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    switch (act) {
    case MemberAct::Organizations:
        return user.status() == UserStatus::Active ? QString()
                                                   : tr("Only active people belong to organizations anew.");
    case MemberAct::Roles:
        return user.status() == UserStatus::Departed ? tr("The account is closed.") : QString();
    case MemberAct::HandOver:
        return dutiesOf(m_session, user.id()).empty()
                   ? tr("They own, lead and administer nothing in this tenant.")
                   : QString();
    case MemberAct::CopyAccess:
        return accessOf(m_session, user.id()).empty()
                   ? tr("They have nothing in their own name that could be copied.")
                   : QString();
    case MemberAct::Suspend:
    case MemberAct::Reactivate: {
        const bool suspend = act == MemberAct::Suspend;
        if (user.id() == m_session.userId())
            return asServer(u"member.self"_s);
        if (hasPlatformRole(*snapshot, user.id()) && !m_session.actor().systemAdministrator)
            return asServer(u"member.is_system_administrator"_s);
        if (user.status() == (suspend ? UserStatus::Active : UserStatus::Suspended))
            return {};
        return suspend ? tr("Only active accounts can be suspended.")
                       : tr("Only suspended accounts can be reactivated.");
    }
    case MemberAct::ConfirmStaff:
    case MemberAct::UnconfirmStaff:
    case MemberAct::CloseAccount:
        return accountRefusal(act, user);
    case MemberAct::Remove:
        break;
    }
    const TenantRow *tenant = snapshot->tenant(user.tenant());
    return tenant && tenant->administratorId == user.id() ? asServer(u"member.is_administrator"_s)
                                                          : QString();
}

template <class Dialog>
CommandDialog *MemberActions::make(UserId user)
{
    const bool known = m_session.snapshot()->row({RowKind::User, user.uuid()}).has_value();
    return known ? new Dialog(m_session, user, m_widget->window()) : nullptr;
}

template <class Dialog>
void MemberActions::open(UserId user, MemberAct act)
{
    CommandDialog::openKept(this, [this, user, act] {
        CommandDialog *dialog = make<Dialog>(user);
        if (dialog)
            connect(dialog, &CommandDialog::given, this, [this, act](CommandId id) { announce(id, act); });
        return dialog;
    });
}

QString MemberActions::accountRefusal(MemberAct act, directory::UserView user) const
{
    if (user.id() == m_session.userId())
        return asServer(u"member.self"_s);
    if (user.status() == UserStatus::Departed)
        return tr("The account is closed.");
    if (act != MemberAct::CloseAccount)
        return {};
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    if (hasPlatformRole(*snapshot, user.id()))
        return asServer(u"member.is_system_administrator"_s);
    const TenantRow *tenant = snapshot->tenant(user.tenant());
    return tenant && tenant->administratorId == user.id() ? asServer(u"member.is_administrator"_s) : QString();
}

void MemberActions::run(MemberAct act, UserId user)
{
    if (!refusal(act, user).isEmpty())
        return;
    QWidget *window = m_widget->window();
    switch (act) {
    case MemberAct::Organizations:
        return open<MembershipsDialog>(user, act);
    case MemberAct::Roles:
        return openRoles(user);
    case MemberAct::HandOver:
        return open<HandoverDialog>(user, act);
    case MemberAct::CopyAccess:
        return open<AccessCopyDialog>(user, act);
    case MemberAct::Suspend:
    case MemberAct::Reactivate:
        return openOnce(new SuspendDialog(m_session, user, act == MemberAct::Suspend, window), act);
    case MemberAct::ConfirmStaff:
    case MemberAct::UnconfirmStaff:
        return openOnce(new StaffDialog(m_session, user, act == MemberAct::ConfirmStaff, window), act);
    case MemberAct::Remove:
    case MemberAct::CloseAccount:
        return takeOut(act, user);
    }
}

void MemberActions::openRoles(UserId user)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const QString name = snapshot->user(snapshot->findUser(user)).name();
    auto *dialog = new MemberRolesDialog(m_session, user, m_widget->window());
    connect(dialog, &MemberRolesDialog::given, this,
            [this, name](const QList<CommandId> &given, const QList<Command> &inverses) {
                Q_EMIT toastRequested(tr("Saved the roles of %1.").arg(name),
                                      [&session = m_session, given, inverses] { groups::undo(session, given, inverses); });
            });
    dialog->open();
}

void MemberActions::openRemoval(UserId user, const QString &reason)
{
    auto *dialog = new MemberRemoveDialog(m_session, user, m_widget->window());
    dialog->reason()->setText(reason);
    connect(dialog, &MemberRemoveDialog::handOverRequested, this,
            [this, user](const QString &typed) { takeOut(MemberAct::Remove, user, typed); });
    openOnce(dialog, MemberAct::Remove);
}

void MemberActions::takeOut(MemberAct act, UserId user, const QString &reason)
{
    const auto last = [this, act, user, reason] {
        if (act == MemberAct::Remove)
            return openRemoval(user, reason);
        openOnce(new CloseAccountDialog(m_session, user, m_widget->window()), act);
    };
    if (!isToHandOver(m_session, user)) // the server says what is left
        return last();
    CommandDialog::openKept(this, [this, user, last] {
        CommandDialog *first = make<HandoverDialog>(user);
        if (first)
            connect(first, &CommandDialog::given, this, last);
        return first;
    });
}

void MemberActions::openOnce(CommandDialog *dialog, MemberAct act)
{
    connect(dialog, &CommandDialog::given, this, [this, act](CommandId id) { announce(id, act); });
    dialog->open();
}

void MemberActions::announce(CommandId id, MemberAct act)
{
    const std::optional<Command> given = givenCommand(m_session, id);
    if (!given)
        return;
    const QString name = given->subject["title"_L1].toString();
    QString done;
    switch (act) {
    case MemberAct::Organizations:
        done = tr("Saved the organizations of %1.").arg(name);
        break;
    case MemberAct::Roles: // says so itself
        return;
    case MemberAct::HandOver:
        done = tr("Handed over from %1.").arg(name);
        break;
    case MemberAct::CopyAccess:
        done = tr("Copied the access of %1.").arg(name);
        break;
    case MemberAct::Suspend:
        done = tr("Suspended %1.").arg(name);
        break;
    case MemberAct::Reactivate:
        done = tr("Reactivated %1.").arg(name);
        break;
    case MemberAct::Remove:
        done = tr("Removed %1 from the tenant.").arg(name);
        break;
    case MemberAct::ConfirmStaff:
        done = tr("Confirmed %1 as staff.").arg(name);
        break;
    case MemberAct::UnconfirmStaff:
        done = tr("%1 is no longer shown as staff.").arg(name);
        break;
    case MemberAct::CloseAccount:
        done = tr("Closed the account of %1.").arg(name);
        break;
    }
    ui::announce(m_session, *given, done,
                 [self = QPointer(this)](const QString &text, const std::function<void()> &undo) {
                     if (self)
                         Q_EMIT self->toastRequested(text, undo);
                 });
}

void MemberActions::fill(QMenu *menu, UserId user)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(user);
    const bool suspended = index.isValid() && snapshot->user(index).status() == UserStatus::Suspended;
    const bool isStaff = index.isValid() && snapshot->user(index).isStaff();
    const auto add = [&](MemberAct act) {
        QAction *action =
            menu->addAction(icon(iconOf(act)), textOf(act), this, [this, act, user] { run(act, user); });
        const QString reason = refusal(act, user);
        action->setEnabled(reason.isEmpty());
        action->setToolTip(reason.isEmpty() ? action->text() : reason);
    };
    menu->setToolTipsVisible(true);
    add(MemberAct::Organizations);
    add(MemberAct::Roles);
    add(MemberAct::HandOver);
    add(MemberAct::CopyAccess);
    menu->addSeparator();
    add(suspended ? MemberAct::Reactivate : MemberAct::Suspend);
    add(MemberAct::Remove);
    if (!m_session.refusal(kindOf(MemberAct::CloseAccount), {}).isEmpty())
        return; // nobody's but the platform team's
    menu->addSeparator();
    add(isStaff ? MemberAct::UnconfirmStaff : MemberAct::ConfirmStaff);
    add(MemberAct::CloseAccount);
}

} // namespace tenantry::ui::members
