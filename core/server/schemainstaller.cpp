// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/schemainstaller.h"

#include <QCryptographicHash>
#include <QFileInfo>
#include <QJsonDocument>

#include <chrono>
#include <thread>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace tenantry::server {

namespace {

constexpr int attempts = 40; // each waits a second for locks at most: readers queue behind us meanwhile
constexpr auto pause = 250ms;
const QString digestsName = u"installed_files"_s; // beside the declarations: file → SHA-256

// Nothing that is made belongs to the superuser; session_user stays, so that a file can say `reset role`.
constexpr const char *asOwner = "set local lock_timeout = '1s'; set local role tenantry_owner;";
constexpr const char *asOwnerUnchecked =
    "set local lock_timeout = '1s'; set local check_function_bodies = off; set local role tenantry_owner;";
constexpr const char *asSuperuser = "set local lock_timeout = '1s';";

QString identifier(QString name)
{
    return u'"' + name.replace(u'"', u"\"\""_s) + u'"';
}

QString digestOf(const SchemaFile &file)
{
    return QString::fromLatin1(QCryptographicHash::hash(file.content, QCryptographicHash::Sha256).toHex());
}

Error inFile(Error error, const SchemaFile &file)
{
    if (failureKind(error) != FailureKind::Other)
        return error; // lost, busy: not the file's fault
    error.code = u"schema.file_failed"_s;
    error.errorClass = ErrorClass::Data;
    error.parameters.insert(u"file"_s, file.name);
    return error;
}

} // namespace

SchemaInstaller::SchemaInstaller(Connection &owner, const SchemaFiles &files) : m_owner(owner), m_files(files)
{
}

Result<void> SchemaInstaller::ensureDatabase(Connection &maintenance, const QString &name)
{
    const auto known = maintenance.exec(u"select 1 from pg_database where datname = ?"_s, {name});
    if (!known)
        return tl::make_unexpected(known.error());
    if (!known->isEmpty())
        return {};
    const auto made = maintenance.exec(u"create database "_s + identifier(name) +
                                       u" template template0 encoding 'UTF8' locale 'C.UTF-8'"_s);
    if (!made && sqlState(made.error()) != u"42P04"_s) // somebody else was faster
        return tl::make_unexpected(made.error());
    return {};
}

Result<SchemaStatus> SchemaInstaller::installAt(const ConnectionOptions &owner)
{
    ConnectionOptions maintenance = owner;
    maintenance.profile.database = u"postgres"_s;
    auto outside = Connection::open(maintenance);
    if (!outside)
        return tl::make_unexpected(outside.error());
    if (const auto made = ensureDatabase(**outside, owner.profile.database); !made)
        return tl::make_unexpected(made.error());
    auto inside = Connection::open(owner);
    if (!inside)
        return tl::make_unexpected(inside.error());
    return SchemaInstaller(**inside).install();
}

Result<void> SchemaInstaller::checkLocale()
{
    const auto rows = m_owner.exec(u"select pg_encoding_to_char(encoding) as encoding, datcollate, datctype"
                                   " from pg_database where datname = current_database()"_s);
    if (!rows)
        return tl::make_unexpected(rows.error());
    const QString encoding = rows->value(0, u"encoding"_s).toString();
    const QString collate = rows->value(0, u"datcollate"_s).toString();
    const QString ctype = rows->value(0, u"datctype"_s).toString();
    const auto isUnicodeC = [](const QString &locale) {
        return locale.compare(u"C.UTF-8"_s, Qt::CaseInsensitive) == 0 ||
               locale.compare(u"C.utf8"_s, Qt::CaseInsensitive) == 0;
    };
    if (encoding == u"UTF8"_s && isUnicodeC(collate) && isUnicodeC(ctype))
        return {};
    return failure(ErrorClass::Data, u"schema.locale"_s,
                   {{u"encoding"_s, encoding}, {u"collate"_s, collate}, {u"ctype"_s, ctype}});
}

/// Number → name; empty where nothing is installed.
Result<QMap<int, QString>> SchemaInstaller::appliedSteps()
{
    const auto table = m_owner.exec(u"select to_regclass('app.schema_steps') is not null"_s);
    if (!table)
        return tl::make_unexpected(table.error());
    QMap<int, QString> applied;
    if (!table->value().toBool())
        return applied;
    const auto rows = m_owner.exec(u"select number, name from app.schema_steps"_s);
    if (!rows)
        return tl::make_unexpected(rows.error());
    for (const QVariantList &row : rows->rows)
        applied.insert(row.value(0).toInt(), row.value(1).toString());
    return applied;
}

Result<QJsonObject> SchemaInstaller::installedDigests()
{
    const auto table = m_owner.exec(u"select to_regclass('app.declarations') is not null"_s);
    if (!table)
        return tl::make_unexpected(table.error());
    if (!table->value().toBool())
        return QJsonObject();
    const auto rows = m_owner.exec(u"select content from app.declarations where name = ?"_s, {digestsName});
    if (!rows)
        return tl::make_unexpected(rows.error());
    return QJsonDocument::fromJson(rows->value().toString().toUtf8()).object();
}

QJsonObject SchemaInstaller::carriedDigests() const
{
    QJsonObject digests;
    for (const auto *list :
         {&m_files.roles, &m_files.steps, &m_files.declarations, &m_files.functions, &m_files.hardening}) {
        for (const SchemaFile &file : *list)
            digests.insert(file.name, digestOf(file));
    }
    return digests;
}

