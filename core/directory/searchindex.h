// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/snapshot.h"

#include <QFlags>
#include <QList>

#include <memory>
#include <stop_token>
#include <vector>

namespace tenantry::directory
{

class SearchIndex;
using SearchIndexPtr = std::shared_ptr<const SearchIndex>;

enum class SearchKind : quint8 { User = 1, Organization = 2, RoleGroup = 4, Space = 8 };
Q_DECLARE_FLAGS(SearchKinds, SearchKind)
Q_DECLARE_OPERATORS_FOR_FLAGS(SearchKinds)

struct SearchOptions {
    SearchKinds kinds = SearchKinds(SearchKind::User) | SearchKind::Organization | SearchKind::RoleGroup | SearchKind::Space;
    qsizetype limit = 200; ///< best hits first; hits behind the limit are counted no further
};

struct SearchHit {
    SearchKind kind = SearchKind::User;
    quint32 index = 0; ///< in the snapshot of the index: a UserIndex, OrganizationIndex, …

    [[nodiscard]] UserIndex user() const { return kind == SearchKind::User ? UserIndex(index) : UserIndex(); }
    [[nodiscard]] OrganizationIndex organization() const
    {
        return kind == SearchKind::Organization ? OrganizationIndex(index) : OrganizationIndex();
    }
    [[nodiscard]] RoleGroupIndex roleGroup() const { return kind == SearchKind::RoleGroup ? RoleGroupIndex(index) : RoleGroupIndex(); }
    [[nodiscard]] SpaceIndex space() const { return kind == SearchKind::Space ? SpaceIndex(index) : SpaceIndex(); }
    friend bool operator==(const SearchHit &, const SearchHit &) = default;
};

struct SearchResult {
    std::vector<SearchHit> hits; ///< name begins with it, name has it, pinyin, initials, other fields; then by index
    bool more = false;           ///< there are hits beyond the limit
    bool cancelled = false;      ///< stopped early: the hits are worth nothing
};

/// Finds people (name, e-mail, phone, MIS), organizations (name, code), role groups and spaces (name) of one snapshot by
/// any part of them, Chinese names by pinyin and initials too (MEM-2). Immutable; made and asked on any thread, best
/// not the UI's: making takes about a second for a million people.
class SearchIndex final
{
public:
    ~SearchIndex();
    Q_DISABLE_COPY_MOVE(SearchIndex)

    /// Null when stopped.
    [[nodiscard]] static SearchIndexPtr make(SnapshotPtr snapshot, std::stop_token stop = {});
    /// The index of a later snapshot: cheap where that came from this one's by deltas.
    [[nodiscard]] SearchIndexPtr next(SnapshotPtr snapshot, std::stop_token stop = {}) const;

    [[nodiscard]] const SnapshotPtr &snapshot() const { return m_snapshot; }

    /// Upper and lower case are the same; blanks separate words, all of which must be found. A query without any finds nothing.
    [[nodiscard]] SearchResult find(const QString &query, const SearchOptions &options = {}, std::stop_token stop = {}) const;

private:
    struct Part;
    explicit SearchIndex(SnapshotPtr snapshot);

    SnapshotPtr m_snapshot;
    std::vector<std::shared_ptr<const Part>> m_parts; ///< one for each kind
};

struct MatchRange {
    qsizetype start = 0;
    qsizetype length = 0; ///< UTF-16 units
    friend bool operator==(const MatchRange &, const MatchRange &) = default;
};

/// Which parts of a shown text the words of a query are found in, in the sense of SearchIndex, pinyin included: for
/// highlighting. A word that isn't found in this text (but perhaps in another field) adds nothing.
[[nodiscard]] QList<MatchRange> matchRanges(const QString &text, const QString &query);

/// Whether every word of a query is found in the text: for lists that are too small for an index. True for a query
/// without words.
[[nodiscard]] bool matches(const QString &text, const QString &query);

} // namespace tenantry::directory
