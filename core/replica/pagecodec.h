// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QUuid>

#include <functional>
#include <optional>

namespace tenantry {

/// A row as it lies in a page or beside: which set of scopes holds it, and its text.
struct StoredRow
{
    QUuid id;
    quint32 scopes = 0;
    QByteArrayView text;
};

/// Rows one behind the other: ID (16 bytes), set and length (LEB128), text.
void appendToPage(QByteArray &page, const StoredRow &row);
/// False for bytes that are no page; the views are into it. A visitor that answers false ends the walk
/// (true).
[[nodiscard]] bool walkPage(QByteArrayView page, const std::function<bool(const StoredRow &)> &visit);

/// A row of its own: set (LEB128), text. The ID stands elsewhere.
[[nodiscard]] QByteArray encodeBeside(quint32 scopes, QByteArrayView text);
[[nodiscard]] std::optional<StoredRow> decodeBeside(const QUuid &id, QByteArrayView bytes);

} // namespace tenantry
