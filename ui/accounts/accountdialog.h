// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/accounts/accountflows.h"

#include <QDialog>

class QLabel;
class QLineEdit;
class QPushButton;

namespace tenantry::ui {

class Banner;
class Form;

/// The frame of what people do who can't sign in yet: a form whose acts go to the worker's endpoint. Nothing
/// typed is lost (ERR-2), each error stands at its field, all at once (ERR-3).
class AccountDialog : public QDialog
{
    Q_OBJECT
public:
    AccountDialog(accounts::AccountsServer server, QWidget *parent);

protected:
    [[nodiscard]] Form *form() const { return m_form; }
    [[nodiscard]] accounts::AccountsClient &client() { return m_client; }
    /// A line of the form; passwords are hidden.
    [[nodiscard]] QLineEdit *addLine(const QString &field, bool isPassword = false);
    void setTexts(const QString &title, const QString &sentence, const QString &primary);

    /// While the endpoint is asked; the dialog can be closed, which gives the question up.
    void setBusy(bool busy);
    /// Clears what was said before.
    void clearErrors();
    void tell(const QString &sentence);
    void showErrors(const QList<Error> &errors);
    /// Takes an answer: shows its errors, or calls `done`.
    [[nodiscard]] accounts::Done whenDone(std::function<void(const QJsonObject &)> done);
    /// What is left to do is to close it.
    void finish(const QString &sentence);

    virtual void act() = 0;
    virtual void retranslate();
    void changeEvent(QEvent *event) override;

private:
    accounts::AccountsClient m_client;
    bool m_isFinished = false;
    QLabel *m_title;
    QLabel *m_sentence;
    Banner *m_banner;
    Form *m_form;
    QPushButton *m_primary;
    QPushButton *m_cancel;
};

} // namespace tenantry::ui
