// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/expirydialog.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/resourcemembersdialog.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/pages/spaces/spaceview.h"
#include "ui/widgets/searchfield.h"

#include <QDeadlineTimer>
#include <QJsonArray>
#include <QKeyEvent>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;

namespace tenantry::gallery
{

namespace
{

/// What other threads make ready.
template <class Condition>
void waitFor(const Condition &condition)
{
    for (QDeadlineTimer end(20'000); !condition() && !end.hasExpired();)
        QCoreApplication::processEvents(QEventLoop::AllEvents | QEventLoop::WaitForMoreEvents);
}

/// What the server finds beside the own copy: people of other tenants, with stars.
QJsonValue foundByServer()
{
    const auto person = [](const QString &name, const QString &mis, const QString &phone, const QString &email) {
        return QJsonObject{{u"id"_s, makeUuid7(FixedSession::fixedNow()).toString(QUuid::WithoutBraces)},
                           {u"name"_s, name},
                           {u"avatar"_s, u""_s},
                           {u"staff"_s, !mis.isEmpty()},
                           {u"mis"_s, mis},
                           {u"phone"_s, phone},
                           {u"email"_s, email},
                           {u"same_tenant"_s, false}};
    };
    return QJsonObject{{u"people"_s,
                        QJsonArray{person(u"王小明"_s, u"wangxiaoming03"_s, u"+86 138 **** ****"_s, u"wang*******@****.example"_s),
                                   person(u"汪洋"_s, {}, {}, u"wang****@*****.example"_s), person(u"Wang Lei"_s, {}, u"+86 *** **** ****"_s, {}),
                                   person(u"Wolfeschlegelsteinhausenbergerdorff-Wang der Ältere von und zu Hohenlohe-Langenburg"_s, u"wolfe"_s, {}, {})}},
                       {u"more"_s, true}};
}

std::unique_ptr<QWidget> makeAddPeople(bool online)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const SpaceId space = lively(*session);
    session->setAnswer(sync::Question::SearchPeople, [](const QJsonObject &) { return foundByServer(); });
    sync::SyncState state = session->state();
    state.online = online;
    session->setState(state);
    auto dialog = std::make_unique<AddPeopleDialog>(*session, MemberPlace{space});
    auto *field = dialog->findChild<SearchField *>();
    field->setText(u"wang"_s);
    QKeyEvent enter(QEvent::KeyPress, Qt::Key_Return, Qt::NoModifier);
    QCoreApplication::sendEvent(field, &enter);
    PeopleModel *model = dialog->model();
    waitFor([model] { return !model->finder().isBusy(); });
    for (int i = 0; i < model->rowCount(); i += 3)
        model->setData(model->index(i), Qt::Checked, Qt::CheckStateRole);
    return keep(std::move(session), std::move(dialog));
}

/// A restricted resource with roles of its own, or the dialog that adds some, with somebody who becomes guest.
std::unique_ptr<QWidget> makeResourceMembers(bool adding, bool outlasting = false)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)), u"智能客服空间"_s, session->userId(), 5, session->now());
    const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
    ResourceRow resource;
    for (const directory::Row &row : delta.upserted)
        if (const auto *each = std::get_if<ResourceRow>(&row); each && each->restricted)
            resource = *each;
    int n = 0;
    for (const UserRow &user : session->world().users)
        if (user.tenantId == space.tenantId && user.status == UserStatus::Active && n++ < 6) {
            GrantRow grant = test::grantOn(space, SubjectKind::User, user.id.uuid(), n == 1 ? Role::Owner : Role(1 + n % 5), session->now());
            if (user.id == session->userId())
                grant.role = Role::Owner;
            grant.objectKind = ObjectKind::Resource;
            grant.objectId = resource.id.uuid();
            delta.upserted.emplace_back(grant);
        }
    session->apply(delta);
    const MemberPlace place{space.id, resource.id};
    if (!adding)
        return keep(std::move(session), std::make_unique<ResourceMembersDialog>(*session, place));
    auto dialog = std::make_unique<AddPeopleDialog>(*session, place);
    for (int i = 0; i < 2; ++i)
        dialog->model()->setData(dialog->model()->index(i), Qt::Checked, Qt::CheckStateRole);
    if (outlasting) { // the first one's role on the space ends in ten days
        GrantRow onSpace = test::grantOn(space, SubjectKind::User, dialog->model()->chosen().constFirst().id.uuid(), Role::Editor, session->now());
        onSpace.expiresAt = session->now() + std::chrono::days(10);
        session->apply({{onSpace}, {}});
        dialog->choice()->setDays(30);
    }
    return keep(std::move(session), std::move(dialog));
}

