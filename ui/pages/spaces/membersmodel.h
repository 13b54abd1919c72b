// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/diffingmodel.h"
#include "ui/pages/spaces/memberlist.h"
#include "ui/pages/spaces/spacerights.h"

#include <QAbstractTableModel>
#include <QSet>

namespace tenantry::ui::spaces {

class MemberFinder;
class MemberNames;

/// The members of one place (MEM-1, MEM-10), filtered and sorted. A new state is diffed by the grants' IDs;
/// ticks stay with their grants, also where a filter hides them. Many members come a moment later
/// (MemberFinder).
class MembersModel final : public DiffingModel<QAbstractTableModel>
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

    explicit MembersModel(Session &session, QObject *parent = nullptr);

    /// Another place: what was shown, ticked and searched for is dropped.
    void setPlace(const MemberPlace &place);
    [[nodiscard]] const MemberPlace &place() const { return m_place; }
    /// Reads members, queue and rights anew.
    void refresh();
    void setQuery(const QString &query);
    /// None: all.
    void setRoleFilter(Role role);
    void sort(int column, Qt::SortOrder order) override;
    /// The members of the place aren't there yet for the first time.
    [[nodiscard]] bool isLoading() const { return m_loading; }

    [[nodiscard]] const MemberRow &rowAt(int row) const { return m_rows[size_t(row)]; }
    [[nodiscard]] const std::vector<MemberRow> &allRows() const
    {
        return *m_all;
    } ///< those hidden by a filter too
    /// Everybody is in the list, if only by name.
    [[nodiscard]] bool namesAll() const;
    [[nodiscard]] const SpaceRights &rights() const { return m_rights; }
    [[nodiscard]] Instant now() const { return m_now; }
    /// Why the actor can't remove the row; empty: they can.
    [[nodiscard]] QString removeRefusal(const MemberRow &row) const;
    /// Why its role can't be changed to any other.
    [[nodiscard]] QString roleRefusal(const MemberRow &row) const;
    /// Why it can't get this role. An expired grant must be renewed first: the server takes no expiry of the
    /// past.
    [[nodiscard]] QString roleRefusal(const MemberRow &row, Role role) const;
    [[nodiscard]] QString expiryRefusal(const MemberRow &row) const;

    [[nodiscard]] bool isTicked(const MemberRow &row) const { return m_ticked.contains(row.id); }
    [[nodiscard]] std::vector<MemberRow> tickedRows() const;
    [[nodiscard]] int tickedCount() const { return int(m_ticked.size()); }
    [[nodiscard]] int shownTickedCount() const;
    void tickShown(bool on);
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
    /// What refresh(), a filter or a sorting asked for is shown.
    void listed();

private:
    void ask();
    void take(const MemberList &list);
    void touch(int firstColumn, int lastColumn);
    [[nodiscard]] static QString nameOnlySentence();
    [[nodiscard]] static QString roleText(const MemberRow &row);
    [[nodiscard]] QString text(const MemberRow &row, int column) const;
    [[nodiscard]] QString tip(const MemberRow &row, int column) const;
    [[nodiscard]] QString nameTip(const MemberRow &row) const;
    [[nodiscard]] QVariant tone(const MemberRow &row, int column) const;
    [[nodiscard]] QVariant nameLook(const MemberRow &row, int role) const;
    [[nodiscard]] QVariant look(const MemberRow &row, int column, int role) const;
    [[nodiscard]] QVariant highlights(const MemberRow &row, int column) const;
    [[nodiscard]] QString spoken(const MemberRow &row, int column) const;

    Session &m_session;
    MemberFinder *m_finder;
    MemberNames *m_names;
    MemberPlace m_place;
    MemberFilter m_filter;
    std::vector<MemberRow> m_rows;
    std::shared_ptr<const std::vector<MemberRow>> m_all = std::make_shared<const std::vector<MemberRow>>();
    QSet<GrantId> m_ticked;
    SpaceRights m_rights;
    Instant m_now;
    bool m_loading = false;
    bool m_compact = false;
};

} // namespace tenantry::ui::spaces
