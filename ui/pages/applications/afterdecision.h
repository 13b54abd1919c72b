// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/rows.h"

#include <QWidget>

class QLabel;
class QPushButton;

namespace tenantry::ui::applications {

/// What the applicant can do with a decided application: rate the decision (KPI-1), take a rejected one up
/// again (INB-9).
class AfterDecision final : public QWidget
{
    Q_OBJECT
public:
    explicit AfterDecision(QWidget *parent = nullptr);
    void show(const ApplicationRow &row, int queuedRating);
    using QWidget::show;
    void retranslate();

Q_SIGNALS:
    void rated(int stars);
    void takenUpAgain();

private:
    void refresh();

    ApplicationRow m_row;
    int m_queued = 0;
    QLabel *m_question;
    QList<QPushButton *> m_stars;
    QPushButton *m_again;
};

} // namespace tenantry::ui::applications
