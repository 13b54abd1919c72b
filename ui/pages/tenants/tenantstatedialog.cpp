// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/tenants/tenantstatedialog.h"

#include "core/domain/platformcommands.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui::tenants {

TenantStateDialog::TenantStateDialog(Session &session, const TenantRow &tenant, TenantState wanted, QWidget *window)
    : CommandDialog(session, window), m_tenant(tenant), m_wanted(wanted)
{
    if (session.heldScopes().contains(Scope{ScopeKind::People, tenant.id.uuid(), {}}))
        m_people = int(session.snapshot()->usersOf(session.snapshot()->findTenant(tenant.id)).size());
    addReason();
    if (wanted == TenantState::Frozen) {
        m_code = new QLineEdit;
        form()->addField(u"code"_s, m_code);
        setDestructive();
    }
    retranslate();
    reason()->setFocus();
}

QString TenantStateDialog::sentence() const
{
    if (m_wanted == TenantState::Active && m_tenant.state == TenantState::Frozen)
        return tr("Its people can sign in again, and every role and grant that they had counts again. Applications that "
                  "ended with the freeze stay ended.");
    if (m_wanted == TenantState::Active)
        return tr("People can join and be invited again, and spaces can be created.");
    if (m_wanted == TenantState::Closing)
        return tr("It works on, but nobody can join or be invited and no space can be created. Everybody in it is told.");
    const QString atOnce = tr("At once nobody has a role on its spaces and resources and its people can't work, here or in other "
                              "tenants; open applications end with notice. Nothing is deleted, and it can be taken back.");
    return m_people ? atOnce + u' ' + tr("%n person(s) lose everything that they can open.", nullptr, *m_people) : atOnce;
}

void TenantStateDialog::retranslate()
{
    const QString title = m_wanted == TenantState::Frozen    ? tr("Freeze %1")
                          : m_wanted == TenantState::Closing ? tr("Begin the closing of %1")
                          : m_tenant.state == TenantState::Frozen ? tr("Unfreeze %1")
                                                                  : tr("Take back the closing of %1");
    const QString act = m_wanted == TenantState::Frozen    ? tr("Freeze")
                        : m_wanted == TenantState::Closing ? tr("Begin the closing")
                        : m_tenant.state == TenantState::Frozen ? tr("Unfreeze")
                                                                : tr("Take back");
    setTexts(title.arg(m_tenant.name), sentence(), act);
    if (m_code) {
        form()->field(u"code"_s)->setLabel(tr("The tenant's code, to confirm"), true);
        form()->field(u"code"_s)->setHint(tr("Type %1.").arg(m_tenant.code));
    }
}

void TenantStateDialog::check()
{
    checkRule(u"command"_s, u"reason"_s, reason()->text());
    if (m_code && m_code->text().trimmed() != m_tenant.code)
        form()->setError(u"code"_s, tr("That isn't the code of this tenant. Type %1.").arg(m_tenant.code));
}

std::optional<Command> TenantStateDialog::command()
{
    Command command = tenantSetState(m_tenant.id, m_wanted, reason()->text().trimmed());
    command.see(m_tenant.id.uuid(), {}, m_tenant.version);
    command.subject = {{u"record"_s, m_tenant.id.toString()}, {u"title"_s, m_tenant.name}};
    return command;
}

} // namespace tenantry::ui::tenants
