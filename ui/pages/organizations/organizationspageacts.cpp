// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What is done with organizations; the page itself is in organizationspage.cpp.
#include "ui/pages/organizations/organizationspage.h"

#include "core/access/completeness.h"
#include "core/access/permissions.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/members/commandundo.h"
#include "ui/pages/organizations/membershipsdialog.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/organizations/organizationform.h"
#include "ui/pages/organizations/permissionsline.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/widgets/confirmdialog.h"

#include <QBoxLayout>
#include <QLocale>
#include <QPointer>

namespace tenantry::ui {

using namespace Qt::StringLiterals;

void OrganizationsPage::submit(const Command &command, const QString &done)
{
    Command given = command;
    given.id = m_session.submit(command);
    say(given, done);
}

void OrganizationsPage::say(const Command &given, const QString &done)
{
    announce(m_session, given, done, [page = QPointer(this)](const QString &text, const std::function<void()> &undo) {
        if (page)
            Q_EMIT page->toastRequested(text, undo);
    });
}

void OrganizationsPage::sayOf(CommandId id, const QString &done)
{
    if (const auto given = givenCommand(m_session, id))
        say(*given, done.arg(given->subject.value(u"title"_s).toString()));
}

void OrganizationsPage::create()
{
    if (current().isNull() || !whyNotManaged(m_session, m_tenant).isEmpty())
        return;
    CommandDialog::openKept(this, [this, parent = current()] {
        const bool known = m_session.snapshot()->row({RowKind::Organization, parent.uuid()}).has_value();
        return known ? OrganizationForm::forNew(m_session, parent, window()) : nullptr;
    });
}

void OrganizationsPage::edit()
{
    const OrganizationId id = current();
    if (id.isNull() || !whyNotManaged(m_session, m_tenant).isEmpty())
        return;
    CommandDialog::openKept(this, [this, id]() -> CommandDialog * {
        if (!m_session.snapshot()->row({RowKind::Organization, id.uuid()}).has_value())
            return nullptr;
        auto *form = OrganizationForm::forEdit(m_session, id, window());
        connect(form, &CommandDialog::given, this, [this](CommandId given) { sayOf(given, tr("Saved %1.")); });
        return form;
    });
}

void OrganizationsPage::moveByDialog()
{
    const OrganizationId id = current();
    if (id.isNull() || !whyNotMoved(m_session, id).isEmpty())
        return;
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    dialog->setTexts(tr("Move %1").arg(snapshot->organization(snapshot->findOrganization(id)).name()),
                     tr("Choose the organization that it will belong to."));
    dialog->setConfirm(tr("Move"), ButtonStyle::Primary);
    auto *picker = new OrganizationPicker(m_session, m_tenant, id, dialog);
    picker->setAccessibleName(tr("New parent"));
    static_cast<QBoxLayout *>(dialog->layout())->insertWidget(2, picker);
    connect(dialog, &QDialog::accepted, this, [this, id, picker] {
        if (picker->chosen().isNull())
            Q_EMIT toastRequested(tr("Nothing was moved: no organization was chosen."));
        else
            confirmMove(id, picker->chosen());
    });
    dialog->open();
}

void OrganizationsPage::confirmMove(OrganizationId id, OrganizationId newParent)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto target = snapshot->findOrganization(newParent);
    if (!isThere(id) || !target.isValid() || !whyNotMoved(m_session, id).isEmpty())
        return;
    const auto moved = snapshot->organization(snapshot->findOrganization(id));
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    const QString from = moved.parent().isValid() ? snapshot->organization(moved.parent()).name() : QString();
    dialog->setTexts(
        tr("Move %1?").arg(moved.name()),
        tr("From %1 to %2, with %3 people in it and below.")
            .arg(from, snapshot->organization(target).name(), QLocale().toString(moved.totalMemberCount())));
    dialog->setConfirm(tr("Move"), ButtonStyle::Primary);
    addImpactLine(m_session, *dialog, {makeMove(m_session, id, newParent)});
    addPermissionsLine(*dialog, moved.index(), target);
    const QString done = tr("Moved %1.").arg(moved.name());
    connect(dialog, &QDialog::accepted, this, [this, id, newParent, done] {
        if (isThere(id))
            submit(makeMove(m_session, id, newParent), done);
    });
    dialog->open();
}

// OPM-4: what it inherits there. Delegates don't see what is set, and may not change what counts.
void OrganizationsPage::addPermissionsLine(ConfirmDialog &dialog, directory::OrganizationIndex moved,
                                           directory::OrganizationIndex newParent)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    auto *line = new PermissionsLine(&dialog);
    if (access::Completeness(snapshot, m_session.heldScopes(), m_session.userId())
            .seesAllOf(snapshot->findTenant(m_tenant)))
        line->ask([snapshot, moved, newParent] { return access::previewMove(*snapshot, moved, newParent); });
    else
        line->setReason([] { return tr("A move that would change what its people may do is refused."); });
    static_cast<QBoxLayout *>(dialog.layout())->insertWidget(4, line); // below what it does to access
}

void OrganizationsPage::setEnabledState(bool enabled)
{
    const OrganizationId id = current();
    if (!isThere(id))
        return;
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto organization = snapshot->organization(snapshot->findOrganization(id));
    const QString name = organization.name();
    if (enabled)
        return submit(makeSetEnabled(m_session, id, true), tr("Enabled %1.").arg(name));
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(
        tr("Disable %1?").arg(name),
        tr("%1 people in it and below lose what they may do through it, until it is enabled again.")
            .arg(QLocale().toString(organization.totalMemberCount())));
    dialog->setConfirm(tr("Disable"));
    addImpactLine(m_session, *dialog, {makeSetEnabled(m_session, id, false)});
    connect(dialog, &QDialog::accepted, this, [this, id, name] {
        if (isThere(id))
            submit(makeSetEnabled(m_session, id, false), tr("Disabled %1.").arg(name));
    });
    dialog->open();
}

void OrganizationsPage::remove()
{
    const OrganizationId id = current();
    if (id.isNull())
        return;
    if (const QString why = whyNotDeleted(m_session, id); !why.isEmpty()) {
        Q_EMIT toastRequested(why);
        return;
    }
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const QString name = snapshot->organization(snapshot->findOrganization(id)).name();
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(tr("Delete %1?").arg(name), tr("It is empty; nothing else goes with it."));
    dialog->setConfirm(tr("Delete"));
    connect(dialog, &QDialog::accepted, this, [this, id, name] {
        if (isThere(id))
            submit(makeDelete(m_session, id), tr("Deleted %1.").arg(name));
    });
    dialog->open();
}

void OrganizationsPage::editMemberships(UserId user)
{
    CommandDialog::openKept(this, [this, user]() -> CommandDialog * {
        if (!m_session.snapshot()->row({RowKind::User, user.uuid()}).has_value())
            return nullptr;
        auto *dialog = new MembershipsDialog(m_session, user, window());
        connect(dialog, &CommandDialog::given, this,
                [this](CommandId given) { sayOf(given, tr("Saved the organizations of %1.")); });
        return dialog;
    });
}

} // namespace tenantry::ui
