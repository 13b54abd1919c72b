// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArrayView>
#include <QString>

#include <utility>

namespace tenantry
{

/// A key or password in memory: pages of its own, kept out of swap and core dumps where the system allows,
/// overwritten when it goes. Moves, never copies by accident.
class SecretBytes final
{
public:
    SecretBytes() = default;
    explicit SecretBytes(qsizetype size); ///< zeroes
    SecretBytes(SecretBytes &&other) noexcept
        : m_data(std::exchange(other.m_data, nullptr)), m_size(std::exchange(other.m_size, 0))
    {
    }
    SecretBytes &operator=(SecretBytes &&other) noexcept;
    ~SecretBytes() { clear(); }

    [[nodiscard]] static SecretBytes random(qsizetype size);
    /// The source stays as it is: cleansing it is up to whoever holds it.
    [[nodiscard]] static SecretBytes copyOf(QByteArrayView bytes);
    /// UTF-8 of the text in NFC, so that a passphrase does not depend on the keyboard that typed it.
    [[nodiscard]] static SecretBytes fromText(const QString &text);
    [[nodiscard]] SecretBytes clone() const { return copyOf(view()); }

    [[nodiscard]] bool isEmpty() const { return m_size == 0; }
    [[nodiscard]] qsizetype size() const { return m_size; }
    [[nodiscard]] char *data() { return m_data; }
    [[nodiscard]] const char *data() const { return m_data; }
    [[nodiscard]] QByteArrayView view() const { return {m_data, m_size}; }
    void clear();

    /// In constant time.
    friend bool operator==(const SecretBytes &a, const SecretBytes &b);

private:
    Q_DISABLE_COPY(SecretBytes)

    char *m_data = nullptr;
    qsizetype m_size = 0;
};

} // namespace tenantry
