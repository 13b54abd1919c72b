// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QElapsedTimer>
#include <QObject>

#include <chrono>

class QTimer;

namespace tenantry::ui
{

/// Says when nobody has touched keyboard or mouse in any window of the program for a while (SEC-4).
class IdleWatch final : public QObject
{
    Q_OBJECT
public:
    /// 0: never.
    explicit IdleWatch(std::chrono::milliseconds limit, QObject *parent = nullptr);
    void setLimit(std::chrono::milliseconds limit);

Q_SIGNALS:
    /// Once, until somebody touches something again.
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void check();

    std::chrono::milliseconds m_limit;
    QElapsedTimer m_sinceInput;
    QTimer *m_timer;
};

} // namespace tenantry::ui
