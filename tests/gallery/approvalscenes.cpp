// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "tests/uisupport/fixedsession.h"
#include "ui/pages/approvals/approvalspage.h"
#include "ui/pages/approvals/decisionbar.h"
#include "ui/pages/members/belongings.h"

#include <QApplication>
#include <QEvent>
#include <QTableView>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery {

namespace {

using test::FixedSession;

/// The page with the session that it works with, which has to live as long.
struct ApprovalScene
{
    std::unique_ptr<FixedSession> session;
    std::unique_ptr<ApprovalsPage> page;

    explicit ApprovalScene(const QString &persona = u"system_administrator"_s)
        : session(std::make_unique<FixedSession>(persona)), page(std::make_unique<ApprovalsPage>(*session))
    {
        QEvent event(QEvent::LanguageChange); // as the registry does
        QCoreApplication::sendEvent(page.get(), &event);
        page->resize(1048, 744);
    }
    [[nodiscard]] QTableView *table() const { return page->findChild<QTableView *>(); }
    [[nodiscard]] DecisionBar *bar() const { return page->findChild<DecisionBar *>(); }
    [[nodiscard]] std::unique_ptr<QWidget> take()
    {
        session->setParent(nullptr);
        FixedSession *kept = session.release();
        QObject::connect(page.get(), &QObject::destroyed, kept, &QObject::deleteLater);
        return std::move(page);
    }
};

void goOffline(FixedSession &session)
{
    sync::SyncState state = session.state();
    state.online = false;
    state.offlineSince = session.now() - std::chrono::minutes(12);
    session.setState(state);
}

std::unique_ptr<QWidget> makeToDecide()
{
    ApprovalScene scene;
    scene.table()->selectRow(3);
    return scene.take();
}

std::unique_ptr<QWidget> makeReject()
{
    ApprovalScene scene;
    scene.table()->selectRow(5);
    scene.bar()->reject();
    return scene.take();
}

std::unique_ptr<QWidget> makeOfflineQueued()
{
    ApprovalScene scene;
    goOffline(*scene.session);
    scene.table()->selectRow(1);
    Q_EMIT scene.bar()->decided(Decision::Approve, {});
    scene.table()->selectRow(1);
    return scene.take();
}

std::unique_ptr<QWidget> makeSeveral()
{
    ApprovalScene scene;
    scene.table()->selectAll();
    return scene.take();
}

std::unique_ptr<QWidget> makeAttention(bool stillPending)
{
    ApprovalScene scene;
    scene.table()->selectRow(2);
    Q_EMIT scene.bar()->decided(Decision::Approve, u"同意，欢迎使用。"_s);
    const QueuedCommand command = scene.session->commands().constFirst();
    Error error{ErrorClass::Business, u"application.not_pending"_s, {}, {}};
    error.parameters = {{u"status"_s, u"rejected"_s},
                        {u"by_name"_s, u"王芳"_s},
                        {u"at"_s, toMicroseconds(scene.session->now() - std::chrono::minutes(40))},
                        {u"comment"_s, u"该部门已有租户，请联系现有管理员加入。"_s}};
    if (stillPending)
        error = {ErrorClass::Business, u"tenant_application.code_taken"_s, u"code"_s, {}};
    scene.session->answer(command.id(), {error});
    scene.page->setBox(Box::Attention);
    scene.table()->selectRow(0);
    return scene.take();
}

std::unique_ptr<QWidget> makeDecided()
{
    ApprovalScene scene;
    scene.page->setBox(Box::Decided);
    scene.table()->selectRow(0);
    return scene.take();
}

std::unique_ptr<QWidget> makeEmptyBox()
{
    ApprovalScene scene;
    scene.page->setBox(Box::Attention);
    return scene.take();
}

std::unique_ptr<QWidget> makeMember()
{
    ApprovalScene scene(u"member"_s);
    return scene.take();
}

/// What the tenant's administrator decides: of a leave what stands in its way, of a join whether there is
/// room.
std::unique_ptr<QWidget> makeMove(const QString &kind)
{
    ApprovalScene scene(u"tenant_administrator"_s);
    FixedSession &session = *scene.session;
    const directory::SnapshotPtr snapshot = session.snapshot();
    const TenantId tenant = session.actor().administers;
    ApplicationRow row;
    row.id = ApplicationId::make(session.now());
    row.applicationKind = kind;
    row.tenantId = tenant;
    row.applicantId =
        kind == "join"_L1 ? UserId(snapshot->applications().begin()->applicantId) : session.userId();
    for (const auto user : snapshot->usersOf(snapshot->findTenant(tenant))) {
        const UserId id = snapshot->user(user).id();
        if (kind == "leave"_L1 && id != session.userId() && members::isToHandOver(session, id))
            row.applicantId = id;
    }
    row.stages = {u"tenant_administrator"_s};
    row.form = {{u"tenant_name"_s, snapshot->tenant(tenant)->name}};
    row.reason = kind == "join"_L1 ? u"参与质效平台二期建设"_s : u"转入其他业务线"_s;
    row.submittedAt = session.now() - std::chrono::hours(3);
    row.version = 1;
    session.apply({{row}, {}});
    scene.page->setBox(Box::ToDecide);
    scene.table()->selectRow(0);
    return scene.take();
}

std::unique_ptr<QWidget> makeLoading()
{
    ApprovalScene scene;
    scene.session->setSnapshot(directory::Snapshot::empty());
    sync::SyncState state = scene.session->state();
    state.store = sync::StoreState::Empty;
    scene.session->setState(state);
    return scene.take();
}

} // namespace

void addApprovalScenes(Scenes &scenes)
{
    const QSize size(1048, 744); // a window of 1280×800 less navigation and bar
    scenes.push_back({u"approvals-decide"_s, size, makeToDecide});
    scenes.push_back({u"approvals-reject"_s, size, makeReject});
    scenes.push_back({u"approvals-offline"_s, size, makeOfflineQueued});
    scenes.push_back({u"approvals-several"_s, size, makeSeveral});
    scenes.push_back({u"approvals-attention"_s, size, [] { return makeAttention(false); }});
    scenes.push_back({u"approvals-attention-pending"_s, size, [] { return makeAttention(true); }});
    scenes.push_back({u"approvals-decided"_s, size, makeDecided});
    scenes.push_back({u"approvals-empty"_s, size, makeEmptyBox});
    scenes.push_back({u"approvals-member"_s, size, makeMember});
    scenes.push_back({u"approvals-leave"_s, size, [] { return makeMove(u"leave"_s); }});
    scenes.push_back({u"approvals-join"_s, size, [] { return makeMove(u"join"_s); }});
    scenes.push_back({u"approvals-loading"_s, size, makeLoading});
}

} // namespace tenantry::gallery
