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
    /// Adds or replaces; the ID is the profile's name.
    void keep(const server::ServerProfile &profile, const QString &email);

    static const QString demoId;
    /// Of a profile and an account: where its replica, queue and keys lie. Made where it isn't there.
    [[nodiscard]] static QString folderFor(const QString &profileId, const QString &role);

private:
    QSettings m_settings;
    std::optional<server::ServerProfile> m_environment;
};

} // namespace tenantry::console
