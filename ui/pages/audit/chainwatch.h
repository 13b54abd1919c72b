// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/exchange/auditchain.h"
#include "ui/session/session.h"

#include <memory>

class QTimer;

namespace tenantry::ui::audit {

/// Where a console keeps the last head of each chain that it verified, between runs; as it is made, nowhere.
struct HeadStore
{
    std::function<exchange::AuditHead(const QUuid &tenant)> read = [](const QUuid &) { return exchange::AuditHead(); };
    std::function<void(const QUuid &tenant, const exchange::AuditHead &head)> keep =
        [](const QUuid &, const exchange::AuditHead &) {};
};

/// Follows a chain from the last head that this console verified, and so is its witness (AUD-1): a tail that
/// was cut and a chain that was written anew are found, whoever did it. What it verified is never given up
/// for what the server says now.
class ChainWatch final : public QObject
{
    Q_OBJECT
public:
    ChainWatch(Session &session, HeadStore store, QObject *parent = nullptr);

    /// Null: none. Looks at once where there is a connection, then every ten minutes.
    void setChain(const QUuid &tenant);
    void look();

    enum class State { Unknown, Verified, Broken };
    [[nodiscard]] State state() const { return m_state; }
    [[nodiscard]] const exchange::AuditHead &verified() const { return m_verified; }
    /// Of Broken: the entry up to which this console had verified the chain.
    [[nodiscard]] qint64 brokenAfter() const { return m_brokenAfter; }

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const QJsonObject &answer);
    void breakAt(qint64 sealNumber);

    Session &m_session;
    const HeadStore m_store;
    QTimer *m_timer;
    QUuid m_tenant;
    exchange::AuditHead m_verified;
    State m_state = State::Unknown;
    qint64 m_brokenAfter = 0;
    std::unique_ptr<QObject> m_context; ///< of the question that is under way
};

} // namespace tenantry::ui::audit
