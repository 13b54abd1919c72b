// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/recordtext.h"

namespace tenantry
{

RecordReader::RecordReader(QByteArrayView text) : m_text(text)
{
    m_ok = text.size() >= 2 && text.front() == '(' && text.back() == ')';
    m_position = 1;
}

std::optional<QByteArray> RecordReader::next()
{
    if (!m_ok || m_position >= m_text.size()) {
        m_ok = false;
        return std::nullopt;
    }
    QByteArray field;
    bool quoted = false;
    bool inQuotes = false;
    for (; m_position < m_text.size(); ++m_position) {
        const char c = m_text[m_position];
        const bool more = m_position + 1 < m_text.size();
        if (inQuotes) {
            if (c == '"' && more && m_text[m_position + 1] == '"')
                field += m_text[++m_position];
            else if (c == '"')
                inQuotes = false;
            else if (c == '\\' && more)
                field += m_text[++m_position];
            else
                field += c;
        } else if (c == '"') {
            inQuotes = quoted = true;
        } else if (c == ',' || c == ')') {
            break;
        } else if (c == '\\' && more) {
            field += m_text[++m_position];
        } else {
            field += c;
        }
    }
    if (inQuotes || m_position >= m_text.size()) {
        m_ok = false;
        return std::nullopt;
    }
    ++m_position; // behind the comma, or behind the closing parenthesis, which must be the last character
    if (m_text[m_position - 1] == ')' && m_position != m_text.size()) {
        m_ok = false;
        return std::nullopt;
    }
    ++m_count;
    if (field.isEmpty() && !quoted)
        return std::nullopt;
    return field;
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
