// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/replica/queue.h"

#include <QFile>
#include <QJsonDocument>
#include <QtEndian>

namespace tenantry {

using namespace Qt::StringLiterals;

namespace {

const QString headMark = u"head"_s;

// Step N brings a file from version N to N + 1 (pragma user_version). Released steps are never edited.
const QList<QStringList> &steps()
{
    static const QList<QStringList> all{
        {u"create table meta(key text primary key, value blob not null) without rowid"_s,
         u"create table openings(number integer primary key, salt blob not null)"_s,
         u"create table commands(position integer primary key, id blob not null unique, sealed blob not null)"_s,
         u"create table marks(name text primary key, sealed blob not null) without rowid"_s},
    };
    return all;
}

QByteArray compact(const QJsonObject &json)
{
    return QJsonDocument(json).toJson(QJsonDocument::Compact);
}

QString pathIn(const QString &folder)
{
    return folder + u'/' + Queue::fileName();
}

} // namespace

QString Queue::fileName()
{
    return u"queue.sqlite"_s;
}

bool Queue::exists(const QString &folder)
{
    return QFile::exists(pathIn(folder));
}

Result<std::unique_ptr<Queue>> Queue::open(const QString &folder, SecretBytes key, AccessGate gate)
{
    auto file = SqliteFile::open(pathIn(folder), Durability::Full, std::move(gate));
    if (!file)
        return tl::unexpected(file.error());
    std::unique_ptr<Queue> queue(new Queue);
    queue->m_file = std::move(*file);
    return queue->prepareFile()
        .and_then(
            [&] { return FileSeals::create(*queue->m_file, std::move(key), "queue", u"queue.damaged"_s); })
        .map([&](std::unique_ptr<FileSeals> seals) { queue->m_seals = std::move(seals); })
        .and_then([&] { return queue->load(); })
        .and_then([&] { return queue->requeueSending(); })
        .map([&] { return std::move(queue); });
}

Result<void> Queue::prepareFile()
{
    const auto version = m_file->value(u"pragma user_version"_s);
    if (!version)
        return tl::unexpected(version.error());
    if (version->toInt() > steps().size())
        return failure(ErrorClass::Data, u"queue.newer"_s, {{u"version"_s, version->toInt()}});
    for (int step = version->toInt(); step < steps().size(); ++step) {
        auto done = m_file->begin();
        for (qsizetype i = 0; done && i < steps()[step].size(); ++i)
            done = m_file->run(steps()[step][i]);
        if (done && step == 0)
            done = m_file->run(u"insert into meta values ('queue', ?)"_s, {QUuid::createUuid().toRfc4122()});
        if (done)
            done = m_file->run(u"pragma user_version = %1"_s.arg(step + 1));
        if (done)
            done = m_file->commit();
        if (!done) {
            m_file->rollback();
            return done;
        }
    }
    return m_file->value(u"select value from meta where key = 'queue'"_s).map([&](const QVariant &id) {
        m_id = QUuid::fromRfc4122(id.toByteArray());
    });
}

QByteArray Queue::context(char what, QByteArrayView key) const
{
    QByteArray context = m_id.toRfc4122();
    context.append(what);
    context.append(key);
    return context;
}

QByteArray Queue::contextOf(qint64 position, const CommandId &id) const
{
    return context('c', QByteArray::number(position) + ':' + id.uuid().toRfc4122());
}

// --- Reading -----------------------------------------------------------------------------------------------

Result<void> Queue::load()
{
    int damaged = 0;
    return loadMarks().and_then([&] { return loadCommands(damaged); }).map([&] { checkHead(damaged); });
}

Result<void> Queue::loadMarks()
{
    return m_file->forEach(
        u"select name, sealed from marks"_s, {}, [&](const QSqlQuery &row) -> Result<void> {
            const QString name = row.value(0).toString();
            // Where the head doesn't open, nothing will: another key, or another person's file.
            const auto plain = m_seals->open(row.value(1).toByteArray(), context('m', name.toUtf8()));
            if (!plain && name == headMark)
                return failure(ErrorClass::Data, u"queue.damaged"_s);
            if (plain)
                m_marks.insert(name, QJsonDocument::fromJson(*plain).object());
            return {};
        });
}

Result<void> Queue::loadCommands(int &damaged)
{
    const QString select = u"select position, id, sealed from commands order by position"_s;
    return m_file->forEach(select, {}, [&](const QSqlQuery &row) -> Result<void> {
        const qint64 position = row.value(0).toLongLong();
        const CommandId id(QUuid::fromRfc4122(row.value(1).toByteArray()));
        const QByteArray sealed = row.value(2).toByteArray();
        const QByteArray place = contextOf(position, id);
        const QByteArray digest = m_seals->digestOf(place, sealed);
        m_sum.add(digest);
        m_lastPosition = std::max(m_lastPosition, position);
        auto command = m_seals->open(sealed, place).and_then([](const QByteArray &plain) {
            return queuedCommandFromJson(plain);
        });
        if (!command) {
            ++damaged;
            return {};
        }
        m_places.insert(id, {position, digest});
        m_commands.append(std::move(*command));
        return {};
    });
}

void Queue::checkHead(int damaged)
{
    const QJsonObject head = m_marks.value(headMark);
    m_serial = head[u"serial"_s].toInteger();
    m_lastPosition = std::max(m_lastPosition, head[u"last_position"_s].toInteger());
    if (damaged > 0)
        m_warnings.append(Error{ErrorClass::Data, u"queue.damaged"_s, {}, {{u"count"_s, damaged}}});
    const QByteArray stated = QByteArray::fromHex(head[u"sum"_s].toString().toLatin1());
    if (damaged == 0 && stated != m_sum.toBytes() && !(head.isEmpty() && m_commands.isEmpty()))
        m_warnings.append(Error{ErrorClass::Data, u"queue.incomplete"_s, {}, {}});
}

Result<void> Queue::requeueSending()
{
    QList<QueuedCommand> again;
    for (QueuedCommand command : std::as_const(m_commands)) {
        if (command.state == CommandState::Sending) {
            command.state = CommandState::Queued;
            again.append(command);
        }
    }
    return again.isEmpty() ? Result<void>() : update(again);
}

qsizetype Queue::indexOf(CommandId id) const
{
    for (qsizetype i = 0; i < m_commands.size(); ++i) {
        if (m_commands[i].id() == id)
            return i;
    }
    return -1;
}

const QueuedCommand *Queue::find(CommandId id) const
{
    const qsizetype i = m_places.contains(id) ? indexOf(id) : -1;
    return i < 0 ? nullptr : &m_commands[i];
}

// --- Writing -----------------------------------------------------------------------------------------------

// One transaction; what is in memory follows only once it is on disk.
Result<void> Queue::change(const std::function<Result<void>()> &write)
{
    const auto sum = m_sum;
    const auto places = m_places;
    const auto marks = m_marks;
    const auto lastPosition = m_lastPosition;
    const Result<void> done = m_file->begin()
                                  .and_then([&] { return m_seals->keepOpening(*m_file); })
                                  .and_then(write)
                                  .and_then([&] { return writeHead(); })
                                  .and_then([&] { return m_file->commit(); });
    if (done) {
        m_seals->committed();
        ++m_serial;
        return done;
    }
    m_file->rollback();
    m_seals->rolledBack();
    m_sum = sum;
    m_places = places;
    m_marks = marks;
    m_lastPosition = lastPosition;
    return done;
}

Result<void> Queue::write(const QueuedCommand &command, qint64 position)
{
    const QByteArray place = contextOf(position, command.id());
    const auto sealed = m_seals->seal(toJson(command), place);
    if (!sealed)
        return tl::unexpected(sealed.error());
    const QString sql = u"insert or replace into commands values (?, ?, ?)"_s;
    return m_file->run(sql, {position, command.id().uuid().toRfc4122(), *sealed}).map([&] {
        Place &known = m_places[command.id()];
        if (!known.digest.isEmpty())
            m_sum.subtract(known.digest);
        known = {position, m_seals->digestOf(place, *sealed)};
        m_sum.add(known.digest);
        m_lastPosition = std::max(m_lastPosition, position);
    });
}

Result<void> Queue::writeMark(const QString &name, const QJsonObject &value)
{
    const auto sealed = m_seals->seal(compact(value), context('m', name.toUtf8()));
    if (!sealed)
        return tl::unexpected(sealed.error());
    return m_file->run(u"insert or replace into marks values (?, ?)"_s, {name, *sealed}).map([&] {
        m_marks.insert(name, value);
    });
}

Result<void> Queue::writeHead()
{
    return writeMark(headMark, {{u"serial"_s, m_serial + 1},
                                {u"last_position"_s, m_lastPosition},
                                {u"sum"_s, QString::fromLatin1(m_sum.toBytes().toHex())}});
}

Result<void> Queue::add(const QueuedCommand &command)
{
    if (m_places.contains(command.id()))
        return failure(ErrorClass::System, u"queue.duplicate"_s);
    return change([&] { return write(command, m_lastPosition + 1); }).map([&] {
        m_commands.append(command);
    });
}

Result<void> Queue::update(const QList<QueuedCommand> &commands)
{
    const auto writeAll = [&] {
        Result<void> done;
        for (qsizetype i = 0; done && i < commands.size(); ++i)
            done = write(commands[i], m_places.value(commands[i].id()).position);
        return done;
    };
    return change(writeAll).map([&] {
        for (const QueuedCommand &command : commands)
            m_commands[indexOf(command.id())] = command;
    });
}

Result<void> Queue::replace(const QueuedCommand &old, const QueuedCommand &next)
{
    if (m_places.contains(next.id()))
        return failure(ErrorClass::System, u"queue.duplicate"_s);
    const auto both = [&] {
        return write(old, m_places.value(old.id()).position).and_then([&] {
            return write(next, m_lastPosition + 1);
        });
    };
    return change(both).map([&] {
        m_commands[indexOf(old.id())] = old;
        m_commands.append(next);
    });
}

Result<void> Queue::purge(Instant before)
{
    QList<CommandId> old;
    for (const QueuedCommand &command : std::as_const(m_commands)) {
        if (!command.isOpen() && command.answeredAt.value_or(command.decidedAt) < before)
            old.append(command.id());
    }
    if (old.isEmpty())
        return {};
    const auto removeAll = [&] {
        Result<void> done;
        for (qsizetype i = 0; done && i < old.size(); ++i) {
            done = m_file->run(u"delete from commands where id = ?"_s, {old[i].uuid().toRfc4122()});
            if (done)
                m_sum.subtract(m_places.take(old[i]).digest);
        }
        return done;
    };
    return change(removeAll).map([&] {
        m_commands.removeIf([&](const QueuedCommand &command) { return old.contains(command.id()); });
    });
}

Result<void> Queue::setMark(const QString &name, const QJsonObject &value)
{
    return change([&] { return writeMark(name, value); });
}

} // namespace tenantry
