// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/pages/members/askedpane.h"
#include "ui/pages/members/removedmembers.h"

namespace tenantry::ui::members {

/// Who was removed in the last 30 days, until when they can be brought back, and the way back (ORG-7).
class RemovedPane final : public AskedPane
{
    Q_OBJECT
public:
    explicit RemovedPane(Session &session, QWidget *parent = nullptr);

    void restore() { act(); }
    void retranslate() override;
    [[nodiscard]] RemovedModel *model() const { return m_model; }

protected:
    void take(const QJsonValue &answer) override { m_rows = removedRows(answer); }
    void forget() override { m_rows.clear(); }
    void mark() override;
    void act() override;
    [[nodiscard]] QString refusal() const override;
    [[nodiscard]] QString countText() const override;

private:
    RemovedModel *m_model;
    std::vector<RemovedRow> m_rows;
};

} // namespace tenantry::ui::members
