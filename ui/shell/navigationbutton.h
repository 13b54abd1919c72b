// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tenantry::ui
{

/// Icon, title, count; filled while it is the current page.
class NavigationButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit NavigationButton(const QString &iconName, QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setCount(int count);
    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    void refresh();

    QString m_iconName;
    int m_count = 0;
};

} // namespace tenantry::ui
