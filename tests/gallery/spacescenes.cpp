// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"
#include "tests/gallery/spacescenes.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/pages/spaces/addorganizationsdialog.h"
#include "ui/pages/spaces/creationsettingsdialog.h"
#include "ui/pages/spaces/membercommands.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/modulesdialog.h"
#include "ui/pages/spaces/ownerdialog.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/permissiondetailmodel.h"
#include "ui/pages/spaces/resourcesmodel.h"
#include "ui/pages/spaces/resourcespane.h"
#include "ui/pages/spaces/rolemenu.h"
#include "ui/pages/spaces/spacechoices.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spaceform.h"
#include "ui/pages/spaces/spaceinfopane.h"
#include "ui/pages/spaces/spaceview.h"
#include "ui/pages/spaces/subjecttreemodel.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/listanddetail.h"
#include "ui/widgets/searchfield.h"

#include <QCoreApplication>
#include <QEvent>
#include <QPlainTextEdit>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;
using namespace tenantry::ui::spaces;

namespace tenantry::gallery
{

namespace
{

std::unique_ptr<QWidget> makeMembers()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const SpaceId space = lively(*session);
    auto page = makePage(*session, space);
    MembersModel *model = page->view()->members()->model();
    std::vector<MemberRow> rows;
    for (const MemberRow &row : model->allRows())
        if (row.role != Role::Owner && !row.expiresAt)
            rows.push_back(row);
    MemberCommands commands(*session, {space});
    commands.changeRole({rows.at(0)}, Role::Commenter);
    commands.remove({rows.at(1)});
    const CommandId refused = commands.changeRole({rows.at(2)}, Role::Viewer).first().done;
    session->answer(refused, {Error{ErrorClass::Business, u"grant.not_allowed"_s, {}, {}}});
    for (int i = 0; i < model->rowCount(); ++i)
        if (model->rowAt(i).id == rows.at(3).id || model->rowAt(i).id == rows.at(0).id)
            model->setData(model->index(i, MembersModel::Type), Qt::Checked, Qt::CheckStateRole);
    session->setHolderCount(space, model->rowCount() + 3);
    page->view()->refresh();
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeHostile()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)),
                                            u"一个名字特别特别特别特别特别特别特别特别特别特别特别特别长的空间 with English too 🚀"_s, session->userId(), 3, session->now());
    const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
    const QStringList names{u"مرحبا بالعالم العربي"_s, u"👩‍👩‍👧‍👦🎉 Emoji 家庭"_s, u"Wolfeschlegelsteinhausenbergerdorff-Hubert-Blaine-der-Ältere von und zu Hohenlohe"_s,
                            u"<b>张</b>\n三"_s, u"    "_s, u"买买提·阿布都热合曼·玉素甫·艾力·买买提江"_s};
    int i = 0;
    for (const QString &name : names) {
        UserRow user = session->world().users.at(size_t(20 + i));
        user.id = UserId::make(session->now());
        user.tenantId = i % 2 ? space.tenantId : user.tenantId;
        user.name = name;
        user.staff = i % 2 == 0;
        delta.upserted.emplace_back(user);
        delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User, user.id.uuid(), Role(1 + i++ % 5), session->now()));
    }
    session->apply(delta);
    auto page = makePage(*session, space.id);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeResources()
{
    auto session = std::make_unique<FixedSession>(u"space_administrator"_s);
    const directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)), u"五百个资源"_s, session->userId(), 500, session->now());
    session->apply(delta);
    auto page = makePage(*session, test::spaceOf(delta));
    page->view()->showTab(SpaceView::Resources);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeArchived()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    SpaceRow row = test::rowOf(*session, test::busySpace(*session));
    row.archived = true;
    directory::Delta delta;
    delta.upserted.emplace_back(row);
    session->apply(delta);
    auto page = makePage(*session, row.id);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeOffline()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    sync::SyncState state = session->state();
    state.online = false;
    state.offlineSince = session->now() - std::chrono::minutes(40);
    session->setState(state);
    directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)), u"新空间"_s, session->userId(), 0, session->now());
    session->apply(delta);
    auto page = makePage(*session, test::spaceOf(delta));
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeEmpty()
{
    auto session = std::make_unique<FixedSession>(u"member"_s);
    session->setSnapshot(directory::Snapshot::empty());
    auto page = makePage(*session, {});
    return keep(std::move(session), std::move(page));
}

