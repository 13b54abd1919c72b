// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/preferences.h"

#include "ui/shell/language.h"
#include "ui/theme/theme.h"

#include <QWidget>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

namespace
{

const auto themeKey = u"window/theme"_s;
const auto languageKey = u"window/language"_s;
const auto tenantKey = u"tenants/"_s;
const auto auditKey = u"audit/"_s;
const auto geometryKey = u"window/geometry"_s;
const auto tablesKey = u"tables/"_s; // with the name of the table behind it

} // namespace

Preferences::Preferences() : m_settings(QSettings::IniFormat, QSettings::UserScope, u"tenantry"_s, u"console"_s) {}

void Preferences::follow(ui::Theme &theme, ui::Language &language, const Options &options)
{
    const QString themeName = options.theme.isEmpty() ? m_settings.value(themeKey).toString() : options.theme;
    const QString kept = m_settings.value(languageKey, ui::Language::codeOfSystem()).toString();
    language.apply(options.language.isEmpty() ? kept : options.language);
    theme.apply(ui::Theme::modeFromName(themeName));
    QObject::connect(&theme, &ui::Theme::changed, &theme,
                     [this, &theme] { m_settings.setValue(themeKey, ui::Theme::modeName(theme.mode())); });
    QObject::connect(&language, &ui::Language::changed, &language,
                     [this](const QString &code) { m_settings.setValue(languageKey, code); });
}

void Preferences::restoreGeometry(QWidget &window)
{
    window.restoreGeometry(m_settings.value(geometryKey).toByteArray());
}

QUuid Preferences::tenantOf(const QString &place) const
{
    return m_settings.value(tenantKey + place).toUuid();
}

void Preferences::keepTenant(const QString &place, const QUuid &tenant)
{
    if (tenant.isNull())
        m_settings.remove(tenantKey + place);
    else
        m_settings.setValue(tenantKey + place, tenant);
}

exchange::AuditHead Preferences::auditHead(const QString &place, const QUuid &tenant) const
{
    const QString kept = m_settings.value(auditKey + place + u'/' + tenant.toString(QUuid::WithoutBraces)).toString();
    return {kept.section(u':', 0, 0).toLongLong(), QByteArray::fromHex(kept.section(u':', 1).toLatin1())};
}

void Preferences::keepAuditHead(const QString &place, const QUuid &tenant, const exchange::AuditHead &head)
{
    m_settings.setValue(auditKey + place + u'/' + tenant.toString(QUuid::WithoutBraces), u"%1:%2"_s.arg(head.sealNumber).arg(QString::fromLatin1(head.hash.toHex())));
}

void Preferences::keepGeometry(const QWidget &window)
{
    m_settings.setValue(geometryKey, window.saveGeometry());
}

QByteArray Preferences::tableState(const QString &name) const
{
    return m_settings.value(tablesKey + name).toByteArray();
}

void Preferences::keepTableState(const QString &name, const QByteArray &state)
{
    m_settings.setValue(tablesKey + name, state);
}

} // namespace tenantry::console
