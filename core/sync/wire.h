// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/connection.h"

#include <functional>
#include <memory>

namespace tenantry::sync {

/// The way to the server as puller and pusher use it; tests put a faulty one in its place. Belongs to one
/// thread.
class Wire
{
public:
    virtual ~Wire() = default;

    [[nodiscard]] virtual Result<server::Rows> exec(const QString &sql, const QVariantList &binds = {}) = 0;
    [[nodiscard]] virtual Result<qint64> stream(const QString &sql, const QVariantList &binds,
                                                const server::Connection::RowCallback &row) = 0;
    [[nodiscard]] virtual bool isOpen() const = 0;
    /// From any thread, also after the wire is gone.
    struct Handle
    {
        std::function<void()> cancel; ///< asks the server, on a thread of its own, to end what it is doing for us
        std::function<void()> cut;    ///< ends our waiting for it, at once; the wire is lost then
    };
    [[nodiscard]] virtual Handle handle() const = 0;

    /// A Connection.
    [[nodiscard]] static Result<std::unique_ptr<Wire>> connect(const server::ConnectionOptions &options);
};

} // namespace tenantry::sync
