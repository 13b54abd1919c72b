// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/conflictkinds.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QMap>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(tenantry::ui::ConflictMemberships)
};

const auto primaryKey = u"primary_organization_id"_s;

/// The organizations of one person: with the role in each.
struct Memberships
{
    QMap<QUuid, QString> roles;
    QUuid primary;

    static Memberships of(const QJsonObject &json)
    {
        Memberships found;
        found.primary = QUuid::fromString(json.value(primaryKey).toString());
        const QJsonArray list = json.value(u"memberships"_s).toArray();
        for (const QJsonValue &each : list)
            found.roles.insert(QUuid::fromString(each[u"organization_id"_s].toString()),
                               each[u"role"_s].toString(u"member"_s));
        return found;
    }

    static Memberships of(const directory::Snapshot &snapshot, UserId user)
    {
        Memberships found;
        const auto index = snapshot.findUser(user);
        if (!index.isValid())
            return found;
        for (const directory::UserMembership &each : snapshot.membershipsOf(index))
            found.roles.insert(snapshot.organization(each.organization).id().uuid(),
                               snapshot.membership(each.membership).role());
        if (const auto primary = snapshot.user(index).primaryOrganization(); primary.isValid())
            found.primary = snapshot.organization(primary).id().uuid();
        return found;
    }

    void writeTo(QJsonObject &json) const
    {
        QJsonArray list;
        for (auto it = roles.cbegin(); it != roles.cend(); ++it)
            list.append(QJsonObject{{u"organization_id"_s, it.key().toString(QUuid::WithoutBraces)},
                                    {u"role"_s, it.value()}});
        json[u"memberships"_s] = list;
        json[primaryKey] = primary.toString(QUuid::WithoutBraces);
    }

    friend bool operator==(const Memberships &, const Memberships &) = default;
};

/// What the person saw, what there is, what they want.
struct Sides
{
    Memberships before, now, mine;

    Sides(const Session &session, const Command &command)
        : before(Memberships::of(command.before)),
          now(Memberships::of(*session.snapshot(),
                              UserId(QUuid::fromString(command.payload.value(u"user_id"_s).toString())))),
          mine(Memberships::of(command.payload))
    {
    }

    [[nodiscard]] QList<QUuid> organizations() const
    {
        QMap<QUuid, QString> all = before.roles;
        all.insert(now.roles);
        all.insert(mine.roles);
        return all.keys();
    }
};

QString keyOf(const QUuid &organization)
{
    return u"in/"_s + organization.toString(QUuid::WithoutBraces);
}

QString roleText(const Memberships &memberships, const QUuid &organization)
{
    const QString role = memberships.roles.value(organization);
    return role.isEmpty()      ? Words::tr("not in it")
           : role == u"leader" ? Words::tr("Leader")
           : role == u"member" ? Words::tr("Member")
                               : role;
}

QString nameOf(const directory::Snapshot &snapshot, const QUuid &organization)
{
    const auto index = snapshot.findOrganization(OrganizationId(organization));
    const QString name = index.isValid() ? snapshot.organization(index).name() : QString();
    return name.isEmpty() ? u"–"_s : name;
}

} // namespace

QList<ConflictField> membershipConflicts(const Session &session, const Command &command)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const Sides sides(session, command);
    QList<ConflictField> fields;
    const auto add = [&fields](const ConflictField &field) {
        if (field.before != field.now || field.now != field.mine)
            fields.append(field);
    };
    for (const QUuid &organization : sides.organizations())
        add({keyOf(organization), nameOf(*snapshot, organization), roleText(sides.before, organization),
             roleText(sides.now, organization), roleText(sides.mine, organization)});
    std::sort(fields.begin(), fields.end(), [](const ConflictField &a, const ConflictField &b) {
        return a.label.localeAwareCompare(b.label) < 0;
    });
    add({primaryKey, Words::tr("Primary organization"), nameOf(*snapshot, sides.before.primary),
         nameOf(*snapshot, sides.now.primary), nameOf(*snapshot, sides.mine.primary)});
    return fields;
}

ConflictMerge mergedMemberships(const Session &session, const Command &command, const QStringList &keys)
{
    const Sides sides(session, command);
    Memberships chosen = sides.now;
    for (const QUuid &organization : sides.organizations()) {
        if (!keys.contains(keyOf(organization)))
            continue;
        const auto wanted = sides.mine.roles.constFind(organization);
        if (wanted == sides.mine.roles.cend())
            chosen.roles.remove(organization);
        else
            chosen.roles.insert(organization, *wanted);
    }
    if (keys.contains(primaryKey))
        chosen.primary = sides.mine.primary;
    if (chosen == sides.now)
        return {};
    if (chosen.roles.isEmpty())
        return {{}, Words::tr("Nobody can be without any organization: keep one of them.")};
    if (!chosen.roles.contains(chosen.primary))
        return {{}, Words::tr("The primary organization must be one of those that are kept.")};
    Command merged = command;
    chosen.writeTo(merged.payload);
    merged.before = {};
    sides.now.writeTo(merged.before);
    return {merged, {}};
}

} // namespace tenantry::ui
