// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/permissionsview.h"

#include "ui/models/permissionwords.h"
#include "ui/pages/organizations/permissionsform.h"
#include "ui/widgets/chip.h"
#include "ui/widgets/scrollarea.h"
#include "ui/widgets/text.h"

#include <QGridLayout>
#include <QScrollArea>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

PermissionsView::PermissionsView(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_sentence(makeParagraph(TextStyle::Muted)),
      m_queued(makeParagraph(TextStyle::Small)), m_change(makeButton(ButtonStyle::Default, {}, u"pencil"_s)),
      m_holder(new QWidget)
{
    auto *head = new QHBoxLayout;
    head->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 4);
    head->setSpacing(metrics::grid);
    head->addWidget(m_sentence, 1);
    head->addWidget(m_change, 0, Qt::AlignTop);
    auto *column = new QVBoxLayout(m_holder);
    column->setContentsMargins(metrics::pageMargin, 4, metrics::pageMargin, 16);
    column->addWidget(m_queued);
    column->addStretch();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(head);
    layout->addWidget(makeScrollArea(m_holder), 1);
    connect(m_change, &QPushButton::clicked, this, &PermissionsView::change);
}

// Rows of permissions are in tenant(T) alone: whoever lacks that would see nothing set anywhere.
QString PermissionsView::refusal(const Session &session, TenantId tenant)
{
    return session.refusal(u"organization_permissions_set"_s, tenant).isEmpty()
               ? QString()
               : tr("Only the tenant administrator sees and changes what organizations permit.");
}

void PermissionsView::setOrganization(OrganizationId id)
{
    m_id = id;
    refresh();
}

QString PermissionsView::origin(directory::OrganizationIndex from, bool here) const
{
    if (here)
        return tr("set here");
    return from.isValid() ? tr("from %1").arg(m_session.snapshot()->organization(from).name())
                          : tr("unless set");
}

void PermissionsView::addHeading(const QString &text)
{
    auto *heading = makeLabel(TextStyle::SmallStrong, text);
    heading->setContentsMargins(0, 10, 0, 0);
    m_grid->addWidget(heading, m_grid->rowCount(), 0, 1, 3);
}

void PermissionsView::addLine(const QString &what, const QString &counts, bool good, const QString &from)
{
    const int row = m_grid->rowCount();
    auto *label = makeParagraph(TextStyle::Body, what);
    m_grid->addWidget(label, row, 0);
    m_grid->addWidget(new Chip(counts, good ? Tone::Success : Tone::Neutral), row, 1,
                      Qt::AlignLeft | Qt::AlignVCenter);
    m_grid->addWidget(makeLabel(TextStyle::Muted, from), row, 2);
    m_lines += u"%1 | %2 | %3"_s.arg(what, counts, from);
}

void PermissionsView::refresh()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findOrganization(m_id);
    delete m_rows;
    m_lines.clear();
    m_rows = new QWidget;
    m_grid = new QGridLayout(m_rows);
    m_grid->setContentsMargins(0, 0, 0, 0);
    m_grid->setHorizontalSpacing(16);
    m_grid->setVerticalSpacing(10);
    m_grid->setColumnStretch(0, 1);
    static_cast<QVBoxLayout *>(m_holder->layout())->insertWidget(1, m_rows);
    if (!index.isValid() || !snapshot->organization(index).isKnown())
        return;
    const OrganizationPermissions set = access::setAt(*snapshot, index);
    const access::PermissionPicture counts = access::permissionsAt(*snapshot, index);
    addHeading(tr("Whose data its people see"));
    addLine(tr("Data scope"), dataScopeText(counts.dataScope), counts.dataScope != u"none",
            origin(access::inheritedScope(*snapshot, index).from, !set.dataScope.isEmpty()));
    for (const QString &area : {u"users"_s, u"functions"_s, u"system"_s}) {
        addHeading(areaText(area));
        for (const KeyDeclaration &key : m_session.declarations().keys()) {
            if (!key.delegable || key.area != area)
                continue;
            const bool allowed = counts.keys.contains(key.key);
            addLine(key.sentence(), allowed ? tr("Allowed") : tr("Denied"), allowed,
                    origin(access::inheritedKey(*snapshot, index, key.key).from,
                           set.allowed.contains(key.key) || set.denied.contains(key.key)));
        }
    }
    const QList<QueuedCommand> commands = m_session.commands();
    m_queued->setVisible(std::any_of(commands.begin(), commands.end(), [this](const QueuedCommand &queued) {
        return queued.isOpen() && queued.command.kind == u"organization_permissions_set"_s &&
               queued.command.payload["organization_id"_L1].toString() == m_id.toString();
    }));
    const QString reason = refusal(m_session, snapshot->tenantId(snapshot->organization(index).tenant()));
    setUsable(m_change, reason.isEmpty(), reason);
}

void PermissionsView::change()
{
    CommandDialog::openKept(this, [this, id = m_id]() -> CommandDialog * {
        if (!m_session.snapshot()->row({RowKind::Organization, id.uuid()}).has_value())
            return nullptr;
        auto *form = new PermissionsForm(m_session, id, window());
        connect(form, &PermissionsForm::given, this, [this] {
            refresh();
            Q_EMIT toastRequested(tr("The permissions are saved."));
        });
        return form;
    });
}

void PermissionsView::retranslate()
{
    m_sentence->setText(
        tr("Everybody in the organization has this beside their roles. What isn't set here comes from the "
           "nearest organization above that sets it."));
    m_queued->setText(tr("A change of yours is waiting for the server; below is what counts until then."));
    m_change->setText(tr("Change…"));
    refresh();
}

} // namespace tenantry::ui
