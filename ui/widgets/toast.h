// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QFrame>

#include <functional>

class QLabel;
class QPushButton;
class QTimer;

namespace tenantry::ui
{

/// A short message at the bottom of a window, for 6 seconds (while the pointer or focus is on it, longer),
/// with an optional undo. A new message replaces the one before.
class Toast : public QFrame
{
    Q_OBJECT
public:
    /// Floats over `window`; hidden at first.
    explicit Toast(QWidget *window);
    void show(const QString &text, const std::function<void()> &undo = {});
    /// Hides it and lets go of what it said and would take back (SEC-4).
    void forget();

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void place();

    QLabel *m_text;
    QPushButton *m_undo;
    QTimer *m_timer;
    std::function<void()> m_onUndo;
};

} // namespace tenantry::ui
