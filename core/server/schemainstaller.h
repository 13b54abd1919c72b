// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/connection.h"
#include "core/server/schemafiles.h"

#include <QStringList>

namespace tenantry::server
{

/// How a database stands to the schema that this program carries.
struct SchemaStatus {
    int installed = 0;    ///< highest step applied; 0: none
    int available = 0;    ///< highest step carried
    bool current = false; ///< all steps, functions and declarations are the carried ones
    QStringList pending;  ///< names of steps yet to apply
};

/// Puts the schema into a database, or brings it up to date; a second run changes nothing. Works as a
/// superuser. Each file is one transaction, so that a run that was cut off goes on where it stopped.
class SchemaInstaller final
{
public:
    explicit SchemaInstaller(Connection &owner, const SchemaFiles &files = SchemaFiles::embedded());

    /// Creates the database (UTF-8, C.UTF-8) if there is none. `maintenance` is a connection to another one.
    [[nodiscard]] static Result<void> ensureDatabase(Connection &maintenance, const QString &name);

    [[nodiscard]] Result<SchemaStatus> status();

    /// Errors: schema.newer {installed, available}, schema.step_changed {step}, schema.locale {encoding,
    /// collate, ctype}, schema.file_failed {file, line, message, sqlstate}.
    [[nodiscard]] Result<SchemaStatus> install();

private:
    Connection &m_owner;
    SchemaFiles m_files;
};

} // namespace tenantry::server
