// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberrow.h"

#include "core/domain/messages.h"

#include <QCoreApplication>
#include <QJsonArray>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

using namespace directory;

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SpaceMembers)
};

QString unseenName(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::User:
        return Words::tr("Somebody you can't see");
    case SubjectKind::Organization:
        return Words::tr("An organization you can't see");
    case SubjectKind::RoleGroup:
        break;
    }
    return Words::tr("A role group you can't see");
}

void describeUser(MemberRow &row, const Snapshot &snapshot, UserIndex index, TenantIndex tenant)
{
    const UserView user = snapshot.user(index);
    row.known = user.isKnown();
    row.name = user.name();
    row.mis = user.mis();
    row.staff = user.isStaff();
    row.outsider = row.known && user.tenant() != tenant;
    row.inactive = row.known && user.status() != UserStatus::Active;
    if (const OrganizationIndex home = user.primaryOrganization(); home.isValid() && snapshot.organization(home).isKnown()) {
        row.department = snapshot.organization(home).name();
        row.departmentPath = pathName(snapshot, home);
    }
}

void describeOrganization(MemberRow &row, const Snapshot &snapshot, OrganizationIndex index)
{
    const OrganizationView organization = snapshot.organization(index);
    row.known = organization.isKnown();
    row.name = organization.name();
    row.memberCount = organization.totalMemberCount();
    row.inactive = row.known && !organization.isEffectivelyEnabled();
    if (const OrganizationIndex parent = organization.parent(); parent.isValid() && snapshot.organization(parent).isKnown()) {
        row.department = snapshot.organization(parent).name();
        row.departmentPath = pathName(snapshot, parent);
    }
}

void describeGroup(MemberRow &row, const Snapshot &snapshot, RoleGroupIndex index)
{
    const RoleGroupView group = snapshot.roleGroup(index);
    row.known = group.isKnown();
    row.name = group.name();
    row.memberCount = int(snapshot.membersOf(index).size());
}

/// Who it is; the rest of the row comes from the grant.
void describe(MemberRow &row, const Snapshot &snapshot, TenantIndex tenant)
{
    const Subject subject = snapshot.findSubject(row.kind, row.subjectId);
    row.known = false;
    if (subject.isValid()) {
        if (subject.user().isValid())
            describeUser(row, snapshot, subject.user(), tenant);
        else if (subject.organization().isValid())
            describeOrganization(row, snapshot, subject.organization());
        else
            describeGroup(row, snapshot, subject.group());
    }
    row.name = row.name.simplified(); // one line, whatever it was made of
    if (!row.known)
        row.name = unseenName(row.kind);
    else if (row.name.isEmpty())
        row.name = Words::tr("(without a name)");
}

QString userName(const Snapshot &snapshot, UserIndex user)
{
    return user.isValid() && snapshot.user(user).isKnown() ? snapshot.user(user).name() : QString();
}

QString problemOf(const QueuedCommand &command)
{
    QStringList sentences;
    for (const Error &error : command.errors)
        sentences += sentence(error);
    return sentences.isEmpty() ? Words::tr("This change was not accepted.") : sentences.join(u' ');
}

/// Lays one queued command over the rows that the snapshot gave.
class Overlay final
{
public:
    Overlay(const Session &session, const Snapshot &snapshot, TenantIndex tenant, std::vector<MemberRow> &rows)
        : m_session(session), m_snapshot(snapshot), m_tenant(tenant), m_rows(rows)
    {
        for (size_t i = 0; i < rows.size(); ++i)
            m_places.insert(rows[i].id.uuid(), i);
    }

    void apply(const QueuedCommand &queued, SpaceId space)
    {
        const QJsonObject &payload = queued.command.payload;
        if (payload["space_id"_L1].toString() != space.toString())
            return;
        if (queued.command.kind == u"grants_set") {
            for (const QJsonValue &wish : payload["grants"_L1].toArray())
                set(queued, wish.toObject(), space);
        } else if (queued.command.kind == u"grants_remove") {
            for (const QJsonValue &id : payload["grant_ids"_L1].toArray())
                remove(queued, QUuid::fromString(id.toString()));
        }
    }

private:
    void mark(MemberRow &row, const QueuedCommand &queued)
    {
        row.pending.command = queued.id();
        if (queued.state == CommandState::NeedsAttention) {
            row.pending.state = PendingChange::Refused;
            row.pending.problem = problemOf(queued);
        } else {
            row.pending.state = PendingChange::Queued;
            row.pending.problem.clear();
        }
    }

