// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace tenantry::ui
{

/// How many notifications aren't read yet, always in sight (NOT-1); a click opens their page.
class BellButton final : public QAbstractButton
{
    Q_OBJECT
public:
    explicit BellButton(QWidget *parent = nullptr);
    void setUnread(int unread);
    [[nodiscard]] int unread() const { return m_unread; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void refresh();
    int m_unread = 0;
};

} // namespace tenantry::ui
