// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/applicationdetail.h"

#include "ui/pages/applications/afterdecision.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/approvals/approvalsmodel.h"
#include "ui/pages/approvals/attentionview.h"
#include "ui/pages/approvals/words.h"
#include "ui/pages/members/belongings.h"
#include "ui/session/session.h"
#include "ui/widgets/avatar.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/states.h"
#include "ui/widgets/text.h"
#include "ui/widgets/timeline.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

namespace
{

TimelineEntry entryOf(const ApplicationEventRow &event, const directory::Snapshot &snapshot)
{
    TimelineEntry entry;
    entry.title = eventSentence(event, snapshot);
    if (event.offline)
        entry.title = ApplicationDetail::tr("%1 (decided offline)").arg(entry.title);
    entry.detail = event.comment;
    entry.at = toDateTime(event.at);
    entry.tone = event.act == "approved"_L1    ? Tone::Success
                 : event.act == "rejected"_L1  ? Tone::Danger
                 : event.act == "submitted"_L1 ? Tone::Accent
                                               : Tone::Neutral;
    entry.iconName = event.act == "approved"_L1   ? u"check"_s
                     : event.act == "rejected"_L1 ? u"cross"_s
                     : event.act == "withdrawn"_L1 ? u"undo"_s
                                                   : QString();
    return entry;
}

QString waitsFor(const ApplicationRow &row)
{
    const QString decider = row.stages.value(row.stage - 1);
    if (decider == "system_administrator"_L1)
        return ApplicationDetail::tr("Waits for a system administrator");
    if (decider == "tenant_administrator"_L1)
        return ApplicationDetail::tr("Waits for the tenant's administrator");
    return ApplicationDetail::tr("Waits for a decision");
}

} // namespace

ApplicationDetail::ApplicationDetail(QWidget *parent)
    : DetailPane(u"inbox"_s, parent), m_avatar(new Avatar(32)), m_status(new Chip), m_sentence(makeParagraph(TextStyle::Body)),
      m_attention(new AttentionView), m_fields(new KeyValueList), m_checks(new CheckList), m_history(new Timeline),
      m_after(new applications::AfterDecision)
{
    setLeading(m_avatar);
    addHeaderWidget(m_status);
    m_attentionSection = addSection({}, m_attention);
    addSection({}, m_sentence);
    m_afterSection = addSection({}, m_after);
    m_checksSection = addSection({}, m_checks);
    m_fieldsSection = addSection({}, m_fields);
    m_historySection = addSection({}, m_history);
    connect(m_after, &applications::AfterDecision::rated, this, [this](int stars) { Q_EMIT rated(m_own, stars); });
    connect(m_after, &applications::AfterDecision::takenUpAgain, this, [this] { Q_EMIT takenUpAgain(m_own); });
    connect(m_checks, &CheckList::mendingRequested, this, [this] { Q_EMIT handOverRequested(m_applicant); });
    retranslate();
}

void ApplicationDetail::retranslate()
{
    m_after->retranslate();
    setSectionTitle(m_attentionSection, tr("What happened"));
    setSectionTitle(m_fieldsSection, tr("Application"));
    setSectionTitle(m_historySection, tr("History"));
    empty()->setTexts(tr("Nothing selected"), tr("Select an application to read it and decide."));
}

void ApplicationDetail::show(const ApprovalItem &item, const Session &session, const ApplicationChecks &checks,
                             const QueuedCommand *attention)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const ApplicationRow *row = item.application.get();
    setSectionShown(m_attentionSection, attention);
    if (attention)
        m_attention->show(*attention, row, session);
    const StatusWords status = statusWords(item);
    m_status->setText(status.text);
    m_status->setTone(Tone(status.tone));
    for (const int section : {m_fieldsSection, m_historySection})
        setSectionShown(section, row);
    for (const int section : {m_checksSection, m_afterSection})
        setSectionShown(section, false);
    if (row) {
        const ApplicationKind &kind = applicationKind(row->applicationKind);
        const QString applicant = personName(*snapshot, row->applicantId);
        m_avatar->setSubject(row->applicantId.toString(), applicant);
        const auto person = snapshot->findUser(row->applicantId);
        m_avatar->setChoice(person.isValid() ? AvatarChoice::ofPerson(snapshot->user(person).avatar()) : AvatarChoice());
        setTitle(kind.subject(*row));
        setSubtitle(tr("%1 · %2, %3").arg(kind.name(), applicant, momentText(toDateTime(row->submittedAt))));
        m_sentence->setText(kind.sentence(*row, *snapshot));
        m_fields->clear();
        for (const ApplicationField &field : kind.fields(*row, *snapshot))
            m_fields->setValue(m_fields->addRow(field.name), field.value);
        showChecks(*row, session, checks);
        showAfterDecision(*row, session);
        showHistory(*row, *snapshot);
    } else {
        setTitle(item.title);
        setSubtitle({});
        m_sentence->setText(tr("This application can't be seen from here any more."));
    }
    setSelected(true);
    if (m_shown != item.key)
        scrollToTop();
    m_shown = item.key;
}

void ApplicationDetail::clear()
{
    m_avatar->setSubject({}, {});
    m_avatar->setChoice({});
    setTitle({});
    setSubtitle({});
    m_sentence->setText({});
    m_attention->clear();
    m_fields->clear();
    m_checks->setItems({});
    m_history->setEntries({});
    setSelected(false);
}

void ApplicationDetail::showChecks(const ApplicationRow &row, const Session &session, const ApplicationChecks &checks)
{
    const bool shown = row.status == ApplicationStatus::Pending && decides(session.actor(), row);
    setSectionShown(m_checksSection, shown);
    if (!shown)
        return;
    const auto synced = session.state().lastSync;
    setSectionTitle(m_checksSection,
                    synced ? tr("Checks as of %1").arg(shortMomentText(toDateTime(*synced), toDateTime(session.now()))) : tr("Checks"));
    m_applicant = row.applicantId;
    QList<CheckItem> items = applicationKind(row.applicationKind).checks(row, checks);
    if (!members::isToHandOver(session, m_applicant))
        for (CheckItem &item : items)
            item.mending.clear();
    m_checks->setItems(items);
}

void ApplicationDetail::showAfterDecision(const ApplicationRow &row, const Session &session)
{
    const bool decided = row.status == ApplicationStatus::Approved || row.status == ApplicationStatus::Rejected;
    if (!decided || row.applicantId != session.userId())
        return;
    int queued = 0;
    for (const QueuedCommand &command : session.commands())
        if (command.command.kind == "application_rate"_L1 && command.isOpen() && command.state != CommandState::NeedsAttention
            && command.command.payload.value("application_id"_L1).toString() == row.id.toString())
            queued = command.command.payload.value("rating"_L1).toInt();
    m_own = row.id;
    m_after->show(row, queued);
    setSectionShown(m_afterSection, true);
}

void ApplicationDetail::showHistory(const ApplicationRow &row, const directory::Snapshot &snapshot)
{
    QList<TimelineEntry> entries;
    for (const ApplicationEventRow &event : snapshot.eventsOf(row.id))
        entries.append(entryOf(event, snapshot));
    if (row.status == ApplicationStatus::Pending)
        entries.append({waitsFor(row), {}, {}, Tone::Neutral, {}});
    m_history->setEntries(entries);
}

} // namespace tenantry::ui
