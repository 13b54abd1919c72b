// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/conflictfields.h"

#include <QDialog>

class QButtonGroup;
class QGridLayout;
class QLabel;
class QPushButton;

namespace tenantry::ui
{

/// Two people edited the same thing: what I saw, what is there now, what I want, side by side, and the choice for each
/// field (INB-6). Nothing is overwritten that the person hasn't chosen to overwrite.
class ConflictDialog final : public QDialog
{
    Q_OBJECT
public:
    ConflictDialog(Session &session, CommandId id, QWidget *parent = nullptr);

protected:
    void changeEvent(QEvent *event) override;

private:
    void rebuild();
    void addRow(int row, const ConflictField &field);
    void save();
    void discard();
    [[nodiscard]] std::optional<QueuedCommand> command() const;

    Session &m_session;
    const CommandId m_id;
    QList<ConflictField> m_fields;
    QList<QButtonGroup *> m_choices;
    QLabel *m_title;
    QLabel *m_explanation;
    QWidget *m_table = nullptr;
    QPushButton *m_save;
    QPushButton *m_discard;
    QPushButton *m_later;
};

} // namespace tenantry::ui
