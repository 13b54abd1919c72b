// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvallist.h"

#include <QObject>
#include <QThreadPool>

#include <memory>

namespace tenantry::ui {

/// Answers what a box shows: few applications at once, many on a thread of its own. Only the newest question
/// is answered.
class ApprovalFinder final : public QObject
{
    Q_OBJECT
public:
    explicit ApprovalFinder(QObject *parent = nullptr);
    /// Stops what is being made and waits for its end (milliseconds).
    ~ApprovalFinder() override;

    void ask(const ApprovalQuestion &question);
    [[nodiscard]] bool isBusy() const { return m_busy; }

    static constexpr qsizetype few = 400; ///< take about 5 ms

Q_SIGNALS:
    void found(const tenantry::ui::ApprovalList &list);

private:
    void start(const ApprovalQuestion &question);
    void finish(const std::shared_ptr<const ApprovalList> &list);

    ApprovalLister m_lister; ///< the pool's while busy
    /// The last answer, so that nobody else is the last to hold one: freeing 100,000 applications' checks
    /// takes 80 ms, which are the pool's.
    std::shared_ptr<const ApprovalList> m_answer;
    std::optional<ApprovalQuestion> m_waiting;
    bool m_busy = false;
    std::stop_source m_stop;
    QThreadPool m_pool;
};

} // namespace tenantry::ui