/// An organization or a role group with a role on the space.
std::unique_ptr<QWidget> makeDetailOf(SubjectKind kind)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)), u"智能客服空间"_s, session->userId(), 12, session->now());
    const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
    const auto snapshot = session->snapshot();
    const auto tenant = snapshot->findTenant(space.tenantId);
    QUuid subject = snapshot->roleGroup(snapshot->roleGroupsOf(tenant).front()).id().uuid();
    QUuid holder = subject;
    if (kind == SubjectKind::Organization) {
        const auto root = snapshot->rootOrganizations(tenant).front();
        holder = snapshot->organization(root).id().uuid();
        subject = snapshot->organization(snapshot->children(root).front()).id().uuid();
    }
    delta.upserted.emplace_back(test::grantOn(space, kind, holder, Role::Editor, session->now()));
    session->apply(delta);
    return keep(std::move(session), std::make_unique<PermissionDetailDialog>(*session, space.id, kind, subject));
}

std::unique_ptr<QWidget> makeTenThousand()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)), u"一万人的空间"_s, session->userId(), 3, session->now());
    test::addMembers(delta, *session, std::get<SpaceRow>(delta.upserted.front()), 10'000);
    session->apply(delta);
    auto page = makePage(*session, test::spaceOf(delta));
    const MembersModel *model = page->view()->members()->model();
    waitFor([model] { return model->rowCount() > 0; });
    return keep(std::move(session), std::move(page));
}

/// To somebody who doesn't manage the space: who is in it, without roles (EXT-2).
std::unique_ptr<QWidget> makeNames()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const SpaceId space = lively(*session);
    session->setHeldScopes({});
    directory::Delta unseen;
    QJsonArray named;
    const auto snapshot = session->snapshot();
    for (const directory::GrantEntry entry : snapshot->grantsOn(snapshot->findSpace(space)))
        if (const GrantRow grant = snapshot->grant(entry.grant()).row(); grant.role != Role::Owner) {
            unseen.removed.push_back({RowKind::Grant, grant.id.uuid()});
            named.append(QJsonObject{{u"subject_kind"_s, QString(wireName(grant.subjectKind))},
                                     {u"subject_id"_s, grant.subjectId.toString(QUuid::WithoutBraces)}});
        }
    session->apply(unseen);
    session->setAnswer(sync::Question::SpaceMembers, [named](const QJsonObject &) {
        return QJsonObject{{u"members"_s, named}, {u"more"_s, false}};
    });
    auto page = makePage(*session, space);
    const MembersModel *model = page->view()->members()->model();
    waitFor([model] { return model->rowCount() > 1; });
    return keep(std::move(session), std::move(page));
}

/// Everyone of a space but its owner, renewed for a month.
std::unique_ptr<QWidget> makeRenewal()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const SpaceId space = test::busySpace(*session);
    QList<GrantWish> wishes;
    for (const GrantRow &grant : session->world().grants)
        if (grant.spaceId == space && grant.objectKind == ObjectKind::Space && grant.role != Role::Owner)
            wishes += GrantWish{grant.id, grant.objectKind, grant.objectId, grant.subjectKind, grant.subjectId, grant.role, {}};
    auto dialog = std::make_unique<ExpiryDialog>(*session, int(wishes.size()), [space, wishes](Instant end) {
        QList<GrantWish> renewed = wishes;
        for (GrantWish &wish : renewed)
            wish.expiresAt = end;
        return QList<Command>{grantsSet(space, renewed)};
    });
    waitFor([&dialog] { return dialog->impact()->difference() != nullptr; });
    return keep(std::move(session), std::move(dialog));
}

} // namespace

void addMemberScenes(Scenes &scenes)
{
    const QSize page(1048, 744); // of a window of 1280 × 800
    scenes.push_back({u"spaces-add-people"_s, {640, 740}, [] { return makeAddPeople(true); }});
    scenes.push_back({u"spaces-add-people-offline"_s, {640, 740}, [] { return makeAddPeople(false); }});
    scenes.push_back({u"spaces-resource-members"_s, {1000, 640}, [] { return makeResourceMembers(false); }});
    scenes.push_back({u"spaces-resource-add"_s, {640, 740}, [] { return makeResourceMembers(true); }});
    scenes.push_back({u"spaces-resource-outlasting"_s, {640, 740}, [] { return makeResourceMembers(true, true); }});
    scenes.push_back({u"spaces-renew"_s, {440, 270}, makeRenewal});
    scenes.push_back({u"spaces-detail-organization"_s, {1080, 680}, [] { return makeDetailOf(SubjectKind::Organization); }});
    scenes.push_back({u"spaces-detail-group"_s, {1080, 680}, [] { return makeDetailOf(SubjectKind::RoleGroup); }});
    scenes.push_back({u"spaces-ten-thousand"_s, page, makeTenThousand});
    scenes.push_back({u"spaces-member-names"_s, page, makeNames});
}

} // namespace tenantry::gallery
