// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/session/accessreporter.h"

#include <algorithm>

namespace tenantry::ui {

namespace {

constexpr qsizetype most = 200; ///< in one command
constexpr std::chrono::minutes again{1};

} // namespace

AccessReporter::AccessReporter(Session &session, std::chrono::milliseconds wait, QObject *parent)
    : QObject(parent), m_session(session)
{
    m_wait.setSingleShot(true);
    m_wait.setInterval(wait);
    connect(&m_wait, &QTimer::timeout, this, &AccessReporter::flush);
}

bool AccessReporter::isRepeated(const AccessEvent &event) const
{
    return event.act == AccessEvent::Act::Detail &&
           std::ranges::any_of(m_told, [&event](const AccessEvent &told) {
               return told.objectKind == event.objectKind && told.objectId == event.objectId;
           });
}

void AccessReporter::take(AccessEvent event)
{
    event.at = m_session.now();
    m_told.removeIf([&event](const AccessEvent &told) { return event.at - told.at > again; });
    if (isRepeated(event))
        return;
    if (event.act == AccessEvent::Act::Detail)
        m_told.append(event);
    m_events.append(event);
    if (m_events.size() >= most)
        return flush();
    if (!m_wait.isActive())
        m_wait.start();
}

void AccessReporter::flush()
{
    m_wait.stop();
    if (!m_events.isEmpty())
        m_session.submit(accessReport(std::exchange(m_events, {})));
}

} // namespace tenantry::ui
