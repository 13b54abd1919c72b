<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
<context>
    <name>AccessPick</name>
    <message>
        <source>Role group</source>
        <translation>角色组</translation>
    </message>
    <message>
        <source>Space of %1</source>
        <translation>空间 · %1</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%1 · %2</translation>
    </message>
</context>
<context>
    <name>AccessPlanning</name>
    <message>
        <source>This is decided elsewhere: %1</source>
        <translation>这需要在别处处理：%1</translation>
    </message>
    <message>
        <source>It has no grant of its own here: the role comes through something else.</source>
        <translation>这里没有它自己的授权：角色来自其他途径。</translation>
    </message>
    <message>
        <source>Take %1 on %2 from %3.</source>
        <translation>收回 %3 在 %2 上的%1角色。</translation>
    </message>
    <message>
        <source>The role is there already: nothing has to be repaired.</source>
        <translation>已经拥有该角色，无需修复。</translation>
    </message>
    <message>
        <source>No grant gives this role to them here.</source>
        <translation>此处无法通过授权给予该角色。</translation>
    </message>
</context>
<context>
    <name>AddGroupMembersDialog</name>
    <message>
        <source>Already a member</source>
        <translation>已是成员</translation>
    </message>
</context>
<context>
    <name>ApplicationChecks</name>
    <message>
        <source>The applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>The designated administrator %1</source>
        <translation>指定管理员 %1</translation>
    </message>
    <message>
        <source>This person can&apos;t be seen from here; the server checks it.</source>
        <translation>此处无法查看该人员，将由服务器检查。</translation>
    </message>
    <message>
        <source>%1 has an active account</source>
        <translation>%1的账号为正常状态</translation>
    </message>
    <message>
        <source>%1 is in the default system tenant</source>
        <translation>%1在默认系统租户中</translation>
    </message>
    <message>
        <source>%1 administers no tenant</source>
        <translation>%1未担任任何租户的管理员</translation>
    </message>
    <message>
        <source>%1 has no other open application</source>
        <translation>%1没有其他在途申请</translation>
    </message>
    <message>
        <source>No particular plan is wanted</source>
        <translation>未指定套餐</translation>
    </message>
    <message>
        <source>The wanted plan exists</source>
        <translation>所选套餐有效</translation>
    </message>
    <message>
        <source>The name is free</source>
        <translation>租户名称可用</translation>
    </message>
    <message>
        <source>The code is free</source>
        <translation>租户编码可用</translation>
    </message>
    <message>
        <source>The initial domain is free</source>
        <translation>初始域名可用</translation>
    </message>
    <message>
        <source>Taken by the tenant &quot;%1&quot;</source>
        <translation>已被租户“%1”占用</translation>
    </message>
    <message>
        <source>In the open application for &quot;%1&quot;</source>
        <translation>已被“%1”的在途申请占用</translation>
    </message>
    <message>
        <source>Belongs to &quot;%1&quot; and has to leave it first</source>
        <translation>属于“%1”，需先退出该租户</translation>
    </message>
    <message>
        <source>Administers &quot;%1&quot; and has to be replaced there first</source>
        <translation>正在管理“%1”，需先在该租户更换管理员</translation>
    </message>
    <message>
        <source>%1 belongs to the tenant</source>
        <translation>%1归属该租户</translation>
    </message>
    <message>
        <source>No other replacement of the administrator is open</source>
        <translation>没有其他待处理的管理员更换申请</translation>
    </message>
    <message>
        <source>%1 doesn&apos;t administer the tenant already</source>
        <translation>%1不是现任管理员</translation>
    </message>
    <message>
        <source>%1 has no open application</source>
        <translation>%1没有未处理的申请</translation>
    </message>
    <message>
        <source>No other domain change of the tenant is open</source>
        <translation>该租户没有其他待处理的域名变更申请</translation>
    </message>
    <message>
        <source>The domain differs from the present one</source>
        <translation>新域名与现域名不同</translation>
    </message>
    <message>
        <source>The domain is free</source>
        <translation>域名未被占用</translation>
    </message>
    <message>
        <source>The tenant takes people in</source>
        <translation>目标租户状态正常</translation>
    </message>
    <message>
        <source>The applicant administers the tenant</source>
        <translation>申请人是该租户的管理员</translation>
    </message>
    <message>
        <source>The applicant owns and leads nothing in the tenant</source>
        <translation>申请人在该租户内没有拥有的空间、资源，也未担任负责人</translation>
    </message>
    <message>
        <source>Hand over first: %1</source>
        <translation>需先交接：%1</translation>
    </message>
    <message>
        <source>Not certain: how many members it has can&apos;t be seen from here; the server checks it.</source>
        <translation>无法确定：此处看不到其成员数，将由服务器校验。</translation>
    </message>
    <message numerus="yes">
        <source>%1 members, without a limit</source>
        <translation>
            <numerusform>%1 名成员，无上限</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 members</source>
        <translation>
            <numerusform>%1 / %2 名成员</numerusform>
        </translation>
    </message>
    <message>
        <source>The tenant has room for another member</source>
        <translation>租户的成员名额未满</translation>
    </message>
    <message numerus="yes">
        <source>Hand over first: %1 and %n more</source>
        <translation>
            <numerusform>需先交接：%1，另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
</context>
<context>
    <name>ApplicationForms</name>
    <message>
        <source>A tenant of one&apos;s own…</source>
        <translation>申请新租户…</translation>
    </message>
    <message>
        <source>Join a tenant…</source>
        <translation>加入租户…</translation>
    </message>
    <message>
        <source>Leave the tenant…</source>
        <translation>退出租户…</translation>
    </message>
    <message>
        <source>Change the domain…</source>
        <translation>变更域名…</translation>
    </message>
    <message>
        <source>Replace the administrator…</source>
        <translation>更换管理员…</translation>
    </message>
    <message>
        <source>Rename the tenant…</source>
        <translation>重命名租户…</translation>
    </message>
</context>
<context>
    <name>ApplicationKinds</name>
    <message>
        <source>none in particular</source>
        <translation>未指定</translation>
    </message>
    <message>
        <source>one that you can&apos;t see</source>
        <translation>无权查看的套餐</translation>
    </message>
    <message>
        <source>Tenant name</source>
        <translation>租户名称</translation>
    </message>
    <message>
        <source>Tenant code</source>
        <translation>租户编码</translation>
    </message>
    <message>
        <source>Initial domain</source>
        <translation>初始域名</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>申请部门</translation>
    </message>
    <message>
        <source>Main use</source>
        <translation>主要用途</translation>
    </message>
    <message>
        <source>Estimated users</source>
        <translation>预计使用人数</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>租户管理员</translation>
    </message>
    <message>
        <source>the applicant</source>
        <translation>申请人本人</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>订阅计划</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>联系邮箱</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>申请原因</translation>
    </message>
    <message>
        <source>%1 asks for something that this version of the console doesn&apos;t know. Update it to decide.</source>
        <translation>%1提交了当前版本控制台无法识别的申请，请升级后再审批。</translation>
    </message>
    <message>
        <source>New tenant</source>
        <translation>新建租户</translation>
    </message>
    <message>
        <source>Other</source>
        <translation>其他</translation>
    </message>
    <message>
        <source>%1 asks for a tenant of its own for %2: &quot;%3&quot;, for about %4 people.</source>
        <translation>%1为%2申请独立租户“%3”，预计约 %4 人使用。</translation>
    </message>
    <message>
        <source>%1 asks to be replaced by %2 as administrator of the tenant &quot;%3&quot;.</source>
        <translation>%1 申请由 %2 接任租户“%3”的管理员。</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Administrator now</source>
        <translation>现管理员</translation>
    </message>
    <message>
        <source>New administrator</source>
        <translation>新管理员</translation>
    </message>
    <message>
        <source>Who is told</source>
        <translation>通知范围</translation>
    </message>
    <message>
        <source>all members</source>
        <translation>全体成员</translation>
    </message>
    <message>
        <source>both administrators</source>
        <translation>新旧管理员</translation>
    </message>
    <message>
        <source>Replacement of the administrator</source>
        <translation>管理员更换</translation>
    </message>
    <message>
        <source>%1 asks for another domain for the tenant &quot;%2&quot;: %3 instead of %4.</source>
        <translation>%1 申请将租户“%2”的域名变更为 %3（现为 %4）。</translation>
    </message>
    <message>
        <source>Domain now</source>
        <translation>现域名</translation>
    </message>
    <message>
        <source>Wanted domain</source>
        <translation>新域名</translation>
    </message>
    <message>
        <source>Change of domain</source>
        <translation>域名变更</translation>
    </message>
    <message>
        <source>%1 asks to join the tenant &quot;%2&quot;.</source>
        <translation>%1 申请加入租户“%2”。</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>用户</translation>
    </message>
    <message>
        <source>From</source>
        <translation>原租户</translation>
    </message>
    <message>
        <source>the default system tenant</source>
        <translation>默认系统租户</translation>
    </message>
    <message>
        <source>To</source>
        <translation>目标租户</translation>
    </message>
    <message>
        <source>Join a tenant</source>
        <translation>加入租户</translation>
    </message>
    <message>
        <source>Leave the tenant</source>
        <translation>退出租户</translation>
    </message>
    <message>
        <source>%1 asks to leave the tenant &quot;%2&quot;. All roles, organizations, groups and grants in it go at once.</source>
        <translation>%1 申请退出租户“%2”。其在该租户内的全部角色、部门、角色组和授权将立即清除。</translation>
    </message>
</context>
<context>
    <name>ApprovalWords</name>
    <message>
        <source>somebody you can&apos;t see</source>
        <translation>无权查看的人员</translation>
    </message>
</context>
<context>
    <name>AsOf</name>
    <message>
        <source>Not synchronized yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>As of %1 (%2)</source>
        <translation>截至 %1（%2）</translation>
    </message>
    <message>
        <source>As of %1, from the server</source>
        <translation>截至 %1，由服务器给出</translation>
    </message>
</context>
<context>
    <name>Audit</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>(no longer known)</source>
        <translation>（已不存在）</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
</context>
<context>
    <name>Belongings</name>
    <message>
        <source>something you can&apos;t see</source>
        <translation>您看不到的对象</translation>
    </message>
    <message>
        <source>%1 in %2</source>
        <translation>%2 中的 %1</translation>
    </message>
    <message>
        <source>Owner of %1</source>
        <translation>%1 的所有者</translation>
    </message>
    <message>
        <source>Administrator of %1</source>
        <translation>%1 的管理员</translation>
    </message>
    <message>
        <source>Leader of %1</source>
        <translation>%1 的负责人</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>Member of the role group %1</source>
        <translation>角色组 %1 的成员</translation>
    </message>
    <message>
        <source>Member of %1</source>
        <translation>%1 的成员</translation>
    </message>
</context>
<context>
    <name>CommandUndo</name>
    <message>
        <source>It is done already and can&apos;t be undone.</source>
        <translation>已执行，无法撤销。</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>%1 Will be sent when connected.</source>
        <translation>%1 将在连接后发送。</translation>
    </message>
</context>
<context>
    <name>DateText</name>
    <message>
        <source>MMM d, yyyy HH:mm</source>
        <extracomment>A date with its year and time, in the letters of QLocale::toString</extracomment>
        <translation>yyyy年M月d日 HH:mm</translation>
    </message>
    <message>
        <source>MMM d HH:mm</source>
        <extracomment>A date of this year with its time, in the letters of QLocale::toString</extracomment>
        <translation>M月d日 HH:mm</translation>
    </message>
    <message>
        <source>just now</source>
        <translation>刚刚</translation>
    </message>
    <message>
        <source>%1 ago</source>
        <extracomment>%1 is a span such as &quot;3 min&quot;</extracomment>
        <translation>%1前</translation>
    </message>
    <message>
        <source>%1 s</source>
        <translation>%1 秒</translation>
    </message>
    <message>
        <source>%1 min</source>
        <translation>%1 分钟</translation>
    </message>
    <message>
        <source>%1 h</source>
        <translation>%1 小时</translation>
    </message>
    <message>
        <source>1 day</source>
        <translation>1 天</translation>
    </message>
    <message>
        <source>%1 days</source>
        <translation>%1 天</translation>
    </message>
</context>
<context>
    <name>Exchange</name>
    <message>
        <source>column %1</source>
        <translation>第 %1 列</translation>
    </message>
    <message>
        <source>isn&apos;t UTF-8</source>
        <translation>不是 UTF-8 编码</translation>
    </message>
    <message>
        <source>the quote that begins the field is never closed</source>
        <translation>字段起始引号没有对应的结束引号</translation>
    </message>
    <message>
        <source>can&apos;t be read: %1</source>
        <translation>无法读取：%1</translation>
    </message>
    <message>
        <source>a quote stands where none may: fields with quotes stand in quotes, theirs doubled</source>
        <translation>引号位置不正确：含引号的字段须用引号括起，其中的引号须重复一次</translation>
    </message>
    <message>
        <source>can&apos;t be opened: %1</source>
        <translation>无法打开：%1</translation>
    </message>
    <message>
        <source>the line that names the columns is missing</source>
        <translation>缺少列名行</translation>
    </message>
    <message>
        <source>the column &quot;%1&quot; is missing</source>
        <translation>缺少列“%1”</translation>
    </message>
    <message>
        <source>the column is there twice</source>
        <translation>列重复出现</translation>
    </message>
    <message>
        <source>there are %1 fields where the first line names %2 columns</source>
        <translation>有 %1 个字段，而首行声明了 %2 列</translation>
    </message>
    <message>
        <source>the ID is empty</source>
        <translation>ID 为空</translation>
    </message>
    <message>
        <source>&quot;%1&quot; is there twice</source>
        <translation>“%1”重复出现</translation>
    </message>
    <message>
        <source>unknown word &quot;%1&quot;</source>
        <translation>未知的词“%1”</translation>
    </message>
    <message>
        <source>there is no user &quot;%1&quot;</source>
        <translation>没有用户“%1”</translation>
    </message>
    <message>
        <source>there is no organization &quot;%1&quot;</source>
        <translation>没有组织“%1”</translation>
    </message>
    <message>
        <source>there is no role group &quot;%1&quot;</source>
        <translation>没有角色组“%1”</translation>
    </message>
    <message>
        <source>a cycle of organizations, each below the next: %1</source>
        <translation>组织循环，依次为上级：%1</translation>
    </message>
    <message>
        <source>a role group can&apos;t be in a role group</source>
        <translation>角色组不能包含角色组</translation>
    </message>
    <message>
        <source>there is no space &quot;%1&quot;</source>
        <translation>没有空间“%1”</translation>
    </message>
    <message>
        <source>there is no resource &quot;%1&quot;</source>
        <translation>没有资源“%1”</translation>
    </message>
    <message>
        <source>a grant gives a role: &quot;none&quot; isn&apos;t one</source>
        <translation>授权必须指定角色，“none”不是角色</translation>
    </message>
    <message>
        <source>&quot;%1&quot; isn&apos;t a time with an offset like 2026-01-31T08:00:00+08:00</source>
        <translation>“%1”不是带时区的时间，例如 2026-01-31T08:00:00+08:00</translation>
    </message>
    <message>
        <source>&quot;%1&quot; has %2 fields, not %3</source>
        <translation>“%1”应有 %3 个字段，实际 %2 个</translation>
    </message>
    <message>
        <source>unknown question &quot;%1&quot;</source>
        <translation>未知的查询“%1”</translation>
    </message>
    <message>
        <source>the answers can&apos;t be written: %1</source>
        <translation>无法写入结果：%1</translation>
    </message>
</context>
<context>
    <name>Explanation</name>
    <message>
        <source>(a person you can&apos;t see)</source>
        <translation>（您无权查看的人员）</translation>
    </message>
    <message>
        <source>(an organization you can&apos;t see)</source>
        <translation>（您无权查看的组织）</translation>
    </message>
    <message>
        <source>(a role group you can&apos;t see)</source>
        <translation>（您无权查看的角色组）</translation>
    </message>
    <message>
        <source>(a space you can&apos;t see)</source>
        <translation>（您无权查看的空间）</translation>
    </message>
    <message>
        <source>(a resource you can&apos;t see)</source>
        <translation>（您无权查看的资源）</translation>
    </message>
    <message>
        <source>space %1</source>
        <translation>空间 %1</translation>
    </message>
    <message>
        <source>resource %1</source>
        <translation>资源 %1</translation>
    </message>
    <message>
        <source>(a tenant you can&apos;t see)</source>
        <translation>（您无权查看的租户）</translation>
    </message>
    <message>
        <source>not activated yet</source>
        <translation>未激活</translation>
    </message>
    <message>
        <source>active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>departed</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>No permission</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Guest</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>Viewer</source>
        <translation>查看与使用</translation>
    </message>
    <message>
        <source>Commenter</source>
        <translation>可评论</translation>
    </message>
    <message>
        <source>Editor</source>
        <translation>可编辑</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>role group %1</source>
        <translation>角色组 %1</translation>
    </message>
    <message>
        <source>%1 of %2</source>
        <translation>%2 的%1</translation>
    </message>
    <message>
        <source>counts for %1</source>
        <translation>作用于 %1</translation>
    </message>
    <message>
        <source>The account of %1 isn&apos;t active: it is %2.</source>
        <translation>%1 的账号不可用：%2。</translation>
    </message>
    <message>
        <source>The tenant of %1 is frozen.</source>
        <translation>%1 所在的租户已冻结。</translation>
    </message>
    <message>
        <source>The tenant %1 is frozen: nothing in it gives a role.</source>
        <translation>租户 %1 已冻结：其中的任何授权均不生效。</translation>
    </message>
    <message>
        <source>%1 is disabled, so this doesn&apos;t count: %2</source>
        <translation>%1 已停用，以下授权不生效：%2</translation>
    </message>
    <message>
        <source>Expired on %1: %2</source>
        <translation>已于 %1 到期：%2</translation>
    </message>
    <message>
        <source>The resource is restricted, so a role on the space doesn&apos;t count: %1</source>
        <translation>该资源受限，空间角色不生效：%1</translation>
    </message>
    <message>
        <source>Counts, but isn&apos;t enough: %1</source>
        <translation>生效，但权限不足：%1</translation>
    </message>
    <message>
        <source>You can&apos;t see this person, so nothing can be said.</source>
        <translation>您无权查看此人，无法给出结论。</translation>
    </message>
    <message>
        <source>Activate the account of %1.</source>
        <translation>激活 %1 的账号。</translation>
    </message>
    <message>
        <source>Unfreeze the tenant %1.</source>
        <translation>解冻租户 %1。</translation>
    </message>
    <message>
        <source>Enable %1.</source>
        <translation>启用 %1。</translation>
    </message>
    <message>
        <source>Renew the expired grant: %1 is %2 of %3.</source>
        <translation>续期已到期的授权：%1 为 %3 的%2。</translation>
    </message>
    <message>
        <source>Open %1 to those with a role on its space.</source>
        <translation>将 %1 开放给拥有其空间角色的成员。</translation>
    </message>
    <message>
        <source>Make %1 %2 of %3.</source>
        <translation>将 %1 设为 %3 的%2。</translation>
    </message>
    <message>
        <source>%1, %2: %3 (as of %4)</source>
        <translation>%1，%2：%3（截至 %4）</translation>
    </message>
    <message>
        <source>Restricted: only its own grants count, and the owner of the space.</source>
        <translation>受限：仅资源自身的授权和空间所有者有效。</translation>
    </message>
    <message>
        <source>Open: a role on the space counts for it too.</source>
        <translation>开放：空间角色对该资源同样有效。</translation>
    </message>
    <message>
        <source>Because: %1</source>
        <translation>原因：%1</translation>
    </message>
    <message>
        <source>Also: %1</source>
        <translation>另有：%1</translation>
    </message>
    <message>
        <source>Nobody has given a role, directly or through an organization or a role group.</source>
        <translation>没有直接授权，也没有通过组织或角色组获得的授权。</translation>
    </message>
    <message>
        <source>What would be enough:</source>
        <translation>可行的解决办法：</translation>
    </message>
    <message>
        <source>Restore %1 from the archive.</source>
        <translation>将%1从归档中恢复。</translation>
    </message>
    <message>
        <source>Transfer the ownership of %1 to %2.</source>
        <translation>将%1的所有权移交给%2。</translation>
    </message>
    <message>
        <source>Lift the expiry of the grant on the space: %1 is %2 of %3.</source>
        <translation>取消空间授权的到期时间：%1 为 %3 的%2。</translation>
    </message>
</context>
<context>
    <name>GiveRoleDialog</name>
    <message>
        <source>Holds %1, which excludes it</source>
        <translation>已拥有互斥角色 %1</translation>
    </message>
    <message>
        <source>Holds it already</source>
        <translation>已拥有该角色</translation>
    </message>
</context>
<context>
    <name>Outsiders</name>
    <message>
        <source>(without a name)</source>
        <translation>（无名称）</translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s)</source>
        <translation>
            <numerusform>%n 个资源</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 · %2: %3</source>
        <translation>%1 · %2：%3</translation>
    </message>
</context>
<context>
    <name>PermissionDetail</name>
    <message>
        <source>something you can&apos;t see</source>
        <translation>您无权查看的对象</translation>
    </message>
    <message>
        <source>role group %1, by %2</source>
        <translation>角色组 %1（经由 %2）</translation>
    </message>
    <message>
        <source>role group %1</source>
        <translation>角色组 %1</translation>
    </message>
    <message>
        <source>From the space</source>
        <translation>来自空间</translation>
    </message>
    <message>
        <source>From the space, through %1</source>
        <translation>来自空间，通过 %1</translation>
    </message>
    <message>
        <source>Owner of it</source>
        <translation>资源所有者</translation>
    </message>
    <message>
        <source>Given directly</source>
        <translation>直接授予</translation>
    </message>
    <message>
        <source>Through %1</source>
        <translation>通过 %1</translation>
    </message>
    <message>
        <source>A resource you can&apos;t see</source>
        <translation>您无权查看的资源</translation>
    </message>
    <message>
        <source>Restricted: the role on the space doesn&apos;t count</source>
        <translation>受限：空间角色不生效</translation>
    </message>
    <message>
        <source>Nobody has given a role</source>
        <translation>未授予任何角色</translation>
    </message>
</context>
<context>
    <name>SpaceChoices</name>
    <message>
        <source>Build agents</source>
        <translation>构建智能体</translation>
    </message>
    <message>
        <source>Manage data</source>
        <translation>数据管理</translation>
    </message>
    <message>
        <source>Automate work</source>
        <translation>自动化任务</translation>
    </message>
    <message>
        <source>%1 tokens</source>
        <translation>%1 Tokens</translation>
    </message>
    <message>
        <source>unlimited tokens</source>
        <translation>Tokens 不限</translation>
    </message>
    <message>
        <source>%1 GiB of data</source>
        <translation>%1 GiB 数据量</translation>
    </message>
    <message>
        <source>unlimited data</source>
        <translation>数据量不限</translation>
    </message>
    <message>
        <source>Not in your plan</source>
        <translation>不在套餐内</translation>
    </message>
</context>
<context>
    <name>SpaceDialogs</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>SpaceMembers</name>
    <message>
        <source>Somebody you can&apos;t see</source>
        <translation>您无权查看的人员</translation>
    </message>
    <message>
        <source>An organization you can&apos;t see</source>
        <translation>您无权查看的部门</translation>
    </message>
    <message>
        <source>A role group you can&apos;t see</source>
        <translation>您无权查看的角色组</translation>
    </message>
    <message>
        <source>This change was not accepted.</source>
        <translation>此变更未被接受。</translation>
    </message>
    <message>
        <source>(without a name)</source>
        <translation>（未命名）</translation>
    </message>
</context>
<context>
    <name>SpaceWords</name>
    <message>
        <source>Basic</source>
        <translation>基础版</translation>
    </message>
    <message>
        <source>Standard</source>
        <translation>标准版</translation>
    </message>
    <message>
        <source>Advanced</source>
        <translation>高级版</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>个人</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Role group</source>
        <translation>角色组</translation>
    </message>
    <message>
        <source>Agent</source>
        <translation>智能体</translation>
    </message>
    <message>
        <source>Workflow</source>
        <translation>工作流</translation>
    </message>
    <message>
        <source>Plugin</source>
        <translation>插件</translation>
    </message>
    <message>
        <source>Knowledge base</source>
        <translation>知识库</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>应用</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message>
        <source>Dashboard</source>
        <translation>仪表盘</translation>
    </message>
    <message>
        <source>See the space and its open resources</source>
        <translation>访问空间及其开放资源</translation>
    </message>
    <message>
        <source>Use resources</source>
        <translation>使用资源</translation>
    </message>
    <message>
        <source>Comment on tables and community resources</source>
        <translation>评论表格和社区类资源</translation>
    </message>
    <message>
        <source>Create and edit resources</source>
        <translation>创建和编辑资源</translation>
    </message>
    <message>
        <source>Manage members up to editor, edit and archive the space</source>
        <translation>管理“可编辑”及以下成员，编辑、归档空间</translation>
    </message>
    <message>
        <source>Appoint administrators, delete resources or the space, transfer it</source>
        <translation>任命管理员，删除资源或空间，移交空间</translation>
    </message>
    <message>
        <source>1 person</source>
        <translation>1 人</translation>
    </message>
    <message>
        <source>%1 people</source>
        <translation>%1 人</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>%1 left</source>
        <translation>剩 %1</translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message>
        <source>Columns</source>
        <translation>列</translation>
    </message>
    <message>
        <source>Export…</source>
        <translation>导出…</translation>
    </message>
    <message>
        <source>Columns and export</source>
        <translation>列与导出</translation>
    </message>
    <message>
        <source>Table</source>
        <translation>表格</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows written to %2</source>
        <translation>
            <numerusform>已将 %1 行写入 %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TenantPeople</name>
    <message>
        <source>Tenant administrator</source>
        <translation>租户管理员</translation>
    </message>
    <message>
        <source>System administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Leader of an organization</source>
        <translation>组织负责人</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not activated</source>
        <translation>未激活</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Departed</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>A role that you can&apos;t see</source>
        <translation>您无权查看的角色</translation>
    </message>
</context>
<context>
    <name>audit</name>
    <message>
        <source>Platform installed</source>
        <translation>平台已安装</translation>
    </message>
    <message>
        <source>Changed directly in the database</source>
        <translation>直接在数据库中修改</translation>
    </message>
    <message>
        <source>Account added</source>
        <translation>添加账号</translation>
    </message>
    <message>
        <source>Account suspended, reactivated or closed</source>
        <translation>账号状态变更</translation>
    </message>
    <message>
        <source>Account suspended or reactivated</source>
        <translation>停用或恢复账号</translation>
    </message>
    <message>
        <source>Password changed past the console</source>
        <translation>未经控制台修改密码</translation>
    </message>
    <message>
        <source>Moved to another tenant</source>
        <translation>变更所属租户</translation>
    </message>
    <message>
        <source>Member removed</source>
        <translation>移除成员</translation>
    </message>
    <message>
        <source>Member restored</source>
        <translation>恢复成员</translation>
    </message>
    <message>
        <source>Handover</source>
        <translation>交接</translation>
    </message>
    <message>
        <source>Leadership handed over</source>
        <translation>交接负责人</translation>
    </message>
    <message>
        <source>Administration handed over</source>
        <translation>交接管理权限</translation>
    </message>
    <message>
        <source>Access copied</source>
        <translation>复制权限</translation>
    </message>
    <message>
        <source>Non-enterprise member removed</source>
        <translation>移除非企业成员</translation>
    </message>
    <message>
        <source>Role assigned</source>
        <translation>分配角色</translation>
    </message>
    <message>
        <source>Role revoked</source>
        <translation>撤销角色</translation>
    </message>
    <message>
        <source>Tenant created</source>
        <translation>创建租户</translation>
    </message>
    <message>
        <source>Platform settings changed</source>
        <translation>变更平台设置</translation>
    </message>
    <message>
        <source>Tenant settings changed</source>
        <translation>变更租户设置</translation>
    </message>
    <message>
        <source>Application submitted</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Application approved</source>
        <translation>申请通过</translation>
    </message>
    <message>
        <source>Stage of an application approved</source>
        <translation>申请阶段通过</translation>
    </message>
    <message>
        <source>Application rejected</source>
        <translation>申请被拒绝</translation>
    </message>
    <message>
        <source>Application withdrawn</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Application ended</source>
        <translation>申请终止</translation>
    </message>
    <message>
        <source>Role group created</source>
        <translation>创建虚拟角色组</translation>
    </message>
    <message>
        <source>Role group edited</source>
        <translation>编辑虚拟角色组</translation>
    </message>
    <message>
        <source>Role group deleted</source>
        <translation>删除虚拟角色组</translation>
    </message>
    <message>
        <source>Members of a role group changed</source>
        <translation>变更虚拟角色组成员</translation>
    </message>
    <message>
        <source>Space created</source>
        <translation>创建空间</translation>
    </message>
    <message>
        <source>Space edited</source>
        <translation>编辑空间</translation>
    </message>
    <message>
        <source>Modules of a space changed</source>
        <translation>变更空间模块</translation>
    </message>
    <message>
        <source>Space archived</source>
        <translation>归档空间</translation>
    </message>
    <message>
        <source>Space restored</source>
        <translation>恢复空间</translation>
    </message>
    <message>
        <source>Space transferred</source>
        <translation>转让空间</translation>
    </message>
    <message>
        <source>Space deleted</source>
        <translation>删除空间</translation>
    </message>
    <message>
        <source>Resource opened or restricted</source>
        <translation>变更资源访问方式</translation>
    </message>
    <message>
        <source>Resource transferred</source>
        <translation>转让资源</translation>
    </message>
    <message>
        <source>Permissions given or changed</source>
        <translation>授予或变更权限</translation>
    </message>
    <message>
        <source>Permissions removed</source>
        <translation>移除权限</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Enabled</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>模块</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>订阅计划</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>Department</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Main use</source>
        <translation>主要用途</translation>
    </message>
    <message>
        <source>Estimated users</source>
        <translation>预计用户数</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>联系邮箱</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>新增</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Subject</source>
        <translation>授权对象</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Role group</source>
        <translation>虚拟角色组</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主部门</translation>
    </message>
    <message>
        <source>Who may create spaces</source>
        <translation>谁可以创建空间</translation>
    </message>
    <message>
        <source>Who else may create spaces</source>
        <translation>还可创建空间的人员</translation>
    </message>
    <message>
        <source>Most spaces</source>
        <translation>空间数上限</translation>
    </message>
    <message>
        <source>Most non-enterprise members</source>
        <translation>非企业成员数上限</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Role created</source>
        <translation>角色创建</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>角色变更</translation>
    </message>
    <message>
        <source>Role deleted</source>
        <translation>角色删除</translation>
    </message>
    <message>
        <source>May</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>互斥角色</translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>拥有者</translation>
    </message>
    <message>
        <source>Data scope</source>
        <translation>数据范围</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Where something else counts now</source>
        <translation>生效权限发生变化的组织</translation>
    </message>
    <message>
        <source>Account registered</source>
        <translation>注册账号</translation>
    </message>
    <message>
        <source>Account activated</source>
        <translation>激活账号</translation>
    </message>
    <message>
        <source>Account closed</source>
        <translation>注销账号</translation>
    </message>
    <message>
        <source>Profile changed</source>
        <translation>修改个人信息</translation>
    </message>
    <message>
        <source>Staff confirmed or not</source>
        <translation>确认或取消员工身份</translation>
    </message>
    <message>
        <source>Password reset by mail</source>
        <translation>通过邮件重置密码</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Members invited or imported</source>
        <translation>邀请或导入成员</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Invitation accepted</source>
        <translation>接受邀请</translation>
    </message>
    <message>
        <source>Invitation declined</source>
        <translation>谢绝邀请</translation>
    </message>
    <message>
        <source>Invitation withdrawn</source>
        <translation>撤回邀请</translation>
    </message>
    <message>
        <source>Removal of permissions undone</source>
        <translation>撤销权限移除</translation>
    </message>
    <message>
        <source>People in all</source>
        <translation>总人数</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>邀请人</translation>
    </message>
    <message>
        <source>New account</source>
        <translation>新账号</translation>
    </message>
    <message>
        <source>New accounts</source>
        <translation>新账号</translation>
    </message>
    <message>
        <source>Changed</source>
        <translation>已变更</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变更</translation>
    </message>
    <message>
        <source>Left out</source>
        <translation>已跳过</translation>
    </message>
    <message>
        <source>Undone</source>
        <translation>已撤销</translation>
    </message>
    <message>
        <source>Left as they are</source>
        <translation>保持现状</translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Opened for maintenance by the platform team</source>
        <translation>平台团队紧急访问</translation>
    </message>
    <message>
        <source>Access for maintenance ended</source>
        <translation>紧急访问结束</translation>
    </message>
    <message>
        <source>State of the tenant changed</source>
        <translation>租户状态变更</translation>
    </message>
    <message>
        <source>Plan of the tenant changed</source>
        <translation>租户套餐变更</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Ended before its time</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Account that nobody activated deleted</source>
        <translation>从未激活的账号已删除</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>MIS account</source>
        <translation>MIS 账号</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Own picture</source>
        <translation>个人头像</translation>
    </message>
    <message>
        <source>Language of mail</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>Staff</source>
        <translation>员工身份</translation>
    </message>
    <message>
        <source>Mail sent again</source>
        <translation>邮件重新发送</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Failed with</source>
        <translation>失败原因</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Details of entries erased</source>
        <translation>已擦除审计条目的详情</translation>
    </message>
    <message>
        <source>Organizations of a person changed</source>
        <translation>变更成员所属部门</translation>
    </message>
    <message>
        <source>Organizations of imported people</source>
        <translation>导入人员的部门</translation>
    </message>
    <message>
        <source>Permissions of an organization changed</source>
        <translation>组织权限变更</translation>
    </message>
    <message>
        <source>Organization created</source>
        <translation>创建部门</translation>
    </message>
    <message>
        <source>Organization edited</source>
        <translation>编辑部门</translation>
    </message>
    <message>
        <source>Organization moved</source>
        <translation>移动部门</translation>
    </message>
    <message>
        <source>Organization enabled or disabled</source>
        <translation>启用或停用部门</translation>
    </message>
    <message>
        <source>Organization deleted</source>
        <translation>删除部门</translation>
    </message>
    <message>
        <source>Parent organization</source>
        <translation>上级部门</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Primary organization</source>
        <translation>主部门</translation>
    </message>
</context>
<context>
    <name>mail</name>
    <message>
        <source>Hello %1,</source>
        <translation>%1，您好：</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>You find it in Tenantry under Notifications: tenantry://page/notifications</source>
        <translation>您可以在 Tenantry 的“通知”页面中查看：tenantry://page/notifications</translation>
    </message>
    <message>
        <source>Tenantry sent this mail by itself. Nobody reads answers to it.</source>
        <translation>本邮件由 Tenantry 自动发送，请勿回复。</translation>
    </message>
    <message>
        <source>If it wasn&apos;t you, do nothing: without this mail nobody can use your address.</source>
        <translation>如果不是您本人操作，请忽略：没有这封邮件，任何人都无法使用您的邮箱。</translation>
    </message>
    <message>
        <source>Activate your Tenantry account</source>
        <translation>激活您的 Tenantry 账号</translation>
    </message>
    <message>
        <source>Somebody, probably you, registered with this address. Open this link on the computer with Tenantry, or paste the code there under Activate, and enter the password that you chose:</source>
        <translation>有人（可能是您本人）用此邮箱注册了账号。请在装有 Tenantry 的电脑上打开此链接，或在“激活”中粘贴激活码，并输入您设置的密码：</translation>
    </message>
    <message>
        <source>Choose a new Tenantry password</source>
        <translation>重置您的 Tenantry 密码</translation>
    </message>
    <message>
        <source>Somebody, probably you, forgot the password of this account. Open this link on the computer with Tenantry, or paste the code there under Forgotten password:</source>
        <translation>有人（可能是您本人）忘记了此账号的密码。请在装有 Tenantry 的电脑上打开此链接，或在“忘记密码”中粘贴验证码：</translation>
    </message>
    <message>
        <source>If it wasn&apos;t you, do nothing: your password stays as it is.</source>
        <translation>如果不是您本人操作，请忽略：您的密码保持不变。</translation>
    </message>
    <message>
        <source>You have a Tenantry account already</source>
        <translation>您已经有 Tenantry 账号</translation>
    </message>
    <message>
        <source>Somebody, probably you, registered with this address or asked to activate it. There is an active account of this address: sign in with its password, or use Forgotten password.</source>
        <translation>有人（可能是您本人）用此邮箱注册或申请激活。该邮箱已有有效账号：请用其密码登录，或使用“忘记密码”。</translation>
    </message>
    <message>
        <source>If it wasn&apos;t you, do nothing: nothing has changed.</source>
        <translation>如果不是您本人操作，请忽略：没有任何更改。</translation>
    </message>
    <message>
        <source>Your Tenantry password can&apos;t be reset by mail</source>
        <translation>您的 Tenantry 密码不能通过邮件重置</translation>
    </message>
    <message>
        <source>Somebody, probably you, forgot the password of this account. It belongs to a system administrator, whose password isn&apos;t given by mail. Ask whoever runs the server.</source>
        <translation>有人（可能是您本人）忘记了此账号的密码。这是系统管理员账号，其密码不能通过邮件重置。请联系服务器的运维人员。</translation>
    </message>
    <message>
        <source>Code:</source>
        <translation>激活码：</translation>
    </message>
    <message>
        <source>It works once, until %1.</source>
        <translation>只能使用一次，有效期至 %1。</translation>
    </message>
    <message>
        <source>Your account has no password yet. Open this link on the computer with Tenantry, or paste the code there under Activate, and choose one:</source>
        <translation>您的账号还没有密码。请在装有 Tenantry 的电脑上打开此链接，或在那里的“激活”中粘贴代码，然后设置密码：</translation>
    </message>