/// Somebody with roles by several ways, and a restricted resource.
std::unique_ptr<QWidget> makeDetail(bool restricted)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    const auto snapshot = session->snapshot();
    const auto userId = session->world().personas.at(5).userId;
    directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)), u"智能客服空间"_s, session->userId(), 12, session->now());
    const SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
    const auto organizations = snapshot->organizationsOf(snapshot->findUser(userId));
    if (!organizations.empty())
        delta.upserted.emplace_back(test::grantOn(space, SubjectKind::Organization,
                                                  snapshot->organization(snapshot->path(organizations.front()).front()).id().uuid(), Role::Administrator, session->now()));
    delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User, userId.uuid(), Role::Editor, session->now()));
    session->apply(delta);
    auto dialog = std::make_unique<PermissionDetailDialog>(*session, space.id, SubjectKind::User, userId.uuid());
    const QModelIndex top = dialog->model()->index(0, 0);
    for (int i = 0; i < dialog->model()->rowCount(top); ++i) {
        const auto &row = dialog->model()->row(dialog->model()->index(i, 0, top));
        if (row.restricted == restricted && dialog->select(row.id))
            break;
    }
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeAddOrganizations()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto dialog = std::make_unique<AddOrganizationsDialog>(*session, MemberPlace{lively(*session)});
    SubjectTreeModel *model = dialog->model();
    model->setData(model->index(1, 0, model->index(0, 0)), Qt::Checked, Qt::CheckStateRole);
    model->setData(model->index(model->rowCount() - 1, 0), Qt::Checked, Qt::CheckStateRole);
    return keep(std::move(session), std::move(dialog));
}

void awaitImpact(const QWidget &dialog)
{
    await(dialog.findChild<ImpactLine *>(), &ImpactLine::ready);
}

/// What the server says of editions, which the demo's world doesn't hold.
void addEditions(FixedSession &session)
{
    SettingRow editions;
    editions.id = QUuid::createUuid();
    editions.key = u"space_editions"_s;
    editions.value = u"{\"basic\": {\"tokens\": 1000000, \"data_gib\": 10}, \"standard\": {\"tokens\": 20000000, \"data_gib\": 200}, \"advanced\": {\"tokens\": null, \"data_gib\": 2000}}"_s;
    SettingRow quotas;
    quotas.id = QUuid::createUuid();
    quotas.tenantId = session.actor().tenantId;
    quotas.key = u"quotas"_s;
    quotas.value = u"{\"spaces\": 100, \"outsiders\": 200, \"tokens\": 20000000, \"data_gib\": 200}"_s;
    directory::Delta delta;
    delta.upserted.emplace_back(editions);
    delta.upserted.emplace_back(quotas);
    session.apply(delta);
}

/// Somebody's own space with a few resources and guests.
SpaceRow ownSpace(FixedSession &session)
{
    addEditions(session);
    directory::Delta delta = test::newSpace(test::rowOf(session, test::busySpace(session)), u"智能客服空间"_s, session.userId(), 12, session.now());
    SpaceRow space = std::get<SpaceRow>(delta.upserted.front());
    space.description = u"客服助手、工单分类与产品手册，面向全国用户。"_s;
    space.edition = u"standard"_s;
    space.avatarKind = u"icon"_s;
    space.avatarIcon = u"agent"_s;
    delta.upserted.emplace_back(space);
    for (int i = 0; i < 3; ++i)
        delta.upserted.emplace_back(test::grantOn(space, SubjectKind::User, session.world().users.at(size_t(20 + i)).id.uuid(), Role::Guest, session.now()));
    session.apply(delta);
    return space;
}

std::unique_ptr<QWidget> makeInformation(const QString &persona)
{
    auto session = std::make_unique<FixedSession>(persona);
    addEditions(*session);
    const SpaceId space = persona == u"member"_s ? test::busySpace(*session) : ownSpace(*session).id;
    auto page = makePage(*session, space);
    page->view()->showTab(SpaceView::Information);
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeNewSpace(bool wrong)
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    addEditions(*session);
    std::unique_ptr<SpaceForm> form(SpaceForm::forNew(*session, u"bots"_s, nullptr));
    if (wrong) {
        form->findChild<QPlainTextEdit *>()->setPlainText(QString(201, u'述'));
        form->save();
    }
    return keep(std::move(session), std::move(form));
}

std::unique_ptr<QWidget> makeEditSpace()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    std::unique_ptr<SpaceForm> form(SpaceForm::forEdit(*session, ownSpace(*session).id, nullptr));
    return keep(std::move(session), std::move(form));
}

std::unique_ptr<QWidget> makeModules()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto dialog = std::make_unique<ModulesDialog>(*session, ownSpace(*session).id, nullptr);
    dialog->modules()->choose({u"abs"_s});
    dialog->choose(GuestFate::Remove);
    awaitImpact(*dialog);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeOwner()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto dialog = std::make_unique<OwnerDialog>(*session, ownSpace(*session).id, nullptr);
    dialog->person()->choose(session->world().personas.at(3).userId);
    awaitImpact(*dialog);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeSettings()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    addEditions(*session);
    auto dialog = std::make_unique<CreationSettingsDialog>(*session, session->actor().administers, nullptr);
    dialog->chooseWho(u"members"_s);
    for (int persona = 2; persona < 4; ++persona)
        dialog->addCreator(session->world().personas.at(persona).userId);
    dialog->setSpacesLimit(60);
    return keep(std::move(session), std::move(dialog));
}

