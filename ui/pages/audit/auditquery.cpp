// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/auditquery.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui::audit {

void AuditQuery::ask(TenantId chain, const AuditFilter &filter)
{
    m_arguments = {{u"tenant"_s, chain.toString()}};
    if (!filter.actor.isEmpty())
        m_arguments[u"actor"_s] = filter.actor;
    if (!filter.object.isEmpty())
        m_arguments[u"object"_s] = filter.object;
    if (!filter.kind.isEmpty())
        m_arguments[u"kind"_s] = filter.kind;
    if (filter.days > 0)
        m_arguments[u"from"_s] =
            qint64((m_session.now() - std::chrono::days(filter.days)).time_since_epoch().count());
    m_more = false;
    send(m_arguments, false);
}

void AuditQuery::askMore(qint64 before)
{
    if (!m_more || isBusy())
        return;
    QJsonObject arguments = m_arguments;
    arguments[u"before"_s] = before;
    send(arguments, true);
}

void AuditQuery::cancel()
{
    delete std::exchange(m_context, nullptr);
}

void AuditQuery::send(const QJsonObject &arguments, bool isMore)
{
    cancel();
    m_context = new QObject(this);
    m_session.ask(sync::Question::AuditPage, arguments, m_context,
                  [this, isMore](const Result<QJsonValue> &answer) {
                      std::exchange(m_context, nullptr)->deleteLater();
                      if (!answer) {
                          Q_EMIT failed(answer.error());
                          return;
                      }
                      m_more = (*answer)["more"_L1].toBool();
                      Q_EMIT answered(answer->toObject(), isMore);
                  });
}

} // namespace tenantry::ui::audit
