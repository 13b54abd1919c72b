// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/addpeopledialog.h"

#include "ui/pages/spaces/chosenchips.h"
#include "ui/pages/spaces/dialogparts.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/pages/spaces/peoplemodel.h"
#include "ui/pages/spaces/roleandexpiry.h"
#include "ui/widgets/banner.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QKeyEvent>
#include <QListView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces
{

AddPeopleDialog::AddPeopleDialog(Session &session, SpaceId space, QWidget *parent)
    : QDialog(parent), m_session(session), m_space(space), m_model(new PeopleModel(session, space, this)), m_search(new SearchField),
      m_list(new QListView), m_note(makeLabel(TextStyle::Small)), m_chips(new ChosenChips), m_outsiders(new Banner(Tone::Warning))
{
    const directory::SnapshotPtr snapshot = session.snapshot();
    const directory::SpaceIndex index = snapshot->findSpace(space);
    if (const TenantRow *tenant = index.isValid() ? snapshot->tenant(snapshot->space(index).tenant()) : nullptr)
        m_tenantName = tenant->name;
    m_choice = new RoleAndExpiry(index.isValid() ? rightsOn(session, index) : SpaceRights(), session.now());
    setWindowTitle(tr("Add people"));
    resize(620, 660);

    m_search->setHint(tr("Name, phone, e-mail or MIS"));
    m_search->setResultView(m_list);
    styleList(m_list, metrics::twoLineRowHeight);
    m_list->setItemDelegate(new NameDelegate(metrics::twoLineRowHeight, m_list));
    m_list->setModel(m_model);
    m_list->setEditTriggers(QAbstractItemView::NoEditTriggers);
    m_list->setAccessibleName(tr("People found"));
    m_list->installEventFilter(this);
    m_chips->setHint(tr("Nobody chosen yet"));
    m_add = makeButton(ButtonStyle::Primary);
    build(index.isValid() ? snapshot->space(index).name() : QString(), makeButtonRow(this, m_add));

    connect(m_search, &SearchField::queryChanged, this, &AddPeopleDialog::search);
    connect(m_list, &QListView::clicked, this, &AddPeopleDialog::toggle);
    connect(m_chips, &ChosenChips::removed, m_model, &PeopleModel::unchoose);
    connect(m_model, &PeopleModel::chosenChanged, this, &AddPeopleDialog::update);
    search({});
    update();
    m_search->setFocus();
}

void AddPeopleDialog::build(const QString &spaceName, QWidget *buttons)
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(24, 20, 24, 20);
    layout->setSpacing(10);
    layout->addWidget(makeDialogTitle(tr("Add people"), spaceName));
    layout->addWidget(m_search);
    layout->addWidget(m_list, 1);
    layout->addWidget(m_note);
    layout->addWidget(m_chips);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_choice);
    layout->addWidget(m_outsiders);
    layout->addWidget(buttons);
}

void AddPeopleDialog::search(const QString &query)
{
    m_model->search(query);
    if (m_model->rowCount() == 0)
        m_note->setText(query.isEmpty() || m_model->canSearch() ? tr("Nobody found among the people that you can see.") : tr("The search is being prepared. Try again in a moment."));
    else if (m_model->hasMore())
        m_note->setText(query.isEmpty() ? tr("The first people of the tenant. Search to find others.") : tr("There are more. Type more letters."));
    else
        m_note->setText({});
}

/// The delegate ticks at the left end; a click anywhere else on the row does too.
void AddPeopleDialog::toggle(const QModelIndex &index)
{
    const int x = m_list->viewport()->mapFromGlobal(QCursor::pos()).x();
    if (x > 12 + metrics::iconSize + 4)
        m_model->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
}

bool AddPeopleDialog::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress && m_list->currentIndex().isValid()) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        const bool enter = key == Qt::Key_Return || key == Qt::Key_Enter;
        if (enter && !(static_cast<QKeyEvent *>(event)->modifiers() & Qt::ControlModifier)) {
            const QModelIndex index = m_list->currentIndex();
            m_model->setData(index, index.data(Qt::CheckStateRole).toInt() == Qt::Checked ? Qt::Unchecked : Qt::Checked, Qt::CheckStateRole);
            return true;
        }
    }
    return QDialog::eventFilter(watched, event);
}

void AddPeopleDialog::update()
{
    QList<ChosenChips::Item> items;
    int outsiders = 0;
    for (const PeopleModel::Person &person : m_model->chosen()) {
        items += {person.id.uuid(), person.name, {}};
        outsiders += person.outsider;
    }
    m_chips->setItems(items);
    m_outsiders->setVisible(outsiders > 0);
    const QString count = QLocale().toString(outsiders);
    m_outsiders->setText(outsiders == 1 ? tr("One of them belongs to another tenant and becomes a non-enterprise member of %1.").arg(m_tenantName)
                                        : tr("%1 of them belong to another tenant and become non-enterprise members of %2.").arg(count, m_tenantName));
    m_add->setText(items.isEmpty() ? tr("Add") : tr("Add %1").arg(QLocale().toString(items.size())));
    setUsable(m_add, !items.isEmpty(), tr("Choose somebody first"));
}

void AddPeopleDialog::accept()
{
    QList<MemberCommands::Newcomer> newcomers;
    for (const PeopleModel::Person &person : m_model->chosen())
        newcomers += {SubjectKind::User, person.id.uuid()};
    if (newcomers.isEmpty())
        return;
    const UndoList undo = MemberCommands(m_session, m_space).add(newcomers, m_choice->role(), m_choice->expiresAt());
    Q_EMIT added(newcomers.size() == 1 ? tr("%1 is added").arg(m_model->chosen().constFirst().name)
                                       : tr("%1 people are added").arg(QLocale().toString(newcomers.size())),
                 undo);
    QDialog::accept();
}

} // namespace tenantry::ui::spaces
