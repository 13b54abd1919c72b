// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvalboxes.h"
#include "ui/widgets/detailpane.h"

namespace tenantry::ui
{

class ApplicationChecks;
class CheckList;

/// Several applications at once: what will happen to each of them.
class BatchDetail final : public DetailPane
{
    Q_OBJECT
public:
    explicit BatchDetail(QWidget *parent = nullptr);
    void clear();
    void show(const QList<ApprovalItem> &items, const Session &session, const ApplicationChecks &checks);
    using DetailPane::show;
    void showTooMany(int count, int most);

private:
    CheckList *m_list;
    QLabel *m_sentence;
    int m_listSection;
};

/// Why the actor can't decide this one now; empty: they can.
[[nodiscard]] QString whyNotDecidable(const ApprovalItem &item, const Session &session);

} // namespace tenantry::ui
