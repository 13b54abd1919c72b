// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/membercommands.h"
#include "ui/pages/spaces/membersmodel.h"

#include <QWidget>

#include <functional>

class QCheckBox;
class QComboBox;
class QLabel;
class QMenu;
class QPushButton;
class QTableView;

namespace tenantry::ui
{
class SearchField;
class StateStack;
} // namespace tenantry::ui

namespace tenantry::ui::spaces
{

class ActionsDelegate;
class MembersProxy;

/// 权限管理 of one space: who is in it, with which role, and everything that can be done about it.
class MembersPane final : public QWidget
{
    Q_OBJECT
public:
    explicit MembersPane(Session &session, QWidget *parent = nullptr);

    /// The caller refreshes.
    void setSpace(SpaceId space);
    /// Reads rows, queue and rights anew.
    void refresh();
    void retranslate();
    [[nodiscard]] MembersModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    void focusSearch();
    void addPeople();
    void addOrganizations();

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QWidget *makeToolbar();
    QWidget *makeBulkBar();
    void makeTable();
    void connectTable();
    /// As wide as the words of the language ask for; the name takes the rest.
    void fitColumns();
    void fillRoleFilter();
    void updateBulk();
    void updateCount();
    void updateButtons();
    void tickAll(bool on);
    void showRoleMenu(const QModelIndex &index, const QPoint &at);
    void showRowMenu(const QPoint &at);
    void fillBulkRoles();
    void fillBulkExpiry();
    void openDetail(const QModelIndex &index);
    /// What of `rows` may be done at once; asks first where some of it may not.
    void withAllowed(const std::vector<MemberRow> &rows, const QString &act, const std::function<QString(const MemberRow &)> &refusal,
                     const std::function<void(const std::vector<MemberRow> &)> &go);
    void changeRole(const std::vector<MemberRow> &rows, Role role);
    void changeExpiry(const std::vector<MemberRow> &rows, const std::optional<Instant> &expiresAt);
    void remove(const std::vector<MemberRow> &rows);
    void done(const QString &text, const UndoList &undo);
    [[nodiscard]] std::vector<MemberRow> currentRows() const;

    Session &m_session;
    SpaceId m_space;
    MembersModel *m_model;
    MembersProxy *m_proxy;
    QTableView *m_table;
    ActionsDelegate *m_actions;
    SearchField *m_search;
    QComboBox *m_roleFilter;
    QPushButton *m_roles;
    QPushButton *m_addPeople;
    QPushButton *m_addOrganizations;
    QCheckBox *m_all;
    QLabel *m_selected;
    QPushButton *m_bulkRole;
    QPushButton *m_bulkExpiry;
    QPushButton *m_bulkRemove;
    QMenu *m_bulkRoleMenu;
    QMenu *m_bulkExpiryMenu;
    QLabel *m_count;
    StateStack *m_states;
};

} // namespace tenantry::ui::spaces
