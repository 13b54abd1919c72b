// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordslist.h"

#include "core/domain/messages.h"
#include "ui/pages/records/recordsmodel.h"
#include "ui/pages/records/recordsrest.h"
#include "ui/widgets/viewstyle.h"

#include <QScrollBar>
#include <QTableView>

using namespace Qt::StringLiterals;

namespace tenantry::ui {

RecordsList::RecordsList(Session &session, sync::Question question, RecordsModel *model,
                         const QString &iconName, QWidget *parent)
    : RecordsList(session, question, model, iconName, new QTableView, parent)
{
}

RecordsList::RecordsList(Session &session, sync::Question question, RecordsModel *model,
                         const QString &iconName, QTableView *table, QWidget *parent)
    : StateStack(table, iconName, parent), m_session(session), m_model(model), m_table(table),
      m_query(new PagedQuestion(session, question, this)),
      m_rest(new RecordsRest(session, question, *m_query, *model, m_table))
{
    model->setParent(this);
    styleTable(m_table);
    removeFrame(m_table);
    m_table->setModel(model);
    // The next part comes before its place is in sight.
    connect(m_table->verticalScrollBar(), &QScrollBar::valueChanged, this, [this](int value) {
        if (value > m_table->verticalScrollBar()->maximum() - m_table->viewport()->height())
            m_query->askMore(m_model->last());
    });
    connect(m_query, &PagedQuestion::answered, this, &RecordsList::take);
    connect(m_query, &PagedQuestion::failed, this, &RecordsList::fail);
    connect(error(), &ErrorState::retryRequested, this, &RecordsList::askWanted);
    connect(&m_session, &Session::stateChanged, this, &RecordsList::followSession);
}

void RecordsList::followSession()
{
    if (m_session.state().store == sync::StoreState::Closed) {
        m_query->cancel();
        clear();
        Q_EMIT locked();
    } else if (m_session.state().online && !m_asked && isVisible()) {
        Q_EMIT askWanted();
    }
}

void RecordsList::showEvent(QShowEvent *event)
{
    StateStack::showEvent(event);
    if (!m_asked)
        Q_EMIT askWanted();
}

void RecordsList::ask(const QJsonObject &arguments)
{
    m_asked = true;
    if (m_model->rowCount() == 0)
        showLoading();
    m_rest->setArguments(arguments);
    m_query->ask(arguments);
}

void RecordsList::clear()
{
    m_model->clear();
    m_asked = false;
}

void RecordsList::take(const QJsonObject &page, bool isMore)
{
    m_model->take(page, isMore);
    if (m_model->rowCount() > 0)
        showContent();
    else
        showEmpty();
    Q_EMIT taken(page, isMore);
}

void RecordsList::fail(const Error &problem)
{
    m_asked = false; // again with the connection
    if (m_model->rowCount() > 0) {
        if (isVisible())
            Q_EMIT toastRequested(sentence(problem));
        return;
    }
    error()->setTexts(m_failure, sentence(problem), problem.parameters.value(u"id"_s).toString());
    showError();
}

void RecordsList::retranslate(const QString &accessibleName, const QString &failure)
{
    m_failure = failure;
    m_table->setAccessibleName(accessibleName);
    loading()->setText(tr("Loading…"));
    m_model->retranslate();
}

} // namespace tenantry::ui
