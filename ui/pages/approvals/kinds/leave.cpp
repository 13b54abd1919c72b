// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Leaving a tenant (MOV-2, MOV-4).
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
    return Words::
        tr("%1 asks to leave the tenant \"%2\". All roles, organizations, groups and grants in it go at once.")
            .arg(personName(snapshot, application.applicantId), subjectOf(application));
}

QList<ApplicationField> fields(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    return {{Words::tr("Person"), personName(snapshot, application.applicantId)},
            {Words::tr("From"), subjectOf(application)},
            {Words::tr("To"), Words::tr("the default system tenant")},
            {Words::tr("Reason"), application.reason}};
}

// Spaces and resources that they own, departments that they lead: somebody has to take them over first
// (ORG-7).
QStringList dutiesIn(const directory::Snapshot &snapshot, directory::UserIndex user)
{
    QStringList names;
    for (const directory::SubjectGrant &entry : snapshot.grantsOf(directory::Subject(user))) {
        const directory::GrantView grant = snapshot.grant(entry.grant());
        if (grant.role() == Role::Owner &&
            snapshot.space(grant.space()).tenant() == snapshot.user(user).tenant())
            names.append(snapshot.nameOf(grant.object()));
    }
    for (const directory::UserMembership &entry : snapshot.membershipsOf(user)) {
        const directory::MembershipView membership = snapshot.membership(entry.membership);
        if (membership.role() == "leader"_L1)
            names.append(snapshot.organization(membership.organization()).name());
    }
    return names;
}

CheckItem dutiesCheck(const ApplicationRow &application, const directory::Snapshot &snapshot)
{
    const QString sentence = Checks::tr("The applicant owns and leads nothing in the tenant");
    const auto index = snapshot.findUser(application.applicantId);
    if (!index.isValid() || !snapshot.user(index).isKnown())
        return {CheckState::Unknown, sentence, {}};
    const QStringList names = dutiesIn(snapshot, index);
    if (names.isEmpty())
        return {CheckState::Passed, sentence, {}};
    constexpr int most = 10; // as the server's refusal names them
    const int more = std::max(0, int(names.size()) - most);
    const QString listed = names.first(names.size() - more).join(u", "_s);
    return {CheckState::Failed, sentence,
            more > 0 ? Checks::tr("Hand over first: %1 and %n more", nullptr, more).arg(listed)
                     : Checks::tr("Hand over first: %1").arg(listed),
            Checks::tr("Hand over…")};
}

QList<CheckItem> checksOf(const ApplicationRow &application, const ApplicationChecks &checks)
{
    const QString who = Checks::tr("The applicant");
    const directory::Snapshot &snapshot = *checks.snapshot();
    const auto index = snapshot.findUser(application.applicantId);
    const bool known = index.isValid() && snapshot.user(index).isKnown();
    const bool inside = known && snapshot.tenantId(snapshot.user(index).tenant()) == application.tenantId;
    return {
        checks.isActive(application.applicantId, Checks::tr("%1 has an active account").arg(who)),
        {!known   ? CheckState::Unknown
         : inside ? CheckState::Passed
                  : CheckState::Failed,
         Checks::tr("%1 belongs to the tenant").arg(who),
         {}},
        checks.administersNothing(application.applicantId, Checks::tr("%1 administers no tenant").arg(who)),
        checks.isFree({ClaimKind::Person, application.applicantId.toString()}, application,
                      Checks::tr("%1 has no other open application").arg(who)),
        dutiesCheck(application, snapshot)};
}

QList<ApplicationClaim> claims(const ApplicationRow &application)
{
    return {{ClaimKind::Person, application.applicantId.toString()}};
}

} // namespace

ApplicationKind leave()
{
    return {u"leave"_s, [] { return Words::tr("Leave the tenant"); }, subjectOf, sentence, fields, checksOf,
            claims};
}

} // namespace tenantry::ui::kinds
