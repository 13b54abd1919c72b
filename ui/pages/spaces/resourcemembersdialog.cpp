// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/resourcemembersdialog.h"

#include "ui/pages/spaces/dialogparts.h"
#include "ui/pages/spaces/membersmodel.h"
#include "ui/pages/spaces/memberspane.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/toast.h"

#include <QEvent>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

ResourceMembersDialog::ResourceMembersDialog(Session &session, const MemberPlace &place, QWidget *parent)
    : QDialog(parent), m_session(session), m_place(place), m_title(new DialogTitle), m_access(new Chip),
      m_hint(new Banner(Tone::Info)), m_members(new MembersPane(session)), m_toast(new Toast(this))
{
    resize(1000, 640);
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::pageMargin, 16, metrics::pageMargin, 8);
    head->addWidget(m_title, 1);
    head->addWidget(m_access);
    auto *hintLine = new QHBoxLayout;
    hintLine->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 4);
    hintLine->addWidget(m_hint);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addLayout(hintLine);
    layout->addWidget(m_members, 1);
    connect(m_members, &MembersPane::toastRequested, m_toast, &Toast::show);
    connect(&m_session, &Session::snapshotChanged, this, &ResourceMembersDialog::refresh);
    connect(&m_session, &Session::commandsChanged, m_members, &MembersPane::refresh);
    m_members->setPlace(place);
    retranslate();
    m_members->table()->setFocus();
}

void ResourceMembersDialog::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::ResourceIndex index = snapshot->findResource(m_place.resource);
    if (!index.isValid() || !snapshot->resource(index).isKnown()) {
        reject(); // gone, or not to be seen any more
        return;
    }
    m_members->refresh();
    showAccess();
}

void ResourceMembersDialog::showAccess()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::ResourceIndex index = snapshot->findResource(m_place.resource);
    const directory::SpaceIndex space = snapshot->findSpace(m_place.space);
    if (!index.isValid() || !space.isValid())
        return;
    const directory::ResourceView resource = snapshot->resource(index);
    m_title->setTexts(tr("Permissions · %1").arg(resource.name().simplified()),
                      snapshot->space(space).name().simplified() + u" › "_s +
                          resourceKindName(resource.resourceKind()));
    m_access->setText(resource.isRestricted() ? tr("Restricted") : tr("Open"));
    m_access->setTone(resource.isRestricted() ? Tone::Warning : Tone::Success);
    m_access->setIconName(resource.isRestricted() ? u"lock"_s : u"unlock"_s);
    const QString reason = addingRefusal(m_members->model()->rights());
    m_hint->setTone(reason.isEmpty() ? Tone::Info : Tone::Warning);
    m_hint->setText(
        !reason.isEmpty() ? reason
        : resource.isRestricted()
            ? tr("Only roles given here count on this resource, and that of the space's owner.")
            : tr("A role on the space counts here too; the higher one of both is the final role."));
}

void ResourceMembersDialog::retranslate()
{
    setWindowTitle(tr("Permissions of the resource"));
    m_members->retranslate();
    showAccess();
}

void ResourceMembersDialog::changeEvent(QEvent *event)
{
    if (event->type() == QEvent::LanguageChange)
        retranslate();
    QDialog::changeEvent(event);
}

} // namespace tenantry::ui::spaces
