// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/addorganizationsdialog.h"

#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/spacewords.h"
#include "ui/pages/spaces/subjecttreemodel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/viewstyle.h"

#include <QHeaderView>
#include <QTreeView>

namespace tenantry::ui::spaces {

namespace {

constexpr int mostExpanded = 5000;

} // namespace

AddOrganizationsDialog::AddOrganizationsDialog(Session &session, const MemberPlace &place, QWidget *parent)
    : AddOrganizationsDialog(session, place, new QTreeView, parent)
{
}

AddOrganizationsDialog::AddOrganizationsDialog(Session &session, const MemberPlace &place, QTreeView *tree,
                                               QWidget *parent)
    : AddMembersDialog(session, place, tree, parent), m_model(new SubjectTreeModel(session, place, this)),
      m_tree(tree)
{
    searchField()->setAnswersEachLetter(true);
    styleTree(m_tree);
    m_tree->setItemDelegate(new NameDelegate(metrics::rowHeight, m_tree));
    m_tree->setHeaderHidden(true);
    m_tree->setModel(m_model);
    m_tree->expandToDepth(0);
    connect(m_model, &SubjectTreeModel::chosenChanged, this, &AddOrganizationsDialog::update);
    start();
}

void AddOrganizationsDialog::search(const QString &query)
{
    m_model->setQuery(query);
    if (query.isEmpty())
        m_tree->expandToDepth(0);
    else if (m_model->shownCount() <= mostExpanded)
        m_tree->expandAll();
    else
        m_tree->expandToDepth(1); // nobody reads so many: they type on
}

QList<AddMembersDialog::Chosen> AddOrganizationsDialog::chosen() const
{
    QList<Chosen> all;
    for (const SubjectTreeModel::Node *node : m_model->chosen())
        all += {node->kind, node->id, node->name, iconName(node->kind), false};
    return all;
}

void AddOrganizationsDialog::takeOut(const QUuid &id)
{
    m_model->setChosen(id, false);
}

bool AddOrganizationsDialog::choose(SubjectKind, const QUuid &id)
{
    return m_model->setChosen(id, true);
}

QString AddOrganizationsDialog::title() const
{
    return tr("Add organizations or role groups");
}

QString AddOrganizationsDialog::addedText(qsizetype count, const QString &first) const
{
    return count == 1 ? tr("%1 is added").arg(first)
                      : tr("%1 organizations and role groups are added").arg(QLocale().toString(count));
}

QString AddOrganizationsDialog::nothingChosen() const
{
    return tr("Nothing chosen yet");
}

void AddOrganizationsDialog::retranslate()
{
    searchField()->setHint(tr("Name of an organization or role group"));
    m_tree->setAccessibleName(tr("Organizations and role groups"));
    setNote(tr("Everybody in an organization and below it gets the role, also those who join later."));
    AddMembersDialog::retranslate();
}

} // namespace tenantry::ui::spaces
