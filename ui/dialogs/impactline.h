// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/whatif.h"
#include "ui/models/basisreader.h"
#include "ui/models/newestwork.h"
#include "ui/session/session.h"

#include <QTimer>
#include <QWidget>

class QLabel;
class QPushButton;

namespace tenantry::ui {

class BoundChip;
class ConfirmDialog;

/// What a dialog's change would do to whom, before it is saved (PRM-5): "214 people gain, 3 lose, on 41
/// spaces and resources", which opens to the list. Worked out elsewhere, a moment after the last change of
/// the form; follows the snapshot.
class ImpactLine final : public QWidget
{
    Q_OBJECT
public:
    explicit ImpactLine(Session &session, QWidget *parent = nullptr);

    /// What is about to be done; nothing: the line is empty.
    void setChanges(std::vector<access::PlannedChange> changes);
    /// The same of commands as they would be submitted.
    void setCommands(const QList<Command> &commands);

    /// Null while it is being worked out, and where nothing is planned.
    [[nodiscard]] std::shared_ptr<const access::Difference> difference() const { return m_difference; }
    [[nodiscard]] QString text() const;
    void openList();

Q_SIGNALS:
    /// What is shown is of what was set last.
    void ready();

protected:
    void changeEvent(QEvent *event) override;

private:
    void work();
    void completeAnswer();
    void take(Result<std::optional<access::WhatIf>> answer);
    void show();

    Session &m_session;
    std::vector<access::PlannedChange> m_changes;
    std::shared_ptr<const access::Difference> m_difference;
    std::optional<Error> m_error;
    access::Bound m_bound = access::Bound::Exact;
    BasisReader m_basis;
    QTimer m_pause;
    NewestWork m_task;
    QLabel *m_icon;
    QLabel *m_text;
    BoundChip *m_boundChip;
    QPushButton *m_open;
};

/// "214 people gain, 3 lose, on 41 spaces and resources"; "Nobody gains or loses anything."
[[nodiscard]] QString impactText(const access::Difference &difference);

/// Puts a line about these commands into a confirmation, below its sentence.
ImpactLine *addImpactLine(Session &session, ConfirmDialog &dialog, const QList<Command> &commands = {});

} // namespace tenantry::ui
