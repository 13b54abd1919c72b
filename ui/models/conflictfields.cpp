// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conflictfields.h"

#include "ui/models/conflictkinds.h"
#include "ui/models/permissionwords.h"
#include "ui/models/rowvalues.h"
#include "ui/models/spaceconflicts.h"
#include "ui/pages/platform/platformsettings.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::ConflictFields)
};

// Of a command that has no field to choose: whether it is carried out at all.
const auto wholeKey = u"whole"_s;

} // namespace

QString fieldLabel(const QString &field)
{
    static const QHash<QString, const char *> labels{
        {u"name"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Name")},
        {u"code"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Code")},
        {u"description"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Description")},
        {u"leader_id"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Leader")},
        {u"parent_id"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Belongs to")},
        {u"enabled"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "State")},
        {u"decision"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Decision")},
        {u"removes_grants"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Grants that go with it")},
        {u"edition"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Edition")},
        {u"avatar_kind"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Avatar")},
        {u"modules"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Modules")},
        {u"user_id"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Owner")},
        {u"restricted"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Access")},
        {u"space_creation"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Who may create spaces")},
        {u"space_creators"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Who else may create them")},
        {u"spaces_limit"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Limit of spaces")},
        {u"outsiders_limit"_s,
         QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Limit of non-enterprise members")},
        {u"revokes"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "People who lose it")},
        {u"keys"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "May")},
        {u"excludes"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Excludes")},
        {u"data_scope"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Data scope")},
        {u"allowed"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Allowed")},
        {u"denied"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Denied")},
        {u"phone"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Phone")},
        {u"mis"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "MIS account")},
        {u"username"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Username")},
        {u"nickname"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Nickname")},
        {u"avatar"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Picture")},
        {u"language"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Language of mail")},
        {wholeKey, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "As a whole")},
    };
    if (const auto found = labels.constFind(field); found != labels.cend())
        return Words::tr(*found);
    const QString setting = platform::settingLabel(field);
    return setting.isEmpty() ? field : setting;
}

namespace {

QUuid uuid(const QJsonValue &value)
{
    return QUuid::fromString(value.toString());
}

/// Values of payloads and rows as text, with names for IDs.
class Values final
{
public:
    explicit Values(const Session &session) : m_snapshot(session.snapshot()) {}

    [[nodiscard]] QString text(const QString &field, const QJsonValue &value) const
    {
        if (field == u"enabled")
            return value.toBool() ? Words::tr("enabled") : Words::tr("disabled");
        if (field == u"avatar") // of an own picture there is nothing to read
            return value.toString().isEmpty() ? Words::tr("none") : Words::tr("a picture");
        if (field == u"data_scope")
            return dataScopeText(value.toString());
        if (field == u"decision" || field == u"status")
            return status(value.toString());
        if (value.isBool())
            return value.toBool() ? Words::tr("yes") : Words::tr("no");
        if (value.isArray())
            return list(value.toArray());
        if (value.isDouble())
            return QLocale().toString(value.toInteger());
        if (field.endsWith(u"_id"))
            return name(uuid(value));
        return value.toString().isEmpty() ? u"–"_s : value.toString();
    }

    /// What is there now, by the payload's names.
    [[nodiscard]] QJsonObject now(const Command &command) const
    {
        QJsonObject values;
        for (const QString &record : command.seen.keys()) {
            const QJsonObject row = recordValues(*m_snapshot, QUuid::fromString(record));
            for (auto it = row.begin(); it != row.end(); ++it)
                values.insert(it.key(), it.value());
        }
        if (command.kind == u"profile_change")
            insertPrivate(values, command);
        if (command.kind == u"organization_edit")
            values.insert(u"leader_id"_s, leader(uuid(command.payload.value(u"organization_id"_s))));
        if (command.kind == u"role_group_delete")
            values.insert(u"removes_grants"_s, grantsOf(uuid(command.payload.value(u"group_id"_s))));
        if (command.kind == u"role_delete")
            values.insert(u"revokes"_s, holdersOf(command.payload.value(u"role_id"_s).toString()));
        if (command.kind == u"organization_permissions_set")
            insertPermissions(values, OrganizationId(uuid(command.payload.value(u"organization_id"_s))));
        if (command.kind == u"application_decide")
            values.insert(u"decision"_s, values.value(u"status"_s));
        return values;
    }

private:
    /// A record's values are those of the card; what lies beside it has the same ID.
    void insertPrivate(QJsonObject &values, const Command &command) const
    {
        for (const QString &record : command.seen.keys())
            if (const auto index = m_snapshot->findUser(UserId(uuid(record))); index.isValid())
                if (const auto own = m_snapshot->user(index).privateRow())
                    for (const auto &[field, value] : {std::pair(u"phone"_s, own->phone),
                                                       {u"mis"_s, own->mis},
                                                       {u"username"_s, own->username},
                                                       {u"nickname"_s, own->nickname}})
                        values.insert(field, value);
    }
    [[nodiscard]] QString name(const QUuid &id) const
    {
        const QString found =
            id.isNull() ? QString() : recordValues(*m_snapshot, id).value(u"name"_s).toString();
        return found.isEmpty() ? u"–"_s : found;
    }
    [[nodiscard]] QString list(const QJsonArray &values) const
    {
        QStringList texts;
        for (const QJsonValue &value : values)
            texts.append(uuid(value).isNull() ? Declarations::builtIn().keySentence(value.toString()) : name(uuid(value)));
        texts.sort();
        return texts.isEmpty() ? u"–"_s : texts.join(Words::tr(", "));
    }
    static QString status(const QString &word)
    {
        if (word == u"approve" || word == u"reject")
            return word == u"approve" ? Words::tr("approve") : Words::tr("reject");
        if (word == u"approved")
            return Words::tr("approved");
        if (word == u"rejected")
            return Words::tr("rejected");
        return word == u"withdrawn" ? Words::tr("withdrawn") : Words::tr("pending");
    }
    [[nodiscard]] int grantsOf(const QUuid &group) const
    {
        const auto index = m_snapshot->findRoleGroup(RoleGroupId(group));
        return index.isValid() ? int(m_snapshot->grantsOf(directory::Subject(index)).size()) : 0;
    }
    [[nodiscard]] int holdersOf(const QString &role) const
    {
        const auto assignments = m_snapshot->roleAssignments();
        return int(std::count_if(assignments.begin(), assignments.end(),
                                 [&role](const RoleAssignmentRow &each) { return each.role == role; }));
    }
    void insertPermissions(QJsonObject &values, OrganizationId organization) const
    {
        const OrganizationPermissionRow *set = m_snapshot->permissionsSetAt(organization);
        const OrganizationPermissionRow now = set ? *set : OrganizationPermissionRow();
        values.insert(u"data_scope"_s, now.dataScope.isEmpty() ? QJsonValue() : QJsonValue(now.dataScope));
        values.insert(u"allowed"_s, QJsonArray::fromStringList(now.allowed));
        values.insert(u"denied"_s, QJsonArray::fromStringList(now.denied));
    }
    [[nodiscard]] QJsonValue leader(const QUuid &organization) const
    {
        const auto index = m_snapshot->findOrganization(OrganizationId(organization));
        const auto leader =
            index.isValid() ? m_snapshot->organization(index).leader() : directory::UserIndex();
        return leader.isValid() ? QJsonValue(m_snapshot->user(leader).id().toString()) : QJsonValue();
    }

    directory::SnapshotPtr m_snapshot;
};

// Fields that name the record or say why: nobody disputes them.
bool isDescription(const Command &command, const QString &field)
{
    static const QStringList always{u"tenant_id"_s, u"application_id"_s, u"space_id"_s,
                                    u"group_id"_s,  u"role_id"_s, u"reason"_s,         u"comment"_s};
    return always.contains(field) || (command.kind.endsWith(u"_delete") && field != u"removes_grants" && field != u"revokes") ||
           command.seen.contains(command.payload.value(field).toString());
}

// What changed of a record that the command wants to be rid of: "Name: A, Belongs to: B".
QString changesOf(const Values &values, const QJsonObject &before, const QJsonObject &now)
{
    QStringList changed;
    for (auto it = before.begin(); it != before.end(); ++it)
        if (now.value(it.key()) != it.value())
            changed.append(
                Words::tr("%1: %2").arg(fieldLabel(it.key()), values.text(it.key(), now.value(it.key()))));
    return changed.join(Words::tr(", "));
}

ConflictField wholeField(const Values &values, const Command &command, const QJsonObject &now)
{
    const QString changes = changesOf(values, command.before, now);
    static const QHash<QString, const char *> acts{
        {u"delete"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "delete it")},
        {u"withdraw"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "withdraw it")},
    };
    const char *act = acts.value(command.kind.section(u'_', -1),
                                 QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "carry it out"));
    return {wholeKey, fieldLabel(wholeKey), Words::tr("there"),
            changes.isEmpty() ? Words::tr("there, changed") : Words::tr("there, with %1").arg(changes),
            Words::tr(act)};
}

// A group of fields that the command no longer touches isn't stated: it would be held against changes that
// don't concern it. Groups bear the name that their fields begin with; "details" are all others.
bool stillTouches(const Command &command, const QString &group)
{
    if (!command.kind.endsWith(u"_edit") || group.isEmpty())
        return true;
    const QStringList fields = command.payload.keys();
    return std::any_of(fields.cbegin(), fields.cend(), [&](const QString &field) {
        return !isDescription(command, field) &&
               (group == u"details" ? !field.startsWith(u"leader") : field.startsWith(group));
    });
}

QJsonObject seenNow(const directory::Snapshot &snapshot, const Command &command)
{
    QJsonObject now;
    for (auto record = command.seen.begin(); record != command.seen.end(); ++record) {
        const QUuid id = QUuid::fromString(record.key());
        QJsonObject groups;
        const QJsonObject stated = record->toObject();
        for (auto group = stated.begin(); group != stated.end(); ++group) {
            const auto version = versionOf(snapshot, id, group.key());
            if (stillTouches(command, group.key()))
                groups.insert(group.key(), version ? QJsonValue(*version) : group.value());
        }
        if (!groups.isEmpty())
            now.insert(record.key(), groups);
    }
    return now;
}

// Kinds whose fields stand each for itself.
ConflictMerge mergedFields(const Session &session, const Command &command, const QStringList &keys)
{
    const QJsonObject now = Values(session).now(command);
    const QStringList required =
        session.declarations().command(command.kind).value_or(CommandDeclaration()).required;
    Command merged = command;
    bool any = keys.contains(wholeKey);
    for (const QString &field : command.payload.keys()) {
        if (isDescription(command, field))
            continue;
        if (keys.contains(field))
            any = any || now.value(field) != command.payload.value(field);
        else if (required.contains(field) && now.contains(field))
            merged.payload[field] = now.value(field);
        else if (!required.contains(field))
            merged.payload.remove(field);
    }
    for (const QString &counted : {u"removes_grants"_s, u"revokes"_s}) {
        if (!keys.contains(counted))
            continue; // those that came meanwhile go too: that is what was chosen
        any = true;
        merged.payload[counted] = now.value(counted);
    }
    QJsonObject before;
    for (const QString &field : command.before.keys())
        before.insert(field, now.value(field));
    merged.before = before;
    return {any ? std::optional(merged) : std::nullopt, {}};
}

ConflictMerge mergedSpace(const Session &session, const Command &command, const QStringList &keys)
{
    const QList<ConflictField> fields = spaceConflictFields(session, command);
    if (std::none_of(fields.cbegin(), fields.cend(),
                     [&keys](const ConflictField &field) { return keys.contains(field.key); }))
        return {};
    Command merged = command;
    keepChosenSpaceFields(merged, keys);
    merged.seen = spaceSeenNow(session, merged);
    merged.before = spaceValuesNow(session, command);
    return {merged, {}};
}

ConflictMerge merge(const Session &session, const Command &command, const QStringList &keys)
{
    if (isOnSpace(command))
        return mergedSpace(session, command, keys);
    if (command.kind.startsWith(u"grants_"))
        return mergedGrants(session, command, keys);
    ConflictMerge merged = command.kind == u"memberships_set" ? mergedMemberships(session, command, keys)
                                                              : mergedFields(session, command, keys);
    if (merged.command)
        merged.command->seen = seenNow(*session.snapshot(), *merged.command);
    return merged;
}

} // namespace

QList<ConflictField> conflictFields(const Session &session, const Command &command)
{
    if (command.kind.startsWith(u"grants_"))
        return grantConflicts(session, command);
    if (command.kind == u"memberships_set")
        return membershipConflicts(session, command);
    if (isOnSpace(command))
        return spaceConflictFields(session, command);
    const Values values(session);
    const QJsonObject now = values.now(command);
    QJsonObject before = command.before;
    if (before.contains(u"status"_s))
        before.insert(u"decision"_s, before.value(u"status"_s));
    QList<ConflictField> fields;
    for (auto it = command.payload.begin(); it != command.payload.end(); ++it)
        if (!isDescription(command, it.key()))
            fields.append({it.key(), fieldLabel(it.key()), values.text(it.key(), before.value(it.key())),
                           values.text(it.key(), now.value(it.key())), values.text(it.key(), it.value())});
    if (fields.isEmpty())
        fields.append(wholeField(values, command, now));
    return fields;
}

ConflictMerge mergeChoices(const Session &session, const Command &command, const QStringList &keys)
{
    ConflictMerge merged = merge(session, command, keys);
    if (merged.command) {
        merged.command->id = {};
        merged.command->after.clear();
    }
    return merged;
}

std::optional<Command> mergedCommand(const Session &session, const Command &command, const QStringList &keys)
{
    return mergeChoices(session, command, keys).command;
}

bool hasNewerVersion(const Session &session, const QueuedCommand &command)
{
    const auto synced = session.state().lastSync;
    if (synced && command.answeredAt && *synced > *command.answeredAt)
        return true;
    const directory::SnapshotPtr snapshot = session.snapshot();
    return std::all_of(command.errors.cbegin(), command.errors.cend(), [&](const Error &error) {
        if (error.code != u"command.conflict")
            return error.code != u"grant.gone";
        const QVariantMap &said = error.parameters;
        const auto version = versionOf(*snapshot, QUuid::fromString(said.value(u"record"_s).toString()),
                                       said.value(u"group"_s).toString());
        return version && *version >= said.value(u"now"_s).toInt();
    });
}

} // namespace tenantry::ui
