// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/membershipsdialog.h"

#include "core/domain/messages.h"
#include "ui/dialogs/conflictdialog.h"
#include "ui/dialogs/impactline.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/models/commandfollower.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/formfield.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QEvent>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSet>
#include <QTableWidget>
#include <QVBoxLayout>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

enum Column { Organization, Role, Primary };

} // namespace

MembershipsDialog::MembershipsDialog(Session &session, UserId user, QWidget *window)
    : QDialog(window), m_session(session), m_user(user), m_seen(session.snapshot()), m_follower(new CommandFollower(session, this)), m_title(makeLabel(TextStyle::Title)), m_banner(new Banner(Tone::Danger, this)),
      m_table(new QTableWidget(0, 3, this)), m_add(makeButton(ButtonStyle::Default, {}, u"plus"_s)), m_remove(makeButton(ButtonStyle::Default, {}, u"minus"_s)),
      m_reason(new QLineEdit(this)), m_reasonField(new FormField(u"reason"_s, m_reason, this)), m_impact(new ImpactLine(session, this)), m_save(makeButton(ButtonStyle::Primary)),
      m_cancel(makeButton(ButtonStyle::Default))
{
    setAttribute(Qt::WA_DeleteOnClose);
    const directory::SnapshotPtr snapshot = session.snapshot();
    m_picker = new OrganizationPicker(session, snapshot->tenantId(snapshot->user(snapshot->findUser(user)).tenant()), {}, this);
    styleTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(Organization, QHeaderView::Stretch);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_banner->hide();
    auto *adding = new QHBoxLayout;
    adding->addWidget(m_picker, 1);
    adding->addWidget(m_add);
    adding->addWidget(m_remove);
    auto *buttons = new QHBoxLayout;
    buttons->addStretch();
    buttons->addWidget(m_cancel);
    buttons->addWidget(m_save);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 24, 24, 16);
    layout->setSpacing(12);
    layout->addWidget(m_title);
    layout->addWidget(m_banner);
    layout->addWidget(m_table);
    layout->addLayout(adding);
    layout->addWidget(m_reasonField);
    layout->addWidget(m_impact);
    layout->addLayout(buttons);
    m_reason->setObjectName(u"reason"_s);
    setMinimumSize(600, 460);
    connect(m_add, &QPushButton::clicked, this, [this] { addRow(m_picker->chosen(), u"member"_s, m_table->rowCount() == 0); });
    connect(m_remove, &QPushButton::clicked, this, &MembershipsDialog::removeRow);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &MembershipsDialog::refreshButtons);
    connect(m_table, &QTableWidget::itemChanged, this, [this](QTableWidgetItem *item) {
        if (item->column() != Primary || item->checkState() != Qt::Checked)
            return;
        const QSignalBlocker quiet(m_table);
        for (int row = 0; row < m_table->rowCount(); ++row)
            if (row != item->row())
                m_table->item(row, Primary)->setCheckState(Qt::Unchecked);
    });
    connect(m_table->model(), &QAbstractItemModel::rowsInserted, this, &MembershipsDialog::preview, Qt::QueuedConnection);
    connect(m_table->model(), &QAbstractItemModel::rowsRemoved, this, &MembershipsDialog::preview);
    connect(m_save, &QPushButton::clicked, this, &MembershipsDialog::save);
    connect(m_cancel, &QPushButton::clicked, this, &QDialog::reject);
    connect(m_follower, &CommandFollower::refused, this, &MembershipsDialog::showErrors);
    connect(m_follower, &CommandFollower::conflicted, this, [this](CommandId id) {
        ConflictDialog::compare(m_session, id, parentWidget());
        accept();
    });
    connect(m_follower, &CommandFollower::settled, this, [this](const Command &command) {
        Q_EMIT saved(command);
        accept();
    });
    m_save->setDefault(true);
    load();
    retranslate();
}

void MembershipsDialog::load()
{
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const auto index = snapshot->findUser(m_user);
    const auto primary = snapshot->user(index).primaryOrganization();
    for (const directory::UserMembership &membership : snapshot->membershipsOf(index))
        addRow(snapshot->organization(membership.organization).id(), snapshot->membership(membership.membership).role(), membership.organization == primary);
}

