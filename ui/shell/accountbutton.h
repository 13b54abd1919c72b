// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellviews.h"

#include <QPushButton>

namespace tenantry::ui
{

/// Avatar and a small arrow; opens the account menu.
class AccountButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit AccountButton(QWidget *parent = nullptr);
    void setAccount(const AccountView &account);
    [[nodiscard]] QSize sizeHint() const override { return {56, 36}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    AccountView m_account;
};

} // namespace tenantry::ui
