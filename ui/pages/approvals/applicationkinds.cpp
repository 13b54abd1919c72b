// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/applicationkinds.h"

#include "ui/pages/approvals/kinds/kinds.h"
#include "ui/pages/approvals/words.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(ApplicationKinds)
};

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
    static const QList<ApplicationKind> kinds{kinds::tenantCreation(), kinds::join(), kinds::leave(), kinds::domainChange(),
                                              kinds::administratorReplacement()};
    return kinds;
}

const ApplicationKind &applicationKind(const QString &key)
{
    for (const ApplicationKind &kind : applicationKinds())
        if (kind.key == key)
            return kind;
    static const ApplicationKind unknown{{},
                                         [] { return Words::tr("Other"); },
                                         kinds::subjectOf,
                                         unknownSentence,
                                         formAsItIs,
                                         [](const ApplicationRow &, const ApplicationChecks &) { return QList<CheckItem>(); },
                                         [](const ApplicationRow &) { return QList<ApplicationClaim>(); }};
    return unknown;
}

bool isKnownKind(const QString &key)
{
    return !applicationKind(key).key.isEmpty();
}

} // namespace tenantry::ui
