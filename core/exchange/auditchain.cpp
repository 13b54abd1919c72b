// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/exchange/auditchain.h"

#include <QCryptographicHash>
#include <QIODevice>
#include <QJsonArray>
#include <QJsonDocument>

namespace tenantry::exchange {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostFaults = 100;
const QString format = u"tenantry-audit-1"_s;

/// Places in what a link covers; app.link_text says the same.
enum Place { Tenant = 0, SealNumber = 1, DetailHash = 10, Places = 12 };

QByteArray sha256(const QByteArray &first, const QByteArray &second)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(first);
    hash.addData(second);
    return hash.result();
}

QByteArray line(const QJsonObject &object)
{
    return QJsonDocument(object).toJson(QJsonDocument::Compact) + '\n';
}

AuditHead headOf(const QJsonObject &json)
{
    return {json["seal_number"_L1].toInteger(),
            QByteArray::fromHex(json["chain_hash"_L1].toString().toLatin1())};
}

} // namespace

AuditLink AuditLink::fromJson(const QJsonObject &json)
{
    AuditLink link;
    link.text = json["link"_L1].toString().toUtf8();
    link.hash = QByteArray::fromHex(json["chain"_L1].toString().toLatin1());
    if (json["salt"_L1].isString())
        link.salt = QByteArray::fromHex(json["salt"_L1].toString().toLatin1());
    if (json["detail"_L1].isString())
        link.detail = json["detail"_L1].toString().toUtf8();
    return link;
}

QJsonObject AuditLink::toJson() const
{
    const auto orNull = [](bool there, const QString &text) {
        return there ? QJsonValue(text) : QJsonValue();
    };
    return {{u"link"_s, QString::fromUtf8(text)},
            {u"chain"_s, QString::fromLatin1(hash.toHex())},
            {u"salt"_s, orNull(salt.has_value(), QString::fromLatin1(salt.value_or(QByteArray()).toHex()))},
            {u"detail"_s, orNull(detail.has_value(), QString::fromUtf8(detail.value_or(QByteArray())))}};
}

void AuditChain::add(const AuditLink &link)
{
    const auto fault = [this](qint64 sealNumber, AuditFault::Kind kind) {
        if (m_faults.size() < mostFaults)
            m_faults.append({sealNumber, kind});
    };
    const qint64 expected = m_head.sealNumber + 1;
    const QJsonArray covered = QJsonDocument::fromJson(link.text).array();
    const qint64 number = covered.size() == Places ? covered[SealNumber].toInteger() : 0;
    if (number != expected)
        fault(expected, AuditFault::Kind::Missing);
    if (QUuid::fromString(covered[Tenant].toString()) != m_tenant)
        fault(expected, AuditFault::Kind::Foreign);
    if (sha256(m_head.hash, link.text) != link.hash)
        fault(number, AuditFault::Kind::Changed);
    if (!link.salt || !link.detail)
        ++m_erased;
    else if (sha256(*link.salt, *link.detail).toHex() != covered[DetailHash].toString().toLatin1())
        fault(number, AuditFault::Kind::Detail);
    m_head = {number, link.hash};
    ++m_checked;
}

void AuditChain::close(const AuditHead &head)
{
    if (head != m_head && m_faults.size() < mostFaults)
        m_faults.append({head.sealNumber, AuditFault::Kind::Head});
}

QByteArray auditFileHeader(const QUuid &tenant, const QString &name, const QJsonObject &filter)
{
    QJsonObject header{
        {u"format"_s, format}, {u"tenant"_s, tenant.toString(QUuid::WithoutBraces)}, {u"name"_s, name}};
    if (!filter.isEmpty())
        header[u"filter"_s] = filter;
    return line(header);
}

QByteArray auditFileLine(const AuditLink &link)
{
    return line(link.toJson());
}

QByteArray auditFileFooter(const AuditHead &head, const QJsonObject &names)
{
    return line({{u"head"_s, QJsonObject{{u"seal_number"_s, head.sealNumber},
                                         {u"chain_hash"_s, QString::fromLatin1(head.hash.toHex())}}},
                 {u"names"_s, names}});
}

Result<AuditReport> verifyAuditFile(QIODevice &file, const QString &witness)
{
    const QJsonObject header = QJsonDocument::fromJson(file.readLine()).object();
    const QUuid tenant = QUuid::fromString(header["tenant"_L1].toString());
    if (header["format"_L1].toString() != format || tenant.isNull())
        return failure(ErrorClass::Data, u"audit.file"_s);
    AuditChain chain(tenant);
    QList<AuditFault> unreadable;
    const AuditHead seen{witness.section(u':', 0, 0).toLongLong(),
                         QByteArray::fromHex(witness.section(u':', 1).toLatin1())};
    bool closed = false, met = witness.isEmpty();
    while (!file.atEnd() && !closed) {
        const QJsonObject next = QJsonDocument::fromJson(file.readLine()).object();
        if (next.contains("head"_L1)) {
            chain.close(headOf(next["head"_L1].toObject()));
            closed = true;
        } else if (next.contains("link"_L1)) {
            chain.add(AuditLink::fromJson(next));
            met = met || chain.head() == seen;
        } else if (unreadable.size() < mostFaults) {
            unreadable.append({chain.head().sealNumber + 1, AuditFault::Kind::File});
        }
    }
    if (!closed) // its end was cut off
        unreadable.append({chain.head().sealNumber, AuditFault::Kind::Head});
    if (!met)
        unreadable.append({seen.sealNumber, AuditFault::Kind::Witness});
    return AuditReport{tenant,         header["name"_L1].toString(),  chain.head(), chain.checked(),
                       chain.erased(), chain.faults() + unreadable, header.contains("filter"_L1)};
}

} // namespace tenantry::exchange
