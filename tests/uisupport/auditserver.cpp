// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/uisupport/auditserver.h"

#include <QCryptographicHash>
#include <QJsonDocument>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::test {

namespace {

QString plain(const QUuid &id)
{
    return id.toString(QUuid::WithoutBraces);
}

QByteArray sha256(const QByteArray &bytes)
{
    return QCryptographicHash::hash(bytes, QCryptographicHash::Sha256);
}

} // namespace

AuditServer::AuditServer(FixedSession &session, TenantId chain) : m_chain(chain)
{
    session.setAnswer(sync::Question::AuditPage,
                      [this](const QJsonObject &arguments) -> Result<QJsonValue> { return page(arguments); });
    session.setAnswer(sync::Question::AuditChain, [this](const QJsonObject &arguments) -> Result<QJsonValue> {
        return this->chain(arguments);
    });
}

void AuditServer::add(const QString &kind, const QString &objectKind, const QUuid &object,
                      const QJsonObject &detail, UserId actor, Instant at)
{
    const qint64 number = entries.size() + 1;
    entries.append({{u"id"_s, number},
                    {u"seal_number"_s, number},
                    {u"at"_s, qint64(at.time_since_epoch().count())},
                    {u"actor_id"_s, actor.isNull() ? QJsonValue() : QJsonValue(actor.toString())},
                    {u"kind"_s, kind},
                    {u"object_kind"_s, objectKind},
                    {u"object_id"_s, plain(object)},
                    {u"detail"_s, detail}});
    exchange::AuditLink link;
    link.salt = "salt";
    link.detail = QJsonDocument(detail).toJson(QJsonDocument::Compact);
    const QJsonArray covered{m_chain.toString(),
                             number,
                             number,
                             0,
                             0,
                             QJsonValue(),
                             QJsonValue(),
                             kind,
                             objectKind,
                             plain(object),
                             QString::fromLatin1(sha256(*link.salt + *link.detail).toHex()),
                             u"7"_s};
    link.text = QJsonDocument(covered).toJson(QJsonDocument::Compact);
    link.hash = sha256((links.isEmpty() ? QByteArray() : links.last().hash) + link.text);
    links.append(link);
}

