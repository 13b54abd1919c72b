// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/directory/searchlines.h"

#include "core/directory/pinyin.h"
#include "core/domain/normalise.h"

#include <algorithm>
#include <cstring>

namespace tenantry::directory
{

namespace
{

// Not in any text that passed the field rules, so that no query reaches over them.
constexpr char fieldEnd = '\x1f';
constexpr char lineEnd = '\x1e';

void append(std::string &buffer, const QString &text)
{
    const QByteArray utf8 = text.toUtf8();
    buffer.append(utf8.constData(), size_t(utf8.size()));
}

// "+86 138 0000 1234" is found by "13800001234" too.
QString digitsOf(const QString &text)
{
    QString digits;
    for (const QChar c : text)
        if (c >= u'0' && c <= u'9')
            digits += c;
    return digits.size() >= 5 && digits.size() != text.size() ? digits : QString();
}

} // namespace

void SearchLines::reserve(size_t rows)
{
    m_buffer.reserve(rows * 80);
    m_starts.reserve(rows);
    m_rows.reserve(rows);
}

void SearchLines::add(quint32 row, const QString &name, const QStringList &others)
{
    m_rows.push_back(row);
    m_starts.push_back(m_buffer.size());
    append(m_buffer, normalise(name));
    const std::vector<Reading> all = readings(name);
    m_buffer += fieldEnd;
    for (const Reading &reading : all)
        append(m_buffer, fullLetters(reading) + u' ');
    m_buffer += fieldEnd;
    for (const Reading &reading : all)
        append(m_buffer, initialLetters(reading) + u' ');
    for (const QString &other : others) {
        if (other.isEmpty())
            continue;
        m_buffer += fieldEnd;
        append(m_buffer, normalise(other));
        if (const QString digits = digitsOf(other); !digits.isEmpty()) {
            m_buffer += fieldEnd;
            append(m_buffer, digits);
        }
    }
    m_buffer += lineEnd;
}

std::string_view SearchLines::text(size_t line) const
{
    const size_t end = line + 1 < m_starts.size() ? m_starts[line + 1] : m_buffer.size();
    return std::string_view(m_buffer).substr(m_starts[line], end - m_starts[line]);
}

size_t SearchLines::nextWith(const std::string &word, size_t line) const
{
    if (line >= m_starts.size())
        return m_rows.size();
    const char *from = m_buffer.data() + m_starts[line];
    const auto *found = static_cast<const char *>(memmem(from, size_t(m_buffer.data() + m_buffer.size() - from), word.data(), word.size()));
    if (!found)
        return m_rows.size();
    const size_t offset = size_t(found - m_buffer.data());
    return size_t(std::upper_bound(m_starts.begin() + qsizetype(line), m_starts.end(), offset) - m_starts.begin()) - 1;
}

int SearchLines::rankOf(const std::vector<std::string> &words, size_t line) const
{
    const std::string_view whole = text(line);
    size_t first = std::string_view::npos; // of the word that is found earliest: it says how well the row fits
    for (const std::string &word : words) {
        const size_t at = whole.find(word);
        if (at == std::string_view::npos)
            return -1;
        first = std::min(first, at);
    }
    if (first == 0)
        return int(SearchRank::NameBegins);
    const auto ends = std::count(whole.begin(), whole.begin() + qsizetype(first), fieldEnd);
    return std::min<int>(int(SearchRank::NameHas) + int(ends), int(SearchRank::Other));
}

std::vector<std::string> searchWords(const QString &query)
{
    std::vector<std::string> words;
    for (const QString &word : normalise(query).split(u' ', Qt::SkipEmptyParts))
        words.push_back(word.toStdString());
    std::stable_sort(words.begin(), words.end(), [](const std::string &a, const std::string &b) { return a.size() > b.size(); });
    return words;
}

} // namespace tenantry::directory
