// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/directoryfiles.h"

#include "core/exchange/csvtable.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace tenantry::exchange
{

namespace
{

struct Words {
    Q_DECLARE_TR_FUNCTIONS(Exchange)
};

/// A field as it stands in an error.
QString shown(QByteArrayView field)
{
    return QString::fromUtf8(field);
}

class Loader final
{
public:
    explicit Loader(const QString &folder) : m_folder(folder) {}

    [[nodiscard]] Result<DirectoryFiles> load()
    {
        for (const auto step : {&Loader::readOrganizations, &Loader::readUsers, &Loader::readMemberships, &Loader::readGroups,
                                &Loader::readGroupMembers, &Loader::readSpaces, &Loader::readResources, &Loader::readGrants})
            if (auto done = (this->*step)(); !done)
                return tl::unexpected(done.error());
        auto snapshot = m_builder.build();
        if (!snapshot)
            return tl::unexpected(snapshot.error().code == u"directory.organization_cycle"_s ? cycle(snapshot.error()) : snapshot.error());
        m_files.snapshot = *snapshot;
        return std::move(m_files);
    }

private:
    template <class Read>
    [[nodiscard]] Result<void> each(const QString &file, const QStringList &columns, const Read &read)
    {
        CsvTable table(m_folder + u'/' + file);
        if (auto opened = table.open(columns); !opened)
            return opened;
        for (;;) {
            const Result<bool> got = table.next();
            if (!got)
                return tl::unexpected(got.error());
            if (!*got)
                return {};
            if (Result<void> done = read(table); !done)
                return done;
        }
    }
    /// A new ID in column 0.
    [[nodiscard]] static Result<quint32> added(IdNames &names, const CsvTable &table)
    {
        if (table[0].isEmpty())
            return table.error(0, Words::tr("the ID is empty"));
        const auto number = names.add(table[0]);
        if (!number)
            return table.error(0, Words::tr("\"%1\" is there twice").arg(shown(table[0])));
        return *number;
    }
    [[nodiscard]] static Result<quint32> found(const IdNames &names, const CsvTable &table, int column, const char *reason)
    {
        const auto number = names.find(table[column]);
        if (!number)
            return table.error(column, Words::tr(reason).arg(shown(table[column])));
        return *number;
    }
    template <class Enum>
    [[nodiscard]] static Result<Enum> word(const CsvTable &table, int column)
    {
        const auto value = fromWireName<Enum>(table[column]);
        if (!value)
            return table.error(column, Words::tr("unknown word \"%1\"").arg(shown(table[column])));
        return *value;
    }
    /// One of two words, empty being the first: whether it is the second.
    [[nodiscard]] static Result<bool> isSecond(const CsvTable &table, int column, QByteArrayView first, QByteArrayView second)
    {
        if (table[column].isEmpty() || table[column] == first)
            return false;
        if (table[column] == second)
            return true;
        return table.error(column, Words::tr("unknown word \"%1\"").arg(shown(table[column])));
    }
    [[nodiscard]] Result<QUuid> subject(const CsvTable &table, SubjectKind kind, int column) const
    {
        const auto number = kind == SubjectKind::User ? found(m_files.users, table, column, QT_TRANSLATE_NOOP("Exchange", "there is no user \"%1\""))
                            : kind == SubjectKind::Organization
                                ? found(m_files.organizations, table, column, QT_TRANSLATE_NOOP("Exchange", "there is no organization \"%1\""))
                                : found(m_files.roleGroups, table, column, QT_TRANSLATE_NOOP("Exchange", "there is no role group \"%1\""));
        return number.map(IdNames::uuid);
    }

    [[nodiscard]] Result<void> readOrganizations();
    [[nodiscard]] Result<void> readUsers();
    [[nodiscard]] Result<void> readMemberships();
    [[nodiscard]] Result<void> readGroups();
    [[nodiscard]] Result<void> readGroupMembers();
    [[nodiscard]] Result<void> readSpaces();
    [[nodiscard]] Result<void> readResources();
    [[nodiscard]] Result<void> readGrants();
    [[nodiscard]] Error cycle(const Error &error) const;
    /// IDs of rows that have none in the files.
    [[nodiscard]] QUuid nextId() { return IdNames::uuid(m_rows++); }

    QString m_folder;
    directory::SnapshotBuilder m_builder;
    DirectoryFiles m_files;
    std::vector<qint64> m_organizationLines;
    int m_parentColumn = 0;
    std::vector<quint32> m_spaceOfResource;
    quint32 m_rows = 0;
};

Result<void> Loader::readOrganizations()
{
    // A parent may stand below its children.
    struct Waiting {
        OrganizationRow row;
        QByteArray parent;
    };
    std::vector<Waiting> rows;
    CsvTable table(m_folder + u"/organizations.csv"_s);
    if (auto opened = table.open({u"id"_s, u"parent_id"_s, u"status?"_s}); !opened)
        return opened;
    for (;;) {
        const Result<bool> got = table.next();
        if (!got)
            return tl::unexpected(got.error());
        if (!*got)
            break;
        const auto number = added(m_files.organizations, table);
        if (!number)
            return tl::unexpected(number.error());
        const auto disabled = isSecond(table, 2, "active", "disabled");
        if (!disabled)
            return tl::unexpected(disabled.error());
        Waiting waiting{{}, table[1].toByteArray()};
        waiting.row.id = OrganizationId(IdNames::uuid(*number));
        waiting.row.enabled = !*disabled;
        rows.push_back(std::move(waiting));
        m_organizationLines.push_back(table.line());
    }
    for (size_t i = 0; i < rows.size(); ++i) {
        if (!rows[i].parent.isEmpty()) {
            const auto parent = m_files.organizations.find(rows[i].parent);
            if (!parent)
                return table.error(1, Words::tr("there is no organization \"%1\"").arg(shown(rows[i].parent)), m_organizationLines[i]);
            rows[i].row.parentId = OrganizationId(IdNames::uuid(*parent));
        }
        m_builder.add(rows[i].row);
    }
    m_parentColumn = table.error(1, {}).value().parameters.value(u"column"_s).toInt();
    return {};
}

Error Loader::cycle(const Error &error) const
{
    QStringList names;
    quint32 first = std::numeric_limits<quint32>::max();
    for (const QString &id : error.parameters.value(u"ids"_s).toStringList()) {
        const quint32 number = IdNames::number(QUuid::fromString(id));
        first = std::min(first, number);
        names.append(shown(m_files.organizations.name(number)));
    }
    names.append(names.front());
    return malformed(u"organizations.csv"_s, m_organizationLines[first], m_parentColumn, u"parent_id"_s,
                     Words::tr("a cycle of organizations, each below the next: %1").arg(names.join(u" → "_s)))
        .value();
}

Result<void> Loader::readUsers()
{
    return each(u"users.csv"_s, {u"id"_s, u"status?"_s}, [this](const CsvTable &table) -> Result<void> {
        const auto number = added(m_files.users, table);
        if (!number)
            return tl::unexpected(number.error());
        const auto status = table[1].isEmpty() ? Result<UserStatus>(UserStatus::Active) : word<UserStatus>(table, 1);
        if (!status)
            return tl::unexpected(status.error());
        UserRow row;
        row.id = UserId(IdNames::uuid(*number));
        row.status = *status;
        m_builder.add(row);
        return {};
    });
}

Result<void> Loader::readMemberships()
{
    return each(u"organization_members.csv"_s, {u"organization_id"_s, u"user_id"_s}, [this](const CsvTable &table) -> Result<void> {
        const auto organization = subject(table, SubjectKind::Organization, 0);
        if (!organization)
            return tl::unexpected(organization.error());
        const auto user = subject(table, SubjectKind::User, 1);
        if (!user)
            return tl::unexpected(user.error());
        m_builder.add(MembershipRow{nextId(), {}, UserId(*user), OrganizationId(*organization), u"member"_s, {}, 1});
        return {};
    });
}

Result<void> Loader::readGroups()
{
    return each(u"role_groups.csv"_s, {u"id"_s}, [this](const CsvTable &table) -> Result<void> {
        const auto number = added(m_files.roleGroups, table);
        if (!number)
            return tl::unexpected(number.error());
        m_builder.add(RoleGroupRow{RoleGroupId(IdNames::uuid(*number)), {}, {}, {}, {}, 1});
        return {};
    });
}

Result<void> Loader::readGroupMembers()
{
    const QStringList columns{u"group_id"_s, u"subject_kind"_s, u"subject_id"_s};
    return each(u"role_group_members.csv"_s, columns, [this](const CsvTable &table) -> Result<void> {
        const auto group = subject(table, SubjectKind::RoleGroup, 0);
        if (!group)
            return tl::unexpected(group.error());
        const auto kind = word<SubjectKind>(table, 1);
        if (!kind)
            return tl::unexpected(kind.error());
        if (*kind == SubjectKind::RoleGroup)
            return table.error(1, Words::tr("a role group can't be in a role group"));
        const auto whom = subject(table, *kind, 2);
        if (!whom)
            return tl::unexpected(whom.error());
        m_builder.add(RoleGroupMemberRow{nextId(), {}, RoleGroupId(*group), *kind, *whom, 1});
        return {};
    });
}

Result<void> Loader::readSpaces()
{
    return each(u"spaces.csv"_s, {u"id"_s}, [this](const CsvTable &table) -> Result<void> {
        const auto number = added(m_files.spaces, table);
        if (!number)
            return tl::unexpected(number.error());
        SpaceRow row;
        row.id = SpaceId(IdNames::uuid(*number));
        m_builder.add(row);
        return {};
    });
}

Result<void> Loader::readResources()
{
    return each(u"resources.csv"_s, {u"id"_s, u"space_id"_s, u"access?"_s}, [this](const CsvTable &table) -> Result<void> {
        const auto number = added(m_files.resources, table);
        if (!number)
            return tl::unexpected(number.error());
        const auto space = found(m_files.spaces, table, 1, QT_TRANSLATE_NOOP("Exchange", "there is no space \"%1\""));
        if (!space)
            return tl::unexpected(space.error());
        const auto restricted = isSecond(table, 2, "open", "restricted");
        if (!restricted)
            return tl::unexpected(restricted.error());
        ResourceRow row;
        row.id = ResourceId(IdNames::uuid(*number));
        row.spaceId = SpaceId(IdNames::uuid(*space));
        row.restricted = *restricted;
        m_spaceOfResource.push_back(*space);
        m_builder.add(row);
        return {};
    });
}

Result<void> Loader::readGrants()
{
    const QStringList columns{u"subject_kind"_s, u"subject_id"_s, u"object_kind"_s, u"object_id"_s, u"role"_s, u"expires_at?"_s};
    return each(u"grants.csv"_s, columns, [this](const CsvTable &table) -> Result<void> {
        GrantRow row;
        const auto subjectKind = word<SubjectKind>(table, 0);
        if (!subjectKind)
            return tl::unexpected(subjectKind.error());
        const auto to = subject(table, *subjectKind, 1);
        if (!to)
            return tl::unexpected(to.error());
        const auto objectKind = word<ObjectKind>(table, 2);
        if (!objectKind)
            return tl::unexpected(objectKind.error());
        const bool onSpace = *objectKind == ObjectKind::Space;
        const auto object = onSpace ? found(m_files.spaces, table, 3, QT_TRANSLATE_NOOP("Exchange", "there is no space \"%1\""))
                                    : found(m_files.resources, table, 3, QT_TRANSLATE_NOOP("Exchange", "there is no resource \"%1\""));
        if (!object)
            return tl::unexpected(object.error());
        const auto role = word<Role>(table, 4);
        if (!role)
            return tl::unexpected(role.error());
        if (*role == Role::None)
            return table.error(4, Words::tr("a grant gives a role: \"none\" isn't one"));
        if (!table[5].isEmpty()) {
            row.expiresAt = parseIso8601(QString::fromUtf8(table[5]));
            if (!row.expiresAt)
                return table.error(5, Words::tr("\"%1\" isn't a time with an offset like 2026-01-31T08:00:00+08:00").arg(shown(table[5])));
        }
        row.id = GrantId(nextId());
        row.subjectKind = *subjectKind;
        row.subjectId = *to;
        row.objectKind = *objectKind;
        row.objectId = IdNames::uuid(*object);
        row.spaceId = SpaceId(IdNames::uuid(onSpace ? *object : m_spaceOfResource[*object]));
        row.role = *role;
        m_builder.add(row);
        return {};
    });
}

} // namespace

Result<DirectoryFiles> readDirectoryFiles(const QString &folder)
{
    return Loader(folder).load();
}

} // namespace tenantry::exchange
