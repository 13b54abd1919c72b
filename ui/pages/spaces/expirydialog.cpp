// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/expirydialog.h"

#include "core/access/lasting.h"
#include "core/domain/messages.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/text.h"

#include <QDateTimeEdit>
#include <QEvent>
#include <QHBoxLayout>
#include <QLocale>

namespace tenantry::ui::spaces {

ExpiryDialog::ExpiryDialog(Session &session, int members, Commands commands, QWidget *parent)
    : QDialog(parent), m_session(session), m_now(session.now()), m_members(members),
      m_commands(std::move(commands)), m_title(makeLabel(TextStyle::Title)),
      m_label(makeLabel(TextStyle::Muted)), m_until(new QDateTimeEdit), m_left(makeLabel(TextStyle::Small)),
      m_outlasts(new Banner(Tone::Danger)), m_impact(new ImpactLine(session)),
      m_cancel(makeButton(ButtonStyle::Default)), m_renew(makeButton(ButtonStyle::Primary))
{
    m_until->setCalendarPopup(true);
    m_until->setMinimumDateTime(localTime(m_now).addSecs(60));
    m_until->setDateTime(localTime(m_now).addDays(30));
    m_label->setBuddy(m_until);
    m_renew->setDefault(true);
    m_cancel->setAutoDefault(false);
    auto *line = new QHBoxLayout;
    line->addWidget(m_label);
    line->addWidget(m_until, 1);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_renew);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addLayout(line);
    layout->addWidget(m_left);
    layout->addWidget(m_outlasts);
    layout->addWidget(m_impact);
    layout->addStretch();
    layout->addLayout(buttons);
    setMinimumWidth(400);
    connect(m_until, &QDateTimeEdit::dateTimeChanged, this, &ExpiryDialog::describe);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_renew, &QPushButton::clicked, this, &QDialog::accept);
    retranslate();
    m_until->setFocus();
}

Instant ExpiryDialog::expiresAt() const
{
    return fromMicroseconds(m_until->dateTime().toMSecsSinceEpoch() * 1000);
}

void ExpiryDialog::describe()
{
    m_left->setText(countdownText(expiresAt(), m_now));
    const QList<Command> commands = m_commands(expiresAt());
    std::vector<access::PlannedChange> changes;
    for (const Command &command : commands)
        for (access::PlannedChange &change : access::plannedChanges(command))
            changes.push_back(std::move(change));
    const auto refusal = access::outlastingRefusal(*m_session.snapshot(), m_now, changes);
    m_outlasts->setText(refusal ? sentence(*refusal) : QString());
    m_outlasts->setVisible(refusal.has_value());
    setUsable(m_renew, !refusal, tr("Choose another end first"));
    m_impact->setChanges(std::move(changes));
}

void ExpiryDialog::retranslate()
{
    setWindowTitle(tr("Renew access"));
    m_title->setText(m_members == 1
                         ? tr("Renew the access of one member")
                         : tr("Renew the access of %1 members").arg(QLocale().toString(m_members)));
    m_label->setText(tr("Until"));
    m_until->setLocale(QLocale());
    m_until->setDisplayFormat(QLocale().dateTimeFormat(QLocale::ShortFormat));
    m_until->setAccessibleName(tr("Until"));
    m_cancel->setText(tr("Cancel"));
    m_renew->setText(tr("Renew"));
    describe();
}

void ExpiryDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tenantry::ui::spaces