    void set(const QueuedCommand &queued, const QJsonObject &wish, SpaceId space)
    {
        if (wish["object_kind"_L1].toString() != wireName(ObjectKind::Space) || wish["object_id"_L1].toString() != space.toString())
            return;
        const QUuid id = QUuid::fromString(wish["grant_id"_L1].toString());
        const Role role = fromWireName<Role>(wish["role"_L1].toString().toLatin1()).value_or(Role::None);
        std::optional<Instant> expiry;
        if (const QJsonValue value = wish["expires_at"_L1]; !value.isUndefined() && !value.isNull())
            expiry = fromMicroseconds(value.isString() ? value.toString().toLongLong() : value.toInteger());
        auto place = m_places.find(id);
        if (place == m_places.end())
            place = m_places.insert(id, addRow(queued, wish, id));
        MemberRow &row = m_rows[*place];
        // What was refused is not so: the row shows what holds, with the reason.
        if (queued.state != CommandState::NeedsAttention || row.grantedRole == Role::None) {
            row.role = role;
            row.expiresAt = expiry;
            row.pending.removed = false;
        }
        mark(row, queued);
    }

    void remove(const QueuedCommand &queued, const QUuid &id)
    {
        const auto place = m_places.constFind(id);
        if (place == m_places.cend())
            return;
        MemberRow &row = m_rows[*place];
        row.pending.removed = queued.state != CommandState::NeedsAttention;
        mark(row, queued);
    }

    size_t addRow(const QueuedCommand &queued, const QJsonObject &wish, const QUuid &id)
    {
        MemberRow row;
        row.id = GrantId(id);
        row.kind = fromWireName<SubjectKind>(wish["subject_kind"_L1].toString().toLatin1()).value_or(SubjectKind::User);
        row.subjectId = QUuid::fromString(wish["subject_id"_L1].toString());
        describe(row, m_snapshot, m_tenant);
        row.grantedBy = userName(m_snapshot, m_snapshot.findUser(m_session.userId()));
        row.grantedAt = queued.decidedAt;
        m_rows.push_back(std::move(row));
        return m_rows.size() - 1;
    }

    const Session &m_session;
    const Snapshot &m_snapshot;
    TenantIndex m_tenant;
    std::vector<MemberRow> &m_rows;
    QHash<QUuid, size_t> m_places;
};

MemberRow rowOf(const Snapshot &snapshot, GrantIndex index, TenantIndex tenant)
{
    const GrantView grant = snapshot.grant(index);
    MemberRow row;
    row.id = grant.id();
    row.kind = grant.subject().kind();
    row.subjectId = snapshot.idOf(grant.subject());
    row.role = row.grantedRole = grant.role();
    row.expiresAt = row.grantedExpiry = grant.expiresAt();
    row.grantedBy = userName(snapshot, grant.grantedBy());
    row.grantedAt = grant.grantedAt();
    row.version = grant.version();
    describe(row, snapshot, tenant);
    return row;
}

} // namespace

QString pathName(const Snapshot &snapshot, OrganizationIndex organization)
{
    QStringList names;
    for (const OrganizationIndex above : snapshot.path(organization))
        if (snapshot.organization(above).isKnown())
            names += snapshot.organization(above).name();
    return names.join(u" / "_s);
}

std::vector<MemberRow> memberRows(const Session &session, SpaceId space)
{
    const SnapshotPtr snapshot = session.snapshot();
    std::vector<MemberRow> rows;
    const SpaceIndex index = snapshot->findSpace(space);
    if (!index.isValid())
        return rows;
    const TenantIndex tenant = snapshot->space(index).tenant();
    const auto grants = snapshot->grantsOn(index);
    rows.reserve(grants.size());
    for (const GrantEntry &entry : grants)
        rows.push_back(rowOf(*snapshot, entry.grant(), tenant));
    Overlay overlay(session, *snapshot, tenant, rows);
    for (const QueuedCommand &queued : session.commands())
        if (queued.isOpen())
            overlay.apply(queued, space);
    std::sort(rows.begin(), rows.end(), [](const MemberRow &a, const MemberRow &b) { return a.id < b.id; });
    return rows;
}

} // namespace tenantry::ui::spaces
