// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/support/testcluster.h"

#include <QProcess>
#include <QProcessEnvironment>

namespace tenantry::test {

struct Outcome
{
    int code = -1;
    QString output;
    QString errors;
};

/// In which tenantryctl finds the cluster as its owner.
[[nodiscard]] inline QProcessEnvironment environmentOf(const TestCluster &cluster)
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("PGHOST"), cluster.ownerProfile().host);
    environment.insert(QStringLiteral("PGUSER"), QStringLiteral("app_owner"));
    return environment;
}

/// The program itself; code -1 where it didn't end by itself.
[[nodiscard]] inline Outcome runTenantryctl(const QProcessEnvironment &environment,
                                            const QStringList &arguments, const QByteArray &input = {})
{
    QProcess process;
    process.setProcessEnvironment(environment);
    process.start(QStringLiteral(TENANTRYCTL), arguments);
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(60'000) || process.exitStatus() != QProcess::NormalExit)
        return {};
    return {process.exitCode(), QString::fromUtf8(process.readAllStandardOutput()),
            QString::fromUtf8(process.readAllStandardError())};
}

} // namespace tenantry::test
