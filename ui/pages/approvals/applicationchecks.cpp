// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/applicationchecks.h"

#include "core/domain/normalise.h"
#include "ui/pages/approvals/words.h"

#include <QCoreApplication>
#include <QSet>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(ApplicationChecks)
};

CheckItem passed(const QString &sentence)
{
    return {CheckState::Passed, sentence, {}};
}

UserId administratorOf(const ApplicationRow &application)
{
    const UserId named(QUuid::fromString(application.form.value("administrator_id"_L1).toString()));
    return named.isNull() ? application.applicantId : named;
}

} // namespace

ApplicationChecks::ApplicationChecks(directory::SnapshotPtr snapshot, bool complete)
    : m_snapshot(std::move(snapshot)), m_complete(complete)
{
    readAll();
}

void ApplicationChecks::readAll()
{
    for (Claims *claims : {&m_names, &m_codes, &m_domains, &m_people})
        claims->clear();
    m_administrators.clear();
    for (const TenantRow &tenant : m_snapshot->tenants())
        add(tenant);
    for (const ApplicationRow &application : m_snapshot->applications())
        add(application);
}

void ApplicationChecks::follow(const directory::SnapshotPtr &snapshot)
{
    const directory::SnapshotPtr before = std::exchange(m_snapshot, snapshot);
    const auto changes = snapshot->changesSince(*before);
    if (!changes)
        return readAll();
    // IDs may repeat; a row must come and go once.
    const auto ids = [&changes](RowKind kind) {
        const std::vector<QUuid> &all = changes->of(kind);
        return QSet<QUuid>(all.begin(), all.end());
    };
    for (const QUuid &id : ids(RowKind::Tenant)) {
        if (const TenantRow *old = before->tenant(TenantId(id)))
            remove(*old);
        if (const TenantRow *now = snapshot->tenant(TenantId(id)))
            add(*now);
    }
    for (const QUuid &id : ids(RowKind::Application)) {
        if (const ApplicationRow *old = before->application(ApplicationId(id)))
            remove(*old);
        if (const ApplicationRow *now = snapshot->application(ApplicationId(id)))
            add(*now);
    }
}

// What is left empty is nobody's.
void ApplicationChecks::claim(Claims &claims, const QString &value, const Holder &holder)
{
    if (!value.isEmpty())
        claims.insert(value, holder);
}

void ApplicationChecks::add(const TenantRow &tenant)
{
    const Holder holder{{}, tenant.name};
    claim(m_names, normalise(tenant.name), holder);
    claim(m_codes, normalise(tenant.code), holder);
    claim(m_domains, normalise(tenant.domain), holder);
    if (!tenant.administratorId.isNull())
        m_administrators.insert(tenant.administratorId, tenant.name);
}

void ApplicationChecks::remove(const TenantRow &tenant)
{
    const Holder holder{{}, tenant.name};
    m_names.remove(normalise(tenant.name), holder);
    m_codes.remove(normalise(tenant.code), holder);
    m_domains.remove(normalise(tenant.domain), holder);
    if (m_administrators.value(tenant.administratorId) == tenant.name)
        m_administrators.remove(tenant.administratorId);
}

void ApplicationChecks::add(const ApplicationRow &application)
{
    if (application.status != ApplicationStatus::Pending)
        return;
    const Holder holder{application.id, application.form.value("name"_L1).toString()};
    claim(m_names, normalise(holder.name), holder);
    claim(m_codes, normalise(application.form.value("code"_L1).toString()), holder);
    claim(m_domains, normalise(application.form.value("domain"_L1).toString()), holder);
    m_people.insert(application.applicantId.toString(), holder);
    if (const UserId administrator = administratorOf(application); administrator != application.applicantId)
        m_people.insert(administrator.toString(), holder);
}

