// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvalfinder.h"

namespace tenantry::ui {

ApprovalFinder::ApprovalFinder(QObject *parent) : QObject(parent)
{
    m_pool.setMaxThreadCount(1);
}

ApprovalFinder::~ApprovalFinder()
{
    m_stop.request_stop();
    m_pool.waitForDone();
}

void ApprovalFinder::ask(const ApprovalQuestion &question)
{
    if (m_busy) {
        m_stop.request_stop();
        m_waiting = question;
    } else if (question.source.snapshot->applications().size() <= few) {
        Q_EMIT found(m_lister.list(question));
    } else {
        start(question);
    }
}

void ApprovalFinder::start(const ApprovalQuestion &question)
{
    m_busy = true;
    m_stop = {};
    m_pool.start([this, question, stop = m_stop.get_token()] {
        auto list = std::make_shared<const ApprovalList>(m_lister.list(question, stop));
        // The destructor waits for this thread, so `this` is there; what is queued behind it goes with the
        // object.
        QMetaObject::invokeMethod(
            this, [this, list] { finish(list); }, Qt::QueuedConnection);
    });
}

void ApprovalFinder::finish(const std::shared_ptr<const ApprovalList> &list)
{
    m_busy = false;
    if (const auto next = std::exchange(m_waiting, std::nullopt))
        return ask(*next);
    auto before = std::exchange(m_answer, list);
    Q_EMIT found(*list);
    m_pool.start([before = std::move(before)] {}); // freed there
}

} // namespace tenantry::ui
