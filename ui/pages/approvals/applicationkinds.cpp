// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/applicationkinds.h"

#include "ui/pages/approvals/words.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ApplicationKinds)
};

QString text(const ApplicationRow &application, QLatin1String field)
{
    return application.form.value(field).toString();
}

QString planName(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    const QUuid id = QUuid::fromString(text(application, "plan_id"_L1));
    if (id.isNull())
        return Words::tr("none in particular");
    const PlanRow *plan = snapshot.plan(id);
    if (!plan)
        return Words::tr("one that you can't see");
    return QLocale().language() == QLocale::Chinese ? plan->nameZh : plan->nameEn;
}

QString subjectOfAny(const ApplicationRow &application)
{
    const QString name = text(application, "name"_L1);
    return name.isEmpty() ? application.id.toString() : name;
}

QString tenantCreationSentence(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    return Words::tr("%1 asks for a tenant of its own for %2: \"%3\", for about %4 people.")
        .arg(personName(snapshot, application.applicantId), text(application, "department"_L1), text(application, "name"_L1),
             QLocale().toString(application.form.value("estimated_users"_L1).toInt()));
}

QList<ApplicationField> tenantCreationFields(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    const UserId named(QUuid::fromString(text(application, "administrator_id"_L1)));
    const bool self = named.isNull() || named == application.applicantId;
    return {{Words::tr("Tenant name"), text(application, "name"_L1)},
            {Words::tr("Tenant code"), text(application, "code"_L1)},
            {Words::tr("Initial domain"), text(application, "domain"_L1)},
            {Words::tr("Department"), text(application, "department"_L1)},
            {Words::tr("Main use"), text(application, "use"_L1)},
            {Words::tr("Estimated users"), QLocale().toString(application.form.value("estimated_users"_L1).toInt())},
            {Words::tr("Administrator"), self ? Words::tr("the applicant") : personName(snapshot, named)},
            {Words::tr("Plan"), planName(application, snapshot)},
            {Words::tr("Contact"), text(application, "contact_name"_L1)},
            {Words::tr("Contact details"), text(application, "contact_details"_L1)},
            {Words::tr("Contact e-mail"), text(application, "contact_email"_L1)},
            {Words::tr("Reason"), application.reason}};
}

QList<CheckItem> tenantCreationChecks(const ApplicationRow &application, const ApplicationChecks &checks)
{
    return checks.tenantCreation(application);
}

QString unknownSentence(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    return Words::tr("%1 asks for something that this version of the console doesn't know. Update it to decide.")
        .arg(personName(snapshot, application.applicantId));
}

QList<ApplicationField> formAsItIs(const ApplicationRow &application, const directory::Snapshot &)
{
    QList<ApplicationField> fields;
    for (auto it = application.form.begin(); it != application.form.end(); ++it)
        fields.append({it.key(), it.value().toVariant().toString()});
    fields.append({Words::tr("Reason"), application.reason});
    return fields;
}

} // namespace

const QList<ApplicationKind> &applicationKinds()
{
    static const QList<ApplicationKind> kinds{
        {u"tenant_creation"_s,
         {ApplicationKind::Decider::SystemAdministrator},
         [] { return Words::tr("New tenant"); },
         subjectOfAny,
         tenantCreationSentence,
         tenantCreationFields,
         tenantCreationChecks},
    };
    return kinds;
}

const ApplicationKind &applicationKind(const QString &key)
{
    for (const ApplicationKind &kind : applicationKinds())
        if (kind.key == key)
            return kind;
    // No stages: nobody decides from here what the console can't show.
    static const ApplicationKind unknown{{},
                                         {},
                                         [] { return Words::tr("Other"); },
                                         subjectOfAny,
                                         unknownSentence,
                                         formAsItIs,
                                         [](const ApplicationRow &, const ApplicationChecks &) { return QList<CheckItem>(); }};
    return unknown;
}

} // namespace tenantry::ui
