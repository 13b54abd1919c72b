// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conflictfields.h"

#include "core/access/explanationtext.h"
#include "ui/models/spaceconflicts.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::ConflictFields)
};

QUuid uuid(const QJsonValue &value)
{
    return QUuid::fromString(value.toString());
}

QString fieldLabel(const QString &field)
{
    static const QHash<QString, const char *> labels{
        {u"name"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Name")},
        {u"code"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Code")},
        {u"description"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Description")},
        {u"leader_id"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Leader")},
        {u"parent_id"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Belongs to")},
        {u"enabled"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "State")},
        {u"memberships"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Organizations")},
        {u"primary_organization_id"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Primary organization")},
        {u"decision"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Decision")},
        {u"removes_grants"_s, QT_TRANSLATE_NOOP("tenantry::ui::ConflictFields", "Grants that go with it")},
    };
    const auto found = labels.constFind(field);
    return found == labels.cend() ? field : Words::tr(*found);
}

/// Values of payloads and rows as text, with names for IDs.
class Values final
{
public:
    explicit Values(const Session &session) : m_snapshot(session.snapshot()) {}

    QString text(const QString &field, const QJsonValue &value) const
    {
        if (field == u"leader_id")
            return user(uuid(value));
        if (field == u"parent_id" || field == u"primary_organization_id")
            return organization(uuid(value));
        if (field == u"enabled")
            return value.toBool() ? Words::tr("enabled") : Words::tr("disabled");
        if (field == u"memberships")
            return memberships(value.toArray());
        if (field == u"decision")
            return value.toString() == u"approve" ? Words::tr("approve") : value.toString() == u"reject" ? Words::tr("reject") : status(value.toString());
        return value.isDouble() ? QLocale().toString(value.toInt()) : value.toString();
    }

    /// What is there now, by the payload's names.
    QJsonObject now(const Command &command) const
    {
        if (command.kind.startsWith(u"organization_"))
            return organizationNow(OrganizationId(uuid(command.payload.value(u"organization_id"_s))));
        if (command.kind.startsWith(u"role_group_"))
            return groupNow(RoleGroupId(uuid(command.payload.value(u"group_id"_s))));
        if (command.kind == u"memberships_set")
            return membershipsNow(UserId(uuid(command.payload.value(u"user_id"_s))));
        if (command.kind == u"application_decide")
            if (const ApplicationRow *row = m_snapshot->application(ApplicationId(uuid(command.payload.value(u"application_id"_s)))))
                return {{u"decision"_s, QString(wireName(row->status))}};
        return {};
    }

    QString grantNow(const QUuid &id) const
    {
        const auto index = m_snapshot->findGrant(GrantId(id));
        return index.isValid() ? access::roleName(m_snapshot->grant(index).role()) : access::roleName(Role::None);
    }

    QString subject(const QJsonObject &grant) const
    {
        const auto kind = fromWireName<SubjectKind>(grant.value(u"subject_kind"_s).toString().toLatin1());
        const QUuid id = uuid(grant.value(u"subject_id"_s));
        const QString name = kind ? m_snapshot->nameOf(m_snapshot->findSubject(*kind, id)) : QString();
        return name.isEmpty() ? Words::tr("somebody you can't see") : name;
    }

    QString subjectOf(const QUuid &grant) const
    {
        const auto index = m_snapshot->findGrant(GrantId(grant));
        return index.isValid() ? m_snapshot->nameOf(m_snapshot->grant(index).subject()) : Words::tr("a grant that is gone");
    }

private:
    QString user(const QUuid &id) const
    {
        const auto index = m_snapshot->findUser(UserId(id));
        return id.isNull() || !index.isValid() ? u"–"_s : m_snapshot->user(index).name();
    }
    QString organization(const QUuid &id) const
    {
        const auto index = m_snapshot->findOrganization(OrganizationId(id));
        return id.isNull() || !index.isValid() ? u"–"_s : m_snapshot->organization(index).name();
    }
    QString memberships(const QJsonArray &list) const
    {
        QStringList names;
        for (const QJsonValue &membership : list)
            names.append(organization(uuid(membership.toObject().value(u"organization_id"_s))));
        names.sort();
        return names.join(Words::tr(", "));
    }
    static QString status(const QString &word)
    {
        if (word == u"approved")
            return Words::tr("approved");
        if (word == u"rejected")
            return Words::tr("rejected");
        return word == u"withdrawn" ? Words::tr("withdrawn") : Words::tr("pending");
    }
    QJsonObject organizationNow(OrganizationId id) const
    {
        const auto index = m_snapshot->findOrganization(id);
        if (!index.isValid() || !m_snapshot->organization(index).isKnown())
            return {};
        const auto view = m_snapshot->organization(index);
        const OrganizationRow row = view.row();
        const auto leader = view.leader();
        return {{u"name"_s, row.name},
                {u"code"_s, row.code},
                {u"description"_s, row.description},
                {u"parent_id"_s, row.parentId.toString()},
                {u"enabled"_s, row.enabled},
                {u"leader_id"_s, leader.isValid() ? m_snapshot->user(leader).id().toString() : QString()}};
    }
    QJsonObject groupNow(RoleGroupId id) const
    {
        const auto index = m_snapshot->findRoleGroup(id);
        if (!index.isValid() || !m_snapshot->roleGroup(index).isKnown())
            return {};
        return {{u"name"_s, m_snapshot->roleGroup(index).name()},
                {u"description"_s, m_snapshot->roleGroup(index).description()},
                {u"removes_grants"_s, int(m_snapshot->grantsOf(directory::Subject(index)).size())}};
    }
    QJsonObject membershipsNow(UserId id) const
    {
        const auto index = m_snapshot->findUser(id);
        if (!index.isValid())
            return {};
        QJsonArray list;
        for (const auto organization : m_snapshot->organizationsOf(index))
            list.append(QJsonObject{{u"organization_id"_s, m_snapshot->organization(organization).id().toString()}});
        const auto primary = m_snapshot->user(index).primaryOrganization();
        return {{u"memberships"_s, list},
                {u"primary_organization_id"_s, primary.isValid() ? m_snapshot->organization(primary).id().toString() : QString()}};
    }

    directory::SnapshotPtr m_snapshot;
};

// Fields that name the record or say why: nobody disputes them.
bool isDescription(const Command &command, const QString &field)
{
    static const QStringList always{u"user_id"_s, u"tenant_id"_s, u"application_id"_s, u"space_id"_s, u"group_id"_s, u"reason"_s, u"comment"_s};
    return always.contains(field) || (field == u"organization_id" && command.kind.startsWith(u"organization_"));
}

QList<ConflictField> grantFields(const Values &values, const Command &command)
{
    QList<ConflictField> fields;
    for (const QJsonValue &value : command.payload.value(u"grants"_s).toArray()) {
        const QJsonObject grant = value.toObject();
        const QString id = grant.value(u"grant_id"_s).toString();
        const auto role = fromWireName<Role>(grant.value(u"role"_s).toString().toLatin1()).value_or(Role::None);
        const auto before = fromWireName<Role>(command.before.value(id).toString().toLatin1()).value_or(Role::None);
        fields.append({id, values.subject(grant), access::roleName(before), values.grantNow(uuid(id)), access::roleName(role)});
    }
    for (const QJsonValue &value : command.payload.value(u"grant_ids"_s).toArray()) {
        const auto before = fromWireName<Role>(command.before.value(value.toString()).toString().toLatin1()).value_or(Role::None);
        fields.append({value.toString(), values.subjectOf(uuid(value)), access::roleName(before), values.grantNow(uuid(value)), access::roleName(Role::None)});
    }
    return fields;
}

// The counters of now for everything that the command had seen.
QJsonObject seenNow(const Session &session, const QJsonObject &seen)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    QJsonObject now;
    for (auto record = seen.begin(); record != seen.end(); ++record) {
        const QUuid id = QUuid::fromString(record.key());
        QJsonObject groups = record->toObject();
        for (const QString &group : groups.keys()) {
            if (const auto organization = snapshot->findOrganization(OrganizationId(id)); organization.isValid() && snapshot->organization(organization).isKnown()) {
                const OrganizationRow row = snapshot->organization(organization).row();
                groups[group] = group == u"details" ? row.versionDetails
                    : group == u"place"             ? row.versionPlace
                    : group == u"status"            ? row.versionStatus
                    : group == u"leader"            ? row.versionLeader
                                                    : row.version;
            } else if (const auto grant = snapshot->findGrant(GrantId(id)); grant.isValid()) {
                groups[group] = snapshot->grant(grant).version();
            } else if (const auto role = snapshot->findRoleGroup(RoleGroupId(id));
                       role.isValid() && snapshot->roleGroup(role).isKnown()) {
                groups[group] = snapshot->roleGroup(role).version();
            } else if (const auto user = snapshot->findUser(UserId(id)); user.isValid() && snapshot->user(user).isKnown()) {
                const UserRow row = snapshot->user(user).row();
                groups[group] = group == u"memberships" ? row.versionMemberships : row.version;
            } else if (const ApplicationRow *application = snapshot->application(ApplicationId(id))) {
                groups[group] = application->version;
            }
        }
        now.insert(record.key(), groups);
    }
    return now;
}

QJsonArray only(const QJsonArray &list, const QStringList &keys)
{
    QJsonArray kept;
    for (const QJsonValue &value : list)
        if (keys.contains(value.isObject() ? value.toObject().value(u"grant_id"_s).toString() : value.toString()))
            kept.append(value);
    return kept;
}

} // namespace

QList<ConflictField> conflictFields(const Session &session, const Command &command)
{
    const Values values(session);
    if (command.kind.startsWith(u"grants_"))
        return grantFields(values, command);
    if (isOnSpace(command))
        return spaceConflictFields(session, command);
    const QJsonObject now = values.now(command);
    QList<ConflictField> fields;
    for (auto it = command.payload.begin(); it != command.payload.end(); ++it)
        if (!isDescription(command, it.key()))
            fields.append({it.key(), fieldLabel(it.key()), values.text(it.key(), command.before.value(it.key())),
                           values.text(it.key(), now.value(it.key())), values.text(it.key(), it.value())});
    return fields;
}

std::optional<Command> mergedCommand(const Session &session, const Command &command, const QStringList &keys)
{
    Command merged = command;
    merged.id = {};
    merged.after.clear();
    bool any = false;
    for (const QString &list : {u"grants"_s, u"grant_ids"_s}) {
        if (!merged.payload.contains(list))
            continue;
        const QJsonArray kept = only(merged.payload.value(list).toArray(), keys);
        merged.payload[list] = kept;
        any = any || !kept.isEmpty();
    }
    for (const ConflictField &field : conflictFields(session, command)) {
        if (command.kind.startsWith(u"grants_"))
            break;
        if (keys.contains(field.key))
            any = true;
        else if (isOnSpace(command))
            keepChosenSpaceFields(merged, keys);
        else if (command.kind == u"organization_edit" || command.kind == u"role_group_edit") // their fields are independent; elsewhere they go together
            merged.payload.remove(field.key);
    }
    merged.seen = isOnSpace(command) ? spaceSeenNow(session, merged) : seenNow(session, command.seen);
    merged.before = isOnSpace(command) ? spaceValuesNow(session, command) : Values(session).now(command);
    if (command.kind == u"role_group_delete" && any) // those that came meanwhile go too: that is what was chosen
        merged.payload[u"removes_grants"_s] = merged.before.value(u"removes_grants"_s);
    return any ? std::optional(merged) : std::nullopt;
}

} // namespace tenantry::ui
