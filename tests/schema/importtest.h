// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/invitationcommands.h"
#include "tests/schema/commandworld.h"

#include <QJsonDocument>
#include <QTest>

namespace tenantry::test {

using namespace Qt::StringLiterals;

/// What tests of imports share: rows, the questions and commands about them, and what they may change.
class ImportTest : public QObject
{
protected:
    void create()
    {
        const QString error = w.create();
        QVERIFY2(error.isEmpty(), qPrintable(error));
        m_first = w.addOrganization(u"First"_s);
        m_second = w.addOrganization(u"Second"_s);
        m_disabled = w.addOrganization(u"Disabled"_s);
        w.must(u"update app.organizations set enabled = false where id = ?"_s, {m_disabled});
        m_member = w.addMember(u"Member"_s);
        m_other = w.addMember(u"Other"_s, m_first);
        m_free = w.addPerson(u"Free"_s);
    }
    [[nodiscard]] static QJsonObject row(int number, const QString &email, const QString &name = u"某人"_s,
                                         const QString &organization = {}, const QString &role = {},
                                         bool primary = false)
    {
        QJsonObject row{{u"number"_s, number}, {u"email"_s, email}};
        if (!name.isEmpty())
            row.insert(u"name"_s, name);
        if (!organization.isEmpty())
            row.insert(u"organization_id"_s, organization);
        if (!role.isEmpty())
            row.insert(u"role"_s, role);
        if (primary)
            row.insert(u"primary"_s, true);
        return row;
    }
    [[nodiscard]] QJsonObject ask(const Person &person, const QString &function, const QJsonArray &rows,
                                  const QString &import = {})
    {
        QJsonObject arguments{{u"tenant_id"_s, w.tenantA}, {u"rows"_s, rows}};
        if (!import.isEmpty())
            arguments.insert(u"import_id"_s, import);
        const auto session = w.connect(person);
        const QString statement = u"select api.%1(?::jsonb)"_s.arg(function);
        const QVariantList binds{QString::fromUtf8(QJsonDocument(arguments).toJson(QJsonDocument::Compact))};
        const auto answer = session->exec(statement, binds);
        if (!answer)
            return {{u"failed"_s, failureOf(*session, statement, binds)}};
        return QJsonDocument::fromJson(answer->value().toString().toUtf8()).object();
    }
    /// "number act" or "number code" of each row.
    [[nodiscard]] QStringList checked(const QJsonArray &rows)
    {
        QStringList told;
        for (const QJsonValue &each : ask(w.adminA, u"import_check"_s, rows)[u"rows"_s].toArray())
            told += QString::number(each[u"number"_s].toInt()) + u' ' + each[u"act"_s].toString() +
                    each[u"error"_s][u"code"_s].toString();
        return told;
    }
    void stage(const QString &import, const QJsonArray &rows)
    {
        const QJsonObject answer = ask(w.adminA, u"import_stage"_s, rows, import);
        QVERIFY2(answer.isEmpty(), QJsonDocument(answer).toJson().constData());
    }
    [[nodiscard]] Answer apply(const QString &import, int rows, bool partly = false)
    {
        return w.give(w.adminA, importApply(CommandWorld::tenantId(w.tenantA), QUuid::fromString(import),
                                            rows, partly, u"new term"_s));
    }
    void setQuotas(const QString &quotas) const
    {
        w.must(u"update app.settings set value = ?::jsonb where tenant_id = ? and key = 'quotas'"_s,
               {quotas, w.tenantA});
    }
    [[nodiscard]] static int number(const Answer &answer, const QString &key)
    {
        return answer.json["result"_L1][key].toInt(-1);
    }
    [[nodiscard]] Answer undo(const QString &import)
    {
        return w.give(w.adminA, importUndo(CommandWorld::tenantId(w.tenantA), QUuid::fromString(import)));
    }
    [[nodiscard]] QString emailOf(const Person &person) const
    {
        return w.must(u"select email from app.user_privates where id = ?"_s, {person.id});
    }
    /// All that an import may change, as it is now; without accounts that nobody invites and nobody
    /// activated.
    [[nodiscard]] QString state() const
    {
        return w.must(
            u"with seen as (select u.* from app.users as u where u.status <> 'pending_activation' or exists "
            u"(select from app.invitations as i where i.user_id = u.id))"
            " select md5(string_agg(s.line, E'\\n' order by s.line)) from ("
            " select concat_ws('|', u.id, u.tenant_id, u.name, u.status, u.primary_organization_id) from "
            "seen as u"
            " union all select concat_ws('|', m.user_id, m.organization_id, m.role) from app.memberships as "
            "m join seen as u on u.id = m.user_id"
            " union all select concat_ws('|', p.id, p.email, p.phone, p.mis) from app.user_privates as p "
            "join seen as u on u.id = p.id"
            " union all select concat_ws('|', i.tenant_id, i.user_id, w.organization_id, w.role, w.is_primary) from app.invitations as i join app.invitation_places as w on w.invitation_id = i.id) as s (line)"_s);
    }
    [[nodiscard]] QString membershipsOf(const Person &person) const
    {
        return w.must(
            u"select string_agg(o.name || '=' || m.role || case when o.id = u.primary_organization_id then "
            u"'*' else '' end, ',' order by o.name)"
            " from app.memberships as m join app.organizations as o on o.id = m.organization_id join app.users as u on u.id = m.user_id where u.id = ?"_s,
            {person.id});
    }

    CommandWorld w;
    QString m_first, m_second, m_disabled;
    Person m_member, m_other, m_free;
};

} // namespace tenantry::test