</context>
<context>
    <name>mails</name>
    <message>
        <source>Activation of an account</source>
        <translation>激活账号</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>重置密码</translation>
    </message>
    <message>
        <source>Account exists already</source>
        <translation>账号已存在</translation>
    </message>
    <message>
        <source>Password of a system administrator</source>
        <translation>系统管理员密码</translation>
    </message>
    <message>
        <source>Application submitted</source>
        <translation>提交了申请</translation>
    </message>
    <message>
        <source>Stage of an application approved</source>
        <translation>申请通过一级审批</translation>
    </message>
    <message>
        <source>Application waits for the next decision</source>
        <translation>申请等待下一级审批</translation>
    </message>
    <message>
        <source>Application approved</source>
        <translation>申请已通过</translation>
    </message>
    <message>
        <source>Application rejected</source>
        <translation>申请已驳回</translation>
    </message>
    <message>
        <source>Application ended</source>
        <translation>申请已终止</translation>
    </message>
    <message>
        <source>Tenant created</source>
        <translation>租户已创建</translation>
    </message>
    <message>
        <source>Import undone</source>
        <translation>导入已撤销</translation>
    </message>
    <message>
        <source>Invitation</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>Invitation declined</source>
        <translation>邀请被拒绝</translation>
    </message>
    <message>
        <source>Ownership transferred</source>
        <translation>所有权转让</translation>
    </message>
    <message>
        <source>Joined a role group</source>
        <translation>加入虚拟角色组</translation>
    </message>
    <message>
        <source>Left a role group</source>
        <translation>移出虚拟角色组</translation>
    </message>
    <message>
        <source>Removed from the tenant</source>
        <translation>移出租户</translation>
    </message>
    <message>
        <source>Restored as a member</source>
        <translation>恢复为成员</translation>
    </message>
    <message>
        <source>Left the tenant</source>
        <translation>退出租户</translation>
    </message>
    <message>
        <source>Joined the tenant</source>
        <translation>加入租户</translation>
    </message>
    <message>
        <source>Tenant renamed</source>
        <translation>租户已更名</translation>
    </message>
    <message>
        <source>Domain changed</source>
        <translation>租户域名已变更</translation>
    </message>
    <message>
        <source>Administrator replaced</source>
        <translation>租户管理员已更换</translation>
    </message>
    <message>
        <source>Account suspended</source>
        <translation>账号已停用</translation>
    </message>
    <message>
        <source>Account reactivated</source>
        <translation>账号已重新启用</translation>
    </message>
    <message>
        <source>Handover due</source>
        <translation>待工作交接</translation>
    </message>
    <message>
        <source>Handed over</source>
        <translation>已完成交接</translation>
    </message>
    <message>
        <source>Access copied</source>
        <translation>权限已复制</translation>
    </message>
    <message>
        <source>Removed from all spaces</source>
        <translation>移出所有空间</translation>
    </message>
    <message>
        <source>Role assigned</source>
        <translation>角色已分配</translation>
    </message>
    <message>
        <source>Role revoked</source>
        <translation>角色已撤销</translation>
    </message>
    <message>
        <source>Role changed</source>
        <translation>角色已变更</translation>
    </message>
    <message>
        <source>Appointed system administrator</source>
        <translation>任命为系统管理员</translation>
    </message>
    <message>
        <source>Dismissed as system administrator</source>
        <translation>撤销系统管理员</translation>
    </message>
    <message>
        <source>Unusual access</source>
        <translation>异常访问</translation>
    </message>
    <message>
        <source>Tenant opened for maintenance</source>
        <translation>租户开启维护访问</translation>
    </message>
    <message>
        <source>Access for maintenance ended</source>
        <translation>维护访问已结束</translation>
    </message>
    <message>
        <source>State of the tenant changed</source>
        <translation>租户状态已变更</translation>
    </message>
    <message>
        <source>Plan changed</source>
        <translation>套餐已变更</translation>
    </message>
    <message>
        <source>Password changed</source>
        <translation>密码已修改</translation>
    </message>
    <message>
        <source>Profile changed</source>
        <translation>个人信息已修改</translation>
    </message>
    <message>
        <source>Permission about to expire</source>
        <translation>权限即将到期</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Given up</source>
        <translation>已放弃</translation>
    </message>
    <message>
        <source>Organization created</source>
        <translation>部门已创建</translation>
    </message>
    <message>
        <source>Organizations changed</source>
        <translation>所属部门变更</translation>
    </message>
    <message>
        <source>Organizations changed by an import</source>
        <translation>导入变更所属部门</translation>
    </message>
    <message>
        <source>Permissions of an organization changed</source>
        <translation>部门权限已变更</translation>
    </message>
</context>
<context>
    <name>messages</name>
    <message>
        <source>letters A–Z, digits and _</source>
        <translation>英文字母、数字和下划线</translation>
    </message>
    <message>
        <source>letters A–Z, digits and -</source>
        <translation>英文字母、数字和连字符</translation>
    </message>
    <message>
        <source>letters of any script, blank, · &apos; and -</source>
        <translation>任意文字的字母、空格、· &apos; 和 -</translation>
    </message>
    <message>
        <source>letters A–Z, digits and the signs of e-mail addresses</source>
        <translation>英文字母、数字和邮箱地址符号</translation>
    </message>
    <message>
        <source>digits, blank, + - ( and )</source>
        <translation>数字、空格、+ - ( 和 )</translation>
    </message>
    <message>
        <source>letters A–Z, digits, . - and _</source>
        <translation>英文字母、数字、. - 和 _</translation>
    </message>
    <message>
        <source>any visible characters in one line</source>
        <translation>任意可见字符，单行</translation>
    </message>
    <message>
        <source>any visible characters</source>
        <translation>任意可见字符</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>ended</source>
        <translation>已结束</translation>
    </message>
    <message>
        <source>This was refused ({code}).</source>
        <translation>操作被拒绝（{code}）。</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached ({code}). The console keeps trying.</source>
        <translation>无法连接服务器（{code}），将自动重试。</translation>
    </message>
    <message>
        <source>Stored data can&apos;t be read ({code}).</source>
        <translation>无法读取已存储的数据（{code}）。</translation>
    </message>
    <message>
        <source>Something went wrong ({code}). Try again; if it stays, tell your administrator.</source>
        <translation>出现错误（{code}）。请重试；若仍然出现，请联系管理员。</translation>
    </message>
    <message>
        <source>A whole number from {min} to {max}.</source>
        <translation>{min} 到 {max} 之间的整数。</translation>
    </message>
    <message>
        <source>An e-mail address such as name@example.com.</source>
        <translation>邮箱地址，如 name@example.com。</translation>
    </message>
    <message>
        <source>Up to {max} characters: {class}.</source>
        <translation>不超过 {max} 个字符：{class}。</translation>
    </message>
    <message>
        <source>{min} to {max} characters: {class}.</source>
        <translation>{min}–{max} 个字符：{class}。</translation>
    </message>
    <message>
        <source>The connection to the server was lost. What you do is kept and sent later.</source>
        <translation>与服务器的连接已断开。您的操作会保留并在稍后发送。</translation>
    </message>
    <message>
        <source>The server can&apos;t be reached. Check the network; the console keeps trying.</source>
        <translation>无法连接服务器。请检查网络；控制台会继续重试。</translation>
    </message>
    <message>
        <source>Sign-in was refused. Check name and password.</source>
        <translation>登录被拒绝。请检查账号和密码。</translation>
    </message>
    <message>
        <source>The server is busy. The console tries again by itself.</source>
        <translation>服务器繁忙。控制台会自动重试。</translation>
    </message>
    <message>
        <source>The server accepts no changes at the moment. What you do is kept and sent later.</source>
        <translation>服务器暂时不接受更改。您的操作会保留并在稍后发送。</translation>
    </message>
    <message>
        <source>Cancelled.</source>
        <translation>已取消。</translation>
    </message>
    <message>
        <source>The server&apos;s identity could not be verified. Ask whoever runs it; don&apos;t sign in.</source>
        <translation>无法验证服务器身份。请联系服务器管理者，不要登录。</translation>
    </message>
    <message>
        <source>The server reported a fault. Try again; if it stays, tell your administrator.</source>
        <translation>服务器报告了故障。请重试；如仍出现，请告知管理员。</translation>
    </message>
    <message>
        <source>The server reported a fault. Tell your administrator this number: {id}.</source>
        <translation>服务器报告了故障。请将此编号告知管理员：{id}。</translation>
    </message>
    <message>
        <source>Your account may not do this, or is not active any more.</source>
        <translation>您的账号无权执行该操作，或已不再有效。</translation>
    </message>
    <message>
        <source>A server on another machine needs an encrypted connection (TLS).</source>
        <translation>连接其他机器上的服务器需要加密连接（TLS）。</translation>
    </message>
    <message>
        <source>The PostgreSQL driver of Qt is not installed.</source>
        <translation>未安装 Qt 的 PostgreSQL 驱动。</translation>
    </message>
    <message>
        <source>The server could not begin a transaction. Try again.</source>
        <translation>服务器无法开始事务。请重试。</translation>
    </message>
    <message>
        <source>This server profile can&apos;t be read. Make it again.</source>
        <translation>无法读取该服务器配置。请重新创建。</translation>
    </message>
    <message>
        <source>The settings in the environment (PG…) don&apos;t make a usable server profile.</source>
        <translation>环境变量（PG…）中的设置不能构成可用的服务器配置。</translation>
    </message>
    <message>
        <source>PostgreSQL is not installed on this machine. Install it, then start again.</source>
        <translation>本机未安装 PostgreSQL。请安装后重新启动。</translation>
    </message>
    <message>
        <source>There is no account under which the private server could run.</source>
        <translation>没有可用于运行私有服务器的系统账号。</translation>
    </message>
    <message>
        <source>The folder of the private server can&apos;t be used. Check its rights and the free space.</source>
        <translation>私有服务器的文件夹不可用。请检查权限和剩余空间。</translation>
    </message>
    <message>
        <source>The path of the private server&apos;s socket is too long. Choose a shorter data folder.</source>
        <translation>私有服务器的套接字路径过长。请选择更短的数据文件夹。</translation>
    </message>
    <message>
        <source>The private server&apos;s data could not be made. The log says why: {log}.</source>
        <translation>无法创建私有服务器的数据。原因见日志：{log}。</translation>
    </message>
    <message>
        <source>PostgreSQL&apos;s program {program} can&apos;t be started. Install PostgreSQL again.</source>
        <translation>无法启动 PostgreSQL 的程序 {program}。请重新安装 PostgreSQL。</translation>
    </message>
    <message>
        <source>The private server ended while it started. The log says why: {log}.</source>
        <translation>私有服务器在启动过程中退出。原因见日志：{log}。</translation>
    </message>
    <message>
        <source>The private server takes too long to start. The log may say why: {log}.</source>
        <translation>私有服务器启动时间过长。原因可能见日志：{log}。</translation>
    </message>
    <message>
        <source>An earlier private server (process {pid}) does not end. End it, then start again.</source>
        <translation>先前的私有服务器（进程 {pid}）没有结束。请结束它后重新启动。</translation>
    </message>
    <message>
        <source>The private server ends again and again. The log says why: {log}.</source>
        <translation>私有服务器反复退出。原因见日志：{log}。</translation>
    </message>
    <message>
        <source>Another console runs the private server, but it does not become ready. Close it, then start again.</source>
        <translation>另一个控制台正在运行私有服务器，但一直未就绪。请关闭它后重新启动。</translation>
    </message>
    <message>
        <source>The start of the private server was given up.</source>
        <translation>已放弃启动私有服务器。</translation>
    </message>
    <message>
        <source>This database has no schema yet. Install it first.</source>
        <translation>该数据库尚未安装数据结构。请先安装。</translation>
    </message>
    <message>
        <source>The server&apos;s schema is newer than this program. Update the console.</source>
        <translation>服务器的数据结构比本程序新。请更新控制台。</translation>
    </message>
    <message>
        <source>The database must use UTF-8 and the locale C.UTF-8.</source>
        <translation>数据库必须使用 UTF-8 编码和 C.UTF-8 区域设置。</translation>
    </message>
    <message>
        <source>The schema&apos;s files are incomplete. Install the program again.</source>
        <translation>数据结构文件不完整。请重新安装程序。</translation>
    </message>
    <message>
        <source>A step of the schema was changed after it had run. Install the program again.</source>
        <translation>已执行过的数据结构步骤被修改。请重新安装程序。</translation>
    </message>
    <message>
        <source>A file of the schema could not be run. Tell your administrator.</source>
        <translation>有一个数据结构文件无法执行。请告知管理员。</translation>
    </message>
    <message>
        <source>The server knows another change under the same ID. Make the change again.</source>
        <translation>服务器已有同一 ID 的另一项更改。请重新操作。</translation>
    </message>
    <message>
        <source>The server could not read the command. Update the console, then try again.</source>
        <translation>服务器无法读取该操作。请更新控制台后重试。</translation>
    </message>
    <message>
        <source>The change is too large to be sent at once. Make it in parts.</source>
        <translation>该更改太大，无法一次发送。请分批操作。</translation>
    </message>
    <message>
        <source>An earlier change that this one builds on was not carried out.</source>
        <translation>该更改所依赖的前一项更改未被执行。</translation>
    </message>
    <message>
        <source>The server was restored from a backup and no longer knows this change. Send it again or drop it.</source>
        <translation>服务器已从备份恢复，不再记得该更改。请重新发送或放弃。</translation>
    </message>
    <message>
        <source>The queue of changes is closed. Sign in first.</source>
        <translation>更改队列已关闭。请先登录。</translation>
    </message>
    <message>
        <source>This change is not waiting any more.</source>
        <translation>该更改已不在等待中。</translation>
    </message>
    <message>
        <source>The queue of changes was written by a newer program. Update the console.</source>
        <translation>更改队列由更新版本的程序写入。请更新控制台。</translation>
    </message>
    <message>
        <source>The queue of changes is damaged in part. What can&apos;t be read is kept in the file.</source>
        <translation>更改队列部分损坏。无法读取的内容仍保留在文件中。</translation>
    </message>
    <message>
        <source>Changes are missing from the queue: its file is older than it should be, or was cut.</source>
        <translation>更改队列中缺少内容：文件比应有的旧，或被截断。</translation>
    </message>
    <message>
        <source>The queue of changes was replaced by an older copy. Look through what is in it.</source>
        <translation>更改队列被较旧的副本替换。请检查其中的内容。</translation>
    </message>
    <message>
        <source>This change is in the queue already.</source>
        <translation>该更改已在队列中。</translation>
    </message>
    <message>
        <source>There are no local data yet. They are fetched from the server.</source>
        <translation>尚无本地数据，将从服务器获取。</translation>
    </message>
    <message>
        <source>The local data are damaged. They are fetched again from the server.</source>
        <translation>本地数据已损坏，将从服务器重新获取。</translation>
    </message>
    <message>
        <source>The local data were replaced by an older copy. They are fetched again from the server.</source>
        <translation>本地数据被较旧的副本替换，将从服务器重新获取。</translation>
    </message>
    <message>
        <source>The local data are too old to be shown. Connect to the server once to open them again.</source>
        <translation>本地数据过旧，不能显示。请连接一次服务器后再打开。</translation>
    </message>
    <message>
        <source>The server sent data that this console can&apos;t place. Update the console.</source>
        <translation>服务器发送了本控制台无法归类的数据。请更新控制台。</translation>
    </message>
    <message>
        <source>Stopped.</source>
        <translation>已停止。</translation>
    </message>
    <message>
        <source>The server sent an answer that this console can&apos;t read. Update the console.</source>
        <translation>服务器的应答无法读取。请更新控制台。</translation>
    </message>
    <message>
        <source>{option} needs a whole number of at least {minimum}.</source>
        <translation>{option} 需要不小于 {minimum} 的整数。</translation>
    </message>
    <message>
        <source>The demo&apos;s accounts could not be written to {file}.</source>
        <translation>无法将演示账号写入 {file}。</translation>
    </message>
    <message>
        <source>The demo&apos;s accounts could not be read from {file}.</source>
        <translation>无法从 {file} 读取演示账号。</translation>
    </message>
    <message>
        <source>The table of field rules can&apos;t be read ({where}). Install the program again.</source>
        <translation>无法读取字段规则表（{where}）。请重新安装程序。</translation>
    </message>
    <message>
        <source>The declaration of commands can&apos;t be read ({where}). Install the program again.</source>
        <translation>无法读取操作声明（{where}）。请重新安装程序。</translation>
    </message>
    <message>
        <source>The key of the local data is unusable. Sign in again; the data are fetched anew.</source>
        <translation>本地数据的密钥不可用。请重新登录，数据将重新获取。</translation>
    </message>
    <message>
        <source>The key of the local data is used up. They are fetched again from the server.</source>
        <translation>本地数据的密钥已用尽，数据将从服务器重新获取。</translation>
    </message>
    <message>
        <source>A piece of data is too large to be stored.</source>
        <translation>有一项数据太大，无法保存。</translation>
    </message>
    <message>
        <source>A key of the local data is unusable. Sign in again; the data are fetched anew.</source>
        <translation>本地数据的某个密钥不可用。请重新登录，数据将重新获取。</translation>
    </message>
    <message>
        <source>The stored password verifier can&apos;t be read.</source>
        <translation>无法读取保存的密码校验值。</translation>
    </message>
    <message>
        <source>The password verifier asks for more than {maximum} iterations and is refused.</source>
        <translation>密码校验值要求超过 {maximum} 次迭代，已拒绝。</translation>
    </message>
    <message>
        <source>The password verifier could not be computed. Try again.</source>
        <translation>无法计算密码校验值。请重试。</translation>
    </message>
    <message>
        <source>The local data can&apos;t be read or written. Check the disk.</source>
        <translation>无法读写本地数据。请检查磁盘。</translation>
    </message>
    <message>
        <source>The disk is full. Free some space; what you typed is kept.</source>
        <translation>磁盘已满。请清理空间；已输入的内容会保留。</translation>
    </message>
    <message>
        <source>The server sent a row that this console can&apos;t read. Update the console.</source>
        <translation>服务器发送的数据行无法读取。请更新控制台。</translation>
    </message>
    <message>
        <source>Local data were changed or damaged. They are fetched again from the server.</source>
        <translation>本地数据被改动或损坏，将从服务器重新获取。</translation>
    </message>
    <message>
        <source>There is no keychain on this system. Protect the local data with a passphrase instead.</source>
        <translation>本系统没有密钥环。请改用口令保护本地数据。</translation>
    </message>
    <message>
        <source>The local data are locked. Enter your passphrase.</source>
        <translation>本地数据已锁定。请输入口令。</translation>
    </message>
    <message>
        <source>The passphrase is wrong.</source>
        <translation>口令错误。</translation>
    </message>
    <message>
        <source>The file of keys is damaged. Sign in again; the local data are fetched anew.</source>
        <translation>密钥文件已损坏。请重新登录，本地数据将重新获取。</translation>
    </message>
    <message>
        <source>The file of keys is missing. Sign in again; the local data are fetched anew.</source>
        <translation>密钥文件缺失。请重新登录，本地数据将重新获取。</translation>
    </message>
    <message>
        <source>The file of keys was made by a newer program. Update the console.</source>
        <translation>密钥文件由更新版本的程序创建。请更新控制台。</translation>
    </message>
    <message>
        <source>Another console is using the keys. Close it or wait.</source>
        <translation>另一个控制台正在使用密钥。请关闭它或等待。</translation>
    </message>
    <message>
        <source>Too little memory to open the keys. Close other programs.</source>
        <translation>内存不足，无法打开密钥。请关闭其他程序。</translation>
    </message>
    <message>
        <source>The keys could not be stored. Check the disk.</source>
        <translation>无法保存密钥。请检查磁盘。</translation>
    </message>
    <message>
        <source>The local data are locked. Unlock them first.</source>
        <translation>本地数据已锁定。请先解锁。</translation>
    </message>
    <message>
        <source>There is no key for the local data yet. Sign in first.</source>
        <translation>尚无本地数据的密钥。请先登录。</translation>
    </message>
    <message>
        <source>The keys of the local data are damaged. Sign in again; the data are fetched anew.</source>
        <translation>本地数据的密钥已损坏。请重新登录，数据将重新获取。</translation>
    </message>
    <message>
        <source>The keychain does not answer. Unlock it, then try again.</source>
        <translation>密钥环没有响应。请解锁后重试。</translation>
    </message>
    <message>
        <source>The keys could not be stored. Check the disk and the keychain.</source>
        <translation>无法保存密钥。请检查磁盘和密钥环。</translation>
    </message>
    <message>
        <source>The keys could not be removed from the keychain. Remove them there.</source>
        <translation>无法从密钥环中删除密钥。请在密钥环中手动删除。</translation>
    </message>
    <message>
        <source>The password must not contain the name or the e-mail.</source>
        <translation>密码不能包含姓名或邮箱。</translation>
    </message>
    <message>
        <source>The two passwords differ.</source>
        <translation>两次输入的密码不一致。</translation>
    </message>
    <message>
        <source>The input ended too early.</source>
        <translation>输入过早结束。</translation>
    </message>
    <message>
        <source>This password holds characters that can&apos;t be used. Choose another one.</source>
        <translation>该密码含有不能使用的字符。请更换密码。</translation>
    </message>
    <message>
        <source>The server doesn&apos;t know this kind of command. Update the console or the server.</source>
        <translation>服务器不认识这种操作。请更新控制台或服务器。</translation>
    </message>
    <message>
        <source>The server could not read the command ({reason}). Update the console, then try again.</source>
        <translation>服务器无法读取该操作（{reason}）。请更新控制台后重试。</translation>
    </message>
    <message>
        <source>This change is older than 90 days and can&apos;t be applied any more. Make it again.</source>
        <translation>该更改已超过 90 天，无法再执行。请重新操作。</translation>
    </message>
    <message>
        <source>You may not do this here. Ask your tenant administrator.</source>
        <translation>您无权在此执行该操作。请联系租户管理员。</translation>
    </message>
    <message>
        <source>This doesn&apos;t exist (any more), or you have no access to it.</source>
        <translation>该对象不存在（或已被删除），或者您无权访问。</translation>
    </message>
    <message>
        <source>Somebody changed this meanwhile. Compare both versions and choose.</source>
        <translation>其他人在此期间修改了该内容。请对比两个版本后选择。</translation>
    </message>
    <message>
        <source>An earlier change that this one builds on was refused.</source>
        <translation>该更改所依赖的前一项更改已被拒绝。</translation>
    </message>
    <message>
        <source>This ID is in use already. Make the change again.</source>
        <translation>该 ID 已被使用。请重新操作。</translation>
    </message>
    <message>
        <source>Fill this in.</source>
        <translation>此项必填。</translation>
    </message>
    <message>
        <source>Remove the blanks at the beginning and at the end.</source>
        <translation>请删除首尾空白字符。</translation>
    </message>
    <message>
        <source>Too short: at least {min} characters, now {length}.</source>
        <translation>太短：至少 {min} 个字符，当前 {length} 个。</translation>
    </message>
    <message>
        <source>Too long: at most {max} characters, now {length}.</source>
        <translation>太长：最多 {max} 个字符，当前 {length} 个。</translation>
    </message>
    <message>
        <source>This is not an e-mail address. It looks like name@example.com.</source>
        <translation>邮箱格式不正确，应类似 name@example.com。</translation>
    </message>
    <message>
        <source>Enter a whole number.</source>
        <translation>请输入整数。</translation>
    </message>
    <message>
        <source>Enter a number from {min} to {max}.</source>
        <translation>请输入 {min} 到 {max} 之间的数字。</translation>
    </message>
    <message>
        <source>This application is no longer pending: {by_name}, {status}, {at}.</source>
        <translation>该申请已不是待处理状态：{by_name}，{status}，{at}。</translation>
    </message>
    <message>
        <source>Nobody decides their own application. Ask another administrator.</source>
        <translation>不能处理自己的申请。请由其他管理员处理。</translation>
    </message>
    <message>
        <source>Say why you reject it.</source>
        <translation>请填写拒绝原因。</translation>
    </message>
    <message>
        <source>The applicant&apos;s account is not active.</source>
        <translation>申请人的账号未激活或已停用。</translation>
    </message>
    <message>
        <source>The applicant belongs to the tenant {tenant} and has to leave it first.</source>
        <translation>申请人属于租户“{tenant}”，需先退出当前租户。</translation>
    </message>
    <message>
        <source>The applicant administers the tenant {tenant} and has to be replaced there first.</source>
        <translation>申请人是租户“{tenant}”的管理员，需先更换管理员。</translation>
    </message>
    <message>
        <source>The applicant has another open application. Withdraw it first.</source>
        <translation>申请人还有未处理完的申请，请先撤回。</translation>
    </message>
    <message>
        <source>The account of the designated administrator is not active.</source>
        <translation>指定管理员的账号未激活或已停用。</translation>
    </message>
    <message>
        <source>The designated administrator has another open application. It has to be withdrawn first.</source>
        <translation>指定管理员还有未处理完的申请，需先撤回。</translation>
    </message>
    <message>
        <source>A tenant or an open application has this name already. Choose another one.</source>
        <translation>租户名称已被其他租户或未处理完的申请使用，请更换。</translation>
    </message>
    <message>
        <source>A tenant or an open application has this code already. Choose another one.</source>
        <translation>租户编码已被其他租户或未处理完的申请使用，请更换。</translation>
    </message>
    <message>
        <source>A tenant or an open application has this domain already. Choose another one.</source>
        <translation>租户域名已被其他租户或未处理完的申请使用，请更换。</translation>
    </message>
    <message>
        <source>This plan is not offered any more. Choose another one.</source>
        <translation>该订阅计划已不再提供，请选择其他计划。</translation>
    </message>
    <message>
        <source>This person doesn&apos;t belong to the tenant (any more).</source>
        <translation>此人不属于（或已不再属于）本租户。</translation>
    </message>
    <message>
        <source>This space is archived. Restore it first.</source>
        <translation>该空间已归档。请先恢复。</translation>
    </message>
    <message>
        <source>Only administrators and the owner manage who may use this.</source>
        <translation>只有管理员和所有者可以管理成员权限。</translation>
    </message>
    <message>
        <source>A tenant administrator manages the members of a space, not its contents. Ask the space&apos;s owner.</source>
        <translation>租户管理员管理空间的成员，不管理空间内的资源。请联系空间所有者。</translation>
    </message>
    <message>
        <source>Only the owner appoints, changes and removes administrators.</source>
        <translation>只有所有者可以任命、变更和移除管理员。</translation>
    </message>
    <message>
        <source>The owner&apos;s role can&apos;t be changed or removed. Transfer the ownership first.</source>
        <translation>所有者的角色不能变更或移除。请先转移所有权。</translation>
    </message>
    <message>
        <source>Ownership is transferred, not granted.</source>
        <translation>所有权只能转移，不能直接授予。</translation>
    </message>
    <message>
        <source>The role guest can be given only in spaces with the Bots module.</source>
        <translation>只有包含 Bots 模块的空间才能授予访客角色。</translation>
    </message>
    <message>
        <source>The same member is in the list twice.</source>
        <translation>同一成员在列表中重复。</translation>
    </message>
    <message>
        <source>The space has no such resource (any more).</source>
        <translation>该空间中没有此资源（或已被删除）。</translation>
    </message>
    <message>
        <source>This member doesn&apos;t exist (any more).</source>
        <translation>该成员不存在（或已被删除）。</translation>
    </message>
    <message>
        <source>{name}&apos;s account is not active. Only active people can be added.</source>
        <translation>{name} 的账号不是激活状态。只能添加激活状态的人员。</translation>
    </message>
    <message>
        <source>The expiry lies in the past. Choose a later moment.</source>
        <translation>到期时间已过。请选择更晚的时间。</translation>
    </message>
    <message>
        <source>This member owns {resources} resources here. Transfer them to somebody else first.</source>
        <translation>该成员在此拥有 {resources} 个资源。请先将其转移给他人。</translation>
    </message>
    <message>
        <source>Somebody removed this member meanwhile. Add them again if they shall stay.</source>
        <translation>其他人在此期间移除了该成员。如需保留，请重新添加。</translation>
    </message>
    <message>
        <source>Another console on this machine is signed in with this account. Use that one, or close it first.</source>
        <translation>本机另一个控制台已用此账号登录。请使用该窗口，或先将其关闭。</translation>
    </message>
    <message>
        <source>{file}, line {line}: {reason}</source>
        <translation>{file} 第 {line} 行：{reason}</translation>
    </message>
    <message>
        <source>The server took too long to answer. Try again.</source>
        <translation>服务器响应超时，请重试。</translation>
    </message>
    <message>
        <source>The server does not know this question yet. It has to be upgraded first.</source>
        <translation>服务器尚不支持此查询，需要先升级服务器。</translation>
    </message>
    <message>
        <source>The server could not read the question ({reason}). Update the console.</source>
        <translation>服务器无法读取此查询（{reason}），请更新控制台。</translation>
    </message>
    <message>
        <source>The demo has no persona &quot;{key}&quot;.</source>
        <translation>演示平台没有名为“{key}”的演示账号。</translation>
    </message>
    <message>
        <source>&quot;{character}&quot; ({code_point}) can&apos;t be used here. Allowed: {class}.</source>
        <translation>此处不能使用“{character}”（{code_point}）。允许：{class}。</translation>
    </message>
    <message>
        <source>It can&apos;t begin with &quot;{character}&quot;.</source>
        <translation>不能以“{character}”开头。</translation>
    </message>
    <message>
        <source>It can&apos;t end with &quot;{character}&quot;.</source>
        <translation>不能以“{character}”结尾。</translation>
    </message>
    <message>
        <source>&quot;{character}&quot; can&apos;t stand twice in a row.</source>
        <translation>“{character}”不能连续出现。</translation>
    </message>
    <message>
        <source>Another role group of this tenant has this name. Choose another one.</source>
        <translation>本租户已有同名的虚拟角色组，请换一个名称。</translation>
    </message>
    <message>
        <source>This role group is used in {grants} grants of {spaces} spaces: {names}. Remove them there, or delete it together with them.</source>
        <translation>该虚拟角色组在 {spaces} 个空间中有 {grants} 条授权：{names}。请先在那里移除，或连同授权一起删除。</translation>
    </message>
    <message>
        <source>{name}&apos;s account is not active. Only active people can join a role group.</source>
        <translation>{name} 的账号未处于激活状态，只有已激活的人员才能加入虚拟角色组。</translation>
    </message>
    <message>
        <source>The same member is in the lists twice.</source>
        <translation>同一成员在列表中出现了两次。</translation>
    </message>
    <message>
        <source>guest</source>
        <translation>访客</translation>
    </message>
    <message>
        <source>viewer</source>
        <translation>查看与使用</translation>
    </message>
    <message>
        <source>commenter</source>
        <translation>可评论</translation>
    </message>
    <message>
        <source>editor</source>
        <translation>可编辑</translation>
    </message>
    <message>
        <source>administrator</source>
        <translation>管理员</translation>
    </message>
    <message>
        <source>owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>The plan allows {limit} spaces and the tenant has {used}. Delete one that isn&apos;t needed any more, or ask the platform team for a larger plan.</source>
        <translation>套餐允许 {limit} 个空间，租户现有 {used} 个。请删除不再需要的空间，或联系平台团队升级套餐。</translation>
    </message>
    <message>
        <source>Your tenant administrator allows {limit} spaces and the tenant has {used}. Delete one that isn&apos;t needed any more, or ask for a higher limit.</source>
        <translation>租户管理员允许 {limit} 个空间，租户现有 {used} 个。请删除不再需要的空间，或申请提高上限。</translation>
    </message>
    <message>
        <source>The plan allows {limit} non-enterprise members; the tenant has {used}, and this would add {wanted}. Remove some, or ask the platform team for a larger plan.</source>
        <translation>套餐允许 {limit} 名非企业成员；租户现有 {used} 名，此操作还将添加 {wanted} 名。请移除部分成员，或联系平台团队升级套餐。</translation>
    </message>
    <message>
        <source>Your tenant administrator allows {limit} non-enterprise members; the tenant has {used}, and this would add {wanted}. Remove some, or ask for a higher limit.</source>
        <translation>租户管理员允许 {limit} 名非企业成员；租户现有 {used} 名，此操作还将添加 {wanted} 名。请移除部分成员，或申请提高上限。</translation>
    </message>
    <message>
        <source>The tenant is being closed: no new spaces can be created in it.</source>
        <translation>租户正在停用，不能再创建新空间。</translation>
    </message>
    <message>
        <source>Only people of this tenant can be allowed to create spaces.</source>
        <translation>只能允许本租户的人员创建空间。</translation>
    </message>
    <message>
        <source>In this tenant you may not create spaces. Ask your tenant administrator to create one or to allow you to.</source>
        <translation>您在此租户不能创建空间。请联系租户管理员创建，或请其授予您创建权限。</translation>
    </message>
    <message>
        <source>This takes the role {role} or a higher one.</source>
        <translation>此操作需要{role}或更高的角色。</translation>
    </message>
    <message>
        <source>This space is not archived.</source>
        <translation>此空间未归档。</translation>
    </message>
    <message>
        <source>Type the name exactly as it is: {name}</source>
        <translation>请准确输入名称：{name}</translation>
    </message>
    <message>
        <source>This is not a PNG or JPEG picture of at most {kib} KiB. Choose another picture.</source>
        <translation>这不是不超过 {kib} KiB 的 PNG 或 JPEG 图片。请换一张图片。</translation>
    </message>
    <message>
        <source>The plan of your tenant doesn&apos;t include this edition. Choose a smaller one.</source>
        <translation>租户的套餐不包含此版本。请选择较低的版本。</translation>
    </message>
    <message>
        <source>The plan of your tenant doesn&apos;t include the module {module}.</source>
        <translation>租户的套餐不包含功能模块 {module}。</translation>
    </message>
    <message>
        <source>Without Bots there are no guests: say what the {guests} guests become.</source>
        <translation>没有 Bots 就没有访客：请说明这 {guests} 位访客如何处理。</translation>
    </message>
    <message>
        <source>Only somebody of this tenant can become owner.</source>
        <translation>只有本租户的人员可以成为所有者。</translation>
    </message>
    <message>
        <source>{name} can&apos;t become owner: the account is not active.</source>
        <translation>{name} 的账号不是激活状态，不能成为所有者。</translation>
    </message>
    <message>
        <source>{name} is the owner already.</source>
        <translation>{name} 已经是所有者。</translation>
    </message>
    <message>
        <source>Only those who may add people somewhere can search the whole platform.</source>
        <translation>只有可以添加成员的人才能在全平台搜索。</translation>
    </message>
    <message>
        <source>Type at least {min} characters.</source>
        <translation>请至少输入 {min} 个字符。</translation>
    </message>
    <message>
        <source>Too many searches. Try again in {minutes} minutes.</source>
        <translation>搜索过于频繁，请在 {minutes} 分钟后再试。</translation>
    </message>
    <message>
        <source>This person is not (any more) among the non-enterprise members.</source>
        <translation>此人（已）不在非企业成员名单中。</translation>
    </message>
    <message>
        <source>They own {resources} resources here: {names}. Hand them over first.</source>
        <translation>此人在这里拥有 {resources} 个资源：{names}。请先交接。</translation>
    </message>
    <message>
        <source>This person administers the tenant. Replace the administrator first.</source>
        <translation>此人是本租户的管理员，请先更换管理员。</translation>
    </message>
    <message>
        <source>The account of a system administrator is managed by the platform team.</source>
        <translation>系统管理员的账号由平台团队管理。</translation>
    </message>
    <message>
        <source>You can&apos;t suspend yourself. Ask another administrator.</source>
        <translation>不能停用自己的账号，请联系其他管理员。</translation>
    </message>
    <message>
        <source>Only active accounts can be suspended, and only suspended ones reactivated. This one is: {status}.</source>
        <translation>只能停用已激活的账号，或恢复已停用的账号。该账号当前状态：{status}。</translation>
    </message>
    <message>
        <source>This removal is not known in this tenant (any more).</source>
        <translation>本租户（已）没有这条移除记录。</translation>
    </message>
    <message>
        <source>This removal has been undone already.</source>
        <translation>此次移除已经撤销。</translation>
    </message>
    <message>
        <source>A removal can be undone for 30 days, and these are over. Invite the person anew.</source>
        <translation>移除只能在 30 天内撤销，现已超期，请重新邀请此人。</translation>
    </message>
    <message>
        <source>This person belongs to another tenant by now. They would have to leave it first.</source>
        <translation>此人现已属于其他租户，需先退出该租户。</translation>
    </message>
    <message>
        <source>This person&apos;s account is closed and can&apos;t be restored.</source>
        <translation>此人的账号已注销，无法恢复。</translation>
    </message>
    <message>
        <source>This person has an open application to create or join a tenant. It has to be withdrawn first.</source>
        <translation>此人有创建或加入租户的待处理申请，需先撤回。</translation>
    </message>
    <message>
        <source>Some of it is gone and can&apos;t be given back: {names}. Restore the person without it, or leave it.</source>
        <translation>部分内容已不存在，无法恢复：{names}。可以不含这些内容恢复此人，或放弃恢复。</translation>
    </message>
    <message>
        <source>This is not (any more) theirs to hand over.</source>
        <translation>这项内容（已）不归此人所有，无法交接。</translation>
    </message>
    <message>
        <source>This is in the list twice.</source>
        <translation>该项在列表中出现了两次。</translation>
    </message>
    <message>
        <source>Choose somebody else: it is theirs already.</source>
        <translation>请选择其他人：这项内容本来就归此人所有。</translation>
    </message>
    <message>
        <source>Only somebody of this tenant can take this over.</source>
        <translation>只有本租户的人员才能接手。</translation>
    </message>
    <message>
        <source>{name} can&apos;t take this over: the account is not active.</source>
        <translation>{name} 的账号未处于激活状态，无法接手。</translation>
    </message>
    <message>
        <source>They don&apos;t have this (any more).</source>
        <translation>此人（已）没有这项权限。</translation>
    </message>
    <message>
        <source>Choose two different people.</source>
        <translation>请选择两个不同的人。</translation>
    </message>
    <message>
        <source>Access can be copied only to somebody of this tenant.</source>
        <translation>权限只能复制给本租户的人员。</translation>
    </message>
    <message>
        <source>{name}&apos;s account is not active. Access can be given only to active people.</source>
        <translation>{name} 的账号未处于激活状态，只能给已激活的人员授权。</translation>
    </message>
    <message>
        <source>The history of this tenant was never read here. Connect to the server once.</source>
        <translation>本机从未读取过该租户的历史记录。请先连接一次服务器。</translation>
    </message>
    <message>
        <source>The stored history can&apos;t be read. It is fetched again when connected.</source>
        <translation>本机保存的历史记录无法读取。连接服务器后会重新获取。</translation>
    </message>
    <message>
        <source>{file} can&apos;t be written.</source>
        <translation>无法写入 {file}。</translation>
    </message>
    <message>
        <source>Enter a name of at most 50 characters.</source>
        <translation>请输入不超过 50 个字符的名称。</translation>
    </message>
    <message>
        <source>Enter the name or address of the server, without blanks.</source>
        <translation>请输入服务器的名称或地址，不含空格。</translation>
    </message>
    <message>
        <source>A port is a whole number from 1 to 65535.</source>
        <translation>端口应为 1 至 65535 的整数。</translation>
    </message>
    <message>
        <source>Enter the name of the database.</source>
        <translation>请输入数据库名称。</translation>
    </message>
    <message>
        <source>Enter the whole path of the file.</source>
        <translation>请输入文件的完整路径。</translation>
    </message>
    <message>
        <source>A local copy of this server is on this machine: what waits in it would be sent elsewhere. Add the other server as a new one, or remove the local copy first.</source>
        <translation>本机存有此服务器的本地副本：其中等待发送的内容会被发往别处。请将另一台服务器作为新服务器添加，或先移除本地副本。</translation>
    </message>
    <message>
        <source>This console can&apos;t open that link. Update the console.</source>
        <translation>此控制台无法打开该链接，请更新控制台。</translation>
    </message>
    <message>
        <source>The local copy could not be removed completely. Delete this folder yourself: {folder}</source>
        <translation>本地副本未能完全移除，请自行删除此文件夹：{folder}</translation>
    </message>
    <message>
        <source>The password is wrong.</source>
        <translation>密码不正确。</translation>
    </message>
    <message>
        <source>This local copy opens only after the server has taken the password once. Connect to the server.</source>
        <translation>须先由服务器接受一次密码，才能打开此本地副本。请连接服务器。</translation>
    </message>
    <message>
        <source>The password could not be remembered: there is no keychain on this system.</source>
        <translation>无法记住密码：本系统没有可用的密钥环。</translation>
    </message>
    <message>
        <source>There is a file of this name already. Choose another one, or replace it.</source>
        <translation>已有同名文件，请换一个名称，或替换它。</translation>
    </message>
    <message>
        <source>The file could not be written. Check the folder, its rights and the free space.</source>
        <translation>文件无法写入，请检查文件夹、其权限和可用空间。</translation>
    </message>
    <message>
        <source>A worksheet holds {max} rows at most. Choose CSV, or narrow the list.</source>
        <translation>一个工作表最多容纳 {max} 行，请改用 CSV，或缩小列表范围。</translation>
    </message>
    <message>
        <source>A web address such as https://example.com/path, up to {max} characters.</source>
        <translation>网址，例如 https://example.com/path，最多 {max} 个字符。</translation>
    </message>
    <message>
        <source>This is no web address that can be used here. It begins with https://; with http:// only where it names this machine (localhost).</source>
        <translation>这不是此处可用的网址。网址以 https:// 开头；只有指向本机（localhost）时才可用 http://。</translation>
    </message>
    <message>
        <source>Only people of the default system tenant look for the administrator of a new tenant.</source>
        <translation>只有默认系统租户中的人员可以为新租户查找管理员。</translation>
    </message>
    <message>
        <source>&quot;{domain}&quot; is not a domain. It looks like example.com.</source>
        <translation>“{domain}”不是域名。域名形如 example.com。</translation>
    </message>
    <message>
        <source>The file could not be written. Check the folder and the space that is left.</source>
        <translation>无法写入文件，请检查文件夹及剩余空间。</translation>
    </message>
    <message>
        <source>This file is no export of an audit.</source>
        <translation>该文件不是审计导出文件。</translation>
    </message>
    <message>
        <source>The settings for mail can&apos;t be used: {reason}.</source>
        <translation>邮件设置无法使用：{reason}。</translation>
    </message>
    <message>
        <source>The mail server can&apos;t be reached or does not answer. Mail waits and is sent later.</source>
        <translation>邮件服务器无法连接或没有响应。邮件将稍后发送。</translation>
    </message>
    <message>
        <source>The mail server&apos;s identity could not be verified, or it offers no TLS. Mail waits until that is mended.</source>
        <translation>无法验证邮件服务器的身份，或它不支持 TLS。问题解决前邮件将等待发送。</translation>
    </message>
    <message>
        <source>The mail server refused the sign-in. Mail waits until that is mended.</source>
        <translation>邮件服务器拒绝登录。问题解决前邮件将等待发送。</translation>
    </message>
    <message>
        <source>The mail server refused a mail for good (SMTP {reply}).</source>
        <translation>邮件服务器永久拒绝了一封邮件（SMTP {reply}）。</translation>
    </message>
    <message>
        <source>The mail server put a mail off (SMTP {reply}). It is sent again later.</source>
        <translation>邮件服务器暂缓接收一封邮件（SMTP {reply}），稍后将重新发送。</translation>
    </message>
    <message>
        <source>Sending was stopped. The mail is sent later.</source>
        <translation>发送已停止，邮件将稍后发送。</translation>
    </message>
    <message>
        <source>This audit is for the tenant&apos;s administrator, that of the platform for system administrators.</source>
        <translation>租户的审计仅供该租户的管理员查看，平台的审计仅供系统管理员查看。</translation>
    </message>
    <message>
        <source>This server is a former primary, from before a fail-over (timeline {timeline}, {highest} was seen). Nothing is read from it or sent to it. Ask the operator of the platform to stop it.</source>
        <translation>该服务器是故障切换之前的旧主库（时间线 {timeline}，已见过 {highest}）。不会从它读取或向它发送任何内容。请联系平台运维人员将其停用。</translation>
    </message>
    <message>
        <source>This change is dated more than a day ahead of the server. Set this computer&apos;s clock right, then make it again.</source>
        <translation>该更改的日期比服务器时间超前一天以上。请校准本机时钟，然后重新操作。</translation>
    </message>
    <message>
        <source>The designated administrator is not in the default system tenant. Who is in another tenant has to leave it first.</source>
        <translation>指定管理员不在默认系统租户中。已在其他租户的人员须先退出该租户。</translation>
    </message>
    <message>
        <source>The designated administrator administers a tenant already and has to be replaced there first.</source>
        <translation>指定管理员已是某个租户的管理员，须先在该租户完成更换。</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待审核</translation>
    </message>
    <message>
        <source>The rejected application that this one takes up is not one of yours.</source>
        <translation>要重新提交的申请不是您本人被拒绝的申请。</translation>
    </message>
    <message>
        <source>Only a rejected application can be taken up again. This one is: {status}.</source>
        <translation>只有被拒绝的申请才能重新提交。该申请当前为：{status}。</translation>
    </message>
    <message>
        <source>You can rate an application once it has been approved or rejected.</source>
        <translation>申请通过或被拒绝之后才能评价。</translation>
    </message>
    <message>
        <source>Only the active administrator of the tenant can apply for this.</source>
        <translation>只有该租户在任且账号激活的管理员才能提交此申请。</translation>
    </message>
    <message>
        <source>Another domain change of this tenant is open. Wait for its decision or withdraw it.</source>
        <translation>该租户已有待处理的域名变更申请。请等待处理完成或先撤回。</translation>
    </message>
    <message>
        <source>The tenant has this domain already.</source>
        <translation>该租户当前使用的就是这个域名。</translation>
    </message>
    <message>
        <source>Another replacement of this tenant&apos;s administrator is open. Wait for its decision or withdraw it.</source>
        <translation>该租户已有待处理的管理员更换申请。请等待处理完成或先撤回。</translation>
    </message>
    <message>
        <source>The new administrator must belong to this tenant. Choose one of its members.</source>
        <translation>新管理员必须属于该租户，请选择该租户内的用户。</translation>
    </message>
    <message>
        <source>The account of {name} is not active. Choose somebody whose account is.</source>
        <translation>{name} 的账号状态不是激活状态，请选择状态正常的用户。</translation>
    </message>
    <message>
        <source>{name} administers this tenant already. Choose somebody else.</source>
        <translation>{name} 已经是该租户的管理员，请选择其他用户。</translation>
    </message>
    <message>
        <source>{name} has an open application. It has to be decided or withdrawn first.</source>
        <translation>{name} 有未处理的申请，需先处理完成或撤回。</translation>
    </message>
    <message>
        <source>Only somebody with an active account can leave a tenant.</source>
        <translation>只有账号处于激活状态的用户才能退出租户。</translation>
    </message>
    <message>
        <source>There is no tenant to leave: the applicant doesn&apos;t belong to it (any more).</source>
        <translation>没有可退出的租户：申请人不（再）归属该租户。</translation>
    </message>
    <message>
        <source>The administrator of a tenant can&apos;t leave it. Be replaced as administrator first.</source>
        <translation>租户管理员不能申请退出租户，请先更换管理员。</translation>
    </message>
    <message>
        <source>Another application is open. Wait for its decision or withdraw it first.</source>
        <translation>已有未处理的申请，请等待处理完成或先撤回。</translation>
    </message>
    <message>
        <source>Only somebody with an active account can join a tenant.</source>
        <translation>只有账号处于激活状态的用户才能加入租户。</translation>
    </message>
    <message>
        <source>Administrators can&apos;t join another tenant.</source>
        <translation>管理员不能申请加入其他租户。</translation>
    </message>
    <message>
        <source>This tenant doesn&apos;t exist (any more). Choose another one.</source>
        <translation>目标租户不存在，请选择其他租户。</translation>
    </message>
    <message>
        <source>The tenant {tenant} takes nobody in at present. Choose another one.</source>
        <translation>租户 {tenant} 目前不接收新成员，请选择其他租户。</translation>
    </message>
    <message>
        <source>The tenant has this name already.</source>
        <translation>该租户当前就是这个名称。</translation>
    </message>
    <message>
        <source>A tenant can be renamed once in {days} days. Try again after {until}.</source>
        <translation>租户每 {days} 天只能重命名一次，请在 {until} 之后再试。</translation>
    </message>
    <message>
        <source>This tenant has no administrator who could be replaced.</source>
        <translation>该租户没有可更换的管理员。</translation>
    </message>
    <message>
        <source>The plan allows {limit} members, {used} are there. Ask for another plan.</source>
        <translation>当前订阅计划最多允许 {limit} 名成员，已有 {used} 名。请申请更换订阅计划。</translation>
    </message>
    <message>
        <source>The file can&apos;t be read. Check that it is there and that you may open it.</source>
        <translation>无法读取文件，请检查文件是否存在以及您是否有权打开。</translation>
    </message>
    <message>
        <source>The file is empty. It needs a first row with the names of the columns.</source>
        <translation>文件是空的，第一行应为列名。</translation>
    </message>
    <message>
        <source>The file is too large: at most {max} MiB. Split it.</source>
        <translation>文件过大：最多 {max} MiB，请拆分后再导入。</translation>
    </message>
    <message>
        <source>The file has too many rows: at most {max}. Split it.</source>
        <translation>文件行数过多：最多 {max} 行，请拆分后再导入。</translation>
    </message>
    <message>
        <source>Row {line} has too many columns: at most {max}.</source>
        <translation>第 {line} 行的列数过多：最多 {max} 列。</translation>
    </message>
    <message>
        <source>Row {line} holds a cell that is too long: at most {max} characters.</source>
        <translation>第 {line} 行有单元格过长：最多 {max} 个字符。</translation>
    </message>
    <message>
        <source>This is no table. Save it as CSV or XLSX first.</source>
        <translation>这不是表格文件，请先另存为 CSV 或 XLSX。</translation>
    </message>
    <message>
        <source>The text of the file is neither UTF-8 nor GB18030. Save it as CSV in UTF-8, or as XLSX.</source>
        <translation>文件的文字既不是 UTF-8 也不是 GB18030，请另存为 UTF-8 编码的 CSV 或 XLSX。</translation>
    </message>
    <message>
        <source>The workbook is damaged. Open it in its own program and save it again.</source>
        <translation>工作簿已损坏，请用原来的程序打开并重新保存。</translation>
    </message>
    <message>
        <source>Reading the file was stopped.</source>
        <translation>已停止读取文件。</translation>
    </message>
    <message>
        <source>The file has no column &quot;{column}&quot;. Its first row must hold the names of the columns.</source>
        <translation>文件缺少“{column}”列，第一行必须是列名。</translation>
    </message>
    <message>
        <source>The column &quot;{column}&quot; is there twice.</source>
        <translation>“{column}”列重复。</translation>
    </message>
    <message>
        <source>The file has the names of columns and nothing below them.</source>
        <translation>文件只有列名，没有数据。</translation>
    </message>
    <message>
        <source>There is no such role: use member or leader, or leave it empty.</source>
        <translation>没有这个角色：请填写“成员”或“负责人”，或留空。</translation>
    </message>
    <message>
        <source>Use yes or no, or leave it empty.</source>
        <translation>请填写“是”或“否”，或留空。</translation>
    </message>
    <message>
        <source>The row is wider than the first one. Is there a comma too many?</source>
        <translation>这一行比第一行的列数多，是否多了逗号？</translation>
    </message>
    <message>
        <source>Row {line} says something else of the same person.</source>
        <translation>与第 {line} 行中同一人的信息不一致。</translation>
    </message>
    <message>
        <source>This person belongs to another tenant. They have to leave it before they can be invited.</source>
        <translation>此人属于其他租户，需先退出原租户才能被邀请。</translation>
    </message>
    <message>
        <source>This account is suspended or closed. Ask the platform team.</source>
        <translation>该账号已停用或注销，请联系平台团队。</translation>
    </message>
    <message>
        <source>This person administers the platform and can&apos;t belong to a tenant.</source>
        <translation>此人是系统管理员，不能加入租户。</translation>
    </message>
    <message>
        <source>This person belongs to the tenant already.</source>
        <translation>此人已是本租户成员。</translation>
    </message>
    <message>
        <source>Another row names a leader of {name} already.</source>
        <translation>另一行已为“{name}”指定了负责人。</translation>
    </message>
    <message>
        <source>The tenant is about to close: nobody can be invited any more.</source>
        <translation>租户即将关闭，不能再邀请成员。</translation>
    </message>
    <message>
        <source>There is no such invitation (any more).</source>
        <translation>邀请不存在或已失效。</translation>
    </message>
    <message>
        <source>This invitation ended at {until}. Ask the administrator of the tenant for another one.</source>
        <translation>该邀请已于 {until} 过期，请联系租户管理员重新邀请。</translation>
    </message>
    <message>
        <source>You accepted this invitation already. Withdraw the application instead.</source>
        <translation>您已接受该邀请；如需取消，请撤回申请。</translation>
    </message>
    <message>
        <source>There is no such import (any more). Begin again with the file.</source>
        <translation>导入不存在或已失效，请重新选择文件。</translation>
    </message>
    <message>
        <source>This import was applied already.</source>
        <translation>该导入已经执行过。</translation>
    </message>
    <message>
        <source>The server has {rows} of {expected} rows. Begin again with the file.</source>
        <translation>服务器只收到 {expected} 行中的 {rows} 行，请重新选择文件。</translation>
    </message>
    <message>
        <source>This import was undone already.</source>
        <translation>该导入已经撤销过。</translation>
    </message>
    <message>
        <source>An import can be undone for 30 days.</source>
        <translation>导入只能在 30 天内撤销。</translation>
    </message>
    <message>
        <source>Another role of this tenant has this name. Choose another one.</source>
        <translation>本租户已有同名角色，请换一个名称。</translation>
    </message>
    <message>
        <source>This can&apos;t be passed on: &quot;{key}&quot;.</source>
        <translation>该权限不能下放：“{key}”。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; can&apos;t be given without &quot;{implied}&quot;. Give both or neither.</source>
        <translation>授予“{key}”必须同时授予“{implied}”，请两者都选或都不选。</translation>
    </message>
    <message>
        <source>Only other roles of this tenant can be excluded. One of these is gone.</source>
        <translation>只能与本租户的其他角色互斥，其中有角色已不存在。</translation>
    </message>
    <message>
        <source>{people} people hold both &quot;{name}&quot; and &quot;{other}&quot;. Revoke one of the roles first.</source>
        <translation>有 {people} 人同时拥有“{name}”和“{other}”，请先撤销其中一个角色。</translation>
    </message>
    <message>
        <source>{people} people hold this role by now. Look at who they are, then delete it again.</source>
        <translation>目前已有 {people} 人拥有该角色，请查看后再次删除。</translation>
    </message>
    <message>
        <source>{name}&apos;s account is closed. Roles can&apos;t be given to it.</source>
        <translation>{name} 的账号已注销，不能分配角色。</translation>
    </message>
    <message>
        <source>{person} holds &quot;{other}&quot;, which excludes &quot;{name}&quot;. Choose another role, or revoke that one first.</source>
        <translation>{person} 已拥有“{other}”，它与“{name}”互斥。请选择其他角色，或先撤销该角色。</translation>
    </message>
    <message>
        <source>System administrators belong to the default system tenant. This person has to leave their tenant first.</source>
        <translation>系统管理员必须归属默认系统租户，该用户需先退出所在租户。</translation>
    </message>
    <message>
        <source>{name}&apos;s account is not active. Reactivate it first.</source>
        <translation>{name} 的账号未处于激活状态，请先重新启用。</translation>
    </message>
    <message>
        <source>This is the last system administrator who can act. Appoint another one first.</source>
        <translation>这是最后一位可用的系统管理员，请先任命另一位。</translation>
    </message>
    <message>
        <source>You can&apos;t use a delegated right on yourself. Ask your tenant administrator.</source>
        <translation>下放的权限不能用于自己，请联系租户管理员。</translation>
    </message>
    <message>
        <source>&quot;{key}&quot; is allowed and denied at once. Choose one.</source>
        <translation>“{key}”同时被允许和拒绝，请选择其一。</translation>
    </message>
    <message>
        <source>In {name} &quot;{key}&quot; would be allowed, but not &quot;{implied}&quot;, which belongs to it. Allow both or deny both.</source>
        <translation>在 {name} 中“{key}”将被允许，而它所依赖的“{implied}”未被允许。请同时允许或同时拒绝。</translation>
    </message>
    <message>
        <source>In {name} &quot;{key}&quot; would be allowed, but with the data scope &quot;none&quot; there is nobody to whom it could be done. Widen the scope or deny it.</source>
        <translation>在 {name} 中“{key}”将被允许，但数据范围为“无”，没有可操作的对象。请扩大范围或拒绝该权限。</translation>
    </message>
    <message>
        <source>{name} lies outside your data scope. Ask your tenant administrator.</source>
        <translation>{name} 不在您的数据范围内，请联系租户管理员。</translation>
    </message>
    <message>
        <source>{name} permits more than you may yourself. Ask your tenant administrator.</source>
        <translation>{name} 的权限超出您自己的权限，请联系租户管理员。</translation>
    </message>
    <message>
        <source>This is no address for accounts. It looks like https://accounts.example.com:8443.</source>
        <translation>这不是账号服务地址。格式如 https://accounts.example.com:8443。</translation>
    </message>
    <message>
        <source>This password is easy to guess. Use several words that have nothing to do with each other, or a longer one.</source>
        <translation>这个密码容易被猜到。请使用几个互不相关的词，或更长的密码。</translation>
    </message>
    <message>
        <source>This is no phone number. Outside China it begins with + and the country code, e.g. +49 30 123456.</source>
        <translation>这不是有效的电话号码。中国以外的号码以 + 和国家代码开头，例如 +49 30 123456。</translation>
    </message>
    <message>
        <source>Too many requests come from your network. Wait a minute, then try again.</source>
        <translation>来自您所在网络的请求过多。请等一分钟后重试。</translation>
    </message>
    <message>
        <source>This server&apos;s settings name no address for accounts. Ask your administrator for it, and enter it with the server.</source>
        <translation>该服务器的设置中没有账号服务地址。请向管理员索取，并填入服务器设置。</translation>
    </message>
    <message>
        <source>The service for accounts can&apos;t be reached or does not answer. Check the network, then try again.</source>
        <translation>账号服务无法连接或没有应答。请检查网络后重试。</translation>
    </message>
    <message>
        <source>The service for accounts shows a certificate that isn&apos;t trusted. Nothing was sent. Ask your administrator.</source>
        <translation>账号服务的证书不受信任，没有发送任何内容。请联系管理员。</translation>
    </message>
    <message>
        <source>The service for accounts doesn&apos;t reach its database. Try again in a few minutes.</source>
        <translation>账号服务连接不上数据库。请几分钟后重试。</translation>
    </message>
    <message>
        <source>What answers at the address for accounts is no service of Tenantry. Check the address with your administrator.</source>
        <translation>账号服务地址上应答的不是 Tenantry 的服务。请与管理员核对地址。</translation>
    </message>
    <message>
        <source>The settings for accounts can&apos;t be used: {reason}.</source>
        <translation>账号服务的设置不可用：{reason}。</translation>
    </message>
    <message>
        <source>The service for accounts can&apos;t listen at its address: {reason}.</source>
        <translation>账号服务无法在其地址上监听：{reason}。</translation>
    </message>
    <message>
        <source>A mail waits whose code only a worker with --accounts can make.</source>
        <translation>有一封邮件在等待，其中的激活码只有带 --accounts 的工作进程才能生成。</translation>
    </message>
    <message>
        <source>Five requests for this address within an hour are enough. Look into your mail, also among the spam; else try again in an hour.</source>
        <translation>该邮箱一小时内已请求五次。请查看邮箱（包括垃圾邮件），或一小时后再试。</translation>
    </message>
    <message>
        <source>This code isn&apos;t known, or was used already. Ask for a new mail.</source>
        <translation>激活码无效或已被使用。请重新申请邮件。</translation>
    </message>
    <message>
        <source>This code has expired: it was valid for 24 hours. Ask for a new mail.</source>
        <translation>激活码已过期（有效期 24 小时）。请重新申请邮件。</translation>
    </message>
    <message>
        <source>This code was replaced by a newer one. Use the newest mail, or ask for a new one.</source>
        <translation>该激活码已被更新的取代。请使用最新的邮件，或重新申请。</translation>
    </message>
    <message>
        <source>This account is active already. Sign in.</source>
        <translation>该账号已激活，请直接登录。</translation>
    </message>
    <message>
        <source>Somebody has this nickname already. Choose another one.</source>
        <translation>该昵称已被使用，请换一个。</translation>
    </message>
    <message>
        <source>There is no MIS account to confirm. The person enters it in their profile first.</source>
        <translation>没有可确认的 MIS 账号，请本人先在个人信息中填写。</translation>
    </message>
    <message>
        <source>A removal can be undone for an hour, by whoever removed. Add them again instead.</source>
        <translation>移除操作仅可由操作者本人在一小时内撤销，请改为重新添加。</translation>
    </message>
    <message>
        <source>The role on the space ends on {until}, and a role on one of its resources must not outlast it. Choose an earlier end, or lengthen the role on the space first.</source>
        <translation>该成员在空间的角色于 {until} 到期，在空间内资源上的角色不能晚于它。请选择更早的到期时间，或先延长其在空间的角色。</translation>
    </message>
    <message>
        <source>The default system tenant stays as it is.</source>
        <translation>默认系统租户不可变更。</translation>
    </message>
    <message>
        <source>Security events are for the tenant&apos;s administrator and for system administrators.</source>
        <translation>安全事件仅供租户管理员和系统管理员查看。</translation>
    </message>
    <message>
        <source>The default system tenant needs no break-glass access.</source>
        <translation>默认系统租户无需紧急访问。</translation>
    </message>
    <message>
        <source>This tenant is deleted; there is nothing left to open.</source>
        <translation>该租户已删除，没有可访问的内容。</translation>
    </message>
    <message>
        <source>You have opened this tenant already, until {until}. End that first.</source>
        <translation>您已开启对该租户的紧急访问，截止 {until}。请先结束。</translation>
    </message>
    <message>
        <source>This access has ended already.</source>
        <translation>该紧急访问已结束。</translation>
    </message>
    <message>
        <source>The state of this tenant doesn&apos;t allow that. Look at it again.</source>
        <translation>该租户的当前状态不允许此操作，请重新查看。</translation>
    </message>
    <message>
        <source>The tenant has this plan already. Choose another one.</source>
        <translation>该租户已是此套餐，请选择其他套餐。</translation>
    </message>
    <message>
        <source>Nobody has this e-mail here.</source>
        <translation>这里没有使用此邮箱的人。</translation>
    </message>
    <message>
        <source>This account isn&apos;t active. Activate or reactivate it first.</source>
        <translation>此账号未处于激活状态。请先激活或恢复。</translation>
    </message>
    <message>
        <source>This is the password that you have. Choose another one.</source>
        <translation>这就是您现在的密码，请换一个。</translation>
    </message>
    <message>
        <source>This is no PNG or JPEG picture of at most {kib} KiB. Choose another one.</source>
        <translation>这不是不超过 {kib} KiB 的 PNG 或 JPEG 图片，请换一张。</translation>
    </message>
    <message>
        <source>The person has entered another MIS account meanwhile. Look at it again.</source>
        <translation>此人已改填另一个 MIS 账号，请重新核对。</translation>
    </message>
    <message>
        <source>There is no page &quot;{page}&quot; for whoever is signed in.</source>
        <translation>当前登录者没有页面“{page}”。</translation>
    </message>
    <message>
        <source>Nobody sent this mail for four days: no worker ran, or it has no mail server.</source>
        <translation>四天内没有发出这封邮件：后台服务未运行，或未配置邮件服务器。</translation>
    </message>
    <message>
        <source>The people of all tenants are shown to system administrators alone.</source>
        <translation>全部租户的用户仅向系统管理员显示。</translation>
    </message>
    <message>
        <source>The delivery log is for the tenant&apos;s administrator and for system administrators.</source>
        <translation>邮件投递记录仅供租户管理员和系统管理员查看。</translation>
    </message>
    <message>
        <source>This mail has not failed: it was sent, or is still being tried.</source>
        <translation>这封邮件没有失败：已发送，或仍在重试。</translation>
    </message>
    <message>
        <source>What this mail was about is over: its code ran out, the invitation was withdrawn, or the person gets no mail any more.</source>
        <translation>这封邮件的内容已失效：验证码已过期、邀请已撤回，或该用户不再接收邮件。</translation>
    </message>
    <message>
        <source>System administrators stay in the default system tenant. Create the tenant for somebody else, or have the role withdrawn first.</source>
        <translation>系统管理员留在默认系统租户中。请为他人创建租户，或先撤销该角色。</translation>
    </message>
    <message>
        <source>The designated administrator is a system administrator, who stays in the default system tenant. Choose somebody else.</source>
        <translation>指定的管理员是系统管理员，须留在默认系统租户中。请选择其他人。</translation>
    </message>
    <message>
        <source>This person is a system administrator by now and stays in the default system tenant.</source>
        <translation>此人现已是系统管理员，须留在默认系统租户中。</translation>
    </message>
    <message>
        <source>The password was wrong too often. Try again in {minutes} minutes.</source>
        <translation>密码错误次数过多，请在 {minutes} 分钟后重试。</translation>
    </message>
    <message>
        <source>The tenant {tenant} has as many members as it may have. It needs more room before anybody can join.</source>
        <translation>租户 {tenant} 的成员数已达上限，须先扩容才能加入新成员。</translation>
    </message>
    <message>
        <source>There is no such organization. Use its path, its name or its code.</source>
        <translation>没有这个部门，请填写部门路径、名称或代码。</translation>
    </message>
    <message>
        <source>More than one organization is called so. Use the path from the root.</source>
        <translation>有多个部门与此相符，请填写从根部门开始的完整路径。</translation>
    </message>
    <message>
        <source>Row {line} puts the same person into the same organization.</source>
        <translation>第 {line} 行已把同一人加入同一部门。</translation>
    </message>
    <message>
        <source>Row {line} names another primary organization of the same person.</source>
        <translation>第 {line} 行已为同一人指定了另一个主部门。</translation>
    </message>
    <message>
        <source>Row {line} names another leader of the same organization.</source>
        <translation>第 {line} 行已为同一部门指定了另一位负责人。</translation>
    </message>
    <message>
        <source>Another organization of this tenant has this name. Choose another one.</source>
        <translation>本租户中已有同名部门，请更换名称。</translation>
    </message>
    <message>
        <source>Another organization of this tenant has this code. Choose another one.</source>
        <translation>本租户中已有部门使用该编码，请更换。</translation>
    </message>
    <message>
        <source>The parent organization doesn&apos;t exist in this tenant (any more).</source>
        <translation>上级部门在本租户中不存在（或已被删除）。</translation>
    </message>
    <message>
        <source>An organization can&apos;t be moved under itself or under one of its own organizations.</source>
        <translation>不能将部门移动到其自身或其下级部门之下。</translation>
    </message>
    <message>
        <source>The root organization can&apos;t be moved, disabled or deleted.</source>
        <translation>根部门不能移动、停用或删除。</translation>
    </message>
    <message>
        <source>The default organization can&apos;t be moved, disabled or deleted.</source>
        <translation>默认部门不能移动、停用或删除。</translation>
    </message>
    <message>
        <source>Only somebody of this tenant can lead an organization.</source>
        <translation>部门负责人必须是本租户的成员。</translation>
    </message>
    <message>
        <source>{name} can&apos;t lead an organization: the account is not active.</source>
        <translation>{name} 的账号不是激活状态，不能担任部门负责人。</translation>
    </message>
    <message>
        <source>Not empty: {members} members, {children} organizations below, {groups} role groups, {grants} grants, {permissions} permissions of its own. Move or remove them first.</source>
        <translation>组织不为空：{members} 名成员、{children} 个下级组织、{groups} 个角色组、{grants} 项授权、{permissions} 项自身权限设置。请先移走或移除。</translation>
    </message>
    <message>
        <source>Everybody belongs to at least one organization. Add another one before you remove the last.</source>
        <translation>每个人至少属于一个部门。请先加入其他部门，再移除最后一个。</translation>
    </message>
    <message>
        <source>The primary organization must be one of the organizations chosen.</source>
        <translation>主部门必须是所选部门之一。</translation>
    </message>
    <message>
        <source>This organization is in the list twice.</source>
        <translation>该部门在列表中重复。</translation>
    </message>
    <message>
        <source>Only an active person can be put into organizations. Reactivate the account first.</source>
        <translation>只能为激活状态的成员设置部门。请先恢复该账号。</translation>
    </message>
    <message>
        <source>This organization doesn&apos;t exist in this tenant (any more).</source>
        <translation>该部门在本租户中不存在（或已被删除）。</translation>
    </message>
    <message>
        <source>{name} is disabled, or lies below a disabled organization. Enable it first.</source>
        <translation>“{name}”已停用，或位于已停用的部门之下。请先启用。</translation>
    </message>
    <message>
        <source>{name} has a leader already: {leader}. Change the leader in the organization itself.</source>
        <translation>“{name}”已有负责人：{leader}。请在部门中更换负责人。</translation>
    </message>
    <message>
        <source>They still own {spaces} spaces and {resources} resources and lead {organizations} organizations: {names}. Hand them over first.</source>
        <translation>此人仍拥有 {spaces} 个空间、{resources} 个资源，并负责 {organizations} 个部门：{names}。请先交接。</translation>
    </message>
    <message>
        <source>Only somebody who is in the organization already can become its leader. Ask your tenant administrator to put them there.</source>
        <translation>只有已在该组织中的人员才能成为负责人，请联系租户管理员将其加入。</translation>
    </message>
    <message>
        <source>At the new place this organization would permit something else to its people. Ask your tenant administrator to move it.</source>
        <translation>移动到新位置会改变该组织成员的权限，请由租户管理员移动。</translation>
    </message>
    <message>
        <source>Only people and organizations of this tenant can be in a role group, no non-enterprise members.</source>
        <translation>虚拟角色组只能包含本租户的人员和部门，不能包含非企业成员。</translation>
    </message>
    <message>
        <source>Organizations and role groups of other tenants can&apos;t be added. Add their people instead.</source>
        <translation>不能添加其他租户的部门和虚拟角色组，请直接添加其人员。</translation>
    </message>
