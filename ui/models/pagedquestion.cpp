// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/pagedquestion.h"

using namespace Qt::StringLiterals;

namespace tenantry::ui {

PagedQuestion::PagedQuestion(Session &session, sync::Question question, QObject *parent)
    : QObject(parent), m_session(session), m_question(question)
{
}

void PagedQuestion::ask(const QJsonObject &arguments)
{
    m_arguments = arguments;
    m_more = false;
    send(m_arguments, false);
}

void PagedQuestion::askMore(const QJsonValue &before)
{
    if (!m_more || isBusy())
        return;
    QJsonObject arguments = m_arguments;
    arguments[u"before"_s] = before;
    send(arguments, true);
}

void PagedQuestion::cancel()
{
    delete std::exchange(m_context, nullptr);
}

void PagedQuestion::send(const QJsonObject &arguments, bool isMore)
{
    cancel();
    m_context = new QObject(this);
    m_session.ask(m_question, arguments, m_context, [this, isMore](const Result<QJsonValue> &answer) {
        std::exchange(m_context, nullptr)->deleteLater();
        if (!answer) {
            Q_EMIT failed(answer.error());
            return;
        }
        m_more = (*answer)["more"_L1].toBool();
        Q_EMIT answered(answer->toObject(), isMore);
    });
}

} // namespace tenantry::ui
