// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/dialogs/conflictdialog.h"

#include "ui/models/queuewords.h"
#include "ui/theme/theme.h"
#include "ui/theme/tokens.h"

#include <QButtonGroup>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QPushButton>
#include <QRadioButton>
#include <QVBoxLayout>

namespace tenantry::ui
{

namespace
{

enum Choice { Theirs, Mine };

QLabel *textLabel(const QString &text, QWidget *parent)
{
    auto *label = new QLabel(text, parent);
    label->setTextFormat(Qt::PlainText);
    label->setWordWrap(true);
    label->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    return label;
}

} // namespace

ConflictDialog::ConflictDialog(Session &session, CommandId id, QWidget *parent)
    : QDialog(parent), m_session(session), m_id(id), m_title(new QLabel(this)), m_explanation(new QLabel(this)), m_save(new QPushButton(this)),
      m_discard(new QPushButton(this)), m_later(new QPushButton(this))
{
    m_title->setFont(uiFont(metrics::fontTitle, true));
    m_title->setTextFormat(Qt::PlainText);
    m_title->setWordWrap(true);
    m_explanation->setTextFormat(Qt::PlainText);
    m_explanation->setWordWrap(true);
    m_save->setDefault(true);
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
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(720);
    connect(m_save, &QPushButton::clicked, this, &ConflictDialog::save);
    connect(m_discard, &QPushButton::clicked, this, &ConflictDialog::discard);
    connect(m_later, &QPushButton::clicked, this, &QDialog::reject);
    connect(&session, &Session::snapshotChanged, this, &ConflictDialog::rebuild);
    rebuild();
}

std::optional<QueuedCommand> ConflictDialog::command() const
{
    for (const QueuedCommand &queued : m_session.commands())
        if (queued.id() == m_id)
            return queued;
    return std::nullopt;
}

void ConflictDialog::rebuild()
{
    const auto queued = command();
    if (!queued)
        return;
    setWindowTitle(tr("Two versions"));
    m_title->setText(commandSentence(m_session, queued->command));
    m_explanation->setText(attentionSentence(m_session, *queued));
    m_save->setText(tr("Save what is chosen"));
    m_discard->setText(tr("Discard mine"));
    m_later->setText(tr("Decide later"));
    m_fields = conflictFields(m_session, queued->command);
    m_choices.clear();
    delete m_table;
    m_table = new QWidget(this);
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(24);
    grid->setVerticalSpacing(12);
    const QStringList heads{tr("Field"), tr("What I saw"), tr("Now"), tr("What I want")};
    for (int column = 0; column < heads.size(); ++column) {
        auto *head = new QLabel(heads[column], m_table);
        head->setFont(uiFont(metrics::fontSmall, true));
        grid->addWidget(head, 0, column);
        grid->setColumnStretch(column, column == 0 ? 2 : 3);
    }
    for (int row = 0; row < m_fields.size(); ++row)
        addRow(row + 1, m_fields[row]);
    static_cast<QVBoxLayout *>(layout())->insertWidget(2, m_table);
}

void ConflictDialog::addRow(int row, const ConflictField &field)
{
    auto *grid = static_cast<QGridLayout *>(m_table->layout());
    auto *theirs = new QRadioButton(field.now, m_table);
    auto *mine = new QRadioButton(field.mine, m_table);
    theirs->setAccessibleName(tr("%1: keep what is there now: %2").arg(field.label, field.now));
    mine->setAccessibleName(tr("%1: take what I want: %2").arg(field.label, field.mine));
    auto *choice = new QButtonGroup(m_table);
    choice->addButton(theirs, Theirs);
    choice->addButton(mine, Mine);
    // What nobody else touched stays mine; what somebody did is theirs until the person says otherwise.
    (field.isDisputed() ? theirs : mine)->setChecked(true);
    m_choices.append(choice);
    grid->addWidget(textLabel(field.label, m_table), row, 0);
    grid->addWidget(textLabel(field.before, m_table), row, 1);
    grid->addWidget(theirs, row, 2);
    grid->addWidget(mine, row, 3);
}

void ConflictDialog::save()
{
    const auto queued = command();
    if (!queued)
        return reject();
    QStringList keys;
    for (int i = 0; i < m_fields.size(); ++i)
        if (m_choices[i]->checkedId() == Mine)
            keys.append(m_fields[i].key);
    if (const auto merged = mergedCommand(m_session, queued->command, keys))
        m_session.resubmit(m_id, *merged);
    else
        m_session.discard(m_id);
    accept();
}

void ConflictDialog::discard()
{
    m_session.discard(m_id);
    accept();
}

void ConflictDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        rebuild();
}

} // namespace tenantry::ui
