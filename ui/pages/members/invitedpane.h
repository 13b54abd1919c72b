// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/invitedmodel.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace tenantry::ui {
class StateStack;
}

namespace tenantry::ui::members {

/// Who is invited and not in yet, and the way to take that back (ORG-10). The server is asked: the people are
/// in another tenant, so no row of theirs is here.
class InvitedPane final : public QWidget
{
    Q_OBJECT
public:
    explicit InvitedPane(Session &session, QWidget *parent = nullptr);

    /// Asks anew.
    void refresh();
    void withdraw();
    void retranslate();
    [[nodiscard]] InvitedModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QPushButton *withdrawButton() const { return m_withdraw; }

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo = {});

private:
    void makeTable();
    void take(const Result<QJsonValue> &answer);
    void mark();
    void followQueue();
    void updateState();
    [[nodiscard]] QString withdrawRefusal() const;

    Session &m_session;
    InvitedModel *m_model;
    QLabel *m_count;
    QPushButton *m_withdraw;
    QTableView *m_table;
    StateStack *m_states;
    std::vector<InvitedRow> m_rows;
    int m_all = 0;           ///< how many there are, beyond those that are shown
    qsizetype m_settled = 0; ///< commands on invitations that the server had answered when it was asked
    bool m_asking = false;
    std::optional<Error> m_error;
};

} // namespace tenantry::ui::members
