// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/membersmodel.h"

#include <QCollator>
#include <QHash>
#include <QSortFilterProxyModel>

namespace tenantry::ui::spaces
{

/// Sorts and filters members (MEM-1, MEM-2). Organizations, then role groups, then people until another column is
/// chosen; the owner stays on top whatever is sorted.
class MembersProxy final : public QSortFilterProxyModel
{
    Q_OBJECT
public:
    explicit MembersProxy(MembersModel *model, QObject *parent = nullptr);

    /// Name or department, pinyin and initials too.
    void setQuery(const QString &query);
    [[nodiscard]] QString query() const { return m_query; }
    /// None: all.
    void setRole(Role role);
    [[nodiscard]] const MemberRow &rowAt(const QModelIndex &index) const { return m_model->rowAt(mapToSource(index).row()); }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;

protected:
    [[nodiscard]] bool filterAcceptsRow(int row, const QModelIndex &parent) const override;
    [[nodiscard]] bool lessThan(const QModelIndex &left, const QModelIndex &right) const override;

private:
    [[nodiscard]] int compare(const MemberRow &a, const MemberRow &b, int column) const;
    [[nodiscard]] int compareText(const QString &a, const QString &b) const;
    [[nodiscard]] bool matches(const QString &text) const;

    MembersModel *m_model;
    QCollator m_collator;
    mutable QHash<QString, QCollatorSortKey> m_keys; ///< collating is slow, names repeat
    mutable QHash<QString, bool> m_matches;          ///< of the query of the moment: departments repeat
    QString m_query;
    Role m_role = Role::None;
};

} // namespace tenantry::ui::spaces
