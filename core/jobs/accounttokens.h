// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/security/secretbytes.h"

#include <QUuid>

#include <memory>

namespace tenantry::jobs {

/// The tokens of account mails (ACC-4): the ID of a request and 160 bits made of it with a key that lies in a
/// file of the worker's own. The same one for a mail that is sent again; nobody derives it from the database.
class AccountTokens final
{
public:
    explicit AccountTokens(SecretBytes key);

    /// The key of that file, which only its owner may read; made where there is no file yet. Workers that
    /// stand in for each other share it. Error: "accounts.settings" (Data), parameter `reason`.
    [[nodiscard]] static Result<std::shared_ptr<const AccountTokens>> read(const QString &file);

    [[nodiscard]] QString token(const QUuid &request) const;
    /// Nothing for what isn't one of ours.
    [[nodiscard]] std::optional<QUuid> request(const QString &token) const;

private:
    [[nodiscard]] QByteArray proof(const QByteArray &request) const;
    const SecretBytes m_key;
};

} // namespace tenantry::jobs
