// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/examplepage.h"
#include "tests/gallery/scene.h"

#include "ui/help/helpwindow.h"
#include "ui/shell/aboutdialog.h"
#include "ui/shell/language.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/passworddialog.h"
#include "ui/shell/serverdialog.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/signinwindow.h"
#include "ui/theme/theme.h"
#include "ui/widgets/searchfield.h"

#include <QAction>
#include <QTimeZone>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery
{

namespace
{

PageRegistry examplePages()
{
    PageRegistry pages;
    const auto add = [&pages](const QString &id, const QString &iconName, const QString &english, const QString &chinese,
                              int section, int count = 0, QWidget *content = nullptr) {
        pages.add(std::make_unique<ExamplePage>(id, iconName, english, chinese, count, content), section);
    };
    add(u"members"_s, u"space"_s, u"Spaces"_s, u"空间"_s, 0, 0, makeExampleTable().release());
    add(u"approvals"_s, u"inbox"_s, u"Approvals"_s, u"待审批"_s, 0, 12);
    add(u"organizations"_s, u"organization"_s, u"Organizations"_s, u"组织"_s, 0);
    add(u"groups"_s, u"group"_s, u"Role groups"_s, u"角色组"_s, 0);
    add(u"access"_s, u"key"_s, u"Access"_s, u"权限查询"_s, 1);
    add(u"audit"_s, u"audit"_s, u"Audit"_s, u"审计"_s, 1);
    return pages;
}

QDateTime clock(int hour, int minute)
{
    return QDateTime(QDateTime::currentDateTime().date(), {hour, minute});
}

SyncStatus onlineStatus()
{
    SyncStatus status;
    status.connection = SyncStatus::Connection::Online;
    status.lastSync = clock(10, 2);
    status.server = say(u"Demo on this machine"_s, u"本机演示"_s);
    status.user = u"li.si@example.com"_s;
    status.transport = say(u"private socket"_s, u"本机私有连接"_s);
    return status;
}

std::unique_ptr<MainWindow> makeWindow(Theme &theme, Language &language)
{
    auto window = std::make_unique<MainWindow>(examplePages(), theme, language);
    window->setAccount({u"u9"_s, u"李四"_s, u"li.si@example.com"_s, say(u"Tenant administrator"_s, u"租户管理员"_s),
                        u"质效技术部-Bots租户"_s});
    window->setSyncStatus(onlineStatus());
    return window;
}

std::unique_ptr<QWidget> makeOffline(Theme &theme, Language &language)
{
    auto window = makeWindow(theme, language);
    SyncStatus status = onlineStatus();
    status.connection = SyncStatus::Connection::Offline;
    status.offlineSince = clock(10, 2);
    status.nextAttempt = clock(10, 21);
    status.queued = 3;
    status.needsAttention = 1;
    window->setSyncStatus(status);
    using State = QueuedCommandView::State;
    const QDateTime made = QDateTime::currentDateTime().addSecs(-400);
    window->setQueue({{u"1"_s, say(u"Approve the tenant application of Wang Fang"_s, u"同意王芳的租户申请"_s), {}, made, State::Waiting, false, true, false},
                      {u"2"_s, say(u"Rename 平台组 to 平台架构组"_s, u"将“平台组”重命名为“平台架构组”"_s), {}, made, State::Sending, false, true, false},
                      {u"3"_s, say(u"Approve the tenant application of Li Lei"_s, u"同意李雷的租户申请"_s),
                       say(u"Zhao Min rejected it at 09:58: \"Code taken.\""_s, u"赵敏已于 09:58 拒绝：“编码已被占用。”"_s), made,
                       State::NeedsAttention, true, true, true}});
    window->show();
    window->showSyncPanel();
    return window;
}

std::unique_ptr<QWidget> makePalette(Theme &theme, Language &language)
{
    auto window = makeWindow(theme, language);
    window->setObjectSource([](const QString &, const CommandPalette::ObjectsFound &found) {
        found({{u"members"_s, u"1"_s, u"person"_s, u"张三"_s, u"质效技术部"_s},
                                    {u"organizations"_s, u"2"_s, u"organization"_s, u"技术中心"_s, u"质效技术部 / 技术中心"_s},
               {u"approvals"_s, u"3"_s, u"inbox"_s, say(u"Tenant application: 供应链算法部-Bots租户"_s, u"租户申请：供应链算法部-Bots租户"_s), u"王芳"_s}});
    });
    window->show();
    window->showPalette();
    window->commandPalette()->field()->setText(say(u"o"_s, u"组"_s));
    return window;
}

std::unique_ptr<QWidget> makeTenantPicker(Theme &theme, Language &language)
{
    auto window = makeWindow(theme, language);
    window->setAccount({u"u1"_s, u"赵敏"_s, u"zhao.min@example.com"_s, say(u"System administrator"_s, u"系统管理员"_s), say(u"Platform"_s, u"平台"_s)});
    QList<TenantChoice> choices{{QString(), say(u"Platform only"_s, u"仅平台"_s)}};
    for (const char16_t *name : {u"Customer Operations", u"Mobile Platform", u"法务合规部", u"供应链算法部-Bots租户", u"骑手体验部", u"质效技术部-Bots租户"})
        choices.append({QString::fromUtf16(name), QString::fromUtf16(name)});
    window->setTenants(choices, choices.last().id);
    window->show();
    window->showTenants();
    return window;
}

std::unique_ptr<QWidget> makeHelp(Theme &, Language &language, const QString &topic)
{
    auto window = std::make_unique<HelpWindow>(language);
    window->showTopic(topic);
    return window;
}

std::unique_ptr<QWidget> makeLocked(Theme &theme, Language &language)
{
    auto window = makeWindow(theme, language);
    window->lockScreen()->setSecret(LockScreen::Secret::Password);
    window->setLocked(true);
    return window;
}

std::unique_ptr<QWidget> makeLockedDemo(Theme &theme, Language &language)
{
    auto window = makeWindow(theme, language);
    window->lockScreen()->setSecret(LockScreen::Secret::None, LockScreen::Reason::Demo);
    window->setLocked(true);
    return window;
}

std::unique_ptr<QWidget> makePasswordDialog(Theme &, Language &)
{
    auto dialog = std::make_unique<PasswordDialog>(u"tenantry.example.org"_s, u"li.si@example.com"_s);
    dialog->setError(say(u"Sign-in was refused. Check name and password."_s, u"登录被拒绝，请检查名称和密码。"_s));
    return dialog;
}

std::unique_ptr<QWidget> makeServerDialog(Theme &, Language &)
{
    server::ServerProfile profile;
    profile.name = say(u"Central platform"_s, u"中心平台"_s);
    profile.host = u"tenantry.example.org"_s;
    profile.port = u"70000"_s;
    profile.database = u"tenantry"_s;
    profile.role = u"li.si@example.com"_s;
    profile.transport = server::Transport::Verified;
    auto dialog = std::make_unique<ServerDialog>(profile, QStringList());
    dialog->setError(u"port"_s, say(u"A port is a whole number from 1 to 65535."_s, u"端口应为 1 至 65535 的整数。"_s));
    return dialog;
}

std::unique_ptr<QWidget> makeUnverifiedServer(Theme &, Language &)
{
    server::ServerProfile profile;
    profile.transport = server::Transport::Encrypted;
    profile.host = u"10.0.0.7"_s;
    return std::make_unique<ServerDialog>(profile, QStringList());
}

std::unique_ptr<SignInWindow> makeSignIn(Theme &theme, Language &language, bool demo)
{
    auto window = std::make_unique<SignInWindow>(theme, language);
    window->setProfiles({{u"demo"_s, say(u"Demo on this machine"_s, u"本机演示环境"_s), true, {}},
                         {u"central"_s, u"tenantry.example.org"_s, false, u"li.si@example.com"_s, true, true, false}},
                        demo ? u"demo"_s : u"central"_s);
    return window;
}

std::unique_ptr<QWidget> makePersonas(Theme &theme, Language &language)
{
    auto window = makeSignIn(theme, language, true);
    const QString administrator = say(u"Tenant administrator"_s, u"租户管理员"_s);
    window->setPersonas({{u"1"_s, u"赵敏"_s, say(u"System administrator"_s, u"系统管理员"_s), say(u"Platform"_s, u"平台"_s)},
                         {u"2"_s, u"李四"_s, administrator, u"质效技术部-Bots租户"_s},
                         {u"3"_s, u"Grace Miller"_s, administrator, u"Customer Operations"_s},
                         {u"4"_s, u"张三"_s, say(u"Space administrator"_s, u"空间管理员"_s), u"质效技术部-Bots租户"_s},
                         {u"5"_s, u"王小明"_s, say(u"Member"_s, u"普通用户"_s), u"质效技术部-Bots租户"_s},
                         {u"6"_s, u"Ana María López"_s, say(u"Outside member"_s, u"非企业成员"_s), u"Customer Operations"_s}});
    return window;
}

std::unique_ptr<QWidget> makeSignInOffline(Theme &theme, Language &language)
{
    auto window = makeSignIn(theme, language, false);
    window->showOffline(say(u"The server can't be reached."_s, u"无法连接服务器。"_s), clock(10, 2));
    return window;
}

std::unique_ptr<QWidget> makeSignInError(Theme &theme, Language &language)
{
    auto window = makeSignIn(theme, language, false);
    window->showError(say(u"E-mail or password is wrong."_s, u"邮箱或密码不正确。"_s));
    return window;
}

std::unique_ptr<QWidget> makeSignInBusy(Theme &theme, Language &language)
{
    auto window = makeSignIn(theme, language, true);
    window->showBusy(say(u"Preparing the demo: people and organizations"_s, u"正在准备演示数据：人员与部门"_s));
    return window;
}

} // namespace

void addShellScenes(Scenes &scenes, Theme &theme, Language &language)
{
    using Make = std::function<std::unique_ptr<QWidget>(Theme &, Language &)>;
    const auto add = [&](const QString &name, QSize size, const Make &make) {
        scenes.push_back({name, size, [make, &theme, &language] { return make(theme, language); }});
    };
    add(u"shell-window"_s, {1280, 800}, makeWindow);
    add(u"shell-offline"_s, {1280, 800}, makeOffline);
    add(u"shell-palette"_s, {1280, 800}, makePalette);
    add(u"shell-tenants"_s, {1280, 800}, makeTenantPicker);
    for (const QString &topic : {u"start"_s, u"roles"_s, u"signin"_s})
        add(u"help-"_s + topic, {920, 680}, [topic](Theme &sceneTheme, Language &sceneLanguage) { return makeHelp(sceneTheme, sceneLanguage, topic); });
    add(u"shell-locked"_s, {1280, 800}, makeLocked);
    add(u"shell-locked-demo"_s, {1280, 800}, makeLockedDemo);
    add(u"signin-demo"_s, {1100, 800}, makePersonas);
    add(u"signin-offline"_s, {1100, 720}, makeSignInOffline);
    add(u"signin-error"_s, {1100, 720}, makeSignInError);
    add(u"signin-busy"_s, {1100, 720}, makeSignInBusy);
    add(u"dialog-password"_s, {460, 300}, makePasswordDialog);
    add(u"dialog-server"_s, {560, 760}, makeServerDialog);
    add(u"dialog-server-unverified"_s, {560, 700}, makeUnverifiedServer);
    add(u"dialog-about"_s, {440, 300}, [](Theme &, Language &) { return std::make_unique<AboutDialog>(); });
    add(u"dialog-shortcuts"_s, {480, 420}, [](Theme &sceneTheme, Language &sceneLanguage) {
        // The dialog reads texts and keys at once and keeps nothing of the window.
        const auto window = makeWindow(sceneTheme, sceneLanguage);
        return std::make_unique<ShortcutsDialog>(window->actions());
    });
}

} // namespace tenantry::gallery
