// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/lasting.h"

#include "core/access/holders.h"

#include <algorithm>

namespace tenantry::access {

using namespace directory;
using namespace Qt::StringLiterals;

namespace {

/// Nothing: never.
using End = std::optional<Instant>;

bool isBefore(const End &a, const End &b)
{
    return a && (!b || *a < *b);
}

bool hasRoleBesideOwn(const Snapshot &snapshot, Instant now, Subject subject, SpaceIndex space,
                      const End &until)
{
    bool has = false;
    const auto any = [](Subject) { return true; };
    eachHolder(snapshot.tables(), subject, any, [&](Subject holder, const Way &) {
        if (has || holder == subject)
            return;
        for (const SubjectGrant &grant : snapshot.grantsOf(holder)) {
            const End end = snapshot.grant(grant.grant()).expiresAt();
            has = has || (grant.isOnSpace() && grant.space() == space && isBefore(now, end) &&
                          !isBefore(end, until));
        }
    });
    return has;
}

/// When the last of a subject's grants on the resources of a space ends; `now` where there is none.
End resourceGrantsEnd(const Snapshot &snapshot, Instant now, Subject subject, SpaceIndex space)
{
    End last = now;
    for (const SubjectGrant &grant : snapshot.grantsOf(subject))
        if (!grant.isOnSpace() && grant.space() == space)
            if (const End end = snapshot.grant(grant.grant()).expiresAt(); isBefore(last, end))
                last = end;
    return last;
}

std::optional<Error> refusalOf(const Snapshot &snapshot, Instant now, SpaceIndex space, const GrantWish &wish)
{
    const Subject subject = snapshot.findSubject(wish.subjectKind, wish.subjectId);
    if (!subject.isValid() || !space.isValid())
        return {};
    End until;
    if (wish.objectKind == ObjectKind::Resource) {
        const GrantIndex own = outlastedGrant(snapshot, now, subject, space, wish.expiresAt);
        if (!own.isValid())
            return {};
        until = snapshot.grant(own).expiresAt();
    } else {
        const End last = resourceGrantsEnd(snapshot, now, subject, space);
        if (!isBefore(wish.expiresAt, last) || hasRoleBesideOwn(snapshot, now, subject, space, last))
            return {};
        until = wish.expiresAt;
    }
    return Error{ErrorClass::Business,
                 u"grant.outlasts_space"_s,
                 {},
                 {{u"until"_s, QString::number(toMicroseconds(*until))}}};
}

} // namespace

GrantIndex outlastedGrant(const Snapshot &snapshot, Instant now, Subject subject, SpaceIndex space,
                          const End &until)
{
    for (const SubjectGrant &each : snapshot.grantsOf(subject)) {
        const GrantView grant = snapshot.grant(each.grant());
        if (!each.isOnSpace() || each.space() != space || grant.role() == Role::Guest)
            continue;
        if (isBefore(now, grant.expiresAt()) && isBefore(grant.expiresAt(), until) &&
            !hasRoleBesideOwn(snapshot, now, subject, space, until))
            return each.grant();
    }
    return {};
}

std::optional<Error> outlastingRefusal(const Snapshot &snapshot, Instant now,
                                       const std::vector<PlannedChange> &changes)
{
    for (const PlannedChange &change : changes) {
        const auto *set = std::get_if<SetGrants>(&change);
        const SpaceIndex space = set ? snapshot.findSpace(set->space) : SpaceIndex();
        for (const GrantWish &wish : set ? set->grants : QList<GrantWish>())
            if (auto refusal = refusalOf(snapshot, now, space, wish))
                return refusal;
    }
    return {};
}

} // namespace tenantry::access
