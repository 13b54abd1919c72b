// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QWidget>

#include <functional>

class QAbstractItemModel;
class QLabel;
class QPushButton;
class QTableView;

namespace tenantry::ui {
class StateStack;
}

namespace tenantry::ui::members {

/// A list of people that the server is asked for, because they are in another tenant and no row of theirs is
/// here; with a button for the one that is chosen. Asks anew once a command was carried out that makes the
/// list another.
class AskedPane : public QWidget
{
    Q_OBJECT
public:
    /// Asks anew.
    void refresh();
    virtual void retranslate();
    [[nodiscard]] QTableView *table() const { return m_table; }
    [[nodiscard]] QPushButton *actButton() const { return m_act; }

Q_SIGNALS:
    void toastRequested(const QString &text, const std::function<void()> &undo = {});

protected:
    /// `changedBy`: kinds of commands. `iconName`: of the list while it is empty.
    AskedPane(Session &session, sync::Question question, QStringList changedBy, const QString &actIconName,
              const QString &iconName, QWidget *parent);
    /// To be called once. The newest comes first, by `sortColumn`; widths as of setColumnWidths().
    void setModel(QAbstractItemModel *model, int sortColumn, const QList<int> &widths);
    void updateState();
    [[nodiscard]] Session &session() const { return m_session; }
    [[nodiscard]] StateStack *states() const { return m_states; }
    /// Row of the model; below 0: none is chosen.
    [[nodiscard]] int current() const;

    virtual void take(const QJsonValue &answer) = 0;
    /// Nothing of anybody stays.
    virtual void forget() = 0;
    /// Lays the queue over what the server said.
    virtual void mark() = 0;
    virtual void act() = 0;
    /// Why the button can't be used; empty: it can.
    [[nodiscard]] virtual QString refusal() const = 0;
    [[nodiscard]] virtual QString countText() const = 0;

private:
    void answered(const Result<QJsonValue> &answer);
    void followQueue();

    Session &m_session;
    const sync::Question m_question;
    const QStringList m_changedBy;
    QLabel *m_count;
    QPushButton *m_act;
    QTableView *m_table;
    StateStack *m_states;
    qsizetype m_settled = 0; ///< commands of those kinds that the server had answered when it was asked
    bool m_asking = false;
    std::optional<Error> m_error;
};

} // namespace tenantry::ui::members
