// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberrow.h"

#include "core/access/completeness.h"
#include "core/domain/messages.h"
#include "ui/pages/spaces/memberdescriber.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

using namespace directory;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(SpaceMembers)
};

QString problemOf(const QueuedCommand &command)
{
    QStringList sentences;
    for (const Error &error : command.errors)
        sentences += sentence(error);
    return sentences.isEmpty() ? Words::tr("This change was not accepted.") : sentences.join(u' ');
}

bool concerns(const QueuedCommand &queued, const MemberPlace &place)
{
    return queued.isOpen() && queued.command.payload["space_id"_L1].toString() == place.space.toString();
}

/// Whether a wish of grants_set is about a grant on this place.
bool isOn(const QJsonObject &wish, const MemberPlace &place)
{
    return wish["object_kind"_L1].toString() == wireName(place.kind()) &&
           QUuid::fromString(wish["object_id"_L1].toString()) == place.id();
}

Role roleOf(const QJsonObject &wish)
{
    return fromWireName<Role>(wish["role"_L1].toString().toLatin1()).value_or(Role::None);
}

SubjectKind kindOf(const QJsonObject &wish)
{
    return fromWireName<SubjectKind>(wish["subject_kind"_L1].toString().toLatin1())
        .value_or(SubjectKind::User);
}

std::optional<Instant> expiryOf(const QJsonObject &wish)
{
    const QJsonValue value = wish["expires_at"_L1];
    if (value.isUndefined() || value.isNull())
        return {};
    return fromMicroseconds(value.isString() ? value.toString().toLongLong() : value.toInteger());
}

/// Lays queued commands over the rows that the snapshot gave.
class Overlay final
{
public:
    Overlay(const MemberSource &source, const MemberPlace &place, MemberDescriber &describer,
            std::vector<MemberRow> &rows)
        : m_source(source), m_place(place), m_describer(describer), m_rows(rows)
    {
    }

