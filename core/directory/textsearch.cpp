// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/textsearch.h"

#include <cstring>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

namespace tenantry::directory
{

namespace
{

size_t findPlain(std::string_view text, std::string_view needle, size_t from)
{
    const void *found = memmem(text.data() + from, text.size() - from, needle.data(), needle.size());
    return found ? size_t(static_cast<const char *>(found) - text.data()) : std::string_view::npos;
}

#if defined(__x86_64__)
// 32 places at a time: those whose first and last character are right are looked at whole (W. Muła's generic SIMD search).
__attribute__((target("avx2"))) size_t findWide(std::string_view text, std::string_view needle, size_t from)
{
    const size_t behind = needle.size() - 1;
    const __m256i first = _mm256_set1_epi8(needle.front());
    const __m256i last = _mm256_set1_epi8(needle.back());
    size_t at = from;
    for (; at + behind + 32 <= text.size(); at += 32) {
        const auto *place = text.data() + at;
        const __m256i a = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(place));
        const __m256i b = _mm256_loadu_si256(reinterpret_cast<const __m256i *>(place + behind));
        auto candidates = unsigned(
            _mm256_movemask_epi8(_mm256_and_si256(_mm256_cmpeq_epi8(a, first), _mm256_cmpeq_epi8(b, last))));
        for (; candidates != 0; candidates &= candidates - 1) {
            const auto offset = size_t(__builtin_ctz(candidates));
            if (std::memcmp(place + offset, needle.data(), needle.size()) == 0)
                return at + offset;
        }
    }
    return findPlain(text, needle, at);
}
#endif

} // namespace

size_t findText(std::string_view text, std::string_view needle, size_t from)
{
    if (from >= text.size())
        return std::string_view::npos;
#if defined(__x86_64__)
    if (__builtin_cpu_supports("avx2"))
        return findWide(text, needle, from);
#endif
    return findPlain(text, needle, from);
}

} // namespace tenantry::directory
