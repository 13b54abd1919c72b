// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/time.h"
#include "core/server/connection.h"

#include <QObject>
#include <QStringList>
#include <QTimer>

namespace tenantry::jobs {

struct WorkerOptions
{
    server::ConnectionOptions connection; ///< as tenantry_worker, or the owner
    QString holder; ///< names this worker in the lease; unique among machines and processes
    std::chrono::milliseconds sealEvery{1'000};
    std::chrono::milliseconds watchEvery{5'000};       ///< long transactions
    std::chrono::milliseconds passwordsEvery{300'000}; ///< passwords that were set past us
    std::chrono::milliseconds readLogEvery{2'000};     ///< of the server, for who read what (OPM-6)
    std::chrono::milliseconds remindEvery{60'000};     ///< of grants that end soon (MEM-7)
    std::chrono::milliseconds purgeEvery{
        3'600'000}; ///< old answers, old tombstones of the feed, what removed members had
    std::chrono::milliseconds retryEvery{2'000}; ///< while the server can't be reached
};

/// What keeps an installation healthy without anybody asking (design §3 "Worker"): seals the audit chain,
/// ends transactions that hold everybody back, removes what is too old. Any number may run; the one with the
/// lease acts. Blocks its thread for the length of a statement: see WorkerThread.
class Worker final : public QObject
{
    Q_OBJECT

public:
    explicit Worker(WorkerOptions options, QObject *parent = nullptr);
    ~Worker() override;

    /// Whether this worker held the lease at its last look.
    [[nodiscard]] bool isActive() const { return m_active; }

public Q_SLOTS:
    void start();
    /// Gives the lease back.
    void stop();

Q_SIGNALS:
    void activeChanged(bool active);
    void sealed(int entries);
    void endedTransactions(int count);
    void endedBreakGlass(int count);
    void foundForeignPasswords(int count);
    /// Of the server or the way to it; the worker goes on trying.
    void failed(const tenantry::Error &error);

private:
    void tick();
    [[nodiscard]] Result<void> work();
    [[nodiscard]] Result<void> watch();
    [[nodiscard]] Result<void> readLog();
    [[nodiscard]] Result<void> purge();
    [[nodiscard]] Result<void> connect();
    [[nodiscard]] Result<qint64> call(const QString &sql, const QVariantList &binds = {});
    [[nodiscard]] bool isDue(Instant &last, std::chrono::milliseconds every) const;
    void setActive(bool active);

    const WorkerOptions m_options;
    QTimer m_timer;
    std::unique_ptr<server::Connection> m_connection;
    Instant m_lastWatch;
    Instant m_lastPasswords;
    Instant m_lastLog;
    Instant m_lastReminder;
    Instant m_lastPurge;
    QStringList m_toPurge; ///< what is left of the round
    bool m_active = false;
};

} // namespace tenantry::jobs
