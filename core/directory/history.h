// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/delta.h"
#include "core/directory/idmap.h"

#include <QHash>

#include <array>
#include <limits>
#include <memory>
#include <optional>
#include <vector>

namespace tenantry::directory {

/// A row as it was from one moment until the next. Of rows that history doesn't keep whole, the other columns
/// are empty.
struct Version
{
    Instant from;
    std::optional<Instant> to; ///< nothing: still so
    Row row;
};

/// Reads a line of api.history_page (resources/schema/README.md). Error: "row.malformed" as parseRow.
[[nodiscard]] Result<Version> parseVersion(QByteArrayView line);

/// How far a history reaches, of a tenant or of what somebody sees of theirs and of others.
struct HistoryMark
{
    TenantId tenant;
    Instant reachesBackTo;   ///< its first version
    Instant upTo;            ///< what came later isn't in it
    QString generation;      ///< of the installation that it was read from
    QString scopes;          ///< empty: all of the tenant; else the digest of those that bound what was read
    QList<TenantId> parts{}; ///< tenants of which it holds a part

    [[nodiscard]] bool isPart() const { return !scopes.isEmpty(); }
    /// Whether what is there of a tenant is as it was then.
    [[nodiscard]] bool covers(TenantId other) const
    {
        return isPart() ? parts.contains(other) : other == tenant;
    }
    friend bool operator==(const HistoryMark &, const HistoryMark &) = default;
};

/// The versions of a tenant's rows, of which only what resolution needs is kept (PRM-6). 64 bytes a version.
class History final
{
public:
    /// One version without what surrounds it. `ids` are numbers of idAt(); 0 stands for none.
    struct Packed
    {
        qint64 from = 0;
        qint64 to = open;
        qint64 expiresAt = never;
        qint64 at = 0; ///< granted at
        std::array<quint32, 5> ids{};
        quint32 text = 0; ///< of textAt(); 0: none
        quint32 earlier =
            0; ///< another version of the row that came before this one, counted from 1; 0: none
        RowKind kind = RowKind::Tenant;
        quint8 word = 0;  ///< role, status, state …
        quint8 kinds = 0; ///< of object and subject; flags

        [[nodiscard]] bool isOpen() const { return to == open; }
        [[nodiscard]] bool countsAt(qint64 moment) const { return from <= moment && moment < to; }
    };
    static constexpr qint64 open = std::numeric_limits<qint64>::max();
    static constexpr qint64 never = open;

    History() = default;
    explicit History(const HistoryMark &mark) : m_mark(mark) {}

    [[nodiscard]] const HistoryMark &mark() const { return m_mark; }
    void setMark(const HistoryMark &mark) { m_mark = mark; }

    /// In any order; a version that is there already (same row, same beginning) only gets its end.
    void add(const Version &version);

    [[nodiscard]] const std::vector<Packed> &versions() const { return m_versions; }
    [[nodiscard]] const QUuid &idAt(quint32 number) const { return m_ids[number]; }
    [[nodiscard]] QString textAt(quint32 number) const { return m_texts[number]; }
    /// The row that a version holds, as it came.
    [[nodiscard]] Row row(const Packed &version) const;
    [[nodiscard]] RowKey key(const Packed &version) const { return {version.kind, m_ids[version.ids[0]]}; }
    [[nodiscard]] qsizetype memoryUsed() const;

private:
    [[nodiscard]] quint32 idNumber(const QUuid &id);
    [[nodiscard]] quint32 textNumber(const QString &text);
    [[nodiscard]] Packed pack(const Row &row);

    HistoryMark m_mark;
    std::vector<Packed> m_versions;
    std::vector<QUuid> m_ids{QUuid()};
    std::vector<quint32> m_last; ///< by number of an ID: the version that came last, counted from 1
    std::vector<QString> m_texts{QString()};
    IdMap m_numbers;
    QHash<QString, quint32> m_textNumbers;
};

using HistoryPtr = std::shared_ptr<const History>;

} // namespace tenantry::directory
