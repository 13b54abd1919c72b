// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/registrationdialog.h"

#include "core/domain/messages.h"
#include "core/domain/rules.h"
#include "ui/accounts/passwordmeter.h"
#include "ui/widgets/formfield.h"

#include <QLineEdit>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

RegistrationDialog::RegistrationDialog(accounts::AccountsServer server, QWidget *parent)
    : AccountDialog(std::move(server), parent), m_email(addLine(u"email"_s)), m_name(addLine(u"name"_s)),
      m_password(addLine(u"password"_s, true)), m_meter(new PasswordMeter)
{
    form()->addWidget(m_meter);
    m_repeated = addLine(u"repeated"_s, true);
    m_phone = addLine(u"phone"_s);
    m_mis = addLine(u"mis"_s);
    for (const QLineEdit *edit : {m_email, m_name, m_password, m_mis})
        connect(edit, &QLineEdit::textChanged, this, [this] {
            m_meter->rate(m_password->text(), {m_name->text(), m_email->text(), m_mis->text()});
        });
    RegistrationDialog::retranslate();
    m_email->setFocus();
}

accounts::Registration RegistrationDialog::entered() const
{
    return {m_email->text(), m_password->text(), m_repeated->text(),
            m_name->text(),  m_phone->text(),    m_mis->text()};
}

void RegistrationDialog::act()
{
    clearErrors();
    if (const QList<Error> errors = accounts::check(entered()); !errors.isEmpty())
        return showErrors(errors);
    accounts::registerPerson(client(), entered(), whenDone([this](const QJsonObject &) {
                                 m_password->clear();
                                 m_repeated->clear();
                                 finish(
                                     tr("A mail is on its way to %1. Open the link in it within 24 hours, or "
                                        "paste its code under Activate. "
                                        "If there is an account of this address already, the mail says so.")
                                         .arg(m_email->text().trimmed()));
                             }));
}

void RegistrationDialog::retranslate()
{
    AccountDialog::retranslate();
    setTexts(tr("Create an account"), tr("You get a mail with a link that activates it."),
             tr("Create the account"));
    const RuleSet rules = RuleSet::builtIn();
    const auto label = [&](const QString &field, const QString &text, bool required) {
        form()->field(field)->setLabel(text, required);
        if (const auto hint = rules.hint(u"user"_s, field))
            form()->field(field)->setHint(sentence(*hint));
    };
    label(u"email"_s, tr("E-mail"), true);
    label(u"name"_s, tr("Real name"), true);
    label(u"password"_s, tr("Password"), true);
    form()
        ->field(u"password"_s)
        ->setHint(tr("10 to 128 characters, without your name, e-mail or MIS account."));
    label(u"repeated"_s, tr("The password again"), true);
    label(u"phone"_s, tr("Phone"), false);
    form()->field(u"phone"_s)->setHint(tr("Outside China with + and the country code."));
    label(u"mis"_s, tr("MIS account"), false);
}

} // namespace tenantry::ui
