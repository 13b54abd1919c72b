// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What resources/schema/commands.json declares of every command kind, so that a screen enables what the server would allow.
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/capabilities.h"
#include "core/domain/words.h"

#include <QHash>
#include <QString>
#include <QStringList>

#include <optional>
#include <utility>

namespace tenantry
{

/// Who acts, as far as keys depend on it.
struct ActorView {
    UserId userId;
    TenantId tenantId;
    TenantId administers; ///< null: none
    bool systemAdministrator = false;
    QStringList keys = {}; ///< by roles and organizations, in their own tenant (access::keysOf)
};

/// A permission key as the catalogue publishes it (OPM-9).
struct KeyDeclaration {
    QString key;
    QStringList heldBy;     ///< everyone, command, system_administrator, tenant_administrator
    bool delegable = false; ///< a tenant's own role or an organization may give it
    QString area;           ///< of one that is delegable: "users", "functions", "system" (OPM-1)
    QStringList implies;    ///< keys that can't be missing beside it (OPM-10)
    QString english, chinese;
    QStringList commands;   ///< that it opens, sorted

    /// What it permits, in the language of the moment.
    [[nodiscard]] QString sentence() const;
};

struct CommandDeclaration {
    QString kind;
    QString key;         ///< the permission key that opens it
    QString scopeKind;   ///< where it acts: "tenant", "organization", "space", "application", "actor" …
    QString scopeField;  ///< the field of the payload that names it; empty where there is none
    QStringList locks;   ///< what it holds others back from
    QStringList groups;  ///< field groups whose version it must have seen
    QStringList fields;  ///< of the payload
    QStringList required; ///< those of them that must be given
    QHash<QString, QString> rules; ///< field → "object.field" of rules.json

    /// Of a command on a space or on a resource in it.
    struct OnSpace {
        Capability capability = Capability::SeeSpace; ///< that it takes
        bool onResource = false;          ///< the role on the resource counts, not that on the space
        bool tenantAdministrator = false; ///< may it without a role (SPC-11)
        bool archived = false;            ///< works on an archived space (SPC-9)
    };
    std::optional<OnSpace> onSpace = {};
};

/// Who acts on a space or resource, as far as the capability of a command depends on it.
struct SpaceActor {
    Role role = Role::None; ///< the actor's final role on the object
    bool tenantAdministrator = false; ///< of the space's tenant
    bool archived = false;
};

/// Immutable; cheap to copy.
class Declarations final
{
public:
    /// The file that this program was built with.
    [[nodiscard]] static Declarations builtIn();
    /// Error: "declarations.malformed" (ErrorClass::Data) with the parameter "where".
    [[nodiscard]] static Result<Declarations> fromJson(const QByteArray &json);

    [[nodiscard]] QStringList kinds() const; ///< sorted
    [[nodiscard]] std::optional<CommandDeclaration> command(const QString &kind) const;
    [[nodiscard]] QList<KeyDeclaration> keys() const { return m_keys; } ///< sorted
    [[nodiscard]] const KeyDeclaration *key(const QString &key) const;
    /// keyDeclaration.sentence(), or the key itself where it isn't known.
    [[nodiscard]] QString keySentence(const QString &key) const;
    /// The first pair of keys that contradict each other: one that is given and one that it implies and that isn't (OPM-10).
    [[nodiscard]] std::optional<std::pair<QString, QString>> contradiction(const QStringList &given) const;

    /// Whether the actor may give this command in that tenant (null: the platform), and if not, the refusal that the server
    /// would give: command.unknown_kind, command.not_allowed {key}. Nothing is said of keys that hang on a role on a space or on the
    /// record itself: those the server decides by capabilities.h and by the command.
    [[nodiscard]] std::optional<Error> refusal(const ActorView &actor, const QString &kind, const TenantId &tenant) const;

    /// Whether a role allows this command on a space (SPC-6, SPC-9, SPC-11): space.not_allowed {role}, space.archived, the same and in the same
    /// order as app.space_refusal. Of grants capabilities.h says more.
    [[nodiscard]] std::optional<Error> refusalOnSpace(const SpaceActor &actor, const QString &kind) const;

private:
    QHash<QString, CommandDeclaration> m_commands;
    QList<KeyDeclaration> m_keys;
};

} // namespace tenantry
