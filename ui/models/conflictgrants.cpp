// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conflictkinds.h"

#include "core/access/explanationtext.h"
#include "ui/widgets/datetext.h"

#include <QCoreApplication>
#include <QJsonArray>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::ConflictGrants)
};

/// A role with its end, as it was, is or is wanted.
struct Standing
{
    Role role = Role::None;
    QJsonValue expiresAt; ///< µs; null: never

    static Standing of(const QJsonObject &json)
    {
        return {fromWireName<Role>(json.value(u"role"_s).toString().toLatin1()).value_or(Role::None),
                json.value(u"expires_at"_s)};
    }
    [[nodiscard]] QJsonObject toJson() const
    {
        return {{u"role"_s, QString(wireName(role))}, {u"expires_at"_s, expiresAt}};
    }
    [[nodiscard]] QString expiryText() const
    {
        return expiresAt.isDouble()
                   ? momentText(QDateTime::fromMSecsSinceEpoch(qint64(expiresAt.toDouble()) / 1000))
                   : Words::tr("Never");
    }
    friend bool operator==(const Standing &a, const Standing &b)
    {
        return a.role == b.role && a.expiresAt.toDouble(-1) == b.expiresAt.toDouble(-1);
    }
};

/// One grant that the command sets or removes, with what stands there now.
class GrantConflict final
{
public:
    GrantConflict(const directory::SnapshotPtr &snapshot, const Command &command, const QJsonValue &item)
        : m_snapshot(snapshot), m_wish(item.toObject()), m_removed(!item.isObject()),
          m_id(item.isObject() ? m_wish.value(u"grant_id"_s).toString() : item.toString()), m_now(findNow()),
          m_before(command.before.value(m_id)), m_wasThere(command.seen.contains(m_id))
    {
    }

    [[nodiscard]] bool isRemoved() const { return m_removed; }
    [[nodiscard]] bool isThere() const { return m_now.isValid(); }
    [[nodiscard]] GrantId nowId() const { return m_snapshot->grant(m_now).id(); }
    [[nodiscard]] int nowVersion() const { return m_snapshot->grant(m_now).version(); }
    [[nodiscard]] QString roleKey() const { return m_id + u"/role"_s; }
    [[nodiscard]] QString expiryKey() const { return m_id + u"/expires_at"_s; }
    [[nodiscard]] Standing mine() const { return m_removed ? Standing() : Standing::of(m_wish); }

    [[nodiscard]] Standing now() const
    {
        if (!isThere())
            return {};
        const auto view = m_snapshot->grant(m_now);
        const auto end = view.expiresAt();
        return {view.role(), end ? QJsonValue(toMicroseconds(*end)) : QJsonValue()};
    }

    void addFields(QList<ConflictField> &fields) const
    {
        // Commands of an older console know the role alone.
        const Standing before =
            m_before.isString() ? Standing::of({{u"role"_s, m_before}}) : Standing::of(m_before.toObject());
        const Standing there = now(), wanted = mine();
        if (before.role != there.role || there.role != wanted.role)
            fields.append({roleKey(), label(), access::roleName(before.role), access::roleName(there.role),
                           access::roleName(wanted.role)});
        // Where there is no grant on one of the sides, the end goes with the role.
        if (there.role != Role::None && wanted.role != Role::None &&
            (before.expiryText() != there.expiryText() || there.expiryText() != wanted.expiryText()))
            fields.append({expiryKey(), Words::tr("%1, until").arg(label()), before.expiryText(),
                           there.expiryText(), wanted.expiryText()});
    }

