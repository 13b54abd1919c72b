// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/records/recordsrest.h"

#include "ui/pages/records/recordsmodel.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

namespace {

constexpr int rowsAtOnce = 500; ///< of which the words are made in half a frame

} // namespace

RecordsRest::RecordsRest(Session &session, sync::Question question, const PagedQuestion &list,
                         const RecordsModel &model, QAbstractItemView *view)
    : TableRest(view), m_list(list), m_model(model), m_query(session, question)
{
    connect(&m_query, &PagedQuestion::answered, this, [this](const QJsonObject &page) {
        m_part->take(page, false);
        if (m_part->rowCount() > 0)
            m_last = m_part->last();
        Q_EMIT fetched(*m_part, m_query.hasMore());
    });
    connect(&m_query, &PagedQuestion::failed, this, &TableRest::failed);
}

RecordsRest::~RecordsRest() = default;

bool RecordsRest::isAll() const
{
    return !m_list.hasMore();
}

void RecordsRest::begin()
{
    m_part = m_model.makeEmpty();
    m_last = m_model.last();
}

void RecordsRest::next()
{
    QJsonObject arguments = m_arguments;
    arguments[u"limit"_s] = rowsAtOnce;
    arguments[u"before"_s] = m_last;
    m_query.ask(arguments);
}

void RecordsRest::cancel()
{
    m_query.cancel();
}

} // namespace tenantry::ui
