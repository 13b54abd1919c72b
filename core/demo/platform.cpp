// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/demo/platform.h"

#include "core/base/clock.h"
#include "core/demo/applications.h"
#include "core/demo/personas.h"
#include "core/demo/roles.h"
#include "core/server/schemainstaller.h"

#include <QFileInfo>

namespace tenantry::demo
{

using namespace Qt::StringLiterals;

namespace
{

Result<void> load(server::Connection &owner, const Size &size, const Progress &progress)
{
    Loader loader(owner);
    const auto installed = loader.installed();
    if (!installed)
        return tl::make_unexpected(installed.error());
    return loader.load(makeWorld(size, *installed, SystemClock().now()), progress);
}

Result<bool> isDemo(server::Connection &owner)
{
    return owner.exec(u"select exists (select from app.settings where tenant_id is null and key = 'demo')"_s).map([](const server::Rows &rows) {
        return rows.value().toBool();
    });
}

// Each step looks whether it was done: a first run that was cut off is taken up where it stopped.
Result<void> complete(server::Connection &owner, const QString &personasFile)
{
    const auto demo = isDemo(owner);
    if (!demo)
        return tl::make_unexpected(demo.error());
    if (!*demo)
        return {}; // somebody's own platform
    if (auto submitted = submitApplications(owner); !submitted)
        return submitted;
    if (auto made = makeRoles(owner); !made)
        return made;
    if (QFileInfo::exists(personasFile))
        return {};
    return makeAccounts(owner).and_then([&](const std::vector<PersonaAccount> &accounts) { return writePersonas(personasFile, accounts); });
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
    if (!*filled)
        if (auto loaded = load(**connection, size, progress); !loaded)
            return loaded;
    return complete(**connection, personasFile);
}

} // namespace tenantry::demo
