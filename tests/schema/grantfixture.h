// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/schema/commandworld.h"

#include <QObject>

namespace tenantry::test {

/// What the tests of commands on grants share: each begins with a space and a resource of its own.
class GrantFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();
    void init();

protected:
    [[nodiscard]] GrantWish wish(const QString &user, Role role = Role::Viewer,
                                 const QString &resource = {}) const;
    [[nodiscard]] tenantry::Command set(const QList<GrantWish> &wishes) const
    {
        return grantsSet(CommandWorld::spaceId(m_space), wishes);
    }
    [[nodiscard]] tenantry::Command remove(const QStringList &grants) const;
    /// "space=viewer,resource=editor" of one subject in the space of the test.
    [[nodiscard]] QString grantsOf(const QString &subject) const;
    [[nodiscard]] QString outsiders() const;

    CommandWorld w;
    QString m_space, m_resource;
    QString m_frozen; ///< somebody whose tenant is frozen
};

} // namespace tenantry::test
