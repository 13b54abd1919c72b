// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/searchindex.h"

#include "core/directory/pinyin.h"
#include "core/directory/tables.h"
#include "core/directory/textsearch.h"
#include "core/domain/normalise.h"

#include <string>

namespace tenantry::directory
{

namespace
{

constexpr char fieldBegin = '\x1f'; ///< before each field; no query has it
constexpr size_t overlayLimit = 5'000;
constexpr size_t stopEvery = size_t(4) << 20; ///< bytes searched between looks at the stop token

/// One text of all records one behind the other.
struct Column {
    std::string text;
    std::vector<quint32> begins; ///< of each record

    void beginRecord() { begins.push_back(quint32(text.size())); }
    void add(QByteArrayView field)
    {
        if (field.isEmpty())
            return;
        text += fieldBegin;
        text.append(field.data(), size_t(field.size()));
    }
    [[nodiscard]] std::string_view record(size_t i) const
    {
        const size_t end = i + 1 < begins.size() ? begins[i + 1] : text.size();
        return std::string_view(text).substr(begins[i], end - begins[i]);
    }
};

/// Searched texts of some rows of a kind, in the order of their indices.
struct Records {
    std::vector<quint32> indices;
    Column names;  ///< the name, its spellings, its initials
    Column others; ///< e-mail, phone …

    [[nodiscard]] bool has(size_t record, std::string_view word) const
    {
        return names.record(record).find(word) != std::string_view::npos || others.record(record).find(word) != std::string_view::npos;
    }
};

QByteArray folded(QByteArrayView utf8)
{
    // Most are plain: ASCII needs no Unicode tables.
    if (std::ranges::all_of(utf8, [](char c) { return c >= 0; }))
        return utf8.toByteArray().toLower();
    return normalise(QString::fromUtf8(utf8)).toUtf8();
}

// "+86 138 0000 1234" is found by "13800001234" too.
QByteArray digitsOf(QByteArrayView phone)
{
    QByteArray digits;
    std::ranges::copy_if(phone, std::back_inserter(digits), [](char c) { return c >= '0' && c <= '9'; });
    return digits;
}

class RecordMaker final
{
public:
    RecordMaker(const Tables &tables, SearchKind kind) : m_tables(tables), m_kind(kind) {}

    [[nodiscard]] bool isKnown(quint32 index) const
    {
        switch (m_kind) {
        case SearchKind::User:
            return m_tables.users.cells[index].known;
        case SearchKind::Organization:
            return m_tables.organizations.cells[index].known;
        case SearchKind::RoleGroup:
            return m_tables.roleGroups.cells[index].known;
        case SearchKind::Space:
            break;
        }
        return m_tables.spaces.cells[index].known;
    }
    [[nodiscard]] quint32 slots() const
    {
        switch (m_kind) {
        case SearchKind::User:
            return m_tables.users.cells.size();
        case SearchKind::Organization:
            return m_tables.organizations.cells.size();
        case SearchKind::RoleGroup:
            return m_tables.roleGroups.cells.size();
        case SearchKind::Space:
            break;
        }
        return m_tables.spaces.cells.size();
    }
    void add(Records &records, quint32 index)
    {
        records.indices.push_back(index);
        records.names.beginRecord();
        records.others.beginRecord();
        addName(records.names, m_tables.utf8(nameColumn(), index));
        if (m_kind == SearchKind::User) {
            for (const Text column : {Text::Email, Text::Phone, Text::Mis})
                records.others.add(folded(m_tables.utf8(column, index)));
            records.others.add(digitsOf(m_tables.utf8(Text::Phone, index)));
        }
        if (m_kind == SearchKind::Organization)
            records.others.add(folded(m_tables.utf8(Text::OrganizationCode, index)));
    }

private:
    [[nodiscard]] Text nameColumn() const
    {
        return m_kind == SearchKind::User           ? Text::UserName
               : m_kind == SearchKind::Organization ? Text::OrganizationName
               : m_kind == SearchKind::RoleGroup    ? Text::RoleGroupName
                                                    : Text::SpaceName;
    }
    void addName(Column &column, QByteArrayView utf8)
    {
        if (std::ranges::all_of(utf8, [](char c) { return c >= 0; })) {
            column.add(utf8.toByteArray().toLower());
            return;
        }
        const QString name = normalise(QString::fromUtf8(utf8));
        column.add(name.toUtf8());
        Pinyin::table().spell(name, m_spellings, m_initials);
        for (const auto *list : {&m_spellings, &m_initials})
            for (const QByteArray &spelling : *list)
                column.add(spelling);
    }

