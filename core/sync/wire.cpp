// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/sync/wire.h"

#include <thread>

namespace tenantry::sync {

namespace {

class ServerWire final : public Wire
{
public:
    explicit ServerWire(std::unique_ptr<server::Connection> connection) : m_connection(std::move(connection))
    {
    }

    Result<server::Rows> exec(const QString &sql, const QVariantList &binds) override
    {
        return m_connection->exec(sql, binds);
    }
    Result<qint64> stream(const QString &sql, const QVariantList &binds,
                          const server::Connection::RowCallback &row) override
    {
        return m_connection->stream(sql, binds, row);
    }
    bool isOpen() const override { return m_connection->isOpen(); }
    Handle handle() const override
    {
        const server::Canceller canceller = m_connection->canceller();
        // A connection of its own is made for it, which may take as long as the network likes.
        return {[canceller] { std::thread(canceller.cancellation()).detach(); }, [canceller] { canceller.cut(); }};
    }

private:
    std::unique_ptr<server::Connection> m_connection;
};

} // namespace

Result<std::unique_ptr<Wire>> Wire::connect(const server::ConnectionOptions &options)
{
    return server::Connection::open(options).map(
        [](std::unique_ptr<server::Connection> connection) -> std::unique_ptr<Wire> {
            return std::make_unique<ServerWire>(std::move(connection));
        });
}

} // namespace tenantry::sync
