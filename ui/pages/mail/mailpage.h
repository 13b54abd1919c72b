// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/records/recordspage.h"

class QPushButton;

namespace tenantry::ui {

namespace mail {
class MailModel;
struct MailRow;
} // namespace mail

/// 邮件投递记录: what became of each mail (NOT-1); what was given up can be sent again.
class MailPage final : public RecordsPage
{
    Q_OBJECT
public:
    explicit MailPage(Session &session, QWidget *parent = nullptr);

    [[nodiscard]] static PageFace face();
    [[nodiscard]] mail::MailModel *model() const { return m_model; }
    void sendAgain();

protected:
    [[nodiscard]] QString kindText(const QString &kind) const override;
    [[nodiscard]] QJsonObject ownArguments() const override;
    void refresh() override;
    void retranslate() override;

private:
    MailPage(Session &session, mail::MailModel *model, QWidget *parent);
    void makeTable();
    void followQueue();
    void refreshButton();
    [[nodiscard]] const mail::MailRow *current() const;
    [[nodiscard]] TenantId logOf(const mail::MailRow &row) const;
    /// Why the current mail can't be sent again; empty: it can.
    [[nodiscard]] QString refusal() const;

    mail::MailModel *m_model;
    QComboBox *m_status;
    QPushButton *m_again;
    qsizetype m_settled = 0; ///< how many of ours the server has done
};

} // namespace tenantry::ui
