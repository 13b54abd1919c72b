// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/console/profilegate.h"

#include "core/replica/replica.h"
#include "core/security/passwordcheck.h"

#include <QDir>
#include <QFileInfo>

using namespace Qt::StringLiterals;

namespace tenantry::console
{

ProfileGate::ProfileGate(QString folder, QString name, SecretStore &keychain, Aside &aside)
    : m_folder(std::move(folder)), m_name(std::move(name)), m_keychain(keychain), m_aside(aside),
      m_passphrases(m_folder + u"/passphrase.json"_s), m_keys(m_folder, m_name, keychain, m_passphrases)
{
}

QDateTime ProfileGate::copyTime() const
{
    const QString path = m_folder + u'/' + Replica::fileName();
    const QFileInfo file(path), journal(path + u"-wal"_s);
    if (!file.exists())
        return {};
    return journal.exists() ? std::max(file.lastModified(), journal.lastModified()) : file.lastModified();
}

void ProfileGate::open(StateDone done)
{
    const bool hasQueue = !QDir(m_folder).entryList({u"queue*"_s}, QDir::Files).isEmpty();
    m_keys.open(hasQueue ? QueueContent::Some : QueueContent::None,
                [this, done = std::move(done)](const Result<ProfileKeys::State> &state) { taken(state, done); });
}

void ProfileGate::usePassphrase(const QString &passphrase, StateDone done)
{
    const auto unlocked = [this, done = std::move(done)](const Result<ProfileKeys::State> &state) {
        m_byPassphrase = m_byPassphrase || state.has_value();
        taken(state, done);
    };
    if (m_passphrases.exists())
        m_keys.unlock(SecretBytes::fromText(passphrase), unlocked);
    else
        m_keys.setPassphrase(SecretBytes::fromText(passphrase), unlocked);
}

void ProfileGate::taken(const Result<ProfileKeys::State> &state, const StateDone &done)
{
    if (state && *state == ProfileKeys::State::Unlocked) {
        auto keys = m_keys.keys();
        if (!keys)
            return done(tl::make_unexpected(keys.error()));
        m_source->give(std::move(*keys));
    }
    done(state);
}

void ProfileGate::lock()
{
    m_source->lock();
    m_keys.lock();
}

std::shared_ptr<SecretBytes> ProfileGate::passwordKey() const
{
    const auto keys = m_keys.keys();
    return keys ? std::make_shared<SecretBytes>(keys->derivedKey(u"password"_s)) : nullptr;
}

void ProfileGate::keepPassword(const QString &password)
{
    const auto key = passwordKey();
    if (!key || password.isEmpty())
        return;
    m_aside.run<Result<void>>(
        this, [folder = m_folder, key, password] { return passwordcheck::keep(folder, *key, password); }, [](const Result<void> &) {});
}

void ProfileGate::checkPassword(const QString &password, Done done)
{
    const auto key = passwordKey();
    if (!key)
        return done(failure(ErrorClass::Data, u"password.not_kept"_s));
    m_aside.run<Result<void>>(
        this, [folder = m_folder, key, password] { return passwordcheck::check(folder, *key, password); }, std::move(done));
}

QString ProfileGate::passwordName() const
{
    return u"password/"_s + m_name;
}

void ProfileGate::remembered(std::function<void(const QString &)> done)
{
    m_keychain.read(passwordName(), this, [done = std::move(done)](const Result<std::optional<SecretBytes>> &found) {
        done(found && *found ? QString::fromUtf8((*found)->view()) : QString());
    });
}

void ProfileGate::remember(const QString &password, Done done)
{
    m_keychain.write(passwordName(), SecretBytes::copyOf(password.toUtf8()), this, [done = std::move(done)](const Result<void> &written) { done(written); });
}

void ProfileGate::forget(Done done)
{
    m_keychain.remove(passwordName(), this, [done = std::move(done)](const Result<void> &removed) { done(removed); });
}

void ProfileGate::wipe(Done done)
{
    m_source->lock();
    m_keys.wipe([this, done = std::move(done)](const Result<void> &wiped) { forgetAfterWipe(wiped, done); });
}

void ProfileGate::forgetAfterWipe(const Result<void> &wiped, const Done &done)
{
    const QString passphrases = m_folder + u"/passphrase.json"_s;
    const bool removed = passwordcheck::remove(m_folder) && (!QFile::exists(passphrases) || QFile::remove(passphrases));
    forget([this, done, removed, wiped](const Result<void> &forgotten) {
        if (!wiped)
            return done(wiped);
        if (!removed)
            return done(failure(ErrorClass::System, u"wipe.files_left"_s, {{u"folder"_s, m_folder}}));
        // Where there is no keychain, nothing can have been remembered in it.
        if (!forgotten && !m_byPassphrase)
            return done(failure(ErrorClass::System, u"keys.not_removed"_s));
        done({});
    });
}

} // namespace tenantry::console
