// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "ui/pages/records/recordsmodel.h"

#include <optional>
#include <vector>

namespace tenantry::ui::security {

/// One event or access as the server gave it.
struct SecurityRow
{
    qint64 id = 0;
    Instant at;
    std::optional<Instant> clientAt; ///< by the console that was offline then
    QString actor, tenant;           ///< names; empty: nobody, the platform
    QString kind;
    QJsonObject details;
    bool isAlarm = false;
    friend bool operator==(const SecurityRow &, const SecurityRow &) = default;
};

/// Security events, or who read what: api.security_page.
class SecurityModel final : public RecordsModelOf<SecurityRow>
{
    Q_OBJECT
public:
    enum Column { When, Who, What, Detail, Tenant, ColumnCount };
    using RecordsModelOf::RecordsModelOf;

    [[nodiscard]] std::unique_ptr<RecordsModel> makeEmpty() const override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] SecurityRow rowFrom(const QJsonObject &json, const QJsonObject &names) const override;

private:
    [[nodiscard]] QString text(const SecurityRow &row, int column) const;
};

} // namespace tenantry::ui::security
