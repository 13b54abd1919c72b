// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/sealer.h"

#include <array>
#include <optional>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype maximumHeader = 5 + 7;      // LEB128 of 32 and of 48 bits
constexpr qsizetype maximumPlain = 1 << 30;     // OpenSSL counts in int
constexpr QByteArrayView subkeyPurpose = "tenantry seal 1";

struct Header {
    quint32 opening = 0;
    quint64 counter = 0;
    qsizetype size = 0;
};

char *writeNumber(char *to, quint64 value)
{
    while (value >= 0x80) {
        *to++ = char(value | 0x80);
        value >>= 7;
    }
    *to++ = char(value);
    return to;
}

// Accepts the shortest form only: otherwise a header could be changed without changing what it says.
std::optional<quint64> readNumber(QByteArrayView bytes, qsizetype &position, quint64 limit)
{
    quint64 value = 0;
    for (int shift = 0; shift < 63 && position < bytes.size(); shift += 7) {
        const auto byte = uchar(bytes[position++]);
        value |= quint64(byte & 0x7f) << shift;
        if (byte & 0x80)
            continue;
        if ((byte == 0 && shift > 0) || value >= limit)
            return {};
        return value;
    }
    return {};
}

std::optional<Header> readHeader(QByteArrayView sealed)
{
    Header header;
    const auto opening = readNumber(sealed, header.size, quint64(1) << 32);
    if (!opening)
        return {};
    const auto counter = readNumber(sealed, header.size, Sealer::maximumSeals);
    if (!counter || sealed.size() - header.size < crypto::tagSize)
        return {};
    header.opening = quint32(*opening);
    header.counter = *counter;
    return header;
}

using Nonce = std::array<char, crypto::nonceSize>;

Nonce nonceOf(quint64 counter)
{
    Nonce nonce{};
    for (size_t i = 0; i < 8; ++i)
        nonce[nonce.size() - 1 - i] = char(counter >> (8 * i));
    return nonce;
}

auto damaged()
{
    return failure(ErrorClass::Data, u"seal.damaged"_s);
}

} // namespace

Sealer::Sealer(quint32 index, crypto::CipherContext encrypt, crypto::CipherContext decrypt)
    : m_index(index), m_encrypt(std::move(encrypt)), m_decrypt(std::move(decrypt))
{
}

Result<Sealer> Sealer::create(const SecretBytes &dataKey, const Opening &opening)
{
    if (dataKey.size() != keySize || opening.salt.size() != Opening::saltSize)
        return failure(ErrorClass::System, u"seal.bad_key"_s);
    const SecretBytes subkey = crypto::hkdfSha256(dataKey, opening.salt, subkeyPurpose);
    return Sealer(opening.index, crypto::gcmContext(subkey.view(), crypto::Direction::Encrypt),
                  crypto::gcmContext(subkey.view(), crypto::Direction::Decrypt));
}

Result<QByteArray> Sealer::seal(QByteArrayView plain, QByteArrayView associatedData)
{
    if (m_counter >= maximumSeals)
        return failure(ErrorClass::System, u"seal.exhausted"_s);
    if (plain.size() > maximumPlain || associatedData.size() > maximumPlain)
        return failure(ErrorClass::System, u"seal.too_large"_s);
    std::array<char, maximumHeader> header{};
    char *end = writeNumber(writeNumber(header.data(), m_index), m_counter);
    const qsizetype headerSize = end - header.data();
    QByteArray sealed(headerSize + plain.size() + crypto::tagSize, Qt::Uninitialized);
    std::copy(header.data(), end, sealed.data());
    const Nonce nonce = nonceOf(m_counter++);
    crypto::gcmEncrypt(m_encrypt.get(), nonce, associatedData, plain, sealed.data() + headerSize);
    return sealed;
}

Result<QByteArray> Sealer::open(QByteArrayView sealed, QByteArrayView associatedData)
{
    const auto header = readHeader(sealed);
    if (!header || header->opening != m_index || sealed.size() > maximumPlain + maximumHeader + crypto::tagSize || associatedData.size() > maximumPlain)
        return damaged();
    const QByteArrayView body = sealed.sliced(header->size);
    QByteArray plain(body.size() - crypto::tagSize, Qt::Uninitialized);
    if (!crypto::gcmDecrypt(m_decrypt.get(), nonceOf(header->counter), associatedData, body, plain.data()))
        return damaged();
    return plain;
}

Result<quint32> Sealer::openingOf(QByteArrayView sealed)
{
    const auto header = readHeader(sealed);
    if (!header)
        return damaged();
    return header->opening;
}

} // namespace tenantry
