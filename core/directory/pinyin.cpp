// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/pinyin.h"

#include <QFile>
#include <QString>

#include <algorithm>

/// The library is static, so that its resource has to be asked for: from the global namespace, says Qt.
static void initialiseResource()
{
    Q_INIT_RESOURCE(pinyin);
}

namespace tenantry::directory
{

namespace
{

constexpr size_t mostSpellings = 32;

/// The file as pairs of character and reading, by character.
std::vector<std::pair<char16_t, QByteArray>> pairs()
{
    std::vector<std::pair<char16_t, QByteArray>> all;
    QFile file(QStringLiteral(":/pinyin/readings.txt"));
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QByteArray &line : file.readAll().split('\n')) {
        const qsizetype blank = line.indexOf(' ');
        if (blank <= 0 || line.startsWith('#'))
            continue;
        const QByteArray reading = line.first(blank);
        // ü: some type v, some u.
        const QByteArray other = QByteArray(reading).replace('v', 'u');
        for (const QChar c : QString::fromUtf8(line.sliced(blank + 1))) {
            all.emplace_back(c.unicode(), reading);
            if (other != reading)
                all.emplace_back(c.unicode(), other);
        }
    }
    std::ranges::sort(all);
    all.erase(std::unique(all.begin(), all.end()), all.end());
    return all;
}

} // namespace

const Pinyin &Pinyin::table()
{
    static const Pinyin table;
    return table;
}

Pinyin::Pinyin() : m_entries(last - first + 1)
{
    initialiseResource();
    for (const auto &[character, reading] : pairs()) {
        if (character < first || character > last)
            continue;
        Entry &entry = m_entries[size_t(character - first)];
        if (entry.count++ == 0)
            entry.first = quint32(m_readings.size());
        m_readings.push_back(reading);
    }
}

void Pinyin::spell(QStringView name, std::vector<QByteArray> &spellings, std::vector<QByteArray> &initials) const
{
    spellings.clear();
    initials.clear();
    size_t combinations = 1;
    size_t longest = 1;
    bool chinese = false;
    for (const QChar c : name) {
        const size_t count = readings(c.unicode()).size();
        chinese = chinese || count > 0;
        combinations = std::min(combinations * std::max<size_t>(count, 1), mostSpellings + 1);
        longest = std::max(longest, count);
    }
    if (!chinese)
        return;
    const bool all = combinations <= mostSpellings;
    for (size_t n = 0; n < (all ? combinations : longest); ++n) {
        QByteArray spelling;
        QByteArray letters;
        size_t rest = n;
        for (const QChar c : name) {
            const auto of = readings(c.unicode());
            if (of.empty()) {
                const QByteArray itself = c.isSpace() ? QByteArray() : QString(c).toUtf8();
                spelling += itself;
                letters += itself;
                continue;
            }
            const QByteArray &reading = of[(all ? rest : n) % of.size()];
            rest /= all ? of.size() : 1;
            spelling += reading;
            letters += reading.front();
        }
        spellings.push_back(spelling);
        if (std::ranges::find(initials, letters) == initials.end())
            initials.push_back(letters);
    }
}

} // namespace tenantry::directory
