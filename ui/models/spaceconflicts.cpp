// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/spaceconflicts.h"

#include "ui/models/conflictkinds.h"
#include "ui/pages/platform/platformsettings.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/pages/spaces/tenantlimits.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::SpaceConflicts)
};

QUuid idIn(const Command &command, const QString &field)
{
    return QUuid::fromString(command.payload.value(field).toString());
}

QString personName(const directory::Snapshot &snapshot, const QJsonValue &id)
{
    const auto index = snapshot.findUser(UserId(QUuid::fromString(id.toString())));
    const QString name = index.isValid() ? snapshot.user(index).name() : QString();
    return name.isEmpty() ? spaces::dash() : name;
}

QString avatarText(const QString &kind)
{
    if (kind == u"icon")
        return Words::tr("an icon");
    return kind == u"picture" ? Words::tr("a picture") : Words::tr("the default one");
}

QString whoText(const QString &who)
{
    if (who == u"all")
        return Words::tr("everybody in the tenant");
    return who == u"members" ? Words::tr("named people") : Words::tr("the tenant administrator");
}

QString text(const directory::Snapshot &snapshot, const QString &field, const QJsonValue &value)
{
    if (platform::settingKeys().contains(field))
        return platform::settingText(field, value);
    if (field == u"edition")
        return spaces::editionName(value.toString());
    if (field == u"avatar_kind")
        return avatarText(value.toString());
    if (field == u"user_id")
        return personName(snapshot, value);
    if (field == u"restricted")
        return value.toBool() ? Words::tr("restricted") : Words::tr("open");
    if (field == u"space_creation")
        return whoText(value.toString());
    if (field.endsWith(u"_limit"))
        return value.isDouble() ? QLocale().toString(value.toInt()) : Words::tr("none");
    if (!value.isArray())
        return value.toString();
    QStringList names;
    for (const QJsonValue &item : value.toArray())
        names.append(field == u"modules" ? spaces::moduleName(item.toString()) : personName(snapshot, item));
    return names.join(Words::tr(", "));
}

QJsonObject spaceNow(const directory::Snapshot &snapshot, SpaceId id)
{
    const auto index = snapshot.findSpace(id);
    if (!index.isValid() || !snapshot.space(index).isKnown())
        return {};
    const SpaceRow row = snapshot.space(index).row();
    return {{u"name"_s, row.name},
            {u"description"_s, row.description},
            {u"edition"_s, row.edition},
            {u"avatar_kind"_s, row.avatarKind},
            {u"modules"_s, QJsonArray::fromStringList(row.modules)},
            {u"archived"_s, row.archived},
            {u"user_id"_s, spaces::ownerOf(snapshot, directory::Object(index)).toString()}};
}

QJsonObject resourceNow(const directory::Snapshot &snapshot, ResourceId id)
{
    const auto index = snapshot.findResource(id);
    if (!index.isValid() || !snapshot.resource(index).isKnown())
        return {};
    return {{u"restricted"_s, snapshot.resource(index).isRestricted()},
            {u"user_id"_s, spaces::ownerOf(snapshot, directory::Object(index)).toString()}};
}

/// Of a tenant, or of the platform where none is named.
bool isSettings(const Command &command)
{
    return command.kind.endsWith(u"_settings_set");
}

QJsonObject settingsNow(const Session &session, const Command &command)
{
    const spaces::TenantLimits limits(session, TenantId(idIn(command, u"tenant_id"_s)));
    QJsonObject now;
    for (const QString &key : command.payload.keys())
        if (limits.setting(key))
            now.insert(key, limits.value(key));
    return now;
}

/// Archive, restore and delete change nothing that has a value: the act itself is what is chosen.
std::optional<ConflictField> actField(const Command &command, const QJsonObject &now)
{
    const QString state = now.isEmpty()                       ? Words::tr("gone")
                          : now.value("archived"_L1).toBool() ? Words::tr("archived")
                                                              : Words::tr("in use");
    if (command.kind == u"space_archive")
        return ConflictField{command.kind, Words::tr("State"), Words::tr("in use"), state,
                             Words::tr("archived")};
    if (command.kind == u"space_restore")
        return ConflictField{command.kind, Words::tr("State"), Words::tr("archived"), state,
                             Words::tr("in use")};
    if (command.kind == u"space_delete")
        return ConflictField{command.kind, Words::tr("The space"),
                             command.payload.value("name"_L1).toString(),
                             now.isEmpty() ? state : now.value("name"_L1).toString(), Words::tr("deleted")};
    return std::nullopt;
}

