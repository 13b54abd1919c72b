// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/session/session.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Banner;
class Form;
class PasswordMeter;

/// Another password for the old one (ACC-8). Only while connected: a password that waits for a server is one
/// that lies about somewhere. However it ends, the fields are empty then.
class PasswordChangeDialog final : public QDialog
{
    Q_OBJECT
public:
    explicit PasswordChangeDialog(Session &session, QWidget *window = nullptr);

    [[nodiscard]] Form *form() const { return m_form; }
    void save();

Q_SIGNALS:
    void changed();

protected:
    void changeEvent(QEvent *event) override;

private:
    [[nodiscard]] QLineEdit *addLine(const QString &field);
    [[nodiscard]] QStringList own() const;
    [[nodiscard]] QList<Error> check() const;
    void showErrors(const QList<Error> &errors);
    void setBusy(bool busy);
    void retranslate();

    Session &m_session;
    bool m_isBusy = false;
    QLabel *m_title;
    QLabel *m_sentence;
    Banner *m_banner;
    Form *m_form;
    QLineEdit *m_old;
    QLineEdit *m_password;
    PasswordMeter *m_meter;
    QLineEdit *m_repeated;
    QPushButton *m_save;
    QPushButton *m_cancel;
};

} // namespace tenantry::ui
