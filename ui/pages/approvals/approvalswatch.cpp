// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/approvals/approvalswatch.h"

#include "ui/pages/approvals/approvalfinder.h"
#include "ui/session/session.h"
#include "ui/shell/pageentry.h"

namespace tenantry::ui {

ApprovalsWatch::ApprovalsWatch(Session &session, PageEntry &page)
    : m_session(session), m_page(page), m_boxes(std::make_shared<const ApprovalBoxes>())
{
    connect(&session, &Session::snapshotChanged, this, &ApprovalsWatch::count);
    connect(&session, &Session::commandsChanged, this, &ApprovalsWatch::count);
    count();
}

void ApprovalsWatch::count()
{
    const auto source = ApprovalSource::of(m_session);
    if (!m_work.isBusy() && source.snapshot->applications().size() <= ApprovalFinder::few) {
        take(approvalBoxes(source, *m_boxes));
        return;
    }
    m_work.run([source, before = m_boxes](
                   const std::stop_token &stop) { return approvalBoxes(source, *before, stop); },
               [this](ApprovalBoxes boxes) { take(std::move(boxes)); });
}

void ApprovalsWatch::take(ApprovalBoxes boxes)
{
    m_boxes = std::make_shared<const ApprovalBoxes>(std::move(boxes));
    m_page.setCount(m_boxes->waiting());
}

} // namespace tenantry::ui
