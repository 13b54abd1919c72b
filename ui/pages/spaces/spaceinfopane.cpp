// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/spaceinfopane.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/spaces/modulesdialog.h"
#include "ui/pages/spaces/ownerdialog.h"
#include "ui/pages/spaces/rolemenu.h"
#include "ui/pages/spaces/spacechoices.h"
#include "ui/pages/spaces/spacecommands.h"
#include "ui/pages/spaces/spaceform.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/pages/spaces/tenantlimits.h"
#include "ui/widgets/confirmdialog.h"
#include "ui/widgets/datetext.h"
#include "ui/widgets/keyvaluelist.h"
#include "ui/widgets/scrollarea.h"

#include <QLocale>
#include <QScrollArea>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

namespace {

enum Row { Name, Description, Edition, Limits, Modules, OwningTenant, Owner, CreatedBy, Created, State };

} // namespace

SpaceInfoPane::SpaceInfoPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_edit(makeButton(ButtonStyle::Default, {}, u"pencil"_s)),
      m_modules(makeButton(ButtonStyle::Default)), m_transfer(makeButton(ButtonStyle::Default)),
      m_archive(makeButton(ButtonStyle::Default)), m_delete(makeButton(ButtonStyle::Default, {}, u"trash"_s)),
      m_roles(makeButton(ButtonStyle::Quiet, {}, u"question"_s)), m_values(new KeyValueList)
{
    auto *buttons = new QHBoxLayout;
    buttons->setSpacing(metrics::grid);
    for (QPushButton *button : {m_edit, m_modules, m_transfer, m_archive, m_delete})
        buttons->addWidget(button);
    buttons->addStretch();
    buttons->addWidget(m_roles);
    for (int row = Name; row <= State; ++row)
        m_values->addRow();
    auto *content = new QWidget;
    auto *column = new QVBoxLayout(content);
    column->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 16);
    column->addWidget(m_values);
    column->addStretch();
    QScrollArea *scroll = makeScrollArea(content);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 16, 0, 0);
    layout->setSpacing(16);
    auto *bar = new QHBoxLayout;
    bar->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    bar->addLayout(buttons);
    layout->addLayout(bar);
    layout->addWidget(scroll, 1);
    connect(m_edit, &QPushButton::clicked, this, &SpaceInfoPane::edit);
    connect(m_modules, &QPushButton::clicked, this, &SpaceInfoPane::setModules);
    connect(m_transfer, &QPushButton::clicked, this, &SpaceInfoPane::transfer);
    connect(m_archive, &QPushButton::clicked, this, &SpaceInfoPane::archiveOrRestore);
    connect(m_roles, &QPushButton::clicked, this, [this] { (new RoleTable(this))->popupBelow(m_roles); });
    connect(m_delete, &QPushButton::clicked, this, &SpaceInfoPane::remove);
}

void SpaceInfoPane::setSpace(SpaceId space)
{
    m_space = space;
    refresh();
}

QString SpaceInfoPane::personName(directory::UserIndex user) const
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const QString name = user.isValid() ? snapshot->user(user).name() : QString();
    return name.isEmpty() ? tr("Somebody you can't see") : name;
}

void SpaceInfoPane::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceIndex index = snapshot->findSpace(m_space);
    if (!index.isValid())
        return;
    refreshValues(snapshot->space(index));
    refreshButtons(snapshot->space(index).isArchived());
}

void SpaceInfoPane::refreshValues(directory::SpaceView space)
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const TenantRow *tenant = snapshot->tenant(space.tenant());
    const TenantLimits limits(m_session, snapshot->tenantId(space.tenant()));
    QStringList modules;
    for (const QString &module : space.modules())
        modules.append(moduleName(module));
    m_values->setValue(Name, space.name());
    m_values->setValue(Description, space.description().isEmpty() ? dash() : space.description());
    m_values->setValue(Edition, editionName(space.edition()));
    m_values->setValue(Limits, limitsText(limits.editionLimits(space.edition())));
    m_values->setValue(Modules, modules.join(u" · "_s));
    m_values->setValue(OwningTenant, tenant ? tenant->name : dash());
    m_values->setValue(Owner,
                       personName(snapshot->findUser(ownerOf(*snapshot, directory::Object(space.index())))));
    m_values->setValue(CreatedBy, personName(space.createdBy()));
    m_values->setValue(Created, momentText(localTime(space.createdAt())));
    m_values->setValue(State, space.isArchived() ? tr("Archived: can be read, nothing can be changed")
                                                 : tr("In use"));
}

