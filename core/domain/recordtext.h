// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <optional>

namespace tenantry {

/// Reads the text form of a PostgreSQL record, `(a,"b c",,"d""e")`, field by field. Rules as in PostgreSQL's
/// record_in (documentation, "Composite Types", "Composite Type Input and Output Syntax"): an unquoted empty
/// field is NULL, within quotes `""` and `\"` stand for a quote, `\\` for a backslash.
class RecordReader final
{
public:
    explicit RecordReader(QByteArrayView text);

    /// The next field; nothing for NULL. After the last field or a fault `ok()` is false. The view is good
    /// until the next call; reading a million rows at opening must not allocate for each field.
    [[nodiscard]] std::optional<QByteArrayView> nextView();
    /// The same, to keep.
    [[nodiscard]] std::optional<QByteArray> next();
    [[nodiscard]] bool ok() const { return m_ok; }
    /// True when every field was read and the text ended where it should.
    [[nodiscard]] bool atEnd() const { return m_ok && m_position == m_text.size(); }
    /// Fields read so far.
    [[nodiscard]] int count() const { return m_count; }

private:
    [[nodiscard]] bool unquote();
    [[nodiscard]] bool pass();

    QByteArrayView m_text;
    QByteArray m_unquoted; // the present field, where it isn't written plainly
    qsizetype m_position = 0;
    int m_count = 0;
    bool m_ok = true;
};

/// Writes what RecordReader (and PostgreSQL) reads.
class RecordWriter final
{
public:
    void add(QByteArrayView field);
    void addNull();
    [[nodiscard]] QByteArray text() const
    {
        return m_text.isEmpty() ? QByteArrayLiteral("()") : m_text + ')';
    }

private:
    void separate();
    QByteArray m_text;
};

} // namespace tenantry
