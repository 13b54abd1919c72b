// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/privateserverrunner.h"

#include "core/server/clusterdata.h"
#include "core/server/postmasterfile.h"
#include "core/server/serveraccount.h"
#include "core/server/serverfolders.h"

#include <QDir>
#include <QFileInfo>
#include <QLockFile>

#include <algorithm>
#include <csignal>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

constexpr auto step = 5ms;             // between two looks at something that takes 30-200 ms
constexpr auto patience = 10s;         // for a server that was told to end
constexpr qint64 longestLog = 1 << 20; // bytes of server.log at which a start begins it anew

bool isOver(std::chrono::steady_clock::time_point deadline)
{
    return std::chrono::steady_clock::now() >= deadline;
}

/// Waits until the process is gone.
template <class IsGone>
bool awaitEnd(std::chrono::steady_clock::duration time, const IsGone &isGone)
{
    const auto deadline = std::chrono::steady_clock::now() + time;
    while (!isGone()) {
        if (isOver(deadline))
            return false;
        std::this_thread::sleep_for(step);
    }
    return true;
}

} // namespace

PrivateServerOptions PrivateServerOptions::standard(const QString &name)
{
    PrivateServerOptions options;
    options.directory = standardServerFolder(name);
    return options;
}

ServerProfile PrivateServerOptions::ownerProfile() const
{
    return profileFor(u"app_owner"_s);
}

ServerProfile PrivateServerOptions::profileFor(const QString &role) const
{
    ServerProfile profile;
    profile.embeddedDemo = true;
    profile.host = socketDirectory.isEmpty() ? socketFolderFor(directory) : socketDirectory;
    profile.port = u"5432"_s;
    profile.database = database;
    profile.role = role;
    return profile;
}

PrivateServerRunner::PrivateServerRunner(const PrivateServerOptions &options, QObject *parent)
    : QObject(parent), m_options(options)
{
    m_process.setParent(this); // moves to another thread with us
    m_options.directory = QDir::cleanPath(options.directory);
    if (m_options.socketDirectory.isEmpty())
        m_options.socketDirectory = socketFolderFor(m_options.directory);
    connect(&m_process, &QProcess::finished, this, [this] {
        if (std::exchange(m_isSteady, false))
            Q_EMIT ended();
    });
}

PrivateServerRunner::~PrivateServerRunner()
{
    stop();
}

QString PrivateServerRunner::logFile() const
{
    return m_options.directory + u"/server.log"_s;
}

Error PrivateServerRunner::failed(QLatin1StringView code, QVariantMap parameters) const
{
    parameters.insert(u"log"_s, logFile());
    if (m_cluster)
        parameters.insert(u"detail"_s, m_cluster->logTail());
    return {ErrorClass::System, u"private_server."_s + code, {}, parameters};
}

Result<ServerPart> PrivateServerRunner::start(std::chrono::milliseconds timeout)
{
    if (m_isHolder && isRunning()) {
        if (isPostmasterOf(m_process.processId(), m_cluster->data()))
            return ServerPart::Holder;
        m_isSteady = false; // it died, and no event loop has said so yet
        m_process.waitForFinished();
    }
    if (const auto opened = open(); !opened)
        return tl::make_unexpected(opened.error());
    const Deadline deadline = std::chrono::steady_clock::now() + timeout;
    bool told = false;
    while (true) {
        if (m_isHolder || takeLock())
            return hold(deadline);
        if (join())
            return ServerPart::Guest;
        if (!std::exchange(told, true))
            Q_EMIT progressed(u"private_server.joining"_s);
        if (m_aborted)
            return tl::make_unexpected(failed("aborted"_L1));
        if (isOver(deadline))
            return tl::make_unexpected(failed("holder_silent"_L1));
        std::this_thread::sleep_for(step);
    }
}

std::optional<Result<ServerPart>> PrivateServerRunner::takeOver()
{
    if (m_isHolder || !m_cluster || !takeLock())
        return std::nullopt;
    return hold(std::chrono::steady_clock::now() + 120s);
}

/// What both a holder and a guest need: account, folder.
Result<void> PrivateServerRunner::open()
{
    if (auto checked = checkSocketFolder(m_options.socketDirectory); !checked)
        return checked;
    auto account = ServerAccount::choose();
    if (!account)
        return tl::make_unexpected(account.error());
    m_account = std::make_unique<ServerAccount>(*account);
    m_cluster = std::make_unique<ClusterData>(m_options.directory, *m_account);
    return m_cluster->makeFolder();
}

bool PrivateServerRunner::takeLock()
{
    if (!m_lock) {
        m_lock = std::make_unique<QLockFile>(m_cluster->lockFile());
        m_lock->setStaleLockTime(0); // stale only when its process is gone, however long it runs
    }
    m_isHolder = m_lock->tryLock(0);
    return m_isHolder;
}

