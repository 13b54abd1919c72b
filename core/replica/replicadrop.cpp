// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// What happens to rows and pages when a scope is lost.
#include "core/replica/pagecodec.h"
#include "core/replica/replica.h"

namespace tenantry
{

using namespace Qt::StringLiterals;

Result<void> Replica::dropScope(const Scope &scope)
{
    const auto number = m_scopes.numberOf(scope);
    if (!number)
        return {};
    if (const auto flushed = flushAll(); !flushed)
        return flushed;
    std::vector<quint32> newSets(m_scopes.setCount());
    for (quint32 set = 0; set < newSets.size(); ++set)
        newSets[set] = m_scopes.without(set, *number);
    for (size_t i = 0; i < m_index.size(); ++i) {
        if (const auto dropped = dropFrom(RowKind(i + 1), newSets); !dropped)
            return dropped;
    }
    m_scopes.dropScope(*number);
    m_scopesChanged = true;
    return {};
}

Replica::TouchedPages Replica::touchedPages(RowKind kind, const std::vector<quint32> &newSets) const
{
    TouchedPages pages;
    const RowIndex &rows = index(kind);
    for (quint32 i = 0; i < rows.size(); ++i) {
        const auto &entry = rows.at(i);
        if (!entry.beside && newSets[entry.scopes] != entry.scopes)
            pages.insert(entry.page, 0);
    }
    for (quint32 i = 0; i < rows.size() && !pages.isEmpty(); ++i) {
        const auto &entry = rows.at(i);
        if (entry.page != 0 && !entry.beside && newSets[entry.scopes] != 0) {
            if (const auto page = pages.find(entry.page); page != pages.end())
                ++*page;
        }
    }
    return pages;
}

Result<void> Replica::dropFrom(RowKind kind, const std::vector<quint32> &newSets)
{
    const TouchedPages pages = touchedPages(kind, newSets);
    for (quint32 i = 0; i < index(kind).size(); ++i) {
        RowIndex::Entry entry = index(kind).at(i);
        const quint32 newSet = newSets[entry.scopes];
        const bool touched = pages.contains(entry.page);
        if (!touched && newSet == entry.scopes)
            continue;
        if (entry.beside) {
            if (touched)
                entry.page = 0; // what the page said of it goes with the rewriting
            if (const auto dropped = dropBeside(kind, i, entry, newSet); !dropped)
                return dropped;
        } else if (newSet != entry.scopes) {
            if (newSet == 0) {
                change(kind, entry.id, {});
                entry.page = 0;
            }
            entry.scopes = newSet;
            setEntry(kind, i, entry);
        }
    }
    for (auto page = pages.cbegin(); page != pages.cend(); ++page) {
        const auto done = page.value() == 0 ? m_file->removePage(page.key()) : rewritePage(kind, page.key());
        if (!done)
            return done;
    }
    return {};
}

Result<void> Replica::dropBeside(RowKind kind, quint32 number, RowIndex::Entry entry, quint32 newSet)
{
    if (!entry.isLive() &&
        entry.page == 0) { // it said that a row of the page is gone: now the page doesn't have it
        entry.beside = false;
        return m_file->removeRow(kind, entry.id).map([&] { setEntry(kind, number, entry); });
    }
    if (newSet == entry.scopes) {
        setEntry(kind, number, entry);
        return {};
    }
    if (newSet == 0)
        return takeAway(kind, number, entry);
    entry.scopes = newSet;
    return readRow(kind, entry).and_then([&](const QByteArray &row) {
        return putBeside(kind, number, entry, row);
    });
}

Result<void> Replica::rewritePage(RowKind kind, quint32 page)
{
    const auto plain = m_file->readPage(page);
    if (!plain)
        return tl::unexpected(plain.error());
    QByteArray kept;
    const bool read = walkPage(*plain, [&](const StoredRow &row) {
        const auto *entry = index(kind).find(row.id);
        if (entry && entry->page == page && !entry->beside)
            appendToPage(kept, {row.id, entry->scopes, row.text});
        return true;
    });
    return read ? m_file->writePage(kind, page, kept) : failure(ErrorClass::Data, u"replica.damaged"_s);
}

} // namespace tenantry
