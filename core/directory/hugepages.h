// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <sys/mman.h>

#include <cstdlib>
#include <new>

namespace tenantry::directory
{

/// Memory for one large table that is read here and there: in pages of 2 MiB where the system has them, because looking
/// up small ones costs as much as the reading itself.
template <class T>
struct HugePages {
    using value_type = T;

    HugePages() = default;
    template <class U>
    HugePages(const HugePages<U> &)
    {
    }
    [[nodiscard]] T *allocate(size_t count)
    {
        constexpr size_t page = size_t(2) << 20;
        const size_t size = (count * sizeof(T) + page - 1) / page * page;
        void *memory = size < 2 * page ? std::malloc(count * sizeof(T)) : std::aligned_alloc(page, size);
        if (!memory)
            throw std::bad_alloc();
        if (size >= 2 * page)
            madvise(memory, size, MADV_HUGEPAGE); // a wish: without, it is as slow as before
        return static_cast<T *>(memory);
    }
    void deallocate(T *memory, size_t) { std::free(memory); }
    friend bool operator==(const HugePages &, const HugePages &) { return true; }
};

} // namespace tenantry::directory
