// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/past/viewpoint.h"

namespace tenantry::ui {

Viewpoint::Viewpoint(Session &session, QObject *parent)
    : QObject(parent), m_session(session), m_reader(session), m_basis(session)
{
    connect(&m_basis, &BasisReader::changed, this, &Viewpoint::completedChanged);
    connect(&m_reader, &PastReader::lost, this, &Viewpoint::lookNow);
    connect(&m_reader, &PastReader::readingEnded, this, [this] {
        if (m_state == State::Now)
            return;
        m_reader.past() && !m_reader.error() ? work() : fail(Failure::Error, m_reader.error());
    });
}

std::optional<directory::HistoryMark> Viewpoint::mark() const
{
    return m_reader.past() ? std::optional(m_reader.past()->mark()) : std::nullopt;
}

directory::SnapshotPtr Viewpoint::snapshot() const
{
    if (m_snapshot)
        return m_snapshot;
    return completed() ? m_basis.snapshot() : m_session.snapshot();
}

directory::SearchIndexPtr Viewpoint::searchIndex() const
{
    if (m_index)
        return m_index;
    return completed() && m_basis.searchIndex() ? m_basis.searchIndex() : m_session.searchIndex();
}

void Viewpoint::complete(const std::optional<access::BasisQuestion> &question)
{
    m_basis.want(isNow() ? question : std::nullopt);
}

std::optional<access::Completed> Viewpoint::completed() const
{
    return isNow() ? m_basis.completed() : std::nullopt;
}

access::Completeness Viewpoint::completeness() const
{
    const bool ofPart = !isNow() && mark() && mark()->isPart();
    return {snapshot(), m_session.heldScopes(), ofPart ? UserId() : m_session.userId(), completed()};
}

std::optional<Instant> Viewpoint::completedAt() const
{
    return isNow() ? m_basis.at() : std::nullopt;
}

Instant Viewpoint::now() const
{
    return m_snapshot && m_moment ? *m_moment : m_session.now();
}

void Viewpoint::lookAt(Instant moment)
{
    m_moment = moment;
    m_beforeChangeOf = {};
    start();
}

void Viewpoint::lookBeforeLastChangeOf(const QUuid &id)
{
    m_moment.reset();
    m_beforeChangeOf = id;
    start();
}

void Viewpoint::retry()
{
    if (m_state == State::Failed)
        start();
}

void Viewpoint::lookNow()
{
    if (m_state == State::Now)
        return;
    m_task.cancel();
    m_reader.release();
    m_snapshot.reset();
    m_index.reset();
    m_moment.reset();
    m_error.reset();
    m_failure = Failure::None;
    m_state = State::Now;
    Q_EMIT changed();
}

void Viewpoint::start()
{
    m_state = State::Waiting;
    m_failure = Failure::None;
    m_error.reset();
    m_snapshot.reset();
    m_index.reset();
    Q_EMIT changed();
    if (m_state != State::Waiting) // whoever was told thought otherwise
        return;
    const auto reaches = mark();
    if (!reaches || (m_moment && *m_moment > reaches->upTo))
        m_reader.read();
    else if (!m_reader.isReading())
        work();
}

void Viewpoint::work()
{
    m_task.run(
        [past = m_reader.past(), index = m_session.searchIndex(), moment = m_moment,
         id = m_beforeChangeOf](const std::stop_token &stop) { return find(past, index, moment, id, stop); },
        [this](const Found &found) { take(found); });
}

Viewpoint::Found Viewpoint::find(const directory::PastPtr &past, const directory::SearchIndexPtr &index,
                                 const std::optional<Instant> &wanted, const QUuid &beforeChangeOf,
                                 const std::stop_token &stop)
{
    Found found;
    if (beforeChangeOf.isNull()) {
        found.moment = wanted.value_or(past->mark().upTo);
    } else if (const auto last = past->lastChange(beforeChangeOf)) {
        found.moment = *last - std::chrono::microseconds(1);
    } else {
        found.failure = Failure::NeverChanged;
        return found;
    }
    if (found.moment < past->mark().reachesBackTo) {
        found.failure = Failure::BeforeHistory;
        return found;
    }
    const auto then = past->asOf(found.moment);
    if (!then) {
        found.failure = Failure::Error;
        found.error = then.error();
        return found;
    }
    found.snapshot = *then;
    if (index && !stop.stop_requested())
        found.index = index->next(*then, stop);
    return found;
}

void Viewpoint::take(const Found &found)
{
    if (m_state == State::Now || m_reader.isReading())
        return;
    if (found.failure != Failure::None)
        return fail(found.failure, found.error);
    m_moment = found.moment;
    m_snapshot = found.snapshot;
    m_index = found.index;
    m_state = State::Then;
    Q_EMIT changed();
}

void Viewpoint::fail(Failure failure, const std::optional<Error> &error)
{
    m_snapshot.reset();
    m_index.reset();
    m_failure = failure;
    m_error = error;
    m_state = State::Failed;
    Q_EMIT changed();
}

} // namespace tenantry::ui
