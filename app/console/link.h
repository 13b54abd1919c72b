// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <optional>

namespace tenantry::console
{

/// What a `tenantry:` link asks for: a page (tenantry://page/approvals/ID), or an act on an account with its token
/// (tenantry://activate?token=…). The token is a secret: it goes to no log.
struct Link {
    QString act;    ///< "page", "activate" …
    QString page;   ///< of "page"
    QString object; ///< may be empty
    QString token;

    friend bool operator==(const Link &, const Link &) = default;
};

/// Nothing for what is no such link.
[[nodiscard]] std::optional<Link> parseLink(const QString &text);

} // namespace tenantry::console
