// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/directoryexport.h"

#include "core/base/time.h"
#include "core/domain/words.h"
#include "core/exchange/csvwriter.h"

#include <QDir>
#include <QSaveFile>

using namespace Qt::StringLiterals;

namespace tenantry::exchange {

namespace {

using directory::Snapshot;
using Fields = QList<QByteArray>;

QByteArray text(const QUuid &id)
{
    return id.isNull() ? QByteArray() : id.toByteArray(QUuid::WithoutBraces);
}

template <class Tag>
QByteArray text(const Id<Tag> &id)
{
    return text(id.uuid());
}

QByteArray text(Instant time)
{
    return toIso8601(time).toUtf8();
}

template <class Word>
QByteArray word(Word value)
{
    return QByteArray(wireName(value).data(), wireName(value).size());
}

class Exporter final
{
public:
    Exporter(const Snapshot &snapshot, const QString &folder) : m_snapshot(snapshot), m_folder(folder) {}

    [[nodiscard]] Result<void> write()
    {
        if (!QDir().mkpath(m_folder))
            return failure(ErrorClass::System, u"export.unwritable"_s, {{u"file"_s, m_folder}});
        Result<void> done;
        for (const auto step :
             {&Exporter::organizations, &Exporter::users, &Exporter::memberships, &Exporter::groups,
              &Exporter::groupMembers, &Exporter::spaces, &Exporter::resources, &Exporter::grants})
            done = done.and_then([&] { return (this->*step)(); });
        return done;
    }

private:
    using Put = std::function<void(const Fields &)>;

    /// A whole file or none: what was there stays until the new one is complete.
    [[nodiscard]] Result<void> file(const QString &name, const Fields &header,
                                    const std::function<void(const Put &)> &rows)
    {
        const QString path = m_folder + u'/' + name;
        QSaveFile target(path);
        bool good = target.open(QIODevice::WriteOnly);
        CsvWriter writer(target);
        good = good && writer.write(header);
        if (good)
            rows([&](const Fields &fields) { good = good && writer.write(fields); });
        if (!good || !target.commit())
            return failure(ErrorClass::System, u"export.unwritable"_s, {{u"file"_s, path}});
        return {};
    }
    [[nodiscard]] bool isFrozen(directory::TenantIndex tenant) const { return m_snapshot.isFrozen(tenant); }
    [[nodiscard]] QByteArray tenantOf(directory::TenantIndex tenant) const
    {
        return text(m_snapshot.tenantId(tenant));
    }
    [[nodiscard]] bool isShown(directory::Subject subject) const;

    [[nodiscard]] Result<void> organizations();
    [[nodiscard]] Result<void> users();
    [[nodiscard]] Result<void> memberships();
    [[nodiscard]] Result<void> groups();
    [[nodiscard]] Result<void> groupMembers();
    [[nodiscard]] Result<void> spaces();
    [[nodiscard]] Result<void> resources();
    [[nodiscard]] Result<void> grants();
    void grantsOn(std::span<const directory::GrantEntry> entries, const Put &put) const;

