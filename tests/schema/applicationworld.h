// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/applicationcommands.h"
#include "tests/schema/commandworld.h"

namespace tenantry::test {

/// CommandWorld with applications of every kind: short ways to submit and decide, and a picture of everything
/// that a refused command must leave as it was.
class ApplicationWorld : public CommandWorld
{
public:
    /// What the kinds share, with a new ID.
    [[nodiscard]] static ApplicationBasics basics(const QString &reason = QStringLiteral("because"))
    {
        return {ApplicationId(QUuid::fromString(newId())), reason, {}};
    }
    /// Submits; the application's ID. Anything but "done" ends the test program.
    QString submitted(const Person &person, const tenantry::Command &submission);
    Answer decide(const Person &person, const QString &application, const QString &decision,
                  const QString &comment = {});
    Answer withdraw(const Person &person, const QString &application);

    [[nodiscard]] QString statusOf(const QString &application) const
    {
        return sql(QStringLiteral("select status || ' ' || stage from app.applications where id = ?"),
                   {application});
    }
    /// {tenant: {"": version}} of this moment.
    [[nodiscard]] tenantry::Command seeingTenant(tenantry::Command command, const QString &tenant) const;
    [[nodiscard]] QString administratorOf(const QString &tenant) const
    {
        return must(QStringLiteral("select administrator_id from app.tenants where id = ?"), {tenant});
    }
    [[nodiscard]] QString tenantOf(const Person &person) const
    {
        return must(QStringLiteral("select tenant_id from app.users where id = ?"), {person.id});
    }
    /// Whom a notification of this kind about this application, person or tenant reached: user IDs, sorted,
    /// or "scope N".
    [[nodiscard]] QStringList told(const QString &kind, const QString &about) const;
    /// How much there is of everything, and every counter: equal before and after, nothing has happened.
    [[nodiscard]] QString everything() const;
    void setClock(const QString &shift) const
    {
        must(QStringLiteral("update app.clock set shift = ?::interval"), {shift});
    }
};

} // namespace tenantry::test
