// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with the selected applications; the page itself is in approvalspage.cpp.
#include "ui/pages/approvals/approvalspage.h"

#include "core/domain/applicationcommands.h"
#include "core/domain/messages.h"
#include "ui/dialogs/commanddialog.h"
#include "ui/models/whenqueued.h"
#include "ui/pages/applications/forms.h"
#include "ui/pages/approvals/applicationkinds.h"
#include "ui/pages/approvals/approvalsmodel.h"
#include "ui/pages/approvals/batchdetail.h"
#include "ui/session/session.h"

#include <QPointer>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tenantry::ui
{

using Mark = ApprovalItem::Mark;

void ApprovalsPage::decide(Decision decision, const QString &comment)
{
    if (m_giving)
        return;
    const QList<ApprovalItem> items = shown();
    if (items.size() == 1 && items.constFirst().mark == Mark::Attention)
        return decideAgain(items.constFirst(), decision, comment);
    QList<ApprovalItem> decided;
    QList<Command> commands;
    for (const ApprovalItem &item : items) {
        if (!whyNotDecidable(item, m_session).isEmpty())
            continue;
        const ApplicationRow &row = *item.application;
        Command command = applicationDecide(row.id, decision, comment);
        command.see(row.id.uuid(), {}, row.version);
        command.before = {{u"status"_s, QString(wireName(row.status))}, {u"stage"_s, row.stage}};
        command.subject = {{u"record"_s, row.id.toString()}, {u"title"_s, applicationKind(row.applicationKind).subject(row)}};
        commands.append(command);
        decided.append(item);
    }
    // All are made first: each submit changes what the page shows.
    QList<CommandId> ids;
    for (const Command &command : std::as_const(commands))
        ids.append(m_session.submit(command));
    if (ids.isEmpty())
        return;
    m_giving = true;
    whenQueued(m_session, ids, this,
               [this, decision, decided, ids](const NotQueued &failed) { takeQueued(decision, decided, ids, failed); });
}

// ERR-2: what could not be kept stays selected, with its comment.
void ApprovalsPage::takeQueued(Decision decision, const QList<ApprovalItem> &items, const QList<CommandId> &commands,
                               const NotQueued &failed)
{
    m_giving = false;
    QSet<QUuid> done;
    QList<ApprovalItem> decided;
    QList<CommandId> ids;
    for (qsizetype i = 0; i < items.size(); ++i) {
        if (failed.ids.contains(commands[i]))
            continue;
        done.insert(items[i].key);
        decided.append(items[i]);
        ids.append(commands[i]);
    }
    if (!decided.isEmpty())
        sayDecided(decision, decided, ids);
    if (!failed.isEmpty())
        return sayFailed(failed);
    m_drafts.remove(m_selectedKeys);
    m_bar->clearComment();
    selectNext(done);
    m_table->setFocus();
}

void ApprovalsPage::sayFailed(const NotQueued &failed)
{
    refreshDetail();
    m_bar->setError(sentence(failed.error));
}

void ApprovalsPage::decideAgain(const ApprovalItem &item, Decision decision, const QString &comment)
{
    const auto refused = commandById(m_session, item.command);
    if (!refused || !item.application)
        return;
    Command command = applicationDecide(item.application->id, decision, comment);
    command.seen = refused->command.seen;
    command.before = refused->command.before;
    command.subject = refused->command.subject;
    command.see(item.application->id.uuid(), {}, item.application->version);
    const CommandId id = m_session.resubmit(item.command, command);
    m_giving = true;
    whenQueued(m_session, {id}, this, [this, decision, item, id](const NotQueued &failed) {
        m_giving = false;
        if (!failed.isEmpty())
            return sayFailed(failed);
        m_drafts.remove({item.key});
        m_bar->clearComment();
        sayDecided(decision, {item}, {id});
    });
}

void ApprovalsPage::sayDecided(Decision decision, const QList<ApprovalItem> &items, const QList<CommandId> &commands)
{
    const bool approved = decision == Decision::Approve;
    QString text;
    if (items.size() == 1) {
        const QString subject = applicationKind(items.constFirst().application->applicationKind).subject(*items.constFirst().application);
        text = approved ? tr("Approved \"%1\"").arg(subject) : tr("Rejected \"%1\"").arg(subject);
    } else {
        text = approved ? tr("Approved %1 applications").arg(items.size()) : tr("Rejected %1 applications").arg(items.size());
    }
    if (!m_session.state().online)
        text = tr("%1; will be sent when connected").arg(text);
    Q_EMIT toastRequested(text, [page = QPointer(this), commands] {
        if (page)
            page->takeBack(commands);
    });
}

void ApprovalsPage::takeBack(const QList<CommandId> &commands)
{
    int sent = 0;
    for (const CommandId &id : commands) {
        const auto command = commandById(m_session, id);
        if (command && command->state == CommandState::Queued)
            m_session.discard(id);
        else
            ++sent;
    }
    if (sent == 0)
        Q_EMIT toastRequested(tr("Undone."));
    else if (sent == commands.size())
        Q_EMIT toastRequested(tr("It was sent already and can't be undone."));
    else
        Q_EMIT toastRequested(tr("%1 of %2 were sent already and can't be undone.").arg(sent).arg(commands.size()));
}

void ApprovalsPage::withdraw()
{
    const QList<ApprovalItem> items = selected();
    if (items.size() != 1 || !items.constFirst().application)
        return;
    const ApplicationRow &row = *items.constFirst().application;
    Command command = applicationWithdraw(row.id);
    command.see(row.id.uuid(), {}, row.version);
    command.before = {{u"status"_s, QString(wireName(row.status))}};
    const QString subject = applicationKind(row.applicationKind).subject(row);
    command.subject = {{u"record"_s, row.id.toString()}, {u"title"_s, subject}};
    const CommandId id = m_session.submit(command);
    whenQueued(m_session, {id}, this, [this, subject, id, key = items.constFirst().key](const NotQueued &failed) {
        if (!failed.isEmpty())
            return; // the window says so of every command, and nothing is lost here
        m_drafts.remove({key});
        Q_EMIT toastRequested(tr("Withdrawn: \"%1\"").arg(subject), [page = QPointer(this), id] {
            if (page)
                page->takeBack({id});
        });
    });
}

// KPI-1
void ApprovalsPage::rate(ApplicationId id, int stars)
{
    const ApplicationRow *row = m_session.snapshot()->application(id);
    if (!row)
        return;
    Command command = applicationRate(id, stars);
    command.subject = {{u"record"_s, id.toString()}, {u"title"_s, applicationKind(row->applicationKind).subject(*row)}};
    m_session.submit(command);
    Q_EMIT toastRequested(tr("Thank you for rating."));
}

// INB-9
void ApprovalsPage::takeUpAgain(ApplicationId id)
{
    const ApplicationRow *row = m_session.snapshot()->application(id);
    const applications::KindOfForm *form = row ? applications::formOf(row->applicationKind) : nullptr;
    if (!form)
        return;
    if (const auto refusal = form->refusal(m_session)) {
        Q_EMIT toastRequested(sentence(*refusal));
        return;
    }
    CommandDialog::openKept(this, [this, id, make = form->make] {
        const ApplicationRow *again = m_session.snapshot()->application(id);
        return again ? make(m_session, again, window()) : nullptr;
    });
}

void ApprovalsPage::undo()
{
    const QList<ApprovalItem> items = selected();
    if (items.size() == 1 && items.constFirst().mark == Mark::Queued)
        m_session.discard(items.constFirst().command);
}

void ApprovalsPage::discard()
{
    const QList<ApprovalItem> items = selected();
    if (items.size() != 1 || items.constFirst().mark != Mark::Attention)
        return;
    const ApprovalItem &item = items.constFirst();
    m_session.discard(item.command);
    const QString subject = item.application ? applicationKind(item.application->applicationKind).subject(*item.application) : item.title;
    Q_EMIT toastRequested(tr("Discarded what you asked for: \"%1\"").arg(subject));
}

} // namespace tenantry::ui
