// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/notifications/notificationview.h"

#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"

#include <QHBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::notifications {

NotificationView::NotificationView(QWidget *parent)
    : DetailPane(u"bell"_s, parent), m_facts(new KeyValueList),
      m_open(makeButton(ButtonStyle::Primary, {}, u"external"_s)),
      m_read(makeButton(ButtonStyle::Default, {}, u"check"_s))
{
    addSection({}, m_facts);
    auto *footer = new QWidget;
    auto *buttons = new QHBoxLayout(footer);
    buttons->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    buttons->addWidget(m_open);
    buttons->addWidget(m_read);
    buttons->addStretch();
    setFooter(footer);
    connect(m_open, &QPushButton::clicked, this, &NotificationView::openRequested);
    connect(m_read, &QPushButton::clicked, this, &NotificationView::readRequested);
}

void NotificationView::show(const NotificationItem *item, const QString &openRefusal)
{
    setSelected(item);
    if (!item)
        return;
    setTitle(item->text.title);
    setSubtitle(momentText(spaces::localTime(item->at)));
    m_facts->clear();
    // A title may be longer than the pane is wide.
    m_facts->setValue(m_facts->addRow(tr("Event")), item->text.title);
    for (const NotificationText::Line &line : item->text.lines)
        m_facts->setValue(m_facts->addRow(line.label), line.value);
    m_open->setText(item->kind == u"invited" ? tr("Answer…") : tr("Open"));
    setUsable(m_open, openRefusal.isEmpty(), openRefusal);
    setUsable(m_read, item->unread,
              item->queued ? tr("Will be marked as read when connected") : tr("It is read already"));
}

void NotificationView::retranslate()
{
    m_read->setText(tr("Mark as read"));
    empty()->setTexts(tr("Nothing selected"), tr("Select a notification to read all of it."));
}

} // namespace tenantry::ui::notifications
