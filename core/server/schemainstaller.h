// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"
#include "core/server/connection.h"
#include "core/server/schemafiles.h"

#include <QJsonObject>
#include <QMap>
#include <QStringList>

#include <functional>

namespace tenantry::server {

/// How a database stands to the schema that this program carries.
struct SchemaStatus
{
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

    /// Both in one: the database of the profile, made if need be, with the schema in it.
    [[nodiscard]] static Result<SchemaStatus> installAt(const ConnectionOptions &owner);

    [[nodiscard]] Result<SchemaStatus> status();

    /// Errors: schema.newer {installed, available}, schema.step_changed {step}, schema.locale {encoding,
    /// collate, ctype}, schema.file_failed {file, line, message, sqlstate}.
    [[nodiscard]] Result<SchemaStatus> install();

private:
    [[nodiscard]] Result<void> checkLocale();
    [[nodiscard]] Result<QMap<int, QString>> appliedSteps();
    [[nodiscard]] Result<QJsonObject> installedDigests();
    [[nodiscard]] Result<void> checkSteps(const QMap<int, QString> &applied,
                                          const QJsonObject &digests) const;
    [[nodiscard]] Result<void> applyStep(const SchemaFile &step);
    [[nodiscard]] Result<void> applyFile(const SchemaFile &file, const QByteArray &settings);
    [[nodiscard]] Result<void> loadDeclarations();
    [[nodiscard]] Result<void> recordDigests();
    [[nodiscard]] Result<void> retrying(const std::function<Result<void>()> &act);
    [[nodiscard]] QJsonObject carriedDigests() const;

    Connection &m_owner;
    SchemaFiles m_files;
};

} // namespace tenantry::server
