// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/models/newestwork.h"
#include "ui/pages/approvals/approvalboxes.h"

namespace tenantry::ui {

class PageEntry;

/// Counts what waits for the person while nobody has opened the page. Many beside the UI's thread: the
/// platform team sees a hundred thousand applications.
class ApprovalsWatch final : public QObject
{
    Q_OBJECT
public:
    ApprovalsWatch(Session &session, PageEntry &page);

private:
    void count();
    void take(ApprovalBoxes boxes);

    Session &m_session;
    PageEntry &m_page;
    std::shared_ptr<const ApprovalBoxes> m_boxes;
    NewestWork m_work;
};

} // namespace tenantry::ui
