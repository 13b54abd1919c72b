// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/planbasket.h"

#include "ui/dialogs/impactline.h"
#include "ui/models/queuewords.h"
#include "ui/models/whenqueued.h"
#include "ui/theme/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QJsonArray>
#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

namespace {

constexpr int mostRowsInSight = 4;

/// The same grants, for somebody who will have none when it is their turn.
Command asNewGrant(Command command, Instant now)
{
    QJsonArray grants;
    for (const QJsonValue &value : command.payload.value(u"grants"_s).toArray()) {
        QJsonObject grant = value.toObject();
        grant.insert(u"grant_id"_s, GrantId::make(now).toString());
        grants.append(grant);
    }
    command.payload.insert(u"grants"_s, grants);
    command.seen = {};
    command.before = {};
    return command;
}

} // namespace

PlanBasket::PlanBasket(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(makeLabel(TextStyle::Heading)), m_list(new QListWidget),
      m_impact(new ImpactLine(session)), m_remove(makeButton(ButtonStyle::Quiet, {}, u"minus"_s)),
      m_discard(makeButton(ButtonStyle::Default)), m_doIt(makeButton(ButtonStyle::Primary))
{
    setProperty("panel", u"sunken"_s);
    setAttribute(Qt::WA_StyledBackground);
    styleList(m_list, metrics::controlHeight);
    m_list->installEventFilter(this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addStretch();
    head->addWidget(m_remove);
    auto *foot = new QHBoxLayout;
    foot->addWidget(m_impact, 1);
    foot->addWidget(m_discard);
    foot->addWidget(m_doIt);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(metrics::pageMargin, 10, metrics::pageMargin, 12);
    layout->setSpacing(8);
    layout->addLayout(head);
    layout->addWidget(m_list);
    layout->addLayout(foot);
    connect(m_remove, &QPushButton::clicked, this, &PlanBasket::removeCurrent);
    connect(m_discard, &QPushButton::clicked, this, &PlanBasket::clear);
    connect(m_doIt, &QPushButton::clicked, this, &PlanBasket::doIt);
    show();
}

void PlanBasket::add(const std::vector<Planned> &changes)
{
    if (!m_refusal.isEmpty())
        return;
    for (const Planned &change : changes)
        put(change);
    show();
}

void PlanBasket::put(Planned change)
{
    // With a grant on a space go those of the same subject on what is in it.
    const auto taken = std::ranges::find_if(m_changes, [&](const Planned &earlier) {
        return earlier.isTaking && !change.target.space.isNull() &&
               earlier.target.subject == change.target.subject &&
               earlier.target.object == change.target.space;
    });
    if (taken != m_changes.end() && change.isTaking)
        return;
    if (taken != m_changes.end())
        change.command = asNewGrant(change.command, m_session.now());
    std::erase_if(m_changes, [&](const Planned &earlier) { return earlier.target == change.target; });
    // A grant on a resource makes one on the space beside (PRM-9), which one that is planned must not meet.
    const auto inside = std::ranges::find_if(m_changes, [&](const Planned &earlier) {
        return !change.isTaking && earlier.target.subject == change.target.subject &&
               earlier.target.space == change.target.object;
    });
    m_changes.insert(inside, std::move(change));
}

void PlanBasket::setRefusal(const QString &refusal)
{
    m_refusal = refusal;
    setUsable(m_doIt, refusal.isEmpty(), refusal);
}

void PlanBasket::forgetNames()
{
    for (Planned &change : m_changes) {
        change.text.clear();
        change.command.subject = {};
    }
    m_list->clear();
    m_impact->setCommands({});
}

QString PlanBasket::textOf(const Planned &change) const
{
    return change.text.isEmpty() ? commandSentence(m_session, change.command) : change.text;
}

void PlanBasket::clear()
{
    m_changes.clear();
    show();
}

void PlanBasket::removeCurrent()
{
    const int row = m_list->currentRow();
    if (row < 0)
        return;
    m_changes.erase(m_changes.begin() + row);
    show();
}

void PlanBasket::doIt()
{
    if (!m_refusal.isEmpty() || m_changes.empty())
        return;
    const std::vector<Planned> changes = std::exchange(m_changes, {});
    QList<CommandId> given;
    for (const Planned &planned : changes) {
        Command command = planned.command;
        if (!given.isEmpty())
            command.after.append(given.constLast()); // all that is done rests on what was shown: none without the one before
        given += m_session.submit(std::move(command));
    }
    show();
    whenQueued(m_session, given, this, [this, changes, given](const NotQueued &failed) {
        takeQueued(changes, given, failed);
    });
}

// ERR-2: what could not be kept is planned again, with all that rests on it.
void PlanBasket::takeQueued(const std::vector<Planned> &changes, const QList<CommandId> &given, const NotQueued &failed)
{
    qsizetype kept = 0;
    while (kept < given.size() && !failed.ids.contains(given[kept]))
        ++kept;
    for (const CommandId &id : given.sliced(kept))
        if (!failed.ids.contains(id))
            m_session.discard(id);
    m_changes.insert(m_changes.begin(), changes.begin() + kept, changes.end());
    show();
    if (kept > 0)
        Q_EMIT done(int(kept));
}

void PlanBasket::show()
{
    const int current = m_list->currentRow();
    m_list->clear();
    QList<Command> commands;
    for (const Planned &planned : m_changes) {
        m_list->addItem(textOf(planned));
        commands += planned.command;
    }
    m_list->setCurrentRow(std::clamp(current, 0, std::max(0, m_list->count() - 1)));
    m_list->setFixedHeight(std::clamp(m_list->count(), 1, mostRowsInSight) * metrics::controlHeight + 4);
    m_impact->setCommands(commands);
    setVisible(!m_changes.empty());
    retranslate();
}

void PlanBasket::retranslate()
{
    m_title->setText(tr("Planned changes (%1)").arg(QLocale().toString(qlonglong(m_changes.size()))));
    m_list->setAccessibleName(tr("Planned changes"));
    m_remove->setText(tr("Take out"));
    m_discard->setText(tr("Discard"));
    m_doIt->setText(tr("Do it"));
}

bool PlanBasket::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress &&
        static_cast<QKeyEvent *>(event)->key() == Qt::Key_Delete) {
        removeCurrent();
        return true;
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace tenantry::ui::explorer
