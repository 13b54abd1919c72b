// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/rows.h"

#include "core/domain/recordtext.h"

#include <QJsonDocument>

#include <array>
#include <charconv>
#include <concepts>
#include <tuple>

namespace tenantry {

namespace {

// Each column's way from and to text. `read` answers false for text that is not of the column's form.
using Field = std::optional<QByteArrayView>;

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
template <class Number>
bool readNumber(QByteArrayView field, Number &value)
{
    const auto [end, error] = std::from_chars(field.begin(), field.end(), value);
    return error == std::errc() && end == field.end();
}
bool read(const Field &field, int &value)
{
    value = 0;
    return field && readNumber(*field, value);
}

// Half the columns are IDs: QUuid::fromString takes three times as long.
constexpr std::array<qint8, 256> makeHexValues()
{
    std::array<qint8, 256> values{};
    values.fill(-1);
    for (int i = 0; i < 10; ++i)
        values[size_t('0' + i)] = qint8(i);
    for (int i = 0; i < 6; ++i)
        values[size_t('a' + i)] = values[size_t('A' + i)] = qint8(10 + i);
    return values;
}

bool readUuid(QByteArrayView text, QUuid &value)
{
    static constexpr std::array<qint8, 256> hex = makeHexValues();
    constexpr qsizetype size = 36;
    if (text.size() != size || text[8] != '-' || text[13] != '-' || text[18] != '-' || text[23] != '-')
        return false;
    std::array<char, 16> bytes;
    int wrong = 0, bits = 0;
    qsizetype at = 0;
    for (char &byte : bytes) {
        at += text[at] == '-' ? 1 : 0;
        const int high = hex[uchar(text[at])], low = hex[uchar(text[at + 1])];
        wrong |= high | low; // negative as soon as one is
        byte = char(high * 16 + low);
        bits |= byte;
        at += 2;
    }
    value = QUuid::fromRfc4122(QByteArrayView(bytes));
    return wrong >= 0 && bits != 0; // the nil UUID stands for nothing; QUuid::isNull is slow
}
bool read(const Field &field, QUuid &value)
{
    value = QUuid();
    return !field || readUuid(*field, value);
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
    qint64 microseconds = 0;
    const bool ok = field && readNumber(*field, microseconds);
    value = fromMicroseconds(microseconds);
    return ok;
}
bool read(const Field &field, std::optional<Instant> &value)
{
    value.reset();
    return !field || read(field, value.emplace());
}
bool read(const Field &field, QJsonObject &value)
{
    const auto document = field ? QJsonDocument::fromJson(field->toByteArray()) : QJsonDocument();
    value = document.object();
    return document.isObject();
}
bool read(const Field &field, QByteArray &value)
{
    const auto decoded = QByteArray::fromBase64Encoding(field ? field->toByteArray() : QByteArray(),
                                                        QByteArray::AbortOnBase64DecodingErrors);
    value = decoded.decoded;
    return field && decoded;
}
bool read(const Field &field, QStringList &value)
{
    // The words of our arrays hold neither commas nor quotes: checked by the tables.
    value.clear();
    if (!field || !field->startsWith('{') || !field->endsWith('}'))
        return false;
    const QString inner = QString::fromUtf8(field->sliced(1).chopped(1));
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
void write(RecordWriter &out, bool value)
{
    out.add(value ? "t" : "f");
}
void write(RecordWriter &out, int value)
{
    out.add(QByteArray::number(value));
}
void write(RecordWriter &out, const QUuid &value)
{
    value.isNull() ? out.addNull() : out.add(value.toByteArray(QUuid::WithoutBraces));
}
template <class Tag>
void write(RecordWriter &out, const Id<Tag> &value)
{
    write(out, value.uuid());
}
void write(RecordWriter &out, Instant value)
{
    out.add(QByteArray::number(toMicroseconds(value)));
}
void write(RecordWriter &out, const std::optional<Instant> &value)
{
    value ? write(out, *value) : out.addNull();
}
void write(RecordWriter &out, const QJsonObject &value)
{
    out.add(QJsonDocument(value).toJson(QJsonDocument::Compact));
}
void write(RecordWriter &out, const QByteArray &value)
{
    out.add(value.toBase64());
}
void write(RecordWriter &out, const QStringList &value)
{
    out.add('{' + value.join(u',').toUtf8() + '}');
}
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
    return std::tie(r.id, r.name, r.code, r.domain, r.state, r.stateSince, r.planId, r.isDefault,
                    r.administratorId, r.rootOrganizationId, r.defaultOrganizationId, r.createdAt, r.version);
}
auto columns(Of<UserRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.name, r.avatar, r.staff, r.status, r.primaryOrganizationId,
                    r.createdAt, r.version, r.versionMemberships);
}
auto columns(Of<UserPrivateRow> auto &r)
{
    return std::tie(r.id, r.email, r.phone, r.mis, r.username, r.nickname, r.version);
}
auto columns(Of<OrganizationRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.parentId, r.name, r.code, r.description, r.enabled, r.createdAt,
                    r.version, r.versionDetails, r.versionPlace, r.versionStatus, r.versionLeader);
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
    return std::tie(r.id, r.tenantId, r.name, r.description, r.edition, r.modules, r.archived, r.createdBy,
                    r.createdAt, r.version, r.avatarKind, r.avatarIcon, r.versionDetails, r.versionAvatar,
                    r.versionModules, r.versionStatus, r.versionOwner);
}
auto columns(Of<ResourceRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.spaceId, r.resourceKind, r.name, r.restricted, r.createdBy,
                    r.createdAt, r.version, r.versionAccess, r.versionOwner);
}
auto columns(Of<GrantRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.objectKind, r.objectId, r.spaceId, r.subjectKind, r.subjectId, r.role,
                    r.expiresAt, r.grantedBy, r.grantedAt, r.version);
}
auto columns(Of<OutsiderRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.userId, r.since, r.version);
}
auto columns(Of<ApplicationRow> auto &r)
{
    return std::tie(r.id, r.applicationKind, r.tenantId, r.applicantId, r.status, r.stage, r.form, r.reason,
                    r.submittedAt, r.endedAt, r.version, r.stages, r.previousId, r.rating);
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
auto columns(Of<SpacePictureRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.content, r.version);
}
auto columns(Of<TenantRoleRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.name, r.description, r.keys, r.excludes, r.createdAt, r.version);
}
auto columns(Of<OrganizationPermissionRow> auto &r)
{
    return std::tie(r.id, r.tenantId, r.dataScope, r.allowed, r.denied, r.version);
}
auto columns(Of<TenantStandingRow> auto &r)
{
    return std::tie(r.id, r.frozen);
}

} // namespace

template <class Row>
Result<Row> parseRow(QByteArrayView text)
{
    Row row;
    RecordReader reader(text);
    int bad = 0;
    const auto take = [&](auto &column) {
        const Field field = reader.nextView();
        if (bad == 0 && (!reader.ok() || !read(field, column)))
            bad = reader.ok() ? reader.count() : reader.count() + 1;
    };
    std::apply([&](auto &...column) { (take(column), ...); }, columns(row));
    if (bad == 0 && !reader.atEnd())
        bad = reader.count() + 1;
    if (bad != 0)
        return failure(
            ErrorClass::Data, QStringLiteral("row.malformed"),
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

#define TENANTRY_ROW(Row)                                                                                    \
    template Result<Row> parseRow<Row>(QByteArrayView);                                                      \
    template QByteArray printRow<Row>(const Row &);
TENANTRY_EACH_ROW(TENANTRY_ROW)
#undef TENANTRY_ROW

} // namespace tenantry
