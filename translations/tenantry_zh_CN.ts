<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="zh_CN" sourcelanguage="en">
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
            <extracomment>%1 is a span such as "3 min"</extracomment>
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
        <name>Explanation</name>
        <message>
            <source>(a person you can't see)</source>
            <translation>（您无权查看的人员）</translation>
        </message>
        <message>
            <source>(an organization you can't see)</source>
            <translation>（您无权查看的组织）</translation>
        </message>
        <message>
            <source>(a role group you can't see)</source>
            <translation>（您无权查看的角色组）</translation>
        </message>
        <message>
            <source>(a space you can't see)</source>
            <translation>（您无权查看的空间）</translation>
        </message>
        <message>
            <source>(a resource you can't see)</source>
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
            <source>(a tenant you can't see)</source>
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
            <source>The account of %1 isn't active: it is %2.</source>
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
            <source>%1 is disabled, so this doesn't count: %2</source>
            <translation>%1 已停用，以下授权不生效：%2</translation>
        </message>
        <message>
            <source>Expired on %1: %2</source>
            <translation>已于 %1 到期：%2</translation>
        </message>
        <message>
            <source>The resource is restricted, so a role on the space doesn't count: %1</source>
            <translation>该资源受限，空间角色不生效：%1</translation>
        </message>
        <message>
            <source>Counts, but isn't enough: %1</source>
            <translation>生效，但权限不足：%1</translation>
        </message>
        <message>
            <source>You can't see this person, so nothing can be said.</source>
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
            <source>letters of any script, blank, · ' and -</source>
            <translation>任意文字的字母、空格、· ' 和 -</translation>
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
            <translation>已驳回</translation>
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
            <source>The server can't be reached ({code}). The console keeps trying.</source>
            <translation>无法连接服务器（{code}），将自动重试。</translation>
        </message>
        <message>
            <source>Stored data can't be read ({code}).</source>
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
        <name>tenantry::ui::Banner</name>
        <message>
            <source>Dismiss</source>
            <translation>忽略</translation>
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
            <source>Type "%1" to confirm.</source>
            <translation>输入“%1”以确认。</translation>
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
        <name>tenantry::ui::FormField</name>
        <message>
            <source>%1, required</source>
            <translation>%1，必填</translation>
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
    </context>
    <context>
        <name>tenantry::ui::MainWindow</name>
        <message>
            <source>%1 – Tenantry</source>
            <translation>%1 – Tenantry</translation>
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
            <source>E-mail</source>
            <translation>邮箱</translation>
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
</TS>
