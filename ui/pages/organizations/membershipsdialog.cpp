// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/organizations/membershipsdialog.h"

#include "ui/dialogs/impactline.h"
#include "ui/pages/organizations/organizationcommands.h"
#include "ui/pages/organizations/pickers.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLineEdit>
#include <QSet>
#include <QTableWidget>

namespace tenantry::ui
{

using namespace Qt::StringLiterals;

namespace
{

enum Column { Organization, Role, Primary };

/// Leader or member: roles of the tenant's own are assigned in the tenant, not in a department. Any other word is shown as it is.
QString roleText(const QString &role)
{
    return role == u"leader" ? MembershipsDialog::tr("Leader") : role == u"member" ? MembershipsDialog::tr("Member") : role;
}

} // namespace

MembershipsDialog::MembershipsDialog(Session &session, UserId user, QWidget *window)
    : CommandDialog(session, window), m_user(user), m_seen(session.snapshot()), m_table(new QTableWidget(0, 3)),
      m_picker(new OrganizationPicker(session, m_seen->tenantId(m_seen->user(m_seen->findUser(user)).tenant()))),
      m_role(new QComboBox), m_add(makeButton(ButtonStyle::Default, {}, u"plus"_s)), m_remove(makeButton(ButtonStyle::Default, {}, u"minus"_s))
{
    styleTable(m_table);
    m_table->horizontalHeader()->setSectionResizeMode(Organization, QHeaderView::Stretch);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setMinimumHeight(5 * metrics::rowHeight);
    form()->addField(u"memberships"_s, m_table);
    form()->addWidget(makeAdding());
    addReason();
    reason()->setObjectName(u"reason"_s);
    addImpact();
    setMinimumWidth(600);
    connect(m_table, &QTableWidget::itemSelectionChanged, this, &MembershipsDialog::refreshButtons);
    connect(m_table, &QTableWidget::itemChanged, this, &MembershipsDialog::keepOnePrimary);
    connect(m_table->model(), &QAbstractItemModel::rowsInserted, this, &MembershipsDialog::preview, Qt::QueuedConnection);
    connect(m_table->model(), &QAbstractItemModel::rowsRemoved, this, &MembershipsDialog::preview);
    load();
    retranslate();
    m_table->setFocus();
}

QWidget *MembershipsDialog::makeAdding()
{
    auto *line = new QWidget;
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_picker, 1);
    layout->addWidget(m_add);
    layout->addWidget(m_role);
    layout->addWidget(m_remove);
    m_add->setAutoDefault(false);
    m_remove->setAutoDefault(false);
    connect(m_add, &QPushButton::clicked, this, [this] { addRow(m_picker->chosen(), u"member"_s, m_table->rowCount() == 0); });
    connect(m_picker, &OrganizationPicker::changed, this, &MembershipsDialog::refreshButtons);
    connect(m_remove, &QPushButton::clicked, this, &MembershipsDialog::removeRow);
    connect(m_role, &QComboBox::activated, this, &MembershipsDialog::changeRole);
    return line;
}

void MembershipsDialog::keepOnePrimary(const QTableWidgetItem *item)
{
    if (item->column() != Primary)
        return;
    const QSignalBlocker quiet(m_table);
    for (int row = 0; row < m_table->rowCount(); ++row) {
        if (item->checkState() == Qt::Checked && row != item->row())
            m_table->item(row, Primary)->setCheckState(Qt::Unchecked);
        showPrimary(row);
    }
    m_table->viewport()->update();
}

void MembershipsDialog::load()
{
    const directory::SnapshotPtr snapshot = session().snapshot();
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
    const directory::SnapshotPtr snapshot = session().snapshot();
    const int row = m_table->rowCount();
    const QSignalBlocker quiet(m_table);
    m_table->insertRow(row);
    auto *name = new QTableWidgetItem(snapshot->organization(snapshot->findOrganization(organization)).name());
    name->setData(Qt::UserRole, organization.uuid());
    m_table->setItem(row, Organization, name);
    auto *roleItem = new QTableWidgetItem;
    roleItem->setData(Qt::UserRole, role);
    m_table->setItem(row, Role, roleItem);
    showRole(row);
    auto *mark = new QTableWidgetItem;
    mark->setFlags(Qt::ItemIsEnabled | Qt::ItemIsSelectable | Qt::ItemIsUserCheckable);
    mark->setCheckState(primary ? Qt::Checked : Qt::Unchecked);
    m_table->setItem(row, Primary, mark);
    showPrimary(row);
    refreshButtons();
}

