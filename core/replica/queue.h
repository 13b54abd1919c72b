// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/replica/fileseals.h"
#include "core/replica/queuedcommand.h"
#include "core/replica/setdigest.h"

#include <QHash>

#include <memory>

namespace tenantry {

/// The commands of one person at one installation, sealed in a file of their own, in the order of their
/// making. What it says is on disk (synchronous=FULL) when a function returns. It can't be had again from
/// anywhere, so it is migrated, never rebuilt, and never removed but by its owner. Belongs to one thread.
///
/// Beside the commands it keeps a few sealed marks (what this machine must remember across replicas).
class Queue final
{
public:
    [[nodiscard]] static QString fileName(); ///< within the folder
    [[nodiscard]] static bool exists(const QString &folder);

    /// Opens it, or makes it. "queue.newer" (Data) for a file of a later version; "queue.damaged" (Data)
    /// where it is no queue of this key at all; the store's. A command that was being sent is queued again.
    [[nodiscard]] static Result<std::unique_ptr<Queue>> open(const QString &folder, SecretBytes key,
                                                             AccessGate gate = {});

    /// What was found at opening though it could be opened: "queue.damaged" (parameter "count": commands that
    /// no longer open; they stay in the file), "queue.incomplete" (some are missing or from an older copy).
    [[nodiscard]] const QList<Error> &warnings() const { return m_warnings; }

    /// Goes up with each change.
    [[nodiscard]] qint64 serial() const { return m_serial; }

    [[nodiscard]] const QList<QueuedCommand> &commands() const { return m_commands; }
    [[nodiscard]] const QueuedCommand *find(CommandId id) const;

    /// "queue.duplicate" (System) if the ID is known.
    [[nodiscard]] Result<void> add(const QueuedCommand &command);
    /// Each of them is known.
    [[nodiscard]] Result<void> update(const QList<QueuedCommand> &commands);
    /// Updates one and adds the one that takes its place, both or neither.
    [[nodiscard]] Result<void> replace(const QueuedCommand &old, const QueuedCommand &next);
    /// Forgets commands that were done or discarded before that.
    [[nodiscard]] Result<void> purge(Instant before);

    /// Empty where there is no such mark.
    [[nodiscard]] QJsonObject mark(const QString &name) const { return m_marks.value(name); }
    [[nodiscard]] Result<void> setMark(const QString &name, const QJsonObject &value);

private:
    struct Place
    {
        qint64 position = 0;
        QByteArray digest;
    };

    Queue() = default;
    [[nodiscard]] Result<void> prepareFile();
    [[nodiscard]] Result<void> load();
    [[nodiscard]] Result<void> loadMarks();
    [[nodiscard]] Result<void> loadCommands(int &damaged);
    void checkHead(int damaged);
    [[nodiscard]] Result<void> requeueSending();
    [[nodiscard]] Result<void> change(const std::function<Result<void>()> &write);
    [[nodiscard]] Result<void> write(const QueuedCommand &command, qint64 position);
    [[nodiscard]] Result<void> writeMark(const QString &name, const QJsonObject &value);
    [[nodiscard]] Result<void> writeHead();
    [[nodiscard]] QByteArray context(char what, QByteArrayView key) const;
    [[nodiscard]] QByteArray contextOf(qint64 position, const CommandId &id) const;
    [[nodiscard]] qsizetype indexOf(CommandId id) const;

    QUuid m_id;
    std::unique_ptr<SqliteFile> m_file;
    std::unique_ptr<FileSeals> m_seals;
    qint64 m_serial = 0;
    SetDigest m_sum;
    QList<QueuedCommand> m_commands;
    QHash<CommandId, Place> m_places;
    qint64 m_lastPosition = 0;
    QHash<QString, QJsonObject> m_marks;
    QList<Error> m_warnings;
};

} // namespace tenantry
