// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/memoryreplica.h"

#include "core/server/connection.h"
#include "core/server/schemafiles.h"

#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;
using namespace tenantry::server;

namespace tenantry::test
{

namespace
{

// Scopes that hold a whole tenant come in pages; the others in one call with the changes.
bool comesInPages(int scopeKind)
{
    return scopeKind >= 3 && scopeKind <= 5;
}

QString keyText(int kind, const QString &id)
{
    return QString::number(kind) + u':' + id;
}

QString describeEntry(const Entry &entry)
{
    return u"scope %1 %2, kind %3 %4"_s.arg(entry.scopeKind).arg(entry.scopeId).arg(entry.kind).arg(entry.id);
}

} // namespace

QList<QByteArray> splitPage(QByteArrayView page)
{
    QList<QByteArray> rows;
    qsizetype start = 0;
    bool quoted = false;
    for (qsizetype i = 0; i < page.size(); ++i) {
        if (page[i] == '"') {
            quoted = !quoted; // a quote inside a field is doubled
        } else if (page[i] == '\n' && !quoted) {
            rows.append(page.sliced(start, i - start).toByteArray());
            start = i + 1;
        }
    }
    rows.append(page.sliced(start).toByteArray());
    return rows;
}

QStringList MemoryReplica::scopes() const
{
    QStringList list(m_known.cbegin(), m_known.cend());
    list.sort();
    return list;
}

bool MemoryReplica::holds(int kind, const QString &id) const
{
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        if (it.key().kind == kind && it.key().id == id)
            return true;
    }
    return false;
}

QString MemoryReplica::differenceTo(const MemoryReplica &other) const
{
    QStringList lines;
    for (auto it = m_rows.cbegin(); it != m_rows.cend(); ++it) {
        const auto there = other.m_rows.constFind(it.key());
        if (there == other.m_rows.cend())
            lines.append(u"only here: "_s + describeEntry(it.key()));
        else if (*there != *it)
            lines.append(u"differs: "_s + describeEntry(it.key()) + u"\n  "_s + QString::fromUtf8(*it) + u"\n  "_s + QString::fromUtf8(*there));
    }
    for (auto it = other.m_rows.cbegin(); it != other.m_rows.cend(); ++it) {
        if (!m_rows.contains(it.key()))
            lines.append(u"only there: "_s + describeEntry(it.key()));
    }
    if (m_known != other.m_known)
        lines.append(u"scopes differ:\n  "_s + scopes().join(u' ') + u"\n  "_s + other.scopes().join(u' '));
    return lines.mid(0, 10).join(u'\n');
}

Result<void> MemoryReplica::readKinds()
{
    const auto files = SchemaFiles::embedded();
    for (const SchemaFile &file : files.declarations) {
        if (file.name != u"synced.json"_s)
            continue;
        const QJsonArray kinds = QJsonDocument::fromJson(file.content).object().value(u"kinds"_s).toArray();
        for (const QJsonValue &kind : kinds) {
            const QJsonArray scopes = kind.toObject().value(u"scopes"_s).toArray();
            for (const QJsonValue &scope : scopes)
                m_kindsOfScope[scope.toInt()].append(kind.toObject().value(u"number"_s).toInt());
        }
    }
    if (m_kindsOfScope.isEmpty())
        return failure(ErrorClass::System, u"test.no_declaration"_s);
    return {};
}

Result<void> MemoryReplica::beginPull()
{
    if (m_kindsOfScope.isEmpty()) {
        if (auto read = readKinds(); !read)
            return read;
    }
    if (auto begun = m_person.exec(u"begin isolation level repeatable read read only"_s); !begun)
        return tl::unexpected(begun.error());
    const QVariant cursor = m_cursor.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(m_cursor);
    const auto answer = m_person.exec(u"select api.pull_begin(?, ?)"_s, {cursor, m_digest});
    if (!answer) {
        (void)m_person.exec(u"rollback"_s);
        return tl::unexpected(answer.error());
    }
    m_answer = QJsonDocument::fromJson(answer->value().toString().toUtf8()).object();
    return {};
}