Result<void> SchemaInstaller::checkSteps(const QMap<int, QString> &applied, const QJsonObject &digests) const
{
    const int available = m_files.steps.isEmpty() ? 0 : m_files.steps.last().number;
    const int installed = applied.isEmpty() ? 0 : applied.lastKey();
    if (installed > available)
        return failure(ErrorClass::Data, u"schema.newer"_s,
                       {{u"installed"_s, installed}, {u"available"_s, available}});
    for (const SchemaFile &step : m_files.steps) {
        const QString then = digests.value(step.name).toString();
        if (applied.contains(step.number) && !then.isEmpty() && then != digestOf(step))
            return failure(ErrorClass::Data, u"schema.step_changed"_s, {{u"step"_s, step.name}});
    }
    return {};
}

Result<SchemaStatus> SchemaInstaller::status()
{
    const auto applied = appliedSteps();
    if (!applied)
        return tl::make_unexpected(applied.error());
    const auto digests = installedDigests();
    if (!digests)
        return tl::make_unexpected(digests.error());
    if (const auto checked = checkSteps(*applied, *digests); !checked)
        return tl::make_unexpected(checked.error());
    SchemaStatus status;
    status.installed = applied->isEmpty() ? 0 : applied->lastKey();
    status.available = m_files.steps.isEmpty() ? 0 : m_files.steps.last().number;
    for (const SchemaFile &step : m_files.steps) {
        if (!applied->contains(step.number))
            status.pending.append(step.name);
    }
    status.current = status.pending.isEmpty() && *digests == carriedDigests();
    return status;
}

Result<SchemaStatus> SchemaInstaller::install()
{
    if (const auto checked = checkLocale(); !checked)
        return tl::make_unexpected(checked.error());
    auto before = status();
    if (!before || before->current)
        return before;
    const auto run = [this]() -> Result<void> {
        for (const SchemaFile &file : m_files.roles) {
            if (auto done = applyFile(file, asSuperuser); !done)
                return done;
        }
        for (const SchemaFile &step : m_files.steps) {
            if (auto done = retrying([&] { return applyStep(step); }); !done)
                return done;
        }
        if (auto done = retrying([&] { return loadDeclarations(); }); !done)
            return done;
        // Twice: first so that functions may name one another whatever the order, then so that each body is
        // checked.
        for (const char *settings : {asOwnerUnchecked, asOwner}) {
            for (const SchemaFile &file : m_files.functions) {
                if (auto done = applyFile(file, settings); !done)
                    return done;
            }
        }
        for (const SchemaFile &file : m_files.hardening) {
            if (auto done = applyFile(file, asSuperuser); !done)
                return done;
        }
        return recordDigests();
    };
    if (const auto done = run(); !done)
        return tl::make_unexpected(done.error());
    return status();
}

/// Another session's lock is met with patience, never by waiting in the queue before everybody else.
Result<void> SchemaInstaller::retrying(const std::function<Result<void>()> &act)
{
    for (int attempt = 1;; ++attempt) {
        auto done = act();
        if (done || failureKind(done.error()) != FailureKind::Retryable || attempt == attempts)
            return done;
        std::this_thread::sleep_for(pause);
    }
}

Result<void> SchemaInstaller::applyStep(const SchemaFile &step)
{
    auto transaction = Transaction::begin(m_owner);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    const auto applied = appliedSteps();
    if (!applied)
        return tl::make_unexpected(applied.error());
    if (!applied->isEmpty()) {
        // Two installers at once: the second waits here and then finds the step done.
        if (auto locked = m_owner.script(
                "set local lock_timeout = '1s'; lock table app.schema_steps in share row exclusive mode");
            !locked)
            return locked;
        const auto now = appliedSteps();
        if (!now || now->contains(step.number))
            return now ? Result<void>() : tl::make_unexpected(now.error());
    }
    if (auto done = m_owner.script(asOwner); !done)
        return done;
    if (const auto done = m_owner.script(step.content); !done)
        return tl::make_unexpected(inFile(done.error(), step));
    if (auto done = m_owner.script("reset role"); !done)
        return done;
    const auto recorded = m_owner.exec(u"insert into app.schema_steps (number, name) values (?, ?)"_s,
                                       {step.number, QFileInfo(step.name).completeBaseName()});
    if (!recorded)
        return tl::make_unexpected(recorded.error());
    return transaction->commit();
}

Result<void> SchemaInstaller::applyFile(const SchemaFile &file, const QByteArray &settings)
{
    return retrying([&]() -> Result<void> {
        auto transaction = Transaction::begin(m_owner);
        if (!transaction)
            return tl::make_unexpected(transaction.error());
        if (auto done = m_owner.script(settings); !done)
            return done;
        if (const auto done = m_owner.script(file.content); !done)
            return tl::make_unexpected(inFile(done.error(), file));
        return transaction->commit();
    });
}

Result<void> SchemaInstaller::loadDeclarations()
{
    auto transaction = Transaction::begin(m_owner);
    if (!transaction)
        return tl::make_unexpected(transaction.error());
    for (const SchemaFile &file : m_files.declarations) {
        const auto stored =
            m_owner.exec(u"insert into app.declarations (name, content) values (?, ?::jsonb)"
                         " on conflict (name) do update set content = excluded.content"_s,
                         {QFileInfo(file.name).completeBaseName(), QString::fromUtf8(file.content)});
        if (!stored)
            return tl::make_unexpected(inFile(stored.error(), file));
    }
    return transaction->commit();
}

/// Last of all: what it says is complete.
Result<void> SchemaInstaller::recordDigests()
{
    const QString digests = QString::fromUtf8(QJsonDocument(carriedDigests()).toJson(QJsonDocument::Compact));
    const auto stored = m_owner.exec(u"insert into app.declarations (name, content) values (?, ?::jsonb)"
                                     " on conflict (name) do update set content = excluded.content"_s,
                                     {digestsName, digests});
    if (!stored)
        return tl::make_unexpected(stored.error());
    return {};
}

} // namespace tenantry::server
