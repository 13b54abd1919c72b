// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/security/securitypage.h"

#include "core/domain/messages.h"
#include "ui/pages/security/securitymodel.h"
#include "ui/pages/security/securitywords.h"
#include "ui/widgets/searchfield.h"
#include "ui/widgets/states.h"
#include "ui/widgets/tabletools.h"
#include "ui/widgets/tabs.h"
#include "ui/widgets/text.h"
#include "ui/widgets/viewstyle.h"

#include <QComboBox>
#include <QHeaderView>
#include <QJsonArray>
#include <QScrollBar>
#include <QTableView>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

using namespace security;

namespace {

constexpr int periods[] = {1, 7, 30, 90, 365}; ///< days

} // namespace

SecurityPage::SecurityPage(Session &session, QWidget *parent)
    : Page(face(), parent), m_session(session),
      m_query(new PagedQuestion(session, sync::Question::SecurityPage, this)), m_model(new SecurityModel(this)),
      m_lists(new Tabs(Tabs::Look::Underlined)), m_person(new SearchField), m_kind(new QComboBox),
      m_time(new QComboBox), m_table(new QTableView), m_states(new StateStack(m_table, u"key"_s)),
      m_note(makeLabel(TextStyle::Small))
{
    makeTable();
    m_lists->add();
    m_lists->add();
    auto *tabs = new QHBoxLayout;
    tabs->setContentsMargins(metrics::pageMargin, 0, metrics::pageMargin, 0);
    tabs->addWidget(m_lists);
    tabs->addStretch();
    m_note->setContentsMargins(metrics::pageMargin, 8, metrics::pageMargin, 8);
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(0);
    layout->addLayout(tabs);
    layout->addWidget(makeSeparator());
    layout->addWidget(makeBar());
    layout->addWidget(makeSeparator());
    layout->addWidget(m_states, 1);
    layout->addWidget(makeSeparator());
    layout->addWidget(m_note);
    connect(m_lists, &Tabs::currentChanged, this, [this](int list) { show(List(list)); });
    connect(m_query, &PagedQuestion::answered, this, &SecurityPage::take);
    connect(m_query, &PagedQuestion::failed, this, &SecurityPage::fail);
    connect(m_states->error(), &ErrorState::retryRequested, this, &SecurityPage::ask);
    connectSession();
    refreshReader();
}

void SecurityPage::connectSession()
{
    connect(&m_session, &Session::snapshotChanged, this, &SecurityPage::refreshReader);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_session.state().store == sync::StoreState::Closed) { // locked: what is shown is of nobody
            m_query->cancel();
            m_model->clear();
            m_asked = false;
        } else if (m_session.state().online && !m_asked && isVisible()) {
            ask();
        }
    });
}

QWidget *SecurityPage::makeBar()
{
    auto *bar = new QWidget;
    auto *layout = new QHBoxLayout(bar);
    layout->setContentsMargins(metrics::pageMargin, 12, metrics::pageMargin, 12);
    layout->setSpacing(metrics::grid);
    m_person->setMaximumWidth(280);
    layout->addWidget(m_person, 1);
    layout->addWidget(m_kind, 1);
    layout->addWidget(m_time);
    layout->addStretch();
    layout->addWidget(makeTableButton(m_table)); // exports too
    m_kind->setMinimumContentsLength(14);
    m_kind->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    m_kind->addItem(QString());
    for (const int days : periods)
        m_time->addItem(QString(), days);
    m_time->addItem(QString(), 0);
    m_time->setCurrentIndex(2);
    m_person->setResultView(m_table);
    connect(m_person, &SearchField::queryChanged, this, &SecurityPage::ask);
    connect(m_kind, &QComboBox::activated, this, &SecurityPage::ask);
    connect(m_time, &QComboBox::activated, this, &SecurityPage::ask);
    return bar;
}

