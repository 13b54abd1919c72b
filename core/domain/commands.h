// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Commands as the client makes them: typed makers of every kind's payload, and what goes with it to api.execute.
// The contract is resources/schema/README.md, "Writing".
#pragma once

#include "core/base/id.h"
#include "core/base/result.h"
#include "core/domain/words.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QString>

#include <optional>

namespace tenantry
{

/// Where a command was given: goes into the audit entry.
struct CommandContext {
    QString client;  ///< name of this installation of the console
    QString version; ///< of the program
    Instant decidedAt;
    bool offline = false;
    QString reason; ///< empty: none

    [[nodiscard]] QJsonObject toJson() const;
    friend bool operator==(const CommandContext &, const CommandContext &) = default;
};

/// The makers below fill kind and payload; who gives the command adds what its actor saw; the queue stamps id, after and context.
struct Command {
    CommandId id;
    QString kind;
    QJsonObject payload;
    QJsonObject seen; ///< {record: {group: counter or {"after": command}}}
    QList<CommandId> after;
    CommandContext context;

    /// What the actor saw, field by field with the payload's names: kept for the view of two versions (INB-6). In the queue's
    /// file, never sent.
    QJsonObject before;
    /// What the command is about, for lists: {"record": id, "title": text …}. In the queue's file, never sent.
    QJsonObject subject;

    /// The actor saw this counter of the record's group ("" for records without groups).
    Command &see(const QUuid &record, const QString &group, int version);
    /// The actor's own earlier command, not answered yet, makes the version that this one builds on.
    Command &seeResultOf(const QUuid &record, const QString &group, const CommandId &earlier);

    /// For the queue's own file; fromJson(toJson(c)) == c.
    [[nodiscard]] QByteArray toJson() const;
    [[nodiscard]] static Result<Command> fromJson(const QByteArray &json); ///< "command.malformed", ErrorClass::Data

    friend bool operator==(const Command &, const Command &) = default;
};

enum class Outcome : quint8 { Done, Refused, Wait };

/// What api.execute answered.
struct CommandAnswer {
    Outcome outcome = Outcome::Done;
    QList<Error> errors;  ///< why it was refused; empty otherwise
    QJsonObject result;   ///< by kind
    QJsonObject versions; ///< {record: {group: counter}} as the command left them

