// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretstore.h"

#include <QMetaObject>

#include <map>

namespace tenantry::test
{

/// A keychain in memory, which can be made to fail.
class MemoryStore final : public SecretStore
{
public:
    void read(const QString &name, QObject *context, ReadDone done) override
    {
        later(context, [this, name, done] {
            if (isMissing)
                return done(error());
            const auto found = secrets.find(name);
            found == secrets.end() ? done(std::nullopt) : done(SecretBytes::copyOf(found->second));
        });
    }
    void write(const QString &name, SecretBytes secret, QObject *context, Done done) override
    {
        later(context, [this, name, secret = secret.view().toByteArray(), done] {
            if (!isMissing)
                secrets[name] = secret;
            done(isMissing ? Result<void>(error()) : Result<void>());
        });
    }
    void remove(const QString &name, QObject *context, Done done) override
    {
        later(context, [this, name, done] {
            if (!isMissing)
                secrets.erase(name);
            done(isMissing ? Result<void>(error()) : Result<void>());
        });
    }
    [[nodiscard]] bool holds(const QByteArray &secret) const
    {
        return std::ranges::any_of(secrets, [&](const auto &entry) { return entry.second == secret; });
    }

    std::map<QString, QByteArray> secrets;
    bool isMissing = false;

private:
    static tl::unexpected<Error> error() { return failure(ErrorClass::System, QStringLiteral("keychain.unavailable")); }
    template <class Act>
    static void later(QObject *context, Act act)
    {
        QMetaObject::invokeMethod(context, std::move(act), Qt::QueuedConnection);
    }
};

} // namespace tenantry::test