    const Tables &m_tables;
    SearchKind m_kind;
    std::vector<QByteArray> m_spellings;
    std::vector<QByteArray> m_initials;
};

/// Calls `found(record)` for each record that has `needle`, in order, while that says true. False when stopped.
template <class Found>
bool eachRecord(const Column &column, std::string_view needle, const std::stop_token &stop, const Found &found)
{
    const std::string_view text = column.text;
    size_t at = 0;
    size_t record = 0;
    while (at < text.size()) {
        if (stop.stop_requested())
            return false;
        const size_t window = std::min(text.size(), at + stopEvery + needle.size());
        const size_t hit = findText(text.substr(0, window), needle, at);
        if (hit == std::string_view::npos) {
            at = window == text.size() ? window : window - needle.size() + 1;
            continue;
        }
        // Galloping: hits lie close together or far apart.
        size_t step = 1;
        while (record + step < column.begins.size() && column.begins[record + step] <= hit)
            step *= 2;
        const auto from = column.begins.begin() + std::ptrdiff_t(record + step / 2);
        const auto to = column.begins.begin() + std::ptrdiff_t(std::min(record + step + 1, column.begins.size()));
        record = size_t(std::upper_bound(from, to, quint32(hit)) - column.begins.begin()) - 1;
        if (!found(record))
            return true;
        if (record + 1 == column.begins.size())
            return true;
        at = column.begins[++record];
    }
    return true;
}

struct Ranked {
    int rank = 0; ///< 0: begins the name or how it is spelt, 1: within these, 2: elsewhere
    SearchKind kind = SearchKind::User;
    quint32 index = 0;
    friend auto operator<=>(const Ranked &, const Ranked &) = default;
};

/// One search in the records of one kind.
class Search final
{
public:
    Search(const std::vector<std::string> &words, size_t limit, std::stop_token stop, SearchKind kind)
        : m_words(words), m_needle(*std::ranges::max_element(words, {}, &std::string::size)), m_limit(limit),
          m_stop(std::move(stop)), m_kind(kind)
    {
    }

    /// Appends to `hits` at most `limit` of them, the best. False when stopped.
    [[nodiscard]] bool run(const Records &records, const std::vector<quint32> &hidden, std::vector<Ranked> &hits)
    {
        m_found.clear();
        const std::string begin = fieldBegin + m_needle;
        bool cut = false;
        const auto inNames = [&](const std::string &needle, size_t most) {
            return eachRecord(records.names, needle, m_stop, [&](size_t record) {
                if (accept(records, hidden, record))
                    add(records, record, records.names.record(record).find(begin) != std::string_view::npos ? 0 : 1);
                cut = m_found.size() >= most;
                return !cut;
            });
        };
        if (!inNames(m_needle, m_limit * 4))
            return false;
        // Too many to see all: those that begin with it are looked for apart.
        if (cut && !inNames(begin, m_found.size() + m_limit))
            return false;
        if (m_found.size() < m_limit && !inOthers(records, hidden))
            return false;
        std::ranges::sort(m_found);
        m_found.erase(std::unique(m_found.begin(), m_found.end()), m_found.end());
        m_found.resize(std::min(m_found.size(), m_limit));
        hits.insert(hits.end(), m_found.begin(), m_found.end());
        return true;
    }

private:
    [[nodiscard]] bool inOthers(const Records &records, const std::vector<quint32> &hidden)
    {
        const size_t named = m_found.size(); // by index, ascending: the whole column was searched
        return eachRecord(records.others, m_needle, m_stop, [&](size_t record) {
            const auto last = m_found.begin() + std::ptrdiff_t(named);
            const bool seen = std::binary_search(m_found.begin(), last, Ranked{0, m_kind, records.indices[record]},
                                                 [](const Ranked &a, const Ranked &b) { return a.index < b.index; });
            if (!seen && accept(records, hidden, record))
                add(records, record, 2);
            return m_found.size() < m_limit;
        });
    }
    [[nodiscard]] bool accept(const Records &records, const std::vector<quint32> &hidden, size_t record) const
    {
        return !std::ranges::binary_search(hidden, records.indices[record])
               && std::ranges::all_of(m_words, [&](const std::string &word) { return records.has(record, word); });
    }
    void add(const Records &records, size_t record, int rank) { m_found.push_back({rank, m_kind, records.indices[record]}); }