void SecurityPage::makeTable()
{
    m_table->setObjectName(u"security"_s);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(m_model);
    m_table->horizontalHeader()->setSectionResizeMode(SecurityModel::Detail, QHeaderView::Stretch);
    m_table->setColumnWidth(SecurityModel::When, 175);
    m_table->setColumnWidth(SecurityModel::Who, 110);
    m_table->setColumnWidth(SecurityModel::What, 230);
    m_table->setColumnWidth(SecurityModel::Tenant, 150);
    // The next part comes before its place is in sight.
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > m_table->verticalScrollBar()->maximum() - m_table->viewport()->height())
            m_query->askMore(m_model->oldest());
    });
}

PageFace SecurityPage::face()
{
    return {u"security"_s, u"key"_s, [] { return tr("Security"); }};
}

bool SecurityPage::isFor(const Session &session)
{
    const ActorView actor = session.actor();
    return actor.systemAdministrator || !actor.administers.isNull();
}

void SecurityPage::activated()
{
    m_table->setFocus();
    ask(); // what happened since then
}

void SecurityPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (!m_asked)
        ask();
}

void SecurityPage::refreshReader()
{
    const ActorView actor = m_session.actor();
    setAvailable(isFor(m_session));
    m_table->setColumnHidden(SecurityModel::Tenant, !actor.systemAdministrator);
    const QUuid reader = actor.systemAdministrator ? QUuid() : actor.administers.uuid();
    if (std::exchange(m_reader, reader) == reader)
        return;
    m_model->clear();
    m_asked = false;
    if (isVisible())
        ask();
}

void SecurityPage::show(List list)
{
    m_lists->setCurrent(list);
    m_kind->setCurrentIndex(0);
    m_model->clear();
    ask();
}

QJsonObject SecurityPage::arguments() const
{
    QJsonObject arguments{{u"list"_s, m_lists->current() == Accesses ? u"accesses"_s : u"events"_s}, {u"limit"_s, 200}};
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

void SecurityPage::ask()
{
    if (!isAvailable())
        return;
    m_asked = true;
    if (m_model->rowCount() == 0)
        m_states->showLoading();
    m_query->ask(arguments());
}

void SecurityPage::take(const QJsonObject &page, bool isMore)
{
    m_model->take(page, isMore);
    if (!isMore)
        fillKinds(page["kinds"_L1].toArray());
    if (m_model->rowCount() > 0)
        m_states->showContent();
    else
        m_states->showEmpty();
}

void SecurityPage::fail(const Error &error)
{
    m_asked = false; // again with the connection
    if (m_model->rowCount() > 0) {
        if (isVisible())
            Q_EMIT toastRequested(sentence(error));
        return;
    }
    m_states->error()->setTexts(tr("The security events can't be read now"), sentence(error),
                                error.parameters.value(u"id"_s).toString());
    m_states->showError();
}

void SecurityPage::fillKinds(const QJsonArray &kinds)
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

void SecurityPage::retranslate()
{
    m_lists->setText(Events, tr("Security events"));
    m_lists->setText(Accesses, tr("Data access"));
    m_lists->setAccessibleName(tr("Lists"));
    m_person->setHint(tr("Person"));
    m_kind->setAccessibleName(tr("Kind"));
    m_time->setAccessibleName(tr("Time"));
    m_kind->setItemText(0, tr("Everything"));
    for (int i = 1; i < m_kind->count(); ++i)
        m_kind->setItemText(i, kindText(m_kind->itemData(i).toString()));
    for (int i = 0; i < m_time->count(); ++i) {
        const int days = m_time->itemData(i).toInt();
        m_time->setItemText(i, days == 0 ? tr("Any time") : days == 1 ? tr("Last day") : tr("Last %1 days").arg(days));
    }
    m_table->setAccessibleName(title());
    m_states->loading()->setText(tr("Loading…"));
    m_states->empty()->setTexts(tr("Nothing"), tr("Nothing that fits the filter was recorded."));
    m_note->setText(tr("Events are kept for a year, data access for 90 days. They come a few seconds after they happened."));
    m_model->retranslate();
}

} // namespace tenantry::ui
