// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/fileseals.h"

namespace tenantry {

using namespace Qt::StringLiterals;

Result<std::unique_ptr<FileSeals>> FileSeals::create(SqliteFile &file, SecretBytes dataKey,
                                                     QByteArrayView digestPurpose, const QString &damaged)
{
    QList<Opening> earlier;
    const auto read =
        file.forEach(u"select number, salt from openings"_s, {}, [&](const QSqlQuery &row) -> Result<void> {
            earlier.append({row.value(0).toUInt(), row.value(1).toByteArray()});
            return {};
        });
    if (!read)
        return tl::unexpected(read.error());
    auto digest = KeyedDigest::create(dataKey, digestPurpose);
    if (!digest)
        return tl::unexpected(digest.error());
    auto seals = SealerSet::create(std::move(dataKey), earlier);
    if (!seals)
        return failure(ErrorClass::Data, damaged); // a salt of another size
    return std::unique_ptr<FileSeals>(new FileSeals(std::move(*digest), std::move(*seals)));
}

QByteArray FileSeals::digestOf(QByteArrayView place, QByteArrayView sealed)
{
    m_digest.add(place);
    m_digest.add(sealed.last(std::min(sealed.size(), crypto::tagSize)));
    return m_digest.finish();
}

Result<void> FileSeals::keepOpening(SqliteFile &file)
{
    if (m_written)
        return {};
    const Opening &opening = m_seals.opening();
    return file.run(u"insert into openings values (?, ?)"_s, {opening.index, opening.salt}).map([&] {
        m_written = true;
    });
}

} // namespace tenantry
