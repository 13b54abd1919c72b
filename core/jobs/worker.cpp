// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/jobs/worker.h"

#include "core/base/clock.h"

namespace tenantry::jobs {

using namespace Qt::StringLiterals;

Worker::Worker(WorkerOptions options, QObject *parent)
    : QObject(parent), m_options(std::move(options)), m_timer(this)
{
    m_timer.setSingleShot(true);
    QObject::connect(&m_timer, &QTimer::timeout, this, &Worker::tick);
}

Worker::~Worker()
{
    stop();
}

void Worker::start()
{
    tick();
}

void Worker::stop()
{
    m_timer.stop();
    if (m_active && m_connection)
        (void)call(u"select 0 from worker.drop_lease(?::text)"_s,
                   {m_options.holder}); // it would run out anyway
    m_connection.reset();
    setActive(false);
}

void Worker::tick()
{
    if (const auto done = work(); !done) {
        m_connection.reset();
        setActive(false);
        Q_EMIT failed(done.error());
        m_timer.start(m_options.retryEvery);
        return;
    }
    m_timer.start(m_options.sealEvery);
}

Result<void> Worker::work()
{
    if (auto connected = connect(); !connected)
        return connected;
    const auto lease = call(u"select worker.take_lease(?::text)::integer"_s, {m_options.holder});
    if (!lease)
        return tl::make_unexpected(lease.error());
    setActive(*lease == 1);
    if (!m_active)
        return {};
    const auto sealedNow = call(u"select worker.seal_audit()"_s);
    if (!sealedNow)
        return tl::make_unexpected(sealedNow.error());
    if (*sealedNow > 0)
        Q_EMIT sealed(int(*sealedNow));
    if (auto watched = watch(); !watched)
        return watched;
    return purge();
}

Result<void> Worker::watch()
{
    if (isDue(m_lastWatch, m_options.watchEvery)) {
        const auto ended = call(u"select count(*) from worker.end_long_transactions()"_s);
        if (!ended)
            return tl::make_unexpected(ended.error());
        if (*ended > 0)
            Q_EMIT endedTransactions(int(*ended));
        const auto closed = call(u"select worker.end_break_glass()"_s);
        if (!closed)
            return tl::make_unexpected(closed.error());
        if (*closed > 0)
            Q_EMIT endedBreakGlass(int(*closed));
        if (const auto frozen = call(u"select worker.end_closing()"_s); !frozen)
            return tl::make_unexpected(frozen.error());
    }
    if (isDue(m_lastPasswords, m_options.passwordsEvery)) {
        const auto found = call(u"select count(*) from worker.foreign_passwords()"_s);
        if (!found)
            return tl::make_unexpected(found.error());
        if (*found > 0)
            Q_EMIT foundForeignPasswords(int(*found));
    }
    if (isDue(m_lastLog, m_options.readLogEvery)) {
        if (const auto read = readLog(); !read)
            return read;
    }
    if (isDue(m_lastReminder, m_options.remindEvery))
        return call(u"select worker.remind_of_expiries()"_s).map([](qint64) {});
    return {};
}

Result<void> Worker::readLog()
{
    // A part at a time: what lies there after a while without a worker must not hold up the seals.
    return call(u"select worker.read_server_log(?::text)"_s, {m_options.holder}).map([](qint64) {});
}

/// One of them a turn: meanwhile the lease is renewed and seals are made.
Result<void> Worker::purge()
{
    if (isDue(m_lastPurge, m_options.purgeEvery))
        m_toPurge = {u"answers"_s, u"feed"_s,     u"removals"_s, u"mail"_s,          u"reminders"_s,
                     u"imports"_s, u"accounts"_s, u"security"_s, u"notifications"_s, u"pending"_s};
    if (m_toPurge.isEmpty())
        return {};
    const QString old = m_toPurge.takeFirst();
    const bool isPending = old == u"pending";
    const auto purged = isPending ? call(u"select worker.purge_pending(?::text)"_s, {m_options.holder})
                                  : call(u"select worker.purge_%1()"_s.arg(old));
    if (!purged)
        return tl::make_unexpected(purged.error());
    if (*purged > 0 && (isPending || old == u"notifications"))
        m_toPurge.append(old); // they remove as many as a turn has time for
    return {};
}

Result<void> Worker::connect()
{
    if (m_connection && m_connection->isOpen())
        return {};
    auto opened = server::Connection::open(m_options.connection);
    if (!opened)
        return tl::make_unexpected(opened.error());
    m_connection = std::move(*opened);
    return {};
}

Result<qint64> Worker::call(const QString &sql, const QVariantList &binds)
{
    return m_connection->exec(sql, binds).map([](const server::Rows &rows) {
        return rows.value().toLongLong();
    });
}

bool Worker::isDue(Instant &last, std::chrono::milliseconds every) const
{
    const Instant now = SystemClock().now();
    if (now - last < every)
        return false;
    last = now;
    return true;
}

void Worker::setActive(bool active)
{
    if (m_active == active)
        return;
    m_active = active;
    Q_EMIT activeChanged(active);
}

} // namespace tenantry::jobs
