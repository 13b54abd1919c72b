// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/secretbytes.h"

#include <openssl/crypto.h>
#include <openssl/rand.h>

#include <sys/mman.h>
#include <unistd.h>

#include <cstring>

namespace tenantry
{

namespace
{

qsizetype mappedSize(qsizetype size)
{
    static const qsizetype page = sysconf(_SC_PAGESIZE);
    return (size + page - 1) / page * page;
}

} // namespace

// Pages of its own, because mlock works by the page: unlocking one secret on the heap would unlock its neighbours.
SecretBytes::SecretBytes(qsizetype size) : m_size(size)
{
    if (size == 0)
        return;
    const auto length = size_t(mappedSize(size));
    void *memory = mmap(nullptr, length, PROT_READ | PROT_WRITE, MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
    if (memory == MAP_FAILED)
        qFatal("no memory for a secret");
    (void)mlock(memory, length); // best effort: the limit of locked memory may be small
    (void)madvise(memory, length, MADV_DONTDUMP);
    m_data = static_cast<char *>(memory);
}

SecretBytes &SecretBytes::operator=(SecretBytes &&other) noexcept
{
    if (this != &other) {
        clear();
        m_data = std::exchange(other.m_data, nullptr);
        m_size = std::exchange(other.m_size, 0);
    }
    return *this;
}

SecretBytes SecretBytes::random(qsizetype size)
{
    SecretBytes result(size);
    if (size > 0 && RAND_priv_bytes(reinterpret_cast<uchar *>(result.m_data), int(size)) != 1)
        qFatal("no random numbers");
    return result;
}

SecretBytes SecretBytes::copyOf(QByteArrayView bytes)
{
    SecretBytes result(bytes.size());
    if (!bytes.isEmpty())
        std::memcpy(result.m_data, bytes.data(), size_t(bytes.size()));
    return result;
}

SecretBytes SecretBytes::fromText(const QString &text)
{
    QString normalized = text.normalized(QString::NormalizationForm_C);
    QByteArray utf8 = normalized.toUtf8();
    SecretBytes result = copyOf(utf8);
    OPENSSL_cleanse(utf8.data(), size_t(utf8.size()));
    // Detaches first where nothing had to be normalised: the caller's text is the caller's.
    OPENSSL_cleanse(normalized.data(), size_t(normalized.size()) * sizeof(QChar));
    return result;
}

void SecretBytes::clear()
{
    if (m_data) {
        OPENSSL_cleanse(m_data, size_t(m_size));
        munmap(m_data, size_t(mappedSize(m_size)));
    }
    m_data = nullptr;
    m_size = 0;
}

bool operator==(const SecretBytes &a, const SecretBytes &b)
{
    return a.m_size == b.m_size && (a.m_size == 0 || CRYPTO_memcmp(a.m_data, b.m_data, size_t(a.m_size)) == 0);
}

} // namespace tenantry