void AuditServer::addExamples(const FixedSession &session)
{
    const demo::World &world = session.world();
    const UserId administrator = session.userId();
    const OrganizationRow &department = world.organizations[4];
    const QUuid space = world.spaces.front().id.uuid(), member = world.users[5].id.uuid(),
                parent = world.organizations[2].id.uuid();
    name(administrator.uuid(), u"马刚"_s);
    name(department.id.uuid(), department.name);
    name(parent, world.organizations[2].name);
    name(space, world.spaces.front().name);
    name(member, world.users[5].name);
    const auto ago = [&](int minutes) { return session.now() - std::chrono::minutes(minutes); };
    const QJsonObject origin{{u"client"_s, u"tenantry"_s}, {u"version"_s, u"0.1.0"_s}};
    add(u"tenant_created"_s, u"tenant"_s, m_chain.uuid(),
        {{u"after"_s, QJsonObject{{u"name"_s, u"质效技术部-Bots租户"_s}, {u"code"_s, u"quality"_s}}},
         {u"reason"_s, u"同意"_s}},
        {}, ago(90'000));
    add(u"organization_edit"_s, u"organization"_s, department.id.uuid(),
        {{u"before"_s, QJsonObject{{u"name"_s, u"平台组"_s}, {u"leader_id"_s, QJsonValue()}}},
         {u"after"_s, QJsonObject{{u"name"_s, department.name}, {u"leader_id"_s, plain(member)}}},
         {u"reason"_s, u"组织调整"_s},
         {u"origin"_s, origin}},
        administrator, ago(3'000));
    add(u"organization_move"_s, u"organization"_s, department.id.uuid(),
        {{u"before"_s, QJsonObject{{u"parent_id"_s, plain(parent)}}},
         {u"after"_s, QJsonObject{{u"parent_id"_s, plain(QUuid::createUuid())}}},
         {u"reason"_s, QString()},
         {u"origin"_s, origin}},
        administrator, ago(2'000));
    add(u"grants_set"_s, u"space"_s, space,
        {{u"before"_s, QJsonArray()},
         {u"after"_s,
          QJsonArray{QJsonObject{{u"grant_id"_s, plain(QUuid::createUuid())},
                                 {u"subject_kind"_s, u"user"_s},
                                 {u"subject_id"_s, plain(member)},
                                 {u"role"_s, u"editor"_s}},
                     QJsonObject{{u"subject_id"_s, plain(department.id.uuid())}, {u"role"_s, u"viewer"_s}}}},
         {u"reason"_s, u"for the release of the mobile platform and whatever ships with it"_s},
         {u"origin"_s, QJsonObject{{u"client"_s, u"tenantry"_s},
                                   {u"offline"_s, true},
                                   {u"decided_at"_s, qint64(ago(400).time_since_epoch().count())}}}},
        administrator, ago(300));
    add(u"memberships_set"_s, u"user"_s, member,
        {{u"before"_s, QJsonArray{QJsonObject{{u"organization_id"_s, plain(parent)},
                                              {u"name"_s, u"平台组"_s},
                                              {u"role"_s, u"member"_s},
                                              {u"primary"_s, true}}}},
         {u"after"_s, QJsonArray{QJsonObject{{u"organization_id"_s, plain(department.id.uuid())},
                                             {u"name"_s, u"质量组"_s},
                                             {u"role"_s, u"leader"_s},
                                             {u"primary"_s, true}}}},
         {u"reason"_s, u"转岗"_s},
         {u"origin"_s, origin}},
        administrator, ago(20));
    add(u"of_tomorrow"_s, u"user"_s, member, {}, administrator, ago(5));
    entries.last()[u"detail"_s] = QJsonValue();      // erased
    entries.last()[u"seal_number"_s] = QJsonValue(); // not sealed yet
}

QJsonObject AuditServer::page(const QJsonObject &arguments)
{
    asked += arguments;
    const qint64 before = arguments["before"_L1].toInteger(std::numeric_limits<qint64>::max());
    const int limit = arguments["limit"_L1].toInt(100);
    QJsonArray found, kinds;
    bool more = false;
    for (auto it = entries.rbegin(); it != entries.rend() && !more; ++it) {
        if ((*it)["id"_L1].toInteger() >= before ||
            (arguments.contains("kind"_L1) && (*it)["kind"_L1] != arguments["kind"_L1]))
            continue;
        more = found.size() == limit;
        if (!more)
            found.append(*it);
    }
    for (const QJsonObject &entry : entries)
        if (!kinds.contains(entry["kind"_L1]))
            kinds.append(entry["kind"_L1]);
    return {{u"entries"_s, found},
            {u"more"_s, more},
            {u"names"_s, m_names},
            {u"kinds"_s, kinds},
            {u"sealed_up_to"_s, qint64(FixedSession::fixedNow().time_since_epoch().count())}};
}

QJsonObject AuditServer::chain(const QJsonObject &arguments) const
{
    const qint64 after = arguments["after"_L1].toInteger();
    QJsonArray given;
    for (qint64 i = after; i < std::min<qint64>(links.size(), after + linksAtMost); ++i)
        given.append(links[i].toJson());
    const QJsonValue before = after == 0 ? QJsonValue(QString())
                              : after > links.size()
                                  ? QJsonValue()
                                  : QJsonValue(QString::fromLatin1(links[after - 1].hash.toHex()));
    return {{u"links"_s, given},
            {u"before"_s, before},
            {u"names"_s, m_names},
            {u"head"_s,
             QJsonObject{{u"seal_number"_s, links.size()},
                         {u"chain_hash"_s,
                          links.isEmpty() ? QString() : QString::fromLatin1(links.last().hash.toHex())}}}};
}

} // namespace tenantry::test
