// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/pinyin.h"

#include "core/directory/heteronyms.h"

#include <QHash>
#include <QList>
#include <QString>

#include <unicode/translit.h>

#include <algorithm>
#include <memory>

namespace tenantry::directory
{

namespace
{

constexpr size_t mostSpellings = 32;

/// ICU's reading of each of the characters, without tones.
QList<QByteArray> transliterated(const QByteArray &id, char16_t first, char16_t last)
{
    UErrorCode status = U_ZERO_ERROR;
    const std::unique_ptr<icu::Transliterator> transliterator(
        icu::Transliterator::createInstance(icu::UnicodeString::fromUTF8(id.constData()), UTRANS_FORWARD, status));
    if (U_FAILURE(status))
        return {};
    QList<QByteArray> readings;
    // In pieces: each replacement moves all that is behind it.
    for (char32_t begin = first; begin <= last; begin += 128) {
        icu::UnicodeString text;
        for (char32_t c = begin; c <= last && c < begin + 128; ++c)
            text.append(char16_t(c)).append(u'\n');
        transliterator->transliterate(text);
        text.truncate(text.length() - 1);
        readings += QString::fromUtf16(text.getBuffer(), text.length()).toUtf8().split('\n');
    }
    return readings;
}

bool isSyllable(const QByteArray &text)
{
    return !text.isEmpty() && std::ranges::all_of(text, [](char c) { return c >= 'a' && c <= 'z'; });
}

void add(QList<QByteArray> &readings, const QByteArray &reading)
{
    if (!isSyllable(reading))
        return;
    if (!readings.contains(reading))
        readings.append(reading);
    // ü: some type v, some u.
    if (QByteArray other = reading; other.contains('v') && !readings.contains(other.replace('v', 'u')))
        readings.append(other);
}

QHash<char16_t, QList<QByteArray>> heteronymReadings()
{
    QHash<char16_t, QList<QByteArray>> all;
    for (const QByteArray &item : heteronyms().toByteArray().split(';')) {
        QList<QByteArray> words = item.split(' ');
        if (const QString character = QString::fromUtf8(words.takeFirst()); character.size() == 1)
            all.insert(character.front().unicode(), words);
    }
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
    // Tones go; ü stays, to be written v.
    const QList<QByteArray> usual = transliterated("Han-Latin; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC", first, last);
    const QList<QByteArray> names = transliterated("Han-Latin/Names; NFD; [\\u0300\\u0301\\u0304\\u030C] Remove; NFC", first, last);
    const auto heteronym = heteronymReadings();
    for (char16_t c = first; c <= last; ++c) {
        QList<QByteArray> readings;
        const auto at = qsizetype(c - first);
        add(readings, usual.value(at).trimmed().replace("\xc3\xbc", "v"));
        add(readings, names.value(at).trimmed().replace("\xc3\xbc", "v"));
        for (const QByteArray &reading : heteronym.value(c))
            add(readings, reading);
        m_entries[size_t(at)] = {quint32(m_readings.size()), quint32(readings.size())};
        m_readings.insert(m_readings.end(), readings.begin(), readings.end());
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
