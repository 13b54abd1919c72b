// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/syncpanel.h"

#include "ui/theme/icons.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/text.h"

#include <QEvent>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

constexpr int panelWidth = 520;
constexpr int margin = 16;
/// More rows than these help nobody; the rest is counted.
constexpr int shownCommands = 100;

enum Fact { LastSync, NextAttempt, Server, User, Transport };

} // namespace

SyncPanel::SyncPanel(QWidget *window)
    : Overlay(window), m_title(makeLabel(TextStyle::Heading)), m_sentence(makeParagraph(TextStyle::Muted)),
      m_problem(new Banner(Tone::Warning)), m_facts(new KeyValueList), m_queueTitle(makeLabel(TextStyle::SmallStrong)),
      m_scroll(new QScrollArea), m_rows(new QVBoxLayout),
      m_sync(makeButton(ButtonStyle::Default, {}, u"sync-ok"_s))
{
    for (int fact = LastSync; fact <= Transport; ++fact)
        m_facts->addRow();
    auto *head = new QHBoxLayout;
    head->addWidget(m_title, 1);
    head->addWidget(m_sync);

    auto *list = new QWidget;
    list->setProperty("transparent", u"true"_s);
    m_rows->setContentsMargins(0, 0, 8, 0);
    m_rows->setSpacing(0);
    list->setLayout(m_rows);
    m_scroll->setWidget(list);
    m_scroll->setWidgetResizable(true);
    m_scroll->setFocusPolicy(Qt::NoFocus);
    m_scroll->setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(margin, margin - 4, margin, margin);
    layout->setSpacing(10);
    layout->addLayout(head);
    layout->addWidget(m_sentence);
    layout->addWidget(m_problem);
    layout->addWidget(m_facts);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_queueTitle);
    layout->addWidget(m_scroll, 1);
    connect(m_sync, &QPushButton::clicked, this, &SyncPanel::syncRequested);
    connect(m_problem, &Banner::actionRequested, this, &SyncPanel::signInRequested);
    retranslate();
}

void SyncPanel::setStatus(const SyncStatus &status)
{
    if (m_status == status)
        return;
    m_status = status;
    refreshStatus();
}

void SyncPanel::setQueue(const QList<QueuedCommandView> &queue)
{
    if (m_queue == queue)
        return;
    m_queue = queue;
    rebuildQueue();
    if (isVisible())
        place();
}

void SyncPanel::refreshStatus()
{
    using Connection = SyncStatus::Connection;
    const QDateTime now = QDateTime::currentDateTime();
    if (m_status.connection == Connection::Online) {
        m_title->setText(m_status.busy ? tr("Syncing…") : tr("Connected"));
        m_sentence->setText(tr("What you see is what the server had at the last sync. Changes are sent at once."));
    } else if (m_status.connection == Connection::Offline) {
        m_title->setText(tr("Offline"));
        m_sentence->setText(tr("Everything synced can be read and decided. Changes are kept on this machine and sent "
                               "when the server can be reached."));
    } else {
        m_title->setText(tr("Connecting…"));
        m_sentence->setText(tr("Opening the local copy and looking for the server."));
    }
    QStringList problems = m_status.problems;
    if (m_status.signInNeeded)
        problems.prepend(tr("The server refused the password. Sign in again; the queue is kept."));
    if (m_status.workerMissing)
        problems.append(tr("The worker is not running: mails and audit seals are delayed. Nothing else waits for it."));
    m_problem->setText(problems.join(u'\n'));
    m_problem->setAction(m_status.signInNeeded ? tr("Sign in…") : QString());
    m_problem->setVisible(!problems.isEmpty());
    const auto moment = [&](const QDateTime &at) {
        return at.isValid() ? tr("%1 (%2)").arg(shortMomentText(at, now), agoText(at, now)) : QString();
    };
    m_facts->setValue(LastSync, m_status.lastSync.isValid() ? moment(m_status.lastSync) : tr("never"));
    m_facts->setValue(NextAttempt, m_status.nextAttempt.isValid() ? shortMomentText(m_status.nextAttempt, now) : QString());
    m_facts->setValue(Server, m_status.server);
    m_facts->setValue(User, m_status.user);
    m_facts->setValue(Transport, m_status.transport);
    setUsable(m_sync, !m_status.busy, tr("A sync is under way"));
}

