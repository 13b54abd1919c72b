// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QStringView>

#include <span>
#include <vector>

namespace tenantry::directory
{

/// How Chinese characters are read, without tones: every reading of each, that as a surname included (单 dan, chan,
/// shan), ü both as v and as u.
class Pinyin final
{
public:
    /// Made once, by the first that asks; for any thread.
    [[nodiscard]] static const Pinyin &table();

    /// Empty for anything but a Chinese character. By alphabet.
    [[nodiscard]] std::span<const QByteArray> readings(char16_t character) const
    {
        if (character < first || character > last)
            return {};
        const Entry &entry = m_entries[size_t(character - first)];
        return std::span(m_readings).subspan(entry.first, entry.count);
    }

    /// What a name sounds like, written together: with all readings of all its characters where those are few, else each
    /// reading at least once. `spellings` gets "zhangsan", `initials` gets "zs"; both stay empty without a Chinese
    /// character. Other characters stand for themselves, lower-cased already; blanks are left out.
    void spell(QStringView name, std::vector<QByteArray> &spellings, std::vector<QByteArray> &initials) const;

private:
    static constexpr char16_t first = 0x3400;
    static constexpr char16_t last = 0x9fff;
    struct Entry {
        quint32 first = 0;
        quint32 count = 0;
    };

    Pinyin();

    std::vector<Entry> m_entries;
    std::vector<QByteArray> m_readings;
};

} // namespace tenantry::directory
