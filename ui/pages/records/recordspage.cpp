// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordspage.h"

#include "core/domain/messages.h"
#include "ui/pages/records/recordsmodel.h"
#include "ui/pages/records/recordsrest.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QJsonArray>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int periods[] = {1, 7, 30, 90, 365}; ///< days
constexpr int rowsAtOnce = 200;

} // namespace

RecordsPage::RecordsPage(const PageFace &face, Session &session, sync::Question question, RecordsModel *model,
                         int tenantColumn, QWidget *parent)
    : Page(face, parent), m_session(session), m_model(model), m_tenantColumn(tenantColumn),
      m_query(new PagedQuestion(session, question, this)), m_person(new SearchField), m_kind(new QComboBox),
      m_time(new QComboBox), m_table(new QTableView),
      m_rest(new RecordsRest(session, question, *m_query, *model, m_table)),
      m_states(new StateStack(m_table, face.iconName)), m_note(makeLabel(TextStyle::Small)),
      m_column(new QVBoxLayout(this)), m_bar(new QHBoxLayout), m_foot(new QHBoxLayout)
{
    model->setParent(this);
    makeTable();
    makeBar();
    m_foot->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, 8);
    m_foot->addWidget(m_note, 1);
    m_column->setContentsMargins(0, 0, 0, 0);
    m_column->setSpacing(0);
    m_column->addLayout(m_bar);
    m_column->addWidget(makeSeparator());
    m_column->addWidget(m_states, 1);
    m_column->addWidget(makeSeparator());
    m_column->addLayout(m_foot);
    connect(m_query, &PagedQuestion::answered, this, &RecordsPage::take);
    connect(m_query, &PagedQuestion::failed, this, &RecordsPage::fail);
    connect(m_states->error(), &ErrorState::retryRequested, this, &RecordsPage::ask);
    connectSession();
    refreshReader();
}

void RecordsPage::connectSession()
{
    connect(&m_session, &Session::snapshotChanged, this, &RecordsPage::refreshReader);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state().store == sync::StoreState::Closed) { // locked: what is shown is of nobody
            m_query->cancel();
            m_model->clear();
            m_asked = false;
            refresh();
        } else if (m_session.state().online && !m_asked && isVisible()) {
            ask();
        }
    });
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
    m_bar->addWidget(makeTableButton(m_table)); // exports too
    m_kind->setMinimumContentsLength(14);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->addItem(QString());
    for (const int days : periods)
        m_time->addItem(QString(), days);
    m_time->addItem(QString(), 0);
    m_time->setCurrentIndex(2);
    m_person->setResultView(m_table);
    connect(m_person, &SearchField::queryChanged, this, &RecordsPage::ask);
    connect(m_kind, &QComboBox::activated, this, &RecordsPage::ask);
    connect(m_time, &QComboBox::activated, this, &RecordsPage::ask);
}

void RecordsPage::makeTable()
{
    m_table->setObjectName(id());
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    // The next part comes before its place is in sight.
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > m_table->verticalScrollBar()->maximum() - m_table->viewport()->height())
            m_query->askMore(m_model->last());
    });
}

bool RecordsPage::isFor(const Session &session)
{
    const ActorView actor = session.actor();
    return actor.systemAdministrator || !actor.administers.isNull();
}

void RecordsPage::activated()
{
    m_table->setFocus();
    ask(); // what happened since then
}

void RecordsPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_asked)
        ask();
}

void RecordsPage::refreshReader()
{
    const ActorView actor = m_session.actor();
    setAvailable(isFor(m_session));
    m_table->setColumnHidden(m_tenantColumn, !actor.systemAdministrator);
    const QUuid reader = actor.systemAdministrator ? QUuid() : actor.administers.uuid();
    if (std::exchange(m_reader, reader) == reader)
        return;
    m_model->clear();
    m_asked = false;
    if (isVisible())
        ask();
}

void RecordsPage::askAnew()
{
    m_kind->setCurrentIndex(0);
    m_model->clear();
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
    if (const QString kind = m_kind->currentData().toString(); !kind.isEmpty())
        arguments[u"kind"_s] = kind;
    if (const int days = m_time->currentData().toInt(); days > 0)
        arguments[u"from"_s] = qint64((m_session.now() - std::chrono::days(days)).time_since_epoch().count());
    return arguments;
}

void RecordsPage::ask()
{
    if (!isAvailable())
        return;
    m_asked = true;
    if (m_model->rowCount() == 0)
        m_states->showLoading();
    const QJsonObject wanted = arguments();
    m_rest->setArguments(wanted);
    m_query->ask(wanted);
}

void RecordsPage::take(const QJsonObject &page, bool isMore)
{
    m_model->take(page, isMore);
    read(page);
    if (!isMore)
        fillKinds(page["kinds"_L1].toArray());
    if (m_model->rowCount() > 0)
        m_states->showContent();
    else
        m_states->showEmpty();
    refresh();
}

void RecordsPage::fail(const Error &error)
{
    m_asked = false; // again with the connection
    if (m_model->rowCount() > 0) {
        if (isVisible())
            Q_EMIT toastRequested(sentence(error));
        return;
    }
    m_states->error()->setTexts(tr("%1 can't be read now").arg(title()), sentence(error),
                                error.parameters.value(u"id"_s).toString());
    m_states->showError();
}

void RecordsPage::fillKinds(const QJsonArray &kinds)
{
    const QString chosen = m_kind->currentData().toString();
    QList<std::pair<QString, QString>> words;
    for (const QJsonValue &kind : kinds)
        words.append({kindText(kind.toString()), kind.toString()});
    std::sort(words.begin(), words.end(),
              [](const auto &a, const auto &b) { return a.first.localeAwareCompare(b.first) < 0; });
    m_kind->clear();
    m_kind->addItem(tr("Everything"));
    for (const auto &[text, kind] : words)
        m_kind->addItem(text, kind);
    m_kind->setCurrentIndex(std::max(0, chosen.isEmpty() ? 0 : m_kind->findData(chosen)));
}

void RecordsPage::retranslate()
{
    m_person->setHint(tr("Person"));
    m_kind->setAccessibleName(tr("Kind"));
    m_time->setAccessibleName(tr("Time"));
    m_kind->setItemText(0, tr("Everything"));
    for (int i = 1; i < m_kind->count(); ++i)
        m_kind->setItemText(i, kindText(m_kind->itemData(i).toString()));
    for (int i = 0; i < m_time->count(); ++i) {
        const int days = m_time->itemData(i).toInt();
        m_time->setItemText(i, days == 0   ? tr("Any time")
                               : days == 1 ? tr("Last day")
                                           : tr("Last %1 days").arg(days));
    }
    m_table->setAccessibleName(title());
    m_states->loading()->setText(tr("Loading…"));
    m_states->empty()->setTexts(tr("Nothing"), tr("Nothing that fits the filter was recorded."));
    m_model->retranslate();
}

} // namespace tenantry::ui
