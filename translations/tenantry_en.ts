<?xml version="1.0" encoding="utf-8"?>
<!DOCTYPE TS>
<TS version="2.1" language="en" sourcelanguage="en">
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
</TS>
