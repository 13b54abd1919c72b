// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/passondialog.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/members/checklistfield.h"
#include "ui/pages/organizations/pickers.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

PassOnDialog::PassOnDialog(Session &session, UserId from, const QString &toField, QWidget *window)
    : CommandDialog(session, window), m_from(from), m_tenant(tenantOf(session, from)), m_toField(toField),
      m_list(new CheckListField), m_to(new PersonPicker(session, m_tenant))
{
    form()->addField(u"items"_s, m_list);
    form()->addField(m_toField, m_to);
    addReason();
    addImpact();
    connect(m_list, &CheckListField::ticksChanged, this, &PassOnDialog::preview);
    connect(m_to, &PersonPicker::changed, this, &PassOnDialog::preview);
}

void PassOnDialog::start()
{
    retranslate();
    m_list->setFocus();
}

QString PassOnDialog::name() const
{
    const directory::SnapshotPtr snapshot = session().snapshot();
    return snapshot->user(snapshot->findUser(m_from)).name();
}

void PassOnDialog::setLabels(const QString &whatIsTicked, const QString &whom)
{
    form()->field(u"items"_s)->setLabel(whatIsTicked, true);
    form()->field(m_toField)->setLabel(whom, true);
    form()->field(m_toField)->setHint(tr("An active person of the tenant."));
}

void PassOnDialog::check()
{
    if (m_list->tickedCount() == 0)
        form()->setError(u"items"_s, tr("Tick at least one."));
    if (m_to->chosen().isNull() || m_to->chosen() == m_from)
        form()->setError(m_toField, tr("Choose another person."));
}

void PassOnDialog::preview()
{
    const bool asked = !m_to->chosen().isNull() && m_to->chosen() != m_from;
    impact()->setCommands(asked ? QList<Command>{*command()} : QList<Command>());
}

} // namespace tenantry::ui::members
