// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberrow.h"
#include "ui/pages/spaces/spacerights.h"

#include <QAbstractTableModel>
#include <QSet>

namespace tenantry::ui::spaces
{

/// The members of one space (MEM-1). A new state is diffed by the grants' IDs; ticks stay with their grants.
class MembersModel final : public QAbstractTableModel
{
    Q_OBJECT
public:
    enum Column { Type, Name, Department, RoleColumn, AddedBy, AddedAt, Expires, Actions, ColumnCount };
    enum ItemRole {
        GrantIdRole = Qt::UserRole + 1, ///< QUuid
        RoleRefusalRole,                ///< QString: why its role can't be changed; empty: it can
        RemoveRefusalRole,              ///< QString: why it can't be removed
        ProblemRole,                    ///< QString: the sentence of a refused change
    };

    using QAbstractTableModel::QAbstractTableModel;

    void setRows(std::vector<MemberRow> rows, const SpaceRights &rights, Instant now);
    [[nodiscard]] const std::vector<MemberRow> &rows() const { return m_rows; }
    [[nodiscard]] const MemberRow &rowAt(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] const SpaceRights &rights() const { return m_rights; }
    [[nodiscard]] Instant now() const { return m_now; }
    /// Why the actor can't remove the row; empty: they can.
    [[nodiscard]] QString removeRefusal(const MemberRow &row) const;
    /// Why the actor can give it no other role at all.
    [[nodiscard]] QString roleRefusal(const MemberRow &row) const;
    /// Why not this role. An expired grant must be renewed first: the server takes no expiry of the past.
    [[nodiscard]] QString roleRefusal(const MemberRow &row, Role role) const;
    [[nodiscard]] QString expiryRefusal(const MemberRow &row) const;

    [[nodiscard]] bool isTicked(const MemberRow &row) const { return m_ticked.contains(row.id); }
    [[nodiscard]] std::vector<MemberRow> tickedRows() const;
    [[nodiscard]] int tickedCount() const { return int(m_ticked.size()); }
    void tick(const QSet<GrantId> &grants, bool on);
    void clearTicks();

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;
    bool setData(const QModelIndex &index, const QVariant &value, int role) override;

    /// Where there is little room: types as icons without words.
    void setCompact(bool compact);

    /// Texts are in the language of the moment.
    void retranslate();

Q_SIGNALS:
    void ticksChanged();

private:
    friend struct MembersModelSteps;
    [[nodiscard]] QString text(const MemberRow &row, int column) const;
    [[nodiscard]] QString tip(const MemberRow &row, int column) const;
    [[nodiscard]] QVariant look(const MemberRow &row, int column, int role) const;
    [[nodiscard]] QString spoken(const MemberRow &row, int column) const;

    std::vector<MemberRow> m_rows;
    QSet<GrantId> m_ticked;
    SpaceRights m_rights;
    Instant m_now;
    bool m_compact = false;
};

} // namespace tenantry::ui::spaces
