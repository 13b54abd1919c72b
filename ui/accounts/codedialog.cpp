// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/codedialog.h"

#include "ui/accounts/passwordmeter.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QLayout>
#include <QLineEdit>
#include <QTimer>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

CodeDialog::CodeDialog(Purpose purpose, const QString &code, accounts::AccountsServer server, QWidget *parent)
    : AccountDialog(std::move(server), parent), m_purpose(purpose), m_code(addLine(u"token"_s)),
      m_email(addLine(u"email"_s)), m_send(makeButton(ButtonStyle::Default)),
      m_password(addLine(u"password"_s, true)), m_meter(new PasswordMeter)
{
    m_send->setAutoDefault(false);
    // Below the address that it is for.
    form()->layout()->removeWidget(form()->field(u"password"_s));
    form()->addWidget(m_send);
    form()->layout()->addWidget(form()->field(u"password"_s));
    form()->addWidget(m_meter);
    m_repeated = addLine(u"repeated"_s, true);
    connect(m_send, &QPushButton::clicked, this, &CodeDialog::askForMail);
    connect(m_password, &QLineEdit::textChanged, this,
            [this](const QString &password) { m_meter->rate(password, {}); });
    m_code->setText(accounts::tokenIn(code));
    go(Step::Code);
    (m_purpose == Purpose::Reset && code.isEmpty() ? m_email : m_code)->setFocus();
    if (!code.isEmpty())
        QTimer::singleShot(0, this, &CodeDialog::begin);
}

QString CodeDialog::code() const
{
    return accounts::tokenIn(m_code->text());
}

void CodeDialog::go(Step step)
{
    m_step = step;
    form()->field(u"token"_s)->setVisible(step == Step::Code);
    form()->field(u"email"_s)->setVisible(step == Step::Code);
    m_send->setVisible(step == Step::Code);
    form()->field(u"password"_s)->setVisible(step != Step::Code);
    m_meter->setVisible(step == Step::NewPassword);
    form()->field(u"repeated"_s)->setVisible(step == Step::NewPassword);
    CodeDialog::retranslate();
    adjustSize();
    if (step != Step::Code)
        m_password->setFocus();
}

void CodeDialog::act()
{
    m_step == Step::Code ? begin() : complete();
}

void CodeDialog::begin()
{
    if (code().isEmpty())
        return showErrors({{ErrorClass::Business, u"rule.required"_s, u"token"_s, {}}});
    auto done = whenDone([this](const QJsonObject &begun) {
        m_begun = begun;
        go(m_purpose == Purpose::Activate && begun["chosen"_L1].toBool() ? Step::KnownPassword
                                                                         : Step::NewPassword);
    });
    if (m_purpose == Purpose::Activate)
        accounts::beginActivation(client(), code(), std::move(done));
    else
        client().ask(u"begin_reset"_s, {{u"token"_s, code()}}, std::move(done));
}

void CodeDialog::complete()
{
    clearErrors();
    QList<Error> errors;
    if (m_step == Step::NewPassword)
        errors = accounts::checkNewPassword(m_password->text(), m_repeated->text(), {});
    else if (m_password->text().isEmpty())
        errors += {ErrorClass::Business, u"rule.required"_s, u"password"_s, {}};
    if (!errors.isEmpty())
        return showErrors(errors);
    auto done = [this](const accounts::Answer &answer) {
        setBusy(false);
        if (answer)
            return finish(
                m_purpose == Purpose::Activate
                    ? tr("Your account is active. Sign in with your e-mail and password.")
                    : tr("The new password works now. Whoever was signed in with the old one is out."));
        // A code that is over is said at its field.
        if (answer.error().first().field == u"token")
            go(Step::Code);
        showErrors(answer.error());
    };
    setBusy(true);
    if (m_purpose == Purpose::Activate)
        accounts::activate(client(), code(), m_begun, m_password->text(), done);
    else
        accounts::reset(client(), code(), m_password->text(), done);
}

void CodeDialog::askForMail()
{
    auto done = whenDone([this](const QJsonObject &) {
        tell(tr("If there is such an account, a mail is on its way. Open the link in it, or paste its code "
                "here."));
        m_code->setFocus();
    });
    if (m_purpose == Purpose::Activate)
        accounts::requestActivation(client(), m_email->text(), std::move(done));
    else
        accounts::requestReset(client(), m_email->text(), std::move(done));
}

void CodeDialog::retranslate()
{
    AccountDialog::retranslate();
    const bool isActivation = m_purpose == Purpose::Activate;
    const QString next = m_step == Step::Code ? tr("Continue")
                         : isActivation       ? tr("Activate")
                                              : tr("Set the password");
    const QString sentence = m_step == Step::Code ? tr("Paste the code of the mail. Where there is no mail, "
                                                       "or its code is too old, ask for a new one.")
                             : m_step == Step::NewPassword
                                 ? tr("Choose a password.")
                                 : tr("Enter the password that you chose when you registered.");
    setTexts(isActivation ? tr("Activate the account") : tr("Forgotten password"), sentence, next);
    form()->field(u"token"_s)->setLabel(tr("Code of the mail"));
    form()->field(u"email"_s)->setLabel(tr("E-mail"));
    m_send->setText(tr("Send a new mail"));
    form()
        ->field(u"password"_s)
        ->setLabel(m_step == Step::NewPassword ? tr("New password") : tr("Password"), true);
    form()
        ->field(u"password"_s)
        ->setHint(m_step == Step::NewPassword
                      ? tr("10 to 128 characters, without your name, e-mail or MIS account.")
                      : QString());
    form()->field(u"repeated"_s)->setLabel(tr("The password again"), true);
}

} // namespace tenantry::ui
