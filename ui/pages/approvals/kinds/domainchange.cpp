// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Another domain for a tenant (TEN-9).
#include "core/domain/normalise.h"
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
    return Words::tr("%1 asks for another domain for the tenant \"%2\": %3 instead of %4.")
        .arg(personName(snapshot, application.applicantId), subjectOf(application),
             formText(application, "domain"_L1), formText(application, "domain_before"_L1));
}

QList<ApplicationField> fields(const ApplicationRow &application, const directory::Snapshot &)
{
    return {{Words::tr("Tenant"), subjectOf(application)},
            {Words::tr("Domain now"), formText(application, "domain_before"_L1)},
            {Words::tr("Wanted domain"), formText(application, "domain"_L1)},
            {Words::tr("Reason"), application.reason}};
}

QList<CheckItem> checksOf(const ApplicationRow &application, const ApplicationChecks &checks)
{
    const QString wanted = normalise(formText(application, "domain"_L1));
    const TenantRow *tenant = checks.snapshot()->tenant(application.tenantId);
    const CheckState differs = !tenant                               ? CheckState::Unknown
                               : normalise(tenant->domain) != wanted ? CheckState::Passed
                                                                     : CheckState::Failed;
    return {applicantAdministers(application, checks),
            checks.isFree({ClaimKind::DomainChange, application.tenantId.toString()}, application,
                          Checks::tr("No other domain change of the tenant is open")),
            {differs, Checks::tr("The domain differs from the present one"), {}},
            checks.isFree({ClaimKind::Domain, wanted}, application, Checks::tr("The domain is free"))};
}

QList<ApplicationClaim> claims(const ApplicationRow &application)
{
    return {{ClaimKind::Domain, normalise(formText(application, "domain"_L1))},
            {ClaimKind::DomainChange, application.tenantId.toString()}};
}

} // namespace

ApplicationKind domainChange()
{
    return {u"domain_change"_s,
            [] { return Words::tr("Change of domain"); },
            subjectOf,
            sentence,
            fields,
            checksOf,
            claims};
}

} // namespace tenantry::ui::kinds
