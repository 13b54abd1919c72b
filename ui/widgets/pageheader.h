// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QHBoxLayout;
class QLabel;

namespace tenantry::ui
{

class ElidedLabel;

/// Title, a muted subtitle, and actions at the right (last added = rightmost).
class PageHeader : public QWidget
{
    Q_OBJECT
public:
    explicit PageHeader(QWidget *parent = nullptr);
    void setTitle(const QString &title);
    void setSubtitle(const QString &subtitle);
    /// Right behind the title: a chip, a count.
    void addBeside(QWidget *widget);
    void addAction(QWidget *widget);
    using QWidget::addAction;

private:
    QLabel *m_title;
    ElidedLabel *m_subtitle;
    QHBoxLayout *m_beside;
    QHBoxLayout *m_actions;
};

} // namespace tenantry::ui
