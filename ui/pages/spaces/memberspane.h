// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/membercommands.h"

#include <QWidget>

#include <functional>

class QLabel;
class QTableView;

namespace tenantry::ui {
class StateStack;
}

namespace tenantry::ui::spaces {

class MemberActions;
class MembersBulkBar;
class MembersModel;
class MembersTable;
class MembersToolbar;

/// 权限管理 of a space or of one of its resources: who is in it, with which role, and everything that can be
/// done about it.
class MembersPane final : public QWidget
{
    Q_OBJECT
public:
    explicit MembersPane(Session &session, QWidget *parent = nullptr);

    void setPlace(const MemberPlace &place);
    /// Reads rows, queue and rights anew.
    void refresh();
    void retranslate();
    [[nodiscard]] MembersModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const;
    void addPeople();
    void addOrganizations();
    template <class Dialog>
    void openAdding();

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo);

private:
    void showState();
    void showEmpty(int all, bool mayHide);

    Session &m_session;
    MembersModel *m_model;
    MemberActions *m_actions;
    MembersToolbar *m_toolbar;
    MembersBulkBar *m_bulk;
    MembersTable *m_table;
    QLabel *m_count;
    StateStack *m_states;
};

} // namespace tenantry::ui::spaces
