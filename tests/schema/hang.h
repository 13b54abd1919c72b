// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/schema/schemaworld.h"

#include <csignal>

namespace tenantry::test {

/// The server's processes that serve a role, stopped as by a machine that hangs.
class Hang final
{
public:
    Hang(const SchemaWorld &world, const QString &role)
    {
        const QString pids = world.must(QStringLiteral("select string_agg(pid::text, ',') from pg_stat_activity where usename = ?"), {role});
        for (const QString &pid : pids.split(QLatin1Char(','), Qt::SkipEmptyParts))
            m_pids.append(pid.toInt());
        send(SIGSTOP);
    }
    ~Hang() { send(SIGCONT); } // else the cluster waits for them for ever
    Q_DISABLE_COPY_MOVE(Hang)
    [[nodiscard]] bool isOn() const { return !m_pids.isEmpty(); }

private:
    void send(int signal)
    {
        for (const int pid : m_pids)
            ::kill(pid, signal);
    }
    QList<int> m_pids;
};

} // namespace tenantry::test
