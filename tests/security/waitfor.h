// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/base/result.h"

#include <QTest>

#include <functional>
#include <optional>

namespace tenantry::test
{

/// Calls something asynchronous and waits for its answer; "test.no_answer" after 20 s. Checks on the way
/// that the answer did not come before the call returned.
template <class T>
Result<T> waitFor(const std::function<void(std::function<void(Result<T>)>)> &call)
{
    const auto answer = std::make_shared<std::optional<Result<T>>>();
    call([answer](Result<T> result) { answer->emplace(std::move(result)); });
    if (!QTest::qWaitFor([&] { return answer->has_value(); }, 20'000))
        return failure(ErrorClass::System, QStringLiteral("test.no_answer"));
    return std::move(**answer);
}

} // namespace tenantry::test
