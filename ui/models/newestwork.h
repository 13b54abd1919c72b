// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QObject>
#include <QThreadPool>

#include <functional>
#include <memory>
#include <stop_token>
#include <utility>

namespace tenantry::ui {

/// Work on a thread of its own of which only the newest piece counts: what is asked for while something runs
/// stops that and takes its place. Pieces never run at the same time.
class NewestWork final : public QObject
{
    Q_OBJECT
public:
    /// Runs on the other thread; what it returns is called here, unless something newer was asked for.
    using Work = std::function<std::function<void()>(std::stop_token)>;

    explicit NewestWork(QObject *parent = nullptr);
    /// Stops what runs and waits for its end (milliseconds).
    ~NewestWork() override;

    void run(Work work);
    /// The same in two parts: `find(std::stop_token)` runs elsewhere, `done(what it found)` here.
    template <class Find, class Done>
    void run(Find find, Done done)
    {
        run(Work([find = std::move(find), done = std::move(done)](const std::stop_token &stop) {
            auto found = std::make_shared<decltype(find(stop))>(find(stop));
            return std::function<void()>([found, done] { done(std::move(*found)); });
        }));
    }
    /// The same for a list of `rows`: few are found here and now, in a few milliseconds; more take longer
    /// than the window may stand still.
    template <class Find, class Done>
    void list(qsizetype rows, Find find, Done done)
    {
        constexpr qsizetype few = 400;
        if (rows > few)
            return run(std::move(find), std::move(done));
        cancel();
        done(find(std::stop_token()));
    }
    /// Forgets what runs and waits.
    void cancel();
    /// Whether a result is still to come.
    [[nodiscard]] bool isBusy() const { return m_waiting || (m_busy && !m_cancelled); }

private:
    void start(const Work &work);
    void finish(const std::function<void()> &result);

    Work m_waiting;
    bool m_busy = false;
    bool m_cancelled = false;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace tenantry::ui