// Drops what the actor no longer holds. The scopes to ask for now; true: all of it.
QMap<MemoryReplica::ScopeKey, bool> MemoryReplica::takeScopes(Pull &pull)
{
    pull.full = m_answer.value(u"full"_s).toBool();
    if (pull.full) {
        m_rows.clear();
        m_known.clear();
    }
    QMap<ScopeKey, bool> wanted;
    if (m_answer.value(u"scopes"_s).isNull()) {
        for (const QString &key : std::as_const(m_known))
            wanted.insert({key.section(u':', 0, 0).toInt(), key.section(u':', 1)}, false);
        return wanted;
    }
    const QSet<QString> before = m_known;
    m_known.clear();
    const QJsonArray scopes = m_answer.value(u"scopes"_s).toArray();
    for (const QJsonValue &value : scopes) {
        const ScopeKey scope{value.toObject().value(u"k"_s).toInt(), value.toObject().value(u"id"_s).toString()};
        m_known.insert(keyText(scope.kind, scope.id));
        const bool isNew = !before.contains(keyText(scope.kind, scope.id));
        wanted.insert(scope, isNew);
        pull.newScopes += isNew;
    }
    pull.lostScopes = int((before - m_known).size());
    m_rows.removeIf([this](auto it) { return !m_known.contains(keyText(it.key().scopeKind, it.key().scopeId)); });
    return wanted;
}

Result<void> MemoryReplica::pullPages(const ScopeKey &scope, Pull &pull)
{
    for (const int kind : m_kindsOfScope.value(scope.kind)) {
        const auto got = m_person.stream(u"select api.pull_scope(?::smallint, ?::smallint, ?::uuid)"_s, {kind, scope.kind, scope.id}, [&](const QSqlQuery &row) {
            const QList<QByteArray> rows = splitPage(row.value(0).toString().toUtf8());
            for (const QByteArray &text : rows)
                m_rows.insert({scope.kind, scope.id, kind, QString::fromUtf8(text.mid(1, 36))}, text);
            pull.newRows += rows.size();
            return true;
        });
        if (!got)
            return tl::unexpected(got.error());
    }
    return {};
}

Result<void> MemoryReplica::pullChanges(const QMap<ScopeKey, bool> &wanted, Pull &pull)
{
    QJsonArray list;
    for (auto it = wanted.cbegin(); it != wanted.cend(); ++it) {
        QJsonObject scope{{u"k"_s, it.key().kind}, {u"id"_s, it.key().id}};
        if (*it)
            scope.insert(u"new"_s, true);
        list.append(scope);
    }
    const QVariant cursor = m_cursor.isEmpty() ? QVariant(QMetaType(QMetaType::QString)) : QVariant(m_cursor);
    const auto got = m_person.stream(
        u"select (r).* from (select api.pull_changes(?, ?::jsonb) as r) as x"_s, {cursor, QString::fromUtf8(QJsonDocument(list).toJson(QJsonDocument::Compact))}, [&](const QSqlQuery &row) {
            const Entry entry{row.value(0).toInt(), row.value(1).toString(), row.value(2).toInt(), row.value(3).toString()};
            const QByteArray text = row.value(5).toString().toUtf8();
            if (wanted.value({entry.scopeKind, entry.scopeId})) {
                ++pull.newRows;
            } else {
                ++pull.changedRows;
                const bool gone = row.value(4).toBool();
                const auto here = m_rows.constFind(entry);
                if (!gone && here != m_rows.cend() && *here == text)
                    pull.repeated.append(describeEntry(entry));
            }
            if (row.value(4).toBool())
                m_rows.remove(entry);
            else
                m_rows.insert(entry, text);
            return true;
        });
    if (!got)
        return tl::unexpected(got.error());
    return {};
}

Result<MemoryReplica::Pull> MemoryReplica::finishPull()
{
    Pull pull;
    QMap<ScopeKey, bool> wanted = takeScopes(pull);
    if (pull.full)
        m_cursor.clear();
    for (auto it = wanted.begin(); it != wanted.end();) {
        if (!*it || !comesInPages(it.key().kind)) {
            ++it;
            continue;
        }
        if (auto pulled = pullPages(it.key(), pull); !pulled)
            return tl::unexpected(pulled.error());
        it = wanted.erase(it);
    }
    if (auto pulled = pullChanges(wanted, pull); !pulled)
        return tl::unexpected(pulled.error());
    if (auto committed = m_person.exec(u"commit"_s); !committed)
        return tl::unexpected(committed.error());
    m_cursor = m_answer.value(u"cursor"_s).toString();
    m_digest = m_answer.value(u"digest"_s).toString();
    return pull;
}

Result<MemoryReplica::Pull> MemoryReplica::pull()
{
    if (auto begun = beginPull(); !begun)
        return tl::unexpected(begun.error());
    auto pulled = finishPull();
    if (!pulled)
        (void)m_person.exec(u"rollback"_s);
    return pulled;
}

} // namespace tenantry::test
