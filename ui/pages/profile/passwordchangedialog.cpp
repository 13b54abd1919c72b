// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/profile/passwordchangedialog.h"

#include "core/accounts/accountflows.h"
#include "core/domain/messages.h"
#include "ui/accounts/passwordmeter.h"
#include "ui/pages/profile/passwordchange.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

PasswordChangeDialog::PasswordChangeDialog(Session &session, QWidget *window)
    : QDialog(window), m_session(session), m_title(makeLabel(TextStyle::Heading)),
      m_sentence(makeParagraph(TextStyle::Muted)), m_banner(new Banner(Tone::Danger)), m_form(new Form),
      m_old(addLine(u"old"_s)), m_password(addLine(u"password"_s)), m_meter(new PasswordMeter),
      m_save(makeButton(ButtonStyle::Primary)), m_cancel(makeButton(ButtonStyle::Default))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_banner->hide();
    m_form->addWidget(m_meter);
    m_repeated = addLine(u"repeated"_s);
    m_save->setDefault(true);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::grid);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 22, 24, 20);
    layout->setSpacing(14);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sentence),
                          static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_form)})
        layout->addWidget(part);
    layout->addStretch(1);
    layout->addLayout(buttons);
    setMinimumWidth(480);
    connect(m_password, &QLineEdit::textChanged, this,
            [this](const QString &password) { m_meter->rate(password, own()); });
    connect(m_save, &QPushButton::clicked, this, &PasswordChangeDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] {
        for (QLineEdit *edit : {m_old, m_password, m_repeated})
            edit->clear();
    });
    retranslate();
    m_old->setFocus();
}

QLineEdit *PasswordChangeDialog::addLine(const QString &field)
{
    auto *edit = new QLineEdit;
    edit->setMaxLength(1'000);
    edit->setEchoMode(QLineEdit::Password);
    m_form->addField(field, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, field] { m_form->setError(field, {}); });
    return edit;
}

QStringList PasswordChangeDialog::own() const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(m_session.userId());
    if (!index.isValid() || !snapshot->user(index).isKnown())
        return {};
    const directory::UserView user = snapshot->user(index);
    return {user.name(), user.email(), user.mis()};
}

QList<Error> PasswordChangeDialog::check() const
{
    QList<Error> errors;
    if (m_old->text().isEmpty())
        errors += {ErrorClass::Business, u"rule.required"_s, u"old"_s, {}};
    errors += accounts::checkNewPassword(m_password->text(), m_repeated->text(), own());
    if (errors.isEmpty() && m_password->text() == m_old->text())
        errors += {ErrorClass::Business, u"password.same"_s, u"password"_s, {}};
    return errors;
}

void PasswordChangeDialog::save()
{
    if (m_isBusy)
        return;
    m_banner->hide();
    m_form->clearErrors();
    if (const QList<Error> errors = check(); !errors.isEmpty())
        return showErrors(errors);
    setBusy(true);
    profile::changePassword(m_session, m_old->text(), m_password->text(), this,
                            [this](const Result<void> &changed) {
                                setBusy(false);
                                if (!changed)
                                    return showErrors({changed.error()});
                                Q_EMIT this->changed();
                                accept();
                            });
}

void PasswordChangeDialog::showErrors(const QList<Error> &errors)
{
    for (const Error &error : errors) {
        if (m_form->setError(error.field, sentence(error)))
            continue;
        m_banner->setText(sentence(error));
        m_banner->show();
    }
}

void PasswordChangeDialog::setBusy(bool busy)
{
    m_isBusy = busy;
    m_form->setEnabled(!busy);
    m_save->setEnabled(!busy);
    setCursor(busy ? Qt::BusyCursor : Qt::ArrowCursor);
}

void PasswordChangeDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void PasswordChangeDialog::retranslate()
{
    setWindowTitle(tr("Change the password"));
    m_title->setText(windowTitle());
    m_sentence->setText(tr("The new one works at once, here and everywhere else. You get a mail about it."));
    m_form->field(u"old"_s)->setLabel(tr("Password until now"), true);
    m_form->field(u"password"_s)->setLabel(tr("New password"), true);
    m_form->field(u"password"_s)
        ->setHint(tr("10 to 128 characters, without your name, e-mail or MIS account."));
    m_form->field(u"repeated"_s)->setLabel(tr("The new password again"), true);
    m_save->setText(tr("Change"));
    m_cancel->setText(tr("Cancel"));
}

} // namespace tenantry::ui