std::unique_ptr<QWidget> makeQueued()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    sync::SyncState state = session->state();
    state.online = false;
    state.offlineSince = session->now() - std::chrono::minutes(5);
    session->setState(state);
    const Command command = makeSpaceCreate(SpaceId::make(session->now()), session->actor().tenantId, {.name = u"离线创建的空间"_s, .edition = u"basic"_s, .modules = {u"bots"_s, u"abs"_s}});
    session->submit(command);
    auto page = makePage(*session, SpaceId(QUuid::fromString(command.payload.value("space_id"_L1).toString())));
    return keep(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeNoHits()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session, test::busySpace(*session));
    page->frame()->search()->setText(u"no such space"_s);
    Q_EMIT page->frame()->search()->queryChanged(u"no such space"_s);
    return keep(std::move(session), std::move(page));
}

/// The confirmation that a page has opened, as a window of its own.
std::unique_ptr<QWidget> confirmationOf(std::unique_ptr<FixedSession> session, std::unique_ptr<SpacesPage> page)
{
    auto *dialog = page->findChild<ConfirmDialog *>();
    awaitImpact(*dialog);
    dialog->setParent(nullptr, Qt::Dialog);
    dialog->setAttribute(Qt::WA_DeleteOnClose, false);
    QObject::connect(dialog, &QObject::destroyed, page.release(), &QObject::deleteLater);
    return keep(std::move(session), std::unique_ptr<QWidget>(dialog));
}

std::unique_ptr<QWidget> makeDeletion()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session, ownSpace(*session).id);
    page->view()->information()->remove();
    return confirmationOf(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeRestriction()
{
    auto session = std::make_unique<FixedSession>(u"tenant_administrator"_s);
    auto page = makePage(*session, ownSpace(*session).id);
    page->view()->showTab(SpaceView::Resources);
    ResourcesPane *pane = page->view()->findChild<ResourcesPane *>();
    pane->select(pane->model()->rowAt(0).id);
    pane->toggleAccess();
    return confirmationOf(std::move(session), std::move(page));
}

std::unique_ptr<QWidget> makeNoResources()
{
    auto session = std::make_unique<FixedSession>(u"space_administrator"_s);
    const directory::Delta delta = test::newSpace(test::rowOf(*session, test::busySpace(*session)), u"没有资源的空间"_s, session->userId(), 0, session->now());
    session->apply(delta);
    auto page = makePage(*session, test::spaceOf(delta));
    page->view()->showTab(SpaceView::Resources);
    return keep(std::move(session), std::move(page));
}

} // namespace

void addSpaceScenes(Scenes &scenes)
{
    const QSize page(1048, 744); // of a window of 1280 × 800
    scenes.push_back({u"spaces-members"_s, page, makeMembers});
    scenes.push_back({u"spaces-hostile"_s, page, makeHostile});
    scenes.push_back({u"spaces-resources"_s, page, makeResources});
    scenes.push_back({u"spaces-archived"_s, page, makeArchived});
    scenes.push_back({u"spaces-offline"_s, page, makeOffline});
    scenes.push_back({u"spaces-empty"_s, page, makeEmpty});
    scenes.push_back({u"spaces-information"_s, page, [] { return makeInformation(u"tenant_administrator"_s); }});
    scenes.push_back({u"spaces-information-member"_s, page, [] { return makeInformation(u"member"_s); }});
    scenes.push_back({u"spaces-no-resources"_s, page, makeNoResources});
    scenes.push_back({u"spaces-queued"_s, page, makeQueued});
    scenes.push_back({u"spaces-no-hits"_s, page, makeNoHits});
    scenes.push_back({u"spaces-delete"_s, {480, 420}, makeDeletion});
    scenes.push_back({u"spaces-restrict"_s, {480, 260}, makeRestriction});
    scenes.push_back({u"spaces-new"_s, {640, 760}, [] { return makeNewSpace(false); }});
    scenes.push_back({u"spaces-new-errors"_s, {640, 760}, [] { return makeNewSpace(true); }});
    scenes.push_back({u"spaces-edit"_s, {640, 640}, makeEditSpace});
    scenes.push_back({u"spaces-modules"_s, {600, 520}, makeModules});
    scenes.push_back({u"spaces-owner"_s, {560, 340}, makeOwner});
    scenes.push_back({u"spaces-creation-settings"_s, {600, 700}, makeSettings});
    scenes.push_back({u"spaces-detail"_s, {1080, 680}, [] { return makeDetail(false); }});
    scenes.push_back({u"spaces-detail-none"_s, {1080, 680}, [] { return makeDetail(true); }});
    scenes.push_back({u"spaces-add-organizations"_s, {620, 660}, makeAddOrganizations});
    scenes.push_back({u"spaces-roles"_s, {820, 330}, [] { return std::make_unique<RoleTable>(); }});
}

} // namespace tenantry::gallery
