// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/askedpane.h"
#include "ui/pages/members/invitedmodel.h"

namespace tenantry::ui::members {

/// Who is invited and not in yet, and the way to take that back (ORG-10).
class InvitedPane final : public AskedPane
{
    Q_OBJECT
public:
    explicit InvitedPane(Session &session, QWidget *parent = nullptr);

    void withdraw() { act(); }
    void retranslate() override;
    [[nodiscard]] InvitedModel *model() const { return m_model; }

protected:
    void take(const QJsonValue &answer) override;
    void forget() override { m_rows.clear(); }
    void mark() override;
    /// Withdrawn at once: inviting again undoes it.
    void act() override;
    [[nodiscard]] QString refusal() const override;
    [[nodiscard]] QString countText() const override;

private:
    InvitedModel *m_model;
    std::vector<InvitedRow> m_rows;
    int m_all = 0; ///< how many there are, beyond those that are shown
};

} // namespace tenantry::ui::members
