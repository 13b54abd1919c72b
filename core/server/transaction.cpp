// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/connection.h"

#include <QSqlError>

#include <utility>

using namespace Qt::StringLiterals;

namespace tenantry::server {

Result<Transaction> Transaction::begin(Connection &connection, const QString &mode)
{
    if (const auto begun = connection.exec(u"begin "_s + mode); !begun)
        return tl::make_unexpected(begun.error());
    return Transaction(connection);
}

Transaction::Transaction(Transaction &&other) noexcept
    : m_connection(std::exchange(other.m_connection, nullptr)), m_committed(other.m_committed)
{
}

Transaction::~Transaction()
{
    rollback();
}

Result<void> Transaction::commit()
{
    Connection *const connection = std::exchange(m_connection, nullptr);
    if (!connection)
        return failure(ErrorClass::System, u"server.no_transaction"_s);
    // Qt's own: a COMMIT after a failed statement is answered with ROLLBACK, which it takes for the failure
    // that it is.
    if (!connection->m_database.commit()) {
        const Error error = connection->errorOf(connection->m_database.lastError());
        if (connection->isOpen())
            (void)connection->exec(u"rollback"_s);
        return tl::make_unexpected(error);
    }
    m_committed = true;
    return {};
}

void Transaction::rollback()
{
    if (Connection *const connection = std::exchange(m_connection, nullptr);
        connection && connection->isOpen())
        (void)connection->exec(u"rollback"_s);
}

} // namespace tenantry::server
