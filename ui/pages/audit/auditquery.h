// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

namespace tenantry::ui::audit {

/// What the page filters by.
struct AuditFilter
{
    QString actor, object; ///< parts of names
    QString kind;          ///< empty: all
    int days = 0;          ///< back from now; 0: any time
    friend bool operator==(const AuditFilter &, const AuditFilter &) = default;
};

/// Asks the server for the audit; an answer to what is no longer wanted is dropped.
class AuditQuery final : public QObject
{
    Q_OBJECT
public:
    explicit AuditQuery(Session &session, QObject *parent = nullptr) : QObject(parent), m_session(session) {}

    void ask(TenantId chain, const AuditFilter &filter);
    /// The next part, before this entry.
    void askMore(qint64 before);
    [[nodiscard]] bool isBusy() const { return m_context; }
    [[nodiscard]] bool hasMore() const { return m_more; }
    void cancel();

Q_SIGNALS:
    void answered(const QJsonObject &page, bool isMore);
    void failed(const tenantry::Error &error);

private:
    void send(const QJsonObject &arguments, bool isMore);

    Session &m_session;
    QJsonObject m_arguments;
    bool m_more = false;
    QObject *m_context = nullptr; ///< of the question that is under way
};

} // namespace tenantry::ui::audit