    void apply(const QueuedCommand &queued)
    {
        if (m_places.isEmpty())
            for (size_t i = 0; i < m_rows.size(); ++i)
                m_places.insert(m_rows[i].id.uuid(), i);
        if (queued.command.kind == u"grants_set") {
            for (const QJsonValue &wish : queued.command.payload["grants"_L1].toArray())
                set(queued, wish.toObject());
        } else if (queued.command.kind == u"grants_remove") {
            for (const QJsonValue &id : queued.command.payload["grant_ids"_L1].toArray())
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

    void set(const QueuedCommand &queued, const QJsonObject &wish)
    {
        if (!isOn(wish, m_place))
            return;
        const QUuid id = QUuid::fromString(wish["grant_id"_L1].toString());
        auto place = m_places.constFind(id);
        const bool refused = queued.state == CommandState::NeedsAttention;
        if (place == m_places.cend()) {
            if (refused) // nobody is a member because somebody asked for it: it waits among what needs
                         // attention
                return;
            place = m_places.insert(id, addRow(queued, wish, id));
        }
        MemberRow &row = m_rows[*place];
        // What was refused is not so: the row shows what holds, with the reason.
        if (!refused) {
            row.role = roleOf(wish);
            row.expiresAt = expiryOf(wish);
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
        row.kind = kindOf(wish);
        row.subjectId = QUuid::fromString(wish["subject_id"_L1].toString());
        m_describer.describe(row);
        // Somebody whom the server found: the snapshot knows them with the answer.
        const QString name =
            queued.command.subject["names"_L1][row.subjectId.toString(QUuid::WithoutBraces)].toString();
        if (!row.known && !name.isEmpty()) {
            row.name = name;
            row.known = true;
        }
        row.grantedBy = m_describer.userName(m_source.snapshot->findUser(m_source.actor));
        row.grantedAt = queued.decidedAt;
        m_rows.push_back(std::move(row));
        return m_rows.size() - 1;
    }

    const MemberSource &m_source;
    const MemberPlace &m_place;
    MemberDescriber &m_describer;
    std::vector<MemberRow> &m_rows;
    QHash<QUuid, size_t> m_places;
};

/// Those of whom nothing but their being here is known. What they hold is a grant whose ID isn't known:
/// theirs stands for it.
void addNamed(const MemberSource &source, MemberDescriber &describer, std::vector<MemberRow> &rows)
{
    QSet<QUuid> there;
    for (const MemberRow &row : rows)
        there.insert(row.subjectId);
    for (const MemberName &name : source.named) {
        if (there.contains(name.id))
            continue;
        MemberRow row;
        row.id = GrantId(name.id);
        row.kind = name.kind;
        row.subjectId = name.id;
        row.nameOnly = true;
        describer.describe(row);
        rows.push_back(std::move(row));
    }
}

} // namespace

std::vector<MemberRow> memberRows(const MemberSource &source, const MemberPlace &place, std::stop_token stop)
{
    const Snapshot &snapshot = *source.snapshot;
    std::vector<MemberRow> rows;
    const Object object = place.in(snapshot);
    if (!object.isValid())
        return rows;
    const SpaceIndex space = snapshot.spaceOf(object);
    const TenantIndex tenant = space.isValid() ? snapshot.space(space).tenant() : TenantIndex();
    const access::Completeness completeness(source.snapshot, source.held, source.actor);
    MemberDescriber describer(snapshot, tenant, completeness.seesAllOf(tenant));
    const auto grants = snapshot.grantsOn(object);
    rows.reserve(grants.size());
    for (const GrantEntry &entry : grants) {
        if (stop.stop_requested())
            return rows;
        rows.push_back(describer.rowOf(entry.grant()));
    }
    addNamed(source, describer, rows);
    Overlay overlay(source, place, describer, rows);
    for (const QueuedCommand &queued : source.commands)
        if (concerns(queued, place))
            overlay.apply(queued);
    std::sort(rows.begin(), rows.end(), [](const MemberRow &a, const MemberRow &b) { return a.id < b.id; });
    return rows;
}

QHash<QUuid, Role> memberRoles(const MemberSource &source, const MemberPlace &place)
{
    const Snapshot &snapshot = *source.snapshot;
    QHash<QUuid, Role> roles;
    QHash<QUuid, QUuid> holders; // by grant
    const Object object = place.in(snapshot);
    if (!object.isValid())
        return roles;
    const auto grants = snapshot.grantsOn(object);
    for (const GrantEntry &entry : grants) {
        const GrantView grant = snapshot.grant(entry.grant());
        const QUuid subject = snapshot.idOf(grant.subject());
        roles.insert(subject, entry.role());
        holders.insert(grant.id().uuid(), subject);
    }
    for (const QueuedCommand &queued : source.commands) {
        if (!concerns(queued, place) || queued.state == CommandState::NeedsAttention)
            continue;
        for (const QJsonValue &value : queued.command.payload["grants"_L1].toArray()) {
            const QJsonObject wish = value.toObject();
            if (!isOn(wish, place))
                continue;
            const QUuid subject = QUuid::fromString(wish["subject_id"_L1].toString());
            roles.insert(subject, roleOf(wish));
            holders.insert(QUuid::fromString(wish["grant_id"_L1].toString()), subject);
        }
        for (const QJsonValue &id : queued.command.payload["grant_ids"_L1].toArray())
            roles.remove(holders.value(QUuid::fromString(id.toString())));
    }
    return roles;
}

qsizetype memberWork(const MemberSource &source, const MemberPlace &place)
{
    const Object object = place.in(*source.snapshot);
    qsizetype work = source.named.size();
    if (object.isValid())
        work += qsizetype(source.snapshot->grantsOn(object).size());
    for (const QueuedCommand &queued : source.commands)
        if (concerns(queued, place))
            work += queued.command.payload["grants"_L1].toArray().size() +
                    queued.command.payload["grant_ids"_L1].toArray().size();
    return work;
}

} // namespace tenantry::ui::spaces
