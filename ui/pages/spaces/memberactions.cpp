// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberactions.h"

#include "core/access/explanationtext.h"
#include "core/access/lasting.h"
#include "core/domain/messages.h"
#include "ui/dialogs/impactline.h"
#include "ui/models/queuewords.h"
#include "ui/models/whenqueued.h"
#include "ui/models/whenrefused.h"
#include "ui/pages/spaces/expirydialog.h"
#include "ui/pages/spaces/permissiondetaildialog.h"
#include "ui/pages/spaces/rolemenu.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/theme/icons.h"
#include "ui/widgets/confirmdialog.h"

#include <QLocale>
#include <QMenu>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

constexpr qsizetype mostNamed = 200; ///< refusals that are listed one by one: nobody reads thousands

} // namespace

MemberActions::MemberActions(Session &session, MembersModel *model, QWidget *widget)
    : QObject(widget), m_session(session), m_model(model), m_widget(widget)
{
}

void MemberActions::withAllowed(const std::vector<MemberRow> &rows, const QString &act,
                                const std::function<QString(const MemberRow &)> &refusal,
                                const std::function<void(const std::vector<MemberRow> &)> &go)
{
    std::vector<MemberRow> allowed;
    QStringList refused;
    qsizetype count = 0;
    for (const MemberRow &row : rows) {
        const QString reason =
            row.pending.removed ? tr("Will be removed when the server answers") : refusal(row);
        if (reason.isEmpty())
            allowed.push_back(row);
        else if (count++ < mostNamed)
            refused += tr("%1: %2").arg(row.name, reason);
    }
    const QLocale locale;
    if (count == 0) {
        if (!allowed.empty())
            go(allowed);
        return;
    }
    if (count > mostNamed)
        refused += tr("and %1 more").arg(locale.toString(count - mostNamed));
    auto *dialog = new ConfirmDialog(m_widget->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(
        tr("%1 of %2 can't be changed").arg(locale.toString(count), locale.toString(qsizetype(rows.size()))),
        allowed.empty() ? tr("Nothing of it is allowed:") : tr("The others can. Not allowed:"));
    dialog->setDetails(refused);
    dialog->setConfirm(allowed.empty() ? tr("Understood")
                                       : tr("%1 (%2)").arg(act, locale.toString(qsizetype(allowed.size()))),
                       ButtonStyle::Primary);
    connect(dialog, &QDialog::accepted, this, [allowed, go] {
        if (!allowed.empty())
            go(allowed);
    });
    dialog->open();
}

void MemberActions::withPreview(const std::vector<MemberRow> &rows, const QString &question,
                                const QString &act, const access::PlannedChange &change,
                                const std::function<void()> &go)
{
    if (std::ranges::all_of(rows, [](const MemberRow &row) { return row.kind == SubjectKind::User; }))
        return go();
    auto *dialog = new ConfirmDialog(m_widget->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(question, {});
    dialog->setConfirm(act, ButtonStyle::Primary);
    addImpactLine(m_session, *dialog)->setChanges({change});
    connect(dialog, &QDialog::accepted, this, go);
    dialog->open();
}

void MemberActions::changeRole(const std::vector<MemberRow> &rows, Role role)
{
    withAllowed(
        rows, tr("Change role"),
        [this, role](const MemberRow &row) { return m_model->roleRefusal(row, role); },
        [this, role](const std::vector<MemberRow> &allowed) {
            const MemberPlace place = m_model->place();
            access::SetGrants change{place.space, {}};
            for (const MemberRow &row : allowed)
                change.grants +=
                    GrantWish{row.id, place.kind(), place.id(), row.kind, row.subjectId, role, row.expiresAt};
            const QString question =
                allowed.size() == 1
                    ? tr("Make %1 %2?").arg(allowed.front().name, access::roleName(role))
                    : tr("Make %1 members %2?", nullptr, int(allowed.size()))
                          .arg(QLocale().toString(qsizetype(allowed.size())), access::roleName(role));
            withPreview(allowed, question, tr("Change role"), change, [this, allowed, role] {
                const UndoList undo = MemberCommands(m_session, m_model->place()).changeRole(allowed, role);
                done(allowed.size() == 1
                         ? tr("%1 becomes %2").arg(allowed.front().name, access::roleName(role))
                         : tr("%1 members become %2")
                               .arg(QLocale().toString(qsizetype(allowed.size())), access::roleName(role)),
                     undo);
            });
        });
}

/// Those that may have another end, as they are.
access::SetGrants MemberActions::renewable(const std::vector<MemberRow> &rows) const
{
    const MemberPlace place = m_model->place();
    access::SetGrants change{place.space, {}};
    for (const MemberRow &row : rows)
        if (m_model->expiryRefusal(row).isEmpty())
            change.grants +=
                GrantWish{row.id, place.kind(), place.id(), row.kind, row.subjectId, row.role, row.expiresAt};
    return change;
}

/// For the preview only: one command, however many grants there are.
Command MemberActions::expiryCommand(const std::vector<MemberRow> &rows, Instant end) const
{
    access::SetGrants change = renewable(rows);
    for (GrantWish &wish : change.grants)
        wish.expiresAt = end;
    return grantsSet(change.space, change.grants);
}

void MemberActions::changeExpiry(const std::vector<MemberRow> &rows, const std::optional<Instant> &expiresAt)
{
    withAllowed(
        rows, tr("Renew"), [this](const MemberRow &row) { return m_model->expiryRefusal(row); },
        [this, expiresAt](const std::vector<MemberRow> &allowed) {
            const UndoList undo =
                MemberCommands(m_session, m_model->place()).changeExpiry(allowed, expiresAt);
            const QString count = QLocale().toString(qsizetype(allowed.size()));
            done(expiresAt
                     ? tr("Access of %1 renewed: %2").arg(count, countdownText(expiresAt, m_session.now()))
                     : tr("Access of %1 no longer expires").arg(count),
                 undo);
        });
}

void MemberActions::remove(const std::vector<MemberRow> &rows)
{
    withAllowed(
        rows, tr("Remove"), [this](const MemberRow &row) { return m_model->removeRefusal(row); },
        [this](const std::vector<MemberRow> &allowed) {
            access::RemoveGrants change;
            for (const MemberRow &row : allowed)
                change.grants += row.id;
            const QString question = allowed.size() == 1
                                         ? tr("Remove %1?").arg(allowed.front().name)
                                         : tr("Remove %1 members?", nullptr, int(allowed.size()))
                                               .arg(QLocale().toString(qsizetype(allowed.size())));
            withPreview(allowed, question, tr("Remove"), change, [this, allowed] {
                const UndoList undo = MemberCommands(m_session, m_model->place()).remove(allowed);
                done(allowed.size() == 1
                         ? tr("%1 is removed").arg(allowed.front().name)
                         : tr("%1 members are removed").arg(QLocale().toString(qsizetype(allowed.size()))),
                     undo);
            });
        });
}

void MemberActions::done(const QString &text, const UndoList &undo)
{
    QList<CommandId> ids;
    for (const Undo &each : undo)
        ids += each.done;
    whenQueued(m_session, ids, this, [this, text, undo, ids](const NotQueued &failed) {
        if (!failed.isEmpty())
            return; // ERR-2: the ticks stay for another try; the window says why of every command
        m_model->clearTicks();
        Q_EMIT toastRequested(text, [session = QPointer(&m_session), undo] {
            if (session)
                MemberCommands::undo(*session, undo);
        });
        whenRefused(m_session, ids, this, [this, text](const QueuedCommand &refused) {
            Q_EMIT toastRequested(
                tr("Not accepted: \"%1\". %2").arg(text, attentionSentence(m_session, refused)), {});
        });
    });
}

void MemberActions::openDetail(const MemberRow &row)
{
    auto *dialog = new PermissionDetailDialog(m_session, m_model->place().space, row.kind, row.subjectId,
                                              m_widget->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    if (m_model->place().isResource())
        dialog->select(m_model->place().id());
    dialog->open();
}

void MemberActions::fillRoles(QMenu *menu, const MemberRow &row)
{
    fillRoleMenu(
        menu, m_model->rights().hasBots, row.role,
        [&](Role role) { return role == row.role ? QString() : m_model->roleRefusal(row, role); },
        [this, row](Role role) {
            if (role != row.role)
                changeRole({row}, role);
        });
}

void MemberActions::popupRoles(const MemberRow &row, const QPoint &at)
{
    if (row.pending.removed)
        return;
    auto *menu = new QMenu(m_widget);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    fillRoles(menu, row);
    menu->popup(at);
}

void MemberActions::popupMenu(const MemberRow &row, const QPoint &at)
{
    auto *menu = new QMenu(m_widget);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    menu->setToolTipsVisible(true);
    menu->addAction(icon(u"key"_s), tr("Permission detail…"), this, [this, row] { openDetail(row); });
    const QString leaving = row.pending.removed ? tr("Will be removed when the server answers") : QString();
    QMenu *roles = menu->addMenu(tr("Change role"));
    roles->setEnabled(leaving.isEmpty() && m_model->roleRefusal(row).isEmpty());
    fillRoles(roles, row);
    QAction *removing = menu->addAction(icon(u"trash"_s), tr("Remove"), this, [this, row] { remove({row}); });
    const QString reason = leaving.isEmpty() ? m_model->removeRefusal(row) : leaving;
    removing->setEnabled(reason.isEmpty());
    removing->setToolTip(reason);
    if (row.pending.state == PendingChange::Refused) {
        menu->addSeparator();
        menu->addAction(icon(u"cross"_s), tr("Discard the refused change"), this,
                        [this, row] { m_session.discard(row.pending.command); });
    }
    menu->popup(at);
}

void MemberActions::fillBulkRoles(QMenu *menu)
{
    fillRoleMenu(
        menu, m_model->rights().hasBots, Role::None,
        [this](Role role) { return refusalSentence(m_model->rights(), Role::None, role); },
        [this](Role role) { changeRole(m_model->tickedRows(), role); });
}

void MemberActions::fillBulkExpiry(QMenu *menu)
{
    menu->clear();
    menu->setToolTipsVisible(true);
    const Instant now = m_session.now();
    access::SetGrants change = renewable(m_model->tickedRows());
    const auto add = [&](const QString &text, const std::optional<Instant> &end) {
        QAction *action =
            menu->addAction(text, this, [this, end] { changeExpiry(m_model->tickedRows(), end); });
        for (GrantWish &wish : change.grants)
            wish.expiresAt = end;
        const auto refusal = access::outlastingRefusal(*m_session.snapshot(), now, {change});
        action->setEnabled(!refusal);
        action->setToolTip(refusal ? sentence(*refusal) : QString());
    };
    for (const int days : {7, 30, 90, 180, 365})
        add(tr("%1 days from now").arg(days), now + std::chrono::days(days));
    menu->addAction(tr("Until a date…"), this, &MemberActions::askForDate);
    menu->addSeparator();
    add(tr("No expiry"), std::nullopt);
}

void MemberActions::askForDate()
{
    auto *dialog = new ExpiryDialog(
        m_session, m_model->tickedCount(),
        [this](Instant end) { return QList<Command>{expiryCommand(m_model->tickedRows(), end)}; },
        m_widget->window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    connect(dialog, &QDialog::accepted, this,
            [this, dialog] { changeExpiry(m_model->tickedRows(), dialog->expiresAt()); });
    dialog->open();
}

} // namespace tenantry::ui::spaces
