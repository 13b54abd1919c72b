// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/accounts/accountdialog.h"

#include "core/domain/messages.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QLineEdit>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

AccountDialog::AccountDialog(accounts::AccountsServer server, QWidget *parent)
    : QDialog(parent), m_client(std::move(server)), m_title(makeLabel(TextStyle::Heading)),
      m_sentence(makeParagraph(TextStyle::Muted)), m_banner(new Banner(Tone::Danger)), m_form(new Form),
      m_primary(makeButton(ButtonStyle::Primary)), m_cancel(makeButton(ButtonStyle::Default))
{
    m_banner->hide();
    m_primary->setDefault(true);
    m_cancel->setAutoDefault(false);
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(8);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_primary);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 22, 24, 20);
    layout->setSpacing(14);
    for (QWidget *part : {static_cast<QWidget *>(m_title), static_cast<QWidget *>(m_sentence),
                          static_cast<QWidget *>(m_banner), static_cast<QWidget *>(m_form)})
        layout->addWidget(part);
    layout->addStretch(1); // what is too much room keeps nothing apart
    layout->addLayout(buttons);
    setMinimumWidth(480);
    connect(m_primary, &QPushButton::clicked, this, [this] { m_isFinished ? accept() : act(); });
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(this, &QDialog::finished, this, [this] { m_client.cancel(); });
}

QLineEdit *AccountDialog::addLine(const QString &field, bool isPassword)
{
    auto *edit = new QLineEdit;
    edit->setMaxLength(1'000);
    if (isPassword)
        edit->setEchoMode(QLineEdit::Password);
    m_form->addField(field, edit);
    connect(edit, &QLineEdit::textEdited, this, [this, field] { m_form->setError(field, {}); });
    return edit;
}

void AccountDialog::setTexts(const QString &title, const QString &sentence, const QString &primary)
{
    setWindowTitle(title);
    m_title->setText(title);
    if (m_isFinished)
        return m_primary->setText(tr("Close"));
    m_sentence->setText(sentence);
    m_primary->setText(primary);
}

void AccountDialog::setBusy(bool busy)
{
    m_form->setEnabled(!busy);
    m_primary->setEnabled(!busy);
    setCursor(busy ? Qt::BusyCursor : Qt::ArrowCursor);
}

void AccountDialog::clearErrors()
{
    m_banner->hide();
    m_form->clearErrors();
}

void AccountDialog::tell(const QString &text)
{
    m_banner->setTone(Tone::Info);
    m_banner->setText(text);
    m_banner->show();
}

void AccountDialog::showErrors(const QList<Error> &errors)
{
    for (const Error &error : errors) {
        if (m_form->setError(error.field, sentence(error)))
            continue;
        m_banner->setTone(Tone::Danger);
        m_banner->setText(sentence(error));
        m_banner->show();
    }
}

accounts::Done AccountDialog::whenDone(std::function<void(const QJsonObject &)> done)
{
    clearErrors();
    setBusy(true);
    return [this, done = std::move(done)](const accounts::Answer &answer) {
        setBusy(false);
        answer ? done(*answer) : showErrors(answer.error());
    };
}

void AccountDialog::finish(const QString &text)
{
    m_isFinished = true;
    clearErrors();
    m_form->hide();
    m_cancel->hide();
    m_sentence->setText(text);
    retranslate();
    adjustSize();
    m_primary->setFocus();
}

void AccountDialog::retranslate()
{
    m_cancel->setText(tr("Cancel"));
}

void AccountDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui
