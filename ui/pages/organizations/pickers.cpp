// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/pickers.h"

#include <QEvent>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;
using directory::SearchKind;
using directory::Snapshot;
using directory::Subject;

FormPicker::FormPicker(const Session &session, SearchKind kind, const QString &iconName, QWidget *parent)
    : PickField(session, kind, iconName, parent), m_session(session)
{
    setKeepsText(true);
    connect(this, &PickField::chosenChanged, this, &FormPicker::changed);
    connect(this, &QLineEdit::textEdited, this, &FormPicker::changed);
}

QUuid FormPicker::chosenId() const
{
    // What stands in the field is what the person means.
    return PickField::chosen() && text() == PickField::chosen()->name ? PickField::chosen()->id : QUuid();
}

bool FormPicker::isUnresolved() const
{
    return !text().trimmed().isEmpty() && chosenId().isNull();
}

void FormPicker::chooseId(SubjectKind kind, const QUuid &id)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const Subject subject = snapshot->findSubject(kind, id);
    PickField::choose(subject.isValid() ? std::optional(explorer::pickOf(*snapshot, subject)) : std::nullopt);
}

void FormPicker::changeEvent(QEvent *event)
{
    PickField::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

OrganizationPicker::OrganizationPicker(const Session &session, TenantId tenant, OrganizationId except, QWidget *parent)
    : FormPicker(session, SearchKind::Organization, u"organization"_s, parent)
{
    setFilter([tenant, except](const Snapshot &snapshot, Subject subject) {
        const auto organization = snapshot.organization(subject.organization());
        const auto above = snapshot.findOrganization(except);
        return snapshot.tenantId(organization.tenant()) == tenant && organization.isEffectivelyEnabled()
            && !(above.isValid() && snapshot.isWithin(subject.organization(), above));
    });
    retranslate();
}

void OrganizationPicker::retranslate()
{
    setPlaceholderText(tr("Type a part of the name; pinyin too"));
}

PersonPicker::PersonPicker(const Session &session, TenantId tenant, QWidget *parent)
    : FormPicker(session, SearchKind::User, u"members"_s, parent)
{
    setFilter([tenant](const Snapshot &snapshot, Subject subject) {
        const auto user = snapshot.user(subject.user());
        return snapshot.tenantId(user.tenant()) == tenant && user.status() == UserStatus::Active;
    });
    retranslate();
}

void PersonPicker::retranslate()
{
    setPlaceholderText(tr("Nobody; type a name to search"));
}

} // namespace tenantry::ui
