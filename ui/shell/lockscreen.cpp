// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/lockscreen.h"

#include "ui/widgets/avatar.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

LockScreen::LockScreen(QWidget *parent)
    : QWidget(parent), m_avatar(new Avatar(64)), m_name(makeLabel(TextStyle::Title)),
      m_state(makeParagraph(TextStyle::Muted)), m_edit(new QLineEdit), m_field(new FormField(u"secret"_s, m_edit)),
      m_note(makeParagraph(TextStyle::Small)), m_error(makeParagraph(TextStyle::Small)), m_unlock(makeButton(ButtonStyle::Primary, {}, u"unlock"_s)),
      m_signOut(makeButton(ButtonStyle::Quiet))
{
    setProperty("panel", u"window"_s);
    setAttribute(Qt::WA_StyledBackground);
    m_edit->setEchoMode(QLineEdit::Password);
    m_state->setAlignment(Qt::AlignCenter);
    m_note->setAlignment(Qt::AlignCenter);
    m_note->hide();
    m_error->setAlignment(Qt::AlignCenter);
    m_error->hide();

    auto *column = new QWidget;
    column->setFixedWidth(320);
    auto *layout = new QVBoxLayout(column);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_avatar, 0, Qt::AlignHCenter);
    layout->addWidget(m_name, 0, Qt::AlignHCenter);
    layout->addWidget(m_state);
    layout->addSpacing(8);
    layout->addWidget(m_field);
    layout->addWidget(m_note);
    layout->addWidget(m_error);
    layout->addWidget(m_unlock);
    layout->addWidget(m_signOut, 0, Qt::AlignHCenter);
    auto *outer = new QVBoxLayout(this);
    outer->addStretch(2);
    outer->addWidget(column, 0, Qt::AlignHCenter);
    outer->addStretch(3);

    connect(m_edit, &QLineEdit::returnPressed, this, &LockScreen::unlock);
    connect(m_edit, &QLineEdit::textEdited, this, [this] { setError({}); });
    connect(m_unlock, &QPushButton::clicked, this, &LockScreen::unlock);
    connect(m_signOut, &QPushButton::clicked, this, &LockScreen::signOutRequested);
    retranslate();
}

void LockScreen::setAccount(const AccountView &account)
{
    m_avatar->setSubject(account.id, account.name);
    m_name->setText(account.name);
}

void LockScreen::setLastSync(const QDateTime &lastSync)
{
    m_lastSync = lastSync;
    retranslate();
}

void LockScreen::setSecret(Secret secret, Reason reason)
{
    m_secret = secret;
    m_reason = reason;
    m_field->setVisible(secret != Secret::None);
    m_note->setVisible(reason != Reason::None);
    retranslate();
}

void LockScreen::setBusy(bool busy)
{
    m_busy = busy;
    m_edit->setEnabled(!busy);
    m_unlock->setEnabled(!busy);
    retranslate();
}

void LockScreen::setError(const QString &message)
{
    if (m_secret != Secret::None) {
        m_field->setError(message);
        if (!message.isEmpty()) {
            m_edit->selectAll();
            m_edit->setFocus();
        }
        return;
    }
    m_error->setText(message);
    m_error->setHidden(message.isEmpty());
    setTextStyle(m_error, TextStyle::Small, Tone::Danger);
}

void LockScreen::reset()
{
    m_edit->clear();
    setError({});
    setBusy(false);
    if (m_secret == Secret::None)
        m_unlock->setFocus();
    else
        m_edit->setFocus();
}

void LockScreen::unlock()
{
    if (m_busy || (m_secret != Secret::None && m_edit->text().isEmpty()))
        return;
    Q_EMIT unlockRequested(m_secret == Secret::None ? QString() : m_edit->text());
}

void LockScreen::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void LockScreen::retranslate()
{
    setAccessibleName(tr("Locked"));
    const QDateTime now = QDateTime::currentDateTime();
    m_state->setText(m_lastSync.isValid() ? tr("Locked. Last sync: %1").arg(shortMomentText(m_lastSync, now)) : tr("Locked"));
    m_field->setLabel(m_secret == Secret::Passphrase ? tr("Passphrase of the local copy") : tr("Password"));
    m_unlock->setText(m_busy ? tr("Unlocking…") : tr("Unlock"));
    m_signOut->setText(tr("Sign out…"));
    m_note->setText(m_reason == Reason::Demo
                        ? tr("The demo asks for no password: whoever sits here can go on.")
                        : tr("This server knows you without a password, so none is asked for: whoever sits here can go on."));
}

} // namespace tenantry::ui
