// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/domain/rows.h"
#include "ui/pages/records/recordsmodel.h"

namespace tenantry::ui::members {

/// Somebody of any tenant as the server tells the platform team: the card, never contacts (ROL-2).
struct PlatformPersonRow
{
    UserId id;
    QString name, tenant, department;
    TenantId tenantId;
    QStringList roles; ///< words of built-in roles, names of a tenant's own
    UserStatus status = UserStatus::Active;
    bool staff = false;
    Instant createdAt;
    friend bool operator==(const PlatformPersonRow &, const PlatformPersonRow &) = default;
};

/// The people of all tenants, the newest accounts first (ROL-5): api.people_page.
class PlatformPeopleModel final : public RecordsModelOf<PlatformPersonRow>
{
    Q_OBJECT
public:
    enum Column { Name, Tenant, Department, Roles, Status, Created, ColumnCount };
    using RecordsModelOf::RecordsModelOf;

    [[nodiscard]] std::unique_ptr<RecordsModel> makeEmpty() const override;

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : int(ColumnCount);
    }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

protected:
    [[nodiscard]] PlatformPersonRow rowFrom(const QJsonObject &json, const QJsonObject &names) const override;

private:
    [[nodiscard]] QString text(const PlatformPersonRow &row, int column) const;
};

} // namespace tenantry::ui::members
