// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/secretstore.h"

#include <chrono>

namespace tenantry
{

/// The system's keychain. Its only error is "keychain.unavailable" (System): whatever goes wrong there, or
/// takes longer than the time-out, means that there is none. A locked keyring that nobody unlocks reads as
/// empty, so "nothing there" is never a reason to throw anything away.
/// Lives on the main thread, whose event loop the library needs.
class KeychainStore final : public SecretStore
{
public:
    /// The time-out leaves room for a person who is asked to unlock the keyring.
    explicit KeychainStore(QString service, std::chrono::milliseconds timeout = std::chrono::seconds(60));

    void read(const QString &name, QObject *context, ReadDone done) override;
    void write(const QString &name, SecretBytes secret, QObject *context, Done done) override;
    void remove(const QString &name, QObject *context, Done done) override;

private:
    QString m_service;
    std::chrono::milliseconds m_timeout;
};

} // namespace tenantry
