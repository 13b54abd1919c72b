// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>

namespace tenantry::ui::platform {

struct AdministratorItem
{
    QUuid id; ///< of the user
    QString name, assignedBy;
    Instant since;
    bool isActive = false, isSelf = false;
    friend bool operator==(const AdministratorItem &, const AdministratorItem &) = default;
};

/// Who acts for the platform (ROL-4), by name.
class AdministratorsModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Status, Since, AssignedBy, ColumnCount };
    using DiffingModel::DiffingModel;

    void refresh(const Session &session);
    void retranslate();
    [[nodiscard]] const AdministratorItem &itemAt(int row) const { return m_rows[size_t(row)]; }
    /// How many can act.
    [[nodiscard]] int active() const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    std::vector<AdministratorItem> m_rows;
};

} // namespace tenantry::ui::platform
