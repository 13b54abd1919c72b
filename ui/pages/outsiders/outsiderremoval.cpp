// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/outsiders/outsiderremoval.h"

#include "core/domain/membercommands.h"
#include "ui/pages/spaces/spacerights.h"

#include <QMap>

using namespace Qt::StringLiterals;

namespace tenantry::ui::outsiders {

namespace {

constexpr qsizetype mostGrants = 500; ///< of one command (resources/schema/README.md)

/// Space by space what they have now and the actor may give again, the space itself first: who has a grant on
/// a resource and none there would become guest (PRM-9).
QMap<QUuid, QList<GrantWish>> wishesOf(const Session &session, UserId user, TenantId tenant, int &lost)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::UserIndex index = snapshot->findUser(user);
    QMap<QUuid, QList<GrantWish>> wishes;
    if (!index.isValid())
        return wishes;
    for (const directory::SubjectGrant &each : snapshot->grantsOf(index)) {
        const directory::GrantView grant = snapshot->grant(each.grant());
        const directory::SpaceView space = snapshot->space(grant.space());
        if (snapshot->tenantId(space.tenant()) != tenant || grant.isExpired(session.now()))
            continue;
        const spaces::MemberPlace place{
            space.id(), each.isOnSpace() ? ResourceId() : ResourceId(snapshot->idOf(grant.object()))};
        if (!spaces::refusalSentence(spaces::rightsOn(session, place), Role::None, grant.role()).isEmpty()) {
            ++lost;
            continue;
        }
        wishes[space.id().uuid()] += GrantWish{GrantId::make(session.now()),
                                               place.kind(),
                                               place.id(),
                                               SubjectKind::User,
                                               user.uuid(),
                                               grant.role(),
                                               grant.expiresAt()};
    }
    return wishes;
}

} // namespace

Removal removeOutsider(Session &session, const OutsiderRow &row, TenantId tenant)
{
    Removal removal;
    Command command = outsiderRemove(row.id, tenant);
    command.subject = {{u"record"_s, row.id.toString()}, {u"title"_s, row.name}};
    const auto wishes = wishesOf(session, row.id, tenant, removal.lost);
    QList<Command> inverse;
    for (auto space = wishes.begin(); space != wishes.end(); ++space)
        for (qsizetype from = 0; from < space->size(); from += mostGrants) {
            Command back = grantsSet(SpaceId(space.key()), space->mid(from, mostGrants));
            const directory::SnapshotPtr snapshot = session.snapshot();
            const QString name = snapshot->space(snapshot->findSpace(SpaceId(space.key()))).name();
            back.subject = {{u"record"_s, space.key().toString(QUuid::WithoutBraces)},
                            {u"title"_s, name},
                            {u"space"_s, name}};
            inverse += back;
        }
    removal.undo.inverse = [inverse](CommandId) { return inverse; };
    removal.undo.done = session.submit(std::move(command));
    return removal;
}

} // namespace tenantry::ui::outsiders
