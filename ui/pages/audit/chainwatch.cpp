// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/audit/chainwatch.h"

#include <QJsonArray>
#include <QTimer>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::ui::audit {

namespace {
constexpr int linksAtOnce = 1'000; ///< counted over in a few milliseconds
}

ChainWatch::ChainWatch(Session &session, HeadStore store, QObject *parent)
    : QObject(parent), m_session(session), m_store(std::move(store)), m_timer(new QTimer(this))
{
    m_timer->setInterval(10min);
    connect(m_timer, &QTimer::timeout, this, &ChainWatch::look);
    connect(&m_session, &Session::stateChanged, this, [this] {
        if (m_state == State::Unknown && m_session.state().online)
            look();
    });
}

void ChainWatch::setChain(const QUuid &tenant)
{
    if (tenant == m_tenant)
        return;
    m_tenant = tenant;
    m_state = State::Unknown;
    m_context.reset();
    m_timer->stop();
    if (tenant.isNull())
        return;
    m_verified = m_store.read(tenant);
    m_timer->start();
    look();
}

void ChainWatch::look()
{
    if (!m_tenant.isNull() && !m_context && m_session.state().online)
        ask();
}

void ChainWatch::ask()
{
    m_context = std::make_unique<QObject>();
    const QJsonObject arguments{{u"tenant"_s, m_tenant.toString(QUuid::WithoutBraces)},
                                {u"after"_s, m_verified.sealNumber},
                                {u"limit"_s, linksAtOnce}};
    m_session.ask(sync::Question::AuditChain, arguments, m_context.get(),
                  [this](const Result<QJsonValue> &answer) {
                      m_context.release()->deleteLater(); // it is what calls this
                      if (answer)
                          take(answer->toObject());
                  });
}

void ChainWatch::take(const QJsonObject &answer)
{
    const QByteArray before = QByteArray::fromHex(answer["before"_L1].toString().toLatin1());
    const qint64 head = answer["head"_L1]["seal_number"_L1].toInteger();
    if (answer["before"_L1].isNull() || before != m_verified.hash || head < m_verified.sealNumber)
        return breakAt(m_verified.sealNumber);
    exchange::AuditChain chain(m_tenant, m_verified);
    const QJsonArray links = answer["links"_L1].toArray();
    for (const QJsonValue &link : links)
        chain.add(exchange::AuditLink::fromJson(link.toObject()));
    if (!chain.faults().isEmpty())
        return breakAt(chain.faults().first().sealNumber - 1);
    if (links.isEmpty() && head > m_verified.sealNumber)
        return breakAt(m_verified.sealNumber); // says that there is more, and shows none
    m_verified = chain.head();
    if (!links.isEmpty())
        m_store.keep(m_tenant, m_verified);
    if (m_verified.sealNumber < head)
        return ask();
    m_state = State::Verified;
    Q_EMIT changed();
}

void ChainWatch::breakAt(qint64 sealNumber)
{
    m_state = State::Broken;
    m_brokenAfter = sealNumber;
    m_timer->stop();
    Q_EMIT changed();
}

} // namespace tenantry::ui::audit
