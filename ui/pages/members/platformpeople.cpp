// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/platformpeople.h"

#include "ui/pages/members/platformpeoplemodel.h"
#include "ui/pages/members/tenantpeople.h"
#include "ui/pages/records/recordslist.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

namespace {

constexpr int rowsAtOnce = 200;

} // namespace

PlatformPeople::PlatformPeople(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session), m_model(new PlatformPeopleModel), m_search(new SearchField),
      m_role(new QComboBox), m_status(new QComboBox),
      m_open(makeButton(ButtonStyle::Default, {}, u"tenant"_s)),
      m_list(new RecordsList(session, sync::Question::PeoplePage, m_model, u"members"_s))
{
    makeTable();
    fillWithRows(this, {makeBar(), m_list});
    connect(m_list, &RecordsList::askWanted, this, &PlatformPeople::ask);
    connect(m_list, &RecordsList::taken, this, &PlatformPeople::refreshButton);
    connect(m_list, &RecordsList::toastRequested, this, &PlatformPeople::toastRequested);
    refreshButton();
}

QTableView *PlatformPeople::table() const
{
    return m_list->table();
}

QWidget *PlatformPeople::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(metrics::grid);
    m_search->setMaximumWidth(320);
    layout->addWidget(m_search, 1);
    layout->addWidget(m_role);
    layout->addWidget(m_status);
    layout->addStretch();
    layout->addWidget(m_open);
    layout->addWidget(makeTableButton(table()));
    for (const QString &role :
         {QString(), u"system_administrator"_s, u"tenant_administrator"_s, u"leader"_s, u"own"_s})
        m_role->addItem(QString(), role);
    m_status->addItem(QString(), QString());
    for (const UserStatus status :
         {UserStatus::Active, UserStatus::PendingActivation, UserStatus::Suspended, UserStatus::Departed})
        m_status->addItem(QString(), QString(wireName(status)));
    m_search->setResultView(table());
    connect(m_search, &SearchField::queryChanged, this, &PlatformPeople::ask);
    connect(m_role, &QComboBox::activated, this, &PlatformPeople::ask);
    connect(m_status, &QComboBox::activated, this, &PlatformPeople::ask);
    connect(m_open, &QPushButton::clicked, this, &PlatformPeople::openCurrent);
    return bar;
}

void PlatformPeople::makeTable()
{
    table()->setObjectName(u"platform-people"_s);
    table()->setSelectionMode(QAbstractItemView::SingleSelection);
    table()->setItemDelegateForColumn(PlatformPeopleModel::Name,
                                      new spaces::NameDelegate(metrics::rowHeight, table()));
    setColumnWidths(table(), {210, 190, 170, 0, 110, 120});
    connect(table(), &QTableView::activated, this, &PlatformPeople::openCurrent);
    connect(table()->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PlatformPeople::refreshButton);
}

void PlatformPeople::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask(); // what changed since then
}

void PlatformPeople::ask()
{
    QJsonObject arguments{{u"limit"_s, rowsAtOnce}};
    if (!m_search->query().isEmpty())
        arguments[u"text"_s] = m_search->query();
    for (const auto &[field, box] : {std::pair(u"role"_s, m_role), {u"status"_s, m_status}})
        if (const QString chosen = box->currentData().toString(); !chosen.isEmpty())
            arguments[field] = chosen;
    m_list->ask(arguments);
}

void PlatformPeople::openCurrent()
{
    const QModelIndex current = table()->currentIndex();
    if (!current.isValid())
        return;
    const PlatformPersonRow row = m_model->rowAt(current.row());
    m_session.turnTo(row.tenantId);
    Q_EMIT opened(row.id);
}

void PlatformPeople::refreshButton()
{
    setUsable(m_open, table()->currentIndex().isValid(), tr("Choose a person in the list."));
}

void PlatformPeople::retranslate()
{
    m_search->setHint(tr("Name"));
    m_role->setAccessibleName(tr("Role"));
    m_status->setAccessibleName(tr("Status"));
    m_role->setItemText(0, tr("All roles"));
    for (int i = 1; i < m_role->count(); ++i)
        m_role->setItemText(
            i, builtInRoleName(m_role->itemData(i).toString()).value_or(tr("A role of the tenant's own")));
    m_status->setItemText(0, tr("Any status"));
    for (int i = 1; i < m_status->count(); ++i)
        m_status->setItemText(i,
                              statusName(fromWireName<UserStatus>(m_status->itemData(i).toString().toLatin1())
                                             .value_or(UserStatus::Departed)));
    m_open->setText(tr("Turn to their tenant"));
    m_list->retranslate(tr("People of all tenants"), tr("The people of the platform can't be read now"));
    m_list->empty()->setTexts(tr("Nobody fits"),
                              tr("Nobody of the platform is left by the search and the filters."));
    refreshButton();
}

} // namespace tenantry::ui::members