/// True when another program's server takes connections and has been prepared.
bool PrivateServerRunner::join()
{
    const auto file = PostmasterFile::read(m_cluster->data());
    if (!file || !file->isReady || !m_cluster->isPrepared(file->pid) ||
        !isPostmasterOf(file->pid, m_cluster->data()))
        return false;
    // Its holder may have another XDG_RUNTIME_DIR than we.
    m_options.socketDirectory = file->socketDirectory;
    return true;
}

Result<ServerPart> PrivateServerRunner::hold(Deadline deadline)
{
    const auto run = [&]() -> Result<void> {
        m_cluster->clearPrepared();
        if (QFileInfo(logFile()).size() > longestLog)
            QFile::remove(logFile());
        const auto binaries = findPostgresBinaries(dataMajorVersion(m_cluster->data()), m_options.binaries);
        if (!binaries)
            return tl::make_unexpected(binaries.error());
        if (!m_cluster->exists()) {
            Q_EMIT progressed(u"private_server.initialising"_s);
            auto made =
                m_cluster->initialise(*binaries, !m_options.disposable, [this] { return m_aborted.load(); });
            if (!made)
                return made;
        }
        if (auto gone = endPrevious(deadline); !gone)
            return gone;
        Q_EMIT progressed(u"private_server.starting"_s);
        return launch(*binaries, deadline);
    };
    Result<void> result = run();
    if (result && m_options.prepare) {
        Q_EMIT progressed(u"private_server.preparing"_s);
        result = m_options.prepare(m_options.ownerProfile(), [this] { return m_aborted.load(); });
    }
    if (!result) {
        stop();
        return tl::make_unexpected(result.error());
    }
    m_cluster->markPrepared(m_process.processId());
    m_isSteady = true;
    return ServerPart::Holder;
}

/// We have the lock, so a server that still runs has lost the program that ran it: it is ending, or an
/// orphan.
Result<void> PrivateServerRunner::endPrevious(Deadline deadline)
{
    const QString data = m_cluster->data();
    const auto file = PostmasterFile::read(data);
    if (!file || file->pid <= 0)
        return {};
    const auto isGone = [&] { return !isPostmasterOf(file->pid, data); };
    for (const int signal : {SIGINT, SIGQUIT}) {
        if (isGone())
            break;
        ::kill(pid_t(file->pid), signal);
        awaitEnd(std::min<std::chrono::steady_clock::duration>(patience,
                                                               deadline - std::chrono::steady_clock::now()),
                 isGone);
    }
    if (!isGone())
        return tl::make_unexpected(failed("previous_still_runs"_L1, {{u"pid"_s, file->pid}}));
    if (PostmasterFile::read(data) && ::kill(pid_t(file->pid), 0) == 0)
        disownPostmasterFile(data);
    return {};
}

Result<void> PrivateServerRunner::launch(const PostgresBinaries &binaries, Deadline deadline)
{
    if (auto made = makeSocketFolder(m_options.socketDirectory, *m_account); !made)
        return made;
    if (auto written = m_cluster->writeAccessRules(); !written)
        return written;
    confine(m_process, *m_account);
    m_process.setProcessChannelMode(QProcess::MergedChannels);
    m_process.setStandardInputFile(QProcess::nullDevice());
    m_process.setStandardOutputFile(logFile(), QIODevice::Append);
    m_process.start(
        binaries.postgres(),
        m_cluster->serverArguments(m_options.socketDirectory, m_options.disposable, m_options.settings));
    if (!m_process.waitForStarted())
        return tl::make_unexpected(failed("program_failed"_L1, {{u"program"_s, binaries.postgres()},
                                                                {u"reason"_s, m_process.errorString()}}));
    return awaitReady(deadline);
}

Result<void> PrivateServerRunner::awaitReady(Deadline deadline)
{
    // Its own file, not a ping: a ping may be answered by another server on the same data.
    while (true) {
        const auto file = PostmasterFile::read(m_cluster->data());
        if (file && file->pid == m_process.processId() && file->isReady)
            return {};
        if (m_process.waitForFinished(int(step.count())) || m_process.state() == QProcess::NotRunning)
            return tl::make_unexpected(failed("start_failed"_L1));
        if (m_aborted)
            return tl::make_unexpected(failed("aborted"_L1));
        if (isOver(deadline))
            return tl::make_unexpected(failed("start_slow"_L1));
    }
}

void PrivateServerRunner::endProcess()
{
    m_isSteady = false;
    for (const int signal : {SIGINT, SIGQUIT, SIGKILL}) {
        if (m_process.state() == QProcess::NotRunning)
            return;
        ::kill(pid_t(m_process.processId()), signal);
        m_process.waitForFinished(int(std::chrono::milliseconds(patience).count()));
    }
}

void PrivateServerRunner::stop()
{
    m_aborted = false;
    if (!m_isHolder)
        return;
    m_cluster->clearPrepared();
    endProcess();
    QDir().rmdir(m_options.socketDirectory);
    m_lock->unlock();
    m_isHolder = false;
}

} // namespace tenantry::server
