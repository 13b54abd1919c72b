// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/profiles.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QJsonDocument>
#include <QStandardPaths>

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
const auto environmentId = u"environment"_s;

} // namespace

const QString Profiles::demoId = u"demo"_s;

Profiles::Profiles() : m_settings(QSettings::IniFormat, QSettings::UserScope, u"tenantry"_s, u"profiles"_s)
{
    if (!server::environmentNamesServer())
        return;
    if (auto found = server::serverFromEnvironment()) {
        m_environment = found->profile;
        if (m_environment->name.isEmpty())
            m_environment->name = m_environment->host;
    }
}

QList<ui::ServerProfileView> Profiles::views() const
{
    QList<ui::ServerProfileView> views{{demoId, Words::tr("Demo on this machine"), true, {}}};
    if (m_environment)
        views.append({environmentId, m_environment->name, false, m_environment->role});
    const QVariantMap kept = m_settings.value(profilesKey).toMap();
    for (auto it = kept.cbegin(); it != kept.cend(); ++it)
        views.append({it.key(), it.key(), false, it->toMap().value(u"email"_s).toString()});
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
    if (id == environmentId)
        return m_environment;
    const QVariant kept = m_settings.value(profilesKey).toMap().value(id);
    if (!kept.isValid())
        return std::nullopt;
    const auto profile = server::ServerProfile::fromJson(QJsonDocument::fromJson(kept.toMap().value(u"profile"_s).toByteArray()).object());
    return profile ? std::optional(*profile) : std::nullopt;
}

void Profiles::keep(const server::ServerProfile &profile, const QString &email)
{
    QVariantMap kept = m_settings.value(profilesKey).toMap();
    kept.insert(profile.name, QVariantMap{{u"profile"_s, QJsonDocument(profile.toJson()).toJson(QJsonDocument::Compact)}, {u"email"_s, email}});
    m_settings.setValue(profilesKey, kept);
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

} // namespace tenantry::console
