// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>

namespace tenantry::ui::spaces
{

/// The resources of a space (SPC-8), by kind and name. Diffed by ID.
class ResourcesModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Kind, Access, Owner, ColumnCount };
    struct Row {
        ResourceId id;
        QString kind, name, owner;
        bool restricted = false;
        friend bool operator==(const Row &, const Row &) = default;
    };
    using DiffingModel::DiffingModel;

    void setSpace(const Session &session, SpaceId space);
    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void retranslate();

private:
    std::vector<Row> m_rows;
};

} // namespace tenantry::ui::spaces
