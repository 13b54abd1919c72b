// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/addpeopledialog.h"

#include "ui/pages/spaces/peoplemodel.h"
#include "ui/pages/spaces/persondelegate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/viewstyle.h"

#include <QListView>

using namespace Qt::StringLiterals;

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
    m_list->setUniformItemSizes(false); // two, three or one line
    m_list->setItemDelegate(new PersonDelegate(m_list));
    m_list->setModel(m_model);
    connect(m_list, &QListView::clicked, this, &AddPeopleDialog::toggle);
    connect(m_model, &PeopleModel::chosenChanged, this, &AddPeopleDialog::update);
    connect(m_model, &PeopleModel::searched, this, &AddPeopleDialog::showNote);
    start();
}

void AddPeopleDialog::search(const QString &query)
{
    m_model->search(query);
    showNote();
}

QString AddPeopleDialog::serverNote() const
{
    const PeopleSearch &finder = m_model->finder();
    switch (finder.server()) {
    case PeopleSearch::Server::NotAsked:
        return finder.query().isEmpty() ? tr("Type at least 2 characters to search all registered users.")
                                        : tr("One more character searches all registered users.");
    case PeopleSearch::Server::Asking:
        return tr("Searching all registered users…");
    case PeopleSearch::Server::Answered:
        return finder.hasMore() ? tr("There are more. Type more letters.") : QString();
    case PeopleSearch::Server::Offline:
        return tr("Offline: searched only among the %1 people that were synchronized to this computer.")
            .arg(QLocale().toString(session().snapshot()->userCount()));
    case PeopleSearch::Server::Refused:
        break;
    }
    return finder.refusal();
}

void AddPeopleDialog::showNote()
{
    const PeopleSearch &finder = m_model->finder();
    QStringList parts;
    if (!finder.canSearch())
        parts += tr("The search is being prepared. Try again in a moment.");
    else if (m_model->rowCount() == 0 && !finder.isBusy())
        parts += tr("Nobody found.");
    parts += serverNote();
    parts.removeAll(QString());
    setNote(parts.join(u' '));
}

QList<AddMembersDialog::Chosen> AddPeopleDialog::chosen() const
{
    QList<Chosen> all;
    for (const PersonHit &person : m_model->chosen())
        all += {SubjectKind::User, person.id.uuid(), person.name, {}, person.outsider};
    return all;
}

void AddPeopleDialog::takeOut(const QUuid &id)
{
    m_model->unchoose(id);
}

bool AddPeopleDialog::choose(SubjectKind, const QUuid &id)
{
    return m_model->choose(UserId(id));
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
    m_model->retranslate();
    AddMembersDialog::retranslate();
}

} // namespace tenantry::ui::spaces
