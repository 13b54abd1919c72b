// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/auditchain.h"
#include "tests/uisupport/fixedsession.h"

#include <QJsonArray>
#include <QList>

namespace tenantry::test {

/// Answers what the audit page asks as the server would, from entries that a test puts in. Outlives the
/// session's last question.
class AuditServer final
{
public:
    AuditServer(FixedSession &session, TenantId chain);

    /// The newest; sealed at once.
    void add(const QString &kind, const QString &objectKind, const QUuid &object, const QJsonObject &detail,
             UserId actor, Instant at);
    void name(const QUuid &id, const QString &name)
    {
        m_names.insert(id.toString(QUuid::WithoutBraces), name);
    }
    /// Something to look at: changes of a department, of members, of a space, one without details, one not
    /// sealed.
    void addExamples(const FixedSession &session);

    QList<exchange::AuditLink> links; ///< a test may tamper with them
    QList<QJsonObject> entries;       ///< oldest first
    QList<QJsonObject> asked;         ///< of audit_page
    int linksAtMost = 2;              ///< in one answer

private:
    [[nodiscard]] QJsonObject page(const QJsonObject &arguments);
    [[nodiscard]] QJsonObject chain(const QJsonObject &arguments) const;

    const TenantId m_chain;
    QJsonObject m_names;
};

} // namespace tenantry::test
