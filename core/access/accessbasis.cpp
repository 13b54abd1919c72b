// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/accessbasis.h"

#include "core/access/resolver.h"

#include <QJsonArray>

namespace tenantry::access {

using namespace directory;
using namespace Qt::StringLiterals;

namespace {

QUuid uuidOf(const QJsonObject &object, QLatin1String name)
{
    return QUuid::fromString(object[name].toString());
}

Instant timeOf(const QJsonObject &object, QLatin1String name)
{
    return fromMicroseconds(object[name].toInteger());
}

// What has no ID of its own, because it is less than what the server knows, gets one that is always the same.
QUuid idOf(const QJsonObject &object, const QUuid &one, const QUuid &other)
{
    const QUuid id = uuidOf(object, "id"_L1);
    return id.isNull() ? QUuid::createUuidV5(one, other.toRfc4122()) : id;
}

UserRow person(const QJsonObject &object)
{
    UserRow row;
    row.id = UserId(uuidOf(object, "id"_L1));
    row.tenantId = TenantId(uuidOf(object, "tenant_id"_L1));
    row.name = object["name"_L1].toString();
    row.avatar = object["avatar"_L1].toString();
    row.staff = object["staff"_L1].toBool();
    row.primaryOrganizationId = OrganizationId(uuidOf(object, "organization_id"_L1));
    return row;
}

MembershipRow membership(const QJsonObject &object)
{
    MembershipRow row;
    row.userId = UserId(uuidOf(object, "user_id"_L1));
    row.organizationId = OrganizationId(uuidOf(object, "organization_id"_L1));
    row.id = idOf(object, row.userId.uuid(), row.organizationId.uuid());
    row.role = u"member"_s;
    return row;
}

RoleGroupMemberRow groupMember(const QJsonObject &object)
{
    RoleGroupMemberRow row;
    row.groupId = RoleGroupId(uuidOf(object, "group_id"_L1));
    row.subjectKind =
        fromWireName<SubjectKind>(object["subject_kind"_L1].toString().toUtf8()).value_or(SubjectKind::User);
    row.subjectId = uuidOf(object, "subject_id"_L1);
    row.id = idOf(object, row.groupId.uuid(), row.subjectId);
    return row;
}

GrantRow grant(const QJsonObject &object, SpaceId space)
{
    GrantRow row;
    row.id = GrantId(uuidOf(object, "grant_id"_L1));
    row.objectId = space.uuid();
    row.spaceId = space;
    row.subjectKind =
        fromWireName<SubjectKind>(object["subject_kind"_L1].toString().toUtf8()).value_or(SubjectKind::User);
    row.subjectId = uuidOf(object, "subject_id"_L1);
    row.role = fromWireName<Role>(object["role"_L1].toString().toUtf8()).value_or(Role::None);
    if (object.contains("expires_at"_L1))
        row.expiresAt = timeOf(object, "expires_at"_L1);
    row.grantedAt = timeOf(object, "granted_at"_L1);
    row.version = object["version"_L1].toInt();
    return row;
}

// The rows of the wire say to which tenant they belong; here it is the space's.
void setTenant(Row &row, TenantId tenant)
{
    std::visit(
        [tenant](auto &r) {
            if constexpr (requires { r.tenantId; })
                if (r.tenantId.isNull())
                    r.tenantId = tenant;
        },
        row);
}

// As the server judges it (app.may_ask_access_basis).
bool isManagedBy(const SnapshotPtr &snapshot, Instant now, UserId actor, Object object)
{
    const TenantRow *tenant = snapshot->tenant(snapshot->space(snapshot->spaceOf(object)).tenant());
    if (tenant && tenant->administratorId == actor)
        return true;
    const UserIndex user = snapshot->findUser(actor);
    return user.isValid() && Resolver(snapshot, now).check(user, object) >= Role::Administrator;
}

/// Where changes of grants take place, and for whom.
class Places final
{
public:
    explicit Places(const Snapshot &snapshot) : m_snapshot(snapshot) {}

    void operator()(const SetGrants &change)
    {
        for (const GrantWish &wish : change.grants) {
            add(wish.objectKind, wish.objectId);
            subjects.append({wish.subjectKind, wish.subjectId});
        }
    }
    void operator()(const RemoveGrants &change)
    {
        for (const GrantId &id : change.grants)
            if (const GrantIndex grant = m_snapshot.findGrant(id); grant.isValid())
                objects.insert(m_snapshot.idOf(m_snapshot.grant(grant).object()));
    }
    void operator()(const SetRestricted &change) { add(ObjectKind::Resource, change.resource.uuid()); }
    void operator()(const DeleteResource &change) { add(ObjectKind::Resource, change.resource.uuid()); }
    void operator()(const DeleteSpace &change) { add(ObjectKind::Space, change.space.uuid()); }
    void operator()(const ReplaceGuests &change) { add(ObjectKind::Space, change.space.uuid()); }
    void operator()(const HandOver &change)
    {
        add(change.kind, change.object);
        subjects.append({SubjectKind::User, change.owner.uuid()});
    }
    template <class Other>
    void operator()(const Other &)
    {
        areOnlyGrants = false; // rests on more than one space
    }

