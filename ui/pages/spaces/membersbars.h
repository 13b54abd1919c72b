// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/membersmodel.h"

#include <QWidget>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;

namespace tenantry::ui {
class SearchField;
}

namespace tenantry::ui::spaces {

class MemberActions;

/// Above the members: search, filter by role, what roles may do, add.
class MembersToolbar final : public QWidget
{
    Q_OBJECT
public:
    explicit MembersToolbar(MembersModel *model, QWidget *parent = nullptr);
    [[nodiscard]] SearchField *search() const { return m_search; }
    [[nodiscard]] bool canAdd() const;
    /// Another place: nothing is searched for.
    void clear();
    /// What the actor may.
    void refresh();
    void retranslate();
    /// Behind the filter.
    void addTool(QWidget *tool);

Q_SIGNALS:
    void addPeopleRequested();
    void addOrganizationsRequested();

private:
    void fillRoles();

    MembersModel *m_model;
    SearchField *m_search;
    QComboBox *m_roleFilter;
    QPushButton *m_roles;
    QPushButton *m_addPeople;
    QPushButton *m_addOrganizations;
};

/// Below that: tick all, and what can be done with what is ticked (MEM-5, MEM-7).
class MembersBulkBar final : public QWidget
{
    Q_OBJECT
public:
    MembersBulkBar(MembersModel *model, MemberActions *actions, QWidget *parent = nullptr);
    void refresh();
    void retranslate();
    [[nodiscard]] QWidget *lastControl() const;

private:
    MembersModel *m_model;
    QCheckBox *m_all;
    QLabel *m_selected;
    QPushButton *m_role;
    QPushButton *m_expiry;
    QPushButton *m_remove;
};

} // namespace tenantry::ui::spaces