void MembershipsDialog::addRow(OrganizationId organization, const QString &role, bool primary)
{
    if (organization.isNull())
        return;
    for (int row = 0; row < m_table->rowCount(); ++row)
        if (m_table->item(row, Organization)->data(Qt::UserRole).toUuid() == organization.uuid())
            return m_table->selectRow(row);
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    const int row = m_table->rowCount();
    const QSignalBlocker quiet(m_table);
    m_table->insertRow(row);
    auto *name = new QTableWidgetItem(snapshot->organization(snapshot->findOrganization(organization)).name());
    name->setData(Qt::UserRole, organization.uuid());
    m_table->setItem(row, Organization, name);
    auto *roleItem = new QTableWidgetItem(role == u"leader" ? tr("Leader") : tr("Member"));
    roleItem->setData(Qt::UserRole, role);
    m_table->setItem(row, Role, roleItem);
    auto *mark = new QTableWidgetItem;
    mark->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    mark->setCheckState(primary ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(row, Primary, mark);
    refreshButtons();
}

void MembershipsDialog::removeRow()
{
    m_table->removeRow(m_table->currentRow());
    refreshButtons();
}

void MembershipsDialog::refreshButtons()
{
    const bool last = m_table->rowCount() <= 1;
    setUsable(m_remove, !last && m_table->currentRow() >= 0,
              last ? tr("Everybody belongs to at least one organization.") : tr("Choose an organization in the list."));
}

std::pair<QList<MembershipWish>, OrganizationId> MembershipsDialog::wanted() const
{
    QList<MembershipWish> wishes;
    OrganizationId primary;
    for (int row = 0; row < m_table->rowCount(); ++row) {
        const OrganizationId id(m_table->item(row, Organization)->data(Qt::UserRole).toUuid());
        wishes.append({id, m_table->item(row, Role)->data(Qt::UserRole).toString()});
        if (m_table->item(row, Primary)->checkState() == Qt::Checked)
            primary = id;
    }
    return {wishes, primary};
}

/// What the organizations of the table would change; nothing where they are those of before.
void MembershipsDialog::preview()
{
    const auto [wishes, primary] = wanted();
    QSet<OrganizationId> now, then;
    for (const MembershipWish &wish : wishes)
        then.insert(wish.organizationId);
    for (const auto organization : m_seen->organizationsOf(m_seen->findUser(m_user)))
        now.insert(m_seen->organization(organization).id());
    m_impact->setCommands(now == then ? QList<Command>() : QList<Command>{makeMemberships(m_seen, m_user, wishes, primary, {})});
}

void MembershipsDialog::save()
{
    m_banner->hide();
    m_reasonField->setError({});
    if (const auto error = m_session.rules().checkTyped(u"command"_s, u"reason"_s, m_reason->text())) {
        m_reasonField->setError(sentence(*error));
        m_reason->setFocus();
        return;
    }
    if (m_reason->text().trimmed().isEmpty()) {
        m_reasonField->setError(tr("Say why: it is kept with the change."));
        m_reason->setFocus();
        return;
    }
    const auto [wishes, primary] = wanted();
    if (primary.isNull())
        return showError(tr("Mark one of them as the primary organization."));
    m_save->setEnabled(false);
    m_follower->submit(makeMemberships(m_seen, m_user, wishes, primary, m_reason->text().trimmed()));
}

void MembershipsDialog::showErrors(const QList<Error> &errors)
{
    QStringList sentences;
    for (const Error &error : errors)
        sentences.append(sentence(error));
    showError(sentences.join(u' '));
}

void MembershipsDialog::showError(const QString &message)
{
    m_save->setEnabled(true);
    m_banner->setText(message);
    m_banner->setVisible(!message.isEmpty());
}

void MembershipsDialog::retranslate()
{
    const QString name = m_seen->user(m_seen->findUser(m_user)).name();
    setWindowTitle(tr("Organizations of %1").arg(name));
    m_title->setText(tr("Organizations of %1").arg(name));
    m_table->setHorizontalHeaderLabels({tr("Organization"), tr("Role"), tr("Primary")});
    m_table->setAccessibleName(windowTitle());
    m_picker->setAccessibleName(tr("Organization to add"));
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    m_reasonField->setLabel(tr("Reason"), true);
    m_reasonField->setHint(tr("The person is told, and it is kept with the change."));
    m_save->setText(tr("Save"));
    m_cancel->setText(tr("Cancel"));
    refreshButtons();
}

void MembershipsDialog::changeEvent(QEvent *event)
{
    QDialog::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        retranslate();
}

} // namespace tenantry::ui
