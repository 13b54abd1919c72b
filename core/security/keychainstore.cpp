// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/keychainstore.h"

#include "core/security/crypto.h"

#include <QTimer>

#include <qt6keychain/keychain.h>

#include <memory>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

auto unavailable()
{
    return failure(ErrorClass::System, u"keychain.unavailable"_s);
}

// Calls `finished` once: with the job, or with null after the time-out. The job itself is left to end when it
// may: the library still holds its address and must not find it deleted.
template <class Job>
void run(Job *job, const QString &name, std::chrono::milliseconds timeout, QObject *context, std::function<void(Job *)> finished)
{
    auto *guard = new QObject(context);
    const auto once = std::make_shared<bool>(false);
    const auto answer = [guard, once, finished = std::move(finished)](Job *ended) {
        if (std::exchange(*once, true))
            return;
        guard->deleteLater();
        finished(ended);
    };
    QObject::connect(job, &QKeychain::Job::finished, guard, [job, answer] { answer(job); });
    QTimer::singleShot(timeout, guard, [answer] { answer(nullptr); });
    job->setKey(name);
    job->start();
}

Result<void> outcome(const QKeychain::Job *job, bool missingIsFine)
{
    if (job && (job->error() == QKeychain::NoError || (missingIsFine && job->error() == QKeychain::EntryNotFound)))
        return {};
    return unavailable();
}

} // namespace

KeychainStore::KeychainStore(QString service, std::chrono::milliseconds timeout)
    : m_service(std::move(service)), m_timeout(timeout)
{
}

void KeychainStore::read(const QString &name, QObject *context, ReadDone done)
{
    using QKeychain::ReadPasswordJob;
    const auto finished = [done = std::move(done)](ReadPasswordJob *job) {
        if (const auto result = outcome(job, true); !result)
            return done(tl::make_unexpected(result.error()));
        if (job->error() == QKeychain::EntryNotFound)
            return done(std::nullopt);
        QByteArray bytes = job->binaryData();
        auto secret = SecretBytes::copyOf(bytes);
        crypto::cleanse(bytes);
        done(std::optional(std::move(secret)));
    };
    run<ReadPasswordJob>(new ReadPasswordJob(m_service), name, m_timeout, context, finished);
}

void KeychainStore::write(const QString &name, SecretBytes secret, QObject *context, Done done)
{
    using QKeychain::WritePasswordJob;
    auto *job = new WritePasswordJob(m_service);
    job->setBinaryData(secret.view().toByteArray());
    run<WritePasswordJob>(job, name, m_timeout, context,
                          [done = std::move(done)](WritePasswordJob *ended) { done(outcome(ended, false)); });
}

void KeychainStore::remove(const QString &name, QObject *context, Done done)
{
    using QKeychain::DeletePasswordJob;
    run<DeletePasswordJob>(new DeletePasswordJob(m_service), name, m_timeout, context,
                           [done = std::move(done)](DeletePasswordJob *ended) { done(outcome(ended, true)); });
}

} // namespace tenantry
