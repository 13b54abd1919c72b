// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/passwordcheck.h"

#include "core/security/crypto.h"
#include "core/security/durablefile.h"
#include "core/security/keywrap.h"
#include "core/security/passphrasefile.h"
#include "core/security/saslprep.h"

#include <QDir>
#include <QFile>

namespace tenantry::passwordcheck
{

using namespace Qt::StringLiterals;

namespace
{

constexpr qsizetype saltSize = 16;
constexpr qint64 maximumSize = 1024;
constexpr QByteArrayView context = "tenantry password 1";

QString pathIn(const QString &folder)
{
    return QDir(folder).filePath(u"password"_s);
}

// As PostgreSQL takes it: the same letters typed in another composition are the same password.
Result<PassphraseKey> derive(const QString &password, const QByteArray &salt = {})
{
    return derivePassphraseKey(preparedPassword(password), salt);
}

auto notKept()
{
    return failure(ErrorClass::Data, u"password.not_kept"_s);
}

} // namespace

Result<void> keep(const QString &folder, const SecretBytes &key, const QString &password)
{
    const auto derived = derive(password);
    if (!derived)
        return tl::make_unexpected(derived.error());
    const auto sealed =
        wrapKey(key, SecretBytes::copyOf(derived->salt + crypto::sha256(derived->key.view())), context);
    if (!sealed)
        return tl::make_unexpected(sealed.error());
    if (!writeDurably(pathIn(folder), *sealed))
        return failure(ErrorClass::System, u"keys.not_written"_s);
    return {};
}

Result<void> check(const QString &folder, const SecretBytes &key, const QString &password)
{
    QFile file(pathIn(folder));
    if (!file.open(QIODevice::ReadOnly) || file.size() > maximumSize)
        return notKept();
    const auto kept = unwrapKey(key, file.readAll(), context);
    if (!kept || kept->view().size() <= saltSize)
        return notKept();
    const auto derived = derive(password, kept->view().first(saltSize).toByteArray());
    if (!derived)
        return tl::make_unexpected(derived.error());
    if (crypto::sha256(derived->key.view()) != kept->view().sliced(saltSize))
        return failure(ErrorClass::Business, u"password.wrong"_s, {}, u"password"_s);
    return {};
}

bool remove(const QString &folder)
{
    QFile file(pathIn(folder));
    return !file.exists() || file.remove();
}

} // namespace tenantry::passwordcheck