void SpaceInfoPane::refreshButtons(bool archived)
{
    const auto use = [this](QPushButton *button, const QString &kind) {
        const QString why = whyNotOnSpace(m_session, kind, m_space);
        setUsable(button, why.isEmpty(), why);
    };
    use(m_edit, u"space_edit"_s);
    use(m_modules, u"space_set_modules"_s);
    use(m_transfer, u"space_transfer"_s);
    use(m_archive, archived ? u"space_restore"_s : u"space_archive"_s);
    use(m_delete, u"space_delete"_s);
    m_archive->setText(archived ? tr("Restore") : tr("Archive"));
}

void SpaceInfoPane::openForm(CommandDialog *(*make)(Session &, SpaceId, QWidget *))
{
    // A lock deletes the pane, not its window.
    CommandDialog::openKept(window(), [&session = m_session, make, space = m_space, window = window()] {
        return session.snapshot()->row({RowKind::Space, space.uuid()}).has_value() ? make(session, space, window) : nullptr;
    });
}

void SpaceInfoPane::edit()
{
    openForm([](Session &session, SpaceId space, QWidget *window) -> CommandDialog * {
        return SpaceForm::forEdit(session, space, window);
    });
}

void SpaceInfoPane::setModules()
{
    openForm([](Session &session, SpaceId space, QWidget *window) -> CommandDialog * {
        return new ModulesDialog(session, space, window);
    });
}

void SpaceInfoPane::transfer()
{
    openForm([](Session &session, SpaceId space, QWidget *window) -> CommandDialog * {
        return new OwnerDialog(session, space, window);
    });
}

void SpaceInfoPane::archiveOrRestore()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceView space = snapshot->space(snapshot->findSpace(m_space));
    const bool archive = !space.isArchived();
    const CommandId done = m_session.submit(makeArchive(snapshot, m_space, archive));
    const Command inverse = makeArchive(snapshot, m_space, !archive);
    Q_EMIT toastRequested((archive ? tr("%1 is archived") : tr("%1 is restored")).arg(space.name()),
                          [session = &m_session, done, inverse] { takeBack(*session, done, inverse); });
}

void SpaceInfoPane::remove()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const directory::SpaceIndex index = snapshot->findSpace(m_space);
    const QString name = snapshot->space(index).name();
    QStringList lost;
    lost.append(
        tr("%n resource(s) with everything in them", nullptr, int(snapshot->resourcesOf(index).size())));
    lost.append(tr("the access of %n member(s)", nullptr, int(snapshot->grantsOn(index).size())));
    lost.append(tr("name, description, avatar and settings of the space"));
    auto *dialog = new ConfirmDialog(window());
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setTexts(tr("Delete %1?").arg(name), tr("Everything in it goes, on every platform, and can't be "
                                                    "brought back. Archive it to keep it for reading."));
    dialog->setDetails(lost);
    dialog->setConfirm(tr("Delete"));
    dialog->requireTyping(name);
    const Command command = makeSpaceDelete(snapshot, m_space, name);
    addImpactLine(m_session, *dialog, {command});
    connect(dialog, &QDialog::accepted, this, [this, command] { m_session.submit(command); });
    dialog->open();
}

void SpaceInfoPane::retranslate()
{
    m_edit->setText(tr("Edit…"));
    m_modules->setText(tr("Modules…"));
    m_transfer->setText(tr("Transfer ownership…"));
    m_delete->setText(tr("Delete…"));
    m_roles->setText(tr("What each role may do"));
    m_values->setKey(Name, tr("Name"));
    m_values->setKey(Description, tr("Description"));
    m_values->setKey(Edition, tr("Edition"));
    m_values->setKey(Limits, tr("Limits"));
    m_values->setKey(Modules, tr("Modules"));
    m_values->setKey(OwningTenant, tr("Owning tenant"));
    m_values->setKey(Owner, tr("Owner"));
    m_values->setKey(CreatedBy, tr("Created by"));
    m_values->setKey(Created, tr("Created"));
    m_values->setKey(State, tr("State"));
    refresh();
}

} // namespace tenantry::ui::spaces
