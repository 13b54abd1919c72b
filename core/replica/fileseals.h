// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/sqlitefile.h"
#include "core/security/keyeddigest.h"
#include "core/security/sealerset.h"

namespace tenantry {

/// Seals what lies in a file that has a table openings(number, salt), and makes digests of it. Each time that
/// the file is opened a key of its own comes from the data key and a salt; the salt is kept with the first
/// transaction that seals something.
class FileSeals final
{
public:
    /// `damaged`: the code of the error for salts that make no sense.
    [[nodiscard]] static Result<std::unique_ptr<FileSeals>>
    create(SqliteFile &file, SecretBytes dataKey, QByteArrayView digestPurpose, const QString &damaged);

    [[nodiscard]] Result<QByteArray> seal(QByteArrayView plain, QByteArrayView place)
    {
        return m_seals.seal(plain, place);
    }
    [[nodiscard]] Result<QByteArray> open(QByteArrayView sealed, QByteArrayView place)
    {
        return m_seals.open(sealed, place);
    }
    /// The tag at the end of a sealed blob stands for all of it: nobody without the key can make another blob
    /// with it.
    [[nodiscard]] QByteArray digestOf(QByteArrayView place, QByteArrayView sealed);

    /// Within each transaction that seals: what is sealed under this opening can be opened again only if its
    /// salt was kept.
    [[nodiscard]] Result<void> keepOpening(SqliteFile &file);
    void committed() { m_kept = true; }
    void rolledBack() { m_written = m_kept; }

private:
    FileSeals(KeyedDigest digest, SealerSet seals) : m_digest(std::move(digest)), m_seals(std::move(seals)) {}

    KeyedDigest m_digest;
    SealerSet m_seals;
    bool m_kept = false;
    bool m_written = false; // in the transaction that runs, or kept
};

} // namespace tenantry
