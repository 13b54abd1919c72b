// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/memberrolesdialog.h"

#include "core/domain/messages.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/roles/roleacts.h"
#include "ui/pages/roles/roleitems.h"
#include "ui/pages/spaces/dialogparts.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

MemberRolesDialog::MemberRolesDialog(Session &session, UserId user, QWidget *parent)
    : QDialog(parent), m_session(session), m_user(user), m_seen(session.snapshot()),
      m_held(roles::rolesHeldBy(session, user)), m_title(new spaces::DialogTitle), m_list(new CheckListField),
      m_note(makeParagraph(TextStyle::Small)), m_save(makeButton(ButtonStyle::Primary))
{
    setAttribute(Qt::WA_DeleteOnClose);
    resize(520, 420);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(m_title);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(spaces::makeButtonRow(this, m_save));
    const auto index = m_seen->findUser(user);
    const TenantId tenant = index.isValid() ? m_seen->tenantId(m_seen->user(index).tenant()) : TenantId();
    for (const roles::RoleItem &role : roles::roleItems(session, tenant)) {
        if (role.isGoing || role.isNew)
            continue;
        m_roles += role.id;
        m_list->addChoice(role.description.isEmpty() ? role.name
                                                     : tr("%1 – %2").arg(role.name, role.description),
                          u"user-check"_s, role.id.toString());
        m_list->setTicked(m_list->count() - 1, m_held.contains(role.id));
    }
    connect(m_list, &CheckListField::ticksChanged, this, &MemberRolesDialog::update);
    retranslate();
    m_list->setCurrentRow(0);
    m_list->setFocus();
}

void MemberRolesDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

void MemberRolesDialog::retranslate()
{
    const auto index = m_seen->findUser(m_user);
    setWindowTitle(tr("Roles"));
    m_title->setTexts(tr("Roles"), index.isValid() ? m_seen->user(index).name() : QString());
    m_list->setAccessibleName(tr("Roles of the tenant"));
    m_save->setText(tr("Save"));
    update();
}

QString MemberRolesDialog::conflict() const
{
    const auto index = m_seen->findUser(m_user);
    for (int i = 0; i < m_roles.size(); ++i) {
        const TenantRoleRow *role = m_seen->tenantRole(m_roles[i]);
        for (int k = i + 1; role && k < m_roles.size(); ++k) {
            const TenantRoleRow *other = m_seen->tenantRole(m_roles[k]);
            if (other && m_list->isTicked(i) && m_list->isTicked(k) &&
                role->excludes.contains(other->id.toString()))
                return sentence(
                    Error{ErrorClass::Business,
                          u"role.conflict"_s,
                          {},
                          {{u"person"_s, index.isValid() ? m_seen->user(index).name() : QString()},
                           {u"name"_s, other->name},
                           {u"other"_s, role->name}}});
        }
    }
    return {};
}

void MemberRolesDialog::update()
{
    bool changed = false;
    for (int i = 0; i < m_roles.size(); ++i)
        changed = changed || m_list->isTicked(i) != m_held.contains(m_roles[i]);
    const QString wrong = conflict();
    setTextStyle(m_note, TextStyle::Small, wrong.isEmpty() ? std::nullopt : std::optional(Tone::Danger));
    m_note->setText(!wrong.isEmpty() ? wrong
                    : m_roles.isEmpty()
                        ? tr("The tenant has no roles of its own yet. Define them on the page Roles.")
                        : tr("Effective at once; the person is told what changed."));
    setUsable(m_save, changed && wrong.isEmpty(), wrong.isEmpty() ? tr("Nothing is changed yet") : wrong);
}

void MemberRolesDialog::accept()
{
    if (!m_save->isEnabled())
        return;
    QList<CommandId> commands;
    QList<Command> inverses;
    const auto submit = [&](bool revoke) {
        for (int i = 0; i < m_roles.size(); ++i) {
            const TenantRoleId role = m_roles[i];
            if (m_held.contains(role) != revoke || m_list->isTicked(i) == revoke)
                continue;
            commands += m_session.submit(revoke ? roles::makeRevoke(m_session, role, m_user)
                                                : roles::makeAssign(m_session, role, m_user));
            inverses += revoke ? roles::makeAssign(m_session, role, m_user)
                               : roles::makeRevoke(m_session, role, m_user);
        }
    };
    submit(true); // first, so that what excludes another one is gone when that comes
    submit(false);
    Q_EMIT given(commands, inverses);
    QDialog::accept();
}

} // namespace tenantry::ui::members
