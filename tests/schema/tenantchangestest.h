// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/schema/applicationworld.h"

#include <QTest>

namespace tenantry::test {

using namespace Qt::StringLiterals;

/// What tests of changes to a tenant share: a tenant of its own for each of them, and the commands.
class TenantChangesTest : public QObject
{
protected:
    /// A tenant of its own for each test, with its administrator and one member.
    struct Place
    {
        QString id;
        Person administrator, member;
        QString name;
    };
    [[nodiscard]] Place place()
    {
        const int n = ++m_places;
        Place made;
        made.administrator = w.addPerson(u"Head"_s);
        made.name = u"Place %1"_s.arg(n);
        made.id = w.addTenant(made.administrator, made.name, u"place_%1"_s.arg(n));
        made.member = w.addPerson(u"Member"_s);
        w.moveTo(made.member, made.id);
        return made;
    }
    [[nodiscard]] tenantry::Command rename(const Place &place, const QString &name) const
    {
        return w.seeingTenant(tenantRename(CommandWorld::tenantId(place.id), name, u"new brand"_s), place.id);
    }
    [[nodiscard]] static tenantry::Command domainChange(const Place &place, const QString &domain)
    {
        return domainChangeSubmit(ApplicationWorld::basics(), CommandWorld::tenantId(place.id), domain);
    }
    [[nodiscard]] static tenantry::Command replacement(const Place &place, const QString &candidate, bool everyone = false)
    {
        return administratorReplacementSubmit(ApplicationWorld::basics(), CommandWorld::tenantId(place.id),
                                              UserId(QUuid::fromString(candidate)), everyone);
    }

    ApplicationWorld w;
    int m_places = 0;
};

} // namespace tenantry::test
