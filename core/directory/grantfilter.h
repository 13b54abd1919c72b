// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/indices.h"
#include "core/directory/pagedarray.h"

#include <vector>

namespace tenantry::directory
{

/// Says of most pairs of subject and space that the subject has no grant there, from one word of memory: a Bloom filter.
/// A question about a person asks some twenty subjects, of whom one or two have grants. Grants that went are remembered
/// until it is made anew.
class GrantFilter final
{
public:
    /// Makes it anew of `grants` pairs, which `each(add)` gives by calling add(subject, space).
    template <class Each>
    void make(quint32 grants, const Each &each)
    {
        m_room = std::max(64U, grants + grants / 4);
        quint32 size = 16;
        while (size < m_room / 5)
            size *= 2;
        std::vector<quint64> words(size);
        each([&](Subject subject, SpaceIndex space) {
            const quint64 h = hash(subject, space);
            words[quint32(h) & (size - 1)] |= bitsOf(h);
        });
        m_words = PagedArray<quint64>(words);
        m_count = grants;
    }
    [[nodiscard]] bool isFull() const { return m_count >= m_room; }
    void add(Subject subject, SpaceIndex space)
    {
        const quint64 h = hash(subject, space);
        const quint64 bits = bitsOf(h);
        ++m_count;
        if (const quint32 at = word(h); (m_words[at] & bits) != bits)
            m_words.change(at) |= bits;
    }
    [[nodiscard]] bool mayHave(Subject subject, SpaceIndex space) const
    {
        const quint64 h = hash(subject, space);
        const quint64 bits = bitsOf(h);
        return (m_words[word(h)] & bits) == bits;
    }
    [[nodiscard]] qsizetype memoryUsed() const { return m_words.memoryUsed(); }

private:
    [[nodiscard]] static quint64 hash(Subject subject, SpaceIndex space)
    {
        const quint64 key = (quint64(subject.index()) << 2 | quint64(subject.kind())) << 30 ^ space.value();
        const quint64 mixed = key * 0x9e37'79b9'7f4a'7c15ULL;
        return mixed ^ mixed >> 32;
    }
    [[nodiscard]] static quint64 bitsOf(quint64 h)
    {
        return 1ULL << (h >> 40 & 63) | 1ULL << (h >> 46 & 63) | 1ULL << (h >> 52 & 63);
    }
    [[nodiscard]] quint32 word(quint64 h) const { return quint32(h) & (m_words.size() - 1); }

    PagedArray<quint64> m_words; ///< a power of two of them
    quint32 m_room = 0;
    quint32 m_count = 0;
};

} // namespace tenantry::directory
