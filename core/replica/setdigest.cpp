// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/setdigest.h"

#include <QtEndian>

namespace tenantry {

namespace {

quint64 word(QByteArrayView digest, size_t i)
{
    Q_ASSERT(digest.size() == 32);
    return qFromLittleEndian<quint64>(digest.data() + 8 * i);
}

} // namespace

void SetDigest::add(QByteArrayView digest)
{
    quint64 carry = 0;
    for (size_t i = 0; i < m_sum.size(); ++i) {
        const quint64 other = word(digest, i);
        const quint64 sum = m_sum[i] + other;
        const quint64 next = sum < other;
        m_sum[i] = sum + carry;
        carry = next | (m_sum[i] < carry);
    }
}

void SetDigest::subtract(QByteArrayView digest)
{
    quint64 borrow = 0;
    for (size_t i = 0; i < m_sum.size(); ++i) {
        const quint64 other = word(digest, i);
        const quint64 difference = m_sum[i] - other;
        const quint64 next = m_sum[i] < other;
        m_sum[i] = difference - borrow;
        borrow = next | (difference < borrow);
    }
}

QByteArray SetDigest::toBytes() const
{
    QByteArray bytes(32, Qt::Uninitialized);
    for (size_t i = 0; i < m_sum.size(); ++i)
        qToLittleEndian(m_sum[i], bytes.data() + 8 * i);
    return bytes;
}

} // namespace tenantry
