// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/passphrasestore.h"

#include "core/security/passphrasefile.h"

#include <QFile>
#include <QLockFile>
#include <QPointer>

namespace tenantry
{

using namespace Qt::StringLiterals;

namespace
{

constexpr std::chrono::seconds lockTimeout(10);

auto locked()
{
    return failure(ErrorClass::Business, u"keystore.locked"_s);
}

} // namespace

// The blocking half. Nothing is kept between calls but the key.
class PassphraseStore::File final
{
public:
    using Secrets = passphrasefile::Secrets;

    explicit File(QString path) : m_path(std::move(path)) {}

    Result<void> unlock(const SecretBytes &passphrase)
    {
        const auto salt = passphrasefile::readSalt(m_path);
        if (!salt)
            return tl::make_unexpected(salt.error());
        auto key = derivePassphraseKey(passphrase, *salt);
        if (!key)
            return tl::make_unexpected(key.error());
        if (const auto secrets = passphrasefile::load(m_path, *key); !secrets)
            return tl::make_unexpected(secrets.error());
        m_key = std::move(*key);
        return {};
    }

    void lock() { m_key.reset(); }

    Result<void> setPassphrase(const SecretBytes &passphrase)
    {
        return exclusively([&]() -> Result<void> {
            auto secrets = QFile::exists(m_path) ? load() : Result<Secrets>(Secrets{});
            if (!secrets)
                return tl::make_unexpected(secrets.error());
            auto key = derivePassphraseKey(passphrase);
            if (!key)
                return tl::make_unexpected(key.error());
            return passphrasefile::save(m_path, *key, *secrets).map([&] { m_key = std::move(*key); });
        });
    }

    Result<std::optional<SecretBytes>> read(const QString &name)
    {
        auto secrets = load();
        if (!secrets)
            return tl::make_unexpected(secrets.error());
        const auto found = secrets->find(name);
        if (found == secrets->end())
            return std::nullopt;
        return std::optional(std::move(found->second));
    }

    Result<void> change(const std::function<void(Secrets &)> &edit)
    {
        return exclusively([&]() -> Result<void> {
            auto secrets = load();
            if (!secrets)
                return tl::make_unexpected(secrets.error());
            edit(*secrets);
            return passphrasefile::save(m_path, *m_key, *secrets);
        });
    }

private:
    Result<Secrets> load()
    {
        if (!m_key)
            return locked();
        const auto salt = passphrasefile::readSalt(m_path);
        if (!salt)
            return tl::make_unexpected(salt.error());
        if (*salt != m_key->salt) { // another process set another passphrase
            m_key.reset();
            return locked();
        }
        return passphrasefile::load(m_path, *m_key);
    }

    // Reading, changing and writing must be one step among the processes that share the file.
    Result<void> exclusively(const std::function<Result<void>()> &work) const
    {
        QLockFile lock(m_path + u".lock"_s);
        if (!lock.tryLock(lockTimeout))
            return failure(ErrorClass::System, u"keystore.busy"_s);
        return work();
    }

    QString m_path;
    std::optional<PassphraseKey> m_key;
};

PassphraseStore::PassphraseStore(QString path)
    : m_path(std::move(path)), m_file(std::make_shared<File>(m_path)),
      m_relay(new QObject, [](QObject *relay) { relay->deleteLater(); }), m_pool(std::make_unique<QThreadPool>())
{
    m_pool->setMaxThreadCount(1); // keeps the order of the calls
}

// A pool waits for its work when it goes: elsewhere, in a thread that the end of the program waits for.
PassphraseStore::~PassphraseStore()
{
    if (!m_pool->waitForDone(0))
        QThreadPool::globalInstance()->start([pool = std::shared_ptr<QThreadPool>(std::move(m_pool))] { pool->waitForDone(); });
}

bool PassphraseStore::exists() const
{
    return QFile::exists(m_path);
}

template <class T>
void PassphraseStore::submit(std::function<Result<T>(File &)> work, QObject *context, std::function<void(Result<T>)> done)
{
    const QPointer<QObject> receiver(context), owner(&m_owner);
    m_pool->start([file = m_file, relay = m_relay, work = std::move(work), owner, receiver, done = std::move(done)] {
        const auto result = std::make_shared<Result<T>>(work(*file));
        // By way of the relay: only in the store's thread is it safe to ask whether store and context still live.
        QMetaObject::invokeMethod(
            relay.get(),
            [owner, receiver, done, result] {
                if (owner && receiver)
                    done(std::move(*result));
            },
            Qt::QueuedConnection);
    });
}

void PassphraseStore::unlock(SecretBytes passphrase, QObject *context, Done done)
{
    const auto shared = std::make_shared<SecretBytes>(std::move(passphrase));
    submit<void>([shared](File &file) { return file.unlock(*shared); }, context, std::move(done));
}

void PassphraseStore::setPassphrase(SecretBytes passphrase, QObject *context, Done done)
{
    const auto shared = std::make_shared<SecretBytes>(std::move(passphrase));
    submit<void>([shared](File &file) { return file.setPassphrase(*shared); }, context, std::move(done));
}

void PassphraseStore::lock()
{
    m_pool->start([file = m_file] { file->lock(); });
}

void PassphraseStore::read(const QString &name, QObject *context, ReadDone done)
{
    submit<std::optional<SecretBytes>>([name](File &file) { return file.read(name); }, context, std::move(done));
}

void PassphraseStore::write(const QString &name, SecretBytes secret, QObject *context, Done done)
{
    const auto shared = std::make_shared<SecretBytes>(std::move(secret));
    const auto put = [name, shared](File::Secrets &secrets) { secrets.insert_or_assign(name, std::move(*shared)); };
    submit<void>([put](File &file) { return file.change(put); }, context, std::move(done));
}

void PassphraseStore::remove(const QString &name, QObject *context, Done done)
{
    const auto drop = [name](File::Secrets &secrets) { secrets.erase(name); };
    submit<void>([drop](File &file) { return file.change(drop); }, context, std::move(done));
}

} // namespace tenantry
