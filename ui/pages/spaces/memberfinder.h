// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/spaces/memberlist.h"

#include <QObject>
#include <QThreadPool>

namespace tenantry::ui::spaces {

/// Answers what members a place has: few at once, many on a thread of its own. Only the newest question is
/// answered.
class MemberFinder final : public QObject
{
    Q_OBJECT
public:
    explicit MemberFinder(QObject *parent = nullptr);
    /// Stops what is being made and waits for its end (milliseconds).
    ~MemberFinder() override;

    void ask(const MemberQuestion &question);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    static constexpr qsizetype few = 400; ///< take about 5 ms

Q_SIGNALS:
    void found(const tenantry::ui::spaces::MemberList &list);

private:
    void start(const MemberQuestion &question);
    void finish(const MemberList &list);

    MemberLister m_lister; ///< the pool's while busy
    std::optional<MemberQuestion> m_waiting;
    bool m_busy = false;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace tenantry::ui::spaces
