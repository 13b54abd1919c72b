// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Joining a tenant (MOV-3).
#include "ui/pages/approvals/kinds/kinds.h"
#include "ui/pages/approvals/words.h"

#include <QCoreApplication>

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

QString sentence(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    return Words::tr("%1 asks to join the tenant \"%2\".")
        .arg(personName(snapshot, application.applicantId), subjectOf(application));
}

QList<ApplicationField> fields(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    return {{Words::tr("Person"), personName(snapshot, application.applicantId)},
            {Words::tr("From"), Words::tr("the default system tenant")},
            {Words::tr("To"), subjectOf(application)},
            {Words::tr("Reason"), application.reason}};
}

QList<CheckItem> checksOf(const ApplicationRow &application, const ApplicationChecks &checks)
{
    const QString who = Checks::tr("The applicant");
    const UserId person = application.applicantId;
    const TenantRow *tenant = checks.snapshot()->tenant(application.tenantId);
    const CheckState active = !tenant                                ? CheckState::Unknown
                              : tenant->state == TenantState::Active ? CheckState::Passed
                                                                     : CheckState::Failed;
    return {checks.isActive(person, Checks::tr("%1 has an active account").arg(who)),
            checks.isInDefaultTenant(person, Checks::tr("%1 is in the default system tenant").arg(who)),
            checks.administersNothing(person, Checks::tr("%1 administers no tenant").arg(who)),
            checks.isFree({ClaimKind::Person, person.toString()}, application,
                          Checks::tr("%1 has no other open application").arg(who)),
            {active, Checks::tr("The tenant takes people in"), {}},
            checks.hasRoom(application.tenantId, Checks::tr("The tenant has room for another member"))};
}

QList<ApplicationClaim> claims(const ApplicationRow &application)
{
    return {{ClaimKind::Person, application.applicantId.toString()}};
}

} // namespace

ApplicationKind join()
{
    return {u"join"_s, [] { return Words::tr("Join a tenant"); }, subjectOf, sentence, fields, checksOf,
            claims};
}

} // namespace tenantry::ui::kinds
