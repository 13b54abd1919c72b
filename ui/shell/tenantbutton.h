// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/shellviews.h"

#include <QPushButton>

namespace tenantry::ui
{

/// The head of the navigation: whose tenant it is. Where there are several to choose from (the platform team), it can be
/// clicked; otherwise it is only a heading.
class TenantButton final : public QPushButton
{
    Q_OBJECT
public:
    explicit TenantButton(QWidget *parent = nullptr);
    void setHeading(const QString &id, const QString &name, const QString &below);
    void setChoosable(bool choosable);
    [[nodiscard]] QSize sizeHint() const override { return {200, 44}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {120, 44}; }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();

    bool m_choosable = false;
    QString m_id;
    QString m_name;
    QString m_below;
};

} // namespace tenantry::ui
