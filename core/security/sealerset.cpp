// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/sealerset.h"

#include <algorithm>

namespace tenantry
{

using namespace Qt::StringLiterals;

SealerSet::SealerSet(SecretBytes dataKey, Opening opening, Sealer newest, QHash<quint32, QByteArray> salts)
    : m_dataKey(std::move(dataKey)), m_opening(std::move(opening)), m_newest(std::move(newest)), m_salts(std::move(salts))
{
}

Result<SealerSet> SealerSet::create(SecretBytes dataKey, const QList<Opening> &earlier)
{
    Opening opening{0, crypto::randomBytes(Opening::saltSize)};
    QHash<quint32, QByteArray> salts;
    for (const Opening &each : earlier) {
        salts.insert(each.index, each.salt);
        opening.index = std::max(opening.index, each.index + 1);
    }
    auto newest = Sealer::create(dataKey, opening);
    if (!newest)
        return tl::make_unexpected(newest.error());
    return SealerSet(std::move(dataKey), std::move(opening), std::move(*newest), std::move(salts));
}

Result<QByteArray> SealerSet::seal(QByteArrayView plain, QByteArrayView associatedData)
{
    return m_newest.seal(plain, associatedData);
}

Result<QByteArray> SealerSet::open(QByteArrayView sealed, QByteArrayView associatedData)
{
    const auto index = Sealer::openingOf(sealed);
    if (!index)
        return tl::make_unexpected(index.error());
    if (*index == m_opening.index)
        return m_newest.open(sealed, associatedData);
    auto found = m_earlier.find(*index);
    if (found == m_earlier.end()) {
        // An unknown index or a salt of a wrong size: the table of openings is damaged, or the blob is.
        auto sealer = Sealer::create(m_dataKey, Opening{*index, m_salts.value(*index)});
        if (!sealer)
            return failure(ErrorClass::Data, u"seal.damaged"_s);
        found = m_earlier.emplace(*index, std::move(*sealer)).first;
    }
    return found->second.open(sealed, associatedData);
}

} // namespace tenantry
