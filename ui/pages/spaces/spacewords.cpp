// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spacewords.h"

#include "ui/widgets/datetext.h"

#include <QCoreApplication>
#include <QLocale>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(SpaceWords)
};

constexpr Capability allCapabilities[] = {Capability::SeeSpace,      Capability::UseResources,  Capability::Comment,
                                          Capability::EditResources, Capability::ManageMembers, Capability::AppointAdministrators};

} // namespace

QString moduleName(const QString &module)
{
    if (module == u"bots")
        return u"Bots"_s;
    if (module == u"abs")
        return u"ABS"_s;
    return module == u"automan" ? u"AutoMan"_s : module;
}

QString editionName(const QString &edition)
{
    if (edition == u"basic")
        return Words::tr("Basic");
    if (edition == u"standard")
        return Words::tr("Standard");
    return edition == u"advanced" ? Words::tr("Advanced") : edition;
}

QString kindName(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::User:
        return Words::tr("Person");
    case SubjectKind::Organization:
        return Words::tr("Organization");
    case SubjectKind::RoleGroup:
        break;
    }
    return Words::tr("Role group");
}

QString iconName(SubjectKind kind)
{
    switch (kind) {
    case SubjectKind::User:
        return u"person"_s;
    case SubjectKind::Organization:
        return u"organization"_s;
    case SubjectKind::RoleGroup:
        break;
    }
    return u"group"_s;
}

QString resourceKindName(const QString &kind)
{
    if (kind == u"agent")
        return Words::tr("Agent");
    if (kind == u"workflow")
        return Words::tr("Workflow");
    if (kind == u"plugin")
        return Words::tr("Plugin");
    if (kind == u"knowledge_base")
        return Words::tr("Knowledge base");
    if (kind == u"application")
        return Words::tr("Application");
    if (kind == u"table")
        return Words::tr("Table");
    return kind == u"dashboard" ? Words::tr("Dashboard") : kind;
}

QString moduleOfResource(const QString &kind)
{
    static const QStringList ofAbs{u"application"_s, u"table"_s, u"dashboard"_s};
    return ofAbs.contains(kind) ? u"abs"_s : u"bots"_s;
}

QString resourceIconName(const QString &kind)
{
    return kind == u"knowledge_base" ? u"knowledge-base"_s : kind;
}

Tone roleTone(Role role)
{
    switch (role) {
    case Role::Owner:
        return Tone::Accent;
    case Role::Administrator:
        return Tone::Info;
    case Role::Editor:
        return Tone::Success;
    case Role::Guest:
        return Tone::Warning;
    case Role::Commenter:
    case Role::Viewer:
    case Role::None:
        break;
    }
    return Tone::Neutral;
}

QString capabilityName(Capability capability)
{
    switch (capability) {
    case Capability::SeeSpace:
        return Words::tr("See the space and its open resources");
    case Capability::UseResources:
        return Words::tr("Use resources");
    case Capability::Comment:
        return Words::tr("Comment on tables and community resources");
    case Capability::EditResources:
        return Words::tr("Create and edit resources");
    case Capability::ManageMembers:
        return Words::tr("Manage members up to editor, edit and archive the space");
    case Capability::AppointAdministrators:
        break;
    }
    return Words::tr("Appoint administrators, delete resources or the space, transfer it");
}

QString roleAbilities(Role role)
{
    QStringList lines;
    for (const Capability capability : allCapabilities)
        if (may(role, capability))
            lines += u"✓ "_s + capabilityName(capability);
    return lines.join(u'\n');
}

QString peopleText(int count)
{
    return count == 1 ? Words::tr("1 person") : Words::tr("%1 people").arg(QLocale().toString(count));
}

QString countdownText(const std::optional<Instant> &expiresAt, Instant now)
{
    if (!expiresAt)
        return dash();
    if (*expiresAt <= now)
        return Words::tr("Expired");
    return Words::tr("%1 left").arg(spanText(std::chrono::floor<std::chrono::seconds>(*expiresAt - now).count()));
}

Tone countdownTone(Instant expiresAt, Instant now)
{
    using std::chrono::days;
    if (expiresAt <= now)
        return Tone::Neutral;
    if (expiresAt - now < days(1))
        return Tone::Danger;
    return expiresAt - now < days(7) ? Tone::Warning : Tone::Neutral;
}

QDateTime localTime(Instant instant)
{
    return QDateTime::fromMSecsSinceEpoch(toMicroseconds(instant) / 1000);
}

QString dash()
{
    return u"–"_s;
}

QList<Role> grantableRoles(bool hasBots)
{
    QList<Role> roles{Role::Viewer, Role::Commenter, Role::Editor, Role::Administrator};
    if (hasBots)
        roles.prepend(Role::Guest);
    return roles;
}

} // namespace tenantry::ui::spaces
