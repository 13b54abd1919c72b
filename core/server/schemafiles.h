// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QByteArray>
#include <QList>
#include <QString>

namespace tenantry::server {

/// One file of the schema.
struct SchemaFile
{
    QString name; ///< relative to the schema's folder
    QByteArray content;
    int number = 0; ///< of a step; 0 for others
};

/// The SQL and JSON of resources/schema, in the order in which they are applied.
struct SchemaFiles
{
    QList<SchemaFile> roles;        ///< roles.sql, or none
    QList<SchemaFile> steps;        ///< steps/NNN_name.sql by number
    QList<SchemaFile> declarations; ///< *.json
    QList<SchemaFile> functions;    ///< functions/**/*.sql by name
    QList<SchemaFile> hardening;    ///< hardening.sql, or none

    /// The files that are compiled into this program.
    [[nodiscard]] static SchemaFiles embedded();
    /// Those of a folder. `schema.files` {file, reason} where a step has no number or two have the same, or
    /// JSON is malformed.
    [[nodiscard]] static Result<SchemaFiles> fromFolder(const QString &folder);

    /// SHA-256 over everything, in hex: tells two schemas apart.
    [[nodiscard]] QByteArray digest() const;
};

} // namespace tenantry::server
