// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/secretbytes.h"

#include <QString>

#include <functional>
#include <optional>

class QObject;

namespace tenantry
{

/// Where secrets live by name. Everything is asynchronous: `done` runs in the store's thread (which is the
/// caller's and the context's), never before the call returned, and not at all once the context is gone.
class SecretStore
{
public:
    using ReadDone = std::function<void(Result<std::optional<SecretBytes>>)>; ///< nothing: no such secret
    using Done = std::function<void(Result<void>)>;

    virtual ~SecretStore() = default;
    virtual void read(const QString &name, QObject *context, ReadDone done) = 0;
    virtual void write(const QString &name, SecretBytes secret, QObject *context, Done done) = 0;
    /// Removing what isn't there succeeds.
    virtual void remove(const QString &name, QObject *context, Done done) = 0;
};

} // namespace tenantry
