// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/directory/indices.h"
#include "core/directory/pagedarray.h"

#include <vector>

namespace tenantry::directory {

/// Says of most pairs of subject and space that the subject has no grant there: a Bloom filter, with a slice
/// of its own for each space. A question asks some twenty subjects about one space, of whom one or two have
/// grants, and finds them all beside each other in memory. Grants that went are remembered until it is made
/// anew.
class GrantFilter final
{
public:
    /// The part of one space.
    class Slice final
    {
    public:
        [[nodiscard]] bool mayHave(Subject subject) const
        {
            const quint64 h = hash(subject);
            const quint64 bits = bitsOf(h);
            return ((*m_words)[wordOf(h)] & bits) == bits;
        }

    private:
        friend class GrantFilter;
        Slice(const PagedArray<quint64> &words, quint32 first, quint32 size)
            : m_words(&words), m_first(first), m_size(size)
        {
        }
        [[nodiscard]] quint32 wordOf(quint64 h) const
        {
            return m_first + quint32(((h & 0xffff'ffffU) * m_size) >> 32);
        }

        const PagedArray<quint64> *m_words;
        quint32 m_first;
        quint32 m_size;
    };

    /// Makes it anew for so many spaces, of pairs which `each(add)` gives by calling add(subject, space);
    /// asked twice.
    template <class Each>
    void make(quint32 spaces, const Each &each)
    {
        std::vector<quint32> ends(spaces + 1);
        each([&](Subject, SpaceIndex space) { ++ends[std::min(space.value(), spaces)]; });
        m_count = 0;
        quint32 end = 0;
        for (quint32 &slice : ends) {
            m_count += slice;
            slice = end += 1 + slice / pairsPerWord;
        }
        ends.back() += std::max(16U, end / 16); // spaces that come later share the last slice
        m_room = std::max(64U, m_count + m_count / 4);
        m_ends = PagedArray<quint32>(ends);
        std::vector<quint64> words(ends.back());
        each([&](Subject subject, SpaceIndex space) {
            const quint64 h = hash(subject);
            words[of(space).wordOf(h)] |= bitsOf(h);
        });
        m_words = PagedArray<quint64>(words);
    }
    [[nodiscard]] bool isFull() const { return m_count >= m_room; }
    void add(Subject subject, SpaceIndex space)
    {
        const quint64 h = hash(subject);
        const quint64 bits = bitsOf(h);
        ++m_count;
        if (const quint32 at = of(space).wordOf(h); (m_words[at] & bits) != bits)
            m_words.change(at) |= bits;
    }
    /// Only once it was made.
    [[nodiscard]] Slice of(SpaceIndex space) const
    {
        const quint32 number = std::min(space.value(), m_ends.size() - 1);
        const quint32 first = number == 0 ? 0 : m_ends[number - 1];
        return {m_words, first, m_ends[number] - first};
    }
    [[nodiscard]] qsizetype memoryUsed() const { return m_words.memoryUsed() + m_ends.memoryUsed(); }

private:
    static constexpr quint32 pairsPerWord = 5;

    [[nodiscard]] static quint64 hash(Subject subject)
    {
        const quint64 key = quint64(subject.index()) << 2 | quint64(subject.kind());
        const quint64 mixed = key * 0x9e37'79b9'7f4a'7c15ULL;
        return mixed ^ mixed >> 32;
    }
    [[nodiscard]] static quint64 bitsOf(quint64 h)
    {
        return 1ULL << (h >> 40 & 63) | 1ULL << (h >> 46 & 63) | 1ULL << (h >> 52 & 63);
    }

    PagedArray<quint32>
        m_ends; ///< where the slice of each space ends; the last one is for all that came later
    PagedArray<quint64> m_words;
    quint32 m_room = 0;
    quint32 m_count = 0;
};

} // namespace tenantry::directory
