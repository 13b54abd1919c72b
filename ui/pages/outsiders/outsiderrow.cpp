// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/outsiders/outsiderrow.h"

#include "core/access/explanationtext.h"
#include "core/domain/messages.h"
#include "ui/models/textorder.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::outsiders {

namespace {

struct Words
{
    Q_DECLARE_TR_FUNCTIONS(Outsiders)
};

/// Their grants in the tenant, space by space.
void addAccess(OutsiderRow &row, const directory::Snapshot &snapshot, directory::UserIndex user,
               directory::TenantIndex tenant)
{
    bool forEver = false;
    directory::SpaceIndex last;
    for (const directory::SubjectGrant &grant : snapshot.grantsOf(user)) {
        const directory::SpaceView space = snapshot.space(grant.space());
        if (space.tenant() != tenant)
            continue;
        if (last != grant.space())
            row.spaces.push_back({space.id(), space.name().simplified()});
        last = grant.space();
        SpaceAccess &access = row.spaces.back();
        if (grant.isOnSpace())
            access.role = grant.role();
        else
            ++access.resources;
        row.owned += !grant.isOnSpace() && grant.role() == Role::Owner;
        const auto expiry = snapshot.grant(grant.grant()).expiresAt();
        forEver |= !expiry;
        if (expiry && (!row.until || *row.until < *expiry))
            row.until = expiry;
    }
    if (forEver)
        row.until.reset();
}

void addPending(OutsiderRow &row, const QueuedCommand &queued)
{
    row.command = queued.id();
    row.pending = queued.state == CommandState::NeedsAttention ? OutsiderRow::Pending::Refused
                                                               : OutsiderRow::Pending::Queued;
    QStringList sentences;
    for (const Error &error : queued.errors)
        sentences += sentence(error);
    row.problem = sentences.join(u' ');
}

} // namespace

std::vector<OutsiderRow> outsiderRows(const directory::SnapshotPtr &snapshot,
                                      const QList<QueuedCommand> &commands, TenantId tenant)
{
    QHash<QUuid, const QueuedCommand *> removals;
    for (const QueuedCommand &queued : commands)
        if (queued.isOpen() && queued.command.kind == u"outsider_remove")
            removals.insert(QUuid::fromString(queued.command.payload["user_id"_L1].toString()), &queued);
    const directory::TenantIndex tenantIndex = snapshot->findTenant(tenant);
    std::vector<OutsiderRow> rows;
    for (const tenantry::OutsiderRow &outsider : snapshot->outsidersOf(tenant)) {
        OutsiderRow row;
        row.id = outsider.userId;
        row.since = outsider.since;
        if (const auto user = snapshot->findUser(outsider.userId); user.isValid()) {
            const directory::UserView view = snapshot->user(user);
            row.name = view.name().simplified();
            row.mis = view.mis();
            row.portrait = view.avatar();
            row.staff = view.isStaff();
            row.inactive = view.isKnown() && view.status() != UserStatus::Active;
            addAccess(row, *snapshot, user, tenantIndex);
        }
        if (row.name.isEmpty())
            row.name = Words::tr("(without a name)");
        if (const QueuedCommand *removal = removals.value(row.id.uuid()))
            addPending(row, *removal);
        sortByText(row.spaces, &SpaceAccess::name);
        rows.push_back(std::move(row));
    }
    std::ranges::sort(rows, std::less(), &OutsiderRow::id);
    sortByText(rows, &OutsiderRow::name);
    return rows;
}

QStringList lossLines(const OutsiderRow &row)
{
    QStringList lines;
    for (const SpaceAccess &access : row.spaces) {
        QStringList parts;
        if (access.role != Role::None)
            parts += access::roleName(access.role);
        if (access.resources > 0)
            parts += Words::tr("%n resource(s)", nullptr, access.resources);
        lines += Words::tr("%1 · %2: %3").arg(row.name, access.name, parts.join(u", "_s));
    }
    return lines;
}

} // namespace tenantry::ui::outsiders
