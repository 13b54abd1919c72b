// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDialog>

class QCheckBox;
class QLabel;
class QLineEdit;
class QPushButton;

namespace tenantry::ui
{

class FormField;

/// Asks for the password again after the server refused the one of this session. Use open(); work goes on without.
class PasswordDialog final : public QDialog
{
    Q_OBJECT
public:
    PasswordDialog(const QString &server, const QString &user, QWidget *parent = nullptr);
    /// While the server is asked.
    void setBusy(bool busy);
    /// At the field; what was typed stays.
    void setError(const QString &message);

Q_SIGNALS:
    void passwordGiven(const QString &password, bool remember);

protected:
    void changeEvent(QEvent *event) override;

private:
    void give();
    void retranslate();

    const QString m_server;
    const QString m_user;
    bool m_busy = false;
    QLabel *m_title;
    QLabel *m_sentence;
    QLineEdit *m_edit;
    FormField *m_field;
    QCheckBox *m_remember;
    QPushButton *m_signIn;
    QPushButton *m_later;
};

} // namespace tenantry::ui
