// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/session/session.h"

#include <QAbstractTableModel>

namespace tenantry::ui::members {

/// Somebody who is invited and not in yet (ORG-10).
struct InvitedRow
{
    UserId id;
    QString name, email, by, places;
    Instant at;
    std::optional<Instant> until; ///< nothing: enters with the activation of the account
    bool pending = false;         ///< the account is not activated
    bool accepted = false;        ///< waits for the platform team
    bool queued = false;          ///< a withdrawal waits
    friend bool operator==(const InvitedRow &, const InvitedRow &) = default;
};

/// As api.invitations gives them; rows that say nothing are left out.
[[nodiscard]] std::vector<InvitedRow> invitedRows(const QJsonValue &answer);

class InvitedModel final : public DiffingModel<QAbstractTableModel>
{
    Q_OBJECT
public:
    enum Column { Name, Email, Places, State, By, At, columnsInAll };
    using DiffingModel::DiffingModel;

    void setRows(std::vector<InvitedRow> rows, Instant now);
    [[nodiscard]] const InvitedRow &rowAt(int row) const { return m_rows[size_t(row)]; }
    void retranslate();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    void sort(int column, Qt::SortOrder order) override;

private:
    void show(std::vector<InvitedRow> rows);
    [[nodiscard]] QString text(const InvitedRow &row, int column) const;
    [[nodiscard]] QString state(const InvitedRow &row) const;

    std::vector<InvitedRow> m_rows;
    Instant m_now;
    int m_column = At;
    Qt::SortOrder m_order = Qt::DescendingOrder;
};

} // namespace tenantry::ui::members
