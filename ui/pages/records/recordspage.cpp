// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordspage.h"

#include "ui/pages/records/filterboxes.h"
#include "ui/pages/records/recordslist.h"
#include "ui/pages/records/recordsmodel.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QJsonArray>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int rowsAtOnce = 200;

} // namespace

RecordsPage::RecordsPage(const PageFace &face, Session &session, sync::Question question, RecordsModel *model,
                         int tenantColumn, QWidget *parent)
    : Page(face, parent), m_session(session), m_model(model), m_tenantColumn(tenantColumn),
      m_person(new SearchField), m_kind(new KindBox([this](const QString &kind) { return kindText(kind); })),
      m_time(new PeriodBox({1, 7, 30, 90, 365, 0}, 30)),
      m_list(new RecordsList(session, question, model, face.iconName)), m_note(makeLabel(TextStyle::Small)),
      m_column(new QVBoxLayout(this)), m_bar(new QHBoxLayout), m_foot(new QHBoxLayout)
{
    table()->setObjectName(id());
    makeBar();
    m_foot->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, 8);
    m_foot->addWidget(m_note, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(m_bar);
    m_column->addWidget(makeSeparator());
    m_column->addWidget(m_list, 1);
    m_column->addWidget(makeSeparator());
    m_column->addLayout(m_foot);
    connect(m_list, &RecordsList::askWanted, this, &RecordsPage::ask);
    connect(m_list, &RecordsList::taken, this, &RecordsPage::take);
    connect(m_list, &RecordsList::locked, this, &RecordsPage::refresh);
    connect(m_list, &RecordsList::toastRequested, this,
            [this](const QString &text) { Q_EMIT toastRequested(text); });
    connect(&m_session, &Session::snapshotChanged, this, &RecordsPage::refreshReader);
    refreshReader();
}

void RecordsPage::makeBar()
{
    m_bar->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    m_bar->setSpacing(metrics::grid);
    m_person->setMaximumWidth(280);
    m_bar->addWidget(m_person, 1);
    m_bar->addWidget(m_kind, 1);
    m_bar->addWidget(m_time);
    m_bar->addStretch();
    m_bar->addWidget(makeTableButton(table())); // exports too
    m_kind->setMinimumContentsLength(14);
    m_kind->setMaximumWidth(320);
    m_person->setResultView(table());
    connect(m_person, &SearchField::queryChanged, this, &RecordsPage::ask);
    connect(m_kind, &QComboBox::activated, this, &RecordsPage::ask);
    connect(m_time, &QComboBox::activated, this, &RecordsPage::ask);
}

QTableView *RecordsPage::table() const
{
    return m_list->table();
}

StateStack *RecordsPage::states() const
{
    return m_list;
}

bool RecordsPage::isFor(const Session &session)
{
    const ActorView actor = session.actor();
    return actor.systemAdministrator || !actor.administers.isNull();
}

void RecordsPage::activated()
{
    table()->setFocus();
    ask(); // what happened since then
}

void RecordsPage::refreshReader()
{
    const ActorView actor = m_session.actor();
    setAvailable(isFor(m_session));
    table()->setColumnHidden(m_tenantColumn, !actor.systemAdministrator);
    const QUuid reader = actor.systemAdministrator ? QUuid() : actor.administers.uuid();
    if (std::exchange(m_reader, reader) == reader)
        return;
    m_list->clear();
    if (isVisible())
        ask();
}

void RecordsPage::askAnew()
{
    m_kind->setCurrentIndex(0);
    m_list->clear();
    ask();
}

QJsonObject RecordsPage::arguments() const
{
    QJsonObject arguments = ownArguments();
    arguments[u"limit"_s] = rowsAtOnce;
    if (!m_reader.isNull())
        arguments[u"tenant"_s] = m_reader.toString(QUuid::WithoutBraces);
    if (!m_person->query().isEmpty())
        arguments[u"person"_s] = m_person->query();
    if (!m_kind->kind().isEmpty())
        arguments[u"kind"_s] = m_kind->kind();
    if (const int days = m_time->days(); days > 0)
        arguments[u"from"_s] = qint64((m_session.now() - std::chrono::days(days)).time_since_epoch().count());
    return arguments;
}

void RecordsPage::ask()
{
    if (isAvailable())
        m_list->ask(arguments());
}

void RecordsPage::take(const QJsonObject &page, bool isMore)
{
    read(page);
    if (!isMore)
        m_kind->setKinds(page["kinds"_L1].toArray());
    refresh();
}

void RecordsPage::retranslate()
{
    m_person->setHint(tr("Person"));
    m_kind->setAccessibleName(tr("Kind"));
    m_kind->retranslate();
    m_time->retranslate();
    m_list->retranslate(title(), tr("%1 can't be read now").arg(title()));
    states()->empty()->setTexts(tr("Nothing"), tr("Nothing that fits the filter was recorded."));
}

} // namespace tenantry::ui
