// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/platform/platformsettings.h"

#include "core/domain/platformcommands.h"
#include "ui/models/settingvalue.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::ui::platform {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::PlatformSettings)
};

struct Setting
{
    const char *label;
    const char *note;
};

const QHash<QString, Setting> &settings()
{
    static const QHash<QString, Setting> all{
        {u"decide_target_hours"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Hours to decide an application"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "The target against which the age of applications for a tenant is shown.")}},
        {u"rename_interval_days"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Days between renames of a tenant"),
          QT_TRANSLATE_NOOP(
              "tenantry::ui::PlatformSettings",
              "So long a tenant keeps its name before its administrator can change it again.")}},
        {u"final_approval_of_joins"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Final approval of joins"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "Whether the platform team decides after the tenant's administrator when "
                            "somebody joins a tenant.")}},
        {u"replica_lease_days"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Days that a local copy opens without a sync"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "Afterwards a console shows nothing until it has reached the server.")}},
        {u"pending_account_days"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Days that an account waits for its activation"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "An account that nobody has activated so long after its last mail ran out is deleted.")}},
        {u"mask_contacts_of_other_tenants"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Contacts in the platform search"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "What whoever searches sees of phone and e-mail of "
                            "people of other tenants.")}},
        {u"alarm_refusals"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Refusals that alarm"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "Whoever is refused so often within ten minutes is told of to the platform team "
                            "and the tenant's administrator.")}},
        {u"alarm_searches"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Searches that alarm"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "Whoever searches the whole platform so often within ten minutes is told of.")}},
        {u"alarm_reveals"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Revealed contacts that alarm"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "Whoever reveals so many contacts within ten minutes is told of.")}},
        {u"alarm_exported_rows"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Exported rows that alarm"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "Whoever exports so many rows within an hour is told of.")}},
        {u"staff_domains"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Mail domains of staff"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "Whoever has a verified e-mail of one of them is marked as staff.")}},
        {u"image_endpoint"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Picture service"),
          QT_TRANSLATE_NOOP(
              "tenantry::ui::PlatformSettings",
              "The address that makes avatars of spaces from words. Everybody's console sends to it.")}},
        {u"support_contacts"_s,
         {QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings", "Support contacts"),
          QT_TRANSLATE_NOOP("tenantry::ui::PlatformSettings",
                            "How tenants reach the platform team. Everybody can read it.")}},
    };
    return all;
}

QString joined(const QJsonArray &values)
{
    QStringList texts;
    for (const QJsonValue &value : values)
        texts.append(value.toString());
    return texts.join(u", "_s);
}

} // namespace

const QStringList &settingKeys()
{
    static const QStringList keys{
        u"decide_target_hours"_s,
        u"rename_interval_days"_s,
        u"final_approval_of_joins"_s,
        u"replica_lease_days"_s,
        u"pending_account_days"_s,
        u"mask_contacts_of_other_tenants"_s,
        u"alarm_refusals"_s,
        u"alarm_searches"_s,
        u"alarm_reveals"_s,
        u"alarm_exported_rows"_s,
        u"staff_domains"_s,
        u"image_endpoint"_s,
        u"support_contacts"_s,
    };
    return keys;
}

QString settingLabel(const QString &key)
{
    return settings().contains(key) ? Words::tr(settings()[key].label) : QString();
}

QString settingNote(const QString &key)
{
    return Words::tr(settings()[key].note);
}

QString settingText(const QString &key, const QJsonValue &value)
{
    if (key == u"final_approval_of_joins")
        return value.toBool() ? Words::tr("The platform team decides last")
                              : Words::tr("The tenant's administrator decides alone");
    if (key == u"mask_contacts_of_other_tenants")
        return value.toBool() ? Words::tr("Stars but for the part that was searched for")
                              : Words::tr("Everything");
    if (key.startsWith(u"alarm_"))
        return QLocale().toString(value.toInt());
    if (value.isDouble())
        return key == u"decide_target_hours" ? Words::tr("%n hour(s)", nullptr, value.toInt())
                                             : Words::tr("%n day(s)", nullptr, value.toInt());
    const QString text = value.isArray() ? joined(value.toArray()) : value.toString();
    return text.isEmpty() ? Words::tr("none") : text;
}

QJsonObject settingsIn(const directory::Snapshot &snapshot)
{
    QJsonObject values;
    for (const QString &key : settingKeys())
        if (const SettingRow *row = snapshot.setting({}, key))
            values.insert(key, settingValue(row));
    return values;
}

std::optional<Command> makePlatformSettings(const directory::Snapshot &seen, const QJsonObject &wanted)
{
    const QJsonObject before = settingsIn(seen);
    QJsonObject changed;
    for (auto it = wanted.begin(); it != wanted.end(); ++it)
        if (before.contains(it.key()) && before.value(it.key()) != *it)
            changed.insert(it.key(), *it);
    if (changed.isEmpty())
        return std::nullopt;
    Command command = platformSettingsSet(changed);
    for (const QString &key : changed.keys()) {
        if (const SettingRow *row = seen.setting({}, key))
            command.see(row->id, {}, row->version);
        command.before.insert(key, before.value(key));
    }
    return command;
}

} // namespace tenantry::ui::platform
