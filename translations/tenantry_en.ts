<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
<context>
    <name>ApplicationChecks</name>
    <message numerus="yes">
        <source>%1 members, without a limit</source>
        <translation>
            <numerusform>%1 member, without a limit</numerusform>
            <numerusform>%1 members, without a limit</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 of %2 members</source>
        <translation>
            <numerusform>%1 of %2 member</numerusform>
            <numerusform>%1 of %2 members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over first: %1 and %n more</source>
        <translation>
            <numerusform>Hand over first: %1 and %n more</numerusform>
            <numerusform>Hand over first: %1 and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>Outsiders</name>
    <message numerus="yes">
        <source>%n resource(s)</source>
        <translation>
            <numerusform>%n resource</numerusform>
            <numerusform>%n resources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>TableTools</name>
    <message numerus="yes">
        <source>%1 rows written to %2</source>
        <translation>
            <numerusform>%1 row written to %2</numerusform>
            <numerusform>%1 rows written to %2</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::console::Workspace</name>
    <message numerus="yes">
        <source>%n change(s) have not been carried out yet. They stay in the queue on this machine; removing the local copy loses them.</source>
        <translation>
            <numerusform>%n change have not been carried out yet. They stay in the queue on this machine; removing the local copy loses them.</numerusform>
            <numerusform>%n changes have not been carried out yet. They stay in the queue on this machine; removing the local copy loses them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::AccessPage</name>
    <message numerus="yes">
        <source>%1 changes are given</source>
        <translation>
            <numerusform>%1 change is given</numerusform>
            <numerusform>%1 changes are given</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::BellButton</name>
    <message numerus="yes">
        <source>Notifications, %n unread</source>
        <translation>
            <numerusform>Notifications, %n unread</numerusform>
            <numerusform>Notifications, %n unread</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ConflictTable</name>
    <message numerus="yes">
        <source>and %n more that nobody else changed: as you wanted</source>
        <translation>
            <numerusform>and %n more that nobody else changed: as you wanted</numerusform>
            <numerusform>and %n more that nobody else changed: as you wanted</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ExportDialog</name>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 columns</source>
        <translation>
            <numerusform>%1 column</numerusform>
            <numerusform>%1 columns</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::GroupsPage</name>
    <message numerus="yes">
        <source>%1 grants go with it:</source>
        <translation>
            <numerusform>%1 grant goes with it:</numerusform>
            <numerusform>%1 grants go with it:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::ImpactLine</name>
    <message numerus="yes">
        <source>%1 people gain</source>
        <translation>
            <numerusform>%1 person gains</numerusform>
            <numerusform>%1 people gain</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people lose</source>
        <translation>
            <numerusform>%1 person loses</numerusform>
            <numerusform>%1 people lose</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, on %2 spaces and resources</source>
        <translation>
            <numerusform>%1, on %2 space or resource</numerusform>
            <numerusform>%1, on %2 spaces and resources</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1, %2, on %3 spaces and resources</source>
        <translation>
            <numerusform>%1, %2, on %3 space or resource</numerusform>
            <numerusform>%1, %2, on %3 spaces and resources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::MembersPage</name>
    <message numerus="yes">
        <source>%n suspended people still own or lead something.</source>
        <translation>
            <numerusform>%n suspended person still owns or leads something.</numerusform>
            <numerusform>%n suspended people still own or lead something.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::NavigationButton</name>
    <message numerus="yes">
        <source>%1, %n waiting</source>
        <extracomment>%1 is a page, %n what waits there</extracomment>
        <translation>
            <numerusform>%1, %n waiting</numerusform>
            <numerusform>%1, %n waiting</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationCommands</name>
    <message numerus="yes">
        <source>%n member(s)</source>
        <translation>
            <numerusform>%n member</numerusform>
            <numerusform>%n members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n organization(s)</source>
        <translation>
            <numerusform>%n organization</numerusform>
            <numerusform>%n organizations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n grant(s)</source>
        <translation>
            <numerusform>%n grant</numerusform>
            <numerusform>%n grants</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role group(s)</source>
        <translation>
            <numerusform>%n role group</numerusform>
            <numerusform>%n role groups</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationPane</name>
    <message numerus="yes">
        <source>%n people are in the organizations below.</source>
        <translation>
            <numerusform>%n people are in the organizations below.</numerusform>
            <numerusform>%n people are in the organizations below.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OrganizationTreeModel</name>
    <message numerus="yes">
        <source>%1 (%2): %n people in it, %3 with all below</source>
        <translation>
            <numerusform>%1 (%2): %n people in it, %3 with all below</numerusform>
            <numerusform>%1 (%2): %n people in it, %3 with all below</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::OutsidersPage</name>
    <message numerus="yes">
        <source>%n non-enterprise member(s)</source>
        <translation>
            <numerusform>%n non-enterprise member</numerusform>
            <numerusform>%n non-enterprise members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 owns %n resource(s). Hand them over first.</source>
        <translation>
            <numerusform>%1 owns %n resource. Hand it over first.</numerusform>
            <numerusform>%1 owns %n resources. Hand them over first.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n people from all spaces of the tenant?</source>
        <translation>
            <numerusform>Remove %n person from all spaces of the tenant?</numerusform>
            <numerusform>Remove %n people from all spaces of the tenant?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n people are removed</source>
        <translation>
            <numerusform>%n person is removed</numerusform>
            <numerusform>%n people are removed</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n role(s) in archived spaces or on contents were not yours to give back.</source>
        <translation>
            <numerusform>%n role in an archived space or on contents was not yours to give back.</numerusform>
            <numerusform>%n roles in archived spaces or on contents were not yours to give back.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PermissionsLine</name>
    <message numerus="yes">
        <source>Other permissions count in %1 organizations, but change nothing for anybody in them.</source>
        <translation>
            <numerusform>Other permissions count in %1 organization, but change nothing for anybody in it.</numerusform>
            <numerusform>Other permissions count in %1 organizations, but change nothing for anybody in them.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>The permissions of %1 people change (%2 gain, %3 lose) in %4 organizations.</source>
        <translation>
            <numerusform>The permissions of %1 person change (%2 gain, %3 lose) in %4 organizations.</numerusform>
            <numerusform>The permissions of %1 people change (%2 gain, %3 lose) in %4 organizations.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::PlatformSettings</name>
    <message numerus="yes">
        <source>%n hour(s)</source>
        <translation>
            <numerusform>%n hour</numerusform>
            <numerusform>%n hours</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n day(s)</source>
        <translation>
            <numerusform>%n day</numerusform>
            <numerusform>%n days</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::QueueWords</name>
    <message numerus="yes">
        <source>Set %n grant(s) on %1</source>
        <translation>
            <numerusform>Set %n grant on %1</numerusform>
            <numerusform>Set %n grants on %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %n grant(s) from %1</source>
        <translation>
            <numerusform>Remove %n grant from %1</numerusform>
            <numerusform>Remove %n grants from %1</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Hand over %n thing(s) of %1</source>
        <translation>
            <numerusform>Hand over %n thing of %1</numerusform>
            <numerusform>Hand over %n things of %1</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::RolesPage</name>
    <message numerus="yes">
        <source>%1 people lose it:</source>
        <translation>
            <numerusform>%1 person loses it:</numerusform>
            <numerusform>%1 people lose it:</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SyncChip</name>
    <message numerus="yes">
        <source>%n waiting to be sent</source>
        <translation>
            <numerusform>%n waiting to be sent</numerusform>
            <numerusform>%n waiting to be sent</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%n needing attention</source>
        <translation>
            <numerusform>%n needing attention</numerusform>
            <numerusform>%n needing attention</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::SyncPanel</name>
    <message numerus="yes">
        <source>Queue (%n)</source>
        <translation>
            <numerusform>Queue (%n)</numerusform>
            <numerusform>Queue (%n)</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>and %n more</source>
        <translation>
            <numerusform>and %n more</numerusform>
            <numerusform>and %n more</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::TenantsPage</name>
    <message numerus="yes">
        <source>%n tenant(s)</source>
        <translation>
            <numerusform>%n tenant</numerusform>
            <numerusform>%n tenants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::applications::RenameForm</name>
    <message numerus="yes">
        <source>At once; the code and all settings stay, and all members are told both names. Once in %n day(s).</source>
        <translation>
            <numerusform>At once; the code and all settings stay, and all members are told both names. Once in %n day.</numerusform>
            <numerusform>At once; the code and all settings stay, and all members are told both names. Once in %n days.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::explorer::AccessListPane</name>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 spaces and resources</source>
        <translation>
            <numerusform>%1 space or resource</numerusform>
            <numerusform>%1 spaces and resources</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::GroupListModel</name>
    <message numerus="yes">
        <source>%1 members</source>
        <translation>
            <numerusform>%1 member</numerusform>
            <numerusform>%1 members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 grants</source>
        <translation>
            <numerusform>%1 grant</numerusform>
            <numerusform>%1 grants</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::groups::GroupView</name>
    <message numerus="yes">
        <source>%1 members are added</source>
        <translation>
            <numerusform>%1 member is added</numerusform>
            <numerusform>%1 members are added</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 members from %2?</source>
        <translation>
            <numerusform>Remove %1 member from %2?</numerusform>
            <numerusform>Remove %1 members from %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 members are removed</source>
        <translation>
            <numerusform>%1 member is removed</numerusform>
            <numerusform>%1 members are removed</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::AccessCopyDialog</name>
    <message numerus="yes">
        <source>%n role(s) on resources or in archived spaces stay behind: only their administrators can give them.</source>
        <translation>
            <numerusform>%n role on a resource or in an archived space stays behind: only its administrators can give it.</numerusform>
            <numerusform>%n roles on resources or in archived spaces stay behind: only their administrators can give them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::ImportDialog</name>
    <message numerus="yes">
        <source>Leave out the %n row(s) with errors</source>
        <translation>
            <numerusform>Leave out the %n row with errors</numerusform>
            <numerusform>Leave out the %n rows with errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows</source>
        <translation>
            <numerusform>%1 row</numerusform>
            <numerusform>%1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 new accounts</source>
        <translation>
            <numerusform>%1 new account</numerusform>
            <numerusform>%1 new accounts</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 invitations</source>
        <translation>
            <numerusform>%1 invitation</numerusform>
            <numerusform>%1 invitations</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 changes of members</source>
        <translation>
            <numerusform>%1 change of members</numerusform>
            <numerusform>%1 changes of members</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 with errors</source>
        <translation>
            <numerusform>%1 with errors</numerusform>
            <numerusform>%1 with errors</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Import %1 rows</source>
        <translation>
            <numerusform>Import %1 row</numerusform>
            <numerusform>Import %1 rows</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people are as they were.</source>
        <translation>
            <numerusform>%1 person is as they were.</numerusform>
            <numerusform>%1 people are as they were.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 were left as they are, because somebody changed them since or they came in.</source>
        <translation>
            <numerusform>%1 was left as they are, because somebody changed them since or they came in.</numerusform>
            <numerusform>%1 were left as they are, because somebody changed them since or they came in.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 accounts were created; they enter when they are activated.</source>
        <translation>
            <numerusform>%1 account was created; they enter when it is activated.</numerusform>
            <numerusform>%1 accounts were created; they enter when they are activated.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people were invited and have 7 days to accept.</source>
        <translation>
            <numerusform>%1 person was invited and has 7 days to accept.</numerusform>
            <numerusform>%1 people were invited and have 7 days to accept.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 members were changed.</source>
        <translation>
            <numerusform>%1 member was changed.</numerusform>
            <numerusform>%1 members were changed.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 rows were left out: they had become wrong meanwhile.</source>
        <translation>
            <numerusform>%1 row was left out: it had become wrong meanwhile.</numerusform>
            <numerusform>%1 rows were left out: they had become wrong meanwhile.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::InvitedPane</name>
    <message numerus="yes">
        <source>%n invitation(s) open</source>
        <translation>
            <numerusform>%n invitation open</numerusform>
            <numerusform>%n invitations open</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::MemberPane</name>
    <message numerus="yes">
        <source>Roles on %n space(s)</source>
        <translation>
            <numerusform>Roles on %n space</numerusform>
            <numerusform>Roles on %n spaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::RemovedPane</name>
    <message numerus="yes">
        <source>%n person(s) can be brought back</source>
        <translation>
            <numerusform>%n person can be brought back</numerusform>
            <numerusform>%n people can be brought back</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::members::SuspendDialog</name>
    <message numerus="yes">
        <source>%n thing(s) that they own or lead stay behind as a handover to be done.</source>
        <translation>
            <numerusform>%n thing that they own or lead stays behind as a handover to be done.</numerusform>
            <numerusform>%n things that they own or lead stay behind as a handover to be done.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::outsiders::OutsidersModel</name>
    <message numerus="yes">
        <source>%n space(s)</source>
        <translation>
            <numerusform>%n space</numerusform>
            <numerusform>%n spaces</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::roles::RoleListModel</name>
    <message numerus="yes">
        <source>%1 people</source>
        <translation>
            <numerusform>%1 person</numerusform>
            <numerusform>%1 people</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 permissions</source>
        <translation>
            <numerusform>%1 permission</numerusform>
            <numerusform>%1 permissions</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::roles::RoleView</name>
    <message numerus="yes">
        <source>%1 people get the role</source>
        <translation>
            <numerusform>%1 person gets the role</numerusform>
            <numerusform>%1 people get the role</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>%1 people lose the role</source>
        <translation>
            <numerusform>%1 person loses the role</numerusform>
            <numerusform>%1 people lose the role</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::AddMembersDialog</name>
    <message numerus="yes">
        <source>Search again for %n of those chosen: only the server knows them.</source>
        <translation>
            <numerusform>Search again for one of those chosen: only the server knows them.</numerusform>
            <numerusform>Search again for %n of those chosen: only the server knows them.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::MemberActions</name>
    <message numerus="yes">
        <source>Make %1 members %2?</source>
        <translation>
            <numerusform>Make %1 member %2?</numerusform>
            <numerusform>Make %1 members %2?</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>Remove %1 members?</source>
        <translation>
            <numerusform>Remove %1 member?</numerusform>
            <numerusform>Remove %1 members?</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ModulesDialog</name>
    <message numerus="yes">
        <source>%n resource(s) of the removed module stay in the space, but can&apos;t be used before it is added again.</source>
        <translation>
            <numerusform>%n resource of the removed module stays in the space, but can&apos;t be used before it is added again.</numerusform>
            <numerusform>%n resources of the removed module stay in the space, but can&apos;t be used before it is added again.</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>What do the %n guest(s) become? Guests are only for spaces with Bots.</source>
        <translation>
            <numerusform>What does the guest become? Guests are only for spaces with Bots.</numerusform>
            <numerusform>What do the %n guests become? Guests are only for spaces with Bots.</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::ReasonPane</name>
    <message numerus="yes">
        <source>Also: %1 other ways</source>
        <translation>
            <numerusform>Also: %1 other way</numerusform>
            <numerusform>Also: %1 other ways</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::spaces::SpaceInfoPane</name>
    <message numerus="yes">
        <source>%n resource(s) with everything in them</source>
        <translation>
            <numerusform>%n resource with everything in it</numerusform>
            <numerusform>%n resources with everything in them</numerusform>
        </translation>
    </message>
    <message numerus="yes">
        <source>the access of %n member(s)</source>
        <translation>
            <numerusform>the access of %n member</numerusform>
            <numerusform>the access of %n members</numerusform>
        </translation>
    </message>
</context>
<context>
    <name>tenantry::ui::tenants::TenantStateDialog</name>
    <message numerus="yes">
        <source>%n person(s) lose everything that they can open.</source>
        <translation>
            <numerusform>%n person loses everything that they can open.</numerusform>
            <numerusform>%n people lose everything that they can open.</numerusform>
        </translation>
    </message>
</context>
</TS>
