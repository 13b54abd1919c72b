// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recordtext.h"

namespace tenantry {

RecordReader::RecordReader(QByteArrayView text) : m_text(text)
{
    m_ok = text.size() >= 2 && text.front() == '(' && text.back() == ')';
    m_position = 1;
}

std::optional<QByteArray> RecordReader::next()
{
    const auto field = nextView();
    return field ? std::optional(field->toByteArray()) : std::nullopt;
}

std::optional<QByteArrayView> RecordReader::nextView()
{
    const qsizetype start = m_position;
    const auto isPlain = [](char c) { return c != ',' && c != ')' && c != '"' && c != '\\'; };
    while (m_ok && m_position < m_text.size() && isPlain(m_text[m_position]))
        ++m_position;
    const bool plain =
        m_ok && m_position < m_text.size() && (m_text[m_position] == ',' || m_text[m_position] == ')');
    if (plain) {
        const QByteArrayView field = m_text.sliced(start, m_position - start);
        return pass() && !field.isEmpty() ? std::optional(field) : std::nullopt;
    }
    m_position = start;
    const bool quoted = unquote();
    if (!pass() || (m_unquoted.isEmpty() && !quoted))
        return std::nullopt;
    return QByteArrayView(m_unquoted);
}

// Reads up to the end of the field; true if any of it was in quotes.
bool RecordReader::unquote()
{
    m_unquoted.resize(0);
    bool quoted = false;
    bool inQuotes = false;
    for (; m_position < m_text.size(); ++m_position) {
        const char c = m_text[m_position];
        const bool more = m_position + 1 < m_text.size();
        if (inQuotes && c == '"' && more && m_text[m_position + 1] == '"') {
            m_unquoted += m_text[++m_position];
        } else if (c == '"') {
            inQuotes = !inQuotes;
            quoted = true;
        } else if (!inQuotes && (c == ',' || c == ')')) {
            break;
        } else if (c == '\\' && more) {
            m_unquoted += m_text[++m_position];
        } else {
            m_unquoted += c;
        }
    }
    if (inQuotes)
        m_position = m_text.size();
    return quoted;
}

// Behind the comma, or behind the closing parenthesis, which must be the last character.
bool RecordReader::pass()
{
    if (!m_ok || m_position >= m_text.size()) {
        m_ok = false;
        return false;
    }
    m_ok = m_text[m_position] == ',' || m_position + 1 == m_text.size();
    ++m_position;
    m_count += m_ok ? 1 : 0;
    return m_ok;
}

void RecordWriter::separate()
{
    m_text += m_text.isEmpty() ? '(' : ',';
}

void RecordWriter::addNull()
{
    separate();
}

void RecordWriter::add(QByteArrayView field)
{
    separate();
    m_text += '"';
    for (const char c : field) {
        if (c == '"' || c == '\\')
            m_text += c;
        m_text += c;
    }
    m_text += '"';
}

} // namespace tenantry
