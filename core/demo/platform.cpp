// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/platform.h"

#include "core/base/clock.h"
#include "core/demo/applications.h"
#include "core/demo/personas.h"
#include "core/server/schemainstaller.h"

namespace tenantry::demo
{

namespace
{

Result<void> fill(server::Connection &owner, const QString &personasFile, const Size &size, const Progress &progress)
{
    Loader loader(owner);
    const auto installed = loader.installed();
    if (!installed)
        return tl::make_unexpected(installed.error());
    const World world = makeWorld(size, *installed, SystemClock().now());
    // The accounts last: a file of personas means that everything before it is there.
    return loader.load(world, progress)
        .and_then([&] { return submitApplications(owner, world); })
        .and_then([&] { return makeAccounts(owner, world); })
        .and_then([&](const std::vector<PersonaAccount> &accounts) { return writePersonas(personasFile, accounts); });
}

} // namespace

Result<void> preparePlatform(const server::ConnectionOptions &owner, const QString &personasFile, const Size &size, const Progress &progress)
{
    if (const auto installed = server::SchemaInstaller::installAt(owner); !installed)
        return tl::make_unexpected(installed.error());
    const auto connection = server::Connection::open(owner);
    if (!connection)
        return tl::make_unexpected(connection.error());
    const auto filled = Loader(**connection).isFilled();
    if (!filled)
        return tl::make_unexpected(filled.error());
    return *filled ? Result<void>() : fill(**connection, personasFile, size, progress);
}

} // namespace tenantry::demo
