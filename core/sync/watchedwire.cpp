// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/watchedwire.h"

#include <QScopeGuard>

namespace tenantry::sync {

namespace {

class WatchedWire final : public Wire
{
    [[nodiscard]] auto wait() // first, because its type is deduced
    {
        m_pulse->beat();
        return qScopeGuard([pulse = m_pulse] { pulse->rest(); });
    }

public:
    WatchedWire(std::unique_ptr<Wire> wire, std::shared_ptr<Pulse> pulse)
        : m_wire(std::move(wire)), m_pulse(std::move(pulse))
    {
    }

    Result<server::Rows> exec(const QString &sql, const QVariantList &binds) override
    {
        const auto waiting = wait();
        return m_wire->exec(sql, binds);
    }
    Result<qint64> stream(const QString &sql, const QVariantList &binds,
                          const server::Connection::RowCallback &row) override
    {
        const auto waiting = wait();
        return m_wire->stream(sql, binds, [&](const QSqlQuery &query) {
            m_pulse->rest(); // what we do with the row is no silence of the server's
            const bool goesOn = row(query);
            m_pulse->beat();
            return goesOn;
        });
    }
    bool isOpen() const override { return m_wire->isOpen(); }
    Handle handle() const override { return m_wire->handle(); }

private:
    std::unique_ptr<Wire> m_wire;
    std::shared_ptr<Pulse> m_pulse;
};

} // namespace

std::unique_ptr<Wire> watched(std::unique_ptr<Wire> wire, std::shared_ptr<Pulse> pulse)
{
    return std::make_unique<WatchedWire>(std::move(wire), std::move(pulse));
}

} // namespace tenantry::sync
