// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/spaces/memberspane.h"

#include "core/access/completeness.h"
#include "ui/pages/spaces/addorganizationsdialog.h"
#include "ui/pages/spaces/addpeopledialog.h"
#include "ui/pages/spaces/memberactions.h"
#include "ui/pages/spaces/membersbars.h"
#include "ui/pages/spaces/memberstable.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"

#include <QPointer>
#include <QScrollBar>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::spaces {

MembersPane::MembersPane(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new MembersModel(session, this)),
      m_actions(new MemberActions(session, m_model, this)), m_toolbar(new MembersToolbar(m_model)),
      m_bulk(new MembersBulkBar(m_model, m_actions)), m_table(new MembersTable(m_model, m_actions)),
      m_count(makeLabel(TextStyle::Small)), m_states(new StateStack(m_table, u"members"_s))
{
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(m_toolbar);
    m_toolbar->addTool(makeTableButton(m_table));
    layout->addWidget(m_bulk);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_states, 1);
    layout->addWidget(makeSeparator());
    m_count->setContentsMargins(metrics::pageMargin, 6, metrics::pageMargin, 6);
    layout->addWidget(m_count);
    m_toolbar->search()->setResultView(m_table);
    setTabOrder(m_bulk->lastControl(), m_table);
    connect(m_model, &MembersModel::listed, this, &MembersPane::showState);
    connect(m_toolbar, &MembersToolbar::addPeopleRequested, this, &MembersPane::addPeople);
    connect(m_toolbar, &MembersToolbar::addOrganizationsRequested, this, &MembersPane::addOrganizations);
    connect(m_actions, &MemberActions::toastRequested, this, &MembersPane::toastRequested);
}

QTableView *MembersPane::table() const
{
    return m_table;
}

void MembersPane::setPlace(const MemberPlace &place)
{
    if (place == m_model->place())
        return;
    m_toolbar->clear();
    m_table->verticalScrollBar()->setValue(0);
    m_model->setPlace(place);
    m_toolbar->refresh();
    m_bulk->refresh();
    showState();
}

void MembersPane::refresh()
{
    m_model->refresh();
    m_toolbar->refresh();
    m_bulk->refresh();
}

void MembersPane::showState()
{
    if (m_model->isLoading()) {
        m_count->clear();
        m_states->showLoading();
        return;
    }
    const int all = int(m_model->allRows().size());
    const int shown = m_model->rowCount();
    const MemberPlace &place = m_model->place();
    // The names are of another moment than the count: where all are here, nobody else is.
    const auto counted =
        place.isResource() || m_model->namesAll() ? std::nullopt : m_session.holderCount(place.space);
    const int hidden = std::max(0, counted.value_or(all) - all);
    const directory::SnapshotPtr snapshot = m_session.snapshot();
    // Whom nobody counted for us (MEM-8) may be there all the same.
    const bool mayHide = !counted && !m_model->namesAll() &&
                         !access::Completeness(snapshot, m_session.heldScopes(), m_session.userId())
                              .seesGrantsOn(place.in(*snapshot));
    QString text =
        mayHide ? tr("%1 shown").arg(QLocale().toString(shown))
                : tr("%1 of %2 shown").arg(QLocale().toString(shown), QLocale().toString(all + hidden));
    if (hidden > 0)
        text += u" · "_s + tr("%1 hidden by your scope").arg(QLocale().toString(hidden));
    if (mayHide)
        text += u" · "_s + tr("others may be hidden by your scope");
    m_count->setText(text);
    if (shown > 0)
        m_states->showContent();
    else
        showEmpty(all, hidden > 0 || mayHide);
}

void MembersPane::showEmpty(int all, bool mayHide)
{
    if (all > 0)
        m_states->empty()->setTexts(
            tr("Nobody fits"),
            tr("No member has this name, organization or role. Try fewer letters or another role."));
    else if (mayHide)
        m_states->empty()->setTexts(tr("Nobody to be seen here"),
                                    m_model->place().isResource()
                                        ? tr("Your scope hides who has a role on this resource.")
                                        : tr("Your scope hides all members of this space."));
    else if (m_model->place().isResource())
        m_states->empty()->setTexts(tr("No roles of its own"),
                                    tr("Nobody has been given a role on this resource itself."));
    else
        m_states->empty()->setTexts(tr("Nobody to be seen here"),
                                    tr("Add people, organizations or role groups to give them access."));
    m_states->showEmpty();
}

template <class Dialog>
void MembersPane::openAdding()
{
    if (!m_toolbar->canAdd())
        return;
    QWidget *main = window();
    while (main->parentWidget()) // a resource's members are in a dialog, which a lock closes
        main = main->parentWidget()->window();
    KeptForm::openKept(main, [&session = m_session, place = m_model->place(), main, window = QPointer(window()),
                              actions = QPointer(m_actions)]() -> KeptForm * {
        if (!place.in(*session.snapshot()).isValid())
            return nullptr;
        auto *dialog = new Dialog(session, place, window ? window.data() : main);
        if (actions)
            connect(dialog, &AddMembersDialog::added, actions.data(), &MemberActions::done);
        return dialog;
    });
}

void MembersPane::addPeople()
{
    openAdding<AddPeopleDialog>();
}

void MembersPane::addOrganizations()
{
    openAdding<AddOrganizationsDialog>();
}

void MembersPane::retranslate()
{
    m_toolbar->retranslate();
    m_bulk->retranslate();
    m_table->setAccessibleName(m_model->place().isResource() ? tr("Members of the resource")
                                                             : tr("Members of the space"));
    m_table->fitColumns();
    m_states->loading()->setText(tr("Loading members…"));
    m_model->retranslate();
}

} // namespace tenantry::ui::spaces