</context>
<context>
    <name>notifications</name>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>审批意见</translation>
    </message>
    <message>
        <source>Effect</source>
        <translation>影响</translation>
    </message>
    <message>
        <source>{applicant_id} asks for something: {application_kind} &quot;{name}&quot;</source>
        <translation>{applicant_id} 提交了申请：{application_kind}“{name}”</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Approved: {application_kind} &quot;{name}&quot;</source>
        <translation>已通过：{application_kind}“{name}”</translation>
    </message>
    <message>
        <source>Rejected: {application_kind} &quot;{name}&quot;</source>
        <translation>已拒绝：{application_kind}“{name}”</translation>
    </message>
    <message>
        <source>Reason of the rejection</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Ended without a decision: {application_kind} &quot;{name}&quot;</source>
        <translation>未经审批已终止：{application_kind}“{name}”</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>{name} was removed from &quot;{from}&quot;</source>
        <translation>{name} 已被移出“{from}”</translation>
    </message>
    <message>
        <source>Is now in</source>
        <translation>现在所属</translation>
    </message>
    <message>
        <source>{name} is back in &quot;{to}&quot;</source>
        <translation>{name} 已恢复到“{to}”</translation>
    </message>
    <message>
        <source>What could not be brought back</source>
        <translation>未能恢复的内容</translation>
    </message>
    <message>
        <source>Your account was suspended</source>
        <translation>您的账号已被停用</translation>
    </message>
    <message>
        <source>Your account works again</source>
        <translation>您的账号已恢复使用</translation>
    </message>
    <message>
        <source>{name} was suspended: hand over what they own or lead</source>
        <translation>{name} 已被停用：请交接其拥有或负责的内容</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Among them</source>
        <translation>其中包括</translation>
    </message>
    <message>
        <source>{from} handed over to {to}</source>
        <translation>{from} 已交接给 {to}</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Your password was changed</source>
        <translation>您的密码已被修改</translation>
    </message>
    <message>
        <source>How</source>
        <translation>方式</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>The tenant &quot;{name}&quot; was created and you administer it</source>
        <translation>租户“{name}”已创建，您是租户管理员</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>订阅计划</translation>
    </message>
    <message>
        <source>Benefits</source>
        <translation>权益</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>&quot;{name}&quot; belongs to {to} now</source>
        <translation>“{name}”的所有者现为 {to}</translation>
    </message>
    <message>
        <source>Owner before</source>
        <translation>原所有者</translation>
    </message>
    <message>
        <source>Owner now</source>
        <translation>现所有者</translation>
    </message>
    <message>
        <source>Changed by</source>
        <translation>变更人</translation>
    </message>
    <message>
        <source>You are in the role group &quot;{name}&quot; now</source>
        <translation>您已加入虚拟角色组“{name}”</translation>
    </message>
    <message>
        <source>You are no longer in the role group &quot;{name}&quot;</source>
        <translation>您已不在虚拟角色组“{name}”中</translation>
    </message>
    <message>
        <source>You were given what {from} has</source>
        <translation>您已获得与 {from} 相同的权限</translation>
    </message>
    <message>
        <source>You were removed from the spaces of &quot;{tenant}&quot;</source>
        <translation>您已被移出“{tenant}”的空间</translation>
    </message>
    <message>
        <source>The access of {subject} to &quot;{name}&quot; ends on {expires_at}</source>
        <translation>{subject} 对“{name}”的权限将于 {expires_at} 到期</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>new tenant</source>
        <translation>创建租户</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>non-enterprise members</source>
        <translation>非企业成员数</translation>
    </message>
    <message>
        <source>spaces</source>
        <translation>空间数</translation>
    </message>
    <message>
        <source>tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>data (GiB)</source>
        <translation>数据量（GiB）</translation>
    </message>
    <message>
        <source>leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>past the console, straight on the database</source>
        <translation>未经控制台，直接在数据库中修改</translation>
    </message>
    <message>
        <source>somebody you can&apos;t see</source>
        <translation>您无权查看的人员</translation>
    </message>
    <message>
        <source>, </source>
        <extracomment>Between the items of a list</extracomment>
        <translation>、</translation>
    </message>
    <message>
        <source>{name}: {before} → {after}</source>
        <translation>{name}：{before} → {after}</translation>
    </message>
    <message>
        <source>{name} (leader)</source>
        <translation>{name}（负责人）</translation>
    </message>
    <message>
        <source>no permission</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Something happened that this version can&apos;t describe yet</source>
        <translation>发生了一个当前版本尚无法描述的事件</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Approved, waits for the next decision: {application_kind} &quot;{name}&quot;</source>
        <translation>已通过，等待下一级审批：{application_kind}“{name}”</translation>
    </message>
    <message>
        <source>Approved so far, waits for you: {application_kind} &quot;{name}&quot;</source>
        <translation>上一级已通过，等待您审批：{application_kind}“{name}”</translation>
    </message>
    <message>
        <source>{name} left &quot;{from}&quot;</source>
        <translation>{name} 已退出“{from}”</translation>
    </message>
    <message>
        <source>{name} joined &quot;{to}&quot;</source>
        <translation>{name} 已加入“{to}”</translation>
    </message>
    <message>
        <source>Was in</source>
        <translation>原归属</translation>
    </message>
    <message>
        <source>The tenant &quot;{before}&quot; is called &quot;{after}&quot; now</source>
        <translation>租户“{before}”已更名为“{after}”</translation>
    </message>
    <message>
        <source>The domain of &quot;{name}&quot; is {after} now</source>
        <translation>“{name}”的域名已变更为 {after}</translation>
    </message>
    <message>
        <source>{to} administers &quot;{name}&quot; now, in place of {from}</source>
        <translation>“{name}”的管理员已由 {from} 更换为 {to}</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>生效时间</translation>
    </message>
    <message>
        <source>joining a tenant</source>
        <translation>加入租户</translation>
    </message>
    <message>
        <source>leaving a tenant</source>
        <translation>退出租户</translation>
    </message>
    <message>
        <source>change of domain</source>
        <translation>域名变更</translation>
    </message>
    <message>
        <source>replacement of the administrator</source>
        <translation>管理员更换</translation>
    </message>
    <message>
        <source>New or changed</source>
        <translation>新增或变更</translation>
    </message>
    <message>
        <source>{by} invites you to &quot;{tenant}&quot;</source>
        <translation>{by} 邀请您加入“{tenant}”</translation>
    </message>
    <message>
        <source>To be accepted until</source>
        <translation>请在此之前接受</translation>
    </message>
    <message>
        <source>{name} declined the invitation to &quot;{tenant}&quot;</source>
        <translation>{name} 谢绝了加入“{tenant}”的邀请</translation>
    </message>
    <message>
        <source>You hold the role &quot;{name}&quot; now</source>
        <translation>您已被分配角色“{name}”</translation>
    </message>
    <message>
        <source>You may now</source>
        <translation>新增权限</translation>
    </message>
    <message>
        <source>You no longer hold the role &quot;{name}&quot;</source>
        <translation>您的角色“{name}”已被撤销</translation>
    </message>
    <message>
        <source>It permitted</source>
        <translation>该角色的权限</translation>
    </message>
    <message>
        <source>What your role &quot;{name}&quot; permits was changed</source>
        <translation>您的角色“{name}”的权限已变更</translation>
    </message>
    <message>
        <source>You may no longer</source>
        <translation>失去的权限</translation>
    </message>
    <message>
        <source>You see the people of</source>
        <translation>可查看的数据范围</translation>
    </message>
    <message>
        <source>You are a system administrator now</source>
        <translation>您已被任命为系统管理员</translation>
    </message>
    <message>
        <source>You are no longer a system administrator</source>
        <translation>您已不再是系统管理员</translation>
    </message>
    <message>
        <source>nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>the whole tenant</source>
        <translation>全租户</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>with a code sent to your address</source>
        <translation>通过发送到您邮箱的验证码</translation>
    </message>
    <message>
        <source>Your profile was changed</source>
        <translation>您的个人信息已修改</translation>
    </message>
    <message>
        <source>real name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>MIS account</source>
        <translation>MIS 账号</translation>
    </message>
    <message>
        <source>username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>The tenant &quot;{name}&quot; is {state} now</source>
        <translation>租户“{name}”现为{state}状态</translation>
    </message>
    <message>
        <source>The tenant &quot;{name}&quot; has another plan now</source>
        <translation>租户“{name}”的套餐已变更</translation>
    </message>
    <message>
        <source>{by} opened the tenant &quot;{tenant}&quot; for maintenance</source>
        <translation>{by} 开启了对租户“{tenant}”的紧急访问</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>The access of {by} to the tenant &quot;{tenant}&quot; for maintenance ended</source>
        <translation>{by} 对租户“{tenant}”的紧急访问已结束</translation>
    </message>
    <message>
        <source>Was allowed until</source>
        <translation>原截止时间</translation>
    </message>
    <message>
        <source>Unusual access by {actor}: {event}</source>
        <translation>{actor} 的访问异常：{event}</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Within minutes</source>
        <translation>时间范围（分钟）</translation>
    </message>
    <message>
        <source>active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>closing</source>
        <translation>关闭中</translation>
    </message>
    <message>
        <source>frozen</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>refused again and again</source>
        <translation>反复被拒绝</translation>
    </message>
    <message>
        <source>searches for very many people</source>
        <translation>大量搜索用户</translation>
    </message>
    <message>
        <source>reveals very many contacts</source>
        <translation>大量查看联系方式</translation>
    </message>
    <message>
        <source>exports very much</source>
        <translation>大量导出数据</translation>
    </message>
    <message>
        <source>picture</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>language of mail</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>by whoever runs the server</source>
        <translation>由服务器运维人员设置</translation>
    </message>
    <message>
        <source>failed to sign in again and again</source>
        <translation>多次登录失败</translation>
    </message>
    <message>
        <source>somebody unknown</source>
        <translation>未知人员</translation>
    </message>
    <message>
        <source>gave a wrong password at a password change again and again</source>
        <translation>修改密码时多次输错原密码</translation>
    </message>
    <message>
        <source>Your organizations changed</source>
        <translation>您的所属部门已变更</translation>
    </message>
    <message>
        <source>A change of your organizations was undone</source>
        <translation>您的部门变更已被撤销</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>The organization &quot;{name}&quot; was created</source>
        <translation>部门“{name}”已创建</translation>
    </message>
    <message>
        <source>What the organization &quot;{name}&quot; permits to its people was changed</source>
        <translation>组织“{name}”的权限配置已变更</translation>
    </message>
    <message>
        <source>the organization itself</source>
        <translation>本组织</translation>
    </message>
    <message>
        <source>the organization and those below it</source>
        <translation>本组织及下级组织</translation>
    </message>
