// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/gallery/scene.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/checklist.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/commentbox.h"
#include "ui/widgets/detailpane.h"
#include "ui/widgets/itemroles.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/pageheader.h"
#include "ui/widgets/rowdelegate.h"
#include "ui/widgets/splitter.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timeline.h"
#include "ui/widgets/viewstyle.h"

#include <QStandardItemModel>
#include <QTableView>
#include <QTreeView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;
using namespace tenantry::ui;

namespace tenantry::gallery
{

namespace
{

QStandardItem *item(const QString &text, const QList<std::pair<int, QVariant>> &data = {})
{
    auto *made = new QStandardItem(text);
    made->setEditable(false);
    for (const auto &[role, value] : data)
        made->setData(value, role);
    return made;
}

QStandardItemModel *memberModel(QObject *parent)
{
    auto *model = new QStandardItemModel(parent);
    model->setHorizontalHeaderLabels({say(u"Name"_s, u"名称"_s), say(u"Type"_s, u"类型"_s),
                                      say(u"Organization"_s, u"所属部门"_s), say(u"Role"_s, u"角色"_s),
                                      say(u"Added by"_s, u"添加人"_s), say(u"Expires"_s, u"到期"_s)});
    const auto add = [&](const QString &name, const QString &second, const QString &avatar, const QString &iconName,
                         const QString &type, const QString &department, const QString &role, Tone tone,
                         const QString &by, const QString &expires, bool queued = false) {
        auto *first = item(name, {{SecondaryTextRole, second}, {AvatarIdRole, avatar}, {IconNameRole, iconName}});
        first->setCheckable(true);
        first->setData(queued, QueuedRole);
        model->appendRow({first, item(type), item(department), item(role, {{ToneRole, int(tone)}}), item(by), item(expires)});
    };
    const QString person = say(u"Person"_s, u"个人"_s);
    const QString dash = u"–"_s;
    add(u"技术中心"_s, say(u"1,204 people"_s, u"1,204 人"_s), {}, u"organization"_s, say(u"Organization"_s, u"部门"_s), dash,
        say(u"Administrator"_s, u"管理员"_s), Tone::Info, u"李四"_s, dash);
    add(u"评审组"_s, say(u"18 people"_s, u"18 人"_s), {}, u"group"_s, say(u"Role group"_s, u"角色组"_s), dash,
        say(u"Commenter"_s, u"可评论"_s), Tone::Neutral, u"李四"_s, say(u"in 6 days"_s, u"剩 6 天"_s));
    add(u"张三"_s, u"zhangsan"_s, u"u1"_s, {}, person, u"质效技术部"_s, say(u"Owner"_s, u"所有者"_s), Tone::Accent, dash, dash);
    add(u"欧阳晓雯"_s, u"ouyangxiaowen"_s, u"u2"_s, {}, person, u"质效技术部 / 平台组"_s, say(u"Editor"_s, u"可编辑"_s),
        Tone::Success, u"张三"_s, dash, true);
    add(u"Ana María López"_s, u"ana.lopez"_s, u"u3"_s, {}, person, say(u"Outsider"_s, u"非企业成员"_s),
        say(u"Guest"_s, u"访客"_s), Tone::Warning, u"张三"_s, say(u"in 30 days"_s, u"剩 30 天"_s));
    add(u"王小明"_s, u"wangxiaoming"_s, u"u4"_s, {}, person, u"客户服务中心"_s, say(u"Viewer"_s, u"查看与使用"_s), Tone::Neutral,
        u"李四"_s, dash);
    return model;
}

std::unique_ptr<QWidget> makeTable()
{
    auto page = std::make_unique<QWidget>();
    page->setProperty("panel", u"surface"_s);
    page->setAttribute(Qt::WA_StyledBackground);
    auto *layout = new QVBoxLayout(page.get());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    auto *header = new PageHeader;
    header->setContentsMargins(20, 16, 20, 16);
    header->setTitle(u"智能客服空间"_s);
    header->setSubtitle(say(u"Customer service bots and their data"_s, u"智能客服机器人及其数据"_s));
    header->addBeside(new Chip(u"Bots"_s, Tone::Accent));
    header->addBeside(new Chip(u"ABS"_s, Tone::Info));
    header->addAction(makeButton(ButtonStyle::Default, say(u"Add organization"_s, u"添加部门/角色组"_s), u"organization"_s));
    header->addAction(makeButton(ButtonStyle::Primary, say(u"Add member"_s, u"添加成员"_s), u"plus"_s));
    layout->addWidget(header);
    auto *table = new QTableView;
    table->setAccessibleName(u"Table"_s);
    styleTable(table);
    removeFrame(table);
    auto *model = memberModel(table);
    table->setModel(model);
    static_cast<RowDelegate *>(table->itemDelegate())->setQuery(u"张"_s);
    model->item(3)->setCheckState(Qt::Checked);
    table->setSortingEnabled(true);
    table->sortByColumn(1, Qt::AscendingOrder);
    const QList<int> widths{300, 110, 200, 140, 120, 120};
    for (int i = 0; i < widths.size(); ++i)
        table->setColumnWidth(i, widths[i]);
    table->selectRow(2);
    layout->addWidget(table, 1);
    return page;
}

std::unique_ptr<QWidget> makeTreeAndDetail()
{
    auto splitter = std::make_unique<Splitter>();
    auto *tree = new QTreeView;
    tree->setAccessibleName(u"Tree"_s);
    styleTree(tree);
    removeFrame(tree);
    tree->setHeaderHidden(true);
    auto *model = new QStandardItemModel(tree);
    const auto node = [](const QString &name, const QString &count, bool dimmed = false) {
        return item(name, {{SecondaryTextRole, count}, {IconNameRole, u"organization"_s}, {DimmedRole, dimmed}});
    };
    auto *root = node(u"质效技术部"_s, u"12 / 1,204"_s);
    auto *centre = node(u"技术中心"_s, u"40 / 860"_s);
    centre->appendRow(node(u"平台架构组"_s, u"24"_s));
    centre->appendRow(node(u"数据智能组"_s, u"31"_s));
    centre->appendRow(node(u"质量保障组（已停用）"_s, u"0"_s, true));
    root->appendRow(centre);
    root->appendRow(node(u"Customer Operations"_s, u"8 / 120"_s));
    root->appendRow(node(u"人力资源"_s, u"16"_s));
    model->appendRow(root);
    tree->setModel(model);
    tree->expandAll();
    tree->setCurrentIndex(centre->index());
    splitter->addWidget(tree);

    auto *pane = new DetailPane(u"inbox"_s);
    pane->setTitle(u"质效技术部-Bots租户"_s);
    pane->setSubtitle(say(u"Tenant application · submitted by Zhang San"_s, u"租户申请 · 张三提交"_s));
    auto *avatar = new Avatar(32);
    avatar->setSubject(u"u1"_s, u"张三"_s);
    pane->setLeading(avatar);
    pane->addHeaderWidget(new Chip(say(u"Pending"_s, u"待审批"_s), Tone::Warning));
    auto *values = new KeyValueList;
    const QList<std::pair<QString, QString>> rows{
        {say(u"Code"_s, u"租户编码"_s), u"zhixiao_bots"_s},
        {say(u"Department"_s, u"申请部门"_s), u"质效技术部"_s},
        {say(u"Main use"_s, u"主要用途"_s), say(u"Customer service bots for the whole department, with shared knowledge bases."_s,
                                              u"为全部门搭建客服智能体，并共享知识库；预计三个月内覆盖全部业务线。"_s)},
        {say(u"Users"_s, u"预计人数"_s), u"1,200"_s}};
    for (const auto &[key, value] : rows)
        values->setValue(values->addRow(key), value);
    pane->addSection(say(u"Application"_s, u"申请内容"_s), values);
    auto *checks = new CheckList;
    checks->setItems({{CheckState::Passed, say(u"The applicant is in the default system tenant."_s, u"申请人在默认系统租户中。"_s), {}},
                      {CheckState::Failed, say(u"The code is taken by an open application."_s, u"租户编码已被另一申请占用。"_s),
                       say(u"Application of Li Lei, 2 days ago"_s, u"李雷的申请，2 天前"_s)},
                      {CheckState::Unknown, say(u"The designated administrator can't be seen from here."_s, u"无法查看指定管理员的信息。"_s), {}}});
    pane->addSection(say(u"Checks"_s, u"前置检查"_s), checks);
    auto *timeline = new Timeline;
    timeline->setEntries({{say(u"Zhang San submitted the application"_s, u"张三提交了申请"_s), {}, QDateTime({2026, 1, 30}, {9, 12}), Tone::Accent, u"inbox"_s},
                          {say(u"Wang Fang asked for a shorter name"_s, u"王芳要求缩短名称"_s), say(u"Please use the department's short name."_s, u"请使用部门简称。"_s),
                           QDateTime({2026, 1, 30}, {15, 40}), Tone::Warning, u"pencil"_s},
                          {say(u"Waiting for a system administrator"_s, u"等待系统管理员审批"_s), {}, {}, Tone::Neutral, {}}});
    pane->addSection(say(u"History"_s, u"历史"_s), timeline);
    auto *footer = new QWidget;
    auto *bar = new QVBoxLayout(footer);
    bar->setContentsMargins(20, 12, 20, 12);
    auto *comment = new CommentBox;
    comment->setHint(say(u"Comment (required to reject)"_s, u"审批意见（拒绝时必填）"_s));
    comment->setTemplates({say(u"Approved, welcome."_s, u"同意，欢迎使用。"_s)});
    bar->addWidget(comment);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(makeButton(ButtonStyle::Default, say(u"Reject…"_s, u"拒绝…"_s)));
    buttons->addWidget(makeButton(ButtonStyle::Primary, say(u"Approve"_s, u"同意"_s), u"check"_s));
    bar->addLayout(buttons);
    pane->setFooter(footer);
    pane->setSelected(true);
    splitter->addWidget(pane);
    splitter->setSizes({480, 520});
    return splitter;
}

} // namespace

std::unique_ptr<QWidget> makeExampleTable()
{
    return makeTable();
}

void addTableScenes(Scenes &scenes)
{
    scenes.push_back({u"widgets-table"_s, {1040, 420}, makeTable});
    scenes.push_back({u"widgets-detail"_s, {1040, 800}, makeTreeAndDetail});
}

} // namespace tenantry::gallery
