// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/console/options.h"
#include "core/exchange/auditchain.h"

#include <QSettings>
#include <QUuid>

class QWidget;

namespace tenantry::ui
{
class Language;
class Theme;
} // namespace tenantry::ui

namespace tenantry::console
{

/// What is kept between runs about the window itself: language, theme, place on the screen, columns of tables. Nothing here is
/// secret or about a person.
class Preferences final
{
public:
    Preferences();
    /// Applies what the command line says, else what was kept, else what the desktop has; keeps later changes
    /// made in the window (those of the command line hold for one run).
    void follow(ui::Theme &theme, ui::Language &language, const Options &options);
    void restoreGeometry(QWidget &window);
    /// The tenant that the platform team turned to last, for a server and account (`place`: its folder's name).
    [[nodiscard]] QUuid tenantOf(const QString &place) const;
    void keepTenant(const QString &place, const QUuid &tenant);
    /// The last head of a tenant's audit chain that this console verified (AUD-1).
    [[nodiscard]] exchange::AuditHead auditHead(const QString &place, const QUuid &tenant) const;
    void keepAuditHead(const QString &place, const QUuid &tenant, const exchange::AuditHead &head);
    void keepGeometry(const QWidget &window);
    /// Columns and sorting of a table (ui::TableMemory).
    [[nodiscard]] QByteArray tableState(const QString &name) const;
    void keepTableState(const QString &name, const QByteArray &state);

private:
    QSettings m_settings;
};

} // namespace tenantry::console
