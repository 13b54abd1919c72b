// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/security/profilekeys.h"

#include "core/security/crypto.h"

#include <memory>

namespace tenantry
{

using namespace Qt::StringLiterals;

ProfileKeys::ProfileKeys(QString folder, QString profile, SecretStore &keychain, PassphraseStore &passphrases, QObject *parent)
    : QObject(parent), m_folder(std::move(folder)), m_profile(std::move(profile)), m_keychain(keychain),
      m_passphrases(passphrases)
{
}

QString ProfileKeys::nameOf(const QString &fingerprint) const
{
    return u"profile/"_s + m_profile + u'/' + fingerprint;
}

void ProfileKeys::setState(State state)
{
    if (std::exchange(m_state, state) != state)
        Q_EMIT stateChanged(state);
}

// Wraps the continuation of a call to a store: it runs only if nobody locked or opened in between.
template <class Function>
auto ProfileKeys::ifCurrent(StateDone done, Function function)
{
    return [this, attempt = m_attempt, done = std::move(done), function = std::move(function)](auto result) {
        if (attempt == m_attempt)
            function(std::move(result));
        else
            done(m_state);
    };
}

void ProfileKeys::open(QueueContent queue, StateDone done)
{
    lock();
    m_queue = queue;
    const auto fingerprint = KeyFile::fingerprintIn(m_folder);
    if (fingerprint && *fingerprint)
        openExisting(**fingerprint, std::move(done));
    else if (queue == QueueContent::None)
        openFresh(done);
    else
        done(failure(ErrorClass::Data, u"keys.damaged"_s));
}

void ProfileKeys::openExisting(const QString &fingerprint, StateDone done)
{
    auto found = [this, fingerprint, done](Result<std::optional<SecretBytes>> key) {
        if (key && *key && KeyFile::fingerprintOf(**key) == fingerprint)
            return adopt(std::move(**key), done);
        if (m_passphrases.exists()) {
            setState(State::NeedsPassphrase);
            return done(m_state);
        }
        if (m_queue == QueueContent::None)
            return openFresh(done);
        done(failure(ErrorClass::System, u"keys.unreachable"_s));
    };
    m_keychain.read(nameOf(fingerprint), this, ifCurrent(done, found));
}

void ProfileKeys::openFresh(const StateDone &done)
{
    makeKey(m_keychain, [this, done](const Result<State> &result) {
        if (!result && result.error().code == u"keychain.unavailable") {
            setState(m_passphrases.exists() ? State::NeedsPassphrase : State::NoKeychain);
            return done(m_state);
        }
        done(result);
    });
}

// The file comes last: until the store has the new key, whatever the old one opens stays as it is.
void ProfileKeys::makeKey(SecretStore &store, const StateDone &done)
{
    const auto key = std::make_shared<SecretBytes>(SecretBytes::random(crypto::keySize));
    auto written = [this, key, done](const Result<void> &result) {
        if (!result)
            return done(tl::make_unexpected(result.error()));
        const auto file = KeyFile::create(m_folder, m_profile, key->clone());
        if (!file)
            return done(tl::make_unexpected(file.error()));
        adopt(std::move(*key), done);
    };
    store.write(nameOf(KeyFile::fingerprintOf(*key)), key->clone(), this, ifCurrent(done, written));
}

void ProfileKeys::adopt(SecretBytes key, const StateDone &done)
{
    m_key = std::move(key);
    setState(State::Unlocked);
    done(m_state);
}

void ProfileKeys::unlock(SecretBytes passphrase, StateDone done)
{
    auto unlocked = [this, done](const Result<void> &result) {
        if (!result)
            return done(tl::make_unexpected(result.error()));
        m_key.isEmpty() ? readUnderPassphrase(done) : addToPassphrase(done);
    };
    m_passphrases.unlock(std::move(passphrase), this, ifCurrent(done, unlocked));
}

void ProfileKeys::readUnderPassphrase(const StateDone &done)
{
    const auto fingerprint = KeyFile::fingerprintIn(m_folder).value_or(std::nullopt);
    if (!fingerprint) // open() came here for an empty queue only
        return makeKey(m_passphrases, done);
    const QString name = nameOf(*fingerprint);
    auto found = [this, name, fingerprint, done](Result<std::optional<SecretBytes>> key) {
        if (!key)
            return done(tl::make_unexpected(key.error()));
        if (*key && KeyFile::fingerprintOf(**key) == *fingerprint) {
            // The next start then asks for nothing. Without a keychain it fails, and that is all right.
            m_keychain.write(name, (*key)->clone(), this, [](const Result<void> &) {});
            return adopt(std::move(**key), done);
        }
        if (m_queue == QueueContent::None)
            return makeKey(m_passphrases, done);
        done(failure(ErrorClass::System, u"keys.unreachable"_s));
    };
    m_passphrases.read(name, this, ifCurrent(done, found));
}

void ProfileKeys::addToPassphrase(const StateDone &done)
{
    auto written = [this, done](const Result<void> &result) {
        result ? done(m_state) : done(tl::make_unexpected(result.error()));
    };
    m_passphrases.write(nameOf(KeyFile::fingerprintOf(m_key)), m_key.clone(), this, ifCurrent(done, written));
}

void ProfileKeys::setPassphrase(SecretBytes passphrase, StateDone done)
{
    auto set = [this, done](const Result<void> &result) {
        if (!result)
            return done(tl::make_unexpected(result.error()));
        m_key.isEmpty() ? makeKey(m_passphrases, done) : addToPassphrase(done);
    };
    m_passphrases.setPassphrase(std::move(passphrase), this, ifCurrent(done, set));
}

void ProfileKeys::lock()
{
    ++m_attempt;
    m_key.clear();
    m_passphrases.lock();
    setState(State::Closed);
}

void ProfileKeys::wipe(Done done)
{
    const auto fingerprint = KeyFile::fingerprintIn(m_folder).value_or(std::nullopt);
    if (!KeyFile::remove(m_folder))
        return done(failure(ErrorClass::System, u"wipe.files_left"_s, {{u"folder"_s, m_folder}}));
    if (!fingerprint) {
        lock();
        return done({});
    }
    const QString name = nameOf(*fingerprint);
    // What a store that can't be reached keeps opens nothing any more; where it was the only one, that is told.
    const bool otherwise = m_passphrases.exists();
    m_keychain.remove(name, this, [this, name, otherwise, done = std::move(done)](const Result<void> &removed) {
        m_passphrases.remove(name, this, [this, isLeft = !removed && !otherwise, done](const Result<void> &) {
            lock();
            done(isLeft ? Result<void>(failure(ErrorClass::System, u"keys.not_removed"_s)) : Result<void>());
        });
    });
}

Result<KeyFile> ProfileKeys::keys() const
{
    if (m_state != State::Unlocked)
        return failure(ErrorClass::Business, u"keys.locked"_s);
    return KeyFile::open(m_folder, m_profile, m_key.clone());
}

} // namespace tenantry
