// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/approvals/approvalboxes.h"
#include "ui/widgets/detailpane.h"

namespace tenantry::ui
{

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
    void retranslate();

private:
    void showChecks(const ApplicationRow &row, const Session &session, const ApplicationChecks &checks);
    void showHistory(const ApplicationRow &row, const directory::Snapshot &snapshot);

    Avatar *m_avatar;
    Chip *m_status;
    QLabel *m_sentence;
    AttentionView *m_attention;
    KeyValueList *m_fields;
    CheckList *m_checks;
    Timeline *m_history;
    int m_attentionSection, m_fieldsSection, m_checksSection, m_historySection;
    QUuid m_shown;
};

} // namespace tenantry::ui
