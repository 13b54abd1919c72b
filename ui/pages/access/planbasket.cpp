// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/access/planbasket.h"

#include "ui/dialogs/impactline.h"
#include "ui/theme/icons.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QKeyEvent>
#include <QListWidget>
#include <QLocale>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::explorer {

namespace {

constexpr int mostRowsInSight = 4;

} // namespace

PlanBasket::PlanBasket(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_title(makeLabel(TextStyle::Heading)), m_list(new QListWidget),
      m_impact(new ImpactLine(session)), m_remove(makeButton(ButtonStyle::Quiet, {}, u"minus"_s)),
      m_discard(makeButton(ButtonStyle::Default)), m_doIt(makeButton(ButtonStyle::Primary))
{
    setProperty("panel", u"sunken"_s);
    setAttribute(Qt::WA_StyledBackground);
    styleList(m_list, metrics::controlHeight);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
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
    m_changes.insert(m_changes.end(), changes.begin(), changes.end());
    show();
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
    const std::vector<Planned> changes = std::exchange(m_changes, {});
    CommandId before;
    for (const Planned &planned : changes) {
        Command command = planned.command;
        if (!before.isNull())
            command.after.append(
                before); // all that is done rests on what was shown: none without the one before
        before = m_session.submit(std::move(command));
    }
    show();
    Q_EMIT done(int(changes.size()));
}

void PlanBasket::show()
{
    const int current = m_list->currentRow();
    m_list->clear();
    QList<Command> commands;
    for (const Planned &planned : m_changes) {
        m_list->addItem(planned.text);
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
