// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/addorganizationsdialog.h"

#include "ui/pages/spaces/chosenchips.h"
#include "ui/pages/spaces/dialogparts.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/pages/spaces/subjecttreemodel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QTreeView>
#include <QVBoxLayout>

namespace tenantry::ui::spaces
{

AddOrganizationsDialog::AddOrganizationsDialog(Session &session, SpaceId space, QWidget *parent)
    : QDialog(parent), m_session(session), m_space(space), m_model(new SubjectTreeModel(session, space, this)),
      m_proxy(new SubjectTreeProxy(m_model, this)), m_search(new SearchField), m_tree(new QTreeView), m_chips(new ChosenChips)
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::SpaceIndex index = snapshot->findSpace(space);
    m_choice = new RoleAndExpiry(index.isValid() ? rightsOn(session, index) : SpaceRights(), session.now());
    setWindowTitle(tr("Add organizations or role groups"));
    resize(620, 660);
    m_search->setHint(tr("Name of an organization or role group"));
    m_search->setResultView(m_tree);
    styleTree(m_tree);
    m_tree->setItemDelegate(new NameDelegate(metrics::rowHeight, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setModel(m_proxy);
    m_tree->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_tree->setAccessibleName(tr("Organizations and role groups"));
    m_tree->installEventFilter(this);
    m_tree->expandToDepth(0);
    m_chips->setHint(tr("Nothing chosen yet"));
    m_add = makeButton(ButtonStyle::Primary);

    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(makeDialogTitle(tr("Add organizations or role groups"), index.isValid() ? snapshot->space(index).name() : QString()));
    layout->addWidget(m_search);
    layout->addWidget(m_tree, 1);
    layout->addWidget(makeParagraph(TextStyle::Small, tr("Everybody in an organization and below it gets the role, also those who join later.")));
    layout->addWidget(m_chips);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_choice);
    layout->addWidget(makeButtonRow(this, m_add));

    connect(m_search, &SearchField::queryChanged, this, &AddOrganizationsDialog::search);
    connect(m_chips, &ChosenChips::removed, m_model, [this](const QUuid &id) { m_model->setChosen(id, false); });
    connect(m_model, &SubjectTreeModel::chosenChanged, this, &AddOrganizationsDialog::update);
    update();
    m_search->setFocus();
}

void AddOrganizationsDialog::search(const QString &query)
{
    m_proxy->setQuery(query);
    if (query.isEmpty())
        m_tree->expandToDepth(0);
    else
        m_tree->expandAll();
}

bool AddOrganizationsDialog::eventFilter(QObject *watched, QEvent *event)
{
    const QModelIndex current = m_tree->currentIndex();
    if (watched == m_tree && event->type() == QEvent::KeyPress && current.isValid()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            m_proxy->setData(current, current.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void AddOrganizationsDialog::update()
{
    QList<ChosenChips::Item> items;
    for (const SubjectTreeModel::Node *node : m_model->chosen())
        items += {node->id, node->name, iconName(node->kind)};
    m_chips->setItems(items);
    m_add->setText(items.isEmpty() ? tr("Add") : tr("Add %1").arg(QLocale().toString(items.size())));
    setUsable(m_add, !items.isEmpty(), tr("Tick something first"));
}

void AddOrganizationsDialog::accept()
{
    QList<MemberCommands::Newcomer> newcomers;
    const auto chosen = m_model->chosen();
    for (const SubjectTreeModel::Node *node : chosen)
        newcomers += {node->kind, node->id};
    if (newcomers.isEmpty())
        return;
    const UndoList undo = MemberCommands(m_session, m_space).add(newcomers, m_choice->role(), m_choice->expiresAt());
    Q_EMIT added(newcomers.size() == 1 ? tr("%1 is added").arg(chosen.constFirst()->name)
                                       : tr("%1 organizations and role groups are added").arg(QLocale().toString(newcomers.size())),
                 undo);
    QDialog::accept();
}

} // namespace tenantry::ui::spaces
