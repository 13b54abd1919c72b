// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/commanddialog.h"

#include "core/domain/messages.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/widgets/banner.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tenantry::ui
{

CommandDialog::CommandDialog(Session &session, QWidget *window)
    : QDialog(window), m_session(session), m_title(makeParagraph(TextStyle::Heading)), m_sentence(makeParagraph(TextStyle::Muted)),
      m_banner(new Banner(Tone::Danger)), m_form(new Form), m_save(makeButton(ButtonStyle::Primary)), m_cancel(makeButton(ButtonStyle::Default))
{
    setAttribute(Qt::WA_DeleteOnClose);
    m_banner->hide();
    // Small windows scroll the fields, never the buttons.
    auto *scroll = new QScrollArea;
    scroll->setFrameShape(QFrame::NoFrame);
    scroll->setWidgetResizable(true);
    scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    scroll->setSizeAdjustPolicy(QAbstractScrollArea::AdjustToContents);
    scroll->setFocusPolicy(Qt::NoFocus);
    auto *fields = new QWidget;
    auto *column = new QVBoxLayout(fields);
    column->setContentsMargins(24, 4, 24, 4);
    column->addWidget(m_form);
    column->addStretch(); // fields keep together in a tall window
    scroll->setWidget(fields);
    scroll->viewport()->setAutoFillBackground(false);
    fields->setAutoFillBackground(false);
    auto *head = new QVBoxLayout;
    head->setContentsMargins(24, 20, 24, 0);
    head->setSpacing(8);
    head->addWidget(m_title);
    head->addWidget(m_sentence);
    head->addWidget(m_banner);
    auto *buttons = new QHBoxLayout;
    buttons->setContentsMargins(24, 0, 24, 16);
    buttons->setSpacing(metrics::grid);
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addLayout(head);
    layout->addWidget(scroll, 1);
    layout->addLayout(buttons);
    setMinimumWidth(520);
    m_cancel->setAutoDefault(false);
    m_save->setDefault(true);
    connect(m_save, &QPushButton::clicked, this, &CommandDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(&session, &Session::commandsChanged, this, &CommandDialog::follow);
    connect(&session, &Session::submitFailed, this, [this](CommandId id, const Error &error) {
        if (id == m_command)
            showErrors({error});
    });
}

void CommandDialog::setTexts(const QString &title, const QString &sentence, const QString &act)
{
    setWindowTitle(title);
    m_title->setText(title);
    m_sentence->setText(sentence);
    m_sentence->setHidden(sentence.isEmpty());
    m_save->setText(act);
    m_cancel->setText(tr("Cancel"));
}

void CommandDialog::checkRule(const QString &object, const QString &field, const QString &value)
{
    if (const auto error = m_session.rules().checkTyped(object, field, value))
        m_form->setError(field, sentence(*error));
}

void CommandDialog::showRule(const QString &object, const QString &field)
{
    if (const auto hint = m_session.rules().hint(object, field))
        m_form->field(field)->setHint(sentence(*hint));
}

void CommandDialog::save()
{
    if (!m_command.isNull())
        return; // on its way already
    m_form->clearErrors();
    m_banner->hide();
    check();
    if (m_form->hasErrors())
        return;
    auto wanted = command();
    if (!wanted)
        return accept();
    m_save->setEnabled(false);
    m_command = m_session.submit(std::move(*wanted));
    follow();
}

void CommandDialog::follow()
{
    for (const QueuedCommand &queued : m_session.commands()) {
        if (m_command.isNull() || queued.id() != m_command)
            continue;
        if (queued.state == CommandState::NeedsAttention) {
            const QList<Error> errors = queued.errors;
            const CommandId refused = std::exchange(m_command, {});
            if (std::any_of(errors.begin(), errors.end(), [](const Error &error) { return error.code == QLatin1String("command.conflict"); }))
                return compare(refused);
            m_session.discard(refused); // what was typed is still here, to be mended and given anew
            return showErrors(errors);
        }
        if (queued.state == CommandState::Done || (queued.isOpen() && !m_session.state().online)) {
            Q_EMIT given(std::exchange(m_command, {}));
            return accept();
        }
        return;
    }
}

/// The command stays where it is until the person has chosen.
void CommandDialog::compare(CommandId id)
{
    auto *versions = new ConflictDialog(m_session, id, parentWidget());
    versions->setAttribute(Qt::WA_DeleteOnClose);
    versions->open();
    accept();
}

void CommandDialog::showErrors(const QList<Error> &errors)
{
    m_command = {};
    m_save->setEnabled(true);
    QStringList general;
    for (const Error &error : errors)
        if (error.field.isEmpty() || !m_form->setError(error.field, sentence(error)))
            general.append(sentence(error));
    m_banner->setText(general.join(u' '));
    m_banner->setVisible(!general.isEmpty());
}

void CommandDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui
