// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

#include <array>

namespace tenantry {

/// The digest of a set that changes: the sum (modulo 2^256) of its members' keyed digests. Adding and taking
/// away cost the same however large the set is, and who lacks the key can't find another set with the same
/// sum.
class SetDigest final
{
public:
    /// `digest`: 32 bytes of a KeyedDigest.
    void add(QByteArrayView digest);
    void subtract(QByteArrayView digest);

    [[nodiscard]] QByteArray toBytes() const; ///< 32 bytes

    friend bool operator==(const SetDigest &, const SetDigest &) = default;

private:
    std::array<quint64, 4> m_sum{}; // least significant first
};

} // namespace tenantry
