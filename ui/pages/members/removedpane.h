// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/removedmembers.h"

#include <QWidget>

class QLabel;
class QPushButton;
class QTableView;

namespace tenantry::ui {
class StateStack;
}

namespace tenantry::ui::members {

/// Who was removed in the last 30 days, until when they can be brought back, and the way back (ORG-7). The
/// server is asked: the people are in another tenant, so no row of theirs is here.
class RemovedPane final : public QWidget
{
    Q_OBJECT
public:
    explicit RemovedPane(Session &session, QWidget *parent = nullptr);

    /// Asks anew.
    void refresh();
    void restore();
    void retranslate();
    [[nodiscard]] RemovedModel *model() const { return m_model; }
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QPushButton *restoreButton() const { return m_restore; }

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo = {});

private:
    void makeTable();
    void take(const Result<QJsonValue> &answer);
    void mark();
    void followQueue();
    void updateState();
    [[nodiscard]] QString restoreRefusal() const;

    Session &m_session;
    RemovedModel *m_model;
    QLabel *m_count;
    QPushButton *m_restore;
    QTableView *m_table;
    StateStack *m_states;
    std::vector<RemovedRow> m_rows;
    qsizetype m_settled = 0; ///< removals and restorations that the server had answered when it was asked
    bool m_asking = false;
    std::optional<Error> m_error;
};

} // namespace tenantry::ui::members
