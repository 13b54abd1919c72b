// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/applications/forms.h"

#include "ui/pages/applications/domainform.h"
#include "ui/pages/applications/joinform.h"
#include "ui/pages/applications/leaveform.h"
#include "ui/pages/applications/renameform.h"
#include "ui/pages/applications/replacementform.h"
#include "ui/pages/applications/tenantform.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::applications {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationForms)
};

std::optional<Error> refused(const QString &code, const QVariantMap &parameters = {})
{
    return Error{ErrorClass::Business, code, {}, parameters};
}

/// One of one's own that is open, of these kinds.
bool hasOpen(const Session &session, const QStringList &kinds)
{
    const UserId self = session.userId();
    for (const ApplicationRow &row : session.snapshot()->applications())
        if (row.applicantId == self && row.status == ApplicationStatus::Pending &&
            kinds.contains(row.applicationKind))
            return true;
    return false;
}

const QStringList &movingKinds()
{
    static const QStringList kinds{u"tenant_creation"_s, u"join"_s, u"leave"_s};
    return kinds;
}

const TenantRow *home(const Session &session)
{
    return session.snapshot()->tenant(session.actor().tenantId);
}

// TEN-2
std::optional<Error> creationRefusal(const Session &session)
{
    const TenantRow *tenant = home(session);
    const QVariantMap named{{u"tenant"_s, tenant ? tenant->name : QString()}};
    if (!session.actor().administers.isNull())
        return refused(u"tenant_application.applicant_is_administrator"_s, named);
    if (session.actor().systemAdministrator)
        return refused(u"tenant_application.applicant_is_system_administrator"_s);
    if (tenant && !tenant->isDefault)
        return refused(u"tenant_application.applicant_elsewhere"_s, named);
    return hasOpen(session, movingKinds()) ? refused(u"tenant_application.applicant_has_application"_s)
                                           : std::nullopt;
}

// MOV-3
std::optional<Error> joinRefusal(const Session &session)
{
    const ActorView actor = session.actor();
    const TenantRow *tenant = home(session);
    if (actor.systemAdministrator || !actor.administers.isNull())
        return refused(u"join.applicant_is_administrator"_s);
    if (tenant && !tenant->isDefault)
        return refused(u"join.applicant_elsewhere"_s, {{u"tenant"_s, tenant->name}});
    return hasOpen(session, movingKinds()) ? refused(u"join.applicant_has_application"_s) : std::nullopt;
}

// MOV-2
std::optional<Error> leaveRefusal(const Session &session)
{
    const TenantRow *tenant = home(session);
    if (!session.actor().administers.isNull())
        return refused(u"leave.is_administrator"_s);
    if (!tenant || tenant->isDefault)
        return refused(u"leave.elsewhere"_s);
    return hasOpen(session, movingKinds()) ? refused(u"leave.has_application"_s) : std::nullopt;
}

std::optional<Error> administratorsRefusal(const Session &session)
{
    return session.actor().administers.isNull() ? refused(u"application.not_administrator"_s) : std::nullopt;
}

// TEN-9
std::optional<Error> domainRefusal(const Session &session)
{
    if (auto error = administratorsRefusal(session))
        return error;
    return hasOpen(session, {u"domain_change"_s}) ? refused(u"domain_change.open_already"_s) : std::nullopt;
}

// TEN-10
std::optional<Error> replacementRefusal(const Session &session)
{
    if (auto error = administratorsRefusal(session))
        return error;
    return hasOpen(session, {u"administrator_replacement"_s})
               ? refused(u"administrator_replacement.open_already"_s)
               : std::nullopt;
}

// TEN-8; how long ago the last one was only the server knows.
std::optional<Error> renameRefusal(const Session &session)
{
    const ActorView actor = session.actor();
    return session.declarations().refusal(actor, u"tenant_rename"_s, actor.tenantId);
}

template <class Form>
CommandDialog *make(Session &session, const ApplicationRow *previous, QWidget *window)
{
    return new Form(session, previous, window);
}

} // namespace

const QList<KindOfForm> &kindsOfForms()
{
    static const QList<KindOfForm> kinds{
        {u"tenant_creation"_s, [] { return Words::tr("A tenant of one's own…"); }, creationRefusal,
         [](Session &session, const ApplicationRow *previous, QWidget *window) -> CommandDialog * {
             return new TenantForm(session, TenantForm::Way::Application, previous, window);
         }},
        {u"join"_s, [] { return Words::tr("Join a tenant…"); }, joinRefusal, make<JoinForm>},
        {u"leave"_s, [] { return Words::tr("Leave the tenant…"); }, leaveRefusal, make<LeaveForm>},
        {u"domain_change"_s, [] { return Words::tr("Change the domain…"); }, domainRefusal, make<DomainForm>},
        {u"administrator_replacement"_s, [] { return Words::tr("Replace the administrator…"); },
         replacementRefusal, make<ReplacementForm>},
        {u"tenant_rename"_s, [] { return Words::tr("Rename the tenant…"); }, renameRefusal,
         [](Session &session, const ApplicationRow *, QWidget *window) -> CommandDialog * {
             return new RenameForm(session, window);
         }}};
    return kinds;
}

const KindOfForm *formOf(const QString &key)
{
    for (const KindOfForm &kind : kindsOfForms())
        if (kind.key == key)
            return &kind;
    return nullptr;
}

} // namespace tenantry::ui::applications
