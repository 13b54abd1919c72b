// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"

#include "ui/models/queuewords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

namespace tenantry::ui {

ConflictDialog::ConflictDialog(Session &session, CommandId id, QWidget *parent)
    : QDialog(parent), m_session(session), m_id(id), m_title(makeParagraph(TextStyle::Title)),
      m_explanation(makeParagraph(TextStyle::Body)), m_notice(new Banner(Tone::Info)),
      m_table(new ConflictTable), m_scroll(new QScrollArea), m_save(makeButton(ButtonStyle::Primary)),
      m_discard(makeButton(ButtonStyle::Default)), m_later(makeButton(ButtonStyle::Default))
{
    auto *rows = new QWidget;
    rows->setProperty("transparent", true);
    auto *rowsLayout = new QVBoxLayout(rows);
    rowsLayout->setContentsMargins(0, 0, 0, 0);
    rowsLayout->addWidget(m_table);
    rowsLayout->addStretch();
    m_scroll->setWidgetResizable(true);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    m_scroll->setFocusPolicy(Qt::NoFocus); // the rows take the keys, and are scrolled to
    m_scroll->setWidget(rows);
    auto *buttons = new QHBoxLayout;
    buttons->addWidget(m_discard);
    buttons->addStretch();
    buttons->addWidget(m_later);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(16);
    layout->addWidget(m_title);
    layout->addWidget(m_explanation);
    layout->addWidget(m_notice);
    layout->addWidget(m_scroll, 1);
    layout->addLayout(buttons);
    setMinimumSize(720, 360);
    m_save->setDefault(true);
    m_later->setFocus(); // the choice that loses nothing
    connect(m_save, &QPushButton::clicked, this, &ConflictDialog::save);
    connect(m_discard, &QPushButton::clicked, this, &ConflictDialog::discard);
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_table, &ConflictTable::choicesChanged, this, &ConflictDialog::refreshSave);
    connect(&session, &Session::snapshotChanged, this, &ConflictDialog::refresh);
    connect(&session, &Session::commandsChanged, this, &ConflictDialog::refresh);
    connect(&session, &Session::stateChanged, this, &ConflictDialog::refreshSave);
    retranslate();
}

void ConflictDialog::compare(Session &session, CommandId id, QWidget *window)
{
    auto *dialog = new ConflictDialog(session, id, window);
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

std::optional<QueuedCommand> ConflictDialog::command() const
{
    for (const QueuedCommand &queued : m_session.commands())
        if (queued.id() == m_id && queued.state == CommandState::NeedsAttention)
            return queued;
    return std::nullopt;
}

void ConflictDialog::retranslate()
{
    setWindowTitle(tr("Two versions"));
    m_save->setText(tr("Save what is chosen"));
    m_discard->setText(tr("Discard mine"));
    m_later->setText(tr("Decide later"));
    m_table->retranslate();
    refresh();
}

void ConflictDialog::refresh()
{
    const auto queued = command();
    if (!queued)
        return reject(); // settled elsewhere: in the panel, or locked
    m_title->setText(commandSentence(m_session, queued->command));
    m_explanation->setText(attentionSentence(m_session, *queued));
    m_table->setFields(conflictFields(m_session, queued->command));
    refreshSave();
}

void ConflictDialog::refreshSave()
{
    const auto queued = command();
    if (!queued)
        return;
    QString notice;
    QString whyNot;
    if (!hasNewerVersion(m_session, *queued)) {
        notice = whyNot = m_session.state().online ? tr("The newer version is on its way.")
                                                   : tr("The newer version comes with the next sync.");
    } else {
        const ConflictMerge merge = mergeChoices(m_session, queued->command, m_table->chosenKeys());
        whyNot = merge.problem;
        notice = !merge.problem.isEmpty() ? merge.problem
                 : merge.command
                     ? QString()
                     : tr("With these choices everything stays as it is now; saving lets your change go.");
    }
    m_notice->setTone(whyNot.isEmpty() ? Tone::Info : Tone::Warning);
    m_notice->setText(notice);
    m_notice->setVisible(!notice.isEmpty());
    setUsable(m_save, whyNot.isEmpty(), whyNot);
}

void ConflictDialog::save()
{
    const auto queued = command();
    if (!queued)
        return reject();
    const ConflictMerge merge = mergeChoices(m_session, queued->command, m_table->chosenKeys());
    if (!merge.problem.isEmpty() || !hasNewerVersion(m_session, *queued))
        return refreshSave();
    // Accepted first: what the session says of the command's end is no news any more.
    accept();
    if (merge.command)
        m_session.resubmit(m_id, *merge.command);
    else
        m_session.discard(m_id);
}

void ConflictDialog::discard()
{
    accept();
    m_session.discard(m_id);
}

void ConflictDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui
