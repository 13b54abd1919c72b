// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPointer>
#include <QThread>

#include <functional>
#include <memory>
#include <optional>

namespace tenantry::console
{

/// Work that takes long (a try at signing in, a key made from a password), each on a thread of its own. Lives in the
/// main thread as long as the program; its end waits for what still runs.
class Aside final
{
public:
    Aside() = default;
    ~Aside()
    {
        for (QThread *thread : m_threads)
            if (thread)
                thread->wait();
    }
    Q_DISABLE_COPY_MOVE(Aside)

    /// `done` gets what `work` returned, in this thread, unless `context` is gone by then.
    template <class Answer>
    void run(QObject *context, std::function<Answer()> work, std::function<void(const Answer &)> done)
    {
        const auto answer = std::make_shared<std::optional<Answer>>();
        QThread *thread = QThread::create([work = std::move(work), answer] { answer->emplace(work()); });
        QObject::connect(thread, &QThread::finished, context, [answer, done = std::move(done)] { done(**answer); });
        QObject::connect(thread, &QThread::finished, thread, &QObject::deleteLater);
        m_threads.removeAll(nullptr);
        m_threads.append(thread);
        thread->start();
    }

private:
    QList<QPointer<QThread>> m_threads;
};

} // namespace tenantry::console
