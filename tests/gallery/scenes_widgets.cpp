// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "ui/theme/icons.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/countbadge.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/toast.h"

#include <QCalendarWidget>
#include <QCheckBox>
#include <QComboBox>
#include <QDateTimeEdit>
#include <QGridLayout>
#include <QLineEdit>
#include <QMenu>
#include <QPlainTextEdit>
#include <QRadioButton>
#include <QSpinBox>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery
{

namespace
{

std::unique_ptr<QWidget> makeControls()
{
    auto page = std::make_unique<QWidget>();
    auto *grid = new QGridLayout(page.get());
    grid->setContentsMargins(24, 24, 24, 24);
    grid->setHorizontalSpacing(16);
    grid->setVerticalSpacing(12);
    int row = 0;
    const auto add = [&](const QList<QWidget *> &widgets) {
        auto *line = new QHBoxLayout;
        line->setSpacing(8);
        for (QWidget *widget : widgets)
            line->addWidget(widget);
        line->addStretch();
        grid->addLayout(line, row++, 0);
    };
    const QString save = say(u"Save changes"_s, u"保存修改"_s);
    const QString cancel = say(u"Cancel"_s, u"取消"_s);
    auto *disabled = makeButton(ButtonStyle::Default, cancel);
    setUsable(disabled, false, say(u"You need the right to manage organizations"_s, u"需要组织管理权限"_s));
    auto *disabledPrimary = makeButton(ButtonStyle::Primary, save);
    disabledPrimary->setEnabled(false);
    add({makeButton(ButtonStyle::Primary, save, u"check"_s), makeButton(ButtonStyle::Default, cancel),
         makeButton(ButtonStyle::Default, say(u"Add member"_s, u"添加成员"_s), u"plus"_s),
         makeButton(ButtonStyle::Danger, say(u"Delete space"_s, u"删除空间"_s), u"trash"_s),
         makeButton(ButtonStyle::Quiet, say(u"More"_s, u"更多"_s), u"more"_s), disabled, disabledPrimary,
         makeIconButton(u"filter"_s, u"Filter"_s), makeIconButton(u"columns"_s, u"Columns"_s)});

    auto *search = new SearchField;
    search->setHint(say(u"Name or organization"_s, u"成员名称、所属部门"_s));
    search->setFixedWidth(240);
    auto *combo = new QComboBox;
    combo->addItems({say(u"All roles"_s, u"全部角色"_s), say(u"Administrator"_s, u"管理员"_s)});
    auto *spin = new QSpinBox;
    spin->setAccessibleName(u"Number"_s);
    spin->setValue(14);
    auto *date = new QDateTimeEdit(QDateTime({2026, 3, 1}, {18, 0}));
    date->setCalendarPopup(true);
    date->setAccessibleName(u"Date"_s);
    auto *off = new QLineEdit(say(u"Not editable"_s, u"不可编辑"_s));
    off->setEnabled(false);
    add({search, combo, spin, date, off});

    auto *checked = new QCheckBox(say(u"Include subordinates"_s, u"包含下级部门"_s));
    checked->setChecked(true);
    auto *partly = new QCheckBox(say(u"Some"_s, u"部分"_s));
    partly->setTristate(true);
    partly->setCheckState(Qt::PartiallyChecked);
    auto *none = new QCheckBox(say(u"Notify everyone"_s, u"通知全体成员"_s));
    auto *greyed = new QCheckBox(say(u"Unavailable"_s, u"不可用"_s));
    greyed->setEnabled(false);
    auto *radio = new QRadioButton(say(u"Open"_s, u"开放"_s));
    radio->setChecked(true);
    auto *other = new QRadioButton(say(u"Restricted"_s, u"受限"_s));
    add({checked, partly, none, greyed, radio, other});

    const auto chip = [](const QString &text, Tone tone, const QString &iconName = {}) {
        auto *made = new Chip(text, tone);
        made->setIconName(iconName);
        return made;
    };
    add({chip(say(u"Pending"_s, u"待审批"_s), Tone::Warning, u"clock"_s),
         chip(say(u"Active"_s, u"正常"_s), Tone::Success, u"check"_s),
         chip(say(u"Frozen"_s, u"已冻结"_s), Tone::Info, u"lock"_s),
         chip(say(u"Rejected"_s, u"已拒绝"_s), Tone::Danger), chip(say(u"Withdrawn"_s, u"已撤回"_s), Tone::Neutral),
         chip(say(u"Advanced"_s, u"高级版"_s), Tone::Accent)});

    auto *badge = new CountBadge;
    badge->setCount(12);
    auto *large = new CountBadge;
    large->setTone(Tone::Accent);
    large->setCount(1204);
    QList<QWidget *> people{badge, large};
    for (const QString &name : {u"张三"_s, u"欧阳娜娜"_s, u"Ana María López"_s, u"李雷"_s, u"Wei"_s}) {
        auto *avatar = new Avatar(32);
        avatar->setSubject(name, name);
        people.append(avatar);
    }
    auto *space = new Avatar(32);
    space->setSquare(true);
    space->setSubject(u"space"_s, u"智能客服空间"_s);
    people.append(space);
    add(people);

    auto *tabs = new Tabs(Tabs::Look::Underlined);
    tabs->setAccessibleName(u"Tabs"_s);
    for (const QString &text : {say(u"Members"_s, u"成员"_s), say(u"Permissions"_s, u"权限"_s),
                                say(u"Details"_s, u"基本信息"_s), say(u"History"_s, u"历史"_s)})
        tabs->add(text);
    tabs->setCount(0, 28);
    auto *segments = new Tabs(Tabs::Look::Segmented);
    segments->setAccessibleName(u"Segments"_s);
    for (const QString &text : {say(u"To decide"_s, u"待审批"_s), say(u"Decided"_s, u"已审批"_s), say(u"Mine"_s, u"我的"_s)})
        segments->add(text);
    segments->setCount(0, 12);
    tabs->setFixedWidth(420);
    add({tabs, segments});

    auto *info = new Banner(Tone::Info);
    info->setText(say(u"This shows the final role of a person or organization on each resource."_s,
                      u"此处展示的是组织或个人在某个资源下最终权限。"_s));
    auto *warning = new Banner(Tone::Warning);
    warning->setText(say(u"Offline since 10:02. Decisions are kept and sent when connected."_s,
                         u"10:02 起离线。审批结果已保存，连接后自动发送。"_s));
    warning->setAction(say(u"Show queue"_s, u"查看队列"_s));
    warning->setClosable(true);
    auto *danger = new Banner(Tone::Danger);
    danger->setText(say(u"The application was withdrawn by Li Lei at 09:48."_s, u"该申请已于 09:48 被李雷撤回。"_s));
    grid->addWidget(info, row++, 0);
    grid->addWidget(warning, row++, 0);
    grid->addWidget(danger, row++, 0);
    grid->setRowStretch(row, 1);
    return page;
}

std::unique_ptr<QWidget> makeForm()
{
    auto page = std::make_unique<QWidget>();
    page->setProperty("panel", u"surface"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(page.get());
    layout->setContentsMargins(24, 24, 24, 24);
    auto *form = new Form;
    FormField *name = form->addField(u"name"_s, new QLineEdit);
    name->setLabel(say(u"Name"_s, u"组织名称"_s), true);
    name->setHint(say(u"2–50 characters, unique in the tenant"_s, u"2–50 个字符，租户内唯一"_s));
    auto *codeEdit = new QLineEdit(u"tech center"_s);
    FormField *code = form->addField(u"code"_s, codeEdit);
    code->setLabel(say(u"Code"_s, u"组织编码"_s), true);
    code->setHint(say(u"3–20 letters, digits or _"_s, u"3–20 位字母、数字或下划线"_s));
    auto *parent = new QComboBox;
    parent->addItem(u"质效技术部 / 技术中心"_s);
    form->addField(u"parent"_s, parent)->setLabel(say(u"Parent"_s, u"上级组织"_s));
    auto *description = new QPlainTextEdit;
    description->setTabChangesFocus(true);
    description->setPlaceholderText(say(u"What this organization does"_s, u"组织职责"_s));
    description->setFixedHeight(80);
    FormField *text = form->addField(u"description"_s, description);
    text->setLabel(say(u"Description"_s, u"描述"_s));
    form->setError(u"code"_s, say(u"Only letters, digits and _ are allowed."_s, u"只能使用字母、数字和下划线。"_s));
    layout->addWidget(form);
    layout->addStretch();
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(makeButton(ButtonStyle::Default, say(u"Cancel"_s, u"取消"_s)));
    buttons->addWidget(makeButton(ButtonStyle::Primary, say(u"Create"_s, u"创建"_s)));
    layout->addLayout(buttons);
    return page;
}

std::unique_ptr<QWidget> makeStates()
{
    auto page = std::make_unique<QWidget>();
    auto *layout = new QHBoxLayout(page.get());
    layout->setContentsMargins(0, 0, 0, 0);
    auto *empty = new EmptyState(u"space"_s);
    empty->setTexts(say(u"No members yet"_s, u"暂无成员"_s),
                    say(u"Add people, organizations or role groups to let them use this space."_s, u"添加个人、部门或角色组后，他们即可使用该空间。"_s));
    empty->setNextStep(say(u"Add member"_s, u"添加成员"_s));
    auto *loading = new LoadingState;
    loading->setText(say(u"Fetching 214,000 rows…"_s, u"正在获取 214,000 行…"_s));
    loading->setProgress(40);
    loading->setCancellable(true);
    auto *error = new ErrorState;
    error->setTexts(say(u"That didn't work"_s, u"操作未完成"_s), say(u"The server can't be reached. Your changes are kept."_s, u"无法连接服务器，您的修改已保留。"_s), u"7F3A-91C2"_s);
    error->setRetriable(true);
    layout->addWidget(empty);
    layout->addWidget(loading);
    layout->addWidget(error);
    auto *toast = new Toast(page.get());
    page->resize(1280, 480);
    toast->show(say(u"3 members removed"_s, u"已移除 3 名成员"_s), [] {});
    return page;
}

std::unique_ptr<QWidget> makeMenu()
{
    auto menu = std::make_unique<QMenu>();
    menu->addAction(icon(u"pencil"_s), say(u"Rename…"_s, u"重命名…"_s))->setShortcut(Qt::Key_F2);
    menu->addAction(icon(u"plus"_s), say(u"New organization"_s, u"新建组织"_s))->setShortcut(Qt::Key_Insert);
    QAction *move = menu->addAction(icon(u"move"_s), say(u"Move…"_s, u"移动…"_s));
    menu->addSeparator();
    QAction *checked = menu->addAction(say(u"Show disabled"_s, u"显示已停用"_s));
    checked->setCheckable(true);
    checked->setChecked(true);
    QMenu *more = menu->addMenu(say(u"Columns"_s, u"显示列"_s));
    more->addAction(say(u"Leader"_s, u"负责人"_s));
    menu->addSeparator();
    menu->addAction(icon(u"trash"_s), say(u"Delete"_s, u"删除"_s))->setEnabled(false);
    menu->setActiveAction(move);
    return menu;
}

std::unique_ptr<QWidget> makeConfirm()
{
    auto dialog = std::make_unique<ConfirmDialog>();
    dialog->setTexts(say(u"Delete the space 智能客服空间?"_s, u"删除空间“智能客服空间”？"_s),
                     say(u"Everything in it goes, for everybody:"_s, u"其中的全部内容将对所有人删除："_s));
    dialog->setDetails({say(u"41 resources, 6 of them restricted"_s, u"41 个资源，其中 6 个受限"_s),
                        say(u"15 grants: 214 people lose access"_s, u"15 项授权：214 人失去访问权限"_s)});
    dialog->setConfirm(say(u"Delete space"_s, u"删除空间"_s));
    dialog->requireTyping(u"智能客服空间"_s);
    return dialog;
}

std::unique_ptr<QWidget> makePopups()
{
    auto page = std::make_unique<QWidget>();
    auto *layout = new QHBoxLayout(page.get());
    layout->setContentsMargins(24, 24, 24, 24);
    layout->setSpacing(24);
    auto *calendar = new QCalendarWidget;
    calendar->setSelectedDate({2026, 1, 30});
    calendar->setGridVisible(false);
    auto *combo = new QComboBox;
    combo->addItems({say(u"Administrator"_s, u"管理员"_s), say(u"Editor"_s, u"可编辑"_s), say(u"Viewer"_s, u"查看与使用"_s)});
    // Its list as it drops down, without the window of its own.
    combo->setAccessibleName(u"Role"_s);
    auto *list = combo->view();
    list->setAccessibleName(u"Roles"_s);
    list->setParent(page.get());
    list->setCurrentIndex(combo->model()->index(1, 0));
    list->setFixedHeight(120);
    auto *column = new QVBoxLayout;
    column->addWidget(combo);
    column->addWidget(list);
    column->addStretch();
    layout->addWidget(calendar, 1);
    layout->addLayout(column, 1);
    return page;
}

std::unique_ptr<QWidget> makeIcons()
{
    auto page = std::make_unique<QWidget>();
    auto *grid = new QGridLayout(page.get());
    grid->setContentsMargins(24, 24, 24, 24);
    int i = 0;
    for (const QString &name : iconNames()) {
        auto *button = makeButton(ButtonStyle::Quiet, name, name);
        button->setIconSize({20, 20});
        grid->addWidget(button, i / 7, i % 7, Qt::AlignLeft);
        ++i;
    }
    return page;
}

} // namespace

void addWidgetScenes(Scenes &scenes)
{
    scenes.push_back({u"widgets-controls"_s, {1000, 560}, makeControls});
    scenes.push_back({u"widgets-form"_s, {480, 520}, makeForm});
    scenes.push_back({u"widgets-states"_s, {1280, 480}, makeStates});
    scenes.push_back({u"widgets-menu"_s, {240, 236}, makeMenu});
    scenes.push_back({u"widgets-confirm"_s, {480, 330}, makeConfirm});
    scenes.push_back({u"widgets-popups"_s, {760, 340}, makePopups});
    scenes.push_back({u"widgets-icons"_s, {1280, 480}, makeIcons});
}

} // namespace tenantry::gallery
