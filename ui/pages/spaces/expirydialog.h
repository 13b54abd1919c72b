// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/commands.h"
#include "ui/session/session.h"

#include <QDialog>

#include <functional>

class QDateTimeEdit;
class QLabel;
class QPushButton;

namespace tenantry::ui {
class Banner;
class ImpactLine;
} // namespace tenantry::ui

namespace tenantry::ui::spaces {

/// Until which day and hour access lasts (MEM-7), and who gains or loses by it (PRM-5).
class ExpiryDialog final : public QDialog
{
    Q_OBJECT
public:
    /// `commands` makes those that an end would give.
    using Commands = std::function<QList<Command>(Instant end)>;
    ExpiryDialog(Session &session, int members, Commands commands, QWidget *parent = nullptr);
    [[nodiscard]] Instant expiresAt() const;
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void describe();

    Session &m_session;
    Instant m_now;
    int m_members;
    Commands m_commands;
    QLabel *m_title;
    QLabel *m_label;
    QDateTimeEdit *m_until;
    QLabel *m_left;
    Banner *m_outlasts; ///< why it can't be this end (PRM-9)
    ImpactLine *m_impact;
    QPushButton *m_cancel;
    QPushButton *m_renew;
};

} // namespace tenantry::ui::spaces
