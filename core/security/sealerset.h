// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/security/sealer.h"

#include <QHash>
#include <QList>

#include <unordered_map>

namespace tenantry
{

/// The key ring of one sealed store: opens blobs of all its openings, seals under a new one.
///
/// create() makes the new opening with each call; the store writes opening() to its table at the latest in
/// the transaction that writes the first blob sealed here, or that blob can never be opened again.
/// Not thread-safe.
class SealerSet final
{
public:
    /// `earlier`: the store's table of openings, in any order; empty for a new store.
    [[nodiscard]] static Result<SealerSet> create(SecretBytes dataKey, const QList<Opening> &earlier);

    [[nodiscard]] const Opening &opening() const { return m_opening; }

    /// Errors as Sealer's.
    [[nodiscard]] Result<QByteArray> seal(QByteArrayView plain, QByteArrayView associatedData);
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView associatedData);

private:
    SealerSet(SecretBytes dataKey, Opening opening, Sealer newest, QHash<quint32, QByteArray> salts);

    SecretBytes m_dataKey;
    Opening m_opening;
    Sealer m_newest;
    QHash<quint32, QByteArray> m_salts;             // of earlier openings
    std::unordered_map<quint32, Sealer> m_earlier; // made when the first blob of theirs comes
};

} // namespace tenantry