void ApplicationChecks::remove(const ApplicationRow &application)
{
    const Holder holder{application.id, application.form.value("name"_L1).toString()};
    m_names.remove(normalise(holder.name), holder);
    m_codes.remove(normalise(application.form.value("code"_L1).toString()), holder);
    m_domains.remove(normalise(application.form.value("domain"_L1).toString()), holder);
    m_people.remove(application.applicantId.toString(), holder);
    m_people.remove(administratorOf(application).toString(), holder);
}

CheckItem ApplicationChecks::free(const Claims &claims, const ApplicationRow &application,
                                  const QString &value, const QString &sentence) const
{
    for (const Holder &holder : claims.values(value)) {
        if (holder.application == application.id)
            continue;
        const QString detail = holder.application.isNull()
                                   ? Words::tr("Taken by the tenant \"%1\"").arg(holder.name)
                                   : Words::tr("In the open application for \"%1\"").arg(holder.name);
        return {CheckState::Failed, sentence, detail};
    }
    return {m_complete ? CheckState::Passed : CheckState::Unknown, sentence, {}};
}

void ApplicationChecks::addPerson(QList<CheckItem> &items, const ApplicationRow &application, UserId person,
                                  bool applicant) const
{
    const QString name = personName(*m_snapshot, person);
    const QString who =
        applicant ? Words::tr("The applicant") : Words::tr("The designated administrator %1").arg(name);
    const auto index = m_snapshot->findUser(person);
    const bool known = index.isValid() && m_snapshot->user(index).isKnown();
    const CheckState unknown = CheckState::Unknown;
    const auto state = [&](bool ok) {
        return !known ? unknown : ok ? CheckState::Passed : CheckState::Failed;
    };
    const QString unseen =
        known ? QString() : Words::tr("This person can't be seen from here; the server checks it.");

    items.append({state(known && m_snapshot->user(index).status() == UserStatus::Active),
                  Words::tr("%1 has an active account").arg(who), unseen});
    const TenantRow *tenant = known ? m_snapshot->tenant(m_snapshot->user(index).tenant()) : nullptr;
    CheckItem home{tenant ? state(tenant->isDefault) : unknown,
                   Words::tr("%1 is in the default system tenant").arg(who),
                   {}};
    if (home.state == CheckState::Failed)
        home.detail = Words::tr("Belongs to \"%1\" and has to leave it first").arg(tenant->name);
    items.append(home);
    const QString administered = m_administrators.value(person);
    CheckItem free_{administered.isEmpty() ? (m_complete ? CheckState::Passed : unknown) : CheckState::Failed,
                    Words::tr("%1 administers no tenant").arg(who),
                    {}};
    if (!administered.isEmpty())
        free_.detail = Words::tr("Administers \"%1\" and has to be replaced there first").arg(administered);
    items.append(free_);
    items.append(free(m_people, application, person.toString(),
                      Words::tr("%1 has no other open application").arg(who)));
}

CheckItem ApplicationChecks::plan(const ApplicationRow &application) const
{
    const QUuid wanted = QUuid::fromString(application.form.value("plan_id"_L1).toString());
    if (wanted.isNull())
        return passed(Words::tr("No particular plan is wanted"));
    const QString sentence = Words::tr("The wanted plan exists");
    if (m_snapshot->plan(wanted))
        return passed(sentence);
    return {m_snapshot->plans().isEmpty() ? CheckState::Unknown : CheckState::Failed, sentence, {}};
}

QList<CheckItem> ApplicationChecks::tenantCreation(const ApplicationRow &application) const
{
    QList<CheckItem> items;
    addPerson(items, application, application.applicantId, true);
    const UserId administrator = administratorOf(application);
    if (administrator != application.applicantId)
        addPerson(items, application, administrator, false);
    const auto value = [&](QLatin1String field) {
        return normalise(application.form.value(field).toString());
    };
    items.append(free(m_names, application, value("name"_L1), Words::tr("The name is free")));
    items.append(free(m_codes, application, value("code"_L1), Words::tr("The code is free")));
    items.append(free(m_domains, application, value("domain"_L1), Words::tr("The initial domain is free")));
    items.append(plan(application));
    return items;
}

} // namespace tenantry::ui
