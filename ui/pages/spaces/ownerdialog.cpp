// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/ownerdialog.h"

#include "core/domain/messages.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/pages/spaces/spacecommands.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

SpaceId spaceOf(const directory::Snapshot &snapshot, ResourceId resource)
{
    return snapshot.space(snapshot.resource(snapshot.findResource(resource)).space()).id();
}

directory::Object objectOf(const directory::Snapshot &snapshot, SpaceId space, ResourceId resource)
{
    return resource.isNull() ? directory::Object(snapshot.findSpace(space))
                             : directory::Object(snapshot.findResource(resource));
}

} // namespace

OwnerDialog::OwnerDialog(Session &session, SpaceId space, QWidget *window)
    : OwnerDialog(session, space, ResourceId(), window)
{
}

OwnerDialog::OwnerDialog(Session &session, ResourceId resource, QWidget *window)
    : OwnerDialog(session, spaceOf(*session.snapshot(), resource), resource, window)
{
}

OwnerDialog::OwnerDialog(Session &session, SpaceId space, ResourceId resource, QWidget *window)
    : CommandDialog(session, window), m_space(space), m_resource(resource), m_seen(session.snapshot()),
      m_former(ownerOf(*m_seen, objectOf(*m_seen, space, resource))),
      m_person(new PersonPicker(session, m_seen->tenantId(m_seen->space(m_seen->findSpace(space)).tenant())))
{
    form()->addField(u"user_id"_s, m_person);
    m_impact = new ImpactLine(session);
    form()->addWidget(m_impact);
    connect(m_person, &PersonPicker::changed, this, &OwnerDialog::refreshImpact);
    m_person->setFocus();
    retranslate();
}

void OwnerDialog::retranslate()
{
    const QString name = m_seen->nameOf(objectOf(*m_seen, m_space, m_resource));
    setTexts(tr("Transfer the ownership of %1").arg(name),
             m_former == session().userId()
                 ? tr("You become an administrator and can't take it back by yourself. Both of you are told.")
                 : tr("The owner until now becomes an administrator. Both are told."),
             tr("Transfer"));
    FormField *person = form()->field(u"user_id"_s);
    person->setLabel(tr("New owner"), true);
    person->setHint(
        m_resource.isNull()
            ? tr("An active person of the tenant.")
            : tr("An active person of the tenant. Who has no role on the space becomes its guest."));
}

void OwnerDialog::refreshImpact()
{
    const UserId chosen = m_person->chosen();
    m_impact->setCommands(chosen.isNull() || chosen == m_former ? QList<Command>() : QList<Command>{*command()});
}

void OwnerDialog::check()
{
    const UserId chosen = m_person->chosen();
    if (chosen.isNull())
        form()->setError(u"user_id"_s, tr("Choose a person."));
    else if (chosen == m_former)
        form()->setError(
            u"user_id"_s,
            sentence(
                Error{ErrorClass::Business, u"owner.already"_s, {}, {{u"name"_s, m_person->text()}}}));
}

std::optional<Command> OwnerDialog::command()
{
    return m_resource.isNull() ? makeTransfer(m_seen, m_space, m_person->chosen())
                               : makeResourceTransfer(m_seen, m_resource, m_person->chosen());
}

} // namespace tenantry::ui::spaces