    QSet<QUuid> objects;
    QList<std::pair<SubjectKind, QUuid>> subjects;
    bool areOnlyGrants = true;

private:
    void add(ObjectKind, const QUuid &id) { objects.insert(id); }
    const Snapshot &m_snapshot;
};

Object objectOf(const Snapshot &snapshot, const QUuid &id)
{
    const Object space = snapshot.findObject(ObjectKind::Space, id);
    return space.isValid() ? space : snapshot.findObject(ObjectKind::Resource, id);
}

} // namespace

QJsonObject BasisQuestion::arguments() const
{
    QJsonObject arguments{{u"space_id"_s, space.toString()}};
    if (!resource.isNull())
        arguments[u"resource_id"_s] = resource.toString();
    QJsonArray list;
    for (const auto &[kind, id] : subjects)
        list.append(QJsonObject{{u"subject_kind"_s, QString(wireName(kind))},
                                {u"subject_id"_s, id.toString(QUuid::WithoutBraces)}});
    if (!list.isEmpty())
        arguments[u"subjects"_s] = list;
    return arguments;
}

Result<AccessBasis> readAccessBasis(const QJsonValue &answer)
{
    const QJsonObject object = answer.toObject();
    AccessBasis basis;
    basis.at = timeOf(object, "at"_L1);
    basis.whole = object["whole"_L1].toBool();
    basis.count = object["count"_L1].toInteger();
    basis.completed = {SpaceId(uuidOf(object, "space_id"_L1)), ResourceId(uuidOf(object, "resource_id"_L1))};
    if (basis.completed.space.isNull())
        return failure(ErrorClass::Data, u"answer.malformed"_s);
    QSet<QUuid> tenants;
    for (const QJsonValue &each : object["people"_L1].toArray()) {
        const UserRow row = person(each.toObject());
        basis.rows.emplace_back(row);
        if (!tenants.contains(row.tenantId.uuid()))
            basis.rows.emplace_back(TenantStandingRow{row.tenantId, false});
        tenants.insert(row.tenantId.uuid());
    }
    for (const QJsonValue &each : object["memberships"_L1].toArray())
        basis.rows.emplace_back(membership(each.toObject()));
    for (const QJsonValue &each : object["group_members"_L1].toArray())
        basis.rows.emplace_back(groupMember(each.toObject()));
    for (const QJsonValue &each : object["grants"_L1].toArray())
        basis.rows.emplace_back(grant(each.toObject(), basis.completed.space));
    for (const QJsonValue &each : object["idle_tenants"_L1].toArray())
        basis.rows.emplace_back(TenantStandingRow{TenantId(QUuid::fromString(each.toString())), true});
    return basis;
}

Result<SnapshotPtr> withBasis(const SnapshotPtr &snapshot, const AccessBasis &basis)
{
    const SpaceIndex space = snapshot->findSpace(basis.completed.space);
    if (!space.isValid())
        return snapshot;
    const TenantId tenant = snapshot->tenantId(snapshot->space(space).tenant());
    Delta delta;
    for (Row row : basis.rows) {
        if (snapshot->row({kindOf(row), directory::idOf(row)}))
            continue;
        setTenant(row, tenant);
        delta.upserted.push_back(std::move(row));
    }
    return delta.isEmpty() ? Result<SnapshotPtr>(snapshot) : snapshot->apply(delta);
}

std::optional<BasisQuestion> basisQuestion(const SnapshotPtr &snapshot, Instant now, UserId actor,
                                           Object object)
{
    const SpaceIndex space = object.isValid() ? snapshot->spaceOf(object) : SpaceIndex();
    if (!space.isValid())
        return {};
    const SpaceId id = snapshot->space(space).id();
    if (isManagedBy(snapshot, now, actor, space))
        return BasisQuestion{id, {}, {}};
    if (object.resource().isValid() && isManagedBy(snapshot, now, actor, object))
        return BasisQuestion{id, ResourceId(snapshot->idOf(object)), {}};
    return {};
}

std::optional<BasisQuestion> basisQuestion(const SnapshotPtr &snapshot, Instant now, UserId actor,
                                           const std::vector<PlannedChange> &changes)
{
    Places places(*snapshot);
    for (const PlannedChange &change : changes)
        std::visit(places, change);
    if (!places.areOnlyGrants || places.objects.isEmpty())
        return {};
    std::optional<BasisQuestion> question;
    for (const QUuid &id : places.objects) {
        auto of = basisQuestion(snapshot, now, actor, objectOf(*snapshot, id));
        if (!of || (question && *question != *of))
            return {}; // in several spaces, or on resources that are managed one by one
        question = of;
    }
    question->subjects = places.subjects;
    return question;
}

} // namespace tenantry::access
