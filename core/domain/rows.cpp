// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rows.h"

#include "core/domain/recordtext.h"

#include <QJsonDocument>

#include <concepts>
#include <tuple>

namespace tenantry
{

namespace
{

// Each column's way from and to text. `read` answers false for text that is not of the column's form.
using Field = std::optional<QByteArray>;

bool read(const Field &field, QString &value)
{
    value = field ? QString::fromUtf8(*field) : QString();
    return true;
}
bool read(const Field &field, bool &value)
{
    value = field && *field == "t";
    return field && (*field == "t" || *field == "f");
}
bool read(const Field &field, int &value)
{
    bool ok = false;
    value = field ? field->toInt(&ok) : 0;
    return ok;
}
bool read(const Field &field, QUuid &value)
{
    value = field ? QUuid::fromString(QLatin1String(*field)) : QUuid();
    return !field || !value.isNull();
}
template <class Tag>
bool read(const Field &field, Id<Tag> &value)
{
    QUuid uuid;
    const bool ok = read(field, uuid);
    value = Id<Tag>(uuid);
    return ok;
}
bool read(const Field &field, Instant &value)
{
    bool ok = false;
    value = fromMicroseconds(field ? field->toLongLong(&ok) : 0);
    return ok;
}
bool read(const Field &field, std::optional<Instant> &value)
{
    value.reset();
    return !field || read(field, value.emplace());
}
bool read(const Field &field, QJsonObject &value)
{
    const auto document = field ? QJsonDocument::fromJson(*field) : QJsonDocument();
    value = document.object();
    return document.isObject();
}
bool read(const Field &field, QStringList &value)
{
    // The words of our arrays hold neither commas nor quotes: checked by the tables.
    value.clear();
    if (!field || !field->startsWith('{') || !field->endsWith('}'))
        return false;
    const QString inner = QString::fromUtf8(QByteArrayView(*field).sliced(1).chopped(1));
    if (!inner.isEmpty())
        value = inner.split(u',');
    return true;
}
template <class Enum>
    requires std::is_enum_v<Enum>
bool read(const Field &field, Enum &value)
{
    const auto found = field ? fromWireName<Enum>(*field) : std::nullopt;
    value = found.value_or(Enum{});
    return found.has_value();
}

void write(RecordWriter &out, const QString &value)
{
    // A null string is NULL, an empty one is empty text: what was read is written again.
    value.isNull() ? out.addNull() : out.add(value.toUtf8());
}
void write(RecordWriter &out, bool value) { out.add(value ? "t" : "f"); }
void write(RecordWriter &out, int value) { out.add(QByteArray::number(value)); }
void write(RecordWriter &out, const QUuid &value)
{
    value.isNull() ? out.addNull() : out.add(value.toByteArray(QUuid::WithoutBraces));
}
template <class Tag>
void write(RecordWriter &out, const Id<Tag> &value)
{
    write(out, value.uuid());
}
void write(RecordWriter &out, Instant value) { out.add(QByteArray::number(toMicroseconds(value))); }
void write(RecordWriter &out, const std::optional<Instant> &value) { value ? write(out, *value) : out.addNull(); }
void write(RecordWriter &out, const QJsonObject &value) { out.add(QJsonDocument(value).toJson(QJsonDocument::Compact)); }
void write(RecordWriter &out, const QStringList &value) { out.add('{' + value.join(u',').toUtf8() + '}'); }
template <class Enum>
    requires std::is_enum_v<Enum>
void write(RecordWriter &out, Enum value)
{
    const auto word = wireName(value);
    out.add(QByteArrayView(word.data(), word.size()));
}

template <class T, class Row>
concept Of = std::same_as<std::remove_const_t<T>, Row>;

// The columns of each kind in the order of the wire: the one place on this side that knows it.
auto columns(Of<TenantRow> auto &r)
{
    return std::tie(r.id, r.name, r.code, r.domain, r.state, r.stateSince, r.planId, r.isDefault, r.administratorId,
                    r.rootOrganizationId, r.defaultOrganizationId, r.createdAt, r.version);
}
auto columns(Of<UserRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.name, r.avatar, r.staff, r.status, r.primaryOrganizationId, r.createdAt, r.version,
                    r.versionMemberships);
}
auto columns(Of<UserPrivateRow> auto &r)
{
    return std::tie(r.id, r.email, r.phone, r.mis, r.username, r.nickname, r.version);
}
auto columns(Of<OrganizationRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.parentId, r.name, r.code, r.description, r.enabled, r.createdAt, r.version,
                    r.versionDetails, r.versionPlace, r.versionStatus, r.versionLeader);
}
auto columns(Of<MembershipRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.userId, r.organizationId, r.role, r.since, r.version);
}
auto columns(Of<RoleGroupRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.name, r.description, r.createdAt, r.version);
}
auto columns(Of<RoleGroupMemberRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.groupId, r.subjectKind, r.subjectId, r.version);
}
auto columns(Of<SpaceRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.name, r.description, r.edition, r.modules, r.archived, r.createdBy, r.createdAt,
                    r.version);
}
auto columns(Of<ResourceRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.spaceId, r.resourceKind, r.name, r.restricted, r.createdBy, r.createdAt, r.version);
}
auto columns(Of<GrantRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.objectKind, r.objectId, r.spaceId, r.subjectKind, r.subjectId, r.role, r.expiresAt,
                    r.grantedBy, r.grantedAt, r.version);
}
auto columns(Of<OutsiderRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.userId, r.since, r.version);
}
auto columns(Of<ApplicationRow> auto &r)
{
    return std::tie(r.id, r.applicationKind, r.tenantId, r.applicantId, r.status, r.stage, r.form, r.reason, r.submittedAt,
                    r.endedAt, r.version);
}
auto columns(Of<ApplicationEventRow> auto &r)
{
    return std::tie(r.id, r.applicationId, r.stage, r.act, r.actorId, r.at, r.comment, r.offline);
}
auto columns(Of<PlanRow> auto &r)
{
    return std::tie(r.id, r.key, r.nameEn, r.nameZh, r.quotas, r.version);
}
auto columns(Of<SettingRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.key, r.value, r.version);
}
auto columns(Of<NotificationRow> auto &r)
{
    return std::tie(r.id, r.notificationKind, r.at, r.tenantId, r.parameters);
}
auto columns(Of<NotificationReadRow> auto &r)
{
    return std::tie(r.id, r.userId, r.notificationId, r.readAt);
}
auto columns(Of<RoleAssignmentRow> auto &r)
{
    return std::tie(r.id, r.userId, r.tenantId, r.role, r.assignedAt, r.assignedBy, r.version);
}

} // namespace

