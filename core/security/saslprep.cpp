// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/saslprep.h"

#include <QList>

#include <unicode/usprep.h>

#include <openssl/crypto.h>

#include <algorithm>
#include <memory>
#include <vector>

namespace tenantry
{

// ICU and not QString::normalized: NFKC alone keeps what SASLprep drops (soft hyphen, variation selectors),
// and changes what SASLprep refuses (a character newer than Unicode 3.2 makes PostgreSQL take the password
// as typed). Either way the account's owner could not sign in.
SecretBytes preparedPassword(const QString &password)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<UStringPrepProfile, decltype(&usprep_close)> profile(
        usprep_openByType(USPREP_RFC4013_SASLPREP, &status), usprep_close);
    if (U_FAILURE(status))
        qFatal("ICU lacks its SASLprep profile");
    // NFKC makes a character into 18 at most.
    std::vector<char16_t> buffer(size_t(password.size()) * 18 + 1);
    const auto *source = reinterpret_cast<const char16_t *>(password.utf16());
    const int32_t length = usprep_prepare(profile.get(), source, int32_t(password.size()), buffer.data(),
                                          int32_t(buffer.size()), USPREP_DEFAULT, nullptr, &status);
    const bool usable = U_SUCCESS(status) && length > 0;
    QByteArray utf8 = usable ? QStringView(buffer.data(), length).toUtf8() : password.toUtf8();
    SecretBytes result = SecretBytes::copyOf(utf8);
    OPENSSL_cleanse(utf8.data(), size_t(utf8.size()));
    OPENSSL_cleanse(buffer.data(), buffer.size() * sizeof(char16_t));
    return result;
}

bool hasCertainPreparation(const QString &password)
{
    const QString normalized = password.normalized(QString::NormalizationForm_KC);
    if (normalized == password)
        return true;
    const auto isDoubtful = [](char32_t c) {
        const QChar::Direction direction = QChar::direction(c);
        return direction == QChar::DirR || direction == QChar::DirAL || c == 0x340 || c == 0x341;
    };
    const QList<uint> before = password.toUcs4();
    const QList<uint> after = normalized.toUcs4();
    return std::none_of(before.begin(), before.end(), isDoubtful) && std::none_of(after.begin(), after.end(), isDoubtful);
}

} // namespace tenantry
