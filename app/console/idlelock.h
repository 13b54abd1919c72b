// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QTimer>

#include <chrono>

namespace tenantry::console
{

/// Says when nobody has touched keyboard or mouse for a while (SEC-4). Watches the whole application.
class IdleLock final : public QObject
{
    Q_OBJECT
public:
    /// Zero: never.
    explicit IdleLock(std::chrono::milliseconds after, QObject *parent = nullptr);

Q_SIGNALS:
    void idle();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    QTimer m_timer;
};

} // namespace tenantry::console
