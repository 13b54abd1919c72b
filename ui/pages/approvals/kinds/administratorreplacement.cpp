// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Somebody else as a tenant's administrator (TEN-10).
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

QString candidateName(const ApplicationRow &application)
{
    return formText(application, "administrator_name"_L1);
}

QString sentence(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    return Words::tr("%1 asks to be replaced by %2 as administrator of the tenant \"%3\".")
        .arg(personName(snapshot, application.applicantId), candidateName(application),
             subjectOf(application));
}

QList<ApplicationField> fields(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    const bool everyone = application.form.value("everyone"_L1).toBool();
    return {
        {Words::tr("Tenant"), subjectOf(application)},
        {Words::tr("Administrator now"), personName(snapshot, application.applicantId)},
        {Words::tr("New administrator"), candidateName(application)},
        {Words::tr("Who is told"), everyone ? Words::tr("all members") : Words::tr("both administrators")},
        {Words::tr("Reason"), application.reason}};
}

CheckItem belongs(const ApplicationRow &application, UserId candidate, const directory::Snapshot &snapshot)
{
    const auto index = snapshot.findUser(candidate);
    const bool known = index.isValid() && snapshot.user(index).isKnown();
    const bool inside = known && snapshot.tenantId(snapshot.user(index).tenant()) == application.tenantId;
    return {!known   ? CheckState::Unknown
            : inside ? CheckState::Passed
                     : CheckState::Failed,
            Checks::tr("%1 belongs to the tenant").arg(candidateName(application)),
            {}};
}

QList<CheckItem> checksOf(const ApplicationRow &application, const ApplicationChecks &checks)
{
    const UserId candidate = formUser(application, "administrator_id"_L1);
    const QString name = candidateName(application);
    const TenantRow *tenant = checks.snapshot()->tenant(application.tenantId);
    const CheckState differs = !tenant                                ? CheckState::Unknown
                               : tenant->administratorId != candidate ? CheckState::Passed
                                                                      : CheckState::Failed;
    return {applicantAdministers(application, checks),
            checks.isFree({ClaimKind::Replacement, application.tenantId.toString()}, application,
                          Checks::tr("No other replacement of the administrator is open")),
            belongs(application, candidate, *checks.snapshot()),
            checks.isActive(candidate, Checks::tr("%1 has an active account").arg(name)),
            {differs, Checks::tr("%1 doesn't administer the tenant already").arg(name), {}},
            checks.isFree({ClaimKind::Person, candidate.toString()}, application,
                          Checks::tr("%1 has no open application").arg(name))};
}

QList<ApplicationClaim> claims(const ApplicationRow &application)
{
    return {{ClaimKind::Replacement, application.tenantId.toString()}};
}

} // namespace

ApplicationKind administratorReplacement()
{
    return {u"administrator_replacement"_s,
            [] { return Words::tr("Replacement of the administrator"); },
            subjectOf,
            sentence,
            fields,
            checksOf,
            claims};
}

} // namespace tenantry::ui::kinds
