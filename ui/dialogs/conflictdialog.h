// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/dialogs/conflicttable.h"

#include <QDialog>

class QLabel;
class QPushButton;
class QScrollArea;

namespace tenantry::ui {

class Banner;

/// Two people edited the same thing: what I saw, what is there now, what I want, side by side, and the choice
/// for each field (INB-6). Nothing is overwritten that the person hasn't chosen to overwrite.
class ConflictDialog final : public QDialog
{
    Q_OBJECT
public:
    ConflictDialog(Session &session, CommandId id, QWidget *parent = nullptr);

    /// Opens one that deletes itself.
    static void compare(Session &session, CommandId id, QWidget *window);

    [[nodiscard]] ConflictTable *table() const { return m_table; }

protected:
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    void refreshSave();
    void retranslate();
    void save();
    void discard();
    [[nodiscard]] std::optional<QueuedCommand> command() const;

    Session &m_session;
    const CommandId m_id;
    QLabel *m_title;
    QLabel *m_explanation;
    Banner *m_notice;
    ConflictTable *m_table;
    QScrollArea *m_scroll;
    QPushButton *m_save;
    QPushButton *m_discard;
    QPushButton *m_later;
};

} // namespace tenantry::ui
