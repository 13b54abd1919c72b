// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/historyfile.h"

#include <QDir>
#include <QJsonDocument>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

const QString pagesKey = u"pages"_s;
constexpr qint64 markNumber = 0; // pages count from 1

QString nameOf(const QString &tenant)
{
    return u"history-%1.sqlite"_s.arg(tenant);
}

QString pathOf(const QString &folder, const QUuid &tenant)
{
    return folder + u'/' + nameOf(tenant.toString(QUuid::WithoutBraces));
}

auto damaged()
{
    return failure(ErrorClass::Data, u"history.damaged"_s);
}

} // namespace

Result<std::unique_ptr<HistoryFile>> HistoryFile::open(const QString &folder, const QUuid &tenant,
                                                       SecretBytes dataKey, AccessGate gate)
{
    auto file = SqliteFile::open(pathOf(folder, tenant), Durability::Crash, std::move(gate));
    if (!file)
        return tl::unexpected(file.error());
    std::unique_ptr<HistoryFile> history(new HistoryFile(std::move(*file), tenant));
    return history->prepare(std::move(dataKey)).and_then([&] { return history->loadMark(); }).map([&] {
        return std::move(history);
    });
}

bool HistoryFile::remove(const QString &folder, const QUuid &tenant)
{
    return SqliteFile::remove(pathOf(folder, tenant));
}

bool HistoryFile::removeAll(const QString &folder)
{
    bool removed = true;
    for (const QString &name : QDir(folder).entryList({nameOf(u"*"_s)}, QDir::Files))
        removed = SqliteFile::remove(folder + u'/' + name) && removed;
    return removed;
}

Result<void> HistoryFile::prepare(SecretBytes dataKey)
{
    for (const QString &sql :
         {u"create table if not exists openings(number integer primary key, salt blob not null)"_s,
          u"create table if not exists pages(number integer primary key, sealed blob not null)"_s})
        if (const auto made = m_file->run(sql); !made)
            return made;
    return FileSeals::create(*m_file, std::move(dataKey), "history", u"history.damaged"_s)
        .map([&](std::unique_ptr<FileSeals> seals) { m_seals = std::move(seals); });
}

QByteArray HistoryFile::place(qint64 number) const
{
    return "history" + m_tenant.toRfc4122() + QByteArray::number(number);
}

Result<void> HistoryFile::loadMark()
{
    const auto sealed = m_file->value(u"select sealed from pages where number = ?"_s, {markNumber});
    if (!sealed)
        return tl::unexpected(sealed.error());
    if (!sealed->isValid())
        return {};
    const auto plain = m_seals->open(sealed->toByteArray(), place(markNumber));
    if (!plain)
        return damaged();
    m_mark = QJsonDocument::fromJson(*plain).object();
    m_pages = m_mark[pagesKey].toInteger();
    return {};
}

Result<void> HistoryFile::forEachPage(const std::function<Result<void>(QByteArrayView)> &page)
{
    qint64 expected = 1;
    const auto read = m_file->forEach(u"select number, sealed from pages where number > ? order by number"_s,
                                      {markNumber}, [&](const QSqlQuery &row) -> Result<void> {
                                          if (row.value(0).toLongLong() != expected)
                                              return damaged();
                                          const auto plain =
                                              m_seals->open(row.value(1).toByteArray(), place(expected));
                                          ++expected;
                                          return plain ? page(*plain) : damaged();
                                      });
    if (read && expected != m_pages + 1)
        return damaged();
    return read;
}

Result<void> HistoryFile::begin(bool afresh)
{
    return m_file->begin()
        .and_then([&] { return m_seals->keepOpening(*m_file); })
        .and_then([&] { return afresh ? m_file->run(u"delete from pages"_s) : Result<void>(); })
        .map([&] { m_pages = afresh ? 0 : m_pages; });
}

Result<void> HistoryFile::append(QByteArrayView page)
{
    return m_seals->seal(page, place(++m_pages)).and_then([&](const QByteArray &sealed) {
        return m_file->run(u"insert into pages values (?, ?)"_s, {m_pages, sealed});
    });
}

Result<void> HistoryFile::commit(const QJsonObject &mark)
{
    QJsonObject whole = mark;
    whole.insert(pagesKey, m_pages);
    return m_seals->seal(QJsonDocument(whole).toJson(QJsonDocument::Compact), place(markNumber))
        .and_then([&](const QByteArray &sealed) {
            return m_file->run(u"insert or replace into pages values (?, ?)"_s, {markNumber, sealed});
        })
        .and_then([&] { return m_file->commit(); })
        .map([&] {
            m_seals->committed();
            m_mark = whole;
        });
}

void HistoryFile::rollback()
{
    m_file->rollback();
    m_seals->rolledBack();
    m_pages = m_mark[pagesKey].toInteger();
}

} // namespace tenantry
