// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/passwordrule.h"

#include <QWidget>

class QLabel;

namespace tenantry::ui {

/// How hard a password is to guess while it is typed (ACC-2): score, and what to mend.
class PasswordMeter final : public QWidget
{
    Q_OBJECT
public:
    explicit PasswordMeter(QWidget *parent = nullptr);
    /// `own`: what it must not hold.
    void rate(const QString &password, const QStringList &own);

protected:
    void changeEvent(QEvent *event) override;

private:
    class Bar;
    [[nodiscard]] QString words() const;
    void refresh();

    bool m_isEmpty = true;
    PasswordStrength m_strength;
    Bar *m_bar;
    QLabel *m_text;
};

} // namespace tenantry::ui
