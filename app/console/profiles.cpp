// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/profiles.h"

#include "core/domain/normalise.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>
#include <QUuid>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenantry::console::Profiles)
};

const auto profilesKey = u"profiles"_s;
const auto currentKey = u"profile"_s;
// Of an entry:
const auto profileKey = u"profile"_s;
const auto accountsKey = u"accounts"_s;
const auto namesKey = u"names"_s;
const auto rememberedKey = u"remembered"_s;

// A stolen disk shows no address (SEC-4); whether a guessed one is here it would tell.
QString traceOf(const QString &id, const QString &email)
{
    return QString::fromLatin1(QCryptographicHash::hash((id + u'\n' + normalise(email.trimmed())).toUtf8(), QCryptographicHash::Sha256).toHex().left(32));
}

} // namespace

const QString Profiles::demoId = u"demo"_s;

Profiles::Profiles() : m_settings(QSettings::IniFormat, QSettings::UserScope, u"tenantry"_s, u"profiles"_s)
{
    if (!server::environmentNamesServer())
        return;
    if (auto found = server::serverFromEnvironment()) {
        server::ServerProfile &profile = found->profile;
        if (profile.name.isEmpty())
            profile.name = profile.host.isEmpty() ? Words::tr("Server of the environment") : profile.host;
        // The variables may name another server next time: what is kept of this one must not go there.
        m_environmentId = u"environment/%1/%2/%3"_s.arg(profile.host, profile.port, profile.database);
        profile.accounts = qEnvironmentVariable("TENANTRY_ACCOUNTS_URL");
        m_environment = *found;
    }
}

QVariantMap Profiles::entry(const QString &id) const
{
    return m_settings.value(profilesKey).toMap().value(id).toMap();
}

void Profiles::setEntry(const QString &id, const QVariantMap &entry)
{
    QVariantMap all = m_settings.value(profilesKey).toMap();
    if (entry.isEmpty())
        all.remove(id);
    else
        all.insert(id, entry);
    m_settings.setValue(profilesKey, all);
}

QList<ui::ServerProfileView> Profiles::views() const
{
    QList<ui::ServerProfileView> views;
    const auto view = [this](const QString &id, const QString &name, const QString &role, bool hasAccounts) {
        const QStringList known = accounts(id);
        const QString account = known.isEmpty() ? role : known.constFirst();
        return ui::ServerProfileView{id, name, false, account, entry(id).value(rememberedKey).toBool(), isKept(id), false, hasAccounts};
    };
    const QStringList ids = m_settings.value(profilesKey).toMap().keys();
    for (const QString &id : ids) {
        if (const auto profile = isKept(id) ? find(id) : std::nullopt)
            views.append(view(id, profile->name, profile->role, !profile->accounts.isEmpty()));
    }
    std::ranges::sort(views, [](const auto &a, const auto &b) { return a.name.localeAwareCompare(b.name) < 0; });
    if (m_environment) {
        views.prepend(view(m_environmentId, m_environment->profile.name, m_environment->profile.role, !m_environment->profile.accounts.isEmpty()));
        views.first().passwordless = true; // it may lie in a passfile, or the server knows the system's account
    }
    views.prepend({demoId, Words::tr("Demo on this machine"), true, {}, false, false, false, false});
    return views;
}

QString Profiles::current() const
{
    return m_settings.value(currentKey, demoId).toString();
}

void Profiles::setCurrent(const QString &id)
{
    m_settings.setValue(currentKey, id);
}

std::optional<server::ServerProfile> Profiles::find(const QString &id) const
{
    if (m_environment && id == m_environmentId)
        return m_environment->profile;
    const QByteArray kept = entry(id).value(profileKey).toByteArray();
    const auto profile = server::ServerProfile::fromJson(QJsonDocument::fromJson(kept).object());
    return profile ? std::optional(*profile) : std::nullopt;
}

QString Profiles::environmentPassword(const QString &id) const
{
    return m_environment && id == m_environmentId ? m_environment->password : QString();
}

bool Profiles::isKept(const QString &id) const
{
    return entry(id).contains(profileKey);
}

QString Profiles::keep(const server::ServerProfile &profile, const QString &id)
{
    const QString kept = id.isEmpty() ? QUuid::createUuid().toString(QUuid::WithoutBraces) : id;
    QVariantMap changed = entry(kept);
    changed.insert(profileKey, QJsonDocument(profile.toJson()).toJson(QJsonDocument::Compact));
    setEntry(kept, changed);
    return kept;
}

void Profiles::remove(const QString &id)
{
    setEntry(id, {});
    if (current() == id)
        setCurrent(demoId);
}

void Profiles::noteAccount(const QString &id, const QString &role, bool passwordRemembered)
{
    QVariantMap changed = entry(id);
    QStringList known = accounts(id);
    known.removeAll(role);
    known.prepend(role);
    changed.insert(accountsKey, known);
    changed.insert(rememberedKey, passwordRemembered);
    setEntry(id, changed);
}

QStringList Profiles::accounts(const QString &id) const
{
    return entry(id).value(accountsKey).toStringList();
}

void Profiles::keepName(const QString &id, const QString &email, const QString &name)
{
    QVariantMap changed = entry(id);
    QVariantMap names = changed.value(namesKey).toMap();
    names.insert(traceOf(id, email), name);
    changed.insert(namesKey, names);
    setEntry(id, changed);
}

QString Profiles::nameOf(const QString &id, const QString &email) const
{
    return entry(id).value(namesKey).toMap().value(traceOf(id, email)).toString();
}

void Profiles::forgetAccount(const QString &id, const QString &role)
{
    QVariantMap changed = entry(id);
    QStringList known = accounts(id);
    if (known.removeAll(role) == 0)
        return;
    changed.insert(accountsKey, known);
    changed.insert(rememberedKey, false);
    QVariantMap names = changed.value(namesKey).toMap();
    names.removeIf([&role](QVariantMap::iterator name) { return name.value().toString() == role; });
    changed.insert(namesKey, names);
    setEntry(id, changed);
}

QString Profiles::folderFor(const QString &profileId, const QString &role)
{
    // Neither a server's nor a person's name becomes part of a path.
    const QByteArray name = QCryptographicHash::hash((profileId + u'\n' + role).toUtf8(), QCryptographicHash::Sha256).toHex().left(32);
    const QString folder = QStandardPaths::writableLocation(QStandardPaths::AppDataLocation) + u"/profiles/"_s + QString::fromLatin1(name);
    QDir().mkpath(folder);
    QFile::setPermissions(folder, QFile::ReadOwner | QFile::WriteOwner | QFile::ExeOwner);
    return folder;
}

bool Profiles::isSameServer(const server::ServerProfile &a, const server::ServerProfile &b)
{
    return a.host.compare(b.host, Qt::CaseInsensitive) == 0 && a.port == b.port && a.database == b.database;
}

} // namespace tenantry::console
