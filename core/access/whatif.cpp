// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/access/whatif.h"

#include <QPromise>
#include <QThreadPool>

namespace tenantry::access {

Result<std::optional<WhatIf>> whatIf(const WhatIfQuestion &question, const Progress &progress)
{
    const auto planned = plan(question.snapshot, question.now, question.changes);
    if (!planned)
        return tl::unexpected(planned.error());
    const Moment before{planned->before, question.now};
    const Moment after{planned->after, question.now};
    auto difference =
        Difference::between(before, after, affectedBy(before, after, planned->touched), progress);
    if (!difference)
        return std::nullopt;
    const Completeness completeness(planned->after, question.held, {}, question.completed);
    return WhatIf{std::move(*difference), completeness.of(*planned->before, planned->touched)};
}

QFuture<Result<WhatIf>> whatIf(QThreadPool &pool, const WhatIfQuestion &question)
{
    auto promise = std::make_shared<QPromise<Result<WhatIf>>>();
    QFuture<Result<WhatIf>> future = promise->future();
    promise->start();
    pool.start([promise, question] {
        auto found = whatIf(question, [&](qsizetype done, qsizetype total) {
            promise->setProgressRange(0, int(total));
            promise->setProgressValue(int(done));
            return !promise->isCanceled();
        });
        if (!found)
            promise->addResult(tl::unexpected(found.error()));
        else if (*found)
            promise->addResult(std::move(**found));
        promise->finish();
    });
    return future;
}

} // namespace tenantry::access
