// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/history.h"

#include "core/directory/rowset.h"

#include <charconv>

namespace tenantry::directory {

namespace {

/// Takes a number and the comma behind it; nothing where there is none.
std::optional<qint64> takeNumber(QByteArrayView &line)
{
    qint64 number = 0;
    const auto [end, error] = std::from_chars(line.begin(), line.end(), number);
    const qsizetype length = end - line.begin();
    if (length >= line.size() || line[length] != ',')
        return std::nullopt;
    line = line.sliced(length + 1);
    return error == std::errc() ? std::optional(number) : std::nullopt;
}

constexpr quint8 flag = 0x80;

} // namespace

Result<Version> parseVersion(QByteArrayView line)
{
    const auto from = takeNumber(line);
    const auto to = takeNumber(line);
    const auto kind = takeNumber(line);
    if (!from || !kind || *kind < 1 || *kind > rowKindCount)
        return failure(ErrorClass::Data, QStringLiteral("row.malformed"),
                       {{QStringLiteral("kind"), int(kind.value_or(0))}, {QStringLiteral("column"), 0}});
    return parseAnyRow(RowKind(*kind), line).map([&](Row row) {
        return Version{fromMicroseconds(*from), to ? std::optional(fromMicroseconds(*to)) : std::nullopt,
                       std::move(row)};
    });
}

quint32 History::idNumber(const QUuid &id)
{
    if (isNone(id))
        return 0;
    quint32 &number = m_numbers.place(id);
    if (number == IdTable::none) {
        number = quint32(m_ids.size());
        m_ids.push_back(id);
    }
    return number;
}

quint32 History::textNumber(const QString &text)
{
    if (text.isEmpty())
        return 0;
    quint32 &number = m_textNumbers[text];
    if (number == 0) {
        number = quint32(m_texts.size());
        m_texts.push_back(text);
    }
    return number;
}

History::Packed History::pack(const Row &row)
{
    Packed packed;
    packed.kind = kindOf(row);
    const auto ids = [&](const auto &...id) { packed.ids = {idNumber(uuidOf(id))...}; };
    if (const auto *tenant = std::get_if<TenantRow>(&row)) {
        ids(tenant->id);
        packed.word = quint8(tenant->state);
    } else if (const auto *user = std::get_if<UserRow>(&row)) {
        ids(user->id, user->tenantId);
        packed.word = quint8(user->status);
    } else if (const auto *organization = std::get_if<OrganizationRow>(&row)) {
        ids(organization->id, organization->tenantId, organization->parentId);
        packed.kinds = organization->enabled ? flag : 0;
        packed.text = textNumber(organization->name);
    } else if (const auto *membership = std::get_if<MembershipRow>(&row)) {
        ids(membership->id, membership->tenantId, membership->userId, membership->organizationId);
        packed.text = textNumber(membership->role);
    } else if (const auto *group = std::get_if<RoleGroupRow>(&row)) {
        ids(group->id, group->tenantId);
        packed.text = textNumber(group->name);
    } else if (const auto *member = std::get_if<RoleGroupMemberRow>(&row)) {
        ids(member->id, member->tenantId, member->groupId, member->subjectId);
        packed.kinds = quint8(member->subjectKind);
    } else if (const auto *space = std::get_if<SpaceRow>(&row)) {
        ids(space->id, space->tenantId);
        packed.kinds = space->archived ? flag : 0;
        packed.text = textNumber(space->name);
    } else if (const auto *resource = std::get_if<ResourceRow>(&row)) {
        ids(resource->id, resource->tenantId, resource->spaceId);
        packed.kinds = resource->restricted ? flag : 0;
        packed.text = textNumber(resource->name);
    } else if (const auto *grant = std::get_if<GrantRow>(&row)) {
        // Of what tenant it is follows from the space.
        ids(grant->id, grant->objectId, grant->spaceId, grant->subjectId, grant->grantedBy);
        packed.kinds = quint8(quint8(grant->objectKind) << 2 | quint8(grant->subjectKind));
        packed.word = quint8(grant->role);
        packed.expiresAt = grant->expiresAt ? toMicroseconds(*grant->expiresAt) : never;
        packed.at = toMicroseconds(grant->grantedAt);
    } else {
        ids(idOf(row));
    }
    return packed;
}

void History::add(const Version &version)
{
    Packed packed = pack(version.row);
    packed.from = toMicroseconds(version.from);
    packed.to = version.to ? toMicroseconds(*version.to) : open;
    m_last.resize(m_ids.size());
    quint32 &last = m_last[packed.ids[0]];
    for (quint32 i = last; i > 0; i = m_versions[i - 1].earlier)
        if (Packed &there = m_versions[i - 1]; there.from == packed.from && there.kind == packed.kind) {
            there.to = packed.to;
            return;
        }
    packed.earlier = last;
    m_versions.push_back(packed);
    last = quint32(m_versions.size());
}

Row History::row(const Packed &p) const
{
    const auto id = [&](size_t i) -> const QUuid & { return m_ids[p.ids[i]]; };
    switch (p.kind) {
    case RowKind::Tenant: {
        TenantRow row;
        row.id = TenantId(id(0));
        row.state = TenantState(p.word);
        return row;
    }
    case RowKind::User: {
        UserRow row;
        row.id = UserId(id(0));
        row.tenantId = TenantId(id(1));
        row.status = UserStatus(p.word);
        return row;
    }
    case RowKind::Organization: {
        OrganizationRow row;
        row.id = OrganizationId(id(0));
        row.tenantId = TenantId(id(1));
        row.parentId = OrganizationId(id(2));
        row.enabled = p.kinds == flag;
        row.name = m_texts[p.text];
        return row;
    }
    case RowKind::Membership: {
        MembershipRow row;
        row.id = id(0);
        row.tenantId = TenantId(id(1));
        row.userId = UserId(id(2));
        row.organizationId = OrganizationId(id(3));
        row.role = m_texts[p.text];
        return row;
    }
    case RowKind::RoleGroup: {
        RoleGroupRow row;
        row.id = RoleGroupId(id(0));
        row.tenantId = TenantId(id(1));
        row.name = m_texts[p.text];
        return row;
    }
    case RowKind::RoleGroupMember: {
        RoleGroupMemberRow row;
        row.id = id(0);
        row.tenantId = TenantId(id(1));
        row.groupId = RoleGroupId(id(2));
        row.subjectKind = SubjectKind(p.kinds);
        row.subjectId = id(3);
        return row;
    }
    case RowKind::Space: {
        SpaceRow row;
        row.id = SpaceId(id(0));
        row.tenantId = TenantId(id(1));
        row.archived = p.kinds == flag;
        row.name = m_texts[p.text];
        return row;
    }
    case RowKind::Resource: {
        ResourceRow row;
        row.id = ResourceId(id(0));
        row.tenantId = TenantId(id(1));
        row.spaceId = SpaceId(id(2));
        row.restricted = p.kinds == flag;
        row.name = m_texts[p.text];
        return row;
    }
    default:
        break;
    }
    GrantRow row;
    row.id = GrantId(id(0));
    row.tenantId = m_mark.isPart() ? TenantId() : m_mark.tenant;
    row.objectKind = ObjectKind(p.kinds >> 2);
    row.objectId = id(1);
    row.spaceId = SpaceId(id(2));
    row.subjectKind = SubjectKind(p.kinds & 3);
    row.subjectId = id(3);
    row.grantedBy = UserId(id(4));
    row.role = Role(p.word);
    if (p.expiresAt != never)
        row.expiresAt = fromMicroseconds(p.expiresAt);
    row.grantedAt = fromMicroseconds(p.at);
    return row;
}

qsizetype History::memoryUsed() const
{
    return qsizetype(m_versions.capacity() * sizeof(Packed) +
                     m_ids.capacity() * (sizeof(QUuid) + 2 * sizeof(quint32) + 32));
}

} // namespace tenantry::directory