/// Names the record, or goes along with another field.
bool isDisputable(const QString &field)
{
    static const QStringList others{u"space_id"_s,    u"resource_id"_s,    u"tenant_id"_s,
                                    u"avatar_icon"_s, u"avatar_picture"_s, u"guests"_s};
    return !others.contains(field);
}

/// The counter of a group; nothing where the record is gone.
std::optional<int> versionNow(const directory::Snapshot &snapshot, const QUuid &record, const QString &group)
{
    if (const auto index = snapshot.findSpace(SpaceId(record));
        index.isValid() && snapshot.space(index).isKnown()) {
        const SpaceRow row = snapshot.space(index).row();
        const QHash<QString, int> versions{{u"details"_s, row.versionDetails},
                                           {u"avatar"_s, row.versionAvatar},
                                           {u"modules"_s, row.versionModules},
                                           {u"status"_s, row.versionStatus},
                                           {u"owner"_s, row.versionOwner}};
        return versions.value(group);
    }
    if (const auto index = snapshot.findResource(ResourceId(record));
        index.isValid() && snapshot.resource(index).isKnown()) {
        const ResourceRow row = snapshot.resource(index).row();
        return group == u"access" ? row.versionAccess : row.versionOwner;
    }
    return std::nullopt;
}

} // namespace

bool isOnSpace(const Command &command)
{
    return command.kind.startsWith(u"space_") || command.kind.startsWith(u"resource_") ||
           isSettings(command);
}

QJsonObject spaceValuesNow(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    if (command.kind.startsWith(u"resource_"))
        return resourceNow(*snapshot, ResourceId(idIn(command, u"resource_id"_s)));
    return command.kind.startsWith(u"space_") ? spaceNow(*snapshot, SpaceId(idIn(command, u"space_id"_s)))
                                              : settingsNow(session, command);
}

QList<ConflictField> spaceConflictFields(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const QJsonObject now = spaceValuesNow(session, command);
    if (const auto act = actField(command, now))
        return {*act};
    QList<ConflictField> fields;
    for (auto it = command.payload.begin(); it != command.payload.end(); ++it)
        if (isDisputable(it.key()))
            fields.append({it.key(), fieldLabel(it.key()),
                           text(*snapshot, it.key(), command.before.value(it.key())),
                           text(*snapshot, it.key(), now.value(it.key())), text(*snapshot, it.key(), *it)});
    return fields;
}

QJsonObject spaceSeenNow(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    Command seeing;
    if (isSettings(command)) {
        const spaces::TenantLimits limits(session, TenantId(idIn(command, u"tenant_id"_s)));
        for (const QString &key : command.payload.keys())
            if (const SettingRow *setting = limits.setting(key))
                seeing.see(setting->id, {}, setting->version);
        return seeing.seen;
    }
    for (auto record = command.seen.begin(); record != command.seen.end(); ++record)
        for (const QString &group : record->toObject().keys())
            if (const auto version = versionNow(*snapshot, QUuid::fromString(record.key()), group))
                seeing.see(QUuid::fromString(record.key()), group, *version);
    return seeing.seen;
}

void keepChosenSpaceFields(Command &command, const QStringList &keys)
{
    if (command.kind != u"space_edit" && !isSettings(command))
        return; // its fields go together
    for (const QString &field : command.payload.keys())
        if (isDisputable(field) && !keys.contains(field))
            command.payload.remove(field);
    if (!command.payload.contains(u"avatar_kind"_s)) {
        command.payload.remove(u"avatar_icon"_s);
        command.payload.remove(u"avatar_picture"_s);
    }
}

} // namespace tenantry::ui
