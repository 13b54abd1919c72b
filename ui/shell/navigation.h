// SPDX-FileCopyrightText: Tenantry contributors
// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace tenantry::ui
{

class NavigationButton;
class PageEntry;
class PageRegistry;
class TenantButton;

/// The left column: whose tenant it is, and the pages with their counts. One stop of the Tab key; arrows move.
class Navigation final : public QWidget
{
    Q_OBJECT
public:
    /// `pages` outlive it.
    explicit Navigation(const PageRegistry &pages, QWidget *parent = nullptr);
    [[nodiscard]] TenantButton *heading() const { return m_heading; }
    void setCurrent(const QString &pageId);

Q_SIGNALS:
    void pageChosen(const QString &pageId);

protected:
    void changeEvent(QEvent *event) override;

private:
    void addButton(PageEntry *page);
    void refreshSeparators();

    const PageRegistry &m_pages;
    TenantButton *m_heading;
    QVBoxLayout *m_list;
    QButtonGroup *m_group;
    QHash<QString, NavigationButton *> m_buttons;
};

} // namespace tenantry::ui
