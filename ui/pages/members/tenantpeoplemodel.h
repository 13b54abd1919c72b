// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/densemodel.h"
#include "ui/pages/members/tenantpeople.h"

namespace tenantry::ui::members {

/// The people of a tenant that a filter leaves (ROL-5). Texts are made when they are looked at.
class TenantPeopleModel final : public DenseTableModel<PersonRow>
{
    Q_OBJECT
public:
    using DenseTableModel::DenseTableModel;

    /// A later list of the same tenant keeps in its place in the view what stays. Null: nothing is asked.
    void setList(const PeopleListPtr &list);
    [[nodiscard]] const PeopleListPtr &list() const { return m_list; }
    /// Drawn with a mark: a command on them waits.
    void setQueued(const QSet<UserId> &queued);
    [[nodiscard]] UserId idOf(const QModelIndex &index) const;
    /// Below 0: not shown.
    [[nodiscard]] int rowOf(UserId id) const;
    void retranslate();

    [[nodiscard]] int columnCount(const QModelIndex &) const override { return personColumnCount; }
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override;

private:
    [[nodiscard]] bool isLaterOfTheSame(const PeopleList &next) const;
    [[nodiscard]] QString text(directory::UserView user, PersonColumn column) const;
    [[nodiscard]] QVariant nameLook(directory::UserView user, int role) const;
    [[nodiscard]] QVariant look(directory::UserView user, PersonColumn column, int role) const;

    PeopleListPtr m_list;
    QSet<UserId> m_queued;
};

} // namespace tenantry::ui::members