QWidget *SyncPanel::makeRow(const QueuedCommandView &command)
{
    using State = QueuedCommandView::State;
    auto *row = new QWidget;
    auto *layout = new QVBoxLayout(row);
    layout->setContentsMargins(0, 8, 0, 8);
    layout->setSpacing(4);
    layout->addWidget(makeParagraph(TextStyle::Body, command.sentence));
    if (!command.explanation.isEmpty())
        layout->addWidget(makeParagraph(TextStyle::Muted, command.explanation));
    auto *below = new QHBoxLayout;
    below->setSpacing(8);
    const bool attention = command.state == State::NeedsAttention;
    auto *chip = new Chip(attention                          ? tr("Needs attention")
                          : command.state == State::Sending ? tr("Being sent")
                                                            : tr("Waiting"),
                          attention ? Tone::Danger : Tone::Info);
    chip->setIconName(attention ? u"sync-attention"_s : u"sync-queued"_s);
    below->addWidget(chip);
    below->addWidget(makeLabel(TextStyle::Small, agoText(command.madeAt, QDateTime::currentDateTime())));
    below->addStretch();
    const auto add = [&](bool wanted, const QString &text, auto signal) {
        if (!wanted)
            return;
        QPushButton *button = makeButton(ButtonStyle::Quiet, text);
        button->setAccessibleDescription(command.sentence);
        connect(button, &QPushButton::clicked, this, [this, signal, id = command.id] { (this->*signal)(id); });
        below->addWidget(button);
    };
    add(command.canCompare, tr("Compare…"), &SyncPanel::compareRequested);
    add(command.canHandOver, tr("Hand over…"), &SyncPanel::handOverRequested);
    add(command.canRetry, tr("Try again"), &SyncPanel::retryRequested);
    add(command.canDiscard && command.state != State::Sending, tr("Discard"), &SyncPanel::discardRequested);
    layout->addLayout(below);
    return row;
}

void SyncPanel::rebuildQueue()
{
    while (QLayoutItem *item = m_rows->takeAt(0)) {
        delete item->widget();
        delete item;
    }
    m_queueTitle->setText(m_queue.isEmpty() ? tr("Nothing waits to be sent") : tr("Queue (%n)", nullptr, int(m_queue.size())));
    m_scroll->setVisible(!m_queue.isEmpty());
    QList<QueuedCommandView> sorted = m_queue;
    std::stable_partition(sorted.begin(), sorted.end(), [](const QueuedCommandView &c) {
        return c.state == QueuedCommandView::State::NeedsAttention;
    });
    for (qsizetype i = 0; i < std::min<qsizetype>(sorted.size(), shownCommands); ++i) {
        if (i > 0)
            m_rows->addWidget(makeSeparator());
        m_rows->addWidget(makeRow(sorted[i]));
    }
    if (sorted.size() > shownCommands)
        m_rows->addWidget(makeLabel(TextStyle::Muted, tr("and %n more", nullptr, int(sorted.size()) - shownCommands)));
    m_rows->addStretch();
}

void SyncPanel::place()
{
    const QWidget *window = parentWidget();
    const QPoint corner = m_anchor ? m_anchor->mapTo(window, QPoint(m_anchor->width(), m_anchor->height() + 6))
                                   : QPoint(window->width() - 8, 8);
    setFixedWidth(panelWidth);
    // As high as its rows, as far as the window has room for them.
    m_scroll->setFixedHeight(0);
    layout()->invalidate();
    const int room = window->height() - corner.y() - 16 - layout()->totalHeightForWidth(panelWidth);
    m_scroll->setFixedHeight(std::clamp(m_rows->totalHeightForWidth(panelWidth - 2 * margin), 0, std::max(room, 80)));
    layout()->invalidate();
    resize(panelWidth, layout()->totalHeightForWidth(panelWidth));
    move(std::min(corner.x(), window->width() - 8) - panelWidth, corner.y());
}

QWidget *SyncPanel::firstControl()
{
    return m_sync;
}

void SyncPanel::changeEvent(QEvent *event)
{
    Overlay::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

void SyncPanel::retranslate()
{
    setAccessibleName(tr("Sync"));
    m_sync->setText(tr("Sync now"));
    m_facts->setKey(LastSync, tr("Last sync"));
    m_facts->setKey(NextAttempt, tr("Next attempt"));
    m_facts->setKey(Server, tr("Server"));
    m_facts->setKey(User, tr("Signed in as"));
    m_facts->setKey(Transport, tr("Connection"));
    refreshStatus();
    rebuildQueue();
}

} // namespace tenantry::ui
