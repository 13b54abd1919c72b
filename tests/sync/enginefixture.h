// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "tests/schema/schemaworld.h"
#include "tests/sync/console.h"

#include <QObject>

namespace tenantry::test {

/// Consoles and applications of a world on a real server.
class EngineFixture : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void initTestCase();

protected:
    [[nodiscard]] std::unique_ptr<Console> console(const Person &person);
    /// A new applicant's application for a tenant.
    [[nodiscard]] ApplicationId apply();
    [[nodiscard]] static tenantry::Command decide(const ApplicationId &id, Decision decision,
                                                  const QString &comment = QStringLiteral("ok"));
    [[nodiscard]] QString statusOf(const ApplicationId &id);
    /// How often anything came of an application.
    [[nodiscard]] QString effectsOf(const ApplicationId &id);
    void startServer();
    void cutConnections();

    SchemaWorld m_world;
    int m_applications = 0;
};

} // namespace tenantry::test