    const std::vector<std::string> &m_words;
    const std::string &m_needle;
    size_t m_limit;
    std::stop_token m_stop;
    SearchKind m_kind;
    std::vector<Ranked> m_found;
};

std::vector<std::string> wordsOf(const QString &query)
{
    std::vector<std::string> words;
    for (const QString &word : normalise(query).simplified().split(u' ', Qt::SkipEmptyParts)) {
        QString clean = word;
        clean.removeIf([](QChar c) { return c.category() == QChar::Other_Control; });
        if (!clean.isEmpty())
            words.push_back(clean.toStdString());
    }
    return words;
}

} // namespace

/// One kind: what was there when it was made, and what has changed since.
struct SearchIndex::Part {
    SearchKind kind = SearchKind::User;
    std::shared_ptr<const Records> base;
    std::vector<quint32> hidden; ///< indices whose records in `base` don't count any more
    Records overlay;
};

SearchIndex::SearchIndex(SnapshotPtr snapshot) : m_snapshot(std::move(snapshot)) {}
SearchIndex::~SearchIndex() = default;

SearchIndexPtr SearchIndex::make(SnapshotPtr snapshot, std::stop_token stop)
{
    std::shared_ptr<SearchIndex> index(new SearchIndex(std::move(snapshot)));
    for (const SearchKind kind : {SearchKind::User, SearchKind::Organization, SearchKind::RoleGroup, SearchKind::Space}) {
        auto records = std::make_shared<Records>();
        RecordMaker maker(index->m_snapshot->tables(), kind);
        for (quint32 i = 0; i < maker.slots(); ++i) {
            if (i % 4096 == 0 && stop.stop_requested())
                return nullptr;
            if (maker.isKnown(i))
                maker.add(*records, i);
        }
        auto part = std::make_shared<Part>();
        part->kind = kind;
        part->base = std::move(records);
        index->m_parts.push_back(std::move(part));
    }
    return index;
}

SearchIndexPtr SearchIndex::next(SnapshotPtr snapshot, std::stop_token stop) const
{
    const auto changes = snapshot->changesSince(*m_snapshot);
    if (!changes)
        return make(std::move(snapshot), stop);
    std::shared_ptr<SearchIndex> index(new SearchIndex(std::move(snapshot)));
    const Snapshot &now = *index->m_snapshot;
    for (const auto &part : m_parts) {
        std::vector<quint32> changed = part->hidden;
        const size_t before = changed.size();
        const auto collect = [&](RowKind kind, const auto &find) {
            for (const QUuid &id : changes->of(kind))
                if (const auto found = find(id); found.isValid())
                    changed.push_back(found.value());
        };
        if (part->kind == SearchKind::User) {
            collect(RowKind::User, [&](const QUuid &id) { return now.findUser(UserId(id)); });
            collect(RowKind::UserPrivate, [&](const QUuid &id) { return now.findUser(UserId(id)); });
        } else if (part->kind == SearchKind::Organization) {
            collect(RowKind::Organization, [&](const QUuid &id) { return now.findOrganization(OrganizationId(id)); });
        } else if (part->kind == SearchKind::RoleGroup) {
            collect(RowKind::RoleGroup, [&](const QUuid &id) { return now.findRoleGroup(RoleGroupId(id)); });
        } else {
            collect(RowKind::Space, [&](const QUuid &id) { return now.findSpace(SpaceId(id)); });
        }
        if (changed.size() == before) {
            index->m_parts.push_back(part);
            continue;
        }
        std::ranges::sort(changed);
        changed.erase(std::unique(changed.begin(), changed.end()), changed.end());
        if (changed.size() > overlayLimit)
            return make(index->m_snapshot, stop);
        auto next = std::make_shared<Part>();
        next->kind = part->kind;
        next->base = part->base;
        RecordMaker maker(now.tables(), part->kind);
        for (const quint32 i : changed)
            if (maker.isKnown(i))
                maker.add(next->overlay, i);
        next->hidden = std::move(changed);
        index->m_parts.push_back(std::move(next));
    }
    return index;
}

SearchResult SearchIndex::find(const QString &query, const SearchOptions &options, std::stop_token stop) const
{
    const std::vector<std::string> words = wordsOf(query);
    if (words.empty() || options.limit <= 0)
        return {};
    const auto wanted = size_t(options.limit) + 1; // one more tells whether there are more
    std::vector<Ranked> hits;
    for (const auto &part : m_parts) {
        if (!options.kinds.testFlag(part->kind))
            continue;
        Search search(words, wanted, stop, part->kind);
        if (!search.run(*part->base, part->hidden, hits) || !search.run(part->overlay, {}, hits))
            return {{}, false, true};
    }
    std::ranges::sort(hits);
    SearchResult result;
    result.more = hits.size() >= wanted;
    hits.resize(std::min(hits.size(), size_t(options.limit)));
    for (const Ranked &hit : hits)
        result.hits.push_back({hit.kind, hit.index});
    return result;
}

} // namespace tenantry::directory
