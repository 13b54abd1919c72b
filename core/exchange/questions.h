// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/access/resolver.h"
#include "core/exchange/directoryfiles.h"

#include <QIODevice>

namespace tenantry::exchange
{

/// Answers permission questions of design §9 from a directory of CSV files.
class Questions final
{
public:
    Questions(DirectoryFiles files, Instant now);

    /// `question` is a query's fields: check,USER,space|resource,ID · detail,USER,SPACE · who,SPACE · objects,USER. The answer
    /// comes without a line end. Errors: malformed() without file and line.
    [[nodiscard]] Result<QByteArray> answer(const QList<QByteArrayView> &question) const;

    /// Answers each record of `queries`, one line each, until an error: malformed() with `file` and line.
    [[nodiscard]] Result<void> answerAll(QIODevice &queries, const QString &file, QIODevice &answers) const;

private:
    [[nodiscard]] Result<QByteArray> check(const QList<QByteArrayView> &question) const;
    [[nodiscard]] Result<QByteArray> detail(const QList<QByteArrayView> &question) const;
    [[nodiscard]] Result<QByteArray> who(const QList<QByteArrayView> &question) const;
    [[nodiscard]] Result<QByteArray> objects(const QList<QByteArrayView> &question) const;
    [[nodiscard]] Result<directory::UserIndex> user(const QList<QByteArrayView> &question, int at) const;
    [[nodiscard]] Result<directory::SpaceIndex> space(const QList<QByteArrayView> &question, int at) const;

    DirectoryFiles m_files;
    access::Resolver m_resolver;
};

} // namespace tenantry::exchange
