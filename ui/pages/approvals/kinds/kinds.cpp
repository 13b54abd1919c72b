// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/kinds/kinds.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::kinds {

namespace {

struct Checks
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationChecks)
};

} // namespace

QString formText(const ApplicationRow &application, QLatin1String field)
{
    return application.form.value(field).toString();
}

UserId formUser(const ApplicationRow &application, QLatin1String field)
{
    return UserId(QUuid::fromString(formText(application, field)));
}

QString subjectOf(const ApplicationRow &application)
{
    for (const QLatin1String field : {"name"_L1, "tenant_name"_L1})
        if (const QString name = formText(application, field); !name.isEmpty())
            return name;
    return application.id.toString();
}

CheckItem applicantAdministers(const ApplicationRow &application, const ApplicationChecks &checks)
{
    const QString sentence = Checks::tr("The applicant administers the tenant");
    const TenantRow *tenant = checks.snapshot()->tenant(application.tenantId);
    if (!tenant)
        return {CheckState::Unknown, sentence, {}};
    return {tenant->administratorId == application.applicantId ? CheckState::Passed : CheckState::Failed,
            sentence,
            {}};
}

} // namespace tenantry::ui::kinds