</context>
<context>
    <name>security</name>
    <message>
        <source>Asked for data outside their scope</source>
        <translation>请求权限范围外的数据</translation>
    </message>
    <message>
        <source>Tried what they may not</source>
        <translation>尝试无权执行的操作</translation>
    </message>
    <message>
        <source>Refused again and again</source>
        <translation>反复被拒绝</translation>
    </message>
    <message>
        <source>Very many searches</source>
        <translation>大量搜索</translation>
    </message>
    <message>
        <source>Very many contacts revealed</source>
        <translation>大量查看联系方式</translation>
    </message>
    <message>
        <source>Very much exported</source>
        <translation>大量导出数据</translation>
    </message>
    <message>
        <source>Password changed past the console</source>
        <translation>绕过控制台修改密码</translation>
    </message>
    <message>
        <source>Wrong password at a password change</source>
        <translation>修改密码时原密码错误</translation>
    </message>
    <message>
        <source>Tenant opened for maintenance</source>
        <translation>开启租户紧急访问</translation>
    </message>
    <message>
        <source>Access for maintenance ended</source>
        <translation>紧急访问结束</translation>
    </message>
    <message>
        <source>Began a sync</source>
        <translation>开始同步</translation>
    </message>
    <message>
        <source>Synced a whole scope</source>
        <translation>同步整个范围</translation>
    </message>
    <message>
        <source>Synced changes</source>
        <translation>同步变更</translation>
    </message>
    <message>
        <source>Read the history</source>
        <translation>查看历史</translation>
    </message>
    <message>
        <source>Read the audit</source>
        <translation>查看审计</translation>
    </message>
    <message>
        <source>Exported the audit</source>
        <translation>导出审计</translation>
    </message>
    <message>
        <source>Verified the audit</source>
        <translation>校验审计</translation>
    </message>
    <message>
        <source>Read the security events</source>
        <translation>查看安全事件</translation>
    </message>
    <message>
        <source>Searched the platform for people</source>
        <translation>全平台搜索用户</translation>
    </message>
    <message>
        <source>Searched for an administrator</source>
        <translation>搜索管理员人选</translation>
    </message>
    <message>
        <source>Searched for tenants</source>
        <translation>搜索租户</translation>
    </message>
    <message>
        <source>Looked at removed members</source>
        <translation>查看已移出的成员</translation>
    </message>
    <message>
        <source>Opened a detail</source>
        <translation>查看详情</translation>
    </message>
    <message>
        <source>Exported a list</source>
        <translation>导出列表</translation>
    </message>
    <message>
        <source>Revealed contacts</source>
        <translation>查看联系方式</translation>
    </message>
    <message>
        <source>Rows</source>
        <translation>行数</translation>
    </message>
    <message>
        <source>How many</source>
        <translation>次数</translation>
    </message>
    <message>
        <source>Within minutes</source>
        <translation>时间范围（分钟）</translation>
    </message>
    <message>
        <source>Scopes</source>
        <translation>范围数</translation>
    </message>
    <message>
        <source>New scopes</source>
        <translation>新增范围数</translation>
    </message>
    <message>
        <source>Kind of scope</source>
        <translation>范围类型</translation>
    </message>
    <message>
        <source>Scope</source>
        <translation>范围</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Refused with</source>
        <translation>拒绝原因</translation>
    </message>
    <message>
        <source>Length of the text</source>
        <translation>文本长度</translation>
    </message>
    <message>
        <source>Anew</source>
        <translation>全量</translation>
    </message>
    <message>
        <source>What</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>Function</source>
        <translation>功能</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>截止时间</translation>
    </message>
    <message>
        <source>Ended before its time</source>
        <translation>提前结束</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Of</source>
        <translation>对象类型</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>everyone</source>
        <translation>所有人</translation>
    </message>
    <message>
        <source>platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>people of a tenant</source>
        <translation>租户用户</translation>
    </message>
    <message>
        <source>a whole tenant</source>
        <translation>整个租户</translation>
    </message>
    <message>
        <source>tree of a tenant</source>
        <translation>租户组织架构</translation>
    </message>
    <message>
        <source>grants of a subject</source>
        <translation>主体的授权</translation>
    </message>
    <message>
        <source>a space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>members of a space or resource</source>
        <translation>空间或资源的成员</translation>
    </message>
    <message>
        <source>own person</source>
        <translation>本人</translation>
    </message>
    <message>
        <source>Failed to sign in</source>
        <translation>登录失败</translation>
    </message>
    <message>
        <source>Failed to sign in again and again</source>
        <translation>多次登录失败</translation>
    </message>
    <message>
        <source>First sign-in from a network</source>
        <translation>首次从某网络登录</translation>
    </message>
    <message>
        <source>First sign-in with a program</source>
        <translation>首次使用某程序登录</translation>
    </message>
    <message>
        <source>First sign-in for 90 days</source>
        <translation>90 天内首次登录</translation>
    </message>
    <message>
        <source>Network</source>
        <translation>网络</translation>
    </message>
    <message>
        <source>Answer of the server</source>
        <translation>服务器答复</translation>
    </message>
    <message>
        <source>the server&apos;s own machine</source>
        <translation>服务器本机</translation>
    </message>
    <message>
        <source>unknown</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>wrong name or password</source>
        <translation>名称或密码错误</translation>
    </message>
    <message>
        <source>may not sign in</source>
        <translation>不允许登录</translation>
    </message>
    <message>
        <source>Asked who has access</source>
        <translation>查询了谁有权限</translation>
    </message>
    <message>
        <source>Looked at invited people</source>
        <translation>查看了受邀用户</translation>
    </message>
    <message>
        <source>Read the delivery log</source>
        <translation>查看了邮件投递记录</translation>
    </message>
    <message>
        <source>Listed the people of all tenants</source>
        <translation>列出了全部租户的用户</translation>
    </message>
    <message>
        <source>Asked for</source>
        <translation>请求数量</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Resource</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>All of it</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Whose</source>
        <translation>所属用户</translation>
    </message>
    <message>
        <source>History of</source>
        <translation>历史所属</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>the audit</source>
        <translation>审计日志</translation>
    </message>
    <message>
        <source>security events</source>
        <translation>安全事件</translation>
    </message>
    <message>
        <source>the delivery log</source>
        <translation>邮件投递记录</translation>
    </message>
    <message>
        <source>details of an account</source>
        <translation>账号详情</translation>
    </message>
    <message>
        <source>activity of tenants</source>
        <translation>租户活跃情况</translation>
    </message>
    <message>
        <source>people of the platform</source>
        <translation>平台用户</translation>
    </message>
    <message>
        <source>people of all tenants</source>
        <translation>全部租户的用户</translation>
    </message>
    <message>
        <source>who may administer a tenant</source>
        <translation>可担任租户管理员的用户</translation>
    </message>
    <message>
        <source>who has access</source>
        <translation>谁有权限</translation>
    </message>
    <message>
        <source>removed members</source>
        <translation>已移出的成员</translation>
    </message>
    <message>
        <source>invited people</source>
        <translation>受邀用户</translation>
    </message>
    <message>
        <source>the import of members</source>
        <translation>成员导入</translation>
    </message>
    <message>
        <source>Wrong password at a password change, again and again</source>
        <translation>修改密码时多次输错原密码</translation>
    </message>
    <message>
        <source>Named people of other tenants in an import</source>
        <translation>导入中列出其他租户的人员</translation>
    </message>
    <message>
        <source>people of an organization</source>
        <translation>部门用户</translation>
    </message>
</context>
<context>
    <name>tenantry::console::Console</name>
    <message>
        <source>System administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Tenant administrator</source>
        <translation>租户管理员</translation>
    </message>
    <message>
        <source>Space owner</source>
        <translation>空间所有者</translation>
    </message>
    <message>
        <source>Non-enterprise member</source>
        <translation>非企业成员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>普通用户</translation>
    </message>
    <message>
        <source>Starting the demo&apos;s server…</source>
        <translation>正在启动演示服务器…</translation>
    </message>
    <message>
        <source>Demo on this machine</source>
        <translation>本机演示</translation>
    </message>
    <message>
        <source>private, on this machine; the demo&apos;s own data are not sealed</source>
        <translation>本机私有连接；演示数据未加密封存</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Passphrase of the local copy</source>
        <translation>本地副本口令</translation>
    </message>
    <message>
        <source>There is no keychain here. Choose a passphrase that protects the local copy:</source>
        <translation>系统没有密钥环。请设置保护本地副本的口令：</translation>
    </message>
    <message>
        <source>Passphrase of the local copy:</source>
        <translation>本地副本口令：</translation>
    </message>
    <message>
        <source>Opening the local copy…</source>
        <translation>正在打开本地副本…</translation>
    </message>
    <message>
        <source>Closing the local copy…</source>
        <translation>正在关闭本地副本…</translation>
    </message>
    <message>
        <source>The local copy was removed from this machine.</source>
        <translation>本地副本已从本机移除。</translation>
    </message>
    <message>
        <source>Remove %1 from the list?</source>
        <translation>从列表中移除 %1？</translation>
    </message>
    <message>
        <source>What lies on this machine of it goes too: the local copy, its keys, the remembered password, and changes that were not sent yet. The server keeps everything that it has.</source>
        <translation>本机上与之相关的内容也会移除：本地副本、密钥、记住的密码以及尚未发送的更改。服务器上的内容全部保留。</translation>
    </message>
    <message>
        <source>Nothing of it lies on this machine. The server keeps everything that it has.</source>
        <translation>本机上没有与之相关的内容。服务器上的内容全部保留。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Removing the local copy…</source>
        <translation>正在移除本地副本…</translation>
    </message>
</context>
<context>
    <name>tenantry::console::DemoServer</name>
    <message>
        <source>Making the database of the demo…</source>
        <translation>正在创建演示数据库…</translation>
    </message>
    <message>
        <source>Starting the demo&apos;s server…</source>
        <translation>正在启动演示服务器…</translation>
    </message>
    <message>
        <source>Filling the demo with people, organizations and spaces…</source>
        <translation>正在写入演示人员、部门与空间…</translation>
    </message>
</context>
<context>
    <name>tenantry::console::Palette</name>
    <message>
        <source>Application: %1</source>
        <translation>申请：%1</translation>
    </message>
</context>
<context>
    <name>tenantry::console::Profiles</name>
    <message>
        <source>Demo on this machine</source>
        <translation>本机演示</translation>
    </message>
    <message>
        <source>Server of the environment</source>
        <translation>环境变量中的服务器</translation>
    </message>
</context>
<context>
    <name>tenantry::console::ServerSignIn</name>
    <message>
        <source>on this machine</source>
        <translation>本机</translation>
    </message>
    <message>
        <source>TLS, certificate not verified</source>
        <translation>TLS，证书未验证</translation>
    </message>
    <message>
        <source>TLS, certificate verified</source>
        <translation>TLS，证书已验证</translation>
    </message>
</context>
<context>
    <name>tenantry::console::SyncView</name>
    <message>
        <source>System administrator</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>普通用户</translation>
    </message>
    <message>
        <source>Tenant administrator</source>
        <translation>租户管理员</translation>
    </message>
</context>
<context>
    <name>tenantry::console::Workspace</name>
    <message>
        <source>Sign out</source>
        <translation>退出登录</translation>
    </message>
    <message>
        <source>Sign out of Tenantry?</source>
        <translation>退出 Tenantry？</translation>
    </message>
    <message>
        <source>The sealed local copy stays on this machine, for the next time.</source>
        <translation>加密封存的本地副本将保留在本机，供下次使用。</translation>
    </message>
    <message numerus="yes">
        <source>%n change(s) have not been carried out yet. They stay in the queue on this machine; removing the local copy loses them.</source>
        <translation>
            <numerusform>还有 %n 项修改未执行。它们会保留在本机队列中；移除本地副本会丢失这些修改。</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign out and remove the local copy</source>
        <translation>退出并移除本地副本</translation>
    </message>
    <message>
        <source>Platform only</source>
        <translation>仅平台</translation>
    </message>
