// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/server/failure.h"
#include "core/sync/engineprivate.h"

#include <algorithm>

namespace tenantry::sync {

using namespace Qt::StringLiterals;
using std::chrono::steady_clock;

Error Engine::Private::whyOffline() const
{
    if (state.lastError && state.lastError->errorClass == ErrorClass::Network)
        return *state.lastError;
    return server::serverError(server::FailureKind::Unreachable);
}

void Engine::Private::ask(quint64 id, Question question, const QJsonObject &arguments)
{
    if (!running || state.offlineSince) {
        Q_EMIT q->answered(id, tl::unexpected(whyOffline()));
        return;
    }
    questions.append({id, question, arguments, steady_clock::now() + options.timing.question});
    if (!questionTimer.isActive())
        questionTimer.start(options.timing.question);
    next();
}

void Engine::Private::abandon(quint64 id)
{
    questions.removeIf([id](const Asked &asked) { return asked.id == id; });
    if (asking == id)
        exchange->cancelStatement();
}

void Engine::Private::runQuestion()
{
    const Asked first = questions.first();
    asking = first.id;
    run([first](Exchange &on) { return on.ask(first.question, first.arguments); },
        [this, id = first.id](const Result<QJsonValue> &answer) { onAnswered(id, answer); });
}

void Engine::Private::onAnswered(quint64 id, const Result<QJsonValue> &answer)
{
    asking.reset();
    const bool isLost = !answer && server::failureKind(answer.error()) == server::FailureKind::ConnectionLost;
    if (questions.removeIf([id](const Asked &asked) { return asked.id == id; }) > 0)
        Q_EMIT q->answered(id, answer);
    if (isLost)
        return failed(answer.error());
    next();
}

void Engine::Private::giveUpLateQuestions()
{
    const auto now = steady_clock::now();
    while (!questions.isEmpty() && questions.first().until <= now) {
        const quint64 id = questions.first().id;
        abandon(id);
        Q_EMIT q->answered(id, failure(ErrorClass::Network, u"question.late"_s));
    }
    if (!questions.isEmpty())
        questionTimer.start(std::chrono::ceil<std::chrono::milliseconds>(questions.first().until - now));
}

void Engine::Private::failQuestions(const Error &error)
{
    for (const Asked &asked : std::exchange(questions, {}))
        Q_EMIT q->answered(asked.id, tl::unexpected(error));
    questionTimer.stop();
    for (const HistoryWish &wish : std::exchange(histories, {}))
        Q_EMIT q->historyRead(wish.id, tl::unexpected(error));
    readingHistory.reset();
}

} // namespace tenantry::sync
