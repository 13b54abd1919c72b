// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/server/serverprofile.h"
#include "ui/shell/shellviews.h"

#include <QSettings>

#include <optional>

namespace tenantry::console
{

/// The servers that this console knows: the embedded demo, what the PG* variables name, and those that were kept. Nothing
/// secret: a profile holds the name to sign in with, never the password.
class Profiles final
{
public:
    Profiles();

    [[nodiscard]] QList<ui::ServerProfileView> views() const;
    [[nodiscard]] QString current() const;
    void setCurrent(const QString &id);
    /// Nothing for the demo and for unknown ones.
    [[nodiscard]] std::optional<server::ServerProfile> find(const QString &id) const;
    /// That the environment holds for its server.
    [[nodiscard]] QString environmentPassword(const QString &id) const;

    /// Those that the person can change and remove.
    [[nodiscard]] bool isKept(const QString &id) const;
    /// Adds one, or replaces that of the ID; returns the ID.
    QString keep(const server::ServerProfile &profile, const QString &id = {});
    void remove(const QString &id);
    /// Somebody signed in: the window offers that name next time, and a local copy of them may lie here.
    void noteAccount(const QString &id, const QString &role, bool passwordRemembered);
    [[nodiscard]] QStringList accounts(const QString &id) const;
    void forgetAccount(const QString &id, const QString &role);

    /// The sign-in name of an e-mail, as the worker gave it: for signing in without a connection. The e-mail itself isn't kept.
    void keepName(const QString &id, const QString &email, const QString &name);
    [[nodiscard]] QString nameOf(const QString &id, const QString &email) const;

    static const QString demoId;
    /// Of a profile and an account: where its replica, queue and keys lie. Made where it isn't there.
    [[nodiscard]] static QString folderFor(const QString &profileId, const QString &role);
    /// Whether two profiles mean the same server: then a local copy of one is one of the other.
    [[nodiscard]] static bool isSameServer(const server::ServerProfile &a, const server::ServerProfile &b);

private:
    [[nodiscard]] QVariantMap entry(const QString &id) const;
    void setEntry(const QString &id, const QVariantMap &entry);

    QSettings m_settings;
    std::optional<server::EnvironmentServer> m_environment;
    QString m_environmentId;
};

} // namespace tenantry::console