    const Snapshot &m_snapshot;
    const QString m_folder;
};

bool Exporter::isShown(directory::Subject subject) const
{
    if (!subject.isValid())
        return false;
    switch (subject.kind()) {
    case SubjectKind::User:
        return m_snapshot.user(subject.user()).isKnown();
    case SubjectKind::Organization:
        return m_snapshot.organization(subject.organization()).isKnown();
    case SubjectKind::RoleGroup:
        return m_snapshot.roleGroup(subject.group()).isKnown();
    }
    return false;
}

Result<void> Exporter::organizations()
{
    return file(u"organizations.csv"_s, {"id", "parent_id", "status", "tenant_id", "name", "code"},
                [this](const Put &put) {
                    for (const directory::OrganizationIndex index : m_snapshot.organizations()) {
                        const auto view = m_snapshot.organization(index);
                        const auto parent = view.parent();
                        const bool below = parent.isValid() && m_snapshot.organization(parent).isKnown();
                        put({text(view.id()),
                             below ? text(m_snapshot.organization(parent).id()) : QByteArray(),
                             view.isEnabled() ? "active" : "disabled", tenantOf(view.tenant()),
                             view.name().toUtf8(), view.code().toUtf8()});
                    }
                });
}

Result<void> Exporter::users()
{
    return file(u"users.csv"_s, {"id", "status", "own_status", "tenant_id", "name"}, [this](const Put &put) {
        for (const directory::UserIndex index : m_snapshot.users()) {
            const auto view = m_snapshot.user(index);
            const UserStatus counts = view.status() == UserStatus::Active && isFrozen(view.tenant())
                                          ? UserStatus::Suspended
                                          : view.status();
            put({text(view.id()), word(counts), word(view.status()), tenantOf(view.tenant()),
                 view.name().toUtf8()});
        }
    });
}

Result<void> Exporter::memberships()
{
    return file(u"organization_members.csv"_s, {"organization_id", "user_id", "role", "primary"},
                [this](const Put &put) {
                    for (const directory::OrganizationIndex index : m_snapshot.organizations()) {
                        const QByteArray organization = text(m_snapshot.organization(index).id());
                        for (const directory::OrganizationMember &member : m_snapshot.membersOf(index)) {
                            const auto user = m_snapshot.user(member.user);
                            if (user.isKnown())
                                put({organization, text(user.id()),
                                     m_snapshot.membership(member.membership).role().toUtf8(),
                                     user.primaryOrganization() == index ? "yes" : "no"});
                        }
                    }
                });
}

Result<void> Exporter::groups()
{
    return file(u"role_groups.csv"_s, {"id", "tenant_id", "name"}, [this](const Put &put) {
        for (const directory::RoleGroupIndex index : m_snapshot.roleGroups()) {
            const auto view = m_snapshot.roleGroup(index);
            put({text(view.id()), tenantOf(view.tenant()), view.name().toUtf8()});
        }
    });
}

Result<void> Exporter::groupMembers()
{
    return file(
        u"role_group_members.csv"_s, {"group_id", "subject_kind", "subject_id"}, [this](const Put &put) {
            for (const directory::RoleGroupIndex index : m_snapshot.roleGroups()) {
                const QByteArray group = text(m_snapshot.roleGroup(index).id());
                for (const directory::GroupMember &member : m_snapshot.membersOf(index))
                    if (isShown(member.subject))
                        put({group, word(member.subject.kind()), text(m_snapshot.idOf(member.subject))});
            }
        });
}

Result<void> Exporter::spaces()
{
    return file(u"spaces.csv"_s, {"id", "tenant_id", "name", "archived"}, [this](const Put &put) {
        for (const directory::SpaceIndex index : m_snapshot.spaces()) {
            const auto view = m_snapshot.space(index);
            put({text(view.id()), tenantOf(view.tenant()), view.name().toUtf8(),
                 view.isArchived() ? "yes" : "no"});
        }
    });
}

Result<void> Exporter::resources()
{
    return file(u"resources.csv"_s, {"id", "space_id", "access", "kind", "name"}, [this](const Put &put) {
        for (const directory::SpaceIndex space : m_snapshot.spaces()) {
            const QByteArray spaceId = text(m_snapshot.space(space).id());
            for (const directory::SpaceResource &entry : m_snapshot.resourcesOf(space)) {
                const auto view = m_snapshot.resource(entry.resource());
                put({text(view.id()), spaceId, view.isRestricted() ? "restricted" : "open",
                     view.resourceKind().toUtf8(), view.name().toUtf8()});
            }
        }
    });
}

Result<void> Exporter::grants()
{
    const Fields header{"subject_kind", "subject_id", "object_kind", "object_id",
                        "role",         "expires_at", "granted_by",  "granted_at"};
    return file(u"grants.csv"_s, header, [this](const Put &put) {
        for (const directory::SpaceIndex space : m_snapshot.spaces()) {
            if (isFrozen(m_snapshot.space(space).tenant()))
                continue;
            grantsOn(m_snapshot.grantsOn(space), put);
            for (const directory::SpaceResource &entry : m_snapshot.resourcesOf(space))
                grantsOn(m_snapshot.grantsOn(entry.resource()), put);
        }
    });
}

void Exporter::grantsOn(std::span<const directory::GrantEntry> entries, const Put &put) const
{
    for (const directory::GrantEntry &entry : entries) {
        const auto view = m_snapshot.grant(entry.grant());
        if (!isShown(view.subject()))
            continue;
        const auto by = view.grantedBy();
        put({word(view.subject().kind()), text(m_snapshot.idOf(view.subject())), word(view.object().kind()),
             text(m_snapshot.idOf(view.object())), word(view.role()),
             view.expiresAt() ? text(*view.expiresAt()) : QByteArray(),
             by.isValid() ? text(m_snapshot.user(by).id()) : QByteArray(), text(view.grantedAt())});
    }
}

} // namespace

Result<void> writeDirectoryFiles(const Snapshot &snapshot, const QString &folder)
{
    return Exporter(snapshot, folder).write();
}

} // namespace tenantry::exchange
