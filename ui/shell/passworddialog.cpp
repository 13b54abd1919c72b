// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/passworddialog.h"

#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QCheckBox>
#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

PasswordDialog::PasswordDialog(const QString &server, const QString &user, QWidget *parent)
    : QDialog(parent), m_server(server), m_user(user), m_title(makeLabel(TextStyle::Heading)), m_sentence(makeParagraph(TextStyle::Muted)),
      m_edit(new QLineEdit), m_field(new FormField(u"password"_s, m_edit)), m_remember(new QCheckBox),
      m_signIn(makeButton(ButtonStyle::Primary)), m_later(makeButton(ButtonStyle::Default))
{
    m_edit->setEchoMode(QLineEdit::Password);
    m_signIn->setDefault(true);
    m_later->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_later);
    buttons->addWidget(m_signIn);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 22, 24, 20);
    layout->setSpacing(14);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_field);
    layout->addWidget(m_remember);
    layout->addLayout(buttons);
    setMinimumWidth(420);
    connect(m_signIn, &QPushButton::clicked, this, &PasswordDialog::give);
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { setError({}); });
    retranslate();
    m_edit->setFocus();
}

void PasswordDialog::give()
{
    if (m_busy)
        return;
    if (m_edit->text().isEmpty())
        return setError(tr("Enter the password."));
    Q_EMIT passwordGiven(m_edit->text(), m_remember->isChecked());
}

void PasswordDialog::setBusy(bool busy)
{
    m_busy = busy;
    m_edit->setEnabled(!busy);
    m_remember->setEnabled(!busy);
    m_signIn->setEnabled(!busy);
    retranslate();
}

void PasswordDialog::setError(const QString &message)
{
    m_field->setError(message);
    if (!message.isEmpty()) {
        m_edit->selectAll();
        m_edit->setFocus();
    }
}

void PasswordDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PasswordDialog::retranslate()
{
    setWindowTitle(tr("Sign in again"));
    m_title->setText(tr("%1 refused your password").arg(m_server));
    m_sentence->setText(tr("It was changed, or has expired. Until you sign in again as %1, you work with the local copy; what you do is kept "
                           "and sent then.")
                            .arg(m_user));
    m_field->setLabel(tr("Password"), true);
    m_remember->setText(tr("Remember in the keychain"));
    m_signIn->setText(m_busy ? tr("Signing in…") : tr("Sign in"));
    m_later->setText(tr("Work offline"));
}

} // namespace tenantry::ui
