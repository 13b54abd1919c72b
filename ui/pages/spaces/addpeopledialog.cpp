// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/addpeopledialog.h"

#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/viewstyle.h"

#include <QListView>

namespace tenantry::ui::spaces {

AddPeopleDialog::AddPeopleDialog(Session &session, const MemberPlace &place, QWidget *parent)
    : AddPeopleDialog(session, place, new QListView, parent)
{
}

AddPeopleDialog::AddPeopleDialog(Session &session, const MemberPlace &place, QListView *list, QWidget *parent)
    : AddMembersDialog(session, place, list, parent), m_model(new PeopleModel(session, place, this)),
      m_list(list)
{
    styleList(m_list, metrics::twoLineRowHeight);
    m_list->setItemDelegate(new NameDelegate(metrics::twoLineRowHeight, m_list));
    m_list->setModel(m_model);
    connect(m_list, &QListView::clicked, this, &AddPeopleDialog::clicked);
    connect(m_model, &PeopleModel::chosenChanged, this, &AddPeopleDialog::update);
    start();
}

void AddPeopleDialog::search(const QString &query)
{
    m_model->search(query);
    if (m_model->rowCount() == 0)
        setNote(query.isEmpty() || m_model->canSearch()
                    ? tr("Nobody found among the people that you can see.")
                    : tr("The search is being prepared. Try again in a moment."));
    else if (m_model->hasMore())
        setNote(query.isEmpty() ? tr("The first people of the tenant. Search to find others.")
                                : tr("There are more. Type more letters."));
    else
        setNote({});
}

/// The delegate ticks at the left end; a click anywhere else on the row does too.
void AddPeopleDialog::clicked(const QModelIndex &index)
{
    const int x = m_list->viewport()->mapFromGlobal(QCursor::pos()).x();
    if (x > 12 + metrics::iconSize + 4)
        toggle(index);
}

QList<AddMembersDialog::Chosen> AddPeopleDialog::chosen() const
{
    QList<Chosen> all;
    for (const PeopleModel::Person &person : m_model->chosen())
        all += {SubjectKind::User, person.id.uuid(), person.name, {}, person.outsider};
    return all;
}

void AddPeopleDialog::takeOut(const QUuid &id)
{
    m_model->unchoose(id);
}

QString AddPeopleDialog::title() const
{
    return tr("Add people");
}

QString AddPeopleDialog::addedText(qsizetype count, const QString &first) const
{
    return count == 1 ? tr("%1 is added").arg(first)
                      : tr("%1 people are added").arg(QLocale().toString(count));
}

QString AddPeopleDialog::nothingChosen() const
{
    return tr("Nobody chosen yet");
}

void AddPeopleDialog::retranslate()
{
    searchField()->setHint(tr("Name, phone, e-mail or MIS"));
    m_list->setAccessibleName(tr("People found"));
    AddMembersDialog::retranslate();
}

} // namespace tenantry::ui::spaces
