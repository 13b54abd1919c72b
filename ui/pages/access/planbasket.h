// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/access/planning.h"

#include <QWidget>

class QLabel;
class QListWidget;
class QPushButton;

namespace tenantry::ui {
class ImpactLine;
struct NotQueued;
}

namespace tenantry::ui::explorer {

/// A basket of planned changes with what all of them together would do to whom, live; then "do it" or
/// "discard" (PRM-5). Hidden while it is empty.
class PlanBasket final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanBasket(Session &session, QWidget *parent = nullptr);
    /// A change of what is to be changed already takes the earlier one's place: two commands about one grant
    /// would refuse each other.
    void add(const std::vector<Planned> &changes);
    void clear();
    /// Why nothing can be done now; empty: it can.
    void setRefusal(const QString &refusal);
    /// Keeps what is planned without any name (the console is locked) …
    void forgetNames();
    /// … and names it again.
    void nameAgain() { show(); }
    [[nodiscard]] const std::vector<Planned> &changes() const { return m_changes; }
    [[nodiscard]] ImpactLine *impact() const { return m_impact; }
    /// Gives the commands, in the order in which they were planned.
    void doIt();
    void retranslate();

Q_SIGNALS:
    void done(int commands);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void show();
    void removeCurrent();
    void put(Planned change);
    void takeQueued(const std::vector<Planned> &changes, const QList<CommandId> &given, const NotQueued &failed);
    [[nodiscard]] QString textOf(const Planned &change) const;

    Session &m_session;
    std::vector<Planned> m_changes;
    QString m_refusal;
    QLabel *m_title;
    QListWidget *m_list;
    ImpactLine *m_impact;
    QPushButton *m_remove;
    QPushButton *m_discard;
    QPushButton *m_doIt;
};

} // namespace tenantry::ui::explorer
