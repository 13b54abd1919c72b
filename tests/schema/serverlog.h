// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "tests/schema/schemaworld.h"

#include <QTest>

namespace tenantry::test {

/// Reads the server's log to its end, as the worker does every two seconds. The server hands its lines to a collector, which writes them a
/// moment later: on a busy machine after the test went on. So a last word is said, and waited for.
inline void readServerLog(SchemaWorld &world)
{
    using namespace Qt::StringLiterals;
    const auto owner = world.cluster().ownerConnection(); // one alone: each new one is in the log too
    const QString word = SchemaWorld::newId();
    QVERIFY(owner->exec(u"do $$ begin raise log '%1'; end $$"_s.arg(word)));
    const QString isThere =
        u"select exists (select from pg_ls_logdir() as l where l.name like '%.json'"
        " and strpos(pg_read_file(regexp_replace(pg_current_logfile('jsonlog'), '[^/]*$', '') || l.name), ?) > 0)"_s;
    QTRY_VERIFY(owner->exec(isThere, {word}).value().value().toBool());
    QVERIFY(owner->exec(u"select worker.take_lease('reader', 600)"_s).value().value().toBool());
    while (owner->exec(u"select worker.read_server_log('reader')"_s).value().value().toLongLong() > 0) {
    }
}

} // namespace tenantry::test
