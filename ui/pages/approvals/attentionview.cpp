// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/attentionview.h"

#include "ui/models/queuewords.h"
#include "ui/pages/approvals/words.h"
#include "ui/session/session.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

/// The parameters of "application.not_pending": what the server saw is newer than the snapshot.
const Error *refusalNotPending(const QueuedCommand &command)
{
    for (const Error &error : command.errors)
        if (error.code == "application.not_pending"_L1)
            return &error;
    return nullptr;
}

QString statusName(const QString &status)
{
    if (status == "approved"_L1)
        return AttentionView::tr("Approved");
    if (status == "rejected"_L1)
        return AttentionView::tr("Rejected");
    if (status == "withdrawn"_L1)
        return AttentionView::tr("Withdrawn");
    if (status == "ended"_L1)
        return AttentionView::tr("Ended");
    return AttentionView::tr("Still pending");
}

} // namespace

QString eventSentence(const ApplicationEventRow &event, const directory::Snapshot &snapshot)
{
    const QString who = personName(snapshot, event.actorId);
    if (event.act == "submitted"_L1)
        return AttentionView::tr("%1 submitted the application").arg(who);
    if (event.act == "approved"_L1)
        return AttentionView::tr("%1 approved it").arg(who);
    if (event.act == "rejected"_L1)
        return AttentionView::tr("%1 rejected it").arg(who);
    if (event.act == "withdrawn"_L1)
        return AttentionView::tr("%1 withdrew it").arg(who);
    return AttentionView::tr("The application ended");
}

AttentionView::AttentionView(QWidget *parent) : QWidget(parent), m_what(new Banner(Tone::Warning))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(12);
    layout->addWidget(m_what);
}

void AttentionView::clear()
{
    m_what->setText({});
    delete std::exchange(m_table, nullptr);
}

void AttentionView::show(const QueuedCommand &command, const ApplicationRow *application, const Session &session)
{
    m_what->setText(attentionSentence(session, command));
    const QString decision = command.command.payload.value("decision"_L1).toString();
    Side mine;
    mine.result = decision == "approve"_L1 ? tr("Approve") : decision == "reject"_L1 ? tr("Reject") : tr("Withdraw");
    mine.by = tr("You");
    mine.at = momentText(toDateTime(command.decidedAt)) + (command.offline ? tr(" (offline)") : QString());
    mine.comment = command.command.payload.value("comment"_L1).toString();
    fill(mine, theirs(command, application, session));
}

AttentionView::Side AttentionView::theirs(const QueuedCommand &command, const ApplicationRow *application, const Session &session)
{
    if (const Error *refused = refusalNotPending(command)) {
        const QVariantMap &said = refused->parameters;
        return {statusName(said.value(u"status"_s).toString()), said.value(u"by_name"_s).toString(),
                momentText(toDateTime(fromMicroseconds(said.value(u"at"_s).toLongLong()))), said.value(u"comment"_s).toString()};
    }
    if (!application)
        return {tr("It can't be seen from here any more"), {}, {}, {}};
    Side side{statusName(QString(wireName(application->status))), {}, {}, {}};
    const directory::SnapshotPtr snapshot = session.snapshot();
    const auto events = snapshot->eventsOf(application->id);
    if (events.isEmpty() || application->status == ApplicationStatus::Pending)
        return side;
    const ApplicationEventRow &last = events[events.size() - 1];
    return {side.result, personName(*snapshot, last.actorId), momentText(toDateTime(last.at)), last.comment};
}

void AttentionView::fill(const Side &mine, const Side &theirs)
{
    delete m_table;
    m_table = new QWidget;
    auto *grid = new QGridLayout(m_table);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(metrics::grid);
    grid->setColumnStretch(1, 1);
    grid->setColumnStretch(2, 1);
    grid->addWidget(makeLabel(TextStyle::SmallStrong, tr("Your decision")), 0, 1);
    grid->addWidget(makeLabel(TextStyle::SmallStrong, tr("Meanwhile")), 0, 2);
    const auto add = [grid](const QString &name, const QString &left, const QString &right) {
        if (left.isEmpty() && right.isEmpty())
            return;
        const int row = grid->rowCount();
        grid->addWidget(makeLabel(TextStyle::Muted, name), row, 0, Qt::AlignTop);
        grid->addWidget(makeParagraph(TextStyle::Body, left.isEmpty() ? u"–"_s : left), row, 1, Qt::AlignTop);
        grid->addWidget(makeParagraph(TextStyle::Body, right.isEmpty() ? u"–"_s : right), row, 2, Qt::AlignTop);
    };
    add(tr("Result"), mine.result, theirs.result);
    add(tr("By"), mine.by, theirs.by);
    add(tr("When"), mine.at, theirs.at);
    add(tr("Comment"), mine.comment, theirs.comment);
    layout()->addWidget(m_table);
}

} // namespace tenantry::ui
