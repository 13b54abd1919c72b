// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/schema/schemaworld.h"

#include "core/base/id.h"
#include "core/security/scram.h"

#include <QJsonDocument>

#include <chrono>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

namespace tenantry::test
{

namespace
{

QString compact(const QJsonObject &object)
{
    return QString::fromUtf8(QJsonDocument(object).toJson(QJsonDocument::Compact));
}

} // namespace

QStringList Answer::codes() const
{
    QStringList codes;
    const QJsonArray errors = json.value("errors"_L1).toArray();
    for (const QJsonValue &error : errors)
        codes.append(error["code"_L1].toString());
    codes.sort();
    return codes;
}

QJsonObject Answer::error(const QString &code) const
{
    const QJsonArray errors = json.value("errors"_L1).toArray();
    for (const QJsonValue &error : errors) {
        if (error["code"_L1].toString() == code)
            return error.toObject();
    }
    return {};
}

QString Answer::result(const QString &key) const
{
    return json.value("result"_L1).toObject().value(key).toString();
}

QString Answer::text() const
{
    return sqlState.isEmpty() ? compact(json) : sqlState + u' ' + message.section(u'\n', 0, 0).remove(u"ERROR:  "_s);
}

QString SchemaWorld::create()
{
    if (const QString error = m_cluster.create(); !error.isEmpty())
        return error;
    const auto verifier = scram::deriveVerifier(password, "0123456789abcdef", scram::minimumIterations);
    if (!verifier)
        return describe(verifier.error());
    m_verifier = QString::fromLatin1(verifier->toText());
    defaultTenant = must(u"select id from app.tenants where is_default"_s);
    root = addPerson(u"Root"_s, true);
    secondRoot = addPerson(u"Second Root"_s, true);
    adminA = addPerson(u"Admin A"_s);
    adminB = addPerson(u"Admin B"_s);
    memberA = addPerson(u"Member A"_s);
    ownerA = addPerson(u"Owner A"_s);
    spaceAdminA = addPerson(u"Space Admin A"_s);
    outsider = addPerson(u"Outsider"_s);
    homeless = addPerson(u"Homeless"_s);
    suspended = addPerson(u"Suspended"_s);
    tenantA = addTenant(adminA, u"Tenant A"_s, u"tenant_a"_s);
    tenantB = addTenant(adminB, u"Tenant B"_s, u"tenant_b"_s);
    for (const Person &person : {memberA, ownerA, spaceAdminA, suspended})
        moveTo(person, tenantA);
    moveTo(outsider, tenantB);
    spaceA = newId();
    resourceA = newId();
    must(u"insert into app.spaces (tenant_id, id, name, edition, modules, created_by, created_at) values (?, ?, 'Space A', 'basic', '{bots}', ?, now())"_s,
         {tenantA, spaceA, ownerA.id});
    must(u"insert into app.resources (tenant_id, id, space_id, kind, name, created_by, created_at) values (?, ?, ?, 'agent', 'Agent', ?, now())"_s,
         {tenantA, resourceA, spaceA, ownerA.id});
    const QString grant = u"insert into app.grants (tenant_id, id, space_id, user_id, role, granted_by, granted_at) values (?, ?, ?, ?, ?::app.space_role, ?, now())"_s;
    must(grant, {tenantA, newId(), spaceA, ownerA.id, u"owner"_s, ownerA.id});
    must(grant, {tenantA, newId(), spaceA, spaceAdminA.id, u"administrator"_s, ownerA.id});
    must(grant, {tenantA, newId(), spaceA, outsider.id, u"viewer"_s, ownerA.id});
    must(u"insert into app.outsiders (tenant_id, id, user_id, since) values (?, ?, ?, now())"_s, {tenantA, newId(), outsider.id});
    must(u"update app.users set status = 'suspended' where id = ?"_s, {suspended.id});
    return {};
}

Person SchemaWorld::addPerson(const QString &name, bool systemAdministrator)
{
    const QString email = u"person%1@example.com"_s.arg(++m_people);
    const QString made = must(u"select worker.add_account(?, ?, ?, ?)"_s, {email, name, m_verifier, systemAdministrator});
    const QJsonObject account = QJsonDocument::fromJson(made.toUtf8()).object();
    return {account.value("user_id"_L1).toString(), account.value("role_name"_L1).toString(), name};
}

void SchemaWorld::moveTo(const Person &person, const QString &tenant)
{
    must(u"select app.move_user(u, t.id, t.root_organization_id) from app.users as u, app.tenants as t where u.id = ? and t.id = ?"_s, {person.id, tenant});
}

QString SchemaWorld::addTenant(const Person &administrator, const QString &name, const QString &code)
{
    const QJsonObject form = tenantForm(name, code);
    const QString application = form.value("application_id"_L1).toString();
    const Answer submitted = execute(administrator, {u"tenant_application_submit"_s, form});
    if (!submitted.isDone())
        qFatal("not submitted: %s", qPrintable(submitted.text()));
    const Answer approved = execute(root, {u"application_decide"_s,
                                           {{u"application_id"_s, application}, {u"decision"_s, u"approve"_s}, {u"comment"_s, u""_s}}, seen(application)});
    if (!approved.isDone())
        qFatal("not approved: %s", qPrintable(approved.text()));
    return approved.result(u"tenant_id"_s);
}

std::unique_ptr<Connection> SchemaWorld::connect(const Person &person) const
{
    auto connection = connectAs(person.role, password);
    if (!connection)
        qFatal("%s can't sign in: %s", qPrintable(person.name), qPrintable(describe(connection.error())));
    return std::move(*connection);
}

Result<std::unique_ptr<Connection>> SchemaWorld::connectAs(const QString &role, const QString &roleasPassword) const
{
    ConnectionOptions options;
    options.profile = m_cluster.profileFor(role);
    options.password = roleasPassword;
    options.tellMessages = true;
    return Connection::open(options);
}

QString SchemaWorld::newId()
{
    return makeUuid7(std::chrono::time_point_cast<std::chrono::microseconds>(std::chrono::system_clock::now())).toString(QUuid::WithoutBraces);
}

Answer SchemaWorld::execute(Connection &connection, const Command &command)
{
    const auto rows = connection.exec(u"select api.execute(?::uuid, ?, ?::jsonb, ?::jsonb, ?::uuid[], ?::jsonb)"_s,
                                      {command.id.isEmpty() ? newId() : command.id, command.kind, compact(command.payload), compact(command.seen),
                                       QString(u'{' + command.after.join(u',') + u'}'), compact(command.context)});
    Answer answer;
    if (rows) {
        answer.json = QJsonDocument::fromJson(rows->value().toString().toUtf8()).object();
    } else {
        answer.sqlState = server::sqlState(rows.error());
        answer.message = rows.error().parameters.value(u"message"_s).toString();
    }
    return answer;
}

Answer SchemaWorld::execute(const Person &person, const Command &command) const
{
    return execute(*connect(person), command);
}

QString SchemaWorld::sql(const QString &statement, const QVariantList &binds) const
{
    return m_cluster.psql(statement, binds);
}

QString SchemaWorld::must(const QString &statement, const QVariantList &binds) const
{
    const QString rows = sql(statement, binds);
    if (rows.startsWith("ERROR "_L1))
        qFatal("%s\n%s", qPrintable(statement), qPrintable(rows));
    return rows;
}

QJsonObject SchemaWorld::tenantForm(const QString &name, const QString &code)
{
    return {{u"application_id"_s, newId()}, {u"name"_s, name}, {u"code"_s, code}, {u"department"_s, u"研发部"_s}, {u"use"_s, u"to work"_s},
            {u"estimated_users"_s, 20}, {u"contact_name"_s, u"张三"_s}, {u"contact_details"_s, u"+86 10 1234"_s}, {u"contact_email"_s, u"zhang@example.com"_s},
            {u"reason"_s, u"because"_s}};
}

QJsonObject SchemaWorld::seen(const QString &id, int version, const QString &group)
{
    return {{id, QJsonObject{{group, version}}}};
}

QString failureOf(Connection &connection, const QString &statement, const QVariantList &binds)
{
    const auto rows = connection.exec(statement, binds);
    return rows ? QString() : server::sqlState(rows.error()) + u' ' + rows.error().parameters.value(u"message"_s).toString().remove(u"ERROR:  "_s);
}

} // namespace tenantry::test
