// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/sync/enginefixture.h"

#include <QTest>

namespace tenantry::test {

using namespace Qt::StringLiterals;

void EngineFixture::initTestCase()
{
    const QString error = m_world.create();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

std::unique_ptr<Console> EngineFixture::console(const Person &person)
{
    auto made = std::make_unique<Console>(m_world.cluster().profileFor(person.role), SchemaWorld::password);
    made->start();
    return made;
}

ApplicationId EngineFixture::apply()
{
    const QString n = QString::number(++m_applications);
    QString letters; // names hold no digits
    for (int i = m_applications; i > 0; i /= 26)
        letters.append(QChar(u'a' + i % 26));
    const Person applicant = m_world.addPerson(u"Applicant "_s + letters);
    const QJsonObject form = SchemaWorld::tenantForm(u"Tenant "_s + n, u"tenant_x"_s + n);
    const Answer answer = m_world.execute(applicant, {u"tenant_application_submit"_s, form});
    if (!answer.isDone())
        qFatal("%s", qPrintable(answer.text()));
    return ApplicationId(QUuid::fromString(form[u"application_id"_s].toString()));
}

tenantry::Command EngineFixture::decide(const ApplicationId &id, Decision decision, const QString &comment)
{
    tenantry::Command command = applicationDecide(id, decision, comment);
    command.see(id.uuid(), {}, 1);
    return command;
}

QString EngineFixture::statusOf(const ApplicationId &id)
{
    return m_world.sql(u"select status from app.applications where id = ?"_s, {id.toString()});
}

QString EngineFixture::effectsOf(const ApplicationId &id)
{
    return m_world.sql(
        u"select count(*) from app.application_events where application_id = ? and act <> 'submitted'"_s,
        {id.toString()});
}

void EngineFixture::startServer()
{
    const QString error = m_world.cluster().start();
    QVERIFY2(error.isEmpty(), qPrintable(error));
}

void EngineFixture::cutConnections()
{
    (void)m_world.must(
        u"select count(pg_terminate_backend(pid)) from pg_stat_activity where backend_type = 'client backend' and pid <> pg_backend_pid()"_s);
}

} // namespace tenantry::test