</context>
<context>
    <name>tenantry::console::WorkspaceLock</name>
    <message>
        <source>A form that you were filling in can&apos;t be shown again: what it was about is gone, or your rights don&apos;t reach it.</source>
        <translation>您正在填写的表单无法再次显示：其对象已不存在，或您的权限已无法触及。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AboutDialog</name>
    <message>
        <source>About Tenantry</source>
        <translation>关于 Tenantry</translation>
    </message>
    <message>
        <source>Version</source>
        <translation>版本</translation>
    </message>
    <message>
        <source>Qt</source>
        <translation>Qt</translation>
    </message>
    <message>
        <source>Licence</source>
        <translation>许可证</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Console for tenants, organizations, people and permissions of a multi-tenant work platform.</source>
        <translation>多租户工作平台的租户、组织、人员与权限控制台。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AccessPage</name>
    <message numerus="yes">
        <source>%1 changes are given</source>
        <translation>
            <numerusform>已提交 %1 项变更</numerusform>
        </translation>
    </message>
    <message>
        <source>Access</source>
        <translation>权限查询</translation>
    </message>
    <message>
        <source>any role</source>
        <translation>任意角色</translation>
    </message>
    <message>
        <source>Is it enough for</source>
        <translation>是否达到</translation>
    </message>
    <message>
        <source>The role that is wanted</source>
        <translation>期望的角色</translation>
    </message>
    <message>
        <source>Who: a person, an organization, a role group</source>
        <translation>谁：个人、部门或角色组</translation>
    </message>
    <message>
        <source>What: a space or a resource</source>
        <translation>对什么：空间或资源</translation>
    </message>
    <message>
        <source>Back to the list</source>
        <translation>返回列表</translation>
    </message>
    <message>
        <source>Who may do what, and why?</source>
        <translation>谁能做什么，为什么？</translation>
    </message>
    <message>
        <source>Fill one field to see everybody on the other side, both to see the reasons. Pinyin and initials are found too.</source>
        <translation>填写一栏可查看另一侧的全部结果，两栏都填可查看原因。支持拼音和首字母。</translation>
    </message>
    <message>
        <source>What may I do?</source>
        <translation>我有哪些权限？</translation>
    </message>
    <message>
        <source>Ask something else</source>
        <translation>重新查询</translation>
    </message>
    <message>
        <source>You are looking at the past. Go back to now to plan changes.</source>
        <translation>您正在查看过去。请回到现在再计划变更。</translation>
    </message>
    <message>
        <source>You are looking at the past. Go back to now to change something.</source>
        <translation>您正在查看过去。请回到现在再执行变更。</translation>
    </message>
    <message>
        <source>It wasn&apos;t there</source>
        <translation>当时不存在</translation>
    </message>
    <message>
        <source>At that moment it wasn&apos;t there yet or was gone already, or it belongs to a tenant whose past you may not see.</source>
        <translation>它在该时刻尚不存在或已被删除，或属于您无权查看其过去的租户。</translation>
    </message>
    <message>
        <source>Compare two moments…</source>
        <translation>比较两个时刻…</translation>
    </message>
    <message>
        <source>As of %1</source>
        <translation>截至 %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AccountDialog</name>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AdministratorsPage</name>
    <message>
        <source>System administrators</source>
        <translation>系统管理员</translation>
    </message>
    <message>
        <source>Select a system administrator first.</source>
        <translation>请先选择一位系统管理员。</translation>
    </message>
    <message>
        <source>Who acts for the platform. One who can act always stays.</source>
        <translation>平台的系统管理员。始终保留至少一位可用的系统管理员。</translation>
    </message>
    <message>
        <source>Dismiss…</source>
        <translation>撤销…</translation>
    </message>
    <message>
        <source>Appoint…</source>
        <translation>任命…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>加载中…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ApplicationDetail</name>
    <message>
        <source>%1 (decided offline)</source>
        <translation>%1（离线审批）</translation>
    </message>
    <message>
        <source>Waits for a decision</source>
        <translation>等待审批</translation>
    </message>
    <message>
        <source>Waits for a system administrator</source>
        <translation>等待系统管理员审批</translation>
    </message>
    <message>
        <source>Waits for the tenant&apos;s administrator</source>
        <translation>等待租户管理员审批</translation>
    </message>
    <message>
        <source>What happened</source>
        <translation>发生了什么</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请内容</translation>
    </message>
    <message>
        <source>History</source>
        <translation>历史</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择申请</translation>
    </message>
    <message>
        <source>Select an application to read it and decide.</source>
        <translation>选择一条申请，查看内容并审批。</translation>
    </message>
    <message>
        <source>%1 · %2, %3</source>
        <translation>%1 · %2，%3</translation>
    </message>
    <message>
        <source>This application can&apos;t be seen from here any more.</source>
        <translation>此处已无法查看该申请。</translation>
    </message>
    <message>
        <source>Checks as of %1</source>
        <translation>前置检查（截至 %1）</translation>
    </message>
    <message>
        <source>Checks</source>
        <translation>前置检查</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ApprovalsModel</name>
    <message>
        <source>Withdrawal queued</source>
        <translation>撤回待发送</translation>
    </message>
    <message>
        <source>Approval queued</source>
        <translation>同意待发送</translation>
    </message>
    <message>
        <source>Rejection queued</source>
        <translation>拒绝待发送</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>正在发送</translation>
    </message>
    <message>
        <source>Sent</source>
        <translation>已发送</translation>
    </message>
    <message>
        <source>Not visible</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>Stage %1 of %2</source>
        <translation>第 %1/%2 级</translation>
    </message>
    <message>
        <source>Pending</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Approved</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Application</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Applicant</source>
        <translation>申请人</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>已等待</translation>
    </message>
    <message>
        <source>Submitted</source>
        <translation>提交时间</translation>
    </message>
    <message>
        <source>Decided</source>
        <translation>审批时间</translation>
    </message>
    <message>
        <source>Stage</source>
        <translation>阶段</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ApprovalsPage</name>
    <message>
        <source>Approvals</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Only administrators decide applications.</source>
        <translation>仅管理员可审批申请。</translation>
    </message>
    <message>
        <source>The local copy is too old</source>
        <translation>本地数据已过期</translation>
    </message>
    <message>
        <source>It opens again as soon as the server was reached. Queued decisions are kept.</source>
        <translation>连接服务器后自动恢复，排队中的审批不会丢失。</translation>
    </message>
    <message>
        <source>Fetching applications…</source>
        <translation>正在获取申请…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No application in this box matches the search.</source>
        <translation>当前列表中没有符合条件的申请。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Nothing waits for you</source>
        <translation>没有待您审批的申请</translation>
    </message>
    <message>
        <source>New applications appear here by themselves.</source>
        <translation>新的申请会自动出现在这里。</translation>
    </message>
    <message>
        <source>Nothing needs attention</source>
        <translation>没有需要处理的事项</translation>
    </message>
    <message>
        <source>Decisions that could not be carried out come here with what happened.</source>
        <translation>未能执行的审批会连同原因显示在这里。</translation>
    </message>
    <message>
        <source>Nothing decided yet</source>
        <translation>还没有审批记录</translation>
    </message>
    <message>
        <source>What you approve or reject is kept here.</source>
        <translation>您同意或拒绝的申请会保留在这里。</translation>
    </message>
    <message>
        <source>No applications of yours</source>
        <translation>您还没有申请</translation>
    </message>
    <message>
        <source>Offline. Everything is as of %1; your decisions are kept and will be sent when connected.</source>
        <translation>当前离线，数据截至 %1；审批结果已保存，连接后自动发送。</translation>
    </message>
    <message>
        <source>Offline. Your decisions are kept and will be sent when connected.</source>
        <translation>当前离线，审批结果已保存，连接后自动发送。</translation>
    </message>
    <message>
        <source>None of the selected applications can be decided by you now.</source>
        <translation>所选申请目前都无法由您审批。</translation>
    </message>
    <message>
        <source>Sent: %1</source>
        <translation>已发送：%1</translation>
    </message>
    <message>
        <source>Being sent: %1</source>
        <translation>正在发送：%1</translation>
    </message>
    <message>
        <source>Queued: %1</source>
        <translation>排队中：%1</translation>
    </message>
    <message>
        <source>Queued, will be sent when connected: %1</source>
        <translation>排队中，连接后自动发送：%1</translation>
    </message>
    <message>
        <source>Comment: %1</source>
        <translation>审批意见：%1</translation>
    </message>
    <message>
        <source>This application is closed.</source>
        <translation>该申请已结束。</translation>
    </message>
    <message>
        <source>Approved %1 applications</source>
        <translation>已同意 %1 条申请</translation>
    </message>
    <message>
        <source>Rejected %1 applications</source>
        <translation>已拒绝 %1 条申请</translation>
    </message>
    <message>
        <source>%1; will be sent when connected</source>
        <translation>%1；连接后自动发送</translation>
    </message>
    <message>
        <source>All kinds</source>
        <translation>全部类型</translation>
    </message>
    <message>
        <source>To decide</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Decided by me</source>
        <translation>我审批的</translation>
    </message>
    <message>
        <source>Mine</source>
        <translation>我的申请</translation>
    </message>
    <message>
        <source>Tenant, applicant or code (pinyin too)</source>
        <translation>租户、申请人或编码（支持拼音）</translation>
    </message>
    <message>
        <source>Kind of application</source>
        <translation>申请类型</translation>
    </message>
    <message>
        <source>Applications</source>
        <translation>申请列表</translation>
    </message>
    <message>
        <source>Approve the selected applications</source>
        <translation>同意所选申请</translation>
    </message>
    <message>
        <source>Reject the selected applications</source>
        <translation>拒绝所选申请</translation>
    </message>
    <message>
        <source>Send the decision</source>
        <translation>提交审批结果</translation>
    </message>
    <message>
        <source>Next application</source>
        <translation>下一条申请</translation>
    </message>
    <message>
        <source>Previous application</source>
        <translation>上一条申请</translation>
    </message>
    <message>
        <source>Search applications</source>
        <translation>搜索申请</translation>
    </message>
    <message>
        <source>Approved &quot;%1&quot;</source>
        <translation>已同意“%1”</translation>
    </message>
    <message>
        <source>Rejected &quot;%1&quot;</source>
        <translation>已拒绝“%1”</translation>
    </message>
    <message>
        <source>Withdrawn: &quot;%1&quot;</source>
        <translation>已撤回“%1”</translation>
    </message>
    <message>
        <source>At most %1 applications can be decided at once.</source>
        <translation>一次最多审批 %1 个申请。</translation>
    </message>
    <message>
        <source>&quot;Apply&quot; makes one. It appears here with its progress.</source>
        <translation>点击“申请”提交，进度会显示在这里。</translation>
    </message>
    <message>
        <source>Thank you for rating.</source>
        <translation>感谢您的评价。</translation>
    </message>
    <message>
        <source>Undone.</source>
        <translation>已撤销。</translation>
    </message>
    <message>
        <source>It was sent already and can&apos;t be undone.</source>
        <translation>已经发送，无法撤销。</translation>
    </message>
    <message>
        <source>%1 of %2 were sent already and can&apos;t be undone.</source>
        <translation>%2 项中的 %1 项已经发送，无法撤销。</translation>
    </message>
    <message>
        <source>Discarded what you asked for: &quot;%1&quot;</source>
        <translation>已放弃您的操作：“%1”</translation>
    </message>
    <message>
        <source>Boxes</source>
        <translation>申请分类</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AsOfField</name>
    <message>
        <source>Pick a person or an object first.</source>
        <translation>请先选择人员或对象。</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>现在</translation>
    </message>
    <message>
        <source>An hour ago</source>
        <translation>一小时前</translation>
    </message>
    <message>
        <source>Yesterday at this time</source>
        <translation>昨天此时</translation>
    </message>
    <message>
        <source>A week ago</source>
        <translation>一周前</translation>
    </message>
    <message>
        <source>30 days ago</source>
        <translation>30 天前</translation>
    </message>
    <message>
        <source>Before its last change</source>
        <translation>最近一次变更之前</translation>
    </message>
    <message>
        <source>Another moment…</source>
        <translation>其他时刻…</translation>
    </message>
    <message>
        <source>As of</source>
        <translation>截至</translation>
    </message>
    <message>
        <source>Moment</source>
        <translation>时刻</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AsOfView</name>
    <message>
        <source>Back to now</source>
        <translation>回到现在</translation>
    </message>
    <message>
        <source>As of %1, not now.</source>
        <translation>截至 %1，并非现在。</translation>
    </message>
    <message>
        <source>A past moment, not now.</source>
        <translation>过去的时刻，并非现在。</translation>
    </message>
    <message>
        <source>History reaches back to %1.</source>
        <translation>历史可追溯至 %1。</translation>
    </message>
    <message>
        <source>It was read up to %1; what came later isn&apos;t in it.</source>
        <translation>历史读取至 %1，之后的变更不在其中。</translation>
    </message>
    <message>
        <source>People and other tenants that you don&apos;t see today are left out.</source>
        <translation>您今天看不到的人员和其他租户不在其中。</translation>
    </message>
    <message>
        <source>Working out that moment…</source>
        <translation>正在计算该时刻…</translation>
    </message>
    <message>
        <source>Nothing is known of that moment</source>
        <translation>该时刻没有任何记录</translation>
    </message>
    <message>
        <source>History reaches back to %1. Choose a later moment.</source>
        <translation>历史可追溯至 %1，请选择更晚的时刻。</translation>
    </message>
    <message>
        <source>It never changed</source>
        <translation>从未变更</translation>
    </message>
    <message>
        <source>Nothing about it has changed since history begins, %1.</source>
        <translation>自历史开始（%1）以来，它没有任何变更。</translation>
    </message>
    <message>
        <source>The past can&apos;t be shown</source>
        <translation>无法显示过去</translation>
    </message>
    <message>
        <source>Of then it shows what you see today; there may have been more.</source>
        <translation>仅显示您今天可见的内容在当时的情况；当时可能不止这些。</translation>
    </message>
    <message>
        <source>Reading history…</source>
        <translation>正在读取历史…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AttentionView</name>
    <message>
        <source>Approved</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>Rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>Withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>Ended</source>
        <translation>已终止</translation>
    </message>
    <message>
        <source>Still pending</source>
        <translation>仍待审批</translation>
    </message>
    <message>
        <source>%1 submitted the application</source>
        <translation>%1提交了申请</translation>
    </message>
    <message>
        <source>%1 approved it</source>
        <translation>%1已同意</translation>
    </message>
    <message>
        <source>%1 rejected it</source>
        <translation>%1已拒绝</translation>
    </message>
    <message>
        <source>%1 withdrew it</source>
        <translation>%1已撤回</translation>
    </message>
    <message>
        <source>The application ended</source>
        <translation>申请已终止</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>You</source>
        <translation>您</translation>
    </message>
    <message>
        <source> (offline)</source>
        <translation>（离线）</translation>
    </message>
    <message>
        <source>It can&apos;t be seen from here any more</source>
        <translation>此处已无法查看</translation>
    </message>
    <message>
        <source>Your decision</source>
        <translation>您的决定</translation>
    </message>
    <message>
        <source>Meanwhile</source>
        <translation>期间发生</translation>
    </message>
    <message>
        <source>Result</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>When</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Comment</source>
        <translation>审批意见</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AuditPage</name>
    <message>
        <source>Audit</source>
        <translation>审计</translation>
    </message>
    <message>
        <source>The audit can&apos;t be read now</source>
        <translation>暂时无法读取审计</translation>
    </message>
    <message>
        <source>Sealed up to %1</source>
        <translation>已封存至 %1</translation>
    </message>
    <message>
        <source>chain verified by this console up to entry %1</source>
        <translation>本控制台已验证审计链至第 %1 条</translation>
    </message>
    <message>
        <source>The audit was tampered with: after entry %1 the chain does not go on as this console saw it before. Tell whoever runs the server, and keep this computer as a witness.</source>
        <translation>审计已被篡改：第 %1 条之后的审计链与本控制台此前所见不一致。请通知服务器管理者，并保留本机作为证据。</translation>
    </message>
    <message>
        <source>The export was cancelled</source>
        <translation>已取消导出</translation>
    </message>
    <message>
        <source>Export the audit with its proof</source>
        <translation>导出审计及其证明</translation>
    </message>
    <message>
        <source>Cancel the export (%1 %)</source>
        <translation>取消导出（%1 %）</translation>
    </message>
    <message>
        <source>%1 entries exported with their proof</source>
        <translation>已导出 %1 条记录及其证明</translation>
    </message>
    <message>
        <source>Export with proof…</source>
        <translation>导出及证明…</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Kind of change</source>
        <translation>操作类型</translation>
    </message>
    <message>
        <source>No entries</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Nothing in this audit fits the filter.</source>
        <translation>没有符合筛选条件的审计记录。</translation>
    </message>
    <message>
        <source>Export this part with proof…</source>
        <translation>导出筛选结果及证明…</translation>
    </message>
    <message>
        <source>The details of what the filter shows; of the other entries only their links, which prove it.</source>
        <translation>包含筛选结果的详情；其余条目仅保留用于证明的链节。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AvatarPicker</name>
    <message>
        <source>Choose an icon.</source>
        <translation>请选择图标。</translation>
    </message>
    <message>
        <source>Choose a picture.</source>
        <translation>请选择图片。</translation>
    </message>
    <message>
        <source>Describe a picture and have it made.</source>
        <translation>请描述并生成图片。</translation>
    </message>
    <message>
        <source>Choose a picture</source>
        <translation>选择图片</translation>
    </message>
    <message>
        <source>Pictures (*.png *.jpg *.jpeg *.webp)</source>
        <translation>图片 (*.png *.jpg *.jpeg *.webp)</translation>
    </message>
    <message>
        <source>No service that makes pictures is set up for this platform.</source>
        <translation>平台尚未配置图片生成服务。</translation>
    </message>
    <message>
        <source>Describe the picture first.</source>
        <translation>请先描述图片。</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Where the avatar comes from</source>
        <translation>头像来源</translation>
    </message>
    <message>
        <source>Default</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>Icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>上传图片</translation>
    </message>
    <message>
        <source>Generated</source>
        <translation>AI 生成</translation>
    </message>
    <message>
        <source>How it will look</source>
        <translation>效果预览</translation>
    </message>
    <message>
        <source>Drawn from the name, and changes with it.</source>
        <translation>根据名称自动生成，随名称变化。</translation>
    </message>
    <message>
        <source>Icons</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>Choose a picture…</source>
        <translation>选择图片…</translation>
    </message>
    <message>
        <source>PNG, JPEG or WebP, at most 2 MiB; a file can be dropped here too.</source>
        <translation>支持 PNG、JPEG、WebP，不超过 2 MiB，也可将文件拖到此处。</translation>
    </message>
    <message>
        <source>What the picture shows</source>
        <translation>描述图片内容</translation>
    </message>
    <message>
        <source>Description of the picture</source>
        <translation>图片描述</translation>
    </message>
    <message>
        <source>The description is sent to the service that is set up for this platform.</source>
        <translation>描述将发送至平台配置的图片生成服务。</translation>
    </message>
    <message>
        <source>Make a picture</source>
        <translation>生成图片</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>The picture is being made</source>
        <translation>正在生成图片</translation>
    </message>
    <message>
        <source>Zoom</source>
        <translation>缩放</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Banner</name>
    <message>
        <source>Dismiss</source>
        <translation>忽略</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BatchDetail</name>
    <message>
        <source>%1: left out</source>
        <translation>%1：跳过</translation>
    </message>
    <message>
        <source>%1: approving it would be refused</source>
        <translation>%1：同意将被拒绝</translation>
    </message>
    <message>
        <source>It is no longer pending.</source>
        <translation>该申请已不在待审批状态。</translation>
    </message>
    <message>
        <source>Your decision is queued already.</source>
        <translation>您的审批已在排队。</translation>
    </message>
    <message>
        <source>%1 applications</source>
        <translation>%1 条申请</translation>
    </message>
    <message>
        <source>All can be decided together</source>
        <translation>可以一起审批</translation>
    </message>
    <message>
        <source>%1 of them can be decided</source>
        <translation>其中 %1 条可审批</translation>
    </message>
    <message>
        <source>One comment goes to all applicants. Each application is decided by itself: where one is refused, the others still go through.</source>
        <translation>同一条审批意见会发送给所有申请人。每条申请单独执行，其中一条被拒绝不影响其他申请。</translation>
    </message>
    <message>
        <source>What happens to each</source>
        <translation>逐条结果</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>Too many to decide at once</source>
        <translation>数量过多，无法一次审批</translation>
    </message>
    <message>
        <source>Select at most %1 applications: with the search, or a part of the list.</source>
        <translation>请通过搜索或选择部分列表，最多选择 %1 个申请。</translation>
    </message>
    <message>
        <source>You don&apos;t decide this.</source>
        <translation>该申请不由您审批。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BellButton</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>通知，%n 条未读</numerusform>
        </translation>
    </message>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BoundChip</name>
    <message>
        <source>Not certain</source>
        <translation>不确定</translation>
    </message>
    <message>
        <source>At least</source>
        <translation>至少</translation>
    </message>
    <message>
        <source>It counts people of other tenants. You don&apos;t see whether their tenant is frozen: then they have no role at all.</source>
        <translation>其中包含其他租户的人员。您看不到其租户是否已冻结；若已冻结，他们没有任何角色。</translation>
    </message>
    <message>
        <source>You don&apos;t see everything that this rests on: there may be more, and roles may be higher.</source>
        <translation>您看不到其全部依据：实际条目可能更多，角色可能更高。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BreakGlassBar</name>
    <message>
        <source>You have &quot;%1&quot; open for maintenance: what you do there is recorded as such. Ends by itself in %2.</source>
        <translation>您正在紧急访问“%1”，期间的操作均会单独记录，%2后自动结束。</translation>
    </message>
    <message>
        <source>End now</source>
        <translation>立即结束</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BreakGlassNotice</name>
    <message>
        <source>%1 of the platform team has this tenant open for maintenance until %2 and can see and change everything here: %3</source>
        <translation>平台团队的 %1 正在紧急访问本租户，截止 %2，期间可查看和修改全部内容。原因：%3</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CandidatesDialog</name>
    <message>
        <source>Nobody chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>The search is being prepared. Try again in a moment.</source>
        <translation>搜索正在准备中，请稍后再试。</translation>
    </message>
    <message>
        <source>Nobody found in the tenant.</source>
        <translation>租户内没有找到。</translation>
    </message>
    <message>
        <source>There are more. Type more letters.</source>
        <translation>还有更多结果，请输入更多字符。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Choose somebody first</source>
        <translation>请先选择人员</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CheckList</name>
    <message>
        <source>Passed</source>
        <translation>通过</translation>
    </message>
    <message>
        <source>Failed</source>
        <translation>未通过</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>无法确认</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CodeDialog</name>
    <message>
        <source>Your account is active. Sign in with your e-mail and password.</source>
        <translation>账号已激活，请用邮箱和密码登录。</translation>
    </message>
    <message>
        <source>The new password works now. Whoever was signed in with the old one is out.</source>
        <translation>新密码已生效，用旧密码登录的会话已退出。</translation>
    </message>
    <message>
        <source>If there is such an account, a mail is on its way. Open the link in it, or paste its code here.</source>
        <translation>如果有此账号，邮件已发出。请打开其中的链接，或在此粘贴验证码。</translation>
    </message>
    <message>
        <source>Continue</source>
        <translation>继续</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Set the password</source>
        <translation>设置密码</translation>
    </message>
    <message>
        <source>Paste the code of the mail. Where there is no mail, or its code is too old, ask for a new one.</source>
        <translation>请粘贴邮件中的验证码。没有收到邮件或验证码已过期时，请重新申请。</translation>
    </message>
    <message>
        <source>Choose a password.</source>
        <translation>请设置密码。</translation>
    </message>
    <message>
        <source>Enter the password that you chose when you registered.</source>
        <translation>请输入您注册时设置的密码。</translation>
    </message>
    <message>
        <source>Activate the account</source>
        <translation>激活账号</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>忘记密码</translation>
    </message>
    <message>
        <source>Code of the mail</source>
        <translation>邮件中的验证码</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Send a new mail</source>
        <translation>重新发送邮件</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>10 to 128 characters, without your name, e-mail or MIS account.</source>
        <translation>10 至 128 个字符，不含您的姓名、邮箱或 MIS 账号。</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>再次输入密码</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CommandDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CommandPalette</name>
    <message>
        <source>Go to page</source>
        <translation>打开页面</translation>
    </message>
    <message>
        <source>Command palette</source>
        <translation>命令面板</translation>
    </message>
    <message>
        <source>Search pages, commands, people…</source>
        <translation>搜索页面、命令、人员…</translation>
    </message>
    <message>
        <source>Hits</source>
        <translation>搜索结果</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CommentBox</name>
    <message>
        <source>Templates</source>
        <translation>常用意见</translation>
    </message>
    <message>
        <source>Insert a prepared comment</source>
        <translation>插入常用意见</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ComparisonDialog</name>
    <message>
        <source>History from %1 to %2. People that you don&apos;t see today are left out.</source>
        <translation>历史自 %1 至 %2。您今天看不到的人员不在其中。</translation>
    </message>
    <message>
        <source>Nothing is known of that moment</source>
        <translation>该时刻没有任何记录</translation>
    </message>
    <message>
        <source>History reaches back to %1. Choose a later moment.</source>
        <translation>历史可追溯至 %1，请选择更晚的时刻。</translation>
    </message>
    <message>
        <source>Working out who gained and who lost…</source>
        <translation>正在计算谁获得、谁失去…</translation>
    </message>
    <message>
        <source>Nobody gained or lost anything</source>
        <translation>没有人获得或失去权限</translation>
    </message>
    <message>
        <source>Between these two moments no role of anybody whom you see changed.</source>
        <translation>在这两个时刻之间，您能看到的人员的角色都没有变化。</translation>
    </message>
    <message>
        <source>The past can&apos;t be shown</source>
        <translation>无法显示过去</translation>
    </message>
    <message>
        <source>Compare two moments</source>
        <translation>比较两个时刻</translation>
    </message>
    <message>
        <source>Who gained and who lost between two moments</source>
        <translation>两个时刻之间谁获得、谁失去</translation>
    </message>
    <message>
        <source>About</source>
        <translation>关于</translation>
    </message>
    <message>
        <source>From</source>
        <translation>从</translation>
    </message>
    <message>
        <source>until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>到</translation>
    </message>
    <message>
        <source>The whole tenant</source>
        <translation>整个租户</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>History from %1 to %2. It holds what you see today; there may have been more.</source>
        <translation>历史从 %1 到 %2，仅含您今天可见的内容；当时可能不止这些。</translation>
    </message>
    <message>
        <source>Everything that you see</source>
        <translation>您可见的全部内容</translation>
    </message>
    <message>
        <source>Reading history…</source>
        <translation>正在读取历史…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConfirmDialog</name>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>What follows</source>
        <translation>影响范围</translation>
    </message>
    <message>
        <source>Type &quot;%1&quot; to confirm.</source>
        <translation>输入“%1”以确认。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConflictDialog</name>
    <message>
        <source>Two versions</source>
        <translation>两个版本</translation>
    </message>
    <message>
        <source>Save what is chosen</source>
        <translation>保存所选内容</translation>
    </message>
    <message>
        <source>Discard mine</source>
        <translation>放弃我的修改</translation>
    </message>
    <message>
        <source>Decide later</source>
        <translation>稍后处理</translation>
    </message>
    <message>
        <source>The newer version is on its way.</source>
        <translation>正在获取最新版本。</translation>
    </message>
    <message>
        <source>The newer version comes with the next sync.</source>
        <translation>最新版本将在下次同步时获取。</translation>
    </message>
    <message>
        <source>With these choices everything stays as it is now; saving lets your change go.</source>
        <translation>按此选择，当前内容保持不变；保存后将放弃您的修改。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConflictFields</name>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>上级组织</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Decision</source>
        <translation>审批结果</translation>
    </message>
    <message>
        <source>enabled</source>
        <translation>已启用</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>approve</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>approved</source>
        <translation>已同意</translation>
    </message>
    <message>
        <source>rejected</source>
        <translation>已拒绝</translation>
    </message>
    <message>
        <source>withdrawn</source>
        <translation>已撤回</translation>
    </message>
    <message>
        <source>pending</source>
        <translation>待审批</translation>
    </message>
    <message>
        <source>Grants that go with it</source>
        <translation>一并删除的授权</translation>
    </message>
    <message>
        <source>As a whole</source>
        <translation>整体</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>delete it</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>withdraw it</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>carry it out</source>
        <translation>执行</translation>
    </message>
    <message>
        <source>there</source>
        <translation>存在</translation>
    </message>
    <message>
        <source>there, changed</source>
        <translation>存在，已被修改</translation>
    </message>
    <message>
        <source>there, with %1</source>
        <translation>存在，已改为 %1</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>空间版本</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>功能模块</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问</translation>
    </message>
    <message>
        <source>Who may create spaces</source>
        <translation>谁可以创建空间</translation>
    </message>
    <message>
        <source>Who else may create them</source>
        <translation>还有谁可以创建</translation>
    </message>
    <message>
        <source>Limit of spaces</source>
        <translation>空间上限</translation>
    </message>
    <message>
        <source>Limit of non-enterprise members</source>
        <translation>非企业成员上限</translation>
    </message>
    <message>
        <source>People who lose it</source>
        <translation>失去该角色的人数</translation>
    </message>
    <message>
        <source>May</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>互斥角色</translation>
    </message>
    <message>
        <source>Data scope</source>
        <translation>数据范围</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>MIS account</source>
        <translation>MIS 账号</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Language of mail</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>有图片</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConflictGrants</name>
    <message>
        <source>Never</source>
        <translation>永不到期</translation>
    </message>
    <message>
        <source>%1, until</source>
        <translation>%1，到期时间</translation>
    </message>
    <message>
        <source>a grant that is gone</source>
        <translation>已不存在的授权</translation>
    </message>
    <message>
        <source>somebody you can&apos;t see</source>
        <translation>您无权查看的人员</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2 上的 %1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConflictMemberships</name>
    <message>
        <source>not in it</source>
        <translation>不属于该组织</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Primary organization</source>
        <translation>主组织</translation>
    </message>
    <message>
        <source>Nobody can be without any organization: keep one of them.</source>
        <translation>每人至少属于一个组织，请保留其中一个。</translation>
    </message>
    <message>
        <source>The primary organization must be one of those that are kept.</source>
        <translation>主组织必须是保留的组织之一。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConflictTable</name>
    <message>
        <source>Field</source>
        <translation>字段</translation>
    </message>
    <message>
        <source>What I saw</source>
        <translation>修改前</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>What I want</source>
        <translation>我的修改</translation>
    </message>
    <message>
        <source>%1: keep what is there now: %2</source>
        <translation>%1：保留当前内容：%2</translation>
    </message>
    <message>
        <source>%1: take what I want: %2</source>
        <translation>%1：采用我的修改：%2</translation>
    </message>
    <message>
        <source>Changed again just now: choose anew</source>
        <translation>刚刚又被修改，请重新选择</translation>
    </message>
    <message>
        <source>Changed meanwhile</source>
        <translation>期间已被修改</translation>
    </message>
    <message numerus="yes">
        <source>and %n more that nobody else changed: as you wanted</source>
        <translation>
            <numerusform>另有 %n 项未被他人修改，按您的修改保存</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::CropFrame</name>
    <message>
        <source>Part of the picture</source>
        <translation>图片裁剪区域</translation>
    </message>
    <message>
        <source>Arrow keys move the frame, plus and minus change its size, Home takes the middle.</source>
        <translation>方向键移动裁剪框，加号和减号调整大小，Home 键居中。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::DecisionBar</name>
    <message>
        <source>Ctrl+Enter rejects</source>
        <translation>Ctrl+Enter 拒绝</translation>
    </message>
    <message>
        <source>A approves · R rejects</source>
        <translation>A 同意 · R 拒绝</translation>
    </message>
    <message>
        <source>It is on its way to the server.</source>
        <translation>正在发送到服务器。</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>同意 %1 条</translation>
    </message>
    <message>
        <source>Approve</source>
        <translation>同意</translation>
    </message>
    <message>
        <source>Reject</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Reject %1…</source>
        <translation>拒绝 %1 条…</translation>
    </message>
    <message>
        <source>Reject…</source>
        <translation>拒绝…</translation>
    </message>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Withdraw application</source>
        <translation>撤回申请</translation>
    </message>
    <message>
        <source>Discard my decision</source>
        <translation>放弃我的决定</translation>
    </message>
    <message>
        <source>Accept theirs</source>
        <translation>接受对方结果</translation>
    </message>
    <message>
        <source>Why it is rejected; the applicant reads it</source>
        <translation>拒绝原因，申请人可见</translation>
    </message>
    <message>
        <source>Comment; required to reject</source>
        <translation>审批意见，拒绝时必填</translation>
    </message>
    <message>
        <source>Please settle data compliance with the platform team first, then apply again.</source>
        <translation>请先与平台团队确认数据合规方案，再重新提交。</translation>
    </message>
    <message>
        <source>Your department has a tenant already. Ask its administrator to let you join.</source>
        <translation>您所在部门已有租户，请联系其管理员加入。</translation>
    </message>
    <message>
        <source>Please describe the use more precisely and apply again.</source>
        <translation>请更具体地说明用途后重新提交。</translation>
    </message>
    <message>
        <source>Approved, welcome.</source>
        <translation>同意，欢迎使用。</translation>
    </message>
    <message>
        <source>Approved. The platform team will contact you about onboarding.</source>
        <translation>同意，平台团队将与您联系开通事宜。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ErrorState</name>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Log entry: %1</source>
        <translation>日志编号：%1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ExportDialog</name>
    <message>
        <source>Export</source>
        <translation>导出</translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 columns</source>
        <translation>
            <numerusform>%1 列</numerusform>
        </translation>
    </message>
    <message>
        <source>Kind of file</source>
        <translation>文件类型</translation>
    </message>
    <message>
        <source>Mark as UTF-8, for Excel</source>
        <translation>带 UTF-8 标记（供 Excel 使用）</translation>
    </message>
    <message>
        <source>File</source>
        <translation>文件</translation>
    </message>
    <message>
        <source>What the table shows: its columns, order, filter and wording.</source>
        <translation>按表格所见导出：列、顺序、筛选和文字均一致。</translation>
    </message>
    <message>
        <source>Choose…</source>
        <translation>选择…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Replace the file</source>
        <translation>替换该文件</translation>
    </message>
    <message>
        <source>The export is running</source>
        <translation>正在导出</translation>
    </message>
    <message>
        <source>Choose a file first</source>
        <translation>请先选择文件</translation>
    </message>
    <message>
        <source>%1 of %2 rows</source>
        <translation>%1 / %2 行</translation>
    </message>
    <message>
        <source>everything that fits the filter, also what wasn&apos;t read yet</source>
        <translation>符合筛选条件的全部内容，包括尚未读取的部分</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::FormField</name>
    <message>
        <source>%1, required</source>
        <translation>%1，必填</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::GroupsPage</name>
    <message>
        <source>Role groups</source>
        <translation>虚拟角色管理</translation>
    </message>
    <message>
        <source>%1 on %2</source>
        <translation>%2：%1</translation>
    </message>
    <message>
        <source>something you can&apos;t see</source>
        <translation>您看不到的对象</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>It is used nowhere.</source>
        <translation>它尚未被使用。</translation>
    </message>
    <message numerus="yes">
        <source>%1 grants go with it:</source>
        <translation>
            <numerusform>以下 %1 项授权将一并删除：</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>Search role groups</source>
        <translation>搜索角色组</translation>
    </message>
    <message>
        <source>New role group</source>
        <translation>新建角色组</translation>
    </message>
    <message>
        <source>Add members to the role group</source>
        <translation>向角色组添加成员</translation>
    </message>
    <message>
        <source>No role groups yet</source>
        <translation>还没有角色组</translation>
    </message>
    <message>
        <source>A role group holds people and organizations and is given roles as one: for a review board, a project, a shift.</source>
        <translation>角色组包含人员和部门，可作为一个整体被授予角色，例如评审组、项目组、值班组。</translation>
    </message>
    <message>
        <source>Loading role groups…</source>
        <translation>正在加载角色组…</translation>
    </message>
    <message>
        <source>No role group fits</source>
        <translation>没有符合的角色组</translation>
    </message>
    <message>
        <source>No role group has this in its name. Try fewer letters.</source>
        <translation>没有名称包含该内容的角色组。请减少输入的字符。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::HelpWindow</name>
    <message>
        <source>Help – Tenantry</source>
        <translation>帮助 – Tenantry</translation>
    </message>
    <message>
        <source>Contents</source>
        <translation>目录</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ImpactDialog</name>
    <message>
        <source>Who gains and who loses</source>
        <translation>权限变化名单</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ImpactLine</name>
    <message>
        <source>Nobody gains or loses anything.</source>
        <translation>没有人的权限会改变。</translation>
    </message>
    <message numerus="yes">
        <source>%1 people gain</source>
        <translation>
            <numerusform>%1 人增加权限</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people lose</source>
        <translation>
            <numerusform>%1 人失去权限</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, on %2 spaces and resources</source>
        <translation>
            <numerusform>%1，涉及 %2 个空间和资源</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, on %3 spaces and resources</source>
        <translation>
            <numerusform>%1，%2，涉及 %3 个空间和资源</numerusform>
        </translation>
    </message>
    <message>
        <source>Working out who gains and who loses…</source>
        <translation>正在计算谁增加、谁失去权限…</translation>
    </message>
    <message>
        <source>Show who</source>
        <translation>查看名单</translation>
    </message>
    <message>
        <source>Nobody whom you see gains or loses anything.</source>
        <translation>您能看到的人员中，没有人的权限会改变。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ImpactList</name>
    <message>
        <source>Who gains and who loses</source>
        <translation>权限变化名单</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ImpactModel</name>
    <message>
        <source>%1, %2: %3, then %4</source>
        <translation>%1，%2：%3，变更后 %4</translation>
    </message>
    <message>
        <source>Who</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Now</source>
        <translation>当前</translation>
    </message>
    <message>
        <source>Afterwards</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>所属部门</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::KindBox</name>
    <message>
        <source>Everything</source>
        <translation>全部</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LoadingState</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::LockScreen</name>
    <message>
        <source>Locked</source>
        <translation>已锁定</translation>
    </message>
    <message>
        <source>Locked. Last sync: %1</source>
        <translation>已锁定，上次同步：%1</translation>
    </message>
    <message>
        <source>Passphrase of the local copy</source>
        <translation>本地副本口令</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Unlocking…</source>
        <translation>正在解锁…</translation>
    </message>
    <message>
        <source>Unlock</source>
        <translation>解锁</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>退出登录…</translation>
    </message>
    <message>
        <source>The demo asks for no password: whoever sits here can go on.</source>
        <translation>演示环境不要求密码：坐在这里的人都可以继续。</translation>
    </message>
    <message>
        <source>This server knows you without a password, so none is asked for: whoever sits here can go on.</source>
        <translation>此服务器无需密码即可识别您，因此不要求密码：坐在这里的人都可以继续。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MailPage</name>
    <message>
        <source>Delivery log</source>
        <translation>邮件投递记录</translation>
    </message>
    <message>
        <source>Choose a mail that was given up.</source>
        <translation>请选择一封已放弃的邮件。</translation>
    </message>
    <message>
        <source>It is sent again when the server answers.</source>
        <translation>服务器响应后将重新发送。</translation>
    </message>
    <message>
        <source>The mail to %1 waits to be sent again.</source>
        <translation>发给 %1 的邮件将重新发送。</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Any state</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Mails are kept in this log for 90 days. Each is tried for three days, at growing intervals.</source>
        <translation>投递记录保留 90 天。每封邮件在三天内以逐渐延长的间隔重试。</translation>
    </message>
    <message>
        <source>Send again</source>
        <translation>重新发送</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MainWindow</name>
    <message>
        <source>%1 – Tenantry</source>
        <translation>%1 – Tenantry</translation>
    </message>
    <message>
        <source>This can&apos;t be shown: it is gone, or your rights don&apos;t reach it.</source>
        <translation>无法显示：它已不存在，或您没有查看权限。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembersPage</name>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message numerus="yes">
        <source>%n suspended people still own or lead something.</source>
        <translation>
            <numerusform>有 %n 位已停用的成员仍拥有资源或负责组织。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 人</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / 共 %2</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合条件的成员</translation>
    </message>
    <message>
        <source>Nobody of the tenant is left by the search and the filters.</source>
        <translation>按当前搜索和筛选条件，本租户没有符合的成员。</translation>
    </message>
    <message>
        <source>Show everybody</source>
        <translation>显示全部成员</translation>
    </message>
    <message>
        <source>Nobody to see</source>
        <translation>没有可查看的成员</translation>
    </message>
    <message>
        <source>The people of the tenant appear here once they are synced.</source>
        <translation>同步完成后，本租户的成员会显示在这里。</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Handover due</source>
        <translation>待移交</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>已移出</translation>
    </message>
    <message>
        <source>All organizations; type a name to choose one</source>
        <translation>全部组织；输入名称选择一个</translation>
    </message>
    <message>
        <source>With those below</source>
        <translation>包含下级组织</translation>
    </message>
    <message>
        <source>Show them</source>
        <translation>查看</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>已邀请</translation>
    </message>
    <message>
        <source>Invite…</source>
        <translation>邀请成员…</translation>
    </message>
    <message>
        <source>Import…</source>
        <translation>批量导入…</translation>
    </message>
    <message>
        <source>Invite somebody</source>
        <translation>邀请成员</translation>
    </message>
    <message>
        <source>Import members</source>
        <translation>批量导入成员</translation>
    </message>
    <message>
        <source>%1 is invited.</source>
        <translation>已邀请 %1。</translation>
    </message>
    <message>
        <source>%1 is invited when connected.</source>
        <translation>恢复连接后将邀请 %1。</translation>
    </message>
    <message>
        <source>Name, organization, mail, phone, MIS; pinyin too</source>
        <translation>姓名、部门、邮箱、手机号、MIS，支持拼音</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembershipsDialog</name>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Everybody belongs to at least one organization.</source>
        <translation>每人至少属于一个组织。</translation>
    </message>
    <message>
        <source>Choose an organization in the list.</source>
        <translation>请在列表中选择组织。</translation>
    </message>
    <message>
        <source>Mark one of them as the primary organization.</source>
        <translation>请指定其中一个为主组织。</translation>
    </message>
    <message>
        <source>Organizations of %1</source>
        <translation>%1 所属组织</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主组织</translation>
    </message>
    <message>
        <source>Organization to add</source>
        <translation>要添加的组织</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The person is told, and the reason is kept with the change.</source>
        <translation>会通知本人，理由随变更一并保存。</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>所属组织</translation>
    </message>
    <message>
        <source>Primary organization</source>
        <translation>主组织</translation>
    </message>
    <message>
        <source>Not the primary organization</source>
        <translation>不是主组织</translation>
    </message>
    <message>
        <source>Role in the chosen organization</source>
        <translation>在所选组织中的角色</translation>
    </message>
    <message>
        <source>Choose an organization to add first.</source>
        <translation>请先选择要添加的组织。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Navigation</name>
    <message>
        <source>Pages</source>
        <translation>页面</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>%1 is a page, %n what waits there</extracomment>
        <translation>
            <numerusform>%1，%n 项待处理</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::NotificationsPage</name>
    <message>
        <source>Notifications</source>
        <translation>通知</translation>
    </message>
    <message>
        <source>Everything is read</source>
        <translation>全部已读</translation>
    </message>
    <message>
        <source>No notifications</source>
        <translation>暂无通知</translation>
    </message>
    <message>
        <source>What concerns you appears here: decisions, changed rights, what ends soon.</source>
        <translation>与您有关的消息会显示在这里：审批结果、权限变更、即将到期的权限。</translation>
    </message>
    <message>
        <source>&quot;All&quot; shows what you have read.</source>
        <translation>在“全部”中可以查看已读通知。</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有匹配的通知</translation>
    </message>
    <message>
        <source>No notification holds these words. Try fewer letters.</source>
        <translation>没有包含这些文字的通知，请减少输入的字符。</translation>
    </message>
    <message>
        <source>There is no page of yours that shows it</source>
        <translation>您没有可以显示它的页面</translation>
    </message>
    <message>
        <source>Search notifications</source>
        <translation>搜索通知</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Unread</source>
        <translation>未读</translation>
    </message>
    <message>
        <source>Which notifications</source>
        <translation>显示哪些通知</translation>
    </message>
    <message>
        <source>Mark all as read</source>
        <translation>全部标为已读</translation>
    </message>
    <message>
        <source>Open what the notification speaks of</source>
        <translation>打开通知所指的内容</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationCommands</name>
    <message>
        <source>The root organization of a tenant can&apos;t be moved, disabled or deleted.</source>
        <translation>租户的根组织不能移动、停用或删除。</translation>
    </message>
    <message>
        <source>The default organization of a tenant can&apos;t be moved, disabled or deleted.</source>
        <translation>租户的默认组织不能移动、停用或删除。</translation>
    </message>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s)</source>
        <translation>
            <numerusform>%n 个下级组织</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s)</source>
        <translation>
            <numerusform>%n 项授权</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role group(s)</source>
        <translation>
            <numerusform>%n 个角色组</numerusform>
        </translation>
    </message>
    <message>
        <source>It is not empty: %1.</source>
        <translation>组织不为空：%1。</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationForm</name>
    <message>
        <source>New organization</source>
        <translation>新建组织</translation>
    </message>
    <message>
        <source>Edit organization</source>
        <translation>编辑组织</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Becomes a member with the role leader.</source>
        <translation>将以负责人角色成为成员。</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>上级组织</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose the organization that it belongs to.</source>
        <translation>请选择上级组织。</translation>
    </message>
    <message>
        <source>Choose a person from the list, or clear the field for nobody.</source>
        <translation>请从列表中选择人员；不设负责人请清空此项。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationMembersModel</name>
    <message>
        <source>hidden</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Not activated</source>
        <translation>未激活</translation>
    </message>
    <message>
        <source>Suspended</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Departed</source>
        <translation>已离职</translation>
    </message>
    <message>
        <source>primary</source>
        <translation>主组织</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Other organizations</source>
        <translation>其他组织</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationPane</name>
    <message>
        <source>disabled above</source>
        <translation>上级已停用</translation>
    </message>
    <message>
        <source>disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>%1 in it, %2 with all below</source>
        <translation>本级 %1 人，含下级 %2 人</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Enable</source>
        <translation>启用</translation>
    </message>
    <message>
        <source>Choose a person in the list.</source>
        <translation>请在列表中选择人员。</translation>
    </message>
    <message>
        <source>No organization chosen</source>
        <translation>未选择组织</translation>
    </message>
    <message>
        <source>Choose one in the tree to see its people and details.</source>
        <translation>在组织树中选择一个组织，查看其成员与信息。</translation>
    </message>
    <message>
        <source>New below</source>
        <translation>新建下级</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Move…</source>
        <translation>移动…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>基本信息</translation>
    </message>
    <message>
        <source>Name, MIS, e-mail; pinyin too</source>
        <translation>姓名、MIS、邮箱，支持拼音</translation>
    </message>
    <message>
        <source>Organizations…</source>
        <translation>所属组织…</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>编码</translation>
    </message>
    <message>
        <source>Path</source>
        <translation>路径</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>People</source>
        <translation>人数</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Nobody found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>None of its members matches the search.</source>
        <translation>没有符合搜索条件的成员。</translation>
    </message>
    <message>
        <source>Nobody is in it directly</source>
        <translation>本级没有成员</translation>
    </message>
    <message numerus="yes">
        <source>%n people are in the organizations below.</source>
        <translation>
            <numerusform>下级组织中共有 %n 人。</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is in it</source>
        <translation>没有成员</translation>
    </message>
    <message>
        <source>People are added to it in the organizations of a person.</source>
        <translation>可在人员的“所属组织”中将其加入。</translation>
    </message>
    <message>
        <source>Permission detail…</source>
        <translation>权限明细…</translation>
    </message>
    <message>
        <source>Looking for the members…</source>
        <translation>正在查找成员…</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Views of the organization</source>
        <translation>组织视图</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationPicker</name>
    <message>
        <source>Type a part of the name; pinyin too</source>
        <translation>输入名称的一部分，也可用拼音</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationTreeModel</name>
    <message>
        <source>%1 · disabled</source>
        <translation>%1 · 已停用</translation>
    </message>
    <message numerus="yes">
        <source>%1 (%2): %n people in it, %3 with all below</source>
        <translation>
            <numerusform>%1（%2）：本级 %n 人，含下级 %3 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationsPage</name>
    <message>
        <source>Organizations</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Fetching organizations…</source>
        <translation>正在获取组织…</translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有结果</translation>
    </message>
    <message>
        <source>No organizations to see</source>
        <translation>没有可查看的组织</translation>
    </message>
    <message>
        <source>No organization matches the search.</source>
        <translation>没有符合搜索条件的组织。</translation>
    </message>
    <message>
        <source>The organizations of your tenant appear here once you belong to one.</source>
        <translation>加入租户后，此处显示租户的组织。</translation>
    </message>
    <message>
        <source>Clear the search</source>
        <translation>清除搜索</translation>
    </message>
    <message>
        <source>Move %1</source>
        <translation>移动 %1</translation>
    </message>
    <message>
        <source>Choose the organization that it will belong to.</source>
        <translation>请选择新的上级组织。</translation>
    </message>
    <message>
        <source>Move</source>
        <translation>移动</translation>
    </message>
    <message>
        <source>New parent</source>
        <translation>新的上级组织</translation>
    </message>
    <message>
        <source>Move %1?</source>
        <translation>移动 %1？</translation>
    </message>
    <message>
        <source>From %1 to %2, with %3 people in it and below.</source>
        <translation>从 %1 移动到 %2，涉及本级及下级 %3 人。</translation>
    </message>
    <message>
        <source>Moved %1.</source>
        <translation>已移动 %1。</translation>
    </message>
    <message>
        <source>Enabled %1.</source>
        <translation>已启用 %1。</translation>
    </message>
    <message>
        <source>Disable %1?</source>
        <translation>停用 %1？</translation>
    </message>
    <message>
        <source>%1 people in it and below lose what they may do through it, until it is enabled again.</source>
        <translation>本级及下级 %1 人将失去由此获得的权限，直到重新启用。</translation>
    </message>
    <message>
        <source>Disable</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Disabled %1.</source>
        <translation>已停用 %1。</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>It is empty; nothing else goes with it.</source>
        <translation>该组织为空，不会影响其他内容。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>Search organizations; pinyin too</source>
        <translation>搜索组织，支持拼音</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Offline. Changes are kept and will be sent when connected.</source>
        <translation>离线。修改已保存，连接后自动发送。</translation>
    </message>
    <message>
        <source>New organization below</source>
        <translation>新建下级组织</translation>
    </message>
    <message>
        <source>Edit organization</source>
        <translation>编辑组织</translation>
    </message>
    <message>
        <source>Move organization</source>
        <translation>移动组织</translation>
    </message>
    <message>
        <source>Delete organization</source>
        <translation>删除组织</translation>
    </message>
    <message>
        <source>Next hit</source>
        <translation>下一个结果</translation>
    </message>
    <message>
        <source>Saved %1.</source>
        <translation>已保存 %1。</translation>
    </message>
    <message>
        <source>Saved the organizations of %1.</source>
        <translation>已保存 %1 的所属组织。</translation>
    </message>
    <message>
        <source>%1: its tree and people, for reading. Its administrator changes them.</source>
        <translation>%1：组织树与人员，只读。由其租户管理员更改。</translation>
    </message>
    <message>
        <source>No tenant chosen</source>
        <translation>未选择租户</translation>
    </message>
    <message>
        <source>Turn to a tenant at the top of the navigation to see its organizations and people.</source>
        <translation>在导航栏顶部切换到某个租户，即可查看其组织和人员。</translation>
    </message>
    <message>
        <source>Not here yet</source>
        <translation>尚未同步</translation>
    </message>
    <message>
        <source>The organizations of this tenant come with the next sync.</source>
        <translation>该租户的组织将在下次同步后显示。</translation>
    </message>
    <message>
        <source>Nothing was moved: no organization was chosen.</source>
        <translation>没有移动：未选择组织。</translation>
    </message>
    <message>
        <source>A move that would change what its people may do is refused.</source>
        <translation>如果移动会改变其成员的权限，将被拒绝。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OutsidersPage</name>
    <message>
        <source>Non-enterprise members</source>
        <translation>非企业成员</translation>
    </message>
    <message numerus="yes">
        <source>%n non-enterprise member(s)</source>
        <translation>
            <numerusform>%n 位非企业成员</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / 共 %2</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合的成员</translation>
    </message>
    <message>
        <source>Nobody has this name or is in such a space. Try fewer letters.</source>
        <translation>没有这个名称的成员，也没有人在这样的空间里。请减少输入的字符。</translation>
    </message>
    <message>
        <source>No non-enterprise members</source>
        <translation>没有非企业成员</translation>
    </message>
    <message>
        <source>People of other tenants appear here as soon as somebody adds them to a space of this tenant.</source>
        <translation>其他租户的人员被添加到本租户的空间后，会出现在这里。</translation>
    </message>
    <message>
        <source>Select somebody first</source>
        <translation>请先选择成员</translation>
    </message>
    <message>
        <source>Will be removed when the server answers</source>
        <translation>服务器确认后移除</translation>
    </message>
    <message numerus="yes">
        <source>%1 owns %n resource(s). Hand them over first.</source>
        <translation>
            <numerusform>%1 拥有 %n 个资源，请先移交。</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1 from all spaces of the tenant?</source>
        <translation>将 %1 从本租户的所有空间移除？</translation>
    </message>
    <message numerus="yes">
        <source>Remove %n people from all spaces of the tenant?</source>
        <translation>
            <numerusform>将 %n 人从本租户的所有空间移除？</numerusform>
        </translation>
    </message>
    <message>
        <source>They leave the list of non-enterprise members and lose at once:</source>
        <translation>移除后将离开【非企业成员】列表，并立即失去：</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>已移除 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n people are removed</source>
        <translation>
            <numerusform>已移除 %n 人</numerusform>
        </translation>
    </message>
    <message>
        <source>Open space</source>
        <translation>打开空间</translation>
    </message>
    <message>
        <source>Remove…</source>
        <translation>移除…</translation>
    </message>
    <message>
        <source>Discard the refused change</source>
        <translation>放弃被拒绝的更改</translation>
    </message>
    <message>
        <source>Name or space, pinyin too</source>
        <translation>名称或空间，支持拼音</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) in archived spaces or on contents were not yours to give back.</source>
        <translation>
            <numerusform>有 %n 项位于已归档空间或资源内的角色，你无权恢复。</numerusform>
        </translation>
    </message>
    <message>
        <source>Select one person first</source>
        <translation>请先选择一个人</translation>
    </message>
    <message>
        <source>They own and administer nothing in this tenant.</source>
        <translation>该人员在本租户内没有拥有或管理任何内容。</translation>
    </message>
    <message>
        <source>Handed over from %1.</source>
        <translation>已移交 %1 的职责。</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PasswordChangeDialog</name>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>The new one works at once, here and everywhere else. You get a mail about it.</source>
        <translation>新密码立即在这里和其他各处生效，您会收到一封邮件通知。</translation>
    </message>
    <message>
        <source>Password until now</source>
        <translation>原密码</translation>
    </message>
    <message>
        <source>New password</source>
        <translation>新密码</translation>
    </message>
    <message>
        <source>10 to 128 characters, without your name, e-mail or MIS account.</source>
        <translation>10 到 128 个字符，不含您的姓名、邮箱或 MIS 账号。</translation>
    </message>
    <message>
        <source>The new password again</source>
        <translation>再次输入新密码</translation>
    </message>
    <message>
        <source>Change</source>
        <translation>修改</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PasswordDialog</name>
    <message>
        <source>Enter the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>重新登录</translation>
    </message>
    <message>
        <source>%1 refused your password</source>
        <translation>%1 拒绝了您的密码</translation>
    </message>
    <message>
        <source>It was changed, or has expired. Until you sign in again as %1, you work with the local copy; what you do is kept and sent then.</source>
        <translation>密码已被修改或已过期。在您以 %1 重新登录之前，使用的是本地副本；您的操作会保留，届时发送。</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation>保存到系统密钥环</translation>
    </message>
    <message>
        <source>Signing in…</source>
        <translation>正在登录…</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>离线工作</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PasswordMeter</name>
    <message>
        <source>Strength: at least 3 of 4 is needed.</source>
        <translation>密码强度：至少需要 3 级（共 4 级）。</translation>
    </message>
    <message>
        <source>Strength: %1 of 4.</source>
        <translation>密码强度：%1 级（共 4 级）。</translation>
    </message>
    <message>
        <source>It rests on a common word or password.</source>
        <translation>含有常见的词或密码。</translation>
    </message>
    <message>
        <source>It holds your name, e-mail or MIS account.</source>
        <translation>含有您的姓名、邮箱或 MIS 账号。</translation>
    </message>
    <message>
        <source>It repeats itself.</source>
        <translation>有重复的内容。</translation>
    </message>
    <message>
        <source>It follows the alphabet or the numbers.</source>
        <translation>按字母或数字顺序排列。</translation>
    </message>
    <message>
        <source>It follows the keys of the keyboard.</source>
        <translation>按键盘顺序排列。</translation>
    </message>
    <message>
        <source>It rests on a date or a year.</source>
        <translation>含有日期或年份。</translation>
    </message>
    <message>
        <source>Make it longer.</source>
        <translation>请设置更长的密码。</translation>
    </message>
    <message>
        <source>Good.</source>
        <translation>强度足够。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PastReader</name>
    <message>
        <source>Turn to a tenant first: each has a history of its own.</source>
        <translation>请先选择一个租户：每个租户各有自己的历史。</translation>
    </message>
    <message>
        <source>Only who administers another tenant, or has it open, may look at its past.</source>
        <translation>其他租户的历史只有该租户的管理员或已开启紧急访问的人员可以查看。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PeriodBox</name>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Any time</source>
        <translation>全部时间</translation>
    </message>
    <message>
        <source>Last day</source>
        <translation>最近一天</translation>
    </message>
    <message>
        <source>Last %1 days</source>
        <translation>最近 %1 天</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PermissionWords</name>
    <message>
        <source>Nobody</source>
        <translation>无</translation>
    </message>
    <message>
        <source>People of the organization</source>
        <translation>本组织</translation>
    </message>
    <message>
        <source>People of the organization and below</source>
        <translation>本组织及下级组织</translation>
    </message>
    <message>
        <source>Everybody in the tenant</source>
        <translation>全租户</translation>
    </message>
    <message>
        <source>Inherited</source>
        <translation>继承</translation>
    </message>
    <message>
        <source>Managing people</source>
        <translation>用户管理</translation>
    </message>
    <message>
        <source>Functions</source>
        <translation>功能操作</translation>
    </message>
    <message>
        <source>System configuration</source>
        <translation>系统配置</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PermissionsForm</name>
    <message>
        <source>Permissions of %1</source>
        <translation>%1 的权限</translation>
    </message>
    <message>
        <source>What everybody in the organization may, and whose data they see. The organizations below inherit it unless they set something else.</source>
        <translation>组织内所有成员的权限及其可查看的数据范围。下级组织默认继承，也可以单独设置。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Whose data its people see</source>
        <translation>成员可查看的数据范围</translation>
    </message>
    <message>
        <source>What its people may do</source>
        <translation>成员可执行的操作</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>unless set</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Inherited: %1 (%2)</source>
        <translation>继承：%1（%2）</translation>
    </message>
    <message>
        <source>allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>denied</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>Allow</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Deny</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>&quot;%1&quot; belongs to &quot;%2&quot;: allow both or deny both.</source>
        <translation>“%1”是“%2”的前提：请同时允许或同时拒绝。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PermissionsLine</name>
    <message>
        <source>Nobody&apos;s permissions change.</source>
        <translation>不影响任何人的权限。</translation>
    </message>
    <message numerus="yes">
        <source>Other permissions count in %1 organizations, but change nothing for anybody in them.</source>
        <translation>
            <numerusform>%1 个组织的生效权限有变化，但不影响其中任何人。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The permissions of %1 people change (%2 gain, %3 lose) in %4 organizations.</source>
        <translation>
            <numerusform>影响 %4 个组织中 %1 人的权限（%2 人增加，%3 人减少）。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PermissionsView</name>
    <message>
        <source>Only the tenant administrator sees and changes what organizations permit.</source>
        <translation>只有租户管理员可以查看和修改组织权限。</translation>
    </message>
    <message>
        <source>set here</source>
        <translation>在此设置</translation>
    </message>
    <message>
        <source>from %1</source>
        <translation>来自 %1</translation>
    </message>
    <message>
        <source>unless set</source>
        <translation>默认</translation>
    </message>
    <message>
        <source>Whose data its people see</source>
        <translation>成员可查看的数据</translation>
    </message>
    <message>
        <source>Data scope</source>
        <translation>数据范围</translation>
    </message>
    <message>
        <source>Allowed</source>
        <translation>允许</translation>
    </message>
    <message>
        <source>Denied</source>
        <translation>拒绝</translation>
    </message>
    <message>
        <source>The permissions are saved.</source>
        <translation>权限已保存。</translation>
    </message>
    <message>
        <source>Everybody in the organization has this beside their roles. What isn&apos;t set here comes from the nearest organization above that sets it.</source>
        <translation>除自身角色外，组织内所有成员都拥有以下权限。未在此设置的，继承自最近的已设置的上级组织。</translation>
    </message>
    <message>
        <source>A change of yours is waiting for the server; below is what counts until then.</source>
        <translation>您的一项修改正在等待服务器处理；以下为目前生效的权限。</translation>
    </message>
    <message>
        <source>Change…</source>
        <translation>修改…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PersonPicker</name>
    <message>
        <source>Nobody; type a name to search</source>
        <translation>无；输入姓名搜索</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PictureFault</name>
    <message>
        <source>The file can&apos;t be read.</source>
        <translation>无法读取该文件。</translation>
    </message>
    <message>
        <source>The file is larger than 2 MiB.</source>
        <translation>文件超过 2 MiB。</translation>
    </message>
    <message>
        <source>This is no PNG, JPEG or WebP picture.</source>
        <translation>该文件不是 PNG、JPEG 或 WebP 图片。</translation>
    </message>
    <message>
        <source>The picture has too many pixels. Make it smaller first.</source>
        <translation>图片像素过多，请先缩小图片。</translation>
    </message>
    <message>
        <source>The picture is damaged.</source>
        <translation>图片已损坏。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PictureGenerator</name>
    <message>
        <source>The service that makes pictures can&apos;t be reached. Try again later, or choose another source.</source>
        <translation>无法连接图片生成服务。请稍后重试，或选择其他来源。</translation>
    </message>
    <message>
        <source>The service that makes pictures did not answer in time. Try again.</source>
        <translation>图片生成服务响应超时，请重试。</translation>
    </message>
    <message>
        <source>The service refused to make this picture. Describe it in other words.</source>
        <translation>图片生成服务拒绝了该请求，请换一种描述。</translation>
    </message>
    <message>
        <source>The picture that the service made is too large.</source>
        <translation>生成的图片过大。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PlatformSettings</name>
    <message>
        <source>Hours to decide an application</source>
        <translation>申请审批时限（小时）</translation>
    </message>
    <message>
        <source>The target against which the age of applications for a tenant is shown.</source>
        <translation>租户申请等待时长按此目标显示。</translation>
    </message>
    <message>
        <source>Days between renames of a tenant</source>
        <translation>租户更名间隔（天）</translation>
    </message>
    <message>
        <source>So long a tenant keeps its name before its administrator can change it again.</source>
        <translation>租户更名后，须经过此期限，租户管理员才能再次更名。</translation>
    </message>
    <message>
        <source>Final approval of joins</source>
        <translation>加入租户的终审</translation>
    </message>
    <message>
        <source>Whether the platform team decides after the tenant&apos;s administrator when somebody joins a tenant.</source>
        <translation>用户加入租户时，租户管理员审批之后是否还须平台团队审批。</translation>
    </message>
    <message>
        <source>Days that a local copy opens without a sync</source>
        <translation>本地副本未同步时可打开的天数</translation>
    </message>
    <message>
        <source>Afterwards a console shows nothing until it has reached the server.</source>
        <translation>超过此期限后，控制台须连上服务器才能显示内容。</translation>
    </message>
    <message>
        <source>Contacts in the platform search</source>
        <translation>平台搜索中的联系方式</translation>
    </message>
    <message>
        <source>What whoever searches sees of phone and e-mail of people of other tenants.</source>
        <translation>搜索者能看到其他租户人员的手机号和邮箱的哪些部分。</translation>
    </message>
    <message>
        <source>Mail domains of staff</source>
        <translation>员工邮箱域名</translation>
    </message>
    <message>
        <source>Whoever has a verified e-mail of one of them is marked as staff.</source>
        <translation>邮箱已验证且属于这些域名的用户会标记为员工。</translation>
    </message>
    <message>
        <source>Picture service</source>
        <translation>图片生成服务</translation>
    </message>
    <message>
        <source>The address that makes avatars of spaces from words. Everybody&apos;s console sends to it.</source>
        <translation>根据文字描述生成空间头像的服务地址。所有用户的控制台都会向其发送描述。</translation>
    </message>
    <message>
        <source>Support contacts</source>
        <translation>支持联系方式</translation>
    </message>
    <message>
        <source>How tenants reach the platform team. Everybody can read it.</source>
        <translation>租户联系平台团队的方式，所有人可见。</translation>
    </message>
    <message>
        <source>The platform team decides last</source>
        <translation>由平台团队终审</translation>
    </message>
    <message>
        <source>The tenant&apos;s administrator decides alone</source>
        <translation>仅由租户管理员审批</translation>
    </message>
    <message>
        <source>Stars but for the part that was searched for</source>
        <translation>除匹配部分外以星号显示</translation>
    </message>
    <message>
        <source>Everything</source>
        <translation>全部显示</translation>
    </message>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n 小时</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n 天</numerusform>
        </translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Refusals that alarm</source>
        <translation>拒绝次数告警阈值</translation>
    </message>
    <message>
        <source>Whoever is refused so often within ten minutes is told of to the platform team and the tenant&apos;s administrator.</source>
        <translation>十分钟内被拒绝达到该次数时，通知平台团队和租户管理员。</translation>
    </message>
    <message>
        <source>Searches that alarm</source>
        <translation>搜索次数告警阈值</translation>
    </message>
    <message>
        <source>Whoever searches the whole platform so often within ten minutes is told of.</source>
        <translation>十分钟内全平台搜索达到该次数时发出告警。</translation>
    </message>
    <message>
        <source>Revealed contacts that alarm</source>
        <translation>查看联系方式告警阈值</translation>
    </message>
    <message>
        <source>Whoever reveals so many contacts within ten minutes is told of.</source>
        <translation>十分钟内查看联系方式达到该数量时发出告警。</translation>
    </message>
    <message>
        <source>Exported rows that alarm</source>
        <translation>导出行数告警阈值</translation>
    </message>
    <message>
        <source>Whoever exports so many rows within an hour is told of.</source>
        <translation>一小时内导出达到该行数时发出告警。</translation>
    </message>
    <message>
        <source>Days that an account waits for its activation</source>
        <translation>账号等待激活的天数</translation>
    </message>
    <message>
        <source>An account that nobody has activated so long after its last mail ran out is deleted.</source>
        <translation>最后一封激活邮件失效后这么久仍未激活的账号将被删除。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PlatformSettingsPage</name>
    <message>
        <source>Platform settings</source>
        <translation>平台设置</translation>
    </message>
    <message>
        <source>What holds for every tenant; only the platform team changes it.</source>
        <translation>对所有租户生效，仅平台团队可更改。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit the platform&apos;s settings</source>
        <translation>编辑平台设置</translation>
    </message>
    <message>
        <source>No settings</source>
        <translation>没有设置</translation>
    </message>
    <message>
        <source>They come with the first sync.</source>
        <translation>首次同步后显示。</translation>
    </message>
    <message>
        <source>Loading settings…</source>
        <translation>正在加载设置…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfileDialog</name>
    <message>
        <source>Edit my profile</source>
        <translation>编辑个人信息</translation>
    </message>
    <message>
        <source>Name and picture are seen by those around you; the rest by you and your administrators.</source>
        <translation>姓名和头像对身边的人可见，其余仅您和您的管理员可见。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Picture</source>
        <translation>头像</translation>
    </message>
    <message>
        <source>Real name</source>
        <translation>真实姓名</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>MIS account</source>
        <translation>MIS 账号</translation>
    </message>
    <message>
        <source>Language of mail</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>Outside China with + and the country code.</source>
        <translation>中国以外请加 + 和国家代码。</translation>
    </message>
    <message>
        <source>Another one has to be confirmed anew before you count as staff.</source>
        <translation>更换后须重新确认，才会再次显示为员工。</translation>
    </message>
    <message>
        <source>Counts as staff once a system administrator has confirmed it.</source>
        <translation>经系统管理员确认后显示为员工。</translation>
    </message>
    <message>
        <source>As the tenant has it</source>
        <translation>跟随租户设置</translation>
    </message>
    <message>
        <source>Can be chosen while connected.</source>
        <translation>联网时可选择。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ProfilePage</name>
    <message>
        <source>My profile</source>
        <translation>个人信息</translation>
    </message>
    <message>
        <source>Your password is changed.</source>
        <translation>密码已修改。</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>Hide phone and e-mail</source>
        <translation>隐藏手机号和邮箱</translation>
    </message>
    <message>
        <source>Show phone and e-mail</source>
        <translation>显示手机号和邮箱</translation>
    </message>
    <message>
        <source>That you looked is kept in the access log.</source>
        <translation>查看会记入访问日志。</translation>
    </message>
    <message>
        <source>%1 (confirmed)</source>
        <translation>%1（已确认）</translation>
    </message>
    <message>
        <source>Not known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Shown while connected</source>
        <translation>联网时显示</translation>
    </message>
    <message>
        <source>As the tenant has it</source>
        <translation>跟随租户设置</translation>
    </message>
    <message>
        <source>%1 (primary)</source>
        <translation>%1（主部门）</translation>
    </message>
    <message>
        <source>Not shown to you</source>
        <translation>对您不可见</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>普通用户</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>You sign in here without a password of your own, so there is none to change.</source>
        <translation>您在这里登录不使用自己的密码，因此没有可修改的密码。</translation>
    </message>
    <message>
        <source>A password can only be changed while connected: the server checks the old one.</source>
        <translation>修改密码须联网：原密码由服务器核对。</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Edit my profile</source>
        <translation>编辑个人信息</translation>
    </message>
    <message>
        <source>Change the password</source>
        <translation>修改密码</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Account</source>
        <translation>账号</translation>
    </message>
    <message>
        <source>Belongs to</source>
        <translation>所属</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Username</source>
        <translation>用户名</translation>
    </message>
    <message>
        <source>Nickname</source>
        <translation>昵称</translation>
    </message>
    <message>
        <source>MIS account</source>
        <translation>MIS 账号</translation>
    </message>
    <message>
        <source>Language of mail</source>
        <translation>邮件语言</translation>
    </message>
    <message>
        <source>Account since</source>
        <translation>注册时间</translation>
    </message>
    <message>
        <source>Activated</source>
        <translation>激活时间</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Loading your profile…</source>
        <translation>正在加载个人信息…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::QueueWords</name>
    <message>
        <source>something that is gone</source>
        <translation>已不存在的对象</translation>
    </message>
    <message>
        <source>Apply for the tenant %1</source>
        <translation>申请租户 %1</translation>
    </message>
    <message>
        <source>Withdraw the application for %1</source>
        <translation>撤回 %1 的申请</translation>
    </message>
    <message>
        <source>Approve %1</source>
        <translation>同意 %1</translation>
    </message>
    <message>
        <source>Reject %1</source>
        <translation>拒绝 %1</translation>
    </message>
    <message>
        <source>Create the organization %1</source>
        <translation>创建组织 %1</translation>
    </message>
    <message>
        <source>Edit the organization %1</source>
        <translation>编辑组织 %1</translation>
    </message>
    <message>
        <source>Move %1 below %2</source>
        <translation>将 %1 移动到 %2 之下</translation>
    </message>
    <message>
        <source>Delete the organization %1</source>
        <translation>删除组织 %1</translation>
    </message>
    <message>
        <source>Enable the organization %1</source>
        <translation>启用组织 %1</translation>
    </message>
    <message>
        <source>Disable the organization %1</source>
        <translation>停用组织 %1</translation>
    </message>
    <message>
        <source>Somebody else</source>
        <translation>其他人</translation>
    </message>
    <message>
        <source>%1 approved it on %2.</source>
        <translation>%1 已于 %2 同意。</translation>
    </message>
    <message>
        <source>%1 rejected it on %2.</source>
        <translation>%1 已于 %2 拒绝。</translation>
    </message>
    <message>
        <source>%1 withdrew it on %2.</source>
        <translation>%1 已于 %2 撤回。</translation>
    </message>
    <message>
        <source>Set the organizations of %1</source>
        <translation>设置 %1 的所属组织</translation>
    </message>
    <message numerus="yes">
        <source>Set %n grant(s) on %1</source>
        <translation>
            <numerusform>在 %1 上设置 %n 项授权</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n grant(s) from %1</source>
        <translation>
            <numerusform>从 %1 移除 %n 项授权</numerusform>
        </translation>
    </message>
    <message>
        <source>Mark notifications as read</source>
        <translation>将通知标为已读</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>Create the role group %1</source>
        <translation>创建虚拟角色组 %1</translation>
    </message>
    <message>
        <source>Edit the role group %1</source>
        <translation>编辑虚拟角色组 %1</translation>
    </message>
    <message>
        <source>Delete the role group %1</source>
        <translation>删除虚拟角色组 %1</translation>
    </message>
    <message>
        <source>Change the members of the role group %1</source>
        <translation>修改虚拟角色组 %1 的成员</translation>
    </message>
    <message>
        <source>somebody you can&apos;t see</source>
        <translation>您看不到的人员</translation>
    </message>
    <message>
        <source>Create the space %1</source>
        <translation>创建空间%1</translation>
    </message>
    <message>
        <source>Change the modules of the space %1</source>
        <translation>更改空间%1的功能模块</translation>
    </message>
    <message>
        <source>Transfer the space %1 to %2</source>
        <translation>将空间%1移交给%2</translation>
    </message>
    <message>
        <source>Archive the space %1</source>
        <translation>归档空间%1</translation>
    </message>
    <message>
        <source>Restore the space %1</source>
        <translation>恢复空间%1</translation>
    </message>
    <message>
        <source>Delete the space %1</source>
        <translation>删除空间%1</translation>
    </message>
    <message>
        <source>Edit the space %1</source>
        <translation>编辑空间%1</translation>
    </message>
    <message>
        <source>Transfer the resource %1 to %2</source>
        <translation>将资源%1移交给%2</translation>
    </message>
    <message>
        <source>Restrict the resource %1</source>
        <translation>将资源%1设为受限</translation>
    </message>
    <message>
        <source>Open the resource %1</source>
        <translation>将资源%1设为开放</translation>
    </message>
    <message>
        <source>Change who may create spaces, and the limits</source>
        <translation>更改空间创建权限与上限</translation>
    </message>
    <message>
        <source>Remove the non-enterprise member %1</source>
        <translation>移除非企业成员 %1</translation>
    </message>
    <message>
        <source>Remove %1 from the tenant</source>
        <translation>将 %1 移出租户</translation>
    </message>
    <message>
        <source>Undo the removal of %1</source>
        <translation>撤销对 %1 的移除</translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n thing(s) of %1</source>
        <translation>
            <numerusform>交接 %1 的 %n 项内容</numerusform>
        </translation>
    </message>
    <message>
        <source>Give %1 access of %2</source>
        <translation>将 %2 的权限复制给 %1</translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Reactivate %1</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>Change the platform&apos;s settings</source>
        <translation>更改平台设置</translation>
    </message>
    <message>
        <source>Apply for another domain of the tenant %1</source>
        <translation>申请变更租户%1的域名</translation>
    </message>
    <message>
        <source>Apply for another administrator of the tenant %1</source>
        <translation>申请更换租户%1的管理员</translation>
    </message>
    <message>
        <source>Apply to leave the tenant %1</source>
        <translation>申请退出租户%1</translation>
    </message>
    <message>
        <source>Apply to join the tenant %1</source>
        <translation>申请加入租户%1</translation>
    </message>
    <message>
        <source>Rate the decision on %1</source>
        <translation>评价对%1的审批</translation>
    </message>
    <message>
        <source>Create the tenant %1</source>
        <translation>创建租户%1</translation>
    </message>
    <message>
        <source>Rename the tenant %1</source>
        <translation>重命名租户%1</translation>
    </message>
    <message>
        <source>Replace the administrator of the tenant %1</source>
        <translation>更换租户%1的管理员</translation>
    </message>
    <message>
        <source>Set what the organization %1 permits</source>
        <translation>设置组织%1的权限</translation>
    </message>
    <message>
        <source>Appoint %1 system administrator</source>
        <translation>任命%1为系统管理员</translation>
    </message>
    <message>
        <source>Dismiss the system administrator %1</source>
        <translation>撤销系统管理员%1</translation>
    </message>
    <message>
        <source>Create the role %1</source>
        <translation>创建角色%1</translation>
    </message>
    <message>
        <source>Edit the role %1</source>
        <translation>编辑角色%1</translation>
    </message>
    <message>
        <source>Delete the role %1</source>
        <translation>删除角色%1</translation>
    </message>
    <message>
        <source>Give %2 the role %1</source>
        <translation>将角色%1分配给%2</translation>
    </message>
    <message>
        <source>Take the role %1 from %2</source>
        <translation>撤销%2的角色%1</translation>
    </message>
    <message>
        <source>Invite %1</source>
        <translation>邀请 %1</translation>
    </message>
    <message>
        <source>Import members from %1</source>
        <translation>从 %1 导入成员</translation>
    </message>
    <message>
        <source>Undo the import of %1</source>
        <translation>撤销 %1 的导入</translation>
    </message>
    <message>
        <source>Withdraw the invitation of %1</source>
        <translation>撤回对 %1 的邀请</translation>
    </message>
    <message>
        <source>Accept the invitation to %1</source>
        <translation>接受加入 %1 的邀请</translation>
    </message>
    <message>
        <source>Decline the invitation to %1</source>
        <translation>谢绝加入 %1 的邀请</translation>
    </message>
    <message>
        <source>Give the removed members of %1 their grants back</source>
        <translation>恢复“%1”中被移除成员的授权</translation>
    </message>
    <message>
        <source>Change the state of the tenant %1</source>
        <translation>变更租户%1的状态</translation>
    </message>
    <message>
        <source>Change the plan of the tenant %1</source>
        <translation>变更租户%1的套餐</translation>
    </message>
    <message>
        <source>Open the tenant %1 for maintenance</source>
        <translation>开启对租户%1的紧急访问</translation>
    </message>
    <message>
        <source>End the access to the tenant %1 for maintenance</source>
        <translation>结束对租户%1的紧急访问</translation>
    </message>
    <message>
        <source>Report what was opened and exported</source>
        <translation>上报查看和导出记录</translation>
    </message>
    <message>
        <source>Change my profile</source>
        <translation>修改个人信息</translation>
    </message>
    <message>
        <source>Confirm %1 as staff</source>
        <translation>确认 %1 为员工</translation>
    </message>
    <message>
        <source>Take back that %1 is staff</source>
        <translation>撤销 %1 的员工确认</translation>
    </message>
    <message>
        <source>Close the account of %1</source>
        <translation>注销 %1 的账号</translation>
    </message>
    <message>
        <source>Send the mail to %1 again</source>
        <translation>重新发送给 %1 的邮件</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RecordsList</name>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RecordsPage</name>
    <message>
        <source>%1 can&apos;t be read now</source>
        <translation>现在无法读取“%1”</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Nothing</source>
        <translation>没有记录</translation>
    </message>
    <message>
        <source>Nothing that fits the filter was recorded.</source>
        <translation>没有符合筛选条件的记录。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RegistrationDialog</name>
    <message>
        <source>A mail is on its way to %1. Open the link in it within 24 hours, or paste its code under Activate. If there is an account of this address already, the mail says so.</source>
        <translation>激活邮件已发往 %1。请在 24 小时内打开其中的链接，或在“激活”中粘贴激活码。如果该邮箱已有账号，邮件中会说明。</translation>
    </message>
    <message>
        <source>Create an account</source>
        <translation>注册账号</translation>
    </message>
    <message>
        <source>You get a mail with a link that activates it.</source>
        <translation>您将收到一封带有激活链接的邮件。</translation>
    </message>
    <message>
        <source>Create the account</source>
        <translation>注册</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Real name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>10 to 128 characters, without your name, e-mail or MIS account.</source>
        <translation>10 至 128 个字符，不含您的姓名、邮箱或 MIS 账号。</translation>
    </message>
    <message>
        <source>The password again</source>
        <translation>再次输入密码</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>Outside China with + and the country code.</source>
        <translation>中国以外的号码请加 + 和国家代码。</translation>
    </message>
    <message>
        <source>MIS account</source>
        <translation>MIS 账号</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RolesPage</name>
    <message>
        <source>Roles</source>
        <translation>角色管理</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除 %1？</translation>
    </message>
    <message>
        <source>Nobody holds it.</source>
        <translation>没有人拥有该角色。</translation>
    </message>
    <message numerus="yes">
        <source>%1 people lose it:</source>
        <translation>
            <numerusform>%1 人将失去该角色：</numerusform>
        </translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Deleted %1.</source>
        <translation>已删除 %1。</translation>
    </message>
    <message>
        <source>Search roles</source>
        <translation>搜索角色</translation>
    </message>
    <message>
        <source>No role fits</source>
        <translation>没有匹配的角色</translation>
    </message>
    <message>
        <source>No role has this in its name. Try fewer letters.</source>
        <translation>没有名称包含该内容的角色，请减少输入的字符。</translation>
    </message>
    <message>
        <source>New role</source>
        <translation>新建角色</translation>
    </message>
    <message>
        <source>No roles of your own yet</source>
        <translation>还没有自定义角色</translation>
    </message>
    <message>
        <source>A role is a set of permissions under a name: give it to people who help you administer, without making them administrator.</source>
        <translation>角色是一组权限的名称：分配给协助管理的人员，而不必让其成为管理员。</translation>
    </message>
    <message>
        <source>Loading roles…</source>
        <translation>正在加载角色…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SecurityPage</name>
    <message>
        <source>Security</source>
        <translation>安全</translation>
    </message>
    <message>
        <source>Security events</source>
        <translation>安全事件</translation>
    </message>
    <message>
        <source>Data access</source>
        <translation>数据访问</translation>
    </message>
    <message>
        <source>Lists</source>
        <translation>列表</translation>
    </message>
    <message>
        <source>Events are kept for a year, data access for 90 days. They come a few seconds after they happened.</source>
        <translation>安全事件保留一年，数据访问记录保留 90 天。记录在发生数秒后显示。</translation>
    </message>
    <message>
        <source>The server does not write the log that these lists are made of: sign-ins and data access are not recorded. Whoever runs the server finds what is missing with &quot;tenantryctl server status&quot;.</source>
        <translation>服务器未写入这些列表所依据的日志：登录与数据访问未被记录。服务器运维人员可用“tenantryctl server status”查看缺少的设置。</translation>
    </message>
    <message>
        <source>The server does not log who signs in: unusual sign-ins are not noticed. Whoever runs it finds what is missing with &quot;tenantryctl server status&quot;.</source>
        <translation>服务器未记录登录连接：无法发现异常登录。服务器运维人员可用“tenantryctl server status”查看缺少的设置。</translation>
    </message>
    <message>
        <source>No worker reads the server&apos;s log at present: what happens now is listed once one runs again.</source>
        <translation>目前没有后台服务读取服务器日志：恢复运行后才会列出新发生的事件。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SecurityWords</name>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>; </source>
        <translation>；</translation>
    </message>
    <message>
        <source>&quot;%1&quot;</source>
        <translation>“%1”</translation>
    </message>
    <message>
        <source>several things</source>
        <translation>多项数据</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ServerDialog</name>
    <message>
        <source>Certificate of the authority</source>
        <translation>颁发机构证书</translation>
    </message>
    <message>
        <source>Certificates (*.pem *.crt *.cer);;All files (*)</source>
        <translation>证书 (*.pem *.crt *.cer);;所有文件 (*)</translation>
    </message>
    <message>
        <source>Another server has this name.</source>
        <translation>已有同名的服务器。</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Edit %1</source>
        <translation>编辑 %1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>As you want to see it in the list, at most 50 characters.</source>
        <translation>列表中显示的名称，不超过 50 个字符。</translation>
    </message>
    <message>
        <source>Host</source>
        <translation>主机</translation>
    </message>
    <message>
        <source>Name or address, or the folder of a socket on this machine.</source>
        <translation>名称或地址，或本机套接字所在的文件夹。</translation>
    </message>
    <message>
        <source>Port</source>
        <translation>端口</translation>
    </message>
    <message>
        <source>5432 where nothing is entered.</source>
        <translation>不填则为 5432。</translation>
    </message>
    <message>
        <source>Database</source>
        <translation>数据库</translation>
    </message>
    <message>
        <source>E-mail or sign-in name</source>
        <translation>邮箱或登录名</translation>
    </message>
    <message>
        <source>Can be entered when signing in.</source>
        <translation>也可以在登录时输入。</translation>
    </message>
    <message>
        <source>Protection of the connection</source>
        <translation>连接保护</translation>
    </message>
    <message>
        <source>A PEM file; where nothing is entered, the file that libpq finds in the usual place.</source>
        <translation>PEM 文件；不填则使用 libpq 默认位置的文件。</translation>
    </message>
    <message>
        <source>TLS, certificate and name verified</source>
        <translation>TLS，验证证书与名称</translation>
    </message>
    <message>
        <source>Automatic: verified to other machines, free on this one</source>
        <translation>自动：连接其他机器时验证，本机不限</translation>
    </message>
    <message>
        <source>TLS, certificate not verified</source>
        <translation>TLS，不验证证书</translation>
    </message>
    <message>
        <source>None</source>
        <translation>无</translation>
    </message>
    <message>
        <source>I accept that nobody checks who the server is</source>
        <translation>我接受不对服务器身份进行验证</translation>
    </message>
    <message>
        <source>Browse…</source>
        <translation>浏览…</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Address for accounts</source>
        <translation>账号服务地址</translation>
    </message>
    <message>
        <source>https://…, where people register and sign in by e-mail. Your administrator knows it.</source>
        <translation>https://…，用于注册和用邮箱登录。请向管理员索取。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ShellActions</name>
    <message>
        <source>Search or command</source>
        <translation>搜索或输入命令</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Show sync state and queue</source>
        <translation>查看同步状态与队列</translation>
    </message>
    <message>
        <source>Lock</source>
        <translation>锁定</translation>
    </message>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>About Tenantry</source>
        <translation>关于 Tenantry</translation>
    </message>
    <message>
        <source>Sign out…</source>
        <translation>退出登录…</translation>
    </message>
    <message>
        <source>Light theme</source>
        <translation>浅色主题</translation>
    </message>
    <message>
        <source>Dark theme</source>
        <translation>深色主题</translation>
    </message>
    <message>
        <source>Theme of the desktop</source>
        <translation>跟随系统主题</translation>
    </message>
    <message>
        <source>Help</source>
        <translation>帮助</translation>
    </message>
    <message>
        <source>My profile</source>
        <translation>个人信息</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ShortcutsDialog</name>
    <message>
        <source>Keyboard shortcuts</source>
        <translation>键盘快捷键</translation>
    </message>
    <message>
        <source>First to ninth page</source>
        <translation>第一至第九个页面</translation>
    </message>
    <message>
        <source>Search in the page</source>
        <translation>在页面中搜索</translation>
    </message>
    <message>
        <source>Next and previous control</source>
        <translation>下一个、上一个控件</translation>
    </message>
    <message>
        <source>Send a comment or decision</source>
        <translation>提交意见或审批</translation>
    </message>
    <message>
        <source>Close what is open, clear a search</source>
        <translation>关闭当前面板，清除搜索</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SignInWindow</name>
    <message>
        <source>The local copy is of %1.</source>
        <translation>本地副本同步于 %1。</translation>
    </message>
    <message>
        <source>Work offline</source>
        <translation>离线使用</translation>
    </message>
    <message>
        <source>Tenantry: sign in</source>
        <translation>Tenantry：登录</translation>
    </message>
    <message>
        <source>Sign in to Tenantry</source>
        <translation>登录 Tenantry</translation>
    </message>
    <message>
        <source>Tenants, people and permissions</source>
        <translation>租户、人员与权限</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Password</source>
        <translation>密码</translation>
    </message>
    <message>
        <source>Remember in the keychain</source>
        <translation>保存到系统密钥环</translation>
    </message>
    <message>
        <source>Sign in</source>
        <translation>登录</translation>
    </message>
    <message>
        <source>Enter the demo as</source>
        <translation>以演示身份进入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Switch language</source>
        <translation>切换语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
    <message>
        <source>Switch between light and dark</source>
        <translation>切换浅色与深色</translation>
    </message>
    <message>
        <source>The demo belongs to this program</source>
        <translation>演示环境属于本程序</translation>
    </message>
    <message>
        <source>This server comes from the environment (PG…)</source>
        <translation>此服务器来自环境变量（PG…）</translation>
    </message>
    <message>
        <source>Edit the server</source>
        <translation>编辑服务器</translation>
    </message>
    <message>
        <source>Remove the server</source>
        <translation>移除服务器</translation>
    </message>
    <message>
        <source>remembered in the keychain</source>
        <translation>已保存在系统密钥环中</translation>
    </message>
    <message>
        <source>Enter your e-mail or sign-in name.</source>
        <translation>请输入邮箱或登录名。</translation>
    </message>
    <message>
        <source>Enter the password.</source>
        <translation>请输入密码。</translation>
    </message>
    <message>
        <source>E-mail or sign-in name</source>
        <translation>邮箱或登录名</translation>
    </message>
    <message>
        <source>Add a server</source>
        <translation>添加服务器</translation>
    </message>
    <message>
        <source>This server&apos;s settings name no address for accounts: ask your administrator for it.</source>
        <translation>该服务器的设置中没有账号服务地址，请向管理员索取。</translation>
    </message>
    <message>
        <source>Create account</source>
        <translation>注册账号</translation>
    </message>
    <message>
        <source>Activate</source>
        <translation>激活</translation>
    </message>
    <message>
        <source>Forgotten password</source>
        <translation>忘记密码</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SpaceConflicts</name>
    <message>
        <source>an icon</source>
        <translation>图标</translation>
    </message>
    <message>
        <source>a picture</source>
        <translation>图片</translation>
    </message>
    <message>
        <source>the default one</source>
        <translation>系统默认</translation>
    </message>
    <message>
        <source>everybody in the tenant</source>
        <translation>租户内所有人</translation>
    </message>
    <message>
        <source>named people</source>
        <translation>指定人员</translation>
    </message>
    <message>
        <source>the tenant administrator</source>
        <translation>租户管理员</translation>
    </message>
    <message>
        <source>restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>none</source>
        <translation>无</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>gone</source>
        <translation>已不存在</translation>
    </message>
    <message>
        <source>archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>in use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>The space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>deleted</source>
        <translation>已删除</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SpacesPage</name>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Search spaces</source>
        <translation>搜索空间</translation>
    </message>
    <message>
        <source>Add people to the space</source>
        <translation>向空间添加成员</translation>
    </message>
    <message>
        <source>Add organizations or role groups to the space</source>
        <translation>向空间添加部门/角色组</translation>
    </message>
    <message>
        <source>No spaces</source>
        <translation>暂无空间</translation>
    </message>
    <message>
        <source>You are in no space yet. An administrator of a space can add you, and the tenant&apos;s administrator can create one.</source>
        <translation>您还不在任何空间中。空间管理员可以添加您，租户管理员可以创建空间。</translation>
    </message>
    <message>
        <source>Loading spaces…</source>
        <translation>正在加载空间…</translation>
    </message>
    <message>
        <source>New space</source>
        <translation>创建空间</translation>
    </message>
    <message>
        <source>Creation of spaces</source>
        <translation>空间创建权限</translation>
    </message>
    <message>
        <source>Who may create spaces</source>
        <translation>谁可以创建空间</translation>
    </message>
    <message>
        <source>No space fits</source>
        <translation>没有符合的空间</translation>
    </message>
    <message>
        <source>No space that you see has this in its name. Try fewer letters.</source>
        <translation>您可见的空间中没有名称包含该内容的。请减少输入的字符。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SyncChip</name>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Offline since %1</source>
        <translation>%1 起离线</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Syncing…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Synced %1</source>
        <translation>已同步 %1</translation>
    </message>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n 项待发送</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needing attention</source>
        <translation>
            <numerusform>%n 项需处理</numerusform>
        </translation>
    </message>
    <message>
        <source>Sign in again</source>
        <translation>请重新登录</translation>
    </message>
    <message>
        <source>The worker is not running</source>
        <translation>后台服务未运行</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SyncPanel</name>
    <message>
        <source>Syncing…</source>
        <translation>正在同步…</translation>
    </message>
    <message>
        <source>Connected</source>
        <translation>已连接</translation>
    </message>
    <message>
        <source>What you see is what the server had at the last sync. Changes are sent at once.</source>
        <translation>当前内容为上次同步时服务器的数据，修改会立即发送。</translation>
    </message>
    <message>
        <source>Offline</source>
        <translation>离线</translation>
    </message>
    <message>
        <source>Everything synced can be read and decided. Changes are kept on this machine and sent when the server can be reached.</source>
        <translation>已同步的内容均可查看和审批。修改保存在本机，连接恢复后自动发送。</translation>
    </message>
    <message>
        <source>Connecting…</source>
        <translation>正在连接…</translation>
    </message>
    <message>
        <source>Opening the local copy and looking for the server.</source>
        <translation>正在打开本地副本并连接服务器。</translation>
    </message>
    <message>
        <source>The server refused the password. Sign in again; the queue is kept.</source>
        <translation>服务器拒绝了密码。请重新登录，队列会保留。</translation>
    </message>
    <message>
        <source>The worker is not running: mails and audit seals are delayed. Nothing else waits for it.</source>
        <translation>后台服务未运行：邮件与审计封存会延迟，其他功能不受影响。</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>never</source>
        <translation>从未</translation>
    </message>
    <message>
        <source>A sync is under way</source>
        <translation>正在同步</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Being sent</source>
        <translation>发送中</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>待发送</translation>
    </message>
    <message>
        <source>Compare…</source>
        <translation>对比…</translation>
    </message>
    <message>
        <source>Try again</source>
        <translation>重试</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Nothing waits to be sent</source>
        <translation>没有待发送的操作</translation>
    </message>
    <message numerus="yes">
        <source>Queue (%n)</source>
        <translation>
            <numerusform>队列（%n）</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>另有 %n 项</numerusform>
        </translation>
    </message>
    <message>
        <source>Sync</source>
        <translation>同步</translation>
    </message>
    <message>
        <source>Sync now</source>
        <translation>立即同步</translation>
    </message>
    <message>
        <source>Last sync</source>
        <translation>上次同步</translation>
    </message>
    <message>
        <source>Next attempt</source>
        <translation>下次尝试</translation>
    </message>
    <message>
        <source>Server</source>
        <translation>服务器</translation>
    </message>
    <message>
        <source>Signed in as</source>
        <translation>登录身份</translation>
    </message>
    <message>
        <source>Connection</source>
        <translation>连接方式</translation>
    </message>
    <message>
        <source>Sign in…</source>
        <translation>登录…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TenantButton</name>
    <message>
        <source>Tenant: %1. Choose another</source>
        <translation>租户：%1，点击切换</translation>
    </message>
    <message>
        <source>Tenant: %1</source>
        <translation>租户：%1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TenantPicker</name>
    <message>
        <source>Turn to a tenant</source>
        <translation>切换租户</translation>
    </message>
    <message>
        <source>Search tenants; pinyin too</source>
        <translation>搜索租户（支持拼音）</translation>
    </message>
    <message>
        <source>Tenants</source>
        <translation>租户</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TenantWords</name>
    <message>
        <source>unlimited</source>
        <translation>不限</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Closing</source>
        <translation>关闭中</translation>
    </message>
    <message>
        <source>Frozen</source>
        <translation>已冻结</translation>
    </message>
    <message>
        <source>Deleted</source>
        <translation>已删除</translation>
    </message>
    <message>
        <source>%1: %2 → %3</source>
        <translation>%1：%2 → %3</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Non-enterprise members</source>
        <translation>非企业成员</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Tokens</source>
        <translation>Token 数</translation>
    </message>
    <message>
        <source>Data (GiB)</source>
        <translation>数据量（GiB）</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TenantsPage</name>
    <message>
        <source>Tenants</source>
        <translation>租户管理</translation>
    </message>
    <message numerus="yes">
        <source>%n tenant(s)</source>
        <translation>
            <numerusform>共 %n 个租户</numerusform>
        </translation>
    </message>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No tenant has this in its name, code, domain or its administrator&apos;s name.</source>
        <translation>没有租户的名称、代码、域名或管理员姓名与之匹配。</translation>
    </message>
    <message>
        <source>No tenants</source>
        <translation>没有租户</translation>
    </message>
    <message>
        <source>Tenants appear here once one is created or an application is approved.</source>
        <translation>创建租户或通过租户申请后会显示在这里。</translation>
    </message>
    <message>
        <source>Select a tenant first.</source>
        <translation>请先选择一个租户。</translation>
    </message>
    <message>
        <source>This tenant has no administrator.</source>
        <translation>该租户没有管理员。</translation>
    </message>
    <message>
        <source>Turn to the tenant first: its people are needed to choose from.</source>
        <translation>请先切换到该租户，才能从其成员中选择。</translation>
    </message>
    <message>
        <source>You have turned to this tenant already.</source>
        <translation>当前已切换到该租户。</translation>
    </message>
    <message>
        <source>Name, code, domain or administrator, pinyin too</source>
        <translation>名称、代码、域名或管理员，支持拼音</translation>
    </message>
    <message>
        <source>Turn to the tenant</source>
        <translation>切换到该租户</translation>
    </message>
    <message>
        <source>Replace the administrator…</source>
        <translation>更换管理员…</translation>
    </message>
    <message>
        <source>Create a tenant…</source>
        <translation>创建租户…</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
    <message>
        <source>This tenant is %1.</source>
        <translation>该租户的状态为“%1”。</translation>
    </message>
    <message>
        <source>Freeze…</source>
        <translation>冻结…</translation>
    </message>
    <message>
        <source>Take back the closing…</source>
        <translation>撤回关闭…</translation>
    </message>
    <message>
        <source>Unfreeze…</source>
        <translation>解冻…</translation>
    </message>
    <message>
        <source>Begin the closing…</source>
        <translation>开始关闭…</translation>
    </message>
    <message>
        <source>Change the plan…</source>
        <translation>变更套餐…</translation>
    </message>
    <message>
        <source>Open for maintenance…</source>
        <translation>紧急访问…</translation>
    </message>
    <message>
        <source>You have this tenant open already.</source>
        <translation>您已开启对该租户的紧急访问。</translation>
    </message>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::Toast</name>
    <message>
        <source>Undo</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TopBar</name>
    <message>
        <source>Account: %1</source>
        <translation>账号：%1</translation>
    </message>
    <message>
        <source>Search or command</source>
        <translation>搜索或输入命令</translation>
    </message>
    <message>
        <source>Language</source>
        <translation>语言</translation>
    </message>
    <message>
        <source>Theme</source>
        <translation>主题</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::AfterDecision</name>
    <message>
        <source>Apply again…</source>
        <translation>重新申请…</translation>
    </message>
    <message>
        <source>You rated this decision with %1 of 5.</source>
        <translation>您已评价：%1 分（满分 5 分）。</translation>
    </message>
    <message>
        <source>How satisfied are you with how this was handled?</source>
        <translation>您对本次处理的满意度如何？</translation>
    </message>
    <message>
        <source>%1 of 5</source>
        <translation>%1 分（满分 5 分）</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::ApplicationForm</name>
    <message>
        <source>Reason</source>
        <translation>申请原因</translation>
    </message>
    <message>
        <source>It was rejected: %1</source>
        <translation>上次申请被拒绝，原因：%1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::ApplyButton</name>
    <message>
        <source>Apply</source>
        <translation>申请</translation>
    </message>
    <message>
        <source>Apply for something</source>
        <translation>提交申请</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::DomainForm</name>
    <message>
        <source>Change the domain of %1</source>
        <translation>变更 %1 的域名</translation>
    </message>
    <message>
        <source>The domain now: %1. A system administrator decides; nothing else changes, and all members are told.</source>
        <translation>现域名：%1。由系统管理员审核；其他配置不变，全体成员会收到通知。</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>New domain</source>
        <translation>新域名</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::FoundPicker</name>
    <message>
        <source>Found</source>
        <translation>搜索结果</translation>
    </message>
    <message>
        <source>Chosen: %1</source>
        <translation>已选择：%1</translation>
    </message>
    <message>
        <source>Searching…</source>
        <translation>正在搜索…</translation>
    </message>
    <message>
        <source>Nothing found.</source>
        <translation>没有找到。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::JoinForm</name>
    <message>
        <source>Join a tenant</source>
        <translation>加入租户</translation>
    </message>
    <message>
        <source>The administrator of the tenant decides, and after them the platform team, where it wants to.</source>
        <translation>先由目标租户管理员审核，平台要求时再由系统管理员最终审批。</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>目标租户</translation>
    </message>
    <message>
        <source>Two characters or more of its name, or its exact code.</source>
        <translation>输入名称中的至少两个字符，或完整的租户代码。</translation>
    </message>
    <message>
        <source>Search tenants</source>
        <translation>搜索租户</translation>
    </message>
    <message>
        <source>Choose a tenant from what was found.</source>
        <translation>请从搜索结果中选择一个租户。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::LeaveForm</name>
    <message>
        <source>Leave %1</source>
        <translation>退出租户 %1</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>The administrator of the tenant decides. With the approval all your roles, organizations, role groups and grants there go at once; what you own or lead is handed over before. You are in the default system tenant afterwards.</source>
        <translation>由租户管理员审核。通过后，您在该租户内的全部角色、部门、角色组和授权立即清除；您拥有或负责的内容须先交接。之后您归属默认系统租户。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::RenameForm</name>
    <message>
        <source>Rename %1</source>
        <translation>重命名 %1</translation>
    </message>
    <message numerus="yes">
        <source>At once; the code and all settings stay, and all members are told both names. Once in %n day(s).</source>
        <translation>
            <numerusform>立即生效；租户代码和其他配置不变，全体成员会收到新旧名称。每 %n 天只能重命名一次。</numerusform>
        </translation>
    </message>
    <message>
        <source>Rename</source>
        <translation>重命名</translation>
    </message>
    <message>
        <source>New name</source>
        <translation>新名称</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::ReplacementForm</name>
    <message>
        <source>Replace the administrator of %1</source>
        <translation>更换 %1 的管理员</translation>
    </message>
    <message>
        <source>At once: the present administrator becomes an ordinary member and keeps all other roles. Both are told.</source>
        <translation>立即生效：现管理员降级为普通用户并保留其他角色，双方都会收到通知。</translation>
    </message>
    <message>
        <source>A system administrator decides. With the approval you become an ordinary member and keep all other roles; both of you are told.</source>
        <translation>由系统管理员审核。通过后您降级为普通用户并保留其他角色，双方都会收到通知。</translation>
    </message>
    <message>
        <source>Replace</source>
        <translation>更换</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>New administrator</source>
        <translation>新管理员</translation>
    </message>
    <message>
        <source>An active member of the tenant with no open application.</source>
        <translation>该租户内账号激活、没有未处理申请的用户。</translation>
    </message>
    <message>
        <source>Tell all members of the tenant</source>
        <translation>通知租户内全体成员</translation>
    </message>
    <message>
        <source>Choose a person.</source>
        <translation>请选择一位用户。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::TenantForm</name>
    <message>
        <source>None in particular</source>
        <translation>不指定</translation>
    </message>
    <message>
        <source>The basic one</source>
        <translation>基础版</translation>
    </message>
    <message>
        <source>Apply for a tenant</source>
        <translation>申请租户</translation>
    </message>
    <message>
        <source>Create a tenant</source>
        <translation>创建租户</translation>
    </message>
    <message>
        <source>A system administrator decides. With the approval the tenant is there, and its administrator moves into it.</source>
        <translation>由系统管理员审核。通过后租户立即创建，其管理员归属该租户。</translation>
    </message>
    <message>
        <source>Submit</source>
        <translation>提交申请</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Applying department</source>
        <translation>申请部门</translation>
    </message>
    <message>
        <source>Tenant name</source>
        <translation>租户名称</translation>
    </message>
    <message>
        <source>Tenant code</source>
        <translation>租户代码</translation>
    </message>
    <message>
        <source>Main use</source>
        <translation>主要用途</translation>
    </message>
    <message>
        <source>Estimated number of users</source>
        <translation>预计用户数</translation>
    </message>
    <message>
        <source>Contact</source>
        <translation>联系人</translation>
    </message>
    <message>
        <source>Contact details</source>
        <translation>联系方式</translation>
    </message>
    <message>
        <source>Contact e-mail</source>
        <translation>联系邮箱</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>租户管理员</translation>
    </message>
    <message>
        <source>Somebody of the default system tenant, by the whole name or MIS account.</source>
        <translation>默认系统租户中的用户，按完整姓名或 MIS 账号搜索。</translation>
    </message>
    <message>
        <source>Search people</source>
        <translation>搜索用户</translation>
    </message>
    <message>
        <source>Nobody chosen: you.</source>
        <translation>未选择时为您本人。</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>订阅计划</translation>
    </message>
    <message>
        <source>Choose a person from what was found.</source>
        <translation>请从搜索结果中选择一位用户。</translation>
    </message>
    <message>
        <source>At once, with its root organization and the benefits of its plan; the administrator moves into it and is told.</source>
        <translation>立即创建，包含根组织和订阅计划权益；管理员归属该租户并收到通知。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::audit::AuditModel</name>
    <message>
        <source>Tenantry itself</source>
        <translation>Tenantry 系统</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Actor</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>What</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Object</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::audit::AuditView</name>
    <message>
        <source>Actor</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Tenantry itself</source>
        <translation>Tenantry 系统</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Client</source>
        <translation>客户端</translation>
    </message>
    <message>
        <source>Decided offline</source>
        <translation>离线决定于</translation>
    </message>
    <message>
        <source>In the chain</source>
        <translation>审计链</translation>
    </message>
    <message>
        <source>entry %1</source>
        <translation>第 %1 条</translation>
    </message>
    <message>
        <source>not sealed yet</source>
        <translation>尚未封存</translation>
    </message>
    <message>
        <source>The details were erased. The chain proves that they were not changed before.</source>
        <translation>详情已被擦除。审计链可证明其此前未被更改。</translation>
    </message>
    <message>
        <source>–</source>
        <comment>no value</comment>
        <translation>–</translation>
    </message>
    <message>
        <source>Before → after</source>
        <translation>变更前 → 变更后</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择记录</translation>
    </message>
    <message>
        <source>Select an entry to see what was before and after.</source>
        <translation>选择一条记录以查看变更前后的内容。</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <comment>a field, before or after</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Before</source>
        <translation>变更前</translation>
    </message>
    <message>
        <source>After</source>
        <translation>变更后</translation>
    </message>
    <message>
        <source>Done under</source>
        <translation>操作方式</translation>
    </message>
    <message>
        <source>an access of the platform team for maintenance</source>
        <translation>平台团队紧急访问</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::explorer::AccessListPane</name>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spaces and resources</source>
        <translation>
            <numerusform>%1 个空间和资源</numerusform>
        </translation>
    </message>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / %2</translation>
    </message>
    <message>
        <source>Nothing fits</source>
        <translation>没有符合的结果</translation>
    </message>
    <message>
        <source>No row has this name or role. Try fewer letters or another role.</source>
        <translation>没有此名称或角色的条目，请减少输入或换一个角色。</translation>
    </message>
    <message>
        <source>Nobody has a role on it</source>
        <translation>没有人拥有它的权限</translation>
    </message>
    <message>
        <source>Nobody that you can see reaches it, directly or through an organization or a role group.</source>
        <translation>在您可见的范围内，没有人直接或通过部门、角色组拥有它的权限。</translation>
    </message>
    <message>
        <source>No role anywhere</source>
        <translation>没有任何权限</translation>
    </message>
    <message>
        <source>Nothing that you can see is open to it. Fill the other field to see what would be enough.</source>
        <translation>在您可见的范围内没有任何权限。填写另一栏可查看怎样才够。</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Name of a space or resource</source>
        <translation>空间或资源名称</translation>
    </message>
    <message>
        <source>Who may do something on %1</source>
        <translation>%1 的权限成员</translation>
    </message>
    <message>
        <source>What %1 may do</source>
        <translation>%1 的全部权限</translation>
    </message>
    <message>
        <source>Working it out…</source>
        <translation>正在计算…</translation>
    </message>
    <message>
        <source>Name or organization, pinyin too</source>
        <translation>姓名、所属部门（拼音可）</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::explorer::AccessModel</name>
    <message>
        <source>Who</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>对象</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Through</source>
        <translation>权限来源</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>授权人</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权时间</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>所属部门</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::explorer::PlanBar</name>
    <message>
        <source>Plan a role</source>
        <translation>计划授予角色</translation>
    </message>
    <message>
        <source>Plan to take it away</source>
        <translation>计划收回</translation>
    </message>
    <message>
        <source>Plan what would be enough</source>
        <translation>计划最小修复</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::explorer::PlanBasket</name>
    <message>
        <source>Planned changes (%1)</source>
        <translation>计划的变更（%1）</translation>
    </message>
    <message>
        <source>Planned changes</source>
        <translation>计划的变更</translation>
    </message>
    <message>
        <source>Take out</source>
        <translation>移出</translation>
    </message>
    <message>
        <source>Discard</source>
        <translation>放弃</translation>
    </message>
    <message>
        <source>Do it</source>
        <translation>执行</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::AddGroupMembersDialog</name>
    <message>
        <source>Search for people and organizations of the tenant.</source>
        <translation>搜索本租户的人员和部门。</translation>
    </message>
    <message>
        <source>Add members</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Name of a person or organization, pinyin too</source>
        <translation>人员或部门名称（拼音可）</translation>
    </message>
    <message>
        <source>People and organizations found</source>
        <translation>找到的人员和部门</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::GroupForm</name>
    <message>
        <source>New role group</source>
        <translation>新建角色组</translation>
    </message>
    <message>
        <source>Edit role group</source>
        <translation>编辑角色组</translation>
    </message>
    <message>
        <source>People and organizations that are given roles as one.</source>
        <translation>一组人员和部门，可作为整体被授予角色。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::GroupListModel</name>
    <message numerus="yes">
        <source>%1 members</source>
        <translation>
            <numerusform>%1 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 grants</source>
        <translation>
            <numerusform>%1 项授权</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>删除中</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::GroupMembersModel</name>
    <message>
        <source>Somebody you can&apos;t see</source>
        <translation>您看不到的成员</translation>
    </message>
    <message>
        <source>Being removed</source>
        <translation>移除中</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>未激活或停用</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>所属部门</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::GroupUsesModel</name>
    <message>
        <source>Something you can&apos;t see</source>
        <translation>您看不到的对象</translation>
    </message>
    <message>
        <source>Space or resource</source>
        <translation>空间或资源</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Granted by</source>
        <translation>授权人</translation>
    </message>
    <message>
        <source>Granted</source>
        <translation>授权时间</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::GroupView</name>
    <message>
        <source>It will be deleted when the server answers</source>
        <translation>服务器应答后将被删除</translation>
    </message>
    <message>
        <source>It is waiting for the server</source>
        <translation>正在等待服务器</translation>
    </message>
    <message>
        <source>Select members first</source>
        <translation>请先选择成员</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合的成员</translation>
    </message>
    <message>
        <source>No members yet</source>
        <translation>还没有成员</translation>
    </message>
    <message>
        <source>Add people and organizations; everybody in an organization and below it belongs to the group.</source>
        <translation>可添加人员和部门；部门及其下级的所有人都属于该角色组。</translation>
    </message>
    <message>
        <source>Add members</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Used nowhere</source>
        <translation>尚未使用</translation>
    </message>
    <message>
        <source>No space or resource that you can see has given this group a role.</source>
        <translation>在您可见的范围内，没有空间或资源授予该角色组角色。</translation>
    </message>
    <message numerus="yes">
        <source>%1 members are added</source>
        <translation>
            <numerusform>已添加 %1 个成员</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 members from %2?</source>
        <translation>
            <numerusform>从 %2 移除 %1 个成员？</numerusform>
        </translation>
    </message>
    <message>
        <source>They lose what they may do through the group.</source>
        <translation>他们将失去通过该角色组获得的权限。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message numerus="yes">
        <source>%1 members are removed</source>
        <translation>
            <numerusform>已移除 %1 个成员</numerusform>
        </translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>Where it is used</source>
        <translation>使用情况</translation>
    </message>
    <message>
        <source>Parts of the role group</source>
        <translation>角色组的各部分</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Permission detail…</source>
        <translation>权限明细…</translation>
    </message>
    <message>
        <source>No member has this name or organization. Try fewer letters.</source>
        <translation>没有此名称或部门的成员，请减少输入。</translation>
    </message>
    <message>
        <source>Name or organization</source>
        <translation>名称、所属部门（拼音可）</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::mail::MailModel</name>
    <message>
        <source>Next attempt %1</source>
        <translation>下次尝试：%1</translation>
    </message>
    <message>
        <source>At once</source>
        <translation>即将发送</translation>
    </message>
    <message>
        <source>Sent %1</source>
        <translation>发送于 %1</translation>
    </message>
    <message>
        <source>Given up %1</source>
        <translation>放弃于 %1</translation>
    </message>
    <message>
        <source>%1. %2</source>
        <translation>%1。%2</translation>
    </message>
    <message>
        <source>Somebody who is gone</source>
        <translation>已不存在的用户</translation>
    </message>
    <message>
        <source>sent again %1</source>
        <translation>%1 重新发送</translation>
    </message>
    <message>
        <source>Queued</source>
        <translation>排队时间</translation>
    </message>
    <message>
        <source>Recipient</source>
        <translation>收件人</translation>
    </message>
    <message>
        <source>About</source>
        <translation>内容</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Attempts</source>
        <translation>尝试次数</translation>
    </message>
    <message>
        <source>Outcome</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::AccessCopyDialog</name>
    <message>
        <source>Copy the access of %1</source>
        <translation>复制 %1 的权限</translation>
    </message>
    <message>
        <source>They have nothing in their own name that could be copied.</source>
        <translation>此人没有可复制的个人权限。</translation>
    </message>
    <message>
        <source>The other person gets what is ticked, never less than they have already.</source>
        <translation>对方将获得勾选的内容，已有的更高权限保持不变。</translation>
    </message>
    <message>
        <source>Copy</source>
        <translation>复制</translation>
    </message>
    <message>
        <source>What is copied</source>
        <translation>复制内容</translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) on resources or in archived spaces stay behind: only their administrators can give them.</source>
        <translation>
            <numerusform>另有 %n 个资源上或已归档空间中的角色不会被复制：仅其管理员可以授予。</numerusform>
        </translation>
    </message>
    <message>
        <source>Who gets it</source>
        <translation>复制给谁</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::AskedPane</name>
    <message>
        <source>Can&apos;t be asked now</source>
        <translation>暂时无法查询</translation>
    </message>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::CloseAccountDialog</name>
    <message>
        <source>Type the name exactly as it is shown: %1</source>
        <translation>请准确输入所示姓名：%1</translation>
    </message>
    <message>
        <source>Close the account of %1</source>
        <translation>注销 %1 的账号</translation>
    </message>
    <message>
        <source>They are signed out at once and can never sign in again; what they applied for ends. This can&apos;t be undone. What they own or lead has to be handed over first.</source>
        <translation>此人立即退出登录且再也不能登录，其申请随之终止。此操作无法撤销。其所有或负责的内容须先移交。</translation>
    </message>
    <message>
        <source>Close the account</source>
        <translation>注销账号</translation>
    </message>
    <message>
        <source>The person&apos;s name, to confirm</source>
        <translation>输入此人姓名以确认</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::HandoverDialog</name>
    <message>
        <source>Hand over from %1</source>
        <translation>移交 %1 的职责</translation>
    </message>
    <message>
        <source>They own, lead and administer nothing in this tenant.</source>
        <translation>此人在本租户内没有拥有、负责或管理的内容。</translation>
    </message>
    <message>
        <source>Whoever hands over steps down by one: an owner is administrator afterwards.</source>
        <translation>移交后降低一级：所有者变为管理员。</translation>
    </message>
    <message>
        <source>Hand over</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>What is handed over</source>
        <translation>移交内容</translation>
    </message>
    <message>
        <source>To whom</source>
        <translation>交给谁</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::ImportDialog</name>
    <message>
        <source>Import members</source>
        <translation>批量导入成员</translation>
    </message>
    <message>
        <source>Tables (*.csv *.xlsx *.txt)</source>
        <translation>表格 (*.csv *.xlsx *.txt)</translation>
    </message>
    <message>
        <source>All files (*)</source>
        <translation>所有文件 (*)</translation>
    </message>
    <message>
        <source>Workbook (*.xlsx)</source>
        <translation>工作簿 (*.xlsx)</translation>
    </message>
    <message>
        <source>CSV (*.csv)</source>
        <translation>CSV (*.csv)</translation>
    </message>
    <message>
        <source>Save the template</source>
        <translation>保存模板</translation>
    </message>
    <message>
        <source>members</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>-errors</source>
        <translation>-错误</translation>
    </message>
    <message>
        <source>Save the bad rows</source>
        <translation>导出错误行</translation>
    </message>
    <message>
        <source>Saved: %1</source>
        <translation>已保存：%1</translation>
    </message>
    <message>
        <source>Choose a file…</source>
        <translation>选择文件…</translation>
    </message>
    <message>
        <source>Save a template…</source>
        <translation>下载模板…</translation>
    </message>
    <message>
        <source>Or drop the file here. Up to 100,000 rows.</source>
        <translation>也可以把文件拖到这里，最多 100,000 行。</translation>
    </message>
    <message>
        <source>Rows to show</source>
        <translation>要显示的行</translation>
    </message>
    <message>
        <source>Rows of the file</source>
        <translation>文件中的行</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>Changes</source>
        <translation>有变更</translation>
    </message>
    <message>
        <source>Unchanged</source>
        <translation>无变更</translation>
    </message>
    <message>
        <source>With errors</source>
        <translation>有错误</translation>
    </message>
    <message>
        <source>Save the bad rows…</source>
        <translation>导出错误行…</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>原因</translation>
    </message>
    <message>
        <source>Progress</source>
        <translation>进度</translation>
    </message>
    <message>
        <source>Reading the file…</source>
        <translation>正在读取文件…</translation>
    </message>
    <message>
        <source>No such rows</source>
        <translation>没有这样的行</translation>
    </message>
    <message>
        <source>The file has no rows of this kind.</source>
        <translation>文件中没有这类行。</translation>
    </message>
    <message>
        <source>The server applies the rows…</source>
        <translation>服务器正在执行导入…</translation>
    </message>
    <message numerus="yes">
        <source>Leave out the %n row(s) with errors</source>
        <translation>
            <numerusform>跳过 %n 行有错误的数据</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 行</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 new accounts</source>
        <translation>
            <numerusform>%1 个新账号</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 invitations</source>
        <translation>
            <numerusform>%1 个邀请</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changes of members</source>
        <translation>
            <numerusform>%1 项成员变更</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with errors</source>
        <translation>
            <numerusform>%1 行有错误</numerusform>
        </translation>
    </message>
    <message>
        <source>The rows are being checked.</source>
        <translation>正在检查数据。</translation>
    </message>
    <message>
        <source>The import is running.</source>
        <translation>正在导入。</translation>
    </message>
    <message>
        <source>Nothing would change.</source>
        <translation>没有需要变更的内容。</translation>
    </message>
    <message>
        <source>There are rows with errors: mend the file, or leave them out.</source>
        <translation>有错误行：请修正文件，或跳过这些行。</translation>
    </message>
    <message>
        <source>An import needs a connection.</source>
        <translation>导入需要连接服务器。</translation>
    </message>
    <message>
        <source>Close</source>
        <translation>关闭</translation>
    </message>
    <message>
        <source>Undoing…</source>
        <translation>正在撤销…</translation>
    </message>
    <message numerus="yes">
        <source>Import %1 rows</source>
        <translation>
            <numerusform>导入 %1 行</numerusform>
        </translation>
    </message>
    <message>
        <source>Import</source>
        <translation>导入</translation>
    </message>
    <message>
        <source>Another file</source>
        <translation>换一个文件</translation>
    </message>
    <message>
        <source>Undo the import</source>
        <translation>撤销导入</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>%1 of %2 rows sent</source>
        <translation>已发送 %1 / %2 行</translation>
    </message>
    <message>
        <source>%1 of %2 rows checked</source>
        <translation>已检查 %1 / %2 行</translation>
    </message>
    <message>
        <source>The import is being undone…</source>
        <translation>正在撤销导入…</translation>
    </message>
    <message>
        <source>There is no connection now: it happens as soon as there is one again, and is shown in the queue until then.</source>
        <translation>当前没有连接：恢复连接后会立即执行，在此之前显示在队列中。</translation>
    </message>
    <message numerus="yes">
        <source>%1 people are as they were.</source>
        <translation>
            <numerusform>%1 人已恢复原状。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 were left as they are, because somebody changed them since or they came in.</source>
        <translation>
            <numerusform>%1 人保持现状：此后有人修改过，或本人已加入。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accounts were created; they enter when they are activated.</source>
        <translation>
            <numerusform>已创建 %1 个账号，激活后即加入租户。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people were invited and have 7 days to accept.</source>
        <translation>
            <numerusform>已邀请 %1 人，7 天内接受有效。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 members were changed.</source>
        <translation>
            <numerusform>已变更 %1 名成员。</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows were left out: they had become wrong meanwhile.</source>
        <translation>
            <numerusform>已跳过 %1 行：这些行在此期间已不再有效。</numerusform>
        </translation>
    </message>
    <message>
        <source>Cancelled: nothing was undone.</source>
        <translation>已取消：未撤销任何内容。</translation>
    </message>
    <message>
        <source>Cancelled: nothing was imported.</source>
        <translation>已取消：未导入任何内容。</translation>
    </message>
    <message>
        <source>Cancelling…</source>
        <translation>正在取消…</translation>
    </message>
    <message>
        <source>It is being cancelled.</source>
        <translation>正在取消。</translation>
    </message>
    <message>
        <source>It was over before it could be cancelled.</source>
        <translation>取消到达之前已执行完毕。</translation>
    </message>
    <message>
        <source>A CSV or XLSX file whose first row names the columns: e-mail, name, phone, MIS, organization (path, name or code), primary (yes/no), role (member/leader). Only the e-mail must be there; whoever is new needs a name too. One row puts one person into one organization; whoever is to be in several has several rows. Nothing is taken from anybody.</source>
        <translation>CSV 或 XLSX 文件，第一行为列名：邮箱、姓名、手机号、MIS账号、部门（路径、名称或代码）、主部门（是/否）、角色（成员/负责人）。只有邮箱是必填的，新成员还需填写姓名。每行把一个人加入一个部门，属于多个部门的人填写多行。导入不会移除任何人的任何部门。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::ImportModel</name>
    <message>
        <source>Being checked…</source>
        <translation>检查中…</translation>
    </message>
    <message>
        <source>Nothing to change</source>
        <translation>无需变更</translation>
    </message>
    <message>
        <source>Is invited, to accept within 7 days</source>
        <translation>发出邀请，7 天内接受</translation>
    </message>
    <message>
        <source>New account, to be activated</source>
        <translation>新账号，待激活</translation>
    </message>
    <message>
        <source>Row</source>
        <translation>行</translation>
    </message>
    <message>
        <source>What happens</source>
        <translation>结果</translation>
    </message>
    <message>
        <source>Comes into the organization</source>
        <translation>加入部门</translation>
    </message>
    <message>
        <source>Role or primary organization changes</source>
        <translation>角色或主部门变更</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::InviteDialog</name>
    <message>
        <source>Invite somebody</source>
        <translation>邀请成员</translation>
    </message>
    <message>
        <source>Whoever has no account yet gets one and enters when they activate it. Whoever has one and belongs to no tenant has 7 days to accept. Either way a mail tells them.</source>
        <translation>没有账号的人会获得账号，激活后即加入；已有账号且不属于任何租户的人可在 7 天内接受邀请。两种情况都会发送邮件通知。</translation>
    </message>
    <message>
        <source>Invite</source>
        <translation>邀请</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Needed for whoever has no account yet.</source>
        <translation>没有账号的人必填。</translation>
    </message>
    <message>
        <source>Type a name to choose one</source>
        <translation>输入名称进行选择</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>None: the tenant&apos;s default organization.</source>
        <translation>留空：租户的默认部门。</translation>
    </message>
    <message>
        <source>Leads the organization</source>
        <translation>担任部门负责人</translation>
    </message>
    <message>
        <source>Choose an organization from what was found, or empty the field.</source>
        <translation>请从搜索结果中选择部门，或清空此项。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::InvitedModel</name>
    <message>
        <source>Accepted, with the platform team</source>
        <translation>已接受，待平台团队审批</translation>
    </message>
    <message>
        <source>Account not activated</source>
        <translation>账号未激活</translation>
    </message>
    <message>
        <source>Expired</source>
        <translation>已过期</translation>
    </message>
    <message>
        <source>Open: %1</source>
        <translation>待接受：%1</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Invited by</source>
        <translation>邀请人</translation>
    </message>
    <message>
        <source>Invited</source>
        <translation>邀请时间</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>部门</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::InvitedPane</name>
    <message>
        <source>Choose a person in the list.</source>
        <translation>请在列表中选择一个人。</translation>
    </message>
    <message>
        <source>Is withdrawn when the server answers.</source>
        <translation>服务器应答后撤回。</translation>
    </message>
    <message>
        <source>%1 of %2 invitations, the newest first</source>
        <translation>%2 个邀请中的 %1 个，最新的在前</translation>
    </message>
    <message numerus="yes">
        <source>%n invitation(s) open</source>
        <translation>
            <numerusform>%n 个未完成的邀请</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody is invited</source>
        <translation>没有已邀请的人</translation>
    </message>
    <message>
        <source>Whoever you invite or import appears here until they are in.</source>
        <translation>您邀请或导入的人在加入之前显示在这里。</translation>
    </message>
    <message>
        <source>The invitation of %1 is withdrawn.</source>
        <translation>已撤回对 %1 的邀请。</translation>
    </message>
    <message>
        <source>Withdraw</source>
        <translation>撤回邀请</translation>
    </message>
    <message>
        <source>Invited people</source>
        <translation>已邀请的人</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::LinkList</name>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 项</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::MemberActions</name>
    <message>
        <source>Organizations…</source>
        <translation>所属组织…</translation>
    </message>
    <message>
        <source>Hand over…</source>
        <translation>移交…</translation>
    </message>
    <message>
        <source>Copy access…</source>
        <translation>复制权限…</translation>
    </message>
    <message>
        <source>Suspend…</source>
        <translation>停用…</translation>
    </message>
    <message>
        <source>Reactivate…</source>
        <translation>恢复启用…</translation>
    </message>
    <message>
        <source>Remove from the tenant…</source>
        <translation>移出租户…</translation>
    </message>
    <message>
        <source>Choose a person in the list.</source>
        <translation>请先在列表中选择人员。</translation>
    </message>
    <message>
        <source>Only active people belong to organizations anew.</source>
        <translation>只有正常状态的人员才能调整所属组织。</translation>
    </message>
    <message>
        <source>They own, lead and administer nothing in this tenant.</source>
        <translation>此人在本租户内没有拥有、负责或管理的内容。</translation>
    </message>
    <message>
        <source>They have nothing in their own name that could be copied.</source>
        <translation>此人名下没有可复制的权限。</translation>
    </message>
    <message>
        <source>Only active accounts can be suspended.</source>
        <translation>只能停用正常状态的账号。</translation>
    </message>
    <message>
        <source>Only suspended accounts can be reactivated.</source>
        <translation>只能恢复已停用的账号。</translation>
    </message>
    <message>
        <source>Saved the organizations of %1.</source>
        <translation>已保存 %1 的所属组织。</translation>
    </message>
    <message>
        <source>Handed over from %1.</source>
        <translation>已移交 %1 的职责。</translation>
    </message>
    <message>
        <source>Copied the access of %1.</source>
        <translation>已复制 %1 的权限。</translation>
    </message>
    <message>
        <source>Suspended %1.</source>
        <translation>已停用 %1。</translation>
    </message>
    <message>
        <source>Reactivated %1.</source>
        <translation>已恢复启用 %1。</translation>
    </message>
    <message>
        <source>Removed %1 from the tenant.</source>
        <translation>已将 %1 移出租户。</translation>
    </message>
    <message>
        <source>Roles…</source>
        <translation>角色…</translation>
    </message>
    <message>
        <source>The account is closed.</source>
        <translation>账号已注销。</translation>
    </message>
    <message>
        <source>Saved the roles of %1.</source>
        <translation>已保存 %1 的角色。</translation>
    </message>
    <message>
        <source>Confirm as staff…</source>
        <translation>确认为员工…</translation>
    </message>
    <message>
        <source>Take back that they are staff…</source>
        <translation>撤销员工确认…</translation>
    </message>
    <message>
        <source>Close the account…</source>
        <translation>注销账号…</translation>
    </message>
    <message>
        <source>Confirmed %1 as staff.</source>
        <translation>已确认 %1 为员工。</translation>
    </message>
    <message>
        <source>%1 is no longer shown as staff.</source>
        <translation>%1 不再显示为员工。</translation>
    </message>
    <message>
        <source>Closed the account of %1.</source>
        <translation>已注销 %1 的账号。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::MemberButton</name>
    <message>
        <source>More</source>
        <translation>更多</translation>
    </message>
    <message>
        <source>More about this person</source>
        <translation>此人的更多操作</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::MemberPane</name>
    <message>
        <source>None beside those below</source>
        <translation>除下列角色外没有其他角色</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Not shown to you</source>
        <translation>对你不可见</translation>
    </message>
    <message>
        <source>Primary</source>
        <translation>主组织</translation>
    </message>
    <message>
        <source>Leader</source>
        <translation>负责人</translation>
    </message>
    <message>
        <source>Member</source>
        <translation>成员</translation>
    </message>
    <message>
        <source>disabled: counts for nothing</source>
        <translation>已禁用，不计入权限</translation>
    </message>
    <message>
        <source>An organization you can&apos;t see</source>
        <translation>你看不到的组织</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>所属组织</translation>
    </message>
    <message>
        <source>To be handed over before they leave</source>
        <translation>离开前需移交</translation>
    </message>
    <message>
        <source>May stay behind</source>
        <translation>可不移交</translation>
    </message>
    <message>
        <source>Owns, leads, administers</source>
        <translation>拥有、负责与管理</translation>
    </message>
    <message>
        <source>No role on any space</source>
        <translation>在任何空间都没有角色</translation>
    </message>
    <message numerus="yes">
        <source>Roles on %n space(s)</source>
        <translation>
            <numerusform>在 %n 个空间有角色</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody chosen</source>
        <translation>尚未选择成员</translation>
    </message>
    <message>
        <source>Choose a person in the list to see where they belong and what they may do.</source>
        <translation>在列表中选择成员，查看其所属组织和权限。</translation>
    </message>
    <message>
        <source>Everything they may do, and why</source>
        <translation>查看全部权限及原因</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>MIS</source>
        <translation>MIS</translation>
    </message>
    <message>
        <source>Account since</source>
        <translation>账号创建于</translation>
    </message>
    <message>
        <source>Roles on spaces</source>
        <translation>空间角色</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>不可见</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::MemberRemoveDialog</name>
    <message>
        <source>Remove %1 from the tenant</source>
        <translation>将 %1 移出租户</translation>
    </message>
    <message>
        <source>They leave all its organizations, role groups and spaces. Within 30 days they can be brought back with all that they had.</source>
        <translation>将退出本租户的所有部门、角色组和空间。30 天内可恢复其全部权限。</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移出</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::MemberRolesDialog</name>
    <message>
        <source>%1 – %2</source>
        <translation>%1 – %2</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Roles of the tenant</source>
        <translation>租户的角色</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>The tenant has no roles of its own yet. Define them on the page Roles.</source>
        <translation>租户还没有自定义角色，请在“角色管理”页面中定义。</translation>
    </message>
    <message>
        <source>Effective at once; the person is told what changed.</source>
        <translation>立即生效，并通知该用户变更内容。</translation>
    </message>
    <message>
        <source>Nothing is changed yet</source>
        <translation>尚未修改</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::PassOnDialog</name>
    <message>
        <source>An active person of the tenant.</source>
        <translation>本租户内的活跃成员。</translation>
    </message>
    <message>
        <source>Tick at least one.</source>
        <translation>请至少勾选一项。</translation>
    </message>
    <message>
        <source>Choose another person.</source>
        <translation>请选择另一个人。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::PlatformPeople</name>
    <message>
        <source>The people of the platform can&apos;t be read now</source>
        <translation>现在无法读取平台用户</translation>
    </message>
    <message>
        <source>Choose a person in the list.</source>
        <translation>请在列表中选择用户。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>All roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>A role of the tenant&apos;s own</source>
        <translation>租户自定义角色</translation>
    </message>
    <message>
        <source>Any status</source>
        <translation>全部状态</translation>
    </message>
    <message>
        <source>Turn to their tenant</source>
        <translation>转到其租户</translation>
    </message>
    <message>
        <source>People of all tenants</source>
        <translation>全部租户的用户</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合的用户</translation>
    </message>
    <message>
        <source>Nobody of the platform is left by the search and the filters.</source>
        <translation>没有平台用户符合搜索和筛选条件。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::PlatformPeopleModel</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>部门</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Account since</source>
        <translation>账号创建于</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::RemovedModel</name>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Removed</source>
        <translation>移出时间</translation>
    </message>
    <message>
        <source>By</source>
        <translation>操作人</translation>
    </message>
    <message>
        <source>Reason</source>
        <translation>理由</translation>
    </message>
    <message>
        <source>Can be brought back</source>
        <translation>可恢复期限</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::RemovedPane</name>
    <message>
        <source>Choose a person in the list.</source>
        <translation>请先在列表中选择人员。</translation>
    </message>
    <message>
        <source>Comes back when the server answers.</source>
        <translation>服务器应答后恢复。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) can be brought back</source>
        <translation>
            <numerusform>%n 人可以恢复</numerusform>
        </translation>
    </message>
    <message>
        <source>Nobody to bring back</source>
        <translation>没有可恢复的成员</translation>
    </message>
    <message>
        <source>Who is removed from the tenant appears here for 30 days and can be brought back with all that they had, unless they are in another tenant by then.</source>
        <translation>被移出租户的成员会在这里保留 30 天，可连同原有的一切恢复；如届时已加入其他租户则不能恢复。</translation>
    </message>
    <message>
        <source>%1 is back.</source>
        <translation>%1 已恢复。</translation>
    </message>
    <message>
        <source>%1 comes back when connected.</source>
        <translation>连接后将恢复 %1。</translation>
    </message>
    <message>
        <source>Bring back…</source>
        <translation>恢复…</translation>
    </message>
    <message>
        <source>Removed members</source>
        <translation>已移出的成员</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::RestoreDialog</name>
    <message>
        <source>Bring %1 back</source>
        <translation>恢复 %1</translation>
    </message>
    <message>
        <source>They get back their organizations, role groups, roles and what they had on spaces, as it was when they were removed. The server knows what that was; grants that have run out since stay away.</source>
        <translation>恢复其被移出时的所属组织、虚拟角色组、角色和空间权限。具体内容由服务器保存；其间已到期的授权不再恢复。</translation>
    </message>
    <message>
        <source>Bring back</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Also without what doesn&apos;t exist any more</source>
        <translation>即使部分内容已不存在，也恢复其余内容</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::StaffDialog</name>
    <message>
        <source>Asking the server…</source>
        <translation>正在查询服务器…</translation>
    </message>
    <message>
        <source>Confirm %1 as staff</source>
        <translation>确认 %1 为员工</translation>
    </message>
    <message>
        <source>Only if you know from elsewhere that this MIS account is theirs. They are shown as staff from then on, until they enter another one.</source>
        <translation>请仅在您已从其他途径得知此 MIS 账号属于本人时确认。此后此人显示为员工，直到改填另一个账号。</translation>
    </message>
    <message>
        <source>Confirm</source>
        <translation>确认</translation>
    </message>
    <message>
        <source>Take back that %1 is staff</source>
        <translation>撤销 %1 的员工确认</translation>
    </message>
    <message>
        <source>They are no longer shown as staff. Their MIS account stays in their profile.</source>
        <translation>此人不再显示为员工，MIS 账号仍保留在其个人信息中。</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>MIS account</source>
        <translation>MIS 账号</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::SuspendDialog</name>
    <message>
        <source>They can sign in again, and everything that they had counts again.</source>
        <translation>此人可以重新登录，原有的权限重新生效。</translation>
    </message>
    <message>
        <source>They are signed out at once and can&apos;t sign in. Nothing is taken from them, but nothing of it counts until they are reactivated.</source>
        <translation>立即退出登录且无法再登录。不会收回任何内容，但在恢复启用之前全部不生效。</translation>
    </message>
    <message numerus="yes">
        <source>%n thing(s) that they own or lead stay behind as a handover to be done.</source>
        <translation>
            <numerusform>其拥有或负责的 %n 项内容将留作待移交任务。</numerusform>
        </translation>
    </message>
    <message>
        <source>Suspend %1</source>
        <translation>停用 %1</translation>
    </message>
    <message>
        <source>Reactivate %1</source>
        <translation>恢复启用 %1</translation>
    </message>
    <message>
        <source>Suspend</source>
        <translation>停用</translation>
    </message>
    <message>
        <source>Reactivate</source>
        <translation>恢复启用</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::TenantPeopleModel</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>Handover due</source>
        <translation>待移交</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Organizations</source>
        <translation>组织</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>E-mail</source>
        <translation>邮箱</translation>
    </message>
    <message>
        <source>Phone</source>
        <translation>手机号</translation>
    </message>
    <message>
        <source>MIS</source>
        <translation>MIS</translation>
    </message>
    <message>
        <source>Account since</source>
        <translation>账号创建于</translation>
    </message>
    <message>
        <source>hidden</source>
        <translation>不可见</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::notifications::InvitationDialog</name>
    <message>
        <source>Invitation to &quot;%1&quot;</source>
        <translation>加入“%1”的邀请</translation>
    </message>
    <message>
        <source>%1 invites you.</source>
        <translation>%1 邀请您加入。</translation>
    </message>
    <message>
        <source>%1 invites you. To be answered until %2.</source>
        <translation>%1 邀请您加入，请在 %2 之前答复。</translation>
    </message>
    <message>
        <source>Accept</source>
        <translation>接受</translation>
    </message>
    <message>
        <source>Decline</source>
        <translation>谢绝</translation>
    </message>
    <message>
        <source>Decline: whoever invited me is told</source>
        <translation>谢绝：邀请人会收到通知</translation>
    </message>
    <message>
        <source>Accept: I belong to it once the platform team has approved</source>
        <translation>接受：平台团队审批后，我即成为该租户成员</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::notifications::NotificationView</name>
    <message>
        <source>Event</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Will be marked as read when connected</source>
        <translation>连接后将标为已读</translation>
    </message>
    <message>
        <source>It is read already</source>
        <translation>已经是已读</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>打开</translation>
    </message>
    <message>
        <source>Mark as read</source>
        <translation>标为已读</translation>
    </message>
    <message>
        <source>Nothing selected</source>
        <translation>未选择通知</translation>
    </message>
    <message>
        <source>Select a notification to read all of it.</source>
        <translation>选择一条通知以查看全部内容。</translation>
    </message>
    <message>
        <source>Answer…</source>
        <translation>答复…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::notifications::NotificationsModel</name>
    <message>
        <source>%1: %2</source>
        <comment>a label and its value</comment>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>Unread: %1, %2</source>
        <translation>未读：%1，%2</translation>
    </message>
    <message>
        <source>%1, %2</source>
        <comment>a notification and its time</comment>
        <translation>%1，%2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::outsiders::OutsidersModel</name>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>At least one grant has no expiry</source>
        <translation>至少有一项授权没有到期时间</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需处理</translation>
    </message>
    <message>
        <source>Being removed</source>
        <translation>移除中</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>未启用</translation>
    </message>
    <message numerus="yes">
        <source>%n space(s)</source>
        <translation>
            <numerusform>%n 个空间</numerusform>
        </translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>所在空间</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>加入时间</translation>
    </message>
    <message>
        <source>Access ends</source>
        <translation>访问到期</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::platform::AdministratorsModel</name>
    <message>
        <source>%1 (you)</source>
        <translation>%1（您）</translation>
    </message>
    <message>
        <source>Active</source>
        <translation>正常</translation>
    </message>
    <message>
        <source>Can&apos;t act</source>
        <translation>不可用</translation>
    </message>
    <message>
        <source>Installation</source>
        <translation>系统安装</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Status</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>任命时间</translation>
    </message>
    <message>
        <source>Appointed by</source>
        <translation>任命人</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::platform::AppointDialog</name>
    <message>
        <source>Appoint a system administrator</source>
        <translation>任命系统管理员</translation>
    </message>
    <message>
        <source>They see all people and tenants, decide applications and change what holds for the whole platform. They are told at once.</source>
        <translation>系统管理员可查看所有用户和租户、审批申请、修改平台设置。任命后立即通知本人。</translation>
    </message>
    <message>
        <source>Appoint</source>
        <translation>任命</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>An active person of the default system tenant, by their whole name or MIS account.</source>
        <translation>默认系统租户的活跃用户，按完整姓名或 MIS 账号查找。</translation>
    </message>
    <message>
        <source>Name or MIS account</source>
        <translation>姓名或 MIS 账号</translation>
    </message>
    <message>
        <source>Nobody is chosen yet.</source>
        <translation>尚未选择。</translation>
    </message>
    <message>
        <source>Choose a person.</source>
        <translation>请选择人员。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::platform::DismissDialog</name>
    <message>
        <source>Dismiss %1</source>
        <translation>撤销 %1</translation>
    </message>
    <message>
        <source>You are an ordinary member of the default system tenant then, at once, and can&apos;t take it back yourself.</source>
        <translation>撤销后您立即成为默认系统租户的普通成员，且无法自行恢复。</translation>
    </message>
    <message>
        <source>They are an ordinary member of the default system tenant then, at once: tenants that they have open for maintenance close, and they are told.</source>
        <translation>撤销后其立即成为默认系统租户的普通成员，其开启的紧急访问同时失效，并通知本人。</translation>
    </message>
    <message>
        <source>Dismiss</source>
        <translation>撤销</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::platform::PlatformSettingsDialog</name>
    <message>
        <source>Platform settings</source>
        <translation>平台设置</translation>
    </message>
    <message>
        <source>They hold for every tenant at once. Each change is recorded with your name.</source>
        <translation>设置对所有租户立即生效。每次更改都会记录操作人。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source> h</source>
        <translation> 小时</translation>
    </message>
    <message>
        <source> days</source>
        <translation> 天</translation>
    </message>
    <message>
        <source>Separated by commas.</source>
        <translation>以逗号分隔。</translation>
    </message>
    <message>
        <source>The platform team decides last</source>
        <translation>由平台团队终审</translation>
    </message>
    <message>
        <source>Stars but for the part that was searched for</source>
        <translation>除匹配部分外以星号显示</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::roles::GiveRoleDialog</name>
    <message>
        <source>Give the role to people</source>
        <translation>分配角色</translation>
    </message>
    <message>
        <source>Name of a person, pinyin too</source>
        <translation>姓名，支持拼音</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>找到的人员</translation>
    </message>
    <message>
        <source>Search for people of the tenant.</source>
        <translation>搜索本租户的人员。</translation>
    </message>
    <message>
        <source>Give the role</source>
        <translation>分配角色</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::roles::RoleForm</name>
    <message>
        <source>New role</source>
        <translation>新建角色</translation>
    </message>
    <message>
        <source>Edit role</source>
        <translation>编辑角色</translation>
    </message>
    <message>
        <source>Whoever holds the role may do what is ticked, in this tenant. What concerns people they may do to those in their own data scope.</source>
        <translation>拥有该角色的人可在本租户内执行勾选的操作；用户管理类操作仅限其数据范围内的人员。</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>What belongs together is ticked together.</source>
        <translation>有依赖关系的权限会一并勾选。</translation>
    </message>
    <message>
        <source>Excludes</source>
        <translation>互斥角色</translation>
    </message>
    <message>
        <source>Nobody can hold both this role and one that is ticked here.</source>
        <translation>任何人都不能同时拥有该角色和此处勾选的角色。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::roles::RoleHoldersModel</name>
    <message>
        <source>Being revoked</source>
        <translation>撤销中</translation>
    </message>
    <message>
        <source>Not active</source>
        <translation>未激活</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>姓名</translation>
    </message>
    <message>
        <source>Given by</source>
        <translation>分配人</translation>
    </message>
    <message>
        <source>Since</source>
        <translation>分配时间</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>部门</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::roles::RoleListModel</name>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 人</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 permissions</source>
        <translation>
            <numerusform>%1 项权限</numerusform>
        </translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Being deleted</source>
        <translation>删除中</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::roles::RoleView</name>
    <message>
        <source>People in their own data scope only</source>
        <translation>仅限其数据范围内的人员</translation>
    </message>
    <message>
        <source>, </source>
        <translation>、</translation>
    </message>
    <message>
        <source>It will be deleted when the server answers</source>
        <translation>服务器响应后将被删除</translation>
    </message>
    <message>
        <source>It is waiting for the server</source>
        <translation>正在等待服务器</translation>
    </message>
    <message>
        <source>Select people first</source>
        <translation>请先选择人员</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有匹配的人员</translation>
    </message>
    <message>
        <source>Nobody holds this role</source>
        <translation>还没有人拥有该角色</translation>
    </message>
    <message>
        <source>Give it to people of the tenant: they may do what it permits at once.</source>
        <translation>将其分配给租户内的人员，权限立即生效。</translation>
    </message>
    <message>
        <source>Give the role…</source>
        <translation>分配角色…</translation>
    </message>
    <message numerus="yes">
        <source>%1 people get the role</source>
        <translation>
            <numerusform>%1 人获得该角色</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people lose the role</source>
        <translation>
            <numerusform>%1 人失去该角色</numerusform>
        </translation>
    </message>
    <message>
        <source>Held by</source>
        <translation>拥有者</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限</translation>
    </message>
    <message>
        <source>Parts of the role</source>
        <translation>角色的各部分</translation>
    </message>
    <message>
        <source>People who hold the role</source>
        <translation>拥有该角色的人员</translation>
    </message>
    <message>
        <source>Revoke</source>
        <translation>撤销</translation>
    </message>
    <message>
        <source>Edit</source>
        <translation>编辑</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>It permits nothing yet.</source>
        <translation>该角色尚无任何权限。</translation>
    </message>
    <message>
        <source>Nobody holds it together with</source>
        <translation>不能与以下角色同时拥有</translation>
    </message>
    <message>
        <source>Nobody with this role has this name or organization. Try fewer letters.</source>
        <translation>拥有该角色的人员中没有匹配的姓名或部门，请减少输入的字符。</translation>
    </message>
    <message>
        <source>Name or organization</source>
        <translation>姓名或部门</translation>
    </message>
    <message>
        <source>Loading…</source>
        <translation>正在加载…</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::security::SecurityModel</name>
    <message>
        <source>Nobody known</source>
        <translation>未知</translation>
    </message>
    <message>
        <source>Platform</source>
        <translation>平台</translation>
    </message>
    <message>
        <source>Time</source>
        <translation>时间</translation>
    </message>
    <message>
        <source>Person</source>
        <translation>人员</translation>
    </message>
    <message>
        <source>What</source>
        <translation>事件</translation>
    </message>
    <message>
        <source>Details</source>
        <translation>详情</translation>
    </message>
    <message>
        <source>Tenant</source>
        <translation>租户</translation>
    </message>
    <message>
        <source>%1; told %2</source>
        <translation>%1；%2 上报</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ActionsDelegate</name>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>Permissions</source>
        <translation>权限明细</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::AddMembersDialog</name>
    <message>
        <source>One of them belongs to another tenant and becomes a non-enterprise member of %1.</source>
        <translation>其中 1 人属于其他租户，添加后将归入“%1”的【非企业成员】列表。</translation>
    </message>
    <message>
        <source>%1 of them belong to another tenant and become non-enterprise members of %2.</source>
        <translation>其中 %1 人属于其他租户，添加后将归入“%2”的【非企业成员】列表。</translation>
    </message>
    <message>
        <source>%1 has no role in the space yet and becomes a guest there.</source>
        <translation>%1 在该空间还没有角色，将成为该空间的访客。</translation>
    </message>
    <message>
        <source>%1 of them have no role in the space yet and become guests there.</source>
        <translation>其中 %1 个在该空间还没有角色，将成为该空间的访客。</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Add %1</source>
        <translation>添加 %1 项</translation>
    </message>
    <message>
        <source>The tenant would have %1 non-enterprise members, but may have %2 at most.</source>
        <translation>租户的非企业成员将达到 %1 人，超过上限 %2 人。</translation>
    </message>
    <message>
        <source>The tenant then has %1 of %2 non-enterprise members.</source>
        <translation>添加后，租户的非企业成员为 %1 / %2 人。</translation>
    </message>
    <message>
        <source>Choose an earlier end first</source>
        <translation>请先选择更早的到期时间</translation>
    </message>
    <message>
        <source>End with the role on the space</source>
        <translation>与空间角色同时到期</translation>
    </message>
    <message numerus="yes">
        <source>Search again for %n of those chosen: only the server knows them.</source>
        <translation>
            <numerusform>已选人员中有 %n 人需要重新搜索：本机没有他们的信息。</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::AddOrganizationsDialog</name>
    <message>
        <source>Add organizations or role groups</source>
        <translation>添加部门/角色组</translation>
    </message>
    <message>
        <source>Name of an organization or role group</source>
        <translation>部门名称、角色组名称</translation>
    </message>
    <message>
        <source>Organizations and role groups</source>
        <translation>部门和角色组</translation>
    </message>
    <message>
        <source>Nothing chosen yet</source>
        <translation>尚未选择</translation>
    </message>
    <message>
        <source>Everybody in an organization and below it gets the role, also those who join later.</source>
        <translation>部门及其下级部门的所有成员都将获得该角色，包括以后加入的成员。</translation>
    </message>
    <message>
        <source>%1 is added</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>%1 organizations and role groups are added</source>
        <translation>已添加 %1 个部门和角色组</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::AddPeopleDialog</name>
    <message>
        <source>Add people</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Name, phone, e-mail or MIS</source>
        <translation>用户名称、手机号、邮箱、MIS 号</translation>
    </message>
    <message>
        <source>People found</source>
        <translation>搜索到的人员</translation>
    </message>
    <message>
        <source>Nobody chosen yet</source>
        <translation>尚未选择成员</translation>
    </message>
    <message>
        <source>The search is being prepared. Try again in a moment.</source>
        <translation>搜索正在准备，请稍后再试。</translation>
    </message>
    <message>
        <source>There are more. Type more letters.</source>
        <translation>还有更多结果，请输入更多关键词。</translation>
    </message>
    <message>
        <source>%1 is added</source>
        <translation>已添加 %1</translation>
    </message>
    <message>
        <source>%1 people are added</source>
        <translation>已添加 %1 人</translation>
    </message>
    <message>
        <source>Type at least 2 characters to search all registered users.</source>
        <translation>输入至少 2 个字符即可搜索平台下所有已注册的用户。</translation>
    </message>
    <message>
        <source>One more character searches all registered users.</source>
        <translation>再输入 1 个字符即可搜索所有已注册的用户。</translation>
    </message>
    <message>
        <source>Searching all registered users…</source>
        <translation>正在搜索所有已注册的用户…</translation>
    </message>
    <message>
        <source>Offline: searched only among the %1 people that were synchronized to this computer.</source>
        <translation>离线：仅搜索了已同步到本机的 %1 人。</translation>
    </message>
    <message>
        <source>Nobody found.</source>
        <translation>没有找到匹配的人。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ChosenChips</name>
    <message>
        <source>Take %1 out</source>
        <translation>取消选择 %1</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>还有 %1 项</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::CreationSettingsDialog</name>
    <message>
        <source>Somebody who is gone</source>
        <translation>已离开的人员</translation>
    </message>
    <message>
        <source>%1 in use; the plan allows %2. The lower of both counts.</source>
        <translation>已使用 %1 个；套餐允许 %2 个，以两者中较低者为准。</translation>
    </message>
    <message>
        <source>%1 in use; the plan sets no limit.</source>
        <translation>已使用 %1 个；套餐不限。</translation>
    </message>
    <message>
        <source>Choose a person first.</source>
        <translation>请先选择人员。</translation>
    </message>
    <message>
        <source>Choose somebody in the list first.</source>
        <translation>请先在列表中选择人员。</translation>
    </message>
    <message>
        <source>Creation of spaces</source>
        <translation>空间创建权限</translation>
    </message>
    <message>
        <source>Whoever creates a space owns it. What happens in it afterwards is up to its own roles.</source>
        <translation>创建者即空间所有者；创建之后的管理由空间自身的角色负责。</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Who may create spaces</source>
        <translation>谁可以创建空间</translation>
    </message>
    <message>
        <source>Only the tenant administrator</source>
        <translation>仅租户管理员</translation>
    </message>
    <message>
        <source>The tenant administrator and the people named below</source>
        <translation>租户管理员与下列人员</translation>
    </message>
    <message>
        <source>Everybody in the tenant</source>
        <translation>租户内所有人</translation>
    </message>
    <message>
        <source>Who else may create them</source>
        <translation>还有谁可以创建</translation>
    </message>
    <message>
        <source>Add</source>
        <translation>添加</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>People who may create spaces</source>
        <translation>可以创建空间的人员</translation>
    </message>
    <message>
        <source>Spaces</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Non-enterprise members</source>
        <translation>非企业成员</translation>
    </message>
    <message>
        <source>A limit of our own:</source>
        <translation>自设上限：</translation>
    </message>
    <message>
        <source>A limit of our own for spaces</source>
        <translation>自设空间上限</translation>
    </message>
    <message>
        <source>A limit of our own for non-enterprise members</source>
        <translation>自设非企业成员上限</translation>
    </message>
    <message>
        <source>At most so many spaces</source>
        <translation>空间数量上限</translation>
    </message>
    <message>
        <source>At most so many non-enterprise members</source>
        <translation>非企业成员数量上限</translation>
    </message>
    <message>
        <source>Name at least one person, or choose another line above.</source>
        <translation>请至少指定一人，或选择上面的其他选项。</translation>
    </message>
    <message>
        <source>Person to add</source>
        <translation>要添加的人员</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ExpiryDialog</name>
    <message>
        <source>Renew access</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Renew the access of one member</source>
        <translation>为 1 位成员续期</translation>
    </message>
    <message>
        <source>Renew the access of %1 members</source>
        <translation>为 %1 位成员续期</translation>
    </message>
    <message>
        <source>Until</source>
        <translation>有效期至</translation>
    </message>
    <message>
        <source>Cancel</source>
        <translation>取消</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Choose another end first</source>
        <translation>请先选择其他到期时间</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::MemberActions</name>
    <message>
        <source>Will be removed when the server answers</source>
        <translation>等待服务器确认后移除</translation>
    </message>
    <message>
        <source>%1: %2</source>
        <translation>%1：%2</translation>
    </message>
    <message>
        <source>and %1 more</source>
        <translation>另有 %1 条</translation>
    </message>
    <message>
        <source>%1 of %2 can&apos;t be changed</source>
        <translation>%2 项中有 %1 项无法变更</translation>
    </message>
    <message>
        <source>Nothing of it is allowed:</source>
        <translation>以下均不允许：</translation>
    </message>
    <message>
        <source>The others can. Not allowed:</source>
        <translation>其余可以变更。不允许的是：</translation>
    </message>
    <message>
        <source>Understood</source>
        <translation>知道了</translation>
    </message>
    <message>
        <source>%1 (%2)</source>
        <translation>%1（%2）</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>改角色</translation>
    </message>
    <message>
        <source>%1 becomes %2</source>
        <translation>%1 的角色改为“%2”</translation>
    </message>
    <message>
        <source>%1 members become %2</source>
        <translation>%1 个成员的角色改为“%2”</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Access of %1 renewed: %2</source>
        <translation>已为 %1 个成员续期：%2</translation>
    </message>
    <message>
        <source>Access of %1 no longer expires</source>
        <translation>%1 个成员的权限已设为永久有效</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
    <message>
        <source>%1 is removed</source>
        <translation>已移除 %1</translation>
    </message>
    <message>
        <source>%1 members are removed</source>
        <translation>已移除 %1 个成员</translation>
    </message>
    <message>
        <source>Permission detail…</source>
        <translation>权限明细…</translation>
    </message>
    <message>
        <source>Discard the refused change</source>
        <translation>放弃未通过的变更</translation>
    </message>
    <message>
        <source>%1 days from now</source>
        <translation>续期 %1 天</translation>
    </message>
    <message>
        <source>Until a date…</source>
        <translation>指定日期…</translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation>永久有效</translation>
    </message>
    <message>
        <source>Make %1 %2?</source>
        <translation>将 %1 设为%2？</translation>
    </message>
    <message numerus="yes">
        <source>Make %1 members %2?</source>
        <translation>
            <numerusform>将 %1 个成员设为%2？</numerusform>
        </translation>
    </message>
    <message>
        <source>Remove %1?</source>
        <translation>移除 %1？</translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 members?</source>
        <translation>
            <numerusform>移除 %1 个成员？</numerusform>
        </translation>
    </message>
    <message>
        <source>Not accepted: &quot;%1&quot;. %2</source>
        <translation>未被接受：“%1”。%2</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::MembersBulkBar</name>
    <message>
        <source>%1 selected</source>
        <translation>已选 %1 项</translation>
    </message>
    <message>
        <source>%1 selected, %2 of them not shown</source>
        <translation>已选 %1 项，其中 %2 项未显示</translation>
    </message>
    <message>
        <source>Tick members first</source>
        <translation>请先勾选成员</translation>
    </message>
    <message>
        <source>All shown</source>
        <translation>全选</translation>
    </message>
    <message>
        <source>Change role</source>
        <translation>改角色</translation>
    </message>
    <message>
        <source>Renew</source>
        <translation>续期</translation>
    </message>
    <message>
        <source>Remove</source>
        <translation>移除</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::MembersModel</name>
    <message>
        <source>This access has expired. Renew it first.</source>
        <translation>该权限已过期，请先续期。</translation>
    </message>
    <message>
        <source>Not a member of this space&apos;s tenant</source>
        <translation>不是此空间所属租户的成员</translation>
    </message>
    <message>
        <source>The account isn&apos;t active: it gives no access now</source>
        <translation>账号未启用，目前没有任何权限</translation>
    </message>
    <message>
        <source>The organization is disabled: it gives no access now</source>
        <translation>部门已停用，目前不授予任何权限</translation>
    </message>
    <message>
        <source>Will be removed when the server answers</source>
        <translation>等待服务器确认后移除</translation>
    </message>
    <message>
        <source>Waits for the server</source>
        <translation>等待服务器确认</translation>
    </message>
    <message>
        <source>Needs attention</source>
        <translation>需要处理</translation>
    </message>
    <message>
        <source>Being removed</source>
        <translation>正在移除</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Non-enterprise member</source>
        <translation>非企业成员</translation>
    </message>
    <message>
        <source>Inactive</source>
        <translation>未启用</translation>
    </message>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>selected</source>
        <translation>已勾选</translation>
    </message>
    <message>
        <source>Type</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Added by</source>
        <translation>添加人</translation>
    </message>
    <message>
        <source>Added</source>
        <translation>添加时间</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期</translation>
    </message>
    <message>
        <source>Actions</source>
        <translation>操作</translation>
    </message>
    <message>
        <source>Who doesn&apos;t manage the space sees who is in it, not their roles.</source>
        <translation>不管理该空间的人只能看到成员是谁，看不到角色。</translation>
    </message>
    <message>
        <source>Not shown</source>
        <translation>不可见</translation>
    </message>
    <message>
        <source>Organization</source>
        <translation>所属部门</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::MembersPane</name>
    <message>
        <source>%1 of %2 shown</source>
        <translation>显示 %1 / 共 %2</translation>
    </message>
    <message>
        <source>%1 hidden by your scope</source>
        <translation>%1 个因您的可见范围而隐藏</translation>
    </message>
    <message>
        <source>Nobody fits</source>
        <translation>没有符合条件的成员</translation>
    </message>
    <message>
        <source>Nobody to be seen here</source>
        <translation>暂无可见成员</translation>
    </message>
    <message>
        <source>Your scope hides all members of this space.</source>
        <translation>此空间的所有成员都不在您的可见范围内。</translation>
    </message>
    <message>
        <source>Add people, organizations or role groups to give them access.</source>
        <translation>添加成员、部门或角色组，授予其访问权限。</translation>
    </message>
    <message>
        <source>Members of the space</source>
        <translation>空间成员</translation>
    </message>
    <message>
        <source>No roles of its own</source>
        <translation>没有单独的授权</translation>
    </message>
    <message>
        <source>Nobody has been given a role on this resource itself.</source>
        <translation>没有人在该资源上被单独授予角色。</translation>
    </message>
    <message>
        <source>Members of the resource</source>
        <translation>资源的成员</translation>
    </message>
    <message>
        <source>Loading members…</source>
        <translation>正在加载成员…</translation>
    </message>
    <message>
        <source>%1 shown</source>
        <translation>显示 %1 项</translation>
    </message>
    <message>
        <source>others may be hidden by your scope</source>
        <translation>其他成员可能因您的可见范围而隐藏</translation>
    </message>
    <message>
        <source>Your scope hides who has a role on this resource.</source>
        <translation>谁在该资源上有角色，因您的可见范围而隐藏。</translation>
    </message>
    <message>
        <source>No member has this name, organization or role. Try fewer letters or another role.</source>
        <translation>没有该名称、部门或角色的成员。请减少关键词或换一个角色。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::MembersToolbar</name>
    <message>
        <source>All roles</source>
        <translation>全部角色</translation>
    </message>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>Roles</source>
        <translation>角色说明</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>各角色的权限</translation>
    </message>
    <message>
        <source>Add people</source>
        <translation>添加成员</translation>
    </message>
    <message>
        <source>Add organizations or role groups</source>
        <translation>添加部门/角色组</translation>
    </message>
    <message>
        <source>Member or organization, pinyin too</source>
        <translation>成员名称、所属部门（拼音可）</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ModulesDialog</name>
    <message numerus="yes">
        <source>%n resource(s) of the removed module stay in the space, but can&apos;t be used before it is added again.</source>
        <translation>
            <numerusform>被移除模块的 %n 个资源仍保留在空间中，重新添加该模块之前无法使用。</numerusform>
        </translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>功能模块</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Choose the modules that your space needs.</source>
        <translation>为您的空间配置所需的功能模块</translation>
    </message>
    <message numerus="yes">
        <source>What do the %n guest(s) become? Guests are only for spaces with Bots.</source>
        <translation>
            <numerusform>%n 位访客如何处理？访客角色仅用于包含 Bots 模块的空间。</numerusform>
        </translation>
    </message>
    <message>
        <source>They become viewers: they may use all open resources</source>
        <translation>改为查看与使用：可以使用所有开放资源</translation>
    </message>
    <message>
        <source>They are removed from the space</source>
        <translation>从空间中移除</translation>
    </message>
    <message>
        <source>Choose at least one module.</source>
        <translation>请至少选择一个功能模块。</translation>
    </message>
    <message>
        <source>Choose what they become.</source>
        <translation>请选择如何处理。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::OwnerDialog</name>
    <message>
        <source>Transfer the ownership of %1</source>
        <translation>移交%1的所有权</translation>
    </message>
    <message>
        <source>You become an administrator and can&apos;t take it back by yourself. Both of you are told.</source>
        <translation>移交后您将成为管理员，无法自行收回。双方都会收到通知。</translation>
    </message>
    <message>
        <source>The owner until now becomes an administrator. Both are told.</source>
        <translation>原所有者将成为管理员。双方都会收到通知。</translation>
    </message>
    <message>
        <source>Transfer</source>
        <translation>移交</translation>
    </message>
    <message>
        <source>New owner</source>
        <translation>新所有者</translation>
    </message>
    <message>
        <source>An active person of the tenant.</source>
        <translation>本租户的激活人员。</translation>
    </message>
    <message>
        <source>An active person of the tenant. Who has no role on the space becomes its guest.</source>
        <translation>本租户的激活人员。若其在空间中没有角色，将成为空间访客。</translation>
    </message>
    <message>
        <source>Choose a person.</source>
        <translation>请选择人员。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::PathView</name>
    <message>
        <source>is in</source>
        <translation>属于</translation>
    </message>
    <message>
        <source>is below</source>
        <translation>上级</translation>
    </message>
    <message>
        <source>belongs to</source>
        <translation>属于角色组</translation>
    </message>
    <message>
        <source>counts for</source>
        <translation>适用于</translation>
    </message>
    <message>
        <source>not visible to you</source>
        <translation>您无权查看</translation>
    </message>
    <message>
        <source>%1 →</source>
        <translation>%1 →</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::PeopleModel</name>
    <message>
        <source>Already %1</source>
        <translation>已是%1</translation>
    </message>
    <message>
        <source>Meituan</source>
        <translation>美团</translation>
    </message>
    <message>
        <source>Another tenant</source>
        <translation>其他租户</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::PermissionDetailDialog</name>
    <message>
        <source>Permission detail</source>
        <translation>权限明细</translation>
    </message>
    <message>
        <source>This shows the final role of an organization or a person on each resource. (If Zhang San is an editor of agent A, but his organization is its administrator, then his final role on agent A is administrator.)</source>
        <translation>此处展示的是组织或个人在某个资源下最终权限（若张三在智能体A的权限是可编辑，但张三所在的组织是智能体A的管理员。那么张三在智能体A中的最终权限就是：管理员）</translation>
    </message>
    <message>
        <source>Somebody you can&apos;t see</source>
        <translation>您无权查看的对象</translation>
    </message>
    <message>
        <source>Permission detail · %1</source>
        <translation>权限明细 · %1</translation>
    </message>
    <message>
        <source>All</source>
        <translation>全部</translation>
    </message>
    <message>
        <source>With a role</source>
        <translation>有权限</translation>
    </message>
    <message>
        <source>Without</source>
        <translation>无权限</translation>
    </message>
    <message>
        <source>Which resources</source>
        <translation>筛选资源</translation>
    </message>
    <message>
        <source>Name of a resource</source>
        <translation>资源名称</translation>
    </message>
    <message>
        <source>Space and resources</source>
        <translation>空间与资源</translation>
    </message>
    <message>
        <source>Space or resource</source>
        <translation>空间或资源</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::PermissionDetailModel</name>
    <message>
        <source>Restricted: only its own grants count, and the owner of the space.</source>
        <translation>受限：仅资源自身的授权和空间所有者有效。</translation>
    </message>
    <message>
        <source>Space</source>
        <translation>空间</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Space and resources</source>
        <translation>空间与资源</translation>
    </message>
    <message>
        <source>Final role</source>
        <translation>最终权限</translation>
    </message>
    <message>
        <source>Why</source>
        <translation>原因</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ReasonPane</name>
    <message>
        <source>Copy explanation</source>
        <translation>复制说明</translation>
    </message>
    <message>
        <source>Explanation</source>
        <translation>说明</translation>
    </message>
    <message>
        <source>Restricted: only its own grants count, and the owner of the space.</source>
        <translation>受限：仅资源自身的授权和空间所有者有效。</translation>
    </message>
    <message>
        <source>Open: a role on the space counts for it too.</source>
        <translation>开放：空间角色同样适用。</translation>
    </message>
    <message>
        <source>Because</source>
        <translation>生效路径</translation>
    </message>
    <message>
        <source>Hide the others</source>
        <translation>收起其他路径</translation>
    </message>
    <message numerus="yes">
        <source>Also: %1 other ways</source>
        <translation>
            <numerusform>另有 %1 条路径</numerusform>
        </translation>
    </message>
    <message>
        <source>What was considered</source>
        <translation>已考虑的情况</translation>
    </message>
    <message>
        <source>Nobody has given a role, directly or through an organization or a role group.</source>
        <translation>没有任何人直接、通过部门或角色组授予权限。</translation>
    </message>
    <message>
        <source>What would be enough</source>
        <translation>最简单的解决办法</translation>
    </message>
    <message>
        <source>Copied</source>
        <translation>已复制</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ResourceMembersDialog</name>
    <message>
        <source>Permissions · %1</source>
        <translation>权限管理 · %1</translation>
    </message>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Only roles given here count on this resource, and that of the space&apos;s owner.</source>
        <translation>该资源只认在此授予的角色，以及空间所有者的角色。</translation>
    </message>
    <message>
        <source>A role on the space counts here too; the higher one of both is the final role.</source>
        <translation>空间的角色在此同样有效，最终权限取两者中较高的。</translation>
    </message>
    <message>
        <source>Permissions of the resource</source>
        <translation>资源的权限管理</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ResourcesModel</name>
    <message>
        <source>Restricted</source>
        <translation>受限</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>开放</translation>
    </message>
    <message>
        <source>Only its own grants count, and the owner of the space.</source>
        <translation>仅资源自身的授权和空间所有者有效。</translation>
    </message>
    <message>
        <source>A role on the space counts for it too.</source>
        <translation>空间角色同样适用。</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Kind</source>
        <translation>类型</translation>
    </message>
    <message>
        <source>Access</source>
        <translation>访问方式</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Grants on the resource itself, its owner&apos;s included</source>
        <translation>直接在此资源上的授权，包括所有者</translation>
    </message>
    <message>
        <source>Only who manages members sees the grants.</source>
        <translation>只有管理成员的人才能看到授权。</translation>
    </message>
    <message>
        <source>Grants</source>
        <translation>授权</translation>
    </message>
    <message>
        <source>Hidden</source>
        <translation>已隐藏</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ResourcesPane</name>
    <message>
        <source>Nothing found</source>
        <translation>没有找到</translation>
    </message>
    <message>
        <source>No resource of the space matches the search.</source>
        <translation>空间中没有匹配的资源。</translation>
    </message>
    <message>
        <source>No resources</source>
        <translation>没有资源</translation>
    </message>
    <message>
        <source>Nothing was made in this space yet, or you can&apos;t see it.</source>
        <translation>空间中还没有资源，或您无权查看。</translation>
    </message>
    <message>
        <source>Choose a resource in the list.</source>
        <translation>请在列表中选择资源。</translation>
    </message>
    <message>
        <source>Open</source>
        <translation>设为开放</translation>
    </message>
    <message>
        <source>Restrict</source>
        <translation>设为受限</translation>
    </message>
    <message>
        <source>Restrict %1?</source>
        <translation>将%1设为受限？</translation>
    </message>
    <message>
        <source>Your role on the space won&apos;t count for it any more: you yourself lose it, and only its owner or the space&apos;s can open it again.</source>
        <translation>您在空间中的角色将不再对它生效：您自己也会失去访问权限，只有该资源或空间的所有者可以重新开放。</translation>
    </message>
    <message>
        <source>%1 is restricted: only its own grants count</source>
        <translation>%1已设为受限：仅其自身的授权有效</translation>
    </message>
    <message>
        <source>%1 is open: roles on the space count for it</source>
        <translation>%1已设为开放：空间角色对其有效</translation>
    </message>
    <message>
        <source>Name, kind or owner; pinyin too</source>
        <translation>名称、类型或所有者，支持拼音</translation>
    </message>
    <message>
        <source>Resources of the space</source>
        <translation>空间的资源</translation>
    </message>
    <message>
        <source>Transfer ownership…</source>
        <translation>移交所有权…</translation>
    </message>
    <message>
        <source>Permissions…</source>
        <translation>权限管理…</translation>
    </message>
    <message>
        <source>Open %1?</source>
        <translation>开放“%1”？</translation>
    </message>
    <message>
        <source>Roles on the space won&apos;t count for it any more, only grants on it and the space&apos;s owner.</source>
        <translation>空间角色对其不再生效，仅其自身的授权和空间所有者有效。</translation>
    </message>
    <message>
        <source>Roles on the space count for it from now on.</source>
        <translation>空间角色今后对其生效。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::RoleAndExpiry</name>
    <message>
        <source>Role</source>
        <translation>角色</translation>
    </message>
    <message>
        <source>No expiry</source>
        <translation>永久有效</translation>
    </message>
    <message>
        <source>For %1 days</source>
        <translation>%1 天</translation>
    </message>
    <message>
        <source>Until a date…</source>
        <translation>指定日期…</translation>
    </message>
    <message>
        <source>Expiry</source>
        <translation>有效期</translation>
    </message>
    <message>
        <source>Expires</source>
        <translation>到期时间</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>各角色的权限</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::RoleTable</name>
    <message>
        <source>What each role may do</source>
        <translation>各角色的权限</translation>
    </message>
    <message>
        <source>yes</source>
        <translation>是</translation>
    </message>
    <message>
        <source>no</source>
        <translation>否</translation>
    </message>
    <message>
        <source>Only tables and community resources can be commented on, so on Bots resources a commenter may what a viewer may.</source>
        <translation>只有表格和社区类资源可以评论，因此在 Bots 资源上“可评论”与“查看与使用”的权限相同。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::SpaceForm</name>
    <message>
        <source>New space</source>
        <translation>创建空间</translation>
    </message>
    <message>
        <source>Create a new space to work together, where you manage and use your agents (bots) and table data (abs) in one place.</source>
        <translation>创建一个新的协作空间，在这里您可以集中管理和使用您的智能体 (bots)、表格数据 (abs)</translation>
    </message>
    <message>
        <source>Create</source>
        <translation>创建</translation>
    </message>
    <message>
        <source>Edit space</source>
        <translation>编辑空间</translation>
    </message>
    <message>
        <source>Save</source>
        <translation>保存</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>空间版本</translation>
    </message>
    <message>
        <source>Each edition has its own limits, such as tokens and data volume.</source>
        <translation>不同的空间版本对应不同的资源限额，如 Tokens、数据量等。</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>功能模块</translation>
    </message>
    <message>
        <source>Choose the modules that your space needs.</source>
        <translation>为您的空间配置所需的功能模块</translation>
    </message>
    <message>
        <source>Choose at least one module.</source>
        <translation>请至少选择一个功能模块。</translation>
    </message>
    <message>
        <source>Avatar</source>
        <translation>头像</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::SpaceInfoPane</name>
    <message>
        <source>Somebody you can&apos;t see</source>
        <translation>您看不到的人员</translation>
    </message>
    <message>
        <source>Archived: can be read, nothing can be changed</source>
        <translation>已归档：可以查看，不能修改</translation>
    </message>
    <message>
        <source>In use</source>
        <translation>使用中</translation>
    </message>
    <message>
        <source>Restore</source>
        <translation>恢复</translation>
    </message>
    <message>
        <source>Archive</source>
        <translation>归档</translation>
    </message>
    <message>
        <source>%1 is archived</source>
        <translation>%1已归档</translation>
    </message>
    <message>
        <source>%1 is restored</source>
        <translation>%1已恢复</translation>
    </message>
    <message numerus="yes">
        <source>%n resource(s) with everything in them</source>
        <translation>
            <numerusform>%n 个资源及其全部内容</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the access of %n member(s)</source>
        <translation>
            <numerusform>%n 个成员的访问权限</numerusform>
        </translation>
    </message>
    <message>
        <source>name, description, avatar and settings of the space</source>
        <translation>空间的名称、描述、头像与设置</translation>
    </message>
    <message>
        <source>Delete %1?</source>
        <translation>删除%1？</translation>
    </message>
    <message>
        <source>Everything in it goes, on every platform, and can&apos;t be brought back. Archive it to keep it for reading.</source>
        <translation>其中的所有内容将在所有平台上删除，无法恢复。如需保留以供查看，请改为归档。</translation>
    </message>
    <message>
        <source>Delete</source>
        <translation>删除</translation>
    </message>
    <message>
        <source>Edit…</source>
        <translation>编辑…</translation>
    </message>
    <message>
        <source>Modules…</source>
        <translation>功能模块…</translation>
    </message>
    <message>
        <source>Transfer ownership…</source>
        <translation>移交所有权…</translation>
    </message>
    <message>
        <source>Delete…</source>
        <translation>删除…</translation>
    </message>
    <message>
        <source>What each role may do</source>
        <translation>各角色的权限</translation>
    </message>
    <message>
        <source>Name</source>
        <translation>名称</translation>
    </message>
    <message>
        <source>Description</source>
        <translation>描述</translation>
    </message>
    <message>
        <source>Edition</source>
        <translation>空间版本</translation>
    </message>
    <message>
        <source>Limits</source>
        <translation>资源限额</translation>
    </message>
    <message>
        <source>Modules</source>
        <translation>功能模块</translation>
    </message>
    <message>
        <source>Owning tenant</source>
        <translation>归属租户</translation>
    </message>
    <message>
        <source>Owner</source>
        <translation>所有者</translation>
    </message>
    <message>
        <source>Created by</source>
        <translation>创建者</translation>
    </message>
    <message>
        <source>Created</source>
        <translation>创建时间</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::SpaceListModel</name>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>Waiting</source>
        <translation>等待发送</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::SpaceView</name>
    <message>
        <source>You: %1</source>
        <translation>我的角色：%1</translation>
    </message>
    <message>
        <source>You: tenant administrator</source>
        <translation>我：租户管理员</translation>
    </message>
    <message>
        <source>Archived</source>
        <translation>已归档</translation>
    </message>
    <message>
        <source>This space is archived: it can be read, nothing in it can be changed.</source>
        <translation>此空间已归档：可以查看，不能变更。</translation>
    </message>
    <message>
        <source>Offline since %1. Changes are kept and sent when connected.</source>
        <translation>%1 起离线。变更会保存，连接后自动发送。</translation>
    </message>
    <message>
        <source>Offline. Changes are kept and sent when connected.</source>
        <translation>当前离线。变更会保存，连接后自动发送。</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>权限管理</translation>
    </message>
    <message>
        <source>Resources</source>
        <translation>资源</translation>
    </message>
    <message>
        <source>Views of the space</source>
        <translation>空间视图</translation>
    </message>
    <message>
        <source>Not created yet</source>
        <translation>尚未创建</translation>
    </message>
    <message>
        <source>The space is created as soon as its command reaches the server.</source>
        <translation>命令到达服务器后，空间即会创建。</translation>
    </message>
    <message>
        <source>Waiting to be sent</source>
        <translation>等待发送</translation>
    </message>
    <message>
        <source>Basic information</source>
        <translation>基本信息</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::SubjectTreeModel</name>
    <message>
        <source>Disabled</source>
        <translation>已停用</translation>
    </message>
    <message>
        <source>Already %1</source>
        <translation>已是%1</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::tenants::BreakGlassDialog</name>
    <message>
        <source>Open %1 for maintenance</source>
        <translation>紧急访问 %1</translation>
    </message>
    <message>
        <source>You see and may do what its administrator does, until the time is over. The administrator is told at once, with your name and the reason, and everything you do is recorded as done under this access.</source>
        <translation>在期限内，您可查看和执行该租户管理员能做的一切。系统会立即将您的姓名和原因告知租户管理员，期间的所有操作均记录为紧急访问。</translation>
    </message>
    <message>
        <source>Open the tenant</source>
        <translation>开启访问</translation>
    </message>
    <message>
        <source>For how long</source>
        <translation>时长</translation>
    </message>
    <message>
        <source> min</source>
        <translation> 分钟</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::tenants::TenantPlanDialog</name>
    <message>
        <source>This plan gives what the tenant has now.</source>
        <translation>该套餐的权益与当前相同。</translation>
    </message>
    <message>
        <source>Change the plan of %1</source>
        <translation>变更 %1 的套餐</translation>
    </message>
    <message>
        <source>At once; its administrator is told. What is over the new limits stays, only more is refused.</source>
        <translation>立即生效并通知租户管理员。超出新配额的部分保留，仅不可继续新增。</translation>
    </message>
    <message>
        <source>Change the plan</source>
        <translation>变更套餐</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>套餐</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::tenants::TenantStateDialog</name>
    <message>
        <source>Its people can sign in again, and every role and grant that they had counts again. Applications that ended with the freeze stay ended.</source>
        <translation>租户成员可重新登录，原有角色和授权恢复生效。因冻结而终止的申请不会恢复。</translation>
    </message>
    <message>
        <source>People can join and be invited again, and spaces can be created.</source>
        <translation>恢复加入、邀请和创建空间。</translation>
    </message>
    <message>
        <source>It works on, but nobody can join or be invited and no space can be created. Everybody in it is told.</source>
        <translation>租户仍可使用，但不可加入、邀请成员或创建空间，并会通知全体成员。</translation>
    </message>
    <message>
        <source>At once nobody has a role on its spaces and resources and its people can&apos;t work, here or in other tenants; open applications end with notice. Nothing is deleted, and it can be taken back.</source>
        <translation>立即生效：所有人失去该租户空间和资源的角色，其成员在本租户和其他租户均无法使用；未完成的申请将终止并通知。数据不会删除，可以撤回。</translation>
    </message>
    <message numerus="yes">
        <source>%n person(s) lose everything that they can open.</source>
        <translation>
            <numerusform>%n 人将失去全部访问权限。</numerusform>
        </translation>
    </message>
    <message>
        <source>Freeze %1</source>
        <translation>冻结 %1</translation>
    </message>
    <message>
        <source>Begin the closing of %1</source>
        <translation>开始关闭 %1</translation>
    </message>
    <message>
        <source>Unfreeze %1</source>
        <translation>解冻 %1</translation>
    </message>
    <message>
        <source>Take back the closing of %1</source>
        <translation>撤回关闭 %1</translation>
    </message>
    <message>
        <source>Freeze</source>
        <translation>冻结</translation>
    </message>
    <message>
        <source>Begin the closing</source>
        <translation>开始关闭</translation>
    </message>
    <message>
        <source>Unfreeze</source>
        <translation>解冻</translation>
    </message>
    <message>
        <source>Take back</source>
        <translation>撤回</translation>
    </message>
    <message>
        <source>The tenant&apos;s code, to confirm</source>
        <translation>输入租户编码以确认</translation>
    </message>
    <message>
        <source>Type %1.</source>
        <translation>请输入 %1。</translation>
    </message>
    <message>
        <source>That isn&apos;t the code of this tenant. Type %1.</source>
        <translation>与该租户的编码不符，请输入 %1。</translation>
    </message>
</context>
<context>
    <name>tenantry::ui::tenants::TenantsModel</name>
    <message>
        <source>Name</source>
        <translation>租户名称</translation>
    </message>
    <message>
        <source>Code</source>
        <translation>租户代码</translation>
    </message>
    <message>
        <source>Domain</source>
        <translation>域名</translation>
    </message>
    <message>
        <source>State</source>
        <translation>状态</translation>
    </message>
    <message>
        <source>Plan</source>
        <translation>订阅计划</translation>
    </message>
    <message>
        <source>Administrator</source>
        <translation>租户管理员</translation>
    </message>
    <message>
        <source>Members</source>
        <translation>成员数</translation>
    </message>
    <message>
        <source>Not known without a connection.</source>
        <translation>未连接服务器，无法获知。</translation>
    </message>
    <message>
        <source>Last activity</source>
        <translation>最近活动</translation>
    </message>
</context>
</TS>
