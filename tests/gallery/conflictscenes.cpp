// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "tests/uisupport/fixedsession.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/pages/organizations/organizationcommands.h"

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

Error conflict(const QUuid &record, const QString &group)
{
    Error error{ErrorClass::Business, u"command.conflict"_s, {}, {}};
    error.parameters = {{u"record"_s, record.toString(QUuid::WithoutBraces)},
                        {u"group"_s, group},
                        {u"seen"_s, 1},
                        {u"now"_s, 2}};
    return error;
}

std::unique_ptr<QWidget> dialogFor(std::unique_ptr<FixedSession> session, const Command &command,
                                   const QList<Error> &errors)
{
    const CommandId id = session->submit(command);
    session->answer(id, errors);
    auto dialog = std::make_unique<ConflictDialog>(*session, id);
    FixedSession *kept = session.release();
    QObject::connect(dialog.get(), &QObject::destroyed, kept, &QObject::deleteLater);
    return dialog;
}

OrganizationRow organizationNamed(const FixedSession &session, const QString &name)
{
    const auto &all = session.world().organizations;
    return *std::find_if(all.begin(), all.end(),
                         [&](const OrganizationRow &row) { return row.name == name; });
}

std::unique_ptr<QWidget> makeEditConflict()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    OrganizationRow row = organizationNamed(*session, u"性能测试组"_s);
    const auto command = makeEdit(
        session->snapshot(), row.id,
        {u"性能与容量组"_s, u"CAPACITY"_s, u"负责压测与容量评估"_s, session->world().personas.at(5).userId});
    row.code = u"PERF_TEST"_s;
    row.version = row.versionDetails = 2;
    session->apply({{row}, {}});
    return dialogFor(std::move(session), *command, {conflict(row.id.uuid(), u"details"_s)});
}

std::unique_ptr<QWidget> makeMembershipConflict()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const UserId user = session->world().personas.at(5).userId;
    const directory::SnapshotPtr seen = session->snapshot();
    const OrganizationId mine = organizationNamed(*session, u"评测集维护"_s).id;
    const Command command = makeMemberships(seen, user, {{mine, u"leader"_s}}, mine, u"调岗"_s);
    MembershipRow added;
    added.id = makeUuid7(session->now());
    added.userId = user;
    added.organizationId = organizationNamed(*session, u"性能测试组"_s).id;
    added.role = u"member"_s;
    UserRow row = seen->user(seen->findUser(user)).row();
    added.tenantId = row.tenantId;
    row.versionMemberships = 2;
    session->apply({{added, row}, {}});
    return dialogFor(std::move(session), command, {conflict(user.uuid(), u"memberships"_s)});
}

std::unique_ptr<QWidget> makeGrantConflicts()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    QList<GrantRow> there;
    for (const GrantRow &grant : session->world().grants)
        if (grant.objectKind == ObjectKind::Space && grant.role != Role::Owner &&
            (there.isEmpty() || grant.spaceId == there.constFirst().spaceId))
            there.append(grant);
    QList<GrantWish> wishes;
    QList<Error> errors;
    QJsonObject before;
    directory::Delta theirs;
    for (qsizetype i = 0; i < std::min<qsizetype>(there.size(), 7); ++i) {
        GrantRow grant = there[i];
        wishes.append({grant.id,
                       grant.objectKind,
                       grant.objectId,
                       grant.subjectKind,
                       grant.subjectId,
                       Role::Editor,
                       {}});
        before.insert(grant.id.toString(), QJsonObject{{u"role"_s, QString(wireName(grant.role))}});
        if (i > 2)
            continue;
        grant.role = Role::Guest;
        grant.version = 2;
        if (i == 1)
            grant.expiresAt = session->now() + std::chrono::hours(24 * 6);
        theirs.upserted.push_back(grant);
        errors.append(conflict(grant.id.uuid(), {}));
    }
    Command command = grantsSet(there.constFirst().spaceId, wishes);
    command.before = before;
    session->apply(theirs);
    return dialogFor(std::move(session), command, errors);
}

} // namespace

void addConflictScenes(Scenes &scenes)
{
    scenes.push_back({u"conflict-edit"_s, {760, 460}, makeEditConflict});
    scenes.push_back({u"conflict-memberships"_s, {760, 460}, makeMembershipConflict});
    scenes.push_back({u"conflict-grants"_s, {760, 620}, makeGrantConflicts});
}

} // namespace tenantry::gallery
