// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellviews.h"

#include <QWidget>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tenantry::ui
{

class Avatar;
class FormField;

/// In place of everything while locked. Knows a name and a time, nothing else of what is locked away.
class LockScreen final : public QWidget
{
    Q_OBJECT
public:
    enum class Secret {
        None,      ///< one click, and the reason why nothing is asked
        Password,  ///< of the account
        Passphrase ///< of the local copy, where there is no keychain
    };
    enum class Reason { None, Demo, NoPassword };
    explicit LockScreen(QWidget *parent = nullptr);
    void setAccount(const AccountView &account);
    void setLastSync(const QDateTime &lastSync);
    void setSecret(Secret secret, Reason reason = Reason::None);
    /// While keys are made from a passphrase (0.6 s) and the copy is read.
    void setBusy(bool busy);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// "" clears.
    void setError(const QString &message);
    /// Forgets what was typed and moves the focus to where to begin.
    void reset();

Q_SIGNALS:
    /// `secret` is empty for Secret::None.
    void unlockRequested(const QString &secret);
    void signOutRequested();

protected:
    void changeEvent(QEvent *event) override;

private:
    void retranslate();
    void unlock();

    QDateTime m_lastSync;
    Secret m_secret = Secret::Password;
    Reason m_reason = Reason::None;
    bool m_busy = false;
    Avatar *m_avatar;
    QLabel *m_name;
    QLabel *m_state;
    QLineEdit *m_edit;
    FormField *m_field;
    QLabel *m_note;
    QLabel *m_error;
    QPushButton *m_unlock;
    QPushButton *m_signOut;
};

} // namespace tenantry::ui
