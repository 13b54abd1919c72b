// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/rows.h"
#include "ui/pages/records/recordsmodel.h"

#include <QHash>
#include <QSet>

#include <optional>

namespace tenantry::ui::mail {

/// One mail of the delivery log as the server gave it.
struct MailRow
{
    QUuid id;
    QString kind, recipient, address; ///< a name, and an address of stars
    TenantId tenantId;                ///< the recipient's
    QString tenant, status, reason;   ///< reason: a code; empty: no attempt failed since it was queued
    int reply = 0;                    ///< of SMTP
    int attempts = 0;
    Instant queuedAt;
    std::optional<Instant> due, endedAt, resentAt;
    QString obstacle;    ///< a code: why it can't be sent again
    bool queued = false; ///< that it is sent again waits in the queue
    friend bool operator==(const MailRow &, const MailRow &) = default;
};

/// NOT-1: what became of each mail: api.mail_page.
class MailModel final : public RecordsModelOf<MailRow>
{
    Q_OBJECT
public:
    enum Column { Queued, Recipient, About, State, Attempts, Outcome, Tenant, ColumnCount };
    using RecordsModelOf::RecordsModelOf;

    [[nodiscard]] std::unique_ptr<RecordsModel> makeEmpty() const override;
    /// Against which moments are written short.
    void setNow(Instant now) { m_now = now; }
    /// Marks those that wait in the queue.
    void mark(const QSet<QUuid> &queued);

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] MailRow rowFrom(const QJsonObject &json, const QJsonObject &names) const override;

private:
    [[nodiscard]] QString moment(Instant at) const;
    [[nodiscard]] QString outcome(const MailRow &row) const;
    [[nodiscard]] QString text(const MailRow &row, int column) const;

    Instant m_now;
};

} // namespace tenantry::ui::mail
