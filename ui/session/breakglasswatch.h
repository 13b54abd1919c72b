// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/rows.h"

#include <QJsonObject>
#include <QTimer>

#include <optional>

namespace tenantry::ui {

class Session;

/// A tenant that somebody of the platform team has open for maintenance (TEN-13).
struct OpenedTenant
{
    QUuid id; ///< null: not known before the server was asked; it can't be ended then
    TenantId tenantId;
    UserId userId;
    QString tenant, user, reason;
    Instant until;
    friend bool operator==(const OpenedTenant &, const OpenedTenant &) = default;
};

/// Knows which tenants are open, for all who show it (Session::breakGlass()): those that concern the actor,
/// asked of the server when something changed. Until it has answered, without a connection too, those of the
/// actor that the replica knows of. What has ended by now is left out, whether the server was asked since or not.
class BreakGlassWatch final : public QObject
{
    Q_OBJECT
public:
    explicit BreakGlassWatch(Session &session);
    [[nodiscard]] QList<OpenedTenant> opened() const;

Q_SIGNALS:
    void changed();

private:
    void ask();
    void take(const QJsonObject &answer);
    /// Where something else is open than was told last.
    void tell();
    [[nodiscard]] QList<OpenedTenant> ofReplica() const;

    Session &m_session;
    std::optional<QList<OpenedTenant>> m_answered; ///< what the server said last
    QList<OpenedTenant> m_told;
    QTimer m_soon; ///< several pulls, one question
    QTimer m_tick; ///< while one is open
};

} // namespace tenantry::ui
