// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QJsonObject>
#include <QList>
#include <QUuid>

#include <optional>

class QIODevice;

namespace tenantry::exchange {

/// Where a chain ends, or how far it was verified.
struct AuditHead
{
    qint64 sealNumber = 0;
    QByteArray hash; ///< empty before the first link
    friend bool operator==(const AuditHead &, const AuditHead &) = default;
};

/// One link as api.audit_chain gives it: everything that is needed to count the chain over again.
struct AuditLink
{
    QByteArray text; ///< what it covers
    QByteArray hash;
    std::optional<QByteArray> salt, detail; ///< erased (AUD-3), or not asked for

    [[nodiscard]] static AuditLink fromJson(const QJsonObject &json);
    [[nodiscard]] QJsonObject toJson() const;
};

struct AuditFault
{
    enum class Kind {
        Missing, ///< links before this one are not there, or it stands in the wrong place
        Foreign, ///< of another tenant's chain
        Changed, ///< its hash is not that of what it covers and the link before
        Detail,  ///< its details are not those that were sealed
        Witness, ///< it is not what somebody saw there before
        Head,    ///< the chain does not end where its head says
        File     ///< a line that can't be read
    };
    qint64 sealNumber = 0;
    Kind kind = Kind::Changed;
    friend bool operator==(const AuditFault &, const AuditFault &) = default;
};

/// Counts a tenant's audit chain over again (AUD-1), from its beginning or from a head that was verified
/// before.
class AuditChain final
{
public:
    explicit AuditChain(const QUuid &tenant, AuditHead from = {}) : m_tenant(tenant), m_head(std::move(from))
    {
    }

    void add(const AuditLink &link);
    /// What the server says that the head is, after the last link.
    void close(const AuditHead &head);

    [[nodiscard]] const AuditHead &head() const { return m_head; }
    [[nodiscard]] qint64 checked() const { return m_checked; }
    [[nodiscard]] qint64 erased() const { return m_erased; } ///< details that are not there
    [[nodiscard]] const QList<AuditFault> &faults() const { return m_faults; }

private:
    const QUuid m_tenant;
    AuditHead m_head;
    qint64 m_checked = 0, m_erased = 0;
    QList<AuditFault> m_faults;
};

/// An export with its proof (AUD-2): lines of JSON, a header, one line for each link, a footer with the head
/// and names. `tenantryctl audit verify`.
/// `filter`: only entries that fit it come with their details; the others stand there as links alone, which
/// prove them. Empty: everything.
[[nodiscard]] QByteArray auditFileHeader(const QUuid &tenant, const QString &name, const QJsonObject &filter = {});
[[nodiscard]] QByteArray auditFileLine(const AuditLink &link);
[[nodiscard]] QByteArray auditFileFooter(const AuditHead &head, const QJsonObject &names);

struct AuditReport
{
    QUuid tenant;
    QString name;
    AuditHead head;
    qint64 checked = 0, erased = 0;
    QList<AuditFault> faults; ///< the first hundred
    bool isPart = false;      ///< exported with a filter: details outside of it were left out, not erased
};
/// Error: "audit.file" (Data): no export of an audit.
/// `witness`: a head that somebody wrote down before, "NUMBER:HASH", through which the chain must go; empty:
/// none.
[[nodiscard]] Result<AuditReport> verifyAuditFile(QIODevice &file, const QString &witness = {});

} // namespace tenantry::exchange