template <class Row>
Result<Row> parseRow(QByteArrayView text)
{
    Row row;
    RecordReader reader(text);
    int bad = 0;
    const auto take = [&](auto &column) {
        const Field field = reader.next();
        if (bad == 0 && (!reader.ok() || !read(field, column)))
            bad = reader.ok() ? reader.count() : reader.count() + 1;
    };
    std::apply([&](auto &...column) { (take(column), ...); }, columns(row));
    if (bad == 0 && !reader.atEnd())
        bad = reader.count() + 1;
    if (bad != 0)
        return failure(ErrorClass::Data, QStringLiteral("row.malformed"),
                       {{QStringLiteral("kind"), QString(wireName(Row::kind))}, {QStringLiteral("column"), bad}});
    return row;
}

template <class Row>
QByteArray printRow(const Row &row)
{
    RecordWriter out;
    std::apply([&](const auto &...column) { (write(out, column), ...); }, columns(row));
    return out.text();
}

#define TENANTRY_ROW(Row)                                                                                              \
    template Result<Row> parseRow<Row>(QByteArrayView);                                                                \
    template QByteArray printRow<Row>(const Row &);
TENANTRY_ROW(TenantRow)
TENANTRY_ROW(UserRow)
TENANTRY_ROW(UserPrivateRow)
TENANTRY_ROW(OrganizationRow)
TENANTRY_ROW(MembershipRow)
TENANTRY_ROW(RoleGroupRow)
TENANTRY_ROW(RoleGroupMemberRow)
TENANTRY_ROW(SpaceRow)
TENANTRY_ROW(ResourceRow)
TENANTRY_ROW(GrantRow)
TENANTRY_ROW(OutsiderRow)
TENANTRY_ROW(ApplicationRow)
TENANTRY_ROW(ApplicationEventRow)
TENANTRY_ROW(PlanRow)
TENANTRY_ROW(SettingRow)
TENANTRY_ROW(NotificationRow)
TENANTRY_ROW(NotificationReadRow)
TENANTRY_ROW(RoleAssignmentRow)
#undef TENANTRY_ROW

} // namespace tenantry
