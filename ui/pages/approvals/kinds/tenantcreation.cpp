// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// A tenant of one's own (TEN-1 to TEN-5).
#include "core/domain/normalise.h"
#include "ui/pages/approvals/kinds/kinds.h"
#include "ui/pages/approvals/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::kinds {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationKinds)
};
struct Checks
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationChecks)
};

QString planName(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    const QUuid id = QUuid::fromString(formText(application, "plan_id"_L1));
    if (id.isNull())
        return Words::tr("none in particular");
    const PlanRow *plan = snapshot.plan(id);
    if (!plan)
        return Words::tr("one that you can't see");
    return QLocale().language() == QLocale::Chinese ? plan->nameZh : plan->nameEn;
}

UserId administratorOf(const ApplicationRow &application)
{
    const UserId named = formUser(application, "administrator_id"_L1);
    return named.isNull() ? application.applicantId : named;
}

QString sentence(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    return Words::tr("%1 asks for a tenant of its own for %2: \"%3\", for about %4 people.")
        .arg(personName(snapshot, application.applicantId), formText(application, "department"_L1),
             formText(application, "name"_L1),
             QLocale().toString(application.form.value("estimated_users"_L1).toInt()));
}

QList<ApplicationField> fields(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    const UserId administrator = administratorOf(application);
    return {{Words::tr("Tenant name"), formText(application, "name"_L1)},
            {Words::tr("Tenant code"), formText(application, "code"_L1)},
            {Words::tr("Initial domain"), formText(application, "domain"_L1)},
            {Words::tr("Department"), formText(application, "department"_L1)},
            {Words::tr("Main use"), formText(application, "use"_L1)},
            {Words::tr("Estimated users"),
             QLocale().toString(application.form.value("estimated_users"_L1).toInt())},
            {Words::tr("Administrator"), administrator == application.applicantId
                                             ? Words::tr("the applicant")
                                             : personName(snapshot, administrator)},
            {Words::tr("Plan"), planName(application, snapshot)},
            {Words::tr("Contact"), formText(application, "contact_name"_L1)},
            {Words::tr("Contact details"), formText(application, "contact_details"_L1)},
            {Words::tr("Contact e-mail"), formText(application, "contact_email"_L1)},
            {Words::tr("Reason"), application.reason}};
}

void addPerson(QList<CheckItem> &items, const ApplicationRow &application, UserId person,
               const ApplicationChecks &checks)
{
    const directory::Snapshot &snapshot = *checks.snapshot();
    const QString who = person == application.applicantId
                            ? Checks::tr("The applicant")
                            : Checks::tr("The designated administrator %1").arg(personName(snapshot, person));
    items.append(checks.isActive(person, Checks::tr("%1 has an active account").arg(who)));
    items.append(checks.isInDefaultTenant(person, Checks::tr("%1 is in the default system tenant").arg(who)));
    items.append(checks.administersNothing(person, Checks::tr("%1 administers no tenant").arg(who)));
    items.append(checks.isFree({ClaimKind::Person, person.toString()}, application,
                               Checks::tr("%1 has no other open application").arg(who)));
}

CheckItem planCheck(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    const QUuid wanted = QUuid::fromString(formText(application, "plan_id"_L1));
    if (wanted.isNull())
        return {CheckState::Passed, Checks::tr("No particular plan is wanted"), {}};
    const QString sentence = Checks::tr("The wanted plan exists");
    if (snapshot.plan(wanted))
        return {CheckState::Passed, sentence, {}};
    return {snapshot.plans().isEmpty() ? CheckState::Unknown : CheckState::Failed, sentence, {}};
}

QList<CheckItem> checksOf(const ApplicationRow &application, const ApplicationChecks &checks)
{
    QList<CheckItem> items;
    addPerson(items, application, application.applicantId, checks);
    if (const UserId administrator = administratorOf(application); administrator != application.applicantId)
        addPerson(items, application, administrator, checks);
    const auto value = [&](QLatin1String field) { return normalise(formText(application, field)); };
    items.append(
        checks.isFree({ClaimKind::Name, value("name"_L1)}, application, Checks::tr("The name is free")));
    items.append(
        checks.isFree({ClaimKind::Code, value("code"_L1)}, application, Checks::tr("The code is free")));
    items.append(checks.isFree({ClaimKind::Domain, value("domain"_L1)}, application,
                               Checks::tr("The initial domain is free")));
    items.append(planCheck(application, *checks.snapshot()));
    return items;
}

QList<ApplicationClaim> claims(const ApplicationRow &application)
{
    QList<ApplicationClaim> claimed{{ClaimKind::Name, normalise(formText(application, "name"_L1))},
                                    {ClaimKind::Code, normalise(formText(application, "code"_L1))},
                                    {ClaimKind::Domain, normalise(formText(application, "domain"_L1))},
                                    {ClaimKind::Person, application.applicantId.toString()}};
    if (const UserId administrator = administratorOf(application); administrator != application.applicantId)
        claimed.append({ClaimKind::Person, administrator.toString()});
    return claimed;
}

} // namespace

ApplicationKind tenantCreation()
{
    return {u"tenant_creation"_s,
            [] { return Words::tr("New tenant"); },
            subjectOf,
            sentence,
            fields,
            checksOf,
            claims};
}

} // namespace tenantry::ui::kinds
