// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/members/platformpeople.h"

#include "core/domain/messages.h"
#include "ui/pages/members/platformpeoplemodel.h"
#include "ui/pages/members/tenantpeople.h"
#include "ui/pages/records/recordsrest.h"
#include "ui/pages/spaces/namedelegate.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QHeaderView>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui::members {

namespace {

constexpr int rowsAtOnce = 200;

} // namespace

PlatformPeople::PlatformPeople(Session &session, QWidget *parent)
    : QWidget(parent), m_session(session),
      m_query(new PagedQuestion(session, sync::Question::PeoplePage, this)),
      m_model(new PlatformPeopleModel(this)), m_search(new SearchField), m_role(new QComboBox),
      m_status(new QComboBox), m_open(makeButton(ButtonStyle::Default, {}, u"tenant"_s)),
      m_table(new QTableView),
      m_rest(new RecordsRest(session, sync::Question::PeoplePage, *m_query, *m_model, m_table)),
      m_states(new StateStack(m_table, u"members"_s))
{
    makeTable();
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addWidget(makeBar());
    layout->addWidget(makeSeparator());
    layout->addWidget(m_states, 1);
    connect(m_query, &PagedQuestion::answered, this, &PlatformPeople::take);
    connect(m_query, &PagedQuestion::failed, this, &PlatformPeople::fail);
    connect(m_states->error(), &ErrorState::retryRequested, this, &PlatformPeople::ask);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state().store == sync::StoreState::Closed) { // locked: no name stays
            m_query->cancel();
            m_model->clear();
            m_asked = false;
        } else if (m_session.state().online && !m_asked && isVisible()) {
            ask();
        }
    });
    refreshButton();
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
    layout->addWidget(makeTableButton(m_table));
    for (const QString &role :
         {QString(), u"system_administrator"_s, u"tenant_administrator"_s, u"leader"_s, u"own"_s})
        m_role->addItem(QString(), role);
    m_status->addItem(QString(), QString());
    for (const UserStatus status :
         {UserStatus::Active, UserStatus::PendingActivation, UserStatus::Suspended, UserStatus::Departed})
        m_status->addItem(QString(), QString(wireName(status)));
    m_search->setResultView(m_table);
    connect(m_search, &SearchField::queryChanged, this, &PlatformPeople::ask);
    connect(m_role, &QComboBox::activated, this, &PlatformPeople::ask);
    connect(m_status, &QComboBox::activated, this, &PlatformPeople::ask);
    connect(m_open, &QPushButton::clicked, this, &PlatformPeople::openCurrent);
    return bar;
}

void PlatformPeople::makeTable()
{
    m_table->setObjectName(u"platform-people"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->setSelectionMode(QAbstractItemView::SingleSelection);
    m_table->setItemDelegateForColumn(PlatformPeopleModel::Name,
                                      new spaces::NameDelegate(metrics::rowHeight, m_table));
    m_table->horizontalHeader()->setSectionResizeMode(PlatformPeopleModel::Roles, QHeaderView::Stretch);
    for (const auto &[column, width] : {std::pair(PlatformPeopleModel::Name, 210),
                                        {PlatformPeopleModel::Tenant, 190},
                                        {PlatformPeopleModel::Department, 170},
                                        {PlatformPeopleModel::Status, 110},
                                        {PlatformPeopleModel::Created, 120}})
        m_table->setColumnWidth(column, width);
    connect(m_table, &QTableView::activated, this, &PlatformPeople::openCurrent);
    connect(m_table->selectionModel(), &QItemSelectionModel::currentRowChanged, this,
            &PlatformPeople::refreshButton);
    // The next part comes before its place is in sight.
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > m_table->verticalScrollBar()->maximum() - m_table->viewport()->height())
            m_query->askMore(m_model->last());
    });
}

void PlatformPeople::showEvent(QShowEvent *event)
{
    QWidget::showEvent(event);
    ask(); // what changed since then
}

void PlatformPeople::ask()
{
    m_asked = true;
    if (m_model->rowCount() == 0)
        m_states->showLoading();
    QJsonObject arguments{{u"limit"_s, rowsAtOnce}};
    if (!m_search->query().isEmpty())
        arguments[u"text"_s] = m_search->query();
    for (const auto &[field, box] : {std::pair(u"role"_s, m_role), {u"status"_s, m_status}})
        if (const QString chosen = box->currentData().toString(); !chosen.isEmpty())
            arguments[field] = chosen;
    m_rest->setArguments(arguments);
    m_query->ask(arguments);
}

void PlatformPeople::take(const QJsonObject &page, bool isMore)
{
    m_model->take(page, isMore);
    if (m_model->rowCount() > 0)
        m_states->showContent();
    else
        m_states->showEmpty();
    refreshButton();
}

void PlatformPeople::fail(const Error &error)
{
    m_asked = false; // again with the connection
    if (m_model->rowCount() > 0) {
        if (isVisible())
            Q_EMIT toastRequested(sentence(error));
        return;
    }
    m_states->error()->setTexts(tr("The people of the platform can't be read now"), sentence(error),
                                error.parameters.value(u"id"_s).toString());
    m_states->showError();
}

void PlatformPeople::openCurrent()
{
    const QModelIndex current = m_table->currentIndex();
    if (!current.isValid())
        return;
    const PlatformPersonRow row = m_model->rowAt(current.row());
    m_session.turnTo(row.tenantId);
    Q_EMIT opened(row.id);
}

void PlatformPeople::refreshButton()
{
    setUsable(m_open, m_table->currentIndex().isValid(), tr("Choose a person in the list."));
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
    m_table->setAccessibleName(tr("People of all tenants"));
    m_states->loading()->setText(tr("Loading…"));
    m_states->empty()->setTexts(tr("Nobody fits"),
                                tr("Nobody of the platform is left by the search and the filters."));
    m_model->retranslate();
    refreshButton();
}

} // namespace tenantry::ui::members
