// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/access/planning.h"

#include <QWidget>

class QMenu;
class QPushButton;

namespace tenantry::ui::explorer {

/// What can be planned about an explanation: what would be enough, another role, to take it away. Each button
/// that can't be used says why.
class PlanBar final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanBar(Session &session, QWidget *parent = nullptr);
    /// Of the session's snapshot of this moment.
    void setExplanation(const access::Explanation &explanation);
    /// Why nothing can be planned at all; empty: it can.
    void setRefusal(const QString &refusal);
    void retranslate();

    void planRole(Role role);
    void planTaking();
    void planRepair();

Q_SIGNALS:
    void planned(const std::vector<tenantry::ui::explorer::Planned> &changes);

private:
    void fillRoles();

    Session &m_session;
    access::Explanation m_explanation;
    QString m_refusal;
    QMenu *m_roles;
    QPushButton *m_role;
    QPushButton *m_taking;
    QPushButton *m_repair;
};

} // namespace tenantry::ui::explorer
