// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/models/basisreader.h"

namespace tenantry::ui {

BasisReader::BasisReader(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_online(session.state().online)
{
    m_pause.setSingleShot(true);
    m_pause.setInterval(300); // several pulls in a row ask once
    connect(&m_pause, &QTimer::timeout, this, &BasisReader::ask);
    connect(&session, &Session::snapshotChanged, this, &BasisReader::follow);
    connect(&session, &Session::stateChanged, this, &BasisReader::follow);
}

void BasisReader::want(const std::optional<access::BasisQuestion> &question)
{
    if (m_wanted == question)
        return;
    m_wanted = question;
    drop();
    if (m_wanted)
        ask();
}

// Names don't outlive a lock, and what was true then isn't called true now once there is no connection.
void BasisReader::follow()
{
    if (!m_wanted)
        return;
    const bool online = m_session.state().online;
    const bool isOpen = m_session.snapshot()->userSlots() > 0;
    if (!online || !isOpen) {
        drop();
    } else if (!m_pause.isActive() && (online != m_online || m_laidOver != m_session.snapshot())) {
        m_pause.start();
    }
    m_online = online;
}

void BasisReader::ask()
{
    if (!m_wanted || !m_session.state().online)
        return;
    m_laidOver = m_session.snapshot();
    m_session.ask(sync::Question::AccessBasis, m_wanted->arguments(), this,
                  [this, id = ++m_asked](const Result<QJsonValue> &answer) {
                      if (id == m_asked)
                          answer ? lay(*answer) : drop();
                  });
}

void BasisReader::lay(const QJsonValue &answer)
{
    m_laidOver = m_session.snapshot(); // may have come meanwhile
    m_task.run([answer, snapshot = m_laidOver, index = m_session.searchIndex()](
                   const std::stop_token &stop) { return find(answer, snapshot, index, stop); },
               [this](const std::optional<Found> &found) { take(found); });
}

std::optional<BasisReader::Found> BasisReader::find(const QJsonValue &answer,
                                                    const directory::SnapshotPtr &snapshot,
                                                    const directory::SearchIndexPtr &index,
                                                    const std::stop_token &stop)
{
    const auto basis = access::readAccessBasis(answer);
    if (!basis || !basis->whole)
        return {};
    const auto full = access::withBasis(snapshot, *basis);
    if (!full)
        return {};
    Found found{basis->at, basis->completed, *full, {}};
    if (index && !stop.stop_requested())
        found.index = index->next(*full, stop);
    return found;
}

void BasisReader::take(const std::optional<Found> &found)
{
    if (!found)
        return drop();
    m_found = found;
    Q_EMIT changed();
}

void BasisReader::drop()
{
    m_pause.stop();
    ++m_asked;
    m_task.cancel();
    if (std::exchange(m_found, std::nullopt))
        Q_EMIT changed();
}

} // namespace tenantry::ui
