// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QString>
#include <QStringList>

namespace tenantry::server {

/// The programs of one PostgreSQL installation.
struct PostgresBinaries
{
    QString directory; ///< holds initdb and postgres
    int major = 0;

    [[nodiscard]] QString initdb() const;
    [[nodiscard]] QString postgres() const;
};

/// Where to look: folders of PATH, and the parent of Debian's numbered folders.
struct BinarySearch
{
    QStringList path;
    QString versionsRoot = QStringLiteral("/usr/lib/postgresql");

    [[nodiscard]] static BinarySearch fromEnvironment();
};

/// The major version of the data in a folder (its PG_VERSION), 0 where there are none.
[[nodiscard]] int dataMajorVersion(const QString &dataDirectory);

/// The installation to run a data folder with: its own major version where it has data, otherwise the one
/// on the path, otherwise the newest; at least 15. `private_server.no_binaries` with the parameters
/// "wanted" (major, 0: any) and "searched".
[[nodiscard]] Result<PostgresBinaries>
findPostgresBinaries(int wantedMajor, const BinarySearch &search = BinarySearch::fromEnvironment());

} // namespace tenantry::server