void MembershipsDialog::showRole(int row)
{
    QTableWidgetItem *item = m_table->item(row, Role);
    item->setText(roleText(item->data(Qt::UserRole).toString()));
}

void MembershipsDialog::showPrimary(int row)
{
    QTableWidgetItem *item = m_table->item(row, Primary);
    item->setData(Qt::AccessibleTextRole, item->checkState() == Qt::Checked ? tr("Primary organization") : tr("Not the primary organization"));
}

void MembershipsDialog::changeRole()
{
    const int row = m_table->currentRow();
    if (row < 0)
        return;
    m_table->item(row, Role)->setData(Qt::UserRole, m_role->currentData());
    showRole(row);
}

void MembershipsDialog::removeRow()
{
    m_table->removeRow(m_table->currentRow());
    refreshButtons();
}

void MembershipsDialog::refreshButtons()
{
    setUsable(m_add, !m_picker->chosen().isNull(), tr("Choose an organization to add first."));
    const bool last = m_table->rowCount() <= 1;
    setUsable(m_remove, !last && m_table->currentRow() >= 0,
              last ? tr("Everybody belongs to at least one organization.") : tr("Choose an organization in the list."));
    const QTableWidgetItem *item = m_table->item(m_table->currentRow(), Role);
    const QString role = item ? item->data(Qt::UserRole).toString() : QString();
    m_role->clear();
    for (const QString &known : {u"member"_s, u"leader"_s})
        m_role->addItem(roleText(known), known);
    if (!role.isEmpty() && m_role->findData(role) < 0)
        m_role->addItem(roleText(role), role);
    m_role->setCurrentIndex(m_role->findData(role));
    setUsable(m_role, item, tr("Choose an organization in the list."));
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
    impact()->setCommands(now == then ? QList<Command>() : QList<Command>{makeMemberships(m_seen, m_user, wishes, primary, {})});
}

/// The rows: organization, role, whether it is the primary one.
QVariant MembershipsDialog::typedBeside() const
{
    const auto [wishes, primary] = wanted();
    QVariantList rows;
    for (const MembershipWish &wish : wishes)
        rows.append(QVariant(QVariantList{wish.organizationId.uuid(), wish.role, wish.organizationId == primary}));
    return rows;
}

void MembershipsDialog::setTypedBeside(const QVariant &typed)
{
    if (!typed.isValid())
        return;
    m_table->setRowCount(0);
    const directory::SnapshotPtr snapshot = session().snapshot();
    for (const QVariant &row : typed.toList()) {
        const QVariantList parts = row.toList();
        const OrganizationId id(parts.value(0).toUuid());
        if (snapshot->findOrganization(id).isValid())
            addRow(id, parts.value(1).toString(), parts.value(2).toBool());
    }
}

void MembershipsDialog::check()
{
    if (wanted().second.isNull())
        form()->setError(u"memberships"_s, tr("Mark one of them as the primary organization."));
}

std::optional<Command> MembershipsDialog::command()
{
    const auto [wishes, primary] = wanted();
    return makeMemberships(m_seen, m_user, wishes, primary, reason()->text().trimmed());
}

void MembershipsDialog::retranslate()
{
    setTexts(tr("Organizations of %1").arg(m_seen->user(m_seen->findUser(m_user)).name()),
             tr("The person is told, and the reason is kept with the change."), tr("Save"));
    form()->field(u"memberships"_s)->setLabel(tr("Organizations"), true);
    m_table->setHorizontalHeaderLabels({tr("Organization"), tr("Role"), tr("Primary")});
    m_picker->setAccessibleName(tr("Organization to add"));
    m_role->setAccessibleName(tr("Role in the chosen organization"));
    for (int row = 0; row < m_table->rowCount(); ++row) {
        showRole(row);
        showPrimary(row);
    }
    m_add->setText(tr("Add"));
    m_remove->setText(tr("Remove"));
    refreshButtons();
}

} // namespace tenantry::ui
