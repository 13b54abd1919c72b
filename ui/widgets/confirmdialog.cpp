// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/widgets/confirmdialog.h"

#include "ui/widgets/captions.h"
#include "ui/widgets/viewstyle.h"

#include <QEvent>
#include <QLineEdit>
#include <QListWidget>
#include <QVBoxLayout>

namespace tenantry::ui
{

ConfirmDialog::ConfirmDialog(QWidget *parent)
    : QDialog(parent), m_title(makeParagraph(TextStyle::Heading)), m_sentence(makeParagraph(TextStyle::Body)),
      m_details(new QListWidget), m_typingLabel(makeParagraph(TextStyle::Muted)), m_typing(new QLineEdit),
      m_confirm(makeButton(ButtonStyle::Danger)), m_cancel(makeButton(ButtonStyle::Default))
{
    setMinimumWidth(440);
    styleList(m_details, metrics::controlHeight);
    m_details->setSelectionMode(QAbstractItemView::NoSelection);
    m_details->hide();
    m_typingLabel->hide();
    m_typing->hide();
    m_typingLabel->setBuddy(m_typing);

    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::grid);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_confirm);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_sentence);
    layout->addWidget(m_details);
    layout->addWidget(m_typingLabel);
    layout->addWidget(m_typing);
    layout->addSpacing(4);
    layout->addStretch();
    layout->addLayout(buttons);

    // Enter must not destroy by itself.
    m_cancel->setDefault(true);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_confirm, &QPushButton::clicked, this, &QDialog::accept);
    connect(m_typing, &QLineEdit::textChanged, this, &ConfirmDialog::checkTyped);
    retranslate();
}

void ConfirmDialog::setTexts(const QString &title, const QString &sentence)
{
    setWindowTitle(title);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setHidden(sentence.isEmpty());
}

void ConfirmDialog::setDetails(const QStringList &details)
{
    m_details->clear();
    m_details->addItems(details);
    m_details->setHidden(details.isEmpty());
    m_details->setFixedHeight(int(std::min<qsizetype>(details.size(), 6)) * metrics::controlHeight + 4);
}

void ConfirmDialog::setConfirm(const QString &text, ButtonStyle style)
{
    m_confirm->setText(text);
    setButtonStyle(m_confirm, style);
}

void ConfirmDialog::requireTyping(const QString &name)
{
    m_wanted = name;
    m_typing->clear();
    m_typing->setVisible(!name.isEmpty());
    m_typingLabel->setVisible(!name.isEmpty());
    retranslate();
}

void ConfirmDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void ConfirmDialog::retranslate()
{
    m_cancel->setText(tr("Cancel"));
    m_details->setAccessibleName(tr("What follows"));
    const QString request = tr("Type \"%1\" to confirm.").arg(m_wanted);
    m_typingLabel->setText(plainCaption(request));
    m_typing->setAccessibleName(request);
    checkTyped();
}

void ConfirmDialog::checkTyped()
{
    setUsable(m_confirm, m_wanted.isEmpty() || m_typing->text() == m_wanted, m_typing->accessibleName());
}

} // namespace tenantry::ui