    [[nodiscard]] QJsonObject wish(const Standing &chosen, Instant moment) const
    {
        QJsonObject made = m_wish;
        made[u"role"_s] = QString(wireName(chosen.role));
        made[u"expires_at"_s] = chosen.expiresAt;
        // Somebody else's grant to the same subject is changed, not doubled; one that is gone comes back as a
        // new one.
        if (isThere())
            made[u"grant_id"_s] = nowId().toString();
        else if (m_wasThere)
            made[u"grant_id"_s] = GrantId::make(moment).toString();
        return made;
    }

private:
    [[nodiscard]] directory::Subject subject() const
    {
        return m_removed && m_now.isValid() ? m_snapshot->grant(m_now).subject() : wishedSubject();
    }
    [[nodiscard]] directory::Subject wishedSubject() const
    {
        const auto kind = fromWireName<SubjectKind>(m_wish.value(u"subject_kind"_s).toString().toLatin1());
        return kind ? m_snapshot->findSubject(*kind,
                                              QUuid::fromString(m_wish.value(u"subject_id"_s).toString()))
                    : directory::Subject();
    }
    [[nodiscard]] directory::Object object() const
    {
        const auto kind = fromWireName<ObjectKind>(m_wish.value(u"object_kind"_s).toString().toLatin1());
        return kind
                   ? m_snapshot->findObject(*kind, QUuid::fromString(m_wish.value(u"object_id"_s).toString()))
                   : directory::Object();
    }
    [[nodiscard]] directory::GrantIndex findNow() const
    {
        if (const auto byId = m_snapshot->findGrant(GrantId(QUuid::fromString(m_id)));
            byId.isValid() || m_removed)
            return byId;
        const directory::Subject whose = wishedSubject();
        const directory::Object on = object();
        if (whose.isValid() && on.isValid())
            for (const directory::SubjectGrant &grant : m_snapshot->grantsOf(whose))
                if (grant.object() == on)
                    return grant.grant();
        return {};
    }
    [[nodiscard]] QString label() const
    {
        const directory::Subject whose = subject();
        const QString name = whose.isValid() ? m_snapshot->nameOf(whose) : QString();
        const QString who = !name.isEmpty() ? name
                            : m_removed     ? Words::tr("a grant that is gone")
                                            : Words::tr("somebody you can't see");
        const directory::Object on = object();
        return on.isValid() && m_wish.value(u"object_kind"_s) == u"resource"_s
                   ? Words::tr("%1 on %2").arg(who, m_snapshot->nameOf(on))
                   : who;
    }

    directory::SnapshotPtr m_snapshot;
    QJsonObject m_wish;
    bool m_removed;
    QString m_id;
    directory::GrantIndex m_now;
    QJsonValue m_before;
    bool m_wasThere;
};

QString listName(const Command &command)
{
    return command.kind == u"grants_remove" ? u"grant_ids"_s : u"grants"_s;
}

QList<GrantConflict> conflictsOf(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    QList<GrantConflict> conflicts;
    for (const QJsonValue &item : command.payload.value(listName(command)).toArray())
        conflicts.append(GrantConflict(snapshot, command, item));
    return conflicts;
}

} // namespace

QList<ConflictField> grantConflicts(const Session &session, const Command &command)
{
    QList<ConflictField> fields;
    for (const GrantConflict &conflict : conflictsOf(session, command))
        conflict.addFields(fields);
    return fields;
}

ConflictMerge mergedGrants(const Session &session, const Command &command, const QStringList &keys)
{
    Command merged = command;
    merged.seen = merged.before = {};
    QJsonArray kept;
    for (const GrantConflict &conflict : conflictsOf(session, command)) {
        const Standing now = conflict.now(), mine = conflict.mine();
        const bool takesRole = keys.contains(conflict.roleKey());
        Standing chosen{takesRole ? mine.role : now.role,
                        keys.contains(conflict.expiryKey()) ? mine.expiresAt : now.expiresAt};
        if (now.role == Role::None || chosen.role == Role::None)
            chosen.expiresAt = mine.expiresAt; // the end goes with the role
        if (chosen.role == Role::None ? !conflict.isRemoved() || !takesRole || !conflict.isThere()
                                      : chosen == now)
            continue; // stays as it is
        const QJsonObject wish = conflict.wish(chosen, session.now());
        const QString id =
            conflict.isThere() ? conflict.nowId().toString() : wish.value(u"grant_id"_s).toString();
        kept.append(conflict.isRemoved() ? QJsonValue(id) : QJsonValue(wish));
        merged.before.insert(id, now.toJson());
        if (conflict.isThere())
            merged.see(conflict.nowId().uuid(), {}, conflict.nowVersion());
    }
    merged.payload[listName(command)] = kept;
    return {kept.isEmpty() ? std::nullopt : std::optional(merged), {}};
}

} // namespace tenantry::ui
