// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/failure.h"
#include "core/sync/wire.h"

#include <atomic>

namespace tenantry::test {

/// Lets a number of accesses pass and fails the one after: shared by the wire and the stores of one client.
struct Faults
{
    std::atomic<int> countdown = -1; ///< below 0: none fails
    std::atomic<int> refusals = 0; ///< so many times the pages of a scope are refused, as where a right has just ended
    std::function<void()> onFailure; ///< called instead of just failing: kills a server, say

    [[nodiscard]] bool pass()
    {
        if (countdown < 0)
            return true;
        if (countdown-- > 0)
            return true;
        countdown = -1;
        if (onFailure)
            onFailure();
        return false;
    }
};

/// A real way to the server that breaks off where Faults say so: before a statement, after it (the answer is
/// lost), or while rows come.
class FaultyWire final : public sync::Wire
{
public:
    FaultyWire(std::unique_ptr<sync::Wire> real, std::shared_ptr<Faults> faults)
        : m_real(std::move(real)), m_faults(std::move(faults))
    {
    }

    Result<server::Rows> exec(const QString &sql, const QVariantList &binds) override
    {
        if (!pass())
            return lost();
        auto rows = m_real->exec(sql, binds);
        return pass() ? std::move(rows) : lost();
    }
    Result<qint64> stream(const QString &sql, const QVariantList &binds,
                          const server::Connection::RowCallback &row) override
    {
        if (!pass())
            return lost();
        if (sql.contains(QStringLiteral("pull_scope")) && m_faults->refusals > 0) {
            --m_faults->refusals;
            return m_real->stream(QStringLiteral("select api.pull_scope(1::smallint, 1::smallint, gen_random_uuid())"), {}, row);
        }
        const auto streamed =
            m_real->stream(sql, binds, [&](const QSqlQuery &query) { return pass() && row(query); });
        return m_open ? streamed : lost();
    }
    bool isOpen() const override { return m_open && m_real->isOpen(); }
    Handle handle() const override { return m_real->handle(); }

private:
    [[nodiscard]] bool pass()
    {
        m_open = m_open && m_faults->pass();
        return m_open;
    }
    [[nodiscard]] static tl::unexpected<Error> lost()
    {
        return tl::unexpected(server::serverError(server::FailureKind::ConnectionLost));
    }

    std::unique_ptr<sync::Wire> m_real;
    std::shared_ptr<Faults> m_faults;
    bool m_open = true;
};

/// For EngineOptions::connect and Exchange.
inline auto faultyConnect(std::shared_ptr<Faults> faults)
{
    return [faults](const server::ConnectionOptions &options) -> Result<std::unique_ptr<sync::Wire>> {
        if (!faults->pass())
            return tl::unexpected(server::serverError(server::FailureKind::Unreachable));
        return sync::Wire::connect(options).map(
            [&](std::unique_ptr<sync::Wire> real) -> std::unique_ptr<sync::Wire> {
                return std::make_unique<FaultyWire>(std::move(real), faults);
            });
    };
}

} // namespace tenantry::test