    [[nodiscard]] static Result<CommandAnswer> fromJson(const QByteArray &json); ///< "answer.malformed", ErrorClass::Data
    [[nodiscard]] QByteArray toJson() const;
    friend bool operator==(const CommandAnswer &, const CommandAnswer &) = default;
};

// The makers below trim every text (core/domain/rules.h).

// Tenant applications (TEN-1 to TEN-5)

struct TenantApplicationForm {
    QString name, code, department, use;
    int estimatedUsers = 0;
    QString contactName, contactDetails, contactEmail;
    QUuid planId;           ///< null: none wanted
    UserId administratorId; ///< null: the applicant
    QString reason;
    ApplicationId previousId = {}; ///< the rejected one that this takes up again (INB-9); null: none
};
[[nodiscard]] Command tenantApplicationSubmit(const ApplicationId &id, const TenantApplicationForm &form);
[[nodiscard]] Command applicationWithdraw(const ApplicationId &id);
enum class Decision : quint8 { Approve, Reject };
[[nodiscard]] Command applicationDecide(const ApplicationId &id, Decision decision, const QString &comment);

// Organizations (ORG-1, ORG-3, ORG-11)

struct OrganizationFields {
    QString name = {}, code = {}, description = {};
    UserId leaderId = {}; ///< null: none
};
/// A null parent means the root of the tenant.
[[nodiscard]] Command organizationCreate(const OrganizationId &id, const TenantId &tenant, const OrganizationId &parent,
                                         const OrganizationFields &fields);
/// Only what is set is changed; a null leader takes the leader away. Groups seen: "details" for name, code, description; "leader".
struct OrganizationEdit {
    std::optional<QString> name = {}, code = {}, description = {};
    std::optional<UserId> leaderId = {};
};
[[nodiscard]] Command organizationEdit(const OrganizationId &id, const OrganizationEdit &edit);
[[nodiscard]] Command organizationMove(const OrganizationId &id, const OrganizationId &newParent); ///< group "place"
[[nodiscard]] Command organizationSetEnabled(const OrganizationId &id, bool enabled);             ///< group "status"
[[nodiscard]] Command organizationDelete(const OrganizationId &id);                               ///< group ""

struct MembershipWish {
    OrganizationId organizationId;
    QString role; ///< "leader", "member"
};
/// Replaces all memberships of the user. Seen: the user's ID, group "memberships" (UserRow::versionMemberships).
[[nodiscard]] Command membershipsSet(const UserId &user, const TenantId &tenant, const QList<MembershipWish> &memberships,
                                     const OrganizationId &primary, const QString &reason);

// Grants (SPC-6, SPC-10, PRM-9, MEM-7)

struct GrantWish {
    GrantId id = {}; ///< of the grant to change, or a new one
    ObjectKind objectKind = ObjectKind::Space;
    QUuid objectId = {};
    SubjectKind subjectKind = SubjectKind::User;
    QUuid subjectId = {};
    Role role = Role::Viewer;
    std::optional<Instant> expiresAt = {};
};
/// At most 500, all or none. Seen: each changed grant's ID, group "".
[[nodiscard]] Command grantsSet(const SpaceId &space, const QList<GrantWish> &grants);
[[nodiscard]] Command grantsRemove(const SpaceId &space, const QList<GrantId> &grants);

// Spaces and their resources (SPC-1 to SPC-12, PRM-8)

/// What stands for a space (SPC-4); the icon and the picture count only where the kind says so.
struct SpaceAvatar {
    QString kind = QStringLiteral("system"); ///< "system", "icon", "picture"
    QString icon = {};
    QByteArray picture = {}; ///< PNG or JPEG, at most 24 KiB
    friend bool operator==(const SpaceAvatar &, const SpaceAvatar &) = default;
};
struct SpaceFields {
    QString name = {}, description = {};
    QString edition = {};
    QStringList modules = {};
    SpaceAvatar avatar = {};
};
[[nodiscard]] Command spaceCreate(const SpaceId &id, const TenantId &tenant, const SpaceFields &fields);
/// Only what is set is changed. Groups seen: "details" for name, description, edition; "avatar".
struct SpaceEdit {
    std::optional<QString> name = {}, description = {}, edition = {};
    std::optional<SpaceAvatar> avatar = {};
};
[[nodiscard]] Command spaceEdit(const SpaceId &id, const SpaceEdit &edit);
/// What those become who are guests only because the space has Bots, where that module goes (SPC-12).
enum class GuestFate : quint8 { Undecided, Viewer, Remove };
[[nodiscard]] Command spaceSetModules(const SpaceId &id, const QStringList &modules, GuestFate guests = GuestFate::Undecided); ///< group "modules"
[[nodiscard]] Command spaceTransfer(const SpaceId &id, const UserId &newOwner); ///< group "owner"
[[nodiscard]] Command spaceArchive(const SpaceId &id);                          ///< group "status"
[[nodiscard]] Command spaceRestore(const SpaceId &id);                          ///< group "status"
/// The name as it was typed, untrimmed. Groups "details", "modules", "status", "owner".
[[nodiscard]] Command spaceDelete(const SpaceId &id, const QString &typedName);
[[nodiscard]] Command resourceSetAccess(const SpaceId &space, const ResourceId &id, bool restricted);       ///< group "access"
[[nodiscard]] Command resourceTransfer(const SpaceId &space, const ResourceId &id, const UserId &newOwner); ///< group "owner"

/// Only what is set is changed; a limit of nothing lifts it. Seen: each setting's own ID, group "".
struct TenantSettings {
    std::optional<QString> spaceCreation = {}; ///< "administrator", "members", "all"
    std::optional<QList<UserId>> spaceCreators = {};
    std::optional<std::optional<int>> spacesLimit = {}, outsidersLimit = {};
};
[[nodiscard]] Command tenantSettingsSet(const TenantId &tenant, const TenantSettings &settings);

[[nodiscard]] Command notificationsRead(const QList<QUuid> &notifications);

} // namespace tenantry
