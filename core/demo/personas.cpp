// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/personas.h"

#include "core/security/scram.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QRandomGenerator>
#include <QSaveFile>

#include <array>

namespace tenantry::demo
{

using namespace Qt::StringLiterals;

namespace
{

QString randomPassword()
{
    std::array<quint32, 6> words{};
    QRandomGenerator::system()->fillRange(words.data(), qsizetype(words.size()));
    return QString::fromLatin1(QByteArray(reinterpret_cast<const char *>(words.data()), sizeof words)
                                   .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals));
}

} // namespace

Result<std::vector<PersonaAccount>> makeAccounts(server::Connection &owner)
{
    const auto personas = owner.exec(u"select p ->> 'key', u.id::text, u.name, t.name from app.settings as s "
                                     "cross join jsonb_array_elements(s.value -> 'personas') with ordinality as e (p, place) "
                                     "join app.users as u on u.id = (p ->> 'user_id')::uuid join app.tenants as t on t.id = u.tenant_id "
                                     "where s.tenant_id is null and s.key = 'demo' order by e.place"_s);
    if (!personas)
        return tl::make_unexpected(personas.error());
    std::vector<PersonaAccount> accounts;
    for (const QVariantList &row : personas->rows) {
        PersonaAccount account{row[0].toString(), UserId(QUuid::fromString(row[1].toString())), row[2].toString(), row[3].toString(), {}, randomPassword()};
        const auto verifier = scram::makeVerifier(account.password);
        if (!verifier)
            return tl::make_unexpected(verifier.error());
        const auto role = owner.exec(u"select worker.give_account(?::uuid, ?::text)::text"_s, {account.userId.toString(), QString::fromLatin1(*verifier)});
        if (!role)
            return tl::make_unexpected(role.error());
        account.roleName = role->value().toString();
        accounts.push_back(std::move(account));
    }
    return accounts;
}

Result<void> writePersonas(const QString &file, const std::vector<PersonaAccount> &accounts)
{
    QJsonArray list;
    for (const PersonaAccount &a : accounts)
        list.append(QJsonObject{{u"key"_s, a.key}, {u"user_id"_s, a.userId.toString()}, {u"name"_s, a.name}, {u"tenant"_s, a.tenantName},
                                {u"role"_s, a.roleName}, {u"password"_s, a.password}});
    QSaveFile out(file);
    const bool written = out.open(QIODevice::WriteOnly) && out.setPermissions(QFile::ReadOwner | QFile::WriteOwner)
        && out.write(QJsonDocument(list).toJson()) > 0 && out.commit();
    if (!written)
        return failure(ErrorClass::Data, u"personas.unwritable"_s, {{u"file"_s, file}});
    return {};
}

Result<std::vector<PersonaAccount>> readPersonas(const QString &file)
{
    QFile in(file);
    const QJsonDocument document = in.open(QIODevice::ReadOnly) ? QJsonDocument::fromJson(in.readAll()) : QJsonDocument();
    if (!document.isArray())
        return failure(ErrorClass::Data, u"personas.unreadable"_s, {{u"file"_s, file}});
    std::vector<PersonaAccount> accounts;
    for (const QJsonValue &value : document.array()) {
        const QJsonObject a = value.toObject();
        accounts.push_back({a[u"key"_s].toString(), UserId(QUuid::fromString(a[u"user_id"_s].toString())), a[u"name"_s].toString(),
                            a[u"tenant"_s].toString(), a[u"role"_s].toString(), a[u"password"_s].toString()});
    }
    return accounts;
}

} // namespace tenantry::demo
