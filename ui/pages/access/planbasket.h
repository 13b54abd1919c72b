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
}

namespace tenantry::ui::explorer {

/// A basket of planned changes with what all of them together would do to whom, live; then "do it" or
/// "discard" (PRM-5). Hidden while it is empty.
class PlanBasket final : public QWidget
{
    Q_OBJECT
public:
    explicit PlanBasket(Session &session, QWidget *parent = nullptr);
    void add(const std::vector<Planned> &changes);
    void clear();
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

    Session &m_session;
    std::vector<Planned> m_changes;
    QLabel *m_title;
    QListWidget *m_list;
    ImpactLine *m_impact;
    QPushButton *m_remove;
    QPushButton *m_discard;
    QPushButton *m_doIt;
};

} // namespace tenantry::ui::explorer
