// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
// Comes before the text of every test (tests/headers). QtTest waits for five seconds; on a machine of
// two cores that builds beside the tests, a server's commit alone has taken that long. Who waits for what
// comes loses no time.
#pragma once

#include <QtTest/qtestcase.h>

namespace tenantry::test {

/// Milliseconds until what should have come is given up: less than what the console itself gives a silent
/// server (30 s), so that no test takes that for an answer at once.
inline constexpr int atMost = 20'000;

} // namespace tenantry::test

#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, tenantry::test::atMost)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT(expr, message, tenantry::test::atMost)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, tenantry::test::atMost)
