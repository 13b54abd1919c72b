// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvalboxes.h"
#include "ui/widgets/detailpane.h"

namespace tenantry::ui
{

namespace applications {
class AfterDecision;
}

class ApplicationChecks;
class AttentionView;
class CheckList;
class Chip;
class Avatar;
class KeyValueList;
class Timeline;

/// One application as a whole: who asks for what, the form, the checks, the history.
class ApplicationDetail final : public DetailPane
{
    Q_OBJECT
public:
    explicit ApplicationDetail(QWidget *parent = nullptr);
    /// `attention`: the refused command, compared with what happened; null: none. Checks are for those who decide.
    void show(const ApprovalItem &item, const Session &session, const ApplicationChecks &checks, const QueuedCommand *attention);
    using DetailPane::show;
    /// Nothing is chosen, and nothing of what was stays (SEC-4).
    void clear();
    void retranslate();

Q_SIGNALS:
    /// By the applicant, after the decision.
    void rated(tenantry::ApplicationId id, int stars);
    void takenUpAgain(tenantry::ApplicationId id);
    /// What the applicant owns and leads stands in the way of leaving (MOV-4).
    void handOverRequested(tenantry::UserId applicant);

private:
    void showAfterDecision(const ApplicationRow &row, const Session &session);
    void showChecks(const ApplicationRow &row, const Session &session, const ApplicationChecks &checks);
    void showHistory(const ApplicationRow &row, const directory::Snapshot &snapshot);

    Avatar *m_avatar;
    Chip *m_status;
    QLabel *m_sentence;
    AttentionView *m_attention;
    KeyValueList *m_fields;
    CheckList *m_checks;
    Timeline *m_history;
    applications::AfterDecision *m_after;
    int m_afterSection, m_attentionSection, m_fieldsSection, m_checksSection, m_historySection;
    QUuid m_shown;
    ApplicationId m_own; ///< of m_after
    UserId m_applicant;
};

} // namespace tenantry::ui
